"""Text from articles and records as a terminal may be shown it."""

from __future__ import annotations

_STEERING = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], "\ufffd")
"""Signs that a terminal obeys instead of printing them, but for the tab and the end of a line."""


def printable(text: str) -> str:
    """Return a text in which a replacement sign stands for each sign that steers a terminal.

    >>> printable("Self\\x1b]0;owned\\x07-compassion")
    'Self�]0;owned�-compassion'
    """
    return text if text.isprintable() else text.translate(_STEERING)
