"""A work looked for by its title alone, where the words of a long container brought other papers first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from refs.errors import SourceUnavailable
from refs.model import Candidate, Doi, Item, Match, Outcome, Reference, Venue, Work
from refs.resolve import look_again

RAW = "Okafor, T., Lindqvist, E. Learning to match rivers and reeds. Conference on Water, 2019, 830-831."
ITEM = Item({"title": "Learning to match rivers and reeds", "author": [{"family": "Okafor"}]})
ELSEWHERE = Work(
    {
        "DOI": "10.1000/reeds",
        "title": ["Learning to match rivers and reeds"],
        "container-title": ["Proceedings of the 41st Symposium on Reeds"],
        "page": "1365-1368",
        "author": [{"family": "Okafor", "given": "Tunde"}, {"family": "Lindqvist", "given": "Eva"}],
        "issued": {"date-parts": [[2018]]},
    }
)
OTHER = Work(
    {"DOI": "10.1000/other", "title": ["Rivers"], "author": [{"family": "Brandt"}], "page": "1-2"},
)


class Shelf:
    """A source that gives the same works to every question, or does not answer."""

    name = "shelf"
    is_partial = False

    def __init__(self, *works: Work, answers: bool = True) -> None:
        self.works, self.answers, self.asked = works, answers, list[str]()

    def search_works(self, text: str, *, limit: int = 20) -> list[Work]:
        self.asked.append(text)
        if not self.answers:
            raise SourceUnavailable("the shelf is locked")
        return list(self.works)[:limit]

    def get_work(self, doi: Doi) -> Work | None:
        return next((work for work in self.works if work.doi == doi), None)

    def get_works(self, dois: Iterable[Doi]) -> dict[Doi, Work]:
        return {doi: work for doi in dois if (work := self.get_work(doi)) is not None}

    def get_agency(self, doi: Doi) -> str | None:
        return None


def unfound(item: Item | None = ITEM) -> Match:
    return Match(Reference(RAW, item=item), Outcome.NONE)


def test_a_version_elsewhere_resembles_and_is_not_taken_for_it() -> None:
    shelf = Shelf(OTHER, ELSEWHERE)
    match = look_again(unfound(), [shelf])
    assert shelf.asked == ["Okafor Learning to match rivers and reeds"]
    assert (match.outcome, match.reason[:21]) == (Outcome.AMBIGUOUS, "a work of this title ")
    assert match.candidates[0].work == ELSEWHERE


def test_other_works_change_nothing() -> None:
    expected = replace(unfound(), venue=Venue.NOT_ON_RECORD)
    assert look_again(unfound(), [Shelf(OTHER)]) == expected


def test_a_source_that_fails_now_leaves_the_answer_open() -> None:
    match = look_again(unfound(), [Shelf(answers=False)])
    assert (match.outcome, match.reason) == (Outcome.UNREACHABLE, "the shelf is locked")


def test_nothing_is_asked_without_a_title() -> None:
    shelf = Shelf(ELSEWHERE)
    assert look_again(unfound(None), [shelf]) == unfound(None)
    assert shelf.asked == []


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.NONE])
def test_nothing_is_asked_where_something_is_known(outcome: Outcome) -> None:
    shelf = Shelf(ELSEWHERE)
    match = replace(unfound(), outcome=outcome)
    assert look_again(match, [shelf]) is match
    assert shelf.asked == []


def test_a_journal_of_which_something_is_known_is_not_asked_for() -> None:
    shelf = Shelf(OTHER)
    item = Item({**ITEM.to_csl(), "container-title": "Conference on Water"})
    match = replace(unfound(item), venue=Venue.ON_RECORD)
    assert look_again(match, [shelf]) == match
    assert len(shelf.asked) == 1
    assert look_again(unfound(item), [shelf]).venue is Venue.NOT_ON_RECORD
    assert shelf.asked[2:] == ["Conference on Water 2019"]


@pytest.mark.parametrize(("before", "found"), [(4, True), (5, False)])
def test_the_first_five_works_of_a_title_are_looked_at(before: int, found: bool) -> None:
    match = look_again(unfound(), [Shelf(*[OTHER] * before, ELSEWHERE)])
    assert (match.candidates != ()) is found


def titled(title: str, family: str = "Okafor") -> Work:
    return Work({**ELSEWHERE.data, "title": [title], "author": [{"family": family}]})


LONGER = "Learning to match rivers and reeds of the far north in all of their colours and seasons"
BEGUN = [
    ("goes on", titled(LONGER), "Learning to match rivers and reeds", True),
    ("goes on, of others", titled(LONGER, "Quist"), "Learning to match rivers and reeds", False),
    ("begins otherwise", titled(f"On {LONGER}"), "Learning to match rivers and reeds", False),
    ("sixteen letters", titled("To dream or not to be here, of many kinds"), "To dream or not to be", True),
    ("fifteen letters", titled("A dream or not to be here, of many kinds"), "A dream or not to be", False),
    ("whole in the string, parsed otherwise", ELSEWHERE, "match rivers and reeds", True),
]


@pytest.mark.parametrize(("work", "parsed", "found"), [c[1:] for c in BEGUN], ids=[c[0] for c in BEGUN])
def test_a_title_that_goes_on_is_told_by_its_beginning(work: Work, parsed: str, found: bool) -> None:
    item = Item({"title": parsed, "author": [{"family": "Okafor"}]})
    raw = RAW if "rivers" in parsed else f"Okafor, T., Lindqvist, E. {parsed}. 2019, 830-831."
    match = look_again(Match(Reference(raw, item=item), Outcome.NONE), [Shelf(OTHER, work)])
    assert [candidate.work for candidate in match.candidates] == [work][: int(found)]


def test_works_known_before_come_behind_and_once() -> None:
    known = (Candidate(OTHER, 0.1), Candidate(ELSEWHERE, 0.1), Candidate(titled("Reeds"), 0.05))
    match = look_again(replace(unfound(), candidates=known), [Shelf(ELSEWHERE)])
    assert [candidate.work for candidate in match.candidates] == [ELSEWHERE, OTHER]
