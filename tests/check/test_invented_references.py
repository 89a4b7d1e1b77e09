"""Inventions among the works that they were made of: none is verified, and each is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refs.index import build_index
from refs.model import Reference, Severity
from refs.pipeline import check_references
from refs.resolve.sources import open_source
from refs.settings import load_settings
from tests.check.test_right_references import WORKS

LINES = (Path(__file__).parent / "invented_references.tsv").read_text(encoding="utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("invented")
    works = folder / "works.jsonl"
    works.write_text("".join(json.dumps(data) + "\n" for data in WORKS.values()), encoding="utf-8")
    build_index(folder / "index", [works])
    return f"index:{folder / 'index'}"


@pytest.mark.parametrize(("status", "raw"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_an_invention_is_told(index: str, status: str, raw: str) -> None:
    [result] = check_references([Reference(raw)], sources=[open_source(index, load_settings())])
    assert result.statuses[0] == status
    assert [f for f in result.findings if f.severity is not Severity.INFO]
