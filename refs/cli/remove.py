"""``refs remove``: entries out of the library."""

from __future__ import annotations

import click

from refs.cli.library import CitekeyType, library_option, open_library, summary


@click.command("remove")
@click.argument("keys", nargs=-1, required=True, type=CitekeyType(), metavar="KEY…")
@library_option
@click.option("--dry-run", "-n", is_flag=True, help="Only say what would be removed.")
def remove_command(keys: tuple[str, ...], library_path: str, dry_run: bool) -> None:
    """Remove the entry with each KEY; all of them or, if one is not there, none.

    What the file held before is kept beside it, in .NAME.bak.
    """
    library = open_library(library_path)
    entries = [library.entry(key) for key in keys] if dry_run else library.remove(keys)
    for entry in entries:
        click.echo(f"{'would remove' if dry_run else 'removed'}  {summary(entry.item)}")
