"""Citations that reference managers leave in word processors' files, read as the data they carry.

Zotero and Mendeley write CSL-JSON, EndNote its own XML, Citavi JSON in base64, Word sources in the
package (ECMA-376, 22.6). The same codes stand in DOCX fields, in content controls and in ODT marks.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from refs.errors import InputError
from refs.model import BlockKind, Doi, Item, fold
from refs.read.assembly import ArticleBuilder
from refs.read.xml_safety import local_name, parse_xml, plain_text
from refs.read.zip_safety import SafeZip

if TYPE_CHECKING:
    from lxml.etree import _Element

_BIBLIOGRAPHIES = (
    "ZOTERO_BIBL",
    "CSL_BIBLIOGRAPHY",
    "EN.REFLIST",
    "MENDELEY_BIBLIOGRAPHY",
    "CitaviBibliography",
    "BIBLIOGRAPHY",
    "SDT BIBLIOGRAPHIES",
)
_JSON = re.compile(r"\{.*\}", re.S)
_WORD_CITATION = re.compile(r"\s*CITATION\s+(\S{1,255})|\\m\s+(\S{1,255})")
_MENDELEY = "MENDELEY_CITATION_v3_"
_CITAVI = re.compile(r"CitaviPlaceholder\s?\{?([A-Za-z0-9+/=_-]{20,})\}?")
_ENDNOTE = re.compile(r"<EndNote>.*</EndNote>", re.S)
_ENDNOTE_TYPES = {
    "Journal Article": "article-journal",
    "Book": "book",
    "Edited Book": "book",
    "Book Section": "chapter",
    "Conference Paper": "paper-conference",
    "Conference Proceedings": "paper-conference",
    "Thesis": "thesis",
    "Report": "report",
    "Web Page": "webpage",
    "Newspaper Article": "article-newspaper",
    "Electronic Article": "article-journal",
    "Patent": "patent",
    "Dataset": "dataset",
    "Computer Program": "software",
}
_CITAVI_TYPES = {
    "JournalArticle": "article-journal",
    "Book": "book",
    "BookEdited": "book",
    "Contribution": "chapter",
    "ConferenceProceedings": "paper-conference",
    "Thesis": "thesis",
    "InternetDocument": "webpage",
    "NewspaperArticle": "article-newspaper",
    "UnpublishedWork": "manuscript",
}
_WORD_TYPES = {
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "Book": "book",
    "BookSection": "chapter",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "Patent": "patent",
}


def is_bibliography(code: str) -> bool:
    """Return True for the code of a field or control that prints the list.

    >>> is_bibliography(' ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY '), is_bibliography("CITATION Nef03")
    (True, False)
    """
    head = code.strip()[:4000]
    return any(mark in head for mark in _BIBLIOGRAPHIES[:5]) or head.startswith(_BIBLIOGRAPHIES[5:])


def cited_items(code: str, data: str, sources: Mapping[str, Item]) -> list[Item]:
    """Return the items that a field's code, or the data beside it, cites; [] if it is no citation.

    >>> code = 'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"id":7,"itemData":{"title":"Self"}}]}'
    >>> cited_items(code, "", {})[0].to_csl()
    {'title': 'Self', 'id': '7'}
    """
    if is_bibliography(code):
        return []
    if "CSL_CITATION" in code or "ZOTERO_ITEM" in code:
        return _csl_items(_json(code))
    if _MENDELEY in code:
        return _csl_items(_json(_base64(code.partition(_MENDELEY)[2])))
    if "EN.CITE" in code and "EN.CITE.DATA" not in code:
        return _endnote_items(code if "<EndNote>" in code else data)
    if found := _CITAVI.search(code):
        return _citavi_items(_json(_base64(found.group(1))))
    if code.strip().startswith("CITATION"):
        tags = [a or b for a, b in _WORD_CITATION.findall(code)]
        return [sources[tag] for tag in tags if tag in sources]
    return []


def _json(text: str) -> Any:
    found = _JSON.search(text)
    if found is None:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(found.group())[0]
    except (ValueError, RecursionError):
        return None


def _base64(text: str) -> str:
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_" if "_" in text else None)
    except (binascii.Error, ValueError):
        return ""
    return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-8", errors="replace")


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _csl_items(data: object) -> list[Item]:
    """Return the items of a CSL citation cluster, as Zotero and Mendeley write it."""
    items: list[Item] = []
    for entry in _mappings(data.get("citationItems") if isinstance(data, Mapping) else None):
        held = entry.get("itemData")
        record = dict(held) if isinstance(held, Mapping) else {}
        identity = record.get("id") or entry.get("id") or next(iter(_uris(entry)), "")
        if record and identity:
            items.append(Item(record | {"id": str(identity)}))
    return items


def _uris(entry: Mapping[str, Any]) -> list[str]:
    uris = entry.get("uris") or entry.get("uri")
    return [str(uri) for uri in uris] if isinstance(uris, list) else []


def _endnote_items(text: str) -> list[Item]:
    """Return the items of EndNote's XML."""
    found = _ENDNOTE.search(text)
    if found is None:
        return []
    try:
        root = parse_xml(found.group().encode("utf-8", errors="replace"), "EndNote field", recover=True)
    except InputError:
        return []
    items: list[Item] = []
    for cite in root.iter("Cite"):
        record = cite.find("record")
        if record is not None:
            items.append(_endnote_item(cite, record))
    return [item for item in items if item.title]


