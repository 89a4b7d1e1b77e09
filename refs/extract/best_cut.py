"""Printed lines are cut into entries by dynamic programming, where no marks tell them apart.

What a line's words say about being the first of an entry is joined with what its form says: how much an
indent, a blank line or a short line before it means is learnt from the list itself, in two rounds.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from refs.extract.clear_form import BEGINS, GOES_ON, LIKELY, UNSAID, told_by_form
from refs.extract.clues import LineClues, begins_something_else, entry_likeness, line_clues, start_form
from refs.extract.labels import bullet_length, marker_of
from refs.extract.line_starts import line_start_score
from refs.extract.lines import UNKNOWN_GAP, Line
from refs.extract.possible_starts import parts_entries, possible_starts

MAX_LINES = 30
"""Printed lines that one entry may have."""
_CLIP = 6.0
"""The most that a line's words may say for or against its being a beginning."""
_LAYOUT_CLIP = 4.0
_NEVER = -3.5
"""A line with a lower score begins no entry."""
_APART = -2.5
"""The least that words say for a line after a blank line and a full stop."""
_OWN_LINE = 3.0
"""What speaks for a line's being an entry, where lines are whole entries."""
_WRAPPED = 160
"""Characters of the longest line of a text that is wrapped."""
_ROUNDS = 2
_BY_CLEAR_FORM = 4.0
"""What a clear form says, at least, for a line's being a beginning, or against it."""
_BY_NAMES = 1.0
"""What names with a year say, at least, where nearly all of them begin entries."""
_LONG_ENTRY = 700
"""Characters from which on a segment is rather running text than an entry."""
_LONGEST_LINE = 3000
"""Characters of a line that are looked at."""

# A sign is a small number: what is looked at, and what is seen there.
_INDENT, _FORM, _YEAR_AT, _GAP, _SHORT, _END, _SIGNS = 0, 16, 32, 40, 48, 56, 64


class Segment(NamedTuple):
    """Lines ``start`` to ``stop`` (not included) of a stretch: one entry, or what stands between entries."""

    start: int
    stop: int
    number: int | None = None


def cut_by_words(lines: Sequence[Line]) -> list[Segment]:
    """Return the likeliest cut of printed lines into entries."""
    unwrapped = _unwrapped(lines)
    starts = range(len(lines)) if unwrapped else possible_starts(lines)
    pieces = _Pieces(lines, [*starts, len(lines)])
    said = [_said(lines[place], lines[place - 1] if place else None) for place in starts]
    if unwrapped:
        said = [score if score <= -_CLIP else score + _OWN_LINE for score in said]
    scores = said
    if parts_entries(lines):
        apart = (2.5 if lines[place].gap >= 0.9 else -0.5 for place in starts)
        scores = [score + more for score, more in zip(said, apart, strict=True)]
    signs = _signs(lines, starts, pieces.clues)
    seen, forms = Counter(chain.from_iterable(signs[1:])), set(signs)
    cut = _best_cut(scores, pieces)
    for _ in range(_ROUNDS):
        weigh = _weights(signs, seen, cut[:-1]).__getitem__
        shown_by = {shown: sum(map(weigh, shown)) for shown in forms}
        scores = [own + shown_by[shown] for own, shown in zip(said, signs, strict=True)]
        before, cut = cut, _best_cut(scores, pieces)
        if cut == before:
            break
    segments = [Segment(pieces.edges[a], pieces.edges[b]) for a, b in pairwise(cut)]
    return _with_clear_form(lines, pieces, dict(zip(starts, scores, strict=True)), cut) or segments


class _Pieces:
    """Lines parted where an entry may begin: where the pieces begin, and what their words say."""

    def __init__(self, lines: Sequence[Line], edges: list[int]) -> None:
        self.edges = edges
        """The line at which each piece begins, and the number of all lines."""
        if len(edges) == len(lines) + 1:
            self.clues = [line_clues(line.text[:_LONGEST_LINE]) for line in lines]
        else:
            self.clues = [_clues_together(lines[start:stop]) for start, stop in pairwise(edges)]
        self.sums = _running_sums(self.clues)
        """The characters, years and pieces with other signs up to each piece."""


def _clues_together(lines: Sequence[Line]) -> LineClues:
    """Return what the lines of a paragraph say, as one."""
    return line_clues(" ".join([line.text for line in lines])[:_LONGEST_LINE])


