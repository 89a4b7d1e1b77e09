"""The string made ready for the comparison: with the words of the query and without, it is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.model import Doi
from refs.resolve.comparison.raw_text import RawText
from refs.resolve.query import read_query

_PIECES = (
    "Neff K",
    "Müller-Lüdenscheidt",
    "ﬁnal",
    "½ cup",
    "self-com-\npassion",
    "12–17",
    "2(2)",
    "[3] ",
    "1. ",
    "Å",
    "doi:10.1000/182",
    "10.1000/ 182",
    "https://doi.org/10.1000/182.",
    "<i>Gut</i>",
    "&amp;",
    "a_b",
    "\u00ad",
    "–",
    "－",
    "(2003).",
    "Retrieved May 3, 2020",
    "PMID: 11136953",
    "\u2009",
    "日本",
    "et al.",
    ", ",
    ". ",
    " ",
)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("Neff K. Self-compassion. Self Identity 2003;2:85.", id="plain"),
        pytest.param("[3] Neff K. Self–compassion. doi:10.1000/182", id="marker, dash and DOI"),
        pytest.param("Neff K. ½ a cup of Œuvre. Gut 2003;2:85–101.", id="a word that folds to two"),
        pytest.param("Neff K. see https://example.org/a Gut 2003", id="link in the middle"),
    ],
)
def test_words_of_the_query_are_the_strings_own(raw: str) -> None:
    assert RawText.of(raw, Doi("10.1000/182"), read_query(raw)) == RawText.of(raw, Doi("10.1000/182"))


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_it_does_not_matter_whether_a_query_is_at_hand(raw: str) -> None:
    assert RawText.of(raw, None, read_query(raw)) == RawText.of(raw)
