"""Train the matcher's model, measure it by cross-fitting, and write it as the JSON that refs ships.

    python benchmarks/train_matcher.py --corpus corpus.jsonl.gz --queries queries.jsonl.gz \
        --rows rows.npz --out refs/data/match/model.json --predictions cross_fitted.jsonl --by work

Queries are lines of {"id", "set", "raw", "doi" or null, "also": [...]}. Needs lightgbm, numpy and
scikit-learn (for training only). Groups of ``--by work`` are the works meant, so that a work's strings in
several styles stay together; ``--by source`` leaves out one collection of strings at a time and ``--by
style`` one style, and then no string of a work that is measured is in the training part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import zlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from sklearn.isotonic import IsotonicRegression
from training_strings import StringMaker

from refs.index import build_index, open_index
from refs.model import Reference, Work
from refs.resolve.candidates import find_by_words, query_text
from refs.resolve.decision import NO_CHANCE, TWIN_MARGIN, UNPLACED, VETO_LOOKS
from refs.resolve.evidence import NAMES, gather_evidence
from refs.resolve.promise import ENOUGH, ENOUGH_BESIDE, read_promise
from refs.resolve.query import read_query
from refs.resolve.record import read_record
from refs.resolve.scoring import BEST_NAMES, CONVINCING, NOBODY, Weighed
from refs.resolve.trees import HOPELESS, HURRIED_TREES
from refs.resolve.vetoes import holds_two, is_told_by_authors, is_unplaced, veto

MADE = 8000
SEED = 11
MASKED = 0.3
"""The share of made strings that are weighed against records which lack a field or two, as many do."""
MASKS = (
    ("author",), ("issued",), ("author", "issued"), ("issue",), ("page", "article-number"),
    ("volume", "issue"), ("container-title", "short-container-title"),
)  # fmt: skip
NULL, MEANT, TWIN = 0, 1, 2
RISING = frozenset(
    "title_ratio title_cover title_opens container_score authors_found authors_in_order initials_agree "
    "editors_found year_state volume_state issue_state page_state last_page_state numbers_agree "
    "numbers_slipped pair margin margin_to_third".split()
)
FALLING = frozenset(
    "title_missing title_distinct_missing title_extra title_distinct_extra title_number_swapped "
    "initials_conflict head_extra head_extra_share numbers_conflict numbers_unexplained page_beyond "
    "volume_beyond thesis_conflict notice_conflict notice_cited review_conflict title_names_author "
    "words_unexplained words_unexplained_share words_after_title second".split()
)
"""More of the ones never lowers a probability, more of the others never raises it."""


def directions(names: Sequence[str]) -> list[int]:
    """Return for each column whether the probability may only rise (1) or fall (-1) with it, or both (0)."""
    return [(name in RISING) - (name in FALLING) for name in names]


PAIR = {
    "objective": "binary", "learning_rate": 0.06, "num_leaves": 15, "min_data_in_leaf": 40, "lambda_l2": 3.0,
    "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 7, "num_threads": 1,
    "deterministic": True, "verbose": -1, "monotone_constraints": directions(NAMES),
}  # fmt: skip
BEST = PAIR | {
    "num_leaves": 8, "min_data_in_leaf": 60, "learning_rate": 0.05,
    "monotone_constraints": directions(BEST_NAMES),
}  # fmt: skip
PAIR_TREES, BEST_TREES = 150, 100
WEIGHTS = {"real": 1.0, "removed": 0.35, "made": 0.3, "made_removed": 0.1}
"""What a string counts: as it came; with its work taken out of the index; made; made and taken out."""
FOLDS, NEVER = 5, -1
"""Folds by work; and the fold of made strings, which are there whatever collection is left out."""
HIGHEST = 0.9995
"""No probability above this one: the labels themselves are not surer."""


@dataclass
class Rows:
    """Every weighed pair: evidence, the query it belongs to, what the record is to it."""

    evidence: np.ndarray
    query: np.ndarray
    label: np.ndarray
    doi: np.ndarray
    promise: np.ndarray
    vetoed: np.ndarray
    queries: list[dict[str, Any]]

    @property
    def bounds(self) -> np.ndarray:
        return np.searchsorted(self.query, np.arange(len(self.queries) + 1))

    @property
    def made(self) -> np.ndarray:
        return np.array([q["set"].startswith("made/") for q in self.queries])


_index: Any = None


def _open(path: str) -> None:
    global _index
    _index = open_index(path)


Found = tuple[int, int, str, int, bool, tuple[float, ...]]


def _weigh(task: tuple[int, dict[str, Any]]) -> tuple[bool, list[Found]]:
    """Return whether a string holds two references, and a row for each work worth weighing."""
    number, line = task
    query = read_query(query_text(Reference(line["raw"])))
    twins, without = set(line.get("also") or ()), line.get("without") or ()
    found = []
    for found_work in find_by_words(query, _index):
        work = found_work
        if without:
            work = Work({name: value for name, value in work.data.items() if name not in without})
        promise = read_promise(query, work)
        if promise >= ENOUGH:
            doi = work.doi.value
            label = MEANT if doi == line["doi"] else TWIN if doi in twins else NULL
            record = read_record(work)
            row = gather_evidence(query, record)
            out = bool(veto(query, Weighed(work, record, row, 0.0)))
            found.append((number, label, doi, promise, out, row))
    return holds_two(query), found


def gather_rows(corpus: Path, queries: Path, jobs: int) -> Rows:
    """Return the rows of all queries and of strings made from the corpus, over an index of the corpus."""
    with gzip.open(queries, "rt", encoding="utf-8") as stream:
        lines = [json.loads(line) for line in stream]
    with gzip.open(corpus, "rt", encoding="utf-8") as stream:
        records = [json.loads(line) for line in stream]
    lines = [line for line in lines if not line["set"].endswith("goldsuspect")]
    lines += make_strings(records)
    with tempfile.TemporaryDirectory() as folder:
        build_index(Path(folder), [corpus])
        with ProcessPoolExecutor(jobs, initializer=_open, initargs=(folder,)) as pool:
            weighed = list(pool.map(_weigh, enumerate(lines), chunksize=64))
    for line, (two, _) in zip(lines, weighed, strict=True):
        line["two"] = two
    rows = [row for _, found in weighed for row in found]
    number, label, doi, promise, vetoed, evidence = map(np.array, zip(*rows, strict=True))
    return Rows(evidence.astype(np.float32), number, label, doi, promise, vetoed, lines)


def make_strings(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return strings made from records of each provenance alike, some weighed against poorer records."""
    rng = random.Random(SEED)
    rng.shuffle(records)
    groups: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        groups.setdefault(record.get("_src", ""), []).append(record)
    chosen = [record for turn in zip_longest(*groups.values()) for record in turn if record is not None]
    made = StringMaker(chosen[: MADE * 2], SEED).make(MADE)
    return [
        {"id": f"made/{n}", **line, "without": rng.choice(MASKS) if rng.random() < MASKED else ()}
        for n, line in enumerate(made)
    ]


