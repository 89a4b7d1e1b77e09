"""Where an article's lists of references begin and end, and what their entries are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from refs.extract.clues import clues_of, start_form
from refs.extract.comments import author_of_comment, comment_chains, mark_comments
from refs.extract.entries import Entry, is_link_labels, make_entry
from refs.extract.entry_scores import are_links, entries_in, promising
from refs.extract.headings import ARTICLE, COMMENT, ListHeading
from refs.extract.lines import Line, Lines
from refs.extract.links import target_of, with_target
from refs.extract.list_parts import notes_at_feet, subheadings
from refs.extract.openings import LABELS, openings
from refs.extract.segment import cut_by_marks, segment_lines
from refs.extract.stretches import (
    FEWEST,
    GLANCE,
    SURE,
    Run,
    dense_runs,
    numbered_runs,
    stretch_end,
    under_headings,
)
from refs.extract.works import split_numbered, split_works
from refs.model import Article, fold

_FLOWING_FORMATS = frozenset("html docx odt markdown epub jats tei latex rtf".split())
_OF_A_MANUAL = frozenset({"reference"})
"""Headings under which links lead to the chapters of a manual."""
_MOST_PARTS = 50
_LITTLE_PROSE = 4
"""Function words in three lines, at most, where an entry follows."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list of references: its entries, what kind it is, and why it begins and ends where it does."""

    entries: tuple[Entry, ...]
    list: str
    name: str
    reason: str
    first_line: int
    last_line: int
    score: float
    pages: tuple[int | None, ...] = ()
    trust: float = 1.0
    """How far its heading can be trusted to stand above references; 0 without a heading."""


def find_lists(article: Article, lines: Lines) -> list[FoundList]:
    """Return the lists of references in the lines of an article, in reading order."""
    flowing = article.format in _FLOWING_FORMATS
    kinds = openings(lines.texts)
    mark_comments(lines, kinds)
    labels = {
        place
        for place, kind in kinds.items()
        if kind & LABELS and is_link_labels(lines.texts[place]) and not _heads_prose(lines.texts, place)
    }
    if labels:
        lines = _without_link_labels(lines, labels)
        gone = sorted(labels)
        kinds = {at - bisect_left(gone, at): kind for at, kind in kinds.items() if at not in labels}
    changes = _region_changes(lines)
    found = [
        candidate
        for start, stop, heading in under_headings(lines, kinds, changes, flowing)
        if (candidate := _try_list(article, lines, start, stop, heading, flowing)) is not None
    ]
    if any(candidate.list == ARTICLE and candidate.trust >= SURE for candidate in found):
        found = _without_sections([candidate for candidate in found if candidate.trust >= SURE])
    if not any(candidate.list == ARTICLE for candidate in found):
        found += _without_heading(article, lines, found, flowing, changes)
    found += comment_lists(article, lines)
    return sorted(found, key=lambda candidate: candidate.first_line)


def _without_sections(found: list[FoundList]) -> list[FoundList]:
    """Return lists without single ones that are a section of running text on references."""
    if max(len(candidate.entries) for candidate in found) < FEWEST:
        return found
    return [
        candidate
        for candidate in found
        if len(candidate.entries) > 1 or start_form(candidate.entries[0].raw) or candidate.entries[0].label
    ]


def _heads_prose(texts: Sequence[str], place: int) -> bool:
    """Return True for "Abstract" over running text: no label of a link, but a heading."""
    return clues_of(" ".join(texts[place + 1 : place + 4])).prose > _LITTLE_PROSE


def _without_link_labels(lines: Lines, labels: Set[int]) -> Lines:
    """Return the lines without those of link labels, which part entries."""
    for place in labels:
        if place + 1 not in labels and place + 1 < len(lines):
            lines.set_gap(place + 1, max(lines.gap(place + 1), 1.0))
    return lines.without(labels)


def _region_changes(lines: Lines) -> list[int]:
    """Return the places at which another region begins."""
    regions = lines.regions()
    return [place for place, (a, b) in enumerate(pairwise(regions), 1) if a != b] if any(regions) else []


