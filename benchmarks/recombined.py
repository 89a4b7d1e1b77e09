"""Labelled references put together anew: the layout of one, some of its fields from others of its source.

What a real list looks like is learned from real layouts; which words it holds should not matter. So titles,
containers, imprints and names change places between references, and each keeps its labels. Names come from
a list that begins in the same way ("Doe, J", "J. Doe", "DOE J").
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from parser_corpus import Row

from refs.parse.tokens import Token, tokenise

CHANGED = {
    "title": 0.6,
    "container-title": 0.5,
    "publisher": 0.6,
    "location": 0.5,
    "author": 0.5,
    "editor": 0.5,
}
"""How often a field of these is another's."""
_NAMES = ("author", "editor")
_LONGEST = 250
"""Tokens of a reference: what is longer is no reference."""

Segment = tuple[str, int, int]
"""A field, its first token and the one behind its last."""


def recombined(rows: Sequence[Row], seed: int, *, across: bool = False) -> Iterator[Row]:
    """Yield each row with some of its fields from others of its source, or ``across`` all sources."""
    rng = random.Random(seed)
    parted = [_segments(row) for row in rows]
    donors: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
    for row, segments in zip(rows, parted, strict=True):
        for segment in segments:
            if segment[0] in CHANGED:
                donors.setdefault(_kind(row, segment, across), []).append(_filling(row, segment))
    for row, segments in zip(rows, parted, strict=True):
        raw, at, changed = "", 0, False
        labels: list[str] = []
        for segment in segments:
            field, first, last = segment
            raw += row.raw[at : row.tokens[first].start]
            text, own = _filling(row, segment)
            if rng.random() < CHANGED.get(field, 0.0):
                other, others = rng.choice(donors[_kind(row, segment, across)])
                if others[0] == own[0] and other != text:
                    text, own, changed = other, others, True
            raw += text
            labels += own
            at = row.tokens[last - 1].end
        raw += row.raw[at:]
        tokens = tokenise(raw)
        if changed and len(tokens) == len(labels) and len(tokens) < _LONGEST:
            yield Row(raw, row.source, tokens, labels)


def _segments(row: Row) -> list[Segment]:
    """Return the stretches of tokens of one field."""
    fields = [label[2:] if label[1:2] == "-" else label for label in row.labels]
    starts = [
        i
        for i, field in enumerate(fields)
        if i == 0 or fields[i - 1] != field or row.labels[i].startswith("B-")
    ]
    return [(fields[a], a, b) for a, b in zip(starts, [*starts[1:], len(fields)], strict=True)]


def _filling(row: Row, segment: Segment) -> tuple[str, list[str]]:
    _, first, last = segment
    return row.raw[row.tokens[first].start : row.tokens[last - 1].end], row.labels[first:last]


def _kind(row: Row, segment: Segment, across: bool) -> tuple[str, ...]:
    """Return what a segment and another must share to change places."""
    field, first, last = segment
    source = "" if across else row.source if row.source.startswith("grobid") else row.source.split("-")[0]
    if field not in _NAMES:
        return source, field
    start = _form(row.tokens[first])
    if last - first > 1:
        gap = row.raw[row.tokens[first].end : row.tokens[first + 1].start].strip()[:2]
        start += gap + _form(row.tokens[first + 1])
    return source, field, start


def _form(token: Token) -> str:
    return "A" if len(token.text) == 1 else "U" if token.text.isupper() else "a"
