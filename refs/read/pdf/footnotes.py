"""Footnotes of a PDF: small print at a column's foot whose numbers count up from page to page."""

from __future__ import annotations

import re
from itertools import pairwise

from refs.read.pdf.lines import PdfLine

# "12 Vgl. Neff", "12) See Neff", "12Neff" (the mark is raised)
_START = re.compile(r"(\d{1,3})\)?(?=\s|[^\W\d_]|[\"“„«»‚'(§])")
_MOST_ON_A_PAGE = 24
"""Footnotes of one page, at most: more are the entries of a list with raised numbers."""
_LONGEST_ENTRY = 15
"""Lines after which the next raised number does not go on counting the entries of a list."""
_SMALL = 0.95
"""Share of the body's height of letters below which print is small."""


def mark_footnotes(pages: list[list[PdfLine]], body: float) -> None:
    """Give the lines of footnotes their number, in place; ``body`` is the height of the body's letters.

    A footnote begins with a number that is raised or in small print, stands below all of its column's
    running text, and counts on from the one before (or from 1 again on a new page).
    """
    current, small = 0, _SMALL * body
    listed = since = 0
    unfinished = ""
    for lines in pages:
        own = [line for line in lines if not line.region]
        starts: list[tuple[int, int]] = []
        before = current
        for place, line in enumerate(own):
            since += 1
            if since > _LONGEST_ENTRY:
                listed = 0
            if not (line.marked or line.height < small) or not line.text[0].isdigit():
                continue
            found = _START.match(line.text)
            if found is None:
                continue
            number = int(found.group(1))
            if line.marked and ((number == 1 and _under_heading(own, place)) or number == listed + 1 > 1):
                listed, since = number, 0
                _part_number(line, found.end())
                continue
            follows = current < number <= current + 2
            restarts = number == 1 and not starts
            sure = line.marked and number == current + 1 and bool(current)
            if sure or ((follows or restarts) and _is_at_foot(own, place, body, first=not starts)):
                starts.append((place, number))
                current = number
        if len(starts) > _MOST_ON_A_PAGE:
            current, listed, since, unfinished = before, starts[-1][1], 0, ""
            for place, number in starts:
                _part_number(own[place], len(str(number)))
            continue
        if unfinished:
            _mark_rest(own, starts[0][0] if starts else len(own), unfinished, body)
        _mark_page(own, starts, body)
        unfinished = _unfinished(own)


def _part_number(line: PdfLine, stop: int) -> None:
    """Part the raised number of an entry of a list from its text, "7E. B. Davies", in place."""
    if line.text[stop : stop + 1].isalpha():
        line.text = f"{line.text[:stop]} {line.text[stop:]}"
        line.superscripts = tuple((start + 1, end + 1) for start, end in line.superscripts if start >= stop)


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


def _unfinished(lines: list[PdfLine]) -> str:
    """Return the number of a page's last footnote if it ends amid a sentence; else ""."""
    notes = [line for line in lines if line.footnote]
    return notes[-1].footnote if notes and notes[-1].text[-1:] not in '.!?)]”"' else ""


def _mark_rest(lines: list[PdfLine], stop: int, number: str, body: float) -> None:
    """Mark what goes on from a footnote of the page before: small print above the first number."""
    first = stop
    while first and lines[first - 1].height < _SMALL * body and not lines[first - 1].text[:1].isdigit():
        line = lines[first - 1]
        if first < len(lines) and not _goes_on(line, lines[first], lines[first], body):
            break
        first -= 1
    if first == stop or stop - first > _LONGEST_ENTRY or first == 0:
        return
    if _is_at_foot(lines, first, body, first=True):
        for line in lines[first:stop]:
            line.footnote = number


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
