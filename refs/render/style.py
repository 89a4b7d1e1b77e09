"""A style: a folder with style.toml, bibliography.jinja and citation.jinja, found by name or path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from refs.errors import StyleError
from refs.render.dates import DateForm
from refs.render.filters import Filter, style_filters
from refs.render.names import NameForm
from refs.render.template_store import read_toml, stored_style
from refs.render.templates import Printer, Templates, folding, own_printer, shipped_printer

Form = TypeVar("Form", NameForm, DateForm, "CitationForm", "ListForm")
_KINDS: dict[type, str] = {bool: "true or false", int: "a whole number", str: "a text", tuple: "a list"}
_HERE = Path(__file__).parent.parent
_PLACES = (_HERE.parent / "styles", _HERE / "styles")
"""In a checkout styles/ stands beside refs/, in a wheel inside it."""


class CitationForm(NamedTuple):
    """How citations in the text look: the ``[citation]`` table of a style.toml."""

    kind: str = "author-date"
    """"author-date", "author" (author and page) or "number"."""
    parenthetical: str = "({})"
    narrative: str = "{author} ({date})"
    """For numbers: "{author} {number}"."""
    between: str = "; "
    author_date: str = ", "
    same_author: str = ", "
    """Between the dates of one author's works; "" prints the author again."""
    locator: str = ", "
    """Before a locator."""
    order: tuple[str, ...] = ()
    """Sort keys of the works within one citation; () leaves them as cited."""
    lead: tuple[str, ...] = ("author", "editor", "translator")
    """The name variables, in this order, that a work is listed and cited under."""
    year_suffix: bool = False
    add_names: bool = False
    add_initials: bool = False
    abbreviations: bool = False
    """A group's abbreviation, where its name has one, is given at first and stands for it from then on."""
    superscript: bool = False
    number: str = "{}"
    """One number: "[{}]" for [1], [2]."""
    number_range: str = "–"


class ListForm(NamedTuple):
    """How the list is ordered and numbered: the ``[bibliography]`` table."""

    order: tuple[str, ...] = ()
    """Sort keys ("author", "date", "title"); () keeps the order of citation."""
    label: str = ""
    """Before each entry, such as "[{}] "; "" for none."""
    hanging: bool = True
    same_author: str = ""
    """What stands for the author of an entry who is also the one before's, such as "———"."""


class Style(NamedTuple):
    """A style ready to use. Make one with `load_style`."""

    name: str
    title: str
    folder: Path
    locale: str = "en-US"
    description: str = ""
    aliases: tuple[str, ...] = ()
    quotes: str = "american"
    """"american" (double, points inside) or "british" (single, points outside)."""
    names: Mapping[str, NameForm] = MappingProxyType({})
    dates: DateForm = DateForm()
    citation: CitationForm = CitationForm()
    bibliography: ListForm = ListForm()
    types: Mapping[str, frozenset[str]] = MappingProxyType({})
    templates: Templates | None = None
    csl: Path | None = None
    """The .csl file, where citeproc-py does the work instead of templates."""


def load_style(name: str | Path) -> Style:
    """Return the style with a name or alias, the one in a folder, or a CSL style by its file.

    A folder of the user's runs in Jinja's sandbox; the styles that come with refs do not need it.

    Raises:
        StyleError: no such style, or one that cannot be used; the message names file and line.
    """
    folder = Path(name).expanduser()
    if (folder / "style.toml").is_file():
        shipped = folder.resolve().parent == styles_folder().resolve()
        return _read_shipped(folder) if shipped else _read_own(folder)
    if found := _shipped_folder(str(name)):
        return _shipped_style(found)
    from refs.render.csl import csl_title, find_csl

    if csl := find_csl(name):
        return Style(name=csl.stem, title=csl_title(csl), folder=csl.parent, csl=csl)
    raise StyleError(
        f"no style called {str(name)!r}; known are {', '.join(style_names())}, "
        "or give a folder that holds a style.toml, or a .csl file"
    )


def styles_folder() -> Path:
    """Return the folder that holds the styles that come with refs.

    Raises:
        StyleError: the installation lacks it.
    """
    for place in _PLACES:
        if (place / "_base").is_dir():
            return place
    raise StyleError(f"the styles are missing from {_PLACES[1]}; install refs again")


