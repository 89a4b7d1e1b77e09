"""Word lists that the tagger sees a token through; all are text under ``refs/data/parse``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
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


LONG = 8
"""So long a word is looked up by its ending too."""
FEW = 300
"""So many questions are answered before the dictionaries are made."""


@cache
def _codes() -> dict[str, str]:
    """Return word → code."""
    pairs = " ".join(load_lexicon().words).split(" ")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return first word of a journal's name → how many words such names have, longest first."""
    found: dict[str, set[int]] = {}
    for journal in load_lexicon().journals:
        found.setdefault(journal.partition(" ")[0], set()).add(journal.count(" ") + 1)
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words, all folded.

    The two long lists are sorted and looked up by halving at first: dictionaries of them take longer to make
    than a short command takes to run. After ``FEW`` questions they are made all the same.
    """

    words: list[str]
    """Sorted lines, a word and its code as :meth:`code` gives it: "neff 3000"."""
    keywords: dict[str, str]
    """Word → its classes, as "page,volume"."""
    endings: tuple[tuple[str, str], ...]
    """Ends of words and their classes, longest first."""
    ends: tuple[str, ...]
    """The same without the classes: one question tells that a word has none of them."""
    publishers: frozenset[str]
    places: frozenset[str]
    journals: list[str]
    """Whole names of journals, sorted."""
    journal_names: frozenset[str]
    asked: Iterator[int]
    """Counts the questions."""

    def code(self, word: str) -> str:
        """Return a word's four digits for family, given, title, container: 0 never … 3 mostly.

        "0000" if the word is not known.

        >>> load_lexicon().code("smith")[0], load_lexicon().code("qqqq")
        ('3', '0000')
        """
        if next(self.asked) >= FEW:
            return _codes().get(word, "0000")
        start = f"{word} "
        place = bisect_left(self.words, start)
        if place < len(self.words) and self.words[place].startswith(start):
            return self.words[place][-4:]
        return "0000"

    def kinds(self, word: str) -> str:
        """Return the classes of a word or of its ending, "" if it has none.

        >>> [load_lexicon().kinds(word) for word in ("vol", "forschungsreihe", "reise")]
        ['volume', 'report', '']
        """
        found = self.keywords.get(word)
        if found is not None or len(word) < LONG or not word.endswith(self.ends):
            return found or ""
        for ending, kinds in self.endings:
            if word.endswith(ending):
                return kinds
        return ""

    def journal_lengths(self, word: str) -> tuple[int, ...]:
        """Return how many words the names of journals have that begin with this word, longest first.

        >>> load_lexicon().journal_lengths("neff")
        ()
        """
        if next(self.asked) >= FEW:
            return _lengths().get(word, ())
        place = bisect_left(self.journals, word)
        after = bisect_left(self.journals, f"{word}!", place)  # "!" is what comes after the blank
        found = {name.count(" ") + 1 for name in self.journals[place:after]}
        return tuple(sorted(found, reverse=True))

    def journal_at(self, words: Sequence[str], start: int, lengths: Sequence[int] | None = None) -> int:
        """Return how many words of a journal's name begin at ``start``; 0 if none does.

        ``lengths`` are the ``journal_lengths`` of the word there, where the caller has them.

        >>> load_lexicon().journal_at("in proc natl acad sci usa 95".split(), 1)
        5
        """
        for length in self.journal_lengths(words[start]) if lengths is None else lengths:
            if start + length <= len(words) and " ".join(words[start : start + length]) in self.journal_names:
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
    endings = [(word[1:], kinds) for word, kinds in keywords.items() if word[0] == "-"]
    endings.sort(key=lambda pair: -len(pair[0]))
    journals = _below_header("journals.txt").splitlines()
    return Lexicon(
        words=_below_header("words.txt").splitlines(),
        keywords=keywords,
        endings=tuple(endings),
        ends=tuple(ending for ending, _ in endings),
        publishers=frozenset(" ".join(read_list("publishers.txt")).split()),
        places=frozenset(" ".join(read_list("places.txt")).split()),
        journals=journals,
        journal_names=frozenset(journals),
        asked=count(),
    )
