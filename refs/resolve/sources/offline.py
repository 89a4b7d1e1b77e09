"""A stand-in for a remote source that must not be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from refs.errors import SourceUnavailable
from refs.model import Doi, Work


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
