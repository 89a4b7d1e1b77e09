"""``refs parse``: items in, items out, in order."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from refs.cli.parse import parse_command

WATSON = "Watson JD, Crick FHC. Molecular structure of nucleic acids. Nature. 1953;171(4356):737-8."
NEFF = "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101."


def run(*arguments: str, stdin: str = "", status: int = 0) -> str:
    result = CliRunner().invoke(parse_command, list(arguments), input=stdin, catch_exceptions=False)
    assert result.exit_code == status
    return result.output


def test_strings_give_a_list_of_items() -> None:
    (item,) = json.loads(run(NEFF))
    assert item["title"] == "Self-compassion"
    assert item["custom"]["refs"]["spans"]["title"] == [20, 35]
    assert "id" not in item


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_lines_keep_their_ids_and_their_order(jobs: str) -> None:
    lines = [json.dumps({"id": 7, "raw": NEFF}), "", WATSON, "{broken", json.dumps({"id": "x", "raw": ""})]
    printed = run("--jsonl", "--jobs", jobs, stdin="\n".join(lines), status=2)
    answers = [json.loads(line) for line in printed.splitlines()]
    assert [answer.get("id") for answer in answers] == [7, None, None, "x"]
    assert [answer.get("container-title") for answer in answers] == [
        "Self and Identity",
        "Nature",
        None,
        None,
    ]
    assert answers[2]["error"].startswith("line 4: not JSON")
