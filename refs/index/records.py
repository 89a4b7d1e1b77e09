"""Files of Crossref records → records: JSON lines, API pages, chunks of the public data file."""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from refs.errors import DamagedFile, InputError

SUFFIXES = (".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz", ".ndjson.gz")
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(slots=True)
class Skipped:
    """What could not be used: how many entries, and a sentence about the first."""

    count: int = 0
    first: str = ""

    def note(self, sentence: str) -> None:
        """Count one more, and keep the first sentence."""
        self.count += 1
        self.first = self.first or sentence


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
        for path in self.paths:
            yield from self._records(path)

    def _records(self, path: Path) -> Iterator[dict[str, Any]]:
        """Yield a file's records; entries without a DOI are counted as skipped.

        Raises:
            DamagedFile: nothing in the file is a record, or its compression is broken.
        """
        found, skipped_before = 0, self.skipped.count
        try:
            with _open(path) as stream:
                for record in self._entries(stream, path):
                    if isinstance(record, dict) and record.get("DOI"):
                        found += 1
                        yield record
                    else:
                        self.skipped.note(f"{path}: an entry without a DOI")
        except (OSError, EOFError, zlib.error) as error:
            raise DamagedFile(f"{path}: cannot be read to its end ({error}); fetch it again") from error
        if not found and self.skipped.count > skipped_before:
            raise DamagedFile(f"{path}: holds no Crossref records; {self.skipped.first}")

    def _entries(self, stream: IO[str], path: Path) -> Iterator[Any]:
        """Yield entries of JSON lines; a stream whose first line is not one whole value is one JSON text."""
        first = stream.readline()
        while first and not first.strip():
            first = stream.readline()
        try:
            value = json.loads(first) if first else None
        except ValueError:
            yield from self._whole(first, stream, path)
            return
        if value is not None:
            yield from _unpack(value)
        for number, line in enumerate(stream, 2):
            if line.isspace():
                continue
            try:
                value = json.loads(line)
            except ValueError as error:
                self.skipped.note(f"{path}, line {number}: not JSON ({error})")
                continue
            if isinstance(value, dict) and "DOI" in value:
                yield value
            else:
                yield from _unpack(value)

    def _whole(self, first: str, stream: IO[str], path: Path) -> Iterator[Any]:
        """Yield the entries of one JSON text over many lines; failing that, of the lines that are JSON."""
        rest = stream.read()
        try:
            value = json.loads(first + rest)
        except ValueError as error:
            self.skipped.note(f"{path}, line 1: not JSON ({error})")
            yield from self._entries(io.StringIO(rest), path)
            return
        yield from _unpack(value)


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
