"""Answers kept on disk (SQLite), with their date: asked once, known for a month.

Every answer is stored before it is handed on, so a run that is stopped, by whatever means, resumes where
it was. Several processes may use one cache. A damaged file is set aside and a new one begun.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

LOG = logging.getLogger("refs")

DAY = 86_400.0
FOUND_FOR = 30 * DAY
"""How long a record or an agency holds."""
SEARCHED_FOR = 7 * DAY
"""How long the result of a search holds: works are added every day."""
ABSENT_FOR = 1 * DAY
"""How long "there is no such thing" holds: a new DOI takes a while to be registered."""
NAME = "answers.sqlite"
VERSION = 1
TABLE = """
CREATE TABLE IF NOT EXISTS answer (
    source  TEXT NOT NULL,
    request TEXT NOT NULL,
    asked   REAL NOT NULL,
    holds   REAL NOT NULL,
    body    BLOB NOT NULL,
    PRIMARY KEY (source, request)
) WITHOUT ROWID
"""
_DAMAGE = ("not a database", "malformed", "corrupt", "no such column", "no such table")
"""What SQLite says of a file that it cannot use; other troubles (full disk, locked) pass."""


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer from the cache: its JSON, when it was asked (epoch seconds), whether it holds."""

    body: Any
    asked: float
    is_fresh: bool


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds: answers in all, those that no longer hold, per source, and their dates."""

    path: Path
    size: int
    answers: int
    expired: int
    by_source: dict[str, int]
    oldest: float | None
    newest: float | None
    set_aside: tuple[Path, ...]


class AnswerCache:
    """Answers by source and request, in ``folder/answers.sqlite``; safe between threads and processes."""

    def __init__(self, folder: Path, *, now: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.path = folder / NAME
        self._now = now
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._process = os.getpid()

    def get(self, source: str, request: str) -> StoredAnswer | None:
        """Return the stored answer, fresh or not, or None if there is none."""
        sql = "SELECT body, asked, holds FROM answer WHERE source = ? AND request = ?"
        rows = self._run(sql, (source, request))
        if not rows:
            return None
        body, asked, holds = rows[0]
        try:
            value = json.loads(zlib.decompress(body))
        except (zlib.error, ValueError, TypeError):
            LOG.warning("cache: a damaged answer is left out (%s)", request)
            self._run("DELETE FROM answer WHERE source = ? AND request = ?", (source, request))
            return None
        return StoredAnswer(value, asked, self._now() < asked + holds)

    def put(self, source: str, request: str, body: Any, *, holds: float) -> None:
        """Store an answer for so many seconds; it is on disk when this returns."""
        data = zlib.compress(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode(), 1)
        self._run(
            "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)",
            (source, request, self._now(), holds, data),
        )

    def clear(self, *, source: str = "", expired_only: bool = False) -> int:
        """Remove answers: all, those of sources that begin so, or expired ones; return how many.

        Where all are removed, damaged files that were set aside go with them.
        """
        sql = "DELETE FROM answer WHERE substr(source, 1, length(?)) = ? AND (? OR asked + holds <= ?)"
        before = self._count()
        self._run(sql, (source, source, not expired_only, self._now()))
        removed = before - self._count()
        if removed:
            self._run("VACUUM")
        if not source and not expired_only:
            for path in self.folder.glob(f"{NAME}.damaged-*"):
                path.unlink(missing_ok=True)
        return removed

    def info(self) -> CacheInfo:
        """Return what the cache holds."""
        total, oldest, newest = self._run("SELECT count(*), min(asked), max(asked) FROM answer")[0]
        expired = self._run("SELECT count(*) FROM answer WHERE asked + holds <= ?", (self._now(),))[0][0]
        sources = self._run("SELECT source, count(*) FROM answer GROUP BY source ORDER BY source")
        files = [self.path.with_name(self.path.name + end) for end in ("", "-wal")]
        return CacheInfo(
            path=self.path,
            size=sum(f.stat().st_size for f in files if f.exists()),
            answers=total,
            expired=expired,
            by_source=dict(sources),
            oldest=oldest,
            newest=newest,
            set_aside=tuple(sorted(self.folder.glob(f"{NAME}.damaged-*"))),
        )

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None

    def _count(self) -> int:
        count: int = self._run("SELECT count(*) FROM answer")[0][0]
        return count

    def _run(self, sql: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """Return the rows of a statement; a damaged file is set aside and the statement runs on a new one."""
        with self._lock:
            for _ in range(2):
                try:
                    return self._open().execute(sql, values).fetchall()
                except sqlite3.DatabaseError as error:
                    if not any(word in str(error) for word in _DAMAGE):
                        raise
                    self._set_aside(str(error))
            return self._open().execute(sql, values).fetchall()

    def _open(self) -> sqlite3.Connection:
        if self._process != os.getpid():  # a forked child must not share its parent's connection
            self._connection, self._process = None, os.getpid()
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return _opened(str(self.path))
        except OSError as error:
            reason = error.strerror
        except sqlite3.OperationalError as error:
            reason = str(error)
        LOG.warning("cache: %s cannot be used (%s); answers are kept for this run only", self.path, reason)
        return _opened(":memory:")

    def _set_aside(self, reason: str) -> None:
        """Rename a damaged file, once, whichever process notices first."""
        self.close()
        with FileLock(str(self.path) + ".lock"):
            if _is_sound(self.path):
                return  # another process was faster
            place = next(p for p in self._places() if not p.exists())
            with contextlib.suppress(FileNotFoundError):
                self.path.rename(place)
            for end in ("-wal", "-shm"):
                self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        LOG.warning("cache: %s is damaged (%s); set aside as %s, a new one begins", NAME, reason, place.name)

    def _places(self) -> Iterator[Path]:
        number = 0
        while True:
            number += 1
            yield self.path.with_name(f"{NAME}.damaged-{number}")


def _opened(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(TABLE)
        connection.execute("SELECT source, request, asked, holds, body FROM answer LIMIT 0")
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _is_sound(path: Path) -> bool:
    """True where a file is a whole cache."""
    if not path.exists():
        return False
    try:
        with contextlib.closing(_opened(str(path))) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
