"""Works weighed against a string: each pair on its own, then the best against the runner-up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from refs.model import Doi, Work
from refs.resolve.evidence import NAMES, gather_evidence
from refs.resolve.evidence.title import STOP
from refs.resolve.query import Query
from refs.resolve.record import Record, read_record
from refs.resolve.trees import Model

NOBODY = -12.0
"""Log-odds of a runner-up that is not there."""

BEST_NAMES = (*NAMES, "pair", "margin", "second", "margin_to_third")
"""The second row's columns: the best pair's evidence, its log-odds, and how far behind the others are."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A work with its row of evidence and its log-odds as a pair."""

    work: Work
    record: Record
    row: tuple[float, ...]
    log_odds: float

    def value(self, name: str) -> float:
        """Return one value of the row by its column's name."""
        return self.row[COLUMN[name]]


COLUMN = {name: index for index, name in enumerate(NAMES)}


def weigh_works(
    query: Query, works: Iterable[Work], model: Model, *, named: Collection[Doi] = ()
) -> list[Weighed]:
    """Return the promising works with their evidence, best first; equal ones in the order they came.

    Args:
        named: works with these DOIs are weighed however little they share: the string names them.
    """
    weighed = []
    for work in works:
        record = read_record(work)
        if is_promising(query, record) or (named and work.doi in named):
            row = gather_evidence(query, record)
            weighed.append(Weighed(work, record, row, model.pair.log_odds(row)))
    return sorted(weighed, key=lambda w: -w.log_odds)


def is_promising(query: Query, record: Record) -> bool:
    """True where a work shares enough with a string to be weighed: a third of its title, or where it stands.

    Two in three works that a search returns share only common words and a number with the string.
    """
    places, printed = query.places, query.numbers.all
    content = [word for word in record.title if word not in STOP] or record.title
    cover = sum(word in places for word in content) / len(content) if content else 0.0
    if cover >= 0.5 or (cover < 1 and len(record.title) > 1 and "".join(record.title) in query.compact):
        return True
    names = sum(person.words[-1] in places for person in (*record.authors[:4], *record.editors[:2]))
    shared = (
        min(names, 2),
        bool(record.first_page) and record.first_page in printed,
        any(year in query.numbers.years for year in record.years),
        bool(record.volume) and record.volume in printed,
        any(all(word in places for word in name if word not in STOP) for name in record.containers[:2]),
        cover >= 0.25,
    )
    return sum(shared) >= 2


def best_row(weighed: Sequence[Weighed]) -> tuple[float, ...]:
    """Return the second row, ``BEST_NAMES``, for works sorted best first."""
    odds = [max(w.log_odds, NOBODY) for w in weighed[:3]]
    odds += [NOBODY] * (3 - len(odds))
    return (*weighed[0].row, odds[0], odds[0] - odds[1], odds[1], odds[0] - odds[2])


def without_doubles(works: Iterable[Work]) -> list[Work]:
    """Return works with each DOI once, in order."""
    return list({work.doi: work for work in reversed(list(works))}.values())[::-1]
