"""What the tagger takes for people and is none: pages, journals, weeklies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.parse.fields.names import PARTICLES, names_organisation
from refs.parse.tokens import Token


def one_word_alone(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """One word that is all there is beside a link names the page, beside a volume and pages the journal.

    "Poppler. http://poppler.freedesktop.org", "Alergy 1984, 39, 433-441".
    """
    first = labels.index("author")
    word = raw[tokens[first].start : tokens[first + labels.count("author") - 1].end]
    if any(label == "author" for label in labels[first + labels.count("author") :]):
        return labels
    if first or not word.isalpha() or len(word) < 3:
        return labels
    if {"volume", "page"} <= set(labels):
        begin = "B-container-title"
    elif "link" in labels and raw[tokens[labels.index("link")].start :].startswith("http"):
        begin = "B-title"
    else:
        return labels
    count = labels.count("author")
    return [begin, *[f"I-{begin[2:]}"] * (count - 1), *labels[count:]]


def journals_taken_for_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "author" of "Casabella: “Il Museo”, n° 443" and "Revista de aves. 2007. 8 (3)" is a journal.

    No other stands for it, and no comma or initial makes it a person.
    """
    count = labels.count("author")
    if labels[:count] != ["author"] * count or count > _LONGEST_JOURNAL:
        return labels
    name = raw[tokens[0].start : tokens[count - 1].end]
    if min(len(token.text) for token in tokens[:count]) < 2 or not {*name}.isdisjoint(".,;/&:"):
        return labels
    if "B-title" in labels:
        gap = raw[tokens[count - 1].end : tokens[count].start]
        numbered = "issue" in labels or ("volume" in labels and tokens[0].text in _ARTICLES_OF_PAPERS)
        is_journal = labels[count] == "B-title" and numbered and _OPENS_QUOTE.fullmatch(gap) is not None
    else:
        words = [token.text for token in tokens[:count]]
        small = [word for word in words if word.islower() and word not in _BETWEEN_NAMES]
        common = bool(small) and (words[-1].islower() or PARTICLES.isdisjoint(small))
        is_journal = {"volume", "page"} <= set(labels) and common and not names_organisation(name)
    if not is_journal:
        return labels
    return ["B-container-title", *["I-container-title"] * (count - 1), *labels[count:]]


_BETWEEN_NAMES = frozenset("and und et y e i og och en".split())
_OPENS_QUOTE = re.compile(r":\s?[“„«\"]\s?")
_ARTICLES_OF_PAPERS = frozenset("Der Die Das The Le La Les Il El".split())
"""Words with which newspapers and weeklies begin, and no people: "Der Spiegel"."""
_LONGEST_JOURNAL = 8
"""So many words at most has a journal's name that is taken for people."""
