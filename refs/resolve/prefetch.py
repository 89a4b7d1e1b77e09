"""The questions of a whole reference list asked ahead: many at a time, DOIs twenty in a call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile
from typing import Protocol, runtime_checkable

from refs.model import Doi, Outcome, Reference, Source
from refs.resolve.candidates import SEARCHED, query_text
from refs.resolve.query import read_query
from refs.resolve.resolver import resolve_reference

Progress = Callable[[int, int], None]
"""Told how many questions are answered, and how many there are."""
SETTLED = (Outcome.FOUND, Outcome.AMBIGUOUS)


@runtime_checkable
class Prefetching(Protocol):
    """A source that can be asked for many things ahead of their use."""

    def prefetch(
        self,
        dois: Iterable[Doi] = (),
        queries: Iterable[str] = (),
        *,
        limit: int = 20,
        progress: Progress | None = None,
    ) -> int: ...


def prefetch_references(
    references: Sequence[Reference], sources: Sequence[Source], *, progress: Progress | None = None
) -> None:
    """Ask the first remote source for what these references will need, so that resolving finds it stored.

    References that the sources before it already settle are left out. What fails here is asked again, and
    noted, when the reference is resolved. Sources that cannot prefetch are left alone.
    """
    before = tuple(takewhile(lambda source: not isinstance(source, Prefetching), sources))
    remote = next((source for source in sources if isinstance(source, Prefetching)), None)
    if remote is None:
        return
    dois: list[Doi] = []
    queries: list[str] = []
    for reference in references:
        if before and resolve_reference(reference, before).outcome in SETTLED:
            continue
        query = read_query(query_text(reference))
        doi = query.doi or (reference.item.doi if reference.item is not None else None)
        if doi is not None:
            dois.append(doi)
        elif any(len(word) > 1 for word in query.words):
            queries.append(query.text)
    remote.prefetch(dois, queries, limit=SEARCHED, progress=progress)
