"""How fast reference strings are parsed, beside python-crfsuite alone on the same strings in the same run.

    python benchmarks/parsing_speed.py REFERENCES.jsonl.gz [--count 2000]

REFERENCES holds ``{"raw"}`` a line. Both are single processes; times are processor time, so that other
work on the machine matters little. Start-up is the time of a new process until its first item is printed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from parser_corpus import read_rows

from refs.parse import parse_reference
from refs.parse.features import features
from refs.parse.tagger import load_model
from refs.parse.tokens import tokenise

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
    start = time.process_time()
    for row in rows:
        model.tag(row)
    bare = time.process_time() - start
    start = time.process_time()
    for raw in raws:
        parse_reference(raw)
    whole = time.process_time() - start
    print(f"strings {len(raws)}, characters {sum(map(len, raws))}, tokens {sum(map(len, tokens))}")
    print(f"python-crfsuite alone {len(raws) / bare:8.0f} strings/s (features made before)")
    print(
        f"parse_reference       {len(raws) / whole:8.0f} strings/s, {bare / whole:.2f} of it python-crfsuite"
    )
    best = min(_start_up(["-m", "refs", "parse", "--jsonl", ONE]) for _ in range(5))
    bare = min(_start_up(["-c", ""]) for _ in range(5))
    print(f"refs parse, new process to first item {best:.2f} s; bare python {bare:.2f} s")


def _start_up(arguments: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