def _endnote_item(cite: _Element, record: _Element) -> Item:
    def text(path: str) -> str:
        element = record.find(path)
        return plain_text(element) if element is not None else ""

    kind = record.find("ref-type")
    names = [plain_text(author) for author in record.iterfind("contributors/authors/author")]
    number = plain_text(found) if (found := cite.find("RecNum")) is not None else text("rec-number")
    data = {
        "id": f"endnote-{number or text('rec-number') or fold(text('titles/title'))}",
        "type": _ENDNOTE_TYPES.get(kind.get("name", "") if kind is not None else "", "document"),
        "title": text("titles/title"),
        "container-title": text("periodical/full-title") or text("titles/secondary-title"),
        "author": [_name(name) for name in names if name],
        "issued": _year(text("dates/year")),
        "volume": text("volume"),
        "issue": text("number"),
        "page": text("pages"),
        "publisher": text("publisher"),
        "publisher-place": text("pub-location"),
        "DOI": doi.value if (doi := Doi.parse(text("electronic-resource-num"))) else "",
        "URL": text("urls/related-urls/url"),
        "ISBN": text("isbn"),
    }
    return Item({key: value for key, value in data.items() if value})


def _citavi_items(data: object) -> list[Item]:
    """Return the items of a Citavi placeholder."""
    items: list[Item] = []
    for entry in _mappings(data.get("Entries") if isinstance(data, Mapping) else None):
        reference = entry.get("Reference")
        if isinstance(reference, Mapping) and reference.get("Title"):
            items.append(_citavi_item(reference))
    return items


def _citavi_item(reference: Mapping[str, Any]) -> Item:
    periodical = reference.get("Periodical")
    pages = reference.get("PageRange")
    data = {
        "id": f"citavi-{reference.get('Id') or fold(str(reference['Title']))}",
        "type": _CITAVI_TYPES.get(str(reference.get("ReferenceType")), "document"),
        "title": ": ".join(str(reference[key]) for key in ("Title", "Subtitle") if reference.get(key)),
        "container-title": periodical.get("Name") if isinstance(periodical, Mapping) else "",
        "author": [
            {
                "family": str(person.get("LastName") or ""),
                "given": " ".join(str(person[key]) for key in ("FirstName", "MiddleName") if person.get(key)),
            }
            for person in _mappings(reference.get("Authors"))
        ],
        "issued": _year(str(reference.get("Year") or reference.get("YearResolved") or "")),
        "volume": str(reference.get("Volume") or ""),
        "issue": str(reference.get("Number") or ""),
        "page": re.sub(r"<[^>]{0,200}>", "", str(pages)) if isinstance(pages, str) else "",
        "DOI": doi.value if (doi := Doi.parse(str(reference.get("Doi") or ""))) else "",
    }
    return Item({key: value for key, value in data.items() if value})


