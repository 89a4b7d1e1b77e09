"""The stretches of an article's lines in which lists may stand: under headings, or where entries crowd."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from refs.extract.clues import count_prose, is_dated, start_form
from refs.extract.headings import ListHeading, ends_in_page, is_end_heading, is_part_heading, list_heading
from refs.extract.labels import bullet_length, find_chains
from refs.extract.lines import Lines
from refs.extract.openings import LIST, possible_ends
from refs.extract.segment import numbers_entries
from refs.model import BlockKind

GLANCE = 40
"""Lines of a stretch that are looked at first."""
_SPREAD = 14
"""Lines that one entry without a heading over it may have, at most."""
FEWEST = 3
"""Beginnings of entries that make a stretch worth a look without a heading."""
LONGEST_SUBHEADING = 40
# "Teil I. In: Frankfurter Rundschau", "Chapter 3 in": parts of a work as well as of a book
_PART_OF_ENTRY = re.compile(r"(?:teil|part|chapter|kapitel|chapitre|cap[ií]tulo|capitolo)\b", re.I)
_SOON = 150
"""Lines after the heading of a list in which another is a part of it."""
_TRIES = 4
"""Stretches without a heading that are looked at, the densest first."""
SURE = 0.5
"""Trust in a heading from which on it is no heading of mere notes."""


def under_headings(
    lines: Lines, kinds: Mapping[int, int], changes: Sequence[int], flowing: bool
) -> list[tuple[int, int, ListHeading]]:
    """Return the stretches under headings of lists: first line, line after the last, heading."""
    starts = [
        (place, heading)
        for place, kind in kinds.items()
        if kind & LIST and (heading := list_heading(lines.texts[place])) and _stands_alone(lines, place)
    ]
    starts = _without_contents(lines, starts, flowing)
    starts = starts if flowing else _without_subheadings(lines, starts)
    stretches: list[tuple[int, int, ListHeading]] = []
    for index, (place, heading) in enumerate(starts):
        limit = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        stretches.append((place + 1, stretch_end(lines, place + 1, limit, changes), heading))
    return stretches


def _without_subheadings(
    lines: Lines, starts: list[tuple[int, ListHeading]]
) -> list[tuple[int, ListHeading]]:
    """Return headings without those over a part of the list that another has begun, "Internetquellen"."""
    return [
        start
        for before, start in zip([None, *starts], starts, strict=False)
        if before is None
        or start[0] - before[0] > _SOON
        or start[1].list != before[1].list
        or not is_part_heading(lines.texts[start[0]])
    ]


def _without_contents(
    lines: Lines, starts: list[tuple[int, ListHeading]], flowing: bool
) -> list[tuple[int, ListHeading]]:
    """Return headings without the lines of a table of contents: in a list, or with a page behind them."""
    unlisted = [start for start in starts if not _is_listed(lines, start[0], flowing)]
    starts = unlisted if any(heading.trust >= SURE for _, heading in unlisted) else starts
    bare = next((place for place, _ in starts if not ends_in_page(lines.texts[place])), None)
    if bare is None:
        return starts
    return [start for start in starts if start[0] >= bare or not ends_in_page(lines.texts[start[0]])]


def _is_listed(lines: Lines, place: int, flowing: bool) -> bool:
    """Return True for an item of a list; in plain text only a bullet makes one, not the "7." of a heading."""
    return lines[place].kind is BlockKind.LIST_ITEM if flowing else bullet_length(lines.texts[place]) > 0


def _stands_alone(lines: Lines, place: int) -> bool:
    """Return True for a line that is a block of its own, or at least not the middle of a sentence."""
    if lines.region(place) not in ("", "appendix", "supplement", "box"):
        return False
    before = lines.texts[place - 1] if place else ""
    return (
        lines.gap(place) >= 0.5 or not before.endswith((",", "-", " the", " and")) or lines.is_heading(place)
    )


def stretch_end(lines: Lines, start: int, limit: int, changes: Sequence[int]) -> int:
    """Return where a list that begins at ``start`` ends at the latest: at a heading of something else."""
    if start < limit and start and lines.region(start) != lines.region(start - 1):
        return start
    change = bisect_right(changes, start)
    if change < len(changes):
        limit = min(limit, changes[change])
    gapless = not any(lines.gap(place) >= 0.9 for place in range(start, min(start + GLANCE, len(lines))))
    for place in possible_ends(lines.texts, start + 1, limit):
        paged = place > start and lines.pages[place] != lines.pages[place - 1]
        alone = lines.gap(place) >= 0.5 or lines.is_heading(place)
        alone = alone or ((gapless or paged) and _is_whole(lines, place))
        if alone and is_end_heading(lines.texts[place]):
            return place
    return limit


def _is_whole(lines: Lines, place: int) -> bool:
    """Return False for a line that goes on from the one before or in the next: "Teil I. In: Frankfurter…"."""
    text, before = lines.texts[place], lines.texts[place - 1]
    if before[-1:] in ",;:/&–-" or (text[-1:] in ",;/&-" and len(text) > LONGEST_SUBHEADING):
        return False
    return not (_PART_OF_ENTRY.match(text) and before[-1:] not in ".])" and not before[-1:].isdigit())


class Run(NamedTuple):
    """Lines that may begin the entries of a list, as marks or names say where no heading does."""

    places: Sequence[int]
    stop: int
    """Where the list ends at the latest."""
    sure: bool
    """False for marks that number no entries: the lines of a page, pages."""


def numbered_runs(lines: Lines) -> Iterator[Run]:
    """Yield the stretches in which marks count up, from the first mark to somewhat after the last."""
    for chain in find_chains(lines, most=_TRIES):
        if not lines.region(chain.places[0]):
            sure = numbers_entries(lines.texts, chain)
            yield Run(chain.places, min(len(lines), chain.places[-1] + 30), sure)


def dense_runs(lines: Lines) -> Iterator[Run]:
    """Yield the stretches in which lines that begin like references, with a year near, follow each other."""
    texts = lines.texts
    places = [
        place
        for place, (text, region) in enumerate(zip(texts, lines.regions(), strict=True))
        if not region and start_form(text[bullet_length(text) :]) and _dated_soon(texts, place)
    ]
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _SPREAD:
            runs[-1].append(place)
        else:
            runs.append([place])
    runs.sort(key=len, reverse=True)
    for run in runs[:_TRIES]:
        if len(run) >= FEWEST:
            yield Run(run, min(len(lines), run[-1] + _SPREAD), sure=True)


def _dated_soon(texts: Sequence[str], place: int) -> bool:
    """Return True if a line or the few after it hold a year, and together are no running text."""
    text = " ".join(texts[place : place + 4])[:600]
    return is_dated(text) and count_prose(text) / max(len(text) / 6.5, 1.0) < 0.15
