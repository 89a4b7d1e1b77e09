"""Names, dates, pages and folded text: tables first, then laws."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model import Item, Name, PageRange, PartialDate, Work, fold, item_from_work

NAMES: list[tuple[dict[str, Any], str]] = [
    ({"family": "Neff", "given": "Kristin"}, "Neff, Kristin"),
    ({"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}, "van der Berg, Anna"),
    ({"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"}, "Humboldt, Alexander von"),
    ({"family": "King", "given": "Martin Luther", "suffix": "Jr."}, "King, Martin Luther, Jr."),
    ({"literal": "Open Science Collaboration"}, "Open Science Collaboration"),
    ({"family": "Plato"}, "Plato"),
]


@pytest.mark.parametrize(("data", "printed"), NAMES)
def test_name_prints_and_goes_back(data: dict[str, Any], printed: str) -> None:
    name = Name.from_csl(data | {"ORCID": "kept"})
    assert str(name) == printed
    assert name.to_csl() == data | {"ORCID": "kept"}


@pytest.mark.parametrize(
    ("given_name", "initials"), [("K. D.", "KD"), ("Jean-Paul", "JP"), ("", ""), ("Xiao\u2010ming", "Xm")]
)
def test_initials(given_name: str, initials: str) -> None:
    assert Name(family="X", given=given_name).initials == initials


DATES: list[tuple[Any, str | None]] = [
    ({"date-parts": [[2003, 4, 9]]}, "2003-04-09"),
    ({"date-parts": [["2018"], ["2019"]]}, "2018/2019"),
    ({"date-parts": [[-350]], "circa": True}, "-350"),
    ({"date-parts": [[None]]}, None),
    ({"raw": "2003-04"}, "2003-04"),
    ({"raw": "Spring 2003"}, "Spring 2003"),
    ({"literal": "in press"}, "in press"),
    ("2003", "2003"),
    ({}, None),
    (None, None),
    ([], None),
]


@pytest.mark.parametrize(("data", "printed"), DATES)
def test_date(data: Any, printed: str | None) -> None:
    date = PartialDate.from_csl(data)
    assert (str(date) if date else None) == printed
    assert date is None or PartialDate.from_csl(date.to_csl()) == date


PAGES = [
    ("85-101", "85-101"),
    ("1234-8", "1234-1238"),
    ("1234--38", "1234-1238"),
    ("E86–92", "E86-E92"),
    ("e124", "e124"),
    ("S57-S59", "S57-S59"),
    ("pp. 3–17, 20", "3-17"),
    ("xi-xiv", "xi-xiv"),
    ("99-101", "99-101"),
    ("12-12", "12"),
    ("first to last", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "printed"), PAGES)
def test_pages(text: str, printed: str | None) -> None:
    pages = PageRange.parse(text)
    assert (str(pages) if pages else None) == printed


@given(st.text(max_size=60))
def test_pages_read_twice_are_read_once(text: str) -> None:
    pages = PageRange.parse(text)
    assert pages is None or PageRange.parse(str(pages)) == pages


@given(st.text(max_size=200))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.dictionaries(st.text(max_size=12), st.integers() | st.text() | st.lists(st.integers()), max_size=6))
def test_unknown_keys_survive(data: dict[str, Any]) -> None:
    assert Item(data).to_csl() == data


def test_item_from_work_keeps_what_a_bibliography_needs() -> None:
    work = Work(
        {
            "DOI": "10.1126/SCIENCE.aac4716",
            "type": "journal-article",
            "title": ["Estimating the reproducibility of psychological science"],
            "author": [{"name": "Open Science Collaboration", "sequence": "first", "affiliation": []}],
            "container-title": ["Science"],
            "volume": "349",
            "issue": "6251",
            "article-number": "aac4716",
            "issued": {"date-parts": [[2015, 8, 28]]},
        }
    )
    item = item_from_work(work)
    assert item.type == "article-journal"
    assert [name.to_csl() for name in item.author] == [{"literal": "Open Science Collaboration"}]
    assert (item.volume, item.issue, item.number) == ("349", "6251", "aac4716")
    assert item.issued == PartialDate.of(2015, 8, 28)
    assert str(item.doi) == "10.1126/science.aac4716"
