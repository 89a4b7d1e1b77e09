"""Damaged files, read for a while: every reader must give an article or a RefsError, and end.

    python benchmarks/fuzz_readers.py --seconds 600 [--readers docx,odt] [FILE...]

Without FILE each reader's own small files (``fuzz_seeds.py``) are damaged: bytes, lines, elements of XML,
parts of zip archives, objects and streams of PDF. Prints for each reader how many copies were read, how
many were refused, the longest time that one took, the most memory, and each other exception once, with the
seed that gives its copy again (``--seed N --keep FILE`` writes it).
"""

from __future__ import annotations

import argparse
import random
import resource
import signal
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_damage import damaged
from fuzz_seeds import seeds

from refs.errors import RefsError
from refs.extract import extract_citations, extract_references
from refs.read import read_article

SLOW = 5.0
"""Seconds on a processor above which a small copy is a failure: time must be bounded."""
LIMIT = 30
"""Seconds after which a copy is given up: one without end is a failure, too."""


class Endless(Exception):
    """A copy that was not read within ``LIMIT`` seconds."""


def give_up(*_: object) -> None:
    """Raise ``Endless`` in the midst of what is going on, which the traceback then shows."""
    raise Endless(f"not read in {LIMIT} s")


@dataclass(slots=True)
class Tally:
    """What became of the copies of one reader's files."""

    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slowest_seed: int = 0
    seen: set[str] = field(default_factory=set)

    def take(self, outcome: str, seconds: float, seed: int) -> None:
        """Count one copy."""
        self.counts[outcome] += 1
        if seconds > self.slowest:
            self.slowest, self.slowest_seed = seconds, seed


def read(data: bytes, name: str) -> str:
    """Return what became of a file: "read" or "refused"; anything else is raised."""
    try:
        article = read_article(data, name=name)
    except RefsError as error:
        refusal = str(error)
    else:
        refusal = ""
    if refusal:
        assert len(refusal) < 1000, "a refusal that nobody reads"
        return "refused"
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks), "a block out of place"
    references = extract_references(article)
    for citation in extract_citations(article, references):
        assert all(0 <= index < len(references) for index in citation.references), "a citation of nothing"
    return "read"


def copy_of(files: list[tuple[str, bytes]], seed: int) -> tuple[str, bytes]:
    """Return the name and the damaged bytes that a seed stands for."""
    chance = random.Random(seed)
    name, data = files[seed % len(files)]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = damaged(data, chance)
    return name, data[:2_000_000]


def fuzz(files: list[tuple[str, bytes]], seconds: float, seed: int) -> Tally:
    """Return what became of copies read for a number of seconds."""
    tally = Tally()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        name, data = copy_of(files, seed)
        begun = time.process_time()
        signal.alarm(LIMIT)
        try:
            outcome = read(data, name)
        except Exception as error:  # noqa: BLE001 - what no reader may raise is what is looked for
            outcome = "failed"
            _show(error, seed, tally)
        signal.alarm(0)
        spent = time.process_time() - begun
        if spent > SLOW:
            print(f"  seed {seed}: {spent:.1f} s for {len(data):,} bytes of {name}", flush=True)
            outcome = "failed"
        tally.take(outcome, spent, seed)
        seed += 1
    return tally


def _show(error: Exception, seed: int, tally: Tally) -> None:
    """Print an exception with where it was raised, once for each place."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
    if place not in tally.seen:
        print(f"  seed {seed}: {place}: {str(error)[:150]}", flush=True)
    tally.seen.add(place)


def main() -> None:
    """Fuzz the readers named, or damage the files named, and say what became of the copies."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--readers", default="", help="names, parted by commas; all without it")
    parser.add_argument("--seconds", type=float, default=60.0, help="time for each reader or file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="write the copy of --seed here, and stop")
    options = parser.parse_args()
    own = seeds()
    wanted = options.readers.split(",") if options.readers else list(own)
    groups = {path.name: [(path.name, path.read_bytes())] for path in options.files} or {
        n: own[n] for n in wanted
    }
    failures = 0
    signal.signal(signal.SIGALRM, give_up)
    for title, files in groups.items():
        if options.keep:
            options.keep.write_bytes(copy_of(files, options.seed)[1])
            continue
        tally = fuzz(files, options.seconds, options.seed)
        counts = tally.counts
        failures += counts["failed"]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{title[-40:]:14} {counts.total():7} copies: read {counts['read']:6}, "
            f"refused {counts['refused']:6}, failed {counts['failed']:3}; "
            f"slowest {tally.slowest:.2f} s (seed {tally.slowest_seed}), {peak} MB",
            flush=True,
        )
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()
