"""``refs search``: the library by any word in it."""

from __future__ import annotations

import click

from refs.cli.library import libraries_option, open_indexes
from refs.cli.list import print_items


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@libraries_option
@click.option("--limit", default=50, show_default=True, help="At most so many entries.")
@click.option("--keys", "only_keys", is_flag=True, help="Only the citekeys.")
@click.option("--json", "as_json", is_flag=True, help="CSL-JSON.")
@click.pass_context
def search_command(
    ctx: click.Context,
    words: tuple[str, ...],
    library_paths: tuple[str, ...],
    limit: int,
    only_keys: bool,
    as_json: bool,
) -> None:
    """Search titles, authors, journals, keywords, abstracts and notes for all of the WORDs, best first.

    \b
    refs search self compassion
    refs search author:neff year:2003
    refs search '"self compassion" keyword:mind'
    refs search neff -- -child

    A word may be a beginning. author:, title:, journal:, year:, keyword:, group:, key: and doi: before a
    word look in one field. Words that must not occur come after -- with a minus sign.
    """
    items = [
        item for index in open_indexes(library_paths) for item in index.search(" ".join(words), limit=limit)
    ]
    print_items(items, only_keys=only_keys, as_json=as_json)
    if not items:
        click.echo("refs: nothing in the library holds all of these words", err=True)
        ctx.exit(1)
