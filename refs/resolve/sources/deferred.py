"""A remote source that is opened when it is first asked: an index or the cache often has the answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from refs.model import Doi, Work
from refs.resolve.sources.cached import RemoteSource


class DeferredSource:
    """Stands for a remote source and opens it on the first question; safe between threads."""

    is_partial = False

    def __init__(self, name: str, cache_key: str, open_remote: Callable[[], RemoteSource]) -> None:
        self.name = name
        self.cache_key = cache_key
        self._open = open_remote
        self._opened: RemoteSource | None = None
        self._lock = threading.Lock()

    @property
    def remote(self) -> RemoteSource:
        """The source itself."""
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
            return self._opened

    def get_work(self, doi: Doi) -> Work | None:
        return self.remote.get_work(doi)

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        return self.remote.get_works(dois)

    def batches(self, dois: Iterable[Doi]) -> list[tuple[Doi, ...]]:
        wanted = list(dois)
        return self.remote.batches(wanted) if wanted else []

    def get_batch(self, batch: Sequence[Doi]) -> Iterator[tuple[Doi, Work | None]]:
        return self.remote.get_batch(batch)

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        return self.remote.search_works(query, limit=limit)

    def get_agency(self, doi: Doi) -> str | None:
        return self.remote.get_agency(doi)

    def finish(self) -> None:
        """Ask nothing more."""
        self.remote.finish()
