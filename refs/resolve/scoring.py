"""Works weighed against a string: each pair on its own, then the best against the runner-up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from refs.model import Doi, Work
from refs.resolve.evidence import NAMES, gather_evidence
from refs.resolve.promise import ENOUGH, ENOUGH_BESIDE, is_promising
from refs.resolve.query import Query
from refs.resolve.record import Record, read_record
from refs.resolve.trees import Model

CONVINCING = 3.0
"""Log-odds of a pair after which only works that share much are still weighed."""
BESIDE = 8
"""Once a convincing work is known, rivals are looked for among so many of the first."""
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
    weighed: list[Weighed] = []
    enough = ENOUGH
    for rank, work in enumerate(works):
        if enough > ENOUGH and rank >= BESIDE and not named:
            break
        if not is_promising(query, work, enough) and not (named and work.doi in named):
            continue
        record = read_record(work)
        row = gather_evidence(query, record)
        weighed.append(Weighed(work, record, row, model.pair.log_odds(row, hurried=True)))
        if weighed[-1].log_odds >= CONVINCING:
            enough = ENOUGH_BESIDE
    return sorted(weighed, key=lambda w: -w.log_odds)


def best_row(weighed: Sequence[Weighed]) -> tuple[float, ...]:
    """Return the second row, ``BEST_NAMES``, for works sorted best first."""
    odds = [max(w.log_odds, NOBODY) for w in weighed[:3]]
    odds += [NOBODY] * (3 - len(odds))
    return (*weighed[0].row, odds[0], odds[0] - odds[1], odds[1], odds[0] - odds[2])


def without_doubles(works: Iterable[Work]) -> tuple[Work, ...]:
    """Return works with each DOI once, in order."""
    return tuple({work.doi: work for work in reversed(list(works))}.values())[::-1]
