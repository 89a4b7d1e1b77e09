"""The numbers of a reference string by the part they play: year, volume, issue, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_YEAR = re.compile(r"(?<![\d.-])(1[5-9]\d\d|20[0-4]\d)(?:[a-z](?![a-z]))?(?![\d])")
_PLAIN_YEAR = re.compile(r"1[5-9]\d\d|20[0-4]\d")
_VOLUME_ISSUE = re.compile(r"(?<![\d-])([a-z]?\d{1,5})\s?\(\s?([^()]{1,24})\)")
"""``91(4-6)``, ``10 (Suppl 2)``, ``308 (2012)``"""
_VOLUME_PAGE = re.compile(
    r"(?<![\d-])(\d{1,5})(?:\s?\([^()]{1,24}\))?\s?[:,]\s?(?:pp?\.?\s?|article\s|art\.\s)?([a-z]{0,2}\d{1,7})(?!\s?\()"
)
"""``99:496``, ``176, 17``, ``114, 4 (1978)`` is left to the issue"""
_VOLUME_ISSUE_COMMA = re.compile(r"(?<![\d-])(\d{1,5}),\s?(\d{1,4})\s?\((?:1[5-9]|20)\d\d\)\s?[:,]")
"""``114, 4 (1978), 593``"""
_VOLUME_PAGE_YEAR = re.compile(r"(?<![\d-])(\d{1,5}),\s?([a-z]?\d{1,6})(?:-\w+)?\s?\((?:1[5-9]|20)\d\d\)")
"""``475, 47 (1996)``"""
_VOLUME_YEAR_PAGE = re.compile(
    r"(?<![\d-])(\d{1,5})\s?\((?:1[5-9]|20)\d\d\)\s?[,:;]?\s?(?:pp?\.?\s?)?([a-z]?\d{1,7})"
)
"""``308 (2012) 1007``"""
_RANGE = re.compile(r"(?<![\w.-])([a-z]{0,2}\d{1,6}[a-z]?)\s?-{1,3}\s?([a-z]{0,2}\d{1,6}[a-z]?)(?![\w-])")
_NAMED = {
    "volumes": re.compile(r"\b(?:vol(?:ume)?|bd|band|tome?|t)\.?\s?([a-z]?\d{1,5})\b"),
    "issues": re.compile(r"\b(?:no|nr|issue|iss|num|number|heft|h)\.?\s?([a-z]?\d{1,5})\b"),
    "pages": re.compile(
        r"(?<![a-z])(?:pp?|pages?|s|seite|art(?:icle)?(?:\sno)?|e-?pub)\.?\s?([a-z]{0,2}\d{1,7})\b"
    ),
}
_NUMBER = re.compile(r"(?<![\w.])[a-z]{0,2}\d{1,7}[a-z]?(?!\w)")
_MIXED = re.compile(r"(?<![^\W_])(?=[a-z]{0,6}\d)(?=\d{0,6}[a-z])[a-z\d]{3,6}(?![^\W_])")
"""``19f1``, ``3x5``"""
_BROKEN = re.compile(r"(?<![\w.,-])(\d{1,3}) {1,2}(\d{1,3})(?!\w)")
"""``1 966``"""
_FIRST_NUMBER = re.compile(r"[a-z]{0,5}\.?\s?(\d+)")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the numbers of a string may be. A number can play two parts; ``all`` holds every one."""

    years: tuple[int, ...]
    volumes: frozenset[str]
    issues: frozenset[str]
    first_pages: frozenset[str]
    last_pages: frozenset[str]
    all: tuple[str, ...]
    damaged: tuple[str, ...] = ()
    """Numbers with a letter among their digits or a blank inside, joined."""


def read_numbers(text: str) -> Numbers:
    """Return the numbers of a clean, lower-case string whose dashes are hyphens.

    >>> found = read_numbers("am j infect control. 2009;37(2):155-9.")
    >>> found.years, *map(sorted, (found.volumes, found.issues, found.first_pages, found.last_pages))
    ((2009,), ['37'], ['2'], ['155'], ['159'])
    >>> sorted(read_numbers("nucl. phys. b 475, 47 (1996)").volumes)
    ['475']
    """
    parts: dict[str, set[str]] = {"volumes": set(), "issues": set(), "first": set(), "last": set()}
    ranges = list(_ranges(text))
    for role, value in (*_pairs(text), *_named(text)):
        parts[role].add(plain_number(value))
    issues = {inside for m in _VOLUME_ISSUE.finditer(text) for inside in re.findall(r"\w+", m.group(2))}
    for first, last in ranges:
        if first not in issues:
            parts["first"].add(plain_number(first))
            parts["last"].add(plain_number(filled_up(first, last)))
    return Numbers(
        years=_years(text, {end for pair in ranges for end in pair}),
        volumes=frozenset(parts["volumes"]),
        issues=frozenset(parts["issues"]),
        first_pages=frozenset(parts["first"]),
        last_pages=frozenset(parts["last"]),
        all=tuple(plain_number(m.group()) for m in _NUMBER.finditer(text)),
        damaged=_damaged(text),
    )


def _damaged(text: str) -> tuple[str, ...]:
    """Return numbers with a slip inside.

    >>> _damaged("gut (19f1), 3x5-388; 1 966")
    ('19f1', '3x5', '1966')
    """
    broken = [m.group(1) + m.group(2) for m in _BROKEN.finditer(text)]
    return (*(m.group() for m in _MIXED.finditer(text)), *broken)


def plain_number(text: str) -> str:
    """Return a number as it is compared: lower case, no leading zeros, no blanks around.

    >>> plain_number("S057"), plain_number("007"), plain_number("0")
    ('s057', '7', '0')
    """
    return text.strip().lower().lstrip("0") or text.strip()[:1]


def filled_up(first: str, last: str) -> str:
    """Return a last page in full: 496-7 means 497.

    >>> filled_up("496", "7"), filled_up("99", "101"), filled_up("e371", "e375")
    ('497', '101', 'e375')
    """
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for m in _VOLUME_ISSUE.finditer(text):
        inside = m.group(2).strip()
        if _PLAIN_YEAR.fullmatch(inside):
            continue
        if not _PLAIN_YEAR.fullmatch(m.group(1)) and (number := _FIRST_NUMBER.match(inside)):
            yield "volumes", m.group(1)
            yield "issues", number.group(1)
    for m in _VOLUME_ISSUE_COMMA.finditer(text):
        yield "volumes", m.group(1)
        yield "issues", m.group(2)
    for pattern in (_VOLUME_PAGE_YEAR, _VOLUME_YEAR_PAGE, _VOLUME_PAGE):
        for m in pattern.finditer(text):
            if not _PLAIN_YEAR.fullmatch(m.group(1)) or pattern is _VOLUME_PAGE_YEAR:
                yield "volumes", m.group(1)
                yield "first", m.group(2)


def _named(text: str) -> Iterator[tuple[str, str]]:
    for role, pattern in _NAMED.items():
        for m in pattern.finditer(text):
            yield ("first" if role == "pages" else role), m.group(1)


def _ranges(text: str) -> Iterator[tuple[str, str]]:
    for m in _RANGE.finditer(text):
        yield m.group(1), m.group(2)


def _years(text: str, page_ends: set[str]) -> tuple[int, ...]:
    """Return the years, those that are ends of a page range only if there are no others."""
    found = dict.fromkeys(m.group(1) for m in _YEAR.finditer(text))
    outside = [year for year in found if year not in page_ends]
    return tuple(int(year) for year in (outside or found))
