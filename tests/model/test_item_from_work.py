"""What becomes of a Crossref record as a CSL-JSON item."""

from __future__ import annotations

from typing import Any

import pytest

from refs.model import Work, item_from_work

CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a subtitle follows the title": (
        {"title": ["Self-Compassion"], "subtitle": ["An Alternative"]},
        {"title": "Self-Compassion: An Alternative"},
    ),
    "a subtitle that the title holds already is not said twice": (
        {"title": ["Self-Compassion: An Alternative"], "subtitle": ["An alternative"]},
        {"title": "Self-Compassion: An Alternative"},
    ),
    "a question needs no colon": (
        {"title": ["Why?"], "subtitle": ["A history"]},
        {"title": "Why? A history"},
    ),
    "an organisation is one literal": (
        {"author": [{"name": "Jones &amp; Sons", "sequence": "first", "affiliation": []}]},
        {"author": [{"literal": "Jones & Sons"}]},
    ),
    "a contributor without a name is left out": (
        {"author": [{"sequence": "first"}, {"family": "Neff ", "given": "K. D.", "ORCID": "x"}]},
        {"author": [{"family": "Neff", "given": "K. D."}]},
    ),
    "a preprint server puts out its preprints": (
        {
            "type": "posted-content",
            "subtype": "preprint",
            "publisher": "Cold Spring Harbor Laboratory",
            "institution": [{"name": "bioRxiv"}],
        },
        {"type": "article", "genre": "Preprint", "publisher": "bioRxiv"},
    ),
    "a doctoral dissertation": (
        {"type": "dissertation", "degree": ["PhD"]},
        {"type": "thesis", "genre": "Doctoral dissertation"},
    ),
    "a dissertation of unknown degree": (
        {"type": "dissertation"},
        {"type": "thesis", "genre": "Dissertation"},
    ),
    "a day of publication where none of issue is given": (
        {"issued": {"date-parts": [[None]]}, "published-online": {"date-parts": [[2020, 5]]}},
        {"issued": {"date-parts": [[2020, 5]]}},
    ),
    "an article number is a number": (
        {"article-number": "e0151962", "page": "e0151962"},
        {"number": "e0151962", "page": "e0151962"},
    ),
    "an ISBN as an address": (
        {"type": "book", "ISBN": ["http://id.crossref.org/isbn/9783161484100"]},
        {"ISBN": "9783161484100"},
    ),
    "a meeting": (
        {"type": "proceedings-article", "event": {"name": "ICML &amp; friends", "location": "Vienna"}},
        {"event-title": "ICML & friends", "event-place": "Vienna"},
    ),
}


@pytest.mark.parametrize(("record", "expected"), CASES.values(), ids=CASES)
def test_item(record: dict[str, Any], expected: dict[str, Any]) -> None:
    item = item_from_work(Work({"DOI": "10.1000/x", "type": "journal-article", **record})).to_csl()
    assert {key: item.get(key) for key in expected} == expected
