"""Whether the form of a list tells the first lines of its entries beyond doubt: by indents, or by space.

A first cut, made from words and form together, shows where most entries begin. Where nearly all of them stand
at the edge and nearly all other lines further in (or the other way round), or nearly all have space before
them and other lines none, the few lines of which the words say something else are mistaken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from refs.extract.clues import has_year, line_clues, start_form
from refs.extract.lines import UNKNOWN_GAP, Line

_FEWEST = 5
"""Lines of each kind, at least, from which a form is learnt."""
_EXCEPTIONS = 0.12
"""The share of lines of the form of beginnings that may be none before the form is not clear."""
_EXCEPTIONS_ALONE, _MANY = 0.3, 8
"""The same where not one of so many other lines is a beginning."""
_STRAY = 0.05
"""The share of other lines that may look like beginnings in a list with hanging indents, or the reverse."""
_PARTED = 0.08
"""The difference of space before beginnings and before other lines, in lines, that shows to the eye."""
_YEAR_AFTER_NAMES = (1, 2)
"""Places of a year early in a line: in parentheses, "Neff, K. (2003)", or not, "Neff, K. 2003"."""
_HEAD = 120
"""Characters of a line in which its names and a year in parentheses stand."""
_FAR = 8
"""Ems from the edge at which a line is centred, not indented."""
_ADDRESS = re.compile(
    r"https?:|www\.|doi\b|10\.\d{4}/|ISBN|ISSN|PMID|(?:Available|Retrieved|Accessed|Abrufbar)\b", re.I
)
"""What begins no entry, though it stands apart: a paragraph of its own for the address of a work."""
BEGINS, LIKELY, GOES_ON, UNSAID = 2, 1, -1, 0
_OPEN_ENDS = tuple(",;/&–-")
_OPEN_WORDS = frozenset("and und et y in of the von der".split())


class _Seen(NamedTuple):
    """A line of the first cut: whether it has a sign of form, and whether an entry begins there."""

    sign: bool
    begins: bool


def told_by_form(lines: Sequence[Line], begins: Sequence[bool], counted: Sequence[bool]) -> list[int] | None:
    """Return for each line whether the form says that it begins an entry; None if the form is not clear.

    ``begins``: the first cut; ``counted``: the lines from which the form is learnt.
    """
    indented = _indented(lines)
    spaced = _spaced(lines, begins, counted)
    told = [UNSAID] * len(lines)
    clear = False
    for signs in (indented, spaced):
        seen = [
            _Seen(sign, begin)
            for sign, begin, count in zip(signs, begins, counted, strict=True)
            if sign is not None and count
        ]
        if (meaning := _meaning(seen)) is None:
            continue
        for place, sign in enumerate(signs):
            if sign is None:
                continue
            says = BEGINS if sign is meaning else GOES_ON
            if says == BEGINS and _ADDRESS.match(lines[place].text):
                says = UNSAID
            told[place] = says if not clear or told[place] in (says, UNSAID) else UNSAID
        clear = True
    for place in _named(lines, begins):
        if told[place] == UNSAID:
            told[place], clear = LIKELY, True
        elif told[place] == GOES_ON and begins[place] and not indented[place]:
            told[place] = UNSAID  # NOTE: words and space are at odds, and no indent says that it goes on
    return told if clear else None


def _named(lines: Sequence[Line], begins: Sequence[bool]) -> list[int]:
    """Return the lines that begin with names and a year, "Neff, K. (2003)", if such lines begin entries.

    What goes on from an open end, "Knapp, L. &", is none of them.
    """
    dated = [place for place, line in enumerate(lines) if place and has_year(line.text[:_HEAD])]
    years = {place: line_clues(lines[place].text[:_HEAD]).year_place for place in dated}
    found: list[int] = []
    for kind in _YEAR_AFTER_NAMES:
        named = [place for place in dated if years[place] == kind and start_form(lines[place].text)]
        sure = sum(1 for place in named if begins[place])
        if sure >= _FEWEST and len(named) - sure <= max(1, _EXCEPTIONS * len(named)):
            found += [place for place in named if not _is_open(lines[place - 1].text)]
    return found


def _is_open(text: str) -> bool:
    return text.endswith(_OPEN_ENDS) or text.rsplit(None, 1)[-1].lower() in _OPEN_WORDS


def _meaning(seen: Sequence[_Seen]) -> bool | None:
    """Return which value of a sign begins entries; None if it does not tell.

    >>> _meaning([_Seen(False, True), _Seen(True, False)] * 6)
    False
    """
    for value in (False, True):
        first = [look.begins for look in seen if look.sign is value]
        other = [look.begins for look in seen if look.sign is not value]
        if len(first) < _FEWEST or len(other) < _FEWEST:
            continue
        share = _EXCEPTIONS if any(other) or len(other) < _MANY else _EXCEPTIONS_ALONE
        if len(first) - sum(first) <= max(1, share * len(first)) and sum(other) <= _STRAY * len(other):
            return value
    return None


def _indented(lines: Sequence[Line]) -> list[bool | None]:
    """Return for each line whether it stands further in than its column's edge; None if nobody can say."""
    columns: defaultdict[tuple[int | None, int], list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        columns[line.page, line.column].append(place)
    signs: list[bool | None] = [None] * len(lines)
    for places in columns.values():
        edge = min(lines[place].indent for place in places)
        found = [_is_in(lines[place], edge) for place in places]
        if True in found:
            for place, sign in zip(places, found, strict=True):
                signs[place] = sign
    return signs


def _is_in(line: Line, edge: float) -> bool | None:
    em = line.size or 1.0
    distance = (line.indent - edge) / em
    if distance > (_FAR if line.size else 2 * _FAR):
        return None
    return distance > (0.35 if line.size else 0.5)


def _spaced(lines: Sequence[Line], begins: Sequence[bool], counted: Sequence[bool]) -> list[bool | None]:
    """Return for each line whether there is as much space before it as before most beginnings."""
    within = [
        place > 0
        and line.gap != UNKNOWN_GAP
        and (line.page, line.column) == (lines[place - 1].page, lines[place - 1].column)
        for place, line in enumerate(lines)
    ]
    learnt = [
        (line.gap, begin)
        for line, begin, count, inside in zip(lines, begins, counted, within, strict=True)
        if count and inside
    ]
    first, other = [gap for gap, begin in learnt if begin], [gap for gap, begin in learnt if not begin]
    if len(first) < _FEWEST or len(other) < _FEWEST or median(first) - median(other) < _PARTED:
        return [None] * len(lines)
    border = (median(first) + median(other)) / 2
    return [line.gap > border if inside else None for line, inside in zip(lines, within, strict=True)]
