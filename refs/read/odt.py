"""OpenDocument texts: headings, numbered lists, notes, and the citations of Zotero and LibreOffice as data.

Read with lxml from the package's ``content.xml`` (ODF 1.3, part 3).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from refs.model import Article, BlockKind, Item, Position
from refs.read.assembly import ArticleBuilder
from refs.read.field_codes import add_items_to_references, cited_items, is_bibliography, printed_label
from refs.read.inline import InlineText
from refs.read.xml_safety import local_name, parse_xml
from refs.read.zip_safety import SafeZip

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SKIPPED = frozenset(
    "tracked-changes sequence-decls variable-decls annotation annotation-end forms scripts font-face-decls "
    "automatic-styles table-of-content illustration-index bibliography-source note-citation "
    "title-template".split()
)
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "www": "webpage",
}
"""LibreOffice's ``text:bibliography-type`` to CSL types (ODF 1.3, 19.784)."""
_MIN_REFERENCE = 20
MAX_SPACES = 200


def read_odt(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that an OpenDocument text holds; deleted text is left out, as accepted.

    Raises:
        DamagedFile: not an OpenDocument text, or broken.
        TooLarge, InputError: see ``SafeZip`` and ``parse_xml``.
    """
    archive = SafeZip.open(data, name)
    root = parse_xml(archive.read("content.xml"), name)
    walker = _Walker(ArticleBuilder(name, "odt"))
    roots = [root] + ([parse_xml(archive.read("styles.xml"), name)] if "styles.xml" in archive else [])
    for one in roots:
        walker.raised |= _raised_styles(one)
        walker.numbered |= _numbered_styles(one)
    walker.walk(root)
    walker.builder.items.extend(walker.items.values())
    add_items_to_references(walker.builder)
    return walker.builder.build()


def _raised_styles(root: _Element) -> set[str]:
    """Return the names of the styles that raise text: ``style:text-position="super 58%"``."""
    return {
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for properties in style.iter(f"{_STYLE}text-properties")
        if properties.get(f"{_STYLE}text-position", "").startswith("super")
    }


class _Numbers(NamedTuple):
    """How a level of a list is numbered: what stands around the number, and where it begins."""

    before: str
    after: str
    start: int


def _numbered_styles(root: _Element) -> dict[tuple[str, int], _Numbers]:
    """Return the levels of list styles that count in figures, by style and level."""
    return {
        (style.get(f"{_STYLE}name", ""), _whole(level.get(f"{_TEXT}level"), 1)): _Numbers(
            level.get(f"{_STYLE}num-prefix", ""),
            level.get(f"{_STYLE}num-suffix", ""),
            _whole(level.get(f"{_TEXT}start-value"), 1),
        )
        for style in root.iter(f"{_TEXT}list-style")
        for level in style.iter(f"{_TEXT}list-level-style-number")
        if level.get(f"{_STYLE}num-format") == "1"
    }


class _Walker:
    """Turns paragraphs into blocks, in document order; notes follow the paragraph that calls them."""

    def __init__(self, builder: ArticleBuilder) -> None:
        self.builder = builder
        self.items: dict[str, Item] = {}
        self.notes: list[_Element] = []
        self.open_marks: dict[str, int] = {}
        self.raised: set[str] = set()
        self.numbered: dict[tuple[str, int], _Numbers] = {}
        self.counts: dict[tuple[str, int], int] = {}
        self.label = ""
        """The number of the list item under way, until a paragraph takes it."""
        self.in_bibliography = 0
        self.row = 0
        self.note_end = -1
        """Where the mark of a note ended last: what is raised behind it is none of it."""

    def walk(self, element: _Element, *, depth: int = 0, in_table: bool = False, style: str = "") -> None:
        """Add the paragraphs inside an element; ``depth`` counts the lists around it, ``style`` is theirs."""
        for child in element:
            tag = local_name(child)
            if tag in _SKIPPED or not tag:
                continue
            if tag in ("p", "h"):
                self._paragraph(child, depth, in_table)
            elif tag in ("section", "bibliography"):
                listed = tag == "bibliography" or is_bibliography(child.get(f"{_TEXT}name", ""))
                self.in_bibliography += listed
                self.walk(child, depth=depth, in_table=in_table)
                self.in_bibliography -= listed
            elif tag == "list":
                named = child.get(f"{_TEXT}style-name") or style
                if child.get(f"{_TEXT}continue-numbering") != "true":
                    self.counts.pop((named, depth + 1), None)
                self.walk(child, depth=depth + 1, in_table=in_table, style=named)
            else:
                self.row += tag == "table-row"
                if tag == "list-item":
                    self._count(style, depth, child.get(f"{_TEXT}start-value"))
                self.walk(child, depth=depth, in_table=in_table or tag == "table", style=style)

    def _count(self, style: str, depth: int, start: str | None) -> None:
        """Give the next paragraph the number of the list item that begins."""
        numbers = self.numbered.get((style, depth))
        if numbers is None:
            self.label = ""
            return
        number = _whole(start, self.counts.get((style, depth), numbers.start - 1) + 1)
        self.counts[style, depth] = number
        self.label = f"{numbers.before}{number}{numbers.after}"

    def _paragraph(self, element: _Element, depth: int, in_table: bool) -> None:
        inline = InlineText()
        self.open_marks = {}
        self.note_end = -1
        self._inline(element, inline)
        text, pointers = inline.finish([])
        kind, level, label, self.label = BlockKind.PARAGRAPH, 0, self.label, ""
        attributes: dict[str, object] = {}
        if self.in_bibliography and len(text) >= _MIN_REFERENCE:
            kind = BlockKind.REFERENCE
            printed, attributes["shown"] = printed_label(text)
            label = label or printed
        elif local_name(element) == "h":
            kind, level = BlockKind.HEADING, _whole(element.get(f"{_TEXT}outline-level"), 1)
        elif in_table:
            kind = BlockKind.TABLE
            attributes["entry"] = self.row
        elif depth:
            kind, level = BlockKind.LIST_ITEM, depth
        self.builder.add(
            kind,
            text,
            level=level,
            citations=pointers,
            superscripts=inline.superscripts,
            links=inline.links,
            label=label,
            attributes=attributes,
        )
        notes, self.notes = self.notes, []
        for note in notes:
            self._add_note(note)

    def _add_note(self, note: _Element) -> None:
        inline = InlineText()
        for body in (child for child in note if local_name(child) == "note-body"):
            self._inline(body, inline)
        text, pointers = inline.finish([])
        label = next(("".join(map(str, c.itertext())) for c in note if local_name(c) == "note-citation"), "")
        place = Position(element=note.get(f"{_TEXT}id", ""))
        self.builder.add(
            BlockKind.FOOTNOTE,
            text,
            label=label.strip(),
            position=place,
            citations=pointers,
            superscripts=inline.superscripts,
        )

    def _inline(self, element: _Element, inline: InlineText) -> None:
        inline.write(element.text)
        for child in element:
            self._piece(child, local_name(child), inline)
            inline.write(child.tail)

    def _piece(self, child: _Element, tag: str, inline: InlineText) -> None:
        if tag == "s":
            inline.write(" " * min(_whole(child.get(f"{_TEXT}c"), 1), MAX_SPACES))
        elif tag == "tab":
            inline.write(" ")
        elif tag == "line-break":
            inline.break_line()
        elif tag == "note":
            self._note_mark(child, inline)
        elif tag == "reference-mark-start":
            self.open_marks[child.get(f"{_TEXT}name", "")] = inline.length
        elif tag == "reference-mark-end":
            self._end_mark(child.get(f"{_TEXT}name", ""), inline)
        elif tag == "bibliography-mark":
            item = _marked_item(child)
            self.items.setdefault(item.id, item)
            start = inline.length
            self._inline(child, inline)
            inline.mark(min(start, inline.length), [item.id])
        elif tag == "a":
            start = inline.length
            self._inline(child, inline)
            inline.link(start, child.get(_HREF))
        elif tag not in _SKIPPED:
            start = inline.length
            self._inline(child, inline)
            if tag == "span" and child.get(f"{_TEXT}style-name") in self.raised:
                inline.superscript(min(start, inline.length), joins=start != self.note_end)

    def _note_mark(self, note: _Element, inline: InlineText) -> None:
        self.notes.append(note)
        start = inline.length
        for mark in (child for child in note if local_name(child) == "note-citation"):
            inline.write("".join(map(str, mark.itertext())))
        inline.superscript(start)
        self.note_end = inline.length

    def _end_mark(self, name: str, inline: InlineText) -> None:
        """Make the text between two reference marks a citation, if their name is one of Zotero's codes."""
        start = self.open_marks.pop(name, None)
        items = cited_items(name, "", {}) if start is not None else []
        for item in items:
            self.items.setdefault(item.id, item)
        if items and start is not None and inline.length > start:
            inline.mark(start, [item.id for item in items])


def _marked_item(mark: _Element) -> Item:
    """Return the item of a ``text:bibliography-mark``, LibreOffice's own kind of citation."""

    def text(name: str) -> str:
        return " ".join(mark.get(f"{_TEXT}{name}", "").split())

    year = text("year")
    data = {
        "id": text("identifier") or "".join(map(str, mark.itertext())).strip(),
        "type": _TYPES.get(text("bibliography-type"), "document"),
        "title": text("title"),
        "author": [_name(part) for part in text("author").replace(" and ", ";").split(";") if part.strip()],
        "container-title": text("journal") or text("booktitle"),
        "issued": {"date-parts": [[int(year)]]}
        if year.isascii() and year.isdigit() and len(year) == 4
        else None,
        "volume": text("volume"),
        "issue": text("number"),
        "page": text("pages"),
        "publisher": text("publisher"),
        "URL": text("url"),
    }
    return Item({key: value for key, value in data.items() if value})


def _name(text: str) -> dict[str, str]:
    family, comma, given = text.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": text.strip()}


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
