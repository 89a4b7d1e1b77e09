"""Files are written whole or not at all; lines of JSON come in and go out in order."""

from __future__ import annotations

import os
import shlex
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


def test_a_file_keeps_who_may_read_it_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "report.txt", tmp_path / "latest.txt"
    target.write_text("old")
    target.chmod(0o600)
    link.symlink_to(target)
    write_result("new", str(link))
    assert link.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new\n", 0o600)


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_result("new", str(pipe))
    assert os.read(reader, 100) == b"new\n"
    os.close(reader)
    assert pipe.is_fifo()


def test_half_a_character_is_written_as_a_question_mark(tmp_path: Path) -> None:
    write_result("\udcfe.txt", str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text() == "?.txt\n"


REFS = f"{shlex.quote(sys.executable)} -m refs"
LONG = "x" * 300
STREAMS = {
    "stdin closed": ("refs extract - <&-", 2, "refs: standard input: is empty"),
    "stdin closed, lines": ("refs parse --jsonl <&-", 0, ""),
    "stdout closed": ("refs parse 'Neff, K. (2003).' >&-", 0, ""),
    "stderr closed": ("refs extract missing.txt 2>&-", 2, ""),
    "all closed": ("refs extract missing.txt <&- >&- 2>&-", 2, ""),
    "nobody reads": (
        "yes 'Neff, K. (2003).' | refs parse --jsonl | head -1 >&2; exit ${PIPESTATUS[1]}",
        141,
        "{",
    ),
    "nobody reads the help": ("(sleep 1; refs --help) | true; exit ${PIPESTATUS[0]}", 141, ""),
    "a name that is too long": (f"refs list --library {LONG}", 2, f"refs: {LONG}: File name too long; check"),
    "a style that is too long": (
        f"""cd $(mktemp -d); echo '[{{"title": "A"}}]' > a.json; refs export a.json --style {LONG}""",
        2,
        f"refs: {LONG}/style.toml: File name too long; check",
    ),
    "stderr has no room": ("refs extract missing.txt 2>/dev/full", 2, ""),
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("line", "status", "told"), STREAMS.values(), ids=STREAMS.keys())
def test_streams_that_are_closed_or_full(line: str, status: int, told: str) -> None:
    """None of these is a defect of refs (70), nor may it be read as "findings" (1)."""
    script = line.replace("refs ", f"{REFS} ")
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert done.stderr.startswith(told) if told else done.stderr == ""
