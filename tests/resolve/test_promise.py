"""What need not be looked at does not change whether a work is weighed."""

from __future__ import annotations

import pytest

from refs.model import Work
from refs.resolve.promise import is_promising, read_promise
from refs.resolve.query import read_query

CURIE = {
    "DOI": "10.1000/radium",
    "title": ["Sur une substance nouvelle radio-active"],
    "author": [{"family": "Curie"}, {"family": "Bemont"}],
    "container-title": ["Comptes rendus"],
    "volume": "127",
    "page": "1215-1217",
    "issued": {"date-parts": [[1898]]},
}


@pytest.mark.parametrize(
    "raw",
    [
        "Curie P. Sur une substance nouvelle. 1898",
        "Curie, Bemont, Comptes rendus 127, 1215 (1898)",
        "Comptes rendus 127",
        "Curie, a substance",
        "Comptes rendus",
        "1215, 1898",
        "nothing alike",
    ],
)
@pytest.mark.parametrize("enough", [1, 2, 3, 5])
def test_a_work_is_promising_from_its_promise_on(raw: str, enough: int) -> None:
    query, work = read_query(raw), Work(CURIE)
    assert is_promising(query, work, enough) == (read_promise(query, work) >= enough)
