"""Repairs of links, and of the words that lead to them."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.tokens import Token


def links(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A link is a link, and ends every field."""
    if "//" not in raw and "10." not in raw and "www." not in raw.lower():
        return labels
    if not (places := [i for i, token in enumerate(tokens) if token[3]]):
        return labels
    made = list(labels)
    for i in places:
        made[i] = "link"
    return made


def words_before_links(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "online unter" between a title and a link is no part of the title."""
    if "link" not in labels:
        return labels
    link = labels.index("link")
    first = link
    while first and labels[first - 1] in _INSIDE and tokens[first - 1].text.lower() in _LEADING:
        first -= 1
    if first == link or not first or labels[first - 1][2:] != labels[first][2:]:
        return labels
    return [*labels[:first], *["other"] * (link - first), *labels[link:]]


_INSIDE = frozenset({"I-title", "I-container-title"})
_LEADING = frozenset(
    "online unter abrufbar verfügbar abgerufen available at from retrieved internetquelle url disponible "
    "disponibile".split()
)
