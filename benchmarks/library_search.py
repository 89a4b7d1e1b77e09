"""Full-text search over a large library: the first search builds the side index, later ones only ask it.

python benchmarks/library_search.py [--entries 50000]
"""

from __future__ import annotations

import argparse
import functools
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bibtex_reading import made_entries, seconds

QUERIES = [
    "helices",
    "author:muller year:1999",
    "risk return capm",
    "10.1000/example.4711",
    "elektrodynamik körper",
    "zzz",
]


def main() -> None:
    """Print the time of the first search, of later ones, and of one after a change to the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--entries", type=int, default=50000)
    options = parser.parse_args()
    from refs.library import Library
    from refs.model import Item

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = Library(folder / "large.bib", cache=folder / "index.sqlite")
        library.path.write_text(made_entries(options.entries), "utf-8")
        print(f"{options.entries} entries, {library.path.stat().st_size / 1e6:.1f} MB")
        print(f"first search, builds the index    {seconds(lambda: library.search('helices')):7.2f} s")
        times = [seconds(functools.partial(library.search, query)) for query in QUERIES * 5]
        print(
            f"search                            {statistics.median(times):7.3f} s (worst {max(times):.3f} s)"
        )
        library.add([Item({"type": "book", "title": "Quokkas of Rottnest"})])
        print(f"search after an entry was added   {seconds(lambda: library.search('quokka')):7.3f} s")
        command = [sys.executable, "-m", "refs", "search", "--library", str(library.path), "helices"]
        environment = {"REFS_CACHE": str(folder / "cache"), "PATH": ""}
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
        runs = [cpu_and_wall(command, environment) for _ in range(9)]
        cpu, wall = (min(times) for times in zip(*runs, strict=True))
        print(f"refs search, the whole process    {wall:7.3f} s ({cpu:.3f} s CPU), best of {len(runs)}")
        print(f"adding an entry                   {seconds(lambda: library.add([Item({'id': 'b'})])):7.3f} s")


def cpu_and_wall(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds that a command takes: of the processor, and by the clock."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


if __name__ == "__main__":
    main()
