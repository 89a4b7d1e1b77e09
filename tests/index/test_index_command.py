"""``refs index`` builds, updates and describes."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from refs.cli import cli


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


def test_build_info_update(tmp_path: Path) -> None:
    records = tmp_path / "a.jsonl"
    records.write_text(json.dumps({"DOI": "10.1000/a", "title": ["A"]}))
    out = tmp_path / "index"
    code, text, _ = run("index", "build", "--out", out, "--partial", records)
    assert code == 0
    assert "a sample: a miss means nothing" in text
    records.write_text(json.dumps({"DOI": "10.1000/b", "title": ["B"]}) + "\nnot JSON\n")
    code, _, warning = run("index", "update", out, records)
    assert code == 0
    assert "1 entries left out" in warning
    code, text, _ = run("index", "info", out, "--json")
    info = json.loads(text)
    assert (code, info["records"], info["partial"], info["skipped"]) == (0, 2, True, 1)


def test_info_without_an_index_is_wrong_input(tmp_path: Path) -> None:
    code, text, error = run("index", "info", tmp_path)
    assert (code, text) == (2, "")
    assert "no index there" in error
