"""Reference strings cut into tokens."""

from __future__ import annotations

import pytest

from refs.parse.tokens import MAX_TOKENS, gaps, tokenise

CASES = {
    "volume and pages": ("95:585-586", ["95", "585", "586"]),
    "letter and digits": ("A365 R17292 1990a", ["A", "365", "R", "17292", "1990", "a"]),
    "markup": ("<italic>Cell</italic> 3", ["Cell", "3"]),
    "link": ("http://a.org/b_(c). In", ["http://a.org/b_(c)", "In"]),
    "doi": ("10.1002/(SICI)1097-4571<391::AID>3.0.CO;2-9.", ["10.1002/(SICI)1097-4571<391::AID>3.0.CO;2-9"]),
    "chinese by sign, korean by word": ("鄉土 김소월", ["鄉", "土", "김소월"]),
    "marks stay with their letter": ("e\u0301tude", ["e\u0301tude"]),
    "apostrophe": ("O'Brien", ["O", "Brien"]),
    "lost blanks": (
        "AndreasHoff. detectorClass. undMcCaig",
        ["Andreas", "Hoff", "detector", "Class", "und", "McCaig"],
    ),
    "an and glued to initials": ("Velo andD. Zwanziger", ["Velo", "and", "D", "Zwanziger"]),
    "a word that ends like and": ("a bandA. Zwanziger", ["a", "bandA", "Zwanziger"]),
    "no lost blanks": ("McGraw LaTeX MacDonald PoS", ["McGraw", "LaTeX", "MacDonald", "PoS"]),
    "lost blanks in other alphabets": ("TadeuszŁącki", ["Tadeusz", "Łącki"]),
    "arXiv is a word": ("arXiv:1207.7214 bioRxiv", ["arXiv", "1207", "7214", "bioRxiv"]),
    "a meeting glued to PoS": ("PoSLATTICE 2013", ["PoS", "LATTICE", "2013"]),
    "an In glued to what it opens": (
        "On trust. InConference on Open minds.InSPIE 7",
        ["On", "trust", "In", "Conference", "on", "Open", "minds", "In", "SPIE", "7"],
    ),
    "words that begin with In": ("On trust. InSAR, InGaAs", ["On", "trust", "InSAR", "InGaAs"]),
    "lost blanks are not sought in links": ("http://a.org/andreasHoff", ["http://a.org/andreasHoff"]),
    "nothing": (" .,;", []),
}


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_tokens(raw: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(raw)] == expected


def test_gaps_and_tokens_make_the_string() -> None:
    raw = " Neff, K. D. (2003). “Self”… "
    tokens = tokenise(raw)
    between = gaps(raw, tokens)
    joined = "".join(gap + token.text for gap, token in zip(between, tokens, strict=False)) + between[-1]
    assert joined == raw


def test_long_strings_are_cut() -> None:
    assert len(tokenise("a " * 10_000)) == MAX_TOKENS
    assert len(tokenise("andreasHoff " * 10_000)) == MAX_TOKENS
