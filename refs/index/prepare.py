"""Records made ready for the index, in this process or in several."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from refs.index.records import Batch
from refs.index.retractions import Notices, with_notices
from refs.index.slim import lookup_keys, search_text, slim_record
from refs.index.store import RecordPacker


class Prepared(NamedTuple):
    """What the index takes of a record."""

    text: str
    keys: list[str]
    packed: bytes
    has_notice: bool


class PreparedBatch(NamedTuple):
    """A batch with its records made ready, and a sentence on each entry that was none."""

    batch: Batch
    records: list[Prepared]
    problems: list[str]


@dataclass(slots=True)
class Preparer:
    """Makes records ready: slimmed, notices joined, packed."""

    dictionary: bytes
    notices: Notices
    _packer: RecordPacker = field(init=False)

    def __post_init__(self) -> None:
        self._packer = RecordPacker(self.dictionary)

    def prepare(self, record: Mapping[str, Any]) -> Prepared:
        """Return a record made ready."""
        slim = slim_record(record)
        has_notice = slim["DOI"] in self.notices
        if has_notice:
            slim = with_notices(slim, self.notices)
        return Prepared(search_text(slim), lookup_keys(slim), self._packer.pack(slim), has_notice)

    def prepare_batch(self, batch: Batch) -> PreparedBatch:
        """Return a batch made ready."""
        records, problems = batch.read()
        return PreparedBatch(batch, [self.prepare(record) for record in records], problems)


_preparer: Preparer | None = None


def prepare_batches(batches: Iterable[Batch], preparer: Preparer, jobs: int) -> Iterator[PreparedBatch]:
    """Yield batches made ready, in order; with several jobs in processes of their own."""
    if jobs <= 1:
        yield from map(preparer.prepare_batch, batches)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _start, (preparer.dictionary, preparer.notices)) as pool:
        waiting: deque[Future[PreparedBatch]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_prepare, batch))
            if len(waiting) > 3 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _start(dictionary: bytes, notices: Notices) -> None:
    global _preparer
    _preparer = Preparer(dictionary, notices)


def _prepare(batch: Batch) -> PreparedBatch:
    assert _preparer is not None
    found = _preparer.prepare_batch(batch)
    return PreparedBatch(Batch(batch.path, batch.first_line, ()), found.records, found.problems)
