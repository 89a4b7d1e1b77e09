"""What speaks against a work so plainly that no agreement outweighs it, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model import Work
from refs.resolve.evidence import gather_evidence
from refs.resolve.query import read_query
from refs.resolve.record import read_record
from refs.resolve.scoring import Weighed
from refs.resolve.vetoes import (
    bears_title_and_author,
    holds_two,
    is_told_by_authors,
    may_bear_title,
    veto,
)
from tests.resolve.records import record

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


SECOND = "Neff, K., Berg, A. (2003). Gut feelings. Gut 2, 85-90."


@pytest.mark.parametrize(
    ("raw", "two"),
    [
        (f"Curie, P. (1898). Radium. CR 127, 175-178. {SECOND}", True),
        (f"Curie, P. (1898). Radium. CR 127, 175-178. doi: .tb0836.x {SECOND}", True),
        ("Curie P. Radium. CR 1898;127:175-178. 24. van der Wall EE. Gut. Gut. 2003;2:85-90.", True),
        (SECOND, False),
        ("Curie, P. (1898). Radium. CR 127, 175-178. Reprinted in Neff, K., 2003, pp. 85-90.", False),
    ],
    ids=["authors-behind-pages", "behind-a-broken-doi", "label-and-particle", "one", "reprint"],
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
