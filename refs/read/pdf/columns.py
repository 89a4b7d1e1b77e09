"""The columns of a page, from the white between its lines."""

from __future__ import annotations

from refs.read.pdf.lines import PdfLine

_BIN = 4.0
"""Width, in points, of the strips that a page is cut into."""
_SUPPORT = 0.2
"""Share of a page's lines that must stand on each side of a gutter."""
_CROSSING = 0.06
"""Share of a page's lines that may cross a gutter (headings, tables)."""


def number_columns(lines: list[PdfLine]) -> None:
    """Give each line the number of its column, in place; lines across columns belong to the first."""
    gutters = find_gutters([line for line in lines if not line.region])
    if gutters:
        for line in lines:
            line.column = sum([line.left >= gutter - 1.0 for gutter in gutters])


def find_gutters(lines: list[PdfLine]) -> list[float]:
    """Return where gutters between columns begin on their right side, in points from the left.

    A gutter is a strip in the middle of the page that almost no line crosses, with many lines on
    both sides.
    """
    long = [line for line in lines if line.right - line.left > 40]
    if len(long) < 12:
        return []
    left, right = min([line.left for line in long]), max([line.right for line in long])
    bins = int((right - left) / _BIN) + 2
    if not 20 < bins < 2_000:
        return []
    starts, stops = [0] * (bins + 1), [0] * (bins + 1)
    for line in long:
        starts[int((line.left - left) / _BIN)] += 1
        stops[int((line.right - left) / _BIN) + 1] += 1
    gutters: list[float] = []
    crossing, passed, begun = 0, 0, 0
    allowed, needed = _CROSSING * len(long), _SUPPORT * len(long)
    open_gutter = False
    for place in range(bins):
        crossing += starts[place] - stops[place]
        passed += stops[place]
        begun += starts[place]
        inside = 0.2 * bins < place < 0.8 * bins
        if inside and crossing <= allowed and passed >= needed and len(long) - begun >= needed:
            open_gutter = True
        elif open_gutter:
            gutters.append(left + place * _BIN)
            open_gutter = False
    return [_right_side(gutter, long) for gutter in gutters]


def _right_side(gutter: float, lines: list[PdfLine]) -> float:
    """Return the left edge of the lines that begin at a gutter."""
    near = [line.left for line in lines if abs(line.left - gutter) < 2 * _BIN]
    return min(near, default=gutter)
