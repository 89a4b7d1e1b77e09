"""Lines are answered together when they arrive together, and at once when they come alone."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.cli.jsonl import CHUNK, arrived_lines, read_batches
from refs.steps import BATCH

NEFF = "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101."


class Arriving(RawIOBase):
    """A pipe in which these pieces arrive, one at a look."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = [piece for piece in pieces if piece]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self.pieces.pop(0) if self.pieces else b""
        view[: len(piece)] = piece
        return len(piece)


def stream(*pieces: bytes) -> BufferedReader:
    return BufferedReader(Arriving(list(pieces)))


@given(st.lists(st.lists(st.sampled_from([b"a", b"\n", b"\r\n", b"\xff", b"{}"]), max_size=9).map(b"".join)))
def test_however_bytes_arrive_the_lines_are_the_same(pieces: list[bytes]) -> None:
    lines = [line for batch in arrived_lines(stream(*pieces)) for line in batch]
    assert lines == [line.removesuffix(b"\n") for line in BytesIO(b"".join(pieces))]


ARRIVALS: list[tuple[str, list[bytes], list[list[str]]]] = [
    ("nothing", [], []),
    ("one alone", [b"a\n", b"b\n"], [["a"], ["b"]]),
    ("two together", [b"a\nb\n", b"c\n"], [["a", "b"], ["c"]]),
    ("a line in pieces", [b"a\nb", b"b", b"b\nc\n"], [["a"], ["bbb", "c"]]),
    ("the last without its end", [b"a\n", b"b"], [["a"], ["b"]]),
    ("blank lines", [b"\n \n", b"a\n\n"], [["a"]]),
    ("letters that are none", [b"\xff\n"], [["\ufffd"]]),
    ("a letter in pieces", ["é".encode()[:1], "é\n".encode()[1:]], [["é"]]),
    ("many", [b"a\n" * (BATCH + 1)], [["a"] * BATCH, ["a"]]),
]


@pytest.mark.parametrize(("name", "pieces", "batches"), ARRIVALS, ids=[case[0] for case in ARRIVALS])
def test_lines_that_arrive_together_are_a_batch(
    name: str, pieces: list[bytes], batches: list[list[str]]
) -> None:
    assert [[line.raw for line in batch] for batch in read_batches(stream(*pieces))] == batches


def test_a_line_longer_than_a_look() -> None:
    long = b"a" * (3 * CHUNK)
    assert list(arrived_lines(stream(*[long[i : i + 999] for i in range(0, len(long), 999)]))) == [[long]]


def test_lines_are_counted_over_all_batches() -> None:
    lines = [line for batch in read_batches(stream(b"a\n", b"\n{\n", b"b\n{")) for line in batch]
    assert [line.error.partition(":")[0] for line in lines] == ["", "line 3", "", "line 5"]


@pytest.mark.parametrize("command", ["parse", "lookup", "check"])
def test_who_asks_one_thing_and_waits_is_answered(command: str, seed_index: Path) -> None:
    source = [] if command == "parse" else ["--source", f"index:{seed_index}"]
    with subprocess.Popen(
        [sys.executable, "-m", "refs", command, "--jsonl", *source],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        answers = []
        for line in (json.dumps({"id": 1, "raw": NEFF}), "{broken", json.dumps({"id": 3, "raw": NEFF})):
            asked.stdin.write(f"{line}\n".encode())
            asked.stdin.flush()
            answers.append(json.loads(asked.stdout.readline()))
        asked.stdin.close()
    assert [answer["id"] for answer in answers] == [1, None, 3]
    assert answers[1]["error"].startswith("line 2: not JSON")
    assert {**answers[0], "id": 3} == answers[2]


@pytest.mark.parametrize("command", ["parse", "lookup", "check"])
def test_many_together_are_answered_as_each_alone(command: str, seed_index: Path) -> None:
    source = [] if command == "parse" else ["--source", f"index:{seed_index}"]
    texts = [json.loads(line)["raw"] for line in _strings()]
    lines = [json.dumps({"id": place, "raw": raw}) for place, raw in enumerate(texts)]
    lines[5:5] = ["{broken", ""]
    run = [sys.executable, "-m", "refs", command, "--jsonl", *source]
    together = subprocess.run(run, input="\n".join(lines).encode(), capture_output=True, check=False)
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        alone = []
        for line in lines:
            asked.stdin.write(f"{line}\n".encode())
            asked.stdin.flush()
            if line:
                alone.append(asked.stdout.readline())
        asked.stdin.close()
    assert together.stdout == b"".join(alone)
    assert together.returncode == asked.returncode


def _strings() -> list[str]:
    path = Path(__file__).parent.parent / "parse" / "references.jsonl"
    return path.read_text(encoding="utf-8").splitlines()
