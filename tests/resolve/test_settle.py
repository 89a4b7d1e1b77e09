"""A match looked at again with the fields compared: what is taken back, and what only resembles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refs.model import Candidate, Match, Outcome, Reference, Work
from refs.resolve.comparison import settle_match

CHAPTER = Work(
    {
        "DOI": "10.1000/walls.2",
        "type": "book-chapter",
        "title": ["Walls of grasses: Methods for taking them apart and telling what is inside"],
        "container-title": ["Enzymes of the Meadow"],
        "page": "11-37",
        "author": [
            {"family": "Okafor", "given": "Tunde Ayo"},
            {"family": "Lindqvist", "given": "Eva"},
            {"family": "Novak", "given": "Petra"},
        ],
        "issued": {"date-parts": [[2019]]},
    }
)
HEAD = "Okafor, T. A. et al.: Walls of grasses. Enzymes of the Meadow, 11-37 (2019)."


def settled(raw: str) -> Match:
    match = Match(Reference(raw), Outcome.NONE, candidates=(Candidate(CHAPTER, 0.001),))
    return settle_match(match, raw)


def test_a_title_without_its_subtitle_at_its_place_is_taken_back() -> None:
    match = settled(HEAD)
    assert (match.outcome, match.doi) == (Outcome.FOUND, CHAPTER.doi)
    assert not [e for e in match.evidence if e.agrees is False]


def test_another_author_of_the_same_title_at_the_same_place_is_the_finding() -> None:
    match = settled("Okafor, T., Brandt, E.: Walls of grasses. Enzymes of the Meadow, 11-37 (2019).")
    assert match.outcome is Outcome.FOUND
    assert [e.field for e in match.evidence if e.agrees is False] == ["author"]


def test_the_same_place_under_another_title_only_resembles() -> None:
    match = settled("Okafor, T. A. et al.: Zellwände der Gräser. Enzymes of the Meadow, 11-37 (2019).")
    assert match.outcome is Outcome.AMBIGUOUS
    assert match.reason.startswith("a work by this author stands at this place")


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            "Okafor, T. A. et al.: Rain over the delta. Enzymes of the Meadow, 71-90 (2019).", id="pages"
        ),
        pytest.param(
            "Okafor, T. A. et al.: Rain over the delta. Enzymes of the Meadow, 11-37 (2002).", id="year"
        ),
        pytest.param("Brandt, E.: Rain over the delta. Enzymes of the Meadow, 11-37 (2019).", id="nobody"),
        pytest.param("Okafor, T. A.: Rain over the delta. Weather Reports, 11-37 (2019).", id="container"),
    ],
)
def test_what_shares_less_stays_unfound(raw: str) -> None:
    assert settled(raw).outcome is Outcome.NONE


def test_a_source_that_was_silent_stays_so() -> None:
    match = Match(Reference(HEAD), Outcome.UNREACHABLE, candidates=(Candidate(CHAPTER, 0.001),))
    assert settle_match(match, HEAD) == replace(match)
