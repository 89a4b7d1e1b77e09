"""Plain text: saved pages, PDF dumps, notes. ``article.text`` is the file's own text."""

from __future__ import annotations

import re
from pathlib import Path

from refs.model import Article, Block, BlockKind, Position
from refs.read.encoding import decode_text

# A paragraph: lines with something on them, one after the other, on one page
_PARAGRAPH = re.compile(r"\S[^\r\n\f]*(?:(?:\r\n|\n|\r)[^\S\r\n\f]*[^\s][^\r\n\f]*)*")
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
    blocks: list[Block] = []
    page = line = 1
    counted = 0
    for match in _PARAGRAPH.finditer(text):
        start = match.start()
        page += text.count("\f", counted, start)
        line += _newlines(text, counted, start)
        shown = match.group().rstrip()
        blocks.append(Block(_kind(shown), shown, start, start + len(shown), Position(page=page, line=line)))
        counted = start
    return tuple(blocks)


def _newlines(text: str, start: int, end: int) -> int:
    """Return how many lines end between two places, however the file ends its lines."""
    return text.count("\n", start, end) or text.count("\r", start, end)


def _kind(text: str) -> BlockKind:
    if "\n" not in text and len(text) < 90 and text[-1] not in ".,;:!?" and text[0].isupper():
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _BULLET.match(text) else BlockKind.PARAGRAPH
