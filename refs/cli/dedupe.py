"""``refs dedupe``: entries that are one work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from refs.cli.library import agreed, library_option, open_library, show_diff, summary

if TYPE_CHECKING:
    from refs.library import Library
    from refs.library.doubles import Double


@click.command("dedupe")
@library_option
@click.option("--merge", is_flag=True, help="Make one entry of each group: the published, the fuller one.")
@click.option("--yes", "-y", is_flag=True, help="With --merge: do not ask.")
@click.option("--dry-run", "-n", is_flag=True, help="With --merge: only show what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print the groups as JSON.")
@click.pass_context
def dedupe_command(
    ctx: click.Context, library_path: str, merge: bool, yes: bool, dry_run: bool, as_json: bool
) -> None:
    """Find doubles in the library: one DOI twice, one title and author twice, a preprint and its article.

    Nothing is changed without --merge, which shows each change first. Exit status 1 if there are doubles.
    """
    from refs.library.doubles import find_doubles

    library = open_library(library_path)
    items = {item.id: item for item in library.items()}
    doubles = find_doubles(items.values())
    if as_json:
        rows = [{"keep": d.keep, "others": list(d.others), "reason": d.reason} for d in doubles]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    if not doubles and not as_json:
        click.echo("No doubles.")
    for double in doubles if not as_json else ():
        click.echo(f"{double.reason}:")
        for key in (double.keep, *double.others):
            click.echo(f"  {'keep' if key == double.keep else 'drop'}  {summary(items[key])}")
        if merge:
            _merge(library, double, yes=yes, dry_run=dry_run)
    if doubles and not (merge and not dry_run):
        ctx.exit(1)


def _merge(library: Library, double: Double, *, yes: bool, dry_run: bool) -> None:
    from refs.formats.bibtex.blocks import split_blocks
    from refs.library.bib_text import with_fields
    from refs.library.doubles import is_preprint
    from refs.library.merging import merged_fields

    kept = library.entry(double.keep)
    fields = dict(split_blocks(kept.raw)[0].fields)
    changes: dict[str, str | None] = {}
    for key in double.others:
        other = library.entry(key)
        from_preprint = is_preprint(other.item) and not is_preprint(kept.item)
        new = merged_fields(fields, split_blocks(other.raw)[0].fields, from_preprint=from_preprint)
        changes |= new
        fields |= {name: value for name, value in new.items() if value is not None}
    show_diff(kept.raw, with_fields(kept.raw, changes), double.keep)
    if agreed(f"Keep {double.keep}, drop {', '.join(double.others)}?", yes=yes, dry_run=dry_run):
        library.apply({double.keep: changes}, remove=double.others)
        click.echo(f"merged into {double.keep}: cite it instead of {', '.join(double.others)}")
