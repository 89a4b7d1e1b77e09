"""Repairs of places and publishers that were taken for the end of a title or container."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.tokens import Token
from refs.parse.words import word_of

_NAMED = frozenset({"I-title", "I-container-title"})
_OTHERS = (("u", "a"), ("et", "al"))


def places_with_others(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Bonn u.a." of "On Trust. Bonn u.a.: Walker" is a place: places have others beside them."""
    if "u.a" not in raw and "u. a" not in raw and "et al" not in raw:
        return labels
    for i in range(3, len(labels) - 1):
        pair = (tokens[i].text, tokens[i + 1].text)
        if pair not in _OTHERS or not labels[i] == labels[i + 1] == labels[i - 1] or labels[i] not in _NAMED:
            continue
        if labels[i + 2 : i + 3] == [labels[i]] or len(raw[tokens[i].end : tokens[i + 1].start]) > 2:
            continue
        first = i - 1
        while first > i - _PLACE and not {*".,/:"} & {*raw[tokens[first - 1].end : tokens[first].start]}:
            first -= 1
        begins = {*".,:"} & {*raw[tokens[first - 1].end : tokens[first].start]}
        places = any("p" in word_of(token.text, False).flags for token in tokens[first:i])
        if begins and places and labels[first - 1][2:] == labels[i][2:]:
            return [*labels[:first], *["location"] * (i + 2 - first), *labels[i + 2 :]]
    return labels


_PLACE = 5
"""So many words at most has a place with what follows it."""


_IN = frozenset("in of und and fur aus von from the for zu a an at de".split())
