"""HTML: saved pages with their navigation, comments and footers told apart by what the markup says."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from refs.errors import DamagedFile, TooLarge
from refs.model import Article, BlockKind, Position
from refs.read.assembly import ArticleBuilder
from refs.read.encoding import declared_encoding, decode_text
from refs.read.xml_safety import refuse_crowded

MAX_DEPTH = 2000
"""Elements inside elements; a page passes 50 seldom."""

_BREAK = "\n\n"
"""What ``ArticleBuilder`` puts between blocks."""

SKIPPED = frozenset(
    "script style noscript template svg math head iframe object embed select option button input textarea "
    "canvas audio video map".split()
)
"""Elements without text that a reader of the page would read."""

BLOCKS = frozenset(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 table tr td th thead tbody tfoot caption blockquote pre "
    "section article main aside nav header footer figure figcaption address form fieldset details "
    "summary hr body html center legend menu dir".split()
)
"""Elements that begin a new block of text."""

# After a raised number: " Neff", "Neff", not the "C" of carbon
_AFTER_MARK = re.compile(r"[.)]?\s+\S.{8}|[^\W\d_a-z][^\W\d_]{2}", re.S)
_ADDRESS = re.compile(r"https?://([^/?#\s]{1,255})", re.I)
_LONGEST_ADDRESS = 2_000
_CODE = frozenset("code tt samp kbd".split())
"""Elements whose text is no prose."""
_ENDING = BLOCKS | _CODE | {"sup", "a"}
"""Elements whose end says something."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_PLAIN = frozenset("p div td th thead tbody tfoot table section dt address center".split())
"""Elements that change nothing for their text, unless their attributes say so."""
_REGION_TAGS = {"nav": "navigation", "footer": "footer"}
_NOTES = re.compile(r"(?:^|[\s_-])(?:(?:foot|end|rear)notes?|doc-(?:footnote|endnotes?))(?:$|[\s_-])", re.I)
"""Class, role or type of an element that holds notes."""
_OF_THE_ARTICLE = frozenset({"article", "main"})
"""Elements in which an ``aside`` is a box of the article, not a sidebar of the page."""
_REGION_ROLES = {
    "navigation": "navigation",
    "contentinfo": "footer",
    "complementary": "sidebar",
    "search": "navigation",
    "dialog": "navigation",
}
_REGION_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comment",
        re.compile(r"(?:^|[\s_-])(?:comments?|commentlist|disqus\w{0,20}|respond)(?:$|[\s_-])", re.I),
    ),
    ("navigation", re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?)(?:$|[\s_-])", re.I)),
    ("navigation", re.compile(r"(?:^|[\s_-])(?:cookie|consent|gdpr)", re.I)),
    ("sidebar", re.compile(r"(?:^|\s)(?:sidebar|widget-area|related(?:-posts|-articles)?)(?:$|\s)", re.I)),
)
"""Regions by the class or id of an element."""

_MARKER_ONLY, _LONGEST_MARKER = re.compile(r"[\W_]{0,3}\d{1,4}[\W_]{0,3}"), 10
# The marker of an entry in an element of its own: <span class="c-article-references__counter">1.</span>
_LINK_LABELS = re.compile(
    r"(?:view article|google scholar|crossref|cross ref|pubmed(?: central|/ncbi| abstract)?|cas|article|"
    r"(?:free )?full text|crossref full text|ads|mathscinet|math|web of science|scopus|pdf|abstract|view|"
    r"download references|view in article|[\s,;|.·•↵\[\]()-])+",
    re.I,
)
"""Labels of the links that publishers put after an entry: part of the page, not of the reference."""


