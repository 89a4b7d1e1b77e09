"""Numbers by the part they play: the quick look at the word before a number misses no label and no month."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from refs.resolve.comparison import numbers
from refs.resolve.comparison.numbers import Part, read_plainly

WORDS = st.sampled_from(
    "vol Vols. v no No. article art. issue id e-location number pp. p. pages Bd. núm. n° Oct. march May "
    "Dermatology x-vol 2vol (vol 12 12, ; : suppl 第 в том".split()
)


@given(st.lists(WORDS, max_size=4), st.sampled_from(["", " ", "  ", ". ", ": "]))
def test_a_word_before_a_number_tells_what_the_whole_pattern_tells(words: list[str], gap: str) -> None:
    text = f"{' '.join(words)}{gap}45"
    start = len(text) - 2
    before = text[max(0, start - 18) : start]
    label = numbers._LABEL.search(before) if numbers._is_word_end(before.rstrip()) else None
    found = [n for n in read_plainly(text) if n.start == start]
    if found and label is not None:
        assert (found[0].part, found[0].sure) == (Part(label.lastgroup), True)
    elif found:
        is_month = numbers._is_word_end(before.rstrip()) and numbers._MONTH.search(before) is not None
        assert (found[0].part is Part.OTHER) == is_month
        assert not found[0].sure
