"""Where an article's lists of references begin and end, and what their entries are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import NamedTuple

from refs.extract.best_cut import Segment
from refs.extract.clues import (
    Clues,
    begins_something_else,
    clues_of,
    count_prose,
    entry_likeness,
    is_dated,
    start_form,
)
from refs.extract.comments import author_of_comment, comment_chains, mark_comments
from refs.extract.entries import Entry, is_link_labels, make_entry
from refs.extract.headings import (
    ARTICLE,
    COMMENT,
    ListHeading,
    ends_in_page,
    is_end_heading,
    is_part_heading,
    list_heading,
)
from refs.extract.labels import bullet_length, find_chains, marker_of
from refs.extract.lines import Line, Lines
from refs.extract.links import is_link, target_of, with_target
from refs.extract.openings import LABELS, LIST, openings, possible_ends
from refs.extract.segment import Segmentation, cut_by_marks, numbers_entries, segment_lines
from refs.extract.works import split_numbered, split_works
from refs.model import Article, BlockKind, fold

_DIVIDED = re.compile(r"(?<=[^\W\d_])- (?=[a-zß-ÿ])")
"""Where a line's end divides a word."""
_FLOWING_FORMATS = frozenset("html docx odt markdown epub jats tei latex rtf".split())
_LIST_BONUS = 2.5
"""What standing under a heading "References" adds to an entry's likeness."""
_OF_A_MANUAL = frozenset({"reference"})
"""Headings under which links lead to the chapters of a manual."""
_LINKED = 0.5
"""The likeness, at least, of a link under such a heading."""
_YEARLESS = 1.0
"""What lacking a year takes from an entry, if nearly all others have one."""
_JUNK, _CLOSED_JUNK = -1.0, -6.0
"""Likeness below which a segment is no entry; what a mark counts needs less."""
_INNER_JUNK, _SHORTEST, _LONGEST_WHOLE = -3.5, 30, 400
"""Likeness and letters of an entry without a year amid others."""
_GLANCE = 40
"""Lines of a stretch that are looked at first."""
_SPREAD = 14
"""Lines that one entry without a heading over it may have, at most."""
_FEWEST = 3
"""Beginnings of entries that make a stretch worth a look without a heading."""
_PARTED = 0.8
"""Space before a line, in lines, that parts it from the one before."""
_LONGEST_FORM = 160
"""Characters of an entry in which its form shows."""
_LONGEST_SUBHEADING = 40
# "Teil I. In: Frankfurter Rundschau", "Chapter 3 in": parts of a work as well as of a book
_PART_OF_ENTRY = re.compile(r"(?:teil|part|chapter|kapitel|chapitre|cap[ií]tulo|capitolo)\b", re.I)
_MOST_PARTS = 50
_LONGEST_TITLE = 80
# "3 See Section 3 for details."
_NOTE = re.compile(r"\d{1,3}(?:\s+(?=[^\W\d_a-z])|$)")
# "2We thank a referee", "7Vgl. hierzu Weber": the number was raised
_GLUED_NOTE = re.compile(r"\d{1,3}[^\W\d_a-zß-ÿ][a-zß-ÿ]{1,20}(?:[ ,:]|\.\s)")
_FEW_NOTES = 0.1
"""Share of a list's lines that may begin notes; where more do, they are its marks."""
_LONGEST_NOTE = 4
"""Lines of a note at the foot of a page that is no reference."""
_SOON = 150
"""Lines after the heading of a list in which another is a part of it."""
_TRIES = 4
"""Stretches without a heading that are looked at, the densest first."""
_TAIL = 8
"""Segments after the end of a list that may be taken for entries."""
_LITTLE_PROSE = 4
"""Function words in three lines, at most, where an entry follows."""
_SURE = 0.5
"""Trust in a heading from which on it is no heading of mere notes."""


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list of references: its entries, what kind it is, and why it begins and ends where it does."""

    entries: tuple[Entry, ...]
    list: str
    name: str
    reason: str
    first_line: int
    last_line: int
    score: float
    pages: tuple[int | None, ...] = ()
    trust: float = 1.0
    """How far its heading can be trusted to stand above references; 0 without a heading."""


def find_lists(article: Article, lines: Lines) -> list[FoundList]:
    """Return the lists of references in the lines of an article, in reading order."""
    flowing = article.format in _FLOWING_FORMATS
    kinds = openings(lines.texts)
    mark_comments(lines, kinds)
    labels = {
        place
        for place, kind in kinds.items()
        if kind & LABELS and is_link_labels(lines.texts[place]) and not _heads_prose(lines.texts, place)
    }
    if labels:
        lines = _without_link_labels(lines, labels)
        gone = sorted(labels)
        kinds = {at - bisect_left(gone, at): kind for at, kind in kinds.items() if at not in labels}
    changes = _region_changes(lines)
    found = [
        candidate
        for start, stop, heading in _under_headings(lines, kinds, changes, flowing)
        if (candidate := _try_list(article, lines, start, stop, heading, flowing)) is not None
    ]
    if any(candidate.list == ARTICLE and candidate.trust >= _SURE for candidate in found):
        found = _without_sections([candidate for candidate in found if candidate.trust >= _SURE])
    if not any(candidate.list == ARTICLE for candidate in found):
        found += _without_heading(article, lines, found, flowing, changes)
    found += comment_lists(article, lines)
    return sorted(found, key=lambda candidate: candidate.first_line)


def _without_sections(found: list[FoundList]) -> list[FoundList]:
    """Return lists without single ones that are a section of running text on references."""
    if max(len(candidate.entries) for candidate in found) < _FEWEST:
        return found
    return [
        candidate
        for candidate in found
        if len(candidate.entries) > 1 or start_form(candidate.entries[0].raw) or candidate.entries[0].label
    ]


def _heads_prose(texts: Sequence[str], place: int) -> bool:
    """Return True for "Abstract" over running text: no label of a link, but a heading."""
    return clues_of(" ".join(texts[place + 1 : place + 4])).prose > _LITTLE_PROSE


def _without_link_labels(lines: Lines, labels: Set[int]) -> Lines:
    """Return the lines without those of link labels, which part entries."""
    for place in labels:
        if place + 1 not in labels and place + 1 < len(lines):
            lines.set_gap(place + 1, max(lines.gap(place + 1), 1.0))
    return lines.without(labels)


def _region_changes(lines: Lines) -> list[int]:
    """Return the places at which another region begins."""
    regions = lines.regions()
    return [place for place, (a, b) in enumerate(pairwise(regions), 1) if a != b] if any(regions) else []


def _under_headings(
    lines: Lines, kinds: Mapping[int, int], changes: Sequence[int], flowing: bool
) -> list[tuple[int, int, ListHeading]]:
    """Return the stretches under headings of lists: first line, line after the last, heading."""
    starts = [
        (place, heading)
        for place, kind in kinds.items()
        if kind & LIST and (heading := list_heading(lines.texts[place])) and _stands_alone(lines, place)
    ]
    starts = _without_contents(lines, starts, flowing)
    starts = starts if flowing else _without_subheadings(lines, starts)
    stretches: list[tuple[int, int, ListHeading]] = []
    for index, (place, heading) in enumerate(starts):
        limit = starts[index + 1][0] if index + 1 < len(starts) else len(lines)
        stretches.append((place + 1, _stretch_end(lines, place + 1, limit, changes), heading))
    return stretches


def _without_subheadings(
    lines: Lines, starts: list[tuple[int, ListHeading]]
) -> list[tuple[int, ListHeading]]:
    """Return headings without those over a part of the list that another has begun, "Internetquellen"."""
    return [
        start
        for before, start in zip([None, *starts], starts, strict=False)
        if before is None
        or start[0] - before[0] > _SOON
        or start[1].list != before[1].list
        or not is_part_heading(lines.texts[start[0]])
    ]


def _without_contents(
    lines: Lines, starts: list[tuple[int, ListHeading]], flowing: bool
) -> list[tuple[int, ListHeading]]:
    """Return headings without the lines of a table of contents: in a list, or with a page behind them."""
    unlisted = [start for start in starts if not _is_listed(lines, start[0], flowing)]
    starts = unlisted if any(heading.trust >= _SURE for _, heading in unlisted) else starts
    bare = next((place for place, _ in starts if not ends_in_page(lines.texts[place])), None)
    if bare is None:
        return starts
    return [start for start in starts if start[0] >= bare or not ends_in_page(lines.texts[start[0]])]


def _is_listed(lines: Lines, place: int, flowing: bool) -> bool:
    """Return True for an item of a list; in plain text only a bullet makes one, not the "7." of a heading."""
    return lines[place].kind is BlockKind.LIST_ITEM if flowing else bullet_length(lines.texts[place]) > 0


def _stands_alone(lines: Lines, place: int) -> bool:
    """Return True for a line that is a block of its own, or at least not the middle of a sentence."""
    if lines.region(place) not in ("", "appendix", "supplement", "box"):
        return False
    before = lines.texts[place - 1] if place else ""
    return (
        lines.gap(place) >= 0.5 or not before.endswith((",", "-", " the", " and")) or lines.is_heading(place)
    )


def _stretch_end(lines: Lines, start: int, limit: int, changes: Sequence[int]) -> int:
    """Return where a list that begins at ``start`` ends at the latest: at a heading of something else."""
    if start < limit and start and lines.region(start) != lines.region(start - 1):
        return start
    change = bisect_right(changes, start)
    if change < len(changes):
        limit = min(limit, changes[change])
    gapless = not any(lines.gap(place) >= 0.9 for place in range(start, min(start + _GLANCE, len(lines))))
    for place in possible_ends(lines.texts, start + 1, limit):
        paged = place > start and lines.pages[place] != lines.pages[place - 1]
        alone = lines.gap(place) >= 0.5 or lines.is_heading(place)
        alone = alone or ((gapless or paged) and _is_whole(lines, place))
        if alone and is_end_heading(lines.texts[place]):
            return place
    return limit


def _is_whole(lines: Lines, place: int) -> bool:
    """Return False for a line that goes on from the one before or in the next: "Teil I. In: Frankfurter…"."""
    text, before = lines.texts[place], lines.texts[place - 1]
    if before[-1:] in ",;:/&–-" or (text[-1:] in ",;/&-" and len(text) > _LONGEST_SUBHEADING):
        return False
    return not (_PART_OF_ENTRY.match(text) and before[-1:] not in ".])" and not before[-1:].isdigit())


def _try_list(
    article: Article,
    lines: Lines,
    start: int,
    stop: int,
    heading: ListHeading | None,
    flowing: bool,
) -> FoundList | None:
    """Return the list that a stretch holds from its first line on, None if it holds none."""
    within = lines.between(start, stop)
    places: Sequence[int] = range(start, stop)
    parts: list[int] = []
    if heading and not flowing and (notes := _notes_at_feet(within)):
        places = [place for at, place in enumerate(places) if at not in notes]
        within = within.without(notes)
    if heading and not flowing and (parted := _subheadings(within)):
        gone = set(parted)
        places = [place for at, place in enumerate(places) if at not in gone]
        within = within.without(parted)
        parts = [at - before for before, at in enumerate(parted[:_MOST_PARTS])]
    linking = heading is not None and fold(lines[start - 1].text) not in _OF_A_MANUAL
    if not within or not (_promising(within.texts) or (linking and _are_links(within[:_GLANCE]))):
        return None
    cut = segment_lines(within, flowing=flowing, begun=heading is not None)
    # NOTE: what is behind the last segment, as far as a chapter, is never made.
    stretch = within[: cut.segments[-1].stop if cut.segments else 0]
    kept = _kept(stretch, cut, parts, heading, linking=linking)
    if kept.score <= 0.5:
        return None
    entries: list[Entry] = []
    pages: list[int | None] = []
    lines_of = [stretch[segment.start : segment.stop] for segment in kept.segments]
    targets = [target_of(own) for own in lines_of]
    times, manner = Counter(targets), cut.manner
    for segment, own, target in zip(kept.segments, lines_of, targets, strict=True):
        entry = make_entry(own, article.text, segment.number)
        if target and times[target] == 1 and (raw := with_target(entry.raw, target)) != entry.raw:
            entry, manner = entry._replace(raw=raw), f"{cut.manner} with the address of its link"
        split = split_works if len(kept.segments) > 1 else split_numbered
        works = split(entry, article.text) if entry.label and entry.raw else [entry]
        entries += [work for work in works if work.raw]
        pages += [own[0].page for work in works if work.raw]
    end = places[kept.segments[-1].stop - 1] + 1
    return FoundList(
        tuple(entries),
        heading.list if heading else ARTICLE,
        lines[start - 1].text if heading else "",
        _reason(lines, start, end, heading, manner),
        places[kept.segments[0].start],
        end,
        kept.score,
        tuple(pages),
        heading.trust if heading else 0.0,
    )


class _Kept(NamedTuple):
    """The segments of a list that are entries, and how much they look like some, summed up."""

    segments: list[Segment]
    score: float


def _kept(
    stretch: Sequence[Line],
    cut: Segmentation,
    parts: Sequence[int],
    heading: ListHeading | None,
    *,
    linking: bool,
) -> _Kept:
    """Return the segments of a cut that are entries of a list; ``parts``: where parts of it begin.

    What numbers count up under a heading of references are its entries, whatever their words.
    """
    bonus = _LIST_BONUS * (2 * heading.trust - 1) if heading else 0.0
    if cut.closed and heading and bonus >= 0 and cut.segments[0].number is not None:
        return _Kept(cut.segments, bonus * len(cut.segments) + 1)
    segments = cut.segments if cut.closed else _parted_at(cut.segments, parts)
    scored = _scored(stretch, segments, bonus, linking=linking and bonus > 0)
    if not heading and not cut.closed:
        scored = _from_best_begin(scored)
    kept = scored if cut.closed else _until_best_end(scored)
    kept = (
        [row for row in kept if row.likeness > _CLOSED_JUNK] if cut.closed else _without_junk(kept, stretch)
    )
    kept = kept if cut.closed else _with_last_cut(_without_tail(kept, stretch), stretch)
    return _Kept([row.segment for row in kept], sum(row.score for row in kept))


def _notes_at_feet(lines: Lines) -> set[int]:
    """Return the places of notes at the feet of pages amid a list that nothing numbers: "3 See Section 3"."""
    texts, breaks = lines.texts, lines.page_breaks()
    glued = [
        at
        for at, text in enumerate(texts)
        if at and _GLUED_NOTE.match(text) and texts[at - 1][-1] not in "-–"
    ]
    if glued and len(glued) < _FEW_NOTES * len(texts):
        return {at for first in glued for at in range(first, _note_end(lines, first))}
    if not breaks or sum(1 for text in texts[:_GLANCE] if _NOTE.match(text)) > 0.1 * _GLANCE:
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


def _subheadings(stretch: Lines) -> list[int]:
    """Return the places of headings inside a list, "Bücher:", over the entries of one kind."""
    return [
        place
        for place, text in enumerate(stretch.texts[:-1])
        if len(text) <= _LONGEST_SUBHEADING and _is_subheading(stretch, place)
    ]


def _is_subheading(stretch: Lines, place: int) -> bool:
    """Return True for a line that stands alone, like a heading, over what looks like an entry."""
    text = stretch.texts[place]
    alone = stretch.gap(place) >= 0.5 or (not place and text[-1] == ":") or stretch.is_heading(place)
    if not alone or not is_part_heading(text):
        return False
    after = stretch.texts[place + 1]
    return entry_likeness(after) > 0 or start_form(after) > 0 or is_link(stretch[place + 1])


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


def _promising(texts: Sequence[str]) -> bool:
    """Return False for a stretch that begins with running text, or with nothing that a reference has."""
    count = clues_of(" ".join(texts[:_GLANCE]))
    signs = count.years + count.identifiers + count.places + count.initials // 3
    return signs > 0 and count.prose / max(count.chars / 6.5, 1.0) < 0.22


def _are_links(first: Sequence[Line]) -> bool:
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
        broken = broken or (place > 0 and rules < _FEWEST and line.ruled)
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


class _Run(NamedTuple):
    """Lines that may begin the entries of a list, as marks or names say where no heading does."""

    places: Sequence[int]
    stop: int
    """Where the list ends at the latest."""
    sure: bool
    """False for marks that number no entries: the lines of a page, pages."""

    def adds_nothing_to(self, found: FoundList) -> bool:
        """Return True for beginnings that all stand in a list that has been found, which has as many."""
        inside = found.first_line <= self.places[0] and self.places[-1] < found.last_line
        return inside and len(self.places) <= len(found.entries)


def _without_heading(
    article: Article, lines: Lines, known: Sequence[FoundList], flowing: bool, changes: Sequence[int]
) -> list[FoundList]:
    """Return the article's own list where no heading tells it: the best numbered or dense run."""
    best: FoundList | None = None
    tried: set[tuple[int, int]] = set()
    runs = (*_numbered_runs(lines), *_dense_runs(lines))
    for run in sorted(runs, key=lambda run: not run.sure):
        if best and not run.sure:
            break
        start = run.places[0]
        if any(k.first_line <= start < k.last_line for k in known) or (best and run.adds_nothing_to(best)):
            continue
        stop = min([run.stop, *(k.first_line for k in known if k.first_line > start)])
        end = _stretch_end(lines, start, stop, changes)
        if (start, end) in tried:
            continue
        tried.add((start, end))
        candidate = _try_list(article, lines, start, end, None, flowing)
        if candidate and _stands_without_heading(candidate) and (not best or candidate.score > best.score):
            best = candidate
    return [best] if best else []


