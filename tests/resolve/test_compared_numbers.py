"""Year, volume, issue and pages of a string against a record: they agree, are wrong, or cannot be told."""

from __future__ import annotations

from typing import Any

import pytest

from refs.model import FieldEvidence, Work
from refs.resolve.comparison import compare_fields
from tests.resolve.records import record

TITLE = "Slow rivers of the northern plain"
ON_RECORD: dict[str, Any] = {
    "authors": "Watanabe, K.",
    "container": "Hydrological Letters",
    "year": 2014,
    "volume": "112",
    "issue": "8",
    "page": "1404-1418",
}
AGREES, WRONG, UNTOLD = True, False, None


def compared(field: str, place: str, doi: str = "10.1000/rivers", **other: Any) -> FieldEvidence:
    """Return the evidence on a field where this stands behind the journal."""
    work = Work(record(doi, TITLE, **(ON_RECORD | other)))
    raw = f"Watanabe K. {TITLE}. Hydrological Letters. {place}."
    [found] = [evidence for evidence in compare_fields(raw, work) if evidence.field == field]
    return found


def judged(field: str, place: str, **other: Any) -> tuple[bool | None, str]:
    """Return whether a field agrees, and the kind of evidence."""
    found = compared(field, place, **other)
    return found.agrees, found.kind


YEARS: list[tuple[str, str, dict[str, Any], bool | None, str]] = [
    ("the same", "2014;112(8):1404-1418", {}, AGREES, ""),
    ("a year later", "2015;112(8):1404-1418", {}, UNTOLD, "near"),
    ("a year earlier", "2013;112(8):1404-1418", {}, UNTOLD, "near"),
    ("two later", "2016;112(8):1404-1418", {}, WRONG, "replaced"),
    ("two earlier", "2012;112(8):1404-1418", {}, WRONG, "replaced"),
    (
        "the year online",
        "2012;112(8):1404-1418",
        {"published-online": {"date-parts": [[2012]]}},
        AGREES,
        "online",
    ),
    ("before it had a place", "2011", {}, UNTOLD, "near"),
    ("long before it had a place", "2010", {}, WRONG, "replaced"),
    ("after it, without its place", "2016", {}, WRONG, "replaced"),
    ("before it, with its volume", "2012;112", {}, WRONG, "replaced"),
    ("before it, with a page", "2012:77", {}, WRONG, "replaced"),
    ("before it, no volume on record", "2012", {"volume": ""}, WRONG, "replaced"),
    ("none printed", "112(8):1404-1418", {}, UNTOLD, ""),
    ("none on record", "2014;112(8):1404-1418", {"year": None}, UNTOLD, ""),
    ("in its DOI", "1968;112(8):1404-1418", {"doi": "10.1000/j.1968.8"}, UNTOLD, "near"),
    ("in its DOI, and later", "2019;112(8):1404-1418", {"doi": "10.1000/j.2019.8"}, WRONG, "replaced"),
    ("in a number of its DOI", "1968;112(8):1404-1418", {"doi": "10.1000/j.19682"}, WRONG, "replaced"),
    ("of a book", "2001;112(8):1404-1418", {"type": "book"}, UNTOLD, "edition"),
    ("of a chapter", "2001;112(8):1404-1418", {"type": "book-chapter"}, WRONG, "replaced"),
    ("reprinted", "2001;112(8):1404-1418. Reprinted 2014", {}, AGREES, ""),
    (
        "another beside pages that look like one",
        "2018;112(8):1999-2003",
        {"page": "1999-2003"},
        WRONG,
        "replaced",
    ),
    ("a volume that looks like one", "2001(8):1404-1418", {"volume": "2001"}, UNTOLD, ""),
    ("pages that look like one", "112:1999-2010", {"page": "1999-2010"}, UNTOLD, ""),
]


@pytest.mark.parametrize(
    ("place", "other", "agrees", "kind"), [c[1:] for c in YEARS], ids=[c[0] for c in YEARS]
)
def test_the_year(place: str, other: dict[str, Any], agrees: bool | None, kind: str) -> None:
    assert judged("issued", place, **other) == (agrees, kind)


