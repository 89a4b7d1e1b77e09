"""What is said of references that nothing, or not enough, was found for, and of titles under other names."""

from __future__ import annotations

from typing import Any

import pytest

from refs.check import all_rules, run_rules
from refs.model import (
    Article,
    Candidate,
    CheckedArticle,
    FieldEvidence,
    Finding,
    Match,
    Outcome,
    Reference,
    SourceAnswer,
    Venue,
    Work,
)

RAW = "Watanabe K. Slow rivers of the northern plain. Hydrological Letters. 2014;12(3):45-67."
BOOK = "Kuhn TS. The Structure of Scientific Revolutions. Chicago: University of Chicago Press; 1970."
WORK = Work(
    {
        "DOI": "10.1000/rivers",
        "title": ["Quick rivers of the southern plain"],
        "author": [{"family": "Sato"}],
        "issued": {"date-parts": [[2013]]},
    }
)
OTHER = Work({"DOI": "10.1000/reeds", "title": ["Reeds"], "author": [{"family": "Ito"}]})
NAMED = "“Quick rivers of the southern plain” (Sato, 2013)"


def answers(**states: str) -> tuple[SourceAnswer, ...]:
    return tuple(SourceAnswer(name, state) for name, state in states.items())


def near(*probabilities: float) -> tuple[Candidate, ...]:
    return tuple(Candidate(work, p) for work, p in zip((WORK, OTHER), probabilities, strict=False))


def lost(outcome: Outcome = Outcome.NONE, raw: str = RAW, **known: Any) -> Match:
    return Match(Reference(raw), outcome, **known)


MISSING: list[tuple[str, Match, str, str]] = [
    ("nothing near", lost(), "X101", "no work like this is registered (asked: the sources asked)"),
    (
        "who was asked",
        lost(answers=answers(index="answered", crossref="answered")),
        "X101",
        "no work like this is registered (asked: index, crossref)",
    ),
    (
        "a work that is near",
        lost(candidates=near(0.05)),
        "X101",
        f"no work like this is registered (asked: the sources asked); the closest work on record is {NAMED}",
    ),
    (
        "a work that is far",
        lost(candidates=near(0.04)),
        "X101",
        "no work like this is registered (asked: the sources asked)",
    ),
    (
        "a work that resembles it",
        lost(candidates=near(0.5)),
        "X108",
        f"could not be verified: {NAMED} resembles it, but not surely enough",
    ),
    (
        "a book",
        lost(raw=BOOK),
        "X108",
        "could not be verified: it seems to be a book; the sources need not hold it",
    ),
    (
        "a journal that is not on record",
        lost(venue=Venue.NOT_ON_RECORD),
        "X108",
        "could not be verified: it is in a journal or book of which nothing is on record from about that "
        "time; the sources need not hold it",
    ),
    (
        "a workshop",
        lost(raw=RAW.replace("Hydrological Letters", "Workshop on rivers")),
        "X108",
        "could not be verified: it is from a venue that registers no DOIs; the sources need not hold it",
    ),
    (
        "two works that fit as well",
        lost(Outcome.AMBIGUOUS, candidates=near(0.6, 0.6)),
        "X108",
        f"could not be verified: more than one work fits as well ({NAMED}; “Reeds” (Ito))",
    ),
    (
        "a work elsewhere",
        lost(Outcome.AMBIGUOUS, reason="a work of this title is on record elsewhere"),
        "X108",
        "could not be verified: a work of this title is on record elsewhere",
    ),
    (
        "a source that did not answer",
        lost(Outcome.UNREACHABLE, answers=answers(index="answered", crossref="unreachable")),
        "X109",
        "not checked: crossref did not answer; run again",
    ),
    (
        "only a sample",
        lost(Outcome.NOT_COVERED, answers=answers(sample="partial")),
        "X109",
        "not checked: only a sample of works was at hand; ask Crossref with --source crossref",
    ),
    ("found", Match(Reference(RAW), Outcome.FOUND, WORK), "", ""),
]


def said_of(match: Match) -> list[Finding]:
    checked = CheckedArticle(Article("", "", ""), (match.reference,), matches=(match,))
    codes = ("X101", "X106", "X108", "X109")
    return list(run_rules([rule for rule in all_rules() if rule.code in codes], checked))


@pytest.mark.parametrize(("match", "code", "message"), [c[1:] for c in MISSING], ids=[c[0] for c in MISSING])
def test_what_is_said_where_no_work_is_named(match: Match, code: str, message: str) -> None:
    assert [(finding.code, finding.message) for finding in said_of(match)] == [(code, message)][: bool(code)]


@pytest.mark.parametrize(
    ("candidates", "closest"),
    [
        ((), None),
        (near(0.3), "10.1000/rivers"),
        (near(0.1, 0.3), "10.1000/rivers"),
        (near(0.01, 0.3), "10.1000/reeds"),
    ],
    ids=["none", "one", "the first of two", "the one that is near"],
)
def test_the_closest_work_is_evidence(candidates: tuple[Candidate, ...], closest: str | None) -> None:
    [finding] = said_of(lost(candidates=candidates))
    assert finding.evidence.get("closest") == closest
    assert ("probability" in finding.evidence) is (closest is not None)


def titled(
    title: str, agrees: bool | None = True, *, authors: bool | None = False, kind: str = "replaced-all"
) -> Match:
    evidence = (
        FieldEvidence("title", title, title, agrees),
        FieldEvidence("author", "Okafor", "Sato", authors, kind=kind),
    )
    return Match(Reference(RAW), Outcome.FOUND, WORK, 0.99, evidence)


LONG = "Quick rivers of the plain"
UNDER_OTHERS: list[tuple[str, Match, bool]] = [
    ("nobody printed wrote it", titled(LONG), True),
    ("a title of few letters", titled(LONG[:-1]), False),
    ("some wrote it", titled(LONG, kind="replaced"), False),
    ("the names may be cut", titled(LONG, authors=None), False),
    ("another title", titled(LONG, False), False),
    ("a title in doubt", titled(LONG, None), False),
    ("not found for sure", lost(Outcome.AMBIGUOUS, evidence=titled(LONG).evidence, reason="a work"), False),
]


@pytest.mark.parametrize(("match", "told"), [c[1:] for c in UNDER_OTHERS], ids=[c[0] for c in UNDER_OTHERS])
def test_a_title_under_other_authors(match: Match, told: bool) -> None:
    said = [finding.message for finding in said_of(match) if finding.code == "X106"]
    assert said == [f"this title is on record under other authors: {NAMED}"][: int(told)]
