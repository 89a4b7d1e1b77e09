"""Printed lines become blocks: paragraphs by white space and indent, footnotes, headings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

from refs.model import BlockKind, LineLayout, Position
from refs.read.assembly import ArticleBuilder
from refs.read.pdf.lines import PdfLine

_TEX_ACCENT = re.compile(r"([´`¨ˆ˜ˇ¸]) ?([A-Za-zı])")
_COMBINING = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "¸": "\u0327",
}


def add_blocks(
    builder: ArticleBuilder, pages: list[list[PdfLine]], body: float, *, tex: bool = False
) -> None:
    """Add the lines of all pages as blocks, in content order; ``body`` is the height of most letters.

    ``tex`` says that TeX made the file: its old fonts print "Schr¨odinger" for "Schrödinger".
    """
    for lines in pages:
        if tex:
            for line in lines:
                if not line.text.isascii():
                    line.text = compose_accents(line.text)
        spacing = _spacing(lines)
        group: list[PdfLine] = []
        for line in lines:
            if group and _breaks(group[-1], line, spacing):
                _add(builder, group, body)
                group = []
            group.append(line)
        if group:
            _add(builder, group, body)


def compose_accents(text: str) -> str:
    """Return text with spacing accents put on the letters that follow them.

    >>> compose_accents("Schr¨odinger, Poincar´e, l’´Etat, x ˆ 2")
    'Schrödinger, Poincaré, l’État, x ˆ 2'
    """
    if not any(accent in text for accent in _COMBINING):
        return text
    return _TEX_ACCENT.sub(_compose, text)


def _compose(found: re.Match[str]) -> str:
    letter = {"ı": "i"}.get(found.group(2), found.group(2))
    composed = unicodedata.normalize("NFC", letter + _COMBINING[found.group(1)])
    return composed if len(composed) == 1 else found.group()


def body_height(pages: list[list[PdfLine]]) -> float:
    """Return the height of most letters, in points."""
    exact: dict[float, int] = {}
    for lines in pages:
        for line in lines:
            exact[line.height] = exact.get(line.height, 0) + len(line.text)
    heights: Counter[float] = Counter()
    for height, letters in exact.items():
        heights[round(height, 1)] += letters
    return heights.most_common(1)[0][0] if heights else 0.0


def _spacing(lines: list[PdfLine]) -> float:
    """Return the usual distance between baselines on a page, in points."""
    steps = Counter(
        [
            round(step, 1)
            for before, after in pairwise(lines)
            if 4 < (step := before.bottom - after.bottom) < 60 and before.column == after.column
        ]
    )
    return steps.most_common(1)[0][0] if steps else 12.0


def _breaks(before: PdfLine, line: PdfLine, spacing: float) -> bool:
    """Return True where a new block begins."""
    if line.region != before.region or line.column != before.column or line.footnote != before.footnote:
        return True
    if line.footnote:
        return False
    step = before.bottom - line.bottom
    if step > 1.35 * spacing + 1 or step < -2 * spacing:
        return True
    return abs(line.height - before.height) > 0.12 * before.height and step > 0.5 * spacing


def _add(builder: ArticleBuilder, group: list[PdfLine], body: float) -> None:
    """Add one block with its lines."""
    begin = start = builder.next_start
    layouts: list[LineLayout] = []
    raised: list[tuple[int, int]] = []
    first = group[0]
    for line in group:
        if line.superscripts:
            raised += [(start - begin + a, start - begin + b) for a, b in line.superscripts]
        end = start + len(line.text)
        layouts.append(
            LineLayout(
                start,
                end,
                line.page,
                line.left,
                line.bottom,
                line.right,
                line.top,
                line.column,
                line.height,
            )
        )
        start = end + 1
    box = (
        min([line.left for line in group]),
        min([line.bottom for line in group]),
        max([line.right for line in group]),
        max([line.top for line in group]),
    )
    kind, label = _kind(group, body)
    builder.add(
        kind,
        "\n".join([line.text for line in group]),
        position=Position(page=first.page, box=box),
        level=1 if kind is BlockKind.HEADING else 0,
        label=label,
        region=first.region,
        attributes={"lines": tuple(layouts)},
        superscripts=raised,
    )


def _kind(group: list[PdfLine], body: float) -> tuple[BlockKind, str]:
    """Return what a block is, and the number of a footnote."""
    first = group[0]
    if first.region:
        return BlockKind.PARAGRAPH, ""
    if first.footnote:
        return BlockKind.FOOTNOTE, first.footnote
    if len(group) < 3 and first.height > 1.12 * body and len(first.text) < 120:
        return BlockKind.HEADING, ""
    return BlockKind.PARAGRAPH, ""
