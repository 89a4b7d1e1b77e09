"""What stands between the entries of a list and is none: headings of its parts, notes at pages' feet."""

from __future__ import annotations

import re

from refs.extract.clues import entry_likeness, is_dated, start_form
from refs.extract.headings import is_part_heading
from refs.extract.labels import marker_of
from refs.extract.lines import Lines
from refs.extract.links import is_link
from refs.extract.stretches import GLANCE, LONGEST_SUBHEADING

# "3 See Section 3 for details."
_NOTE = re.compile(r"\d{1,3}(?:\s+(?=[^\W\d_a-z])|$)")
# "2We thank a referee", "7Vgl. hierzu Weber": the number was raised
_GLUED_NOTE = re.compile(r"\d{1,3}[^\W\d_a-zß-ÿ][a-zß-ÿ]{1,20}(?:[ ,:]|\.\s)")
_FEW_NOTES = 0.1
"""Share of a list's lines that may begin notes; where more do, they are its marks."""
_LONGEST_NOTE = 4
"""Lines of a note at the foot of a page that is no reference."""


def notes_at_feet(lines: Lines) -> set[int]:
    """Return the places of notes at the feet of pages amid a list that nothing numbers: "3 See Section 3"."""
    texts, breaks = lines.texts, lines.page_breaks()
    glued = [
        at
        for at, text in enumerate(texts)
        if at and _GLUED_NOTE.match(text) and texts[at - 1][-1] not in "-–"
    ]
    if glued and len(glued) < _FEW_NOTES * len(texts):
        return {at for first in glued for at in range(first, _note_end(lines, first))}
    if not breaks or sum(1 for text in texts[:GLANCE] if _NOTE.match(text)) > 0.1 * GLANCE:
        return set()
    notes: set[int] = set()
    for stop in breaks:
        for at in range(stop - 1, max(0, stop - 3 * _LONGEST_NOTE), -1):
            if _NOTE.match(texts[at]) and not any(map(is_dated, texts[at:stop])):
                notes.update(range(at, stop))
                stop = at
            elif stop - at >= _LONGEST_NOTE:
                break
    return notes


def _note_end(lines: Lines, start: int) -> int:
    """Return where a note ends in a list: at a blank line, another page, a mark, or what begins an entry."""
    for at in range(start + 1, min(start + 2 * _LONGEST_NOTE, len(lines))):
        text = lines.texts[at]
        if lines.gap(at) > 0 or lines.pages[at] != lines.pages[at - 1] or start_form(text) or marker_of(text):
            return at
    return min(start + 1, len(lines))


def subheadings(stretch: Lines) -> list[int]:
    """Return the places of headings inside a list, "Bücher:", over the entries of one kind."""
    return [
        place
        for place, text in enumerate(stretch.texts[:-1])
        if len(text) <= LONGEST_SUBHEADING and _is_subheading(stretch, place)
    ]


def _is_subheading(stretch: Lines, place: int) -> bool:
    """Return True for a line that stands alone, like a heading, over what looks like an entry."""
    text = stretch.texts[place]
    alone = stretch.gap(place) >= 0.5 or (not place and text[-1] == ":") or stretch.is_heading(place)
    if not alone or not is_part_heading(text):
        return False
    after = stretch.texts[place + 1]
    return entry_likeness(after) > 0 or start_form(after) > 0 or is_link(stretch[place + 1])
