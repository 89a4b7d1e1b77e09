"""What all tests share: no network, a cache of their own, and the switch that refreshes golden results."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
GOLDEN = Path(__file__).parent / "golden"
CLOSED_PORT = "http://127.0.0.1:9"
"""Nothing listens on the discard port: a source there is unreachable at once."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden results anew.")


@pytest.fixture(autouse=True)
def _no_network(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test settings of its own: no Crossref, no user's cache, library or variables."""
    for name in [name for name in os.environ if name.startswith("REFS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("REFS_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("REFS_CROSSREF_URL", CLOSED_PORT)
    monkeypatch.setenv("REFS_DOI_URL", CLOSED_PORT)


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A covering index of the sample works: what it lacks does not exist in its small world."""
    from refs.index import build_index

    out = tmp_path_factory.mktemp("index") / "works"
    build_index(out, [SEEDS / "works.jsonl"])
    return out


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, Any], None]:
    """Compare a value with the JSON under tests/golden, or write it there with ``--update-golden``."""

    def compare(name: str, value: Any) -> None:
        path = GOLDEN / name
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"{path} is missing: run pytest --update-golden and read it"
        assert json.loads(path.read_text(encoding="utf-8")) == json.loads(text)

    return compare
