"""Plain text: saved pages, PDF dumps, notes. ``article.text`` is the file's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from refs.model import Article, Block, BlockKind, Position
from refs.read.encoding import decode_text

# A paragraph: lines with something on them, one after the other
_PARAGRAPH = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
_BULLET = re.compile(r"(?:[•●▪■◦‣*·–-]|\(?\d{1,4}[.)\]]|\[\d{1,4}\])\s+\S")


def read_text(data: bytes, *, name: str, path: Path | None = None) -> Article:
    """Return the article that a plain text file is; its paragraphs are blocks."""
    text, warning = decode_text(data)
    warnings = (f"{name}: {warning}.",) if warning else ()
    blocks = paragraphs(text)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return Article(name, "text", text, blocks, title=title, warnings=warnings)


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a text, with page (form feeds counted) and line number.

    >>> [(b.text, b.position.line) for b in paragraphs("One\\ntwo\\n\\n  three\\n")]
    [('One\\ntwo', 1), ('three', 4)]
    """
    # NOTE: "." is several times faster than a class of characters; so pages and returns are seen to before.
    plain = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    blocks: list[Block] = []
    line, counted = 1, 0
    for page, (begin, stop) in enumerate(_pages(plain), 1):
        for match in _PARAGRAPH.finditer(plain, begin, stop):
            start, end = match.span()
            line += plain.count("\n", counted, start)
            counted = start
            shown = text[start:end].rstrip()
            end = start + len(shown)
            blocks.append(Block(_kind(shown), shown, start, end, Position(page, None, line)))
    return tuple(blocks)


def _pages(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each page begins and ends; form feeds part them."""
    begin = 0
    while (stop := text.find("\f", begin)) >= 0:
        yield begin, stop
        begin = stop + 1
    yield begin, len(text)


def _kind(text: str) -> BlockKind:
    if "\n" not in text and len(text) < 90 and text[-1] not in ".,;:!?" and text[0].isupper():
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _BULLET.match(text) else BlockKind.PARAGRAPH
