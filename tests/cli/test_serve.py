"""``refs serve``: the process as a user starts it, asked by habanero."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from habanero import Crossref

from refs.cli import cli


def test_the_api_over_an_index(seed_index: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "refs",
        "serve",
        "--api",
        "--port",
        "0",
        "--source",
        f"index:{seed_index}",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split("/works")[0]
        answer = Crossref(base_url=url).works(ids="10.1080/15298860309032")
        process.terminate()
    assert answer["message"]["volume"] == "2"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        ([], 2, "serve the REST API with  refs serve --api"),
        (["--api", "--source", "index:/nowhere"], 2, "no index there"),
        (["--api", "--source", "crossref", "--source", "index:/nowhere"], 2, "index"),
        (["--api", "--port", "99999"], 2, "--port"),
    ],
)
def test_what_cannot_be_served(arguments: list[str], status: int, sentence: str) -> None:
    result = CliRunner().invoke(cli, ["serve", *arguments])
    assert result.exit_code == status
    assert sentence in result.output
