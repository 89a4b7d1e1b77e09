"""Every ``$ refs …`` of the README and the tutorial is run, and prints what the page says it prints.

A line "…" in a page stands for lines left out.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from refs.cli import COMMANDS, cli
from tests.conftest import ROOT

CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
PAGES = ["README.md", "docs/tutorial.md"]


def examples(page: str) -> list[tuple[str, str]]:
    """Return each command of a page with the output printed under it."""
    found = []
    for block in CONSOLE.findall((ROOT / page).read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


CASES = [(page, command, output) for page in PAGES for command, output in examples(page)]


@pytest.mark.parametrize(("page", "command", "output"), CASES, ids=[f"{p}: {c[:50]}" for p, c, _ in CASES])
def test_example_prints_what_the_page_says(
    page: str, command: str, output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = shlex.split(command)
    assert words[0] == "refs", f"{page}: only refs commands stand in console blocks"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    result = CliRunner().invoke(cli, words[1:], catch_exceptions=False)
    assert result.exit_code in (0, 1, 3), result.output
    if output.strip():
        wanted = re.escape(output.strip()).replace("…\\\n", "(?:.*\n)*?").replace("\\\n…", "(?:\n.*)*")
        assert re.fullmatch(wanted, result.stdout.strip()), result.stdout


def test_the_readme_has_examples() -> None:
    assert len(examples("README.md")) >= 4


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"refs {name}" not in text and f"`{name}`" not in text] == []
