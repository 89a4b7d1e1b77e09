"""Works that an article's notes name, laid beside its list: in articles that cite by notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypedDict

from refs.check.names import same_people
from refs.check.text.listed import Entry
from refs.check.text.mentions import Mentions, whole_words
from refs.check.text.noted import is_titled, noted_works
from refs.check.text.pairs import Pair
from refs.check.text.unread import FEW
from refs.model import CheckedArticle, Citation, fold

# "4 Vgl. Neff", at the foot of a page
_NOTE_LINE = re.compile(r"\n[ \t]{0,8}\d{1,3}[.)]? ?(?=[^\W\d_a-z])")
_NOTE_LINES = 4


class Noted(TypedDict):
    """What notes name that the list has otherwise, or not at all."""

    year: list[Pair]
    name: list[Pair]
    missing: list[Citation]


def cited_in_notes(
    article: CheckedArticle, notes: Sequence[tuple[int, str]], own: Sequence[int], entries: dict[int, Entry]
) -> set[int]:
    """Return the references that notes name, in an article that cites by notes; none for others."""
    # NOTE: what is cited by people and title has no label; notes do so.
    others = [c for c in article.citations if c.kind != "superscript" and (c.labels or c.kind != "note")]
    otherwise = {i for c in others for i in c.references}
    titled = {i for c in article.citations if c.kind == "note" and not c.labels for i in c.references}
    if not notes or any(article.references[i].label for i in own):
        return set()
    named = _named_in(article, notes, [entries[i] for i in own])
    few = len(own) // FEW if len(own) >= FEW else 0
    is_by_notes = 2 * len(named) >= len(own) and len(otherwise) <= few
    if not few and others:
        return set()
    return named | titled | otherwise if is_by_notes else set()


def is_named_in_notes(article: CheckedArticle, mentions: Mentions, entries: Sequence[Entry]) -> bool:
    """True for a PDF or text with numbered notes at feet, in which most of the list's people are named."""
    if article.article.format not in ("pdf", "text") or len(_NOTE_LINE.findall(mentions.text)) < _NOTE_LINES:
        return False
    named = sum(mentions.has_name(entry.surnames, "") for entry in entries)
    return 2 * named >= len(entries)


def _named_in(
    article: CheckedArticle, notes: Sequence[tuple[int, str]], entries: Sequence[Entry]
) -> set[int]:
    """Return the references whose first author notes name, but where another's work of the list is meant.

    "Brigham and Talmage, “Converting Ratings,”" names a work of both, and none of Talmage's own.
    """
    found: set[int] = set()
    left = dict(notes)
    for start, text in notes:
        for work, title, _ in noted_works([(start, text)]):
            titled = {e.index for e in entries if is_titled(article.references[e.index].raw, title)}
            if titled and work.span is not None:
                begin, end = work.span[0] - start, work.span[1] - start
                named = fold(text[begin:end])
                found |= {e.index for e in entries if e.index in titled and _names(named, e)}
                left[start] = left[start][:begin] + " " * (end - begin) + left[start][end:]
    said = fold("\n".join(whole_words(text) for text in left.values()))
    return found | {e.index for e in entries if _names(said, e)}


def _names(folded: str, entry: Entry) -> bool:
    """True where a text, folded, has the last word of the first author's name, or "Neff’s"."""
    words = fold(entry.surnames[0]).split() if entry.surnames else []
    return bool(words) and re.search(rf"\b{re.escape(words[-1])}s?\b", folded) is not None


def pair_noted(
    article: CheckedArticle, works: Iterable[tuple[Citation, str, bool]], entries: Sequence[Entry]
) -> Noted:
    """Return the works that notes name otherwise than the list does, and those that it does not have.

    A work that a note names at length need not be listed, as a newspaper's article; one that is named short
    must stand at length somewhere.
    """
    found = Noted(year=[], name=[], missing=[])
    told: set[str] = set()
    for citation, title, is_short in works:
        raws = {e.index: article.references[e.index].raw for e in entries}
        people = [e for e in entries if same_people(citation.names[:1], e.surnames, exact=True)]
        titled = [e for e in entries if is_titled(raws[e.index], title)]
        both = [e for e in people if e in titled]
        if len(both) == 1 and citation.year and both[0].year.isdigit() and citation.year != both[0].year:
            found["year"].append(Pair(citation, both[0].index, both[0].year))
        if not people and len(titled) == 1 and titled[0].surnames:
            if same_people(citation.names[:1], titled[0].surnames, exact=False):
                found["name"].append(Pair(citation, titled[0].index, titled[0].surnames[0]))
        elif not people and not titled:
            who = fold(citation.names[0])
            if not is_short:
                told.add(who)
            elif who not in told and not any(f" {who} " in f" {fold(raw)} " for raw in raws.values()):
                found["missing"].append(citation)
    return found
