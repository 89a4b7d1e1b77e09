"""Whether two printed surnames are one: diacritics, transliterations, hyphens, particles; near spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from refs.model import fold, fold_compact
from refs.model.patterns import pattern

EAST = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A name in Chinese, Japanese or Korean signs."""
_WRITTEN_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "å": "aa",
        "Å": "Aa",
        "ø": "oe",
        "Ø": "Oe",
    }
)
_DIGRAPHS = re.compile(r"ae|oe|ue|aa")
_SINGLE = {"ae": "a", "oe": "o", "ue": "u", "aa": "a"}


@lru_cache(maxsize=8192)
def spellings(name: str) -> frozenset[str]:
    """Return a name without diacritics, and with its umlauts written out.

    >>> sorted(spellings("Müller")), sorted(spellings("Sørensen"))
    (['mueller', 'muller'], ['soerensen', 'sorensen'])
    """
    return frozenset((fold(name), fold(name.translate(_WRITTEN_OUT))))


def traces(name: str) -> frozenset[str]:
    """Return how a text without diacritics may spell a name: "Mueller" as "Müller" too.

    >>> sorted(traces("Mueller"))
    ['mueller', 'muller']
    """
    return spellings(name) | {_DIGRAPHS.sub(lambda m: _SINGLE[m.group()], fold(name))}


def same_people(cited: Sequence[str], listed: Sequence[str], *, exact: bool) -> bool:
    """True where the names cited are the first of those listed, letter by letter or nearly."""
    if not cited or len(cited) > len(listed):
        return False
    return all(same_name(c, name, exact=exact) for c, name in zip(cited, listed, strict=False))


def are_among(cited: Sequence[str], listed: Sequence[str]) -> bool:
    """True where two names or more stand side by side in a list of authors, wherever it begins.

    >>> are_among(("Leat", "Setzler", "Stoker"), ("6", "Leat", "Setzler", "Stoker"))
    True
    """
    count = len(cited)
    return count > 1 and any(
        same_people(cited, listed[start : start + count], exact=True)
        for start in range(1, len(listed) - count + 1)
    )


@lru_cache(maxsize=65536)
def same_name(one: str, other: str, *, exact: bool) -> bool:
    """True where two surnames are one; not ``exact``: where a letter or two may be wrong.

    >>> same_name("Takana", "Tanaka", exact=False), same_name("Neff", "Ness", exact=False)
    (True, False)
    """
    a, b = fold_compact(one), fold_compact(other)
    if EAST.match(one):
        return b.startswith(a)
    if a == b or fold(one).split()[-1:] == fold(other).split()[-1:] or spellings(one) & spellings(other):
        return True
    shorter = min(len(a), len(b))
    if exact or shorter < 4:
        return False
    distance = DamerauLevenshtein.distance(a, b)
    # NOTE: letters that changed places make two differences: "Takana" for "Tanaka".
    swapped = distance == 2 and a[:1] == b[:1] and sorted(a) == sorted(b)
    return distance <= (1 if shorter < 7 else 2) or (swapped and shorter > 4)
