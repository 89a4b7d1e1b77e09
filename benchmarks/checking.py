"""Accuracy and speed of the check on references whose truth is known.

    python benchmarks/checking.py GOLD.jsonl[.gz]... --source index:DIR [--predictions OUT.jsonl]
                                  [--reliability refs/check/reliability.tsv] [--sample N]

GOLD holds a reference a line: ``id``, ``raw``, ``label`` (verified, mismatch, not_found, retracted),
``fields_wrong`` and, where there are any, ``soft`` fields. Printed: what was said of each label, how many
findings of each rule were right, and what checking costs against resolving alone, both measured in this run.
``--predictions`` writes the verdicts, a retracted work's status as "retracted".
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from refs.check import all_rules
from refs.cli.check import verdict
from refs.model import CheckResult, Reference, Source
from refs.pipeline import check_references
from refs.resolve import resolve_references
from refs.resolve.sources import open_source
from refs.settings import load_settings

FIELDS = {
    "M201": "author",
    "M203": "author",
    "M204": "author",
    "M211": "title",
    "M221": "journal",
    "M231": "year",
    "M241": "volume",
    "M251": "issue",
    "M261": "pages",
}
"""Rules that say that a field is wrong, and the gold's word for the field."""
ROUNDS = 5
"""How often the cost is measured: a machine has other things to do."""


def main() -> None:
    """Read the command line, check every gold file, print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--source", required=True)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--reliability", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="only the first N references of each file")
    options = parser.parse_args()
    sources = [open_source(options.source, load_settings())]
    right: Counter[str] = Counter()
    flagged: Counter[str] = Counter()
    lines: list[str] = []
    for path in options.gold:
        rows = list(read_gold(path))[: options.sample or None]
        results = list(check(rows, sources))
        lines += [json.dumps(prediction(row, result)) for row, result in zip(rows, results, strict=True)]
        print_statuses(path, rows, results)
        for row, result in zip(rows, results, strict=True):
            for code, is_right in judge(row, result):
                flagged[code] += 1
                right[code] += is_right
        print_cost(rows, sources)
    print_rules(flagged, right)
    if options.predictions:
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.reliability:
        write_reliability(options.reliability, flagged, right)


def read_gold(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gold file, packed or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from (json.loads(line) for line in text.splitlines() if line.strip())


def references_of(rows: Iterable[dict[str, Any]]) -> Iterator[Reference]:
    """Yield the references as ``refs check --jsonl`` makes them."""
    return (Reference(row["raw"]) for row in rows)


def check(rows: Sequence[dict[str, Any]], sources: Sequence[Source]) -> Iterator[CheckResult]:
    """Yield a result for each row."""
    return check_references(references_of(rows), sources=sources)


def prediction(row: dict[str, Any], result: CheckResult) -> dict[str, Any]:
    """Return a verdict as scorers read it: a retracted work's status is "retracted"."""
    said = verdict(result)
    return {"id": row["id"]} | said | ({"status": "retracted"} if said["retracted"] else {})


def judge(row: dict[str, Any], result: CheckResult) -> Iterator[tuple[str, bool]]:
    """Yield each finding whose truth the gold knows, and whether it is right."""
    wrong = set(row.get("fields_wrong") or ()) | set(row.get("soft") or ())
    label = row["label"]
    for code in dict.fromkeys(f.code for f in result.findings):
        if code in FIELDS:
            yield code, FIELDS[code] in wrong or label == "not_found"
        elif code in ("X101", "X107"):
            yield code, label == "not_found"
        elif code == "X106":
            yield code, "author" in wrong
        elif code in ("X102", "X103"):
            yield code, "doi" in wrong or label == "not_found"
        elif code in ("S301", "S303", "S304"):
            yield code, label == "retracted"


def print_statuses(path: Path, rows: Sequence[dict[str, Any]], results: Sequence[CheckResult]) -> None:
    """Print what was said of the references of each label."""
    said = Counter((row["label"], prediction(row, r)["status"]) for row, r in zip(rows, results, strict=True))
    print(f"\n{path.name}: {len(rows)} references")
    for (label, status), count in sorted(said.items()):
        print(f"  {label:10} said {status:13} {count:5}")


def print_cost(rows: Sequence[dict[str, Any]], sources: Sequence[Source]) -> None:
    """Print the time of checking against that of resolving alone, taken in turns: the median round."""
    rounds = sorted((cost_of_round(rows, sources) for _ in range(ROUNDS)), key=lambda r: r[1] / r[0])
    resolving, checking = rounds[ROUNDS // 2]
    ratios = [f"{checking / resolving:.2f}" for resolving, checking in rounds]
    print(
        f"  a reference: resolving {resolving:.2f} ms, checking {checking:.2f} ms, "
        f"{checking / resolving:.2f} times ({ROUNDS} rounds: {ratios[0]} to {ratios[-1]})"
    )


def cost_of_round(rows: Sequence[dict[str, Any]], sources: Sequence[Source]) -> tuple[float, float]:
    """Return the milliseconds of processor time that resolving and checking take a reference."""
    resolving = checking = 0.0
    chunks = [list(references_of(rows[i : i + 100])) for i in range(0, min(len(rows), 1000), 100)]
    for references in chunks:
        start = time.process_time()
        list(resolve_references(references, sources))
        between = time.process_time()
        list(check_references(references, sources=sources, rules=all_rules()))
        resolving += between - start
        checking += time.process_time() - between
    count = sum(map(len, chunks))
    return 1000 * resolving / count, 1000 * checking / count


def print_rules(flagged: Counter[str], right: Counter[str]) -> None:
    """Print how many findings of each rule were right."""
    print("\nrule   findings   right")
    for code in sorted(flagged):
        print(f"{code}   {flagged[code]:8} {right[code]:7}")


def write_reliability(path: Path, flagged: Counter[str], right: Counter[str]) -> None:
    """Write the counts that ``refs explain`` shows; a rule measured on more elsewhere keeps those."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    rows = {line.partition("\t")[0]: line for line in lines}
    known = {code: int(line.split("\t")[1]) for code, line in rows.items()}
    more = [code for code in flagged if flagged[code] >= known.get(code, 0)]
    rows |= {code: f"{code}\t{flagged[code]}\t{right[code]}" for code in more}
    path.write_text("\n".join([head, *(rows[code] for code in sorted(rows))]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
