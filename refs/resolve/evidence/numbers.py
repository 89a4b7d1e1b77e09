"""Do year, volume, issue and pages agree in the parts they play, and which numbers does nothing explain?"""

from __future__ import annotations

import re

from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES = (
    "year_state", "year_off", "volume_state", "issue_state", "page_state", "last_page_state",
    "page_off", "volume_off", "numbers_agree", "numbers_conflict", "numbers_unexplained",
    "numbers_printed", "page_digits", "years_printed", "ranges_printed", "page_beyond", "volume_beyond",
    "numbers_slipped",
)  # fmt: skip

AGREES, BARE, SLIPPED, OTHER_PART, UNKNOWN, SILENT, CONFLICT = 4.0, 3.0, 2.5, 2.0, 1.0, 0.0, -1.0
"""In its part; a bare number; there but for a slip; in another part's place; not on record; not printed;
another in its place."""

SLIPPED_FROM = 3
"""A shorter number is not looked for with a slip."""

_DIGITS = re.compile(r"\d+")


def number_evidence(query: Query, record: Record) -> tuple[float, ...]:
    """Return the values of ``NAMES``."""
    numbers = query.numbers
    printed = frozenset(numbers.all)
    volume = role_state(record.volume, numbers.volumes, printed)
    issue = role_state(record.issue, numbers.issues, printed)
    page = role_state(record.first_page, numbers.first_pages, printed)
    if record.lettered_page:
        page = BARE if record.lettered_page in query.words[2:] else SILENT
    last = role_state(record.last_page, numbers.last_pages, printed)
    year_state, year_off = year_evidence(numbers.years, record.years)
    slipped = 0
    if numbers.damaged:
        volume, page, last = (
            _forgiven(state, value, numbers.damaged)
            for state, value in ((volume, record.volume), (page, record.first_page), (last, record.last_page))
        )
        if year_state < BARE and any(_is_slip(one, str(y)) for one in numbers.damaged for y in record.years):
            year_state, year_off = SLIPPED, -1.0
        slipped = sum(state == SLIPPED for state in (volume, page, last, year_state))
    states = (volume, issue, page, year_state)
    explained = _explained(record)
    unexplained = [n for n in dict.fromkeys(numbers.all) if n not in explained]
    return (
        year_state,
        year_off,
        volume,
        issue,
        page,
        last,
        _off(record.first_page, numbers.first_pages) if page == CONFLICT else -1.0,
        _off(record.volume, numbers.volumes) if volume == CONFLICT else -1.0,
        float(sum(s >= BARE for s in states)),
        float(sum(s == CONFLICT for s in states)),
        float(min(len(unexplained), 8)),
        float(min(len(set(numbers.all)), 10)),
        float(len(record.first_page)) if page >= BARE else 0.0,
        float(min(len(numbers.years), 4)),
        float(min(len(numbers.last_pages), 4)),
        float(bool(numbers.first_pages) and page == UNKNOWN),
        float(bool(numbers.volumes) and volume == UNKNOWN),
        float(slipped),
    )


def _forgiven(state: float, value: str, damaged: tuple[str, ...]) -> float:
    """Return the state of a number, SLIPPED where it stands in the string but for a slip: "19F1" for 1991."""
    if state >= BARE or len(value) < SLIPPED_FROM:
        return state
    return SLIPPED if any(_is_slip(one, value) for one in damaged) else state


def _is_slip(damaged: str, value: str) -> bool:
    """True where a damaged number is the value but for one letter in a digit's place.

    >>> _is_slip("19f1", "1991"), _is_slip("1966", "1966"), _is_slip("a9f1", "1991"), _is_slip("1981", "1991")
    (True, True, False, False)
    """
    if len(damaged) != len(value):
        return False
    differ = [a for a, b in zip(damaged, value, strict=True) if a != b]
    return not differ or (len(differ) == 1 and differ[0].isalpha())


def role_state(value: str, in_part: frozenset[str], printed: frozenset[str]) -> float:
    """Return how a number on record stands in the string, as one of the constants above.

    >>> printed = frozenset({"475", "47", "1996"})
    >>> role_state("475", frozenset({"475"}), printed), role_state("47", frozenset({"475"}), printed)
    (4.0, 2.0)
    >>> role_state("12", frozenset({"475"}), printed), role_state("12", frozenset(), printed)
    (-1.0, 0.0)
    """
    if not value:
        return UNKNOWN
    if value in in_part:
        return AGREES
    parts = _DIGITS.findall(value)
    if len(parts) > 1 and parts[0] in in_part and all(part in printed for part in parts):
        return AGREES  # NOTE: "31-32"
    if value in printed or (len(parts) > 1 and all(part in printed for part in parts)):
        return BARE if not in_part else OTHER_PART
    if value[0].isalpha() and parts and parts[0] in in_part:
        return BARE  # NOTE: "e371" on record, "371" printed
    if any(p[0].isalpha() and _DIGITS.findall(p)[:1] == [value] for p in in_part if p):
        return BARE
    return CONFLICT if in_part else SILENT


def year_evidence(printed: tuple[int, ...], on_record: tuple[int, ...]) -> tuple[float, float]:
    """Return the state of the year and how many years it is off (-1 unknown, at most 20).

    >>> year_evidence((1996,), (1995, 1996)), year_evidence((1996,), (1994,)), year_evidence((), (1994,))
    ((4.0, 0.0), (-1.0, 2.0), (0.0, -1.0))
    """
    if not on_record:
        return UNKNOWN, -1.0
    if not printed:
        return SILENT, -1.0
    off = min(abs(a - b) for a in printed for b in on_record)
    return (AGREES if off == 0 else BARE if off == 1 else CONFLICT), float(min(off, 20))


def _explained(record: Record) -> frozenset[str]:
    """Return the numbers that the record accounts for."""
    known = {str(year) for year in record.years} | {
        record.volume,
        record.issue,
        record.first_page,
        record.last_page,
    }
    known |= {
        part for value in (record.volume, record.issue, record.first_page) for part in _DIGITS.findall(value)
    }
    if record.first_page.isdigit() and record.last_page.isdigit():
        short = record.last_page
        known |= {short[i:].lstrip("0") or "0" for i in range(len(short))}
    words = (*record.title, *record.subtitle, *(w for c in record.containers for w in c))
    known |= {word.lstrip("0") or "0" for word in words if word[0].isdigit()}
    return frozenset(known)


def _off(value: str, printed: frozenset[str]) -> float:
    """Return how far the nearest printed number is from the one on record, at most 100."""
    if not value.isdigit():
        return 100.0
    return float(min((min(abs(int(value) - int(p)), 100) for p in printed if p.isdigit()), default=100))