def _with_clear_form(
    lines: Sequence[Line], pieces: _Pieces, scores: Mapping[int, float], cut: list[int]
) -> list[Segment]:
    """Return the cut again, where the form of the list is clear: with its say above that of the words.

    ``scores``: by place; [] if the form is not clear, or says what the cut says.
    """
    begins, counted = [False] * len(lines), [False] * len(lines)
    for start, stop in pairwise(cut):
        first, behind = pieces.edges[start], pieces.edges[stop]
        begins[first] = True
        chars, years, _ = (b - a for a, b in zip(pieces.sums[start], pieces.sums[stop], strict=True))
        if years and chars <= _LONG_ENTRY:
            counted[first:behind] = [True] * (behind - first)
    told = told_by_form(lines, begins, counted)
    if told is None or all(
        begin is (says > UNSAID) for says, begin in zip(told, begins, strict=True) if says != UNSAID
    ):
        return []
    starts = sorted({*scores, *(place for place, says in enumerate(told) if says == BEGINS)})
    if len(starts) > len(scores):
        pieces = _Pieces(lines, [*starts, len(lines)])
    cut = _best_cut([_clear_score(scores.get(place, 0.0), told[place]) for place in starts], pieces)
    return [Segment(pieces.edges[a], pieces.edges[b]) for a, b in pairwise(cut)]


def _clear_score(score: float, says: int) -> float:
    """Return a score that the form of the list bounds."""
    if says == BEGINS:
        return max(score, _BY_CLEAR_FORM)
    if says == LIKELY:
        return max(score, _BY_NAMES)
    return min(score, -_BY_CLEAR_FORM) if says == GOES_ON else score


def _said(line: Line, before: Line | None) -> float:
    """Return what a line's words say for its being the first of an entry."""
    if begins_something_else(line.text):
        return _CLIP
    if before is None:
        return max(-_CLIP, min(_CLIP, line_start_score(line.text, "")))
    end = before.text[-1]
    if end in ";&" and before.text[-2:-1].isalpha():
        return -_CLIP  # NOTE: "Netea MG; Joosten LAB;" goes on with names.
    if line.gap < 0.9 and goes_on_after_year(line.text, before.text):
        return -_CLIP
    score = max(-_CLIP, min(_CLIP, line_start_score(line.text, before.text)))
    # What stands apart, after a full stop, may begin an entry whatever its words: "not specified, A. A low…"
    return max(score, _APART) if line.gap >= 0.9 and (end in ".])" or end.isdigit()) else score


def _unwrapped(lines: Sequence[Line]) -> bool:
    """Return True for lines that end where entries do, not where a page ends: most hold a whole one."""
    if any(line.size for line in lines):
        return False
    parted = sum(1 for line in lines if line.gap >= 0.9)
    if max(line.right for line in lines) < _WRAPPED and parted < 0.9 * len(lines) - 1:
        return False
    whole = sum(1 for line in lines if entry_likeness(line.text[:_LONGEST_LINE]) > 0)
    return whole > 0.7 * len(lines)


# "Smith, E. M., & Boureau, Y-L. (2020).": a title follows
_YEAR_AFTER_NAMES = re.compile(r"\((?:1[5-9]|20)[0-9][0-9][a-z]?\)[.,:]?$")


def goes_on_after_year(text: str, before: str) -> bool:
    """Return True for a line without names after one of names that ends in a year in parentheses: the title.

    >>> goes_on_after_year("Controlling style.", "Smith, E. M., & Boureau, Y.-L. (2020).")
    True
    """
    if before[-1:] not in ").,:" or not _YEAR_AFTER_NAMES.search(before[-9:]):
        return False
    return start_form(before[_mark_length(before) :]) > 0 and not start_form(text)


def _mark_length(text: str) -> int:
    mark = marker_of(text)
    return mark.length if mark else bullet_length(text)


