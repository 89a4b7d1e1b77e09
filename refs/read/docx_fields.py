"""Fields of a Word document while it is read: which are citations, what they cite, what is the bibliography.

Source: ECMA-376, 17.16 (complex fields: begin, instruction, separate, result, end).
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from refs.model import Item
from refs.read.docx_styles import W
from refs.read.field_codes import cited_items, is_bibliography, word_sources
from refs.read.inline import InlineText
from refs.read.zip_safety import SafeZip

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_INSTRUCTION = 2_000_000
MAX_FIELD_DEPTH = 50


@dataclass(slots=True)
class _Field:
    """A field that has begun: its instruction so far, and where its result began in the paragraph."""

    parts: list[str]
    data: str = ""
    instruction: bool = True
    start: int = 0
    inline: InlineText | None = None

    @property
    def code(self) -> str:
        return "".join(self.parts)


@dataclass(slots=True)
class FieldReader:
    """Keeps the fields that are open, and the items that closed ones cited."""

    sources: dict[str, Item] = field(default_factory=dict)
    """Word's own sources by their tag."""
    items: dict[str, Item] = field(default_factory=dict)
    open: list[_Field] = field(default_factory=list)

    @classmethod
    def load(cls, archive: SafeZip) -> FieldReader:
        """Return a reader that knows the sources that Word keeps in the package."""
        return cls(word_sources(archive))

    @property
    def in_bibliography(self) -> bool:
        """True while the result of a bibliography field is read."""
        return any(not f.instruction and is_bibliography(f.code) for f in self.open)

    def take_mark(self, mark: _Element, inline: InlineText) -> None:
        """Take a ``w:fldChar``: begin, separate or end."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self.begin("", inline)
            data = mark.find(f"{W}fldData")
            if data is not None and self.open:
                self.open[-1].data = _decoded(data.text or "")
        elif kind == "separate":
            self.separate()
            if self.open:
                self.open[-1].start, self.open[-1].inline = inline.length, inline
        elif kind == "end":
            self.end(inline)

    def begin(self, code: str, inline: InlineText) -> None:
        """Begin a field; ``code`` is its instruction where the source gives it at once."""
        if len(self.open) < MAX_FIELD_DEPTH:
            self.open.append(_Field([code], instruction=not code, start=inline.length, inline=inline))

    def take_instruction(self, text: str) -> None:
        """Take a piece of the instruction of the innermost field."""
        if self.open and self.open[-1].instruction and sum(map(len, self.open[-1].parts)) < MAX_INSTRUCTION:
            self.open[-1].parts.append(text)

    def separate(self) -> None:
        """End the instruction of the innermost field; its result follows."""
        if self.open:
            self.open[-1].instruction = False

    def end(self, inline: InlineText) -> None:
        """End the innermost field, and make its result a citation if it is one."""
        if not self.open:
            return
        closed = self.open.pop()
        if closed.data and self.open and "EN.CITE.DATA" in closed.code:
            self.open[-1].data = closed.data  # NOTE: EndNote nests its data in a field of their own
        items = cited_items(closed.code, closed.data, self.sources)
        for item in items:
            self.items.setdefault(item.id, item)
        start = closed.start if closed.inline is inline else 0
        if items and inline.length > start:
            inline.mark(min(start, inline.length), [item.id for item in items])

    def control_code(self, control: _Element) -> str:
        """Return what a content control stands for, in the words of a field's instruction."""
        properties = control.find(f"{W}sdtPr")
        if properties is None:
            return ""
        tag = properties.find(f"{W}tag")
        code = tag.get(f"{W}val", "") if tag is not None else ""
        gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
        if properties.find(f"{W}bibliography") is not None:
            return "BIBLIOGRAPHY"
        if gallery is not None and gallery.get(f"{W}val") == "Bibliographies":
            return "SDT BIBLIOGRAPHIES"
        return code


def _decoded(text: str) -> str:
    """Return the text that a ``w:fldData`` holds in base64, "" if it holds none."""
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return ""
    if data[:2] == b"\xff\xfe" or data[1:2] == b"\0":
        return data.decode("utf-16-le", errors="replace").strip("\ufeff\0")
    return data.decode("utf-8", errors="replace").strip("\0")
