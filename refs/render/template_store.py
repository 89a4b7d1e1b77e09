"""The styles that come with refs, compiled once: style.toml read, each template turned into Python.

What is made is kept in a file of the cache folder, as Python keeps its own bytecode. Where a style, refs or
Python has changed since, it is made anew; where nothing can be written, every time.
"""

from __future__ import annotations

import marshal
import os
import sys
from binascii import crc32
from contextlib import suppress
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from refs.errors import StyleError
from refs.places import user_cache_folder

_MAKERS = (Path(__file__), Path(__file__).with_name("template_compiler.py"))
"""Where these change, what is kept is made anew."""


class StoredStyle(NamedTuple):
    """A style as it is kept: its style.toml, and the code of each template by file name."""

    data: dict[str, Any]
    codes: dict[str, CodeType]


def stored_style(folder: Path, shared: Path) -> StoredStyle:
    """Return a style that comes with refs, from where it is kept or else made anew.

    Raises:
        StyleError: the style cannot be read, or holds a mistake.
    """
    place, sign = _place(folder), _sign(folder, shared)
    found = _read(place, sign)
    if found is None:
        from refs.render.template_compiler import compile_templates

        found = StoredStyle(read_toml(folder / "style.toml"), compile_templates(folder, shared))
        _write(place, sign, found)
    return found


def read_toml(path: Path) -> dict[str, Any]:
    """Return a style.toml as it stands.

    Raises:
        StyleError: it cannot be read.
    """
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StyleError(f"{path}: not valid TOML ({error}); mend that line") from error
    except OSError as error:
        raise StyleError(f"{path}: cannot be read ({error.strerror})") from error


def _sign(folder: Path, shared: Path) -> tuple[Any, ...]:
    """Return what a kept style must agree with: the Python, and the state of every file it is made from."""
    files = [(str(path), path.stat()) for path in _MAKERS]
    for place in (folder, shared):
        with os.scandir(place) as entries:
            files += [(e.path, e.stat()) for e in entries if e.name.endswith((".jinja", ".toml"))]
    return (sys.version, *sorted((path, state.st_mtime_ns, state.st_size) for path, state in files))


def _place(folder: Path) -> Path:
    """Return the file that keeps a style: a place of its own for each copy of refs and each Python."""
    copy = crc32(os.fsencode(folder))
    return _cache_folder() / "styles" / f"{folder.name}-{copy:08x}.{sys.implementation.cache_tag}"


def _cache_folder() -> Path:
    if named := os.environ.get("REFS_CACHE"):
        return Path(named).expanduser()
    return user_cache_folder()


def _read(place: Path, sign: tuple[Any, ...]) -> StoredStyle | None:
    try:
        kept = marshal.loads(place.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return None
    if not isinstance(kept, tuple) or len(kept) != 3 or kept[0] != sign:
        return None
    return StoredStyle(*kept[1:])


def _write(place: Path, sign: tuple[Any, ...], made: StoredStyle) -> None:
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(marshal.dumps((sign, made.data, made.codes)))
        draft.replace(place)
    except (OSError, ValueError):  # nowhere to write, or a style.toml with a date in it
        with suppress(OSError):
            draft.unlink()
