"""The five statuses, from every way a search can end."""

from __future__ import annotations

import pytest

from refs.check import all_rules, disagreeing_fields, is_retracted, run_rules, status_of
from refs.check.statuses import TOLD, differs, resembling_work
from refs.model import (
    Article,
    Candidate,
    CheckedArticle,
    FieldEvidence,
    Match,
    Outcome,
    Reference,
    Status,
    Work,
)

ARTICLE = Reference("Neff K. Compassionate gradients. Self and Identity. 2014;13(2):185-201.")
BOOK = Reference(
    "Kuhn TS. The Structure of Scientific Revolutions. Chicago: University of Chicago Press; 1970."
)
WORK = Work({"DOI": "10.1080/15298860309032", "title": ["Self-compassion: An alternative"]})
RIGHT = FieldEvidence("volume", "2", "2", True)
WRONG = FieldEvidence("volume", "3", "2", False)
UNTOLD = FieldEvidence("volume", "", "2", None)


def near(probability: float) -> tuple[Candidate, ...]:
    return (Candidate(WORK, probability),)


CASES = [
    ("every field agrees", Match(ARTICLE, Outcome.FOUND, WORK, evidence=(RIGHT,)), Status.VERIFIED),
    ("a field is silent", Match(ARTICLE, Outcome.FOUND, WORK, evidence=(UNTOLD,)), Status.VERIFIED),
    ("a field disagrees", Match(ARTICLE, Outcome.FOUND, WORK, evidence=(WRONG,)), Status.MISMATCH),
    ("twins", Match(ARTICLE, Outcome.AMBIGUOUS), Status.UNVERIFIABLE),
    (
        "a work that is not meant for sure",
        Match(ARTICLE, Outcome.AMBIGUOUS, WORK, evidence=(RIGHT,)),
        Status.UNVERIFIABLE,
    ),
    ("a work that is not meant", Match(ARTICLE, Outcome.NONE, WORK, evidence=(RIGHT,)), Status.NOT_FOUND),
    ("nothing resembles an article", Match(ARTICLE, Outcome.NONE), Status.NOT_FOUND),
    ("something hardly resembles it", Match(ARTICLE, Outcome.NONE, candidates=near(0.1)), Status.NOT_FOUND),
    ("something resembles it", Match(ARTICLE, Outcome.NONE, candidates=near(0.6)), Status.UNVERIFIABLE),
    (
        "something resembles it by half",
        Match(ARTICLE, Outcome.NONE, candidates=near(0.5)),
        Status.UNVERIFIABLE,
    ),
    (
        "something resembles it by less than half",
        Match(ARTICLE, Outcome.NONE, candidates=near(0.49)),
        Status.NOT_FOUND,
    ),
    (
        "the first of two resembles it",
        Match(ARTICLE, Outcome.NONE, candidates=near(0.6) + near(0.1)),
        Status.UNVERIFIABLE,
    ),
    (
        "the second of two resembles it",
        Match(ARTICLE, Outcome.NONE, candidates=near(0.1) + near(0.6)),
        Status.UNVERIFIABLE,
    ),
    ("a book", Match(BOOK, Outcome.NONE), Status.UNVERIFIABLE),
    ("only a sample answered", Match(ARTICLE, Outcome.NOT_COVERED), Status.UNCHECKED),
    ("a source did not answer", Match(ARTICLE, Outcome.UNREACHABLE), Status.UNCHECKED),
]


@pytest.mark.parametrize(("match", "status"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_status(match: Match, status: Status) -> None:
    assert status_of(match) is status


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.FOUND])
def test_no_field_is_wrong_of_a_work_that_is_not_meant_for_sure(outcome: Outcome) -> None:
    match = Match(ARTICLE, outcome, WORK, candidates=near(0.6), evidence=(WRONG,))
    assert disagreeing_fields(match) == ()
    assert (resembling_work(match) is not None) is (outcome is Outcome.NONE)


def test_what_resembles_it_is_named() -> None:
    match = Match(ARTICLE, Outcome.NONE, candidates=near(0.6))
    checked = CheckedArticle(Article("", "", ""), (ARTICLE,), matches=(match,))
    findings = run_rules([rule for rule in all_rules() if rule.scope == "match"], checked)
    assert [finding.code for finding in findings] == ["X108"]
    assert "“Self-compassion: An alternative” resembles it" in findings[0].message.replace(" (n.d.)", "")


NOTICES = [
    ("", False),
    ("retraction", True),
    ("withdrawal", True),
    ("removal", True),
    ("partial-retraction", False),
    ("expression-of-concern", False),
    ("correction", False),
    ("new-version", False),
]


@pytest.mark.parametrize(("kind", "retracted"), NOTICES, ids=[kind or "none" for kind, _ in NOTICES])
def test_only_what_no_longer_counts_is_retracted(kind: str, retracted: bool) -> None:
    updates = [{"type": kind, "DOI": "10.1080/notice", "source": "publisher"}] if kind else []
    work = Work({**WORK.data, "updated-by": updates})
    assert is_retracted(Match(ARTICLE, Outcome.FOUND, work)) is retracted
    assert is_retracted(Match(ARTICLE, Outcome.AMBIGUOUS, candidates=(Candidate(work, 0.5),))) is False


KINDS = (
    "",
    "abbreviated",
    "article",
    "first",
    "form",
    "online",
    "unclear",
    "unsure",
    "within",
    *sorted(TOLD),
)
FIELDS = ("author", "title", "container-title", "issued", "volume", "issue", "page", "DOI")


@pytest.mark.parametrize("kind", KINDS)
def test_rules_about_fields_are_asked_where_some_kind_of_evidence_is_told(kind: str) -> None:
    evidence = tuple(FieldEvidence(field, "1", "2", True, "", kind) for field in FIELDS)
    match = Match(ARTICLE, Outcome.FOUND, WORK, evidence=evidence)
    found = [f for rule in all_rules() if rule.where is differs for f in rule.check(match)]
    assert bool(found) == differs(match) == (kind in TOLD)
