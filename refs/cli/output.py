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
    import os
    import tempfile

    target = Path(path)
    data = text if isinstance(text, bytes) else (text if text.endswith("\n") else text + "\n").encode()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(target)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror}); choose another place") from error
