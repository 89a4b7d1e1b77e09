"""Words that no record has, mended: lost blanks, added blanks, a letter wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

SHORTEST_HALF = 3
MENDED = 8
"""So many unknown words are mended at most: each costs a walk through the dictionary."""


def split_words(word: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the two known words that an unknown one is made of, the longest shorter half first; () if none.

    >>> split_words("ofprice", {"of", "price", "ofp", "rice"}.__contains__)
    ('ofp', 'rice')
    """
    splits = [
        (word[:at], word[at:])
        for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1)
        if is_known(word[:at]) and is_known(word[at:])
    ]
    return max(splits, key=lambda halves: min(map(len, halves)), default=())


def joined_words(words: Sequence[str], is_known: Callable[[str], bool]) -> Iterator[str]:
    """Yield known words that two neighbours make where one of them is unknown.

    >>> list(joined_words(["libert", "y", "and"], {"liberty", "y", "and"}.__contains__))
    ['liberty']
    """
    for first, second in pairwise(words):
        if not (is_known(first) and is_known(second)) and is_known(first + second):
            yield first + second


def is_mendable(word: str) -> bool:
    """True for a word long enough that one wrong letter leaves no doubt, and not a number."""
    return len(word) >= 5 and word.isalpha()
