"""Word documents: text as accepted, lists with their numbers, notes, and citations as the data they carry.

Read with lxml from the package's own XML (ECMA-376, WordprocessingML): python-docx shows neither
fields nor notes nor tracked changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from refs.errors import DamagedFile
from refs.model import Article, BlockKind, Position
from refs.read.assembly import ArticleBuilder
from refs.read.docx_fields import FieldReader
from refs.read.docx_styles import Numbering, Styles, W
from refs.read.field_codes import add_items_to_references, is_bibliography, printed_label
from refs.read.inline import InlineText
from refs.read.xml_safety import local_name, parse_xml
from refs.read.zip_safety import SafeZip

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED = frozenset(
    "del moveFrom delText rPr pPr tblPr trPr tcPr sectPr sdtPr instrText proofErr Fallback numPr fldData "
    "commentReference annotationRef footnoteRef endnoteRef separator continuationSeparator "
    "object".split()
)
"""Elements that print nothing, or nothing that was accepted."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BREAKS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
_MIN_REFERENCE = 20
"""Letters below which a paragraph in a bibliography's style is a heading or a remnant."""
_BIBLIOGRAPHY_STYLE = re.compile(
    r"(?:endnote )?(?:bibliogra(?:ph|f)(?:y|ie|ia)|literaturverzeichnis|reference list entry|references?)",
    re.I,
)


