"""What a token's text shows wherever it stands: its shape, the lists it is in, and features made of both."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from refs.model.folding import fold
from refs.parse.keeping import kept
from refs.parse.lexicon import load_lexicon

_ROMAN = re.compile(r"(?=.)(?:C{0,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})")


_new = tuple.__new__
"""Makes a Word of its values without the named tuple's own, slower constructor."""


class Word(NamedTuple):
    """What a word shows wherever it stands."""

    folded: str
    shape: str
    lists: str
    """Its classes in one short string; words of one kind share it."""
    own: tuple[bytes, ...]
    before: tuple[bytes, ...]
    """Its features for the token after it."""
    after: tuple[bytes, ...]
    """Its features for the token before it."""
    before2: tuple[bytes, ...]
    after2: tuple[bytes, ...]
    container: int
    """-3 … 3: how much it smells of a journal or proceedings."""
    name: int
    """-3 … 3: how much it smells of a person's name."""
    case: int
    """1 for a long word in small letters, 64 for a long one with a capital, else 0: sums count both."""
    flags: str
    """"n" number, "y" year, "l" link, "p" place, "b" publisher, "r" editor's role, "g" "pp.", "v" "vol.",
    "s" report or thesis, "o" organisation."""
    journals: tuple[int, ...]
    """How many words the journals' names have that begin with it, longest first."""


@kept(100_000)
def word_of(text: str, is_link: bool) -> Word:
    """Return what is known of one token's text."""
    lexicon = load_lexicon()
    if is_link:
        folded, shape = "http", "L"
    else:
        # A token in ASCII is nothing but letters or digits, so small letters are all that folding would do.
        folded = text.lower() if text.isascii() else (fold(text).replace(" ", "") or text)
        shape = shape_of(text)
    kinds = lexicon.kinds(folded)
    number = folded.isdigit()
    if year := number and len(folded) == 4 and "1400" < folded < "2035":
        shape = "Y" + folded[:2]
    place, publisher = folded in lexicon.places, folded in lexicon.publishers
    known = f"{kinds}{'P' if publisher else ''}{'L' if place else ''}"
    kind = _kind_of(shape, lexicon.code(folded), kinds, known)
    form = f"w{'#' * len(folded) if number else folded[:16]}".encode()
    own = (b"w=" + form[1:], *kind.own)
    if not number and len(folded) > 4:
        own += (f"e={folded[-3:]}".encode(),)
    flags = ("ny" if year else "n") if number else "l" if is_link else ""
    if known:
        flags += _flags(folded, kinds, place=place, publisher=publisher)
    lists, _, before, after, before2, after2, container, name = kind
    return _new(
        Word,
        (
            folded,
            shape,
            lists,
            own,
            (b"-1" + form, before),
            (b"+1" + form, after),
            before2,
            after2,
            container,
            name,
            0 if len(folded) < 4 else 1 if shape == "a" else 64 if shape[0] == "A" else 0,
            flags,
            lexicon.journal_lengths(folded),
        ),
    )


class _Kind(NamedTuple):
    """What words of one shape and the same lists share."""

    lists: str
    own: tuple[bytes, ...]
    before: bytes
    after: bytes
    before2: tuple[bytes, ...]
    after2: tuple[bytes, ...]
    container: int
    name: int


@kept(20_000)
def _kind_of(shape: str, code: str, kinds: str, known: str) -> _Kind:
    """Return what all words of a shape, a code in the lists, and these classes show."""
    lists = code + known
    seen = f"{shape}{lists}".encode()
    own = (f"s={shape}", f"l={code}", *((f"k={known}",) if known else ()))
    family, given, title, container = map(int, code)
    name = -2 if shape == "a" else 0
    if shape == "A":
        name = 2
    elif shape[0] in "AR":
        name = max(family, given) - title
    return _Kind(
        lists,
        tuple(part.encode() for part in own),
        b"-1" + seen,
        b"+1" + seen,
        (b"-2" + seen,),
        (b"+2" + seen,),
        3 if "journal" in kinds or "conference" in kinds else container - title,
        name,
    )


def _flags(folded: str, kinds: str, *, place: bool, publisher: bool) -> str:
    """Return the flags of a word that stands in a list."""
    return (
        ("p" if place else "")
        + ("b" if publisher or "publisher" in kinds else "")
        + ("r" if kinds.startswith("editor") and len(folded) > 1 else "")
        + ("g" if kinds.startswith("page") else "")
        + ("v" if kinds.startswith(("volume", "issue")) else "")
        + ("s" if "report" in kinds or "thesis" in kinds else "")
        + ("o" if "organisation" in kinds else "")
    )


def shape_of(text: str) -> str:
    """Return the outline of a word: "Aa", "AA", "a", "A", "AaA", a number's length, "漢".

    >>> [shape_of(text) for text in ("Smith", "USA", "J", "von", "McGraw", "XII", "1990", "漢")]
    ['Aa', 'A3', 'A', 'a', 'AaA', 'R', '4', '漢']
    """
    if text.isdigit():
        return str(min(len(text), 7))
    if text.islower():
        return "a" if len(text) > 1 else "a1"
    if text.isupper():
        if len(text) > 1 and _ROMAN.fullmatch(text):
            return "R"
        return "A" if len(text) == 1 else "A2" if len(text) == 2 else "A3" if len(text) == 3 else "AA"
    if text[0].isupper():
        return "Aa" if text[1:].islower() else "AaA"
    if unicodedata.category(text[0]) == "Lo":
        return "漢" if len(text) == 1 else f"한{min(len(text), 4)}"
    return "aA"
