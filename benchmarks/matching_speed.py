"""How fast references are resolved, beside bare tantivy and a search-and-validate matcher in the same run.

    python benchmarks/matching_speed.py --corpus corpus.jsonl.gz --queries queries.jsonl.gz --jobs 2

Prints ratios as well as rates: on a busy machine only the ratios mean anything.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz

from refs.index import build_index, open_index
from refs.model import Reference, fold, words
from refs.resolve import resolve_reference, resolve_references


def read_strings(path: Path, count: int) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        strings = [json.loads(line)["raw"] for line in stream]
    random.Random(3).shuffle(strings)
    return strings[:count]


def seconds(work: Callable[[str], object], strings: list[str]) -> float:
    """Return seconds of this process's time a string."""
    for text in strings[:30]:
        work(text)
    start = time.process_time()
    for text in strings:
        work(text)
    return (time.process_time() - start) / len(strings)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    strings = read_strings(options.queries, options.count)
    with tempfile.TemporaryDirectory() as folder:
        build_index(Path(folder), [options.corpus])
        index = open_index(folder)

        def bare(text: str) -> object:
            return index.search_places(text, limit=20)

        def validated(text: str) -> object:
            """Search, then the title that resembles the string most: what search-based validation costs."""
            folded = fold(text)
            works = index.search_works(text, limit=20)
            return max((fuzz.partial_ratio(fold(w.title), folded) for w in works), default=0)

        rates = {
            "bare tantivy, top 20": seconds(bare, strings),
            "candidates (search_works)": seconds(lambda text: index.search_works(text, limit=20), strings),
            "search and validate the title": seconds(validated, strings),
            "resolve_reference": seconds(lambda text: resolve_reference(Reference(text), [index]), strings),
        }
        first = next(iter(rates.values()))
        for name, each in rates.items():
            print(f"{name:<32}{1e3 * each:8.2f} ms  {1 / each:8.0f} a second  {each / first:6.2f} x bare")
        start = time.perf_counter()
        found = sum(1 for _ in resolve_references(map(Reference, strings), [index], jobs=options.jobs))
        wall = time.perf_counter() - start
        print(f"{f'resolve_references, {options.jobs} jobs':<32}{found / wall:8.0f} a second by the clock")
        print(f"words in a string: {sum(len(words(s)) for s in strings) / len(strings):.1f}")


if __name__ == "__main__":
    main()
