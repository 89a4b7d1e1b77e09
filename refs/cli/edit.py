"""``refs edit``: fields of an entry, or its whole text in an editor."""

from __future__ import annotations

import click

from refs.cli.library import CitekeyType, library_option, open_library, show_diff
from refs.errors import InputError, LibraryError


@click.command("edit")
@click.argument("key", type=CitekeyType(), metavar="KEY")
@click.argument("assignments", nargs=-1, metavar="[FIELD=VALUE]…")
@library_option
@click.option("--rename", metavar="NEWKEY", default="", help="Give the entry another citekey.")
def edit_command(key: str, assignments: tuple[str, ...], library_path: str, rename: str) -> None:
    """Set fields of the entry with this KEY; without any, open its text in your editor.

    \b
    refs edit neff2003self volume=2 pages=85-101
    refs edit neff2003self note=          # removes the note
    refs edit neff2003self --rename neff2003

    Fields go by BibTeX's names or CSL's (page, issue, container-title…). The rest stays as it is written.
    """
    from refs.formats.bibtex.edit import edited_fields

    library = open_library(library_path)
    entry = library.entry(key)
    if assignments:
        wanted = dict(_split(assignment) for assignment in assignments)
        library.set_fields(entry.key, edited_fields(entry.raw, wanted, library.dialect()))
    elif not rename:
        text = click.edit(entry.raw, extension=".bib")
        if text is None or text.strip() == entry.raw.strip():
            click.echo("Nothing was changed.", err=True)
            return
        key = library.replace_entry(entry.key, text)
    if rename:
        raw = library.entry(key).raw
        key = library.replace_entry(key, _renamed(raw, entry.key, rename))
    show_diff(entry.raw, library.entry(key).raw, key)


def _split(assignment: str) -> tuple[str, str]:
    name, equals, value = assignment.partition("=")
    if not equals or not name.strip():
        raise InputError(f"{assignment!r} is not FIELD=VALUE; for example  volume=2")
    return name.strip(), value.strip()


def _renamed(raw: str, old: str, new: str) -> str:
    """Return an entry's text under another key."""
    head, comma, rest = raw.partition(",")
    if not comma or not head.rstrip().endswith(old):
        raise LibraryError(f"{old}: its key cannot be found in its text; change it with  refs edit {old}")
    return head.rstrip().removesuffix(old) + new + comma + rest
