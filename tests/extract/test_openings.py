"""What a line may open is told by its first word; no heading may be missed by looking at that alone."""

from __future__ import annotations

from importlib.resources import files

import pytest

from refs.extract.entries import is_link_labels
from refs.extract.headings import is_comment_heading, is_end_heading, list_heading
from refs.extract.openings import COMMENTS, END, LABELS, LIST, opening, openings, possible_ends

OPENED = [
    ("References", LIST),
    ("7. Literaturverzeichnis", LIST),
    ("# Chapter A.2 Bibliography", LIST),
    ("Chapter 3 References", LIST),
    ("VII References", LIST),
    ("[References]", LIST),
    ("R E F E R E N C E S", LIST),
    ("Л И Т Е Р А Т У Р А", LIST),
    ("参考文献", LIST),
    ("References 123", LIST),
    ("Einzelnachweise[Bearbeiten | Quelltext bearbeiten]", LIST),
    ("A. Appendix", END),
    ("© 2018 The authors", END),
    ("Über die Autorin", END),
    ("2 Comments on “Neff”", COMMENTS),
    ("• Leave a Reply", COMMENTS),
    ("View Article PubMed/NCBI Google Scholar", LABELS),
    ("[CrossRef] [PubMed]", LABELS),
    ("| CrossRefPubMedGoogle Scholar", LABELS),
    ("CASPubMed", LABELS),
    ("(CASPubMed)", LABELS),
]
NOTHING = [
    "Neff, K. (2003). Self-compassion.",
    "therapists differ, as we saw",
    "—",
    "12",
    "",
    "3.4 Self-pity",
]


@pytest.mark.parametrize(("line", "kind"), OPENED, ids=[line for line, _ in OPENED])
def test_a_line_may_open(line: str, kind: int) -> None:
    assert opening(line) & kind
    asked = {LIST: list_heading, END: is_end_heading, COMMENTS: is_comment_heading, LABELS: is_link_labels}
    if kind != COMMENTS or not line.startswith("•"):
        assert asked[kind](line)


@pytest.mark.parametrize("line", NOTHING)
def test_a_line_opens_nothing(line: str) -> None:
    assert opening(line) == 0


def test_many_lines_at_once_are_as_one_by_one() -> None:
    lines = [line for line, _ in OPENED] + NOTHING
    kinds = {place: kind for place, line in enumerate(lines) if (kind := opening(line))}
    assert openings(lines) == {place: kind for place, kind in kinds.items() if kind != END}
    ends = [place for place, kind in kinds.items() if kind & END]
    assert list(possible_ends(lines, 0, len(lines))) == ends
    assert list(possible_ends(lines, ends[0] + 1, ends[-1])) == ends[1:-1]


def test_every_known_heading_opens_what_it_is() -> None:
    table = files("refs.data").joinpath("extract/headings.txt").read_text("utf-8").splitlines()
    for heading in (line for line in table if line and line[0] not in "#["):
        for written in (heading, heading.upper(), f"4.2 {heading}", f"  {heading.title()}:"):
            kinds = opening(written)
            assert kinds & LIST or not list_heading(written), written
            assert kinds & END or not is_end_heading(written), written
