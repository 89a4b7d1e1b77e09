"""What the tagger takes for people: pages, journals, weeklies."""

from __future__ import annotations

import pytest

from refs.parse.repairs.table import Repair
from refs.parse.repairs.taken_for_names import (
    journals_taken_for_names,
    one_word_alone,
)
from tests.parse.labels import signs_after

CASES: dict[str, tuple[Repair, str, str, str]] = {
    "a word beside a link": (one_word_alone, "Poppler. http://poppler.org", "Ak", "Tk"),
    "a word before a volume": (one_word_alone, "Alergy 1984, 39, 433", "Advg", "Cdvg"),
    "a person beside a link": (one_word_alone, "Bell, J. http://bell.org", "AAk", "AAk"),
    "a journal before a quoted title": (
        journals_taken_for_names,
        "Domus: “La casa”, n° 412",
        "ATt.i",
        "CTt.i",
    ),
    "a weekly before a quoted title": (
        journals_taken_for_names,
        "Der Spiegel: „Die Macht“, Nr. 12",
        "AATt.v",
        "CcTt.v",
    ),
    "an ancient before a quoted title": (
        journals_taken_for_names,
        "Plato: “The Laws”, vol. 2",
        "ATt.v",
        "ATt.v",
    ),
    "a journal of common words": (
        journals_taken_for_names,
        "Revista de aves. 2007. 8: 44",
        "AAAdvg",
        "Cccdvg",
    ),
    "a person with a particle": (journals_taken_for_names, "Vera de Groot. 2007. 8: 44", "AAAdvg", "AAAdvg"),
    "a ministry": (
        journals_taken_for_names,
        "Bundesministerium für Verkehr. 1999. 8: 44",
        "AAAdvg",
        "AAAdvg",
    ),
}


@pytest.mark.parametrize(("step", "raw", "labels", "expected"), CASES.values(), ids=CASES)
def test_repair(step: Repair, raw: str, labels: str, expected: str) -> None:
    assert signs_after(step, raw, labels) == expected
