"""``refs update``: the library's metadata and retraction notices brought up to date, diff first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from refs.cli.library import CitekeyType, agreed, library_option, open_library, show_diff
from refs.cli.options import SourceChoice, source_option
from refs.errors import LibraryError

if TYPE_CHECKING:
    from refs.library import Library
    from refs.model import Doi, Item, Source, Work


@click.command("update")
@click.argument("keys", nargs=-1, type=CitekeyType(), metavar="[KEY]…")
@library_option
@click.option("--find-dois", is_flag=True, help="Look for the records of entries without a DOI as well.")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@click.option("--dry-run", "-n", is_flag=True, help="Only show what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON; nothing is changed.")
@source_option
def update_command(
    keys: tuple[str, ...],
    library_path: str,
    find_dois: bool,
    yes: bool,
    dry_run: bool,
    as_json: bool,
    choice: SourceChoice,
) -> None:
    """Bring entries up to date: what is missing, numbers that have changed, retraction notices.

    Without KEYs all entries that have a DOI. Authors and titles that are there stay as you have them.
    """
    from refs.library.changes import proposed_changes

    library = open_library(library_path)
    items = [library.entry(key).item for key in keys] if keys else library.items()
    sources = choice.open()
    wanted: dict[str, dict[str, str | None]] = {}
    rows: list[dict[str, Any]] = []
    for item, work in _works(items, sources, find_dois):
        updated, changes = proposed_changes(item, work)
        for published in work.related("is-preprint-of"):
            click.echo(f"{item.id}: has appeared as {published.url}", err=True)
        if not changes:
            continue
        rows.append({"key": item.id, "changes": [_row(change) for change in changes]})
        if not as_json and (fields := _show(library, item, updated)):
            wanted[item.id] = fields
            for change in changes:
                click.echo(f"  {change.variable}: {change.reason}")
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif not wanted:
        click.echo("Everything is up to date.", err=True)
    elif agreed(f"Change {len(wanted)} of {len(items)} entries?", yes=yes, dry_run=dry_run):
        library.apply(wanted)
        click.echo(f"changed {len(wanted)} of {len(items)} entries", err=True)


def _row(change: Any) -> dict[str, str]:
    return {"field": change.variable, "old": change.old, "new": change.new, "reason": change.reason}


def _show(library: Library, item: Item, updated: Item) -> dict[str, str | None]:
    """Print an entry's diff; return the fields that would change, {} where the entry says so already."""
    from refs.formats.bibtex.blocks import split_blocks
    from refs.library.bib_text import with_fields
    from refs.library.changes import changed_fields

    try:
        raw = library.entry(item.id).raw
    except LibraryError as error:
        click.echo(f"refs: {error}; it stays as it is", err=True)
        return {}
    [block] = split_blocks(raw)
    if block.problem:
        click.echo(f"refs: {item.id}: {block.problem}; it stays as it is", err=True)
        return {}
    fields = changed_fields(item, updated, block.fields, library.dialect())
    if fields:
        show_diff(raw, with_fields(raw, fields), item.id)
    return fields


def _works(items: list[Item], sources: Sequence[Source], find_dois: bool) -> Iterator[tuple[Item, Work]]:
    """Yield each item with its record, from the first source that has it; those without one are left out."""
    by_doi: dict[Doi, Work] = {}
    missing = list(dict.fromkeys(item.doi for item in items if item.doi is not None))
    for source in sources:
        by_doi |= source.get_works(missing)
        missing = [doi for doi in missing if doi not in by_doi]
    for doi in missing:
        click.echo(f"refs: {doi}: no source asked has it; the entry stays as it is", err=True)
    for item in items:
        if item.doi is not None and item.doi in by_doi:
            yield item, by_doi[item.doi]
        elif item.doi is None and find_dois and (work := _find(item, sources)) is not None:
            yield item, work


def _find(item: Item, sources: Sequence[Source]) -> Work | None:
    """Return the record of an item without a DOI, if one is certain."""
    from refs.cli.add import CERTAIN
    from refs.cli.library import summary
    from refs.model import Outcome, Reference
    from refs.resolve import resolve_reference

    raw = summary(item.with_fields({"id": ""})).strip()
    detail = " ".join(part for part in (item.volume, item.issue, item.page) if part)
    match = resolve_reference(Reference(f"{raw} {detail}".strip(), item=item), sources, compare=True)
    is_certain = match.outcome is Outcome.FOUND and match.probability >= CERTAIN
    return match.work if is_certain else None
