"""Surnames: the forms that a record's name may be printed in, and whether printed words are one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from refs.model import Name, fold, fold_compact
from refs.resolve.comparison.raw_text import Token, as_meant
from refs.resolve.comparison.titles import as_misread, same_word

PARTICLES = frozenset(
    "van von der den de la le du del della di da dos das do ten ter el al bin ibn st zu af y e".split()
)

NOT_NAMES = frozenset(
    "and und et al eds ed editor editors hrsg in by jr sr ii iii iv phd md the of for on behalf group "
    "team study consortium collaboration investigators committee others with from vol no pp doi http "
    "https available online anonymous anon dr prof van von der den de la le du del della di da dos "
    "das ten ter el bin ibn st".split()
)
"""Words beside names that are none."""
_TWO_LETTERS = frozenset(
    "gy sz zs cs ny ty ly dzs yu ya ye ju ja je kh sh zh ch ts th ph st fr wm chr".split()
)
"""What some languages write for one initial, and shortened given names: "Gy.", "Yu.", "Chr."."""


class Person(NamedTuple):
    """A name on record with what may stand for its surname."""

    name: Name
    surname: str
    """The surname as the record prints it."""
    forms: tuple[str, ...]
    """Folded without blanks: whole, without particles, its parts."""
    plain: frozenset[str]
    """The forms with umlauts as one letter."""

    @classmethod
    def of(cls, name: Name) -> Person:
        """Return a name made ready to be looked for."""
        family = name.family or name.literal
        surname = name.surname if name.non_dropping_particle else family
        if not family.isascii():
            surname, family = as_meant(surname), as_meant(family)
        words = fold(family).split()
        if len(words) == 1 and surname == family and family.isascii():
            return cls(name, surname, tuple(words), frozenset((without_umlauts(words[0]),)))
        parts = [p for p in words if p not in PARTICLES]
        forms = [fold_compact(surname), "".join(words), "".join(parts)]
        forms += [p for p in parts if len(p) >= 3]
        if not family.isascii():  # "Sim?", "Cantn" for Simó and Cantón, whose letters a file has lost
            bare = "".join([c for c in family.lower() if c in ascii_lowercase])
            forms += [bare] if len(bare) >= 3 else []
        unique = tuple(dict.fromkeys([f for f in forms if f]))
        return cls(name, surname, unique, frozenset(map(without_umlauts, unique)))


class Chunk:
    """A stretch of the author list between two separators."""

    def __init__(self, tokens: tuple[Token, ...], body: str) -> None:
        self.tokens = tokens
        self.words = [token.word for token in tokens]
        self.letters = sum(map(len, self.words))
        self._body = body

    @cached_property
    def surnames(self) -> tuple[str, ...]:
        """Words that could be a surname: not initials, not "and" or "eds"."""
        return tuple([token.word for token in self.tokens if could_be_surname(token, self._body)])


def could_be_surname(token: Token, body: str) -> bool:
    """True for a word of a text that is neither an initial nor a word that stands beside names."""
    word, start, end = token
    length = end - start
    if length < 2 or word in NOT_NAMES or not body[start].isupper():
        return False
    if length <= 3 and (body[start:end].isupper() or _is_initial(token, body)):
        return False
    return word.isalpha() or word.replace("0", "o").replace("1", "l").isalpha()


def _is_initial(token: Token, body: str) -> bool:
    """True for an initial of two letters behind a comma: "Kovács, Gy.", "Щепкин" as "Shchepkin, Yu. N."."""
    return (
        token.word in _TWO_LETTERS
        and body[token.end : token.end + 1] == "."
        and body[: token.start].rstrip()[-1:] == ","
    )


class Printed:
    """Words in a row, made ready for names to be looked for in them as far as they are."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self.joined = "".join(self.words)

    @cached_property
    def runs(self) -> set[str]:
        """Every word, and two or three in a row joined."""
        return runs_of(self.words)

    @cached_property
    def plain(self) -> set[str]:
        """The runs with umlauts as one letter."""
        has_umlauts = "ae" in self.joined or "oe" in self.joined or "ue" in self.joined
        return set(map(without_umlauts, self.runs)) if has_umlauts else self.runs

    @cached_property
    def blurred(self) -> set[str]:
        """The runs as a blurred print shows them."""
        return set(map(as_blurred, self.runs))


