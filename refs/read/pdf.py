"""PDF through pypdfium2: lines in content order with their place on the page, furniture set apart.

Content order is the order in which the page was written, and keeps columns whole; lines are never
sorted across a page (docs/decisions tells why).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import DamagedFile, InputError, MissingExtra, TooLarge
from refs.model import Article
from refs.read.assembly import ArticleBuilder
from refs.read.pdf_blocks import add_blocks, body_height
from refs.read.pdf_columns import number_columns
from refs.read.pdf_footnotes import mark_footnotes
from refs.read.pdf_furniture import mark_furniture
from refs.read.pdf_lines import PdfLine, page_lines
from refs.read.pdf_safety import refuse_bombs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 5_000
MAX_CHARACTERS = 40_000_000
_CATALOGUE = re.compile(rb"\b(\d{1,8}) \d{1,5} obj\s{0,10}<<[^>]{0,300}/Type\s{0,5}/Catalog\b")
_MENDED = b"%%EOF % mended"
_NO_TEXT = "no text in {} of {} pages: they are images, and refs does not recognise text in images"


def read_pdf(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that a PDF holds; each block carries its page, box and printed lines.

    Raises:
        MissingExtra: pypdfium2 is not installed.
        DamagedFile: not a PDF, or damaged past repair.
        InputError: it is encrypted, or a scan without text.
        TooLarge: more than ``MAX_PAGES`` pages or ``MAX_CHARACTERS`` characters.
    """
    refuse_bombs(data, name)
    document = _open(data, name)
    try:
        pages, blank = _read_pages(document, name)
        title = " ".join(_metadata(document, "Title").split())
        tex = "TeX" in _metadata(document, "Producer") + _metadata(document, "Creator")
    finally:
        document.close()
    if not any(pages):
        raise InputError(f"{name}: a PDF without text (a scan?); run text recognition (OCR) on it first")
    builder = ArticleBuilder(name, "pdf", title=title)
    if blank:
        builder.warnings.append(_NO_TEXT.format(blank, len(pages)))
    mark_furniture(pages)
    for lines in pages:
        number_columns(lines)
    body = body_height(pages)
    mark_footnotes(pages, body)
    add_blocks(builder, pages, body, tex=tex)
    return builder.build()


def _open(data: bytes, name: str) -> PdfDocument:
    """Return the document, its form left alone."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("Reading PDF", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # NOTE: "Failed to load document (PDFium: Incorrect password error)."
        if "assword" in str(error) or "ecurity" in str(error):
            raise InputError(f"{name}: the PDF is encrypted; save a copy without a password") from error
        mended = _with_trailer(data)
        if mended is not None:
            return _open(mended, name)
        raise DamagedFile(f"{name}: not a PDF that can be read ({error}); export it again") from error
    if len(document) > MAX_PAGES:
        count = len(document)
        document.close()
        raise TooLarge(f"{name}: {count:,} pages are more than {MAX_PAGES:,}; hand in the part with the list")
    return document


def _metadata(document: PdfDocument, key: str) -> str:
    """Return an entry of the document's information, "" if there is none that can be decoded."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""


def _with_trailer(data: bytes) -> bytes | None:
    """Return a PDF whose end is missing with a trailer that names its catalogue; None if that is no help."""
    catalogue = _CATALOGUE.search(data)
    if catalogue is None or data.rstrip().endswith(_MENDED):
        return None
    place = b"%d 0 R" % int(catalogue.group(1))
    return b"%s\ntrailer << /Root %s >>\nstartxref\n0\n%s" % (data, place, _MENDED)


def _read_pages(document: PdfDocument, name: str) -> tuple[list[list[PdfLine]], int]:
    """Return the lines of each page, and how many pages have none."""
    pages: list[list[PdfLine]] = []
    characters = 0
    for number in range(len(document)):
        lines, length = page_lines(document, number)
        characters += length
        if characters > MAX_CHARACTERS:
            raise TooLarge(f"{name}: more than {MAX_CHARACTERS:,} characters; hand in the part with the list")
        pages.append(lines)
    return pages, sum(1 for lines in pages if not lines)
