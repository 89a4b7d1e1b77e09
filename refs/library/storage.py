"""A file on disk, written whole or not at all: locked, backed up, flushed, renamed into place."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from refs.errors import LibraryError

_ATTEMPTS = 5


class FileState(NamedTuple):
    """What tells one state of a file from the next."""

    inode: int
    size: int
    mtime_ns: int


def file_state(path: Path) -> FileState | None:
    """Return the state of a file, None if it is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return FileState(found.st_ino, found.st_size, found.st_mtime_ns)


def read_file(path: Path) -> tuple[bytes, FileState | None]:
    """Return a file's bytes and the state they were read in; b"" and None if it is not there.

    Raises:
        LibraryError: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read()
            found = os.fstat(stream.fileno())
    except FileNotFoundError:
        return b"", None
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read ({error.strerror})") from error
    return data, FileState(found.st_ino, found.st_size, found.st_mtime_ns)


def change_file(path: Path, change: Callable[[bytes], bytes], *, timeout: float = 30.0) -> None:
    """Replace a file's bytes by what ``change`` makes of them.

    Other refs processes wait for their turn. Another program that saved the file in the meantime is
    noticed, and the change is made anew on what it wrote. The state before is kept in ``.NAME.bak``.

    Raises:
        LibraryError: the file cannot be read or written, or stays locked; nothing has changed then.
    """
    path = Path(os.path.realpath(path))
    with _locked(path, timeout):
        for _ in range(_ATTEMPTS):
            data, state = read_file(path)
            changed = change(data)
            if changed == data and state is not None:
                return
            if _replace(path, changed, state):
                return
    raise LibraryError(f"{path}: another program keeps saving it; close it there and try again")


@contextmanager
def _locked(path: Path, timeout: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = path.with_name(f".{path.name}.lock")
    try:
        with FileLock(lock, timeout=timeout):
            yield
    except Timeout as error:
        raise LibraryError(
            f"{path}: another refs process has held it for {timeout:g} s; wait for that process or end it"
        ) from error
    except OSError as error:
        raise LibraryError(
            f"{path}: cannot be written ({error.strerror or error}); nothing has changed"
        ) from error


def _replace(path: Path, data: bytes, state: FileState | None) -> bool:
    """Write the bytes beside the file and rename them over it; False if the file has changed meanwhile."""
    for left_behind in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        left_behind.unlink(missing_ok=True)  # of a process that was killed: we hold the lock
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if state is not None:
            new.chmod(stat.S_IMODE(path.stat().st_mode))
        if state is not None:
            _back_up(path)
        if file_state(path) != state:
            return False
        new.replace(path)
        _flush_folder(path.parent)
    finally:
        new.unlink(missing_ok=True)
    return True


def backup_path(path: Path) -> Path:
    """Return where the state before the last change is kept."""
    return path.with_name(f".{path.name}.bak")


def _back_up(path: Path) -> None:
    """Keep the present state; a second name for the same bytes where the file system allows it."""
    backup = backup_path(path)
    spare = backup.with_name(f"{backup.name}.{os.getpid()}")
    spare.unlink(missing_ok=True)
    try:
        spare.hardlink_to(path)
    except OSError:
        import shutil

        shutil.copy2(path, spare)
    spare.replace(backup)


def _flush_folder(folder: Path) -> None:
    """Make the renaming itself last, where the system lets a folder be flushed."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
