"""Cues: what their pattern matches holds one of their signs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.resolve.comparison.cues import Cue
from refs.resolve.comparison.fields import AFTERTHOUGHT, REPRINT
from refs.resolve.comparison.raw_text import BLANKED
from refs.resolve.comparison.titles import NOTICE_PREFIX

LETTERS = st.characters(codec="latin-1")
"""Not "ſ" and the sign of Kelvin, which are "s" and "k" to a pattern and not to ``lower``."""


@pytest.mark.parametrize("cue", [*BLANKED, AFTERTHOUGHT, REPRINT, NOTICE_PREFIX], ids=lambda c: c.signs[0])
@given(data=st.data())
def test_what_a_pattern_matches_holds_a_sign(cue: Cue, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(cue.pattern, alphabet=LETTERS))
    assert cue.may_stand_in(text.lower()), text


def test_a_cue_blanks_what_it_matches() -> None:
    cue = Cue(re.compile(r"\d+ refs", re.I), ("refs",))
    assert cue.blank("12-34, 5 Refs.", "12-34, 5 refs.") == "12-34,       ."
