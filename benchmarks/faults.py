"""Look-ups against a Crossref that fails in every way: right or unchecked, limits kept, nothing asked twice.

usage: python benchmarks/faults.py [--lookups 2000] [--fast] [--lists] [--kills 1]

The server is a look-alike on loopback with 10 % 429, 5 % 500, 5 % without an answer, 1 % truncated, 1 % that
are no JSON and 1 % about another DOI. Of the look-ups six in ten are DOIs, one in ten a DOI that does not
exist, three in ten a reference to search for. The limits are those of Crossref's polite pool (10 and 3 a
second, 3 at once); with --fast they are ten times as high. --lists asks for DOIs twenty in a call.

The run is killed (SIGKILL) as often as --kills says and started again. What was stored by then must not be
asked again; what the server had just answered, but the client had not yet read, has to be.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent))

from refs.errors import SourceError
from refs.model import Doi, Source
from refs.resolve.cache import AnswerCache
from refs.resolve.sources.cached import CachedSource
from refs.resolve.sources.crossref import CrossrefSource
from refs.resolve.sources.limits import CachedLimits
from refs.resolve.sources.threads import THREADS
from tests.faulty_crossref import FAULTS, FaultyCrossref, StatedLimit, WorksInMemory

POLITE = {"single": StatedLimit(10, 1.0, 3), "list": StatedLimit(3, 1.0, 3)}
FAST = {"single": StatedLimit(100, 1.0, 3), "list": StatedLimit(30, 1.0, 3)}
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu".split()


def main() -> None:
    """Run the server here and the look-ups in a child that is killed and started again; print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lookups", type=int, default=2000)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--lists", action="store_true")
    parser.add_argument("--kills", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=2.0, help="seconds the client waits for an answer")
    parser.add_argument("--child", nargs=2, metavar=("URL", "CACHE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print_outcomes(options.child[0], Path(options.child[1]), options)
    else:
        run_server(options)


def run_server(options: argparse.Namespace) -> None:
    limits = FAST if options.fast else POLITE
    began = time.monotonic()
    with (
        FaultyCrossref(WorksInMemory(make_works(options.lookups)), faults=FAULTS, limit=limits) as server,
        tempfile.TemporaryDirectory() as folder,
    ):
        command = [sys.executable, __file__, "--child", server.url, folder, "--timeout", str(options.timeout)]
        command += ["--lookups", str(options.lookups), *(["--lists"] if options.lists else [])]
        counts: list[tuple[set[str], Counter[str]]] = []
        for kill in range(options.kills):
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            calls = options.lookups * (kill + 1) // (options.kills + 1) // (3 if options.lists else 1)
            while child.poll() is None and sum(server.log.answered.values()) < calls:
                time.sleep(0.05)
            time.sleep(random.Random(kill).random() / 2)
            child.send_signal(signal.SIGKILL)
            child.wait()
            stored = stored_requests(Path(folder))
            counts.append((stored, server.log.answered.copy()))
            print(f"killed after {sum(server.log.given.values())} requests, {len(stored)} answers stored")
        outcomes = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
        log = server.log
        print(outcomes.strip())
        print("answers given by the server:", dict(sorted(log.given.items())))
        again = [target for target, count in log.answered.items() if count > 1]
        known = [
            t
            for stored, before in counts
            for t in again
            if request_of(t) in stored and log.answered[t] > before[t]
        ]
        print(f"{len(log.answered)} questions answered; asked again: {len(known)} of those stored,", end=" ")
        print(f"{len(again) - len(known)} that were under way at a kill")
        for pool, limit in limits.items():
            most = log.most_in_window(pool, limit.seconds)
            print(f"{pool}: at most {most} in any {limit.seconds:g} s, {limit.requests} allowed")
        print(f"at most {log.most_at_once} at once, {limits['single'].at_once} allowed")
        print(f"{time.monotonic() - began:.0f} s in all")


def stored_requests(folder: Path) -> set[str]:
    """Return what the cache holds answers to: "work 10.5555/a", "search 5 …"."""
    with contextlib.closing(sqlite3.connect(folder / "answers.sqlite")) as connection:
        return {request for (request,) in connection.execute("SELECT request FROM answer")}


def request_of(target: str) -> str:
    """Return the request of the cache that a question to the server belongs to; "" for a list of DOIs."""
    parts = urlsplit(target)
    if parts.path.startswith("/works/"):
        return f"work {unquote(parts.path.removeprefix('/works/'))}"
    query = dict(parse_qsl(parts.query))
    return (
        f"search {query.get('rows')} {query['query.bibliographic']}" if "query.bibliographic" in query else ""
    )


def print_outcomes(url: str, folder: Path, options: argparse.Namespace) -> None:
    """Ask every question and print how many answers were right, unchecked and wrong."""
    source = open_crossref(url, folder, options.timeout)
    truth = WorksInMemory(make_works(options.lookups))
    questions = make_questions(truth, options.lookups)
    if options.lists:
        source.prefetch([question for question in questions if isinstance(question, Doi)])
    outcomes = count_outcomes(questions, source, truth)
    print(
        f"{len(questions)} look-ups:",
        ", ".join(f"{outcomes[k]} {k}" for k in ("right", "unchecked", "wrong")),
    )


def open_crossref(url: str, folder: Path, timeout: float) -> CachedSource:
    cache = AnswerCache(folder)
    source = CrossrefSource(
        url, mailto="faults@example.org", timeout=timeout, limits=CachedLimits(cache, f"limits polite {url}")
    )
    return CachedSource(source, cache)


def count_outcomes(
    questions: Sequence[Doi | str], source: CachedSource, truth: WorksInMemory
) -> Counter[str]:
    """Return how many answers were "right", "unchecked" and "wrong"."""
    with ThreadPoolExecutor(THREADS) as threads:
        return Counter(threads.map(lambda question: outcome(question, source, truth), questions))


def outcome(question: Doi | str, source: Source, truth: Source) -> str:
    try:
        return "right" if answer(question, source) == answer(question, truth) else "wrong"
    except SourceError:
        return "unchecked"


def answer(question: Doi | str, source: Source) -> Any:
    """Return what a source says, in a form that can be compared."""
    if isinstance(question, Doi):
        work = source.get_work(question)
        return None if work is None else (work.doi, work.title)
    return [(work.doi, work.title) for work in source.search_works(question, limit=5)]


def make_works(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """Return works with made-up titles, the same for the same seed."""
    die = random.Random(seed)
    return [
        {
            "DOI": f"10.5555/work-{number}",
            "type": "journal-article",
            "title": [" ".join("".join(die.choices(SYLLABLES, k=3)) for _ in range(5))],
        }
        for number in range(count)
    ]


def make_questions(truth: WorksInMemory, count: int) -> list[Doi | str]:
    """Return DOIs, DOIs that do not exist, and references, mixed."""
    return list(_questions(truth, count))


def _questions(truth: WorksInMemory, count: int) -> Iterator[Doi | str]:
    for number, (doi, work) in zip(range(count), truth.works.items(), strict=False):
        kind = number % 10
        yield doi if kind < 6 else Doi(f"10.5555/missing-{number}") if kind == 6 else f"{work.title}. 2003."


if __name__ == "__main__":
    main()
