"""The limits that a server stated, remembered from run to run."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping

from refs.resolve.cache import DAY, AnswerCache
from refs.resolve.pace import Limit


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
