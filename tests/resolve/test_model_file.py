"""The shipped model is whole, and the table of short forms has its form."""

from __future__ import annotations

from itertools import pairwise

import pytest

from refs.model import fold
from refs.resolve.evidence.container import known_short_forms
from refs.resolve.model_file import shipped_model
from refs.resolve.scoring import BEST_NAMES
from refs.resolve.trees import Calibration, Forest


def test_the_shipped_model_is_whole() -> None:
    model = shipped_model()
    assert len(model.pair.trees) >= 50
    assert len(model.best.trees) >= 50
    assert 0.5 <= model.threshold < 0.9


def test_the_calibration_rises() -> None:
    curve = shipped_model().calibration
    assert all(low < high for low, high in pairwise(curve.log_odds))
    assert all(low <= high for low, high in pairwise(curve.share))
    assert 0.0 <= curve.probability(-100.0) < 0.05
    assert 0.99 < curve.probability(100.0) < 1.0


def test_a_forest_that_reads_an_unknown_column_is_refused() -> None:
    with pytest.raises(ValueError, match="not in"):
        Forest.from_json({"columns": ["no such column"], "trees": []}, BEST_NAMES)


def test_a_hurried_forest_stops_only_where_there_is_no_hope() -> None:
    bad = Forest(tuple((0, 0.5, -0.2, 0.2) for _ in range(40)))
    assert bad.log_odds([0.0], hurried=True) == pytest.approx(-5.0)
    assert bad.log_odds([0.0]) == pytest.approx(-8.0)
    assert bad.log_odds([1.0], hurried=True) == bad.log_odds([1.0])


def test_a_calibration_is_straight_between_its_points() -> None:
    curve = Calibration((0.0, 1.0, 2.0), (0.1, 0.5, 0.9))
    assert [curve.probability(x) for x in (-1, 0, 0.5, 1.5, 9)] == pytest.approx([0.1, 0.1, 0.3, 0.7, 0.9])


def test_short_forms_are_folded() -> None:
    for name, forms in known_short_forms().items():
        assert name == fold(name)
        assert forms
        assert all(form == fold(form) for form in forms)
