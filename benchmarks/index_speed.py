"""How fast an index is built, how large it is, and how soon it answers from a cold start.

python benchmarks/index_speed.py --corpus corpus.jsonl.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from refs.index import build_index

COLD = """
from refs.index import open_index
from refs.model import Doi
print(open_index({!r}).get_work(Doi({!r})).title)
"""


def cold_start(folder: str, doi: str) -> float:
    """Return seconds for a fresh process to open the index and answer one DOI: the best of five."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", COLD.format(folder, doi)], check=True, stdout=subprocess.DEVNULL
        )
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True, help="JSON lines, packed or not")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    opened = gzip.open if options.corpus.suffix == ".gz" else open
    with opened(options.corpus, "rt", encoding="utf-8") as stream:
        doi = json.loads(stream.readline())["DOI"].lower()
    with tempfile.TemporaryDirectory() as folder:
        for jobs in sorted({1, options.jobs}):
            wall, cpu = time.perf_counter(), time.process_time()
            info = build_index(Path(folder), [options.corpus], jobs=jobs)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            print(
                f"build, {jobs} jobs: {info.records / wall:,.0f} records a second by the clock, "
                f"{1e6 * cpu / info.records:.0f} µs of this process a record, "
                f"{info.bytes / info.records:.0f} bytes a record"
            )
        print(f"cold start and one DOI: {cold_start(folder, doi):.2f} s")
        bare = time.perf_counter()
        subprocess.run([sys.executable, "-c", "import json"], check=True)
        print(f"(an empty Python process: {time.perf_counter() - bare:.2f} s)")


if __name__ == "__main__":
    main()
