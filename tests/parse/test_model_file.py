"""The tagger's model can be read, averaged, thinned out and written as CRFsuite would write it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pycrfsuite
import pytest

WORDS = ("Smith Doe 1999 2003 Journal of Pedagogy Über-Größe a " + "verylongattribute" * 3).split()


@pytest.fixture(scope="module")
def weights() -> ModuleType:
    """Return ``benchmarks/model_weights.py``."""
    path = Path(__file__).parents[2] / "benchmarks" / "model_weights.py"
    spec = importlib.util.spec_from_file_location("model_weights", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["model_weights"] = module
    spec.loader.exec_module(module)
    return module


def trained(path: Path, shift: int) -> bytes:
    """Return the file of a small model that CRFsuite learned and wrote."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"max_iterations": 20, "feature.possible_transitions": True})
    labels = ("author", "date", "title")
    for start in range(6):
        row = [WORDS[(start + i * (shift + 1)) % len(WORDS)] for i in range(5)]
        trainer.append([[f"w={word}", f"n={len(word)}"] for word in row], [labels[len(w) % 3] for w in row])
    trainer.train(str(path))
    return path.read_bytes()


def probabilities(data: bytes) -> list[float]:
    """Return the probability of each label of each word."""
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(data)
    tagger.set([[f"w={word}", f"n={len(word)}", "unknown"] for word in WORDS])
    return [tagger.marginal(label, i) for label in sorted(tagger.labels()) for i in range(len(WORDS))]


def test_a_model_read_and_written_is_the_same_file(weights: ModuleType, tmp_path: Path) -> None:
    data = trained(tmp_path / "one.crfsuite", 0)
    assert weights.model_file(weights.read_model(data)) == data


def test_an_average_knows_the_features_of_all(weights: ModuleType, tmp_path: Path) -> None:
    one, two = (weights.read_model(trained(tmp_path / f"{n}.crfsuite", n)) for n in (0, 1))
    mean = weights.averaged([one, two])
    assert set(mean.weights) == set(one.weights) | set(two.weights)
    assert all(
        weight == pytest.approx((one.weights.get(key, 0.0) + two.weights.get(key, 0.0)) / 2)
        for key, weight in mean.weights.items()
    )
    assert weights.read_model(weights.model_file(mean)).weights == mean.weights


def test_without_small_weights_a_model_is_smaller_and_answers_alike(
    weights: ModuleType, tmp_path: Path
) -> None:
    data = trained(tmp_path / "one.crfsuite", 0)
    model = weights.read_model(data)
    least = sorted(abs(w) for key, w in model.weights.items() if key[0] == weights.STATE)[3]
    thin = weights.model_file(weights.thinned(model, least))
    assert len(thin) < len(data)
    assert probabilities(thin) == pytest.approx(probabilities(data), abs=20 * least)


def test_another_file_is_no_model(weights: ModuleType) -> None:
    with pytest.raises(ValueError, match="not a CRFsuite model"):
        weights.read_model(b"PK\x03\x04" + bytes(100))
