"""Which notices stand about a work, and which one of them a rule tells of."""

from __future__ import annotations

from typing import Any

import pytest

from refs.check import all_rules, is_retracted, run_rules
from refs.check.notices import gravest_notice, is_notice, may_have_notice, notices_of
from refs.model import Article, CheckedArticle, Finding, Match, Outcome, Reference, Work

DOI = "10.1000/work"
TITLE = "Slow rivers of the northern plain"
RAW = f"Watanabe K. {TITLE}. Journal of Regional Hydrology. 2014;12(3):45-67."


def notice(kind: str, *date: int, doi: str = "", source: str = "publisher") -> dict[str, Any]:
    said: dict[str, Any] = {
        "type": kind,
        "source": source,
        "DOI": doi or f"10.1000/{kind}-{date[0] if date else 0}",
    }
    return said | ({"updated": {"date-parts": [list(date)]}} if date else {})


def work(*notices: dict[str, Any], title: str = TITLE, **more: Any) -> Work:
    author = [{"family": "Watanabe"}]
    issued = {"date-parts": [[2014]]}
    data = {"DOI": DOI, "title": [title], "author": author, "issued": issued, "updated-by": list(notices)}
    return Work(data | {key.replace("_", "-"): value for key, value in more.items()})


STANDING: list[tuple[str, Work, str]] = [
    ("nothing", work(), ""),
    ("a new version", work(notice("new_version", 2015)), ""),
    ("the gravest first", work(notice("erratum", 2015), notice("retraction", 2016)), "retraction erratum"),
    (
        "every kind, by gravity",
        work(
            *map(
                notice,
                (
                    "clarification",
                    "addendum",
                    "erratum",
                    "corrigendum",
                    "correction",
                    "expression_of_concern",
                    "partial_retraction",
                    "withdrawal",
                    "removal",
                    "retraction",
                ),
            )
        ),
        "retraction removal withdrawal partial-retraction expression-of-concern "
        "correction corrigendum erratum addendum clarification",
    ),
    (
        "other words for them",
        work(*map(notice, ("Removed", "withdrawn", "retracted", "concern", "retraction_and_replacement"))),
        "retraction removal withdrawal partial-retraction expression-of-concern",
    ),
    ("retracted and replaced", work(notice("retract-and-replace")), "partial-retraction"),
    (
        "one notice from two who tell of it",
        work(
            notice("retraction", doi="10.1/n"), notice("retraction", doi="10.1/n", source="retraction-watch")
        ),
        "retraction",
    ),
    (
        "two notices of a kind",
        work(notice("correction", 2015), notice("correction", 2016)),
        "correction correction",
    ),
    ("reinstated later", work(notice("retraction", 2015), notice("reinstatement", 2016)), ""),
    (
        "reinstated, then retracted",
        work(notice("retraction", 2017), notice("reinstatement", 2016)),
        "retraction",
    ),
    (
        "retracted in the year of it, which of them first is not known",
        work(notice("retraction", 2016, 3), notice("reinstatement", 2016)),
        "",
    ),
    (
        "retracted a month after it",
        work(notice("retraction", 2016, 4, 2), notice("reinstatement", 2016, 3)),
        "retraction",
    ),
    (
        "retracted between two",
        work(notice("retraction", 2016, 4), notice("reinstatement", 2016, 3), notice("reinstatement", 2016)),
        "",
    ),
    (
        "reinstated on a day that cannot be read",
        work(notice("retraction", 2015), notice("reinstatement") | {"updated": {"raw": "last spring"}}),
        "",
    ),
    (
        "retracted on a day that cannot be read",
        work(notice("retraction") | {"updated": {"raw": "last spring"}}, notice("reinstatement", 2016)),
        "",
    ),
    ("retracted on the day of it", work(notice("retraction", 2016), notice("reinstatement", 2016)), ""),
    ("reinstated, nobody knows when", work(notice("retraction", 2017), notice("reinstatement")), ""),
    ("retracted, nobody knows when", work(notice("retraction"), notice("reinstatement", 2016)), ""),
    (
        "a reinstatement cancels everything grave",
        work(
            *(
                notice(kind, 2015)
                for kind in ("withdrawal", "partial_retraction", "expression_of_concern", "erratum")
            ),
            notice("reinstatement", 2016),
        ),
        "erratum",
    ),
    (
        "the last reinstatement counts",
        work(notice("retraction", 2017), notice("reinstatement", 2018), notice("reinstatement", 2016)),
        "",
    ),
    (
        "a reinstatement cancels no correction",
        work(notice("correction", 2015), notice("removal", 2015), notice("reinstatement", 2016)),
        "correction",
    ),
    (
        "reinstated, though its title says otherwise",
        work(notice("reinstatement"), title=f"RETRACTED: {TITLE}"),
        "",
    ),
    ("of its own", work(update_to=[{"type": "retraction", "DOI": DOI}]), "retraction"),
    (
        "a notice that points to itself",
        work(title=f"Retraction: {TITLE}", update_to=[{"type": "retraction", "DOI": DOI}]),
        "",
    ),
    ("a notice of two words", work(notice("Expression of concern")), "expression-of-concern"),
    ("of another work", work(update_to=[{"type": "retraction", "DOI": "10.1000/other"}]), ""),
]


