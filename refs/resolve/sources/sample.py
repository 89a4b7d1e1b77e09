"""The sample index: a few works that ship with refs, so that the first run works without a network."""

from __future__ import annotations

import hashlib
import tempfile
from importlib.resources import files
from pathlib import Path

from filelock import FileLock

from refs.errors import InputError
from refs.index import build_index, open_index
from refs.model import Source


def works_file() -> Path:
    """Return the file of sample works: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("refs")))
    places = (package / "seeds" / "works.jsonl", package.parent / "seeds" / "works.jsonl")
    return next((place for place in places if place.is_file()), places[0])


def open_sample_index(folder: Path) -> Source:
    """Return the sample index, built in ``folder`` on first use; a miss in it means nothing.

    The index is named after its contents, so a new version of refs builds a new one. Where the folder
    cannot be written, the index is built in a temporary one.
    """
    works = works_file()
    sample = folder / f"sample-index-{hashlib.sha256(works.read_bytes()).hexdigest()[:12]}"
    try:
        return open_index(sample)
    except InputError:
        pass  # not built yet, or damaged: it is built anew
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "sample-index.lock"):
            return _open_or_build(sample, works)
    except OSError:
        return _open_or_build(Path(tempfile.mkdtemp(prefix="refs-sample-")) / sample.name, works)


def _open_or_build(sample: Path, works: Path) -> Source:
    try:
        return open_index(sample)
    except InputError:
        build_index(sample, [works], partial=True)
        return open_index(sample)
