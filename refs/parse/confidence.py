"""From the tagger's probabilities to a confidence that means what it says.

A share of fields that are right.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from refs.parse.lexicon import read_list

TABLE = "confidence.txt"
_SURE = frozenset({"DOI", "URL", "PMID", "ISBN", "number"})
"""Told by their form alone; the tagger has no say."""


@cache
def load_table() -> dict[str, tuple[list[float], list[float]]]:
    """Return the points of each CSL key's curve: probabilities, and the share that was right there."""
    table: dict[str, tuple[list[float], list[float]]] = {}
    for line in read_list(TABLE):
        key, *points = line.split(" ")
        pairs = [point.split("=") for point in points]
        table[key] = ([float(p) for p, _ in pairs], [float(c) for _, c in pairs])
    return table


def calibrated(key: str, probability: float) -> float:
    """Return the share of fields with this probability that are right, measured on held-out references.

    A key that was not measured has the curve of the publisher, the least sure of all.
    """
    if key in _SURE:
        return 0.99
    table = load_table()
    return round(interpolated(table.get(key) or table["publisher"], probability), 4)


def interpolated(curve: tuple[list[float], list[float]], probability: float) -> float:
    """Return the height of a curve at a probability, straight between its points.

    >>> interpolated(([0.5, 0.9], [0.4, 0.8]), 0.7)
    0.6
    """
    probabilities, shares = curve
    place = bisect_right(probabilities, probability)
    if place == 0:
        return shares[0] * probability / (probabilities[0] or 1.0)
    if place == len(shares):
        return shares[-1]
    low, high = probabilities[place - 1], probabilities[place]
    part = (probability - low) / (high - low)
    return round(shares[place - 1] + part * (shares[place] - shares[place - 1]), 6)