def _stands_without_heading(candidate: FoundList) -> bool:
    """Return True for a list whose entries say enough without a heading."""
    count = len(candidate.entries)
    return count > 1 and candidate.score > 1.5 * count


def _numbered_runs(lines: Lines) -> Iterator[_Run]:
    """Yield the stretches in which marks count up, from the first mark to somewhat after the last."""
    for chain in find_chains(lines, most=_TRIES):
        if not lines.region(chain.places[0]):
            sure = numbers_entries(lines.texts, chain)
            yield _Run(chain.places, min(len(lines), chain.places[-1] + 30), sure)


def _dense_runs(lines: Lines) -> Iterator[_Run]:
    """Yield the stretches in which lines that begin like references, with a year near, follow each other."""
    texts = lines.texts
    places = [
        place
        for place, (text, region) in enumerate(zip(texts, lines.regions(), strict=True))
        if not region and start_form(text[bullet_length(text) :]) and _dated_soon(texts, place)
    ]
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _SPREAD:
            runs[-1].append(place)
        else:
            runs.append([place])
    runs.sort(key=len, reverse=True)
    for run in runs[:_TRIES]:
        if len(run) >= _FEWEST:
            yield _Run(run, min(len(lines), run[-1] + _SPREAD), sure=True)


def _dated_soon(texts: Sequence[str], place: int) -> bool:
    """Return True if a line or the few after it hold a year, and together are no running text."""
    text = " ".join(texts[place : place + 4])[:600]
    return is_dated(text) and count_prose(text) / max(len(text) / 6.5, 1.0) < 0.15


