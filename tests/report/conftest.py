"""A small checked article that every report format is tried on."""

from __future__ import annotations

import pytest

from refs.check import all_rules, run_rules, status_of
from refs.model import (
    Article,
    CheckedArticle,
    CheckResult,
    Citation,
    Item,
    Match,
    Outcome,
    Reference,
    SourceAnswer,
    Work,
)
from refs.resolve.comparison import compare_fields

TEXT = """Nets learn (LeCun et al., 2016), as Kuhn (1970) and Neff (2003) did not foresee.

References

LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015;512(7553):436-444.
Kuhn TS. The Structure of <Scientific> Revolutions & more. University of Chicago Press; 1970.
Neff K. Self-compassion. Self Identity. 2003;2:85-101.
"""
LECUN = Work(
    {
        "DOI": "10.1038/nature14539",
        "title": ["Deep learning"],
        "container-title": ["Nature"],
        "volume": "521",
        "issue": "7553",
        "page": "436-444",
        "issued": {"date-parts": [[2015]]},
        "author": [{"family": name, "given": "Y"} for name in ("LeCun", "Bengio", "Hinton")],
    }
)


def _reference(start: str, label: str, names: list[str], year: int) -> Reference:
    begin = TEXT.index(start)
    raw = TEXT[begin : TEXT.index("\n", begin)]
    item = Item({"author": [{"family": n} for n in names], "issued": {"date-parts": [[year]]}})
    return Reference(raw, (begin, begin + len(raw)), label, item=item)


@pytest.fixture
def result() -> CheckResult:
    """One reference that differs, one that cannot be verified, one unchecked; a year differs in the text."""
    references = (
        _reference("LeCun Y", "", ["LeCun", "Bengio", "Hinton"], 2015),
        _reference("Kuhn TS", "", ["Kuhn"], 1970),
        _reference("Neff K.", "", ["Neff"], 2003),
    )
    answered = (SourceAnswer("crossref", "answered"),)
    matches = (
        Match(
            references[0],
            Outcome.FOUND,
            LECUN,
            0.99,
            compare_fields(references[0].raw, LECUN),
            answers=answered,
        ),
        Match(references[1], Outcome.NONE, answers=answered),
        Match(references[2], Outcome.UNREACHABLE, answers=(SourceAnswer("crossref", "unreachable"),)),
    )
    cited = "LeCun et al., 2016"
    start = TEXT.index(cited)
    citation = Citation(
        cited,
        (start, start + len(cited)),
        sentence="Nets learn (LeCun et al., 2016).",
        names=("LeCun",),
        year="2016",
    )
    others = [(1, "Kuhn (1970)", "Kuhn", "1970"), (2, "Neff (2003)", "Neff", "2003")]
    citations = (
        citation,
        *(
            Citation(text, (TEXT.index(text), TEXT.index(text) + len(text)), (i,), names=(name,), year=year)
            for i, text, name, year in others
        ),
    )
    checked = CheckedArticle(Article("paper, one.md", "markdown", TEXT), references, citations, matches)
    statuses = tuple(status_of(match) for match in matches)
    return CheckResult(
        checked, statuses, tuple(run_rules(all_rules(), checked)), ("crossref did not answer once",)
    )
