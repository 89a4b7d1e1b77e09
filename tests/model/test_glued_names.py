"""Initials that lost their blank: which lists are parted, which strings stay as they are."""

from __future__ import annotations

import pytest

from refs.model.glued_names import part_glued_names

PARTED = {
    "list": ("MarlinTB, QuistAC, et al. (2008) Old reefs.", "Marlin TB, Quist AC, et al. (2008) Old reefs."),
    "numbered": ("9. O’DaleySJ, van der MoorA (2001) Tides.", "9. O’Daley SJ, van der Moor A (2001) Tides."),
    "one name": ("DornS (2003) Plots.", "Dorn S (2003) Plots."),
    "hyphen": ("Quist-DornLL and MarlinP 1994 Reefs", "Quist-Dorn LL and Marlin P 1994 Reefs"),
    "some whole": ("MarlinTB, Quist AC. 2009. Reefs.", "Marlin TB, Quist AC. 2009. Reefs."),
}
KEPT = {
    "capital inside": "McDonald, J. (2003). A life of DeVries.",
    "misread letter": "QuisT, A. (2009). Reefs.",
    "program": "LaTeX, a document system (1985).",
    "later in the string": "Marlin T (2008) NaCl, KBr and TiO, measured anew.",
    "title first": "PubMed, a history. 2003.",
}


@pytest.mark.parametrize(("text", "parted"), PARTED.values(), ids=PARTED)
def test_initials_are_parted_from_names(text: str, parted: str) -> None:
    assert part_glued_names(text) == parted


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_other_strings_stay(text: str) -> None:
    assert part_glued_names(text) == text
