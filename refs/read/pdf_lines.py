"""The printed lines of a PDF page: text in content order, and two boxes a line for where it stands."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGE_CHARACTERS = 400_000
_LINE = re.compile(r"[^\r\n\ufffe]*(?:\ufffe|\r\n?|\n|\Z)")
"""PDFium ends a line with CR LF, or with U+FFFE where the line ended in a hyphen."""
_ACCENTS = frozenset("´`¨ˆ˜ˇ¸")
_STRAY = re.compile(r"(?:(?<= )[´`¨ˆ˜ˇ¸] ?){1,5}\Z|\Z")
"""Accents of TeX's old fonts, which PDFium moves to the end of their line: "Svensen, and Williams ´"."""
_MARKS = frozenset("0123456789*†‡§")
_LAST_LETTER = re.compile(r"[^\W\d_](?=[\W\d_]*\Z)")
_RAISED = re.compile(r"\d{1,3}(?:[,–-]\d{1,3}){0,6}(?=$|[\s.,;:)\]”“\"’»])")
"""What may be a superscript where a letter or a mark stands before it: "text.12", "text3,5–7 goes on"."""
_BEFORE_RAISED = frozenset('.,;:!?)]”“"’»')
_MAY_BE_ODD = re.compile("[\x00-\x1f\u00a0\u00ad\u200b\ufb00-\ufb06\ufeff\ufffe]")
"""Characters of ``_ODD``: most lines have none."""
_ODD = str.maketrans(
    {
        "\ufffe": "-",
        "\u00ad": "-",
        "\u00a0": " ",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u200b": "",
        "\ufeff": "",
        "\t": " ",
        "\x02": "-",
    }
    | {chr(code): "" for code in range(32) if code not in (2, 9, 10, 13)}
)


@dataclass(slots=True)
class PdfLine:
    """One printed line; lengths in points, origin at the lower left corner of the page."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float
    height: float
    """Ascent plus descent of the line's letters, near enough their size times 1.2."""
    marked: bool = False
    """True if the line begins with a raised or smaller number, as footnotes do."""
    superscripts: tuple[tuple[int, int], ...] = ()
    column: int = 0
    region: str = ""
    footnote: str = ""
    """The number of the footnote that it belongs to."""


def page_lines(document: PdfDocument, number: int) -> tuple[list[PdfLine], int]:
    """Return the lines of a page (counted from 0) and its number of characters; the page is closed again."""
    from pypdfium2 import PdfiumError, raw

    try:
        page = document[number]
    except PdfiumError:
        return [], 0  # a page that is damaged past repair has no lines, and is counted as such
    try:
        handle = raw.FPDFText_LoadPage(page.raw)
        try:
            return _read_lines(raw, handle, number + 1)
        finally:
            raw.FPDFText_ClosePage(handle)
    finally:
        page.close()


def _read_lines(raw: Any, handle: Any, page: int) -> tuple[list[PdfLine], int]:
    count = raw.FPDFText_CountChars(handle)
    if not 0 < count <= MAX_PAGE_CHARACTERS:
        return [], max(count, 0)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", errors="replace")
    exact = written - 1 == count == len(text)
    box = _CharacterBox(raw, handle, text, exact)
    lines = [
        line
        for found in _LINE.finditer(text)
        if (line := _line_of(found.group(), found.start(), page, box)) is not None
    ]
    return join_fragments(lines), count


def _line_of(shown: str, place: int, page: int, box: _CharacterBox) -> PdfLine | None:
    """Return one line of PDFium's text, None for one without letters."""
    bare = shown.strip("\r\n ")
    if bare[-1:] in _ACCENTS and (stray := _STRAY.search(bare)):
        bare = bare[: stray.start()]
    if not bare:
        return None
    start = place + len(shown) - len(shown.lstrip("\r\n "))
    left, bottom, right, top = box.at(start)
    right = max(right, box.right_of(start + len(bare) - 1))
    height, marked = top - bottom, False
    if bare[0] in _MARKS and (letter := _LAST_LETTER.search(bare)):
        _, low, _, high = box.at(start + letter.start())
        height = high - low
        marked = top - bottom < 0.93 * height or bottom > low + 0.15 * height
        bottom, top = low, high
    cleaned = clean(bare)
    if not cleaned:
        return None
    raised = [
        (len(clean(bare[:first])), len(clean(bare[:stop])))
        for first, stop in _may_be_raised(bare)
        if box.is_raised(start + first, bottom, height)
    ]
    return PdfLine(cleaned, page, left, bottom, right, top, height, marked, tuple(raised))


