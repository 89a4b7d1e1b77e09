"""PDF through pypdfium2: lines in content order with their place on the page, furniture set apart.

Content order is the order in which the page was written, and keeps columns whole; lines are never
sorted across a page (docs/decisions tells why).
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from refs.errors import DamagedFile, InputError, TooLarge
from refs.model import Article
from refs.read.assembly import ArticleBuilder
from refs.read.pdf import pdfium, workers
from refs.read.pdf.blocks import add_blocks, body_height
from refs.read.pdf.columns import number_columns
from refs.read.pdf.footnotes import mark_footnotes
from refs.read.pdf.furniture import mark_furniture
from refs.read.pdf.lines import PdfLine, join_fragments

_CATALOGUE = re.compile(rb"\b(\d{1,8}) \d{1,5} obj\s{0,10}<<[^>]{0,300}/Type\s{0,5}/Catalog\b")
_MENDED = b"%%EOF % mended"
_NO_TEXT = "no text in {} of {} pages: they are images, and refs does not recognise text in images"
_REFUSALS: dict[str, tuple[type[InputError], str]] = {
    "damaged": (DamagedFile, "not a PDF that can be read; export it again"),
    "password": (InputError, "the PDF is encrypted; save a copy without a password"),
    "pages": (TooLarge, f"more than {pdfium.MAX_PAGES:,} pages; hand in the part with the list"),
    "characters": (
        TooLarge,
        f"more than {pdfium.MAX_CHARACTERS:,} characters; hand in the part with the list",
    ),
}
"""Why the worker gives a file up, and what a person is told."""


def read_pdf(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that a PDF holds; each block carries its page, box and printed lines.

    Raises:
        MissingExtra: pypdfium2 is not installed.
        DamagedFile: not a PDF, or damaged past repair.
        InputError: it is encrypted, or a scan without text.
        TooLarge: over a limit of pages, characters, time or memory.
    """
    known, pages = _document(data, name)
    if not any(pages):
        raise InputError(f"{name}: a PDF without text (a scan?); run text recognition (OCR) on it first")
    builder = ArticleBuilder(name, "pdf", title=" ".join(known["Title"].split()))
    if blank := sum(1 for lines in pages if not lines):
        builder.warnings.append(_NO_TEXT.format(blank, len(pages)))
    mark_furniture(pages)
    for lines in pages:
        number_columns(lines)
    body = body_height(pages)
    mark_footnotes(pages, body)
    add_blocks(builder, pages, body, tex="TeX" in known["Producer"] + known["Creator"])
    return builder.build()


def _document(data: bytes, name: str) -> tuple[dict[str, str], list[list[PdfLine]]]:
    """Return what a document says of itself, and the lines of each page."""
    known: dict[str, str] = {}
    pages: list[list[PdfLine]] = []
    for kind, message in workers.answers(data, name):
        if kind == pdfium.DOCUMENT:
            known = json.loads(message)
        elif kind == pdfium.PAGE:
            pages.append(join_fragments(workers.lines_of(message, len(pages) + 1)))
        elif kind == pdfium.FAILED:
            why = json.loads(message)["why"]
            mended = _with_trailer(data) if why == "damaged" else None
            if mended is not None:
                return _document(mended, name)
            error, sentence = _REFUSALS[why]
            raise error(f"{name}: {sentence}")
    return known, pages


def _with_trailer(data: bytes) -> bytes | None:
    """Return a PDF whose end is missing with a trailer that names its catalogue; None if that is no help."""
    catalogue = _CATALOGUE.search(data)
    if catalogue is None or data.rstrip().endswith(_MENDED):
        return None
    place = b"%d 0 R" % int(catalogue.group(1))
    return b"%s\ntrailer << /Root %s >>\nstartxref\n0\n%s" % (data, place, _MENDED)
