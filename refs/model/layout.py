"""Where the printed lines of a block stand on their page: what list finding reads besides the words."""

from __future__ import annotations

from typing import NamedTuple


class LineLayout(NamedTuple):
    """One printed line of a block, in reading order; ``article.text[start:end]`` is its text.

    A reader that knows the page (PDF, scanned text with boxes) puts a tuple of these into
    ``block.attributes["lines"]``. Lengths are PDF points, origin at the lower left corner.
    """

    start: int
    end: int
    page: int
    """Page number, from 1."""
    left: float
    bottom: float
    right: float
    top: float
    column: int = 0
    """Number of the text column on its page, from 0."""
    size: float = 0.0
    """Font size, 0 if unknown."""
