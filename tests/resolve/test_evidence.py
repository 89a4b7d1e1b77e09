"""Each piece of evidence, with a table of cases."""

from __future__ import annotations

from typing import Any

import pytest

from refs.model import Work
from refs.resolve.evidence import NAMES, gather_evidence
from refs.resolve.evidence.container import is_abbreviation
from refs.resolve.query import Query, read_query
from refs.resolve.record import read_record
from tests.resolve.records import record

NEFF = record(
    "10.1080/15298860309032",
    "Self-Compassion: An Alternative Conceptualization",
    authors="Neff, Kristin D.",
    container="Self and Identity",
    year=2003,
    volume="2",
    issue="2",
    page="85-101",
)


def value(name: str, raw: str, data: dict[str, Any]) -> float:
    return gather_evidence(read_query(raw), read_record(Work(data)))[NAMES.index(name)]


@pytest.mark.parametrize(
    ("raw", "ratio", "cover"),
    [
        ("Neff, K. (2003). Self-compassion: An alternative conceptualization. Self Ident 2:85", 1.0, 1.0),
        ("Neff K. SELF‐COMPASSION — AN ALTERNATIVE CONCEPTUALIZATION. Self Ident 2:85", 1.0, 1.0),
        ("Neff K. Self-compas-\nsion: an alternative conceptual-\nization. Self Ident 2:85", 1.0, 1.0),
        ("Neff K. Selfcompassion: analternative conceptualizatoin. Self Ident 2:85", 0.9, 1.0),
        ("Neff K. Self-compassion. Self Ident 2:85", 0.4, 0.5),
        ("Neff K. Self Ident 2003, 2, 85", 0.0, 0.2),
    ],
    ids=["as-is", "case-and-dashes", "broken-words", "slips", "half", "no-title"],
)
def test_the_title_stands_in_the_string(raw: str, ratio: float, cover: float) -> None:
    assert value("title_ratio", raw, NEFF) >= ratio - 0.05
    assert value("title_cover", raw, NEFF) >= cover - 0.05


@pytest.mark.parametrize(
    ("title", "raw", "differs"),
    [
        ("Pathology quiz case 1", "Manning J. Pathology quiz case 2. Arch 1990;116:220", True),
        ("Studies on gut, part III", "Neff K. Studies on gut, part II. Gut 1990;1:2", True),
        ("Outlook 2003 (Summary in Czech)", "OECD. Outlook 2003 (Summary in Polish). 2003", True),
        ("Studies on gut, part III", "Neff K. Studies on gut, part III. Gut 1990;1:2", False),
        ("Outlook for the gut", "Neff K. Outlook for the gut. 1990;1:2", False),
    ],
)
def test_distinctive_words_are_noticed(title: str, raw: str, differs: bool) -> None:
    data = record("10.1000/a", title)
    found = value("title_distinct_missing", raw, data) + value("title_distinct_extra", raw, data)
    assert (found > 0) is differs


@pytest.mark.parametrize(
    ("raw", "closes"),
    [
        ("Neff K. Gut feelings. Gut 1990", 1.0),
        ("Neff K. “Gut feelings,” Gut 1990", 1.0),
        ("Neff K. Gut feelings: a trial. Gut 1990", 0.5),
        ("Neff K. Gut feelings in children. Gut 1990", 0.0),
    ],
)
def test_a_title_that_is_a_part_of_a_longer_one_does_not_close(raw: str, closes: float) -> None:
    assert value("title_closes", raw, record("10.1000/a", "Gut feelings")) == closes


@pytest.mark.parametrize(
    ("short", "word", "expected"),
    [
        ("psychol", "psychology", True),
        ("natl", "national", True),
        ("dtsch", "deutsche", True),
        ("jpn", "japanese", True),
        ("int", "international", True),
        ("sciences", "science", True),
        ("chem", "physics", False),
        ("phys", "psychology", False),
        ("j", "journal", True),
        ("am", "american", True),
        ("an", "american", True),
        ("ab", "american", False),
    ],
)
def test_abbreviations_of_words(short: str, word: str, expected: bool) -> None:
    assert is_abbreviation(short, word) is expected


