"""What a page prints that is not the article: running heads, page numbers, line numbers."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from operator import attrgetter

from refs.read.pdf.lines import PdfLine

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[-–—|\[( ]{0,3}(?:\d{1,4}|[ivxlc]{1,7})[-–—|\]) ]{0,3}", re.I)
_PAGE_WORDS = re.compile(r"(?:page|seite|p\.|s\.)\s?\d{1,4}(?:\s?(?:of|von|/)\s?\d{1,4})?", re.I)
# What a browser prints at the rim of a page: "11/26/26, 4:17 AM  Title", "https://example.org/a  1/2"
_BROWSER = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?: ?[AP]M)?(?: .{1,150})?"
    r"|(?:file|https?)://\S{1,500} \d{1,4}/\d{1,4}"
)
_STRIP = 8.0
"""Heads repeat within this many points of the same height."""
_LONGEST_HEAD = 20
"""Words of a running head with a page number, at most."""
EDGE_LINES = 3
"""How many lines from the top and the bottom of a page may be furniture."""


def mark_furniture(pages: list[list[PdfLine]]) -> None:
    """Give running heads, page numbers and line numbers the region "furniture", in place."""
    edges = [_edge_lines(lines) for lines in pages]
    seen: Counter[tuple[str, int]] = Counter()
    for top, bottom in edges:
        # NOTE: a head may stand a little higher on one page; it is counted for both strips around it.
        places = {(_pattern(line.text), round(line.top / _STRIP)) for line in (*top, *bottom)}
        seen.update({(pattern, strip + step) for pattern, strip in places for step in (-1, 0, 1)})
    for side in (0, 1):
        _mark_numbered_heads([edge[side] for edge in edges], pages)
    for lines, (top, bottom) in zip(pages, edges, strict=True):
        for edge in (top, bottom):
            _mark_edge(edge, seen, lines)
    for lines in pages:
        _mark_line_numbers(lines)


def _edge_lines(lines: list[PdfLine]) -> tuple[list[PdfLine], list[PdfLine]]:
    """Return the highest lines from the top and the lowest from the bottom."""
    ordered = sorted(lines, key=attrgetter("top"), reverse=True)
    if len(lines) < 2 * EDGE_LINES:
        return ordered[:1], ordered[1:][-1:]
    return ordered[:EDGE_LINES], ordered[: -EDGE_LINES - 1 : -1]


def _mark_numbered_heads(edges: list[list[PdfLine]], pages: list[list[PdfLine]]) -> None:
    """Mark the outermost lines of pages that begin or end with the number of the page.

    "Lost cards 3" may stand on one page only, "2 Obi and Strand" on the one before: the numbers count up.
    """
    heads = [
        (edge[0], _page_numbers(edge[0].text) if _is_apart(edge[0], lines) else set()) if edge else None
        for edge, lines in zip(edges, pages, strict=True)
    ]
    for before, after in pairwise(heads):
        if before is None or after is None:
            continue
        (first, low), (second, high) = before, after
        level = abs(first.top - second.top) < 2 * _STRIP
        if level and any(number + 1 in high for number in low):
            first.region = second.region = "furniture"


def _page_numbers(text: str) -> set[int]:
    """Return the numbers that a head with words begins and ends with.

    >>> _page_numbers("Lost cards 3"), _page_numbers("12 Obi and Strand"), _page_numbers("12")
    ({3}, {12}, set())
    """
    words = text.split()
    if not 1 < len(words) <= _LONGEST_HEAD or not any(word.isalpha() for word in words):
        return set()
    return {
        int(word) for word in (words[0], words[-1]) if word.isascii() and word.isdigit() and len(word) < 5
    }


def _mark_edge(edge: list[PdfLine], seen: Counter[tuple[str, int]], lines: list[PdfLine]) -> None:
    """Mark from the page's rim inwards, until a line is the article's own."""
    for line in edge:
        if line.region:
            continue
        times = seen[_pattern(line.text), round(line.top / _STRIP)]
        repeated = (times >= 3 and len(line.text) > 3) or (
            times == 2 and line is edge[0] and len(line.text.split()) > 2 and _is_apart(line, lines)
        )
        number = _NUMBER.fullmatch(line.text) or _PAGE_WORDS.fullmatch(line.text)
        printed = line is edge[0] and _BROWSER.fullmatch(line.text)
        if repeated or printed or (number and _is_alone(line, lines)):
            line.region = "furniture"
        elif abs(line.top - edge[0].top) > 1.5 * max(line.height, 6.0):
            return


def _is_apart(line: PdfLine, lines: list[PdfLine]) -> bool:
    """Return True for a line with more white between it and the article than between other lines."""
    others = (other for other in lines if other is not line and not other.region)
    space = min(
        (max(line.bottom - other.top, other.bottom - line.top) for other in others), default=line.height
    )
    return space >= 0.8 * line.height


def _is_alone(line: PdfLine, lines: list[PdfLine]) -> bool:
    """Return True if nothing of the article stands at a number's height: then it numbers the page."""
    return not any(
        other is not line
        and not other.region
        and min(other.top, line.top) - max(other.bottom, line.bottom) > 0.4 * line.height
        for other in lines
    )


def _pattern(text: str) -> str:
    """Return a line with its numbers set aside, as running heads repeat.

    >>> _pattern("6 Working Paper No. 15"), _pattern("  Johnson 21")
    ('# working paper no. #', 'johnson #')
    """
    return _DIGITS.sub("#", text).lower().strip()


def _mark_line_numbers(lines: list[PdfLine]) -> None:
    """Mark the numbers in the margin of a manuscript: a column of bare numbers that count up."""
    bare = [line for line in lines if line.text.isdigit() and len(line.text) < 5]
    for column in _columns_of(bare):
        ordered = sorted(column, key=lambda line: -line.top)
        steps = [int(after.text) - int(before.text) for before, after in pairwise(ordered)]
        if len(column) >= 8 and sum(1 for step in steps if step in (1, 5)) > 0.8 * len(steps):
            for line in column:
                line.region = "furniture"


def _columns_of(lines: list[PdfLine]) -> list[list[PdfLine]]:
    """Return lines grouped by where they begin, within a digit's width or two."""
    columns: list[list[PdfLine]] = []
    for line in sorted(lines, key=lambda line: line.left):
        if columns and line.left - columns[-1][-1].left < _STRIP:
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns
