"""The side index of a library: its items and their words in SQLite, brought up to date by what changed.

It is a cache: deleting it loses nothing. Stretches of the file that are as they were are not parsed again.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from refs.formats import Problem
from refs.formats.bib_blocks import BibBlock, chunks, split_blocks
from refs.formats.bibtex import items_of_blocks
from refs.library.bib_text import BibText, PlacedEntry
from refs.library.storage import FileState, file_state, read_file
from refs.model import Item, fold

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS chunk
    (id INTEGER PRIMARY KEY, hash BLOB, position INTEGER, line INTEGER, problems TEXT);
CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, chunk INTEGER, item TEXT);
CREATE INDEX IF NOT EXISTS entry_chunk ON entry (chunk);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (key, title, author, container, year, keyword, rest);
"""
_VERSION = "1"
COLUMNS = {
    "author": "author",
    "container": "container",
    "doi": "rest",
    "editor": "author",
    "group": "keyword",
    "journal": "container",
    "key": "key",
    "keyword": "keyword",
    "keywords": "keyword",
    "title": "title",
    "year": "year",
}
"""Names that a query may put before a word, and the column each looks in."""
_SHARED = ("@string", "@xdata", "jabref-meta")
_INHERITING = ("crossref", "xdata")
_PARENTS = re.compile(r"(?:crossref|xdata)\s*=\s*[{\"]?([^{}\"]+)")
_TERM = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))', re.I)


