"""Train the parser's tagger, and settle what its probabilities mean.

    python benchmarks/train_parser.py TRAIN.jsonl.gz --works WORKS.jsonl.gz --held-out DEV.jsonl.gz

TRAIN and DEV hold labelled references, ``{"id", "source", "raw", "fields", "labels", "spans"}`` a line; WORKS
holds Crossref works (the REST API's ``message``), facts for synthetic references. Two files are written to
``--out``: the model, and the table that turns its probabilities into confidences. Everything drawn at random
comes from ``--seed``; with ``--models N`` the weights of N models are averaged (``model_weights.py``), each
trained beside synthetic references of its own, drawn from the seeds that follow.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent))

from model_weights import averaged, model_file, read_model, thinned
from parser_corpus import Row, is_plausible, label_tokens, read_rows
from recombined import recombined
from synthetic.generate import references
from synthetic.works import add_labelled, read_pool

from refs.model import fold_compact
from refs.parse.confidence import TABLE, interpolated
from refs.parse.features import features
from refs.parse.tagger import MODEL

LEFT_OUT = ("parscit", "excite")
"""Sources that the shipped model must not learn from: LGPL, and no licence stated."""


def training_rows(path: Path, left_out: Sequence[str]) -> list[Row]:
    """Return the labelled references that may be learned from."""
    rows = [label_tokens(record) for record in read_rows(path)]
    return [
        row for row in rows if row.tokens and is_plausible(row) and not row.source.startswith(tuple(left_out))
    ]


DOUBTFUL = ("anystyle-ugly",)
"""Sources whose labels are often at odds with each other."""


def undoubted(rows: Iterable[Row], model: Path, doubt: float) -> Iterator[Row]:
    """Yield the rows but those of doubtful sources whose labels a model finds much less likely than its own.

    ``doubt`` is the difference of the logarithms: 1 leaves out what is 2.7 times less likely.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    known = set(tagger.labels())
    for row in rows:
        if not row.source.startswith(DOUBTFUL):
            yield row
            continue
        tagger.set(features(row.raw, row.tokens))
        given = tagger.probability(row.labels) if known.issuperset(row.labels) else 0.0
        if given > math.exp(-doubt) * tagger.probability(tagger.tag()):
            yield row


def synthetic_rows(
    works: Path | None, labelled: Path, left_out: Sequence[str], count: int, seed: int
) -> list[Row]:
    """Return synthetic references made from Crossref works and from what the labelled references name."""
    if works is None or not count:
        return []
    pool = read_pool(read_rows(works))
    add_labelled(pool, (r for r in read_rows(labelled) if not r["source"].startswith(tuple(left_out))))
    return [row for row in map(label_tokens, references(count, pool, seed)) if row.tokens]


