"""Citations by people and title, without a year: "(Neff, “Scale” 227; Rogers et al. 95)", also in notes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refs.extract.citations.name_year_index import is_by_same_people
from refs.extract.citations.names import NAMES, says_others, split_names
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
_GROUP = re.compile(r"\([^()]{1,400}\)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LEADS = (
    r"(?:(?:see|cf\.|e\.g\.,?|also|vgl\.|siehe|(?:as )?(?:qtd\.|quoted|cited) in|cit\. in|apud"
    r"|zit\. n(?:ach|\.))\s){0,2}"
)
_PAGES = (
    r"(?:pp?\.\s)?(?:\d{1,4}(?:[-–]\d{1,4})?|[ivxlc]{1,7})(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,5}(?:[.:]\d{1,4})?"
)
# "see Neff", "Neff et al.", "Neff and Germer 12–14", "Rogers, 95", "qtd. in Cohen 40", "Gilroy 4, 17"
_NAMED = re.compile(rf"\s*{_LEADS}(?P<names>{NAMES}),?(?P<pages>\s{_PAGES})?\s*")
# "Said, *Beginnings* 101", "Mentz, “Toward” 998", "*Waves* 9", "Prospect 670"
_SHORT_TITLE = re.compile(
    rf"\s*{_LEADS}(?:(?P<names>{NAMES}),\s)?[*_“\"‘'«]{{0,3}}"
    rf"(?P<title>[^\W\d_][^“”\"*_;()\d]{{1,80}}?)[*_”\"’'»,]{{0,3}}(?:\s(?P<pages>{_PAGES}))?\s*"
)
# "(474)", "(4, 17)", "(xx)" behind "Deleuze and Guattari "
_ONLY_PAGES = re.compile(rf"\s*{_PAGES}\s*")
_NAMES_BEFORE = re.compile(rf"(?<!\w)(?P<names>{NAMES})\s$")
_PEOPLE = re.compile(NAMES)
_NEAR = 500
"""Characters before a short title in which its author is named."""
_SMALL = frozenset("a an the of in on and der die das le la les el los il lo".split())
# "Neff, K. “Scale”", "Neff, Kristin, and Carl Rogers. Scale of", not "Neff, K. and Rogers"
_NAMES_END = re.compile(
    r"[“\"„«(]|\.\s(?=[^\W\d_]{2,})(?!\.\s(?:and|und|et)\b)|(?<!\s[^\W\d_])\.\s(?=[AOEYÀ]\s[^\W\d_]{2,})"
)


# "Rogers, Carl, et al.", "Quist, Nora, and Fatima Al-Hassan": more people than one
_MORE = re.compile(r"\b(?:et al|and|und|et|y|e)\b|&")
_FEWEST = 3
"""Citations in parentheses that an article has in which people named in the sentence are cited too."""


class _Work(NamedTuple):
    """What a listed work may be told by."""

    head: str
    """Its people, folded, a blank on either side."""
    title: tuple[str, ...]
    first: str = ""
    """The surname that it begins with, where another person's follows."""


def title_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by people and title in the stretches of body text, linked to the references."""
    works = _works(references)
    named = list(_by_name(article.text, body, works))
    found = [*_by_title(article.text, body, works), *named]
    if len(named) >= _FEWEST:
        found += _in_the_sentence(article.text, body, works)
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
        first, comma, others = names.partition(",")
        pair = first if comma and len(first) < _GIVEN and _MORE.search(others) else ""
        works[number] = _Work(f" {fold(names)} ", words[:_TITLE], pair.strip())
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
                line = piece.replace("\n", " ")
                named = _NAMED.fullmatch(line)
                names = split_names(named["names"]) if named else (" ".join(piece.split()),)
                meant = _by_these(names, works)
                if _ONLY_PAGES.fullmatch(line):
                    yield from _before_pages(text, start, group.span(), works)
                    at += len(piece) + 1
                    continue
                if len(meant) != 1 and (titled := _SHORT_TITLE.fullmatch(line)):
                    named = titled
                    names = split_names(titled["names"]) if titled["names"] else ()
                    near, paged = text[max(start, at - _NEAR) : at], bool(titled["pages"])
                    meant = _by_short_title(names, titled["title"], near, works, paged=paged)
                if len(meant) == 1:
                    span = (at + len(piece) - len(piece.lstrip()), at + len(piece.rstrip()))
                    pages = (named["pages"] or "").strip() if named else ""
                    yield Citation(text[slice(*span)], span, (meant[0],), "note", names=names, locator=pages)
                at += len(piece) + 1


def _before_pages(
    text: str, start: int, group: tuple[int, int], works: dict[int, _Work]
) -> Iterator[Citation]:
    """Yield the people whose names stand before pages in parentheses: "Gilroy (4, 17)"."""
    led = _NAMES_BEFORE.search(text, max(start, group[0] - 120), group[0])
    names = split_names(led["names"]) if led else ()
    meant = _by_these(names, works)
    if led and len(meant) == 1:
        span = (led.start(), group[1])
        pages = text[group[0] + 1 : group[1] - 1].strip()
        yield Citation(
            text[slice(*span)], span, (meant[0],), "note", "", names, narrative=True, locator=pages
        )


def _by_short_title(
    names: tuple[str, ...], title: str, before: str, works: dict[int, _Work], *, paged: bool
) -> list[int]:
    """Return the works of these people, or of people named before, whose titles have these words in a row."""
    words = tuple(fold(word[0]) for word in _WORD.finditer(title))
    if not words or all(word in _SMALL for word in words) or not (names or paged or len(words) >= _RUN):
        return []
    near = _by_these(names, works) if names else list(works)
    said = f" {fold(before)} "
    return [
        number
        for number in near
        if _has_run(works[number].title[:_TITLE], words)
        and (names or any(f" {name} " in said for name in _first_names(works[number].head)))
    ]


def _has_run(title: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(title[at : at + len(words)] == words for at in range(len(title) - len(words) + 1))


def _in_the_sentence(
    text: str, body: Sequence[tuple[int, int]], works: dict[int, _Work]
) -> Iterator[Citation]:
    """Yield several people in the sentence who stand in front of one work alone: "Quist and Bello say"."""
    firsts = sorted({work.first for work in works.values() if work.first}, key=len, reverse=True)
    if not firsts:
        return
    several = "|".join(map(re.escape, firsts))
    pattern = re.compile(rf"(?<!\w)(?:{several})\s(?=et al|and\s|und\s|et\s|y\s|&)")
    for start, end in body:
        for found in pattern.finditer(text, start, end):
            people = _PEOPLE.match(text, found.start(), end)
            names = split_names(people.group()) if people else ()
            meant = _by_these(names, works)
            if people and len(meant) == 1 and (len(names) > 1 or says_others(people.group())):
                span = people.span()
                yield Citation(people.group(), span, (meant[0],), "note", "", names, narrative=True)


def _by_these(names: tuple[str, ...], works: dict[int, _Work]) -> list[int]:
    """Return the works in front of which all of these names stand, the first of them first."""
    if not names:
        return []
    first, *others = [f" {fold(name)} " for name in names]
    near = [number for number, work in works.items() if work.head.startswith(first)]
    near = near or [n for n, work in works.items() if first in work.head[: len(first) + _GIVEN]]
    return [number for number in near if all(name in works[number].head for name in others)]