@pytest.mark.parametrize(
    ("container", "raw", "kind"),
    [
        ("Self and Identity", "Neff K. Self and Identity 2 (2003) 85", 3),
        ("Journal of Reinforced Plastics and Composites", "Sain M. J. Reinf. Plast. Compos. 24:121", 2),
        ("Proceedings of the National Academy of Sciences", "Neff K. Proc Natl Acad Sci USA 2003;100:1", 2),
        ("Journal of the American Medical Association", "Neff K. JAMA 2003;100:1", 1),
        ("Nuclear Physics B", "Vogelsang W, Nucl. Phys. B 475, 47 (1996)", 2),
        ("Netter's Concise Orthopaedic Anatomy", "Index. Netter’s ConciseOrthopaedic AnFtomy, 385", 2),
        ("Clinics in Perinatology", "Editorial. Clinics ia Perinat ology, 28 (2001)", 2),
        ("Gut", "Neff K. Cut 2003;12:85", 0),
        ("Weed Research", "Mo, Liang, Cai, Cryogenics 47, 262 (2007)", 0),
        ("Labour History Review", "S. Holboe: J. Catal., 24, 40 (1972)", 0),
    ],
)
def test_how_a_container_is_printed(container: str, raw: str, kind: int) -> None:
    data = record("10.1000/a", "Another title altogether", container=container)
    assert value("container_kind", raw, data) == kind
    assert (value("container_score", raw, data) >= 0.6) is bool(kind)


AUTHORS = [
    ("as-is", "Neff, Kristin", "Neff, K. (2003). Gut. 2:85", 2.0),
    ("initials-first", "Neff, Kristin", "K. Neff, Gut 2 (2003) 85", 2.0),
    ("particle", "van der Berg, Anna", "van der Berg A. Gut. 2003;2:85", 2.0),
    ("particle-lost", "van der Berg, Anna", "Berg A. Gut. 2003;2:85", 2.0),
    ("diacritics", "Müller, Jörg", "Muller J. Gut. 2003;2:85", 2.0),
    ("transliteration", "Müller, Jörg", "Mueller J. Gut. 2003;2:85", 1.0),
    ("slip", "Serezani, C.", "Serezanl C. Gut. 2003;2:85", 1.0),
    ("lost-blank", "Troetsch, T.", "MintasTroetsch T. Gut. 2003;2:85", 1.0),
    ("another", "Neff, Kristin", "Curie P. Gut. 2003;2:85", 0.0),
    ("only-in-the-title", "Gut, K.", "Curie P. Gut feelings. 2003;2:85", 0.0),
]


@pytest.mark.parametrize(("authors", "raw", "state"), [a[1:] for a in AUTHORS], ids=[a[0] for a in AUTHORS])
def test_the_first_author_is_found(authors: str, raw: str, state: float) -> None:
    assert value("author_first", raw, record("10.1000/a", "Gut feelings", authors=authors)) == state


def test_strangers_among_the_authors_are_counted() -> None:
    data = record("10.1000/a", "Gut feelings", authors="Neff, K.; Berg, A.")
    assert value("head_extra", "Neff K, Berg A. Gut feelings. 2003", data) == 0
    assert value("head_extra", "Neff K, Curie P, Meitner L. Gut feelings. 2003", data) == 2


def test_authors_of_one_surname_each_have_their_place() -> None:
    data = record("10.1000/a", "Gut feelings", authors="Kim, A.; Berg, B.; Kim, C.")
    raw = "Kim, A.; Berg, B.; Kim, C. Gut 2003."
    assert value("authors_in_order", raw, data) == 1.0
    assert (value("initials_agree", raw, data), value("initials_conflict", raw, data)) == (3.0, 0.0)
    assert value("authors_found", "Kim, A.; Berg, B. Gut 2003.", data) == 2.0


