"""Files of records → an index on disk."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from refs.index.folder import IndexInfo, new_generation, read_manifest, write_manifest
from refs.index.records import RecordFiles, Skipped
from refs.index.retractions import Notices, read_retractions, with_notices
from refs.index.slim import lookup_keys, search_text, slim_record
from refs.index.store import RecordReader, RecordWriter

HEAP_BYTES = 256_000_000
SAMPLES = 24
PROGRESS_EVERY = 10_000

Progress = Callable[[int], None]


def build_index(
    out: Path,
    files: Iterable[Path | str],
    *,
    partial: bool = False,
    retraction_watch: Path | None = None,
    progress: Progress | None = None,
) -> IndexInfo:
    """Return what was built: an index of the records in ``files``, in the folder ``out``.

    Files are JSON lines, Crossref API pages or chunks of its public data file, packed or not; a folder
    stands for those in it. A DOI that comes twice counts as it comes last. Readers of an index already
    there keep what they have open and find the new one when they open it again.

    Args:
        partial: the records are a sample, so a miss means nothing.
        retraction_watch: Retraction Watch's CSV; its notices join the records' own.
        progress: called with the number of records so far, now and then.

    Raises:
        InputError, DamagedFile: a file that is not there, holds no records, or breaks off.
    """
    source = RecordFiles.of(files)
    notices = read_retractions(Path(retraction_watch)) if retraction_watch else {}
    return _write(
        Path(out), source, source.skipped, notices, partial, tuple(str(p) for p in source.paths), progress
    )


def update_index(
    path: Path,
    files: Iterable[Path | str],
    *,
    retraction_watch: Path | None = None,
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
    return _write(path, chain(kept, source), source.skipped, notices, info.partial, names, progress)


def _without_notices(record: dict[str, Any], drop: bool) -> dict[str, Any]:
    """Return a record without an older retraction list's notices, where a newer one replaces them."""
    updates = record.get("updated-by")
    if not drop or not updates:
        return record
    return record | {
        "updated-by": [u for u in updates if u.get("source") != "retraction-watch" or "label" not in u]
    }


def _write(
    path: Path,
    records: Iterable[dict[str, Any]],
    skipped: Skipped,
    notices: Notices,
    partial: bool,
    files: tuple[str, ...],
    progress: Progress | None,
) -> IndexInfo:
    with new_generation(path) as folder:
        count, retracted = _fill(folder, records, notices, progress)
        size = sum(file.stat().st_size for file in folder.iterdir())
        info = IndexInfo(
            path=path,
            records=count,
            partial=partial,
            bytes=size,
            built=datetime.now(UTC).date().isoformat(),
            files=files,
            retracted=retracted,
            skipped=skipped.count,
            skipped_first=skipped.first,
            generation=folder.name,
        )
        write_manifest(info)
    return info


def _fill(
    folder: Path, records: Iterable[Mapping[str, Any]], notices: Notices, progress: Progress | None
) -> tuple[int, int]:
    """Write all records into a generation's folder; return how many, and how many got a notice."""
    import tantivy

    from refs.index.engine import make_schema

    slims = (slim_record(record) for record in records)
    samples = list(islice(slims, SAMPLES))
    count = retracted = 0
    with _without_garbage_collection():
        writer = tantivy.Index(make_schema(), str(folder)).writer(HEAP_BYTES, 1)
        store = RecordWriter(folder, samples)
        for slim in chain(samples, slims):
            if slim["DOI"] in notices:
                slim = with_notices(slim, notices)
                retracted += 1
            document = tantivy.Document()
            document.add_text("text", search_text(slim))
            for key in lookup_keys(slim):
                document.add_text("key", key)
            document.add_unsigned("place", store.add(slim))
            writer.add_document(document)
            count += 1
            if progress is not None and count % PROGRESS_EVERY == 0:
                progress(count)
        store.close()
        writer.commit()
        writer.wait_merging_threads()
    return count, retracted


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Records hold no cycles; leaving the collector out makes reading JSON a third faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
