"""The weights of CRFsuite models: read from their files, averaged, thinned out, written to a file again.

    python benchmarks/model_weights.py OUT.crfsuite MODEL.crfsuite... [--least 0.05]

Models that learned the same references beside different draws of synthetic ones differ in what chance
decided. Their weights averaged make a model that errs like all of them at once, which is less, and costs no
more to use. A feature that a model lacks counts as nought there. Weights near nought decide nothing and cost
size and time: ``--least`` leaves out those below it.

A model's file is a header with where its parts begin; the features (kind, source, label, weight: 20 bytes
each); two constant databases, which number labels and attributes; and for each label and attribute the
numbers of its features (https://www.chokkan.org/software/crfsuite/). Read and written again it is the same.
"""

from __future__ import annotations

import argparse
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

HEADER = struct.Struct("<4sI4s4I5I")
FEATURE = struct.Struct("<IIId")
NUMBER = struct.Struct("<I")
PAIR = struct.Struct("<II")
STATE, TRANSITION = 0, 1
"""Kinds of features: from an attribute, from the label before."""

Key = tuple[int, bytes, bytes]
"""A feature: its kind, the attribute or label it starts from, its label."""


@dataclass(frozen=True, slots=True)
class Model:
    """The labels and attributes of a model, in the order of their numbers, and its weights."""

    labels: list[bytes]
    attributes: list[bytes]
    weights: dict[Key, float]


def read_model(data: bytes) -> Model:
    """Return the model that a file holds."""
    fields = HEADER.unpack_from(data)
    start, labels_at, attributes_at = fields[7:10]
    if fields[0] != b"lCRF" or data[start : start + 4] != b"FEAT":
        raise ValueError("not a CRFsuite model")
    count = NUMBER.unpack_from(data, start + 8)[0]
    labels, attributes = _names(data, labels_at), _names(data, attributes_at)
    names = (attributes, labels)
    rows = FEATURE.iter_unpack(data[start + 12 : start + 12 + count * FEATURE.size])
    weights = {(kind, names[kind][source], labels[label]): weight for kind, source, label, weight in rows}
    return Model(labels, attributes, weights)


def _names(data: bytes, start: int) -> list[bytes]:
    """Return the keys of a constant database by their number."""
    if data[start : start + 4] != b"CQDB":
        raise ValueError("not a CRFsuite model")
    count, table = PAIR.unpack_from(data, start + 16)
    names = []
    for (offset,) in NUMBER.iter_unpack(data[start + table : start + table + count * NUMBER.size]):
        place = start + offset
        size = NUMBER.unpack_from(data, place + 4)[0]
        names.append(data[place + 8 : place + 8 + size - 1])  # a zero byte ends it
    return names


def averaged(models: Sequence[Model]) -> Model:
    """Return the model with each weight the mean of all models'."""
    weights: dict[Key, float] = {}
    for model in models:
        for key, weight in model.weights.items():
            weights[key] = weights.get(key, 0.0) + weight
    return Model(
        _union(model.labels for model in models),
        _union(model.attributes for model in models),
        {key: weight / len(models) for key, weight in weights.items()},
    )


def _union(lists: Iterable[list[bytes]]) -> list[bytes]:
    return list(dict.fromkeys(name for names in lists for name in names))


def thinned(model: Model, least: float) -> Model:
    """Return the model without the weights of attributes that are nearer to nought than ``least``."""
    kept = {
        key: weight for key, weight in model.weights.items() if key[0] == TRANSITION or abs(weight) >= least
    }
    return Model(model.labels, model.attributes, kept)


def model_file(model: Model) -> bytes:
    """Return the file of a model; attributes that have no weights are left out."""
    used = {source for kind, source, _ in model.weights if kind == STATE}
    attributes = [name for name in model.attributes if name in used]
    labels = {name: number for number, name in enumerate(model.labels)}
    sources = ({name: number for number, name in enumerate(attributes)}, labels)
    rows = sorted(
        (kind, sources[kind][source], labels[label], weight)
        for (kind, source, label), weight in model.weights.items()
    )
    by_attribute: list[list[int]] = [[] for _ in attributes]
    by_label: list[list[int]] = [[] for _ in range(len(labels) + 2)]  # two are for beginning and end
    for number, (kind, source, _, _) in enumerate(rows):
        (by_label if kind else by_attribute)[source].append(number)
    packed = b"".join(FEATURE.pack(*row) for row in rows)
    made = bytearray(HEADER.size)
    starts = [len(made)]
    made += b"FEAT" + PAIR.pack(len(packed) + 12, len(rows)) + packed
    for part in (
        lambda at: _database(model.labels),
        lambda at: _database(attributes),
        lambda at: _references(b"LFRF", by_label, len(labels), at),
        lambda at: _references(b"AFRF", by_attribute, len(attributes), at),
    ):
        starts.append(len(made))
        made += part(len(made))
    HEADER.pack_into(
        made, 0, b"lCRF", len(made), b"FOMC", 100, 0, len(labels), len(attributes), *starts
    )  # fmt: skip
    return bytes(made)


