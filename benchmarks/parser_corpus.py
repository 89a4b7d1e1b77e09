"""Labelled reference strings as training rows: one label convention over corpora that each have their own.

A row of a corpus is ``{"raw", "spans": [[start, end, label]…], "fields", "labels", "source"}``. What is
settled here: punctuation, "In", "vol.", "pp." and "(Eds.)" belong to no field; volume and issue are apart;
a string's only title-like part is its title unless volume or pages follow; links are told by their form.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from refs.model import fold
from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token, tokenise

MERGED = {"institution": "publisher", "contributor": "note", "url": "link", "doi": "link"}
"""Labels of the corpora that are one label here."""
BEGINNING = frozenset({"title", "container-title"})
"""Fields whose first token has a label of its own, so that two in a row stay two."""
_BY = frozenset("by von par de di da por".split())


@dataclass(frozen=True, slots=True)
class Row:
    """One reference with a label for each token."""

    raw: str
    source: str
    tokens: list[Token]
    labels: list[str]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSON lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def label_tokens(record: dict[str, Any]) -> Row:
    """Return a record's tokens with the labels that the tagger is to learn."""
    raw = record["raw"]
    tokens = tokenise(raw)
    folded = [fold(token.text) for token in tokens]
    fields = ["other"] * len(tokens)
    spans: list[tuple[int, int, str]] = []
    for start, end, label in record["spans"]:
        inside = [i for i, token in enumerate(tokens) if token.start >= start and token.end <= end]
        if not inside:
            continue
        first, last = inside[0], inside[-1] + 1
        field = MERGED.get(label, label)
        first, last = _trimmed(tokens, folded, first, last, field)
        if field == "author" and first + 1 < last and folded[first].isdigit():
            fields[first] = "citation-number"
            first += 1
        if field == "volume":
            _label_numbers(tokens, folded, fields, first, last, record)
            continue
        for i in range(first, last):
            fields[i] = field
        spans.append((first, last, field))
    _join_names(folded, fields)
    _settle_only_title(record, fields)
    _settle_series_letters(tokens, fields)
    labels = _with_beginnings(fields, spans)
    for i, token in enumerate(tokens):
        if token.is_link:
            labels[i] = "link"
        elif labels[i] == "link" and (i == 0 or labels[i - 1] != "link"):
            labels[i] = "other"  # "Available from: http://…"
    return Row(raw, record.get("source", ""), tokens, labels)


def _keywords(word: str) -> set[str]:
    return set(load_lexicon().keywords.get(word, "").split(","))


def _trimmed(tokens: list[Token], folded: list[str], first: int, last: int, field: str) -> tuple[int, int]:
    """Return the span without the words at its edges that belong to no field."""

    def is_edge(i: int) -> bool:
        word, kinds = folded[i], _keywords(folded[i])
        if field == "page":
            glued = i + 1 < len(tokens) and tokens[i].end == tokens[i + 1].start
            return "page" in kinds and (not glued or tokens[i].text in ("p", "pp"))  # "pp. 4", not "S278"
        if field in ("editor", "author", "translator"):
            return (bool(kinds & {"editor", "translator", "in"}) and len(word) > 1) or word in _BY
        if field == "container-title":
            return word in ("in", "dans") and i == first
        if field == "title":
            return word == "in" and i == last - 1
        if field == "link":
            return False
        return False

    while first < last and is_edge(first) and not (folded[first] in _BY and field == "author"):
        first += 1
    while last > first and is_edge(last - 1) and folded[last - 1] not in _BY:
        last -= 1
    return first, last


def _label_numbers(
    tokens: list[Token], folded: list[str], fields: list[str], first: int, last: int, record: dict[str, Any]
) -> None:
    """Tell volume, issue and year apart in what some corpora call one volume: "2000;5(1):"."""
    raw, known = record["raw"], record["fields"]
    if "issue" in record["labels"] and "volume" in record["labels"]:
        parts = {
            "volume": fold(known.get("volume", "")).split(),
            "issue": fold(known.get("issue", "")).split(),
        }
    else:
        parts = {"volume": [], "issue": []}
    position = first
    field = "volume"
    for i in range(position, last):
        kinds = _keywords(folded[i])
        before = raw[tokens[i - 1].end : tokens[i].start] if i > first else ""
        if kinds & {"volume", "issue"} and not (folded[i] in ("t", "n", "v", "h", "s") and len(folded) == 1):
            field = "issue" if "issue" in kinds and "volume" not in kinds else field
            if i + 1 < last or fields[i] == "other":
                fields[i] = "other"
            continue
        if "(" in before or ("/" in before and parts["issue"]):
            field = "issue"
        word = folded[i]
        undated = i == first and "date" not in [label for _, _, label in record["spans"]]
        if len(word) == 4 and word[:2] in ("19", "20") and undated and last - first > 1:
            fields[i] = "date"  # "2008;21(4)" as one span
            continue
        if (
            len(word) == 4
            and word[:2] in ("19", "20")
            and word == str(known.get("year"))
            and word not in parts["volume"]
        ):
            fields[i] = "date"
            continue
        if (
            parts["issue"]
            and field == "volume"
            and i > first
            and word == parts["issue"][0]
            and word not in parts["volume"]
        ):
            field = "issue"
        fields[i] = field


def _join_names(folded: list[str], fields: list[str]) -> None:
    """Give the "and" between two names of one list to the list, where a corpus labels each name."""
    for i in range(1, len(fields) - 1):
        if fields[i] == "other" and folded[i] in ("and", "und", "et", "y", "u", "e", "with"):
            side = fields[i - 1]
            if side in ("author", "editor", "translator") and fields[i + 1] == side:
                fields[i] = side


def _settle_only_title(record: dict[str, Any], fields: list[str]) -> None:
    """Make a book that some rows call a container a title: nothing else is there and no pages follow."""
    if not record.get("source", "").startswith("anystyle"):
        return
    if "title" in fields or "volume" in fields or "page" in fields or "issue" in fields:
        return
    for i, field in enumerate(fields):
        if field == "container-title":
            fields[i] = "title"


def _settle_series_letters(tokens: list[Token], fields: list[str]) -> None:
    """Give the letter of "Phys. Rev. D92" to the journal: corpora do so ten times as often as not."""
    for i in range(1, len(tokens) - 1):
        letter, number = tokens[i], tokens[i + 1]
        if (
            fields[i - 1 : i + 2] == ["container-title", "volume", "volume"]
            and len(letter.text) == 1
            and letter.text.isupper()
            and number.text.isdigit()
        ):
            fields[i] = "container-title"


def is_plausible(row: Row) -> bool:
    """False for a row whose labels are torn to shreds or hold a title in three places.

    A labelling accident.
    """
    fields = [label.split("-", 1)[-1] if label[1:2] == "-" else label for label in row.labels]
    runs = [field for i, field in enumerate(fields) if i == 0 or fields[i - 1] != field]
    real = [run for run in runs if run != "other"]
    return (
        runs.count("title") <= 1
        and runs.count("container-title") <= 2
        and real.count("author") <= 2
        and len(real) <= 14
    )


def _with_beginnings(fields: list[str], spans: list[tuple[int, int, str]]) -> list[str]:
    starts = {first for first, _, _ in spans}
    labels = list(fields)
    for i, field in enumerate(fields):
        if field in BEGINNING:
            new = i == 0 or fields[i - 1] != field or i in starts
            labels[i] = f"{'B' if new else 'I'}-{field}"
    return labels
