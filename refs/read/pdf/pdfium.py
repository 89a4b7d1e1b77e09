"""What PDFium says about a PDF, page by page; runs in a process of its own, which may be killed.

``python -I -S pdfium.py FOLDER_OF_PYPDFIUM2 MEGABYTES SECONDS`` answers on standard output what it is
handed on standard input, file after file. PDFium has no bounds of its own on time and memory, so this
process has: it imports nothing of refs, starts in a twentieth of a second, and reads many files.
A request is the length of a file (8 bytes) and the file; an answer is messages of one letter, a length
(4 bytes) and that many bytes, until ``FAILED``, or ``END`` with the seconds on a processor so far.
"""

from __future__ import annotations

import array
import contextlib
import ctypes
import gc
import json
import re
import sys
import time
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from typing import Any, BinaryIO

MAX_PAGES = 5_000
MAX_CHARACTERS = 40_000_000
MAX_PAGE_CHARACTERS = 400_000
PAGES_A_SECOND = 50
"""Every so many pages a file gets one second more; PDFium reads ten times as many."""

READY, DOCUMENT, PAGE, FAILED, END = b"R", b"D", b"P", b"F", b"E"
Message = tuple[bytes, bytes]
Row = tuple[str, float, float, float, float, float, bool, tuple[tuple[int, int], ...]]
"""A printed line: text, left, bottom, right, top, height of its letters, whether it begins with a raised
or smaller number, and where in it superscripts stand."""

_LINE = re.compile("[^\r\n\ufffe]+\ufffe?")
"""PDFium ends a line with CR LF, or with U+FFFE where the line ended in a hyphen."""
_ACCENTS = frozenset("´`¨ˆ˜ˇ¸")
_STRAY = re.compile(r"(?:(?<= )[´`¨ˆ˜ˇ¸] ?){1,5}\Z|\Z")
"""Accents of TeX's old fonts, which PDFium moves to the end of their line: "Svensen, and Williams ´"."""
_MARKS = frozenset("0123456789*†‡§")
_LAST_LETTER = re.compile(r"[^\W\d_](?=[\W\d_]*\Z)")
_RAISED = re.compile(
    r"\d(?:(?<=[^\W\d_].|[.;:!?)\]”“\"’»].)|(?<=\D,.)|(?<=\b[12]\d\d\d[,.].)|(?<=[^\W\d_]\d[,.].)"
    r"|(?<=[^\W\d_] .)|(?<=[.,:;!?)\]”“\"’»] .))"
    r"\d{0,2}[a-h]?(?:[,;‐‑–—−\u00ad-]{1,2}(?:\d{1,3}[a-h]?|[a-h](?=\W))){0,12}"
    r"(?=[\s.,;:)\]”“\"’»\ufffe]|\Z)"
)
"""What may be a superscript, a letter or a mark before it, and a thin blank: "text.12", "text3,5–7 goes on",
"text. 12"; not in "5,2"."""
_NUMBERED = re.compile(r"(\d{1,4}) (?=\S)", re.A)
_NUMBERED_LINES = 12
"""Lines that a page has at least whose margin is numbered."""
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
_LIGATURES_OF_TEX = "\x1b\x1c\x1d\x1e\x1f"
_OF_TEX = str.maketrans(
    "\x10\x11\x12\x13\x14\x15\x16" + _LIGATURES_OF_TEX, "“”„«»–—" + "\ufb00\ufb01\ufb02\ufb03\ufb04"
)
"""Signs at their places in TeX's T1 encoding, which bitmap fonts of older files do not name."""
_ODD_WITHIN = tuple(chr(code) for code in _ODD if code != 0xFFFE)
"""Odd characters but for the hyphen, which ends a line: most pages have none."""


