"""The SQLite file of a library's side index: its tables, and what it notes about itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS chunk
    (id INTEGER PRIMARY KEY, hash BLOB, position INTEGER, line INTEGER, problems TEXT);
CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, chunk INTEGER, item TEXT);
CREATE INDEX IF NOT EXISTS entry_chunk ON entry (chunk);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (key, title, author, container, year, keyword, rest);
"""
_VERSION = "1"


def connect(place: str) -> sqlite3.Connection:
    """Return a connection to an index, which is made where there is none.

    Raises:
        sqlite3.DatabaseError: it is damaged, or made by another version.
    """
    connection = sqlite3.connect(place, timeout=30, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'meta'").fetchone()[0]
        if tables and meta(connection, "version") != _VERSION:
            raise sqlite3.DatabaseError("made by another version")
        connection.executescript(_SCHEMA)
        connection.execute("REPLACE INTO meta VALUES ('version', ?)", (_VERSION,))
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def meta(connection: sqlite3.Connection, name: str) -> str:
    """Return what an index notes about itself under a name, "" if nothing."""
    with closing(connection.execute("SELECT value FROM meta WHERE name = ?", (name,))) as rows:
        row = rows.fetchone()
    return row[0] if row else ""