VOLUMES: list[tuple[str, str, dict[str, Any], bool | None, str]] = [
    ("the same", "2014;112(8):1404-1418", {}, AGREES, ""),
    ("another", "2014;113(8):1404-1418", {}, WRONG, "replaced"),
    ("exchanged with the issue", "2014;8(112):1404-1418", {}, UNTOLD, "unclear"),
    ("none printed", "2014:1404-1418", {}, UNTOLD, ""),
    ("the year in its place", "2014;2014(8):1404-1418", {}, UNTOLD, ""),
    ("the year on record", "2014;14(8):1404-1418", {"volume": "2014"}, UNTOLD, "unclear"),
    ("a double one", "2014;111-112(8):1404-1418", {}, AGREES, ""),
    ("a double one that begins with it", "2014;112-113(8):1404-1418", {}, AGREES, ""),
    ("a double one on record", "2014;112(8):1404-1418", {"volume": "112-113"}, AGREES, ""),
    ("the second of two on record", "2014;113(8):1404-1418", {"volume": "112-113"}, AGREES, ""),
    ("the same double one", "2014;112-113(8):1404-1418", {"volume": "112-113"}, AGREES, ""),
    ("none of two on record", "2014;114(8):1404-1418", {"volume": "112-113"}, UNTOLD, "unclear"),
    ("in Roman figures", "2014;CXII(8):1404-1418", {}, UNTOLD, ""),
    ("with a letter", "2014;112A(8):1404-1418", {}, UNTOLD, "unclear"),
    ("with a letter on record", "2014;112(8):1404-1418", {"volume": "112A"}, UNTOLD, "unclear"),
    ("none on record", "2014;112(8):1404-1418", {"volume": ""}, UNTOLD, ""),
    ("of an old series", "1949;12(8):1404-1418", {"year": 1949}, UNTOLD, "unclear"),
    ("old and not so far off", "1949;13(8):1404-1418", {"year": 1949}, WRONG, "replaced"),
    ("far off and not so old", "1950;12(8):1404-1418", {"year": 1950}, WRONG, "replaced"),
]


@pytest.mark.parametrize(
    ("place", "other", "agrees", "kind"), [c[1:] for c in VOLUMES], ids=[c[0] for c in VOLUMES]
)
def test_the_volume(place: str, other: dict[str, Any], agrees: bool | None, kind: str) -> None:
    assert judged("volume", place, **other) == (agrees, kind)


ISSUES: list[tuple[str, str, dict[str, Any], bool | None, str]] = [
    ("the same", "2014;112(8):1404-1418", {}, AGREES, ""),
    ("another", "2014;112(9):1404-1418", {}, WRONG, "replaced"),
    ("the volume again", "2014;112(112):1404-1418", {}, WRONG, "replaced"),
    ("a double one", "2014;112(7-8):1404-1418", {}, AGREES, ""),
    ("a double one that begins with it", "2014;112(8-9):1404-1418", {}, AGREES, ""),
    ("a supplement", "2014;112(Suppl 1):1404-1418", {}, UNTOLD, ""),
    ("none printed", "2014;112:1404-1418", {}, UNTOLD, ""),
    ("none on record", "2014;112(8):1404-1418", {"issue": ""}, UNTOLD, ""),
]


@pytest.mark.parametrize(
    ("place", "other", "agrees", "kind"), [c[1:] for c in ISSUES], ids=[c[0] for c in ISSUES]
)
def test_the_issue(place: str, other: dict[str, Any], agrees: bool | None, kind: str) -> None:
    assert judged("issue", place, **other) == (agrees, kind)


