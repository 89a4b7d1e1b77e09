"""Patterns that are seldom in a string, each with letters that are quickly looked for first."""

from __future__ import annotations

import re
from typing import NamedTuple


class Cue(NamedTuple):
    """A pattern, and the letters of which every stretch that it matches holds some.

    >>> reprint = Cue(re.compile(r"\\brepr(?:int)?\\b", re.I), ("repr",))
    >>> reprint.search("Oxford 1970. Repr. 1999", "oxford 1970. repr. 1999").group()
    'Repr'
    """

    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    """In small letters."""

    def may_stand_in(self, lowered: str) -> bool:
        """False where a text in small letters holds nothing that the pattern matches."""
        return any(map(lowered.__contains__, self.signs))

    def search(self, text: str, lowered: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match behind a place of a text.

        Args:
            lowered: the text in small letters, or a longer one of which it is a part.
        """
        return self.pattern.search(text, start) if self.may_stand_in(lowered) else None

    def blank(self, text: str, lowered: str) -> str:
        """Return a text with blanks in the place of what matches."""
        return self.pattern.sub(blanks, text) if self.may_stand_in(lowered) else text


def blanks(found: re.Match[str]) -> str:
    """Return as many blanks as a match is long."""
    return " " * len(found.group())