def _references(chunk: bytes, lists: Sequence[Sequence[int]], least: int, start: int) -> bytes:
    """Return the part that says where the list of each label's or attribute's features is; empty ones from
    the number ``least`` on have none."""
    size = 12 + NUMBER.size * len(lists)
    places, body = b"", bytearray()
    for number, features in enumerate(lists):
        if not features and number >= least:
            places += NUMBER.pack(0)
            continue
        places += NUMBER.pack(start + size + len(body))
        body += struct.pack(f"<{1 + len(features)}I", len(features), *features)
    return chunk + PAIR.pack(size + len(body), len(lists)) + places + bytes(body)


TABLES = 256
ORDER = 0x62445371
"""Tells the order of bytes: "bDSq"."""


def _database(names: Sequence[bytes]) -> bytes:
    """Return a constant database (CQDB): names with their numbers, hash tables, names by number."""
    head = 24 + PAIR.size * TABLES
    records, places = bytearray(), []
    buckets: list[list[tuple[int, int]]] = [[] for _ in range(TABLES)]
    for number, name in enumerate(names):
        key = name + b"\0"
        places.append(head + len(records))
        records += PAIR.pack(number, len(key)) + key
        mixed = hashed(key)
        buckets[mixed % TABLES].append((mixed, places[-1]))
    tables, index = bytearray(), b""
    for bucket in buckets:
        index += PAIR.pack(head + len(records) + len(tables) if bucket else 0, 2 * len(bucket))
        rows: list[tuple[int, int]] = [(0, 0)] * (2 * len(bucket))
        for mixed, place in bucket:
            free = (mixed >> 8) % len(rows)
            while rows[free][1]:
                free = (free + 1) % len(rows)
            rows[free] = (mixed, place)
        tables += b"".join(PAIR.pack(*row) for row in rows)
    back = head + len(records) + len(tables)
    size = back + NUMBER.size * len(places)
    header = b"CQDB" + struct.pack("<5I", size, 0, ORDER, len(places), back)
    return header + index + bytes(records + tables) + struct.pack(f"<{len(places)}I", *places)


def hashed(key: bytes) -> int:
    """Return Bob Jenkins' hash of a key (``hashlittle`` of lookup3 from nought).

    >>> hashed(b"Four score and seven years ago") == 0x17770551
    True
    """
    a = b = c = (0xDEADBEEF + len(key)) & _ALL
    if not key:
        return c
    blocks = (len(key) - 1) // 12
    for one, two, three in _BLOCK.iter_unpack(key[: 12 * blocks]):
        a, b, c = (a + one) & _ALL, (b + two) & _ALL, (c + three) & _ALL
        a = (a - c) & _ALL ^ _turned(c, 4)
        c = (c + b) & _ALL
        b = (b - a) & _ALL ^ _turned(a, 6)
        a = (a + c) & _ALL
        c = (c - b) & _ALL ^ _turned(b, 8)
        b = (b + a) & _ALL
        a = (a - c) & _ALL ^ _turned(c, 16)
        c = (c + b) & _ALL
        b = (b - a) & _ALL ^ _turned(a, 19)
        a = (a + c) & _ALL
        c = (c - b) & _ALL ^ _turned(b, 4)
        b = (b + a) & _ALL
    one, two, three = _BLOCK.unpack(key[12 * blocks :].ljust(12, b"\0"))
    a, b, c = (a + one) & _ALL, (b + two) & _ALL, (c + three) & _ALL
    c = ((c ^ b) - _turned(b, 14)) & _ALL
    a = ((a ^ c) - _turned(c, 11)) & _ALL
    b = ((b ^ a) - _turned(a, 25)) & _ALL
    c = ((c ^ b) - _turned(b, 16)) & _ALL
    a = ((a ^ c) - _turned(c, 4)) & _ALL
    b = ((b ^ a) - _turned(a, 14)) & _ALL
    return ((c ^ b) - _turned(b, 24)) & _ALL


_ALL = 0xFFFFFFFF
_BLOCK = struct.Struct("<3I")


def _turned(number: int, bits: int) -> int:
    """Return a number of 32 bits turned left."""
    return (number << bits | number >> (32 - bits)) & _ALL


def main() -> None:
    """Read the command line, write the average."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("out", type=Path)
    options.add_argument("models", type=Path, nargs="+")
    options.add_argument("--least", type=float, default=0.0, help="leave out weights nearer to nought")
    args = options.parse_args()
    mean = averaged([read_model(path.read_bytes()) for path in args.models])
    args.out.write_bytes(model_file(thinned(mean, args.least)))


if __name__ == "__main__":
    main()
