"""Pages, volumes, issues and editions as printed."""

from __future__ import annotations

import pytest

from refs.parse.fields.numbers import parse_edition, parse_number, split_issue
from refs.parse.fields.pages import parse_pages

PAGES = {
    "12-34": "12-34",
    "12–34": "12-34",
    "585--586": "585-586",
    "pp. 1234–8": "1234-1238",
    "S. 71 f.": "71",
    "S. 71ff.": "71",
    "p. e0123456": "e0123456",
    "R17292": "R17292",
    "L74": "L74",
    "S278-S286": "S278-S286",
    "S278–86": "S278-S286",
    "034503": "034503",
    "xi–xiv": "xi-xiv",
    "581 - 4": "581-584",
    "99-101": "99-101",
    "С. 50–55": "50-55",
    "264–269, W264": "264-269",
}
NUMBERS = {
    "12": "12",
    "Vol. 12": "12",
    "vol 12": "12",
    "Bd. III": "III",
    "Jg. 20": "20",
    "20. Jg.": "20",
    "t. XII": "XII",
    "no. S1": "S1",
    "n° 77": "77",
    "(3-4)": "3-4",
    "3 – 4": "3-4",
    "3/4": "3/4",
    "A365": "A365",
    "제24권": "24",
    "第26期": "26",
}
ISSUES = {
    "61(2)": ("61", "2"),
    "61 (2-3)": ("61", "2-3"),
    "24, 2": ("24", "2"),
    "12/3": ("12", "3"),
    "XLII/248": ("XLII", "248"),
    "A365": ("A365", ""),
    "2003": ("2003", ""),
}
EDITIONS = {
    "2nd ed.": "2",
    "3. Aufl.": "3",
    "Third edition": "3",
    "Dritte, überarb. Auflage": "3",
    "rev. ed.": "rev. ed.",
    "17. ed.": "17",
}


@pytest.mark.parametrize(("text", "expected"), PAGES.items())
def test_pages(text: str, expected: str) -> None:
    assert parse_pages(text) == expected


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items())
def test_number(text: str, expected: str) -> None:
    assert parse_number(text) == expected


@pytest.mark.parametrize(("text", "expected"), ISSUES.items())
def test_volume_with_issue(text: str, expected: tuple[str, str]) -> None:
    assert split_issue(text) == expected


@pytest.mark.parametrize(("text", "expected"), EDITIONS.items())
def test_edition(text: str, expected: str) -> None:
    assert parse_edition(text) == expected
