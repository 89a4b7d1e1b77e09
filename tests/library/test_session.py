"""The session in docs/library.md: its commands run one after another, and print what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from refs.cli import cli

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "library.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def session() -> list[tuple[str, str]]:
    """Return each command of the page with the output printed under it."""
    blocks = CONSOLE.findall(PAGE.read_text(encoding="utf-8"))
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.M)[1:]]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def test_the_session_prints_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    for command, output in session():
        words = shlex.split(command)
        result = CliRunner().invoke(cli, words[1:], catch_exceptions=False)
        assert result.exit_code == 0, (command, result.output)
        wanted = re.escape(output.strip()).replace("…\\\n", "(?:.*\n)*?").replace("\\\n…", "(?:\n.*)*")
        assert re.fullmatch(wanted, result.stdout.strip()), (command, result.stdout)


def test_the_page_shows_every_command_of_the_library() -> None:
    shown = {shlex.split(command)[1] for command, _ in session()}
    assert shown >= {"add", "list", "search", "show", "edit", "remove", "dedupe", "update"}
