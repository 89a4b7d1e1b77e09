"""Bibliographies in and out: BibTeX, BibLaTeX, RIS, CSL-JSON, CSL-YAML, PubMed, EndNote.

A format is a line in the table below and a module that holds both directions. Reading never raises for
what stands in a file: what cannot be read is a `Problem` with its line, and the rest is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from refs.errors import UnknownFormat
from refs.formats.result import LoadResult, Problem
from refs.model import Item
from refs.model.patterns import pattern

__all__ = ["FORMATS", "Format", "LoadResult", "Problem", "detect", "dump", "dump_formats", "load", "read"]


class Format(NamedTuple):
    """A bibliography format: where its two directions are, and the file names it goes by."""

    title: str
    reader: str
    """"module:function", text → LoadResult."""
    writer: str
    """"module:function", items → text; "" where refs only reads the format."""
    suffixes: tuple[str, ...]


FORMATS = {
    "bibtex": Format("BibTeX", "bibtex:read_bibtex", "bibtex:dump_bibtex", (".bib", ".bibtex")),
    "biblatex": Format("BibLaTeX", "bibtex:read_bibtex", "bibtex:dump_biblatex", ()),
    "ris": Format("RIS", "ris:read_ris", "ris:dump_ris", (".ris",)),
    "csl-json": Format("CSL-JSON", "csl_json:read_csl_json", "csl_json:dump_csl_json", (".json", ".csljson")),
    "csl-yaml": Format("CSL-YAML", "csl_yaml:read_csl_yaml", "csl_yaml:dump_csl_yaml", (".yaml", ".yml")),
    "nbib": Format("PubMed nbib", "nbib:read_nbib", "", (".nbib",)),
    "endnote-xml": Format("EndNote XML", "endnote:read_endnote_xml", "", ()),
    "endnote-refer": Format("EndNote refer", "endnote:read_refer", "", (".enw",)),
}


def load(text: str, format: str) -> list[Item]:
    """Return the items of a bibliography; use `read` to learn of what could not be read.

    Raises:
        UnknownFormat: no such format.
    """
    return list(read(text, format).items)


def read(text: str, format: str) -> LoadResult:
    """Return the items of a bibliography and the problems met, with their lines.

    >>> read("@book{a, title={TeX}}\\n@book{b", "bibtex").problems[0].line
    2

    Raises:
        UnknownFormat: no such format.
    """
    result: LoadResult = _function(_format(format).reader)(text)
    return result


def dump(items: Iterable[Item], format: str, *, style: str | Path | None = None) -> str:
    """Return the items in a format, in their order.

    Args:
        style: for BibTeX and BibLaTeX, a folder with a layout of your own (see ``styles/bibtex``).

    Raises:
        UnknownFormat: no such format, or one that refs only reads.
    """
    found = _format(format)
    if not found.writer:
        raise UnknownFormat(f"{found.title} can only be read; write {', '.join(dump_formats())} instead")
    writer = _function(found.writer)
    text: str = writer(items, style=style) if style is not None else writer(items)
    return text


def dump_formats() -> tuple[str, ...]:
    """Return the names of the formats that refs writes."""
    return tuple(name for name, format in FORMATS.items() if format.writer)


def detect(text: str, name: str = "") -> str:
    """Return the format of a bibliography, by its content and its file name; "" if it is none.

    >>> detect("TY  - JOUR\\nER  - "), detect("@article{a, title={b}}"), detect("Dear reader,")
    ('ris', 'bibtex', '')
    """
    head = text[:20000].removeprefix("\ufeff").lstrip()
    for format, sign in _SIGNS.items():
        if format in FORMATS and sign.search(head):
            return format
    if head[:1] in "[{" and _is_csl_json(text):
        return "csl-json"
    suffix = Path(name).suffix.lower()
    known = {s: n for n, f in FORMATS.items() for s in f.suffixes}
    return known.get(suffix, "") if not suffix.endswith("json") else ""


_SIGNS = {
    "ris": pattern(r"\ATY {1,2}- [A-Z]"),
    "nbib": pattern(r"\APMID ?- ?\d"),
    "endnote-xml": pattern(r"\A(?:<\?xml[^>]*>\s*)?(?:<xml>\s*)?<records>"),
    "endnote-refer": pattern(r"\A%0 [A-Z]"),
    # An article may show an entry somewhere ("cite this as"); a .bib begins with one, or with a comment.
    "bibtex": pattern(r"\A(?:%[^\n]*\n\s*)*@[A-Za-z]+[ \t]*[{(][^{}()\"]*[,=\"{}]"),
    "csl-yaml": pattern(r"\A(?:---\s*\n)?(?:references|bibliography):\s*\n\s*- "),
}


def _is_csl_json(text: str) -> bool:
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return False
    if isinstance(data, dict):
        inner = data.get("items")
        data = inner if isinstance(inner, list) else [data]
    return isinstance(data, list) and all(
        isinstance(e, dict) and ("type" in e or "title" in e) for e in data[:20]
    )


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UnknownFormat(f"no format called {name!r}; known are {', '.join(FORMATS)}")
    return FORMATS[name]


def _function(place: str):  # type: ignore[no-untyped-def]
    module, _, name = place.partition(":")
    return getattr(import_module(f"refs.formats.{module}"), name)
