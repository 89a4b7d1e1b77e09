"""The side index of a library: its items and their words in SQLite, brought up to date by what changed.

It is a cache: deleting it loses nothing. Stretches of the file that are as they were are not parsed again.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from refs.formats.result import Problem
from refs.library.index_file import connect, meta
from refs.library.storage import FileState, file_state, read_file
from refs.model import Item, fold
from refs.model.patterns import pattern

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
_TERM = pattern(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"|(\S+))', re.I)


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
            return connect(":memory:")
        self.cache.parent.mkdir(parents=True, exist_ok=True)
        try:
            return connect(str(self.cache))
        except sqlite3.DatabaseError:
            self.cache.unlink(missing_ok=True)  # damaged: it is only a cache
            return connect(str(self.cache))

    def _refresh(self) -> None:
        """Bring the index up to date with the file, parsing only what is new."""
        if meta(self._connection, "state") == _written(file_state(self.path)):
            return
        from refs.library.bib_text import BibText
        from refs.library.indexing import update_index

        data, state = read_file(self.path)
        text = BibText.from_bytes(data, self.path).text
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            update_index(self._connection, text)
            self._connection.execute("REPLACE INTO meta VALUES ('state', ?)", (_written(state),))


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


def _written(state: FileState | None) -> str:
    return "" if state is None else f"{state.inode} {state.size} {state.mtime_ns}"
