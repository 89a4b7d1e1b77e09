"""What a person types for a field, as it stands in an entry."""

from __future__ import annotations

import re
from collections.abc import Mapping

from refs.errors import InputError
from refs.formats.bibtex.blocks import MONTHS, split_blocks
from refs.formats.bibtex.dates import dump_year, load_date
from refs.formats.bibtex.fields import Dialect
from refs.formats.bibtex.layout import enclosed
from refs.formats.bibtex.titles import encode_rich
from refs.formats.bibtex.types import PARTS_OF_BOOKS
from refs.model import PartialDate

_CSL_NAMES = {
    "accessed": "urldate",
    "annote": "annotation",
    "collection-title": "series",
    "container-title": "journal",
    "container-title-short": "shortjournal",
    "event-title": "eventtitle",
    "genre": "type",
    "issue": "number",
    "keyword": "keywords",
    "number-of-pages": "pagetotal",
    "number-of-volumes": "volumes",
    "original-date": "origdate",
    "page": "pages",
    "publisher-place": "address",
    "status": "pubstate",
    "title-short": "shorttitle",
}
_PROTECTED = frozenset({"title", "booktitle", "shorttitle", "maintitle", "subtitle", "booksubtitle"})
_VERBATIM = frozenset("doi url isbn issn eprint pmid pmcid file".split())
_DIALECTS = {
    "journal": "journaltitle",
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
}
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

_PAGE_DASH = re.compile(r"(?<=\w)\s*[-\u2010-\u2015]\s*(?=\w)")
"""The dash of "85–101"."""


def edited_fields(raw: str, wanted: Mapping[str, str], dialect: Dialect) -> dict[str, str | None]:
    """Return fields and values as they stand in an entry for what a person typed; None where it was nothing.

    Names may be BibTeX's or CSL's. A value with braces or backslashes is taken for LaTeX and stays.

    >>> from refs.formats.bibtex.fields import BIBTEX
    >>> edited_fields("@article{a, year=2000}", {"page": "1-9", "issued": "2003-04", "note": ""}, BIBTEX)
    {'pages': '{1--9}', 'year': '{2003}', 'month': 'apr', 'note': None}

    Raises:
        InputError: a name that no field can have.
    """
    [block] = split_blocks(raw)
    changes: dict[str, str | None] = {}
    for given, value in wanted.items():
        name = _field_name(given, block.entry_type, set(block.fields), dialect)
        in_years = "date" not in block.fields and ("year" in block.fields or not dialect.biblatex)
        if name in ("issued", "date") and in_years:
            changes |= _as_year(value)
        else:
            name = "date" if name == "issued" else name
            changes[name] = _value(name, value, dialect) if value else None
    return changes


def _field_name(given: str, entry_type: str, present: set[str], dialect: Dialect) -> str:
    name = given.lower()
    if not _NAME.fullmatch(name):
        raise InputError(f"{given!r} is no name of a field; such as title, volume or doi")
    if name == "container-title" and entry_type in PARTS_OF_BOOKS:
        name = "booktitle"
    name = _CSL_NAMES.get(name, name)
    other = _DIALECTS.get(name) or next((old for old, new in _DIALECTS.items() if new == name), "")
    if name in present or not other:
        return name
    if other in present:
        return other
    is_old = name in _DIALECTS
    return other if is_old == dialect.biblatex else name


def _as_year(value: str) -> dict[str, str | None]:
    date = PartialDate.from_csl(load_date(value)) if value else None
    fields = dump_year(date) if date is not None else {}
    changes: dict[str, str | None] = {name: enclosed(name, text) for name, text in fields.items()}
    return changes if fields else {"year": None, "month": None, "day": None}


def _value(name: str, value: str, dialect: Dialect) -> str:
    if name == "month" and value.lower()[:3] in MONTHS:
        return value.lower()[:3]
    if name in _VERBATIM or "{" in value or "\\" in value:
        return f"{{{value}}}"
    if name == "pages":
        value = _PAGE_DASH.sub("-", value)
    text = encode_rich(value, ascii_only=dialect.ascii_only, protect=name in _PROTECTED)
    return "{" + (_PAGE_DASH.sub("--", text) if name == "pages" else text) + "}"
