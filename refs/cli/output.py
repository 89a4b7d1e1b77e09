"""Results to stdout or to a file: a file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from refs.errors import InputError


def write_result(text: str | bytes, path: str | None = None) -> None:
    """Print a result, or write it to ``path`` by way of a temporary file beside it.

    Raises:
        InputError: the file cannot be written.
    """
    if path is None or path == "-":
        click.echo(text, nl=not (text.endswith("\n") if isinstance(text, str) else True))
        return
    if isinstance(text, str):
        text = (text if text.endswith("\n") else f"{text}\n").encode(errors="replace")
    try:
        _write_file(Path(path), text)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); choose another place") from error


def _write_file(target: Path, data: bytes) -> None:
    """Put bytes in a file's place in one step; a device or a pipe is written to, a link stays a link."""
    import os
    import stat
    import tempfile

    target = Path(os.path.realpath(target))
    mode = target.stat().st_mode if target.exists() else stat.S_IFREG | 0o644
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        target.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(stat.S_IMODE(mode))
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)
