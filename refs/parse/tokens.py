"""A reference string as tokens: runs of letters, runs of digits, links, single Chinese or Japanese signs.

Punctuation is no token; it is the gap before and after one. So "95:585-586" is three tokens with the
gaps ":" and "-", and a token's field never begins or ends with a stray comma.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from refs.model.patterns import pattern

MAX_TOKENS = 1500
"""A reference longer than this is read to here only; the rest is no reference any more."""

_SIGN = "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff66-\uff9f"
_LINK = (
    r"(?i:https?|ftp)://[^\s<>\"“”]{1,2000}|(?i:www)\.[^\s<>\"“”]{1,2000}"  # "http://dx.doi.org/10.1000/182"
    r"|10\.\d{4,9}(?:\.\d{1,9}){0,3}/[^\s\"“”]{1,500}"  # "10.1002/(SICI)1097-4571(199009)41:6<391"
)
_LETTERS = rf"[^\W\d_{_SIGN}]+(?:[\u0300-\u036f\u00ad]+[^\W\d_{_SIGN}]*)*"
_TOKEN = pattern(
    r"(?P<skip></?[A-Za-z][A-Za-z0-9-]{0,12}>)"  # "<italic>Cell</italic>"
    rf"|(?P<link>{_LINK})"
    r"|(?P<number>\d+)"
    rf"|(?P<sign>[{_SIGN}])"
    rf"|(?P<word>{_LETTERS})"
)
_PLAIN = pattern(rf"\d+|{_LETTERS}|[{_SIGN}]")
"""What a reference without link and markup is made of."""
_ASCII = re.compile(r"\d+|[A-Za-z]+", re.ASCII)
"""The same where all signs are ASCII, in half the time."""
_SMALL = "a-zß-öø-ÿ" + "".join(chr(sign) for sign in range(0x100, 0x180) if chr(sign).islower())
_CAPITAL = "A-ZÀ-ÖØ-Þ" + "".join(chr(sign) for sign in range(0x100, 0x180) if chr(sign).isupper())
_GLUE = rf"(?<=[{_SMALL}]{{2}})(?=[{_CAPITAL}][{_SMALL}])(?<!Mac)(?!Rxiv|Xiv)"
_GLUED = re.compile(_GLUE)
"""Where a blank was lost: "AndreasHoff", "detectorClass.", but not "McCaig", "arXiv"."""
_GLUED_POS = pattern(rf"{_GLUE}|(?<=\bPoS)(?=[A-Z][A-Za-z]{{2}})")  # "PoSLATTICE" too
_GLUED_IN = pattern(
    rf"{_GLUE}|(?:(?<=[.,)]\sIn)|(?<=[.)]In))(?=[A-Z][a-z]{{4}}|SPIE|IEEE|ACM)"
)  # "… imaging. InConference on Lasers"
_MAY_BE_GLUED = re.compile(rf"[{_SMALL}][{_CAPITAL}][{_SMALL}]")
"""Where it is not, no blank was lost: half the work."""
_IN_GLUED = re.compile(r"In[A-Z]")
_AND_BEFORE = re.compile(r"and[A-Z]\.")
_AND_GLUED = re.compile(r"\band(?=[A-Z]\.)")
"""An "and" that lost its blank before initials: "Velo andD. Zwanziger"."""
_GLUED_AND = pattern(rf"{_GLUE}|(?<=\band)(?=[A-Z]\b)")
_LINK_END = ".,;:'\"’”»*†)]>"
_PAIRS = {")": "(", "]": "[", ">": "<"}


class Token(NamedTuple):
    """One token: its text and its place in the reference string."""

    text: str
    start: int
    end: int
    is_link: bool = False


_new = tuple.__new__
"""Makes a Token of four values without the named tuple's own, slower constructor."""


def tokenise(raw: str, limit: int = MAX_TOKENS) -> list[Token]:
    """Return the tokens of a reference string, in order, at most ``limit``.

    >>> [token.text for token in tokenise("Phys. Rev. 95:585-586 (1990a), doi:10.1103/x.1.")]
    ['Phys', 'Rev', '95', '585', '586', '1990', 'a', 'doi', '10.1103/x.1']
    >>> [token.text for token in tokenise("AndreasHoff undMcCaig")]
    ['Andreas', 'Hoff', 'und', 'McCaig']
    """
    tokens: list[Token] = []
    if "<" not in raw and "://" not in raw and "10." not in raw and "www." not in raw.lower():
        end = 0
        plain = _ASCII if raw.isascii() else _PLAIN
        for text in plain.findall(raw)[:limit]:
            start = raw.find(text, end)  # NOTE: in two thirds of the time that matches take
            end = start + len(text)
            tokens.append(_new(Token, (text, start, end, False)))
        return _parted(raw, tokens, limit)
    for match in _TOKEN.finditer(raw):
        kind = match.lastgroup
        if kind == "skip":
            continue
        start, end = match.span()
        if kind == "link":
            end = _link_end(raw, start, end)
        tokens.append(Token(raw[start:end], start, end, kind == "link"))
        if len(tokens) >= limit:
            break
    return _parted(raw, tokens, limit)


def _parted(raw: str, tokens: list[Token], limit: int) -> list[Token]:
    """Return the tokens with those in two where a blank was lost between words."""
    glued = _GLUED
    if "PoS" in raw:
        glued = _GLUED_POS
    elif _AND_BEFORE.search(raw) and _AND_GLUED.search(raw):
        glued = _GLUED_AND
    elif _IN_GLUED.search(raw):
        glued = _GLUED_IN
    elif not _MAY_BE_GLUED.search(raw):
        return tokens
    if not glued.search(raw):
        return tokens
    parted: list[Token] = []
    for token in tokens:
        start = token.start
        if not token.is_link:
            for match in glued.finditer(raw, start, token.end):
                border = match.start()
                if border > start:
                    parted.append(Token(raw[start:border], start, border))
                    start = border
        parted.append(token if start == token.start else Token(raw[start : token.end], start, token.end))
    return parted[:limit]


def gaps(raw: str, tokens: list[Token]) -> list[str]:
    """Return what stands before each token, and after the last: one gap more than tokens."""
    ends = [0, *[token[2] for token in tokens]]
    starts = [*[token[1] for token in tokens], len(raw)]
    return [raw[end:start] for end, start in zip(ends, starts, strict=True)]


def _link_end(raw: str, start: int, end: int) -> int:
    """Return where a link ends without the punctuation of the sentence around it."""
    while end > start + 1 and raw[end - 1] in _LINK_END:
        opening = _PAIRS.get(raw[end - 1])
        if opening and raw.count(raw[end - 1], start, end) <= raw.count(opening, start, end):
            break
        end -= 1
    return end
