"""Labels → segments: stretches of a reference string that belong to one field."""

from __future__ import annotations

import re
from typing import NamedTuple

from refs.parse.tagger import Tagged
from refs.parse.tokens import Token

_POINTED = frozenset({"author", "editor", "translator", "container-title", "location"})
_ABBREVIATED = re.compile(r"(?:[a-z]\. ?|/)[A-Z][^\s.]*$")
_CLOSING = {")": "(", "]": "[", "”": "“", "»": "«"}
_BRACKETED = frozenset({"title", "container-title"})
_CLOSERS = frozenset({*_CLOSING, *"?!…"})
"""Signs that may still belong to the stretch before them."""
_new = tuple.__new__
"""Makes a Segment of its values without the named tuple's own, slower constructor."""


class Segment(NamedTuple):
    """One stretch: field, first and last token (exclusive), characters, and how sure the tagger is."""

    field: str
    first: int
    last: int
    start: int
    end: int
    confidence: float

    def text(self, raw: str) -> str:
        """Return the stretch as printed."""
        return raw[self.start : self.end]


def segments_of(raw: str, tokens: list[Token], tagged: Tagged) -> list[Segment]:
    """Return the segments of a tagged reference, in order."""
    found: list[Segment] = []
    labels = [*tagged.labels, ""]
    label, first = labels[0], 0
    for i, following in enumerate(labels):
        if following == label and label[:2] != "B-":
            continue
        if i == first or (following[:2] == "I-" and label[1:] == following[1:] and label[:2] == "B-"):
            label = following if i > first else label
            continue
        field = label[2:] if label[1:2] == "-" else label
        start, end = tokens[first][1], tokens[i - 1][2]
        if raw[end : end + 1] in _CLOSERS:
            end = _closed(raw, start, end)
        elif raw[end : end + 2] == ".)" and field in _BRACKETED:
            end += 2 * (raw.count("(", start, end) > raw.count(")", start, end))  # "rice (Oryza sativa L.)."
        if raw[end : end + 1] == "." and field in _POINTED:
            end = _pointed(raw, field, tokens[i - 1], end)
        found.append(_new(Segment, (field, first, i, start, end, min(tagged.probabilities[first:i]))))
        label, first = following, i
    return found


def _pointed(raw: str, field: str, last: Token, end: int) -> int:
    """Return the end with the full stop of an initial ("Neff, K. D.") or an abbreviation ("Phys. Rev.

    Lett.").
    """
    if field in ("container-title", "location"):
        return end + 1 if _ABBREVIATED.search(raw, max(0, end - 60), end) else end
    return end + 1 if len(last.text) <= 2 or last.text in ("Jr", "Sr") else end


def _closed(raw: str, start: int, end: int) -> int:
    """Return the end with the bracket, quote, or "?" that still belongs to the stretch."""
    while end < len(raw):
        sign = raw[end]
        opening = _CLOSING.get(sign)
        if sign in "?!…" or (opening and raw.count(opening, start, end) > raw.count(sign, start, end)):
            end += 1
            continue
        break
    return end
