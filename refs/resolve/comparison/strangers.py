"""Printed names that fit no surname on record: may they be one of its people after all?

Names travel badly: between alphabets, between orders of family and given names, through fonts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from refs.model import fold
from refs.resolve.comparison.raw_text import RawText
from refs.resolve.comparison.surnames import PARTICLES, Chunk, Person

ENOUGH = 4
"""Letters from which two names that sound alike are one."""
# "shch", "sch", "š" … : what systems of transliteration write for one letter; longest first
_SOUNDS = (
    ("shch", "s"), ("stsch", "s"), ("tsch", "c"), ("sch", "s"), ("sh", "s"), ("sc", "s"), ("ch", "c"),
    ("zh", "z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("dj", "d"), ("ts", "c"), ("tz", "c"),
    ("ks", "x"), ("gh", "g"),
    ("ya", "a"), ("yu", "u"), ("yo", "o"), ("ye", "e"), ("ja", "a"), ("ju", "u"), ("jo", "o"), ("je", "e"),
    ("ia", "a"), ("iu", "u"), ("io", "o"), ("ie", "e"), ("w", "v"), ("j", "i"), ("y", "i"), ("q", "k"),
    ("ou", "u"), ("ck", "k"),
)  # fmt: skip
_NICKNAMES = {
    short: frozenset(names.split("/"))
    for short, names in (
        pair.split(":")
        for pair in (
            "bill:william billy:william bob:robert bobby:robert dick:richard ned:edward ted:edward "
            "peggy:margaret beth:elizabeth betty:elizabeth liz:elizabeth libby:elizabeth "
            "bert:albert/robert/herbert fred:alfred gene:eugene jerry:gerald drew:andrew "
            "polly:mary nancy:ann/anne sandy:alexander tina:christina trish:patricia "
            "gus:august/augustus tony:anthony toni:anton sasha:alexander/aleksandr pepe:jose "
            "paco:francisco pancho:francisco nacho:ignacio lola:dolores hans:johannes sepp:josef "
            "klaus:nikolaus kolya:nikolai zhenya:evgeny/evgenii kate:catherine kathy:catherine "
            "rick:eric rita:margarita greta:margarete"
        ).split()
    )
}
_DOUBLE = re.compile(r"(.)\1+")
_AMID_A_WORD = re.compile(r"[a-z][A-Z]|[A-Z]{2,}[a-z]")
_LATIN = re.compile(r"[a-z]")


@lru_cache(maxsize=16384)
def as_heard(word: str) -> str:
    """Return a folded name as it sounds, whatever system of transliteration wrote it.

    >>> as_heard("shchepkin") == as_heard("scepkin"), as_heard("zhukovskii") == as_heard("zukovskij")
    (True, True)
    >>> as_heard("lotman") == as_heard("lopman")
    False
    """
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLE.sub(r"\1", word)


def who_is(chunk: Chunk, people: Sequence[Person], raw: RawText) -> Person | None:
    """Return the one of some people whom a printed name stands for, turned round, transliterated or misread.

    Args:
        people: those on record of whom nothing else that is printed speaks.
    """
    for is_the_one in (_is_turned, _is_heard_alike, _is_misread):
        for person in people:
            if is_the_one(chunk, person, raw):
                return person
    return None


def is_foreign(chunk: Chunk) -> bool:
    """True for a name in another alphabet, which cannot be compared with one in this."""
    return not any(_LATIN.search(token.word) for token in chunk.tokens)


def is_given_name(chunk: Chunk, raw: RawText) -> bool:
    """True for what stands between comma and semicolon: "Yorgos" in "Papadopoulos, Yorgos; Tzavaras, …"."""
    before = raw.body[: chunk.tokens[0].start].rstrip()[-1:]
    behind = raw.body[chunk.tokens[-1].end : chunk.tokens[-1].end + 3].lstrip(" .")[:1]
    return before == "," and (behind == ";" or (behind == "(" and ";" in raw.body[: chunk.tokens[0].start]))


def is_nickname(word: str, person: Person) -> bool:
    """True for the short form of a given name that begins with another letter.

    >>> from refs.model import Name
    >>> walton = Person.of(Name("Walton", "Robert"))
    >>> is_nickname("bob", walton), is_nickname("bill", walton)
    (True, False)
    """
    return not _NICKNAMES.get(word, frozenset()).isdisjoint(fold(person.name.given).split())


def _is_turned(chunk: Chunk, person: Person, raw: RawText) -> bool:
    """True where one of several given names is printed for the surname: "Thao DP" for Đặng, Phương Thảo."""
    given = set(fold(person.name.given).split())
    named = [t.word for t in chunk.tokens if t.word in given and len(t.word) > 2]
    if not named:
        return False
    if len(chunk.tokens) == 1 and len(given) > 1:
        return True
    initials = {word[0] for word in fold(f"{person.surname} {person.name.given}").split()}
    rest = "".join(t.word for t in chunk.tokens if t.word not in named and t.word not in PARTICLES)
    return 0 < len(rest) <= 3 and initials.issuperset(rest) and person.forms[0][0] in rest


def _is_heard_alike(chunk: Chunk, person: Person, raw: RawText) -> bool:
    """True where a surname is the person's but for how it was transliterated."""
    heard = {as_heard(form) for form in person.forms if len(form) >= ENOUGH}
    return any(len(word) >= ENOUGH and as_heard(word) in heard for word in chunk.surnames)


def _is_misread(chunk: Chunk, person: Person, raw: RawText) -> bool:
    """True where a capital amid a word shows that its letters are wrong: "ZVu" for Zhu, "LeeH" for Lee."""
    return any(
        _AMID_A_WORD.search(raw.text[t.start : t.end]) is not None
        and DamerauLevenshtein.distance(t.word, person.forms[0], score_cutoff=2) <= 2
        and t.word[0] == person.forms[0][0]
        for t in chunk.tokens
    )
