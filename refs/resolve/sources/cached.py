"""A remote source whose answers are kept on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from refs.errors import SourceError
from refs.model import ArxivId, Doi, Isbn, Pmid, Source, Work
from refs.resolve.cache import ABSENT_FOR, FOUND_FOR, SEARCHED_FOR, AnswerCache
from refs.resolve.sources.threads import outcomes_of

Progress = Callable[[int, int], None]
"""Told how many questions are answered, and how many there are."""

BULKY = frozenset(("reference", "link", "license", "indexed", "content-domain", "funder", "assertion"))
"""Fields of a record that refs never reads, and that make up most of its size."""


class RemoteSource(Source, Protocol):
    """A source over a network: it says how its questions group, and it can be told to stop."""

    @property
    def cache_key(self) -> str: ...
    def finish(self) -> None: ...
    def batches(self, dois: Iterable[Doi]) -> list[tuple[Doi, ...]]: ...
    def get_batch(self, batch: Sequence[Doi]) -> Iterator[tuple[Doi, Work | None]]: ...


class CachedSource:
    """A remote source behind a cache. Every answer is on disk before it is handed on.

    ``refresh`` asks again and stores the new answer. Where the source fails, a record that has passed its
    date is still a record and is given; what an old answer lacks is never taken to be missing.
    """

    def __init__(self, source: RemoteSource, cache: AnswerCache, *, refresh: bool = False) -> None:
        self.source = source
        self.name = source.name
        self.is_partial = source.is_partial
        self._cache = cache
        self._key = source.cache_key
        self._refresh = refresh
        self._asked: set[str] = set()
        """Requests that this run has asked itself, which ``refresh`` need not ask again."""

    def get_work(self, doi: Doi) -> Work | None:
        """Return the work that has this DOI."""
        data = self._answer(f"work {doi}", lambda: _data(self.source.get_work(doi)))
        return None if data is None else Work(data["data"], data["source"])

    def get_work_by(self, identifier: Pmid | ArxivId | Isbn) -> Work | None:
        """Return the work of an identifier that has a DOI of its own; None for the others."""
        return self.get_work(identifier.doi) if isinstance(identifier, ArxivId) else None

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        """Return the works that have these DOIs; only what is not stored is asked for.

        Raises:
            SourceError: some could not be asked for; what was answered is stored all the same.
        """
        wanted = list(dict.fromkeys(dois))
        for error in self._fill(wanted, (), 0, None):
            raise error
        found = {doi: self.get_work(doi) for doi in wanted}
        return {doi: work for doi, work in found.items() if work is not None}

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        """Return works that resemble a bibliographic string, best first."""
        data = self._answer(
            f"search {limit} {query}",
            lambda: [_data(work) for work in self.source.search_works(query, limit=limit)],
        )
        return tuple(Work(entry["data"], entry["source"]) for entry in data or ())

    def get_agency(self, doi: Doi) -> str | None:
        """Return the registration agency of a DOI."""
        agency: str | None = self._answer(f"agency {doi}", lambda: self.source.get_agency(doi))
        return agency

    def finish(self) -> None:
        """Ask nothing more, and let nobody wait any longer: the run was interrupted."""
        self.source.finish()

    def prefetch(
        self,
        dois: Iterable[Doi] = (),
        queries: Iterable[str] = (),
        *,
        limit: int = 20,
        progress: Progress | None = None,
    ) -> int:
        """Ask for what is not stored yet, many at a time; return how many failed.

        What failed is asked again when it is needed, and raises then.
        """
        wanted = list(dict.fromkeys(dois)), tuple(dict.fromkeys(queries))
        return len(self._fill(*wanted, limit, progress))

    def _fill(
        self, dois: Sequence[Doi], queries: Sequence[str], limit: int, progress: Progress | None
    ) -> list[SourceError]:
        """Store answers for all of these; return what went wrong."""
        missing = [doi for doi in dois if not self._is_stored(f"work {doi}")]
        open_queries = [query for query in queries if not self._is_stored(f"search {limit} {query}")]
        batches = self.source.batches(missing)
        if not batches and not open_queries:
            return []
        tasks: list[Callable[[], object]] = [partial(self._store_batch, batch) for batch in batches]
        tasks += [partial(self.search_works, query, limit=limit) for query in open_queries]
        errors: list[SourceError] = []
        try:
            for done, error in enumerate(outcomes_of(tasks), 1):
                if error is not None:
                    errors.append(error)
                if progress is not None:
                    progress(done, len(tasks))
        except BaseException:
            self.finish()
            raise
        return errors

    def _store_batch(self, batch: Sequence[Doi]) -> None:
        for doi, work in self.source.get_batch(batch):
            self._store(f"work {doi}", _data(work))

    def _is_stored(self, request: str) -> bool:
        if self._refresh and request not in self._asked:
            return False
        stored = self._cache.get(self._key, request)
        return stored is not None and stored.is_fresh

    def _answer(self, request: str, ask: Callable[[], Any]) -> Any:
        """Return the stored answer to a request, or ask and store."""
        stored = self._cache.get(self._key, request)
        asked_now = request in self._asked
        if stored is not None and (asked_now if self._refresh else stored.is_fresh):
            return stored.body
        try:
            body = ask()
        except SourceError:
            if stored is not None and stored.body and request.startswith("work ") and not self._refresh:
                return stored.body
            raise
        return self._store(request, body)

    def _store(self, request: str, body: Any) -> Any:
        found_for = SEARCHED_FOR if request.startswith("search ") else FOUND_FOR
        self._cache.put(self._key, request, body, holds=found_for if body else ABSENT_FOR)
        self._asked.add(request)
        return body


def _data(work: Work | None) -> dict[str, Any] | None:
    if work is None:
        return None
    kept = {key: value for key, value in work.data.items() if key not in BULKY}
    return {"data": kept, "source": work.source}
