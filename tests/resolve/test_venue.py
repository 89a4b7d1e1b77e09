"""What is known of the journal or the proceedings that a reference prints."""

from __future__ import annotations

from typing import Any

import pytest

from refs.errors import SourceUnavailable
from refs.model import Item, Reference, Venue, Work
from refs.resolve.model_file import shipped_model
from refs.resolve.query import read_query
from refs.resolve.scoring import weigh_works
from refs.resolve.venue import find_venue, is_venue, read_venue
from tests.resolve.records import Shelf, record, weighed

RAW = "Okafor T. Slow rivers of the plain. Arch Hydrol. 1998;14(2):93-104."
SERIES = "Proceedings of the Conference on Rivers, CR 2019, Bergen, Norway, May 2-5, 2019"
PAPER = f"Okafor, T. Slow rivers of the plain. {SERIES}, 830-831."


def of(container: str, year: int | None = 1990) -> Work:
    return Work(record("10.1000/a", "Other reeds", container=container, year=year))


IS_VENUE = [
    ("abbreviated word by word", RAW, "Arch Hydrol", of("Archives of Hydrology"), True),
    ("another journal", RAW, "Arch Hydrol", of("Archives of Dermatology"), False),
    ("first registered long after", RAW, "Arch Hydrol", of("Archives of Hydrology", 2008), False),
    ("registered a little later", RAW, "Arch Hydrol", of("Archives of Hydrology", 2002), True),
    ("registered five years later", RAW, "Arch Hydrol", of("Archives of Hydrology", 2003), True),
    ("registered six years later", RAW, "Arch Hydrol", of("Archives of Hydrology", 2004), False),
    ("no year printed", RAW.replace("1998;", ""), "Arch Hydrol", of("Archives of Hydrology", 2008), True),
    ("a part of its name", RAW, "Hydrol", of("Archives of Hydrology"), True),
    (
        "a little of a long name",
        RAW,
        "Arch Hydrol Ser B Waters of the plain",
        of("Archives of Hydrology"),
        False,
    ),
    ("named otherwise", RAW, "Acta Lacuum", of("Archives of Hydrology"), False),
    ("no year on record", RAW, "Arch Hydrol", of("Archives of Hydrology", None), True),
    ("a word of the title", RAW.replace("Arch Hydrol", "Acta Lacuum"), "Acta Lacuum", of("Rivers"), False),
    ("the very volume", PAPER, SERIES, of(SERIES, 2019), True),
    ("another year of the conference", PAPER, SERIES, of(SERIES.replace("2019", "2020"), 2020), False),
]


@pytest.mark.parametrize(
    ("raw", "name", "work", "known"), [c[1:] for c in IS_VENUE], ids=[c[0] for c in IS_VENUE]
)
def test_is_venue(raw: str, name: str, work: Work, known: bool) -> None:
    assert is_venue(read_query(raw), name, work) is known


READ = [
    ("a journal of two words", RAW, of("Archives of Hydrology"), Venue.ON_RECORD),
    ("a volume with its year", PAPER, of(SERIES, 2019), Venue.VOLUME_ON_RECORD),
    ("one word may be the title's", RAW.replace("Arch Hydrol", "Rivers"), of("Rivers"), Venue.NOT_ASKED),
    ("another", RAW, of("Gut"), Venue.NOT_ASKED),
]


@pytest.mark.parametrize(("raw", "work", "venue"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_what_weighed_works_tell(raw: str, work: Work, venue: Venue) -> None:
    query = read_query(raw)
    assert read_venue(query, weigh_works(query, [work], shipped_model(), named=[work.doi])) is venue


@pytest.mark.parametrize(
    ("values", "venue"),
    [
        ({"container_score": 0.85, "container_kind": 2, "container_words": 2}, Venue.ON_RECORD),
        ({"container_score": 0.84, "container_kind": 2, "container_words": 2}, Venue.NOT_ASKED),
        ({"container_score": 0.85, "container_kind": 1, "container_words": 2}, Venue.NOT_ASKED),
        ({"container_score": 0.85, "container_kind": 2, "container_words": 1}, Venue.NOT_ASKED),
    ],
    ids=["enough of it", "too little", "an acronym", "one word"],
)
def test_how_much_of_a_container_tells_it(values: dict[str, float], venue: Venue) -> None:
    assert read_venue(read_query(RAW), [weighed("a", 0, values)]) is venue


def found(container: str, *works: dict[str, Any]) -> Venue:
    item = Item({"container-title": container}) if container else Item({"title": "Slow rivers"})
    raw = f"Okafor T. Slow rivers of the plain. {container}. 1998;14(2):93-104."
    return find_venue(read_query(raw), Reference(raw, item=item), [Shelf(works)])


def test_the_source_is_asked_for_the_name() -> None:
    held = record("10.1000/a", "Other reeds", container="Archives of Hydrology", year=1990)
    assert found("Arch Hydrol", held) is Venue.ON_RECORD
    assert found("Arch Hydrol") is Venue.NOT_ON_RECORD
    assert found("Acta Lacuum", held) is Venue.NOT_ON_RECORD


def test_the_first_ten_works_are_looked_at() -> None:
    held = record("10.1000/a", "Other reeds", container="Archives of Hydrology", year=1990)
    others = [record(f"10.1000/{n}", "Reeds", container="Gut", year=1990) for n in range(10)]
    assert found("Arch Hydrol", *others[:9], held) is Venue.ON_RECORD
    assert found("Arch Hydrol", *others, held) is Venue.NOT_ON_RECORD


def test_famous_names_of_one_word_need_no_search() -> None:
    assert found("The Lancet") is found("Nature") is Venue.ON_RECORD


def test_without_a_container_nothing_is_known_to_be_covered() -> None:
    assert found("") is Venue.NOT_ON_RECORD
    assert find_venue(read_query(RAW), Reference(RAW), []) is Venue.NOT_ASKED


def test_a_source_that_fails_says_so() -> None:
    class Locked(Shelf):
        def search_works(self, query: str, *, limit: int = 20) -> list[Work]:
            raise SourceUnavailable("the shelf is locked")

    reference = Reference(RAW, item=Item({"container-title": "Arch Hydrol"}))
    with pytest.raises(SourceUnavailable):
        find_venue(read_query(RAW), reference, [Locked([])])
