"""What speaks against a work so plainly that no agreement outweighs it, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model import Work
from refs.resolve.evidence import gather_evidence
from refs.resolve.evidence.numbers import AGREES, BARE, CONFLICT
from refs.resolve.query import read_query
from refs.resolve.record import read_record
from refs.resolve.scoring import Weighed
from refs.resolve.vetoes import (
    bears_title_and_author,
    holds_two,
    is_at_its_place,
    is_told_by_authors,
    may_bear_title,
    veto,
)
from tests.resolve.records import record, weighed

GUT = record(
    "10.1000/gut",
    "Gut feelings in the young",
    authors="Neff, K.; Berg, A.",
    container="Journal of Gut Research",
    year=2003,
    volume="12",
    page="85-101",
)
KIMS = record(
    "10.1000/kims",
    "Gut feelings",
    authors="Kim, A.; Berg, B.; Kim, C.",
    container="Journal of Gut Research",
    year=2003,
)
CASE_9995 = record("10.1000/9995", "Bitches Brew, CS 9995", container="Miles Davis' Bitches Brew")
FRONT = record("10.1000/front", "Front Matter", container="Proceedings of Data Mining", year=2016)
CHEMISTRY = record(
    "10.1000/chem", "Inorganic chemistry", container="Journal of the Chemical Society", volume="68", page="B9"
)
ABOUT_ROSENAU = record(
    "10.1000/review", "Aspects of Civil Strife. James Rosenau", authors="Colvin, P.", container="Politics"
)
ENTRY = record("10.1000/x", "Elliot, Walter", container="Dictionary of National Biography", year=2017)
ESSAY = record(
    "10.1000/essay", "Preface: Doppelgänger", authors="Baum, H.", container="Der Doppelgänger", year=2013
)

AGAINST = [
    ("only-author-and-year", GUT, "Neff, K. 2003.", "several works"),
    ("only-container-and-year", GUT, "Journal of Gut Research 2003.", "several works"),
    ("authors-in-another-order", GUT, "Berg, A.; Neff, K. J. Gut Res. 2003.", "several works"),
    ("title-in-the-container", ESSAY, "Der Doppelgänger 2013.", "several works"),
    ("another-year", GUT, "Neff, K.; Berg, A. J. Gut Res. 1994, 85-101.", "year differs"),
    ("one-year-off-and-no-place", GUT, "Neff, K.; Berg, A. J. Gut Res. 2004.", "year differs"),
    ("an-evaluation-of-it", GUT, "Moy, R. Evaluation for Gut feelings in the young. 2003.", "a correction"),
    (
        "another-title",
        GUT,
        "Neff, K.; Berg, A. Harmonized echoes for learning a domain skew. J Gut Res. 2003, 12, 85-101.",
        "another title",
    ),
    ("strangers", GUT, "D. J. Timmins, Journal of Gut Research 12 (2003) 511.", "others than the authors"),
    ("numbers-by-chance", GUT, "Curie P, Cryogenics 12, 44 (2003)", "neither title, container nor authors"),
    ("number-in-the-title", CASE_9995, "Bitches Brew, CS 9996. Miles Davis’ Bitches Brew.", "9996 cited"),
    ("generic-title", FRONT, "Front Matter. (2016). Chemical Industries, i-xii.", "many works bear"),
    ("short-title-other-page", CHEMISTRY, "Inorganic chemistry. J Chem Soc, 68, B43.", "many works bear"),
    ("about-the-author", ABOUT_ROSENAU, "Rosenau, J. (1964). Aspects of Civil Strife.", "names the author"),
    ("erratum", GUT, "Neff, K. Erratum to: Gut feelings in the young. J Gut Res 2003;12.", "a correction"),
]
NOT_AGAINST = [
    ("no-title-but-place", GUT, "Neff, K.; Berg, A. J. Gut Res. 2003, 12, 85."),
    ("no-title-but-volume", GUT, "Neff, K.; Berg, A. J. Gut Res. 2003, 12."),
    ("all-authors-in-their-container", GUT, "Neff, K.; Berg, A. J. Gut Res. 2003."),
    ("one-year-off-and-a-page", GUT, "Neff, K.; Berg, A. J. Gut Res. 2004, 85-101."),
    ("two-of-a-surname", KIMS, "Kim, A.; Berg, B.; Kim, C. J. Gut Res. 2003."),
    ("generic-title-in-a-container-with-slips", FRONT, "Front Matter. (2016). Proceedings ofData Minxng."),
    (
        "another-series-than-the-container",
        GUT,
        "Neff, K.; Berg, A. CISM International Centre for Mechanical Sciences Reports 2003, 12, 85-101.",
    ),
    (
        "many-authors-who-are-not-on-record",
        record(
            "10.1000/m",
            "Gut feelings",
            authors="Neff, K.",
            container="Gut",
            volume="12",
            page="85",
            year=2003,
        ),
        "Neff K, Berg A, Curie PM, Meitner LM, Hahn OL, Bohr NH, Planck MK, Born MB. Gut 2003; 12: 85.",
    ),
    ("dictionary", ENTRY, "Dictionary of National Biography 2017."),
    ("year-behind-the-title", record("10.1000/s", "Spartak Resurgent 6"), "Spartak Resurgent (2017)."),
    ("title-alone", GUT, "Gut feelings in the young."),
    ("another-number-than-the-page", GUT, "Neff K. Gut feelings in the young. J Gut Res 2004;12:99"),
    ("slips-in-names", GUT, "Nef f, K.; Berg, A. J. Gut Res. 2003, 12, 85."),
    ("erratum-on-record", record("10.1000/e", "Erratum: Gut feelings"), "Neff K. Erratum: Gut feelings."),
    (
        "another-language-behind-the-title",
        record("10.1000/c", "Czech rivers of plain and reeds", authors="Neff, K."),
        "Neff K. Rivers of plain and reeds, on Polish waters. 2003.",
    ),
    ("generic-title-in-its-container", FRONT, "Front Matter. (2016). Proceedings of Data Mining."),
]


def weigh(data: dict[str, Any], raw: str) -> Weighed:
    query, work = read_query(raw), Work(data)
    found = read_record(work)
    return Weighed(work, found, gather_evidence(query, found), 0.0)


def why(data: dict[str, Any], raw: str) -> str:
    return veto(read_query(raw), weigh(data, raw))


@pytest.mark.parametrize(
    ("data", "raw", "reason"), [case[1:] for case in AGAINST], ids=[case[0] for case in AGAINST]
)
def test_what_speaks_against_a_work(data: dict[str, Any], raw: str, reason: str) -> None:
    assert reason in why(data, raw)


@pytest.mark.parametrize(
    ("data", "raw"), [case[1:] for case in NOT_AGAINST], ids=[case[0] for case in NOT_AGAINST]
)
def test_what_does_not(data: dict[str, Any], raw: str) -> None:
    assert why(data, raw) == ""


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("Kim, A.; Berg, B.; Kim, C. Journal of Gut Research 2003.", True),
        ("A. Kim, B. Berg and C. Kim, J. Gut Res. (2003).", True),
        ("Kim, A.; Berg, B. Journal of Gut Research 2003.", False),
        ("Kim, A.; Berg, B.; Kim, C. Journal of Gut Research 2004.", False),
        ("Kim, A.; Berg, B.; Kim, C. Journal of Gut Research 2003, 85-101.", False),
        ("Kim, A.; Berg, B.; Kim, C. Something else. Journal of Gut Research 2003.", False),
    ],
    ids=["all-of-it", "other-style", "an-author-less", "another-year", "a-page-besides", "words-besides"],
)
def test_authors_container_and_year_tell_a_work_where_nothing_else_is_said(raw: str, told: bool) -> None:
    assert is_told_by_authors(weigh(KIMS, raw)) is told


TITLED = {"title_ratio": 1.0, "title_words": 5}
UNTITLED = {
    "authors_found": 1,
    "authors_found_share": 0.5,
    "authors_in_order": 1,
    "authors_known": 2,
    "author_first": 1,
    "container_score": 1.0,
    "year_state": AGREES,
}
"""An author, container and year, and neither title, volume nor page: nothing speaks against it."""
BY_NUMBERS = {
    "title_ratio": 0.6,
    "container_score": 0.49,
    "numbers_agree": 2,
    "page_state": 3,
    "year_state": 4,
}
"""Nothing but two numbers agrees."""
THESIS, REVIEW = {"thesis_conflict": 1}, {"review_conflict": 1}
VOLUME = TITLED | {"title_place": 0.4, "words_before_title": 5}
STRANGERS = UNTITLED | {"container_kind": 2, "head_extra": 1}
PLACED = {"page_state": 3, "volume_state": 3}
LINE = "Neff K. Gut feelings of the young. Gut 2003;12:85-101."
PRESS = "Neff K. Gut feelings of the young. Kyoto: Heron Press, 2003."
BY_EVIDENCE: list[tuple[str, str, dict[str, float], str]] = [
    ("a title", LINE, TITLED, ""),
    ("no title", LINE, UNTITLED, ""),
    ("thesis", LINE, TITLED | THESIS, "names a thesis"),
    ("thesis, its page near", LINE, TITLED | THESIS | {"page_state": 2.5}, "names a thesis"),
    ("thesis, its container near", LINE, TITLED | THESIS | {"container_score": 0.49}, "names a thesis"),
    ("thesis on its page", LINE, TITLED | THESIS | {"page_state": 3}, ""),
    ("thesis in its container", LINE, TITLED | THESIS | {"container_score": 0.5}, ""),
    ("review", LINE, TITLED | REVIEW, "a review of what is cited"),
    ("review on its page", LINE, TITLED | REVIEW | {"page_state": 3}, ""),
    ("chapter of a book", PRESS, UNTITLED | {"is_chapter": 1, "title_ratio": 0.6}, "a chapter of the book"),
    ("chapter, its title", PRESS, TITLED | {"is_chapter": 1, "title_ratio": 0.61}, ""),
    ("chapter, its page", PRESS, UNTITLED | {"is_chapter": 1, "page_state": 3}, ""),
    (
        "chapter, its page near",
        PRESS,
        UNTITLED | {"is_chapter": 1, "page_state": 2.5},
        "a chapter of the book",
    ),
    ("chapter, no publisher", LINE, UNTITLED | {"is_chapter": 1}, ""),
    ("volume", LINE, VOLUME, "the volume, not the paper"),
    ("volume, a title in front", LINE, VOLUME | {"title_place": 0.39}, ""),
    ("volume, few words in front", LINE, VOLUME | {"words_before_title": 4}, ""),
    ("volume on its page", LINE, VOLUME | {"page_state": 3}, ""),
    ("volume, in its container", LINE, VOLUME | {"container_score": 0.5}, ""),
    ("volume, its author", LINE, VOLUME | {"authors_found": 1}, ""),
    ("volume, its number", LINE, VOLUME | {"volume_state": 3}, ""),
    ("volume, its number near", LINE, VOLUME | {"volume_state": 2.5}, "the volume, not the paper"),
    ("two numbers", LINE, BY_NUMBERS, "neither title, container nor authors"),
    ("two numbers and a title", LINE, BY_NUMBERS | {"title_ratio": 0.61}, ""),
    ("two numbers and a container", LINE, BY_NUMBERS | {"container_score": 0.5}, ""),
    ("two numbers and an author", LINE, BY_NUMBERS | {"authors_found": 1}, ""),
    ("three numbers", LINE, BY_NUMBERS | {"numbers_agree": 3}, ""),
    (
        "two authors",
        LINE,
        UNTITLED | {"container_score": 0.49, "authors_found": 2},
        "names neither title, volume",
    ),
    ("three authors", LINE, UNTITLED | {"container_score": 0.49, "authors_found": 3}, ""),
    ("a container and a second author", LINE, UNTITLED | {"author_first": 0}, "names neither title, volume"),
    ("a container, nobody on record", LINE, UNTITLED | {"author_first": 0, "authors_known": 0}, ""),
    ("a container, out of order", LINE, UNTITLED | {"authors_in_order": 0}, "names neither title, volume"),
    ("out of order on its page", LINE, UNTITLED | {"authors_in_order": 0, "page_state": 3}, ""),
    ("out of order in its volume", LINE, UNTITLED | {"authors_in_order": 0, "volume_state": 3}, ""),
    ("another year", LINE, UNTITLED | {"year_state": CONFLICT}, "the year differs"),
    (
        "another year, its page",
        LINE,
        UNTITLED | {"year_state": CONFLICT, "page_state": 3},
        "the year differs",
    ),
    ("another year, its volume", LINE, UNTITLED | {"year_state": CONFLICT, "volume_state": 3}, ""),
    ("another year, its title", LINE, TITLED | {"year_state": CONFLICT}, ""),
    ("one year off", LINE, UNTITLED | {"year_state": BARE}, "the year differs"),
    ("one year off, its page", LINE, UNTITLED | {"year_state": BARE, "page_state": 3}, ""),
    ("strangers", LINE, STRANGERS, "others than the authors"),
    ("no strangers", LINE, STRANGERS | {"head_extra": 0}, ""),
    ("strangers beside all of them", LINE, STRANGERS | {"authors_found_share": 1}, ""),
    ("strangers, no container", LINE, STRANGERS | {"container_kind": 0}, ""),
    ("strangers, nobody on record", LINE, STRANGERS | {"authors_known": 0}, ""),
    ("strangers at its place", LINE, STRANGERS | PLACED, ""),
    (
        "only strangers at its place",
        LINE,
        STRANGERS | PLACED | {"authors_found": 0},
        "others than the authors",
    ),
    ("strangers near it", LINE, STRANGERS | PLACED | {"volume_state": 2.5}, "others than the authors"),
    ("strangers and a title", LINE, STRANGERS | TITLED, ""),
    (
        "three words elsewhere",
        LINE,
        {"title_ratio": 1, "title_words": 3, "page_state": CONFLICT},
        "many works bear",
    ),
    ("four words elsewhere", LINE, {"title_ratio": 1, "title_words": 4, "page_state": CONFLICT}, ""),
    (
        "three words of its author elsewhere",
        LINE,
        {"title_ratio": 1, "title_words": 3, "page_state": CONFLICT, "authors_found": 1},
        "",
    ),
    (
        "two words and others",
        LINE,
        {"title_ratio": 1, "title_words": 2, "words_unexplained": 1},
        "many works bear",
    ),
    ("two words alone", LINE, {"title_ratio": 1, "title_words": 2}, ""),
    ("three words and others", LINE, {"title_ratio": 1, "title_words": 3, "words_unexplained": 1}, ""),
    (
        "two words in their container",
        LINE,
        {"title_ratio": 1, "title_words": 2, "words_unexplained": 1, "container_score": 0.5},
        "",
    ),
    ("about the author", LINE, TITLED | {"title_names_author": 1}, "its title names the author"),
    ("by its author", LINE, TITLED | {"title_names_author": 1, "author_first": 1}, ""),
    ("a correction of it", LINE, TITLED | {"notice_cited": 1}, "names a correction or reply"),
    ("a correction on its page", LINE, TITLED | {"notice_cited": 1, "page_state": 3}, ""),
]


@pytest.mark.parametrize(
    ("raw", "values", "reason"), [c[1:] for c in BY_EVIDENCE], ids=[c[0] for c in BY_EVIDENCE]
)
def test_what_speaks_against_a_work_by_its_evidence(raw: str, values: dict[str, float], reason: str) -> None:
    said = veto(read_query(raw), weighed("a", 0, values))
    assert reason in said
    assert bool(reason) is bool(said)


@pytest.mark.parametrize(
    ("page", "volume", "container", "there"),
    [(3, 3, 0.0, True), (3, 0, 0.5, True), (3, 2.5, 0.49, False), (2.5, 3, 1.0, False)],
)
def test_a_page_in_its_volume_or_container_is_a_place(
    page: float, volume: float, container: float, there: bool
) -> None:
    values = {"page_state": page, "volume_state": volume, "container_score": container}
    assert is_at_its_place(weighed("a", 0, values)) is there


SECOND = "Neff, K., Berg, A. (2003). Gut feelings. Gut 2, 85-90."


@pytest.mark.parametrize(
    ("raw", "two"),
    [
        (f"Curie, P. (1898). Radium. CR 127, 175-178. {SECOND}", True),
        (f"Curie, P. (1898). Radium. CR 127, 175-178. doi: .tb0836.x {SECOND}", True),
        ("Curie P. Radium. CR 1898;127:175-178. 24. van der Wall EE. Gut. Gut. 2003;2:85-90.", True),
        (SECOND, False),
        ("Curie P. Radium. CR 1898;127:175-178. 24. Neff K. Gut. Gut. 2:85-90.", False),
        ("Curie, P. (1898). Radium. CR 127, 175-178. Reprinted in Neff, K., 2003, pp. 85-90.", False),
    ],
    ids=["authors-behind-pages", "behind-a-broken-doi", "label-and-particle", "one", "one-year", "reprint"],
)
def test_two_references_in_one_string(raw: str, two: bool) -> None:
    assert holds_two(read_query(raw)) is two


WORDS = st.lists(
    st.sampled_from("gut feelings of a neighbour in rivers and reeds".split()), min_size=4, max_size=9
)


@given(title=WORDS, printed=WORDS, at=st.integers(0, 40), slip=st.sampled_from(["", "x", " ", "rn"]))
def test_a_work_that_bears_the_title_may_bear_it(
    title: list[str], printed: list[str], at: int, slip: str
) -> None:
    whole = " ".join(title)
    query = read_query(f"Neff K. {' '.join(printed)} {whole[:at]}{slip}{whole[at + 1 :]}. Mind 2003;2:85")
    work = Work({"DOI": "10.1000/a", "title": [whole], "author": [{"family": "Neff"}]})
    weighed = Weighed(work, read_record(work), gather_evidence(query, read_record(work)), 0.0)
    assert may_bear_title(query, work) or not bears_title_and_author(weighed)
