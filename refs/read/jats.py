"""JATS and NLM journal XML: body, reference list with its data, and the citations that the XML links.

Source: NISO Z39.96 (JATS 1.3), https://jats.nlm.nih.gov/archiving/tag-library/1.3/.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import DamagedFile
from refs.model import Article, BlockKind, Position
from refs.read.assembly import ArticleBuilder
from refs.read.inline import InlineText
from refs.read.jats_reference import citation_elements, item_of, text_of
from refs.read.xml_safety import local_name, parse_xml, plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    "object-id tex-math graphic inline-graphic annotation contrib-group aff permissions "
    "history funding-group self-uri counts custom-meta-group journal-meta article-id article-categories "
    "kwd-group pub-date volume issue fpage lpage elocation-id author-notes processing-meta".split()
)
_BLOCKS = {
    "p": BlockKind.PARAGRAPH,
    "title": BlockKind.HEADING,
    "subtitle": BlockKind.HEADING,
    "article-title": BlockKind.HEADING,
    "td": BlockKind.TABLE,
    "th": BlockKind.TABLE,
    "disp-formula": BlockKind.PARAGRAPH,
    "verse-line": BlockKind.PARAGRAPH,
    "attrib": BlockKind.PARAGRAPH,
    "term": BlockKind.PARAGRAPH,
    "preformat": BlockKind.CODE,
    "code": BlockKind.CODE,
}
"""Elements whose running text is a block."""
_CONTAINERS = frozenset(
    "sec list list-item def-list def-item def fig fig-group table-wrap table-wrap-group table thead tbody "
    "tfoot tr caption boxed-text disp-quote fn fn-group ref-list ref ack app app-group bio glossary "
    "supplementary-material table-wrap-foot verse-group statement notes disp-formula-group "
    "front front-stub article-meta title-group abstract trans-abstract body back sub-article response "
    "floats-group floats-wrap alternatives array media question answer explanation".split()
)
"""Elements that hold blocks; inside a paragraph they break it."""
_WITHIN = {
    "list-item": BlockKind.LIST_ITEM,
    "def-item": BlockKind.LIST_ITEM,
    "caption": BlockKind.CAPTION,
    "fn": BlockKind.FOOTNOTE,
    "table-wrap-foot": BlockKind.FOOTNOTE,
}
"""What a paragraph becomes inside such an element."""
_REGIONS = {
    "sub-article": "sub-article",
    "response": "response",
    "boxed-text": "box",
    "app": "appendix",
    "supplementary-material": "supplement",
    "bio": "biography",
}

_FURTHER = re.compile(
    r"\b(?:(?:further|additional|recommended|suggested|background) readings?|weiterführende literatur|"
    r"(?:pour en savoir plus|lectures complémentaires)|lecturas? (?:recomendadas?|adicionales))\b",
    re.I,
)
"""Titles of lists that are not what the article cites."""


def read_jats(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that a JATS or NLM XML file holds.

    Raises:
        DamagedFile: not well-formed, or without an ``article`` element.
        TooLarge, InputError: see ``parse_xml``.
    """
    root = parse_xml(data, name)
    article = root if local_name(root) != "pmc-articleset" else next(iter(root), None)
    if article is None or not any(local_name(child) in ("front", "body", "back") for child in article):
        raise DamagedFile(f"{name}: XML without an article's front, body or back; is this JATS?")
    order = [e.get("id", "") for e in article.iter() if local_name(e) == "ref" for _ in citation_elements(e)]
    walker = _Walker(ArticleBuilder(name, "jats", language=_language(article)), order)
    for child in article:
        walker.walk(child, _Place())
    walker.builder.title = walker.title
    return walker.builder.build()


