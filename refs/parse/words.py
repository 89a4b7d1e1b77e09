"""What a token's text shows wherever it stands: its shape, the lists it is in, and features made of both."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from refs.model.folding import fold
from refs.parse.lexicon import load_lexicon

_ROMAN = re.compile(r"(?=.)(?:C{0,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})")


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
    before2: bytes
    after2: bytes
    container: int
    """-3 … 3: how much it smells of a journal or proceedings."""
    name: int
    """-3 … 3: how much it smells of a person's name."""
    flags: str
    """"n" number, "y" year, "l" link, "p" place, "b" publisher, "r" editor's role, "g" "pp.", "v" "vol."."""


@lru_cache(maxsize=100_000)
def word_of(text: str, is_link: bool) -> Word:
    """Return what is known of one token's text."""
    lexicon = load_lexicon()
    folded = "http" if is_link else (fold(text).replace(" ", "") or text)
    code = lexicon.codes.get(folded, "0000")
    kinds = lexicon.keywords.get(folded, "")
    number = folded.isdigit()
    shape = "L" if is_link else shape_of(text)
    year = number and len(folded) == 4 and "1400" < folded < "2035"
    if year:
        shape = "Y" + folded[:2]
    place, publisher = folded in lexicon.places, folded in lexicon.publishers
    known = kinds + ("P" if publisher else "") + ("L" if place else "")
    lists = code + known
    form = "#" * len(folded) if number else folded[:16]
    own = f"w={form} s={shape} l={code}"
    if known:
        own += f" k={known}"
    if not number and len(folded) > 4:
        own += f" e={folded[-3:]}"
    container = 3 if "journal" in kinds or "conference" in kinds else int(code[3]) - int(code[2])
    flags = ("ny" if year else "n") if number else "l" if is_link else ""
    if known:
        flags += _flags(folded, kinds, place=place, publisher=publisher)
    return Word(
        folded,
        shape,
        lists,
        tuple(own.encode().split(b" ")),
        (f"-1w{form}".encode(), f"-1{shape}{lists}".encode()),
        (f"+1w{form}".encode(), f"+1{shape}{lists}".encode()),
        f"-2{shape}{lists}".encode(),
        f"+2{shape}{lists}".encode(),
        container,
        2
        if shape == "A"
        else max(int(code[0]), int(code[1])) - int(code[2])
        if shape[0] in "AR"
        else -2
        if shape == "a"
        else 0,
        flags,
    )


def _flags(folded: str, kinds: str, *, place: bool, publisher: bool) -> str:
    """Return the flags of a word that stands in a list."""
    return (
        ("p" if place else "")
        + ("b" if publisher or "publisher" in kinds else "")
        + ("r" if kinds.startswith("editor") and len(folded) > 1 else "")
        + ("g" if kinds.startswith("page") else "")
        + ("v" if kinds.startswith(("volume", "issue")) else "")
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