MEETING = {"type": "proceedings-article"}
ARTICLE = {"page": "", "article-number": "e77"}
PAGES: list[tuple[str, str, dict[str, Any], bool | None, str]] = [
    ("the same", "2014;112(8):1404-1418", {}, AGREES, ""),
    ("the last shortened", "2014;112(8):1404-18", {}, AGREES, ""),
    ("the first alone", "2014;112(8):1404", {}, AGREES, "first"),
    ("the first alone on record", "2014;112(8):1404-1418", {"page": "1404"}, AGREES, "first"),
    ("in parts on record", "2014;112(8):1404-1418", {"page": "1404-1410, 1418"}, AGREES, "first"),
    ("another last", "2014;112(8):1404-1419", {}, WRONG, "last-page"),
    ("a last cut", "2014;112(8):1404-141", {}, UNTOLD, "cut"),
    ("another first", "2014;112(8):1405-1418", {}, WRONG, "replaced"),
    ("one within", "2014;112(8):1410", {}, UNTOLD, "within"),
    ("the last alone", "2014;112(8):1418", {}, UNTOLD, "within"),
    ("one behind", "2014;112(8):1419", {}, WRONG, "replaced"),
    ("one before", "2014;112(8):1403", {}, WRONG, "replaced"),
    ("nine pages on", "2014;112(8):1413-1427", {}, WRONG, "replaced"),
    ("nine pages on at a meeting", "2014;112(8):1413-1427", MEETING, UNTOLD, "near"),
    ("ten pages on at a meeting", "2014;112(8):1414-1428", MEETING, WRONG, "replaced"),
    ("a page more at a meeting", "2014;112(8):1403-1418", MEETING, WRONG, "replaced"),
    ("counted from one", "2014;112(8):1-15", {}, UNTOLD, "near"),
    ("counted from one, a page less", "2014;112(8):1-14", {}, WRONG, "replaced"),
    (
        "counted from one on record, no volume",
        "2014;1404-1418",
        {"page": "1-15", "volume": ""},
        UNTOLD,
        "unclear",
    ),
    ("counted from one on record", "2014;112(8):1404-1418", {"page": "1-15"}, WRONG, "replaced"),
    ("the first alone, one on record", "2014;112(8):1404", {"page": "1-15"}, UNTOLD, "unclear"),
    ("an article's number", "2014;112(8):e77", {}, UNTOLD, "unclear"),
    ("a long number", "2014;112(8):12345", {}, UNTOLD, "unclear"),
    ("a long number, another on record", "2014;112(8):12345", {"page": "54321"}, WRONG, "replaced"),
    ("a long number, a page on record", "2014;112(8):12345", {"page": "404"}, UNTOLD, "unclear"),
    ("the first as an article's number", "2014;112(8):e1404", {"page": "e1404-e1418"}, AGREES, "first"),
    ("pages with long numbers", "2014;112(8):12345-12350", {}, WRONG, "replaced"),
    ("the article's number on record", "2014;112(8):e77", ARTICLE, AGREES, "article"),
    ("another article's number", "2014;112(8):e78", ARTICLE, UNTOLD, ""),
    ("of a supplement", "2014;112(8):S77-S80", {}, UNTOLD, "unclear"),
    ("of a supplement on record", "2014;112(8):S57-S63", {"page": "S57-S63"}, AGREES, ""),
    ("exchanged with the volume", "2014;1404(8):112", {}, UNTOLD, "unclear"),
    ("the volume entered for the page", "2014;112(8):1404-1418", {"page": "112"}, UNTOLD, "unclear"),
    ("none printed", "2014;112(8)", {}, UNTOLD, ""),
    ("none on record", "2014;112(8):1404-1418", {"page": ""}, UNTOLD, ""),
]


@pytest.mark.parametrize(
    ("place", "other", "agrees", "kind"), [c[1:] for c in PAGES], ids=[c[0] for c in PAGES]
)
def test_the_pages(place: str, other: dict[str, Any], agrees: bool | None, kind: str) -> None:
    assert judged("page", place, **other) == (agrees, kind)


NOTES = [
    ("issued", "2013;112(8):1404-1418", {}, "one year apart, as online and print often are"),
    (
        "issued",
        "2012;112(8):1404-1418",
        {"published-online": {"date-parts": [[2012]]}},
        "print and online year differ on record",
    ),
    ("issued", "2011", {}, "cited without volume and pages, as an article online before them is"),
    ("issued", "1968;112(8)", {"doi": "10.1000/j.1968.8"}, "the work's DOI bears this year"),
    ("volume", "1949;12(8)", {"year": 1949}, "may be counted in another series"),
    ("page", "2014;112(8):1404-1419", {}, "the last page differs"),
    ("page", "2014;112(8):1-15", {}, "counted from 1, as in the paper's own file"),
]


@pytest.mark.parametrize(("field", "place", "other", "note"), NOTES, ids=[note for *_, note in NOTES])
def test_what_is_said_of_it(field: str, place: str, other: dict[str, Any], note: str) -> None:
    assert compared(field, place, **other).note == note