def as_letters(word: str) -> str:
    """Return a word with digits in it as the letters they were read for: "j0" is Jo."""
    return word if word.isalpha() else word.replace("0", "o").replace("1", "l")


def runs_of(words: Sequence[str]) -> set[str]:
    """Return every word, and two or three words in a row joined.

    >>> sorted(runs_of(["de", "la", "cruz"]))
    ['cruz', 'de', 'dela', 'delacruz', 'la', 'lacruz']
    """
    runs = set(words)
    if len(words) > 1:
        runs.update(map("".join, pairwise(words)))
    if len(words) > 2:
        runs.update([a + b + c for a, b, c in zip(words, words[1:], words[2:], strict=False)])
    return runs


def misprint_of(person: Person, runs: set[str]) -> str:
    """Return the word that is a name's surname with a letter or two wrong, "" where there is none."""
    forms = {*person.forms[:1], *person.forms[-1:]}
    return min([run for form in forms for run in runs if _is_misspelt(run, form)], default="")


def _is_misspelt(printed: str, surname: str) -> bool:
    """True where a printed word is a surname with a letter or two wrong, as scanners and typists do it.

    >>> _is_misspelt("jansen", "janssen"), _is_misspelt("bumett", "burnett"), _is_misspelt("wang", "yang")
    (True, True, False)
    """
    shorter = min(len(printed), len(surname))
    allowed = 0 if shorter < 4 else 1 if shorter < 8 else 2
    if shorter == 4 and (printed[0] != surname[0] or printed[-1] != surname[-1]):
        allowed = 0
    if allowed and DamerauLevenshtein.distance(printed, surname, score_cutoff=allowed) <= allowed:
        return True
    return shorter >= 3 and as_blurred(printed) == as_blurred(surname)


def is_in(person: Person, printed: Printed) -> bool:
    """True where the surname is printed among these words, letter by letter, umlauts written either way."""
    for form in person.forms[:3]:
        if len(form) >= 5 and form in printed.joined:
            return True
    return not printed.plain.isdisjoint(person.plain)


def is_swapped(person: Person, printed: Printed) -> bool:
    """True where given and family name have changed places: "Wei L." for Li, Wei."""
    given = fold_compact(person.name.given)
    if len(given) < 2 or as_blurred(given) not in printed.blurred:
        return False
    if not (family := fold_compact(person.name.family)):
        return False
    words = printed.words
    first = "".join(part[0] for part in fold(person.name.family).split())
    return any(
        _is_blurred("".join(words[i : i + k]), given)
        and any(
            _begins(family, word) or word == first
            for word in words[i + k : i + k + 2] + words[max(0, i - 2) : i]
        )
        for i in range(len(words))
        for k in (1, 2, 3)
    )


def _begins(family: str, word: str) -> bool:
    """True where a word is a surname's beginning, or the surname but for a slip."""
    return family.startswith(word) or (len(word) >= 5 and same_word(family, word))


@lru_cache(maxsize=16384)
def as_blurred(word: str) -> str:
    """Return a word with the letters joined that a blurred print shows alike: "Lilc" is Lile."""
    return as_misread(word).replace("e", "c").replace("i", "l")


def _is_blurred(word: str, other: str) -> bool:
    """True where two words are one, misread."""
    return word == other or (len(word) >= 4 and as_blurred(word) == as_blurred(other))


def without_umlauts(word: str) -> str:
    """Return a folded word with ae, oe, ue as a, o, u: Mueller and Müller are one."""
    if "e" not in word:
        return word
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
