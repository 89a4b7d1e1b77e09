"""A match looked at again with the fields compared: what is taken back, and what only resembles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refs.model import Candidate, Match, Outcome, Reference, Work
from refs.resolve.comparison import settle_match
from refs.resolve.comparison.fields import compare_fields
from refs.resolve.model_file import shipped_model
from refs.resolve.query import read_query
from refs.resolve.scoring import weigh_works
from refs.resolve.vetoes import bears_title_and_author

CHAPTER = Work(
    {
        "DOI": "10.1000/walls.2",
        "type": "book-chapter",
        "title": ["Walls of grasses: Methods for taking them apart and telling what is inside"],
        "container-title": ["Enzymes of the Meadow"],
        "page": "11-37",
        "author": [
            {"family": "Okafor", "given": "Tunde Ayo"},
            {"family": "Lindqvist", "given": "Eva"},
            {"family": "Novak", "given": "Petra"},
        ],
        "issued": {"date-parts": [[2019]]},
    }
)
HEAD = "Okafor, T. A. et al.: Walls of grasses. Enzymes of the Meadow, 11-37 (2019)."


def settled(raw: str) -> Match:
    match = Match(Reference(raw), Outcome.NONE, candidates=(Candidate(CHAPTER, 0.001),))
    return settle_match(match, read_query(raw))


def test_a_title_without_its_subtitle_at_its_place_is_taken_back() -> None:
    match = settled(HEAD)
    assert (match.outcome, match.doi) == (Outcome.FOUND, CHAPTER.doi)
    assert not [e for e in match.evidence if e.agrees is False]


def test_another_author_of_the_same_title_at_the_same_place_is_the_finding() -> None:
    match = settled("Okafor, T., Brandt, E.: Walls of grasses. Enzymes of the Meadow, 11-37 (2019).")
    assert match.outcome is Outcome.FOUND
    assert [e.field for e in match.evidence if e.agrees is False] == ["author"]


def test_the_same_place_under_another_title_only_resembles() -> None:
    match = settled("Okafor, T. A. et al.: Zellwände der Gräser. Enzymes of the Meadow, 11-37 (2019).")
    assert match.outcome is Outcome.AMBIGUOUS
    assert match.reason.startswith("a work by this author stands at this place")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            "Okafor, T. A. et al.: Rain over the delta. Enzymes of the Meadow, 71-90 (2019).", id="pages"
        ),
        pytest.param(
            "Okafor, T. A. et al.: Rain over the delta. Enzymes of the Meadow, 11-37 (2002).", id="year"
        ),
        pytest.param("Brandt, E.: Rain over the delta. Enzymes of the Meadow, 11-37 (2019).", id="nobody"),
        pytest.param("Okafor, T. A.: Rain over the delta. Weather Reports, 11-37 (2019).", id="container"),
    ],
)
def test_what_shares_less_stays_unfound(raw: str) -> None:
    assert settled(raw).outcome is Outcome.NONE


def test_a_source_that_was_silent_stays_so() -> None:
    match = Match(Reference(HEAD), Outcome.UNREACHABLE, candidates=(Candidate(CHAPTER, 0.001),))
    assert settle_match(match, read_query(HEAD)) == replace(match)


def test_a_work_of_the_same_title_and_author_is_always_looked_at() -> None:
    """Numbers that belong to an erratum put the right work behind others that share fewer words."""
    raw = "Okafor, T. A.: Walls of grasses and how they are taken apart. Meadow Letters, 2017 [12(4):88]"
    other = {"type": "journal-article", "container-title": ["Meadow Letters"], "volume": "12", "issue": "4"}
    right = Work(
        {
            "DOI": "10.1000/meadow.1",
            "type": "journal-article",
            "title": ["Walls of grasses and how they are taken apart"],
            "container-title": ["Meadow Letters"],
            "volume": "14",
            "page": "190-199",
            "author": [{"family": "Okafor", "given": "T. A."}],
            "issued": {"date-parts": [[2019]]},
        }
    )
    rivals = [
        Work(other | {"DOI": f"10.1000/rival.{n}", "title": [f"Walls of grasses {n}"], "page": f"{87 + n}"})
        for n in range(4)
    ]
    query, model = read_query(raw), shipped_model()
    weighed = weigh_works(query, [right], model)
    assert bears_title_and_author(weighed[0])
    assert not any(bears_title_and_author(w) for w in weigh_works(query, rivals, model))


def test_a_letter_that_is_two_in_small_does_not_shift_a_broken_doi() -> None:
    work = Work(CHAPTER.data | {"DOI": "10.1000/walls.2019.2"})
    raw = "İİİİİ Okafor T. A. Walls of grasses. Enzymes of the Meadow, 2019. doi: 10.1000/walls. 2019.2"
    match = settle_match(
        Match(Reference(raw), Outcome.FOUND, work, 0.99, candidates=(Candidate(work, 0.99),)), read_query(raw)
    )
    assert [e.agrees for e in match.evidence if e.field == "DOI"] == [True]


REEF = Work(
    {
        "DOI": "10.1000/reefs.8",
        "type": "journal-article",
        "title": ["Old reefs and the tides that made them: a report of the commission on warm seas"],
        "container-title": ["Coral Letters"],
        "volume": "108",
        "page": "1404-1418",
        "author": [{"family": "Huffman", "given": "Dora"}, {"family": "Quistgaard", "given": "Tim"}],
        "issued": {"date-parts": [[1995]]},
    }
)
UNSURE = {
    "lost ligature": "HuVman D, Marlin P (1995) {}",
    "a slip": "Huñffman D, Marlin P (1995) {}",
    "begins amid a name": "H, Marlin P (1995) {}",
    "author of the entry before": "Sea Press, Kiel. ---. 1995. {}",
    "two references": "Marlin P, Dorn A (1994) Tides of Kiel and Lund. Dorn A (1995) {}",
}


@pytest.mark.parametrize("raw", UNSURE.values(), ids=UNSURE)
def test_names_that_may_be_cut_or_misread_accuse_nobody(raw: str) -> None:
    whole = raw.format("Old reefs and the tides that made them. Coral Letters 108:1404-1418")
    evidence = compare_fields(whole, REEF)
    assert [e.field for e in evidence if e.agrees is False] == []


def test_other_names_accuse() -> None:
    raw = "Marlin P, Dorn A (1995) Old reefs and the tides that made them. Coral Letters 108:1404-1418"
    assert [e.field for e in compare_fields(raw, REEF) if e.agrees is False] == ["author"]


def test_a_name_with_a_slip_at_its_place_under_half_a_title_only_resembles() -> None:
    raw = "Hufman D, et al (2003) The commission's report on warm seas. Coral Letters 108:1404-1418"
    match = Match(Reference(raw), Outcome.NONE, candidates=(Candidate(REEF, 0.1),))
    assert settle_match(match, read_query(raw)).outcome is Outcome.AMBIGUOUS


def test_a_container_whose_ligature_was_lost_is_not_another() -> None:
    title = "Old reefs and the tides that made them"
    traffic = Work(REEF.data | {"title": [title], "container-title": ["Traffic"]})
    raw = "Huffman D, Quistgaard T (1995) Old reefs and the tides that made them. {} 108:1404-1418."
    agrees = [
        {e.field: e.agrees for e in compare_fields(raw.format(name), traffic)}["container-title"]
        for name in ("TraYc", "Coral Letters", "Traffic")
    ]
    assert agrees == [None, False, True]


def test_words_behind_a_title_without_any_number_are_no_other_container() -> None:
    raw = "Huffman, D. & Quistgaard, T. 1995 Old reefs and the tides that made them, Favia fragum (Esper)."
    evidence = {e.field: e.agrees for e in compare_fields(raw, REEF)}
    assert evidence["container-title"] is not False


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        pytest.param("[Spring 1995] {}. Coral Letters 108:1404-1418", "author", id="season"),
        pytest.param("(1995) {}. Coral Letters, 108–109, Article 1404", "page", id="a double volume"),
    ],
)
def test_a_season_is_no_author_and_a_double_volume_no_pages(printed: str, field: str) -> None:
    raw = "Huffman D, Quistgaard T. " + printed.format("Old reefs and the tides that made them")
    assert {e.field: e.agrees for e in compare_fields(raw, REEF)}[field] is True


VOLUME = "Proceedings of the Conference on Rivers, CR 2019, Bergen, Norway, May 2-5, 2019"
PAPER = Work(
    {
        "DOI": "10.1000/rivers.5",
        "title": ["Learning to match rivers and reeds"],
        "container-title": [VOLUME],
        "page": "1365-1368",
        "author": [{"family": "Okafor", "given": "Tunde"}, {"family": "Lindqvist", "given": "Eva"}],
        "issued": {"date-parts": [[2019]]},
    }
)
OTHER_PEOPLE = [
    (f"Brandt E, Zhou W. Learning to match rivers and reeds. {VOLUME}. 2016:77-91.", Outcome.FOUND),
    ("Brandt E, Zhou W. Learning to match rivers and reeds. River Letters. 2016;4:77-91.", Outcome.NONE),
    (f"Brandt E, Zhou W. Rivers. {VOLUME}. 2016:77-91.", Outcome.NONE),
]


@pytest.mark.parametrize(("raw", "outcome"), OTHER_PEOPLE, ids=["volume", "a journal", "a short title"])
def test_a_title_in_its_own_volume_is_that_work_whoever_is_printed(raw: str, outcome: Outcome) -> None:
    match = Match(Reference(raw), Outcome.NONE, candidates=(Candidate(PAPER, 0.5),))
    settled = settle_match(match, read_query(raw))
    assert settled.outcome is outcome
    if outcome is Outcome.FOUND:
        assert {"author", "page"} <= {e.field for e in settled.evidence if e.agrees is False}
