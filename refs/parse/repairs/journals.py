"""Repairs of journals without a title before them: they begin behind initials and hold commas and "and"."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of

_TITLE = frozenset({"B-title", "I-title"})
_NUMBERED = frozenset({"volume", "page"})


def initials_before_journals(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The J of "Passchier, J. Behaviour Research and Therapy 2014" is an initial, no "Journal"."""
    if "B-container-title" not in labels:
        return labels
    first = labels.index("B-container-title")
    if not first or labels[first - 1] != "author" or labels[first + 1 : first + 2] != ["I-container-title"]:
        return labels
    initial, word = tokens[first].text, tokens[first + 1]
    if first > 1 and labels[first - 2] == "author":
        between = raw[tokens[first - 2].end : tokens[first - 1].start]
        if len(tokens[first - 2].text) > 1 or {*",;"}.isdisjoint(between):
            return labels  # "B. R. Gelchinski, J. Nanoscience 9"
    if len(initial) > 1 or not initial.isupper() or len(tokens[first - 1].text) < 2:
        return labels
    if (
        raw[tokens[first - 1].end : tokens[first].start] != ", "
        or raw[tokens[first].end : word.start] != ". "
    ):
        return labels
    if len(word.text) < 4 or raw[word.end : word.end + 1] == "." or _known(tokens, first, first + 2):
        return labels
    return [*labels[:first], "author", "B-container-title", *labels[first + 2 :]]


