"""Records made ready for the index, in this process or in several."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from refs.index.records import Batch
from refs.index.retractions import Notices, with_notices
from refs.index.slim import is_slim, lookup_keys, search_text, slim_record
from refs.index.store import RecordPacker

SHORT_LINE = 800
"""A record whose line has so many characters at most is kept as it came: slimming would save little."""


class PreparedBatch(NamedTuple):
    """A batch with what the index takes of each record, a list for each kind (they pass between processes).

    ``noticed`` is how many records got a notice; ``problems`` has a sentence on each entry that was none.
    """

    batch: Batch
    texts: list[str]
    keys: list[list[str]]
    packed: list[bytes]
    noticed: int
    problems: list[str]


@dataclass(slots=True)
class Preparer:
    """Makes records ready: slimmed, notices joined, packed."""

    dictionary: bytes
    notices: Notices
    _packer: RecordPacker = field(init=False)

    def __post_init__(self) -> None:
        self._packer = RecordPacker(self.dictionary)

    def prepare_batch(self, batch: Batch) -> PreparedBatch:
        """Return a batch made ready."""
        lines: Iterable[str] = batch.entries
        problems: list[str] = []
        records = batch.read_lines()
        if records is None:
            records, problems = batch.read()
            lines = repeat("")
        prepared = PreparedBatch(batch, [], [], [], 0, problems)
        noticed = 0
        for record, line in zip(records, lines, strict=False):
            if self._is_kept(record, line):
                kept: Mapping[str, Any] = record
                packed = self._packer.pack_text(line.strip())
            else:
                kept, has_notice = self._slimmed(record)
                packed = self._packer.pack(kept)
                noticed += has_notice
            prepared.texts.append(search_text(kept))
            prepared.keys.append(lookup_keys(kept))
            prepared.packed.append(packed)
        return prepared._replace(noticed=noticed)

    def _is_kept(self, record: Mapping[str, Any], line: str) -> bool:
        """True for a short line that can be stored as it came; an escape may hide half a character."""
        return (
            0 < len(line) <= SHORT_LINE
            and is_slim(record)
            and "\\u" not in line
            and record["DOI"] not in self.notices
        )

    def _slimmed(self, record: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
        """Return a record slimmed, its notices joined, and whether it has any."""
        slim = slim_record(record)
        has_notice = slim["DOI"] in self.notices
        return (with_notices(slim, self.notices) if has_notice else slim), has_notice


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
    """Make this process ready; records hold no cycles, so it does without the garbage collector."""
    global _preparer
    gc.disable()
    _preparer = Preparer(dictionary, notices)


def _prepare(batch: Batch) -> PreparedBatch:
    assert _preparer is not None
    found = _preparer.prepare_batch(batch)
    return found._replace(batch=Batch(batch.path, batch.first_line, ()))
