"""A work looked for by its title alone, where the words of a long container brought other papers first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from refs.errors import SourceUnavailable
from refs.model import Doi, Item, Match, Outcome, Reference, Venue, Work
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