def word_sources(archive: SafeZip) -> dict[str, Item]:
    """Return the sources that Word itself keeps in a package (``b:Sources``), by their tag."""
    sources: dict[str, Item] = {}
    for member in archive.names():
        if not re.fullmatch(r"customXml/item\d{1,4}\.xml", member):
            continue
        data = archive.read(member)
        if b"bibliography" not in data[:4000]:
            continue
        root = parse_xml(data, archive.name)
        for source in (e for e in root.iter() if local_name(e) == "Source"):
            item = _word_source(source)
            if item.id and item.title:
                sources[item.id] = item
    return sources


def _word_source(source: _Element) -> Item:
    found = {local_name(child): plain_text(child) for child in source if not len(child)}
    people = [e for e in source.iter() if local_name(e) == "Person"]
    names = [{local_name(part): plain_text(part) for part in person} for person in people]
    data = {
        "id": found.get("Tag", ""),
        "type": _WORD_TYPES.get(found.get("SourceType", ""), "document"),
        "title": found.get("Title", ""),
        "container-title": found.get("JournalName") or found.get("BookTitle") or found.get("ConferenceName"),
        "author": [
            {
                "family": name["Last"],
                "given": " ".join(name[key] for key in ("First", "Middle") if name.get(key)),
            }
            for name in names
            if name.get("Last")
        ],
        "issued": _year(found.get("Year", "")),
        "volume": found.get("Volume"),
        "issue": found.get("Issue"),
        "page": found.get("Pages"),
        "publisher": found.get("Publisher"),
        "publisher-place": found.get("City"),
        "URL": found.get("URL"),
        "DOI": doi.value if (doi := Doi.parse(found.get("DOI"))) else "",
    }
    return Item({key: value for key, value in data.items() if value})


def _name(text: str) -> dict[str, str]:
    """Return a name from EndNote's "Neff, Kristin D."; without a comma it is an organisation."""
    family, comma, given = text.partition(",")
    if not comma or not given.strip():
        return {"literal": text.strip(" ,")}
    return {"family": family.strip(), "given": given.strip()}


def _year(text: str) -> dict[str, Any] | None:
    found = re.search(r"(?<!\d)\d{4}(?!\d)", text)
    return {"date-parts": [[int(found.group())]]} if found else None


_LABEL = re.compile(r"(?:\[(\w{1,12})\]|\((\d{1,3})\)|(\d{1,3})[.)])\s{0,5}(?=\S)")
"""What numeric styles print before an entry: "[1] ", "(1) ", "1. "."""


def printed_label(text: str) -> tuple[str, str]:
    """Return the label that an entry of a printed list begins with ("" for none), and the entry itself.

    >>> printed_label("[12] Neff, K. (2003)."), printed_label("3. Neff K."), printed_label("Neff, K.")
    (('12', 'Neff, K. (2003).'), ('3', 'Neff K.'), ('', 'Neff, K.'))
    """
    found = _LABEL.match(text)
    return (found[1] or found[2] or found[3], text[found.end() :]) if found else ("", text)


def add_items_to_references(builder: ArticleBuilder) -> None:
    """Give each printed entry the item whose title it holds, so that citations by id find it, in place."""
    from dataclasses import replace

    titled = [(item, f" {fold(item.title)} ") for item in builder.items if len(fold(item.title)) > 12]
    if not titled:
        return
    for place, block in enumerate(builder.blocks):
        if block.kind is not BlockKind.REFERENCE or block.item is not None:
            continue
        text = f" {fold(block.text)} "
        item = next((item for item, title in titled if title in text), None)
        if item is not None:
            known = {**block.attributes, "ids": (*block.attributes.get("ids", ()), item.id)}
            builder.blocks[place] = replace(block, item=item, attributes=known)
