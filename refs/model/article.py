"""An article as read from a file: its text in blocks, each with its place in the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from refs.model.item import Item


class BlockKind(StrEnum):
    """What a block of text is, as far as the source says or shows."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE = "table"
    CAPTION = "caption"
    CODE = "code"
    FOOTNOTE = "footnote"
    REFERENCE = "reference"
    """One entry of a reference list that the source itself marks as such (JATS ``ref``, ``\\bibitem``)."""


NOT_THE_ARTICLE = frozenset("navigation comment sidebar footer furniture metadata".split())
"""Regions that stand beside an article's own text: nothing in them cites its list."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a block stands in the source; what does not apply is None or ""."""

    page: int | None = None
    """Page number, from 1."""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top in PDF points, origin at the lower left corner."""
    line: int | None = None
    """Line number in a text source, from 1."""
    element: str = ""
    """Path or id of the element in a marked-up source."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item… ``article.text[block.start:block.end] == block.text``."""

    kind: BlockKind
    text: str
    start: int
    end: int
    position: Position = Position()
    level: int = 0
    """Heading level, or depth of a list item."""
    label: str = ""
    """A mark that the source keeps apart from the text: "[12]", "3.", a citekey, a note number."""
    region: str = ""
    """"" for the article itself; else "navigation", "comment", "sidebar", "footer", "appendix", …"""
    item: Item | None = None
    """The item, where the source carries it as data (Zotero field, JATS ``element-citation``, .bib)."""
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """What only one kind of source knows: indents, font size, superscript spans, citation targets."""


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader returns. ``text`` is the whole text that spans count in, in characters.

    For a text file ``text`` is the file's own decoded text, so spans are offsets in the source.
    """

    name: str
    format: str
    text: str
    blocks: Sequence[Block] = ()
    title: str = ""
    language: str = ""
    warnings: tuple[str, ...] = ()
    """What the reader had to mend or leave out, a sentence each."""
    items: tuple[Item, ...] = ()
    """Items that come with the article as data (a .bib beside it), keyed by their ``id``."""
    attributes: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def marked_blocks(self) -> Sequence[Block]:
        """The blocks of which the source can say more than their words; a plain text says nothing."""
        return () if self.format == "text" else self.blocks
