"""What is said of the DOI that a reference prints: it is another work's, or nobody's, or nothing is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from refs.check import all_rules, disagreeing_fields, run_rules, status_of
from refs.check.statuses import is_part_of_it, is_same_work, is_title_of_another
from refs.model import (
    Article,
    CheckedArticle,
    Doi,
    FieldEvidence,
    Finding,
    Match,
    Outcome,
    Reference,
    Status,
    Work,
)

RAW = "Weinstein GD. Topical tretinoin for photodamaged skin. Arch Dermatol. 1991;127(5):659-665."
TITLE = "Topical tretinoin for photodamaged skin"
MINE, OTHERS = Doi("10.1001/archderm.127.5.659"), Doi("10.1001/archderm.114.4.593")


def work(doi: Doi, title: str, family: str = "", year: int = 0) -> Work:
    data: dict[str, Any] = {"DOI": str(doi), "title": [title], "type": "journal-article"}
    data |= {"author": [{"family": family}]} if family else {}
    return Work(data | ({"issued": {"date-parts": [[year]]}} if year else {}))


SKIN = work(MINE, TITLE, "Weinstein", 1991)
WORM = work(OTHERS, "Human infection with Dirofilaria", "Payan", 1978)
COPY = work(OTHERS, TITLE, "Weinstein", 1991)
DIFFERS = FieldEvidence("DOI", str(OTHERS), str(MINE), False)
CUT = FieldEvidence("DOI", "10.1001/archderm", str(MINE), None, kind="cut")
OTHER_TITLE = FieldEvidence("title", TITLE, WORM.title, None, kind="other")
IN_DOUBT = FieldEvidence("author", "", "", None)
OTHER_AUTHORS = FieldEvidence("author", "Weinstein", "Payan", False, kind="replaced-all")


def found(*evidence: FieldEvidence, work: Work = SKIN, **known: Any) -> Match:
    return Match(Reference(RAW), Outcome.FOUND, work, 0.99, evidence, **known)


def agree(*fields: str) -> tuple[FieldEvidence, ...]:
    return tuple(FieldEvidence(field, "1", "1", True) for field in fields)


CASES: list[tuple[str, Match, str, str]] = [
    ("its own DOI", found(*agree("DOI"), cited_doi=MINE, cited_doi_work=SKIN), "", ""),
    ("no DOI", found(), "", ""),
    (
        "another work's DOI",
        found(DIFFERS, cited_doi=OTHERS, cited_doi_work=WORM),
        "X102",
        f"{OTHERS} belongs to another work: “Human infection with Dirofilaria” (Payan, 1978); "
        f"the work cited has {MINE}",
    ),
    (
        "another work's DOI, nothing found",
        Match(Reference(RAW), Outcome.AMBIGUOUS, cited_doi=OTHERS, cited_doi_work=WORM),
        "X102",
        f"{OTHERS} belongs to another work: “Human infection with Dirofilaria” (Payan, 1978)",
    ),
    ("a second DOI of the work", found(DIFFERS, cited_doi=OTHERS, cited_doi_work=COPY), "", ""),
    ("the DOI of its book", found(CUT, cited_doi=Doi("10.1001/archderm"), cited_doi_work=WORM), "X105", ""),
    (
        "a DOI that was not compared",
        found(replace(CUT, kind=""), cited_doi=OTHERS, cited_doi_work=WORM),
        "X102",
        "",
    ),
    (
        "a DOI that is cut, and another's",
        found(replace(CUT, agrees=False), cited_doi=OTHERS, cited_doi_work=WORM),
        "X102 X105",
        "",
    ),
    (
        "found by a DOI under another title and other people",
        found(OTHER_TITLE, OTHER_AUTHORS, work=WORM, cited_doi=OTHERS, cited_doi_work=WORM),
        "X102",
        f"{OTHERS} belongs to another work: “Human infection with Dirofilaria” (Payan, 1978)",
    ),
    (
        "one character off",
        found(
            FieldEvidence("DOI", f"{MINE}x", str(MINE), False),
            cited_doi=Doi(f"{MINE}x"),
            cited_doi_agency="",
        ),
        "X103",
        f"{MINE}x is not registered; it is one character off {MINE}",
    ),
    (
        "a DOI of nobody",
        found(DIFFERS, cited_doi=OTHERS, cited_doi_agency=""),
        "X103",
        f"{OTHERS} is not registered; it should read: {MINE}",
    ),
    (
        "a DOI of whom nobody could be asked",
        found(DIFFERS, cited_doi=OTHERS),
        "X103",
        f"{OTHERS} is not this work's DOI; it should read: {MINE}",
    ),
    (
        "a DOI of nobody, nothing found",
        Match(Reference(RAW), Outcome.AMBIGUOUS, cited_doi=OTHERS, cited_doi_agency=""),
        "X103",
        f"{OTHERS} is not registered",
    ),
    (
        "a DOI of whom nobody could be asked, nothing found",
        Match(Reference(RAW), Outcome.AMBIGUOUS, cited_doi=OTHERS),
        "",
        "",
    ),
    (
        "a DOI of another agency",
        Match(Reference(RAW), Outcome.AMBIGUOUS, cited_doi=OTHERS, cited_doi_agency="DataCite"),
        "X104",
        f"{OTHERS} is registered with DataCite; its fields were not compared",
    ),
    (
        "a DOI of another agency, the work found",
        found(*agree("title"), cited_doi=OTHERS, cited_doi_agency="DataCite"),
        "",
        "",
    ),
    ("a DOI that is cut, of nobody", found(CUT, cited_doi=OTHERS, cited_doi_agency=""), "X105", ""),
    (
        "title and DOI of two works",
        found(
            DIFFERS,
            FieldEvidence("volume", "114", "127", False),
            FieldEvidence("page", "593", "659", False),
            cited_doi=OTHERS,
            cited_doi_work=WORM,
        ),
        "X102 X107",
        "",
    ),
    (
        "another DOI, one more field differs",
        found(
            DIFFERS,
            FieldEvidence("volume", "114", "127", False),
            cited_doi=OTHERS,
            cited_doi_work=WORM,
        ),
        "X102",
        "",
    ),
    (
        "title and place of two works",
        found(FieldEvidence("page", "593", "659", False), parts=(SKIN, WORM)),
        "X107",
        f"parts of two works: title and authors of “{TITLE}” (Weinstein, 1991), "
        "place of “Human infection with Dirofilaria” (Payan, 1978)",
    ),
]


def said_of(match: Match) -> list[Finding]:
    """Return what the rules about DOIs and joined works say."""
    checked = CheckedArticle(Article("", "", ""), (match.reference,), matches=(match,))
    codes = ("X102", "X103", "X104", "X105", "X107")
    return list(run_rules([rule for rule in all_rules() if rule.code in codes], checked))


@pytest.mark.parametrize(("match", "codes", "message"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_said_of_a_doi(match: Match, codes: str, message: str) -> None:
    said = said_of(match)
    assert [finding.code for finding in said] == codes.split()
    assert all(finding.field == "DOI" for finding in said if finding.code not in ("X104", "X107"))
    if message:
        assert said[0].message == message


@pytest.mark.parametrize(
    ("match", "fix"),
    [
        (found(DIFFERS, cited_doi=OTHERS, cited_doi_work=WORM), str(MINE)),
        (found(DIFFERS, cited_doi=OTHERS, cited_doi_agency=""), str(MINE)),
        (found(CUT, cited_doi=Doi("10.1001/archderm")), str(MINE)),
        (Match(Reference(RAW), Outcome.AMBIGUOUS, cited_doi=OTHERS, cited_doi_agency=""), None),
    ],
    ids=["another work's", "nobody's", "cut", "nothing found"],
)
def test_a_fix_prints_the_doi_of_the_work_found(match: Match, fix: str | None) -> None:
    [finding] = said_of(match)
    assert (finding.fix.replacement if finding.fix else None) == fix


BY_DOI = {"work": WORM, "cited_doi": OTHERS, "cited_doi_work": WORM}
TITLES_OF_ANOTHER: list[tuple[str, Match, bool]] = [
    ("other title, other people", found(OTHER_TITLE, OTHER_AUTHORS, **BY_DOI), True),
    ("other title, nobody on record", found(OTHER_TITLE, **BY_DOI), True),
    ("other title, same people", found(OTHER_TITLE, *agree("author"), **BY_DOI), False),
    (
        "other title, people in doubt",
        found(OTHER_TITLE, IN_DOUBT, **BY_DOI),
        True,
    ),
    (
        "people in doubt, at its place",
        found(OTHER_TITLE, IN_DOUBT, *agree("page", "volume"), **BY_DOI),
        False,
    ),
    (
        "people in doubt, on its page of another journal",
        found(OTHER_TITLE, IN_DOUBT, *agree("page", "issue"), **BY_DOI),
        True,
    ),
    (
        "people in doubt, on another page of its volume",
        found(OTHER_TITLE, IN_DOUBT, FieldEvidence("page", "1", "2", False), *agree("volume"), **BY_DOI),
        True,
    ),
    (
        "people in doubt, in its volume",
        found(OTHER_TITLE, IN_DOUBT, *agree("volume", "container-title"), **BY_DOI),
        True,
    ),
    (
        "other people at its place",
        found(OTHER_TITLE, OTHER_AUTHORS, *agree("page", "container-title"), **BY_DOI),
        True,
    ),
    ("nothing found", Match(Reference(RAW), Outcome.NONE, evidence=(OTHER_TITLE, OTHER_AUTHORS)), False),
    ("the title agrees", found(*agree("title"), OTHER_AUTHORS, **BY_DOI), False),
    ("no title to compare", found(OTHER_AUTHORS, **BY_DOI), False),
    ("found without its DOI", found(OTHER_TITLE, OTHER_AUTHORS, work=WORM), False),
    ("another DOI is printed", found(OTHER_TITLE, OTHER_AUTHORS, work=WORM, cited_doi=MINE), False),
]


@pytest.mark.parametrize(
    ("match", "expected"), [c[1:] for c in TITLES_OF_ANOTHER], ids=[c[0] for c in TITLES_OF_ANOTHER]
)
def test_a_work_found_by_its_doi_alone_has_the_title_of_another(match: Match, expected: bool) -> None:
    assert is_title_of_another(match) is expected
    assert ("title" in disagreeing_fields(match)) is expected
    assert status_of(match) is Status.MISMATCH or not expected


@pytest.mark.parametrize(
    ("kind", "agrees", "part"),
    [
        ("cut", None, True),
        ("version", None, True),
        ("preprint", None, True),
        ("", None, False),
        ("cut", False, False),
    ],
)
def test_the_doi_of_a_part_or_version_is_its_own(kind: str, agrees: bool | None, part: bool) -> None:
    assert is_part_of_it(found(replace(CUT, kind=kind, agrees=agrees))) is part
    assert not is_part_of_it(found())


SAME: list[tuple[str, Work, Work, bool]] = [
    ("one DOI", SKIN, work(MINE, "Another title", "Payan", 1978), True),
    ("title and author", SKIN, work(OTHERS, TITLE.upper(), "Weinstein", 2001), True),
    ("title, other author", SKIN, work(OTHERS, TITLE, "Payan", 1991), False),
    ("title and year, nobody named", SKIN, work(OTHERS, TITLE, year=1991), True),
    ("title, other year, nobody named", SKIN, work(OTHERS, TITLE, year=1990), False),
    ("author and year, other title", SKIN, work(OTHERS, "Another title", "Weinstein", 1991), False),
    ("no titles", work(MINE, "", "Weinstein", 1991), work(OTHERS, "", "Weinstein", 1991), False),
]


@pytest.mark.parametrize(("one", "other", "same"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_records_of_one_work(one: Work, other: Work, same: bool) -> None:
    assert is_same_work(one, other) is same
    assert is_same_work(other, one) is same