def read_html(data: bytes, *, name: str, path: Path | None = None, page: str = "") -> Article:
    """Return the article that a web page holds, in reading order, with its regions named.

    ``page``: where it stands among the pages of a book, which then parts its ids from theirs.

    Raises:
        DamagedFile: nothing in it is text.
        TooLarge: its elements are nested deeper than ``MAX_DEPTH``, or more than ``MAX_MARKS``.
    """
    from lxml import etree

    refuse_crowded(data, name)
    text, warning = decode_text(data, declared_encoding(data))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.replace("\0", " ").encode("utf-8", errors="replace"), parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFile(_no_text(name)) from error
    builder = ArticleBuilder(name, "html")
    if warning:
        builder.warnings.append(f"{name}: {warning}.")
    walk = _Walk(builder, page)
    if root is not None:
        builder.language = str(root.get("lang") or "")
        walk.host = _own_host(root)
        builder.title = " ".join((root.findtext(".//title") or "").split())
        walk.run(root, name)
    if not builder.blocks:
        raise DamagedFile(_no_text(name))
    return builder.build()


def _own_host(root: Any) -> str:
    """Return the host that a page names as its own, "" if it names none."""
    link = root.find("head/link[@rel='canonical']")
    found = _ADDRESS.match(link.get("href") or "") if link is not None else None
    return found.group(1).lower() if found else ""


def _no_text(name: str) -> str:
    return f"{name}: no text in this HTML file; check that it is the whole page"


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for the text inside an element."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    region: str = ""
    entry: int = 0
    """Number of the list item, table row or definition that encloses it, 0 for none."""
    list: int = 0
    """Number of the innermost list that encloses it, 0 for none."""
    verbatim: bool = False
    note: bool = False
    """True among footnotes and endnotes."""


