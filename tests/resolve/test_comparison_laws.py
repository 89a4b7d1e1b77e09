"""Laws of the comparison's short ways: each comes to what the long way does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from refs.resolve.comparison.containers import abbreviates
from refs.resolve.comparison.surnames import Printed, runs_of, without_umlauts
from refs.resolve.comparison.titles import same_word

WORDS = st.text("aeolmnrs1", min_size=1, max_size=7)


@given(st.lists(WORDS, max_size=6))
def test_printed_words_have_one_letter_for_an_umlaut(words: list[str]) -> None:
    assert Printed(words).plain == {without_umlauts(run) for run in runs_of(words)}


@given(WORDS, WORDS)
def test_what_begins_with_another_letter_abbreviates_as_anything_does(short: str, full: str) -> None:
    begins = full.startswith(short) or (len(full) >= 3 and short.startswith(full))
    rest = iter(full)
    within = (
        short[0] == full[0]
        and 3 <= len(short) <= len(full)
        and all(letter in rest for letter in short)
        and short[-1] in full[-3:]
    )
    alike = len(short) >= 5 and same_word(short, full)
    assert abbreviates(short, full) == (begins or within or alike)
