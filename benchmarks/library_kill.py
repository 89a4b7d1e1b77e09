"""SIGKILL during writes, and several processes adding at once: no entry lost, no file torn.

    python benchmarks/library_kill.py [--kills 1000] [--writers 4] [--adds 50]

A writer adds entries one after another and notes each on a line once it is in the file. It is killed at a
random moment and started again. At the end every noted entry must be in the file, and the file must parse.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

FORK = multiprocessing.get_context("fork")
HEAD = "% kept\n@book{first, title = {First}}\n"


def write_entries(path: Path, noted: Path, name: str, count: int) -> None:
    """Add entries one after another, and note each when it is in the file."""
    from refs.library import Library
    from refs.model import Item

    library = Library(path)
    with noted.open("a", encoding="utf-8") as stream:
        for number in range(count):
            item = Item({"type": "book", "id": f"{name}-{number}", "title": f"Volume {number} of {name}"})
            [added] = library.add([item])
            stream.write(f"{added.key}\n")
            stream.flush()


def killed_writers(folder: Path, kills: int, seed: int) -> tuple[int, int, int, int]:
    """Return (kills that hit a writer, entries noted, files that lacked one, files that were torn)."""
    path, noted = folder / "killed.bib", folder / "noted.txt"
    chance = random.Random(seed)
    start_anew(path, noted)
    write_entries(path, noted, "warm", 1)  # what is loaded once is loaded before the writers start
    hits = lost = torn = kept = 0
    while hits < kills:
        if path.stat().st_size > 60_000:
            kept += len(noted.read_text("utf-8").splitlines())
            start_anew(path, noted)
        writer = FORK.Process(target=write_entries, args=(path, noted, f"w{hits}", 10_000))
        writer.start()
        time.sleep(chance.uniform(0.002, 0.15))
        if writer.is_alive() and writer.pid is not None:
            os.kill(writer.pid, signal.SIGKILL)
            hits += 1
        writer.join()
        writer.close()
        lost += bool(lost_entries(path, noted))
        torn += not is_whole(path)
    return hits, kept + len(noted.read_text("utf-8").splitlines()), lost, torn


def start_anew(path: Path, noted: Path) -> None:
    """Begin with a small file: there more of a writer's time goes into the write itself."""
    path.write_text(HEAD, encoding="utf-8")
    noted.write_text("", encoding="utf-8")


def is_whole(path: Path) -> bool:
    """Return True where the file parses without a problem and begins as it always did."""
    from refs.formats import read

    text = path.read_text("utf-8")
    return not read(text, "bibtex").problems and text.startswith(HEAD)


def lost_entries(path: Path, noted: Path) -> set[str]:
    """Return the noted keys that the file lacks."""
    from refs.library import Library

    lines = noted.read_text("utf-8").split("\n")[:-1] if noted.exists() else []
    return set(lines) - set(Library(path).keys())


def writers_at_once(folder: Path, writers: int, adds: int) -> tuple[int, int, int]:
    """Return (entries noted, entries in the file, keys that stand twice) after processes have added."""
    from refs.library import Library

    path = folder / "shared.bib"
    running = [
        FORK.Process(target=write_entries, args=(path, folder / f"by{n}.txt", "same", adds))
        for n in range(writers)
    ]
    for process in running:
        process.start()
    for process in running:
        process.join()
    keys = Library(path).keys()
    kept = sum(len((folder / f"by{n}.txt").read_text("utf-8").splitlines()) for n in range(writers))
    return kept, len(keys), len(keys) - len(set(keys))


def main() -> None:
    """Print the figures; exit 1 if an entry was lost or a file torn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--writers", type=int, default=4)
    parser.add_argument("--adds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        hits, kept, lost, torn = killed_writers(Path(name), options.kills, options.seed)
        print(
            f"{hits} kills during writing: {kept} entries noted, {lost} times one was lost, {torn} files torn"
        )
        noted, present, doubles = writers_at_once(Path(name), options.writers, options.adds)
        print(
            f"{options.writers} processes adding at once: {noted} noted, {present} in the file, "
            f"{doubles} keys twice"
        )
    sys.exit(1 if lost or torn or doubles or noted != present else 0)


if __name__ == "__main__":
    main()