@pytest.mark.parametrize(("record", "kinds"), [c[1:] for c in STANDING], ids=[c[0] for c in STANDING])
def test_notices_that_stand(record: Work, kinds: str) -> None:
    assert [update.type for update in notices_of(record)] == kinds.split()
    gravest = gravest_notice(record)
    assert (gravest.type if gravest else "") == (kinds.split() or [""])[0]
    assert may_have_notice(record) or not kinds


TITLES = [
    ("RETRACTED: Slow rivers", "retraction"),
    ("Retracted Article: Slow rivers", "retraction"),
    ("[Retracted] Slow rivers", "retraction"),
    ("RETRACTED CHAPTER: Slow rivers", "retraction"),
    ("Slow rivers [RETRACTED]", "retraction"),
    ("Slow rivers (Retracted article)", "retraction"),
    ("<b>RETRACTED</b>: Slow rivers", "retraction"),
    ("RETR<i>ACT</i>ED: Slow rivers", "retraction"),
    ("&#82;ETRACTED: Slow rivers", "retraction"),
    ("WITHDRAWN: Slow rivers", "withdrawal"),
    ("Withdrawn paper – Slow rivers", "withdrawal"),
    ("Slow rivers [withdrawn]", "withdrawal"),
    ("REMOVED: Slow rivers", "removal"),
    ("Removed article: Slow rivers", "removal"),
    ("Slow rivers", ""),
    ("Retracted papers and their citations", ""),
    ("Why are retracted articles cited?", ""),
    ("Withdrawn children in class", ""),
    ("Removed from the plain", ""),
    ("Citing what was retracted: a survey", ""),
    ("Foreign bodies removed: forty cases", ""),
    ("Drugs withdrawn - a review", ""),
    ("Withdrawn-depressed children in class", ""),
    ("Arms & letters", ""),
]


@pytest.mark.parametrize(("title", "kind"), TITLES, ids=[title for title, _ in TITLES])
def test_marks_of_titles(title: str, kind: str) -> None:
    record = work(title=title)
    assert [update.type for update in notices_of(record)] == kind.split()
    assert may_have_notice(record) is bool(kind)
    assert all(update.source == "title" for update in notices_of(record))


def test_a_mark_adds_nothing_to_the_notice_it_tells_of() -> None:
    record = work(notice("retraction", 2016), title=f"RETRACTED: {TITLE}")
    assert [(update.type, update.source) for update in notices_of(record)] == [("retraction", "publisher")]


OF_ANOTHER = [{"type": "retraction", "DOI": "10.1000/other"}]
NOTICES: list[tuple[str, Work, bool]] = [
    ("a notice", work(title=f"Retraction: {TITLE}", update_to=OF_ANOTHER), True),
    ("a notice by its title alone", work(title=f"Retraction: {TITLE}"), False),
    ("a record about another, not by its title", work(update_to=OF_ANOTHER), False),
    ("a correction", work(title="[Erratum] Slow rivers", update_to=OF_ANOTHER), True),
    ("a title that goes on", work(title="Retractions of rivers", update_to=OF_ANOTHER), False),
]


@pytest.mark.parametrize(("record", "expected"), [c[1:] for c in NOTICES], ids=[c[0] for c in NOTICES])
def test_what_is_a_notice_itself(record: Work, expected: bool) -> None:
    assert is_notice(record) is expected


