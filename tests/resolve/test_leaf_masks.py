"""Masks of leaves give what a walk down each tree gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.resolve.leaf_masks import LeafMasks

THRESHOLDS = st.sampled_from([-1.0, 0.0, 0.5, 2.0])
TREES = st.recursive(
    st.floats(-3, 3),
    lambda below: st.tuples(st.integers(0, 3), THRESHOLDS, below, below),
    max_leaves=10,
)
VALUES = st.one_of(THRESHOLDS, st.floats(-3, 3))


@given(st.lists(TREES, max_size=6), st.lists(VALUES, min_size=4, max_size=4))
def test_masks_find_the_leaves_that_a_walk_finds(trees: list[Any], row: list[float]) -> None:
    total = 1.0
    for tree in trees:
        node = tree
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        total += node
    assert LeafMasks.of(trees).add_leaves(row, 1.0) == total


def test_a_tree_of_too_many_leaves_is_refused() -> None:
    tree: Any = 0.0
    for _ in range(16):
        tree = (0, 0.5, tree, 1.0)
    with pytest.raises(ValueError, match="more than 16 leaves"):
        LeafMasks.of([tree])
