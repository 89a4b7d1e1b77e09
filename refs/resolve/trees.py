"""Gradient-boosted trees that were trained elsewhere, evaluated here without any library."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Any

Node = tuple[int, float, Any, Any]
"""(column, threshold, what follows if value <= threshold, what follows if not): a Node or a leaf's float."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves add up to a log-odds; ``columns`` names the values they read."""

    columns: tuple[str, ...]
    trees: tuple[Any, ...]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Forest:
        """Return the forest of nested [column, threshold, low, high], as ``train_matcher.py`` wrote it."""
        return cls(tuple(data["columns"]), tuple(_node(tree) for tree in data["trees"]))

    def log_odds(self, row: Sequence[float]) -> float:
        """Return the sum of the leaves that a row falls into.

        >>> Forest(("x",), ((0, 0.5, -1.0, 2.0),)).log_odds([0.7])
        2.0
        """
        total = 0.0
        for node in self.trees:
            while node.__class__ is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return total


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising curve from log-odds to the share of right answers, straight between its points."""

    log_odds: tuple[float, ...]
    share: tuple[float, ...]

    def probability(self, value: float) -> float:
        """Return the share of right answers at a log-odds.

        >>> Calibration((-1.0, 1.0), (0.1, 0.9)).probability(0.0)
        0.5
        """
        at = bisect_right(self.log_odds, value)
        if at == 0:
            return self.share[0]
        if at == len(self.log_odds):
            return self.share[-1]
        low, high = self.log_odds[at - 1], self.log_odds[at]
        part = (value - low) / (high - low)
        return self.share[at - 1] + part * (self.share[at] - self.share[at - 1])


@dataclass(frozen=True, slots=True)
class Model:
    """The shipped model: a forest for pairs, a forest for the best of them, a calibration."""

    pair: Forest
    best: Forest
    calibration: Calibration
    threshold: float
    """From this probability on a work is named."""


def odds_to_share(log_odds: float) -> float:
    """Return the probability of a log-odds.

    >>> odds_to_share(0.0)
    0.5
    """
    return 1 / (1 + exp(-max(min(log_odds, 60.0), -60.0)))


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Return the model that is shipped; docs/matching.md says how it was made."""
    data = json.loads((files("refs.data") / "match" / "model.json").read_text(encoding="utf-8"))
    return Model(
        pair=Forest.from_json(data["pair"]),
        best=Forest.from_json(data["best"]),
        calibration=Calibration(tuple(data["calibration"]["log_odds"]), tuple(data["calibration"]["share"])),
        threshold=float(data["threshold"]),
    )


def _node(data: Any) -> Any:
    if isinstance(data, list):
        return int(data[0]), float(data[1]), _node(data[2]), _node(data[3])
    return float(data)