@dataclass(slots=True)
class _Walk:
    """Goes through the elements in document order and collects blocks."""

    builder: ArticleBuilder
    page: str = ""
    context: _Context = _Context()
    buffer: list[str] = field(default_factory=list)
    length: int = 0
    superscripts: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int, tuple[str, ...]]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    targets: list[tuple[int, int, str]] = field(default_factory=list)
    host: str = ""
    ids: list[str] = field(default_factory=list)
    label: str = ""
    ruled: bool = False
    """True if a rule stands before the block under construction."""
    entries: int = 0
    lists: int = 0
    counters: list[int] = field(default_factory=list)

    def run(self, root: Any, name: str) -> None:
        """Collect the blocks of an element and all inside it; no recursion, whatever the depth."""
        from lxml import etree

        contexts: list[_Context] = []
        marks: list[int] = []
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                if tag not in SKIPPED:
                    start = marks.pop()
                    if tag in _ENDING:
                        self.leave(element, tag, start)
                    self.context = contexts.pop()
                if (tail := element.tail) and element is not root:
                    self.text(tail)
                continue
            if tag in SKIPPED:
                walk.skip_subtree()
                continue
            if len(contexts) >= MAX_DEPTH:
                raise TooLarge(f"{name}: elements nested more than {MAX_DEPTH} deep; save the page again")
            contexts.append(self.context)
            self.enter(element, tag)
            marks.append(self.length)
            if text := element.text:
                self.text(text)
        self.flush()

    def enter(self, element: Any, tag: str) -> None:
        """Begin an element: a block element ends the block before it."""
        if tag in BLOCKS:
            if self.buffer:
                self.flush()
            self.ruled = self.ruled or tag == "hr"
            self.context = self.inner_context(element, tag)
        elif tag == "br":
            self.newline()
        elif tag == "td" or tag == "th":
            self.text(" ")
        if found := element.get("id") or (element.get("name") if tag == "a" else None):
            self.ids.append(f"{self.page}#{found}" if self.page else found)

    def leave(self, element: Any, tag: str, start: int) -> None:
        """End an element: note superscripts and links inside the page."""
        if tag in BLOCKS:
            if self.buffer:
                self.flush()
            if tag == "ol" and self.counters:
                self.counters.pop()
        elif self.length <= start:
            return
        elif tag == "sup":
            self.superscript(start)
        elif tag in _CODE:
            self.code.append((start, self.length))
        elif tag == "a" and (href := element.get("href")):
            self.link(start, href)

    def superscript(self, start: int) -> None:
        """Note what is raised since ``start``; "<sup>1</sup><sup>,2</sup>" is raised as one."""
        before = self.superscripts[-1] if self.superscripts else None
        if before is not None and before[1] == start:
            around = "".join(self.buffer)[start - 1 : start + 1]
            if any(sign in ",;-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212" for sign in around):
                self.superscripts[-1] = (before[0], self.length)
                return
        self.superscripts.append((start, self.length))

    def link(self, start: int, href: str) -> None:
        """Note what the link since ``start`` leads to: a place in the page, or another page elsewhere."""
        if target := link_target(href, self.page):
            self.links.append((start, self.length, (target,)))
        elif (away := _ADDRESS.match(href)) and away.group(1).lower() != self.host:
            text = "".join(self.buffer)[start:].strip()
            if len(text) > 2 and not _LINK_LABELS.fullmatch(text):
                self.targets.append((start, self.length, href[:_LONGEST_ADDRESS]))

    def inner_context(self, element: Any, tag: str) -> _Context:
        """Return what holds inside a block element."""
        outer = self.context
        own = dict(element.items())
        if not own and tag in _PLAIN and not outer.verbatim:
            return outer
        region = outer.region or _region(element, tag, own)
        kind, level, entry = outer.kind, outer.level, outer.entry
        note = outer.note or _holds_notes(own)
        if tag in _HEADINGS:
            return replace(outer, kind=BlockKind.HEADING, level=_HEADINGS[tag], region=region)
        listed = outer.list
        if tag in ("ol", "ul", "dl"):
            self.lists += 1
            listed = self.lists
        if tag == "ol":
            self.counters.append(_whole(own.get("start"), 1) - 1)
        if tag in ("li", "tr", "dd"):
            self.entries += 1
            kind, level, entry = BlockKind.LIST_ITEM, level + 1, self.entries
            if tag == "li" and self.counters and _parent_tag(element) == "ol":
                self.counters[-1] = _whole(own.get("value"), self.counters[-1] + 1)
                self.label = str(self.counters[-1])
            kind = BlockKind.TABLE if tag == "tr" else kind
        elif tag in ("caption", "figcaption"):
            kind = BlockKind.CAPTION
        elif tag == "pre":
            return replace(outer, kind=BlockKind.CODE, region=region, verbatim=True)
        if note and region in ("footer", "sidebar", "aside"):
            region = ""
        if own.get("role") == "doc-biblioentry" or "csl-entry" in own.get("class", "").split():
            self.entries += 1
            kind, entry = BlockKind.REFERENCE, self.entries
        same = kind is outer.kind and entry == outer.entry and listed == outer.list
        if same and region == outer.region and note == outer.note and not outer.verbatim:
            return outer
        return _Context(kind, level, region, entry, listed, note=note)

    def text(self, text: str) -> None:
        """Add text to the block under construction, white space collapsed as a browser does."""
        if not self.context.verbatim:
            begun = self.buffer and not self.buffer[-1][-1].isspace()
            if text.isspace():
                text = " " if begun else ""
            elif (words := " ".join(text.split())) != text:
                lead = " " if begun and text[0].isspace() else ""
                text = lead + words + (" " if text[-1].isspace() else "")
        if text:
            self.buffer.append(text)
            self.length += len(text)

    def newline(self) -> None:
        """Add a line break."""
        if self.buffer:
            self.buffer.append("\n")
            self.length += 1

    def flush(self) -> None:
        """Make a block of the text collected so far."""
        if not self.buffer:
            return
        raw = "".join(self.buffer)
        lead = len(raw) - len(raw.lstrip())
        if self.superscripts and (mark := self._raised_mark(raw)):
            self.label, lead = mark
        text = raw[lead:].strip()
        if text and len(text) <= _LONGEST_MARKER and self._may_be_marked() and _MARKER_ONLY.fullmatch(text):
            self.label = text
        elif text:
            self.add(text, lead)
            self.label = ""
            self.ids.clear()
        self.buffer.clear()
        self.length = 0
        self.superscripts.clear()
        self.links.clear()
        self.code.clear()
        self.targets.clear()

    def _raised_mark(self, raw: str) -> tuple[str, int] | None:
        """Return the raised number that a block begins with, and how many characters it takes.

        What was noted about places in it is forgotten: it marks a note or an entry and cites nothing.
        """
        start, stop = self.superscripts[0]
        number = raw[start:stop].strip(" .[]()")
        if raw[:start].strip() or not number.isdecimal() or len(number) > 3 or self.label:
            return None
        if self.context.kind is BlockKind.HEADING or not _AFTER_MARK.match(raw, stop):
            return None
        for places in (self.superscripts, self.links, self.code, self.targets):
            while places and places[0][0] < stop:
                places.pop(0)
        return number, len(raw) - len(raw[stop:].lstrip(" .)"))

    def _may_be_marked(self) -> bool:
        """False in headings, and behind the first cell of a row: "[20]" alone is a citation there."""
        context, blocks = self.context, self.builder.blocks
        if context.kind is BlockKind.TABLE:
            return not blocks or blocks[-1].attributes.get("entry") != context.entry
        return context.kind is not BlockKind.HEADING

    def add(self, text: str, lead: int) -> None:
        """Append a block with what is known about places inside it."""
        context = self.context
        region = context.region or ("furniture" if _LINK_LABELS.fullmatch(text) else "")
        blocks = self.builder.blocks
        shift = (blocks[-1].end + len(_BREAK) if blocks else 0) - lead
        attributes: dict[str, Any] = {}
        if context.entry:
            attributes["entry"] = context.entry
        if context.list:
            attributes["list"] = context.list
        if context.note:
            attributes["note"] = True
        if self.ruled:
            attributes["ruled"] = True
            self.ruled = False
        if self.ids:
            attributes["ids"] = tuple(self.ids)
        if self.superscripts:
            attributes["superscripts"] = tuple((a + shift, b + shift) for a, b in self.superscripts)
        if self.code:
            attributes["code"] = tuple((a + shift, b + shift) for a, b in self.code)
        if self.targets:
            attributes["links"] = tuple((a + shift, b + shift, to) for a, b, to in self.targets)
        if self.links:
            attributes["citations"] = tuple((a + shift, b + shift, to) for a, b, to in self.links)
        self.builder.add(
            context.kind,
            text,
            level=context.level,
            label=self.label,
            region=region,
            position=Position(element=self.ids[0]) if self.ids else None,
            attributes=attributes,
        )


