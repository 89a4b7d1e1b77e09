"""Killed writers and writers at once: no entry lost, no file torn (benchmarks/library_kill.py at large)."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from refs.formats import read
from refs.library import Library

WRITER = """
import sys
from pathlib import Path
from refs.library import Library
from refs.model import Item

library, name, count = Library(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
for number in range(count):
    [added] = library.add([Item({"type": "book", "id": f"{name}-{number}", "title": "A title"})])
    print(added.key, flush=True)
"""
HEAD = "% kept\n@book{first, title = {First}}\n"


def start(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_writer_loses_nothing_it_has_said_is_there(tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    path.write_text(HEAD, encoding="utf-8")
    chance, noted = random.Random(3), ["first"]
    for round_number in range(4):
        with start(path, f"w{round_number}", 10_000) as writer:
            assert writer.stdout is not None
            noted.append(writer.stdout.readline().strip())
            time.sleep(chance.uniform(0, 0.1))
            writer.kill()
            noted += [
                line.strip() for line in writer.stdout.read().splitlines(keepends=True) if line[-1:] == "\n"
            ]
        text = path.read_text(encoding="utf-8")
        assert text.startswith(HEAD)
        assert read(text, "bibtex").problems == ()
        assert set(noted) <= set(Library(path).keys())


def test_writers_at_once_add_all_their_entries(tmp_path: Path) -> None:
    path = tmp_path / "library.bib"
    writers = [start(path, "same", 5) for _ in range(4)]
    noted = [key for writer in writers for key in writer.communicate()[0].split()]
    keys = Library(path).keys()
    assert len(noted) == len(keys) == len(set(keys)) == 20
    assert set(noted) == set(keys)
