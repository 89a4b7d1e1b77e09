"""Is a printed line the first of an entry? A linear model over its first words and the line before it.

The weights are learnt by ``benchmarks/train_line_starts.py`` from reference strings under free licences,
set in lines of many widths; they are log odds, so they add up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from refs.extract.clues import START_FORMS, start_form

_NEVER = -8.0
_PARTICLES = frozenset(
    "de del der den des di da dos du la le el al ter ten af av van von vom zu zur ben bin d".split()
)
"""Small words that a surname, and so an entry, may begin with."""
_TOKEN = r"([^\W\d_]+|\d+|[^\w\s]|_+)"
_FOUR_TOKENS = re.compile(rf"\s*(?:{_TOKEN}(?:\s*{_TOKEN}(?:\s*{_TOKEN}(?:\s*{_TOKEN})?)?)?)?")
_THREE_TOKENS = re.compile(rf"\s*(?:{_TOKEN}(?:\s*{_TOKEN}(?:\s*{_TOKEN})?)?)?")
_HEAD, _TAIL = 60, 40
"""Characters of a line in which its first tokens, and its last, are looked for."""
_NONE = "-"
"""The shape of a token that is not there."""
# The ends "474-485.", "(2003).", "https://example.org/": no longer than the slices that are searched
_RANGE_END = re.compile(r"[0-9][-–]\s?[A-Za-z]?[0-9]{1,6}\.?$")
# Digits are looked for before it, but last: what begins with digits is searched fast
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9][0-9](?<![0-9][0-9]{4})[a-z]?(?![0-9])")
_YEAR_END = re.compile(r"(?:1[5-9]|20)[0-9][0-9][a-z]?[).]{0,2}$")
_LINK_END = re.compile(r"(?:10\.[0-9]{4,9}/|https?:|www\.)\S{0,300}$")


def start_features(text: str, before: str) -> list[str]:
    """Return what the model looks at: shapes and words where the line begins and the one before ends.

    >>> start_features("Neff, K. (2003).", "Identity, 2(2), 85-101.")[:3]
    ['s0=Xx', 's1=,', 's2=X']
    """
    tokens = _first_tokens(text)
    shapes = tuple(map(_shape, tokens))
    words = [f"{sign}={token.lower()}" for sign, token in zip("wv", tokens, strict=False) if token]
    found = [*_beginning(shapes), *words, f"f={start_form(text)}", _year_sign(text)]
    if before:
        last = [token and token[::-1] for token in _last_tokens(before)]
        tail = tuple(map(_shape, last))
        found += [*_ending(tail), *_joint(*tail[:2], *shapes[:2]), *_last_word(last), *_end_sign(before)]
    return found


def line_start_score(text: str, before: str) -> float:
    """Return the log odds that a line is the first of an entry, given the line before it ("" if none).

    It is the bias and the sum of the weights of ``start_features``; what depends on shapes alone, of which
    there are few, and on a word, is summed once.

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
    weights = _weights()
    one, two, three, four = _first_tokens(text)
    first, by_first, _ = _head_word(one)
    second, _, by_second = _head_word(two)
    score = _beginning_score((first, second, _shape(three), _shape(four))) + by_first + by_second
    score += weights.get(_FORM_SIGNS[start_form(text)], 0.0) + weights.get(_year_sign(text), 0.0)
    if not before:
        return score
    one, two, three = _last_tokens(before)
    last, by_last, _ = _tail_word(one)
    last_but_one, _, by_word = _tail_word(two)
    third, _, by_word_before = _tail_word(three)
    score += _ending_score((last, last_but_one, third)) + _joint_score(last, last_but_one, first, second)
    # The last word counts, and what follows it only as a sign that something does.
    score += by_last if one and one.isalpha() else by_word if two and two.isalpha() else by_word_before
    return score + sum(weights.get(sign, 0.0) for sign in _end_sign(before))


_FORM_SIGNS = [f"f={form}" for form in range(len(START_FORMS) + 1)]


def _first_tokens(text: str) -> tuple[str | None, ...]:
    """Return the first four tokens of a line, None where there are fewer."""
    found = _FOUR_TOKENS.match(text, 0, _HEAD)
    return found.groups() if found else (None,) * 4


def _last_tokens(text: str) -> tuple[str | None, ...]:
    """Return the last three tokens of a line, the last one first, each spelt backwards."""
    # NOTE: a match at the end of a string is found by trying every place before it.
    found = _THREE_TOKENS.match(text[: -_TAIL - 1 : -1])
    return found.groups() if found else (None,) * 3


@lru_cache(maxsize=16384)
def _head_word(token: str | None) -> tuple[str, float, float]:
    """Return a token's shape, and what it says as the first of a line, and as the second."""
    if not token:
        return _NONE, 0.0, 0.0
    word, weights = token.lower(), _weights()
    return _shape(token), weights.get(f"w={word}", 0.0), weights.get(f"v={word}", 0.0)


@lru_cache(maxsize=16384)
def _tail_word(token: str | None) -> tuple[str, float, float]:
    """Return the shape of a token spelt backwards, and what it says as the last of a line, and before it."""
    if not token:
        return _NONE, 0.0, 0.0
    token = token[::-1]
    if not token.isalpha():
        return _shape(token), 0.0, 0.0
    word, weights = token.lower(), _weights()
    return _shape(token), weights.get(f"u={word}", 0.0), weights.get(f"u={word}.", 0.0)


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


def _year_sign(text: str) -> str:
    """Return where in the first words of a line a year stands."""
    year = _YEAR.search(text, 0, 90)
    if year is None:
        return "y=none"
    return "y=0" if not year.start() else "y=40" if year.start() < 40 else "y=90"


def _ending(tail: tuple[str, ...]) -> list[str]:
    """Return the signs of the shapes with which the line before ends, the last one first."""
    last, second, third = tail
    return [f"e0={last}", f"e1={second} {last}", f"e2={third} {second} {last}"]


def _joint(last: str, before: str, first: str, second: str) -> list[str]:
    """Return the signs of an ending and a beginning together, by the shapes of two tokens of each."""
    return [f"x={last} {first} {second}", f"z={before} {last} {first}"]


def _last_word(tokens: Sequence[str | None]) -> list[str]:
    """Return the sign of the last word of the line before; a point says that something follows it."""
    for place, token in enumerate(tokens):
        if token and token.isalpha():
            return [f"u={token.lower()}." if place else f"u={token.lower()}"]
    return []


def _end_sign(before: str) -> list[str]:
    """Return the sign of a page range, a year or an address at the end of the line before."""
    if before[-4:].isalpha() or before[-5:-1].isalpha():
        pass  # a word, or a word and a mark
    elif before[-1].isalnum() or before[-1] in ".)":
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
def _joint_score(last: str, before: str, first: str, second: str) -> float:
    return sum(_weights().get(sign, 0.0) for sign in _joint(last, before, first, second))


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = files("refs.data").joinpath("extract/line_starts.tsv").read_text("utf-8")
    while table.startswith("#"):
        table = table.partition("\n")[2]
    fields = table.rstrip("\n").replace("\n", "\t").split("\t")
    return dict(zip(fields[::2], map(float, fields[1::2]), strict=True))


@lru_cache(maxsize=8192)
def _shape(token: str | None) -> str:
    """Return a token's shape: "Neff" Xx, "KD" XX, "K" X, "love" xxx, "a" x, "2003" dddd; else as it is.

    "vanEngelsdorp" has the shape of a name.
    """
    if not token:
        return _NONE
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
