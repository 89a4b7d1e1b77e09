"""References in step give what each gives alone; sources over a network are asked for one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from refs.errors import SourceUnavailable
from refs.model import Outcome, Reference, Source, Status, Work
from refs.pipeline import check_references
from refs.resolve import resolve_reference, resolve_references
from refs.resolve.sources import open_source
from refs.settings import load_settings
from tests.resolve.records import Shelf, record

NEFF = record(
    "10.1080/15298860309032",
    "Self-Compassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself",
    authors="Neff, Kristin",
    container="Self and Identity",
    year=2003,
    volume="2",
    page="85-101",
)
PRINTED = f"Neff, K. (2003). {NEFF['title'][0]}. Self and Identity, 2(2), 85-101."
MIXED = [
    PRINTED,
    "",
    "doi:10.1080/15298860309032",
    PRINTED.replace("Identity, 2", "Identity, 7"),
    "Watanabe K. Slow rivers of the northern plain. Self and Identity. 2014;12(3):45-67.",
    "LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015;512(7553):436-444. doi:10.1038/nature14539",
    "12",
    "World Health Organization (1998). Health atlas. Geneva: WHO.",
    f"{PRINTED} doi:10. 1080/ 15298860309032",
]


class Hurried(Shelf):
    """A shelf at hand, which does not answer when it is asked for some words; it notes what it is asked."""

    is_local = True

    def __init__(self, records: Sequence[dict[str, object]], *, fails_at: str = "nothing") -> None:
        super().__init__(records)
        self.fails_at = fails_at
        self.asked: list[str] = []

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        self.asked.append(query)
        if self.fails_at in query:
            raise SourceUnavailable("the shelf fell")
        return super().search_works(query, limit=limit)


class Distant(Hurried):
    """A shelf over a network."""

    is_local = False


def sources(kind: str, index: Path) -> list[Source]:
    by_index = open_source(f"index:{index}", load_settings())
    failing = Hurried([NEFF], fails_at="rivers")
    known: dict[str, list[Source]] = {
        "index": [by_index],
        "failing": [failing],
        "two": [failing, by_index],
        "none": [],
        "network": [Distant([NEFF], fails_at="rivers"), by_index],
    }
    return known[kind]


@pytest.mark.parametrize("kind", ["index", "failing", "two", "none", "network"])
@pytest.mark.parametrize("compare", [False, True], ids=["resolved", "compared"])
def test_together_as_alone(kind: str, compare: bool, seed_index: Path) -> None:
    asked = sources(kind, seed_index)
    references = [Reference(raw) for raw in MIXED]
    together = list(resolve_references(references, asked, compare=compare))
    assert together == [resolve_reference(reference, asked, compare=compare) for reference in references]


@pytest.mark.parametrize("kind", ["index", "failing", "two", "none", "network"])
def test_checked_together_as_alone(kind: str, seed_index: Path) -> None:
    asked = sources(kind, seed_index)
    references = [Reference(raw) for raw in MIXED]
    together = list(check_references(references, sources=asked))
    assert together == [next(check_references([reference], sources=asked)) for reference in references]
    assert together == list(check_references(iter(references), sources=asked))
    assert [result.checked.references[0].raw for result in together] == MIXED


def test_who_does_not_answer_for_one_answers_for_the_others() -> None:
    shelf = Hurried([NEFF], fails_at="rivers")
    results = list(check_references([Reference(raw) for raw in MIXED], sources=[shelf]))
    assert [result.statuses[0] is Status.UNCHECKED for result in results] == [
        "rivers" in raw for raw in MIXED
    ]


@pytest.mark.parametrize(
    ("shelf", "ahead"), [(Hurried([NEFF]), 3), (Distant([NEFF]), 1)], ids=["here", "far"]
)
def test_a_source_over_a_network_is_asked_for_one_at_a_time(shelf: Hurried, ahead: int) -> None:
    references = [Reference(f"{PRINTED} [{n}]") for n in range(3)]
    first = next(resolve_references(references, [shelf]))
    assert (first.outcome, len(shelf.asked)) == (Outcome.FOUND, ahead)
    shelf.asked.clear()
    checked = next(check_references(references, sources=[shelf]))
    assert (checked.statuses, len(shelf.asked)) == ((Status.VERIFIED,), ahead)