def read_docx(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that a Word document holds.

    Raises:
        DamagedFile: not a Word document, or broken.
        TooLarge, InputError: see ``SafeZip`` and ``parse_xml``.
    """
    archive = SafeZip.open(data, name)
    main = next((m for m in ("word/document.xml", "word/document2.xml") if m in archive), "")
    if not main:
        raise DamagedFile(f"{name}: a zip archive without a Word document in it")
    walker = _Walker(
        ArticleBuilder(name, "docx"), Styles.load(archive), Numbering.load(archive), FieldReader.load(archive)
    )
    body = parse_xml(archive.read(main), name)
    walker.notes = {
        kind: _notes(archive, f"word/{kind}s.xml", f"{W}{kind}") for kind in ("footnote", "endnote")
    }
    walker.addresses = _addresses(archive, main)
    walker.walk(body)
    walker.add_endnotes()
    builder = walker.builder
    builder.items.extend(walker.fields.items.values())
    add_items_to_references(builder)
    return builder.build()


def _addresses(archive: SafeZip, main: str) -> dict[str, str]:
    """Return the addresses that a document's hyperlinks lead to, by the id of the relationship."""
    member = main.replace("word/", "word/_rels/") + ".rels"
    if member not in archive:
        return {}
    root = parse_xml(archive.read(member), archive.name)
    return {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in root
        if relation.get("TargetMode") == "External"
    }


def _notes(archive: SafeZip, member: str, tag: str) -> dict[str, _Element]:
    """Return the notes of a part by their id, without the separators that Word keeps among them."""
    if member not in archive:
        return {}
    root = parse_xml(archive.read(member), archive.name)
    return {note.get(f"{W}id", ""): note for note in root.iter(tag) if not note.get(f"{W}type")}


@dataclass(slots=True)
class _Walker:
    """Turns paragraphs into blocks, in document order."""

    builder: ArticleBuilder
    styles: Styles
    numbering: Numbering
    fields: FieldReader
    notes: dict[str, dict[str, _Element]] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    used: list[tuple[str, str]] = field(default_factory=list)
    """Notes that the text has called, kind and id, in order."""
    row: int = 0
    note_end: int = -1
    """Where the mark of a note ended last: what is raised behind it is none of it."""
    in_bibliography: int = 0
    paragraph_bibliography: bool = False

    def walk(self, element: _Element, *, in_table: bool = False) -> None:
        """Add the paragraphs inside an element."""
        for child in element:
            tag = local_name(child)
            if tag == "p":
                self._paragraph(child, in_table=in_table)
            elif tag == "tbl":
                self.walk(child, in_table=True)
            elif tag == "tr":
                self.row += 1
                self.walk(child, in_table=True)
            elif tag == "sdt":
                self._content_control(child, in_table=in_table)
            elif tag not in _DROPPED:
                self.walk(child, in_table=in_table)

    def _content_control(self, element: _Element, *, in_table: bool) -> None:
        """Walk a content control; Word's, Mendeley's and Citavi's bibliographies are such."""
        code = self.fields.control_code(element)
        bibliography = is_bibliography(code)
        self.in_bibliography += bibliography
        self.walk(element, in_table=in_table)
        self.in_bibliography -= bibliography

    def _paragraph(self, paragraph: _Element, *, in_table: bool) -> None:
        inline = InlineText()
        self.note_end = -1
        before = len(self.used)
        self.paragraph_bibliography = self.in_bibliography > 0 or self.fields.in_bibliography
        bookmarks = [
            b.get(f"{W}name", "")
            for b in paragraph.iter(f"{W}bookmarkStart")
            if b.get(f"{W}name") != "_GoBack"
        ]
        self._runs(paragraph, inline)
        self._emit(paragraph, inline, bookmarks, in_table=in_table)
        for kind, note in self.used[before:]:
            if kind == "footnote":
                self._add_note(kind, note)

    def _emit(self, paragraph: _Element, inline: InlineText, bookmarks: list[str], *, in_table: bool) -> None:
        text, pointers = inline.finish([])
        style = self.styles.of(paragraph)
        kind, level = BlockKind.PARAGRAPH, 0
        label, depth = self.numbering.label_of(paragraph, style)
        attributes: dict[str, object] = {}
        if in_table:
            kind = BlockKind.TABLE
            attributes["entry"] = self.row
        if self._is_reference(style.name, text):
            kind = BlockKind.REFERENCE
            printed, attributes["shown"] = printed_label(text)
            label = label or printed
            if bookmarks:
                attributes["ids"] = tuple(bookmarks)
        elif style.heading:
            kind, level = BlockKind.HEADING, style.heading
        elif depth:
            kind, level = BlockKind.LIST_ITEM, depth
        if style.name == "title" and not self.builder.title:
            self.builder.title = text
        self.builder.add(
            kind,
            text,
            level=level,
            label=label,
            position=Position(element=bookmarks[0] if bookmarks else ""),
            attributes=attributes,
            citations=pointers,
            superscripts=inline.superscripts,
            links=inline.links,
        )

    def _is_reference(self, style: str, text: str) -> bool:
        if len(text) < _MIN_REFERENCE:
            return False
        return self.paragraph_bibliography or _BIBLIOGRAPHY_STYLE.fullmatch(style) is not None

    def _runs(self, element: _Element, inline: InlineText) -> None:
        """Write the text of runs, hyperlinks, fields and accepted changes."""
        for child in element:
            tag = local_name(child)
            if tag == "t":
                inline.write(child.text)
            elif tag in _BREAKS:
                self._break(tag, child, inline)
            elif tag == "fldChar":
                self.fields.take_mark(child, inline)
                self.paragraph_bibliography = self.paragraph_bibliography or self.fields.in_bibliography
            elif tag == "instrText":
                self.fields.take_instruction(child.text or "")
            elif tag == "fldSimple":
                self.fields.begin(child.get(f"{W}instr", ""), inline)
                self._runs(child, inline)
                self.fields.end(inline)
            elif tag in ("footnoteReference", "endnoteReference"):
                self._note_mark(tag.removesuffix("Reference"), child.get(f"{W}id", ""), inline)
            elif tag == "r":
                self._run(child, inline)
            elif tag == "hyperlink":
                start = inline.length
                self._runs(child, inline)
                anchor = child.get(f"{W}anchor", "")
                if anchor.startswith("ref-"):  # NOTE: pandoc links its citations to "ref-neff2003"
                    inline.mark(min(start, inline.length), [anchor])
                inline.link(start, self.addresses.get(child.get(_RELATION, "")))
            elif tag == "sdt":
                self._inline_control(child, inline)
            elif tag == "sym":
                inline.write(_symbol(child.get(f"{W}char", "")))
            elif tag == "txbxContent":
                self.walk(child)
            elif tag not in _DROPPED:
                self._runs(child, inline)

    def _break(self, tag: str, element: _Element, inline: InlineText) -> None:
        if tag == "br" and element.get(f"{W}type") in (None, "textWrapping"):
            inline.break_line()
        else:
            inline.write(_BREAKS[tag])

    def _run(self, run: _Element, inline: InlineText) -> None:
        start = inline.length
        properties = run.find(f"{W}rPr")
        raised = properties.find(f"{W}vertAlign") if properties is not None else None
        self._runs(run, inline)
        is_note = self.note_end == inline.length > start
        if raised is not None and raised.get(f"{W}val") == "superscript" and not is_note:
            inline.superscript(min(start, inline.length), joins=start != self.note_end)

    def _inline_control(self, element: _Element, inline: InlineText) -> None:
        """Write a content control within a paragraph; Mendeley's and Citavi's citations are such."""
        code = self.fields.control_code(element)
        self.fields.begin(code, inline)
        self.fields.separate()
        if is_bibliography(code):
            self.paragraph_bibliography = True
        self._runs(element, inline)
        self.fields.end(inline)

    def _note_mark(self, kind: str, note: str, inline: InlineText) -> None:
        """Write the number of a note as a superscript, and remember to add the note."""
        if note not in self.notes.get(kind, {}):
            return
        self.used.append((kind, note))
        start = inline.length
        inline.write(str(sum(1 for called, _ in self.used if called == kind)))
        inline.superscript(start)
        self.note_end = inline.length

    def _add_note(self, kind: str, note: str) -> None:
        number = [n for k, n in self.used if k == kind].index(note) + 1
        inline = InlineText()
        for paragraph in self.notes[kind][note].iter(f"{W}p"):
            if inline.parts:
                inline.break_line()
            self._runs(paragraph, inline)
        text, pointers = inline.finish([])
        self.builder.add(
            BlockKind.FOOTNOTE,
            text,
            label=str(number),
            position=Position(element=f"{kind} {note}"),
            citations=pointers,
            superscripts=inline.superscripts,
        )

    def add_endnotes(self) -> None:
        """Add the notes that stand at the end of the document."""
        for kind, note in list(self.used):
            if kind == "endnote":
                self._add_note(kind, note)


def _symbol(code: str) -> str:
    """Return the character of a symbol font; its codes are moved into Unicode's private area."""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return chr(value - 0xF000 if 0xF020 <= value <= 0xF0FF else value) if 32 <= value < 0xFFFE else ""
