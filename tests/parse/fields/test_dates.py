"""Dates as references print them."""

from __future__ import annotations

import pytest

from refs.parse.fields.dates import parse_date, year_suffix

CASES = {
    "year": ("(1990)", [[1990]]),
    "year with letter": ("1990a", [[1990]]),
    "season number": ("2006/7", [[2006], [2007]]),
    "range": ("1959–1960", [[1959], [1960]]),
    "english": ("June 7, 1998", [[1998, 6, 7]]),
    "english, day first": ("7 June 1998", [[1998, 6, 7]]),
    "apa": ("2013, March 12", [[2013, 3, 12]]),
    "vancouver": ("2004 Sep 30", [[2004, 9, 30]]),
    "german": ("12. Oktober 1998", [[1998, 10, 12]]),
    "german, short": ("12.10.1998", [[1998, 10, 12]]),
    "french": ("décembre 1999", [[1999, 12]]),
    "spanish": ("3 de enero de 2001", [[2001, 1, 3]]),
    "portuguese": ("14 dez. 2014", [[2014, 12, 14]]),
    "italian": ("luglio 1978", [[1978, 7]]),
    "iso": ("2011-05-26", [[2011, 5, 26]]),
    "first of two": ("1986 [1971]", [[1986]]),
}


@pytest.mark.parametrize(("text", "parts"), CASES.values(), ids=CASES)
def test_date(text: str, parts: list[list[int]]) -> None:
    date = parse_date(text)
    assert date is not None
    assert date["date-parts"] == parts


@pytest.mark.parametrize("text", ["n.d.", "o. J.", "in press", "12", "forthcoming", "99999", ""])
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_about() -> None:
    assert parse_date("ca. 1850") == {"date-parts": [[1850]], "circa": True}


@pytest.mark.parametrize(
    ("text", "letter"), [("2003a", "a"), ("2003 b", "b"), ("2003", ""), ("2003, Mai", "")]
)
def test_year_suffix(text: str, letter: str) -> None:
    assert year_suffix(text) == letter