def _language(article: _Element) -> str:
    return (article.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()


class _Place:
    """Where the walk stands: what a paragraph is here, the heading level, the region, an item's number."""

    __slots__ = ("kind", "label", "level", "region")

    def __init__(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, region: str = "") -> None:
        self.kind, self.level, self.region = kind, level, region
        self.label = ""

    def inside(self, tag: str) -> _Place:
        """Return the place inside an element of this name."""
        level = self.level + (tag in ("sec", "ref-list", "app", "ack"))
        return _Place(_WITHIN.get(tag, self.kind), level, self.region or _REGIONS.get(tag, ""))


class _Walker:
    """Turns elements into blocks, in document order."""

    def __init__(self, builder: ArticleBuilder, order: list[str]) -> None:
        self.builder = builder
        self.order = order
        self.title = ""

    def walk(self, element: _Element, place: _Place) -> None:
        """Add the blocks of an element."""
        tag = local_name(element)
        if tag in _SKIPPED or not tag:
            return
        if tag == "ref":
            self._add_reference(element, place)
        elif tag in _BLOCKS:
            self._add_running_text(element, tag, place)
        elif tag in _CONTAINERS or len(element):
            inside = place.inside(tag)
            if tag == "ref-list" and not inside.region and self._is_further_reading(element):
                inside.region = "further-reading"
            numbered = tag == "list" and element.get("list-type") == "order"
            inside.label = place.label if tag == "list-item" else ""
            for number, child in enumerate(element, 1):
                inside.label = str(number) if numbered else inside.label
                self.walk(child, inside)
        elif tag not in ("label", "journal-title"):
            self._add_running_text(element, "p", place)

    def _is_further_reading(self, element: _Element) -> bool:
        """Return True for a list that is offered beside the article's own."""
        title = next((plain_text(child) for child in element if local_name(child) == "title"), "")
        own = len(self.order) - sum(len(citation_elements(e)) for e in element if local_name(e) == "ref")
        return bool(_FURTHER.search(title)) and own > 0

    def _add_reference(self, ref: _Element, place: _Place) -> None:
        label = next((plain_text(child) for child in ref if local_name(child) == "label"), "")
        identity = ref.get("id", "")
        for citation, twin in citation_elements(ref):
            own = next((plain_text(child) for child in citation if local_name(child) == "label"), "")
            self.builder.add(
                BlockKind.REFERENCE,
                text_of(citation),
                label=own or label,
                region=place.region,
                position=Position(element=identity),
                item=item_of(twin if twin is not None else citation, identity),
                attributes={"ids": (identity,)},
            )

    def _add_running_text(self, element: _Element, tag: str, place: _Place) -> None:
        kind = _BLOCKS[tag]
        if kind is BlockKind.PARAGRAPH:
            kind = place.kind
        if tag == "article-title":
            self.title = self.title or plain_text(element)
        inline = InlineText(verbatim=kind is BlockKind.CODE)
        self._emit(self._inline(element, inline, place, kind), kind, place)

    def _inline(self, element: _Element, inline: InlineText, place: _Place, kind: BlockKind) -> InlineText:
        """Walk running text; a block inside it ends the piece before it. Return what is left to add."""
        inline.write(element.text)
        for child in element:
            tag = local_name(child)
            if (tag in _CONTAINERS and tag != "alternatives") or (tag in _BLOCKS and tag != "disp-formula"):
                self._emit(inline, kind, place)
                self.walk(child, place)
                inline = InlineText(verbatim=inline.verbatim)
            elif tag == "xref" and child.get("ref-type") in ("bibr", "ref"):
                start = inline.length
                inline = self._inline(child, inline, place, kind)
                inline.mark(min(start, inline.length), (child.get("rid") or "").split())
            elif tag == "sup":
                start = inline.length
                inline = self._inline(child, inline, place, kind)
                inline.superscript(min(start, inline.length))
            elif tag == "break":
                inline.write(" ")
            elif tag not in _SKIPPED:
                inline = self._inline(child, inline, place, kind)
            inline.write(child.tail)
        return inline

    def _emit(self, inline: InlineText, kind: BlockKind, place: _Place) -> None:
        text, pointers = inline.finish(self.order)
        label, place.label = (place.label, "") if text else ("", place.label)
        self.builder.add(
            kind,
            text,
            level=max(place.level, 1) if kind is BlockKind.HEADING else 0,
            label=label,
            region=place.region,
            citations=pointers,
            superscripts=inline.superscripts,
        )
