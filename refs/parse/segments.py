"""Labels → segments: stretches of a reference string that belong to one field."""

from __future__ import annotations

import re
from typing import NamedTuple

from refs.parse.tagger import Tagged
from refs.parse.tokens import Token

_POINTED = frozenset({"author", "editor", "translator", "container-title", "location"})
_ABBREVIATED = re.compile(r"(?:[a-z]\. ?|/)[A-Z][^\s.]*$")
_CLOSING = {")": "(", "]": "[", "”": "“", "»": "«"}


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
    fields = [label[2:] if label[1:2] == "-" else label for label in tagged.labels]
    begins = [label[:2] == "B-" for label in tagged.labels]
    first = 0
    for i in range(1, len(tokens) + 1):
        if i < len(tokens) and fields[i - 1] == fields[i] and not begins[i]:
            continue
        field = fields[first]
        start, end = tokens[first].start, tokens[i - 1].end
        sure = min(tagged.probabilities[first:i])
        end = _closed(raw, start, end)
        if field in _POINTED:
            end = _pointed(raw, field, tokens[i - 1], end)
        found.append(Segment(field, first, i, start, end, sure))
        first = i
    return found


def _pointed(raw: str, field: str, last: Token, end: int) -> int:
    """Return the end with the full stop of an initial ("Neff, K. D.") or an abbreviation ("Phys. Rev.

    Lett.").
    """
    if raw[end : end + 1] != ".":
        return end
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
