"""Styles that lay out data: an entry of a .bib file, by a template that a user can copy and change."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refs.errors import StyleError
from refs.render.style import styles_folder
from refs.render.templates import TEMPLATE_FAILURES, make_environment, raise_style_error

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class EntryLayout:
    """A folder with style.toml and entry.jinja, ready to use. Make one with `load_layout`."""

    name: str
    folder: Path
    order: tuple[str, ...] = ()
    """Names of fields in the order they are printed; others follow as they come."""
    template: Template | None = field(default=None, hash=False, compare=False)

    def render(self, values: dict[str, Any]) -> str:
        """Return what the template prints.

        Raises:
            StyleError: the template failed; the message names file and line.
        """
        from jinja2 import TemplateError

        assert self.template is not None
        try:
            return self.template.render(values)
        except (TemplateError, *TEMPLATE_FAILURES) as error:
            raise_style_error(error, self.folder)


@cache
def load_layout(name: str | Path) -> EntryLayout:
    """Return the layout with a name ("bibtex", "biblatex"), or the one in a folder, which runs sandboxed.

    Raises:
        StyleError: no such layout, or one that cannot be used.
    """
    from jinja2 import TemplateError

    shipped = styles_folder() / str(name)
    folder = shipped if (shipped / "entry.jinja").is_file() else Path(name).expanduser()
    path = folder / "style.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StyleError(f"{path}: not valid TOML ({error}); mend that line") from error
    except OSError as error:
        raise StyleError(
            f"{path}: cannot be read ({error.strerror}); a layout is a folder with it"
        ) from error
    entry = data.get("entry", {})
    if not isinstance(entry, dict) or not isinstance(entry.get("order", ""), str):
        raise StyleError(f"{path}: order in [entry] must be a text, the names of fields with blanks between")
    environment = make_environment(folder, styles_folder() / "_base", sandboxed=folder != shipped)
    try:
        template = environment.get_template("entry.jinja")
    except (TemplateError, UnicodeDecodeError) as error:
        raise_style_error(error, folder)
    return EntryLayout(
        str(data.get("name") or folder.name), folder, tuple(entry.get("order", "").split()), template
    )