def _may_be_raised(text: str) -> list[tuple[int, int]]:
    """Return where numbers stand that no blank parts from the word before.

    >>> _may_be_raised("as shown.12 In 1990, TiO2 and text3,5 goes on")
    [(9, 11), (24, 25), (34, 37)]
    """
    spans = [found.span() for found in _RAISED.finditer(text)]
    return [s for s in spans if s[0] and ((c := text[s[0] - 1]) in _BEFORE_RAISED or c.isalpha())]


def clean(text: str) -> str:
    """Return text with ligatures, odd blanks and hyphens of PDFium made plain.

    >>> clean("con\ufb01dent  self\ufffe")
    'confident self-'
    """
    plain = text.translate(_ODD) if _MAY_BE_ODD.search(text) else text
    return " ".join(plain.split()) if "  " in plain else plain.strip()


def join_fragments(lines: list[PdfLine]) -> list[PdfLine]:
    """Return lines with the pieces joined that PDFium parts at a superscript or a tab."""
    joined: list[PdfLine] = []
    for line in lines:
        if joined and _is_next_piece(joined[-1], line):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _is_next_piece(before: PdfLine, line: PdfLine) -> bool:
    """Return True for a piece that goes on, on the same baseline, right of the one before."""
    gap = line.left - before.right
    if not -1.0 < gap < 60.0:
        return False
    shared = min(before.top, line.top) - max(before.bottom, line.bottom)
    if shared < 0.5 * min(before.top - before.bottom, line.top - line.bottom):
        return False
    # NOTE: a footnote's number may stand a tab before its text
    number = before.text.isdigit() and len(before.text) < 4 and len(line.text) > 12
    return number or gap < 0.6 * max(before.height, line.height)


def _join(before: PdfLine, line: PdfLine) -> PdfLine:
    blank = " " if line.left - before.right > 0.12 * line.height else ""
    start = len(before.text) + len(blank)
    number = before.text.isdigit()
    return PdfLine(
        f"{before.text}{blank}{line.text}",
        before.page,
        before.left,
        line.bottom if number else before.bottom,
        line.right,
        line.top if number else before.top,
        line.height if number else before.height,
        before.marked or (number and (before.height < 0.93 * line.height or before.bottom > line.bottom + 1)),
        before.superscripts + tuple((start + a, start + b) for a, b in line.superscripts),
    )


def _units(text: str, place: int) -> int:
    """Return a place in the text in UTF-16 units, which PDFium counts in."""
    return len(text[:place].encode("utf-16-le", errors="replace")) // 2


class _CharacterBox:
    """Asks PDFium for the box of one character of a page at a time."""

    __slots__ = ("_at", "_exact", "_handle", "_index", "_rect", "_reference", "_text")

    def __init__(self, raw: Any, handle: Any, text: str, exact: bool) -> None:
        self._rect = raw.FS_RECTF()
        self._reference = ctypes.byref(self._rect)
        self._at = raw.FPDFText_GetLooseCharBox
        self._index = raw.FPDFText_GetCharIndexFromTextIndex
        self._handle = handle
        self._text = text
        self._exact = exact

    def at(self, place: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of the character at a place of the page's text."""
        index = place if self._exact else self._index(self._handle, _units(self._text, place))
        self._at(self._handle, index, self._reference)
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top

    def right_of(self, place: int) -> float:
        """Return the right edge of the character at a place of the page's text."""
        index = place if self._exact else self._index(self._handle, _units(self._text, place))
        self._at(self._handle, index, self._reference)
        return float(self._rect.right)

    def is_raised(self, place: int, bottom: float, height: float) -> bool:
        """Return True for a character that stands above its line's base, or is smaller than its letters."""
        _, low, _, high = self.at(place)
        return high - low < 0.85 * height or low > bottom + 0.2 * height