def save(rows: Rows, path: Path) -> None:
    np.savez(
        path, evidence=rows.evidence, query=rows.query, label=rows.label, doi=rows.doi, promise=rows.promise,
        vetoed=rows.vetoed, names=np.array(NAMES), queries=np.array(json.dumps(rows.queries)),
    )  # fmt: skip


def load(path: Path) -> Rows:
    data = np.load(path)
    if tuple(data["names"]) != NAMES:
        raise SystemExit(f"{path}: other columns than today's evidence; gather the rows again")
    return Rows(
        data["evidence"],
        data["query"],
        data["label"],
        data["doi"],
        data["promise"],
        data["vetoed"],
        json.loads(str(data["queries"])),
    )


def fit_pair(rows: Rows, train: np.ndarray) -> lightgbm.Booster:
    """Return the forest for pairs, trained on the rows of some queries; twins are neither right nor wrong."""
    chosen = train[rows.query] & (rows.label != TWIN)
    weight = np.where(rows.made[rows.query[chosen]], 0.5, 1.0)
    data = lightgbm.Dataset(rows.evidence[chosen], label=rows.label[chosen] == MEANT, weight=weight)
    return lightgbm.train(PAIR, data, PAIR_TREES)


def pair_odds(model: lightgbm.Booster, evidence: np.ndarray) -> np.ndarray:
    """Return log-odds as ``Forest.log_odds`` gives them in a hurry."""
    early = model.predict(evidence, raw_score=True, num_iteration=HURRIED_TREES)
    return np.where(early < HOPELESS, early, model.predict(evidence, raw_score=True))