def journals_behind_initials(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Dyes and Pigments" of "Zhang, K.; Dai, Y. Dyes and Pigments 2014, 102" is a journal, no name."""
    if "author" not in labels or not {*labels} >= _NUMBERED or not {*labels}.isdisjoint(_NAMED):
        return labels
    first = labels.index("author")
    last = run_end(labels, first, "author")
    if last == len(labels) or labels[last] not in ("date", "volume"):
        return labels
    start = last
    while start > first and len(tokens[start - 1].text) > 1:
        start -= 1
    if start == first and _known(tokens, first, last):
        return [*labels[:first], *_container(last - first), *labels[last:]]  # "Vaccine 1996, 14, 1299"
    if not first + 2 <= start < last or raw[tokens[start - 1].end : tokens[start].start] != ". ":
        return labels
    initial = start - 1
    while initial > first and len(tokens[initial - 1].text) == 1:
        initial -= 1
    if "," not in raw[tokens[initial - 1].end : tokens[initial].start]:
        return labels
    if any(sign in raw[tokens[start].start : tokens[last - 1].end] for sign in ";,/"):
        return labels
    return [*labels[:start], *_container(last - start), *labels[last:]]


_NAMED = frozenset("B-title I-title B-container-title I-container-title publisher".split())


def journals_begun_as_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Clinical of "Clinical, Cosmetic and Investigational Dermatology" is no title: the lists know all.

    Nor is the Computers of "Fleszar, K. Computers & Operations Research", and a "The" at a title's end.
    """
    if "B-container-title" not in labels or "B-title" not in labels:
        return labels
    border, first = labels.index("B-container-title"), labels.index("B-title")
    if not first < border or labels[border - 1] not in _TITLE:
        return labels
    last = run_end(labels, border + 1, "I-container-title")
    gap = raw[tokens[border - 1].end : tokens[border].start]
    joined = border - first < 3 and gap in ("-", " & ")
    if joined or (gap in (", ", " & ", "-", "/", ". ", ".") and _known(tokens, first, last)):
        return [*labels[:first], *_container(last - first), *labels[last:]]
    if tokens[border - 1].text == "The" and gap == " " and border - first > 3:
        return [*labels[: border - 1], *_container(last - border + 1), *labels[last:]]
    return labels


def journals_behind_subtitles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Fallbericht aus der Schule" before ". Soziale Welt, 28" is a subtitle: the lists know the rest.

    So is the title, where the tagger found none: "In vivo trials of things. Cancer Res 55".
    """
    if "B-container-title" not in labels:
        return labels
    first = labels.index("B-container-title")
    titled = first > 0 and labels[first - 1] in _TITLE
    if not first or (not titled and "B-title" in labels):
        return labels
    last = run_end(labels, first + 1, "I-container-title")
    if labels[last : last + 1] not in (["volume"], ["issue"], ["page"], ["date"]):
        return labels
    for i in range(first + 2, last - titled):
        if raw[tokens[i - 1].end : tokens[i].start] in (". ", "? ", "! "):
            sentence = sum(token.text.islower() for token in tokens[first:i]) > _SMALL_WORDS
            ends = len(tokens[i - 1].text) > 5 if titled else sentence
            words = [word_of(token.text, False).folded for token in tokens[i:last]]
            if ends and " ".join(words) in load_lexicon().journal_names:
                opened = not titled and labels[first - 1] == "other" and tokens[first - 1].text == "In"
                start = first - opened
                begin = "I-title" if titled else "B-title"
                inside = [begin, *["I-title"] * (i - start - 1)]
                return [*labels[:start], *inside, *_container(last - i), *labels[last:]]
    return labels


_SMALL_WORDS = 2
"""So many small words less one tell a title from the name of a journal."""


def law_reviews(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "3 Review of Law" of "Fair Rights in Chile, 3 Review of Law 215 (1994)" is volume and journal."""
    if "I-title" not in labels or "B-container-title" in labels or "volume" in labels:
        return labels
    last = len(labels) - labels[::-1].index("I-title")
    if labels[last : last + 2] != ["page", "date"] or raw[tokens[last].end : tokens[last + 1].start] != " (":
        return labels
    for i in range(last - 2, max(2, last - _LONGEST - 1), -1):
        if not tokens[i].text.isdecimal():
            continue
        before = raw[tokens[i - 1].end : tokens[i].start]
        volume = labels[i] == labels[i - 1] == "I-title" and before in (", ", ",” ", ", '", ",” ", '," ')
        if not volume or len(tokens[i].text) > 3 or not tokens[i + 1].text[0].isupper():
            return labels
        return [*labels[:i], "volume", *_container(last - i - 1), *labels[last:]]
    return labels


def journals_at_ends(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Psychological Medicine" that ends "… in adolescents. Psychological Medicine." and the string."""
    if "I-title" not in labels or not _IN_JOURNALS.isdisjoint(labels):
        return labels
    last = len(labels) - labels[::-1].index("I-title")
    if not {*labels[last:]} <= _BEHIND_JOURNAL or (last < len(labels) and tokens[last].text.lower() in _IN):
        return labels
    for first in range(last - 1, max(last - _LONGEST, 3), -1):
        if labels[first - 1] != "I-title":
            return labels
        if raw[tokens[first - 1].end : tokens[first].start] in (". ", "? ", "! ", ".” "):
            words = [word_of(token.text, False).folded for token in tokens[first:last]]
            known = (
                len(words) > 1
                and len(tokens[first - 1].text) > 2
                and " ".join(words) in load_lexicon().journal_names
            )
            return [*labels[:first], *_container(last - first), *labels[last:]] if known else labels
    return labels


_IN = frozenset({"in", "unter", "online", "available", "retrieved", "url"})
_IN_JOURNALS = frozenset("B-container-title publisher location editor volume edition genre".split())
_BEHIND_JOURNAL = frozenset({"link", "note", "date", "other"})
_LONGEST = 9
"""So many words at most has a journal's name here."""


def _container(count: int) -> list[str]:
    return ["B-container-title", *["I-container-title"] * (count - 1)]


def _known(tokens: Sequence[Token], first: int, last: int) -> bool:
    """True where the lists know a journal's name that begins at a token and goes as far as another, or on."""
    word = word_of(tokens[first].text, False)
    around = tokens[first : first + word.journals[0]] if word.journals else ()
    found = load_lexicon().journal_at([word_of(t.text, False).folded for t in around], 0) if around else 0
    return found >= last - first
