"""The paragraphs of a plain text: found when they are asked for, since the words alone often do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import overload

from refs.model.article import Block, BlockKind, Position

# A paragraph: lines with something on them, one after the other
_PARAGRAPH = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
_BULLET = re.compile(r"(?:[•●▪■◦‣*·–-]|\(?\d{1,4}[.)\]]|\[\d{1,4}\])\s+\S")


class Paragraphs(Sequence[Block]):
    """The paragraphs of a text as blocks, with page (form feeds counted) and line number.

    A thesis has ten thousand, so they are found when one is asked for.

    >>> [(b.text, b.position.line) for b in Paragraphs("One\\ntwo\\n\\n  three\\n")]
    [('One\\ntwo', 1), ('three', 4)]
    """

    __slots__ = ("_found", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: tuple[Block, ...] | None = None

    def __iter__(self) -> Iterator[Block]:
        return iter(self._found) if self._found is not None else _paragraphs(self.text)

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, place: int) -> Block: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, place: int | slice) -> Block | tuple[Block, ...]:
        return self._all()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paragraphs) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Paragraphs({self.text!r})"

    def _all(self) -> tuple[Block, ...]:
        if self._found is None:
            self._found = tuple(_paragraphs(self.text))
        return self._found


def with_line_feeds(text: str) -> str:
    """Return a text whose lines end with line feeds; every character keeps its place.

    >>> with_line_feeds("One\\r\\ntwo\\rthree")
    'One \\ntwo\\nthree'
    """
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def paragraph_kind(text: str) -> BlockKind:
    """Return what a paragraph is by its look: a heading, an item of a list, or just a paragraph.

    >>> paragraph_kind("Self-compassion").value, paragraph_kind("• Neff, K. (2003).").value
    ('heading', 'list-item')
    """
    if "\n" not in text and len(text) < 90 and text[-1] not in ".,;:!?" and text[0].isupper():
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _BULLET.match(text) else BlockKind.PARAGRAPH


def _paragraphs(text: str) -> Iterator[Block]:
    # NOTE: "." is several times faster than a class of characters; so pages and returns are seen to before.
    plain = with_line_feeds(text)
    line, counted = 1, 0
    for page, (begin, stop) in enumerate(_pages(plain), 1):
        for match in _PARAGRAPH.finditer(plain, begin, stop):
            start, end = match.span()
            line += plain.count("\n", counted, start)
            counted = start
            shown = text[start:end].rstrip()
            yield Block(paragraph_kind(shown), shown, start, start + len(shown), Position(page, None, line))


def _pages(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each page begins and ends; form feeds part them."""
    begin = 0
    while (stop := text.find("\f", begin)) >= 0:
        yield begin, stop
        begin = stop + 1
    yield begin, len(text)
