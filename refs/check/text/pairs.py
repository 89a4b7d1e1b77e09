"""Which citation means which entry, spelt anyhow, and which two mean one work though they differ."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from refs.check.names import are_among, same_people
from refs.check.text.listed import Entry, initials_of
from refs.model import Citation, fold

_SPAN_OF_YEARS = re.compile(r"\d{4}[a-z]?\s?[-–—/]\s?\d{4}")
APART = 5
"""Years between two that may be one of the same work: online and in print, a draft and the article."""
CLOSE = 2
"""Years by which a citation may differ from a work that is cited rightly elsewhere, and mean it."""
LONG_NAME = 6
"""Letters from which a name that differs by a letter or two is taken for that of a work cited elsewhere."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A citation and a reference that mean one work, though they differ; ``listed`` is the list's side."""

    citation: Citation
    reference: int
    listed: str


def one_year_each(citations: Sequence[Citation], entries: dict[int, Entry]) -> list[Citation]:
    """Return citations with those of several years parted: "(Neff, 2003, 2005)" may lack one of the two.

    Two years with a dash between them are the beginning and the end of one work.
    """
    found: list[Citation] = []
    for citation in citations:
        years = citation.year.split(", ")
        known = {entries[i].year for i in citation.references}
        if len(years) < 2 or citation.kind != "author-date" or _SPAN_OF_YEARS.search(citation.text):
            found.append(citation)
        elif citation.references:
            absent = [year for year in years if year[:4].isdigit() and year[:4] not in known]
            found += [citation, *(replace(citation, references=(), year=year) for year in absent)]
        else:
            found += [replace(citation, year=year) for year in years]
    return found


def answers_of(loose: Sequence[Citation], entries: Sequence[Entry]) -> dict[int, int]:
    """Return, by the citation's identity, the entry of this year by these people, spelt anyhow."""
    return {id(citation): entry.index for citation in loose for entry in entries if may_mean(citation, entry)}


def may_mean(citation: Citation, entry: Entry) -> bool:
    """True where names, year and letter of a citation are those of an entry."""
    year, suffix = citation.year[:4], citation.year[4:]
    if not citation.names or year != entry.year or (suffix and entry.suffix and suffix != entry.suffix):
        return False
    if entry.suffix and not suffix:
        return False
    names = citation.names
    is_body = len(names) == 1 and fold(names[0]) in (fold(entry.short), fold(entry.acronym))
    is_body = is_body or (len(names) == 1 and initials_of(names[0]) in (*entry.surnames[:1], entry.short))
    return is_body or same_people(names, entry.surnames, exact=True) or are_among(names, entry.surnames)


def dates_of_undated(loose: Sequence[Citation], undated: Sequence[Entry]) -> dict[int, int]:
    """Return, by the citation's identity, the entry without a year that it cites, one year for each entry."""
    found: dict[int, int] = {}
    years: dict[int, str] = {}
    for citation in loose:
        for entry in undated:
            same = same_people(citation.names, entry.surnames, exact=True)
            if same and years.setdefault(entry.index, citation.year) == citation.year:
                found[id(citation)] = entry.index
                break
    return found


def pairs_of(
    loose: Sequence[Citation], entries: Sequence[Entry], cited: set[int], beside: Container[int]
) -> dict[int, tuple[str, Pair]]:
    """Return, by the citation's identity, the entry that each unresolved citation must mean.

    Those ``beside`` a linked year of the same citation mean no entry that is cited.
    """
    pairs: dict[int, tuple[str, Pair]] = {}
    for citation in loose:
        if not citation.names:
            continue
        ranked = sorted(
            ((kind, entry) for entry in entries if (kind := _difference(citation, entry))),
            key=lambda found: (
                found[1].index in cited,
                ("suffix", "year", "name").index(found[0]),
                found[1].index,
            ),
        )
        free = [found for found in ranked if found[1].index not in cited] or [
            found for found in ranked if _may_be_slip(citation, *found)
        ]
        if id(citation) in beside:
            free = [found for found in free if found[1].index not in cited]
        best = [found for found in free if found[0] == free[0][0]] if free else []
        if len(best) == 1 or (best and best[0][0] == "suffix"):
            kind, entry = best[0]
            listed = entry.year + entry.suffix if kind != "name" else entry.surnames[0]
            pairs[id(citation)] = kind, Pair(citation, entry.index, listed)
    return pairs


def _may_be_slip(citation: Citation, kind: str, entry: Entry) -> bool:
    """True where a citation may mean an entry that others cite rightly: it differs by next to nothing."""
    if kind == "name":
        return len(entry.surnames[0]) >= LONG_NAME
    year = citation.year[:4]
    is_year = kind == "year" and year.isdigit() and entry.year.isdigit()
    return not is_year or abs(int(year) - int(entry.year)) <= CLOSE or sorted(year) == sorted(entry.year)


def _difference(citation: Citation, entry: Entry) -> str:
    """Return how a citation differs from an entry it may mean: "year", "name", "suffix", or ""."""
    if not entry.surnames:
        return ""
    year, suffix = citation.year[:4], citation.year[4:]
    same = same_people(citation.names, entry.surnames, exact=True)
    if same and year == entry.year:
        return "suffix" if suffix != entry.suffix else ""
    same = same or are_among(citation.names, entry.surnames)
    if same and year.isdigit() and entry.year.isdigit() and are_near(year, entry.year):
        return "year"
    if year == entry.year and same_people(citation.names, entry.surnames, exact=False):
        return "name"
    return ""


def are_near(year: str, other: str) -> bool:
    """True for years that may be one, misprinted: some years apart, one figure, or two that changed places.

    >>> are_near("2020", "2021"), are_near("1927", "1917"), are_near("1986", "1968"), are_near("2006", "1985")
    (True, True, True, False)
    """
    differing = sum(a != b for a, b in zip(year, other, strict=False))
    return abs(int(year) - int(other)) <= APART or differing == 1 or sorted(year) == sorted(other)


def without_letter(citations: Sequence[Citation], entries: dict[int, Entry]) -> tuple[Pair, ...]:
    """Return citations without a letter, or with one that neither has, of two entries of one year."""
    found = []
    for citation in citations:
        dated = bool(citation.year) and len(citation.year) <= 5
        if citation.kind == "author-date" and len(citation.references) > 1 and dated:
            hits = [entries[i] for i in citation.references]
            lettered = all(e.suffix and e.suffix != citation.year[4:] for e in hits)
            if lettered and len({e.year for e in hits}) == 1:
                listed = " and ".join(e.year + e.suffix for e in hits)
                found.append(Pair(citation, hits[0].index, listed))
    return tuple(found)


def each_once(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return one pair for each reference and way it is cited."""
    unique = {(p.reference, tuple(p.citation.names), p.citation.year): p for p in reversed(pairs)}
    return tuple(sorted(unique.values(), key=lambda p: (p.citation.span or (0, 0), p.reference)))
