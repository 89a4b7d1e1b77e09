"""Learn the weights of ``refs/extract/line_starts.py`` from reference strings.

usage: python benchmarks/train_line_starts.py STRINGS.jsonl[.gz]… --out refs/data/extract/line_starts.tsv

Each line of input is {"raw": reference string, "source": corpus}. Strings of one corpus are set as lists in
lines of random width, some words divided at the line's end; the model learns to tell first lines from the
others (logistic regression, AdaGrad, L2). Every tenth list is kept out to measure. The seed is fixed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from refs.extract.line_starts import start_features

LIST_LENGTH = 30
Row = tuple[list[str], bool]


def main() -> None:
    """Read strings, train, measure, write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("strings", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--skip", default="", help="comma-separated beginnings of corpora to leave out")
    parser.add_argument("--epochs", type=int, default=6)
    options = parser.parse_args()
    chance = random.Random(7)
    skip = tuple(part for part in options.skip.split(",") if part)
    corpora = read_strings(options.strings, skip)
    train: list[Row] = []
    test: list[Row] = []
    for number, lines in enumerate(set_lists(corpora, chance)):
        rows = [(start_features(text, before), first) for text, before, first in lines]
        (test if number % 10 == 9 else train).extend(rows)
    weights = fit(train, options.epochs, chance)
    print(f"{len(train)} lines to learn from, {len(test)} kept out, {len(weights)} weights")
    print(f"kept-out accuracy {accuracy(weights, test):.4f}, log loss {loss(weights, test):.4f}")
    write_table(weights, options.out, corpora)


def read_strings(paths: list[Path], skip: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the strings by corpus."""
    corpora: defaultdict[str, list[str]] = defaultdict(list)
    for path in paths:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for line in data.decode("utf-8").splitlines():
            row = json.loads(line)
            if not (skip and str(row["source"]).startswith(skip)) and len(row["raw"]) > 20:
                corpora[row["source"]].append(row["raw"])
    return dict(sorted(corpora.items()))


def set_lists(corpora: dict[str, list[str]], chance: random.Random) -> Iterator[list[tuple[str, str, bool]]]:
    """Yield lists of (line, line before, is first): each string is set three times, in other company."""
    for strings in corpora.values():
        for _ in range(3):
            order = strings[:]
            chance.shuffle(order)
            for start in range(0, len(order), LIST_LENGTH):
                width = chance.randint(38, 110)
                yield list(set_list(order[start : start + LIST_LENGTH], width, chance))


def set_list(strings: list[str], width: int, chance: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Yield the lines of a list set to a width."""
    before = ""
    for raw in strings:
        for place, line in enumerate(wrap(raw, width, chance)):
            if before:
                yield line, before, place == 0
            before = line


def wrap(raw: str, width: int, chance: random.Random) -> list[str]:
    """Return a string in lines no longer than a width; long words are sometimes divided."""
    lines = [""]
    for word in raw.split():
        room = width - len(lines[-1]) - 1
        if room >= len(word) or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif room > 3 and len(word) > 6 and word.isalpha() and chance.random() < 0.5:
            lines[-1] += f" {word[: room - 1]}-"
            lines.append(word[room - 1 :])
        else:
            lines.append(word)
    return lines


def fit(rows: list[Row], epochs: int, chance: random.Random) -> dict[str, float]:
    """Return the weights of features seen often enough; small ones are left out."""
    counts = Counter(feature for features, _ in rows for feature in features)
    common = {feature for feature, count in counts.items() if count >= 12}
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    kept = [([*(f for f in features if f in common), "bias"], first) for features, first in rows]
    for _ in range(epochs):
        chance.shuffle(kept)
        for features, first in kept:
            error = float(first) - probability(sum(weights[f] for f in features))
            for feature in features:
                slope = error - 2e-4 * weights[feature]
                squares[feature] += slope * slope
                weights[feature] += 0.25 * slope / math.sqrt(squares[feature])
    return {f: round(w, 2) for f, w in sorted(weights.items()) if abs(w) >= 0.05 or f == "bias"}


def probability(score: float) -> float:
    """Return the logistic function, safe for large scores."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def accuracy(weights: dict[str, float], rows: list[Row]) -> float:
    """Return the share of lines told right."""
    right = sum((score(weights, features) > 0) == first for features, first in rows)
    return right / max(1, len(rows))


def loss(weights: dict[str, float], rows: list[Row]) -> float:
    """Return the mean log loss."""
    total = 0.0
    for features, first in rows:
        p = probability(score(weights, features))
        total -= math.log(max(1e-9, p if first else 1 - p))
    return total / max(1, len(rows))


def score(weights: dict[str, float], features: list[str]) -> float:
    """Return the log odds that the weights give."""
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in features)


def write_table(weights: dict[str, float], path: Path, corpora: dict[str, list[str]]) -> None:
    """Write the table, with what it was learnt from on top."""
    learnt = ", ".join(f"{name} {len(strings)}" for name, strings in corpora.items())
    head = [
        "# Weights (log odds) of the signs of an entry's first line; see refs/extract/line_starts.py.",
        f"# Learnt by benchmarks/train_line_starts.py from strings of: {learnt}.",
    ]
    body = [f"{feature}\t{weight:g}" for feature, weight in weights.items()]
    path.write_text("\n".join(head + body) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
