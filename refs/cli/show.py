"""``refs show``: entries of the library as they stand, as data, or in a style."""

from __future__ import annotations

import json

import click

from refs.cli.library import CitekeyType, libraries_option, open_libraries
from refs.errors import LibraryError
from refs.library import Entry


@click.command("show")
@click.argument("keys", nargs=-1, required=True, type=CitekeyType(), metavar="KEY…")
@libraries_option
@click.option("--json", "as_json", is_flag=True, help="CSL-JSON.")
@click.option("--style", metavar="STYLE", default="", help="Formatted in a style, such as apa.")
def show_command(keys: tuple[str, ...], library_paths: tuple[str, ...], as_json: bool, style: str) -> None:
    """Show the entry with each KEY."""
    entries = [_find(key, library_paths) for key in keys]
    for entry in entries:
        for problem in entry.problems:
            click.echo(f"refs: {problem}", err=True)
    if as_json:
        click.echo(json.dumps([entry.item.to_csl() for entry in entries], ensure_ascii=False, indent=2))
    elif style:
        from refs.render import load_style, render_entry

        loaded = load_style(style)
        for entry in entries:
            click.echo(render_entry(entry.item, loaded))
    else:
        click.echo("\n\n".join(entry.raw.strip() for entry in entries))


def _find(key: str, paths: tuple[str, ...]) -> Entry:
    """Return the entry from the first library that has it."""
    failure: LibraryError | None = None
    for library in open_libraries(paths):
        try:
            return library.entry(key)
        except LibraryError as error:
            failure = failure or error
    raise failure or LibraryError(f"no entry has the key {key!r}")
