"""Footnotes in plain text: lines that begin with a number that is raised in the text above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refs.extract.lines import Line, Lines
from refs.model import Block, BlockKind, Position

# "12 Vgl. Neff", "12) See Neff", "12" alone
_START = re.compile(r"(\d{1,3})[.)]?(?:\s{1,8}(?=[^\W\d_]|[\"“„«»‚'(§\[])|$)")
_REACH = 8000
"""Characters above a note in which its number is raised."""
_OFTEN = 300
"""Times that a number may stand above a note without being raised."""
_MISSES = 3000
"""Lines that may begin with the number of a note and be none."""
_LONGEST = 14
"""Lines that a note may have."""
_FEWEST = 4
"""Notes that a text with notes has."""


def text_footnotes(text: str, lines: Lines) -> list[Block]:
    """Return the footnotes of a plain text in order, each without its number; [] if it has none.

    A note's number counts on from the one before, or from 1 again on a new page, and stands raised in the
    text above: "geht er davon aus.2".
    """
    starts = list(_starts(text, lines))
    if len(starts) < _FEWEST:
        return []
    stops = [place for place, _, _ in starts[1:]] + [len(lines)]
    notes: list[Block] = []
    for (place, number, length), stop in zip(starts, stops, strict=True):
        last = _last_line(lines, place, stop)
        begin = lines[place].start + length
        while begin < lines[last].end and text[begin].isspace():
            begin += 1
        whole = text[begin : lines[last].end]
        if whole:
            position = Position(page=lines[place].page)
            notes.append(
                Block(BlockKind.FOOTNOTE, whole, begin, lines[last].end, position, label=str(number))
            )
    return notes


def _starts(text: str, lines: Lines) -> Iterator[tuple[int, int, int]]:
    """Yield the line at which each note begins, its number, and how many characters that takes."""
    current, page, misses = 0, None, 0
    for place, words in enumerate(lines.texts):
        if not words[0].isdigit() or not (found := _START.match(words)):
            continue
        line = lines[place]
        number = int(found.group(1))
        above = max(0, line.start - _REACH)
        if number == 1 and line.page != page:
            above = max(above, text.rfind("\f", 0, line.start))
        elif not current < number <= current + 2:
            continue
        if _is_raised(number, text[above : line.start]):
            current, page = number, line.page
            yield place, number, found.end()
        elif (misses := misses + 1) > _MISSES:
            return


def _is_raised(number: int, above: str) -> bool:
    """Return True if a number stands right behind a word, or its point, in a text.

    >>> _is_raised(2, "zu Gunsten der UdSSR aus.2 Nicht genau"), _is_raised(2, "in 1992, 2 of them, 2.2")
    (True, False)
    """
    written = str(number)
    place = above.rfind(written)
    for _ in range(_OFTEN):
        if place <= 0:
            break
        before, after = (
            above[max(0, place - 4) : place],
            above[place + len(written) : place + len(written) + 2],
        )
        word = before.rstrip(".,;:!?\"“”»«')]")
        if word[-1:].isalpha() and not after[:1].isalnum() and not after[1:].isdigit():
            return True
        place = above.rfind(written, 0, place)
    return False


def _last_line(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return the last line of a note: before another note, a blank line or a new page."""
    last = start
    alone = lines[start].text.isdigit()
    for place in range(start + 1, min(stop, start + _LONGEST)):
        line = lines[place]
        if line.page != lines[start].page or (line.gap >= 0.9 and not (alone and place == start + 1)):
            break
        last = place
    return last
