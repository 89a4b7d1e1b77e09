"""Which work is named, from evidence set by hand: DOIs, vetoes, doubt, twins, and why none is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from refs.model import Doi, Outcome
from refs.resolve.decision import candidate_probability, decide, fits_besides
from refs.resolve.evidence.numbers import AGREES
from refs.resolve.query import read_query
from refs.resolve.scoring import BEST_NAMES, Weighed
from refs.resolve.trees import Calibration, Forest, Model
from tests.resolve.records import weighed as by_hand


@dataclass(frozen=True, slots=True)
class AsWeighed(Forest):
    """A forest that leaves the best work the log-odds that it has."""

    def log_odds(self, row: Sequence[float], *, hurried: bool = False) -> float:
        return row[BEST_NAMES.index("pair")]


MODEL = Model(Forest(()), AsWeighed(()), Calibration((-10.0, 10.0), (0.0, 1.0)), threshold=0.5)
"""Log-odds of 0 are a probability of .5, the threshold; each one more or less is worth .05."""
GOOD = {"title_ratio": 1.0, "title_words": 5, "author_first": 1, "page_state": 3, "words_unexplained": 1}
"""Evidence of a work that nothing speaks against, though a word is left over."""
UNTITLED = {
    "authors_found": 1,
    "authors_found_share": 0.5,
    "authors_in_order": 1,
    "authors_known": 2,
    "author_first": 1,
    "container_score": 1.0,
    "year_state": AGREES,
    "words_unexplained": 1,
}
"""An author, container and year agree, and neither title, volume nor page."""
TOLD = UNTITLED | {"authors_found": 2, "authors_found_share": 1.0, "words_unexplained": 0}
THESIS = {"title_ratio": 1.0, "title_words": 5, "thesis_conflict": 1, "words_unexplained": 1}
STRANGER = {"container_score": 0.0}
RAW = "Neff K. Gut feelings of the young. Gut 2003;12:85-101."
TWO = "Curie P. Radium. 1898;127:175-178. 12. Neff K. Gut. 2003;2:85-101."


def weighed(name: str, odds: float, values: dict[str, float] | None = None, **more: float) -> Weighed:
    return by_hand(name, odds, (GOOD if values is None else values) | more)


A, B = Doi("10.1000/a"), Doi("10.1000/b")
CASES: list[tuple[str, str, list[Weighed], Doi | None, Outcome, str, float, str]] = [
    ("sure", RAW, [weighed("a", 4)], None, Outcome.FOUND, "a", 0.7, ""),
    ("at the threshold", RAW, [weighed("a", 0)], None, Outcome.FOUND, "a", 0.5, ""),
    (
        "under the threshold",
        RAW,
        [weighed("a", -1)],
        None,
        Outcome.NONE,
        "a",
        0.45,
        "the closest work on record fits too little: 10.1000/a",
    ),
    ("its DOI is printed", RAW, [weighed("a", -2)], A, Outcome.FOUND, "a", 0.55, ""),
    (
        "another DOI is printed",
        RAW,
        [weighed("a", -2)],
        B,
        Outcome.NONE,
        "a",
        0.4,
        "the closest work on record fits too little: 10.1000/a",
    ),
    (
        "its DOI is printed, and it does not fit",
        RAW,
        [weighed("a", -2, title_ratio=0.7, author_first=0, authors_known=1)],
        A,
        Outcome.NONE,
        "a",
        0.4,
        "the closest work on record fits too little: 10.1000/a",
    ),
    (
        "the one whose DOI is printed",
        RAW,
        [weighed("b", 4), weighed("a", 2)],
        A,
        Outcome.FOUND,
        "a",
        0.75,
        "",
    ),
    ("the better in spite of a DOI", RAW, [weighed("b", 4), weighed("a", 0)], A, Outcome.FOUND, "b", 0.7, ""),
    (
        "the better in spite of a DOI that does not fit",
        RAW,
        [weighed("b", 4), weighed("a", 3, title_ratio=0.7, author_first=0, authors_known=1)],
        A,
        Outcome.FOUND,
        "b",
        0.7,
        "",
    ),
    ("all is explained", RAW, [weighed("a", -9, words_unexplained=0)], A, Outcome.FOUND, "a", 0.97, ""),
    (
        "all is explained, of another",
        RAW,
        [weighed("b", 4), weighed("a", -9, {})],
        A,
        Outcome.FOUND,
        "a",
        0.97,
        "",
    ),
    (
        "all but a number is explained",
        RAW,
        [weighed("a", 1, words_unexplained=0, numbers_conflict=1)],
        A,
        Outcome.FOUND,
        "a",
        0.7,
        "",
    ),
    (
        "all is explained, and no DOI printed",
        RAW,
        [weighed("a", 1, words_unexplained=0)],
        None,
        Outcome.FOUND,
        "a",
        0.55,
        "",
    ),
    ("an identifier alone", "doi:10.1000/a", [weighed("a", -9)], A, Outcome.FOUND, "a", 1.0, ""),
    ("nothing of it is unsure", RAW, [weighed("a", 10)], None, Outcome.FOUND, "a", 1.0, ""),
    ("unplaced", RAW, [weighed("a", 10, UNTITLED)], None, Outcome.FOUND, "a", 0.9, ""),
    ("unplaced, its DOI printed", RAW, [weighed("a", 10, UNTITLED)], A, Outcome.FOUND, "a", 1.0, ""),
    ("told by its authors", RAW, [weighed("a", 10, TOLD)], None, Outcome.FOUND, "a", 1.0, ""),
    ("unplaced and doubtful", RAW, [weighed("a", 2, UNTITLED)], None, Outcome.FOUND, "a", 0.6, ""),
    (
        "twins",
        RAW,
        [weighed("a", 4), weighed("b", 3.5)],
        None,
        Outcome.AMBIGUOUS,
        "a",
        0.35,
        "two records explain the string equally well: 10.1000/a and 10.1000/b",
    ),
    ("no twins", RAW, [weighed("a", 4), weighed("b", 3.25)], None, Outcome.FOUND, "a", 0.7, ""),
    (
        "twins of which one is doubtful",
        RAW,
        [weighed("a", 0.5), weighed("b", 0)],
        None,
        Outcome.FOUND,
        "a",
        0.525,
        "",
    ),
    ("twins, and a DOI", RAW, [weighed("a", 4), weighed("b", 3.5)], A, Outcome.FOUND, "a", 0.85, ""),
    (
        "two references",
        TWO,
        [weighed("a", 4)],
        None,
        Outcome.AMBIGUOUS,
        "a",
        0.35,
        "the string seems to hold two references; split it",
    ),
    ("two references, and a DOI", TWO, [weighed("a", 4)], A, Outcome.FOUND, "a", 0.85, ""),
    (
        "vetoed",
        RAW,
        [weighed("a", 4, THESIS)],
        None,
        Outcome.NONE,
        "a",
        0.05,
        "the string names a thesis, and the work on record is none",
    ),
    ("vetoed, its DOI printed", RAW, [weighed("a", 4, THESIS)], A, Outcome.FOUND, "a", 0.85, ""),
    ("the best vetoed", RAW, [weighed("a", 4, THESIS), weighed("b", 2)], None, Outcome.FOUND, "b", 0.6, ""),
    (
        "the best vetoed, the next too weak",
        RAW,
        [weighed("a", 4, THESIS), weighed("c", 3, STRANGER), weighed("b", -2)],
        None,
        Outcome.NONE,
        "b",
        0.4,
        "the string names a thesis, and the work on record is none",
    ),
    (
        "so weak that no veto is looked for",
        RAW,
        [weighed("a", -3, THESIS)],
        None,
        Outcome.NONE,
        "a",
        0.35,
        "the closest work on record fits too little: 10.1000/a",
    ),
    (
        "the twenty-first vetoed",
        RAW,
        [*(weighed(f"x{n}", 4, THESIS) for n in range(19)), weighed("b", 3, THESIS), weighed("a", 2, THESIS)],
        None,
        Outcome.FOUND,
        "a",
        0.6,
        "",
    ),
    (
        "nothing near",
        RAW,
        [],
        None,
        Outcome.NONE,
        "",
        0.0,
        "nothing on record shares enough words with the string",
    ),
    (
        "a number and a letter",
        "— 12; a",
        [],
        None,
        Outcome.NONE,
        "",
        0.0,
        "nothing on record shares enough words with the string",
    ),
    (
        "only letters",
        "a b",
        [],
        None,
        Outcome.NONE,
        "",
        0.0,
        "the string names no work: neither words nor an identifier that can be looked up",
    ),
    ("a DOI of nothing", "doi:10.1000/z", [], None, Outcome.NONE, "", 0.0, "10.1000/z is not on record"),
    (
        "a PMID of nothing",
        "PMID: 12345678",
        [],
        None,
        Outcome.NONE,
        "",
        0.0,
        "PMID 12345678 is not on record",
    ),
    (
        "an ISBN of nothing",
        "ISBN 0-306-40615-2",
        [],
        None,
        Outcome.NONE,
        "",
        0.0,
        "ISBN 9780306406157 is not on record",
    ),
    (
        "an arXiv of nothing",
        "arXiv:1706.03762",
        [],
        None,
        Outcome.NONE,
        "",
        0.0,
        "arXiv 1706.03762 is not on record",
    ),
]


@pytest.mark.parametrize(
    ("raw", "works", "cited", "outcome", "chosen", "probability", "reason"),
    [c[1:] for c in CASES],
    ids=[c[0] for c in CASES],
)
def test_which_work_is_named(
    raw: str,
    works: list[Weighed],
    cited: Doi | None,
    outcome: Outcome,
    chosen: str,
    probability: float,
    reason: str,
) -> None:
    decision = decide(read_query(raw), works, cited, MODEL)
    found = decision.chosen.work.doi.value.removeprefix("10.1000/") if decision.chosen else ""
    assert (decision.outcome, found, decision.reason) == (outcome, chosen, reason)
    assert decision.probability == pytest.approx(probability)


FITS = [
    ("its title", {"title_ratio": 0.75, "title_words": 2}, True),
    ("less of its title", {"title_ratio": 0.74, "title_words": 2, "authors_known": 1}, False),
    ("a title of one word", {"title_ratio": 1.0, "title_words": 1, "authors_known": 1}, False),
    ("a title of one word, and its author", {"title_ratio": 1.0, "title_words": 1, "author_first": 1}, False),
    ("author and page", {"author_first": 1, "authors_known": 1, "page_state": 3}, True),
    ("author and volume", {"author_first": 1, "authors_known": 1, "volume_state": 3}, True),
    ("author and year", {"author_first": 1, "authors_known": 1, "year_state": 4}, True),
    ("author and a year near it", {"author_first": 1, "authors_known": 1, "year_state": 3}, False),
    ("author and a page near it", {"author_first": 1, "authors_known": 1, "page_state": 2}, False),
    ("author and a volume near it", {"author_first": 1, "authors_known": 1, "volume_state": 2}, False),
    ("page and nobody on record", {"page_state": 3}, True),
    ("page and another author", {"authors_known": 1, "page_state": 3}, False),
]


@pytest.mark.parametrize(("values", "fits"), [c[1:] for c in FITS], ids=[c[0] for c in FITS])
def test_what_a_printed_doi_needs_besides(values: dict[str, float], fits: bool) -> None:
    assert fits_besides(weighed("a", 0, values)) is fits


@pytest.mark.parametrize(("odds", "share"), [(0, 0.5), (4, 0.982), (-4, 0.018)])
def test_a_work_not_chosen_has_the_probability_of_its_evidence(odds: float, share: float) -> None:
    assert candidate_probability(weighed("a", odds)) == pytest.approx(share, abs=0.001)
