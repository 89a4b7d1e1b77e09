"""``refs cite``: citations in the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from refs.cli.items import read_items
from refs.cli.library import CitekeyType, library_paths
from refs.errors import InputError

if TYPE_CHECKING:
    from refs.model import Item

_OUTPUTS = ("text", "html", "markdown", "latex")


@click.command("cite")
@click.argument("keys", nargs=-1, required=True, metavar="KEY…", type=CitekeyType())
@click.option("--style", metavar="STYLE", default="", help="A style's name or folder.")
@click.option(
    "--bibliography", "-b", metavar="FILE", default="", help="Where the keys are; default the library."
)
@click.option("--narrative", is_flag=True, help="Neff (2003) instead of (Neff, 2003).")
@click.option(
    "--again", is_flag=True, help="Not the first citation: a group's abbreviation stands for its name."
)
@click.option("--locator", metavar="PLACE", default="", help='Where in the work: "3-17" or "chapter 3".')
@click.option("--to", "target", type=click.Choice(_OUTPUTS), default="text", help="The form to print.")
def cite_command(
    keys: tuple[str, ...],
    style: str,
    bibliography: str,
    narrative: bool,
    again: bool,
    locator: str,
    target: str,
) -> None:
    """Print the citation of the works with these KEYs, told apart from all others of the bibliography.

    \b
    refs cite neff2003 --bibliography paper.bib
    refs cite neff2003 gilbert2009 --style chicago-author-date
    """
    from refs.render import Citations, Cite, load_style
    from refs.render.outputs import write_rich
    from refs.settings import load_settings

    settings = load_settings()
    items = _items(bibliography)
    label, place = _label(locator)
    cites = [Cite(key, place if n == len(keys) else "", label) for n, key in enumerate(keys, 1)]
    citations = Citations(items, load_style(style or settings.style))
    for key in keys if again else ():
        citations.introduce(key)
    click.echo(write_rich(citations.cite(cites, narrative=narrative), target))


def _items(bibliography: str) -> list[Item]:
    """Return the works that keys may mean: those of a file, of stdin, or of the libraries in the settings."""
    sources = [bibliography] if bibliography else [str(path) for path in library_paths()]
    paths = [source if source == "-" else str(Path(source).expanduser()) for source in sources]
    for path in paths:
        if path != "-" and not Path(path).is_file():
            raise InputError(f"{path}: no such bibliography; name one with --bibliography, or refs add to it")
    return list(read_items(paths, ask=tuple, lookup=False))


def _label(locator: str) -> tuple[str, str]:
    """Return what a locator counts and where it stands: "chapter 3" is ("chapter", "3"), "3-17" pages."""
    word, _, place = locator.strip().partition(" ")
    return (word.lower().rstrip("."), place) if place and word.isalpha() else ("page", locator.strip())
