"""What is said for and against a work: true of the string, clause by clause."""

from __future__ import annotations

from typing import Any

import pytest

from refs.model import Work
from refs.resolve.arguments import argue
from refs.resolve.evidence import gather_evidence
from refs.resolve.query import read_query
from refs.resolve.record import read_record
from refs.resolve.scoring import Weighed
from tests.resolve.records import record

GUT = record(
    "10.1000/gut",
    "Gut feelings in the young",
    authors="Neff, K.; Berg, A.",
    container="Journal of Gut Research",
    year=2003,
    volume="12",
    issue="12",
    page="85-101",
)
SAID: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "all of it",
        GUT,
        "Neff K, Berg A. Gut feelings in the young. Journal of Gut Research 2003;12(12):85-101.",
        "title stands in the string word for word; first author Neff is in the string; 2 of 2 authors found; "
        "container stands in the string in full; year agrees; volume agrees; issue agrees; first page agrees",
    ),
    (
        "a number that is the volume",
        GUT,
        "Neff, K. (2003). Gut feelings in the young. Journal of Gut Research, 12, 85-101.",
        "title stands in the string word for word; first author Neff is in the string; 1 of 2 authors found; "
        "container stands in the string in full; year agrees; volume agrees; first page agrees",
    ),
    (
        "no title, a short form, another year, other numbers",
        GUT,
        "Neff K, Berg A. J Gut Res 2002;14(3):9-10.",
        "title does not stand in the string as a whole; first author Neff is in the string; "
        "2 of 2 authors found; container stands in the string abbreviated; year is off by one; "
        "volume differs; issue differs; first page differs; 5 numbers in the string left unexplained",
    ),
    (
        "others, and far from it",
        GUT,
        "Curie P. Gut feelings in the young. Physics 1998.",
        "title stands in the string word for word; first author Neff is not in the string; "
        "0 of 2 authors found; container is not in the string; year is off by 5; "
        "1 number in the string left unexplained",
    ),
    (
        "a record that says little",
        record("10.1000/x", "Gut"),
        "Gut. 17.",
        "title stands in the string word for word (but is very short); no author on record; "
        "1 number in the string left unexplained",
    ),
]


@pytest.mark.parametrize(("data", "raw", "said"), [c[1:] for c in SAID], ids=[c[0] for c in SAID])
def test_what_is_said_of_a_work(data: dict[str, Any], raw: str, said: str) -> None:
    query, work = read_query(raw), Work(data)
    found = read_record(work)
    assert "; ".join(argue(Weighed(work, found, gather_evidence(query, found), 0.0))) == said
