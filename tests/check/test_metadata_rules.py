"""What is said of each field: by which rule, how grave, in which words, and of which evidence nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from refs.check import all_rules, run_rules
from refs.model import (
    Article,
    CheckedArticle,
    FieldEvidence,
    Finding,
    Match,
    Outcome,
    Reference,
    Severity,
    Work,
)

WORK = Work({"DOI": "10.1000/rivers", "title": ["Slow rivers of the northern plain"]})
RAW = "Watanabe K. Slow rivers of the northern plain. Hydrological Letters. 2014;12(3):45-67."
LONG = "Slow rivers " * 30
WARNING, INFO = Severity.WARNING, Severity.INFO


def compared(
    field: str, cited: str, record: str, agrees: bool | None, kind: str, note: str = ""
) -> FieldEvidence:
    return FieldEvidence(field, cited, record, agrees, note, kind)


def said_of(*evidence: FieldEvidence, outcome: Outcome = Outcome.FOUND) -> list[Finding]:
    """Return what the rules about fields say of a match with this evidence."""
    match = Match(Reference(RAW), outcome, WORK, 0.99, evidence)
    checked = CheckedArticle(Article("", "", ""), (match.reference,), matches=(match,))
    return run_rules([rule for rule in all_rules() if rule.code.startswith("M")], checked)


SAID: list[tuple[str, FieldEvidence, str, Severity, str]] = [
    (
        "a name replaced",
        compared("author", "Obi", "Watanabe", False, "replaced", "Obi stands for Watanabe"),
        "M201",
        WARNING,
        "authors differ: Obi stands for Watanabe",
    ),
    (
        "every name replaced",
        compared("author", "Obi", "Watanabe", False, "replaced-all", "nobody on record is named"),
        "M201",
        WARNING,
        "authors differ: nobody on record is named",
    ),
    (
        "a name missing",
        compared("author", "Obi", "Obi; Sato", None, "missing", "leave out Sato"),
        "M202",
        INFO,
        "authors leave out Sato",
    ),
    (
        "a name invented",
        compared("author", "Obi; Sato", "Obi", False, "invented", "name Sato besides"),
        "M203",
        WARNING,
        "authors name Sato besides",
    ),
    (
        "a name beside the only one on record",
        compared("author", "Obi; Sato", "Obi", None, "invented", "name Sato besides"),
        "M203",
        INFO,
        "authors name Sato besides",
    ),
    (
        "another name first",
        compared("author", "Sato; Obi", "Obi; Sato", False, "order", "Sato stands first"),
        "M204",
        WARNING,
        "Sato stands first; on record it is Obi",
    ),
    (
        "another name first, in doubt",
        compared("author", "Sato; Obi", "Obi; Sato", None, "order", "Sato stands first"),
        "M204",
        INFO,
        "Sato stands first; on record it is Obi",
    ),
    (
        "a name misspelled",
        compared("author", "Watanbe", "Watanabe", None, "spelling", "Watanbe for Watanabe"),
        "M205",
        INFO,
        "spelling of a name: Watanbe for Watanabe on record",
    ),
    (
        "words replaced",
        compared("title", "Quick rivers", "Slow rivers", False, "replaced", "“Quick” for “Slow”"),
        "M211",
        WARNING,
        "title differs: “Quick” for “Slow” on record",
    ),
    (
        "a title cut",
        compared("title", "Slow rivers", LONG, True, "cut"),
        "M212",
        INFO,
        f"the title on record goes on: “{('Slow rivers ' * 10)[:-8]}…”",
    ),
    (
        "another journal",
        compared("container-title", "Letters " * 12, LONG, False, "replaced"),
        "M221",
        WARNING,
        f"cited in “{('Letters ' * 9).strip()}…”, on record in “{('Slow rivers ' * 6).strip()} Slow…”",
    ),
    (
        "another year",
        compared("issued", "2014", "2019", False, ""),
        "M231",
        WARNING,
        "cited 2014, on record 2019",
    ),
    (
        "a year one apart",
        compared("issued", "2014", "2015", None, "near"),
        "M232",
        INFO,
        "cited 2014, on record 2015; online and print year may differ",
    ),
    (
        "another volume",
        compared("volume", "12", "21", False, ""),
        "M241",
        WARNING,
        "volume cited 12, on record 21",
    ),
    ("another issue", compared("issue", "3", "4", False, ""), "M251", WARNING, "issue cited 3, on record 4"),
    (
        "other pages",
        compared("page", "45-67", "54-76", False, ""),
        "M261",
        WARNING,
        "pages cited 45-67, on record 54-76",
    ),
    (
        "other pages, and why",
        compared("page", "45-67", "45-76", False, "", "the last page"),
        "M261",
        WARNING,
        "pages cited 45-67, on record 45-76 (the last page)",
    ),
    (
        "pages off by a few",
        compared("page", "45-67", "48-70", None, "near", "three pages on"),
        "M262",
        INFO,
        "pages cited 45-67, on record 48-70: three pages on",
    ),
    (
        "another publisher",
        compared("publisher", "Oxford", "Cambridge", False, ""),
        "M271",
        WARNING,
        "publisher cited Oxford, on record Cambridge",
    ),
    (
        "another edition",
        compared("edition", "2", "3", False, ""),
        "M281",
        WARNING,
        "edition cited 2, on record 3",
    ),
]


@pytest.mark.parametrize(
    ("evidence", "code", "severity", "message"), [c[1:] for c in SAID], ids=[c[0] for c in SAID]
)
def test_a_field_is_told_by_its_rule(
    evidence: FieldEvidence, code: str, severity: Severity, message: str
) -> None:
    [finding] = said_of(evidence)
    assert (finding.code, finding.severity, finding.message) == (code, severity, message)
    assert finding.field == evidence.field
    assert finding.evidence == evidence.to_json()
    beside = said_of(evidence, replace(evidence, field="DOI"))
    assert [found.code for found in beside] == [code]


@pytest.mark.parametrize("evidence", [c[1] for c in SAID], ids=[c[0] for c in SAID])
@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.FOUND])
def test_nothing_is_told_of_a_work_not_found_for_sure(evidence: FieldEvidence, outcome: Outcome) -> None:
    assert said_of(evidence, outcome=outcome) == []


SILENT: list[tuple[str, FieldEvidence]] = [
    ("names agree", compared("author", "Obi", "Obi", True, "")),
    ("names that may be cut", compared("author", "Obi", "Obi; Sato", None, "unsure")),
    ("no author on record", compared("author", "Obi", "", None, "")),
    ("a title in another language", compared("title", "Langsame Flüsse", "Slow rivers", None, "other")),
    ("a title shortened in its middle", compared("title", "Slow plain", "Slow rivers", True, "within")),
    ("a journal abbreviated", compared("container-title", "Hydrol Lett", "Letters", True, "abbreviated")),
    ("a journal in doubt", compared("container-title", "Rivers", "Letters", None, "replaced")),
    ("the year online", compared("issued", "2014", "2013", True, "online")),
    ("a year in doubt", compared("issued", "2014", "1914", None, "unclear")),
    ("no volume on record", compared("volume", "12", "", None, "")),
    ("no issue printed", compared("issue", "", "3", None, "")),
    ("the first page alone", compared("page", "45", "45-67", True, "first")),
    ("an article's number", compared("page", "e45", "1-9", None, "article")),
    ("an imprint", compared("publisher", "Press", "House", None, "")),
    ("no edition on record", compared("edition", "2", "", None, "")),
]


@pytest.mark.parametrize("evidence", [c[1] for c in SILENT], ids=[c[0] for c in SILENT])
def test_nothing_is_told(evidence: FieldEvidence) -> None:
    wrong = compared("issue", "3", "4", False, "")
    assert said_of(evidence) == []
    assert [finding.code for finding in said_of(evidence, wrong)] == ["M251"]
