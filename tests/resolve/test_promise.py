"""What need not be looked at does not change whether a work is weighed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model import Work
from refs.resolve.evidence.title import find_title
from refs.resolve.promise import is_promising, may_stand_whole, read_promise
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


WORDS = st.lists(
    st.sampled_from("gut feelings of a neighbour in rivers and reeds".split()), min_size=4, max_size=9
)


@given(title=WORDS, printed=WORDS, at=st.integers(0, 40), slip=st.sampled_from(["", "x", " ", "rn"]))
def test_a_title_that_stands_whole_but_for_slips_may_stand_whole(
    title: list[str], printed: list[str], at: int, slip: str
) -> None:
    whole = " ".join(title)
    query = read_query(f"Neff K. {' '.join(printed)} {whole[:at]}{slip}{whole[at + 1 :]}. Mind 2003;2:85")
    if find_title(query, title).ratio >= 0.97:
        assert may_stand_whole(query, Work({"title": [whole]}))
