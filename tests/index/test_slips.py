"""Noisy strings still find their record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refs.index import build_index, open_index
from refs.index.slips import is_mendable, joined_words, split_words

KNOWN = {"gut", "feelings", "of", "price", "discrimination", "limits", "liberty", "y"}
RECORDS = [
    {
        "DOI": "10.1000/limits",
        "title": ["The Limits of Price Discrimination"],
        "author": [{"family": "Bergemann"}],
    },
    {"DOI": "10.1000/liberty", "title": ["Liberty and Reformation"], "author": [{"family": "Hudson"}]},
]


@pytest.mark.parametrize(
    ("word", "halves"),
    [("pricediscrimination", ("price", "discrimination")), ("ofprice", ()), ("pricex", ()), ("gut", ())],
)
def test_lost_blanks(word: str, halves: tuple[str, ...]) -> None:
    assert split_words(word, KNOWN.__contains__) == halves


def test_added_blanks() -> None:
    assert list(joined_words(["gut", "feel", "ings", "of", "libert", "y"], KNOWN.__contains__)) == [
        "feelings",
        "liberty",
    ]


@pytest.mark.parametrize(("word", "expected"), [("bergemxnn", True), ("1996", False), ("berg", False)])
def test_what_is_mended(word: str, expected: bool) -> None:
    assert is_mendable(word) is expected


@pytest.mark.parametrize(
    ("query", "doi"),
    [
        ("Bergemxnn Limtis pricediscrimination", "10.1000/limits"),
        ("Hvdson libert y reformatoin", "10.1000/liberty"),
    ],
)
def test_a_noisy_string_finds_its_record(query: str, doi: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    build_index(tmp_path / "index", [tmp_path / "a.jsonl"])
    found = open_index(tmp_path / "index").search_works(query)
    assert str(found[0].doi) == doi
