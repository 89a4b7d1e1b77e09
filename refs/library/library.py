"""The library: a plain .bib that stays the user's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from refs.errors import LibraryError
from refs.formats import Problem
from refs.formats.bibtex.blocks import split_blocks
from refs.formats.bibtex.fields import BIBLATEX, BIBTEX, Dialect, fields_from_item
from refs.formats.bibtex.layout import dump_entry, enclosed, layout_entry
from refs.formats.citekeys import assign_keys, unique_key
from refs.library.bib_text import BibText, PlacedEntry, with_fields
from refs.library.index import LibraryIndex
from refs.library.storage import change_file, read_file
from refs.model import Doi, Item

# As far as it can stand in a field: braces, quotes and blanks end it.
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}\",]+")
PROVENANCE = "provenance"
"""The field that says how an entry came into the library."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an item that was to be added."""

    key: str
    is_new: bool
    """False where the library held the work already, under ``key``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the library: its text as it stands, and the item that it holds."""

    key: str
    raw: str
    line: int
    item: Item
    problems: tuple[Problem, ...] = ()


class Library:
    """A .bib file as a library. A change is one whole write, made under a lock on what the file holds then.

    >>> import tempfile
    >>> library = Library(Path(tempfile.mkdtemp()) / "library.bib")
    >>> [added] = library.add([Item({"type": "book", "title": "The TeXbook"})])
    >>> added.key, library.entry("texbooknd").item.title
    ('texbooknd', 'The TeXbook')
    """

    def __init__(self, path: Path, *, cache: Path | None = None) -> None:
        """Open a library; the file need not exist yet.

        Args:
            cache: where the search index is kept; None keeps it in memory.
        """
        self.path = path
        self.cache = cache

    def text(self) -> BibText:
        """Return the file's text.

        Raises:
            LibraryError: the file cannot be read.
        """
        return BibText.from_bytes(read_file(self.path)[0], self.path)

    def index(self) -> LibraryIndex:
        """Return the index of the library, for several questions in a row."""
        return LibraryIndex(self.path, self.cache)

    def items(self) -> list[Item]:
        """Return the items in file order; their ids are the citekeys."""
        index = self.index()
        try:
            return list(index.items())
        finally:
            index.close()

    def problems(self) -> list[Problem]:
        """Return what in the file could not be read as it stands, by line. It stays in the file."""
        index = self.index()
        try:
            found = index.problems()
        finally:
            index.close()
        seen: dict[str, int] = {}
        for entry in self.text().entries() if len(set(self.keys())) < len(self.keys()) else ():
            key = entry.block.key
            if key in seen:
                message = f"the key {key!r} stands on line {seen[key]} as well; rename one"
                found.append(Problem(entry.line, message))
            seen.setdefault(key, entry.line)
        return sorted(found, key=lambda problem: problem.line)

    def keys(self) -> list[str]:
        """Return the citekeys in file order, without parsing the file."""
        return self.text().keys

    def search(self, query: str, *, limit: int = 50) -> list[Item]:
        """Return the items that hold all words of a query, best first (see `LibraryIndex.search`)."""
        index = self.index()
        try:
            return index.search(query, limit=limit)
        finally:
            index.close()

    def entry(self, key: str) -> Entry:
        """Return the entry with a key.

        Raises:
            LibraryError: there is none, or more than one.
        """
        text = self.text()
        return entry_of(text, text.find(key))

    def add(
        self, items: Iterable[Item], *, provenance: str = "", key: str = "", allow_double: bool = False
    ) -> list[Added]:
        """Add items at the end of the file; an item whose DOI is there already is not added again.

        Args:
            provenance: how the items were found, kept in the entries.
            key: the citekey for a single item; else keys are made, and pinned ones kept.
            allow_double: add a work although its DOI is in the library.

        Raises:
            LibraryError: the file cannot be changed, or ``key`` is taken.
        """
        wanted = list(items)
        outcome: list[Added] = []

        def change(text: BibText) -> BibText:
            outcome[:] = self._plan(text, wanted, key, allow_double)
            dialect = dialect_of(text)
            entries = [
                _entry_text(item, added.key, dialect, provenance)
                for item, added in zip(wanted, outcome, strict=True)
                if added.is_new
            ]
            if not text.is_utf8 and any(not entry.isascii() for entry in entries):
                raise LibraryError(
                    f"{self.path}: is not UTF-8, so that letter cannot be added; convert it first"
                )
            return text.appended(entries)

        self._change(change)
        return outcome

    def set_fields(self, key: str, changes: Mapping[str, str | None]) -> Entry:
        """Set BibTeX fields of an entry to plain text, or remove them (None); return the entry as it is now.

        Raises:
            LibraryError: no such entry, or one that is broken and has to be mended by hand.
        """

        def change(text: BibText) -> BibText:
            placed = text.find(key)
            if placed.block.problem:
                raise LibraryError(
                    f"line {placed.line}: {placed.block.problem}; mend it with  refs edit {key}"
                )
            return text.replaced(placed, with_fields(placed.block.raw, changes, text.newline))

        self._change(change)
        return self.entry(key)

    def replace_entry(self, key: str, raw: str) -> str:
        """Put a text in an entry's place; return its key, which may be new.

        Raises:
            LibraryError: the text is not one sound entry, or its key is taken.
        """
        blocks = [block for block in split_blocks(raw) if block.kind != "comment"]
        if len(blocks) != 1 or blocks[0].kind != "entry" or blocks[0].problem or not blocks[0].key:
            reason = next((block.problem for block in blocks if block.problem), "it is not one entry")
            raise LibraryError(f"{key}: {reason}; nothing has changed")
        new_key = blocks[0].key

        def change(text: BibText) -> BibText:
            placed = text.find(key)
            others = {other.lower() for other in text.keys} - {placed.block.key.lower()}
            if new_key.lower() in others:
                raise LibraryError(f"{self.path}: the key {new_key!r} is taken; nothing has changed")
            return text.replaced(placed, raw.strip().replace("\r\n", "\n").replace("\n", text.newline))

        self._change(change)
        return new_key

    def remove(self, keys: Iterable[str]) -> list[Entry]:
        """Remove entries; return them as they were.

        Raises:
            LibraryError: a key that no entry or more than one has; nothing has changed then.
        """
        removed: list[Entry] = []
        wanted = list(dict.fromkeys(keys))

        def change(text: BibText) -> BibText:
            removed.clear()
            for key in wanted:
                placed = text.find(key)
                removed.append(entry_of(text, placed))
                text = text.without(placed)
            return text

        self._change(change)
        return removed

    def apply(self, changes: Mapping[str, Mapping[str, str | None]], remove: Iterable[str] = ()) -> None:
        """Set fields of several entries and remove others, all in one write (for update and dedupe).

        Raises:
            LibraryError: one of the entries cannot be changed; nothing has changed then.
        """
        gone = list(remove)

        def change(text: BibText) -> BibText:
            for key, fields in changes.items():
                placed = text.find(key)
                text = text.replaced(placed, with_fields(placed.block.raw, fields, text.newline))
            for key in gone:
                text = text.without(text.find(key))
            return text

        self._change(change)

    def would_add(self, items: Iterable[Item], *, key: str = "", allow_double: bool = False) -> list[Added]:
        """Return what `add` would do with the items; nothing is written."""
        return self._plan(self.text(), list(items), key, allow_double)

    def _plan(self, text: BibText, wanted: list[Item], key: str, allow_double: bool) -> list[Added]:
        present = {} if allow_double else _entries_with_dois(text, wanted)
        used = {existing.lower() for existing in text.keys}
        if key and key.lower() in used:
            raise LibraryError(f"{self.path}: the key {key!r} is taken; choose another with --key")
        new = [item for item in wanted if item.doi is None or item.doi not in present]
        names = iter([key] if key and len(new) == 1 else assign_keys(new, used))
        plan: list[Added] = []
        for item in wanted:
            if item.doi is not None and item.doi in present:
                plan.append(Added(present[item.doi], False))
                continue
            plan.append(Added(next(names), True))
            if item.doi is not None and not allow_double:
                present[item.doi] = plan[-1].key
        return plan

    def dialect(self) -> Dialect:
        """Return the dialect that the file is written in; BibTeX for a new one."""
        return dialect_of(self.text())

    def _change(self, change: Callable[[BibText], BibText]) -> None:
        def change_bytes(data: bytes) -> bytes:
            return change(BibText.from_bytes(data, self.path)).to_bytes()

        if not self.path.parent.is_dir():
            raise LibraryError(f"{self.path}: the folder {self.path.parent} does not exist; make it first")
        change_file(self.path, change_bytes)


