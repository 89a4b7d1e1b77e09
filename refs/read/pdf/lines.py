"""The printed lines of a PDF page, and how the pieces that PDFium parts are joined again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class PdfLine:
    """One printed line; lengths in points, origin at the lower left corner of the page."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    height: float
    """Ascent plus descent of the line's letters, near enough their size times 1.2."""
    marked: bool = False
    """True if the line begins with a raised or smaller number, as footnotes do."""
    superscripts: tuple[tuple[int, int], ...] = ()
    column: int = 0
    region: str = ""
    footnote: str = ""
    """The number of the footnote that it belongs to."""


def join_fragments(lines: list[PdfLine]) -> list[PdfLine]:
    """Return lines with the pieces joined that PDFium parts at a superscript or a tab."""
    joined: list[PdfLine] = []
    for line in lines:
        if joined and _is_next_piece(joined[-1], line):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _is_next_piece(before: PdfLine, line: PdfLine) -> bool:
    """Return True for a piece that goes on, on the same baseline, right of the one before."""
    gap = line.left - before.right
    if not -1.0 < gap < 60.0:
        return False
    shared = min(before.top, line.top) - max(before.bottom, line.bottom)
    if shared < 0.5 * min(before.top - before.bottom, line.top - line.bottom):
        return False
    # NOTE: a footnote's number may stand a tab before its text
    number = before.text.isdigit() and len(before.text) < 4 and len(line.text) > 12
    return number or gap < 0.6 * max(before.height, line.height)


def _join(before: PdfLine, line: PdfLine) -> PdfLine:
    blank = " " if line.left - before.right > 0.12 * line.height else ""
    start = len(before.text) + len(blank)
    number = before.text.isdigit()
    return PdfLine(
        f"{before.text}{blank}{line.text}",
        before.page,
        before.left,
        line.bottom if number else before.bottom,
        line.right,
        line.top if number else before.top,
        line.height if number else before.height,
        before.marked or (number and (before.height < 0.93 * line.height or before.bottom > line.bottom + 1)),
        before.superscripts + tuple((start + a, start + b) for a, b in line.superscripts),
    )
