"""Files of records → an index on disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from refs.errors import DamagedFile
from refs.index.folder import IndexInfo, new_generation, read_manifest, write_manifest
from refs.index.prepare import Preparer, prepare_batches
from refs.index.records import BATCH, Batch, RecordFiles
from refs.index.retractions import Notices, read_retractions
from refs.index.slim import slim_record
from refs.index.store import RecordReader, RecordWriter, make_dictionary
from refs.steps import without_collecting

HEAP_BYTES = 256_000_000
SAMPLES = 24
PROGRESS_EVERY = 25
"""Batches between two calls of ``progress``."""

SMALL_BYTES = 4_000_000
"""Files of fewer bytes are read faster than a second process starts."""
MOST_JOBS = 4
"""The writer is one thread, and more processes than this only wait for it."""

Progress = Callable[[int], None]


def fitting_jobs(files: Iterable[Path | str]) -> int:
    """Return how many processes read these files fastest: as there are cores, one for small files.

    Raises:
        InputError: a file that is not there.
    """
    size = sum(path.stat().st_size for path in RecordFiles.of(files).paths)
    return 1 if size < SMALL_BYTES else min(os.cpu_count() or 1, MOST_JOBS)


def build_index(
    out: Path,
    files: Iterable[Path | str],
    *,
    partial: bool = False,
    retraction_watch: Path | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> IndexInfo:
    """Return what was built: an index of the records in ``files``, in the folder ``out``.

    Files are JSON lines, Crossref API pages or chunks of its public data file, packed or not; a folder
    stands for those in it. A DOI that comes twice counts as it comes last. Readers of an index already
    there keep what they have open and find the new one when they open it again.

    Args:
        partial: the records are a sample, so a miss means nothing.
        retraction_watch: Retraction Watch's CSV; its notices join the records' own.
        jobs: processes that read records; from 2 on the caller's own script needs a ``__main__`` guard.
        progress: called with the number of records so far, now and then.

    Raises:
        InputError, DamagedFile: a file that is not there, holds no records, or breaks off; no records at
            all for an index that is to tell what is missing.
    """
    source = RecordFiles.of(files)
    notices = read_retractions(Path(retraction_watch)) if retraction_watch else {}
    names = tuple(str(path) for path in source.paths)
    return _write(Path(out), source, source.batches(), notices, partial, names, jobs, progress)


def update_index(
    path: Path,
    files: Iterable[Path | str],
    *,
    retraction_watch: Path | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
) -> IndexInfo:
    """Return what an index has become after newer records, or a newer retraction list, joined it.

    Works by writing a new generation: the old records whose DOI the files do not bring, then the files'.

    Raises:
        InputError, DamagedFile: as ``build_index``; or there is no index at ``path``.
    """
    path = Path(path)
    info = read_manifest(path)
    source = RecordFiles.of(files)
    notices = read_retractions(Path(retraction_watch)) if retraction_watch else {}
    replaced = {str(record["DOI"]).lower() for record in RecordFiles(source.paths)}
    old = RecordReader(path / info.generation)
    kept = (_without_notices(r, bool(notices)) for r in old if r["DOI"] not in replaced)
    names = (*info.files, *(str(p) for p in source.paths))
    batches = chain(_batches_of(kept), source.batches())
    return _write(path, source, batches, notices, info.partial, names, jobs, progress)


def _batches_of(records: Iterable[dict[str, Any]]) -> Iterator[Batch]:
    stream = iter(records)
    while taken := tuple(islice(stream, BATCH)):
        yield Batch("the index", 1, taken)


def _without_notices(record: dict[str, Any], drop: bool) -> dict[str, Any]:
    """Return a record without an older retraction list's notices, where a newer one replaces them."""
    updates = record.get("updated-by")
    if not drop or not updates:
        return record
    kept = [u for u in updates if u.get("source") != "retraction-watch" or "label" not in u]
    return record | {"updated-by": kept}


def _write(
    path: Path,
    source: RecordFiles,
    batches: Iterable[Batch],
    notices: Notices,
    partial: bool,
    files: tuple[str, ...],
    jobs: int,
    progress: Progress | None,
) -> IndexInfo:
    with new_generation(path) as folder:
        count, retracted = _fill(folder, source, batches, notices, jobs, progress)
        source.check()
        if not count and not partial:
            nothing = "no Crossref records; an index of nothing would call every reference not found"
            raise DamagedFile(f"{', '.join(files)}: {nothing}")
        info = IndexInfo(
            path=path,
            records=count,
            partial=partial,
            bytes=sum(file.stat().st_size for file in folder.iterdir()),
            built=datetime.now(UTC).date().isoformat(),
            files=files,
            retracted=retracted,
            skipped=source.skipped.count,
            skipped_first=source.skipped.first,
            generation=folder.name,
        )
        write_manifest(info)
    return info


def _fill(
    folder: Path,
    source: RecordFiles,
    batches: Iterable[Batch],
    notices: Notices,
    jobs: int,
    progress: Progress | None,
) -> tuple[int, int]:
    """Write all records into a generation's folder; return how many, and how many got a notice."""
    import tantivy

    from refs.index.engine import make_schema

    stream = iter(batches)
    first = list(islice(stream, 1))
    dictionary = make_dictionary(slim_record(r) for batch in first for r in batch.read()[0][:SAMPLES])
    count = retracted = 0
    with without_collecting():  # records hold no cycles; JSON is read in two thirds of the time
        writer = tantivy.Index(make_schema(), str(folder)).writer(HEAP_BYTES, 1)
        store = RecordWriter(folder, dictionary)
        prepared = prepare_batches(chain(first, stream), Preparer(dictionary, notices), jobs)
        for number, ready in enumerate(prepared, 1):
            source.note(ready.batch, len(ready.texts), ready.problems)
            for text, keys, packed in zip(ready.texts, ready.keys, ready.packed, strict=True):
                document = tantivy.Document()
                document.add_text("text", text)
                for key in keys:
                    document.add_text("key", key)
                document.add_unsigned("place", store.add(packed))
                writer.add_document(document)
            count += len(ready.texts)
            retracted += ready.noticed
            if progress is not None and number % PROGRESS_EVERY == 0:
                progress(count)
        store.close()
        writer.commit()
        writer.wait_merging_threads()
    return count, retracted
