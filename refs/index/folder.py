"""An index on disk: a manifest that names the generation in use, so that a rebuild switches in one step.

::

    INDEX/
      index.json          what is in it, and which generation holds it
      generation-1a2b3c/  tantivy's files, records.bin, dictionary.bin
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from refs.errors import DamagedFile, InputError

MANIFEST = "index.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What ``refs index info`` prints: where, how many records, of what, how large."""

    path: Path
    records: int
    partial: bool
    """True where a miss means nothing, because the index holds a sample."""
    bytes: int
    built: str = ""
    """Date of the build, ISO 8601."""
    files: tuple[str, ...] = ()
    retracted: int = 0
    """Records that a retraction list put a notice on."""
    skipped: int = 0
    """Entries of the files that were no records."""
    skipped_first: str = ""
    generation: str = ""
    format: int = FORMAT

    def to_json(self) -> dict[str, Any]:
        """Return the form that ``refs index info --json`` prints."""
        return asdict(self) | {"path": str(self.path), "files": list(self.files)}


def read_manifest(path: Path) -> IndexInfo:
    """Return what an index folder says about itself.

    Raises:
        InputError: there is no index there, or one of another format.
        DamagedFile: its manifest cannot be read.
    """
    try:
        data = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        known = {field.name for field in fields(IndexInfo)}
        info = IndexInfo(
            **{k: v for k, v in data.items() if k in known} | {"path": path, "files": tuple(data["files"])}
        )
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(
            f"{path}: no index there; make one with  refs index build --out {path} FILE…"
        ) from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DamagedFile(f"{path / MANIFEST}: cannot be read; build the index again") from error
    if info.format != FORMAT:
        raise InputError(f"{path}: an index of format {info.format}, not {FORMAT}; build it again")
    return info


def write_manifest(info: IndexInfo) -> None:
    """Make a generation the one in use, in one step."""
    handle, name = tempfile.mkstemp(dir=info.path, prefix=".index.")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        json.dump(info.to_json(), stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    Path(name).chmod(0o644)
    Path(name).replace(info.path / MANIFEST)


@contextmanager
def new_generation(path: Path) -> Iterator[Path]:
    """Give a fresh folder for a build; it goes again if the build fails. One build at a time.

    Raises:
        InputError: another build of the same index is running, or the place cannot be written.
    """
    from filelock import FileLock, Timeout

    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path / ".build.lock")
        with lock.acquire(timeout=0):
            folder = Path(tempfile.mkdtemp(dir=path, prefix="generation-"))
            folder.chmod(0o755)
            try:
                yield folder
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            remove_others(path, keep=folder.name)
    except Timeout as error:
        raise InputError(f"{path}: another build is writing this index; wait for it to end") from error
    except (PermissionError, NotADirectoryError, FileExistsError) as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def remove_others(path: Path, *, keep: str) -> None:
    """Remove generations out of use; readers that hold one open keep it until they close it."""
    for folder in sorted(path.glob("generation-*")):
        if folder.name != keep:
            shutil.rmtree(folder, ignore_errors=True)
