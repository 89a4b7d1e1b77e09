"""Which works a search returned are worth weighing: most share only common words and a number."""

from __future__ import annotations

from refs.model import Work, fold
from refs.resolve.evidence.title import STOP
from refs.resolve.numbers import plain_number
from refs.resolve.query import Query
from refs.resolve.record import plain_words

WHOLE_TITLE = 5
"""Promise of a work half of whose title stands in the string."""
ENOUGH = 2
"""From this promise on a work is weighed."""
ENOUGH_BESIDE = 3
"""From this promise on it is weighed even where a convincing work is already known."""


def read_promise(query: Query, work: Work) -> int:
    """Return how much a work shares with a string, at a glance: its title, or names, year, place in a volume.

    >>> from refs.resolve.query import read_query
    >>> neff = {"title": ["Gut feelings"], "volume": "12", "author": [{"family": "Neff"}]}
    >>> strings = ("Gut feelings.", "Neff, Nature 12, 85", "Curie, 1898")
    >>> [read_promise(read_query(raw), Work(neff)) for raw in strings]
    [5, 2, 0]
    """
    found = _titled(query, work)
    if found == WHOLE_TITLE:
        return found
    return found + _names(query, work) + _located(query, work) + _contained(query, work)


def is_promising(query: Query, work: Work, enough: int) -> bool:
    """True where ``read_promise`` is at least ``enough``; what cannot change that is not looked at."""
    found = _titled(query, work)
    if found < enough:
        found += _names(query, work)
    if found < enough:
        found += _located(query, work)
    return found >= enough or (found + 1 >= enough and found + _contained(query, work) >= enough)


def title_words(work: Work) -> tuple[str, ...]:
    """Return the folded words of a work's title, those of the original one where there is no other."""
    return plain_words(work.title or next(iter(work.texts("original-title")), ""))


def _titled(query: Query, work: Work) -> int:
    """Return WHOLE_TITLE where half of a title stands in the string, 1 for a quarter, else 0."""
    places = query.places
    title = title_words(work)
    content = [word for word in title if word not in STOP] or title
    cover = sum([word in places for word in content]) / len(content) if content else 0.0
    if cover >= 0.5 or (len(title) > 1 and "".join(title) in query.compact):
        return WHOLE_TITLE
    return int(cover >= 0.25)


def _names(query: Query, work: Work) -> int:
    surnames = work.surnames() + work.surnames("editor", 2)
    return min(sum([fold(name).rpartition(" ")[2] in query.places for name in surnames]), 2)


def _located(query: Query, work: Work) -> int:
    """Return how many of year, volume and first page stand in the string."""
    printed = query.numbers.all
    first = plain_number((work.page or work.article_number).replace("\u2013", "-").partition("-")[0])
    volume = plain_number(work.volume)
    in_year = bool(query.numbers.years) and any(year in query.numbers.years for year in work.years)
    return (bool(first) and first in printed) + (bool(volume) and volume in printed) + in_year


def _contained(query: Query, work: Work) -> int:
    """Return 1 where every word of a container's title stands in the string."""
    for title in work.container_titles[:2]:
        if all(word in query.places for word in plain_words(title) if word not in STOP):
            return 1
    return 0
