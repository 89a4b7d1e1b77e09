"""Dates as references print them → CSL dates, in the languages of the months that the lists know."""

from __future__ import annotations

import re
from typing import Any

from refs.model.folding import fold

_MONTHS = (
    "january jan januar janner jaenner janvier janv enero ene janeiro gennaio genn januari",
    "february feb februar feber fevrier fevr febrero febr fevereiro fev febbraio febbr februari",
    "march mar marz maerz mars marzo marco maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maio maggio mei",
    "june jun juni juin junio junho giugno",
    "july jul juli juillet juil julio julho luglio",
    "august aug aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre setembro set settembre",
    "october oct oktober okt octobre octubre outubro out ottobre",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro dicembre",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20[0-4]\d)(?!\d)(?:\s?([a-h])(?![^\W_]))?")
_RANGE = re.compile(r"(?<!\d)(1[4-9]\d\d|20[0-4]\d)\s?[-–—/]\s?(1[4-9]\d\d|20[0-4]\d|\d\d?)(?!\d|[-–/.])")
_ISO = re.compile(r"(?<!\d)(1[4-9]\d\d|20[0-4]\d)[-/.](0?[1-9]|1[0-2])(?:[-/.](0?[1-9]|[12]\d|3[01]))?(?!\d)")
_DMY = re.compile(
    r"(?<!\d)(0?[1-9]|[12]\d|3[01])\s?[./]\s?(0?[1-9]|1[0-2])\s?[./]\s?(1[4-9]\d\d|20[0-4]\d)(?!\d)"
)
_CIRCA = re.compile(r"\b(?:ca?|circa|um)\b\.?\s*\[?\d{4}", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])(?!\d)")


def parse_date(text: str) -> dict[str, Any] | None:
    """Return the CSL date that a text holds, None if it holds no year.

    >>> parse_date("2013, March 12"), parse_date("(12. Okt. 1998)")
    ({'date-parts': [[2013, 3, 12]]}, {'date-parts': [[1998, 10, 12]]})
    >>> parse_date("2006/7"), parse_date("n.d.")
    ({'date-parts': [[2006], [2007]]}, None)
    """
    year = _YEAR.search(text)
    if year is None:
        return None
    date: dict[str, Any] = {"date-parts": [_parts(text, year)]}
    span = _RANGE.search(text)
    iso = _ISO.search(text)
    if span and not (iso and iso.group(3)) and len(date["date-parts"][0]) == 1:
        first, last = span.groups()
        end = int(first[: 4 - len(last)] + last)
        if int(first) < end <= int(first) + 100:
            date["date-parts"] = [[int(first)], [end]]
    if _CIRCA.search(text):
        date["circa"] = True
    return date


def year_suffix(text: str) -> str:
    """Return the letter that tells two works of one year apart: "1990a" gives "a"."""
    year = _YEAR.search(text)
    return year.group(2) or "" if year else ""


def _parts(text: str, year: re.Match[str]) -> list[int]:
    if dmy := _DMY.search(text):
        day, month, found = dmy.groups()
        return [int(found), int(month), int(day)]
    if (iso := _ISO.search(text)) and iso.group(3):
        return [int(part) for part in iso.groups() if part]
    months = [MONTHS[word] for word in map(fold, _WORD.findall(text)) if word in MONTHS]
    if not months:
        return [int(year.group(1))]
    rest = text[: year.start()] + " " + text[year.end() :]
    day_found = _DAY.search(rest)
    return [int(year.group(1)), months[0], *([int(day_found.group(1))] if day_found else [])]