def _reason(lines: Sequence[Line], start: int, stop: int, heading: ListHeading | None, manner: str) -> str:
    """Return a sentence part on why a list begins and ends where it does."""
    begin = f'after the heading "{lines[start - 1].text[:60]}"' if heading else "without a heading"
    if stop >= len(lines):
        end = "to the end of the text"
    else:
        end = f'before "{_short(lines[stop].text)}"'
    return f"{manner}, {begin}, {end}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40].rsplit(" ", 1)[0] + "…"


def comment_lists(article: Article, lines: Lines) -> list[FoundList]:
    """Return the numbered lists in readers' comments, one list a comment, named after its author."""
    found: list[FoundList] = []
    for chain in comment_chains(lines):
        author, date = author_of_comment(lines, chain.places[0])
        cut = cut_by_marks(lines, [chain])
        entries = tuple(make_entry(lines[s.start : s.stop], article.text, s.number) for s in cut.segments)
        by = f" by {author}" if author else ""
        on = f" ({date})" if date else ""
        stop = cut.segments[-1].stop
        found.append(
            FoundList(
                entries,
                COMMENT,
                author,
                f"{cut.manner} inside a reader's comment{by}{on}",
                chain.places[0],
                stop,
                0.0,
                tuple(lines[s.start].page for s in cut.segments),
            )
        )
    return found
