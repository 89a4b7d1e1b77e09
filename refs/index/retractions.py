"""Retraction Watch's list → notices as Crossref writes them (``updated-by``)."""

from __future__ import annotations

import csv
import gzip
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from refs.errors import DamagedFile, InputError
from refs.model import Doi

TYPES = {
    "retraction": "retraction",
    "expression of concern": "expression_of_concern",
    "correction": "correction",
    "reinstatement": "reinstatement",
}
"""Retraction Watch's natures in Crossref's words for updates."""

COLUMNS = {
    "work": ("OriginalPaperDOI", "doi"),
    "notice": ("RetractionDOI", "notice_doi"),
    "nature": ("RetractionNature", "nature"),
    "date": ("RetractionDate", "date"),
    "reason": ("Reason", "reason"),
    "record": ("Record ID", "record_id"),
}
"""What we read, by the names of Crossref's copy of the list, then those of the short lists made from it."""

_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GZIP_MAGIC = b"\x1f\x8b"

Notices = Mapping[str, tuple[dict[str, Any], ...]]


def read_retractions(path: Path) -> Notices:
    """Return notices by the DOI of the work they are about, in the order of the file.

    Raises:
        InputError: the file is not there, or lacks the columns.
        DamagedFile: it breaks off or is not text.
    """
    if not path.is_file():
        raise InputError(f"{path} is not there; name Retraction Watch's CSV file")
    found: dict[str, list[dict[str, Any]]] = {}
    try:
        with _open(path) as stream:
            reader = csv.DictReader(stream)
            columns = _columns(path, reader.fieldnames or ())
            for row in reader:
                for doi, notice in _notices({key: row.get(name) or "" for key, name in columns.items()}):
                    found.setdefault(doi, []).append(notice)
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise DamagedFile(f"{path}: cannot be read as CSV ({error}); fetch it again") from error
    return {doi: tuple(notices) for doi, notices in found.items()}


def with_notices(record: dict[str, Any], notices: Notices) -> dict[str, Any]:
    """Return a record with the list's notices added to its own; the same notice is not added twice."""
    added = notices.get(record["DOI"])
    if not added:
        return record
    own = [u for u in record.get("updated-by") or [] if isinstance(u, Mapping)]
    known = {(u.get("type"), str(u.get("DOI") or "").lower()) for u in own if u.get("source") == _SOURCE}
    new = [notice for notice in added if (notice["type"], notice.get("DOI", "")) not in known]
    return record | {"updated-by": [*own, *new]}


_SOURCE = "retraction-watch"


def _open(path: Path) -> IO[str]:
    with path.open("rb") as stream:
        packed = stream.read(2) == _GZIP_MAGIC
    if packed:
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _columns(path: Path, names: Any) -> dict[str, str]:
    """Return which column holds what, matched without regard to case."""
    by_lower = {str(name).strip().lower(): name for name in names}
    found = {
        key: by_lower[wanted.lower()]
        for key, choices in COLUMNS.items()
        for wanted in reversed(choices)
        if wanted.lower() in by_lower
    }
    for key in ("work", "nature"):
        if key not in found:
            raise InputError(f"{path}: no column {COLUMNS[key][0]!r}; this is not Retraction Watch's CSV")
    return found


def _notices(row: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (DOI, notice) for a row: one for each nature, as ``Retraction;Correction`` holds two."""
    work = Doi.parse(row["work"])
    if work is None:
        return
    notice_doi = Doi.parse(row.get("notice"))
    for nature in row["nature"].split(";"):
        kind = TYPES.get(nature.strip().lower())
        if kind is None:
            continue
        notice: dict[str, Any] = {"type": kind, "source": _SOURCE, "label": nature.strip()}
        if notice_doi is not None:
            notice["DOI"] = notice_doi.value
        if date := _date_parts(row.get("date", "")):
            notice["updated"] = {"date-parts": [date]}
        if reason := row.get("reason", "").strip("; +"):
            notice["reason"] = [part.strip("+ ") for part in reason.split(";") if part.strip("+ ")]
        if row.get("record"):
            notice["record-id"] = row["record"]
        yield work.value, notice


def _date_parts(text: str) -> list[int]:
    """Return year, month, day of the list's dates, month first: ``7/26/2019 0:00``.

    >>> _date_parts("7/26/2019 0:00"), _date_parts("2019-07-26"), _date_parts("")
    ([2019, 7, 26], [2019, 7, 26], [])
    """
    if us := _US_DATE.match(text.strip()):
        month, day, year = map(int, us.groups())
        return [year, month, day]
    if iso := _ISO_DATE.match(text.strip()):
        return [int(part) for part in iso.groups()]
    return []
