"""Repairs of publishers: taken for places, and titles that were taken for them."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.fields.language import language_of
from refs.parse.fields.names import names_organisation
from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token
from refs.parse.words import Word, word_of


def reversed_places(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Wiley of "Wiley: New York" is a publisher though it stands where a place does."""
    if "publisher" in labels or "location" not in labels:
        return labels
    made = list(labels)
    for i in range(1, len(tokens)):
        if labels[i - 1] == labels[i] == "location" and ":" in raw[tokens[i - 1].end : tokens[i].start]:
            first = i - 1
            while first and labels[first - 1] == "location":
                first -= 1
            if any("b" in word_of(t.text, False).flags for t in tokens[first:i]):
                made[first:i] = ["publisher"] * (i - first)
    return made


def titles_taken_for_publishers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "publisher" before a place is the title if there is none, or more of it: "Mythos, Berlin"."""
    if labels.count("publisher") == 0 or "B-container-title" in labels or "volume" in labels:
        return labels
    first = labels.index("publisher")
    last = first + 1
    while last < len(labels) and labels[last] == "publisher":
        last += 1
    after_title = first > 0 and labels[first - 1] in ("I-title", "B-title")
    untitled = "B-title" not in labels and first > 0 and labels[first - 1] in ("author", "date", "other")
    if not (after_title or untitled) or (last < len(labels) and labels[last] not in ("location", "date")):
        return labels
    words = [word_of(token.text, False) for token in tokens[first:last]]
    if any({*"bn"} & {*word.flags} or word.folded[:7] == "edition" for word in words) or names_organisation(
        raw[tokens[first].start : tokens[last - 1].end]
    ):
        return labels
    century = words[0].folded in _CENTURY and tokens[first - 1].text.isdecimal()
    if untitled and last < len(labels):
        return [*labels[:first], "B-title", *["I-title"] * (last - first - 1), *labels[last:]]
    if after_title and (
        century
        or _says_what_it_is_about(words)
        or _is_german(words, raw[tokens[_begin(labels, first)].start : tokens[last - 1].end])
    ):
        return [*labels[:first], *["I-title"] * (last - first), *labels[last:]]
    return labels


def _begin(labels: Sequence[str], end: int) -> int:
    """Return where the title begins that ends before a place."""
    first = end - 1
    while first and labels[first] == "I-title":
        first -= 1
    return first


def _is_german(words: Sequence[Word], text: str) -> bool:
    """True for "Roman einer Jugend" and "Strukturen virtueller Welten": small words that no publisher has."""
    plain = [word.folded for word in words if word.shape == "a" and word.folded not in _SMALL]
    long = any(len(word) > _LONG and word.endswith(("er", "en", "em")) for word in plain)
    return long or (bool(plain) and language_of(text) == "de")


_LONG = 7
"""So many letters less one has a German adjective that tells its language by its ending."""


def _says_what_it_is_about(words: Sequence[Word]) -> bool:
    """True for "Stars and Society": words of titles alone, two or more, none of them a name or "paper"."""
    if any("s" in word.flags for word in words):
        return False
    codes = [load_lexicon().code(word.folded) for word in words if word.folded not in _SMALL]
    return len(codes) > 1 and all(code[2] >= "2" and code[0] < "2" for code in codes)


_SMALL = frozenset(
    "und and et der die das fur of de du des la le the zur zum von vom y e i del della di et al for".split()
)

_CENTURY = frozenset({"jahrhundert", "jahrhunderts", "jh"})
