"""Train the parser's tagger on a graphics card: several conditional random fields at once, averaged.

    python benchmarks/train_parser_torch.py TRAIN.jsonl.gz --works WORKS.jsonl.gz --doubted-by FIRST.crfsuite

Beside what ``train_parser.py`` needs: numpy and torch. The model is the same in kind: features, labels and
file are CRFsuite's. What differs is how it is learned: from many draws of synthetic references and of
recombined real ones (``recombined.py``), with features left out at random, so that no few of them decide all.
Each of the ``RECIPES`` is trained by Adam on the same strings in the same order; their weights are averaged,
and the ``--kept`` that count most stay. Without a graphics card it runs on the processor, for days.

Confidences are settled afterwards: ``train_parser.py TRAIN --held-out DEV --only-calibrate``.
"""

from __future__ import annotations

import argparse
import math
import sys
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent))

from model_weights import STATE, TRANSITION, Model, model_file
from parser_corpus import Row
from recombined import recombined
from train_parser import LEFT_OUT, synthetic_rows, training_rows, undoubted

from refs.parse.features import features
from refs.parse.tagger import MODEL

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one of the averaged models is trained."""

    c2: float
    """The penalty of squared weights, as CRFsuite counts it."""
    dropped: float = 0.0
    """The share of features left out of a token, each time anew; the others count for more."""
    unknown: float = 0.0
    """The share of words that are as if never seen."""
    real: float = 1.0
    synthetic: float = 1.0
    recombined: float = 1.0
    across: float = 0.0
    """What a string of these kinds counts."""
    least: int = 0
    """How often attribute and label must be seen together to have a weight."""
    kept: int = 0
    """How many weights stay for the last part of the training, 0 for all."""


RECIPES = (
    Recipe(1.5, least=2),
    Recipe(0.5, dropped=0.3, least=2),
    Recipe(0.3, dropped=0.3, unknown=0.2, across=1.0),
    Recipe(0.5, dropped=0.3, real=2.0),
    Recipe(0.5, dropped=0.3, unknown=0.1, synthetic=1.5, across=0.5, kept=160_000),
)
C1 = 0.1
"""The penalty of absolute weights."""
REFERENCES = 30_600
"""The size of the training set that the penalties are meant for."""
WORD_PLACES = {b"w=": 0, b"e=": 0, b"-1w": 1, b"+1w": 2}
"""Features made of a word: how they begin, and whether of the token itself, the one before, the one after."""
RATE = 0.03
PRUNED_FROM, AVERAGED_FROM = 0.7, 0.73
"""After which share of the training weights are left out, and the others averaged over time."""
LONGEST = 200
RARE = 0.25
"""The power of an attribute's count by which its weights count for more."""


@dataclass(slots=True)
class Part:
    """References of one kind as numbers: the attributes of all tokens, where tokens and strings begin."""

    kind: str
    attributes: np.ndarray
    token_starts: np.ndarray
    labels: np.ndarray
    string_starts: np.ndarray


@dataclass(frozen=True, slots=True)
class Task:
    """What one process makes: ``kind`` and the seed."""

    kind: str
    seed: int


def rows_of(task: Task, args: argparse.Namespace) -> list[Row]:
    """Return the references of a task."""
    if task.kind == "synthetic":
        return synthetic_rows(args.works, args.train, LEFT_OUT, args.synthetic, task.seed)
    rows = training_rows(args.train, LEFT_OUT)
    if args.doubted_by:
        rows = list(undoubted(rows, args.doubted_by, args.doubt))
    if task.kind == "real":
        return rows
    return list(recombined(rows, task.seed, across=task.kind == "across"))


def numbered(job: tuple[Task, argparse.Namespace]) -> tuple[Part, list[bytes], list[str]]:
    """Return the references of a task as numbers, and what the numbers stand for."""
    task, args = job
    names: dict[bytes, int] = {}
    labels: dict[str, int] = {}
    attributes, tokens, given, strings = array("i"), array("q", [0]), array("h"), array("q", [0])
    for row in rows_of(task, args):
        for seen in features(row.raw, row.tokens):
            attributes.extend([names.setdefault(name, len(names)) for name in seen])
            tokens.append(len(attributes))
        given.extend([labels.setdefault(label, len(labels)) for label in row.labels])
        strings.append(len(given))
    parts = (np.frombuffer(part, dtype=part.typecode) for part in (attributes, tokens, given, strings))
    return Part(task.kind, *parts), list(names), list(labels)


