"""Is a printed line the first of an entry? A linear model over its first words and the line before it.

The weights are learnt by ``benchmarks/train_line_starts.py`` from reference strings under free licences,
set in lines of many widths; they are log odds, so they add up.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from refs.extract.clues import start_form

_NEVER = -8.0
_PARTICLES = frozenset(
    "de del der den des di da dos du la le el al ter ten af av van von vom zu zur ben bin d".split()
)
"""Small words that a surname, and so an entry, may begin with."""
_TOKEN = r"([^\W\d_]+|\d+|[^\w\s]|_+)"
_FOUR_TOKENS = re.compile(rf"\s*{_TOKEN}(?:\s*{_TOKEN}(?:\s*{_TOKEN}(?:\s*{_TOKEN})?)?)?")
_THREE_TOKENS = re.compile(rf"\s*{_TOKEN}(?:\s*{_TOKEN}(?:\s*{_TOKEN})?)?")
_HEAD, _TAIL = 60, 40
"""Characters of a line in which its first tokens, and its last, are looked for."""
_NONE = "-"
"""The shape of a token that is not there."""
# The ends "474-485.", "(2003).", "https://example.org/": no longer than the slices that are searched
_RANGE_END = re.compile(r"[0-9][-–]\s?[A-Za-z]?[0-9]{1,6}\.?$")
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9][0-9][a-z]?(?![0-9])")
_YEAR_END = re.compile(r"(?:1[5-9]|20)[0-9][0-9][a-z]?[).]{0,2}$")
_LINK_END = re.compile(r"(?:10\.[0-9]{4,9}/|https?:|www\.)\S{0,300}$")


def start_features(text: str, before: str) -> list[str]:
    """Return what the model looks at: shapes and words where the line begins and the one before ends.

    >>> start_features("Neff, K. (2003).", "Identity, 2(2), 85-101.")[:3]
    ['s0=Xx', 's1=,', 's2=X']
    """
    tokens, shapes = _first_tokens(text)
    found = [*_beginning(shapes), *_first_words(tokens), f"f={start_form(text)}", _year_sign(text)]
    if before:
        tokens, tail = _last_tokens(before)
        found += [*_ending(tail), *_joint(tail, shapes), *_last_word(tokens), *_end_sign(before)]
    return found


def line_start_score(text: str, before: str) -> float:
    """Return the log odds that a line is the first of an entry, given the line before it ("" if none).

    It is the bias and the sum of the weights of ``start_features``; what depends on shapes alone, of which
    there are few, is summed once.

    >>> line_start_score("Neff, K. (2003). Self-compassion.", "and Identity, 2(2), 85-101.") > 2
    True
    >>> line_start_score("and narrative identity. In", "McAdams, D. P. (2001). Redemption") < -2
    True
    """
    if text[:1].islower():
        # NOTE: "vanEngelsdorp D", "eLife supports" and "de Boer" may begin an entry.
        word = text.split(None, 1)[0]
        if word.islower() and text[:4].split(" ")[0].rstrip("'’") not in _PARTICLES:
            return _NEVER
    weight = _weights().get
    tokens, shapes = _first_tokens(text)
    score = _beginning_score(shapes) + weight(f"f={start_form(text)}", 0.0) + weight(_year_sign(text), 0.0)
    for sign in _first_words(tokens):
        score += weight(sign, 0.0)
    if not before:
        return score
    tokens, tail = _last_tokens(before)
    score += _ending_score(tail) + _joint_score(tail, shapes[:2])
    for sign in (*_last_word(tokens), *_end_sign(before)):
        score += weight(sign, 0.0)
    return score


def _first_tokens(text: str) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """Return the first four tokens of a line (None where there are fewer) and their shapes."""
    found = _FOUR_TOKENS.match(text, 0, _HEAD)
    tokens = found.groups() if found else (None,) * 4
    return tokens, tuple([_shape(token) if token else _NONE for token in tokens])


def _last_tokens(text: str) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """Return the last three tokens of a line, and their shapes, the last one first."""
    # NOTE: read backwards; a match at the end of a string is found by trying every place before it.
    found = _THREE_TOKENS.match(text[: -_TAIL - 1 : -1])
    tokens = tuple([token and token[::-1] for token in found.groups()]) if found else (None,) * 3
    return tokens, tuple([_shape(token) if token else _NONE for token in tokens])


def _beginning(shapes: tuple[str, ...]) -> list[str]:
    """Return the signs of the shapes with which a line begins."""
    first, second, third, fourth = shapes
    return [
        f"s0={first}",
        f"s1={second}",
        f"s2={third}",
        f"s3={fourth}",
        f"b={first} {second}",
        f"t={first} {second} {third}",
        f"q={first} {second} {third} {fourth}",
    ]


def _first_words(tokens: tuple[str | None, ...]) -> list[str]:
    first, second = tokens[:2]
    if not first:
        return []
    return [f"w={first.lower()}", f"v={second.lower()}"] if second else [f"w={first.lower()}"]


def _year_sign(text: str) -> str:
    """Return where in the first words of a line a year stands."""
    for year in _YEAR.finditer(text, 0, 90):
        at = year.start()
        if not at:
            return "y=0"
        if not text[at - 1].isdigit():
            return "y=40" if at < 40 else "y=90"
    return "y=none"


def _ending(tail: tuple[str, ...]) -> list[str]:
    """Return the signs of the shapes with which the line before ends, the last one first."""
    last, second, third = tail
    return [f"e0={last}", f"e1={second} {last}", f"e2={third} {second} {last}"]


def _joint(tail: tuple[str, ...], shapes: tuple[str, ...]) -> list[str]:
    """Return the signs of an ending and a beginning together."""
    return [f"x={tail[0]} {shapes[0]} {shapes[1]}", f"z={tail[1]} {tail[0]} {shapes[0]}"]


def _last_word(tokens: tuple[str | None, ...]) -> list[str]:
    """Return the sign of the last word of the line before; a point says that something follows it."""
    for place, token in enumerate(tokens):
        if token and token.isalpha():
            return [f"u={token.lower()}." if place else f"u={token.lower()}"]
    return []


def _end_sign(before: str) -> list[str]:
    """Return the sign of a page range, a year or an address at the end of the line before."""
    if before[-1].isalnum() or before[-1] in ".)":
        if _RANGE_END.search(before[-11:]):
            return ["r=range"]
        if _YEAR_END.search(before[-7:]):
            return ["r=year"]
    address = before[before.rfind(" ") + 1 :]
    if ("/" in address or ":" in address or "www." in address) and _LINK_END.search(before[-320:]):
        return ["r=link"]
    return []


@lru_cache(maxsize=8192)
def _beginning_score(shapes: tuple[str, ...]) -> float:
    weights = _weights()
    return weights["bias"] + sum(weights.get(sign, 0.0) for sign in _beginning(shapes))


@lru_cache(maxsize=8192)
def _ending_score(tail: tuple[str, ...]) -> float:
    return sum(_weights().get(sign, 0.0) for sign in _ending(tail))


@lru_cache(maxsize=8192)
def _joint_score(tail: tuple[str, ...], shapes: tuple[str, ...]) -> float:
    return sum(_weights().get(sign, 0.0) for sign in _joint(tail, shapes))


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = files("refs.data").joinpath("extract/line_starts.tsv").read_text("utf-8")
    rows = (line.rsplit("\t", 1) for line in table.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}


@lru_cache(maxsize=8192)
def _shape(token: str) -> str:
    """Return a token's shape: "Neff" Xx, "KD" XX, "K" X, "love" xxx, "a" x, "2003" dddd; else as it is.

    "vanEngelsdorp" has the shape of a name.
    """
    if token.isdigit():
        return "d" * min(len(token), 5)
    if not token.isalpha():
        return token[0]
    if token.isupper():
        return "X" if len(token) == 1 else "XX" if len(token) < 4 else "XXX"
    if token[0].isupper():
        return "Xx" if token[1:].islower() else "XxX"
    if not token.islower():
        return "Xx"
    return "x" if len(token) == 1 else "xx" if len(token) < 4 else "xxx"
