"""Packed streams of a PDF, looked at before PDFium unpacks them: none may be a bomb."""

from __future__ import annotations

import re
import zlib

from refs.errors import TooLarge

MAX_UNPACKED = 48_000_000
"""Bytes that the drawing of one page may unpack to; a full page of text takes a tenth of a million."""
_RATIO = 1_032
"""Deflate cannot pack better than this (zlib, technical notes): a shorter stream needs no look."""
_STREAM = re.compile(rb"stream\r?\n")
"""Of "endstream", too, which stands after no dictionary; a literal beginning is searched fast."""
_PACKED = re.compile(rb"/Fl(?:ateDecode)?\b|/Filter\s{0,5}\d")
_DICTIONARY = 2_000
"""How far before a stream its dictionary is looked for."""


def refuse_bombs(data: bytes, name: str) -> None:
    """Raise TooLarge for a PDF with a stream, images aside, that unpacks to more than ``MAX_UNPACKED``.

    Only streams long enough to hold that much are unpacked, a piece at a time, and counted.
    """
    for found in _STREAM.finditer(data):
        if data[found.start() - 3 : found.start()] == b"end":
            continue
        head = data[max(0, found.start() - _DICTIONARY) : found.start()]
        head = head[head.rfind(b"obj") + 3 :]
        layers = len(_PACKED.findall(head))
        if not layers or b"/Image" in head:
            continue
        stop = data.find(b"endstream", found.end())
        stop = len(data) if stop < 0 else stop
        if (stop - found.end()) * _RATIO**layers < MAX_UNPACKED:
            continue
        unpacked = data[found.end() : stop]
        for _ in range(layers):
            unpacked = _unpack(unpacked, name)


def _unpack(data: bytes, name: str) -> bytes:
    """Return what a stream unpacks to; b"" for one that is damaged, which PDFium will find, too."""
    try:
        unpacked = zlib.decompressobj().decompress(data, MAX_UNPACKED + 1)
    except zlib.error:
        return b""
    if len(unpacked) > MAX_UNPACKED:
        limit = MAX_UNPACKED // 1_000_000
        raise TooLarge(f"{name}: a page unpacks to more than {limit} MB; print the PDF to a new file first")
    return unpacked