NUMBERS = [
    ("all-agree", "Self Ident 2003;2(2):85-101", (4, 4, 4, 4)),
    ("first-page-only", "Self Ident 2 (2003) 85", (4, 4, 0, 4)),
    ("year-off-by-one", "Self Ident 2004;2(2):85", (3, 4, 4, 4)),
    ("year-off-by-more", "Self Ident 2009;2(2):85", (-1, 4, 4, 4)),
    ("another-volume", "Self Ident 2003;7(9):85", (4, -1, 4, 4)),
    ("another-page", "Self Ident 2003;2(2):99", (4, 4, 4, -1)),
    ("named", "Self Ident, vol. 2, no. 2, pp. 85-101, 2003", (4, 4, 4, 4)),
    ("swapped", "Self Ident 85, 2 (2003)", (4, 2, 0, 2)),
    ("silent", "Self Ident", (0, 0, 0, 0)),
]


@pytest.mark.parametrize(("raw", "states"), [n[1:] for n in NUMBERS], ids=[n[0] for n in NUMBERS])
def test_numbers_by_the_part_they_play(raw: str, states: tuple[float, ...]) -> None:
    data = NEFF | {"issue": "2"} if "(2)" in raw or "no. 2" in raw else NEFF | {"issue": "9"}
    text = f"Neff K. Self-compassion. {raw}"
    found = tuple(
        value(name, text, data) for name in ("year_state", "volume_state", "issue_state", "page_state")
    )
    assert found == states


SLIPS = [
    ("letter-in-a-year", "Self Ident (19f8) 2, 1785", "year_state", 2.5),
    ("blank-in-a-page", "Self Ident 1998, 2, 17 85", "page_state", 2.5),
    ("letter-in-a-page", "Self Ident 2, 17B5 (1998)", "page_state", 2.5),
    ("another-digit", "Self Ident 2, 1795 (1998)", "page_state", -1.0),
    ("two-letters", "Self Ident 2 (1998) 1xB5", "page_state", -1.0),
]


@pytest.mark.parametrize(("raw", "column", "state"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_a_number_with_a_slip_is_no_conflict(raw: str, column: str, state: float) -> None:
    data = record(
        "10.1000/a", "Gut feelings", container="Self and Identity", year=1998, volume="2", page="1785"
    )
    assert value(column, f"Neff K. {raw}", data) == state
    assert value("numbers_slipped", f"Neff K. {raw}", data) == float(state == 2.5)


@pytest.mark.parametrize(
    ("raw", "title", "column"),
    [
        ("Neff K. Gut feelings. PhD thesis, Austin, 2003", "Gut feelings", "thesis_conflict"),
        ("Neff K. Gut feelings. Gut 2003", "Erratum: Gut feelings", "notice_conflict"),
        ("Neff K. Gut feelings. Norton, 2003", "Review of Gut feelings", "review_conflict"),
        (
            "Neff K. Gut feelings. Norton, 2003",
            "Gut feelings: an introduction [Book Review]",
            "review_conflict",
        ),
    ],
)
def test_another_kind_of_work_is_noticed(raw: str, title: str, column: str) -> None:
    assert value(column, raw, record("10.1000/a", title)) == 1.0
    assert value(column, f"{title}. {raw}", record("10.1000/a", title, type="dissertation")) == 0.0


def test_what_the_record_does_not_explain_is_counted() -> None:
    raw = "Neff K. Self-compassion: an alternative conceptualization. Self and Identity 2003;2(2):85-101."
    assert value("words_unexplained", raw, NEFF) == 0
    assert value("numbers_unexplained", raw, NEFF) == 0
    assert value("words_unexplained", f"{raw} Curie, Radium and polonium, 1898;127", NEFF) == 3
    assert value("numbers_unexplained", f"{raw} Curie, Radium and polonium, 1898;127", NEFF) == 2


@pytest.mark.parametrize(
    "raw",
    ["", "((((" * 500, "1-2-" * 400, "a" * 1900, "vol. " * 300, "10.1000/" * 200, "&amp;" * 300, "<" * 1900],
    ids=["empty", "brackets", "ranges", "long-word", "vol", "dois", "entities", "tags"],
)
def test_hostile_strings_are_read(raw: str) -> None:
    query: Query = read_query(raw)
    row = gather_evidence(query, read_record(Work(NEFF)))
    assert len(row) == len(NAMES)
