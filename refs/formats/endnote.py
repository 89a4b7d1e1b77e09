"""EndNote's exports, read only: the XML, and refer lines with ``%`` (.enw).

Origin: EndNote's list of reference types and its manual's table of refer tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from refs.formats.result import LoadResult, Problem
from refs.formats.tagged import date_of, name_of, read_records
from refs.model import Item

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPES = {
    "ancient text": "classic",
    "artwork": "graphic",
    "audiovisual material": "motion_picture",
    "bill": "bill",
    "blog": "post-weblog",
    "book": "book",
    "book section": "chapter",
    "case": "legal_case",
    "classical work": "classic",
    "computer program": "software",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "dataset": "dataset",
    "dictionary": "entry-dictionary",
    "edited book": "book",
    "electronic article": "article-journal",
    "electronic book": "book",
    "electronic book section": "chapter",
    "encyclopedia": "entry-encyclopedia",
    "figure": "figure",
    "film or broadcast": "motion_picture",
    "generic": "document",
    "government document": "report",
    "hearing": "hearing",
    "interview": "interview",
    "journal article": "article-journal",
    "legal rule or regulation": "regulation",
    "magazine article": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "music": "musical_score",
    "newspaper article": "article-newspaper",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "personal communication": "personal_communication",
    "podcast": "broadcast",
    "press release": "document",
    "report": "report",
    "serial": "periodical",
    "standard": "standard",
    "statute": "legislation",
    "thesis": "thesis",
    "unpublished work": "manuscript",
    "web page": "webpage",
}
_LINE = re.compile(r"(%[0-9A-Z@!#$&+<>?()*\[\]^~]) ?(.*)")
_REFER = {
    "%B": "container-title", "%C": "publisher-place", "%I": "publisher", "%J": "container-title",
    "%N": "issue",
    "%P": "page", "%S": "collection-title", "%T": "title", "%U": "URL", "%V": "volume", "%X": "abstract",
    "%Z": "note", "%G": "language", "%7": "edition", "%9": "genre", "%R": "DOI", "%!": "title-short",
}  # fmt: skip
_XML = {
    "titles/title": "title",
    "titles/short-title": "title-short",
    "titles/tertiary-title": "collection-title",
    "titles/secondary-title": "container-title",
    "periodical/full-title": "container-title",
    "periodical/abbr-1": "container-title-short",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "publisher": "publisher",
    "pub-location": "publisher-place",
    "abstract": "abstract",
    "notes": "note",
    "language": "language",
    "work-type": "genre",
    "electronic-resource-num": "DOI",
    "urls/related-urls/url": "URL",
    "call-num": "call-number",
    "num-vols": "number-of-volumes",
}
_XML_NAMES = {
    "contributors/authors/author": "author",
    "contributors/secondary-authors/author": "editor",
    "contributors/tertiary-authors/author": "collection-editor",
    "contributors/subsidiary-authors/author": "translator",
}


def read_refer(text: str) -> LoadResult:
    """Return the items of EndNote's refer lines.

    >>> result = read_refer("%0 Journal Article\\n%A Neff, Kristin\\n%T Compassion\\n%P 85-101")
    >>> result.items[0].author[0].family, result.items[0].page
    ('Neff', '85-101')
    """
    items: list[Item] = []
    problems: list[Problem] = []
    for record in read_records(text, _LINE, starts="%0"):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        data: dict[str, Any] = {}
        for tag, variable in _REFER.items():
            data[variable] = data.get(variable) or record.first(tag)
        for tag, variable in (("%A", "author"), ("%E", "editor"), ("%Y", "translator")):
            data[variable] = [name_of(name) for name in record.all(tag)]
        data["keyword"] = ", ".join(" ".join(record.all("%K")).split("\n"))
        data["issued"] = _date(record.first("%D"), record.first("%8"))
        data["id"] = record.first("%F")
        items.append(_finished(data, record.first("%0"), record.first("%@"), problems, record.line))
    return LoadResult(tuple(items), tuple(problems))


def read_endnote_xml(text: str) -> LoadResult:
    """Return the items of EndNote's XML export; broken XML is read as far as it can be, with a problem."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.removeprefix("\ufeff").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return LoadResult((), (Problem(getattr(error, "lineno", 1) or 1, f"not XML: {error}"),))
    log = list(parser.error_log)[:20]
    problems = [Problem(entry.line, f"broken XML: {entry.message}; read as far as it goes") for entry in log]
    if root is None:
        return LoadResult((), tuple(problems) or (Problem(1, "not XML: it is empty"),))
    items = [_xml_item(record, problems) for record in root.iter("record")]
    return LoadResult(tuple(items), tuple(problems))


def _xml_item(record: _Element, problems: list[Problem]) -> Item:
    data: dict[str, Any] = {"id": _text(record, "label")}
    for path, variable in _XML.items():
        data[variable] = data.get(variable) or _text(record, path)
    for path, variable in _XML_NAMES.items():
        data[variable] = [name_of(name) for element in record.findall(path) if (name := _content(element))]
    data["keyword"] = ", ".join(filter(None, map(_content, record.findall("keywords/keyword"))))
    data["issued"] = _date(_text(record, "dates/year"), _text(record, "dates/pub-dates/date"))
    kind = record.find("ref-type")
    name = str(kind.get("name") or "") if kind is not None else ""
    return _finished(data, name, _text(record, "isbn"), problems, getattr(record, "sourceline", 0) or 0)


def _finished(data: dict[str, Any], kind: str, serial: str, problems: list[Problem], line: int) -> Item:
    """Return the item: its type, DOI and serial number put right, what is empty left out."""
    if kind.lower() not in _TYPES:
        problems.append(Problem(line, f"the type {kind!r} is not known; read as a document"))
    data["type"] = _TYPES.get(kind.lower(), "document")
    data["DOI"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", data.get("DOI") or "", flags=re.I)
    if data["type"] in ("report", "patent", "standard") and data.get("issue"):
        data["number"] = data.pop("issue")
    if found := re.search(r"\b\d{4}-\d{3}[\dXx]\b", serial):
        data["ISSN"] = found.group()
    elif serial:
        data["ISBN"] = serial.split()[0]
    return Item({key: value for key, value in data.items() if value})


def _date(year: str, detail: str) -> dict[str, object]:
    """Return the date of a year and of words such as "Apr 15" or "15 April 2003"."""
    from refs.formats.bibtex.dates import load_year

    if not year:
        return date_of(detail)
    day = re.search(r"\b(\d{1,2})\b(?!\d)", detail)
    return load_year(year, detail, day.group(1) if day else "")


def _text(record: _Element, path: str) -> str:
    element = record.find(path)
    return _content(element) if element is not None else ""


def _content(element: _Element) -> str:
    """Return an element's text without EndNote's ``<style>`` elements, blanks folded."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
