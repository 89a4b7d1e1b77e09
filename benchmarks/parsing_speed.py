"""How fast reference strings are parsed, beside python-crfsuite alone on the same strings in the same run.

    python benchmarks/parsing_speed.py REFERENCES.jsonl.gz [--count 2000]

REFERENCES holds ``{"raw"}`` a line. Strings are parsed one at a time, and in step as lists and lines are that
arrive together, in turns over slices of them, all in one process. Times are processor time, so that work
beside it matters little. Start-up is the time of a new process until its first item is printed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from parser_corpus import read_rows

from refs.parse import parse_reference, parse_references
from refs.parse.features import features
from refs.parse.tagger import load_model
from refs.parse.tokens import tokenise
from refs.steps import BATCH

SLICE = 4 * BATCH
ONE = "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101."


def main() -> None:
    """Read the command line and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("references", type=Path)
    options.add_argument("--count", type=int, default=2000)
    args = options.parse_args()
    raws = [record["raw"] for record in read_rows(args.references)][: args.count]
    model = load_model()
    parse_reference(ONE)
    tokens = [tokenise(raw) for raw in raws]
    rows = [features(raw, found) for raw, found in zip(raws, tokens, strict=True)]
    bare = alone = together = 0.0
    for place in range(0, len(raws), SLICE):
        part = raws[place : place + SLICE]
        bare += _seconds(model.tag, rows[place : place + SLICE])
        alone += _seconds(parse_reference, part)
        together += _seconds(lambda part: list(parse_references(part)), [part])
    print(f"strings {len(raws)}, characters {sum(map(len, raws))}, tokens {sum(map(len, tokens))}")
    print(f"python-crfsuite alone         {len(raws) / bare:8.0f} strings/s (features made before)")
    for name, whole in (("one at a time", alone), (f"{BATCH} in step", together)):
        print(f"refs, {name:23} {len(raws) / whole:8.0f} strings/s, {bare / whole:.2f} of it python-crfsuite")
    best = min(_start_up(["-m", "refs", "parse", "--jsonl", ONE]) for _ in range(5))
    bare = min(_start_up(["-c", ""]) for _ in range(5))
    print(f"refs parse, new process to first item {best:.2f} s; bare python {bare:.2f} s")


def _seconds(work: Callable[[Any], object], values: Sequence[Any]) -> float:
    start = time.process_time()
    for value in values:
        work(value)
    return time.process_time() - start


def _start_up(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
