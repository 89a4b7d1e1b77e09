"""Blank lines between entries tell where entries may begin; nothing else may be left out."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest

from refs.extract.lines import article_lines
from refs.extract.possible_starts import possible_starts
from refs.read import read_article
from tests.extract.works import APA, BODY

PARAGRAPHS = [textwrap.wrap(work, 40) for work in APA]
PAIRED = [[*first, *second] for first, second in zip(PARAGRAPHS[::2], PARAGRAPHS[1::2], strict=False)]
PROSE = [textwrap.wrap(BODY, 40)] * 3


def starts(paragraphs: Sequence[Sequence[str]], gap: str = "\n\n") -> list[int]:
    """Return the lines at which entries may begin in paragraphs that blank lines part."""
    text = gap.join("\n".join(paragraph) for paragraph in paragraphs)
    return list(possible_starts(article_lines(read_article(text.encode(), name="a.txt"))[:]))


def firsts(paragraphs: Sequence[Sequence[str]]) -> list[int]:
    """Return the number of each paragraph's first line."""
    return [sum(map(len, paragraphs[:place])) for place in range(len(paragraphs))]


def test_entries_that_stand_apart_begin_with_paragraphs() -> None:
    found, count = starts(PARAGRAPHS), sum(map(len, PARAGRAPHS))
    assert set(firsts(PARAGRAPHS)) <= set(found)
    assert len(found) < 0.7 * count


def test_a_blank_line_lost_hides_no_entry() -> None:
    assert set(firsts(PARAGRAPHS)) <= set(starts([*PARAGRAPHS[:2], *PAIRED[1:]]))


@pytest.mark.parametrize(
    ("paragraphs", "gap"),
    [(PARAGRAPHS, "\n"), (PROSE, "\n\n"), ([[line] for line in APA], "\n\n")],
    ids=["no blank lines", "running text", "one line each"],
)
def test_any_line_may_begin_an_entry(paragraphs: Sequence[Sequence[str]], gap: str) -> None:
    assert starts(paragraphs, gap) == list(range(sum(map(len, paragraphs))))
