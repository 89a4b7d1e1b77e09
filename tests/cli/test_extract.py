"""``refs extract`` on files as people have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refs.cli import cli

TEXT = """A title

It is the relationship that heals, as we have seen.

References

1. Neff, K. (2003). Self-compassion: An alternative conceptualization. Self and Identity, 2(2), 85-101.
2. Rogers, C. R. (1957). The necessary and sufficient conditions. Journal of Consulting Psychology, 21, 95.
"""


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    (made / "good.txt").write_text(TEXT, encoding="utf-8")
    (made / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    return made


def run(*arguments: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(cli, ["extract", *map(str, arguments)], input=stdin)


def test_json_has_what_the_contract_names(folder: Path) -> None:
    result = run(folder / "good.txt", "--json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert [reference["label"] for reference in data["references"]] == ["1", "2"]
    first = data["references"][0]
    assert {"raw", "label", "list", "span", "item"} <= first.keys()
    assert first["list"] == "article"
    assert TEXT[slice(*first["span"])] == first["raw"]
    assert first["item"]["type"] == "article-journal"
    assert data["citations"] == []


def test_a_broken_file_does_not_stop_the_rest(folder: Path) -> None:
    result = run(folder / "broken.png", folder / "good.txt", "--json")
    assert result.exit_code == 2
    assert "an image" in result.stderr
    assert [len(article["references"]) for article in json.loads(result.stdout)] == [2]


def test_the_listing_names_the_list_and_why(folder: Path) -> None:
    result = run(folder / "good.txt")
    assert result.exit_code == 0
    assert "References: 2" in result.stdout
    assert 'numbered run 1-2, after the heading "References", to the end of the text' in result.stdout
    assert "[2] Rogers, C. R. (1957)." in result.stdout


def test_standard_input_and_plain_text() -> None:
    result = run("-", "--to", "text", stdin=TEXT)
    assert result.exit_code == 0
    assert [line.split(",")[0] for line in result.stdout.splitlines()] == ["Neff", "Rogers"]


def test_items_as_csl_json(folder: Path) -> None:
    result = run(folder / "good.txt", "--to", "csl-json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == 2


def test_a_file_that_is_not_there() -> None:
    result = run("no-such-file.txt")
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_no_text_steers_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        "References\n\n1. Neff\x1b]0;owned\x07, K. (2003). Gut, 2, 85.\n2. Ito, A. (2004). Gut, 3, 1.\n"
    )
    output = CliRunner().invoke(cli, ["extract", str(path)]).output
    assert "Neff�]0;owned�, K. (2003)" in output
    assert not {"\x1b", "\x07"} & set(output)
