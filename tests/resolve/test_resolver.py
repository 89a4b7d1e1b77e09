"""A reference is resolved to the work it means, or to none, whatever the sources do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from refs.errors import SourceUnavailable
from refs.index import build_index, open_index
from refs.model import Doi, Item, Outcome, Reference, Venue, Work
from refs.resolve import resolve_reference, resolve_references

NEFF = {
    "DOI": "10.1080/15298860309032",
    "type": "journal-article",
    "title": ["Self-Compassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself"],
    "author": [{"family": "Neff", "given": "Kristin"}],
    "container-title": ["Self and Identity"],
    "volume": "2",
    "issue": "2",
    "page": "85-101",
    "issued": {"date-parts": [[2003, 4]]},
}
HINTON = {
    "DOI": "10.1038/nature14539",
    "type": "journal-article",
    "title": ["Deep learning"],
    "author": [
        {"family": "LeCun", "given": "Yann"},
        {"family": "Bengio", "given": "Yoshua"},
        {"family": "Hinton", "given": "Geoffrey"},
    ],
    "container-title": ["Nature"],
    "volume": "521",
    "issue": "7553",
    "page": "436-444",
    "issued": {"date-parts": [[2015, 5, 27]]},
}
NEFF_PRINTED = (
    "Neff, K. (2003). Self-compassion: An alternative conceptualization of a healthy attitude toward "
    "oneself. "
    "Self and Identity, 2(2), 85–101."
)


@dataclass
class Shelf:
    """A source over a few records."""

    records: Sequence[dict[str, Any]]
    name: str = "shelf"
    is_partial: bool = False
    is_down: bool = False
    why: str | None = None
    agency: str | None = None
    asked: list[str] = field(default_factory=list)

    def get_work(self, doi: Doi) -> Work | None:
        self._answer(f"work {doi}")
        return next((Work(r) for r in self.records if r["DOI"] == doi.value), None)

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        return {doi: work for doi in dois if (work := self.get_work(doi)) is not None}

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        self._answer(f"search {query}")
        return [Work(record) for record in self.records][:limit]

    def get_agency(self, doi: Doi) -> str | None:
        self._answer(f"agency {doi}")
        return self.agency

    def _answer(self, question: str) -> None:
        self.asked.append(question)
        if self.is_down or self.why is not None:
            raise SourceUnavailable("the shelf is out of reach" if self.why is None else self.why)


def test_a_printed_reference_finds_its_work() -> None:
    match = resolve_reference(Reference(NEFF_PRINTED), [Shelf([HINTON, NEFF])])
    assert (match.outcome, match.doi) == (Outcome.FOUND, Doi("10.1080/15298860309032"))
    assert match.probability > 0.9
    assert match.candidates[0].work.doi == match.doi
    assert "year agrees" in match.candidates[0].arguments


def test_a_work_that_is_not_held_is_none() -> None:
    raw = "Curie, P. (1898). Sur une substance nouvelle radio-active. Comptes rendus, 127, 175–178."
    match = resolve_reference(Reference(raw), [Shelf([HINTON, NEFF])])
    assert (match.outcome, match.work) == (Outcome.NONE, None)
    assert match.reason


@pytest.mark.parametrize(
    ("sources", "outcome", "states"),
    [
        ([Shelf([HINTON], is_partial=True)], Outcome.NOT_COVERED, ["partial"]),
        ([Shelf([HINTON], is_partial=True), Shelf([])], Outcome.NONE, ["partial", "answered"]),
        ([Shelf([], is_down=True)], Outcome.UNREACHABLE, ["unreachable"]),
        ([Shelf([HINTON]), Shelf([], is_down=True)], Outcome.UNREACHABLE, ["answered", "unreachable"]),
        ([Shelf([], is_down=True), Shelf([NEFF])], Outcome.FOUND, ["unreachable", "answered"]),
        ([Shelf([NEFF], is_partial=True), Shelf([], is_down=True)], Outcome.FOUND, ["partial"]),
        ([], Outcome.NOT_COVERED, []),
    ],
    ids=["sample", "sample-then-all", "down", "miss-then-down", "down-then-hit", "hit-in-sample", "nobody"],
)
def test_what_the_sources_do_decides_what_a_miss_means(
    sources: list[Shelf], outcome: Outcome, states: list[str]
) -> None:
    match = resolve_reference(Reference(NEFF_PRINTED), sources)
    assert match.outcome is outcome
    assert [answer.state for answer in match.answers] == states


def test_a_doi_that_fits_the_string_saves_the_search() -> None:
    shelf = Shelf([NEFF])
    match = resolve_reference(Reference(f"{NEFF_PRINTED} https://doi.org/10.1080/15298860309032"), [shelf])
    assert match.doi == match.cited_doi == Doi("10.1080/15298860309032")
    assert not [question for question in shelf.asked if question.startswith("search")]


def test_a_doi_that_fits_badly_does_not_save_the_search() -> None:
    shelf = Shelf([NEFF])
    raw = "Kim J. Self-compassion. Journal of Minds. 2003;2:85-101. doi:10.1080/15298860309032"
    match = resolve_reference(Reference(raw), [shelf])
    assert match.outcome is Outcome.FOUND
    assert [question.split()[0] for question in shelf.asked] == ["work", "search"]


def test_a_doi_of_another_work_is_never_the_match() -> None:
    match = resolve_reference(
        Reference(f"{NEFF_PRINTED} https://doi.org/10.1038/nature14539"), [Shelf([HINTON, NEFF])]
    )
    assert match.doi == Doi("10.1080/15298860309032")
    assert match.cited_doi == Doi("10.1038/nature14539")
    assert match.cited_doi_work is not None
    assert match.cited_doi_work.title == "Deep learning"


CLOSE = NEFF | {
    "DOI": "10.1000/close",
    "title": ["Self-compassion and its many critics"],
    "author": [{"family": "Nef"}],
    "page": "1-9",
}


@pytest.mark.parametrize("order", [1, -1], ids=["first", "last"])
def test_the_closest_work_is_kept_whichever_source_has_it(order: int) -> None:
    shelves = [Shelf([CLOSE, HINTON]), Shelf([HINTON])][::order]
    match = resolve_reference(Reference(NEFF_PRINTED), shelves)
    assert match.outcome is Outcome.NONE
    assert match.reason == "the closest work on record fits too little: 10.1000/close"
    assert [candidate.work.doi.value for candidate in match.candidates] == ["10.1000/close"]
    assert 0 < match.probability < 0.1


def test_the_chosen_work_and_the_two_next_best_are_listed() -> None:
    others = [NEFF | {"DOI": f"10.1000/{n}", "page": f"{n}-9", "volume": str(n + 30)} for n in range(4)]
    match = resolve_reference(Reference(NEFF_PRINTED), [Shelf([*others, NEFF])])
    assert [candidate.work.doi.value for candidate in match.candidates][:1] == [NEFF["DOI"]]
    assert len(match.candidates) == 3
    assert match.candidates[0].probability == match.probability
    assert all(candidate.probability <= match.probability for candidate in match.candidates)


def test_of_two_records_of_one_work_none_is_named() -> None:
    match = resolve_reference(Reference(NEFF_PRINTED), [Shelf([NEFF, NEFF | {"DOI": "10.1000/twin"}])])
    assert (match.outcome, match.work, match.venue) == (Outcome.AMBIGUOUS, None, Venue.NOT_ASKED)
    assert {candidate.work.doi.value for candidate in match.candidates} == {NEFF["DOI"], "10.1000/twin"}


@pytest.mark.parametrize(("agency", "expected"), [("datacite", "datacite"), (None, "")])
def test_the_agency_of_a_doi_that_no_source_holds_is_named(agency: str | None, expected: str) -> None:
    match = resolve_reference(
        Reference("Data (2020). https://doi.org/10.5281/zenodo.1"), [Shelf([], agency=agency)]
    )
    assert match.cited_doi_agency == expected


def test_an_item_stands_in_for_a_string() -> None:
    item = Item(
        {
            "title": NEFF["title"][0],
            "author": NEFF["author"],
            "container-title": "Self and Identity",
            "volume": "2",
            "page": "85-101",
            "issued": {"date-parts": [[2003]]},
        }
    )
    assert resolve_reference(Reference("", item=item), [Shelf([HINTON, NEFF])]).doi == Doi(
        "10.1080/15298860309032"
    )


def test_fields_are_compared_when_asked() -> None:
    match = resolve_reference(Reference(NEFF_PRINTED), [Shelf([NEFF])], compare=True)
    assert {e.field: e.agrees for e in match.evidence}["title"] is True
    assert resolve_reference(Reference(NEFF_PRINTED), [Shelf([NEFF])]).evidence == ()


def test_a_work_that_the_fields_do_not_bear_out_is_not_absent_from_the_world() -> None:
    strangers = [{"family": "Curie", "given": "Marie"}, {"family": "Meitner", "given": "Lise"}]
    record = NEFF | {"author": strangers, "container-title": ["Physics"], "volume": "77", "page": "1-2"}
    match = resolve_reference(Reference(NEFF_PRINTED), [Shelf([record], is_partial=True)], compare=True)
    assert match.outcome in (Outcome.NOT_COVERED, Outcome.FOUND)


@pytest.mark.parametrize("raw", ["", "—", "12", "x" * 100_000, "((((((((((", "10.1000/", "\x00\n\ud83d"])
def test_odd_strings_are_nothing(raw: str) -> None:
    assert resolve_reference(Reference(raw), [Shelf([NEFF, HINTON])]).outcome is Outcome.NONE


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_come_in_order(jobs: int, tmp_path: Path) -> None:
    import json

    (tmp_path / "a.jsonl").write_text(json.dumps(NEFF) + "\n" + json.dumps(HINTON))
    build_index(tmp_path / "index", [tmp_path / "a.jsonl"])
    index = open_index(tmp_path / "index")
    references = [Reference(f"{NEFF_PRINTED} [{n}]") if n % 2 else Reference("nobody") for n in range(9)]
    matches = list(resolve_references(references, [index], jobs=jobs))
    assert [match.reference for match in matches] == references
    assert [match.outcome is Outcome.FOUND for match in matches] == [bool(n % 2) for n in range(9)]


def test_many_over_a_network_share_one_source() -> None:
    references = [Reference(NEFF_PRINTED)] * 5
    matches = list(resolve_references(references, [Shelf([NEFF])], jobs=3))
    assert [match.outcome for match in matches] == [Outcome.FOUND] * 5


@pytest.mark.parametrize(
    "raw",
    [
        "Neff 2003. https://doi.org/10.1080/15298860309032",
        "Available at https://doi.org/10.1080/15298860309032",
        "Neff K. Self Identity 2, 85. doi:10.1080/15298860309032",
    ],
)
def test_a_doi_that_nothing_speaks_against_is_believed(raw: str) -> None:
    match = resolve_reference(Reference(raw), [Shelf([NEFF, HINTON])])
    assert (match.outcome, match.doi) == (Outcome.FOUND, Doi("10.1080/15298860309032"))


@pytest.mark.parametrize(
    "raw",
    [
        "Curie P. Radium and polonium. doi:10.1080/15298860309032",
        "Neff 1998. doi:10.1080/15298860309032",
        "LeCun Y. Deep learning. Nature 2015;521:436. doi:10.1080/15298860309032",
    ],
    ids=["other-words", "other-year", "other-work"],
)
def test_a_doi_that_something_speaks_against_is_not_simply_believed(raw: str) -> None:
    match = resolve_reference(Reference(raw), [Shelf([NEFF, HINTON])])
    assert match.doi != Doi("10.1080/15298860309032") or match.probability < 0.97


WHY = [
    ([Shelf([], is_down=True)], "the shelf is out of reach"),
    ([Shelf([HINTON]), Shelf([], is_down=True), Shelf([], is_down=True)], "the shelf is out of reach"),
    (
        [Shelf([], name="far", why=""), Shelf([HINTON], name="near"), Shelf([], name="lost", why="")],
        "far, lost did not answer; run again",
    ),
    (
        [Shelf([], why="far is out of reach"), Shelf([], why="near is locked")],
        "far is out of reach; near is locked",
    ),
    (
        [Shelf([HINTON], is_partial=True)],
        "only a sample was asked, and it does not hold this work; ask Crossref too",
    ),
    ([], "no source was asked"),
]


@pytest.mark.parametrize(
    ("sources", "reason"),
    WHY,
    ids=["one down", "two down alike", "two silent", "two down", "sample", "nobody"],
)
def test_why_nothing_is_known_is_told(sources: list[Shelf], reason: str) -> None:
    match = resolve_reference(Reference(NEFF_PRINTED), sources)
    assert (match.reason, match.probability, match.work) == (reason, 0.0, None)