def train(rows: Iterable[Row], out: Path, *, iterations: int, c1: float, c2: float, least: int) -> None:
    """Train a first-order CRF by L-BFGS and write it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {
            "c1": c1,
            "c2": c2,
            "max_iterations": iterations,
            "feature.minfreq": least,
            "feature.possible_transitions": True,
        }
    )
    for row in rows:
        trainer.append(features(row.raw, row.tokens), row.labels)
    trainer.train(str(out))


def train_several(seeds: Sequence[int], rows: list[Row], args: argparse.Namespace) -> None:
    """Train a model for each seed of the synthetic references, and write their average."""
    shape = {"iterations": args.iterations, "c1": args.c1, "c2": args.c2, "least": args.least}
    models = []
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            made = synthetic_rows(args.works, args.train, args.left_out, args.synthetic, seed)
            if args.recombined:
                made += recombined(rows, seed)
            print(json.dumps(Counter(row.source for row in rows + made)))
            path = Path(folder) / f"{seed}.crfsuite"
            train([*rows, *made], path, **shape)
            models.append(read_model(path.read_bytes()))
    (args.out / MODEL).write_bytes(model_file(thinned(averaged(models), args.thinned)))


def judged_fields(path: Path) -> dict[str, list[tuple[float, bool]]]:
    """Return by CSL key the raw probability and rightness of each field found in held-out references."""
    from refs.parse.parser import drafting
    from refs.steps import result_of

    judged: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for record in read_rows(path):
        draft = result_of(drafting(record["raw"]))
        for key, name in KEYS.items():
            if key in draft.data and key in draft.confidence and name in record["labels"]:
                right = _shown(key, draft.data[key]) == _wanted(name, record["fields"].get(name))
                judged[key].append((draft.confidence[key], right))
    return judged


KEYS = {
    "author": "author",
    "title": "title",
    "container-title": "container-title",
    "issued": "year",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "publisher": "publisher",
}
"""CSL keys and what the corpora call them."""


def _shown(key: str, value: Any) -> Any:
    if key == "author":
        return [_family(name.get("family") or name.get("literal") or "") for name in value]
    if key == "issued":
        return str(value["date-parts"][0][0])
    return _plain(key, value)


def _wanted(name: str, value: Any) -> Any:
    if name == "author":
        return [_family(family) for family in value or []]
    return _plain(name, value or "")


def _family(text: str) -> str:
    """Return a family name without its particles, folded."""
    words = text.replace("’", "'").split()
    while len(words) > 1 and words[0].lower() in PARTICLES:
        words = words[1:]
    return fold_compact(" ".join(words))


PARTICLES = frozenset(
    "van von der den de del della di da do dos du la le las los "
    "ter ten zu zur zum vom af av al el des".split()
)


def _plain(name: str, value: str) -> str:
    folded = fold_compact(str(value))
    return folded.lstrip("0") or folded if name in ("volume", "issue") else folded


def calibration(judged: dict[str, list[tuple[float, bool]]]) -> str:
    """Return the table of confidences: for each key, points of a rising curve (isotonic regression)."""
    lines = []
    for key in KEYS:
        points = _isotonic(sorted(judged[key])) if judged[key] else [(0.0, 0.5), (1.0, 0.5)]
        lines.append(f"{key} " + " ".join(f"{p:.4f}={c:.4f}" for p, c in points))
    return "\n".join(lines) + "\n"


def _isotonic(pairs: list[tuple[float, bool]], bins: int = 24) -> list[tuple[float, float]]:
    """Return points (probability, share right) that never fall, by pooling neighbours that do."""
    count = max(1, min(bins, len(pairs) // 20))
    edges = [len(pairs) * i // count for i in range(count + 1)]
    pools: list[list[float]] = []
    for start, end in pairwise(edges):
        part = pairs[start:end]
        # one right and one wrong besides, so that no small pool claims certainty
        pools.append(
            [
                sum(p for p, _ in part),
                sum(right for _, right in part) + 0.5,
                len(part) + 1.0,
                float(len(part)),
            ]
        )
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(total / size, right / weight) for total, right, weight, size in pools]


def crossed(judged: dict[str, list[tuple[float, bool]]]) -> list[tuple[float, bool]]:
    """Return confidences and rightness where each half of the references is judged by the other's table."""
    given: list[tuple[float, bool]] = []
    for pairs in judged.values():
        for fitted, shown in ((pairs[::2], pairs[1::2]), (pairs[1::2], pairs[::2])):
            points = _isotonic(sorted(fitted))
            curve = ([p for p, _ in points], [c for _, c in points])
            given += [(interpolated(curve, probability), right) for probability, right in shown]
    return given


def reliability(given: Iterable[tuple[float, bool]]) -> str:
    """Return a Markdown table: of the fields given a confidence, how many are right."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for confidence, right in given:
        bucket = next(name for least, name in BUCKETS if confidence >= least)
        rows[bucket]["given"] += 1
        rows[bucket]["right"] += right
    lines = ["| confidence | fields | right |", "| --- | --- | --- |"]
    for _, name in BUCKETS:
        if rows[name]["given"]:
            share = rows[name]["right"] / rows[name]["given"]
            lines.append(f"| {name} | {rows[name]['given']} | {share:.3f} |")
    return "\n".join(lines)


BUCKETS = (
    (0.95, "≥ .95"),
    (0.9, ".90–.95"),
    (0.8, ".80–.90"),
    (0.6, ".60–.80"),
    (0.4, ".40–.60"),
    (0.0, "< .40"),
)


def main() -> None:
    """Read the command line, train, calibrate, print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("train", type=Path)
    options.add_argument("--works", type=Path, help="Crossref works for synthetic references")
    options.add_argument("--held-out", type=Path, help="labelled references to settle the confidences on")
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "refs" / "data" / "parse")
    options.add_argument("--left-out", nargs="*", default=list(LEFT_OUT), help="sources not to learn from")
    options.add_argument("--synthetic", type=int, default=12_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--models", type=int, default=1, help="average so many, one a seed")
    options.add_argument("--iterations", type=int, default=100)
    options.add_argument("--c1", type=float, default=0.0)
    options.add_argument("--c2", type=float, default=1.0)
    options.add_argument("--least", type=int, default=2, help="leave out rarer features")
    options.add_argument("--recombined", action="store_true", help="and real ones put together anew")
    options.add_argument("--thinned", type=float, default=0.0, help="leave out weights nearer to nought")
    options.add_argument("--doubted-by", type=Path, help="a model that doubts labels of doubtful sources")
    options.add_argument("--doubt", type=float, default=1.0, help="how much less likely than its own")
    options.add_argument("--only-calibrate", action="store_true")
    args = options.parse_args()
    if not args.only_calibrate:
        rows = training_rows(args.train, args.left_out)
        if args.doubted_by:
            rows = list(undoubted(rows, args.doubted_by, args.doubt))
        train_several(range(args.seed, args.seed + args.models), rows, args)
    if args.held_out:
        judged = judged_fields(args.held_out)
        header = "# CSL key, then points probability=confidence; made by benchmarks/train_parser.py\n"
        (args.out / TABLE).write_text(header + calibration(judged), encoding="utf-8")
        print(reliability(crossed(judged)))


if __name__ == "__main__":
    main()
