"""A source whose answers are kept, and a stand-in for one that must not be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Any, Protocol

from refs.errors import SourceError, SourceUnavailable
from refs.model import ArxivId, Doi, Isbn, Pmid, Source, Work
from refs.resolve.cache import ABSENT_FOR, DAY, FOUND_FOR, SEARCHED_FOR, AnswerCache
from refs.resolve.pace import Limit

Progress = Callable[[int, int], None]
"""Told how many questions are answered, and how many there are."""

THREADS = 8
"""Threads that ask at once; how many of them may really ask, the source's own pace decides."""
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
        errors: list[SourceError] = []
        with _threads(self.source) as threads:
            tasks: list[Future[Any]] = [threads.submit(self._store_batch, batch) for batch in batches]
            tasks += [threads.submit(self.search_works, query, limit=limit) for query in open_queries]
            for done, task in enumerate(as_completed(tasks), 1):
                error = task.exception()
                if isinstance(error, SourceError):
                    errors.append(error)
                elif error is not None:
                    raise error
                if progress is not None:
                    progress(done, len(tasks))
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


class OfflineSource:
    """Stands for a remote source that must not be asked: every question raises."""

    is_partial = False

    def __init__(self, name: str, cache_key: str) -> None:
        self.name = name
        self.cache_key = cache_key

    def get_work(self, doi: Doi) -> Work | None:
        raise self._refusal()

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        raise self._refusal()

    def batches(self, dois: Iterable[Doi]) -> list[tuple[Doi, ...]]:
        return [(doi,) for doi in dois]

    def get_batch(self, batch: Sequence[Doi]) -> Iterator[tuple[Doi, Work | None]]:
        raise self._refusal()

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        raise self._refusal()

    def get_agency(self, doi: Doi) -> str | None:
        raise self._refusal()

    def finish(self) -> None:
        """Nothing is under way."""

    def _refusal(self) -> SourceUnavailable:
        return SourceUnavailable(
            f"{self.name} is not asked while offline and no answer is stored; run again without --offline"
        )


class CachedLimits(MutableMapping[str, Limit]):
    """The limits that a server stated, kept for a day."""

    def __init__(self, cache: AnswerCache, key: str) -> None:
        self._cache = cache
        self._key = key
        self._known: dict[str, Limit] = {}

    def __getitem__(self, pool: str) -> Limit:
        if pool not in self._known:
            stored = self._cache.get(self._key, f"limit {pool}")
            if stored is None or not stored.is_fresh:
                raise KeyError(pool)
            self._known[pool] = Limit(*stored.body)
        return self._known[pool]

    def __setitem__(self, pool: str, limit: Limit) -> None:
        self._known[pool] = limit
        body = [limit.requests, limit.seconds, limit.at_once]
        self._cache.put(self._key, f"limit {pool}", body, holds=DAY)

    def __delitem__(self, pool: str) -> None:
        self._known.pop(pool, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _data(work: Work | None) -> dict[str, Any] | None:
    if work is None:
        return None
    kept = {key: value for key, value in work.data.items() if key not in BULKY}
    return {"data": kept, "source": work.source}


@contextmanager
def _threads(source: RemoteSource) -> Iterator[ThreadPoolExecutor]:
    """Give threads that ask; on Ctrl-C what has not begun is dropped, and what is stored stays stored."""
    pool = ThreadPoolExecutor(max_workers=THREADS, thread_name_prefix="refs-source")
    try:
        yield pool
    except BaseException:
        source.finish()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
