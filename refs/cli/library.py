"""What the commands of the library share: which file it is, keys that complete, how an entry is shown."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from refs.errors import InputError, LibraryError
from refs.model.printing import printable
from refs.settings import load_settings

if TYPE_CHECKING:
    from refs.library import Library
    from refs.library.index import LibraryIndex
    from refs.model import Item

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT = "library.bib"
_TAG = re.compile(r"</?[a-z]{1,4}\b[^<>]{0,60}>")


def library_option(command: Command) -> Command:
    """Add ``--library`` for a command that works on one library."""
    return click.option("--library", "library_path", metavar="FILE", default="", help=_HELP)(command)


def libraries_option(command: Command) -> Command:
    """Add ``--library``, repeatable, for a command that reads several libraries."""
    return click.option("--library", "library_paths", metavar="FILE", multiple=True, help=_HELP)(command)


_HELP = "The .bib file; else REFS_LIBRARY, refs.toml, or library.bib here."


class CitekeyType(click.ParamType):  # type: ignore[type-arg]
    """A citekey of the library, which the shell completes."""

    name = "key"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the library's keys that begin so, in file order."""
        given = next(
            (ctx.params[name] for name in ("library_path", "bibliography") if ctx.params.get(name)), ""
        )
        given = given or next(iter(ctx.params.get("library_paths") or ()), "")
        try:
            keys = open_library(given).keys()
        except (InputError, LibraryError):
            return []
        wanted = incomplete.lower()
        return [CompletionItem(key) for key in keys if key.lower().startswith(wanted)]


def library_paths(given: Sequence[str] = ()) -> list[Path]:
    """Return the libraries meant: those given, else those of the settings, else library.bib."""
    named = [path for path in given if path] or load_settings().library.split(os.pathsep)
    paths = [Path(path).expanduser() for path in named if path]
    return paths or [Path(DEFAULT)]


def open_library(given: str = "", *, is_new: bool = False) -> Library:
    """Return the library to work on; of several in the settings the first.

    Args:
        is_new: it need not be there yet.

    Raises:
        LibraryError: it is not there.
    """
    library = _library(library_paths([given])[0])
    if not is_new:
        _must_exist(library.path)
    return library


def open_libraries(given: Sequence[str]) -> list[Library]:
    """Return the libraries to read.

    Raises:
        LibraryError: one of them is not there.
    """
    paths = library_paths(given)
    for path in paths:
        _must_exist(path)
    return [_library(path) for path in paths]


def open_indexes(given: Sequence[str]) -> list[LibraryIndex]:
    """Return the indexes of the libraries to search.

    Raises:
        LibraryError: one of the libraries is not there.
    """
    from refs.library.index import LibraryIndex

    paths = library_paths(given)
    for path in paths:
        _must_exist(path)
    return [LibraryIndex(path, _index_of(path)) for path in paths]


def _must_exist(path: Path) -> None:
    if not path.is_file():
        raise LibraryError(f"{path}: no such file; refs add makes it, --library names another")


def _library(path: Path) -> Library:
    from refs.library import Library

    return Library(path, cache=_index_of(path))


def _index_of(path: Path) -> Path:
    """Return where the index of a library is kept."""
    import hashlib

    digest = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:16]
    return load_settings().cache_folder / "libraries" / f"{digest}.sqlite"


def warn_of_problems(library: Library) -> None:
    """Tell on stderr what in a library could not be read."""
    for problem in library.problems():
        click.echo(f"refs: {library.path}: {problem}", err=True)


def summary(item: Item) -> str:
    """Return an item on one line: "neff2003self  Neff (2003). Self-Compassion. Self and Identity."."""
    people = item.author or item.editor
    names = [person.surname for person in people[:3]]
    if len(people) > 3:
        who = f"{names[0]} et al."
    else:
        who = " & ".join(filter(None, [", ".join(names[:-1]), names[-1]])) if names else ""
    year = str(item.issued) if item.issued is not None and item.issued.year is None else ""
    year = year or (str(item.issued.year) if item.issued is not None else "n.d.")
    parts = [f"{who} ({year})".strip(), _TAG.sub("", item.title), item.container_title or item.publisher]
    text = " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)
    return printable(f"{item.id}  {text}")


def show_diff(before: str, after: str, name: str) -> None:
    """Print what a change would do to an entry's text."""
    import difflib

    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{name} (now)", f"{name} (then)", lineterm="", n=1
    )
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        click.secho(line, fg=colours.get(line[:1]))


def agreed(question: str, *, yes: bool, dry_run: bool) -> bool:
    """Return whether to go on: asked on a terminal, else only if ``yes`` says so."""
    import sys

    if dry_run:
        return False
    if yes:
        return True
    if not sys.stdin.isatty():
        click.echo("Nothing was changed: answer with --yes where nobody can be asked.", err=True)
        return False
    return click.confirm(question, default=False, err=True)
