"""Ways to damage a file: any bytes; lines; the elements of XML; the parts of a zip; the objects of a PDF."""

from __future__ import annotations

import contextlib
import copy
import io
import random
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from refs.read.zip_safety import BROKEN

PIECES = (
    *(bytes([code]) for code in b"\0\xff<>&\\{}[]()\n%$\xd0\t\x0c"),
    *(b"<!ENTITY a 'b'>", b"<w:p>", b"</w:p>", b"\\cite{", b"endobj", b"stream", b"65535", b"-1", b"9" * 20),
    *(
        b"\xef\xbf\xbe",
        b"\xed\xa0\x80",
        b"1. ",
        b"[1] ",
        b"[1-99999999]",
        b"References\n",
        b"\r\n\r\n",
        b"ER  - \n",
    ),
    *(
        b"@article{a,",
        b'"',
        b"#",
        b"~",
        b"\\def\\a{\\a}",
        b"\\begin{a}",
        b"\\verb|",
        b"$$",
        b"&#x110000;",
        b"<![CDATA[",
    ),
    *(
        b"https://doi.org/10.1000/",
        b" and ",
        b"\xe2\x80\x93",
        b"\xd9\xa3",
        b"\xc2\xb2",
        b"(2003",
        b"[^1]",
        b"```\n",
        b"---\n",
    ),
)
"""What is put into a file: marks that mean something to one format or another."""
DEEP = (
    b"<sec>",
    b"<div>",
    b"<p><b>",
    b"\\footnote{",
    b"{",
    b"[",
    b"(",
    b"{\\em ",
    b"> ",
    b"  - ",
    b"<<",
    b'{"a":',
    b"q ",
)
"""What is put in hundreds of times, as nothing but an attack or a broken program does."""
_TEXTS = (
    "",
    "b0",
    "9" * 20,
    "-1",
    "ﬁ\u200b",
    "{",
    "1",
    "(Neff, 2003)",
    "\t\n",
    "x" * 3000,
    "٣",
    "../..",
    "#b1 #b1",
)
_OBJECT = re.compile(rb"\d+ 0 obj\n.*?endobj\n", re.S)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME = re.compile(rb"/[A-Za-z0-9]+")
_STREAM = re.compile(rb"(stream\r?\n)(.*?)(\r?\nendstream)", re.S)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return a copy of a file with something in it changed, in a way that suits what it is."""
    if chance.random() < 0.1:
        return damaged_bytes(data, chance)
    if data.startswith(b"PK"):
        return damaged_archive(data, chance)
    if data.startswith(b"%PDF"):
        return damaged_pdf(data, chance)
    if data.lstrip().startswith(b"<") and chance.random() < 0.8:
        return damaged_tree(data, chance)
    return damaged_lines(data, chance) if chance.random() < 0.5 else damaged_bytes(data, chance)


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return a copy with one to twelve bytes or stretches changed, cut, doubled or put in."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(changed) + 1)
        stop = min(len(changed), place + int(chance.expovariate(1 / 60)) + 1)
        kind = chance.randrange(6)
        if kind == 0 and place < len(changed):
            changed[place] = chance.randrange(256)
        elif kind == 1:
            del changed[place:stop]
        elif kind == 2:
            changed[place:place] = changed[place:stop] * chance.choice((1, 2, 50))
        elif kind == 3:
            changed[place:place] = chance.choice(PIECES)
        elif kind == 4 and chance.random() < 0.2:
            changed[place:place] = chance.choice(DEEP) * chance.choice((30, 300, 3000))
        elif chance.random() < 0.1:
            del changed[place:]
    return bytes(changed)


def damaged_lines(data: bytes, chance: random.Random) -> bytes:
    """Return a copy with lines dropped, doubled, moved, joined or indented, and words swapped."""
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 8)):
        one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
        kind = chance.randrange(7)
        if kind == 0 and len(lines) > 1:
            del lines[one]
        elif kind == 1:
            lines[one:one] = lines[two : two + chance.randint(1, 5)] * chance.choice((1, 1, 30))
        elif kind == 2:
            lines[one], lines[two] = lines[two], lines[one]
        elif kind == 3 and one + 1 < len(lines):
            lines[one] += lines.pop(one + 1)
        elif kind == 4:
            lines[one] = b" " * chance.choice((1, 4, 40)) + lines[one]
        elif kind == 5:
            words = lines[one].split(b" ")
            words[chance.randrange(len(words))] = chance.choice(PIECES)
            lines[one] = b" ".join(words)
        else:
            lines[one] = b"".join(chance.choice(PIECES) for _ in range(chance.choice((2, 5, 400))))
    return b"\n".join(lines)


def damaged_tree(data: bytes, chance: random.Random) -> bytes:
    """Return XML with elements dropped, doubled, moved, renamed, and odd texts and attributes put in."""
    try:
        root: Any = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return damaged_bytes(data, chance)
    for _ in range(chance.randint(1, 8)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)][1:]
        if not elements:
            break
        # NOTE: a tree that was mended may hold names that lxml itself does not take.
        with contextlib.suppress(ValueError, KeyError):
            _disturb(chance.choice(elements), chance.choice(elements), chance)
    try:
        return str(etree.tostring(root.getroottree(), encoding="unicode")).encode(errors="replace")
    except (etree.SerialisationError, UnicodeError):  # a lone surrogate, say
        return damaged_bytes(data, chance)


def _disturb(element: Any, other: Any, chance: random.Random) -> None:
    parent = element.getparent()
    kind = chance.randrange(9)
    if kind == 0:
        parent.remove(element)
    elif kind == 1:
        for _ in range(chance.choice((1, 1, 20))):
            parent.append(copy.deepcopy(element))
    elif kind == 2 and element is not other and element not in list(other.iterancestors()):
        other.append(element)
    elif kind == 3:
        element.tag = other.tag
    elif kind == 4:
        element.text = chance.choice(_TEXTS)
    elif kind == 5:
        element.tail = chance.choice(_TEXTS)
    elif kind == 6:
        for _ in range(chance.choice((5, 60, 400))):
            inner = etree.SubElement(element, other.tag)
            element = inner
    elif element.attrib:
        name = chance.choice(list(element.attrib))
        if kind == 7:
            del element.attrib[name]
        else:
            element.attrib[name] = chance.choice(_TEXTS)


def damaged_archive(data: bytes, chance: random.Random) -> bytes:
    """Return a zip archive with one or two of its parts damaged, lost, or swapped."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except BROKEN:  # damaged before
        return damaged_bytes(data, chance)
    names = list(members) or ["a.xml"]
    for _ in range(chance.randint(1, 2)):
        victim, other = chance.choice(names), chance.choice(names)
        kind = chance.randrange(10)
        if kind == 0:
            members.pop(victim, None)
        elif kind == 1 and victim in members and other in members:
            members[victim], members[other] = members[other], members[victim]
        elif victim in members:
            members[victim] = damaged(members[victim], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


def damaged_pdf(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with objects dropped or swapped, numbers and names changed, streams damaged."""
    changed = data
    for _ in range(chance.randint(1, 4)):
        kind = chance.randrange(6)
        if kind == 0:
            changed = _replaced(
                _NUMBER,
                changed,
                chance.choice((b"0", b"-1", b"1e9", b"99999999999", b"3", b"7", b"10")),
                chance,
            )
        elif kind == 1:
            names = _NAME.findall(changed) or [b"/X"]
            changed = _replaced(_NAME, changed, chance.choice(names), chance)
        elif kind in (2, 3):
            changed = _damaged_stream(changed, chance)
        elif kind == 4:
            objects = _OBJECT.findall(changed) or [b""]
            changed = _replaced(_OBJECT, changed, chance.choice([*objects, b""]), chance)
        else:
            changed = damaged_bytes(changed, chance)
    return changed


def _replaced(pattern: re.Pattern[bytes], data: bytes, new: bytes, chance: random.Random) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    start, stop = chance.choice(found).span()
    return data[:start] + new + data[stop:]


def _damaged_stream(data: bytes, chance: random.Random) -> bytes:
    """Return a PDF with one stream's content damaged; a packed one is unpacked before and packed again."""
    found = list(_STREAM.finditer(data))
    if not found:
        return data
    victim = chance.choice(found)
    content = victim.group(2)
    try:
        new = zlib.compress(damaged_lines(zlib.decompress(content), chance))
    except zlib.error:
        new = damaged_lines(content, chance)
    return data[: victim.start(2)] + new + data[victim.end(2) :]
