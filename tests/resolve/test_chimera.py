"""Two works in one reference: which they are, and when it is not plain."""

from __future__ import annotations

import pytest

from refs.model import Work
from refs.resolve.comparison import compare_fields
from refs.resolve.comparison.chimera import find_parts
from refs.resolve.comparison.raw_text import Reading
from refs.resolve.query import read_query


def work(doi: str, title: str, family: str, place: tuple[str, str, str, int]) -> Work:
    container, volume, page, year = place
    people = [{"family": family, "given": "Tunde"}, {"family": f"{family}sen", "given": "Eva"}]
    return Work(
        {
            "DOI": doi,
            "type": "journal-article",
            "title": [title],
            "container-title": [container],
            "volume": volume,
            "page": page,
            "author": people,
            "issued": {"date-parts": [[year]]},
        }
    )


RAIN = work("10.1000/rain", "Rain over the delta and its channels", "Okafor", ("Weather", "8", "71-90", 2002))
GRASS = work("10.1000/grass", "Walls of grasses taken apart", "Lindqvist", ("Meadow", "14", "190-199", 2019))


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param(
            "Okafor, T., & Okaforsen, E. (2019). Rain over the delta and its channels. Meadow, 14, 190-199.",
            True,
            id="authors-of-the-title",
        ),
        pytest.param(
            "Lindqvist, T., & Lindqvistsen, E. (2019). Rain over the delta and its channels. "
            "Meadow, 14, 190-199.",
            True,
            id="authors-of-the-place",
        ),
        pytest.param(
            "Okafor, T., & Okaforsen, E. (2002). Rain over the delta and its channels. Weather, 8, 71-90.",
            False,
            id="right",
        ),
        pytest.param(
            "Okafor, T., & Okaforsen, E. (2019). Rain over the delta and its channels. Weather, 14, 71-90.",
            False,
            id="year-and-volume-alone",
        ),
        pytest.param(
            "Okafor, T., & Okaforsen, E. (2019). Rain over the delta and its channels. Meadow, 13, 12-30.",
            False,
            id="a-place-that-is-nobody's",
        ),
        pytest.param(
            "Okafor, T., Okaforsen, E., & Lindqvist, T. (2019). Rain over the delta and its channels. "
            "Meadow, 14, 190-199.",
            False,
            id="people-of-both",
        ),
        pytest.param(
            "Brandt, U. (2019). Rain over the delta and its channels. Meadow, 14, 190-199.",
            False,
            id="authors-of-neither",
        ),
        pytest.param("Okafor, T. (2019). Rain. Meadow, 14, 190-199.", False, id="another-title"),
    ],
)
def test_parts_of_two_works(raw: str, found: bool) -> None:
    query = read_query(raw)
    parts = find_parts(query, Reading(raw, query), RAIN, compare_fields(raw, RAIN), [RAIN, GRASS])
    assert parts == ((RAIN, GRASS) if found else ())


def test_two_records_of_one_title_are_one_work() -> None:
    twin = work(
        "10.1000/rain2", "Rain over the Delta and its Channels", "Lindqvist", ("Meadow", "14", "1-9", 2019)
    )
    raw = "Okafor, T., & Okaforsen, E. (2019). Rain over the delta and its channels. Meadow, 14, 1-9."
    query = read_query(raw)
    assert find_parts(query, Reading(raw, query), RAIN, compare_fields(raw, RAIN), [twin]) == ()
