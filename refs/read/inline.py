"""Running text collected from markup: blanks collapsed, citations and superscripts kept by their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from refs.read.assembly import Link, Pointer

_BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0]+")
_LONGEST_ADDRESS = 2_000
_RANGE = re.compile(r"\s{0,3}[-\u00ad\u2010-\u2015\u2212]{1,2}\s{0,3}")
"""Between the ends of a range: the "–" of "[3]–[5]"."""


@dataclass(slots=True)
class InlineText:
    """One block's text while its inline elements are walked.

    >>> inline = InlineText()
    >>> inline.write("as shown [")
    >>> inline.cite("3", ["b3"]); inline.write("\\u2013"); inline.cite("5", ["b5"]); inline.write("]. ")
    >>> inline.finish(["b1", "b2", "b3", "b4", "b5"])
    ('as shown [3–5].', [(10, 13, ('b3', 'b4', 'b5'))])
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    pointers: list[Pointer] = field(default_factory=list)
    superscripts: list[tuple[int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    verbatim: bool = False

    def write(self, text: str | None) -> None:
        """Append text; runs of blanks become one, none stand at the start."""
        if not text:
            return
        if not self.verbatim:
            text = _BLANKS.sub(" ", text)
            if text.startswith(" ") and (not self.parts or self.parts[-1].endswith((" ", "\n"))):
                text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)

    def break_line(self) -> None:
        """Append a line break that the source asks for."""
        if self.parts:
            self.parts.append("\n")
            self.length += 1

    def cite(self, text: str, targets: list[str]) -> None:
        """Append the text of a citation that points to these ids."""
        start = self.length
        self.write(text)
        self.mark(start, targets)

    def mark(self, start: int, targets: list[str]) -> None:
        """Make what was written since ``start`` a citation of these ids."""
        if targets:
            self.pointers.append((start, self.length, tuple(targets)))

    def superscript(self, start: int, *, joins: bool = False) -> None:
        """Make what was written since ``start`` a superscript.

        One that ``joins`` the superscript before it makes one with it, as Word's runs "1", "," and "2" do; so
        does what has a comma or a dash at the joint.
        """
        if self.length <= start:
            return
        before = self.superscripts[-1] if self.superscripts else None
        if before is not None and before[1] == start and (joins or self._parts_numbers_at(start)):
            self.superscripts[-1] = (before[0], self.length)
        else:
            self.superscripts.append((start, self.length))

    def _parts_numbers_at(self, place: int) -> bool:
        """True where a comma or a dash stands right before or behind a place."""
        around = "".join(self.parts)[place - 1 : place + 1]
        return any(sign in ",;-\u00ad\u2010\u2011\u2012\u2013\u2014\u2212" for sign in around)

    def link(self, start: int, address: str | None) -> None:
        """Make what was written since ``start`` a link to a page of the web."""
        if address and self.length > start and address.lower().startswith(("http://", "https://")):
            self.links.append((start, self.length, address[:_LONGEST_ADDRESS]))

    def finish(self, order: list[str]) -> tuple[str, list[Pointer]]:
        """Return the text, trimmed, and its citations, ranges expanded in the list's ``order`` of ids."""
        text = "".join(self.parts).rstrip()
        return text, join_ranges(text, self.pointers, order)


def join_ranges(text: str, pointers: list[Pointer], order: list[str]) -> list[Pointer]:
    """Return the citations with "[3]–[5]" made one citation of everything from the first to the last."""
    place = {target: index for index, target in reversed(list(enumerate(order)))}
    joined: list[Pointer] = []
    for pointer in pointers:
        if joined and _is_range(text, joined[-1], pointer):
            start, _, before = joined[-1]
            first, last = place.get(before[-1], -1), place.get(pointer[2][0], -1)
            if 0 <= first < last:
                between = tuple(dict.fromkeys(order[first + 1 : last]))
                joined[-1] = (start, pointer[1], before + between + pointer[2])
                continue
        joined.append(pointer)
    return joined


def _is_range(text: str, before: Pointer, after: Pointer) -> bool:
    """Return True where only brackets and a dash stand between two citations."""
    gap = text[before[1] : after[0]].strip("[]() ")
    return _RANGE.fullmatch(gap) is not None
