"""Runs of tokens that bear one label."""

from __future__ import annotations

from collections.abc import Sequence


def run_end(labels: Sequence[str], start: int, label: str) -> int:
    """Return where a run of a label ends that begins, or goes on, at a place.

    >>> labels = ["B-title", "I-title", "I-title", "date"]
    >>> run_end(labels, 1, "I-title"), run_end(labels, 3, "I-title")
    (3, 3)
    """
    end = start
    while end < len(labels) and labels[end] == label:
        end += 1
    return end
