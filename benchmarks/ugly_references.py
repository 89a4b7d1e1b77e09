"""Real works cited in ugly ways: is any of them called wrong or not found?

    python benchmarks/ugly_references.py CORPUS.jsonl[.gz] --source index:DIR [--n 3000] [--seed 1]

Each reference is made from a record of CORPUS (Crossref works, one a line) in one of two dozen layouts
(``ugly/layouts.py``), then spoilt in two to five ways that leave it right (``ugly/spoils.py``): shortened,
misread, mistyped, broken, decorated. Every accusation (not found, retracted, a field said to be wrong) is
false. Printed: how many, by layout and by what was done, and the accusations themselves.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ugly.layouts import Facts, facts_of
from ugly.spoils import make

from refs.cli.check import verdict
from refs.model import Reference
from refs.pipeline import check_references
from refs.resolve.sources import open_source
from refs.settings import load_settings


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file, packed or not."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()


def read_facts(path: Path, n: int, rng: random.Random) -> Iterator[Facts]:
    """Yield the facts of ``n`` records of a corpus, chosen by chance, half of them journal articles."""
    lines = read_lines(path)
    rng.shuffle(lines)
    left = Counter({True: n // 2, False: n - n // 2})
    for line in lines:
        facts = facts_of(json.loads(line))
        if facts is not None and left[is_article := facts.kind == "journal-article"] > 0:
            left[is_article] -= 1
            yield facts


def accusation(said: dict[str, Any]) -> str:
    """Return what a verdict accuses a right reference of, "" for nothing."""
    if said["status"] == "not_found":
        return "not found"
    if said["retracted"]:
        return ""
    if said["status"] == "mismatch":
        return "wrong " + ", ".join(said["fields"])
    return ""


def main() -> None:
    """Read the command line, make the references, check them, print what they are accused of."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--source", required=True)
    parser.add_argument("--n", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rows = [(facts, *make(facts, rng)) for facts in read_facts(options.corpus, options.n, rng)]
    sources = [open_source(options.source, load_settings())]
    results = check_references((Reference(raw) for _, raw, _, _ in rows), sources=sources)
    statuses: Counter[str] = Counter()
    done: Counter[str] = Counter()
    blamed: Counter[str] = Counter()
    others: list[str] = []
    shown: list[str] = []
    for (facts, raw, layout, ways), result in zip(rows, results, strict=True):
        said = verdict(result)
        statuses[said["status"]] += 1
        done.update([layout, *ways])
        wrong = accusation(said)
        if said["doi"] is not None and said["doi"] != facts.doi.lower():
            others.append(f"{facts.doi} taken for {said['doi']}: {raw}")
        if wrong:
            blamed.update([layout, *ways])
            notes = [f.message for f in result.findings if f.severity.value != "info"]
            shown.append(f"{wrong}  [{layout}; {', '.join(ways)}]\n    {raw!r}\n    {notes}")
    print(f"{len(rows)} right references: {dict(statuses)}; accused {len(shown)}; another work {len(others)}")
    for way, count in blamed.most_common():
        print(f"  {way:20} {count:4} of {done[way]}")
    print("\n".join([*shown[: options.show], *others[:10]]))


if __name__ == "__main__":
    main()
