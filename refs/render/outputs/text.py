"""Plain text: the words alone."""

from __future__ import annotations

from collections.abc import Sequence

from refs.render.rich_text import bare_text


def write_rich(text: str) -> str:
    """Return rich text as plain text."""
    return bare_text(text)


def write_entries(entries: Sequence[tuple[str, str, str]], *, hanging: bool = True) -> str:
    """Return a bibliography as plain text, an entry a line."""
    return "".join(f"{bare_text(label)}{bare_text(text)}\n" for _, label, text in entries)
