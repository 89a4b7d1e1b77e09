"""Defaults from ``REFS_*`` variables, ``refs.toml`` and ``[tool.refs]``; the command line overrides them."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from refs.errors import InputError
from refs.places import user_cache_folder


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set once. Each has a variable ``REFS_NAME`` and a key ``name`` in ``refs.toml``."""

    sources: tuple[str, ...] = ()
    """Sources in the order they are asked: "crossref", "index:PATH", "opensearch:URL"; () is the default."""
    mailto: str = ""
    """An address for Crossref's polite pool; without it the public limits hold."""
    library: str = ""
    """Path of the user's .bib library."""
    style: str = "apa"
    cache: str = ""
    """Folder of the cache; "" is the system's place for it."""
    offline: bool = False
    """Never touch the network: what needs it is ``unchecked``."""
    crossref_url: str = "https://api.crossref.org"
    """Base URL of the Crossref REST API, or of a server that speaks it."""
    doi_url: str = "https://doi.org"
    """Base URL of the DOI resolver, for content negotiation and registration agencies."""
    timeout: float = 30.0
    """Seconds that a server has for one answer."""

    @property
    def cache_folder(self) -> Path:
        """The folder that holds cached answers and the sample index."""
        if self.cache:
            return Path(self.cache).expanduser()
        return user_cache_folder()


def load_settings(folder: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """Return the settings that hold in a folder: environment over the nearest file over defaults.

    The file is the nearest ``refs.toml``, or ``pyproject.toml`` with a ``[tool.refs]`` table, in the
    folder or above it.

    Raises:
        InputError: a settings file that cannot be read, a key that refs does not know, or a value of
            another kind.
    """
    given = _file_values(folder or _working_folder())
    environ = os.environ if environ is None else environ
    for name in (f.name for f in fields(Settings)):
        if value := environ.get(f"REFS_{name.upper()}"):
            given[name] = (f"REFS_{name.upper()}", value)
    return Settings(**{name: _typed(name, value, where) for name, (where, value) in given.items()})


def _working_folder() -> Path | None:
    try:
        return Path.cwd()
    except FileNotFoundError:  # it was removed meanwhile
        return None


def _file_values(folder: Path | None) -> dict[str, tuple[str, Any]]:
    """Return the values of the nearest settings file by name, each after the words that say where it is."""
    for place in (folder.resolve(), *folder.resolve().parents) if folder is not None else ():
        for path in (place / "refs.toml", place / "pyproject.toml"):
            table = _table(path) if path.is_file() else None
            if table is None:
                continue
            unknown = sorted(set(table) - {f.name for f in fields(Settings)})
            if unknown:
                known = ", ".join(f.name for f in fields(Settings))
                raise InputError(f"{path}: unknown setting {unknown[0]!r}; known are {known}")
            return {name: (f"{path}: {name}", value) for name, value in table.items()}
    return {}


def _table(path: Path) -> dict[str, Any] | None:
    """Return the settings in a file; None for a ``pyproject.toml`` that holds none or is not sound."""
    import tomllib

    is_ours = path.name == "refs.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        if is_ours:
            raise InputError(f"{path}: not valid TOML ({error}); mend it or remove it") from error
        return None  # somebody else's file: not ours to complain about
    except OSError as error:
        if is_ours:
            raise InputError(f"{path}: cannot be read ({error.strerror}); mend it or remove it") from error
        return None
    if is_ours:
        return data
    tools = data.get("tool")
    table = tools.get("refs") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise InputError(f"{path}: tool.refs = {table!r}: write a table, [tool.refs]")
    return table


_YES, _NO = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


def _typed(name: str, value: Any, where: str) -> Any:
    """Return a setting's value in its type: lists may be written with blanks or commas.

    Raises:
        InputError: a value of another kind.
    """
    if name == "sources" and isinstance(value, list) and all(isinstance(spec, str) for spec in value):
        return tuple(value)
    if name == "sources" and isinstance(value, str):
        return tuple(value.replace(",", " ").split())
    if name == "offline" and str(value).lower() in _YES | _NO:
        return str(value).lower() in _YES
    if name == "timeout" and 0.1 <= (seconds := _number(value)) <= 600:
        return seconds
    if name not in _WANTED and isinstance(value, str):
        return value
    raise InputError(f"{where} = {value!r}: give {_WANTED.get(name, 'a text in quotation marks')}")


_WANTED = {
    "sources": "crossref, index:PATH or opensearch:URL, or a list of them",
    "offline": "true or false",
    "timeout": "a number of seconds between 0.1 and 600",
}
"""What may be given for the settings that are no plain text."""


def _number(value: object) -> float:
    """Return a number, also from its text; what is none is not a number."""
    try:
        return float(str(value))
    except ValueError:
        return math.nan
