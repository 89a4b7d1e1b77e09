"""Citations and list laid side by side: what is left over on each side, and what of it belongs together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypedDict

from rapidfuzz.distance import DamerauLevenshtein

from refs.check.mentions import EAST, Mentions, loose_numbers, number_of
from refs.check.noted import is_titled, note_texts, noted_works
from refs.check.tables import supplements, unread_tables
from refs.model import CheckedArticle, Citation, Name, Reference, fold, fold_compact

_YEAR = re.compile(r"(?<![\d./-])((?:1[5-9]|20)\d\d)([a-z])?(?![\d-])")
_NO_DATE = re.compile(r"\bn\.\s?d\.|\bo\.\s?j\.|\bs\.\s?d\.|\bin press\b|\bforthcoming\b|\bim druck\b", re.I)
# "National Association of Home Builders Research Center (NAHBRC). (2000)": the short name in citations
_SHORT = re.compile(r"[(\[]([A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z&]{0,8})[)\]]")
NUMBERED = frozenset({"numeric", "superscript", "note"})
_LEADERS = "....."
"""What a list of tables or figures prints before the page: its captions come before the text does."""
LONG = 20
"""References of a list whose last ones a supplement may cite."""
INTERVIEWS = 4
"""So many lone names of one year that the list lacks are those of people who were interviewed."""
FEW, MOST = 8, 0.8
"""From so many references on, a list of which this share is uncited is no list of what is cited."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A citation and a reference that mean one work, though they differ; ``listed`` is the list's side."""

    citation: Citation
    reference: int
    listed: str


class Noted(TypedDict):
    """What notes name that the list has otherwise, or not at all."""

    year: list[Pair]
    name: list[Pair]
    missing: list[Citation]


@dataclass(frozen=True, slots=True)
class Entry:
    """What in-text citations can name of a reference: surnames of its authors, year, suffix."""

    index: int
    surnames: tuple[str, ...]
    shown: str
    year: str
    suffix: str
    short: str = ""
    """What the entry says it is called for short: "NAHBRC" for an association."""


@dataclass(frozen=True, slots=True)
class TextAndList:
    """The result of laying text and list side by side."""

    own: tuple[int, ...]
    """Indexes of the article's own references."""
    entries: dict[int, Entry]
    has_no_citations: bool
    missing: tuple[tuple[Citation, int], ...]
    uncited: tuple[int, ...]
    cites_few: bool
    """Most of the list is uncited: it is a bibliography rather than a list of what is cited."""
    unread: tuple[str, ...]
    """Tables that the text speaks of and that were not read: what is uncited may be cited there."""
    other_years: tuple[Pair, ...]
    other_names: tuple[Pair, ...]
    suffixes: tuple[Pair, ...]
    numbers_missing: tuple[tuple[Citation, tuple[str, ...]], ...]
    out_of_order: tuple[Citation, int, int] | None
    gaps: tuple[tuple[str, int], ...]
    extent: str

    def name(self, index: int) -> str:
        """Return how a sentence calls a reference: "Neff (2003)", "reference 12"."""
        return self.entries[index].shown


def read_text_and_list(article: CheckedArticle) -> TextAndList:
    """Return text and list side by side; the result is kept for the article last asked about."""
    return _read(_Key(article))


class _Key:
    """An article as a cache key by identity: its parts need not be hashable."""

    __slots__ = ("article",)

    def __init__(self, article: CheckedArticle) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.article is self.article


