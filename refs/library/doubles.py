"""Entries that are one work: the same identifier, or the same title by the same author."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from refs.model import ArxivId, Item, fold, fold_compact, words

# Registrants that hold preprints only (Crossref's and DataCite's prefixes).
_PREPRINT_PREFIXES = frozenset(
    "10.48550 10.31234 10.31219 10.21203 10.2139 10.20944 10.26434 10.36227 10.22541 10.31223 10.35542 "
    "10.31235 10.31224 10.32942 10.12688 10.7287".split()
)
_PREPRINT_SERVERS = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|techrxiv|research square|ssrn|preprints?)\b"
)
_TAGS = re.compile(r"</?(?:i|b|sub|sup|span)\b[^<>]{0,80}>")
_YEARS_TO_PRINT = 6
"""How long after its preprint an article may appear and still be taken for the same work."""


@dataclass(frozen=True, slots=True)
class Double:
    """Entries that are one work: which to keep, which say the same, and why that is thought."""

    keep: str
    others: tuple[str, ...]
    reason: str


def find_doubles(items: Iterable[Item]) -> list[Double]:
    """Return the groups of items that are one work, in file order.

    Two published works with different DOIs are never taken for one, nor two parts, editions or pages.

    >>> a = Item({"id": "a", "type": "article-journal", "title": "A tale of two cities", "DOI": "10.1000/1"})
    >>> find_doubles([a, a.with_fields({"id": "b", "DOI": "https://doi.org/10.1000/1"})])
    [Double(keep='a', others=('b',), reason='the same DOI 10.1000/1')]
    """
    items = list(items)
    leader = list(range(len(items)))
    reasons: dict[int, str] = {}

    def first(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for one, other, reason in _pairs(items):
        low, high = sorted((first(one), first(other)))
        if low != high:
            leader[high] = low
            reasons.setdefault(low, reasons.get(high, reason))
    groups: dict[int, list[int]] = {}
    for place in range(len(items)):
        groups.setdefault(first(place), []).append(place)
    return [
        _double([items[place] for place in places], reasons[low])
        for low, places in groups.items()
        if len(places) > 1
    ]


def is_preprint(item: Item) -> bool:
    """Return True for a work that says itself, or whose place says, that it is not yet published."""
    if item.type in ("article", "manuscript") or "preprint" in item.text("genre").lower():
        return True
    if item.doi is not None and item.doi.prefix in _PREPRINT_PREFIXES:
        return True
    return (
        bool(_PREPRINT_SERVERS.search(fold(f"{item.container_title} {item.publisher}"))) and not item.volume
    )


def _pairs(items: list[Item]) -> Iterator[tuple[int, int, str]]:
    for kind, identify in (("DOI", _doi), ("arXiv number", _arxiv), ("PubMed number", _pmid)):
        for name, places in _grouped(items, identify).items():
            for other in places[1:]:
                if _titles_agree(items[places[0]], items[other]):  # not two chapters under their book's DOI
                    yield places[0], other, f"the same {kind} {name}"
    for places in _grouped(items, _title_and_author).values():
        for one, other in combinations(places[:50], 2):
            if reason := _one_work(items[one], items[other]):
                yield one, other, reason


def _grouped(items: list[Item], name_of: Callable[[Item], str]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        if name := name_of(item):
            groups.setdefault(name, []).append(place)
    return {name: places for name, places in groups.items() if len(places) > 1}


def _doi(item: Item) -> str:
    return str(item.doi or "")


def _arxiv(item: Item) -> str:
    text = (
        f"{item.text('archive')}:{item.text('archive_location')} {item.number} {item.text('DOI')} {item.url}"
    )
    found = ArxivId.find(text.replace("arXiv.", "arXiv:").replace("arxiv.", "arxiv:"))
    return str(found or "")


def _titles_agree(one: Item, other: Item) -> bool:
    """Return True where one title begins as the other does, or is missing."""
    titles = sorted((fold_compact(_TAGS.sub("", item.title)) for item in (one, other)), key=len)
    return titles[1].startswith(titles[0])


def _pmid(item: Item) -> str:
    return item.text("PMID")


def _title_and_author(item: Item) -> str:
    """Return what entries of one work share: the whole title and the first author's family name."""
    people = item.author or item.editor
    title = _TAGS.sub("", item.title)
    if len(words(title)) < 3 or not people:
        return ""
    return f"{fold_compact(title)} {fold_compact(people[0].surname)}"


def _one_work(one: Item, other: Item) -> str:
    """Return why two items with one title and author are one work, "" if they may be two."""
    if any(_differ(one.text(key), other.text(key)) for key in ("edition", "chapter-number", "version")):
        return ""
    preprints = [is_preprint(item) for item in (one, other)]
    years = [
        item.issued.year for item in (one, other) if item.issued is not None and item.issued.year is not None
    ]
    gap = max(years) - min(years) if len(years) == 2 else 0
    if preprints[0] != preprints[1]:
        return "a preprint and its article: the same title and author" if gap <= _YEARS_TO_PRINT else ""
    if _differ(str(one.doi or ""), str(other.doi or "")):
        return ""
    pages = [str(item.page_range.first) if item.page_range else "" for item in (one, other)]
    if gap > 1 or _differ(*pages) or _differ(one.volume, other.volume) or one.type != other.type:
        return ""
    if _differ(fold_compact(one.container_title), fold_compact(other.container_title)):
        return ""
    return "the same title, author and year"


def _differ(one: str, other: str) -> bool:
    """Return True where both sides say something, and not the same."""
    return bool(one and other and one.lower() != other.lower())


def _double(items: list[Item], reason: str) -> Double:
    best = max(items, key=lambda item: (not is_preprint(item), item.doi is not None, len(item)))
    return Double(best.id, tuple(item.id for item in items if item is not best), reason)
