"""What a Word paragraph is by its style and its numbering: heading, list item, the label it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from refs.read.xml_safety import parse_xml
from refs.read.zip_safety import SafeZip

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)")
_LEVEL = re.compile(r"%(\d)")
_MAX_BASES = 10


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: Word's own name in lower case, heading level (0: none), list it belongs to."""

    name: str = ""
    heading: int = 0
    list_id: str = ""
    list_level: int = 0


@dataclass(slots=True)
class Styles:
    """The paragraph styles of a document by their ids."""

    table: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def load(cls, archive: SafeZip) -> Styles:
        """Return the styles of a package; none if it has no such part."""
        if "word/styles.xml" not in archive:
            return cls()
        root = parse_xml(archive.read("word/styles.xml"), archive.name)
        elements = {e.get(f"{W}styleId", ""): e for e in root.iter(f"{W}style")}
        return cls({key: _style(element, elements) for key, element in elements.items()})

    def of(self, paragraph: _Element) -> Style:
        """Return the style of a paragraph."""
        mark = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self.table.get(mark.get(f"{W}val", ""), Style()) if mark is not None else Style()
        level = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and not style.heading:
            style = Style(style.name, _outline(level), style.list_id, style.list_level)
        return style


def _style(element: _Element, elements: dict[str, _Element]) -> Style:
    """Return a style with what it inherits."""
    name, heading, list_id, list_level = _value(element, "name").lower(), 0, "", 0
    current: _Element | None = element
    for _ in range(_MAX_BASES):
        if current is None:
            break
        if found := _HEADING.fullmatch(_value(current, "name").lower()):
            heading = heading or int(found.group(1))
        level = current.find(f"{W}pPr/{W}outlineLvl")
        if level is not None:
            heading = heading or _outline(level)
        number = current.find(f"{W}pPr/{W}numPr")
        if number is not None and not list_id:
            list_id, list_level = _value(number, "numId"), _whole(_value(number, "ilvl"))
        current = elements.get(_value(current, "basedOn"))
    return Style(name, heading, list_id, list_level)


def _outline(level: _Element) -> int:
    """Return the heading level of an outline level; 9 is body text."""
    value = _whole(level.get(f"{W}val", "9"), 9)
    return value + 1 if value < 9 else 0


@dataclass(slots=True)
class Numbering:
    """The numbered lists of a document, and how far each has counted."""

    levels: dict[tuple[str, int], tuple[str, str, int]] = field(default_factory=dict)
    """(list, level) to format, text and start: ("decimal", "[%1]", 1)."""
    abstract: dict[str, str] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def load(cls, archive: SafeZip) -> Numbering:
        """Return the lists of a package; none if it has no such part."""
        if "word/numbering.xml" not in archive:
            return cls()
        root = parse_xml(archive.read("word/numbering.xml"), archive.name)
        levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        for abstract in root.iter(f"{W}abstractNum"):
            for level in abstract.iter(f"{W}lvl"):
                key = abstract.get(f"{W}abstractNumId", ""), _whole(level.get(f"{W}ilvl", "0"))
                start = _whole(_value(level, "start"), 1)
                levels[key] = _value(level, "numFmt"), _value(level, "lvlText"), start
        abstract_of = {
            number.get(f"{W}numId", ""): _value(number, "abstractNumId") for number in root.iter(f"{W}num")
        }
        return cls(levels, abstract_of)

    def label_of(self, paragraph: _Element, style: Style) -> tuple[str, int]:
        """Return what a paragraph's list prints before it ("", "[3]", "3."), and its depth (0: no list)."""
        number = paragraph.find(f"{W}pPr/{W}numPr")
        list_id, level = style.list_id, style.list_level
        if number is not None:
            list_id = _value(number, "numId") or list_id
            level = _whole(_value(number, "ilvl"))
        if list_id in ("", "0"):
            return "", 0
        abstract = self.abstract.get(list_id, list_id)
        kind, text, start = self.levels.get((abstract, level), ("bullet", "", 1))
        if kind in ("bullet", "none", ""):
            return "", level + 1
        count = self.counts.get((abstract, level), start - 1) + 1
        self.counts[abstract, level] = count
        for deeper in range(level + 1, 9):
            self.counts.pop((abstract, deeper), None)
        return _LEVEL.sub(lambda mark: self._printed(abstract, int(mark[1]) - 1, kind), text), level + 1

    def _printed(self, abstract: str, level: int, kind: str) -> str:
        count = self.counts.get((abstract, level), 1)
        if kind in ("lowerLetter", "upperLetter"):
            letter = chr(ord("a") + (count - 1) % 26)
            return letter.upper() if kind == "upperLetter" else letter
        return str(count)


def _value(element: _Element, child: str) -> str:
    """Return the ``w:val`` of a child element, "" if there is none."""
    found = element.find(f"{W}{child}")
    return found.get(f"{W}val", "") if found is not None else ""


def _whole(text: str, default: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else default
