"""Names that the tagger missed, inside titles and containers."""

from __future__ import annotations

import pytest

from refs.parse.repairs.hidden_names import (
    families_behind_initials,
    initials_like_roles,
    names_inside_titles,
)
from refs.parse.repairs.table import Repair
from tests.parse.labels import signs_after

CASES: dict[str, tuple[Repair, str, str, str]] = {
    "a family behind its initials": (
        families_behind_initials,
        "K. Lorn, F. J. Vell, J. Armas On caring",
        "AAAAAATtt",
        "AAAAAAATt",
    ),
    "initials like a role": (initials_like_roles, "Lorn K, Hallen ED: On caring", "AAA.Tt", "AAAATt"),
    "a role": (initials_like_roles, "Lorn K, Hallen ed. On caring, ED", "AAA.Ttt", "AAA.Ttt"),
    "a role in capitals": (initials_like_roles, "LORN, HALLEN ED. On caring", "AA.Tt", "AA.Tt"),
    "a particle behind initials": (
        families_behind_initials,
        "K. Lorn and J. Van der Jeug On caring",
        "AAAATtttt",
        "AAAAAAATt",
    ),
    "a family parted at a line end": (
        families_behind_initials,
        "K. Lorn, J. Chandrasek- ran, Minds 5",
        "AAATtCv",
        "AAAAACv",
    ),
    "initials behind a family": (families_behind_initials, "S Lorn, Armas J. On caring", "AAAATt", "AAAATt"),
    "initials after a comma": (families_behind_initials, "O’Lorn, P. J. Paul Klee", "AAAATt", "AAAATt"),
    "semicolons": (families_behind_initials, "S., E. H.; Legge, J. Journal 5", "AAAAACv", "AAAAACv"),
    "names and others in the title": (names_inside_titles, "Wacquant et alii, Punir les", "Ttttt", "AAATt"),
    "a name behind the year": (names_inside_titles, "2011: Ernst Bloch: Das Prinzip", "dTttt", "dAATt"),
    "a name before a quote": (names_inside_titles, "2004 Jane Haggis ‘Thoughts on’", "dTttt", "dAATt"),
    "a title behind the year": (names_inside_titles, "2011: Global Health: A Review", "dTttt", "dTttt"),
    "a hero behind dashes": (names_inside_titles, "———. 1820. Robin Hood: a collection", "dTttt", "dTttt"),
    "a name behind another note": (
        names_inside_titles,
        "Bell 1995 (s. Anm. 3). Vgl. Peter Novak: „Holz“",
        "Ttttttttt",
        "......AAT",
    ),
}


@pytest.mark.parametrize(("step", "raw", "labels", "expected"), CASES.values(), ids=CASES)
def test_repair(step: Repair, raw: str, labels: str, expected: str) -> None:
    assert signs_after(step, raw, labels) == expected
