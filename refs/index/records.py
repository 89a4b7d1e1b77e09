"""Files of Crossref records → records: JSON lines, API pages, chunks of the public data file."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from refs.errors import DamagedFile, InputError

SUFFIXES = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
BATCH = 400
"""Entries that are handed on together."""
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(slots=True)
class Skipped:
    """What could not be used: how many entries, and a sentence about the first."""

    count: int = 0
    first: str = ""
    found: dict[str, int] = field(default_factory=dict)
    """How many records each file held."""

    def note(self, sentence: str) -> None:
        """Count one more, and keep the first sentence."""
        self.count += 1
        self.first = self.first or sentence


@dataclass(frozen=True, slots=True)
class Batch:
    """Some entries of a file as they came: lines of JSON, or values read already."""

    path: str
    first_line: int
    entries: tuple[Any, ...]

    def read_lines(self) -> list[dict[str, Any]] | None:
        """Return the record of each entry where every entry is a line with one record, else None.

        The lines are read as one JSON list: faster than one by one, for field names are made only once.
        """
        if not all(entry.__class__ is str for entry in self.entries):
            return None
        try:
            values: list[Any] = json.loads(f"[{','.join(self.entries)}]")
        except (ValueError, RecursionError):
            return None
        if len(values) != len(self.entries):
            return None
        return values if all(isinstance(value, dict) and value.get("DOI") for value in values) else None

    def read(self) -> tuple[list[dict[str, Any]], list[str]]:
        """Return the batch's records, and a sentence on each entry that is none."""
        records: list[dict[str, Any]] = []
        problems: list[str] = []
        for number, entry in enumerate(self.entries, self.first_line):
            try:
                value = json.loads(entry) if isinstance(entry, str) else entry
            except (ValueError, RecursionError) as error:
                problems.append(f"{self.path}, line {number}: not JSON ({error})")
                continue
            for record in (value,) if isinstance(value, dict) and "DOI" in value else _unpack(value):
                if isinstance(record, dict) and record.get("DOI"):
                    records.append(record)
                else:
                    problems.append(f"{self.path}: an entry without a DOI")
        return records, problems


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """The records of files, in order; ``skipped`` fills while they are read."""

    paths: tuple[Path, ...]
    skipped: Skipped = field(default_factory=Skipped)

    @classmethod
    def of(cls, files: Iterable[Path | str]) -> RecordFiles:
        """Return the files named, folders standing for the JSON files in them (sorted).

        Raises:
            InputError: a file that is not there, or a folder without JSON files.
        """
        paths: list[Path] = []
        for path in map(Path, files):
            found = (
                sorted(p for p in path.rglob("*") if p.name.endswith(SUFFIXES)) if path.is_dir() else [path]
            )
            if not found or not found[0].exists():
                problem = "holds no .json or .jsonl files" if path.is_dir() else "is not there"
                raise InputError(f"{path} {problem}; name files of Crossref records")
            paths += found
        return cls(tuple(paths))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for batch in self.batches():
            records, problems = batch.read()
            self.note(batch, len(records), problems)
            yield from records
        self.check()

    def batches(self) -> Iterator[Batch]:
        """Yield the files' entries, unread where they are lines.

        Raises:
            DamagedFile: a file's compression is broken, or it cannot be read.
        """
        for path in self.paths:
            try:
                with _open(path) as stream:
                    yield from _batches(stream, str(path))
            except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
                raise DamagedFile(f"{path}: cannot be read to its end ({error}); fetch it again") from error

    def note(self, batch: Batch, found: int, problems: Iterable[str]) -> None:
        """Keep count of what a batch held."""
        self.skipped.found[batch.path] = self.skipped.found.get(batch.path, 0) + found
        for problem in problems:
            self.skipped.note(problem)

    def check(self) -> None:
        """Once all is read: every file must have held a record, or nothing at all.

        Raises:
            DamagedFile: a file whose entries were none of them records.
        """
        empty = next((path for path, found in self.skipped.found.items() if not found), None)
        if empty is not None:
            raise DamagedFile(f"{empty}: holds no Crossref records; {self.skipped.first}")


def _batches(stream: IO[str], path: str) -> Iterator[Batch]:
    """Yield a stream's entries; one whose first line is not a whole JSON value is one JSON text."""
    number, first = 1, stream.readline()
    while first and not first.strip():
        number, first = number + 1, stream.readline()
    if not first:
        return
    lines: Iterator[str] = chain([first], stream)
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        text = first + stream.read()
        try:
            yield from _values(path, list(_unpack(json.loads(text))))
            return
        except (ValueError, RecursionError):
            lines = iter(text.splitlines())
    while taken := list(islice(lines, BATCH)):
        yield Batch(path, number, tuple(line for line in taken if not line.isspace()))
        number += len(taken)


def _values(path: str, values: list[Any]) -> Iterator[Batch]:
    for start in range(0, len(values), BATCH):
        yield Batch(path, start + 1, tuple(values[start : start + BATCH]))


def _open(path: Path) -> IO[str]:
    """Return a text stream over a file, unpacked if it is gzip by its first two bytes."""
    with path.open("rb") as stream:
        packed = stream.read(2) == _GZIP_MAGIC
    return (
        gzip.open(path, "rt", encoding="utf-8", errors="replace") if packed else path.open(encoding="utf-8")
    )


def _unpack(value: Any) -> Iterator[Any]:
    """Yield the records in one JSON value: a record, a list, ``{"items"}``, or an API answer.

    >>> list(_unpack({"status": "ok", "message": {"items": [{"DOI": "10.1/a"}]}}))
    [{'DOI': '10.1/a'}]
    """
    if isinstance(value, Mapping) and "DOI" not in value:
        inner = value.get("message", value.get("items"))
        if inner is not None:
            yield from _unpack(inner)
            return
    if isinstance(value, list):
        yield from value
    else:
        yield value
