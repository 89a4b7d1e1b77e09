"""The format of a file, from its content first and its name second."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from refs.read.zip_safety import BROKEN

HEAD = 65_536
"""Bytes that detection looks at."""

_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file (.doc); save it as .docx"),
    (b"{\\rtf", "RTF; save it as .docx or .txt"),
    (b"%!PS", "PostScript; convert it to PDF"),
    (b"\x89PNG", "an image; refs does not recognise text in images"),
    (b"\xff\xd8\xff", "an image; refs does not recognise text in images"),
    (b"GIF8", "an image; refs does not recognise text in images"),
    (b"II*\x00", "an image; refs does not recognise text in images"),
    (b"MM\x00*", "an image; refs does not recognise text in images"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "an SQLite database"),
)
"""First bytes of files that refs names but does not read."""

_ZIP_MEMBERS: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "docx"),
    ("META-INF/container.xml", "epub"),
    ("content.xml", "odt"),
)
"""The member that tells what a zip archive is (OOXML, OCF 3, ODF 1.3)."""

_XML_ROOT = re.compile(r"<(?![?!])(?:[\w.-]{1,40}:)?([\w.-]{1,60})")
_XML_FORMATS = {
    "article": "jats",
    "pmc-articleset": "jats",
    "sub-article": "jats",
    "book-part-wrapper": "jats",
    "book": "jats",
    "tei": "tei",
    "teicorpus": "tei",
    "html": "html",
}
"""Root elements, in lower case."""

_OTHER_XML = (
    ("http://www.elsevier.com/xml/", "XML in Elsevier's own form; take the article's PDF or web page"),
    ("http://docbook.org/ns/docbook", "DocBook; make HTML of it first"),
    ("-//OASIS//DTD DocBook", "DocBook; make HTML of it first"),
)
"""What tells forms of XML that have the root elements of others."""
_JATS_FRONT = re.compile(
    r"<(?:front|front-stub|article-meta|journal-meta|sec|ref-list|mixed-citation|element-citation|xref)\b"
)

_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|span|table|h[1-6]|ul|ol|script|article|section)\b",
    re.I,
)
_LATEX = re.compile(r"\\(?:documentclass|documentstyle|begin\s{0,3}\{|bibitem|section\*?\{|usepackage)")
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.M),
    re.compile(r"^(?:\* |- |\d{1,3}\. )\S", re.M),
    re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)"),
    re.compile(r"\[-?@[\w:.#$%&+?<>~/-]{1,80}[\];,\s]"),
    re.compile(r"^\[\^[^\]\n]{1,40}\]:", re.M),
    re.compile(r"^```", re.M),
)
"""Signs of Markdown; one heading, or two different signs, make a text Markdown."""

_BIBLIOGRAPHY = re.compile(r"\s{0,100}(?:[%@]|TY {1,2}- |PMID ?- )")
"""How BibTeX, EndNote, RIS and PubMed files may begin."""
_SUFFIXES = {
    **dict.fromkeys((".txt", ".text", ".asc", ".log"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".md", ".markdown", ".mkd", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".tex", ".latex", ".ltx", ".bbl"), "latex"),
    **dict.fromkeys((".bib", ".ris", ".nbib", ".enw"), "bibliography"),
    **dict.fromkeys((".nxml", ".jats"), "jats"),
    ".json": "json",
    ".tei": "tei",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".epub": "epub",
}
_MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/plain": "text",
    "application/pdf": "pdf",
}


def detect_format(data: bytes, name: str = "", media_type: str = "") -> str:
    """Return the name of a file's format, or words that say what it is ("an image; ...").

    Content decides; among kinds of plain text (text, Markdown, LaTeX, BibTeX…) the name may decide.

    >>> detect_format(b"%PDF-1.7"), detect_format(b"<!DOCTYPE html><html>", "page.txt")
    ('pdf', 'html')
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] == b"PK\x03\x04":
        return _zip_format(data)
    for magic, what in _BINARY:
        if data.startswith(magic):
            return what
    suffix = _SUFFIXES.get(PurePath(name.partition("?")[0]).suffix.lower(), "")
    if _is_binary(data[:HEAD]):
        return "binary data"
    text = _glance(data[:HEAD])
    return _markup_format(text, suffix) or _text_format(text, suffix, _MEDIA_TYPES.get(media_type, ""))


def _zip_format(data: bytes) -> str:
    """Return what a zip archive is; a truncated one is judged by its first local headers."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
    except BROKEN:
        for member, found in _ZIP_MEMBERS:
            if member.encode() in data[:HEAD]:
                return found
        return "a damaged zip archive"
    known = (found for member, found in _ZIP_MEMBERS if member in members)
    return next(known, "a zip archive; unpack it first")


_CONTROLS = bytes(code for code in range(32) if code not in (8, 9, 10, 11, 12, 13, 26, 27))


def _is_binary(head: bytes) -> bool:
    """Return True for data that no text encoding gives: NUL bytes outside UTF-16/32, many control bytes."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    if b"\0" in head:
        # NOTE: UTF-16 without a mark has its zeros at every second place.
        zeros = head[::2].count(0), head[1::2].count(0)
        return min(zeros) > 0 or max(zeros) < 0.15 * len(head)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > 0.02 * len(head) + 2


def _glance(head: bytes) -> str:
    if head[:2] == b"\xff\xfe" or head[1:2] == b"\0":
        return head.decode("utf-16-le", errors="replace").lstrip("\ufeff")
    if head[:2] == b"\xfe\xff" or head[:1] == b"\0":
        return head.decode("utf-16-be", errors="replace").lstrip("\ufeff")
    return head.decode("utf-8", errors="replace").lstrip("\ufeff")


def _markup_format(text: str, suffix: str) -> str:
    """Return the XML or HTML format that the first tags show, "" for a text without markup."""
    start = text.lstrip()[:20_000]
    if not start.startswith("<"):
        return "html" if suffix == "html" and _HTML.search(text) else ""
    root = _XML_ROOT.search(start)
    is_article = root is not None and root.group(1) == "article"
    if "<!doctype html" in start[:2000].lower() or (_HTML.match(start) and not is_article):
        return "html"
    if foreign := next((what for sign, what in _OTHER_XML if sign in start), ""):
        return foreign
    if _HTML.match(start) and not _JATS_FRONT.search(start):
        return "html"
    found = _XML_FORMATS.get(root.group(1).lower(), "") if root else ""
    if found or start.startswith("<?xml"):
        return found or "html" if found else "XML of a kind that refs does not know"
    return "html" if len(_HTML.findall(start)) > 2 else ""


def _text_format(text: str, suffix: str, declared: str) -> str:
    """Return the kind of plain text: its name, else what its lines look like."""
    if suffix in ("latex", "markdown", "bibliography"):
        return suffix
    if "\\documentclass" in text:
        return "latex"
    if suffix == "json" and text.lstrip().startswith(("[", "{")):
        return "bibliography"
    if _BIBLIOGRAPHY.match(text):
        from refs.formats import detect

        if detect(text, ""):
            return "bibliography"
    # NOTE: a text named .txt may hold formulas, "\begin{align}", and still be a text.
    if suffix == "text" or declared == "text":
        return "text"
    if len(_LATEX.findall(text)) > 4:
        return "latex"
    from refs.formats import detect

    if detect(text, ""):
        return "bibliography"
    if declared in ("markdown", "html"):
        return declared
    signs = sum(1 for sign in _MARKDOWN if sign.search(text))
    return "markdown" if signs > 1 else "text"
