"""The marks that lists print before their entries, and the sequences they make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from refs.extract.lines import Line

# reStructuredText writes ".. [12] Neff".
# "[12] Neff", "(12) Neff", "12. Neff", "12) Neff", "*07 Dossey", "^12 Neff", "12 Neff", "12." alone
_MARKER = re.compile(
    r"(?P<bracket>(?:\.\.\s)?\[\s?(?P<b>\d{1,4})(?P<bs>[a-z]?)\s?\])[.:]?\s{0,8}"
    r"|(?P<paren>\((?P<p>\d{1,4})\))[.:]?\s{0,8}"
    r"|(?P<star>\*\s?(?P<s>\d{1,3})[.)]?)(?:\s{1,8}|$)"
    r"|(?P<caret>\^(?P<c>\d{1,4})\^?)[.:]?\s{0,8}"
    r"|(?P<point>(?P<d>\d{1,4})\s?\.)(?:(?P<twice>\s\d{1,4}\.)?(?:\s{1,8}|$)|(?=[^\W\d]))"
    r"|(?P<close>(?P<k>\d{1,4})\s?\))(?:\s{1,8}|$|(?=[^\W\d]))"
    r"|(?P<bare>(?P<n>\d{1,4}))(?:\s{1,8}(?=[^\W\d_a-z]|[\"“„«‘'(]|(?:van|von|de|der|den|di|da|del|la|le|el|al)\b)|$)"
)
_NUMBER_GROUPS = ("b", "p", "s", "c", "d", "k", "n")
_STYLE_OF = {"b": "bracket", "p": "paren", "s": "star", "c": "caret", "d": "point", "k": "close", "n": "bare"}

# "[Neff03] ", "[ABC+03] ", "[Neff 2003a] ", "[Neff and Germer, 2013] "
_KEY = re.compile(r"(?:\.\.\s)?\[(?P<key>(?=[^\]]{0,60}[A-Za-z])[^\[\]\s][^\[\]]{0,60})\]\.?\s{1,8}(?=\S)")
_BULLET = re.compile(r"[•●▪■◦‣∙⁃·▸►➢➤✓➔*–—-]\s{1,8}(?=\S)|[•●▪■◦‣▸►➢➤](?=\S)")


class Marker(NamedTuple):
    """A numeric mark at the beginning of a line."""

    style: str
    number: int
    length: int
    """Characters of the line that it takes, blanks after it included."""


def marker_of(text: str) -> Marker | None:
    """Return the numeric mark that a line begins with, None if there is none.

    >>> marker_of("[12] Neff, K. (2003)."), marker_of("*07 Dossey, Larry")
    (Marker(style='bracket', number=12, length=5), Marker(style='star', number=7, length=4))
    >>> marker_of("2003. Self-compassion").number, marker_of("12 of them") is None
    (2003, True)
    """
    if text[:1] not in _FIRST:
        return None
    found = _MARKER.match(text)
    if found is None:
        return None
    group = next(name for name in _NUMBER_GROUPS if found.group(name))
    return Marker(_STYLE_OF[group], int(found.group(group)), found.end())


_FIRST = frozenset("0123456789[(*^.")


def key_of(text: str) -> tuple[str, int]:
    """Return the alphabetic key in brackets that a line begins with, and its length; ("", 0) if none.

    >>> key_of("[ABC+03] A. Author. Title."), key_of("[12] Neff")
    (('ABC+03', 9), ('', 0))
    """
    if not text.startswith(("[", ".. [")):
        return "", 0
    found = _KEY.match(text)
    return (found.group("key"), found.end()) if found else ("", 0)


def bullet_length(text: str) -> int:
    """Return how many characters a bullet at the beginning takes, 0 if there is none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


class Chain(NamedTuple):
    """A run of marks that count up: places of the lines, and their numbers."""

    style: str
    places: tuple[int, ...]
    numbers: tuple[int, ...]


_MOST_CHAINS = 12


def find_chains(lines: Sequence[Line], *, longest_gap: int = 400) -> list[Chain]:
    """Return the runs of marks that count up by one (two lost marks in a row forgiven), longest first.

    Runs do not share lines. A mark that the source keeps apart (``line.label``) counts as one.
    """
    marks = [(place, mark) for place, line in enumerate(lines) if (mark := _mark(line))]
    chains: list[Chain] = []
    used: set[int] = set()
    while True:
        best = _longest(marks, used, longest_gap)
        if best is None or len(best.places) < 2:
            return chains
        used.update(best.places)
        chains.append(_filled(lines, best))
        if len(chains) >= _MOST_CHAINS:
            return chains


# A mark of any form, with a word after it that is no number: "5 not specified, A.", "7 •• Kardaun S"
_LOOSE = re.compile(r"[\[(]?\s?(\d{1,4})\s?[\])]?[.:]?\s{1,8}(?=[^\W\d_]|[•*\"“„«‚'‘\[])")


def _filled(lines: Sequence[Line], chain: Chain) -> Chain:
    """Return a run with the marks that it lacks, where a line begins with that number and a word."""
    if chain.style == "label" or len(chain.numbers) == chain.numbers[-1] - chain.numbers[0] + 1:
        return chain
    found = list(zip(chain.places, chain.numbers, strict=True))
    for (start, low), (stop, high) in pairwise(list(found)):
        wanted = low + 1
        for place in range(start + 1, stop):
            if wanted >= high:
                break
            mark = _LOOSE.match(lines[place].text)
            if mark and int(mark.group(1)) == wanted and lines[place - 1].text[-1] not in ",-–(":
                found.append((place, wanted))
                wanted += 1
    places, numbers = zip(*sorted(found), strict=True)
    return Chain(chain.style, places, numbers)


def _mark(line: Line) -> Marker | None:
    if line.label and line.first:
        digits = line.label.strip(" .)([]*:")
        if digits.isascii() and digits.isdigit() and len(digits) < 5:
            return Marker("label", int(digits), 0)
    return marker_of(line.text)


def _longest(marks: list[tuple[int, Marker]], used: set[int], longest_gap: int) -> Chain | None:
    """Return the longest run of marks of one style that are not yet used."""
    last: dict[tuple[str, int], int] = {}
    length: list[float] = []
    previous: list[int] = []
    best = -1
    for index, (place, mark) in enumerate(marks):
        length.append(1.0 if mark.number == 1 else 0.8)
        previous.append(-1)
        if place in used:
            length[index] = 0.0
            continue
        for back in (1, 2, 3):
            before = last.get((mark.style, mark.number - back))
            if before is None or place - marks[before][0] > longest_gap * back:
                continue
            value = length[before] + 1.0 - 0.6 * (back - 1)
            if value > length[index]:
                length[index], previous[index] = value, before
        known = last.get((mark.style, mark.number))
        # NOTE: a second "12." in the same run is more often a page number or volume than the entry;
        # a new run that starts at 1 takes over.
        if known is None or length[index] >= length[known] or mark.number == 1:
            last[mark.style, mark.number] = index
        if best < 0 or length[index] > length[best]:
            best = index
    if best < 0 or length[best] <= 0:
        return None
    found: list[int] = []
    while best >= 0:
        found.append(best)
        best = previous[best]
    found.reverse()
    return Chain(
        marks[found[0]][1].style,
        tuple(marks[i][0] for i in found),
        tuple(marks[i][1].number for i in found),
    )
