"""Styles that lay out data: an entry of a .bib file, by a template that a user can copy and change."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from refs.errors import StyleError
from refs.render.style import styles_folder
from refs.render.template_store import read_toml, stored_style
from refs.render.templates import Printer, own_printer, shipped_printer


class EntryLayout(NamedTuple):
    """A folder with style.toml and entry.jinja, ready to use. Make one with `load_layout`."""

    name: str
    folder: Path
    order: tuple[str, ...]
    """Names of fields in the order they are printed; others follow as they come."""
    render: Printer
    """Values to the text of an entry."""


@cache
def load_layout(name: str | Path) -> EntryLayout:
    """Return the layout with a name ("bibtex", "biblatex"), or the one in a folder, which runs sandboxed.

    Raises:
        StyleError: no such layout, or one that cannot be used.
    """
    shared = styles_folder() / "_base"
    shipped = styles_folder() / str(name)
    if shipped.parent == styles_folder() and (shipped / "entry.jinja").is_file():
        data, codes = stored_style(shipped, shared)
        return _layout(shipped, data, shipped_printer(shipped, codes, "entry.jinja", {}, {}))
    folder = Path(name).expanduser()
    if not (folder / "style.toml").is_file():
        raise StyleError(
            f"{folder}: no layout of entries (a folder with style.toml and entry.jinja); leave --style out"
        )
    return _layout(
        folder, read_toml(folder / "style.toml"), own_printer(folder, shared, "entry.jinja", {}, {})
    )


def _layout(folder: Path, data: dict[str, Any], printer: Printer) -> EntryLayout:
    entry = data.get("entry", {})
    if not isinstance(entry, dict) or not isinstance(entry.get("order", ""), str):
        path = folder / "style.toml"
        raise StyleError(f"{path}: order in [entry] must be a text, the names of fields with blanks between")
    return EntryLayout(
        str(data.get("name") or folder.name), folder, tuple(entry.get("order", "").split()), printer
    )
