"""The lines of an article as list finding sees them: words, place on the page, what they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refs.model import Article, Block, BlockKind, LineLayout

_BLANKS = " \t\v\xa0\u2002\u2003\u2009\u3000"
_WIDEST = 200
"""Blanks before a line that count as its indent."""
_NEARLY_ALL = 0.7
"""Share of a line that a link makes up if nothing else counts."""
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
    link: str = ""
    """The address that its links point to, if it is one and leads out of the page."""
    all_link: bool = False
    """True if the link makes up nearly all of it."""
    list: int = 0
    """Number of the list that a line with a link stands in, 0 for none."""


def article_lines(article: Article) -> list[Line]:
    """Return the lines of an article in reading order, without running heads and page numbers."""
    lines: list[Line] = []
    text = article.text
    stop = 0
    # NOTE: a page may hold a whole text in <pre>; what Markdown fences is code.
    fenced = article.format == "markdown"
    before: LineLayout | None = None
    for number, block in enumerate(article.blocks):
        if block.region == _FURNITURE or (fenced and block.kind is BlockKind.CODE):
            continue
        layouts = block.attributes.get("lines") if block.attributes else None
        if layouts:
            lines += _printed_lines(text, block, number, layouts, before)
            before = layouts[-1]
            continue
        found = _text_lines(text, block, number)
        if links := block.attributes.get("links"):
            _add_links(found, links, block.attributes.get("list", 0))
        if found and lines:
            found[0].gap = max(0, text.count("\n", stop, block.start) - 1)
        lines += found
        stop = block.end
        before = None
    return lines


def _text_lines(text: str, block: Block, number: int) -> list[Line]:
    """Return the lines of a block of a text without page geometry."""
    whole, kind, region, label = block.text, block.kind, block.region, block.label
    entry, page = block.attributes.get("entry", 0), block.position.page
    shown = block.attributes.get("shown")
    # NOTE: each return becomes a line feed, so that places stay the same.
    raws = (whole.replace("\r", "\n") if "\r" in whole else whole).split("\n")
    words: list[str] | None = None
    if shown is not None:
        words = shown.split("\n")
        # NOTE: "shown" may drop a line that is only markup; then the block is one line.
        if len(raws) == 1 or len(words) != sum(1 for raw in raws if raw):
            words, raws = [" ".join(shown.split())], [whole]
    lines: list[Line] = []
    at, place = block.start, -1
    for raw in raws:
        bare = raw.strip()
        place += bool(raw)
        if bare:
            lead = 0 if raw[0] == bare[0] else len(raw) - len(raw.lstrip())
            start, first = at + lead, not lines
            indent = lead if place else _indent_before(text, start)
            stop, right = start + len(bare), indent + len(bare)
            own = bare if words is None else words[place].strip()
            # NOTE: by place, which takes half the time of names; an article's lines nearly all pass here.
            lines.append(
                Line(own, start, stop, 0.0, indent, right, kind, region, label, page, 0, number, entry, first)
            )
            label = ""
        at += len(raw) + 1
    return lines


def _add_links(lines: list[Line], links: tuple[tuple[int, int, str], ...], listed: int) -> None:
    """Note the address that each line links to, and the number of its list, in place."""
    place = 0
    for line in lines:
        targets: set[str] = set()
        linked = 0
        while place < len(links) and links[place][0] < line.end:
            start, end, target = links[place]
            targets.add(target)
            linked += end - start
            place += 1
        if len(targets) == 1:
            line.list = listed
            line.link, line.all_link = targets.pop(), linked >= _NEARLY_ALL * len(line.text)


def _indent_before(text: str, start: int) -> int:
    """Return how many blanks stand between a line's beginning and its first word."""
    if not start or text[start - 1] in "\n\f\r":
        return 0
    near = max(0, start - _WIDEST)
    before = text[near:start]
    bare = before.rstrip(_BLANKS)
    if not bare:
        return 0 if near else start
    return len(before) - len(bare) if bare[-1] in "\n\f\r" else 0


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
