"""A work is kept, let go or taken back by which of its fields are printed: one string, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from refs.model import Candidate, Doi, Match, Outcome, Reference, Venue, Work
from refs.resolve.comparison import settle_match
from refs.resolve.comparison.settle import (
    ELSEWHERE,
    NEARLY_SIGNED,
    OF_OTHERS,
    OTHER_VERSION,
    PROBABILITY,
    UNTITLED,
    VETOED,
)
from refs.resolve.query import read_query

RECORD = {
    "DOI": "10.1000/reefs.8",
    "type": "journal-article",
    "title": ["Old reefs and the slow tides that made them"],
    "container-title": ["Coral Letters"],
    "volume": "108",
    "issue": "4",
    "page": "1404-1418",
    "author": [{"family": "Huffman", "given": "Dora"}, {"family": "Quistgaard", "given": "Tim"}],
    "issued": {"date-parts": [[1995]]},
}
REEF = Work(RECORD)
TWIN = Work(RECORD | {"DOI": "10.1000/reefs.9"})
PRINTED = {
    "authors": "Huffman D, Quistgaard T",
    "year": "1995",
    "title": "Old reefs and the slow tides that made them",
    "container": "Coral Letters",
    "volume": "108",
    "issue": "4",
    "page": "1404-1418",
    "doi": "",
}
OTHER = {
    "authors": "Marlin P, Dorn A",
    "year": "2003",
    "title": "Winds over the northern plain in late winter",
    "container": "Journal of Weather",
    "volume": "21",
    "issue": "9",
    "page": "33-41",
}


def printed(*wrong: str, **given: str) -> str:
    """Return the reference with some fields of another work, or as given."""
    fields = PRINTED | {name: OTHER[name] for name in wrong} | given
    return "{authors} ({year}) {title}. {container} {volume}({issue}):{page}. {doi}".format(**fields).strip()


def settled(
    raw: str, outcome: Outcome = Outcome.NONE, *works: Work, venue: Venue = Venue.NOT_ASKED, **known: Any
) -> Match:
    works = works or (REEF,)
    candidates = tuple(Candidate(work, 0.3) for work in works)
    work = works[0] if outcome is Outcome.FOUND else None
    match = Match(Reference(raw), outcome, work, 0.3, candidates=candidates, venue=venue, **known)
    return settle_match(match, read_query(raw))


def wrong_in(match: Match) -> set[str]:
    return {evidence.field for evidence in match.evidence if evidence.agrees is False}


NOTHING_FOUND: list[tuple[str, Outcome]] = [
    ("", Outcome.FOUND),
    ("year", Outcome.FOUND),
    ("volume", Outcome.FOUND),
    ("page", Outcome.FOUND),
    ("year volume", Outcome.FOUND),
    ("year page", Outcome.FOUND),
    ("container", Outcome.FOUND),
    ("container year", Outcome.FOUND),
    ("volume page", Outcome.AMBIGUOUS),
    ("container page", Outcome.AMBIGUOUS),
    ("container volume", Outcome.AMBIGUOUS),
    ("container volume page", Outcome.AMBIGUOUS),
    ("container year volume page", Outcome.AMBIGUOUS),
    ("year issue page", Outcome.AMBIGUOUS),
    ("authors", Outcome.FOUND),
    ("authors page", Outcome.NONE),
    ("authors container", Outcome.NONE),
    ("authors year", Outcome.AMBIGUOUS),
    ("authors volume", Outcome.NONE),
    ("title", Outcome.AMBIGUOUS),
    ("title year", Outcome.AMBIGUOUS),
    ("title page", Outcome.NONE),
    ("title volume", Outcome.AMBIGUOUS),
    ("title authors", Outcome.NONE),
    ("title authors container", Outcome.NONE),
]


@pytest.mark.parametrize(("wrong", "outcome"), NOTHING_FOUND, ids=[w or "nothing" for w, _ in NOTHING_FOUND])
def test_a_work_that_was_not_found(wrong: str, outcome: Outcome) -> None:
    match = settled(printed(*wrong.split()))
    assert match.outcome is outcome
    assert (match.work is not None) is (outcome is Outcome.FOUND)
    if outcome is Outcome.FOUND:
        assert match.probability == PROBABILITY
        names = {"authors": "author", "year": "issued", "container": "container-title"}
        assert wrong_in(match) == {names.get(name, name) for name in wrong.split()}


FOUND: list[tuple[str, Outcome]] = [
    ("", Outcome.FOUND),
    ("page", Outcome.FOUND),
    ("year volume", Outcome.FOUND),
    ("container page", Outcome.AMBIGUOUS),
    ("volume page", Outcome.AMBIGUOUS),
    ("authors", Outcome.FOUND),
    ("title", Outcome.FOUND),
    ("title authors", Outcome.FOUND),
]


@pytest.mark.parametrize(("wrong", "outcome"), FOUND, ids=[w or "nothing" for w, _ in FOUND])
def test_a_work_that_was_found(wrong: str, outcome: Outcome) -> None:
    match = settled(printed(*wrong.split()), Outcome.FOUND)
    assert match.outcome is outcome
    assert (match.work is not None) is (outcome is Outcome.FOUND)


@pytest.mark.parametrize("outcome", [Outcome.FOUND, Outcome.NONE])
@pytest.mark.parametrize("wrong", ["container page", "volume page"])
def test_its_own_doi_says_that_no_other_version_is_cited(wrong: str, outcome: Outcome) -> None:
    raw = printed(*wrong.split(), doi="https://doi.org/10.1000/reefs.8")
    match = settled(raw, outcome, cited_doi=Doi("10.1000/reefs.8"), cited_doi_work=REEF)
    assert (match.outcome, match.doi) == (Outcome.FOUND, REEF.doi)


UNSURE: list[tuple[str, tuple[Work, ...], Outcome]] = [
    ("", (REEF,), Outcome.FOUND),
    ("", (REEF, TWIN), Outcome.AMBIGUOUS),
    ("page", (REEF,), Outcome.AMBIGUOUS),
    ("year", (REEF, TWIN), Outcome.AMBIGUOUS),
]


@pytest.mark.parametrize(
    ("wrong", "works", "outcome"), UNSURE, ids=["one", "two", "a fault", "two and a fault"]
)
def test_works_that_fitted_as_well(wrong: str, works: tuple[Work, ...], outcome: Outcome) -> None:
    assert settled(printed(wrong) if wrong else printed(), Outcome.AMBIGUOUS, *works).outcome is outcome


def test_of_two_works_the_one_with_fewer_faults_is_taken_back() -> None:
    farther = Work(RECORD | {"DOI": "10.1000/reefs.9", "volume": "77"})
    for works in ((REEF, farther), (farther, REEF)):
        assert settled(printed("year"), Outcome.NONE, *works).doi == REEF.doi


def test_of_two_works_with_as_many_faults_none_is_taken_back() -> None:
    match = settled(printed("year"), Outcome.NONE, REEF, TWIN)
    assert (match.outcome, match.reason) == (Outcome.AMBIGUOUS, ELSEWHERE)


BY_DOI: list[tuple[str, Outcome]] = [
    ("", Outcome.FOUND),
    ("container volume page", Outcome.FOUND),
    ("title", Outcome.NONE),
    ("authors", Outcome.NONE),
    ("title authors", Outcome.NONE),
]


@pytest.mark.parametrize(("wrong", "outcome"), BY_DOI, ids=[w or "nothing" for w, _ in BY_DOI])
def test_a_work_that_only_its_doi_brought(wrong: str, outcome: Outcome) -> None:
    raw = printed(*wrong.split(), doi="https://doi.org/10.1000/reefs.8")
    match = Match(Reference(raw), Outcome.NONE, cited_doi=REEF.doi, cited_doi_work=REEF, probability=0.3)
    match = settle_match(match, read_query(raw))
    assert (match.outcome, match.work) == (outcome, REEF if outcome is Outcome.FOUND else None)


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({}, Outcome.FOUND),
        ({"page": "33-41"}, Outcome.NONE),
        ({"container": "Journal of Weather"}, Outcome.NONE),
    ],
    ids=["its place", "another page", "another container"],
)
def test_a_doi_and_a_place_without_a_title(given: dict[str, str], outcome: Outcome) -> None:
    raw = printed(**({"title": "", "doi": "https://doi.org/10.1000/reefs.8"} | given))
    match = Match(Reference(raw), Outcome.NONE, cited_doi=REEF.doi, cited_doi_work=REEF)
    assert settle_match(match, read_query(raw)).outcome is outcome


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("authors year", OF_OTHERS),
        ("title", UNTITLED),
        ("title year", UNTITLED),
        ("volume page", ELSEWHERE),
        ("year issue page", ELSEWHERE),
    ],
)
def test_why_a_work_only_resembles(wrong: str, reason: str) -> None:
    assert settled(printed(*wrong.split())).reason == reason


def test_a_paper_that_other_proceedings_hold() -> None:
    raw = printed("container", "volume", "page")
    match = settled(raw, venue=Venue.VOLUME_ON_RECORD)
    assert (match.outcome, match.doi) == (Outcome.FOUND, REEF.doi)
    assert "container-title" in wrong_in(match)
    assert settled(printed("volume", "page"), venue=Venue.VOLUME_ON_RECORD).outcome is Outcome.AMBIGUOUS


def test_a_volume_is_not_the_paper_in_it() -> None:
    volume = Work({"DOI": "10.1000/letters", "type": "journal-volume", "title": ["Coral Letters"]})
    match = settled(printed(), Outcome.FOUND, volume)
    assert (match.outcome, match.work) == (Outcome.NONE, None)
    assert match.probability <= VETOED


@pytest.mark.parametrize("outcome", [Outcome.UNREACHABLE, Outcome.NOT_COVERED])
def test_what_could_not_be_asked_stays_so(outcome: Outcome) -> None:
    match = Match(Reference(printed()), outcome, candidates=(Candidate(REEF, 0.3),))
    assert settle_match(match, read_query(printed())) == replace(match)


BEFORE = [
    ("Kind hearts and open minds in schools. Mind, 2020.", Outcome.AMBIGUOUS),
    ("Kind hearts open minds schools. Mind, 2020.", Outcome.AMBIGUOUS),
    ("Kind hearts open minds. Mind, 2020.", Outcome.FOUND),
    ("Kind hearts and open minds in schools. Mind.", Outcome.FOUND),
    ("(1995)", Outcome.FOUND),
]


@pytest.mark.parametrize(("before", "outcome"), BEFORE, ids=[before for before, _ in BEFORE])
def test_another_work_before_this_one(before: str, outcome: Outcome) -> None:
    raw = f"Huffman D, et al. {before} {PRINTED['title']}. Coral Letters 108(4):1404-1418 (1995)"
    assert settled(raw, Outcome.FOUND).outcome is outcome


def test_a_doi_chooses_between_two_that_fit_as_well() -> None:
    raw = printed(doi="https://doi.org/10.1000/reefs.8")
    for works in ((REEF, TWIN), (TWIN, REEF)):
        match = settled(raw, Outcome.AMBIGUOUS, *works, cited_doi=REEF.doi, cited_doi_work=REEF)
        assert (match.outcome, match.doi) == (Outcome.FOUND, REEF.doi)


@pytest.mark.parametrize(
    ("wrong", "outcome"), [((), Outcome.FOUND), (("page",), Outcome.AMBIGUOUS)], ids=["no fault", "a fault"]
)
def test_a_fault_beside_the_doi_of_another_version_means_that_version(
    wrong: tuple[str, ...], outcome: Outcome
) -> None:
    first = Work(RECORD | {"DOI": "10.12688/f1000research.7563.1"})
    raw = printed(*wrong, doi="https://doi.org/10.12688/f1000research.7563.2")
    match = settled(raw, Outcome.FOUND, first)
    assert match.outcome is outcome
    assert match.reason == (OTHER_VERSION if wrong else "")


@pytest.mark.parametrize(
    ("authors", "outcome"),
    [
        ("Hufman D, et al", Outcome.AMBIGUOUS),
        ("Hufmann D, et al", Outcome.NONE),
        ("Marlin P, et al", Outcome.NONE),
    ],
    ids=["one letter", "two letters", "another"],
)
def test_a_first_author_with_a_slip_at_its_place(authors: str, outcome: Outcome) -> None:
    assert settled(printed("title", authors=authors)).outcome is outcome


UNTITLED_FOUND: list[tuple[str, str, Outcome]] = [
    ("its place", "", Outcome.FOUND),
    ("its volume", "page", Outcome.FOUND),
    ("its page", "volume", Outcome.FOUND),
    ("neither", "volume page", Outcome.NONE),
    ("its place, other people", "authors", Outcome.NONE),
]


@pytest.mark.parametrize(
    ("wrong", "outcome"), [c[1:] for c in UNTITLED_FOUND], ids=[c[0] for c in UNTITLED_FOUND]
)
def test_a_work_found_without_its_title(wrong: str, outcome: Outcome) -> None:
    fields = {name: OTHER[name] for name in wrong.split()}
    assert settled(printed(**({"title": "", "issue": ""} | fields)), Outcome.FOUND).outcome is outcome


def test_a_work_of_nobody_found_without_its_title() -> None:
    nobody = Work({name: value for name, value in RECORD.items() if name != "author"})
    assert settled(printed(title="", authors="Anon"), Outcome.FOUND, nobody).outcome is Outcome.FOUND


def without_numbers(container: str, year: str) -> str:
    return f"Huffman D, Quistgaard T ({year}) {PRINTED['title']}. {container}."


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [
        (without_numbers("Coral Letters", "2003"), Outcome.FOUND),
        (without_numbers("Journal of Weather", "1995"), Outcome.FOUND),
        (without_numbers("Journal of Weather", "2003"), Outcome.AMBIGUOUS),
    ],
    ids=["another year", "another container", "both"],
)
def test_without_numbers_another_container_and_year_are_another_version(raw: str, outcome: Outcome) -> None:
    assert settled(raw).outcome is outcome


@pytest.mark.parametrize(
    ("title", "wrong", "outcome"),
    [
        (PRINTED["title"], "page", Outcome.AMBIGUOUS),
        (PRINTED["title"], "page year", Outcome.AMBIGUOUS),
        (PRINTED["title"], "page container", Outcome.AMBIGUOUS),
        ("Reefs tides islands", "page", Outcome.NONE),
        ("Reefs tides islandss", "page", Outcome.AMBIGUOUS),
        ("Underwater archipelagos", "page", Outcome.NONE),
    ],
    ids=["page", "and year", "and container", "17 letters", "18 letters", "two words"],
)
def test_some_authors_are_others(title: str, wrong: str, outcome: Outcome) -> None:
    raw = printed(*wrong.split(), title=title, authors="Huffman D, Dorn A")
    match = settled(raw, Outcome.NONE, Work(RECORD | {"title": [title]}))
    assert match.outcome is outcome
    assert match.reason == (NEARLY_SIGNED if outcome is Outcome.AMBIGUOUS else "")


@pytest.mark.parametrize(
    ("authors", "outcome"),
    [
        ("Huffman D, Dorn A", Outcome.AMBIGUOUS),
        ("Don Huffman and Ann Dorn", Outcome.AMBIGUOUS),
        ("Dorn A, Huffman D", Outcome.NONE),
        ("Dorn A, Bell B", Outcome.NONE),
    ],
    ids=["family first", "given name first", "the first is another", "all are others"],
)
def test_a_whole_title_by_the_first_of_its_authors_is_never_called_not_found(
    authors: str, outcome: Outcome
) -> None:
    elsewhere = printed("page", "container", "volume", authors=authors)
    assert settled(elsewhere, Outcome.NONE).outcome is outcome


def test_authors_that_are_left_out_are_no_others() -> None:
    match = settled(printed("year", authors="Quistgaard T"))
    assert (match.outcome, wrong_in(match)) == (Outcome.FOUND, {"issued"})
