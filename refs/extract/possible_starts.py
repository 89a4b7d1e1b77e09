"""Which printed lines may begin an entry: all, or the first of paragraphs, where blank lines part entries.

What a line's words and form say is worth asking only where an entry may begin; a list whose entries stand
apart has three lines for each that may not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from refs.extract.clues import start_form
from refs.extract.lines import UNKNOWN_GAP, Line

_PARTED = 0.9
"""Space before a line, in lines, that parts it from the one before."""
_FEWEST, _MOST = 0.08, 0.7
"""The share of lines that blank lines part, if they part the entries of a list."""
_BEGUN = 0.75
"""The share of paragraphs that begin as references do, at least, where paragraphs are entries."""
_LONG = 2
"""Times the lines of most paragraphs beyond which a paragraph may hold several entries."""


def parts_entries(lines: Sequence[Line]) -> bool:
    """Return True where blank lines part some lines, not all: they are likely to part the entries."""
    parted = sum(1 for line in lines if line.gap >= _PARTED)
    return _FEWEST * len(lines) < parted < _MOST * len(lines)


def possible_starts(lines: Sequence[Line]) -> Sequence[int]:
    """Return the places of the lines at which an entry may begin, the first line among them."""
    if not parts_entries(lines):
        return range(len(lines))
    firsts = [place for place, line in enumerate(lines) if not place or _is_apart(line, lines[place - 1])]
    if sum(1 for place in firsts if start_form(lines[place].text)) < _BEGUN * len(firsts):
        return range(len(lines))
    lengths = [stop - start for start, stop in pairwise((*firsts, len(lines)))]
    usual = sorted(lengths)[len(lengths) // 2]
    starts: list[int] = []
    for start, length in zip(firsts, lengths, strict=True):
        inside = range(start + 1, start + length)
        several = length > _LONG * usual + 1
        starts += [start, *(place for place in inside if several or start_form(lines[place].text))]
    return starts


def _is_apart(line: Line, before: Line) -> bool:
    """Return True for a line after a blank one, or the first of a page or column, before which none shows."""
    return (
        line.gap == UNKNOWN_GAP
        or line.gap >= _PARTED
        or line.page != before.page
        or line.column != before.column
    )
