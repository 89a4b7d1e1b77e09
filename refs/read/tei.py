"""TEI XML, as GROBID and editions write it: the list as ``biblStruct`` or ``bibl``, citations as ``ref``.

Source: TEI P5 Guidelines, 3.12 (bibliographic citations); GROBID's TEI (``ref type="bibr"``).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refs.errors import DamagedFile
from refs.model import Article, BlockKind, Doi, Item, Position
from refs.read.assembly import ArticleBuilder
from refs.read.inline import InlineText
from refs.read.xml_safety import local_name, parse_xml, plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = "{http://www.w3.org/XML/1998/namespace}"
_TYPES = {"j": "article-journal", "m": "book", "s": "book", "u": "manuscript"}
"""Levels of TEI titles to CSL types (TEI P5, title/@level)."""
_SKIPPED = frozenset("teiHeader figDesc graphic formula encodingDesc revisionDesc notatedMusic".split())
_BLOCKS = {
    "p": BlockKind.PARAGRAPH,
    "ab": BlockKind.PARAGRAPH,
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "cell": BlockKind.TABLE,
    "note": BlockKind.FOOTNOTE,
    "l": BlockKind.PARAGRAPH,
}
_REFERENCES = frozenset({"biblStruct", "bibl", "biblFull"})
_YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}")


def read_tei(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that a TEI file holds.

    Raises:
        DamagedFile: not well-formed, or without a ``text`` element.
        TooLarge, InputError: see ``parse_xml``.
    """
    root = parse_xml(data, name)
    texts = [element for element in root.iter() if local_name(element) == "text"]
    if not texts:
        raise DamagedFile(f"{name}: TEI without a text element; hand in the whole file")
    walker = _Walker(ArticleBuilder(name, "tei", language=texts[0].get(f"{_XML}lang", "")))
    title = next((e for e in root.iter() if local_name(e) == "title"), None)
    walker.builder.title = plain_text(title) if title is not None else ""
    walker.walk(texts[0], 0)
    return walker.builder.build()


class _Walker:
    """Turns elements into blocks, in document order."""

    def __init__(self, builder: ArticleBuilder) -> None:
        self.builder = builder

    def walk(self, element: _Element, level: int) -> None:
        """Add the blocks inside an element."""
        for child in element:
            tag = local_name(child)
            if tag in _SKIPPED or not tag:
                continue
            if tag == "listBibl":
                self._add_list(child, level)
            elif tag in _BLOCKS:
                self._add_text(child, _BLOCKS[tag], level)
            else:
                self.walk(child, level + (tag == "div"))

    def _add_list(self, element: _Element, level: int) -> None:
        for child in element:
            tag = local_name(child)
            if tag in _REFERENCES:
                self._add_reference(child)
            elif tag == "listBibl":
                self._add_list(child, level)
            elif tag in _BLOCKS:
                self._add_text(child, _BLOCKS[tag], level)

    def _add_reference(self, element: _Element) -> None:
        identity = element.get(f"{_XML}id", "")
        item = item_of(element, identity)
        self.builder.add(
            BlockKind.REFERENCE,
            _raw(element) or in_order(item),
            label=element.get("n", ""),
            position=Position(element=identity),
            item=item if item.title else None,
            attributes={"ids": (identity,)} if identity else {},
        )

    def _add_text(self, element: _Element, kind: BlockKind, level: int) -> None:
        inline = self._inline(element, InlineText(), kind, level)
        self._emit(inline, kind, level, element.get("n", ""))

    def _inline(self, element: _Element, inline: InlineText, kind: BlockKind, level: int) -> InlineText:
        inline.write(element.text)
        for child in element:
            tag = local_name(child)
            if tag in ("note", "list", "table", "figure", "listBibl", "p"):
                self._emit(inline, kind, level, "")
                wrapped = [child] if tag in _BLOCKS else list(child)
                for inner in wrapped:
                    if local_name(inner) in _BLOCKS:
                        self._add_text(inner, _BLOCKS[local_name(inner)], level)
                    else:
                        self.walk(inner, level)
                inline = InlineText()
            elif tag == "ref" and child.get("type") in ("bibr", "biblio", "bibl"):
                start = inline.length
                inline = self._inline(child, inline, kind, level)
                targets = [t.lstrip("#") for t in (child.get("target") or "").split()]
                inline.mark(min(start, inline.length), targets)
            elif tag not in _SKIPPED:
                inline = self._inline(child, inline, kind, level)
            inline.write(child.tail)
        return inline

    def _emit(self, inline: InlineText, kind: BlockKind, level: int, label: str) -> None:
        text, pointers = inline.finish([])
        heading = max(level, 1) if kind is BlockKind.HEADING else 0
        self.builder.add(kind, text, level=heading, label=label, citations=pointers)


