"""Word lists that the tagger sees a token through; all are text under ``refs/data/parse``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def read_list(name: str) -> Iterator[str]:
    """Yield the lines of a word list under ``refs/data/parse`` that are not comments."""
    text = (files("refs.data") / "parse" / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


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
    journals = frozenset(read_list("journals.txt"))
    lengths: dict[str, set[int]] = {}
    for journal in journals:
        parts = journal.split(" ")
        lengths.setdefault(parts[0], set()).add(len(parts))
    return Lexicon(
        codes=dict(line.split(" ", 1) for line in read_list("words.txt")),
        keywords=keywords,
        publishers=frozenset(" ".join(read_list("publishers.txt")).split()),
        places=frozenset(" ".join(read_list("places.txt")).split()),
        journals=journals,
        journal_lengths={word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()},
    )
