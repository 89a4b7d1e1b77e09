"""Gradient-boosted trees that were trained elsewhere, evaluated here without any library."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Any

from refs.resolve.leaf_masks import LeafMasks

Node = tuple[int, float, Any, Any]
"""(column, threshold, what follows if value <= threshold, what follows if not): a Node or a leaf's float."""


HURRIED_TREES, HOPELESS = 25, -3.0


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves add up to a log-odds."""

    trees: tuple[Any, ...]
    _masks: LeafMasks | None = field(default=None, init=False, repr=False, compare=False)
    """The trees behind the hurried ones, made when they are first needed."""

    @classmethod
    def from_json(cls, data: dict[str, Any], columns: Sequence[str]) -> Forest:
        """Return the forest of nested [column, threshold, low, high], as ``train_matcher.py`` wrote it.

        Args:
            columns: the names of a row's values; the forest names those it reads, in its own order.

        Raises:
            ValueError: the forest reads a column that rows do not have.
        """
        places = [columns.index(name) for name in data["columns"]]
        return cls(tuple(_node(tree, places) for tree in data["trees"]))

    def log_odds(self, row: Sequence[float], *, hurried: bool = False) -> float:
        """Return the sum of the leaves that a row falls into.

        Args:
            hurried: stop after the first trees where they leave no hope; of strings' own works three in a
                thousand fall under that, of others 97 in a hundred.

        >>> Forest.from_json({"columns": ["x"], "trees": [[0, 0.5, -1, 2]]}, ["y", "x"]).log_odds([0, 0.7])
        2.0
        """
        total = 0.0
        if hurried:
            total = _walk(self.trees[:HURRIED_TREES], row, 0.0)
            if total < HOPELESS:
                return total
        if self._masks is None:
            object.__setattr__(self, "_masks", LeafMasks.of(self.trees[HURRIED_TREES:]))
        if not hurried:
            total = _walk(self.trees[:HURRIED_TREES], row, 0.0)
        masks = self._masks
        assert masks is not None
        return masks.add_leaves(row, total)


def _walk(trees: Sequence[Any], row: Sequence[float], total: float) -> float:
    """Return a total with the leaves that a row falls into added, tree by tree."""
    for node in trees:
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


def _node(data: Any, places: Sequence[int]) -> Any:
    if isinstance(data, list):
        return places[data[0]], float(data[1]), _node(data[2], places), _node(data[3], places)
    return float(data)
