"""Which segments of a cut are entries of a list: how much they look like some, where they begin and end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from refs.extract.best_cut import Segment
from refs.extract.clues import Clues, begins_something_else, clues_of, entry_likeness, is_dated, start_form
from refs.extract.headings import ListHeading, is_end_heading
from refs.extract.labels import bullet_length
from refs.extract.lines import Line
from refs.extract.links import is_link
from refs.extract.segment import Segmentation
from refs.extract.stretches import FEWEST, GLANCE
from refs.model import BlockKind

_DIVIDED = re.compile(r"(?<=[^\W\d_])- (?=[a-zß-ÿ])")
"""Where a line's end divides a word."""
_LIST_BONUS = 2.5
"""What standing under a heading "References" adds to an entry's likeness."""
_LINKED = 0.5
"""The likeness, at least, of a link under such a heading."""
_YEARLESS = 1.0
"""What lacking a year takes from an entry, if nearly all others have one."""
_JUNK, _CLOSED_JUNK = -1.0, -6.0
"""Likeness below which a segment is no entry; what a mark counts needs less."""
_INNER_JUNK, _SHORTEST, _LONGEST_WHOLE = -3.5, 30, 400
"""Likeness and letters of an entry without a year amid others."""
_PARTED = 0.8
"""Space before a line, in lines, that parts it from the one before."""
_LONGEST_FORM = 160
"""Characters of an entry in which its form shows."""
_LONGEST_TITLE = 80
_TAIL = 8
"""Segments after the end of a list that may be taken for entries."""


class Kept(NamedTuple):
    """The segments of a list that are entries, and how much they look like some, summed up."""

    segments: list[Segment]
    score: float


def entries_in(
    stretch: Sequence[Line],
    cut: Segmentation,
    parts: Sequence[int],
    heading: ListHeading | None,
    *,
    linking: bool,
) -> Kept:
    """Return the segments of a cut that are entries of a list; ``parts``: where parts of it begin.

    What numbers count up under a heading of references are its entries, whatever their words.
    """
    bonus = _LIST_BONUS * (2 * heading.trust - 1) if heading else 0.0
    if cut.closed and heading and bonus >= 0 and cut.segments[0].number is not None:
        return Kept(cut.segments, bonus * len(cut.segments) + 1)
    segments = cut.segments if cut.closed else _parted_at(cut.segments, parts)
    scored = _scored(stretch, segments, bonus, linking=linking and bonus > 0)
    if not heading and not cut.closed:
        scored = _from_best_begin(scored)
    kept = scored if cut.closed else _until_best_end(scored)
    kept = (
        [row for row in kept if row.likeness > _CLOSED_JUNK] if cut.closed else _without_junk(kept, stretch)
    )
    kept = kept if cut.closed else _with_last_cut(_without_tail(kept, stretch), stretch)
    return Kept([row.segment for row in kept], sum(row.score for row in kept))


def _parted_at(segments: list[Segment], parts: Sequence[int]) -> list[Segment]:
    """Return segments, those cut in two that go on over the beginning of a part of the list.

    >>> [(part.start, part.stop) for part in _parted_at([Segment(0, 2), Segment(2, 5)], [3])]
    [(0, 2), (2, 3), (3, 5)]
    """
    for part in parts:
        for place, segment in enumerate(segments):
            if segment.start < part < segment.stop:
                segments[place : place + 1] = [segment._replace(stop=part), Segment(part, segment.stop)]
                break
    return segments


class _Scored(NamedTuple):
    segment: Segment
    score: float
    """What counts for where the list ends."""
    likeness: float
    """What counts for whether the segment is an entry at all."""
    own: float
    """What its own words say, wherever it stands."""
    formed: bool
    """True if it begins as references do, its mark aside."""


def promising(texts: Sequence[str]) -> bool:
    """Return False for a stretch that begins with running text, or with nothing that a reference has."""
    count = clues_of(" ".join(texts[:GLANCE]))
    signs = count.years + count.identifiers + count.places + count.initials // 3
    return signs > 0 and count.prose / max(count.chars / 6.5, 1.0) < 0.22


def are_links(first: Sequence[Line]) -> bool:
    """Return True for the first lines of a stretch, if they are items of a list that are links."""
    items = list(takewhile(lambda line: line.kind is BlockKind.LIST_ITEM or line.all_link, first))
    return bool(items) and sum(1 for line in items if line.all_link) > 0.5 * len(items)


