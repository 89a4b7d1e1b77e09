"""Where the items of a bibliography come from: articles, bibliography files, DOIs, stdin."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refs.errors import InputError, UnknownFormat

if TYPE_CHECKING:
    from refs.model import Item, Match, Reference, Source
    from refs.pipeline import ExtractedArticle

_STDIN_LIMIT = 256 * 1024 * 1024


def read_items(
    sources: Iterable[str],
    *,
    ask: Callable[[], Sequence[Source]],
    lookup: bool = True,
    format: str = "",
    unanswered: list[Match] | None = None,
) -> Iterator[Item]:
    """Yield the items that these sources hold, in order.

    A source is a bibliography (.bib, CSL-JSON, .ris, .nbib), an article, a DOI, or "-" for stdin. What
    an article cites is looked up unless ``lookup`` is false; a DOI always is.

    Args:
        ask: gives the sources of works, called only where something is looked up.
        unanswered: takes the matches of references that stay as cited because no source could say.

    Raises:
        InputError: a source that cannot be read, or is none of these.
    """
    for source in sources:
        yield from _items_of(source, ask=ask, lookup=lookup, format=format, unanswered=unanswered)


def _items_of(
    source: str,
    *,
    ask: Callable[[], Sequence[Source]],
    lookup: bool,
    format: str,
    unanswered: list[Match] | None,
) -> Iterator[Item]:
    path = Path(source)
    if source != "-" and not path.exists():
        from refs.model import Doi

        doi = Doi.parse(source)
        if doi is not None:
            from refs.pipeline import look_up_doi

            yield look_up_doi(doi, ask())
            return
    data = read_content(source, path)
    name = "standard input" if source == "-" else source
    items = read_bibliography(data, name, format) if data is not None else None
    if items is not None:
        yield from items
        return
    from refs.pipeline import bibliography_items, extract_article

    article = extract_article(source if data is None or source != "-" else data, name=name, format=format)
    own = own_references(article, name)
    yield from bibliography_items(own, ask() if lookup else (), unanswered=unanswered)


def own_references(article: ExtractedArticle, name: str) -> list[Reference]:
    """Return the references of the article's own list; that there is none is told on stderr."""
    own = [reference for reference in article.references if reference.list == "article"]
    if not own:
        click.echo(f"refs: {name}: no list of references was found in it", err=True)
    return own


def read_content(source: str, path: Path) -> bytes | None:
    """Return the bytes of a file or of stdin; None where the article reader has to fetch them (a URL).

    Raises:
        InputError: the file cannot be read.
    """
    if source == "-":
        return sys.stdin.buffer.read(_STDIN_LIMIT)
    if not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error


def read_bibliography(data: bytes, name: str, format: str = "") -> Iterable[Item] | None:
    """Return the items of a bibliography file, None where it is none; problems go to stderr.

    Raises:
        UnknownFormat: it is empty, or JSON that holds no items.
    """
    from refs.formats import FORMATS, detect, read

    if format and format not in FORMATS:
        return None
    if b"\x00" in data[:4096] or data[:5] == b"%PDF-":
        return None
    text = data.decode("utf-8-sig", errors="replace")
    found = format or detect(text, name)
    if not found:
        if not text.strip():
            raise UnknownFormat(f"{name}: is empty; give a bibliography, an article or a DOI")
        if Path(name).suffix.lower() == ".json":
            raise UnknownFormat(f"{name}: {_why_not_json(text)}")
        return None
    result = read(text, found)
    for problem in result.problems or ([] if result.items else ["no entry in it"]):
        click.echo(f"refs: {name}: {problem}", err=True)
    return result.items


def _why_not_json(text: str) -> str:
    """Return why a file that is called JSON holds no items."""
    import json

    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"not valid JSON ({error}); mend it, or export it again from where it came"
    return "JSON, but no CSL-JSON items: a list of objects with a type or a title is needed"
