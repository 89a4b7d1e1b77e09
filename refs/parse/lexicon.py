"""Word lists that the tagger sees a token through; all are text under ``refs/data/parse``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "parse"
"""Where the word lists and the model are."""


def read_list(name: str) -> list[str]:
    """Return the lines of a word list under ``refs/data/parse`` that are not comments."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and line[0] != "#"]


def _below_header(name: str) -> str:
    """Return the text of a long list whose comments all stand on top."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    start = 0
    while text.startswith("#", start):
        start = text.index("\n", start) + 1
    return text[start:]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words, all folded."""

    codes: dict[str, str]
    """Word → four digits for family, given, title, container: 0 never … 3 mostly."""
    keywords: dict[str, str]
    """Word → its classes, as "page,volume"."""
    publishers: frozenset[str]
    places: frozenset[str]
    journals: frozenset[str]
    """Whole names of journals."""
    journal_lengths: dict[str, tuple[int, ...]]
    """First word of a journal's name → how many words such names have, longest first."""

    def journal_at(self, words: list[str], start: int) -> int:
        """Return how many words of a journal's name begin at ``start``; 0 if none does.

        >>> load_lexicon().journal_at("in proc natl acad sci usa 95".split(), 1)
        5
        """
        for length in self.journal_lengths.get(words[start], ()):
            if start + length <= len(words) and " ".join(words[start : start + length]) in self.journals:
                return length
        return 0


@cache
def load_lexicon() -> Lexicon:
    """Return the word lists that ship with refs; read once."""
    keywords: dict[str, str] = {}
    for line in read_list("keywords.txt"):
        name, _, words = line.partition(":")
        for word in words.split():
            if name not in keywords.get(word, "").split(","):
                keywords[word] = f"{keywords[word]},{name}" if word in keywords else name
    journals = _below_header("journals.txt").splitlines()
    lengths: dict[str, set[int]] = {}
    for journal in journals:
        lengths.setdefault(journal.partition(" ")[0], set()).add(journal.count(" ") + 1)
    codes = _below_header("words.txt").split()
    return Lexicon(
        codes=dict(zip(codes[::2], codes[1::2], strict=True)),
        keywords=keywords,
        publishers=frozenset(" ".join(read_list("publishers.txt")).split()),
        places=frozenset(" ".join(read_list("places.txt")).split()),
        journals=frozenset(journals),
        journal_lengths={word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()},
    )
