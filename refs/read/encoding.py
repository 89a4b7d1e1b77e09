"""Bytes become text: the encoding is taken from marks, then tried, then guessed, and a guess is said."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32's begin like UTF-16's and come first."""

_SAMPLE = 50_000
_HTML_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{1,40})""", re.I)
_XML_CHARSET = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,200}encoding\s{0,5}=\s{0,5}["']([\w:.-]{1,40})""", re.I)
_SINGLE_BYTE = (
    "ascii",
    "latin_1",
    "iso8859",
    "mac_",
    "cp12",
    "cp4",
    "cp8",
    "cp7",
    "hp_roman8",
    "koi8",
    "kz",
    "ptcp",
)
_LATIN = re.compile(
    r"ascii|latin_1|iso8859_(?:[1-4]|9|1[03-6])|mac_(?!cyrillic|greek)\w+|cp125[02478]|cp4\w+|cp8[56]\w|hp_roman8"
)
"""Encodings of one byte a letter, and those of them that have no other alphabet than the Latin."""
_ASCII_LETTERS = [bytes([code]) for code in (*range(65, 91), *range(97, 123))]
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252"}
"""What pages that declare these really use (WHATWG Encoding Standard, 4.2)."""


def decode_text(data: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of bytes, and a sentence about what had to be guessed or mended ("" if nothing).

    >>> decode_text("Łódź".encode())
    ('Łódź', '')
    >>> decode_text("Müller, 1999".encode("utf-16"))[0]
    'Müller, 1999'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if encoding := _zero_pattern(data[:_SAMPLE]):
        return _lossy(data, encoding)
    if _mostly_utf8(data):
        return _lossy(data, "utf-8")
    encoding = _known(declared) or _guess(data)
    text, mended = _lossy(data, encoding)
    return text, mended or f"the text is not UTF-8; it was read as {encoding}"


def declared_encoding(data: bytes) -> str:
    """Return the encoding that an HTML or XML file names in its head, "" if none.

    >>> declared_encoding(b'<html><head><meta charset="windows-1252">')
    'windows-1252'
    """
    found = _XML_CHARSET.search(data[:1000]) or _HTML_CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _lossy(data: bytes, encoding: str) -> tuple[str, str]:
    text = data.decode(encoding, errors="replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return text, f"some bytes are not {encoding}; they stand as {chr(0xFFFD)}"
    return text, ""


def _zero_pattern(sample: bytes) -> str:
    """Return UTF-16's byte order if every second byte is mostly zero, as in Latin text without a mark."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.15 * len(sample) or min(even, odd) > 0.05 * len(sample):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """Return True if the bytes are UTF-8 but for a few: a file put together from several."""
    text = data[: _SAMPLE * 20].decode("utf-8", errors="replace")
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return text.count("\ufffd") < 0.2 * beyond


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name if declared else ""
    except LookupError:
        return ""
    return "" if name == "utf-8" else _ALIASES.get(name, name)


def _guess(data: bytes) -> str:
    """Return the likeliest encoding of bytes that are not UTF-8."""
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample, steps=5, chunk_size=512).best()
    found = best.encoding if best else ""
    # NOTE: for short Western texts the guess wavers between look-alikes (cp1250, mac_iceland, cp1251…);
    # what is written in another alphabet is so in most of its letters.
    if found and not found.startswith(_SINGLE_BYTE):
        return found
    if found and _mostly_high(sample):
        return found if not _LATIN.fullmatch(found) else "cp1251"
    return "cp1252" if not _undefined_in_cp1252(sample) else found or "latin_1"


def _mostly_high(sample: bytes) -> bool:
    """Return True if most letters are not ASCII: no Latin alphabet, then."""
    letters = sum(map(sample.count, _ASCII_LETTERS))
    return sum(1 for code in sample if code >= 0x80) > letters


def _undefined_in_cp1252(sample: bytes) -> bool:
    return any(code in sample for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
