"""Strings on which matchers are known to go wrong: the right work, or none.

The kinds of case are those on which Crossref's and other matchers are documented to fail.
"""

from __future__ import annotations

from typing import Any

import pytest

from refs.model import Outcome, Reference
from refs.resolve import resolve_reference
from tests.resolve.records import Shelf, record

NUCLEAR = record(
    "10.1016/0550-3213(96)00306-9",
    "A next-to-leading order analysis of polarized parton distributions",
    authors="Vogelsang, W.",
    container="Nuclear Physics B",
    year=1996,
    volume="475",
    issue="1-2",
    page="47-72",
)
SOCIOLOGY = record(
    "10.2307/591364",
    "The new sociology of elites",
    authors="Walter, W.",
    container="The British Journal of Sociology",
    year=1996,
    volume="47",
    issue="3",
    page="475",
)
LABOR = record(
    "10.3828/lhr.24.1.40",
    "Labour and catalysis",
    authors="Holt, S.",
    container="Labour History Review",
    year=1972,
    volume="24",
    issue="1",
    page="40",
)
WEED = record(
    "10.1111/j.1365-3180.2007.00570.x",
    "Seed banks of weeds",
    authors="Mohler, C.",
    container="Weed Research",
    year=2007,
    volume="47",
    page="262",
)
RL_REVIEW = record(
    "10.1109/tnn.1998.712192",
    "Reinforcement Learning: An Introduction [Book Review]",
    authors="Sutton, R. S.; Barto, A. G.",
    container="IEEE Transactions on Neural Networks",
    year=1998,
    volume="9",
    issue="5",
    page="1054",
)
TARPLEY_PAPER = record(
    "10.2514/6.1995-848",
    "The Optimization of Engine-Integrated Hypersonic Waveriders",
    authors="Tarpley, C.; Lewis, M.",
    container="33rd Aerospace Sciences Meeting",
    year=1995,
    type="proceedings-article",
)
MIKHLIN_BOOK = record(
    "10.1016/c2013-0-01835-x",
    "Multidimensional Singular Integrals and Integral Equations",
    authors="Mikhlin, S. G.",
    year=1965,
    type="book",
    publisher="Pergamon",
)
MIKHLIN_CHAPTER = record(
    "10.1016/b978-0-08-010852-0.50011-6",
    "Various applications",
    authors="Mikhlin, S. G.",
    container="Multidimensional Singular Integrals and Integral Equations",
    year=1965,
    page="227-252",
    type="book-chapter",
)
LOCALIZED = record(
    "10.1001/archderm.1970.04000060081011",
    "Systemic scleroderma",
    authors="Fleischmajer, R.",
    container="Archives of Dermatology",
    year=1970,
    volume="101",
    issue="6",
    page="696",
)
CASE_1 = record(
    "10.1001/archotol.1990.01870",
    "Pathology quiz case 1",
    authors="Batsakis, J.; Manning, J.",
    container="Archives of Otolaryngology",
    year=1990,
    volume="116",
    issue="2",
    page="218-219",
)
CZECH = record(
    "10.1787/agr_outlook-2003-sum-cs",
    "OECD Agricultural Outlook: 2003/2008 (Summary in Czech)",
    container="OECD Agricultural Outlook",
    year=2003,
    type="book-chapter",
)
CRIMEA = [
    record(
        f"10.1109/crmico.2000.{number}",
        title,
        authors="Temnov, V. M.; Orlov, O. S.",
        container="2000 10th International Crimean Microwave Conference",
        type="proceedings-article",
        year=2000,
    )
    for number, title in ((1256140, "Filters on a single line"), (880250, "Dividers on a single line"))
]
PIPPEL = [
    record(
        f"10.1002/(sici)1521-3773(19981002)37:18<2522::aid-anie2522>{tail}",
        "Solid-state structural investigation",
        authors="Pippel, D. J.; Weisenburger, G. A.; Wilson, S. R.; Beak, P.",
        container="Angewandte Chemie International Edition",
        year=1998,
        volume="37",
        issue="18",
        page="2522-2524",
    )
    for tail in ("3.0.co;2-t", "3.3.co;2-k")
]
SAIN = record(
    "10.1177/0731684405041717",
    "Interface modification and mechanical properties of natural fiber-polyolefin composite products",
    authors="Sain, M.; Suhara, P.; Law, S.; Bouilloux, A.",
    container="Journal of Reinforced Plastics and Composites",
    year=2005,
    volume="24",
    issue="2",
    page="121-130",
)
SAIN_OTHER = record(
    "10.1177/0731684405041718",
    "Hemp fibre composites",
    authors="Panthapulakkal, S.; Sain, M.",
    container="Journal of Reinforced Plastics and Composites",
    year=2005,
    volume="24",
    issue="10",
    page="1121-1130",
)
NONE, ABSTAINED = "none", "none or ambiguous"

