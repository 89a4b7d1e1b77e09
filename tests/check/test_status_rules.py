"""What is said of a preprint that was published since, and of a copy that strangers registered."""

from __future__ import annotations

from typing import Any

import pytest

from refs.check import all_rules, run_rules
from refs.model import Article, CheckedArticle, Doi, Finding, Match, Outcome, Reference, Work

RAW = "Watanabe K. Slow rivers of the northern plain. 2014."
COPY, OWN = "10.65215/abcdef12", "10.1000/rivers"


def found(doi: str = OWN, kind: str = "posted-content", *published: str, **known: Any) -> Match:
    """Return the match of a work that was published under these DOIs since."""
    related = {"is-preprint-of": [{"id": other, "id-type": "doi"} for other in published]}
    return Match(
        Reference(RAW),
        known.pop("outcome", Outcome.FOUND),
        Work({"DOI": doi, "title": ["Slow rivers"], "type": kind, "relation": related}),
        0.99,
        **known,
    )


def said_of(match: Match) -> list[Finding]:
    checked = CheckedArticle(Article("", "", ""), (match.reference,), matches=(match,))
    return run_rules([rule for rule in all_rules() if rule.code in ("S307", "S308")], checked)


PREPRINTS: list[tuple[str, Match, str]] = [
    ("published", found(OWN, "posted-content", "10.1000/j.1"), "10.1000/j.1"),
    ("published twice", found(OWN, "posted-content", "10.1000/j.1", "10.1000/j.2"), "10.1000/j.1"),
    ("not published", found(), ""),
    ("an article", found(OWN, "journal-article", "10.1000/j.1"), ""),
    ("not found for sure", found(OWN, "posted-content", "10.1000/j.1", outcome=Outcome.AMBIGUOUS), ""),
]


@pytest.mark.parametrize(("match", "doi"), [c[1:] for c in PREPRINTS], ids=[c[0] for c in PREPRINTS])
def test_a_preprint_that_was_published(match: Match, doi: str) -> None:
    said = [(finding.code, finding.message, finding.evidence) for finding in said_of(match)]
    expected = ("S307", f"the preprint has since been published as {doi}", {"published": doi})
    assert said == [expected][: bool(doi)]


COPIES: list[tuple[str, Match, str]] = [
    ("printed, nothing found", Match(Reference(RAW), Outcome.NONE, cited_doi=Doi(COPY)), COPY),
    ("printed, the work found", found(cited_doi=Doi(COPY)), COPY),
    ("found by its words", found(COPY), COPY),
    ("found by its words, another printed", found(COPY, cited_doi=Doi(OWN)), ""),
    ("not found for sure", found(COPY, outcome=Outcome.AMBIGUOUS), ""),
    ("the work itself", found(cited_doi=Doi(OWN)), ""),
    ("no DOI", Match(Reference(RAW), Outcome.NONE), ""),
]


@pytest.mark.parametrize(("match", "doi"), [c[1:] for c in COPIES], ids=[c[0] for c in COPIES])
def test_a_copy_by_strangers(match: Match, doi: str) -> None:
    said = [(finding.code, finding.field, finding.message) for finding in said_of(match)]
    message = f"{doi} is a copy registered by others than the authors; cite the original"
    assert said == [("S308", "DOI", message)][: bool(doi)]
