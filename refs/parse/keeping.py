"""What is made once and kept while there is room: a dictionary for each function, emptied when it is full.

``functools.lru_cache`` also keeps the order of use, and moving an entry to the front of that order costs more
than finding it: with it the features of a reference take a third longer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any, TypeVar

Made = TypeVar("Made")
_kept: list[tuple[Any, int]] = []
_turns = count(1)
EVERY = 64
"""After so many references it is seen whether a dictionary is full."""


def kept(most: int) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Return a decorator that keeps what a function of hashable values returned, about ``most`` results.

    >>> @kept(2)
    ... def double(number):
    ...     return 2 * number
    >>> double(4)
    8
    """

    def keeping(function: Callable[..., Made]) -> Callable[..., Made]:
        made = cache(function)
        _kept.append((made, most))
        return made

    return keeping


def make_room() -> None:
    """Empty the dictionaries that hold more than they should; call it once a reference."""
    if next(_turns) % EVERY == 0:
        for made, most in _kept:
            if made.cache_info().currsize > most:
                made.cache_clear()
