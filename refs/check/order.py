"""Where the alphabet puts the entries of a list, and where another list begins: chapters have their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refs.check.names import spellings
from refs.model import CheckedArticle, Reference, fold

_PARTICLES = frozenset(
    "van von vom zu zur de del della der den des di da dos du la le les el al ter ten af av bin ben d o l "
    "the das die st saint".split()
)
"""Words with which a name may or may not be filed."""
# "Neff, K.", "ASTM E564-06. (2006)", "Westpac Materials. (2012)"
_HEAD = re.compile(r"[^,.(:;\n]{2,80}")
# "——— (2004)", "6, P.", "D. Morreale", "“A title”": nothing that says where it is filed
_UNFILED = re.compile(r"[^\w(]|\d|\w\.\s|\w\s|\w,")
_SHORT = re.compile(r"[(\[]([A-Z][A-Za-z&]{1,9})[)\]]")
FEWEST = 6
"""Entries from which a list has an order."""
_GAP = 2_500
"""Characters between two entries that are those of two chapters."""
_ASCENDING = 3
"""Entries in order behind the first of a list that begins anew."""


def filing_names(reference: Reference) -> frozenset[str]:
    """Return the names under which an entry may be filed, folded; none where nothing says.

    >>> from refs.model import Item
    >>> item = Item({"author": [{"family": "de la Haye"}]})
    >>> sorted(filing_names(Reference("de la Haye, Y. (1988). Communication.", item=item)))
    ['de la haye', 'delahaye', 'haye', 'la haye']
    """
    raw = reference.raw.lstrip("*†‡ ")
    head = _HEAD.match(raw)
    if head is None or _UNFILED.match(raw):
        return frozenset()
    names = reference.item.author if reference.item is not None else ()
    surname = names[0].surname if names else ""
    if not surname:
        return frozenset()
    is_first = fold(raw).startswith(tuple(spellings(surname)))
    found: set[str] = set()
    for whole in spellings(surname if is_first else head.group()):
        words = whole.split()
        found |= {whole, "".join(words)}
        while len(words) > 1 and words[0] in _PARTICLES:
            words = words[1:]
            found.add(" ".join(words))
    found |= {f"mac{name[2:]}" for name in found if name.startswith("mc")}
    if short := _SHORT.search(raw[:120]):
        found.add(fold(short.group(1)))
    return frozenset(found - _PARTICLES)


def are_in_order(before: frozenset[str], behind: frozenset[str]) -> bool:
    """True where one entry may follow the other, filed under whatever name."""
    return min(before) <= max(behind)


def chapters(article: CheckedArticle) -> list[list[int]]:
    """Return the article's own references by the list that they stand in: a book has one for each chapter.

    A list begins anew where its numbers or the alphabet do, and where much text stands before an entry.
    """
    found: list[list[int]] = []
    own = [i for i, r in enumerate(article.references) if r.list == "article"]
    restarts = _restarts(article.references, own)
    for place, index in enumerate(own):
        if not place or place in restarts or _stands_apart(article.references, own[place - 1], index):
            found.append([])
        found[-1].append(index)
    return found


def _stands_apart(references: Sequence[Reference], before: int, index: int) -> bool:
    one, two = references[before], references[index]
    if one.label.isdigit() and two.label == "1":
        return True
    return one.span is not None and two.span is not None and two.span[0] - one.span[1] > _GAP


def _restarts(references: Sequence[Reference], own: Sequence[int]) -> set[int]:
    """Return the places at which the alphabet begins anew."""
    filed = [(place, names) for place, i in enumerate(own) if (names := filing_names(references[i]))]
    found: set[int] = set()
    begun = 0
    for k in range(1, len(filed)):
        run = [names for _, names in filed[begun:k]]
        if are_in_order(run[-1], filed[k][1]) or len(run) < FEWEST:
            continue
        behind = [names for _, names in filed[k : k + _ASCENDING + 1]]
        goes_on = len(behind) > _ASCENDING and all(are_in_order(a, b) for a, b in pairwise(behind))
        lower = sum(max(filed[k][1]) < min(names) for names in run)
        if goes_on and lower * 2 > len(run):
            found.add(filed[k][0])
            begun = k
    return found