def style_names() -> tuple[str, ...]:
    """Return the names of the styles that come with refs, in order, without aliases."""
    return tuple(sorted(p.parent.name for p in styles_folder().glob("[a-z]*/bibliography.jinja")))


def _shipped_folder(name: str) -> Path | None:
    """Return the folder of the style of refs with a name or an alias."""
    if name.replace("-", "").isalnum() and (styles_folder() / name / "bibliography.jinja").is_file():
        return styles_folder() / name
    return _aliases().get(name)


@cache
def _aliases() -> dict[str, Path]:
    folders = [styles_folder() / name for name in style_names()]
    return {str(a): f for f in folders for a in stored_style(f, _shared()).data.get("aliases", ())}


def _shared() -> Path:
    return styles_folder() / "_base"


@cache
def _shipped_style(folder: Path) -> Style:
    return _read_shipped(folder)


def _read_shipped(folder: Path) -> Style:
    data, codes = stored_style(folder, _shared())

    def printer(name: str, filters: Mapping[str, Filter], values: Mapping[str, Any]) -> Printer:
        return shipped_printer(folder, codes, name, filters, values)

    return _style(folder, data, printer)


def _read_own(folder: Path) -> Style:
    def printer(name: str, filters: Mapping[str, Filter], values: Mapping[str, Any]) -> Printer:
        return own_printer(folder, _shared(), name, filters, values)

    return _style(folder, read_toml(folder / "style.toml"), printer)


def _style(folder: Path, data: Mapping[str, Any], printer: Callable[..., Printer]) -> Style:
    """Return the style that a style.toml describes; ``printer`` makes each of its templates ready."""
    path = folder / "style.toml"
    _check_keys(
        data,
        {"name", "title", "locale", "description", "aliases", "manual", "names", "dates"}
        | {"citation", "bibliography", "pages", "dash", "long_prepositions", "quotes", "types", "words"},
        path,
        "",
    )
    forms = {n: _table(NameForm, t, path, f"names.{n}") for n, t in _mapping(data, "names", path).items()}
    dates = _table(DateForm, _mapping(data, "dates", path), path, "dates")
    types = {n: frozenset(str(t).split()) for n, t in _mapping(data, "types", path).items()}
    filters = style_filters(
        forms,
        dates,
        data.get("pages", "expanded"),
        dash=str(data.get("dash", "–")),
        quotes=str(data.get("quotes", "american")),
        long_prepositions=bool(data.get("long_prepositions", True)),
    )
    values = {"types": types, "words": _mapping(data, "words", path)}
    return Style(
        name=str(data.get("name") or folder.name),
        title=str(data.get("title") or folder.name),
        folder=folder,
        locale=str(data.get("locale", "en-US")),
        description=str(data.get("description", "")),
        aliases=tuple(data.get("aliases", ())),
        quotes=str(data.get("quotes", "american")),
        names=forms,
        dates=dates,
        citation=_table(CitationForm, _mapping(data, "citation", path), path, "citation"),
        bibliography=_table(ListForm, _mapping(data, "bibliography", path), path, "bibliography"),
        types=types,
        templates=Templates(
            folding(printer("bibliography.jinja", filters, values)),
            folding(printer("citation.jinja", filters, values)),
        ),
    )


def _mapping(data: Mapping[str, Any], key: str, path: Path) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise StyleError(f"{path}: {key} must be a table, [{key}]")
    return value


def _check_keys(table: Mapping[str, Any], known: set[str], path: Path, where: str) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        place = f" in [{where}]" if where else ""
        raise StyleError(f"{path}: unknown key {unknown[0]!r}{place}; known are {', '.join(sorted(known))}")


def _table(kind: Callable[..., Form], table: object, path: Path, where: str) -> Form:
    """Return a table of style.toml as the form that holds it."""
    if not isinstance(table, dict):
        raise StyleError(f"{path}: {where} must be a table, [{where}]")
    defaults = kind()._asdict()
    _check_keys(table, set(defaults), path, where)
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    for key, value in values.items():
        expected = type(defaults[key])
        if expected in (bool, int, str, tuple) and not isinstance(value, expected):
            raise StyleError(f"{path}: {key} in [{where}] must be {_KINDS[expected]}, not {value!r}")
    return kind(**values)
