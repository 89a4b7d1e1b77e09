"""``refs export``: a bibliography in a style, or in a file format."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

import click

from refs.cli.items import read_items
from refs.cli.options import SourceChoice, source_option
from refs.cli.output import write_result
from refs.errors import InputError, RefsError

if TYPE_CHECKING:
    from refs.model import Item, Match

STYLED = ("text", "html", "markdown", "latex", "rtf", "docx")
FILES = ("bibtex", "biblatex", "ris", "csl-json", "csl-yaml")
_LAID_OUT = ("bibtex", "biblatex")
_BINARY = ("docx",)


@click.command("export")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option(
    "--style",
    metavar="STYLE",
    default="",
    help="A style, its folder, or a .csl file; a folder lays out BibTeX.",
)
@click.option("--to", "target", type=click.Choice(STYLED + FILES), default="text", help="The form to write.")
@click.option("--from", "source_format", metavar="FORMAT", default="", help="What the sources are.")
@click.option("--no-lookup", is_flag=True, help="Export an article's references as cited, nothing looked up.")
@click.option(
    "--sentence-case", is_flag=True, help="English titles in sentence case, names and acronyms kept."
)
@click.option("--jsonl", is_flag=True, help="One line per item: id, style, text, html.")
@click.option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
@source_option
def export_command(
    sources: tuple[str, ...],
    style: str,
    target: str,
    source_format: str,
    no_lookup: bool,
    sentence_case: bool,
    jsonl: bool,
    output: str | None,
    choice: SourceChoice,
) -> None:
    """Write the bibliography of each SOURCE: an article, a .bib, .json, .ris or .nbib file, a DOI, or -.

    \b
    refs export paper.docx --style apa
    refs export library.bib --style ieee --to html -o references.html
    refs export paper.pdf --to bibtex > paper.bib

    An article's references are looked up; what no source could say anything about is written as cited, and
    the exit status is 3.
    """
    unanswered: list[Match] = []
    items = read_items(
        sources,
        ask=cache(choice.open),
        lookup=not no_lookup,
        format=source_format,
        unanswered=unanswered,
    )
    if target in FILES and not jsonl:
        from refs.formats import dump

        layout = style if style and target in _LAID_OUT else None
        write_result(dump(items, target, style=layout), output)
    elif jsonl:
        _stream(items, style or choice.settings().style, sentence_case)
    else:
        _write_styled(list(items), style or choice.settings().style, target, sentence_case, output)
    if unanswered:
        why = "; ".join(dict.fromkeys(match.reason for match in unanswered))
        click.echo(f"refs: {len(unanswered)} written as cited: {why}", err=True)
        raise click.exceptions.Exit(3)


def _write_styled(
    items: Sequence[Item], style: str, target: str, sentence_case: bool, output: str | None
) -> None:
    from refs.render import load_style, render_bibliography

    if target in _BINARY and output in (None, "-") and sys.stdout.isatty():
        raise InputError(f"{target} is not for the terminal; name a file with --output")
    result = render_bibliography(items, load_style(style), target, sentence_case=sentence_case)
    if target == "html" and output not in (None, "-"):
        from refs.render.outputs.html import whole_page

        result = whole_page(str(result))
    write_result(result, output)


def _stream(items: Iterable[Item], style: str, sentence_case: bool) -> None:
    """Print each item as soon as it is ready; one that the style cannot print gives its error."""
    from refs.cli.jsonl import write_line
    from refs.render import load_style, render_outputs

    loaded = load_style(style)
    for item in items:
        try:
            text, html = render_outputs(item, loaded, ("text", "html"), sentence_case=sentence_case)
        except RefsError as error:
            write_line({"id": item.get("id"), "style": loaded.name, "error": str(error)})
        else:
            write_line({"id": item.get("id"), "style": loaded.name, "text": text, "html": html})
