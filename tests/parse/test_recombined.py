"""References put together anew for training keep their layout, and each token its label."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from refs.parse.tokens import tokenise
from tests.parse.labels import labels_of, signs_of

GIVEN = {
    "Neff, K. (2003). On trust. Old Things, 2, 85.": "AAdTtCcvg",
    "Bell, R. (1999). Minds in business. Journal of Minds, 7, 12.": "AAdTttCccvg",
    "Dorn, T. (2011). Fear. Open Questions, 31, 4.": "AAdTCcvg",
    "K. Hill, Quiet rivers, New Waters 3, 5 (1987).": "AATtCcvgd",
}


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return ``benchmarks/recombined.py``."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    return importlib.import_module("recombined")


def rows(bench: Any) -> list[Any]:
    """Return the references as training rows of one source."""
    return [bench.Row(raw, "anystyle-core", tokenise(raw), labels_of(signs)) for raw, signs in GIVEN.items()]


def test_fields_change_places_and_keep_their_labels(bench: Any) -> None:
    texts: dict[str, set[str]] = {}
    for row in rows(bench):
        for token, label in zip(row.tokens, row.labels, strict=True):
            texts.setdefault(label[-5:], set()).add(token.text)
    made = [row for seed in range(20) for row in bench.recombined(rows(bench), seed)]
    assert made
    for row in made:
        assert row.raw not in GIVEN
        assert [token.text for token in tokenise(row.raw)] == [token.text for token in row.tokens]
        assert all(t.text in texts[label[-5:]] for t, label in zip(row.tokens, row.labels, strict=True))
        numbers = [sign for sign in signs_of(row.labels) if sign in "dvg"]
        assert numbers == (["d", "v", "g"] if "(" in row.raw[:20] else ["v", "g", "d"])


def test_names_come_from_lists_that_begin_alike(bench: Any) -> None:
    made = [row for seed in range(20) for row in bench.recombined(rows(bench), seed)]
    assert {row.raw[:4] for row in made if row.raw.endswith("(1987).")} == {"K. H"}
    assert len({row.raw[:4] for row in made if "(2003)" in row.raw}) == 3


def test_the_same_seed_makes_the_same_references(bench: Any) -> None:
    made = [[row.raw for row in bench.recombined(rows(bench), seed)] for seed in (4, 4, 5)]
    assert made[0] == made[1] != made[2]


def test_sources_stay_apart_unless_across(bench: Any) -> None:
    first, *others = rows(bench)
    alone = bench.Row(first.raw, "grobid-cora", first.tokens, first.labels)
    assert not any("(2003)" in row.raw for s in range(9) for row in bench.recombined([alone, *others], s))
    assert any(
        "(2003)" in row.raw for s in range(9) for row in bench.recombined([alone, *others], s, across=True)
    )
