"""Printed lines are cut into entries by dynamic programming, where no marks tell them apart.

What a line's words say about being the first of an entry is joined with what its form says: how much an
indent, a blank line or a short line before it means is learnt from the list itself, in two rounds.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from refs.extract.clues import has_place, start_form, year_count, year_place
from refs.extract.line_starts import line_start_score
from refs.extract.lines import Line

MAX_LINES = 30
"""Printed lines that one entry may have."""
_CLIP = 6.0
"""The most that a line's words may say for or against its being a beginning."""
_LAYOUT_CLIP = 4.0
_NEVER = -3.5
"""A line with a lower score begins no entry."""
_ROUNDS = 2
_LONGEST_LINE = 3000
"""Characters of a line that are looked at."""

Sign = tuple[str, int]


class Segment(NamedTuple):
    """Lines ``start`` to ``stop`` (not included) of a stretch: one entry, or what stands between entries."""

    start: int
    stop: int
    number: int | None = None


def cut_by_words(lines: Sequence[Line]) -> list[Segment]:
    """Return the likeliest cut of printed lines into entries."""
    sums = _running_sums(lines)
    said = [
        max(-_CLIP, min(_CLIP, line_start_score(line.text, lines[place - 1].text if place else "")))
        for place, line in enumerate(lines)
    ]
    scores = said
    parted = sum(1 for line in lines if line.gap >= 0.9)
    if 0.08 * len(lines) < parted < 0.7 * len(lines):
        # Blank lines that part some lines, not all, are likely to part the entries.
        scores = [score + (2.5 if line.gap >= 0.9 else -0.5) for score, line in zip(said, lines, strict=True)]
    signs = _signs(lines)
    segments = _best_cut(scores, sums)
    for _ in range(_ROUNDS):
        weights = _weights(signs, {segment.start for segment in segments})
        scores = [
            own + sum([weights[sign] for sign in shown]) for own, shown in zip(said, signs, strict=True)
        ]
        before, segments = segments, _best_cut(scores, sums)
        if segments == before:
            break
    return segments


def _signs(lines: Sequence[Line]) -> list[list[Sign]]:
    """Return what the form of each line shows: indent, space and line before it, how names and year stand."""
    columns: defaultdict[tuple[int | None, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    left = {key: min(line.indent for line in found) for key, found in columns.items()}
    full = {key: sorted(line.right for line in found)[len(found) * 4 // 5] for key, found in columns.items()}
    signs: list[list[Sign]] = []
    before: Line | None = None
    for line in lines:
        key = (line.page, line.column)
        step = 4.0 if line.size or left[key] > 60 else 1.0
        shown = [
            ("indent", round(min(8.0, (line.indent - left[key]) / step))),
            ("form", start_form(line.text)),
            ("year", year_place(line.text)),
        ]
        if before is not None:
            last = (before.page, before.column)
            shown.append(("gap", min(2, round(line.gap * 2)) if last == key else 3))
            shown.append(("short", int(before.right - left[last] < 0.87 * (full[last] - left[last]))))
            shown.append(("end", 0 if before.text[-1] == "." else 1 if before.text[-1].isdigit() else 2))
        signs.append(shown)
        before = line
    return signs


def _weights(signs: Sequence[list[Sign]], starts: set[int]) -> dict[Sign, float]:
    """Return how much each sign speaks for a beginning, as a log ratio, from a first cut."""
    on: Counter[Sign] = Counter()
    off: Counter[Sign] = Counter()
    for place, shown in enumerate(signs):
        if place:
            (on if place in starts else off).update(shown)
    begins, others = max(1, len(starts)), max(1, len(signs) - len(starts))
    weights = {
        sign: math.log((on[sign] + 0.7) / (begins + 2) * (others + 2) / (off[sign] + 0.7))
        for sign in on.keys() | off.keys() | set(signs[0])
    }
    return {sign: max(-_LAYOUT_CLIP, min(_LAYOUT_CLIP, weight)) for sign, weight in weights.items()}


def _running_sums(lines: Sequence[Line]) -> list[tuple[int, int, int]]:
    """Return the characters, years and lines with other signs up to each line."""
    chars = years = signs = 0
    sums = [(0, 0, 0)]
    for line in lines:
        text = line.text[:_LONGEST_LINE]
        chars, years, signs = chars + len(text), years + year_count(text), signs + has_place(text)
        sums.append((chars, years, signs))
    return sums


_BY_YEARS = (-1.4, 0.9, 0.3, -0.3)
"""What no year, one, two or three say for a stretch being one entry; each year more takes another half."""
_BEST_ENTRY = 1.31
"""No entry scores more for its length, years and signs: what could not be the best with it needs no look."""


def _best_cut(scores: Sequence[float], sums: Sequence[tuple[int, int, int]]) -> list[Segment]:
    """Return the cut with the highest sum of beginnings' and entries' scores.

    How well a stretch's length, years and other signs fit one entry is weighed in the loop, at most 1.3:
    it is the innermost one.
    """
    by_years = _BY_YEARS
    count = len(scores)
    best = [0.0] * (count + 1)
    back = [0] * (count + 1)
    inner = [0.0]
    for score in scores:
        inner.append(inner[-1] - score / 2)
    open_starts: list[tuple[int, float]] = []
    for stop in range(1, count + 1):
        start = stop - 1
        if scores[start] > _NEVER or not start:
            # What an entry from here is worth before its own lines are weighed.
            open_starts.append((start, best[start] + scores[start] / 2 - inner[start + 1]))
        if open_starts[0][0] < stop - MAX_LINES and len(open_starts) > 1:
            open_starts.pop(0)
        high, place = -math.inf, open_starts[-1][0]
        chars_after, years_after, signs_after = sums[stop]
        for begin, worth in open_starts:
            if worth + _BEST_ENTRY <= high:
                continue
            chars, years, signs = sums[begin]
            length, dated = chars_after - chars, years_after - years
            fit = by_years[dated] if dated < 4 else -0.3 - 0.5 * (dated - 3)
            fit += 0.4 if signs_after > signs else -0.2
            if length < 45:
                fit -= (45 - length) / 12
            elif length > 420:
                fit -= (length - 420) / 150
            value = worth + fit
            if value > high:
                high, place = value, begin
        best[stop], back[stop] = high + inner[stop], place
    segments: list[Segment] = []
    stop = count
    while stop:
        segments.append(Segment(back[stop], stop))
        stop = back[stop]
    return segments[::-1]