def prepared(args: argparse.Namespace) -> tuple[list[Part], list[bytes], list[str], np.ndarray]:
    """Return all references as numbers, the attributes worth a weight with their counts, and the labels."""
    tasks = [Task("real", 0)]
    for kind, count in (("synthetic", args.draws), ("recombined", args.recombined), ("across", args.across)):
        tasks += [Task(kind, args.seed + i + (10 if kind == "across" else 0)) for i in range(count)]
    with get_context("spawn").Pool(args.jobs) as pool:
        made = pool.map(numbered, [(task, args) for task in tasks], chunksize=1)
    names: dict[bytes, int] = {}
    labels: dict[str, int] = {}
    for part, own, own_labels in made:
        number = np.array([names.setdefault(name, len(names)) for name in own], dtype=np.int32)
        part.attributes = number[part.attributes]
        known = np.array([labels.setdefault(label, len(labels)) for label in own_labels], dtype=np.int64)
        part.labels = known[part.labels]
    counts = sum(np.bincount(part.attributes, minlength=len(names)) for part, _, _ in made)
    real = np.bincount(made[0][0].attributes, minlength=len(names))
    worth = (real >= 2) | (counts >= max(2, 1.5 * args.draws))
    order = np.argsort(-counts, kind="stable")
    order = order[worth[order]]
    new = np.full(len(names), -1, np.int32)
    new[order] = np.arange(len(order))
    for part, _, _ in made:
        numbers = new[part.attributes]
        before = np.concatenate([[0], np.cumsum(numbers >= 0)])
        part.attributes, part.token_starts = numbers[numbers >= 0], before[part.token_starts]
    listed = list(names)
    return [part for part, _, _ in made], [listed[i] for i in order], list(labels), counts[order]


class Strings:
    """All references on the device."""

    def __init__(self, parts: Sequence[Part]) -> None:
        def joined(arrays: Iterable[np.ndarray]) -> torch.Tensor:
            return torch.from_numpy(np.concatenate(list(arrays))).to(DEVICE)

        ends = [np.cumsum([0] + [len(x) for x in sizes]) for sizes in _sizes(parts)]
        self.attributes = joined(part.attributes for part in parts)
        self.labels = joined(part.labels for part in parts)
        zero = [np.zeros(1, np.int64)]
        self.tokens = joined(
            zero + [p.token_starts[1:] + ends[0][i] for i, p in enumerate(parts)]
        )  # fmt: skip
        self.starts = joined(zero + [p.string_starts[1:] + ends[1][i] for i, p in enumerate(parts)])
        self.lengths = np.concatenate([np.diff(part.string_starts) for part in parts])
        counts = [len(part.string_starts) - 1 for part in parts]
        self.part = np.repeat(np.arange(len(parts)), counts)
        self.kinds = [part.kind for part in parts]

    def of(self, kind: str) -> list[np.ndarray]:
        """Return the numbers of the strings of each part of a kind."""
        return [np.flatnonzero(self.part == i) for i, own in enumerate(self.kinds) if own == kind]

    def weighted(self, recipe: Recipe) -> np.ndarray:
        """Return what each string counts."""
        return np.array([getattr(recipe, kind) for kind in self.kinds], dtype=np.float32)[self.part]

    def pairs(self, attributes: int, labels: int) -> torch.Tensor:
        """Return how often each attribute and each label are seen together."""
        seen = torch.zeros(attributes * labels, dtype=torch.int32, device=DEVICE)
        for start in range(0, len(self.labels), 1_000_000):
            end = min(start + 1_000_000, len(self.labels))
            first, last = int(self.tokens[start]), int(self.tokens[end])
            each = self.tokens[start + 1 : end + 1] - self.tokens[start:end]
            given = torch.repeat_interleave(self.labels[start:end], each)
            place = self.attributes[first:last].long() * labels + given
            seen.index_add_(0, place, torch.ones_like(place, dtype=torch.int32))
        return seen.view(attributes, labels)


def _sizes(parts: Sequence[Part]) -> tuple[list[np.ndarray], list[np.ndarray]]:
    return [part.attributes for part in parts], [part.labels for part in parts]


