"""The lines of an article as list finding sees them: words, place on the page, what they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from refs.model import Article, Block, BlockKind, LineLayout

_LINE = re.compile(r"[^\r\n]+")
_WIDEST = 200
"""Blanks before a line that count as its indent."""
_FURNITURE = "furniture"


@dataclass(slots=True)
class Line:
    """One line: printed (text, PDF) or one paragraph, where the source has no lines of its own."""

    text: str
    """The words, markup aside, without blanks around them."""
    start: int
    end: int
    gap: float = 0.0
    """Blank lines before it; for a PDF, extra space before it in lines."""
    indent: float = 0.0
    """Distance from the left edge of its column: in characters, or in points."""
    right: float = 0.0
    """Where it ends, in the same measure."""
    kind: BlockKind = BlockKind.PARAGRAPH
    region: str = ""
    label: str = ""
    page: int | None = None
    column: int = 0
    block: int = 0
    entry: int = 0
    """Number of the list item or table row it belongs to, 0 for none."""
    first: bool = True
    """True for the first line of its block."""
    size: float = 0.0


def article_lines(article: Article) -> list[Line]:
    """Return the lines of an article in reading order, without running heads and page numbers."""
    lines: list[Line] = []
    stop = 0
    before: LineLayout | None = None
    for number, block in enumerate(article.blocks):
        if block.region == _FURNITURE:
            continue
        layouts = block.attributes.get("lines")
        if layouts:
            lines += _printed_lines(article.text, block, number, layouts, before)
            before = layouts[-1]
            continue
        found = _text_lines(article.text, block, number)
        if found and lines:
            found[0].gap = max(0, article.text.count("\n", stop, block.start) - 1)
        lines += found
        stop = block.end
        before = None
    return lines


def _text_lines(text: str, block: Block, number: int) -> list[Line]:
    """Return the lines of a block of a text without page geometry."""
    shown = block.attributes.get("shown")
    whole, kind, region = block.text, block.kind, block.region
    entry = block.attributes.get("entry", 0)
    page = block.position.page
    if "\n" not in whole and "\r" not in whole and whole == whole.strip():
        only = whole if shown is None else " ".join(shown.split())
        indent = _indent_before(text, block.start)
        right = indent + len(only)
        start, stop, label = block.start, block.end, block.label
        return [Line(only, start, stop, 0.0, indent, right, kind, region, label, page, 0, number, entry)]
    # NOTE: "shown" may drop a line that is only markup; then the block is one line.
    words = shown.split("\n") if shown is not None else []
    spans = [match.span() for match in _LINE.finditer(whole)]
    if shown is not None and len(words) != len(spans):
        words, spans = [" ".join(shown.split())], [(0, len(whole))]
    lines: list[Line] = []
    label, first = block.label, True
    for place, (start, stop) in enumerate(spans):
        raw = whole[start:stop]
        bare = raw.strip()
        if not bare:
            continue
        lead = len(raw) - len(raw.lstrip())
        at = block.start + start + lead
        indent = lead if place else _indent_before(text, at)
        own = words[place].strip() if shown is not None else bare
        stop, right = at + len(bare), indent + len(bare)
        # NOTE: by place, which takes half the time of names; an article's lines nearly all pass here.
        line = Line(own, at, stop, 0.0, indent, right, kind, region, label, page, 0, number, entry, first)
        lines.append(line)
        label, first = "", False
    return lines


def _indent_before(text: str, start: int) -> int:
    """Return how many blanks stand between a line's beginning and its first word."""
    if not start or text[start - 1] in "\n\f\r":
        return 0
    near = max(0, start - _WIDEST)
    begin = max(text.rfind(end, near, start) for end in "\n\f\r") + 1
    if not begin and near:
        return 0
    return start - begin if not text[begin:start].strip() else 0


def _printed_lines(
    text: str,
    block: Block,
    number: int,
    layouts: tuple[LineLayout, ...],
    before: LineLayout | None,
) -> Iterator[Line]:
    """Yield the lines of a block whose place on the page is known; ``before`` is the line before it."""
    first, label = True, block.label
    kind, region, entry = block.kind, block.region, block.attributes.get("entry", 0)
    for layout in layouts:
        start, end = layout.start, layout.end
        words = text[start:end].strip()
        if not words:
            continue
        height = max(layout.top - layout.bottom, 1.0)
        same = before is not None and (before.page, before.column) == (layout.page, layout.column)
        space = before.bottom - layout.top if before is not None and same else 0.0
        gap, page, column = max(0.0, space / height), layout.page, layout.column
        place = (start, end, gap, layout.left, layout.right)
        yield Line(words, *place, kind, region, label, page, column, number, entry, first, layout.size)
        before = layout
        first, label = False, ""
