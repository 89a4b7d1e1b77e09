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
    column: int = 0
    region: str = ""

    @property
    def height(self) -> float:
        """Ascent plus descent of the first character's font, near enough its size times 1.2."""
        return self.top - self.bottom


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
    box = _CharacterBox(raw, handle, exact)
    lines: list[PdfLine] = []
    for found in _LINE.finditer(text):
        shown = found.group()
        bare = shown.strip("\r\n ")
        stray = bare[_STRAY.search(bare).start() :] if bare[-1:] in _ACCENTS else ""  # type: ignore[union-attr]
        bare = bare[: len(bare) - len(stray)]
        if not bare:
            continue
        start = found.start() + len(shown) - len(shown.lstrip("\r\n "))
        last = start + len(bare) - 1
        left, bottom, right, top = box.at(start if exact else _units(text, start))
        end = box.at(last if exact else _units(text, last))
        cleaned = bare.translate(_ODD)
        cleaned = " ".join(cleaned.split()) if "  " in cleaned else cleaned.strip()
        if cleaned:
            lines.append(PdfLine(cleaned, page, left, bottom, max(right, end[2]), top))
    return lines, count


def _units(text: str, place: int) -> int:
    """Return a place in the text in UTF-16 units, which PDFium counts in."""
    return len(text[:place].encode("utf-16-le", errors="replace")) // 2


class _CharacterBox:
    """Asks PDFium for the box of one character of a page at a time."""

    __slots__ = ("_at", "_exact", "_handle", "_index", "_rect", "_reference")

    def __init__(self, raw: Any, handle: Any, exact: bool) -> None:
        self._rect = raw.FS_RECTF()
        self._reference = ctypes.byref(self._rect)
        self._at = raw.FPDFText_GetLooseCharBox
        self._index = raw.FPDFText_GetCharIndexFromTextIndex
        self._handle = handle
        self._exact = exact

    def at(self, place: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of the character at a place of the page's text."""
        index = place if self._exact else self._index(self._handle, place)
        self._at(self._handle, index, self._reference)
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top
