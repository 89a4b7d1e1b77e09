"""Columns of a text that was dumped as it is laid out: what stands side by side is read one after the other.

``pdftotext -layout`` prints two columns into one line, blanks between them. A gutter is a place at which
the lines of a stretch of a page have nothing but blanks, with words on both sides of most of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import NamedTuple

from refs.extract.lines import Line, Lines
from refs.model import BlockKind

_BLANKS = re.compile(r" {2,}")
_WIDE = "   "
"""What parts cells and columns; between two sentences stand fewer blanks."""
_LETTER = re.compile(r"[^\W\d_]")
# "when [4] P. M. Humble"
_MARK = re.compile(r"(?<=\S) (?=\[\d{1,3}\] [^\W\d_a-z])")
_UNEVEN = 0.25
"""Share of lines with words on one side only that shows that the columns' lines are not level."""
_MOVED = 12
"""Characters that a long line moves what stands at its right, at most."""
_WIDEST = 300
"""Characters of a line in which a gutter may stand."""
_FEWEST = 5
"""Lines with words on both sides that a gutter must have."""
_EACH = 0.45
"""Share of the lines along a gutter that must have words on each side: names beside titles are fewer."""
_WORDS = 0.8
"""Share of the lines of a column that are running text, at least."""
_NARROWEST = 18
"""Mean number of characters on each side of a gutter, at least: marks and numbers are no column."""


def unfold_columns(lines: Lines) -> Lines:
    """Return the lines of a text with its columns one after the other, page by page."""
    wide = [place for place, text in enumerate(lines.texts) if "  " in text and _may_be_halves(text)]
    edges = [0, *lines.page_breaks(), len(lines)]
    often = Counter(bisect_right(edges, place) - 1 for place in wide)
    unfolded: dict[int, list[Line]] = {}
    for page, count in often.items():
        if count >= _FEWEST - 1:
            start, stop = edges[page], edges[page + 1]
            rows = [*map(_Row, lines.texts[start:stop], lines.indents(start, stop))]
            if (gutter := _gutter(rows)) and (parted := list(_parted_rows(lines, start, rows, gutter))):
                unfolded[page] = _unfolded(lines[start:stop], parted, gutter)
    if not unfolded:
        return lines
    return Lines.of(
        [
            line
            for page, (start, stop) in enumerate(pairwise(edges))
            for line in unfolded.get(page) or lines[start:stop]
        ]
    )


class _Row(NamedTuple):
    """The words of a line and the column they begin at: all that is needed to find a gutter."""

    text: str
    indent: int


def _may_be_halves(text: str) -> bool:
    """Return False for a line with wide blanks that is no two halves of running text: cells of a table.

    Of five lines or more that ``_is_parted`` takes for columns, four at least are such halves.

    >>> _may_be_halves("kindness to oneself      as others show it"), _may_be_halves("Site    12    0.3")
    (True, False)
    """
    left, wide, right = text.partition(_WIDE)
    right = right.lstrip(" ")
    return not wide or (_WIDE not in right and all(map(_LETTER.search, (left, right))))


def _parted_rows(lines: Lines, place: int, rows: Sequence[_Row], gutter: int) -> Iterator[range]:
    """Yield the stretches of a page that stand in two columns; ``place``: where in the lines it begins."""
    # NOTE: a line apart at the rim of a page is its head or foot, "Journal of Small Data      12".
    first = 1 if lines.gap(place + 1) >= 0.9 else 0
    last = len(rows) - 1 if lines.gap(place + len(rows) - 1) >= 0.9 else len(rows)
    for along, run in groupby(range(first, last), key=lambda at: _leaves_blank(rows[at], gutter)):
        if along:
            found = [*run]
            stretch = range(found[0], found[-1] + 1)
            if _is_parted(rows[stretch.start : stretch.stop], gutter):
                yield stretch


def _unfolded(page: list[Line], stretches: Sequence[range], gutter: int) -> list[Line]:
    """Return the lines of one page, or of a text without pages, with each stretch column by column."""
    unfolded: list[Line] = []
    done = 0
    for stretch in stretches:
        unfolded += page[done : stretch.start]
        unfolded += _parted(page[stretch.start : stretch.stop], gutter)
        done = stretch.stop
    return unfolded + page[done:]


