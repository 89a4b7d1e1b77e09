"""Many small trees evaluated at once: a value rules leaves out by one mask, not by a walk down each tree.

After Lucchese et al., QuickScorer (SIGIR 2015): each tree's leaves are bits, counted from the low side. A
node whose test fails (value > threshold) rules out the leaves on its low side; of the leaves that no node
rules out, the lowest is the one that the walk ends in. All trees' bits stand in one integer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any

BITS = 16
"""Leaves that a tree may have."""

_Column = tuple[int, tuple[float, ...], tuple[int, ...]]
"""A column, its thresholds rising, and the leaves left where a value exceeds the first 0, 1, 2, … of them."""


def _lowest_bits() -> bytes:
    """Return for each number of 16 bits which of its bits is the lowest that is set."""
    table = b"\0"
    for bit in range(BITS):
        table += bytes([bit]) + table[1:]
    return table


_LOWEST = _lowest_bits()


@dataclass(frozen=True, slots=True)
class LeafMasks:
    """Trees as masks of leaves, column by column."""

    columns: tuple[_Column, ...]
    leaves: tuple[tuple[float, ...], ...]
    unpack: Struct
    all: int

    @classmethod
    def of(cls, trees: Sequence[Any]) -> LeafMasks:
        """Return the masks of nested (column, threshold, low, high).

        Raises:
            ValueError: a tree has more than 16 leaves.
        """
        tests: dict[int, dict[float, int]] = {}
        leaves = tuple(tuple(_read(tree, place * BITS, 0, tests)) for place, tree in enumerate(trees))
        if any(len(values) > BITS for values in leaves):
            raise ValueError(f"a tree of more than {BITS} leaves; train smaller trees")
        everything = (1 << BITS * len(trees)) - 1
        columns = tuple((column, *_steps(found, everything)) for column, found in sorted(tests.items()))
        return cls(columns, leaves, Struct(f"<{len(trees)}H"), everything)

    def add_leaves(self, row: Sequence[float], total: float) -> float:
        """Return a total with the leaves that a row falls into added, tree by tree.

        >>> LeafMasks.of([(0, 0.5, -1.0, (0, 2.0, 1.0, 4.0)), 8.0]).add_leaves([0.7], 0.0)
        9.0
        """
        left = self.all
        for column, thresholds, masks in self.columns:
            if at := bisect_left(thresholds, row[column]):
                left &= masks[at]
        lowest = _LOWEST
        unpack = self.unpack
        for values, bits in zip(
            self.leaves, unpack.unpack(left.to_bytes(unpack.size, "little")), strict=True
        ):
            total += values[lowest[bits]]
        return total


def _read(node: Any, offset: int, first: int, tests: dict[int, dict[float, int]]) -> list[float]:
    """Return a tree's leaves from its low side on, and note what each node's test rules out.

    Args:
        offset: where the tree's bits begin.
        first: the number of the leftmost leaf under this node.
    """
    if not isinstance(node, tuple):
        return [node]
    column, threshold, low_side, high_side = node
    low = _read(low_side, offset, first, tests)
    high = _read(high_side, offset, first + len(low), tests)
    out = ((1 << len(low)) - 1) << (offset + first)
    found = tests.setdefault(column, {})
    found[threshold] = found.get(threshold, 0) | out
    return low + high


def _steps(found: dict[float, int], everything: int) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """Return a column's thresholds and the leaves left above each number of them."""
    thresholds = tuple(sorted(found))
    masks = [everything]
    for threshold in thresholds:
        masks.append(masks[-1] & ~found[threshold])
    return thresholds, tuple(masks)
