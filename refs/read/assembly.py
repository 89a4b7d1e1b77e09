"""An article under construction: blocks are added in reading order and get their spans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from refs.errors import TooLarge
from refs.model import Article, Block, BlockKind, Item, Position

Pointer = tuple[int, int, tuple[str, ...]]
"""A citation that the source marks: start, end, and the labels or ids of what it points to."""

Link = tuple[int, int, str]
"""A link out of the article: start, end, address."""

MAX_BLOCKS = 200_000
"""Ten times the paragraphs of a book of 1,000 pages."""
_BREAK = "\n\n"


@dataclass(slots=True)
class ArticleBuilder:
    """Collects the blocks of an article; ``article.text`` is their texts, a blank line between them.

    >>> builder = ArticleBuilder("a.xml", "jats")
    >>> builder.add(BlockKind.HEADING, "References", level=1)
    >>> builder.add(BlockKind.REFERENCE, "Neff KD. Self-compassion. 2003.", label="1")
    >>> [(b.start, b.end) for b in builder.build().blocks]
    [(0, 10), (12, 43)]
    """

    name: str
    format: str
    title: str = ""
    language: str = ""
    warnings: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    attributes: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def next_start(self) -> int:
        """Where the text of the next block will begin."""
        return self._length + (len(_BREAK) if self._parts else 0)

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        position: Position | None = None,
        level: int = 0,
        label: str = "",
        region: str = "",
        item: Item | None = None,
        attributes: Mapping[str, Any] | None = None,
        citations: Sequence[Pointer] = (),
        superscripts: Sequence[tuple[int, int]] = (),
        links: Sequence[Link] = (),
    ) -> None:
        """Append a block; one without text is left out.

        ``citations``, ``superscripts`` and ``links`` count from the block's start; the block gets them
        counted from the article's.

        Raises:
            TooLarge: there are ``MAX_BLOCKS`` already.
        """
        if not text:
            return
        if len(self.blocks) >= MAX_BLOCKS:
            raise TooLarge(
                f"{self.name}: more than {MAX_BLOCKS:,} paragraphs; hand in the part with the list"
            )
        start = self.next_start
        end = start + len(text)
        known = dict(attributes or {})
        if citations:
            known["citations"] = tuple((start + a, start + b, targets) for a, b, targets in citations)
        if superscripts:
            known["superscripts"] = tuple((start + a, start + b) for a, b in superscripts)
        if links:
            known["links"] = tuple((start + a, start + b, address) for a, b, address in links)
        self.blocks.append(
            Block(
                kind,
                text,
                start,
                end,
                position or Position(),
                level,
                label,
                region,
                item,
                known,
            )
        )
        self._parts.append(text)
        self._length = end

    def build(self) -> Article:
        """Return the article with the blocks added so far."""
        return Article(
            self.name,
            self.format,
            _BREAK.join(self._parts),
            tuple(self.blocks),
            self.title,
            self.language,
            tuple(self.warnings),
            tuple(self.items),
            self.attributes,
        )