def _try_list(
    article: Article,
    lines: Lines,
    start: int,
    stop: int,
    heading: ListHeading | None,
    flowing: bool,
) -> FoundList | None:
    """Return the list that a stretch holds from its first line on, None if it holds none."""
    within = lines.between(start, stop)
    places: Sequence[int] = range(start, stop)
    parts: list[int] = []
    if heading and not flowing and (notes := notes_at_feet(within)):
        places = [place for at, place in enumerate(places) if at not in notes]
        within = within.without(notes)
    if heading and not flowing and (parted := subheadings(within)):
        gone = set(parted)
        places = [place for at, place in enumerate(places) if at not in gone]
        within = within.without(parted)
        parts = [at - before for before, at in enumerate(parted[:_MOST_PARTS])]
    linking = heading is not None and fold(lines[start - 1].text) not in _OF_A_MANUAL
    if not within or not (promising(within.texts) or (linking and are_links(within[:GLANCE]))):
        return None
    cut = segment_lines(within, flowing=flowing, begun=heading is not None)
    # NOTE: what is behind the last segment, as far as a chapter, is never made.
    stretch = within[: cut.segments[-1].stop if cut.segments else 0]
    kept = entries_in(stretch, cut, parts, heading, linking=linking)
    if kept.score <= 0.5:
        return None
    entries: list[Entry] = []
    pages: list[int | None] = []
    lines_of = [stretch[segment.start : segment.stop] for segment in kept.segments]
    targets = [target_of(own) for own in lines_of]
    times, manner = Counter(targets), cut.manner
    for segment, own, target in zip(kept.segments, lines_of, targets, strict=True):
        entry = make_entry(own, article.text, segment.number)
        if target and times[target] == 1 and (raw := with_target(entry.raw, target)) != entry.raw:
            entry, manner = entry._replace(raw=raw), f"{cut.manner} with the address of its link"
        split = split_works if len(kept.segments) > 1 else split_numbered
        works = split(entry, article.text) if entry.label and entry.raw else [entry]
        entries += [work for work in works if work.raw]
        pages += [own[0].page for work in works if work.raw]
    end = places[kept.segments[-1].stop - 1] + 1
    return FoundList(
        tuple(entries),
        heading.list if heading else ARTICLE,
        lines[start - 1].text if heading else "",
        _reason(lines, start, end, heading, manner),
        places[kept.segments[0].start],
        end,
        kept.score,
        tuple(pages),
        heading.trust if heading else 0.0,
    )


def _without_heading(
    article: Article, lines: Lines, known: Sequence[FoundList], flowing: bool, changes: Sequence[int]
) -> list[FoundList]:
    """Return the article's own list where no heading tells it: the best numbered or dense run."""
    best: FoundList | None = None
    tried: set[tuple[int, int]] = set()
    runs = (*numbered_runs(lines), *dense_runs(lines))
    for run in sorted(runs, key=lambda run: not run.sure):
        if best and not run.sure:
            break
        start = run.places[0]
        if any(k.first_line <= start < k.last_line for k in known) or (best and _adds_nothing(run, best)):
            continue
        stop = min([run.stop, *(k.first_line for k in known if k.first_line > start)])
        end = stretch_end(lines, start, stop, changes)
        if (start, end) in tried:
            continue
        tried.add((start, end))
        candidate = _try_list(article, lines, start, end, None, flowing)
        if candidate and _stands_without_heading(candidate) and (not best or candidate.score > best.score):
            best = candidate
    return [best] if best else []


def _adds_nothing(run: Run, found: FoundList) -> bool:
    """Return True for beginnings that all stand in a list that has been found, which has as many."""
    inside = found.first_line <= run.places[0] and run.places[-1] < found.last_line
    return inside and len(run.places) <= len(found.entries)


def _stands_without_heading(candidate: FoundList) -> bool:
    """Return True for a list whose entries say enough without a heading."""
    count = len(candidate.entries)
    return count > 1 and candidate.score > 1.5 * count


def _reason(lines: Sequence[Line], start: int, stop: int, heading: ListHeading | None, manner: str) -> str:
    """Return a sentence part on why a list begins and ends where it does."""
    begin = f'after the heading "{lines[start - 1].text[:60]}"' if heading else "without a heading"
    if stop >= len(lines):
        end = "to the end of the text"
    else:
        end = f'before "{_short(lines[stop].text)}"'
    return f"{manner}, {begin}, {end}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40].rsplit(" ", 1)[0] + "…"


def comment_lists(article: Article, lines: Lines) -> list[FoundList]:
    """Return the numbered lists in readers' comments, one list a comment, named after its author."""
    found: list[FoundList] = []
    for chain in comment_chains(lines):
        author, date = author_of_comment(lines, chain.places[0])
        cut = cut_by_marks(lines, [chain])
        entries = tuple(make_entry(lines[s.start : s.stop], article.text, s.number) for s in cut.segments)
        by = f" by {author}" if author else ""
        on = f" ({date})" if date else ""
        stop = cut.segments[-1].stop
        found.append(
            FoundList(
                entries,
                COMMENT,
                author,
                f"{cut.manner} inside a reader's comment{by}{on}",
                chain.places[0],
                stop,
                0.0,
                tuple(lines[s.start].page for s in cut.segments),
            )
        )
    return found
