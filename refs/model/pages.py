"""Page ranges and article numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASH = r"\s*(?:-{1,3}|[\u2010-\u2015\u2212])\s*"
_RANGE = re.compile(
    rf"(?:pp?\.?\s*)?([A-Za-z]{{0,3}}\d+[A-Za-z]?)(?:{_DASH}([A-Za-z]{{0,3}}\d+[A-Za-z]?))?", re.A
)
_ROMAN = re.compile(rf"(?:pp?\.?\s*)?([ivxlcdm]+)(?:{_DASH}([ivxlcdm]+))?", re.I)


@dataclass(frozen=True, slots=True)
class PageRange:
    """First and last page, as printed but for a shortened last page, which is filled up."""

    first: str
    last: str = ""

    @classmethod
    def parse(cls, text: str) -> PageRange | None:
        """Return the first range in a page string, or None if it holds no page.

        >>> [str(PageRange.parse(text)) for text in ("1234-8", "E86–92", "S57", "pp. xi–xiv")]
        ['1234-1238', 'E86-E92', 'S57', 'xi-xiv']
        """
        text = text.strip()
        match = _RANGE.match(text) or _ROMAN.fullmatch(text)
        if match is None:
            return None
        first, last = match.group(1), match.group(2) or ""
        return cls(first, _fill_up(first, last))

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last and self.last != self.first else self.first


def _fill_up(first: str, last: str) -> str:
    """Return the last page in full: 1234-8 means 1238, E86-92 means E92.

    >>> _fill_up("1234", "38"), _fill_up("99", "101"), _fill_up("622b", "622")
    ('1238', '101', '622')
    """
    if not last or (first.isdecimal() and last.isdecimal()):
        return first[: len(first) - len(last)] + last if 0 < len(last) < len(first) else last
    head, tail = re.fullmatch(r"(\D*)(.*)", first), re.fullmatch(r"(\D*)(\d*)(.*)", last)
    if head is None or tail is None or not tail.group(2):
        return last
    prefix, number = head.groups()
    digits = re.match(r"\d*", number)
    number = digits.group() if digits else ""
    if tail.group(1) and tail.group(1).lower() != prefix.lower():
        return last
    short = tail.group(2)
    full = number[: len(number) - len(short)] + short if len(short) < len(number) else short
    return (tail.group(1) or prefix) + full + tail.group(3)
