"""``refs cache``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from refs.cli import cli
from refs.resolve.cache import DAY, AnswerCache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFS_CACHE", str(tmp_path))
    cache = AnswerCache(tmp_path, now=lambda: 1_700_000_000.0)
    cache.put("crossref https://api.crossref.org", "work 10.1000/a", {"a": 1}, holds=DAY)
    cache.put("opensearch http://127.0.0.1", "work 10.1000/b", {"a": 1}, holds=90_000 * DAY)
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["cache", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_info(folder: Path) -> None:
    text = run("info")
    assert f"{folder}/answers.sqlite" in text
    assert "2 answers, 1 of them past their date" in text
    assert "crossref https://api.crossref.org: 1" in text
    assert "from 2023-11-14" in text


def test_info_as_json(folder: Path) -> None:
    data = json.loads(run("info", "--json"))
    assert (data["answers"], data["expired"]) == (2, 1)
    assert data["oldest"] == "2023-11-14 22:13 UTC"


@pytest.mark.parametrize(
    ("arguments", "removed"),
    [((), 2), (("--expired",), 1), (("--source", "opensearch"), 1), (("--source", "x"), 0)],
)
def test_clear(folder: Path, arguments: tuple[str, ...], removed: int) -> None:
    assert run("clear", *arguments) == f"{removed} answers removed\n"
    assert AnswerCache(folder).info().answers == 2 - removed


def test_an_empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFS_CACHE", str(tmp_path / "new"))
    assert "0 answers" in run("info")
