"""An article file becomes an ``Article``: one module a format, found from content, then from the name.

Every reader is ``read_X(data: bytes, *, name: str, path: Path | None) -> Article``. The rules for all:

- ``article.text`` holds everything in reading order; a block's ``start`` and ``end`` cut its text from it.
- A block is a paragraph, heading, list item, footnote…; printed lines inside it are parted by ``"\\n"``.
- What is not the article itself has a ``region``: "navigation", "comment", "sidebar", "footer",
  "furniture" (running heads, page numbers, line numbers), "appendix", "supplement", "box"; a page's "aside"
  within its article is such a box.
- An entry that the source itself marks as a reference is a block of kind ``REFERENCE`` with its ``label``
  and, where the source carries one, its ``item``; such lists are taken as they are.
- Where the page is known, ``block.attributes["lines"]`` is a tuple of ``refs.model.LineLayout``.
- Citations that the source marks are in ``block.attributes["citations"]``: a tuple of
  ``(start, end, (label, …))``, offsets in ``article.text``, labels as on the ``REFERENCE`` blocks
  (or ids of ``article.items``). ``block.attributes["superscripts"]`` is a tuple of ``(start, end)``, and
  so is ``block.attributes["code"]``: code inside a line, where brackets cite nothing.
  ``article.attributes["nocite"]`` are the keys listed without a citation, "*" for all of a .bib;
  ``block.attributes["note"]`` is True where a page says that it holds a foot- or endnote;
  ``block.attributes["ruled"]`` is True behind a rule across the page;
  ``block.attributes["links"]`` is a tuple of ``(start, end, address)``: links out of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from refs.errors import InputError, UnknownFormat
from refs.model import Article
from refs.read.detect import detect_format
from refs.read.source import load_source

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """Where a format's reader lives, the file names it goes by, and how large a file it takes."""

    module: str
    function: str
    suffixes: tuple[str, ...]
    max_bytes: int = 32 * MEGABYTE


class ReadFunction(Protocol):
    """The shape of every reader."""

    def __call__(self, data: bytes, *, name: str, path: Path | None) -> Article: ...


READERS: dict[str, Reader] = {
    "text": Reader("refs.read.text", "read_text", (".txt", ".text", ".asc", ".log"), 10 * MEGABYTE),
    "html": Reader("refs.read.html", "read_html", (".html", ".htm", ".xhtml")),
    "markdown": Reader(
        "refs.read.markdown",
        "read_markdown",
        (".md", ".markdown", ".mkd", ".qmd", ".rmd"),
        10 * MEGABYTE,
    ),
    "jats": Reader("refs.read.jats", "read_jats", (".xml", ".nxml", ".jats"), 100 * MEGABYTE),
    "latex": Reader("refs.read.latex", "read_latex", (".tex", ".latex", ".ltx", ".bbl"), 15 * MEGABYTE),
    "pdf": Reader("refs.read.pdf", "read_pdf", (".pdf",), 300 * MEGABYTE),
    "docx": Reader("refs.read.docx", "read_docx", (".docx",), 200 * MEGABYTE),
    "odt": Reader("refs.read.odt", "read_odt", (".odt",), 200 * MEGABYTE),
    "epub": Reader("refs.read.epub", "read_epub", (".epub",), 200 * MEGABYTE),
    "tei": Reader("refs.read.tei", "read_tei", (".tei",), 100 * MEGABYTE),
    "bibliography": Reader(
        "refs.read.bibliography_file", "read_bibliography", (".bib", ".ris", ".nbib", ".json", ".enw")
    ),
}
"""Every format that refs reads. To add one: a module, a line here, a line in ``detect``, a test."""


def read_article(source: Path | str | bytes, *, name: str = "", format: str = "") -> Article:
    """Return the article that a file, folder, URL, standard input ("-") or bytes hold.

    ``format`` overrides detection; ``name`` names bytes and standard input in messages.

    Raises:
        UnknownFormat: no reader knows this kind of file.
        DamagedFile: the file is broken, or is not what it claims to be.
        TooLarge: it passes a limit of size or depth.
        MissingExtra: an optional library is needed.
        InputError: it cannot be opened or fetched.
    """
    limit = max(reader.max_bytes for reader in READERS.values())
    loaded = load_source(source, name=name, max_bytes=limit)
    found = format or detect_format(loaded.data, loaded.name, loaded.media_type)
    if found not in READERS:
        problem = f"{format!r} is no format" if format else f"this looks like {found}"
        raise UnknownFormat(f"{loaded.name}: {problem}. refs reads {', '.join(READERS)} (--from says which)")
    if not loaded.data.strip():
        raise InputError(f"{loaded.name}: is empty; give an article with its list of references")
    reader = READERS[found]
    loaded.refuse_above(reader.max_bytes, found)
    read = cast(ReadFunction, getattr(import_module(reader.module), reader.function))
    return read(loaded.data, name=loaded.name, path=loaded.path)