class LibraryIndex:
    """The index of one library file, kept in ``cache`` (a file) or, with None, in memory."""

    def __init__(self, path: Path, cache: Path | None) -> None:
        self.path = path
        self.cache = cache
        self._connection = self._open()

    def close(self) -> None:
        """Close the index; nothing is lost."""
        self._connection.close()

    def items(self) -> Iterator[Item]:
        """Yield the items of the library in file order."""
        self._refresh()
        rows = self._connection.execute(
            "SELECT entry.item FROM entry JOIN chunk ON chunk.id = entry.chunk "
            "ORDER BY chunk.position, entry.id"
        )
        for (item,) in rows:
            yield Item(json.loads(item))

    def problems(self) -> list[Problem]:
        """Return what in the file could not be read, by line."""
        self._refresh()
        found = []
        for line, problems in self._connection.execute(
            "SELECT line, problems FROM chunk WHERE problems != '' ORDER BY position"
        ):
            found += [Problem(line + offset - 1, message) for offset, message in json.loads(problems)]
        return found

    def search(self, query: str, *, limit: int = 50) -> list[Item]:
        """Return the items that hold every word of a query, best first; the last word may be a beginning.

        ``author:neff``, ``title:``, ``journal:``, ``year:``, ``keyword:``, ``key:`` look in one place,
        quotation marks hold words together, a minus sign excludes.
        """
        expression = match_expression(query)
        if not expression:
            return []
        self._refresh()
        rows = self._connection.execute(
            "SELECT entry.item FROM words JOIN entry ON entry.id = words.rowid "
            "WHERE words MATCH ? ORDER BY bm25(words, 4, 8, 6, 2, 4, 3, 1), entry.id LIMIT ?",
            (expression, limit),
        )
        return [Item(json.loads(item)) for (item,) in rows]

    def _open(self) -> sqlite3.Connection:
        if self.cache is None:
            return _connect(":memory:")
        self.cache.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _connect(str(self.cache))
        except sqlite3.DatabaseError:
            self.cache.unlink(missing_ok=True)  # damaged: it is only a cache
            return _connect(str(self.cache))

    def _refresh(self) -> None:
        """Bring the index up to date with the file, parsing only what is new."""
        if self._meta("state") == _written(file_state(self.path)):
            return
        data, state = read_file(self.path)
        text = BibText.from_bytes(data, self.path).text
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._update(text)
            self._connection.execute("REPLACE INTO meta VALUES ('state', ?)", (_written(state),))

    def _meta(self, name: str) -> str:
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def _update(self, text: str) -> None:
        places = list(chunks(text))
        pieces = [text[start:end] for start, end in places]
        shared = _shared(text, pieces)
        context = _hash("".join(shared)).hex()
        if context != self._meta("context"):
            for table in ("chunk", "entry", "words"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("REPLACE INTO meta VALUES ('context', ?)", (context,))
        known: dict[bytes, list[tuple[int, int, int]]] = {}
        for number, digest, position, line in self._connection.execute(
            "SELECT id, hash, position, line FROM chunk ORDER BY position DESC"
        ):
            known.setdefault(digest, []).append((number, position, line))
        shared_blocks = [block for piece in shared for block in split_blocks(piece)]
        line, moved = 1, []
        for position, piece in enumerate(pieces):
            digest = _hash(piece)
            if rows := known.get(digest):
                number, old_position, old_line = rows.pop()
                if (old_position, old_line) != (position, line):
                    moved.append((position, line, number))
            else:
                self._add(piece, digest, position, line, shared_blocks)
            line += piece.count("\n")
        self._connection.executemany("UPDATE chunk SET position = ?, line = ? WHERE id = ?", moved)
        self._drop([number for rows in known.values() for number, _, _ in rows])

    def _add(self, piece: str, digest: bytes, position: int, line: int, shared: list[BibBlock]) -> None:
        items, problems = _items_of(piece, shared)
        cursor = self._connection.execute(
            "INSERT INTO chunk (hash, position, line, problems) VALUES (?, ?, ?, ?)",
            (digest, position, line, json.dumps([(p.line, p.message) for p in problems]) if problems else ""),
        )
        for item in items:
            entry = self._connection.execute(
                "INSERT INTO entry (chunk, item) VALUES (?, ?)",
                (cursor.lastrowid, json.dumps(item.to_csl(), ensure_ascii=False)),
            )
            self._connection.execute(
                "INSERT INTO words (rowid, key, title, author, container, year, keyword, rest) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (entry.lastrowid, *_columns(item)),
            )

    def _drop(self, numbers: list[int]) -> None:
        for number in numbers:
            self._connection.execute(
                "DELETE FROM words WHERE rowid IN (SELECT id FROM entry WHERE chunk = ?)", (number,)
            )
            self._connection.execute("DELETE FROM entry WHERE chunk = ?", (number,))
            self._connection.execute("DELETE FROM chunk WHERE id = ?", (number,))


def match_expression(query: str) -> str:
    """Return a query as SQLite's full-text search understands it, "" if it holds no word.

    >>> match_expression('author:neff "self compassion" -child')
    '{author} : "neff"* AND "self compassion" NOT "child"'
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, name, phrase, word in _TERM.findall(query):
        folded = fold(phrase or (word if name.lower() in COLUMNS or not name else f"{name} {word}"))
        if not folded:
            continue
        term = f'"{folded}"' + ("" if phrase or minus else "*")
        if name.lower() in COLUMNS:
            term = f"{{{COLUMNS[name.lower()]}}} : {term}"
        (unwanted if minus else wanted).append(term)
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {term}" for term in unwanted)


def _connect(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=30, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'meta'").fetchone()[0]
        if tables and _version(connection) != _VERSION:
            raise sqlite3.DatabaseError("made by another version")
        connection.executescript(_SCHEMA)
        connection.execute("REPLACE INTO meta VALUES ('version', ?)", (_VERSION,))
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> str:
    with closing(connection.execute("SELECT value FROM meta WHERE name = 'version'")) as rows:
        row = rows.fetchone()
    return row[0] if row else ""


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).digest()


def _written(state: FileState | None) -> str:
    return "" if state is None else f"{state.inode} {state.size} {state.mtime_ns}"


def _items_of(piece: str, shared: list[BibBlock]) -> tuple[list[Item], list[Problem]]:
    """Return the items and problems of a stretch, with the file's @strings, parents and groups in sight."""
    if re.search(r"[\udc80-\udcff]", piece):
        piece = piece.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    blocks = split_blocks(piece)
    own = {id(block) for block in blocks}
    items, problems = items_of_blocks(blocks, context=[b for b in shared if id(b) not in own])
    return items, problems


def _shared(text: str, pieces: list[str]) -> list[str]:
    """Return the stretches of a file that others depend on: @strings, parents, groups."""
    lower = text.lower()
    if not any(word in lower for word in (*_SHARED, *_INHERITING)):
        return []
    parents = {key.strip().lower() for match in _PARENTS.finditer(lower) for key in match.group(1).split(",")}
    shared = []
    for piece in pieces:
        low = piece.lower()
        if any(word in low for word in _SHARED) or any(key.lower() in parents for key in BibText(piece).keys):
            shared.append(piece)
    return shared


def items_of_entry(text: BibText, placed: PlacedEntry) -> tuple[Item, list[Problem]]:
    """Return an entry's item and problems, with the @strings, parents and groups of its file in sight."""
    shared: list[BibBlock] = []
    for piece in _shared(text.text, [text.text[start:end] for start, end in chunks(text.text)]):
        shared += split_blocks(piece)
    shared = [block for block in shared if block.key != placed.block.key]
    items, problems = _items_of(placed.block.raw, shared)
    if not items:
        return Item({"id": placed.block.key}), problems
    return items[0], [Problem(placed.line + p.line - 1, p.message, p.raw) for p in problems]


def _columns(item: Item) -> tuple[str, ...]:
    people = [name for key in ("author", "editor", "translator") for name in item.names(key)]
    issued = item.issued
    custom = item.get("custom")
    groups = custom.get("groups", []) if isinstance(custom, dict) else []
    rest = (
        "DOI",
        "abstract",
        "note",
        "publisher",
        "event-title",
        "annote",
        "archive_location",
        "PMID",
        "ISBN",
    )
    return (
        item.id,
        fold(f"{item.title} {item.text('title-short')}"),
        fold(" ".join(str(name) for name in people)),
        fold(
            " ".join(item.text(k) for k in ("container-title", "container-title-short", "collection-title"))
        ),
        str(issued.year) if issued is not None and issued.year is not None else "",
        fold(" ".join([item.text("keyword"), *map(str, groups)])),
        fold(" ".join(item.text(key) for key in rest)),
    )