def dialect_of(text: BibText) -> Dialect:
    """Return the dialect that a file's entries are written in."""
    return BIBLATEX if text.is_biblatex else BIBTEX


def entry_of(text: BibText, placed: PlacedEntry) -> Entry:
    """Return an entry with its item, the file's @strings and parents taken into account."""
    from refs.library.indexing import items_of_entry

    item, problems = items_of_entry(text, placed)
    return Entry(placed.block.key, placed.block.raw, placed.line, item, tuple(problems))


def _entry_text(item: Item, key: str, dialect: Dialect, provenance: str) -> str:
    style = "biblatex" if dialect.biblatex else "bibtex"
    if not provenance:
        return dump_entry(item, key, dialect, style=style)
    entry_type, fields = fields_from_item(item, dialect)
    from refs.formats.latex_writing import encode

    fields[PROVENANCE] = encode(provenance, ascii_only=dialect.ascii_only)
    values = {name: enclosed(name, value) for name, value in fields.items()}
    return layout_entry(entry_type, key, values, style)


def _entries_with_dois(text: BibText, items: list[Item]) -> dict[Doi, str]:
    """Return DOI → citekey for those of the items' DOIs that the file holds."""
    wanted = {item.doi for item in items if item.doi is not None}
    if not wanted:
        return {}
    found: dict[Doi, str] = {}
    for placed in text.entries_with(lambda piece: _mentions(piece, wanted)):
        value = placed.block.fields.get("doi", "")
        doi = Doi.parse(value.strip('{}" ').replace("\\", "")) if value else None
        if doi is not None and doi in wanted:
            found.setdefault(doi, placed.block.key)
    return found


def _mentions(piece: str, wanted: set[Doi]) -> bool:
    """Return True where a stretch of the file holds one of the DOIs, escaped or not."""
    plain = piece.replace("\\", "")
    return any(Doi.parse(match.group()) in wanted for match in _DOI.finditer(plain))


def new_key(item: Item, text: BibText) -> str:
    """Return the key that an item would be given in this file."""
    return unique_key(assign_keys([item])[0], {key.lower() for key in text.keys})
