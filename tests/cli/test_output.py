"""Files are written whole or not at all; lines of JSON come in and go out in order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from refs.cli.jsonl import read_lines
from refs.cli.output import write_result
from refs.errors import InputError


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old")
    write_result("new", str(target))
    assert target.read_text() == "new\n"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_result("text", str(tmp_path / "missing" / "report.txt"))


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_result(b"PK\x03\x04", str(tmp_path / "list.docx"))
    assert (tmp_path / "list.docx").read_bytes() == b"PK\x03\x04"


def test_lines_that_cannot_be_read_say_why_and_the_rest_go_on() -> None:
    lines = ['{"id": 1, "raw": "a"}', "", '{"id": 2}', "{broken", "plain text", b'{"id": "x", "raw": "b"}\n']
    answers = [(line.id, line.raw, bool(line.error)) for line in read_lines(lines)]
    assert answers == [
        (1, "a", False),
        (2, "", True),
        (None, "", True),
        (None, "plain text", False),
        ("x", "b", False),
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "command", [["parse", "Neff, K. (2003). Self-compassion."], ["rules"]], ids=lambda command: command[0]
)
def test_a_full_disk_is_told_in_a_sentence(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "refs", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (
        2,
        "refs: there is no room left for what is written; make room, or write elsewhere\n",
    )