def told(record: Work, raw: str = RAW, outcome: Outcome = Outcome.FOUND) -> list[Finding]:
    """Return what the rules about the state of a work say."""
    match = Match(Reference(raw), outcome, record, 0.99)
    checked = CheckedArticle(Article("", "", ""), (match.reference,), matches=(match,))
    return list(run_rules([rule for rule in all_rules() if rule.code.startswith("S")], checked))


TOLD = [
    ("retraction", "S301", "was retracted"),
    ("expression_of_concern", "S302", "is subject to an expression of concern"),
    ("withdrawal", "S303", "was withdrawn"),
    ("removal", "S304", "was removed"),
    ("partial_retraction", "S305", "was retracted in part"),
    ("correction", "S306", "was corrected"),
    ("corrigendum", "S306", "was corrected"),
    ("erratum", "S306", "was corrected"),
    ("addendum", "S306", "was corrected"),
    ("clarification", "S306", "was corrected"),
]


@pytest.mark.parametrize(("kind", "code", "words"), TOLD, ids=[kind for kind, _, _ in TOLD])
def test_the_gravest_notice_is_told_by_its_rule(kind: str, code: str, words: str) -> None:
    record = work(notice("new_version", 2015), notice(kind, 2016, 2, 6, doi="10.1000/n"))
    [finding] = told(record)
    assert finding.code == code
    assert finding.message == f"“{TITLE}” (Watanabe, 2014) {words} on 2016-02-06 (https://doi.org/10.1000/n)"
    assert finding.evidence == {
        "notices": [
            {
                "type": kind.replace("_", "-"),
                "doi": "10.1000/n",
                "date": "2016-02-06",
                "source": "publisher",
            }
        ]
    }


WHO = [
    (
        "Retraction Watch, undated",
        work(notice("retraction", source="retraction-watch")),
        "was retracted, according to Retraction Watch (https://doi.org/10.1000/retraction-0)",
    ),
    ("its title", work(title=f"RETRACTED: {TITLE}"), "was retracted, according to its title"),
]


@pytest.mark.parametrize(("record", "words"), [c[1:] for c in WHO], ids=[c[0] for c in WHO])
def test_who_says_so_is_told(record: Work, words: str) -> None:
    [finding] = told(record)
    assert finding.message.endswith(f" (Watanabe, 2014) {words}")
    [said] = finding.evidence["notices"]
    assert said["date"] is None
    assert (said["doi"] is None) is ("title" in words)


SILENT: list[tuple[str, Work, str, Outcome]] = [
    ("not found for sure", work(notice("retraction")), RAW, Outcome.AMBIGUOUS),
    (
        "the notice is cited by its title",
        work(notice("retraction")),
        f"Retraction of: {TITLE}.",
        Outcome.FOUND,
    ),
    ("a note is cited", work(notice("retraction")), f"Retraction note: {TITLE}.", Outcome.FOUND),
    ("a note to it is cited", work(notice("retraction")), f"Retraction note to: {TITLE}.", Outcome.FOUND),
    ("a notice is cited", work(notice("retraction")), f"Notice of retraction: {TITLE}.", Outcome.FOUND),
    (
        "a notice about another",
        work(notice("correction"), title=f"Retraction: {TITLE}", update_to=OF_ANOTHER),
        RAW,
        Outcome.FOUND,
    ),
]


@pytest.mark.parametrize(("record", "raw", "outcome"), [c[1:] for c in SILENT], ids=[c[0] for c in SILENT])
def test_nothing_is_told(record: Work, raw: str, outcome: Outcome) -> None:
    assert told(record, raw, outcome) == []


CITED: list[tuple[str, str]] = [
    ("a work with an apt title", "On the retraction of licences."),
    ("a sentence about it", f"Its retraction is told in our notice, not in the work: {TITLE}."),
    ("the end of its title", "Retraction of: the northern plain."),
]


@pytest.mark.parametrize("raw", [c[1] for c in CITED], ids=[c[0] for c in CITED])
def test_a_work_is_not_taken_for_its_notice(raw: str) -> None:
    assert [finding.code for finding in told(work(notice("retraction")), raw)] == ["S301"]


def test_a_retracted_work_is_one_that_no_longer_counts() -> None:
    for record, expected in ((work(notice("retraction")), True), (work(notice("partial_retraction")), False)):
        assert is_retracted(Match(Reference(RAW), Outcome.FOUND, record)) is expected
