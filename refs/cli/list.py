"""``refs list``: the library, a line an entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from refs.cli.library import libraries_option, open_libraries, summary, warn_of_problems

if TYPE_CHECKING:
    from refs.model import Item

_SORTS = ("file", "key", "author", "year", "title")


@click.command("list")
@libraries_option
@click.option("--group", metavar="NAME", default="", help="Only this group (JabRef) or collection (Zotero).")
@click.option("--keyword", metavar="WORD", default="", help="Only entries with this keyword.")
@click.option(
    "--sort", type=click.Choice(_SORTS), default="file", help="The order, the file's own unless said."
)
@click.option("--keys", "only_keys", is_flag=True, help="Only the citekeys.")
@click.option("--json", "as_json", is_flag=True, help="CSL-JSON.")
def list_command(
    library_paths: tuple[str, ...], group: str, keyword: str, sort: str, only_keys: bool, as_json: bool
) -> None:
    """List the library."""
    items: list[Item] = []
    for library in open_libraries(library_paths):
        items += library.items()
        warn_of_problems(library)
    items = [item for item in items if _in_group(item, group) and _has_keyword(item, keyword)]
    if sort != "file":
        items.sort(key=lambda item: _sort_key(item, sort))
    print_items(items, only_keys=only_keys, as_json=as_json)


def print_items(items: list[Item], *, only_keys: bool = False, as_json: bool = False) -> None:
    """Print items: a line each, their keys, or CSL-JSON."""
    if as_json:
        click.echo(json.dumps([item.to_csl() for item in items], ensure_ascii=False, indent=2))
        return
    for item in items:
        click.echo(item.id if only_keys else summary(item))


def _in_group(item: Item, group: str) -> bool:
    custom = item.get("custom")
    groups = custom.get("groups", []) if isinstance(custom, dict) else []
    return not group or group.lower() in [str(name).lower() for name in groups]


def _has_keyword(item: Item, keyword: str) -> bool:
    present = [word.strip().lower() for word in item.text("keyword").replace(";", ",").split(",")]
    return not keyword or keyword.strip().lower() in present


def _sort_key(item: Item, sort: str) -> tuple[str, ...]:
    from refs.model import fold

    people = item.author or item.editor
    year = f"{item.issued.year:06d}" if item.issued is not None and item.issued.year is not None else "~"
    author, title = fold(" ".join(str(name) for name in people)) or "~", fold(item.title)
    keys = {
        "key": (item.id.lower(),),
        "author": (author, year, title),
        "year": (year, author),
        "title": (title,),
    }
    return (*keys[sort], item.id)