@lru_cache(maxsize=1)
def _read(key: _Key) -> TextAndList:
    article = key.article
    own = tuple(i for i, r in enumerate(article.references) if r.list == "article")
    entries = {i: _entry(i, article.references[i]) for i in range(len(article.references))}
    notes = note_texts(article)
    noted = _cited_in_notes(article, notes, own, entries)
    if noted and article.citations:  # NOTE: raised numbers are those of the notes, not of a list without any
        article = replace(article, citations=())
    cited = {i for c in article.citations for i in c.references}
    loose = [c for c in article.citations if c.kind == "author-date" and not c.references]
    undated = _of_undated(loose, [entries[i] for i in own if i not in cited and not entries[i].year])
    cited |= set(undated.values())
    loose = [c for c in loose if id(c) not in undated]
    loose_ends = _unmentioned(article, own, entries, cited)
    loose += _unlinked(article, [entries[i] for i in loose_ends], [entries[i] for i in own], loose)
    pairs = _pair(loose, [entries[i] for i in own], cited) if own else {}
    years = tuple(p for kind, p in pairs.values() if kind == "year")
    names = tuple(p for kind, p in pairs.values() if kind == "name")
    suffixes = tuple(p for kind, p in pairs.values() if kind == "suffix") + _ambiguous(
        article.citations, entries
    )
    if noted:
        named = _pair_noted(article, noted_works(notes), [entries[i] for i in own])
        years, names, missing = (*years, *named["year"]), (*names, *named["name"]), named["missing"]
    else:
        missing = _without_interviews([c for c in loose if id(c) not in pairs])
    unmentioned = [i for i in own if i not in noted] if noted else loose_ends
    paired = {p.reference for p in (*years, *names, *suffixes)}
    uncited = tuple(i for i in unmentioned if i not in paired)
    unread = unread_tables(article.article)
    if not unread and _are_last(article, own, uncited):
        unread = supplements(article.article)
    return TextAndList(
        own=own,
        entries=entries,
        has_no_citations=bool(own) and not article.citations and not noted,
        missing=_count(missing) if own else (),
        uncited=uncited,
        cites_few=len(own) >= FEW and len(uncited) >= MOST * len(own),
        unread=unread,
        other_years=_once(years),
        other_names=_once(names),
        suffixes=_once(suffixes),
        numbers_missing=_numbers_missing(article, own),
        out_of_order=None if unread else _out_of_order(article, own, entries),
        gaps=_gaps(article, own),
        extent=_extent(article, own),
    )


def _unlinked(
    article: CheckedArticle, left: Sequence[Entry], entries: Sequence[Entry], known: Sequence[Citation]
) -> list[Citation]:
    """Return citations of the people of uncited references with a year that no entry of theirs has."""
    if not any(c.kind == "author-date" for c in article.citations):
        return []
    mentions = Mentions(article)
    taken = [c.span for c in (*article.citations, *known) if c.span is not None]
    found = []
    for entry in left:
        years = {e.year for e in entries if e.surnames[:1] == entry.surnames[:1]}
        for citation in mentions.with_year(entry.surnames[0]) if entry.surnames else ():
            start, end = citation.span or (0, 0)
            if citation.year[:4] not in years and not any(a < end and start < b for a, b in taken):
                found.append(citation)
    return found


def _cited_in_notes(
    article: CheckedArticle, notes: Sequence[tuple[int, str]], own: Sequence[int], entries: dict[int, Entry]
) -> set[int]:
    """Return the references that notes name, in an article that cites by notes; none for others."""
    kinds = {c.kind for c in article.citations}
    if not notes or kinds - {"superscript"} or any(article.references[i].label for i in own):
        return set()
    said = [fold(text) for _, text in notes]
    named = {
        i for i in own if entries[i].surnames and any(fold(entries[i].surnames[0]) in note for note in said)
    }
    return named if 2 * len(named) >= len(own) else set()


