"""A date that may lack its month or day, be a range, be approximate, or be words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from refs.model.patterns import pattern

_ISO = pattern(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A CSL date variable. ``start`` and ``end`` hold (year,), (year, month) or (year, month, day).

    Source: CSL-JSON 1.0.2 schema, definition ``date-variable``; months 13-16 and 21-24 are seasons.
    """

    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    season: str = ""
    circa: bool = False
    literal: str = ""
    raw: str = ""

    @classmethod
    def from_csl(cls, data: object) -> PartialDate | None:
        """Return the date held by a CSL-JSON date object, or None if it holds nothing.

        >>> PartialDate.from_csl({"date-parts": [["2003", 4]]})
        PartialDate(start=(2003, 4), end=(), season='', circa=False, literal='', raw='')
        >>> PartialDate.from_csl({"date-parts": [[None]]}) is None
        True
        """
        if isinstance(data, str | int):
            data = {"raw": str(data)}
        if not isinstance(data, Mapping):
            return None
        parts = [_numbers(part) for part in data.get("date-parts") or () if isinstance(part, Sequence)]
        raw = str(data.get("raw") or "").strip()
        if not parts and raw and (iso := _ISO.fullmatch(raw)):
            parts, raw = [tuple(int(part) for part in iso.groups() if part)], ""
        date = cls(
            start=parts[0] if parts else (),
            end=parts[1] if len(parts) > 1 else (),
            season=str(data.get("season") or ""),
            circa=data.get("circa") not in (None, "", 0, "0", False, "false"),
            literal=str(data.get("literal") or ""),
            raw=raw,
        )
        return date if date.start or date.literal or date.raw or date.season else None

    @classmethod
    def of(cls, *parts: int) -> PartialDate:
        """Return the date with these parts: ``PartialDate.of(2003, 4)``."""
        return cls(start=parts)

    def to_csl(self) -> dict[str, Any]:
        """Return the CSL-JSON date object.

        >>> PartialDate.of(2003).to_csl()
        {'date-parts': [[2003]]}
        """
        data: dict[str, Any] = {}
        if self.start:
            data["date-parts"] = [list(self.start), *([list(self.end)] if self.end else [])]
        data |= {key: getattr(self, key) for key in ("season", "literal", "raw") if getattr(self, key)}
        return data | ({"circa": True} if self.circa else {})

    @property
    def year(self) -> int | None:
        """The (first) year; negative before the common era; None if there is none."""
        return self.start[0] if self.start else None

    def __str__(self) -> str:
        joined = "/".join(_iso(parts) for parts in (self.start, self.end) if parts)
        return joined or self.literal or self.raw or self.season


def _numbers(parts: Sequence[Any]) -> tuple[int, ...]:
    """Return the leading whole numbers of CSL date parts (Crossref writes [[None]] for no date)."""
    numbers: list[int] = []
    for part in parts:
        if not re.fullmatch(r"-?\d+", str(part).strip()):
            break
        numbers.append(int(part))
    return tuple(numbers[:3])


def _iso(parts: tuple[int, ...]) -> str:
    """Return date parts as ISO 8601 writes them: (2003, 4) gives "2003-04"."""
    return "-".join(f"{number:02d}" if place else str(number) for place, number in enumerate(parts))
