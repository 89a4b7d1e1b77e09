"""Running heads, page numbers and margin notes in text that was dumped from pages: found by repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from refs.extract.headings import list_heading
from refs.extract.lines import Line

_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
# "16", "- 16 -", "Page 16", "p. 16", "3 of 3", "052005-18", "xii", "| 16", "16 of 24"
_PAGE_NUMBER = re.compile(
    r"(?:[-–|•]\s?)?(?:(?:page|seite|pag|p|s)\.?\s?)?(?:\d{1,5}|\d{5,7}-\d{1,4}|[ivxl]{1,7})"
    r"(?:\s?(?:of|/|von)\s?\d{1,4})?(?:\s?[-–|•])?",
    re.I,
)
_LONGEST_NUMBER = 40
"""No page number is longer."""
_LONGEST = 130
_EDGE = 3
"""Lines at the top and foot of a page that may be furniture."""
_LARGEST = 12
"""Lines that the furniture between two pages may have."""
_FEWEST = 3
"""Pages on which a running head must be seen."""


def drop_furniture(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without what repeats at the edges of pages.

    A line is furniture if its words, digits aside, are on three pages or more and it stands at an edge:
    among the first or last lines of a page, or, in text without page breaks, beside a page number and a
    blank line. An entry that is listed in every chapter repeats, too, but not there.
    """
    edges = _page_edges(lines)
    forms = [_form(line.text) if edge else "" for line, edge in zip(lines, edges, strict=True)]
    for place in _first_headings(lines, forms):
        forms[place] = ""
    counts = Counter(form for form in forms if form)
    repeated = [bool(form) and counts[form] >= _FEWEST for form in forms]
    numbers = [
        edge and len(line.text) <= _LONGEST_NUMBER and _PAGE_NUMBER.fullmatch(line.text) is not None
        for line, edge in zip(lines, edges, strict=True)
    ]
    dropped = [False] * len(lines)
    for start, stop in _runs([a or b for a, b in zip(repeated, numbers, strict=True)]):
        if stop - start <= _LARGEST and _at_edge(lines, start, stop, repeated, numbers):
            dropped[start:stop] = [True] * (stop - start)
    return _kept(lines, dropped) if any(dropped) else list(lines)


def _page_edges(lines: Sequence[Line]) -> list[bool]:
    """Return True for each line among the first or last of its page; all, where pages are unknown."""
    breaks = [place for place in range(1, len(lines)) if _page_breaks(lines, place)]
    if not breaks:
        return [True] * len(lines)
    edges = [False] * len(lines)
    for place in (0, *breaks, len(lines)):
        for near in range(max(0, place - _EDGE), min(len(lines), place + _EDGE)):
            edges[near] = True
    return edges


def _first_headings(lines: Sequence[Line], forms: Sequence[str]) -> Iterator[int]:
    """Yield the places of headings of lists that are no running head: not repeated from page to page."""
    last: dict[str, int] = {}
    for place, form in enumerate(forms):
        if form and list_heading(form):
            page = lines[place].page or 0
            if page - last.get(form, -9) not in (0, 1, 2):
                yield place
            last[form] = page


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and stop of each stretch of true flags."""
    start = None
    for place, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield start, place
            start = None


def _form(text: str) -> str:
    """Return a line's words with its digits masked; "" for a line that cannot be a running head."""
    if len(text) > _LONGEST or not _LETTER.search(text):
        return ""
    form = _DIGITS.sub("#", text)
    return form if len(form.replace("#", "").strip(" .,;:()–-")) > 2 else ""


def _at_edge(
    lines: Sequence[Line], start: int, stop: int, repeated: Sequence[bool], numbers: Sequence[bool]
) -> bool:
    """Return True if a run of suspicious lines stands where a page ends or begins."""
    paged = _page_breaks(lines, start) or _page_breaks(lines, stop)
    before = start == 0 or lines[start].gap >= 0.9
    after = stop >= len(lines) or lines[stop].gap >= 0.9
    if not any(repeated[start:stop]):
        # A number alone: a page number only beside a page break, or between blank lines.
        return paged or (before and after and stop - start == 1)
    # NOTE: an entry that a thesis lists in every chapter repeats, too, but has no page number beside it.
    return paged or (any(numbers[start:stop]) and (before or after))


def _page_breaks(lines: Sequence[Line], place: int) -> bool:
    """Return True if a page ends just before a line."""
    return 0 < place < len(lines) and lines[place].page != lines[place - 1].page


def _kept(lines: Sequence[Line], dropped: Sequence[bool]) -> list[Line]:
    """Return the lines that stay; one that follows dropped lines goes on from the line before them."""
    kept: list[Line] = []
    after_drop = False
    for line, drop in zip(lines, dropped, strict=True):
        if drop:
            after_drop = True
            continue
        if after_drop:
            line.gap = 0.0
            after_drop = False
        kept.append(line)
    return kept
