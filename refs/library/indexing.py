"""What the side index of a library holds of a file: brought up to date where the file has changed."""

from __future__ import annotations

import hashlib
import json
import re
from sqlite3 import Connection

from refs.formats.bibtex import items_of_blocks
from refs.formats.bibtex.blocks import BibBlock, chunks, split_blocks
from refs.formats.result import Problem
from refs.library.bib_text import BibText, PlacedEntry
from refs.library.index_file import meta
from refs.model import Item, fold

_SHARED = ("@string", "@xdata", "jabref-meta")
_INHERITING = ("crossref", "xdata")
_PARENTS = re.compile(r"(?:crossref|xdata)\s*=\s*[{\"]?([^{}\"]+)")


def update_index(connection: Connection, text: str) -> None:
    """Bring an index up to a file's text; stretches that are as they were are not parsed again."""
    places = list(chunks(text))
    pieces = [text[start:end] for start, end in places]
    shared = _shared(text, pieces)
    context = _hash("".join(shared)).hex()
    if context != meta(connection, "context"):
        for table in ("chunk", "entry", "words"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("REPLACE INTO meta VALUES ('context', ?)", (context,))
    known: dict[bytes, list[tuple[int, int, int]]] = {}
    for number, digest, position, line in connection.execute(
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
            _add(connection, piece, digest, position, line, shared_blocks)
        line += piece.count("\n")
    connection.executemany("UPDATE chunk SET position = ?, line = ? WHERE id = ?", moved)
    _drop(connection, [number for rows in known.values() for number, _, _ in rows])


def _add(
    connection: Connection, piece: str, digest: bytes, position: int, line: int, shared: list[BibBlock]
) -> None:
    items, problems = _items_of(piece, shared)
    cursor = connection.execute(
        "INSERT INTO chunk (hash, position, line, problems) VALUES (?, ?, ?, ?)",
        (digest, position, line, json.dumps([(p.line, p.message) for p in problems]) if problems else ""),
    )
    for item in items:
        entry = connection.execute(
            "INSERT INTO entry (chunk, item) VALUES (?, ?)",
            (cursor.lastrowid, json.dumps(item.to_csl(), ensure_ascii=False)),
        )
        connection.execute(
            "INSERT INTO words (rowid, key, title, author, container, year, keyword, rest) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (entry.lastrowid, *_columns(item)),
        )


def _drop(connection: Connection, numbers: list[int]) -> None:
    for number in numbers:
        connection.execute(
            "DELETE FROM words WHERE rowid IN (SELECT id FROM entry WHERE chunk = ?)", (number,)
        )
        connection.execute("DELETE FROM entry WHERE chunk = ?", (number,))
        connection.execute("DELETE FROM chunk WHERE id = ?", (number,))


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).digest()


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
