"""Footnotes in plain text: lines that begin with a number that is raised in the text above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refs.extract.line_starts import line_start_score
from refs.extract.lines import Line, Lines
from refs.model import Block, BlockKind, Position

# "12 Vgl. Neff", "12) See Neff", "12" alone
_START = re.compile(r"(\d{1,3})[.)]?(?:\s{1,40}(?=[^\W\d_]|[\"“„«»‚'(§\[])|$)")
_WORDS = re.compile(r"[^\W\d_]|[\"“„«»‚'(§\[]")
# "nahmen. 8", and the line ends
_AFTER_POINT = re.compile(r"[^\W\d_][.!?]['”\"»]? $")
_NEXT_LINE = re.compile(r" ?\r?\n")
_REACH = 8000
"""Characters above a note in which its number is raised."""
_OFTEN = 300
"""Times that a number may stand above a note without being raised."""
_MISSES = 3000
"""Lines that may begin with the number of a note and be none."""
_LONGEST = 14
"""Lines that a note may have."""
_MOST_RAISED = 0.6
"""Share of numbers in a column that must be raised in the text above it."""
_FEWEST = 4
"""Notes that a text with notes has."""


def text_footnotes(text: str, lines: Lines) -> list[Block]:
    """Return the footnotes of a plain text in order, each without its number; [] if it has none.

    A note's number counts on from the one before, or from 1 again on a new page, and stands raised in the
    text above: "geht er davon aus.2".
    """
    starts = _with_lost(lines, list(_starts(text, lines)))
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
    current, page, misses, done = 0, None, 0, 0
    for place, words in enumerate(lines.texts):
        if place < done or not words[0].isdigit() or not (found := _START.match(words)):
            continue
        number = int(found.group(1))
        if number != 1 and not current < number <= current + 2:
            continue
        own_page = lines.pages[place]
        if found.end() == len(words) and not _begins_note(lines, place + 1):
            apart = _notes_apart(text, lines, place, number)
            for at, shown in apart:
                current, page, done = shown, own_page, at + 1
                yield at, shown, 0
            continue
        start = lines.start(place)
        above = max(0, start - _REACH)
        if number == 1 and own_page != page:
            above = max(above, text.rfind("\f", 0, start))
        elif not current < number <= current + 2:
            continue
        if _is_raised(number, text[above:start]):
            current, page = number, own_page
            yield place, number, found.end()
        elif (misses := misses + 1) > _MISSES:
            return


def _with_lost(lines: Lines, starts: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the starts of notes with the one that two others lack between them, where a line begins so.

    Its number may stand apart from the word before it: "stand. 4 Von zehn".
    """
    found: list[tuple[int, int, int]] = []
    for place, number, length in starts:
        missing, after = number - 1, found[-1][0] if found else max(-1, place - _LONGEST)
        if missing == (found[-1][1] if found else 0) + 1:
            for between in range(after + 1, place):
                words = lines.texts[between]
                mark = _START.match(words) if lines.pages[between] == lines.pages[place] else None
                if mark and int(mark.group(1)) == missing and mark.end() < len(words):
                    found.append((between, missing, mark.end()))
                    break
        found.append((place, number, length))
    return found


def _begins_note(lines: Lines, place: int) -> bool:
    """Return True for a line of words, which may be the note whose number stands alone above it."""
    return place < len(lines) and _WORDS.match(lines.texts[place]) is not None


def _notes_apart(text: str, lines: Lines, place: int, number: int) -> list[tuple[int, int]]:
    """Return the lines at which notes begin whose numbers stand apart, in a column above them all.

    As many lines are taken as there are numbers: the first, and those that look most like beginnings.
    """
    first = place
    while first < len(lines) and lines.texts[first] == str(number + first - place):
        first += 1
    count = first - place
    if count < 2:
        return []
    start = lines.start(place)
    above = text[max(0, start - _REACH) : start]
    raised = sum(1 for step in range(count) if _is_raised(number + step, above, loosely=True))
    if raised < _MOST_RAISED * count:
        return []
    stop = first
    while stop < len(lines) and stop - first < count * _LONGEST and lines[stop].page == lines[place].page:
        if stop > first and lines[stop].gap >= 0.9:
            break
        stop += 1
    scores = {at: line_start_score(lines[at].text, lines[at - 1].text) for at in range(first + 1, stop)}
    best = sorted(sorted(scores, key=scores.__getitem__, reverse=True)[: count - 1])
    starts = [first, *best]
    return list(zip(starts, range(number, number + count), strict=True)) if len(starts) == count else []


def _is_raised(number: int, above: str, *, loosely: bool = False) -> bool:
    """Return True if a number stands right behind a word, or its point, in a text.

    A blank may part it from the point, if the line ends with it; ``loosely``: anywhere.

    >>> _is_raised(2, "zu Gunsten der UdSSR aus.2 Nicht genau"), _is_raised(2, "in 1992, 2 of them, 2.2")
    (True, False)
    >>> _is_raised(8, "Gesetze nahmen. 8\\nAndererseits wurde"), _is_raised(8, "es regnete. 8 Leute kamen.")
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
        if _AFTER_POINT.search(before) and (loosely or _NEXT_LINE.match(above, place + len(written))):
            return True
        word = before.rstrip(".,;:!?\"“”»«')]")
        if (
            word[-1:].isalpha()
            and not after[:1].isalnum()
            and (after[:1].isspace() or not after[1:].isdigit())
        ):
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
