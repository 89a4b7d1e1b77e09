"""The text of a .bib with its entries' places, so that what is not touched stays byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from refs.errors import LibraryError
from refs.formats.bibtex.blocks import BibBlock, FieldPlace, chunks, field_places, split_blocks

# NOTE: matches "@article{neff2003self," wherever it stands; more than entries, never fewer
_HEAD = re.compile(r"@(\w+)[ \t]*[{(]\s*([^\s,{}()\"=]+)\s*[,})]")
_NOT_ENTRIES = frozenset({"string", "comment", "preamble"})
_BIBLATEX = re.compile(r"^[ \t]*(?:date|journaltitle|location|langid)\s*=", re.M | re.I)
_BIBTEX = re.compile(r"^[ \t]*(?:year|journal|address|month)\s*=", re.M | re.I)


@dataclass(frozen=True, slots=True)
class PlacedEntry:
    """An entry and the place of its text in the file."""

    block: BibBlock
    start: int
    end: int
    line: int


@dataclass(frozen=True)
class BibText:
    """A .bib file's text. Bytes that are not UTF-8 are kept as they are (surrogate escapes)."""

    text: str

    @classmethod
    def from_bytes(cls, data: bytes, path: Path) -> BibText:
        """Return the text of a file.

        Raises:
            LibraryError: the file is UTF-16 or UTF-32, or no text at all.
        """
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:4096]:
            raise LibraryError(f"{path}: is not UTF-8 text; save it as UTF-8 and try again")
        return cls(data.decode("utf-8", errors="surrogateescape"))

    def to_bytes(self) -> bytes:
        """Return the file's bytes; those of untouched stretches are those that were read."""
        return self.text.encode("utf-8", errors="surrogateescape")

    @property
    def is_utf8(self) -> bool:
        """False where some bytes are of another encoding."""
        return self.text.isascii() or re.search(r"[\udc80-\udcff]", self.text) is None

    @cached_property
    def keys(self) -> list[str]:
        """Every citekey in file order, found without parsing."""
        return [m.group(2) for m in _HEAD.finditer(self.text) if m.group(1).lower() not in _NOT_ENTRIES]

    @property
    def newline(self) -> str:
        """The line ending that the file uses."""
        return "\r\n" if self.text.count("\r\n") * 2 > self.text.count("\n") else "\n"

    @property
    def is_biblatex(self) -> bool:
        """True where the entries use biblatex's field names rather than BibTeX's."""
        head = self.text[:500_000]
        return len(_BIBLATEX.findall(head)) > len(_BIBTEX.findall(head))

    def entries(self) -> Iterator[PlacedEntry]:
        """Yield every entry with its place, parsing stretch by stretch."""
        return self.entries_with(lambda piece: True)

    def entries_with(self, holds: Callable[[str], bool]) -> Iterator[PlacedEntry]:
        """Yield the entries of those stretches of which ``holds`` is true; the others are not parsed."""
        line, counted = 1, 0
        for start, end in chunks(self.text):
            piece = self.text[start:end]
            if holds(piece):
                line += self.text.count("\n", counted, start)
                counted = start
                yield from _entries(piece, start, line)

    def find(self, key: str) -> PlacedEntry:
        """Return the entry with a key; case counts only where two differ in nothing else.

        Raises:
            LibraryError: no entry has it, or more than one.
        """
        wanted = key.lower()
        candidates = self.entries_with(lambda piece: wanted in piece.lower())
        found = [entry for entry in candidates if entry.block.key.lower() == wanted]
        exact = [entry for entry in found if entry.block.key == key]
        found = exact or found
        if len(found) == 1:
            return found[0]
        if found:
            lines = ", ".join(str(entry.line) for entry in found)
            raise LibraryError(
                f"the key {key!r} is given to {len(found)} entries (lines {lines}); rename one"
            )
        self._complain_of_broken(wanted)
        import difflib

        near = difflib.get_close_matches(key, self.keys, n=3, cutoff=0.6)
        hint = f"; did you mean {' or '.join(near)}" if near else "; refs list shows the keys"
        raise LibraryError(f"no entry has the key {key!r}{hint}")

    def _complain_of_broken(self, key: str) -> None:
        """Raise the error for a key whose entry is there but cannot be parsed."""
        line = 1
        for start, end in chunks(self.text):
            piece = self.text[start:end]
            if key in piece.lower() and any(key == match.group(2).lower() for match in _HEAD.finditer(piece)):
                for block in split_blocks(piece):
                    if block.kind == "broken":
                        raise LibraryError(f"line {line + block.line - 1}: {block.problem}; mend it by hand")
            line += piece.count("\n")

    def appended(self, entries: Iterable[str]) -> BibText:
        """Return the text with entries added at the end, a blank line between."""
        newline = self.newline
        text = self.text
        for entry in entries:
            if text.strip("\ufeff"):
                text = text.rstrip(" \t") if text.endswith("\n") else text + newline
                if not text.endswith(newline * 2):
                    text += newline
            text += entry.replace("\r\n", "\n").replace("\n", newline)
        return BibText(text)

    def replaced(self, entry: PlacedEntry, raw: str) -> BibText:
        """Return the text with one entry's own text changed."""
        return BibText(self.text[: entry.start] + raw + self.text[entry.end :])

    def without(self, entry: PlacedEntry) -> BibText:
        """Return the text without one entry and the blank lines behind it."""
        before, after = self.text[: entry.start], self.text[entry.end :]
        line_start = before.rstrip(" \t")
        if line_start.endswith("\n") or not line_start:
            before = line_start
            after = re.sub(r"\A[ \t]*,?[ \t]*(?:\r?\n[ \t]*)*(?:\r?\n|\Z)", "", after)
        return BibText(before + after)