def link_target(href: str | None, page: str = "") -> str:
    """Return the id of the element that a link points to, with its page in a book; "" for none.

    A browser that saves a page writes the page's address into its own links.

    >>> link_target("#ref-1"), link_target("https://example.org/page#ref-1"), link_target("/page")
    ('ref-1', 'ref-1', '')
    >>> link_target("notes.xhtml#n1", "text/one.xhtml")
    'text/notes.xhtml#n1'
    """
    place, mark, identity = (href or "").partition("#")
    if not mark or not identity:
        return ""
    if not page:
        return identity
    there = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(place))) if place else page
    return f"{there}#{identity}"


def _region(element: Any, tag: str, own: Mapping[str, str]) -> str:
    """Return the region that an element begins, from its tag, role, class or id; "" for none.

    ``own``: the attributes of the element.
    """
    if tag in ("body", "html"):
        return ""
    if found := _REGION_TAGS.get(tag) or _REGION_ROLES.get(own.get("role", "")):
        return found
    names, identity = own.get("class", ""), own.get("id", "")
    named = _region_named(names, identity) if names or identity else ""
    if tag == "aside" and not named:
        return "aside" if any(e.tag in _OF_THE_ARTICLE for e in element.iterancestors()) else "sidebar"
    return named


def _holds_notes(own: Mapping[str, str]) -> bool:
    """True for the attributes of an element that says that it holds a note or notes."""
    names = [own[key] for key in ("class", "id", "role", "epub:type") if key in own]
    return any("note" in name.lower() and _NOTES.search(name) is not None for name in names)


@lru_cache(maxsize=1024)
def _region_named(classes: str, own: str) -> str:
    names = f"{classes} {own}".strip()
    return next((region for region, pattern in _REGION_NAMES if pattern.search(names)), "")


def _parent_tag(element: Any) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def _whole(text: str | None, default: int) -> int:
    """Return a whole number of at most six digits, else the default."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default
