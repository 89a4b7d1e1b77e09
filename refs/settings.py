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
        InputError: a settings file that cannot be read, or a key that refs does not know.
    """
    values = _file_values(folder or Path.cwd())
    environ = os.environ if environ is None else environ
    names = {f.name for f in fields(Settings)}
    values |= {name: environ[f"REFS_{name.upper()}"] for name in names if environ.get(f"REFS_{name.upper()}")}
    return Settings(**{name: _typed(name, value) for name, value in values.items()})


def _file_values(folder: Path) -> dict[str, Any]:
    for place in (folder.resolve(), *folder.resolve().parents):
        for name in ("refs.toml", "pyproject.toml"):
            path = place / name
            if not path.is_file():
                continue
            import tomllib

            try:
                data = tomllib.loads(path.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                if name == "pyproject.toml":
                    continue  # somebody else's file: not ours to complain about
                raise InputError(f"{path}: not valid TOML ({error}); mend it or remove it") from error
            table = data if name == "refs.toml" else data.get("tool", {}).get("refs")
            if table is None:
                continue
            unknown = sorted(set(table) - {f.name for f in fields(Settings)})
            if unknown:
                known = ", ".join(f.name for f in fields(Settings))
                raise InputError(f"{path}: unknown setting {unknown[0]!r}; known are {known}")
            return dict(table)
    return {}


def _typed(name: str, value: object) -> Any:
    """Return a setting's value in its type: lists may be written with blanks or commas."""
    if name == "sources":
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]
    if name == "offline":
        return value if isinstance(value, bool) else str(value).lower() in ("1", "true", "yes", "on")
    if name == "timeout":
        return _seconds(value)
    return str(value)


def _seconds(value: object) -> float:
    """Return a number of seconds between 0.1 and 600."""
    try:
        seconds = float(str(value))
    except ValueError:
        seconds = math.nan
    if not 0.1 <= seconds <= 600:
        raise InputError(f"timeout = {value!r}: give a number of seconds between 0.1 and 600")
    return seconds