def _pair_noted(
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
        people = [e for e in entries if _same_people(citation.names[:1], e.surnames, exact=True)]
        titled = [e for e in entries if is_titled(raws[e.index], title)]
        both = [e for e in people if e in titled]
        if len(both) == 1 and citation.year and both[0].year.isdigit() and citation.year != both[0].year:
            found["year"].append(Pair(citation, both[0].index, both[0].year))
        if not people and len(titled) == 1 and titled[0].surnames:
            if _same_people(citation.names[:1], titled[0].surnames, exact=False):
                found["name"].append(Pair(citation, titled[0].index, titled[0].surnames[0]))
        elif not people and not titled:
            who = fold(citation.names[0])
            if not is_short:
                told.add(who)
            elif who not in told and not any(f" {who} " in f" {fold(raw)} " for raw in raws.values()):
                found["missing"].append(citation)
    return found


def _unmentioned(
    article: CheckedArticle, own: Sequence[int], entries: dict[int, Entry], cited: set[int]
) -> list[int]:
    """Return the references that no citation points to and the text mentions in no way."""
    kinds = {c.kind for c in article.citations}
    mentions = Mentions(article)
    left = []
    for position, index in enumerate(own, 1):
        if index in cited or not kinds:
            continue
        number = number_of(article.references[index], position)
        if kinds & NUMBERED and number is not None and mentions.has_number(number):
            continue
        if not _is_mentioned(mentions, entries[index], article.references[index].raw, kinds):
            left.append(index)
    return left


def _is_mentioned(mentions: Mentions, entry: Entry, raw: str, kinds: set[str]) -> bool:
    """True where the text names an entry's people and year, its short name, or how it begins."""
    if "author-date" not in kinds:
        return mentions.has_name_and_year(entry.surnames, entry.year)
    if mentions.has_name(entry.surnames, entry.year) or (not entry.surnames and mentions.has_opening(raw)):
        return True
    return bool(entry.short) and mentions.has_name((entry.short,), entry.year)


def _of_undated(loose: Sequence[Citation], undated: Sequence[Entry]) -> dict[int, int]:
    """Return, by the citation's identity, the entry without a year that it cites, one year for each entry."""
    found: dict[int, int] = {}
    years: dict[int, str] = {}
    for citation in loose:
        for entry in undated:
            same = bool(citation.names) and _same_people(citation.names, entry.surnames, exact=True)
            if same and years.setdefault(entry.index, citation.year) == citation.year:
                found[id(citation)] = entry.index
                break
    return found


def _entry(index: int, reference: Reference) -> Entry:
    """Return what citations can name of a reference, from its item and, for the year, its raw string."""
    item = reference.item
    names = item.author or item.editor if item is not None else ()
    surnames = tuple(_whole_name(name) for name in names if name.surname)
    match = _YEAR.search(reference.raw)
    year = str(item.issued.year) if item is not None and item.issued is not None and item.issued.year else ""
    if not year and match is not None:
        year = match.group(1)
    suffix = next(
        (m.group(2) for m in _YEAR.finditer(reference.raw) if m.group(1) == year and m.group(2)), ""
    )
    if not year and (no_date := _NO_DATE.search(reference.raw)):
        year = no_date.group()
    who = surnames[0] if len(surnames) == 1 else " and ".join(surnames) if len(surnames) == 2 else ""
    who = who or (f"{surnames[0]} et al." if surnames else "")
    if reference.label.isdigit():
        shown = f"reference {reference.label}"
    elif who:
        shown = f"{who} ({year}{suffix})" if year else who
    else:
        shown = f"“{' '.join(reference.raw.split())[:60]}”"
    short = _SHORT.search(reference.raw[:200])
    return Entry(index, surnames, shown, year, suffix, short.group(1) if short else "")


def _whole_name(name: Name) -> str:
    """Return a surname; in Chinese, Japanese or Korean signs the whole name, as citations give it."""
    return f"{name.family}{name.given}" if EAST.match(name.surname) and name.given else name.surname


def _pair(
    loose: Sequence[Citation], entries: Sequence[Entry], cited: set[int]
) -> dict[int, tuple[str, Pair]]:
    """Return, by the citation's identity, the entry that each unresolved citation must mean."""
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
        free = [found for found in ranked if found[1].index not in cited] or ranked
        best = [found for found in free if found[0] == free[0][0]] if free else []
        if len(best) == 1 or (best and best[0][0] == "suffix"):
            kind, entry = best[0]
            listed = entry.year + entry.suffix if kind != "name" else entry.surnames[0]
            pairs[id(citation)] = kind, Pair(citation, entry.index, listed)
    return pairs


def _difference(citation: Citation, entry: Entry) -> str:
    """Return how a citation differs from an entry it may mean: "year", "name", "suffix", or ""."""
    if not entry.surnames:
        return ""
    year, suffix = citation.year[:4], citation.year[4:]
    same_name = _same_people(citation.names, entry.surnames, exact=True)
    if same_name and year == entry.year:
        return "suffix" if suffix != entry.suffix else ""
    if same_name and year.isdigit() and entry.year.isdigit():
        return "year"
    if year == entry.year and _same_people(citation.names, entry.surnames, exact=False):
        return "name"
    return ""


def _same_people(cited: Sequence[str], listed: Sequence[str], *, exact: bool) -> bool:
    """True where the names cited are the first of those listed, letter by letter or nearly."""
    if len(cited) > len(listed):
        return False
    return all(_same_name(c, name, exact) for c, name in zip(cited, listed, strict=False))


def _same_name(one: str, other: str, exact: bool) -> bool:
    a, b = fold_compact(one), fold_compact(other)
    if EAST.match(one):
        return b.startswith(a)
    if a == b or fold(one).split()[-1:] == fold(other).split()[-1:]:
        return True
    if exact or min(len(a), len(b)) < 4:
        return False
    return DamerauLevenshtein.distance(a, b) <= (1 if min(len(a), len(b)) < 7 else 2)


def _without_interviews(citations: Sequence[Citation]) -> list[Citation]:
    """Return the citations less those of many lone names in one year: so the people interviewed are cited."""
    lone: dict[str, set[str]] = {}
    for citation in citations:
        if len(citation.names) == 1 and citation.year:
            lone.setdefault(citation.year, set()).add(fold_compact(citation.names[0]))
    years = {year for year, names in lone.items() if len(names) >= INTERVIEWS}
    return [c for c in citations if len(c.names) != 1 or c.year not in years]


def _ambiguous(citations: Sequence[Citation], entries: dict[int, Entry]) -> tuple[Pair, ...]:
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


def _once(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return one pair for each reference and way it is cited."""
    unique = {(p.reference, tuple(p.citation.names), p.citation.year): p for p in reversed(pairs)}
    return tuple(sorted(unique.values(), key=lambda p: (p.citation.span or (0, 0), p.reference)))


def _count(citations: Sequence[Citation]) -> tuple[tuple[Citation, int], ...]:
    """Return each missing work once, with its first citation and how often it is cited."""
    groups: dict[tuple[str, ...], list[Citation]] = {}
    for citation in citations:
        key = (
            (*(fold_compact(n) for n in citation.names), citation.year)
            if citation.names
            else (citation.text,)
        )
        groups.setdefault(key, []).append(citation)
    return tuple((group[0], len(group)) for group in groups.values())


def _labels(article: CheckedArticle, own: Sequence[int]) -> dict[str, int]:
    """Return the article's references by label; a list without labels is numbered by place."""
    labels = {article.references[i].label: i for i in reversed(own) if article.references[i].label}
    return labels or {str(place): i for place, i in enumerate(own, 1)}


def _numbers_missing(
    article: CheckedArticle, own: Sequence[int]
) -> tuple[tuple[Citation, tuple[str, ...]], ...]:
    """Return citations by number or key with the labels that no reference has."""
    known = _labels(article, own)
    keyed = any(not label.isdigit() for label in known)
    found = []
    numbers = [int(label) for label in known if label.isdigit()]
    loose = loose_numbers(article, max(numbers)) if numbers else []
    for citation in (*article.citations, *loose) if known else ():
        if citation.kind in NUMBERED or (citation.kind == "key" and keyed):
            absent = tuple(label for label in citation.labels if label not in known)
            absent = absent if len(citation.references) < len(citation.labels) else ()
            if absent and not _is_interval(absent, citation, known):
                found.append((citation, absent))
    distinct = {label for _, labels in found for label in labels}
    is_cut = len(distinct) > 3 and len(distinct) * 5 > len(known) and not keyed
    return () if is_cut else tuple(found)


def _is_interval(absent: Sequence[str], citation: Citation, known: dict[str, int]) -> bool:
    """True for "[0, 1]" and "[5, 80]": ranges of values, whose ends are far from any number of the list."""
    numbers = [int(label) for label in known if label.isdigit()]
    if "0" in citation.labels or not numbers:
        return "0" in citation.labels
    far = max(numbers) + max(3, max(numbers) // 10)
    return len(citation.labels) > 1 and any(label.isdigit() and int(label) > far for label in absent)


def _out_of_order(
    article: CheckedArticle, own: Sequence[int], entries: dict[int, Entry]
) -> tuple[Citation, int, int] | None:
    """Return the first citation by number that runs ahead of a number not yet cited."""
    known = _labels(article, own)
    if len(known) < 3 or not all(label.isdigit() for label in known) or _is_alphabetical(own, entries):
        return None
    expected = 1
    mentions = Mentions(article)
    cited = {label for c in article.citations for label in c.labels}
    for citation in article.citations:
        if citation.kind not in ("numeric", "superscript") or _LEADERS in citation.sentence:
            continue
        for label in citation.labels:
            if not label.isdigit() or label not in known:
                continue
            number = int(label)
            place = citation.span[0] if citation.span is not None else None
            while expected < number and (str(expected) not in cited or mentions.has_number(expected, place)):
                expected += 1
            if number > expected:
                return citation, number, expected
            expected = max(expected, number + 1)
    return None


def _is_alphabetical(own: Sequence[int], entries: dict[int, Entry]) -> bool:
    """True where a numbered list is sorted by author, so that its numbers say nothing of first use."""
    names = [fold(entries[i].surnames[0]) for i in own if entries[i].surnames]
    rising = sum(a <= b for a, b in pairwise(names))
    return len(names) >= 3 and rising >= 0.9 * (len(names) - 1)


def _gaps(article: CheckedArticle, own: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Return what is odd in the list's own numbers: one left out, one twice."""
    labels = [(int(article.references[i].label), i) for i in own if article.references[i].label.isdigit()]
    if len(labels) < 3 or len(labels) < 0.8 * len(own):
        return ()
    numbers = [n for n, _ in labels]
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    if len(missing) > max(2, len(numbers) // 10):
        return ()
    found = [
        (f"there is no reference {gap}: the list goes from {gap - 1} to {number}", index)
        for gap in missing
        for number, index in labels
        if number == min(n for n in numbers if n > gap)
    ]
    seen: set[int] = set()
    for number, index in labels:
        if number in seen and _prints_number(article, index):
            found.append((f"the list has two references {number}", index))
        seen.add(number)
    return tuple(found)


def _are_last(article: CheckedArticle, own: Sequence[int], uncited: Sequence[int]) -> bool:
    """True where all that is uncited ends a long numbered list, as what only a supplement cites does."""
    last = own[-max(3, len(own) // 10) :]
    numbered = all(article.references[i].label.isdigit() for i in last)
    return numbered and len(own) > LONG and bool(uncited) and uncited[0] >= last[0]


def _prints_number(article: CheckedArticle, index: int) -> bool:
    """False for the second work under one number, "[12] A; B", before which the text has no number."""
    reference = article.references[index]
    if reference.span is None:
        return True
    start = reference.span[0]
    return reference.label in article.article.text[max(0, start - 8) : start]


def _extent(article: CheckedArticle, own: Sequence[int]) -> str:
    """Return the list's extent in words: "1 to 14"."""
    numbers = [int(label) for label in _labels(article, own) if label.isdigit()]
    return f"{min(numbers)} to {max(numbers)}" if numbers else f"{len(own)} references"
