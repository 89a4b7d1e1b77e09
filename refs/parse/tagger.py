"""The trained model: from token features to labels, with how sure it is of each.

The door to python-crfsuite.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from refs.parse.features import features
from refs.parse.lexicon import FOLDER
from refs.parse.repairs.parts import settle_parts
from refs.parse.repairs.table import repair
from refs.parse.tokens import Token
from refs.steps import Step, Task

MODEL = "model.crfsuite"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A label for each token, and the model's probability of it."""

    labels: list[str]
    probabilities: list[float]


@cache
def load_model() -> Any:
    """Return the tagger with the model that ships with refs; opened once a process."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(FOLDER / MODEL))
    return tagger


def packed(rows: list[list[bytes]]) -> Any:
    """Return features as the tagger keeps them: in little room, where the garbage collector does not look."""
    import pycrfsuite

    return pycrfsuite.ItemSequence(rows)


def tagging(raw: str, tokens: list[Token]) -> Task[Tagged]:
    """Return the labels of a reference's tokens."""
    if not tokens:
        return Tagged([], [])
    yield Step.FEATURES
    tagger, rows = load_model(), packed(features(raw, tokens))
    yield Step.LABELS
    labels = tagger.tag(rows)
    probabilities = [tagger.marginal(label, i) for i, label in enumerate(labels)]
    del rows
    yield Step.REPAIRS
    return Tagged(settle_parts(raw, tokens, repair(raw, tokens, labels)), probabilities)
