"""References as lists really print them, with the whole item that must come out (``references.jsonl``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from refs.parse import parse_reference

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "references.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["raw"][:40] for case in CASES])
def test_reference(case: dict[str, Any]) -> None:
    item = parse_reference(case["raw"]).to_csl()
    facts = {
        key: value for key, value in item.pop("custom")["refs"].items() if key not in ("confidence", "spans")
    }
    expected = dict(case["item"])
    assert facts == expected.pop("custom", {"refs": {}})["refs"]
    assert item == expected


def test_half_a_surrogate_pair_stops_nothing() -> None:
    """A broken file may hold half a pair; the rest of the reference is read all the same."""
    item = parse_reference("Neff, K. D. (2003). Self-compassion\ud800. Self and Identity, 2(2), 85-101.")
    assert item.author[0].surname == "Neff"
    assert item.page == "85-101"


@pytest.mark.parametrize(
    ("raw", "title", "container"),
    [
        (
            "Bell JR, Dorn K. Markers of drought in rice (Oryza sativa L.). J Exp Bot 2003;12:33-41.",
            "Markers of drought in rice (Oryza sativa L.)",
            "J Exp Bot",
        ),
        (
            "Bell JR, Dorn K. Markers of drought (in rice). J Exp Bot 2003;12:33-41.",
            "Markers of drought (in rice)",
            "J Exp Bot",
        ),
    ],
    ids=["an abbreviation in brackets", "brackets"],
)
def test_title_ends_with_its_bracket(raw: str, title: str, container: str) -> None:
    item = parse_reference(raw)
    assert (item.title, item.container_title) == (title, container)
