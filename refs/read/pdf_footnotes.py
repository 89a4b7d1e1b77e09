"""Footnotes of a PDF: small print at a column's foot whose numbers count up from page to page."""

from __future__ import annotations

import re
from itertools import pairwise

from refs.read.pdf_lines import PdfLine

# "12 Vgl. Neff", "12) See Neff", "12Neff" (the mark is raised)
_START = re.compile(r"(\d{1,3})\)?(?=\s|[^\W\d_]|[\"“„«»‚'(§])")
_SMALL = 0.95
"""Share of the body's height of letters below which print is small."""


def mark_footnotes(pages: list[list[PdfLine]], body: float) -> None:
    """Give the lines of footnotes their number, in place; ``body`` is the height of the body's letters.

    A footnote begins with a number that is raised or in small print, stands below all of its column's
    running text, and counts on from the one before (or from 1 again on a new page).
    """
    current, small = 0, _SMALL * body
    for lines in pages:
        own = [line for line in lines if not line.region]
        starts: list[tuple[int, int]] = []
        for place, line in enumerate(own):
            if not (line.marked or line.height < small) or not line.text[0].isdigit():
                continue
            found = _START.match(line.text)
            if found is None:
                continue
            number = int(found.group(1))
            follows = current < number <= current + 2
            restarts = number == 1 and not starts
            sure = line.marked and number == current + 1 and bool(current)
            if sure or ((follows or restarts) and _is_at_foot(own, place, body, first=not starts)):
                starts.append((place, number))
                current = number
        _mark_page(own, starts, body)


def _is_at_foot(lines: list[PdfLine], place: int, body: float, *, first: bool) -> bool:
    """Return True for a line with running text above it and none below it in its column."""
    line = lines[place]
    column = [other for other in lines if _overlaps(other, line)]
    running = [other for other in column if other.height > _SMALL * body and len(other.text) > 20]
    if any(other.top < line.bottom for other in running):
        return False
    above = sum(1 for other in lines if other.height > _SMALL * body and other.bottom > line.top)
    small = sum(1 for other in column if other.top <= line.top + 1)
    return above >= 3 and small <= 0.75 * len(lines) and not (first and _under_heading(lines, place))


def _overlaps(other: PdfLine, line: PdfLine) -> bool:
    return min(other.right, line.right) - max(other.left, line.left) > 20


def _under_heading(lines: list[PdfLine], place: int) -> bool:
    """Return True where a short line without a full stop stands just above: a list, not a footnote."""
    line = lines[place]
    if place == 0:
        return False
    before = lines[place - 1]
    gap = before.bottom - line.top
    return 0 <= gap < 3 * line.height and len(before.text) < 40 and before.text[-1:].isalpha()


def _mark_page(lines: list[PdfLine], starts: list[tuple[int, int]], body: float) -> None:
    """Mark each footnote of a page from its number to the next one or the end of the small print."""
    stops = [*[place for place, _ in starts], len(lines)][1:]
    for (start, number), stop in zip(starts, stops, strict=True):
        lines[start].footnote = str(number)
        for before, line in pairwise(lines[start:stop]):
            if not _goes_on(before, line, lines[start], body):
                break
            line.footnote = str(number)


def _goes_on(before: PdfLine, line: PdfLine, first: PdfLine, body: float) -> bool:
    """Return True for a line that follows below another one, in the footnote's own print."""
    step = before.bottom - line.bottom
    same = abs(line.height - first.height) < 0.08 * first.height or line.height < _SMALL * body
    return same and line.column == first.column and -1 < step < 2.2 * first.height
