"""The word lists' form: sorted where they are looked up by halving, folded, each entry once."""

from __future__ import annotations

from itertools import pairwise

import pytest

from refs.model import fold
from refs.parse.lexicon import load_lexicon


def test_journals_are_sorted_and_folded() -> None:
    journals = load_lexicon().journals
    assert all(first < second for first, second in pairwise(journals))
    assert [name for name in journals if fold(name) != name] == []


def test_words_are_sorted() -> None:
    words = load_lexicon().words
    assert all(first < second for first, second in pairwise(words))


def test_places_and_publishers_are_folded() -> None:
    lexicon = load_lexicon()
    assert [name for name in lexicon.places | lexicon.publishers if fold(name).replace(" ", "") != name] == []


@pytest.mark.parametrize(
    "name", ["comparative political studies", "european union politics", "class quantum grav", "asian survey"]
)
def test_journals_of_all_fields_are_known(name: str) -> None:
    words = name.split()
    assert load_lexicon().journal_at(words, 0) == len(words)