CASES: dict[str, tuple[str, list[dict[str, Any]], str]] = {
    "numbers-swap-roles": (
        "W. Vogelsang, Nucl. Phys. B 475, 47 (1996)",
        [SOCIOLOGY, NUCLEAR],
        NUCLEAR["DOI"],
    ),
    "numbers-swap-roles-absent": ("W. Vogelsang, Nucl. Phys. B 475, 47 (1996)", [SOCIOLOGY], NONE),
    "another-journal": ("S. Holboe: J. Catal., 24, 40 (1972)", [LABOR], NONE),
    "another-journal-same-numbers": ("Mo, Liang, Cai, Cryogenics 47, 262 (2007)", [WEED], NONE),
    "book-not-its-review": (
        "Sutton RS, Barto AG. Reinforcement Learning. MIT Press; 1998.",
        [RL_REVIEW],
        NONE,
    ),
    "thesis-not-the-paper": (
        "Tarpley, C. The Optimization of Engine-Integrated Hypersonic Waveriders. PhD thesis, "
        "University of Maryland, 1995.",
        [TARPLEY_PAPER],
        NONE,
    ),
    "book-not-its-chapter": (
        "Mikhlin, S. G.: Multidimensional Singular Integrals and Integral Equations. Pergamon Press, "
        "Oxford (1965)",
        [MIKHLIN_CHAPTER, MIKHLIN_BOOK],
        MIKHLIN_BOOK["DOI"],
    ),
    "book-absent-chapter-there": (
        "Mikhlin, S. G.: Multidimensional Singular Integrals and Integral Equations. Pergamon Press, "
        "Oxford (1965)",
        [MIKHLIN_CHAPTER],
        NONE,
    ),
    "same-author-and-issue": (
        "Fleischmajer R. (1970). Localized scleroderma. Arch Dermatol, 101(6), 697.",
        [LOCALIZED],
        NONE,
    ),
    "case-2-is-not-case-1": (
        "Batsakis J, Manning J. Pathology quiz case 2. Arch Otolaryngol 1990;116(2):220-221.",
        [CASE_1],
        NONE,
    ),
    "polish-is-not-czech": (
        "OECD. (2003). OECD Agricultural Outlook: 2003/2008 (Summary in Polish). OECD Agricultural Outlook.",
        [CZECH],
        NONE,
    ),
    "several-papers-of-the-same-people": (
        "Temnov, V. M.; Orlov, O. S. 2000 10th International Crimean Microwave Conference 2000.",
        CRIMEA,
        ABSTAINED,
    ),
    "one-work-two-dois": (
        "Pippel, D. J.; Weisenburger, G. A.; Wilson, S. R.; Beak, P. Angew. Chem. Int. Ed. 1998, 37, 2522.",
        PIPPEL,
        ABSTAINED,
    ),
    "abbreviated-journal-no-title": (
        "Sain M, Suhara P, Law S, Bouilloux A (2005) J. Reinf. Plast. Comp. 24(2):121",
        [SAIN_OTHER, SAIN],
        SAIN["DOI"],
    ),
    "markup-in-the-string": (
        "Vogelsang, W. <i>A next-to-leading order analysis of polarized parton distributions</i>. "
        "Nuclear Physics <b>B475</b> (1996) 47&ndash;72.",
        [SOCIOLOGY, NUCLEAR],
        NUCLEAR["DOI"],
    ),
    "paper-not-its-volume": (
        "Omar, S., Reza, K. (2011). Usage of solar energy systems in arid regions and their management. "
        "11th International Geoconference on Energy.",
        [
            record(
                "10.5593/volume", "11th International Geoconference on Energy", year=2011, type="proceedings"
            )
        ],
        NONE,
    ),
    "title-alone-of-another-kind": ("Solid-state physics. Wiley, 1976.", PIPPEL, NONE),
}


@pytest.mark.parametrize(("raw", "records", "expected"), CASES.values(), ids=CASES.keys())
def test_hard_case(raw: str, records: list[dict[str, Any]], expected: str) -> None:
    match = resolve_reference(Reference(raw), [Shelf(records)])
    if expected == NONE:
        assert match.outcome is Outcome.NONE, (match.doi, match.probability, match.candidates)
    elif expected == ABSTAINED:
        assert match.outcome in (Outcome.NONE, Outcome.AMBIGUOUS), (match.doi, match.probability)
        assert len(match.candidates) > 1
    else:
        assert str(match.doi) == expected, (match.outcome, match.reason, match.candidates)


def test_two_references_glued_together_do_not_hide_which() -> None:
    glued = (
        "Curie P. Sur une substance nouvelle radio-active. Comptes rendus 1898;127:175-178. 12. Sain M, "
        "Suhara P, Law S, Bouilloux A. Interface modification and mechanical properties of natural "
        "fiber-polyolefin composite products. J Reinf Plast Compos 2005;24(2):121-130."
    )
    match = resolve_reference(Reference(glued), [Shelf([SAIN])])
    assert match.outcome in (Outcome.NONE, Outcome.AMBIGUOUS), (match.doi, match.probability)