@dataclass(slots=True)
class Batch:
    """Strings side by side, the longest first: for each token its string, place and label."""

    attributes: torch.Tensor
    token: torch.Tensor
    """Of each attribute."""
    starts: torch.Tensor
    string: torch.Tensor
    place: torch.Tensor
    labels: torch.Tensor
    going: list[int]
    """How many strings have a token at each place."""


def batch_of(strings: Strings, numbers: np.ndarray) -> Batch:
    """Return a batch of the strings of these numbers, longest first."""
    chosen = torch.as_tensor(numbers, device=DEVICE)
    start = strings.starts[chosen]
    size = strings.starts[chosen + 1] - start
    string = torch.repeat_interleave(torch.arange(len(chosen), device=DEVICE), size)
    place = torch.arange(len(string), device=DEVICE) - (torch.cumsum(size, 0) - size)[string]
    at = start[string] + place
    first = strings.tokens[at]
    many = strings.tokens[at + 1] - first
    token = torch.repeat_interleave(torch.arange(len(at), device=DEVICE), many)
    starts = torch.cumsum(many, 0) - many
    attributes = strings.attributes[
        first[token] + torch.arange(len(token), device=DEVICE) - starts[token]
    ].long()
    lengths = strings.lengths[numbers]
    going = [int((lengths > i).sum()) for i in range(int(lengths[0]))]
    return Batch(attributes, token, starts, string, place, strings.labels[at], going)


