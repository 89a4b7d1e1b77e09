"""How references are laid out: one template a line, by kind of work, in ``layouts/KIND.txt``.

``{field}`` is a field, ``<…>`` is left out when a field right inside it is missing, ``~`` is a blank or none.
Before the template stand the ways its names are printed (``name_lists``) and its weight.
"""

from __future__ import annotations

from pathlib import Path

KINDS = {
    "article": 30,
    "physics": 12,
    "chapter": 19,
    "proceedings": 6,
    "book": 22,
    "series": 8,
    "report": 7,
    "paper": 2.5,
    "short": 3,
    "thesis": 3,
    "news": 3,
    "web": 5,
    "chinese": 3,
    "japanese": 3,
    "korean": 4.5,
}
"""Kinds of work, and how often each is drawn (in a hundred or so)."""


def templates(kind: str) -> list[tuple[str, int, str]]:
    """Return names' way, weight and template of each layout of a kind."""
    rows = []
    for line in (Path(__file__).parent / "layouts" / f"{kind}.txt").read_text("utf-8").splitlines():
        names, weight, template = line.split(" ", 2)
        rows.append((names, int(weight), template))
    return rows