def _raw(element: _Element) -> str:
    """Return the string that the element prints: GROBID's raw reference, or a ``bibl``'s running text."""
    for note in element.iter():
        if local_name(note) == "note" and note.get("type") == "raw_reference":
            return plain_text(note)
    return plain_text(element) if local_name(element) == "bibl" else ""


def item_of(element: _Element, identity: str) -> Item:
    """Return the item that a ``biblStruct`` or ``bibl`` holds, empty of what it does not say."""
    titles = {
        e.get("level", ""): plain_text(e) for e in reversed(list(element.iter())) if local_name(e) == "title"
    }
    scopes: dict[str, str] = {}
    ids: dict[str, str] = {}
    data: dict[str, Any] = {"id": identity}
    for child in element.iter():
        tag = local_name(child)
        if tag == "biblScope":
            scopes.setdefault(child.get("unit") or child.get("type") or "", _scope(child))
        elif tag == "idno":
            ids.setdefault((child.get("type") or "").upper(), plain_text(child))
        elif tag in ("publisher", "pubPlace"):
            data.setdefault("publisher" if tag == "publisher" else "publisher-place", plain_text(child))
        elif tag == "date" and (found := _YEAR.search(child.get("when") or plain_text(child))):
            parts = [int(part) for part in found.group().split("-")]
            data.setdefault("issued", {"date-parts": [parts]})
        elif tag == "ptr":
            data.setdefault("URL", child.get("target", ""))
        elif tag in ("author", "editor"):
            data.setdefault(tag, []).append(_name(child))
    part = titles.get("a", "")
    whole = next((titles[level] for level in ("j", "m", "s", "u", "") if titles.get(level)), "")
    kind = next((_TYPES[level] for level in ("j", "m", "u", "s") if titles.get(level)), "document")
    data |= {
        "type": "chapter" if part and kind == "book" else kind,
        "title": part or whole,
        "container-title": whole if part else "",
        "volume": scopes.get("volume") or scopes.get("vol"),
        "issue": scopes.get("issue"),
        "page": scopes.get("page") or scopes.get("pp"),
        "DOI": doi.value if (doi := Doi.parse(ids.get("DOI"))) else "",
        "PMID": ids.get("PMID"),
    }
    return Item({key: value for key, value in data.items() if value})


def _scope(element: _Element) -> str:
    first, last = element.get("from", ""), element.get("to", "")
    return f"{first}-{last}" if first and last and first != last else first or plain_text(element)


def _name(element: _Element) -> dict[str, str]:
    """Return a CSL name from ``persName`` (surname, forename) or the plain text."""
    family = " ".join(plain_text(e) for e in element.iter() if local_name(e) == "surname")
    given = " ".join(plain_text(e) for e in element.iter() if local_name(e) == "forename")
    return {"family": family, "given": given} if family else {"literal": plain_text(element)}


def in_order(item: Item) -> str:
    """Return an item in the order of a plain style, where the source prints no string.

    >>> in_order(Item({"title": "Self", "author": [{"family": "Neff", "given": "K"}], "volume": "2"}))
    'Neff K. Self. 2.'
    """
    people = ", ".join(f"{name.surname} {name.given}".strip() for name in item.author or item.names("editor"))
    year = f" ({item.issued})" if item.issued else ""
    volume = item.volume + (f"({item.issue})" if item.issue else "")
    source = " ".join(part for part in (item.container_title, volume) if part)
    source = ": ".join(part for part in (source, item.page) if part)
    place = ": ".join(part for part in (item.publisher_place, item.publisher) if part)
    parts = [
        f"{people}{year}".strip(),
        item.title,
        source,
        place,
        f"doi:{item.doi}" if item.doi else item.url,
    ]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