def _scored(
    stretch: Sequence[Line], segments: Sequence[Segment], bonus: float, *, linking: bool
) -> list[_Scored]:
    """Return each segment with its likeness to an entry of this list; ``linking``: links may be entries.

    What follows a change of structure (a heading between, running text after list items) does not profit
    from standing in the list; nor does a segment without a year where nearly all others have one.
    """
    texts = [_words(stretch, segment) for segment in segments]
    counts = [clues_of(text) for text in texts]
    head = counts[: max(5, len(counts) * 3 // 4)]
    dated = sum(1 for count in head if count.years) > 0.85 * len(head) and len(head) > 4
    kinds = Counter(stretch[segment.start].kind for segment in segments[:6])
    kind = kinds.most_common(1)[0][0] if kinds else BlockKind.PARAGRAPH
    rules = sum(1 for segment in segments[1:] if stretch[segment.start].ruled)
    broken, first = False, stretch[segments[0].start].list if segments else 0
    scored: list[_Scored] = []
    for place, (segment, text, count) in enumerate(zip(segments, texts, counts, strict=True)):
        line = stretch[segment.start]
        own = entry_likeness(text, count)
        linked = linking and is_link(line) and line.list == first
        broken = broken or (place > 1 and not linked and _breaks(line, count, kind))
        broken = broken or (place > 0 and rules < FEWEST and line.ruled)
        if place > 1 and line.kind is BlockKind.HEADING is not kind and _is_title(line.text):
            own, broken = min(own, _JUNK), True
        if linked and not broken:
            own = max(own, _LINKED)
        likeness = own if broken else own + bonus
        score = likeness - _YEARLESS if dated and not count.years else likeness
        formed = start_form(text[bullet_length(text) : _LONGEST_FORM]) > 0
        scored.append(_Scored(segment, score, likeness, own, formed))
    return scored


def _breaks(line: Line, count: Clues, kind: BlockKind) -> bool:
    """Return True for a segment that shows that the list is over: a heading, or text after list items."""
    if kind is BlockKind.LIST_ITEM and line.kind is BlockKind.PARAGRAPH and line.first:
        return True
    if begins_something_else(line.text):
        return True
    title = line.kind is BlockKind.HEADING or (line.gap >= 0.9 and count.chars < 80)
    return title and not count.years and line.text[-1:] not in ".,;" and not count.places


def _is_title(text: str) -> bool:
    """Return True for a short line without a year or the end of a sentence.

    >>> _is_title("A Details of the fit"), _is_title("Konami: Silent Hill, 1999.")
    (True, False)
    """
    return len(text) < _LONGEST_TITLE and text[-1] not in ".,;:-" and not is_dated(text)


def _words(stretch: Sequence[Line], segment: Segment) -> str:
    text = " ".join([line.text for line in stretch[segment.start : segment.stop]])
    return _DIVIDED.sub("", text) if "- " in text else text


def _without_junk(scored: list[_Scored], stretch: Sequence[Line]) -> list[_Scored]:
    """Return the segments that may be entries: a bullet, or a place amid others, makes up for a year."""
    good = [place for place, row in enumerate(scored) if row.likeness > _JUNK]
    if not good:
        return []
    return [
        row
        for place, row in enumerate(scored)
        if row.likeness > _JUNK
        or (row.likeness > _CLOSED_JUNK and _has_bullet(_words(stretch, row.segment)))
        or (
            good[0] < place < good[-1]
            and row.likeness > _INNER_JUNK
            and _looks_whole(_words(stretch, row.segment), stretch[row.segment.start])
        )
    ]


def _has_bullet(text: str) -> bool:
    return len(text) > _SHORTEST and bullet_length(text) > 0


def _looks_whole(text: str, line: Line) -> bool:
    """Return True for what may be an entry without a year, not a heading, a head or the row of a table."""
    return (
        line.kind is not BlockKind.HEADING
        and _SHORTEST < len(text) < _LONGEST_WHOLE
        and text[-1] in ".)”\"’'»“"
        and (text[0].isupper() or text[0] in '"“„«»‘' or line.kind is BlockKind.LIST_ITEM)
        and not begins_something_else(text)
        and not is_end_heading(text)
    )


def _until_best_end(scored: list[_Scored]) -> list[_Scored]:
    """Return the segments up to where their likeness, summed up, is highest."""
    total = best = 0.0
    end = 0
    for place, row in enumerate(scored, 1):
        total += min(row.score, 2.5)
        if total > best:
            best, end = total, place
        if total < best - 12:
            break
    return scored[:end]


def _from_best_begin(scored: list[_Scored]) -> list[_Scored]:
    """Return the segments from where their likeness, summed up to the end of the best run, is highest."""
    best = total = 0.0
    start = begin = 0
    for place, row in enumerate(scored):
        if total <= 0:
            total, start = 0.0, place
        total += min(row.score, 2.5)
        if total > best:
            best, begin = total, start
    return scored[begin:]


def _without_tail(kept: list[_Scored], stretch: Sequence[Line]) -> list[_Scored]:
    """Return the segments without what follows the list on its last page: notes, addresses, an imprint.

    It stands apart (more space before it than between entries, another page, another form) and looks less
    like references than the entries before it.
    """
    for place in range(max(4, len(kept) - _TAIL), len(kept)):
        tail, head = kept[place:], kept[:place]
        usual = sorted(row.own for row in head)[len(head) // 4]
        if any(row.formed and row.own > usual - 1 for row in tail):
            continue
        mean = sum(row.own for row in tail) / len(tail)
        line = stretch[tail[0].segment.start]
        gaps = sorted(stretch[row.segment.start].gap for row in head[1:])
        apart = line.gap > gaps[len(gaps) * 9 // 10] + 0.4
        paged = line.page != stretch[head[-1].segment.start].page
        unlike = mean < usual - (0.5 if apart else 1.5)
        formed = sum(1 for row in tail if row.formed)
        foreign = formed == 0 and sum(1 for row in head if row.formed) > 0.9 * len(head)
        if (apart or paged) and (foreign or (unlike and (formed < 0.5 * len(tail) or mean < usual - 3))):
            return head
    return kept


def _with_last_cut(kept: list[_Scored], stretch: Sequence[Line]) -> list[_Scored]:
    """Return the segments, the last without what a blank line parts from it, if no other has one inside."""
    if len(kept) < 3:
        return kept
    *head, last = kept
    inside = [line.gap for row in head for line in stretch[row.segment.start + 1 : row.segment.stop]]
    if sum(1 for gap in inside if gap >= _PARTED) > 0.03 * len(inside):
        return kept
    for place in range(last.segment.start + 1, last.segment.stop):
        if stretch[place].gap >= _PARTED:
            return [*head, last._replace(segment=last.segment._replace(stop=place))]
    return kept