class Fields:
    """The conditional random fields in training: weights of all recipes, their moments and their averages."""

    def __init__(self, strings: Strings, names: list[bytes], labels: int, counts: np.ndarray) -> None:
        self.strings = strings
        shape = (len(RECIPES), len(names), labels)
        moves = (len(RECIPES), labels, labels)
        self.state, self.slope, self.first, self.second, self.mean = (
            torch.zeros(shape, device=DEVICE) for _ in range(5)
        )
        self.moves, self.moves_first, self.moves_second, self.moves_mean = (
            torch.zeros(moves, device=DEVICE) for _ in range(4)
        )
        seen = strings.pairs(len(names), labels)
        self.allowed = [seen >= recipe.least for recipe in RECIPES]
        self.counts = torch.tensor(counts / counts.max(), dtype=torch.float32, device=DEVICE)[:, None]
        self.worth = torch.tensor(np.stack([strings.weighted(r) for r in RECIPES]), device=DEVICE)
        starts = [next((p for b, p in WORD_PLACES.items() if name.startswith(b)), -1) for name in names]
        self.word_place = torch.tensor(starts, device=DEVICE)
        self.steps = self.averaged = 0
        self.pruned: set[int] = set()

    def emissions(self, batch: Batch, number: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the potentials of a batch's tokens under a recipe, and what each feature counted."""
        recipe = RECIPES[number]
        kept = torch.ones(len(batch.attributes), device=DEVICE)
        if recipe.dropped:
            drawn = torch.rand(len(kept), device=DEVICE) > recipe.dropped
            kept = drawn.float() / (1 - recipe.dropped)
        if recipe.unknown:
            own = torch.rand(len(batch.labels), device=DEVICE) < recipe.unknown
            before, after = torch.zeros_like(own), torch.zeros_like(own)
            before[1:], after[:-1] = own[:-1], own[1:]
            place = self.word_place[batch.attributes]
            lost = torch.stack([own, before, after], 1)[batch.token, place.clamp(min=0)]
            kept = kept * torch.where(place >= 0, (~lost).float(), 1.0)
        bag = torch.nn.functional.embedding_bag
        state = self.state[number]
        return bag(batch.attributes, state, batch.starts, mode="sum", per_sample_weights=kept), kept

    def step(self, numbers: np.ndarray, rate: float, done: float) -> torch.Tensor:
        """Take one step of Adam on a batch; return the mean loss of each recipe."""
        batch = batch_of(self.strings, numbers)
        recipes, labels = len(RECIPES), self.moves.shape[1]
        worth = self.worth[:, torch.as_tensor(numbers, device=DEVICE)]
        share = worth / worth.sum(1, keepdim=True).clamp(min=1.0)
        potential = torch.zeros(len(batch.going), recipes, len(numbers), labels, device=DEVICE)
        kept = []
        for k in range(recipes):
            own, counted = self.emissions(batch, k)
            potential[batch.place, k, batch.string] = own
            kept.append(counted)
        alpha, beta, onward, scale, top = forward_backward(potential, self.moves, batch.going)
        follows = batch.place > 0
        previous = torch.roll(batch.labels, 1)[follows]
        right = potential[batch.place, :, batch.string].gather(
            2, batch.labels[:, None, None].expand(-1, recipes, 1)
        )[..., 0]
        right[follows] += self.moves[:, previous, batch.labels[follows]].T
        inside = torch.zeros(len(batch.going), len(numbers), device=DEVICE)
        inside[batch.place, batch.string] = 1
        partition = ((torch.log(scale) + top)[..., 0] * inside[:, None]).sum(0)
        given = torch.zeros_like(partition).index_add_(1, batch.string, right.T)
        loss = ((partition - given) * share).sum(1)
        slope = (alpha * beta)[batch.place, :, batch.string]
        slope.scatter_add_(
            2,
            batch.labels[:, None, None].expand(-1, recipes, 1),
            torch.full((len(slope), recipes, 1), -1.0, device=DEVICE),
        )
        slope *= share[:, batch.string].T[..., None]
        sources = (alpha * share[None, :, :, None])[:-1].permute(1, 0, 2, 3).reshape(recipes, -1, labels)
        targets = onward[1:].permute(1, 0, 2, 3).reshape(recipes, -1, labels)
        moves_slope = torch.bmm(sources.transpose(1, 2), targets) * torch.exp(self.moves)
        taken = torch.zeros(recipes, labels * labels, device=DEVICE)
        taken.index_add_(1, previous * labels + batch.labels[follows], share[:, batch.string[follows]])
        moves_slope -= taken.view_as(moves_slope)
        self.slope.zero_()
        for k, recipe in enumerate(RECIPES):
            own = self.slope[k]
            own.index_add_(0, batch.attributes, slope[batch.token, k] * kept[k][:, None])
            own.add_(self.state[k], alpha=2 * recipe.c2 / REFERENCES)
            own.add_(torch.sign(self.state[k]), alpha=C1 / REFERENCES)
            own.mul_(self.allowed[k])
            if done > PRUNED_FROM and recipe.kept and k not in self.pruned:
                self.prune(k, recipe.kept)
        moves_slope.add_(self.moves, alpha=2 * 1.5 / REFERENCES)
        self.steps += 1
        self._adam(self.state, self.slope, self.first, self.second, rate)
        self._adam(self.moves, moves_slope, self.moves_first, self.moves_second, rate)
        if done > AVERAGED_FROM and self.steps % 10 == 0:
            self.averaged += 1
            self.mean.add_(self.state - self.mean, alpha=1 / self.averaged)
            self.moves_mean.add_(self.moves - self.moves_mean, alpha=1 / self.averaged)
        return loss

    def _adam(
        self,
        weights: torch.Tensor,
        slope: torch.Tensor,
        first: torch.Tensor,
        second: torch.Tensor,
        rate: float,
    ) -> None:
        first.mul_(0.9).add_(slope, alpha=0.1)
        second.mul_(0.999).addcmul_(slope, slope, value=0.001)
        size = (second / (1 - 0.999**self.steps)).sqrt_().add_(1e-8)
        weights.sub_(first / size, alpha=rate / (1 - 0.9**self.steps))

    def prune(self, number: int, kept: int) -> None:
        """Leave a recipe's most important weights, for good."""
        self.allowed[number] &= important(self.state[number], self.counts, kept)
        for held in (self.state, self.first, self.slope):
            held[number].mul_(self.allowed[number])
        self.pruned.add(number)

    def average(self, kept: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the most important mean weights of all recipes, and the mean of the transitions."""
        mean = sum(own * allowed for own, allowed in zip(self.mean, self.allowed, strict=True)) / len(RECIPES)
        mean = mean * important(mean, self.counts, kept)
        return mean.cpu().numpy(), self.moves_mean.mean(0).cpu().numpy()


def important(weights: torch.Tensor, counts: torch.Tensor, kept: int) -> torch.Tensor:
    """Return which weights are the largest, those of frequent attributes favoured a little."""
    size = weights.abs() * counts**RARE
    least = torch.topk(size.flatten(), min(kept, size.numel()))[0][-1]
    return size >= least


def forward_backward(
    potential: torch.Tensor, moves: torch.Tensor, going: Sequence[int]
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return the sums of paths before and behind each token, scaled; what is handed on; the scales; the tops.

    ``potential`` has a place a row, then recipe, string, label; strings are in order of length.
    """
    top = potential.amax(-1, keepdim=True)
    likely = torch.exp(potential - top)
    step = torch.exp(moves)
    alpha, beta, onward = torch.zeros_like(likely), torch.ones_like(likely), torch.zeros_like(likely)
    scale = torch.ones_like(top)
    scale[0] = likely[0].sum(-1, keepdim=True)
    alpha[0] = now = likely[0] / scale[0]
    for i in range(1, len(going)):
        many = going[i]
        now = torch.bmm(now[:, :many], step) * likely[i, :, :many]
        total = now.sum(-1, keepdim=True)
        now = now / total
        alpha[i, :, :many], scale[i, :, :many] = now, total
    likely = likely / scale
    back = step.transpose(1, 2).contiguous()
    for i in range(len(going) - 1, 0, -1):
        many = going[i]
        handed = beta[i, :, :many] * likely[i, :, :many]
        onward[i, :, :many] = handed
        beta[i - 1, :, :many] = torch.bmm(handed, back)
    return alpha, beta, onward, scale, top


def fit(strings: Strings, fields: Fields, args: argparse.Namespace) -> None:
    """Go through the references ``--epochs`` times: all real ones, and the next draw of each other kind."""
    rng = np.random.default_rng(args.seed)
    draws = [strings.of(kind) for kind in ("synthetic", "recombined", "across")]
    real = strings.of("real")[0]
    for epoch in range(args.epochs):
        chosen = np.concatenate([real, *(parts[epoch % len(parts)] for parts in draws if parts)])
        chosen = chosen[strings.lengths[chosen] < LONGEST]
        rng.shuffle(chosen)
        batches = []
        for start in range(0, len(chosen), args.batch * 16):
            near = chosen[start : start + args.batch * 16]
            near = near[np.argsort(-strings.lengths[near], kind="stable")]
            batches += [near[i : i + args.batch] for i in range(0, len(near), args.batch)]
        total = torch.zeros(len(RECIPES), device=DEVICE)
        for i, which in enumerate(rng.permutation(len(batches))):
            done = (epoch + i / len(batches)) / args.epochs
            warm = min(1.0, (fields.steps + 1) / 50)
            rate = RATE * warm * max(0.01, 0.5 * (1 + math.cos(math.pi * done)))
            total += fields.step(batches[which], rate, done)
        if epoch % 10 == 9 or epoch < 2:
            shown = " ".join(f"{loss:.3f}" for loss in (total / len(batches)).tolist())
            print(f"{epoch + 1} of {args.epochs}: loss {shown}", flush=True)


def main() -> None:
    """Read the command line, train, write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("train", type=Path)
    options.add_argument("--works", type=Path, required=True, help="Crossref works for synthetic references")
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "refs" / "data" / "parse")
    options.add_argument("--doubted-by", type=Path, help="a model that doubts labels of doubtful sources")
    options.add_argument("--doubt", type=float, default=1.5, help="how much less likely than its own")
    options.add_argument("--synthetic", type=int, default=18_500, help="references a draw")
    options.add_argument("--draws", type=int, default=12, help="of synthetic references")
    options.add_argument("--recombined", type=int, default=8, help="draws of recombined references")
    options.add_argument("--across", type=int, default=5, help="draws recombined across sources")
    options.add_argument("--epochs", type=int, default=60)
    options.add_argument("--batch", type=int, default=320)
    options.add_argument("--kept", type=int, default=160_000, help="weights of the model")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=1, help="processes that make features")
    args = options.parse_args()
    torch.manual_seed(args.seed)
    parts, names, labels, counts = prepared(args)
    strings = Strings(parts)
    print(f"{len(strings.lengths)} references, {len(names)} attributes", flush=True)
    with torch.no_grad():
        fields = Fields(strings, names, len(labels), counts)
        fit(strings, fields, args)
        state, moves = fields.average(args.kept)
    shown = [label.encode() for label in labels]
    weights = {
        (TRANSITION, shown[i], shown[j]): float(moves[i, j])
        for i in range(len(shown))
        for j in range(len(shown))
    }
    for i, j in zip(*(found.tolist() for found in np.nonzero(state)), strict=True):
        weights[STATE, names[i], shown[j]] = float(state[i, j])
    (args.out / MODEL).write_bytes(model_file(Model(shown, names, weights)))


if __name__ == "__main__":
    main()
