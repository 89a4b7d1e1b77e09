"""Labels of tokens written as one sign each, so that a row of them reads beside its string."""

from collections.abc import Iterable

from refs.parse.repairs.table import Repair
from refs.parse.tokens import tokenise

SIGNS = {
    "A": "author",
    "E": "editor",
    "R": "translator",
    "d": "date",
    "T": "B-title",
    "t": "I-title",
    "C": "B-container-title",
    "c": "I-container-title",
    "v": "volume",
    "i": "issue",
    "g": "page",
    "G": "genre",
    "p": "publisher",
    "e": "edition",
    "l": "location",
    "k": "link",
    "n": "identifier",
    "N": "note",
    ".": "other",
}
_OF_LABELS = {label: sign for sign, label in SIGNS.items()}


def labels_of(signs: str) -> list[str]:
    """Return the labels that signs stand for."""
    return [SIGNS[sign] for sign in signs]


def signs_of(labels: Iterable[str]) -> str:
    """Return labels as signs."""
    return "".join(_OF_LABELS[label] for label in labels)


def signs_after(step: Repair, raw: str, labels: str) -> str:
    """Return the signs that a repair makes of those of a string's tokens, one sign a token."""
    tokens = tokenise(raw)
    assert len(tokens) == len(labels)
    return signs_of(step(raw, tokens, labels_of(labels)))
