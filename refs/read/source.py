"""The bytes of an article, from a file, a folder, a URL, standard input or memory, within a size limit."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path

from refs.errors import InputError, TooLarge
from refs.read.loaded import Loaded, too_large

_URL = re.compile(r"https?://", re.I)
_OTHER_URL = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.I)
_MAIN_FILES = ("main.tex", "paper.tex", "ms.tex", "article.tex", "manuscript.tex", "paper.md", "index.md")
"""Names of the document that a folder is about, most telling first."""


def load_source(source: Path | str | bytes, *, name: str = "", max_bytes: int) -> Loaded:
    """Return the bytes of a file, folder (its main document), URL, standard input ("-") or memory.

    Raises:
        TooLarge: there is more than ``max_bytes``.
        InputError: it is not there, or cannot be read.
    """
    if isinstance(source, bytes):
        return _checked(Loaded(source, name or "the input"), max_bytes)
    if source == "-":
        data = sys.stdin.buffer.read(max_bytes + 1)
        return _checked(Loaded(data, name or "standard input"), max_bytes)
    if isinstance(source, str) and _URL.match(source):
        from refs.read.url import fetch_url

        return fetch_url(source, max_bytes=max_bytes)
    if isinstance(source, str) and _OTHER_URL.match(source) and not Path(source).exists():
        raise InputError(f"{source}: only http and https addresses are read; save it, and name the file")
    return _load_file(Path(source), name, max_bytes)


def _load_file(path: Path, name: str, max_bytes: int) -> Loaded:
    shown = name or str(path)
    try:
        if path.is_dir():
            path = main_document(path)
            shown = name or str(path)
        status = path.stat()
        # NOTE: a device or a named pipe could give bytes without end.
        if not stat.S_ISREG(status.st_mode):
            with path.open("rb") as stream:
                return _checked(Loaded(stream.read(max_bytes + 1), shown), max_bytes)
        if status.st_size > max_bytes:
            raise TooLarge(too_large(shown, max_bytes))
        return Loaded(path.read_bytes(), shown, path)
    except ValueError as error:
        raise InputError(f"{shown!r}: not a file name ({error})") from error
    except OSError as error:
        raise InputError(f"{shown}: cannot be read ({error.strerror or error}); check the name") from error


def main_document(folder: Path) -> Path:
    """Return the document that a folder is about: ``main.tex``, ``paper.md``, or its only .tex, .md or .html.

    Raises:
        InputError: there is none, or more than one could be meant.
    """
    for name in _MAIN_FILES:
        if (folder / name).is_file():
            return folder / name
    for suffix in (".tex", ".md", ".html", ".docx", ".pdf"):
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == suffix and path.is_file())
        if len(found) == 1:
            return found[0]
    raise InputError(f"{folder}: a folder without a main document; name the file itself")


def _checked(loaded: Loaded, max_bytes: int) -> Loaded:
    loaded.refuse_above(max_bytes, "anything")
    return loaded
