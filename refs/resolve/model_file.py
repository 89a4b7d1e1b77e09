"""The model that is shipped."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

from refs.resolve.evidence import NAMES
from refs.resolve.scoring import BEST_NAMES
from refs.resolve.trees import Calibration, Forest, Model


@lru_cache(maxsize=1)
def shipped_model() -> Model:
    """Return the model that is shipped; docs/matching.md says how it was made."""
    data = json.loads((files("refs.data") / "match" / "model.json").read_text(encoding="utf-8"))
    return Model(
        pair=Forest.from_json(data["pair"], NAMES),
        best=Forest.from_json(data["best"], BEST_NAMES),
        calibration=Calibration(tuple(data["calibration"]["log_odds"]), tuple(data["calibration"]["share"])),
        threshold=float(data["threshold"]),
    )