def best_rows(
    rows: Rows, odds: np.ndarray, queries: np.ndarray, *, removed: bool = False
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return for each query its best pair's second row, label, query number and DOI.

    Args:
        removed: as if the work meant (and its twins) were not in the index.
    """
    bounds, table, label, number, doi = rows.bounds, [], [], [], []
    for query in np.flatnonzero(queries):
        members = np.arange(bounds[query], bounds[query + 1])
        if removed:
            if not (rows.label[members] == MEANT).any():
                continue
            members = members[rows.label[members] == NULL]
        sure = np.flatnonzero(odds[members] >= CONVINCING)
        if len(sure):  # once a convincing work is known only works that share much are weighed
            later = np.arange(len(members)) > sure[0]
            members = members[~later | (rows.promise[members] >= ENOUGH_BESIDE)]
        if not len(members):
            continue
        order = without_vetoed(rows, odds, members[np.argsort(-odds[members], kind="stable")])[:3]
        if not len(order):
            continue
        best = [max(float(odds[row]), NOBODY) for row in order] + [NOBODY] * (3 - len(order))
        table.append((*rows.evidence[order[0]], best[0], best[0] - best[1], best[1], best[0] - best[2]))
        label.append(rows.label[order[0]])
        number.append(query)
        doi.append(rows.doi[order[0]])
    return np.array(table, np.float32), np.array(label), np.array(number), np.array(doi)


def without_vetoed(rows: Rows, odds: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return rows, best first, without those that a veto takes out."""
    looked_at = (np.arange(len(order)) < VETO_LOOKS) & (odds[order] > NO_CHANCE)
    return order[~(looked_at & rows.vetoed[order])]


class Row:
    """A second row, read by name as the rules read a weighed work."""

    def __init__(self, row: np.ndarray) -> None:
        self._row = row

    def value(self, name: str) -> float:
        return float(self._row[BEST_NAMES.index(name)])


def is_capped(row: np.ndarray) -> bool:
    """True where the string says too little for a probability above ``UNPLACED``."""
    best: Any = Row(row)
    return is_unplaced(best) and not is_told_by_authors(best)


def is_named(row: np.ndarray) -> bool:
    """True where no second record explains the string as well as the best."""
    margin, second = row[BEST_NAMES.index("margin")], row[BEST_NAMES.index("second")]
    return not (margin < TWIN_MARGIN and second > 0)


def best_training(
    rows: Rows, odds: np.ndarray, train: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return second rows, labels and weights: as they came and with the work removed."""
    tables, labels, weights = [], [], []
    for removed in (False, True):
        table, label, number, _ = best_rows(rows, odds, train, removed=removed)
        made = rows.made[number]
        names = ("made_removed", "removed") if removed else ("made", "real")
        keep = label != TWIN
        tables.append(table[keep])
        labels.append(label[keep] == MEANT)
        weights.append(np.where(made, WEIGHTS[names[0]], WEIGHTS[names[1]])[keep])
    return np.concatenate(tables), np.concatenate(labels), np.concatenate(weights)


def fit_both(rows: Rows, train: np.ndarray, group: np.ndarray) -> tuple[lightgbm.Booster, lightgbm.Booster]:
    """Return both forests; the second is trained on odds that the first gave to strings it had not seen."""
    odds = np.zeros(len(rows.query))
    inner = np.array([zlib.crc32(f"{g} inner".encode()) % 3 for g in group])
    for part in range(3):
        model = fit_pair(rows, train & (inner != part))
        unseen = (train & (inner == part))[rows.query]
        odds[unseen] = pair_odds(model, rows.evidence[unseen])
    table, label, weight = best_training(rows, odds, train)
    best = lightgbm.train(BEST, lightgbm.Dataset(table, label=label, weight=weight), BEST_TREES)
    return fit_pair(rows, train), best


def groups(rows: Rows, by: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the group of each query (its work, or its string) and the fold it is held out in."""
    group = np.array([q["doi"] or q.get("base") or q["raw"][:40].lower() for q in rows.queries])
    fold = np.array([zlib.crc32(g.encode()) % FOLDS for g in group])
    if by != "work":
        kind = [(source if by == "source" else style)(query) for query in rows.queries]
        names = sorted(set(kind) - {"made"})
        fold = np.array([names.index(each) if each != "made" else NEVER for each in kind])
    return group, fold


def source(query: dict[str, Any]) -> str:
    """Return the collection that a string comes from: ``a2``."""
    return query["set"].split("/")[0].split("-")[0]


def style(query: dict[str, Any]) -> str:
    """Return the style that a string is printed in: ``apa``, noisy or not."""
    if source(query) in ("real", "made"):
        return source(query)
    printed = str(query.get("style") or query["set"]).rpartition("/")[2]
    return printed.removesuffix("-noise").rstrip("0123456789")


def cross_fit(rows: Rows, by: str) -> tuple[np.ndarray, list[str | None], tuple[np.ndarray, ...]]:
    """Return for each query the log-odds and DOI of its best pair, by models that have not seen it; and the
    log-odds, labels and weights to calibrate on."""
    group, fold = groups(rows, by)
    odds_best = np.full(len(rows.queries), -20.0)
    chosen: list[str | None] = [None] * len(rows.queries)
    pool: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for part in sorted(set(fold) - {NEVER}):
        held = fold == part
        pair, best = fit_both(rows, ~held & ~np.isin(group, group[held]), group)
        odds = np.full(len(rows.query), NOBODY)
        mine = held[rows.query]
        odds[mine] = pair_odds(pair, rows.evidence[mine])
        table, _, number, doi = best_rows(rows, odds, held)
        for query, value in zip(number, best.predict(table, raw_score=True), strict=True):
            odds_best[query] = value
        for query, row, name in zip(number, table, doi, strict=True):
            chosen[query] = str(name) if is_named(row) and not rows.queries[query]["two"] else None
            rows.queries[query]["unplaced"] = is_capped(row)
        table, label, weight = best_training(rows, odds, held)
        pool.append((best.predict(table, raw_score=True), label, weight))
        print(f"fold {part} done", flush=True)
    return odds_best, chosen, tuple(np.concatenate(parts) for parts in zip(*pool, strict=True))


def calibrate(odds: np.ndarray, label: np.ndarray, weight: np.ndarray) -> dict[str, list[float]]:
    """Return a rising curve of at most a few dozen points from log-odds to the share of right answers."""
    curve = IsotonicRegression(y_min=0.0005, y_max=HIGHEST, out_of_bounds="clip").fit(odds, label, weight)
    points = np.unique(np.quantile(odds, np.linspace(0, 1, 161)).round(3))
    share = curve.predict(points)
    smooth = np.convolve(np.pad(share, 2, mode="edge"), np.ones(5) / 5, "valid")
    keep = [0, *[i for i in range(1, len(points)) if points[i] - points[i - 1] > 0.02]]
    return {
        "log_odds": [float(points[i]) for i in keep],
        "share": [round(float(smooth[i]), 5) for i in keep],
    }


def forest(model: lightgbm.Booster, columns: tuple[str, ...]) -> dict[str, Any]:
    """Return a forest as nested [column, threshold, low, high], for ``refs.resolve.trees``."""

    def node(data: dict[str, Any]) -> Any:
        if "leaf_value" in data:
            return round(data["leaf_value"], 5)
        low, high = node(data["left_child"]), node(data["right_child"])
        return [data["split_feature"], round(data["threshold"], 6), low, high]

    trees = [node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    return {"columns": list(columns), "trees": trees}


def probability(curve: dict[str, list[float]], odds: np.ndarray) -> np.ndarray:
    return np.interp(odds, curve["log_odds"], curve["share"])


def reliability(shares: np.ndarray, right: np.ndarray, lowest: float) -> list[str]:
    """Return a Markdown table: of the works named with a probability in a band, how many were right."""
    lines = ["| probability | strings | mean probability | right |", "| --- | ---: | ---: | ---: |"]
    edges = (lowest, 0.7, 0.9, 0.95, 0.98, 0.99, 1.01)
    for low, high in pairwise(edges):
        band = (shares >= low) & (shares < high)
        if band.any():
            name = f"{low:.2f} to {min(high, 1):.2f}"
            lines.append(f"| {name} | {band.sum()} | {shares[band].mean():.3f} | {right[band].mean():.2%} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--queries", type=Path)
    parser.add_argument(
        "--rows", type=Path, required=True, help="rows gathered before, or where to keep them"
    )
    parser.add_argument("--out", type=Path, help="write the model here")
    parser.add_argument("--predictions", type=Path, help="write cross-fitted answers here")
    parser.add_argument("--by", choices=("work", "source", "style"), default="work")
    parser.add_argument("--threshold", type=float, default=0.55)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if not options.rows.exists():
        save(gather_rows(options.corpus, options.queries, options.jobs), options.rows)
    rows = load(options.rows)
    odds, chosen, pool = cross_fit(rows, options.by)
    curve = calibrate(*pool)
    most = np.array([UNPLACED if query.get("unplaced") else 1.0 for query in rows.queries])
    shares = np.minimum(probability(curve, odds), most)
    real = [n for n, query in enumerate(rows.queries) if not query["set"].startswith("made/")]
    if options.predictions:
        with options.predictions.open("w", encoding="utf-8") as stream:
            for n in real:
                doi = chosen[n] if shares[n] >= options.threshold else None
                stream.write(
                    json.dumps({"id": rows.queries[n]["id"], "doi": doi, "score": float(shares[n])}) + "\n"
                )
    named = [n for n in real if chosen[n] is not None and shares[n] >= options.threshold]
    right = np.array([chosen[n] == rows.queries[n]["doi"] for n in named])
    print("\n".join(reliability(shares[named], right, options.threshold)))
    if options.out:
        group, _ = groups(rows, "work")
        pair, best = fit_both(rows, np.ones(len(rows.queries), bool), group)
        model = {
            "made_by": "benchmarks/train_matcher.py",
            "threshold": options.threshold,
            "calibration": curve,
            "pair": forest(pair, NAMES),
            "best": forest(best, BEST_NAMES),
        }
        options.out.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