def _gutter(rows: Sequence[_Row]) -> int:
    """Return the column at whose left most lines have a wide blank, 0 for none."""
    opened = [0] * (_WIDEST + 2)
    for text, indent in rows:
        for blank in _BLANKS.finditer(text, 0, _WIDEST) if "  " in text else ():
            begin, end = indent + blank.start() + 2, indent + blank.end() + 1
            if end <= _WIDEST:
                opened[begin] += 1
                opened[end] -= 1
    best = most = inside = 0
    for column, change in enumerate(opened):
        inside += change
        if inside >= most and inside >= _FEWEST:
            best, most = column, inside
    return best


def _leaves_blank(row: _Row, gutter: int) -> bool:
    """Return True for a line that has blanks at a gutter, or stands on one side of it."""
    place = gutter - row.indent
    return place <= 0 or not row.text[place - 2 : place].strip() or _mark_near(row.text, place) > 0


def _mark_near(text: str, place: int) -> int:
    """Return where the mark of an entry stands that a long line in the left column has moved; 0 for none.

    >>> _mark_near("path that consumes time is the time when [4] P. M. Humble", 48)
    41
    """
    found = _MARK.search(text, max(0, place - _MOVED), place + _MOVED)
    return found.end() if found else 0


def _sides(row: _Row, gutter: int) -> tuple[str, str]:
    """Return the words of a line on the left and on the right of a gutter."""
    place = _cut(row, gutter)
    return row.text[:place].rstrip(), row.text[place:].strip()


def _cut(row: _Row, gutter: int) -> int:
    """Return where in a line's words the right column begins."""
    place = max(0, gutter - row.indent)
    if place and row.text[place - 2 : place].strip():
        return _mark_near(row.text, place) or place
    return place


def _is_parted(stretch: Sequence[_Row], gutter: int) -> bool:
    """Return True for lines with running text on both sides of a gutter, rather than a table or a list."""
    if len(stretch) < _FEWEST:
        return False
    sides = [_sides(row, gutter) for row in stretch]
    both = [place for place, (left, right) in enumerate(sides) if left and right]
    if len(both) < _FEWEST:
        return False
    along = sides[both[0] : both[-1] + 1]
    if any(sum(1 for pair in along if pair[side]) < _EACH * len(along) for side in (0, 1)):
        return False
    return all(_is_running_text([sides[place][side] for place in both]) for side in (0, 1))


def _is_running_text(halves: Sequence[str]) -> bool:
    """Return True for lines of some length that are words, not the cells of a table."""
    words = sum(1 for half in halves if any(map(str.isalpha, half)) and _WIDE not in half)
    return words > _WORDS * len(halves) and sum(map(len, halves)) >= _NARROWEST * len(halves)


def _parted(stretch: Sequence[Line], gutter: int) -> Iterator[Line]:
    """Yield the left halves of lines, then the right halves, each with the white before it.

    Where the lines of the columns stand at different heights, those of the other column are no white.
    """
    rows = [_Row(line.text, int(line.indent)) for line in stretch]
    sides = [_sides(row, gutter) for row in rows]
    alone = sum(1 for left, right in sides if not left or not right)
    uneven = alone > _UNEVEN * len(sides)
    edge = min(_start(row, gutter) for row, (_, right) in zip(rows, sides, strict=True) if right)
    for side in (0, 1):
        gap = 0.0
        begun = side == 0
        for line, row, halves in zip(stretch, rows, sides, strict=True):
            gap += line.gap
            if words := halves[side]:
                column = _start(row, gutter) if side else row.indent
                yield _half(line, words, gap if begun else 0.0, column, edge * side)
                gap, begun = 0.0, True
            elif not uneven:
                gap += 1


def _start(row: _Row, gutter: int) -> int:
    """Return the column at which the right half of a line begins."""
    place = _cut(row, gutter)
    rest = row.text[place:]
    return row.indent + place + len(rest) - len(rest.lstrip())


def _half(line: Line, words: str, gap: float, column: int, edge: int) -> Line:
    """Return the half of a line that begins at a column; ``edge``: where its column of text begins."""
    start = line.start + column - int(line.indent)
    indent = column - edge
    return replace(
        line,
        text=words,
        start=start,
        end=start + len(words),
        gap=gap,
        indent=indent,
        right=indent + len(words),
        kind=BlockKind.PARAGRAPH,
        column=1 if edge else 0,
    )
