"""What was not read and may cite what is uncited: tables, supplements, the rest of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from refs.check.text.mentions import Mentions, number_of
from refs.check.text.numbering import NUMBERED
from refs.check.text.tables import mentions_of_tables, supplements, works_elsewhere
from refs.model import BlockKind, CheckedArticle

LONG = 20
"""References of a list whose last ones a supplement may cite."""
LONG_LIST = 500
"""Words of a list that is longer than the text of its article only where that is not all there."""
TAIL = 4
"""So many references at the end of a numbered list, and no others, are cited beyond the end of the file."""
ORDERED = 0.9
"""Share of the numbers that must be first cited in their order to say that a list has this order."""
NEARBY = 400
"""Characters before the first use of a number in which the table may be spoken of that cites the next."""
FEW, MOST = 8, 0.8
"""From so many references on, a list of which this share is uncited is no list of what is cited."""


def may_be_elsewhere(
    article: CheckedArticle, mentions: Mentions, own: Sequence[int], left: Sequence[int]
) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the parts that were not read, and the uncited references that may be cited there."""
    if not left:
        return tuple(mentions_of_tables(article.article)), frozenset()
    tables = mentions_of_tables(article.article)
    unread = (*tables, *works_elsewhere(article.article))
    if unread:
        sure = _between_others(article, mentions, own, left, tables) if len(unread) == len(tables) else set()
        return unread, frozenset(left) - sure
    if _are_last(article, own, left) and (unread := supplements(article.article)):
        return unread, frozenset(left)
    if _is_tail(article, own, left):
        return ("a part that this file does not hold",), frozenset(left)
    return (), frozenset()


def _between_others(
    article: CheckedArticle,
    mentions: Mentions,
    own: Sequence[int],
    left: Sequence[int],
    tables: Mapping[str, int],
) -> set[int]:
    """Return the references whose numbers no unread table can explain.

    Where numbers follow the order of first use, a table has the numbers that come up where the text first
    speaks of it, or the last ones. A number between two whose first uses have no such place between them is
    cited nowhere.
    """
    first: dict[int, int] = {}
    for number, places in mentions.numbers.items():
        first[number] = places[0]
    for citation in article.citations:
        for label in citation.labels if citation.span is not None else ():
            if label.isdigit():
                place = citation.span[0] if citation.span is not None else 0
                first[int(label)] = min(place, first.get(int(label), place))
    numbered = [(number_of(article.references[i], k), i) for k, i in enumerate(own, 1)]
    labels = {number: index for number, index in numbered if number is not None}
    places = [first[n] for n in sorted(labels) if n in first]
    notes = [b for b in article.article.blocks if b.kind is BlockKind.FOOTNOTE or b.attributes.get("note")]
    if any(b.start <= place < b.end for b in notes for place in tables.values()):
        return set()  # where the mark of the note stands is not known
    if len(places) < FEW or sum(a <= b for a, b in pairwise(places)) < ORDERED * (len(places) - 1):
        return set()
    frame = _in_order([(n, first[n]) for n in sorted(labels) if n in first])
    sure: set[int] = set()
    for number, index in labels.items():
        if index not in left or number in first:
            continue
        before = [(n, place) for n, place in frame if n < number]
        behind = [(n, place) for n, place in frame if n > number]
        # NOTE: where the next numbers stand out of order, in an appendix, nothing is known of this one.
        near = (
            max((n for n in first if n < number and n in labels), default=0),
            min((n for n in first if n > number and n in labels), default=0),
        )
        if before and len(behind) >= TAIL and (before[-1][0], behind[0][0]) == near:
            low, high = before[-1][1], behind[0][1]
            if not any(low - NEARBY <= place <= high for place in tables.values()):
                sure.add(index)
    return sure


def _in_order(uses: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of numbers whose first uses follow each other: captions stand out of order.

    >>> _in_order([(1, 10), (2, 20), (3, 5), (4, 30), (5, 40)])
    [(1, 10), (2, 20), (4, 30), (5, 40)]
    """
    ends: list[int] = []  # where the run of each length ends at best, and which number ends it
    last: list[int] = []
    before: list[int] = []
    for place, (_, at) in enumerate(uses):
        length = bisect_right(ends, at)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [at], [place]
    found: list[tuple[int, int]] = []
    place = last[-1] if last else -1
    while place >= 0:
        found.append(uses[place])
        place = before[place]
    return found[::-1]


def holds_the_text(article: CheckedArticle, mentions: Mentions) -> bool:
    """False for the page of an article that shows its list and no more than the abstract."""
    words = len(mentions.text.split())
    listed = sum(len(reference.raw.split()) for reference in article.references)
    return words >= listed or listed < LONG_LIST


def _is_tail(article: CheckedArticle, own: Sequence[int], left: Sequence[int]) -> bool:
    """True where all that is uncited, and not little, ends a numbered list: the text may go on elsewhere."""
    kinds = {c.kind for c in article.citations}
    return (
        len(left) >= TAIL
        and not kinds - NUMBERED
        and list(left) == list(own[-len(left) :])
        and len(own) > 2 * len(left)
    )


def _are_last(article: CheckedArticle, own: Sequence[int], uncited: Sequence[int]) -> bool:
    """True where all that is uncited ends a long numbered list, as what only a supplement cites does."""
    last = own[-max(3, len(own) // 10) :]
    numbered = all(article.references[i].label.isdigit() for i in last)
    return numbered and len(own) > LONG and bool(uncited) and uncited[0] >= last[0]
