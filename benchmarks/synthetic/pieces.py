"""A template filled in, piece by piece, and the pieces joined to a string that knows its fields."""

from __future__ import annotations

import random
import re
from typing import Any

Piece = tuple[str, str]
"""Text and its label; "" labels what belongs to no field."""
_FIELD = re.compile(r"\{([a-z]+)(?:\|([a-z0-9-]+))?\}|([<>~])|([^{}<>~]+)")
_LABELS = {
    "author": "author", "editor": "editor", "title": "title", "container": "container-title", "date": "date",
    "volume": "volume", "issue": "issue", "page": "page", "publisher": "publisher", "place": "location",
    "edition": "edition", "genre": "genre", "url": "url", "series": "container-title", "extent": "",
    "access": "note",
    "translator": "translator",
    "report": "container-title", "number": "volume", "paper": "container-title", "days": "",
    "school": "publisher",
    "unprinted": "note", "month": "date", "fulldate": "date", "day": "date", "meeting": "container-title",
    "tongue": "", "arxiv": "identifier", "mark": "", "paragraph": "", "margin": "",
}  # fmt: skip


def filled_in(template: str, fields: dict[str, str], rng: random.Random) -> list[Piece]:
    """Return the pieces of a template, its optional groups left out where a field of theirs is missing."""
    stack: list[tuple[list[Piece], bool]] = [([], True)]
    for match in _FIELD.finditer(template):
        name, _, sign, text = match.groups()
        pieces, whole = stack[-1]
        if sign == "<":
            stack.append(([], True))
        elif sign == ">":
            stack.pop()
            if whole:
                stack[-1][0].extend(pieces)
        elif sign == "~":
            pieces.append((rng.choice(("", " ")), ""))
        elif text:
            pieces.append((text, ""))
        else:
            value = fields.get(name, "")
            pieces.append((value, _LABELS[name]))
            if not value:
                stack[-1] = (pieces, False)
    return [piece for piece in stack[0][0] if piece[0]]


def joined(pieces: list[Piece]) -> tuple[str, list[list[Any]]]:
    """Return the string and its spans."""
    raw, spans = "", []
    for text, label in pieces:
        text = text.replace("  ", " ")
        if raw.endswith((".", "?", "!")) and text.startswith("."):
            text = text[1:]
        if label and text.strip():
            lead = len(text) - len(text.lstrip())
            spans.append([len(raw) + lead, len(raw) + len(text.rstrip()), label])
        raw += text
    return raw, spans
