"""The marks that lists print before their entries, and the sequences they make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from refs.extract.lines import Line, Lines

# reStructuredText writes ".. [12] Neff".
# "[12] Neff", "(12) Neff", "12. Neff", "12) Neff", "*07 Dossey", "^12 Neff", "12 Neff", "12." alone
_MARKER = re.compile(
    r"(?P<bracket>(?:\.\.\s)?\[\s?(\d{1,4})[a-z]?\s?\])[.:]?\s{0,8}"
    r"|(?P<paren>\((\d{1,4})\))[.:]?\s{0,8}"
    r"|(?P<star>\*\s?(\d{1,3})[.)]?)(?:\s{1,8}|$)"
    r"|(?P<caret>\^(\d{1,4})\^?)[.:]?\s{0,8}"
    r"|(?P<point>(\d{1,4})\s?\.)(?:(?:\s\d{1,4}\.)?(?:\s{1,8}|$)|(?=[^\W\d]))"
    r"|(?P<close>(\d{1,4})\s?\))(?:\s{1,8}|$|(?=[^\W\d]))"
    r"|(?P<bare>(\d{1,4}))(?:\s{1,8}(?=[^\W\d_a-z]|[\"“„«‘'(]|(?:van|von|de|der|den|di|da|del|la|le|el|al)\b)|$)"
)

# "[Neff03] ", "[Neff03]" on a line of its own, "[ABC+03] ", "[Neff 2003a] ", "[Neff and Germer, 2013] "
_KEY = re.compile(
    r"(?:\.\.\s)?\[(?P<key>(?=[^\]]{0,60}[A-Za-z])[^\[\]\s][^\[\]]{0,60})\]\.?(?:\s{1,8}(?=\S)|$)"
)
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
    # The style's group is the last that closes, and its number the first group inside it.
    return Marker(str(found.lastgroup), int(found.group((found.lastindex or 0) + 1)), found.end())


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


def find_chains(lines: Sequence[Line], *, longest_gap: int = 400, most: int = _MOST_CHAINS) -> list[Chain]:
    """Return the runs of marks that count up by one (two lost marks in a row forgiven), longest first.

    Runs do not share lines. A mark that the source keeps apart (``line.label``) counts as one.
    """
    styles: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, mark in _marks(lines):
        styles[mark.style].append((place, mark.number))
    best = {style: _longest(marks, longest_gap) for style, marks in styles.items()}
    chains: list[Chain] = []
    while best and len(chains) < most:
        style = max(best, key=lambda style: (best[style].length, -best[style].places[-1]))
        run = best[style]
        if len(run.places) < 2:
            break
        chains.append(_filled(lines, Chain(style, run.places, run.numbers)))
        used = set(run.places)
        styles[style] = [mark for mark in styles[style] if mark[0] not in used]
        if styles[style]:
            best[style] = _longest(styles[style], longest_gap)
        else:
            del best[style]
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


def _marks(lines: Sequence[Line]) -> list[tuple[int, Marker]]:
    """Return the marks that lines begin with, each with its place."""
    if isinstance(lines, Lines):
        texts, labels = lines.texts, lines.labels()
    else:
        texts, labels = [line.text for line in lines], [line.label for line in lines]
    return [
        (place, mark)
        for place, (text, label) in enumerate(zip(texts, labels, strict=True))
        if (label or text[:1] in _FIRST) and (mark := _mark(text, label))
    ]


def _mark(text: str, label: str) -> Marker | None:
    if label:
        digits = label.strip(" .)([]*:")
        if digits.isascii() and digits.isdigit() and len(digits) < 5:
            return Marker("label", int(digits), 0)
    return marker_of(text)


class _Run(NamedTuple):
    """Marks that count up, and how long the run is, lost marks taken off."""

    length: float
    places: tuple[int, ...]
    numbers: tuple[int, ...]


def _longest(marks: Sequence[tuple[int, int]], longest_gap: int) -> _Run:
    """Return the longest run of marks of one style, given by place and number."""
    last: dict[int, int] = {}
    length: list[float] = []
    previous: list[int] = []
    best = 0
    for index, (place, number) in enumerate(marks):
        value, chosen = 1.0 if number == 1 else 0.8, -1
        for back in (1, 2, 3):
            before = last.get(number - back)
            if before is None or place - marks[before][0] > longest_gap * back:
                continue
            longer = length[before] + 1.0 - 0.6 * (back - 1)
            if longer > value:
                value, chosen = longer, before
        length.append(value)
        previous.append(chosen)
        known = last.get(number)
        # NOTE: a second "12." in the same run is more often a page number or volume than the entry;
        # a new run that starts at 1 takes over.
        if known is None or value >= length[known] or number == 1:
            last[number] = index
        if value > length[best]:
            best = index
    found: list[int] = []
    index = best
    while index >= 0:
        found.append(index)
        index = previous[index]
    places, numbers = zip(*[marks[index] for index in reversed(found)], strict=True)
    return _Run(length[best], places, numbers)
