"""Citations by people and title, without a year: "(Neff, “Scale” 227; Rogers et al. 95)", also in notes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refs.extract.cited_names import NAMES, split_names
from refs.extract.name_year_index import is_by_same_people
from refs.model import Article, Citation, Reference, fold

_WORD = re.compile(r"\d+|[^\W\d_]+")
_RUN = 3
"""Words of a title in a row that tell a work, where its first author's name stands before them."""
_TITLE = 14
"""Words of a listed title that are looked at."""
_REACH = 45
"""Words before those of the title in which the name stands: "Neff, Kristin, and so on."."""
_GIVEN = 24
"""Letters of given names before the first surname: "Kristin Neff"."""
_GROUP = re.compile(r"\([^()]{3,400}\)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# "see Neff", "Neff et al.", "Neff and Germer 12–14", "Rogers, 95"
_NAMED = re.compile(
    rf"\s*(?:(?:see|cf\.|e\.g\.,?|also|vgl\.|siehe)\s){{0,2}}(?P<names>{NAMES}),?(?P<pages>\s\d{{1,4}}(?:[-–]\d{{1,4}})?)?\s*"
)
# "Neff, K. “Scale”", "Neff, Kristin, and Carl Rogers. Scale of", not "Neff, K. and Rogers"
_NAMES_END = re.compile(r"[“\"„«(]|\.\s(?=[^\W\d_]{2,})(?!\.\s(?:and|und|et)\b)")


class _Work(NamedTuple):
    """What a listed work may be told by."""

    head: str
    """Its people, folded, a blank on either side."""
    title: tuple[str, ...]


def title_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by people and title in the stretches of body text, linked to the references."""
    works = _works(references)
    found = [*_by_title(article.text, body, works), *_by_name(article.text, body, works)]
    found.sort(key=lambda citation: citation.span or (0, 0))
    kept: list[Citation] = []
    for citation in found:
        before = kept[-1] if kept else None
        if before and before.span and citation.span and citation.span[0] < before.span[1]:
            continue
        kept.append(citation)
    return kept


def _works(references: Sequence[Reference]) -> dict[int, _Work]:
    works: dict[int, _Work] = {}
    before = ""
    for number, reference in enumerate(references):
        if reference.list != "article":
            continue
        raw = reference.raw[:600]
        cut = _NAMES_END.search(raw)
        names = raw[: cut.start()] if cut else raw[:40]
        if is_by_same_people(raw) or not names:
            names = before
        before = names
        words = tuple(fold(word[0]) for word in _WORD.finditer(raw, cut.start() if cut else 0))
        works[number] = _Work(f" {fold(names)} ", words[:_TITLE])
    return works


def _by_title(text: str, body: Sequence[tuple[int, int]], works: dict[int, _Work]) -> Iterator[Citation]:
    """Yield where words of one work's title stand behind the name of its first author."""
    runs: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, work in works.items():
        for at in range(len(work.title) - _RUN + 1):
            runs[work.title[at : at + _RUN]].add(number)
    firsts = {number: _first_names(work.head) for number, work in works.items()}
    for start, end in body:
        places = [(match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
        written = [text[a:b] for a, b in places]
        folded = {word: fold(word) for word in set(written)}
        words = [folded[word] for word in written]
        last: dict[int, int] = {}
        for at in range(len(words) - _RUN + 1):
            meant = runs.get(tuple(words[at : at + _RUN]), ())
            for number in meant if len(meant) == 1 else ():
                # NOTE: without the name once more, more words of the title are the same citation.
                near = range(at - 1, max(-1, at - _REACH, last.get(number, -1)), -1)
                last[number] = at
                name = next((back for back in near if words[back] in firsts[number]), None)
                if name is not None:
                    span = (places[name][0], places[at + _RUN - 1][1])
                    yield Citation(text[slice(*span)], span, (number,), "note")


def _first_names(head: str) -> frozenset[str]:
    """Return the words that may be the surname of a work's first author: those of its first people."""
    return frozenset(word for word in head.split()[:4] if len(word) > 2)


def _by_name(text: str, body: Sequence[tuple[int, int]], works: dict[int, _Work]) -> Iterator[Citation]:
    """Yield the people in parentheses without a year who stand in front of one listed work alone."""
    for start, end in body:
        for group in _GROUP.finditer(text, start, end):
            if _YEAR.search(group[0]):
                continue
            at = group.start() + 1
            for piece in group[0][1:-1].split(";"):
                named = _NAMED.fullmatch(piece.replace("\n", " "))
                names = split_names(named["names"]) if named else (" ".join(piece.split()),)
                meant = _by_these(names, works)
                if len(meant) == 1:
                    span = (at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip()))
                    pages = (named["pages"] or "").strip() if named else ""
                    yield Citation(text[slice(*span)], span, (meant[0],), "note", names=names, locator=pages)
                at += len(piece) + 1


def _by_these(names: tuple[str, ...], works: dict[int, _Work]) -> list[int]:
    """Return the works in front of which all of these names stand, the first of them first."""
    if not names:
        return []
    first, *others = [f" {fold(name)} " for name in names]
    near = [number for number, work in works.items() if work.head.startswith(first)]
    near = near or [n for n, work in works.items() if first in work.head[: len(first) + _GIVEN]]
    return [number for number in near if all(name in works[number].head for name in others)]
