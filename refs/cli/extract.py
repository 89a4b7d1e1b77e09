"""``refs extract``: an article's reference list and citations; nothing is looked up."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from refs.cli.output import write_result
from refs.errors import RefsError
from refs.model.printing import printable

if TYPE_CHECKING:
    from refs.model import Reference
    from refs.pipeline import ExtractedArticle

_TARGETS = ("text", "bibtex", "biblatex", "ris", "csl-json")
_LIST_NAMES = {
    "article": "References",
    "comment": "In a comment",
    "further-reading": "Further reading",
    "supplement": "Supplementary references",
    "footnote": "In footnotes",
}


@click.command("extract")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@click.option("--json", "as_json", is_flag=True, help="References, citations and spans as JSON.")
@click.option("--to", "target", type=click.Choice(_TARGETS), help="Print the references in this form only.")
@click.option("--all-lists", is_flag=True, help="With --to: also lists that are not the article's own.")
@click.option("--from", "source_format", metavar="FORMAT", default="", help="What the files are.")
@click.option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
def extract_command(
    articles: tuple[str, ...],
    as_json: bool,
    target: str | None,
    all_lists: bool,
    source_format: str,
    output: str | None,
) -> None:
    """Print the reference list and the citations of each ARTICLE (file, folder, URL or - for stdin).

    A file that cannot be read is named on stderr, the others go on, and the exit status is 2.
    """
    failed: list[RefsError] = []
    items = as_json or target not in (None, "text")
    read = _extracted(articles, source_format, failed, items=items)
    if as_json:
        text = _as_json(read, single=len(articles) == 1)
    elif target:
        text = _in_form(read, target, all_lists)
    else:
        text = "\n".join(_listing(name, found) for name, found in read)
    if text:
        write_result(text, output)
    if failed:
        raise click.exceptions.Exit(max(error.exit_status for error in failed))


def _extracted(
    articles: Iterable[str], source_format: str, failed: list[RefsError], *, items: bool
) -> Iterator[tuple[str, ExtractedArticle]]:
    """Yield what each article holds; one that cannot be read is named on stderr and left out."""
    from refs.pipeline import extract_article

    names = list(articles)
    progress = sys.stderr.isatty() and len(names) > 1
    for number, name in enumerate(names, 1):
        if progress:
            click.echo(f"\r\x1b[Kreading {number} of {len(names)}: {name}", nl=False, err=True)
        try:
            yield name, extract_article(name, format=source_format, items=items)
        except RefsError as error:
            if progress:
                click.echo("\r\x1b[K", nl=False, err=True)
            click.echo(f"refs: {error}", err=True)
            failed.append(error)
    if progress:
        click.echo("\r\x1b[K", nl=False, err=True)


def _as_json(read: Iterable[tuple[str, ExtractedArticle]], *, single: bool) -> str:
    """Return one object for one article, a list of objects for several."""
    objects = [_json_object(name, found) for name, found in read]
    if single and not objects:
        return ""
    return json.dumps(objects[0] if single else objects, ensure_ascii=False, indent=2)


def _json_object(name: str, found: ExtractedArticle) -> dict[str, Any]:
    return {
        "article": name,
        "format": found.article.format,
        "title": found.article.title or None,
        "references": [reference.to_json() for reference in found.references],
        "citations": [citation.to_json() for citation in found.citations],
        "warnings": list(found.article.warnings),
    }


def _in_form(read: Iterable[tuple[str, ExtractedArticle]], target: str, all_lists: bool) -> str:
    references = [r for _, found in read for r in found.references if all_lists or r.list == "article"]
    if target == "text":
        return "\n".join(reference.raw for reference in references)
    from refs.formats import dump

    return str(dump([r.item for r in references if r.item is not None], target))


def _listing(name: str, found: ExtractedArticle) -> str:
    """Return the references by list, numbered, with their labels, and a line on the citations."""
    title = click.style(printable(found.article.title or name), bold=True)
    lines = [title, f"{printable(name)} ({found.article.format})", ""]
    for (kind, list_name), group in groupby(found.references, key=lambda r: (r.list, r.list_name)):
        lines += _list_lines(kind, list_name, list(group))
    if not found.references:
        lines += ["No list of references was found.", ""]
    lines.append(_citation_line(found))
    lines += [f"Note: {printable(warning)}" for warning in found.article.warnings]
    return "\n".join(lines) + "\n"


def _list_lines(kind: str, name: str, group: list[Reference]) -> list[str]:
    title = _LIST_NAMES.get(kind, kind.replace("-", " ").capitalize()) + (
        f" ({printable(name)})" if name else ""
    )
    lines = [click.style(f"{title}: {len(group)}", bold=True)]
    if group[0].reason:
        lines.append(click.style(f"  {group[0].reason}", dim=True))
    for number, reference in enumerate(group, 1):
        label = reference.label or str(number)
        lines.append(f"  [{printable(label)}] {printable(reference.raw)}")
    return [*lines, ""]


def _citation_line(found: ExtractedArticle) -> str:
    cited = {index for citation in found.citations for index in citation.references}
    own = {index for index, reference in enumerate(found.references) if reference.list == "article"}
    if not found.citations:
        return "Citations in the text: none" + (", so no reference is cited" if own else "")
    loose = sum(1 for citation in found.citations if not citation.references)
    line = f"Citations in the text: {len(found.citations)}, to {len(cited & own)} of {len(own)} references"
    return line + (f"; {loose} without a reference in the list" if loose else "")