def _entries(chunk: str, offset: int, line: int) -> Iterator[PlacedEntry]:
    position = 0
    for block in split_blocks(chunk):
        start = chunk.find(block.raw, position)
        if start < 0:
            continue
        position = start + len(block.raw)
        if block.kind == "entry":
            end = start + len(block.raw)
            yield PlacedEntry(block, offset + start, offset + end, line + chunk.count("\n", 0, start))


def with_fields(raw: str, changes: Mapping[str, str | None], newline: str = "\n") -> str:
    """Return an entry's text with fields set (values with their braces) or, where None, taken out.

    What is not named stays as it is written, spacing and order included.

    >>> with_fields("@book{a,\\n  title = {A},\\n  year = 2000\\n}", {"year": "{2001}", "title": None})
    '@book{a,\\n  year = {2001}\\n}'

    Raises:
        LibraryError: the change would break the entry, or its present state is broken.
    """
    for name, value in changes.items():
        places = {place.name: place for place in reversed(field_places(raw))}
        place = places.get(name)
        if place is not None and value is not None:
            raw = raw[: place.value_start] + value + raw[place.value_end :]
        elif place is not None:
            raw = _without_field(raw, place)
        elif value is not None:
            raw = _with_new_field(raw, list(places.values()), f"{name} = {value}", newline)
    blocks = split_blocks(raw)
    if len(blocks) != 1 or blocks[0].kind != "entry" or blocks[0].problem:
        raise LibraryError("that change would break the entry; nothing has changed")
    return raw


def _without_field(raw: str, place: FieldPlace) -> str:
    """Return an entry's text without a field, the comma behind it and the line it stood on."""
    before, after = raw[: place.start], raw[place.value_end :]
    stripped = after.lstrip()
    if stripped.startswith(","):
        rest = stripped[1:]
        if "\n" in before[len(before.rstrip()) :] and (line_end := re.match(r"[ \t]*\r?\n", rest)):
            return before[: len(before.rstrip(" \t"))] + rest[line_end.end() :]
        rest = rest.lstrip(" \t")
        return (before.rstrip(" \t") if rest[:1] in "\r\n" else before) + rest
    return before.rstrip().removesuffix(",") + after


def _with_new_field(raw: str, places: list[FieldPlace], text: str, newline: str) -> str:
    """Return an entry's text with a field added behind the last, indented as that is."""
    if not places:
        end = len(raw) - 1
        comma = "" if raw[:end].rstrip().endswith(",") else ","
        return f"{raw[:end].rstrip()}{comma}{newline}  {text}{newline}{raw[end:]}"
    last = max(places, key=lambda place: place.start)
    before = raw[: last.start]
    gap = before[len(before.rstrip()) :] if before.rstrip()[-1:] in ",{(" else newline + "  "
    after = raw[last.value_end :]
    return raw[: last.value_end] + "," + (gap or " ") + text + after
