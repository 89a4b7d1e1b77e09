"""The weights of CRFsuite models, read from their files and averaged.

    python benchmarks/model_weights.py OUT.crfsuite FIRST.crfsuite OTHER.crfsuite...

Models that learned the same references beside different draws of synthetic ones differ in what chance
decided. Their weights averaged make a model that errs like all of them at once, which is less, and costs no
more to use. The features are those of the first; what another model lacks counts as nought there.

A model's file is a header with where its parts begin, the features (kind, source, label, weight: 20 bytes
each), and two constant databases that number labels and attributes (https://www.chokkan.org/software/crfsuite/).
"""

from __future__ import annotations

import argparse
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HEADER = struct.Struct("<4sI4s4I5I")
FEATURE = struct.Struct("<IIId")
WEIGHT = struct.Struct("<d")
NUMBER = struct.Struct("<I")


class Feature(NamedTuple):
    """One weight: from an attribute or label to a label, and where it stands in the file."""

    kind: int
    """0 from an attribute, 1 from the label before."""
    source: bytes
    label: bytes
    weight: float
    place: int


def features_of(data: bytes) -> Iterator[Feature]:
    """Yield the features of a model's file, in order."""
    fields = HEADER.unpack_from(data)
    start, labels_at, attributes_at = fields[7:10]
    if fields[0] != b"lCRF" or data[start : start + 4] != b"FEAT":
        raise ValueError("not a CRFsuite model")
    count = NUMBER.unpack_from(data, start + 8)[0]
    labels, attributes = _names(data, labels_at), _names(data, attributes_at)
    for i in range(count):
        place = start + 12 + i * FEATURE.size
        kind, source, label, weight = FEATURE.unpack_from(data, place)
        name = labels[source] if kind else attributes[source]
        yield Feature(kind, name, labels[label], weight, place + FEATURE.size - WEIGHT.size)


def _names(data: bytes, start: int) -> list[bytes]:
    """Return the keys of a constant database by their number."""
    if data[start : start + 4] != b"CQDB":
        raise ValueError("not a CRFsuite model")
    count, table = struct.unpack_from("<II", data, start + 16)
    names = []
    for i in range(count):
        place = start + NUMBER.unpack_from(data, start + table + i * NUMBER.size)[0]
        size = NUMBER.unpack_from(data, place + 4)[0]
        names.append(data[place + 8 : place + 8 + size - 1])  # a zero byte ends it
    return names


def averaged(first: bytes, others: Sequence[bytes]) -> bytes:
    """Return the first model's file with each weight the mean of all models'."""
    tables = [{feature[:3]: feature.weight for feature in features_of(other)} for other in others]
    made = bytearray(first)
    for feature in features_of(first):
        weights = [feature.weight, *(table.get(feature[:3], 0.0) for table in tables)]
        WEIGHT.pack_into(made, feature.place, sum(weights) / len(weights))
    return bytes(made)


def main() -> None:
    """Read the command line, write the average."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("out", type=Path)
    options.add_argument("models", type=Path, nargs="+")
    args = options.parse_args()
    first, *others = [path.read_bytes() for path in args.models]
    args.out.write_bytes(averaged(first, others))


if __name__ == "__main__":
    main()