def messages(data: bytes, raw: Any) -> Iterator[Message]:
    """Yield what there is to say about a PDF: the document, each page, the end; or why it failed."""
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        yield FAILED, json.dumps({"why": _why(raw)}).encode()
        return
    try:
        pages = raw.FPDF_GetPageCount(document)
        if pages > MAX_PAGES:
            yield FAILED, json.dumps({"why": "pages", "pages": pages}).encode()
            return
        known = {key: _metadata(raw, document, key) for key in ("Title", "Producer", "Creator")}
        yield DOCUMENT, json.dumps(known | {"pages": pages}).encode()
        characters = 0
        margin = _Margin()
        for number in range(pages):
            rows, count = page_rows(raw, document, number, margin)
            characters += count
            if characters > MAX_CHARACTERS:
                yield FAILED, json.dumps({"why": "characters"}).encode()
                return
            yield PAGE, packed(rows)
        yield END, b""
    finally:
        raw.FPDF_CloseDocument(document)


def _why(raw: Any) -> str:
    error = raw.FPDF_GetLastError()
    return "password" if error in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY) else "damaged"


def _metadata(raw: Any, document: Any, key: str) -> str:
    """Return an entry of the document's information, "" if there is none."""
    length = raw.FPDF_GetMetaText(document, key.encode(), None, 0)
    if not 2 < length < 10_000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_GetMetaText(document, key.encode(), buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")


def page_rows(raw: Any, document: Any, number: int, margin: _Margin) -> tuple[list[Row], int]:
    """Return the lines of a page (counted from 0) in content order, and its number of characters.

    ``margin`` knows how the lines of the page before were numbered.

    A page that is damaged past repair has no lines, as has one with more than ``MAX_PAGE_CHARACTERS``.
    """
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return [], 0
    try:
        handle = raw.FPDFText_LoadPage(page)
        try:
            count = raw.FPDFText_CountChars(handle)
            if not 0 < count <= MAX_PAGE_CHARACTERS:
                return [], max(count, 0)
            return _rows(raw, handle, count, margin), count
        finally:
            raw.FPDFText_ClosePage(handle)
    finally:
        raw.FPDF_ClosePage(page)


def _rows(raw: Any, handle: Any, count: int, margin: _Margin) -> list[Row]:
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", errors="replace")
    boxes = _Boxes(raw, handle, text, exact=written - 1 == count == len(text))
    odd = any(character in text for character in _ODD_WITHIN)
    if odd and any(character in text for character in _LIGATURES_OF_TEX):
        text = text.translate(_OF_TEX)
    raised = [found.span() for found in _RAISED.finditer(text)]
    raised.reverse()
    rows: list[Row] = []
    places: list[re.Match[str]] = []
    for found in _LINE.finditer(text):
        shown, start, end = found[0], found.start(), found.end()
        within: list[tuple[int, int]] = []
        while raised and raised[-1][0] < end:
            within.append(raised.pop())
        row = _row(shown, start, within, boxes, odd)
        if row is not None:
            rows.append(row)
            places.append(found)
    numbered = sum([row[0][0].isdigit() for row in rows])
    if numbered < (1 if margin.last else max(_NUMBERED_LINES, 0.6 * len(rows))):
        return rows
    return _without_line_numbers(
        rows, [place.end() - len(place[0].lstrip(" ")) for place in places], boxes, margin
    )


class _Margin:
    """Remembers how the lines of a manuscript are numbered from page to page."""

    __slots__ = ("last",)

    def __init__(self) -> None:
        self.last = 0
        """The number of the last line on the page before, 0 if its lines have none."""

    def numbers(self, rows: list[Row], found: list[re.Match[str] | None]) -> bool:
        """Return True if numbers that lines begin with are those of a margin.

        Nearly every line has one, counting up; and other than the entries of a list many go on with a small
        letter, or they go on from the page before.
        """
        numbers = [int(number[1]) for number in found if number]
        if not numbers:
            return False
        goes_on = 0 < self.last < numbers[0] <= self.last + 3
        again = numbers[0] == 1 and len(numbers) >= _NUMBERED_LINES and self.last > 0
        steps = sum(1 for before, after in pairwise(numbers) if after - before == 1)
        if steps < 0.9 * (len(numbers) - 1) or len(numbers) < (0.5 if goes_on else 0.6) * len(rows):
            return False
        if goes_on or again:
            return True
        small = sum(
            1 for row, number in zip(rows, found, strict=True) if number and row[0][number.end()].islower()
        )
        return small >= 0.2 * len(numbers)


def _without_line_numbers(rows: list[Row], starts: list[int], boxes: _Boxes, margin: _Margin) -> list[Row]:
    """Return the lines without the numbers of a manuscript's margin, which PDFium joins to their text."""
    found = [_NUMBERED.match(row[0]) for row in rows]
    if not margin.numbers(rows, found):
        margin.last = 0
        return rows
    margin.last = max(int(number[1]) for number in found if number)
    kept: list[Row] = []
    for row, number, start in zip(rows, found, starts, strict=True):
        if number is None:
            kept.append(row)
            continue
        cut = number.end()
        left = boxes.at(start + cut)[0]
        raised = tuple((first - cut, stop - cut) for first, stop in row[7] if first >= cut)
        kept.append((row[0][cut:], left, *row[2:6], False, raised))
    return kept


def _row(shown: str, start: int, raised: list[tuple[int, int]], boxes: _Boxes, odd: bool) -> Row | None:
    """Return one line of PDFium's text, None for one without letters."""
    bare = shown.strip(" ")
    if bare[-1:] in _ACCENTS and (stray := _STRAY.search(bare)):
        bare = bare[: stray.start()]
    cleaned = clean(bare) if odd else _one_spaced(bare.replace("\ufffe", "-"))
    if not cleaned:
        return None
    if shown[0] == " ":
        start += len(shown) - len(shown.lstrip(" "))
    left, bottom, right, top = boxes.at(start)
    right = max(right, boxes.right_of(start + len(bare) - 1))
    height, marked = top - bottom, False
    if bare[0] in _MARKS and (letter := _LAST_LETTER.search(bare)):
        _, low, _, high = boxes.at(start + letter.start())
        height = high - low
        marked = top - bottom < 0.93 * height or bottom > low + 0.15 * height
        bottom, top = low, high
    superscripts = _superscripts(bare, start, raised, boxes, bottom, height) if raised else ()
    return cleaned, left, bottom, right, top, height, marked, superscripts


def _superscripts(
    bare: str, start: int, spans: list[tuple[int, int]], boxes: _Boxes, bottom: float, height: float
) -> tuple[tuple[int, int], ...]:
    """Return which of these spans of a page are raised, as places in the cleaned line."""
    return tuple(
        ((end := len(clean(bare[: stop - start]))) - (stop - first), end)
        for first, stop in spans
        if start < first < start + len(bare)
        and boxes.is_raised(first, bottom, height, apart=bare[first - start - 1] == " ")
    )


def clean(text: str) -> str:
    """Return text with ligatures, odd blanks and hyphens of PDFium made plain.

    >>> clean("con\ufb01dent  self\ufffe")
    'confident self-'
    """
    return _one_spaced(text.translate(_ODD))


def _one_spaced(text: str) -> str:
    return " ".join(text.split()) if "  " in text else text.strip()


class _Boxes:
    """Asks PDFium for the box of one character of a page at a time."""

    __slots__ = ("_address", "_at", "_exact", "_handle", "_index", "_page", "_rect", "_text")

    def __init__(self, raw: Any, page: Any, text: str, *, exact: bool) -> None:
        self._rect = raw.FS_RECTF()
        self._address = ctypes.addressof(self._rect)
        self._at = _box_function(raw)
        self._index = raw.FPDFText_GetCharIndexFromTextIndex
        self._page = page
        self._handle = ctypes.cast(page, ctypes.c_void_p).value
        self._text = text
        self._exact = exact

    def at(self, place: int) -> tuple[float, float, float, float]:
        """Return left, bottom, right, top of the character at a place of the page's text."""
        self._at(self._handle, place if self._exact else self._counted(place), self._address)
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top

    def right_of(self, place: int) -> float:
        """Return the right edge of the character at a place of the page's text."""
        self._at(self._handle, place if self._exact else self._counted(place), self._address)
        return float(self._rect.right)

    def is_raised(self, place: int, bottom: float, height: float, *, apart: bool) -> bool:
        """Return True for a character that stands above its line's base, or is smaller than its letters.

        Both, if a blank stands before it: numbers of other things may be smaller than words.
        """
        _, low, _, high = self.at(place)
        if apart:
            return high - low < 0.85 * height and low > bottom + 0.1 * height
        return high - low < 0.85 * height or low > bottom + 0.2 * height

    def _counted(self, place: int) -> int:
        """Return PDFium's number of a character: it counts UTF-16 units, and some that it does not give."""
        units = len(self._text[:place].encode("utf-16-le", errors="replace")) // 2
        return int(self._index(self._page, units))


@lru_cache(maxsize=1)
def _box_function(raw: Any) -> Any:
    """Return ``FPDFText_GetLooseCharBox`` on plain addresses: ctypes checks the types of others each time."""
    shape = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return ctypes.cast(raw.FPDFText_GetLooseCharBox, shape)


def packed(rows: list[Row]) -> bytes:
    """Return the lines of a page as bytes, for ``unpacked``.

    >>> rows = [("Neff 2003", 70.0, 10.0, 99.5, 20.0, 10.0, False, ((5, 9),)), ("b", 1, 2, 3, 4, 5, True, ())]
    >>> list(unpacked(packed(rows))) == rows
    True
    """
    numbers = array.array("d", [number for row in rows for number in row[1:7]])
    raised = {place: row[7] for place, row in enumerate(rows) if row[7]}
    text = "\n".join([row[0] for row in rows]).encode("utf-8", errors="replace")
    spans = json.dumps(raised).encode() if raised else b""
    sizes = array.array("q", (8 * len(numbers), len(spans)))
    return b"".join((sizes.tobytes(), numbers.tobytes(), spans, text))


def unpacked(message: bytes) -> Iterator[Row]:
    """Return the lines that ``packed`` made bytes of."""
    in_numbers, in_spans = array.array("q", message[:16])
    after_numbers = 16 + in_numbers
    after_spans = after_numbers + in_spans
    numbers = array.array("d", message[16:after_numbers])
    spans = message[after_numbers:after_spans]
    texts = message[after_spans:].decode("utf-8").split("\n") if in_numbers else []
    raised: list[tuple[tuple[int, int], ...]] = [()] * len(texts)
    if spans:
        for place, found in json.loads(spans).items():
            raised[int(place)] = tuple((first, stop) for first, stop in found)
    columns = [numbers[place::6] for place in range(6)]
    left, bottom, right, top, height = columns[:5]
    return zip(texts, left, bottom, right, top, height, map(bool, columns[5]), raised, strict=True)


def serve(raw: Any, requests: BinaryIO, answers: BinaryIO, megabytes: int, seconds: float) -> None:
    """Answer requests until there are no more, within the limits on each."""
    _write(answers, READY, b"")
    while head := requests.read(8):
        size = int.from_bytes(head, "little")
        _bound_time(seconds)
        _bound_memory(megabytes * 1_000_000 + 2 * size)
        for kind, message in messages(requests.read(size), raw):
            if kind == DOCUMENT:
                _bound_time(seconds + json.loads(message)["pages"] / PAGES_A_SECOND)
            _write(answers, kind, message if kind != END else str(time.process_time()).encode())
        _bound_time(0)


def _write(answers: BinaryIO, kind: bytes, message: bytes) -> None:
    answers.write(kind + len(message).to_bytes(4, "little") + message)
    answers.flush()


def _bound_time(seconds: float) -> None:
    """Let this process die after so much time on a processor (0: no bound); POSIX only."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import signal

        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound_memory(size: int) -> None:
    """Let this process have no more memory than this; Linux and others that know the limit only."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def main(folder: str, megabytes: str, seconds: str) -> None:
    """Serve standard input and output, with the pypdfium2 of a folder."""
    sys.path.append(folder)
    # NOTE: pypdfium2 itself, with its helpers, takes twice as long to import
    raw = import_module("pypdfium2_raw.bindings")
    raw.FPDF_InitLibrary()
    gc.disable()  # nothing here refers to itself
    serve(raw, sys.stdin.buffer, sys.stdout.buffer, int(megabytes), float(seconds))


if __name__ == "__main__":
    main(*sys.argv[1:])
