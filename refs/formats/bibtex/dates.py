"""Dates between CSL, biblatex's EDTF and BibTeX's year, month and day."""

from __future__ import annotations

import re
from typing import Any

from refs.formats.bibtex.blocks import MONTHS
from refs.model import PartialDate

_EDTF = re.compile(r"(-?\d{1,5})(?:-(\d{1,2})(?:-(\d{1,2}))?)?([~?%]?)(?:T.*)?")
_YEAR = re.compile(r"-?\d{1,4}")
_DAY = re.compile(r"\b(\d{1,2})\b")
_SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
_GERMAN = {"mai": 5, "okt": 10, "dez": 12, "mär": 3, "mrz": 3}


def load_date(text: str) -> dict[str, Any]:
    """Return the CSL date of a biblatex date field; what is no EDTF date becomes a literal.

    >>> load_date("2018-06/2019"), load_date("1850~"), load_date("in press")
    ({'date-parts': [[2018, 6], [2019]]}, {'date-parts': [[1850]], 'circa': True}, {'literal': 'in press'})
    """
    parts: list[list[int]] = []
    circa = False
    for half in text.strip().split("/")[:2]:
        match = _EDTF.fullmatch(half.strip())
        if match is None:
            if half.strip() in ("", "..") and parts:
                continue
            return {"literal": text.strip()}
        parts.append([int(number) for number in match.groups()[:3] if number])
        circa = circa or bool(match.group(4))
    return {"date-parts": parts} | ({"circa": True} if circa else {})


def load_year(year: str, month: str = "", day: str = "") -> dict[str, Any]:
    """Return the CSL date of year, month and day fields.

    >>> load_year("2003", "10~" + "jan"), load_year("1999--2000"), load_year("in press")
    ({'date-parts': [[2003, 1, 10]]}, {'date-parts': [[1999], [2000]]}, {'literal': 'in press'})
    """
    year = year.strip()
    if _YEAR.fullmatch(year) is None:
        ends = [part.strip() for part in re.split(r"--?|–|/", year)]
        if len(ends) == 2 and all(_YEAR.fullmatch(end) for end in ends):
            return {"date-parts": [[int(ends[0])], [int(ends[1])]]}
        return {"literal": year}
    number, found_day = _month(month)
    parts = [int(year), number] if number else [int(year)]
    if number and (digits := _DAY.search(day) or found_day):
        parts.append(int(digits.group(1)))
    return {"date-parts": [parts]}


def _month(text: str) -> tuple[int, re.Match[str] | None]:
    """Return the month or season that a field names (0 for none), and the day written with it."""
    if not text:
        return 0, None
    word = text.strip().strip("{}").lower()
    if word in MONTHS:
        return MONTHS.index(word) + 1, None
    if word.isdigit():
        return (int(word) if 1 <= int(word) <= 24 else 0), None
    for name in re.findall(r"[^\W\d_]+", word):
        if name[:3] in MONTHS:
            return MONTHS.index(name[:3]) + 1, _DAY.search(word)
        if name[:3] in _GERMAN:
            return _GERMAN[name[:3]], _DAY.search(word)
        if name in _SEASONS:
            return _SEASONS[name], None
    return 0, None


def dump_date(date: PartialDate) -> str:
    """Return a date as biblatex's EDTF, "" if it is only words.

    >>> dump_date(PartialDate((2018, 6), (2019,))), dump_date(PartialDate((-350,), circa=True))
    ('2018-06/2019', '-0350~')
    """
    return "/".join(_edtf(parts) + ("~" if date.circa else "") for parts in (date.start, date.end) if parts)


def _edtf(parts: tuple[int, ...]) -> str:
    year = f"{parts[0]:04d}" if parts[0] >= 0 else f"-{-parts[0]:04d}"
    return "-".join([year, *(f"{number:02d}" for number in parts[1:])])


def dump_year(date: PartialDate) -> dict[str, str]:
    """Return BibTeX's fields for a date: year, the month as a macro, the day; with ``date`` where these lose.

    >>> dump_year(PartialDate.of(2003, 4, 1)), dump_year(PartialDate((2018,), (2019,)))
    ({'year': '2003', 'month': 'apr', 'day': '1'}, {'year': '2018', 'date': '2018/2019'})
    """
    if not date.start:
        words = date.literal or date.raw or date.season
        return {"year": words} if words else {}
    fields = {"year": str(date.start[0])}
    month = date.start[1] if len(date.start) > 1 else 0
    if 1 <= month <= 12:
        fields["month"] = MONTHS[month - 1]
        if len(date.start) > 2:
            fields["day"] = str(date.start[2])
    if date.end or date.circa or month > 12:
        fields.pop("month", None)
        fields.pop("day", None)
        fields["date"] = dump_date(date)
    return fields
