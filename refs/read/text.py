"""Plain text: saved pages, PDF dumps, notes. ``article.text`` is the file's own text."""

from __future__ import annotations

from pathlib import Path

from refs.model import Article, BlockKind
from refs.model.paragraphs import Paragraphs
from refs.read.encoding import decode_text


def read_text(data: bytes, *, name: str, path: Path | None = None) -> Article:
    """Return the article that a plain text file is; its paragraphs are blocks."""
    text, warning = decode_text(data)
    warnings = (f"{name}: {warning}.",) if warning else ()
    blocks = Paragraphs(text)
    title = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    return Article(name, "text", text, blocks, title=title, warnings=warnings)
