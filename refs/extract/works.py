"""Several works under one mark, as in physics and chemistry: "[3] A …; B …", "[4] (a) A …; (b) B …"."""

from __future__ import annotations

import re

from refs.extract.entries import Entry

# "M. Bauer and M. Wirbel, Z. Phys. C 42, 671 (1989); W. Jaus, Phys. Rev. D 41, 3394 (1990)"
_BETWEEN = re.compile(r";\s+(?:and\s+|see also\s+|see\s+)?")
_DATED_END = re.compile(
    r"(?:\((?:1[6-9]|20)\d\d[a-z]?\)|\b(?:1[6-9]|20)\d\d)(?:[.,]?|,? and references therein\.?)$"
)
_WORK_START = re.compile(
    r"(?:[^\W\d_a-z]{1,2}\.[ -]?){1,4}\w|[^\W\d_a-z][\w'’-]{1,30}(?:,? [^\W\d_a-z]\.| et al)"
)
# "(a) Neff, K.", "a) Neff, K."
_LETTER = re.compile(r"(?:^|[;.,]\s+|\s)\(?([a-h])\)\s+(?=\S)")


_SHORTEST = 15
"""Letters of an entry, at least."""


def split_works(entry: Entry, text: str) -> list[Entry]:
    """Return one entry a work; an entry that is one work, or cannot be divided safely, as it is.

    Nearly all pieces must end in a year. A piece without authors ("53, 1349 (1996)") stays with the last.

    >>> two = "W. Jaus, Phys. Rev. D 41, 3394 (1990); D. Melikhov, Phys. Rev. D 62, 14006 (2000)."
    >>> [work.raw for work in split_works(Entry(two, "12", 0, len(two)), two)]
    ['W. Jaus, Phys. Rev. D 41, 3394 (1990)', 'D. Melikhov, Phys. Rev. D 62, 14006 (2000).']
    """
    pieces = _lettered(entry.raw) or _dated(entry.raw)
    if len(pieces) < 2:
        return [entry]
    works: list[Entry] = []
    at = entry.start
    for number, piece in enumerate(pieces):
        start = _find(text, piece, at, entry.end) if number else entry.start
        if works:
            works[-1] = works[-1]._replace(end=start)
        works.append(Entry(piece, entry.label, start, entry.end))
        at = start
    return works


def split_numbered(entry: Entry, text: str) -> list[Entry]:
    """Return the entries of a list that stands in one line, "[1] A … [2] B …"; without marks it is one.

    >>> line = "Neff, K. Self-compassion, 2003. [2] Rogers, C. On Becoming a Person, 1961."
    >>> [(work.label, work.raw[:8]) for work in split_numbered(Entry(line, "1", 0, len(line)), line)]
    [('1', 'Neff, K.'), ('2', 'Rogers, ')]
    """
    if entry.label != "1":
        return [entry]
    works = [entry]
    while True:
        last = works[-1]
        label = str(len(works) + 1)
        before, mark, after = last.raw.partition(f" [{label}] ")
        if not mark or min(len(before), len(after)) < _SHORTEST:
            return works
        place = text.find(f"[{label}]", last.start, last.end)
        place = place if place >= 0 else last.start
        works[-1] = last._replace(raw=before, end=place)
        works.append(Entry(after, label, place, entry.end))


def _dated(raw: str) -> list[str]:
    """Return the works of "A …(1990); B …(1991)": each piece must end in its year and begin with names."""
    if ";" not in raw:
        return []
    pieces: list[str] = []
    for piece in _BETWEEN.split(raw):
        if not pieces or (_WORK_START.match(piece) and _DATED_END.search(pieces[-1])):
            pieces.append(piece)
        else:
            pieces[-1] = f"{pieces[-1]}; {piece}"
    dated = sum(1 for piece in pieces if _DATED_END.search(piece.rstrip()))
    return pieces if dated >= max(2, 0.7 * len(pieces)) else []


def _lettered(raw: str) -> list[str]:
    """Return the works of "(a) …; (b) …": the letters must begin with a and count up."""
    if "a)" not in raw:
        return []
    marks: list[re.Match[str]] = []
    for mark in _LETTER.finditer(raw):
        if mark.group(1) == "abcdefgh"[len(marks)]:
            marks.append(mark)
            if len(marks) == 8:
                break
    if len(marks) < 2 or marks[0].start() > 1:
        return []
    stops = [*(mark.start() for mark in marks[1:]), len(raw)]
    pieces = [raw[mark.end() : stop].strip(" ;,") for mark, stop in zip(marks, stops, strict=True)]
    return pieces if all(len(piece) > 15 for piece in pieces) else []


def _find(text: str, piece: str, start: int, end: int) -> int:
    """Return where a piece begins in the article: its first words, or the start of the search."""
    for length in (24, 12, 6):
        found = text.find(piece[:length], start, end)
        if found >= 0:
            return found
    return start