def _signs(lines: Sequence[Line], starts: Sequence[int], clues: Sequence[LineClues]) -> list[tuple[int, ...]]:
    """Return what the form of some lines shows: indent, space and line before it, how names and year stand.

    ``starts``: the places of the lines; ``clues``: what they say.
    """
    columns: defaultdict[tuple[int | None, int], list[Line]] = defaultdict(list)
    for line in lines:
        columns[line.page, line.column].append(line)
    edges = {key: _edges(found) for key, found in columns.items()}
    signs: list[tuple[int, ...]] = []
    for place, clue in zip(starts, clues, strict=True):
        line = lines[place]
        key = (line.page, line.column)
        left, _ = edges[key]
        indent = (line.indent - left) / (4.0 if line.size or left > 60 else 1.0)
        own = _INDENT + round(min(8.0, indent)), _FORM + start_form(line.text), _YEAR_AT + clue.year_place
        if not place:
            signs.append(own)
            continue
        before = lines[place - 1]
        last = (before.page, before.column)
        known = last == key and line.gap != UNKNOWN_GAP
        gap = _GAP + (min(2, round(line.gap * 2)) if known else 3)
        end = _END + (0 if before.text[-1] == "." else 1 if before.text[-1].isdigit() else 2)
        signs.append((*own, gap, _SHORT + (before.right < edges[last][1]), end))
    return signs


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Return the left edge of a column, and where a line ends that is shorter than most."""
    left = min([line.indent for line in lines])
    full = sorted([line.right for line in lines])[len(lines) * 4 // 5]
    return left, left + 0.87 * (full - left)


def _weights(signs: Sequence[tuple[int, ...]], seen: Counter[int], starts: Sequence[int]) -> list[float]:
    """Return how much each sign speaks for a beginning, as a log ratio, from a first cut."""
    on = Counter(chain.from_iterable([signs[start] for start in starts if start]))
    begins, others = max(1, len(starts)), max(1, len(signs) - len(starts))
    weights = [0.0] * _SIGNS
    for sign in (*seen, *signs[0]):
        known = on[sign]
        ratio = (known + 0.7) / (begins + 2) * (others + 2) / (seen[sign] - known + 0.7)
        weights[sign] = max(-_LAYOUT_CLIP, min(_LAYOUT_CLIP, math.log(ratio)))
    return weights


def _running_sums(clues: Sequence[LineClues]) -> list[tuple[int, int, int]]:
    """Return the characters, years and lines with other signs up to each line."""
    chars = years = signs = 0
    sums = [(0, 0, 0)]
    for clue in clues:
        chars, years, signs = chars + clue.chars, years + clue.years, signs + clue.places
        sums.append((chars, years, signs))
    return sums


_BY_YEARS = (-1.4, 0.9, 0.3, -0.3)
"""What no year, one, two or three say for a stretch being one entry; each year more takes another half."""
_BEST_ENTRY = 1.31
"""No entry scores more for its length, years and signs: what could not be the best with it needs no look."""


def _best_cut(scores: Sequence[float], pieces: _Pieces) -> list[int]:
    """Return the pieces at which the entries of the best cut begin, and the number of all.

    It has the highest sum of beginnings' and entries' scores. How well a stretch's length, years and other
    signs fit one entry is weighed in the loop, at most 1.3: it is the innermost one.
    """
    by_years, edges, sums = _BY_YEARS, pieces.edges, pieces.sums
    count = len(scores)
    best = [0.0] * (count + 1)
    back = [0] * (count + 1)
    inner = [0.0]
    for score in scores:
        inner.append(inner[-1] - score / 2)
    # Each with what an entry from it is worth before its own lines are weighed, and the sums up to it.
    open_starts: list[tuple[int, float, int, int, int]] = []
    for stop in range(1, count + 1):
        start = stop - 1
        if scores[start] > _NEVER or not start:
            open_starts.append((start, best[start] + scores[start] / 2 - inner[start + 1], *sums[start]))
        if len(open_starts) > 1 and edges[open_starts[0][0]] < edges[stop] - MAX_LINES:
            open_starts.pop(0)
        high, place = -math.inf, open_starts[-1][0]
        chars_after, years_after, signs_after = sums[stop]
        # NOTE: the likeliest beginning is near, and with it found few others need a look.
        for begin, worth, chars, years, signs in reversed(open_starts):
            if worth + _BEST_ENTRY <= high:
                continue
            length, dated = chars_after - chars, years_after - years
            fit = by_years[dated] if dated < 4 else -0.3 - 0.5 * (dated - 3)
            fit += 0.4 if signs_after > signs else -0.2
            if length < 45:
                fit -= (45 - length) / 12
            elif length > 420:
                fit -= (length - 420) / 150
            value = worth + fit
            if value >= high:
                high, place = value, begin
        best[stop], back[stop] = high + inner[stop], place
    cut = [count]
    while cut[-1]:
        cut.append(back[cut[-1]])
    return cut[::-1]
