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
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_+")
_RANGE_END = re.compile(r"\d[-–]\s?[A-Za-z]?\d{1,6}\.?$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
_YEAR_END = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?[).]{0,2}$")
_LINK_END = re.compile(r"(?:10\.\d{4,9}/|https?:|www\.)\S{0,300}$")


def start_features(text: str, before: str) -> list[str]:
    """Return what the model looks at: shapes and words where the line begins and the one before ends.

    >>> start_features("Neff, K. (2003).", "Identity, 2(2), 85-101.")[:3]
    ['s0=Xx', 's1=,', 's2=X']
    """
    tokens = _TOKEN.findall(text[:60])[:4]
    shapes = [_shape(token) for token in tokens]
    shapes += ["-"] * (4 - len(shapes))
    found = [f"s{place}={shape}" for place, shape in enumerate(shapes)]
    found.append(f"b={shapes[0]} {shapes[1]}")
    found.append(f"t={shapes[0]} {shapes[1]} {shapes[2]}")
    found.append(f"q={' '.join(shapes)}")
    found.append(f"f={start_form(text)}")
    if tokens:
        found.append(f"w={tokens[0].lower()}")
        if len(tokens) > 1:
            found.append(f"v={tokens[1].lower()}")
    year = _YEAR.search(text[:90])
    found.append(
        "y=" + ("none" if year is None else "0" if not year.start() else "40" if year.start() < 40 else "90")
    )
    if not before:
        return found
    ending = _TOKEN.findall(before[-40:])[-3:]
    tail = [_shape(token) for token in ending]
    tail = ["-"] * (3 - len(tail)) + tail
    found.append(f"e0={tail[2]}")
    found.append(f"e1={tail[1]} {tail[2]}")
    found.append(f"e2={' '.join(tail)}")
    found.append(f"x={tail[2]} {shapes[0]} {shapes[1]}")
    found.append(f"z={tail[1]} {tail[2]} {shapes[0]}")
    words = [token for token in ending if token.isalpha()]
    if words:
        found.append(f"u={words[-1].lower()}" + ("" if ending[-1] == words[-1] else "."))
    if _RANGE_END.search(before):
        found.append("r=range")
    elif _YEAR_END.search(before):
        found.append("r=year")
    elif _LINK_END.search(before):
        found.append("r=link")
    return found


def line_start_score(text: str, before: str) -> float:
    """Return the log odds that a line is the first of an entry, given the line before it ("" if none).

    >>> line_start_score("Neff, K. (2003). Self-compassion.", "and Identity, 2(2), 85-101.") > 2
    True
    >>> line_start_score("and narrative identity. In", "McAdams, D. P. (2001). Redemption") < -2
    True
    """
    if text[:1].islower() and text[:4].split(" ")[0].rstrip("'’") not in _PARTICLES:
        return _NEVER
    weights = _weights()
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in start_features(text, before))


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    table = files("refs.data").joinpath("extract/line_starts.tsv").read_text("utf-8")
    rows = (line.rsplit("\t", 1) for line in table.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}


@lru_cache(maxsize=8192)
def _shape(token: str) -> str:
    """Return a token's shape: "Neff" Xx, "KD" XX, "K" X, "love" xxx, "a" x, "2003" dddd; else as it is."""
    if token.isdigit():
        return "d" * min(len(token), 5)
    if not token.isalpha():
        return token[0]
    if token.isupper():
        return "X" if len(token) == 1 else "XX" if len(token) < 4 else "XXX"
    if token[0].isupper():
        return "Xx" if token[1:].islower() else "XxX"
    return "x" if len(token) == 1 else "xx" if len(token) < 4 else "xxx"
