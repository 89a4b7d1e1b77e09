"""A stretch of lines is cut into entries: by marks that count up, by paragraphs, or by what the lines say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from math import ceil
from typing import NamedTuple

from refs.extract.best_cut import MAX_LINES, Segment, cut_by_words, goes_on_after_year
from refs.extract.clues import begins_something_else, entry_likeness, has_year, prose_share, start_form
from refs.extract.labels import Chain, bullet_length, find_chains, key_of
from refs.extract.line_starts import line_start_score
from refs.extract.lines import Line, Lines
from refs.model import BlockKind

_SAMPLE = 25
"""Entries of a numbered run that are looked at to see whether it numbers references."""
# "Neff03", "ABC+03", "Neff and Germer 2013a", "HIÖ89"
_DATED_KEY = re.compile(r"[^\W\d_][^\d\[\]]{0,40}(?:\d\d){1,2}[a-z]?")
_FEWEST_KEYS = 3
_ODD_KEY = re.compile(r"\[([A-Za-z]{2,8}\+?|\d{2})\]\s{1,20}(?=[^\W\d_]|[\"“„])")
_NO_KEYS = frozenset("online sic review letter abstract film video stand zugriff".split())
_LOOK, _LOOKS = 20, 5
"""Lines that are looked at together, and how often in a row they must be running text to end a list."""
_PROSE = 0.08
"""Share of function words that running text has, and a list has not."""
# "2 Methods", "The committee"
_OPENS = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s{1,5})?[^\W\d_a-zß-ÿ]")
_EARLY = 3
"""Lines before the first mark of a list, at most, if it does not begin with 1."""
_LARGER = 1.2
"""How much larger than an entry what follows the last one is, if it is a heading."""
_FLOWING = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.REFERENCE})


class Segmentation(NamedTuple):
    """The entries of a stretch, and how they were told apart, in words."""

    segments: list[Segment]
    manner: str
    closed: bool
    """True if marks say where the list ends; else the end is still to be found."""


def segment_lines(lines: Lines, *, flowing: bool, begun: bool = False) -> Segmentation:
    """Return the entries of a stretch of lines.

    ``flowing``: the source has paragraphs and list items rather than printed lines (HTML, DOCX…).
    ``begun``: the list begins with the first line, so that long running text is behind its end.
    """
    if chains := _main_chains(lines):
        return cut_by_marks(lines, chains)
    if keys := _keys(lines.texts):
        return Segmentation(_until_next(keys, lines), "marked by keys", True)
    if bullets := _bullets(lines):
        return Segmentation(_between(bullets, len(lines), lines), "marked by bullets", False)
    if flowing:
        return _by_structure(lines[:])
    stop = _before_long_prose(lines.texts) if begun else len(lines)
    return Segmentation(cut_by_words(lines[:stop]), "told apart by names, years and indents", False)


def _by_structure(lines: Sequence[Line]) -> Segmentation:
    """Return the entries of a source that has paragraphs and list items rather than printed lines."""
    if _lines_are_entries(lines):
        return Segmentation([Segment(place, place + 1) for place in range(len(lines))], "one a line", False)
    manner = "one a list item" if any(line.kind in _FLOWING for line in lines) else "one a paragraph"
    return Segmentation(_by_paragraphs(lines), manner, False)


def _main_chains(lines: Lines) -> list[Chain]:
    """Return the runs of marks that number the entries of a stretch, in order; [] if it is not numbered."""
    found = [
        chain
        for chain in find_chains(lines)
        if _may_number(lines.texts, chain) and numbers_entries(lines.texts, chain)
    ]
    if not found:
        return []
    style = found[0].style
    chains: list[Chain] = []
    for chain in sorted((c for c in found if c.style == style), key=lambda c: c.places[0]):
        if not chains or chain.places[0] > chains[-1].places[-1]:
            chains.append(chain)
        elif len(chain.places) > len(chains[-1].places):
            chains[-1] = chain
    return chains


def _may_number(texts: Sequence[str], chain: Chain) -> bool:
    """Return False for a run that begins late in a list: volumes or pages at the beginning of lines.

    A few that count on below an entry without a number are the notes at the foot of the list's first page.
    """
    first = chain.places[0]
    if chain.numbers[0] == 1:
        return True
    if first <= _EARLY:
        return not (first and len(chain.places) < _FEWEST_KEYS and start_form(texts[0]))
    before = sum(1 for text in texts[:first] if start_form(text) and has_year(text))
    return chain.numbers[0] <= 40 and before < max(_FEWEST_KEYS, len(chain.places))


def numbers_entries(texts: Sequence[str], chain: Chain) -> bool:
    """Return True for a run that numbers entries, not years, pages or the steps of a method."""
    if len(chain.places) < 2:
        return False
    if 1500 <= chain.numbers[0] < 2100:
        return False  # NOTE: "(2008). Reproductive factors" goes on from the names of the line before.
    if chain.style in ("bare", "close") and len(chain.places) < 4:
        return False
    stops = (*chain.places[1:], min(len(texts), chain.places[-1] + 4))
    step = 1 + len(stops) // _SAMPLE
    sample = list(zip(chain.places, stops, strict=True))[::step]
    like = (entry_likeness(" ".join(texts[start:stop])) > 0 for start, stop in sample)
    return _are_enough(like, 0.5 * len(sample)) and (len(sample) > 2 or chain.places[0] < 3)


def _are_enough(good: Iterable[bool], needed: float) -> bool:
    """Return True if at least so many are good; no more than it takes are looked at.

    >>> _are_enough([True, False, True], 1.5), _are_enough([True, False, False], 1.5)
    (True, False)
    """
    return sum(1 for _ in islice(filter(None, good), ceil(needed))) >= needed


def cut_by_marks(lines: Sequence[Line], chains: list[Chain]) -> Segmentation:
    """Return the entries that runs of marks number; the last ends with its paragraph."""
    segments: list[Segment] = []
    for chain in chains:
        stops = list(chain.places[1:])
        typical = sorted(b - a for a, b in zip(chain.places, stops, strict=False)) or [MAX_LINES]
        most = typical[-1] if len(typical) < 5 else typical[len(typical) * 9 // 10]
        inside = sorted(
            sum(1 for line in lines[a + 1 : b] if line.gap >= 0.9)
            for a, b in zip(chain.places, stops, strict=False)
        )
        gaps = inside[len(inside) // 2] if inside else 0
        stops.append(_tail(lines, chain.places[-1], most + 2, gaps, typical[len(typical) // 2]))
        for start, stop, number in zip(chain.places, stops, chain.numbers, strict=True):
            # An entry far longer than the others has swallowed a table or a caption.
            if stop - start > 2 * most + 3:
                stop = _swallowed(lines, start, stop)
            segments.append(Segment(start, stop, number))
    first, last = chains[0].numbers[0], chains[-1].numbers[-1]
    return Segmentation(segments, f"numbered run {first}-{last}", True)


def _swallowed(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return where an entry ends that has swallowed a table or a caption: before what stands apart."""
    for place in range(start + 1, stop):
        line, before = lines[place], lines[place - 1]
        if line.kind in (BlockKind.CAPTION, BlockKind.TABLE) and line.kind is not lines[start].kind:
            return place
        if (line.gap >= 0.9 or line.page != before.page) and _ended(before):
            return place
    return stop


def _tail(lines: Sequence[Line], start: int, most: int, gaps: int = 0, usual: int = 1) -> int:
    """Return where the last entry of a run ends: at a paragraph's end, or where it is complete.

    ``gaps``: how many blank lines the entries of this run have inside; ``usual``: how many lines they have.
    """
    stop = start + 1
    own = lines[start].entry
    alone = len(lines[start].text) < 8
    while stop < len(lines) and stop - start < most:
        line, before = lines[stop], lines[stop - 1]
        if own or line.entry:
            if line.entry != own:
                break
            stop += 1
            continue
        if line.kind is BlockKind.HEADING and lines[start].kind is not line.kind and _ended(before):
            break
        if begins_something_else(line.text) or (line.size > _LARGER * lines[start].size and _ended(before)):
            break
        if line.text[:1].islower() and not _ended(before):
            pass
        elif line.page != before.page and _is_complete(lines[start:stop]) and _OPENS.match(line.text):
            break
        elif line.gap >= 0.9 and line.page == before.page and not (alone and stop == start + 1):
            if gaps <= 0:
                break
            gaps -= 1
        elif (
            stop - start >= (2 if alone else 1)
            and gaps <= 0
            and _begins_something(line, before, surely=stop - start < usual)
        ):
            break
        stop += 1
    return stop


def _begins_something(line: Line, before: Line, *, surely: bool = False) -> bool:
    """Return True for a line after the end of an entry, not inside it; ``surely``: beyond doubt."""
    if goes_on_after_year(line.text, before.text):
        return False
    needed = 4.0 if surely else 0.5 if _ended(before) else 2.0
    return line_start_score(line.text, before.text) > needed


def _is_complete(lines: Sequence[Line]) -> bool:
    """Return True for an entry that has its year and ends in a full stop."""
    return lines[-1].text[-1] == "." and any(has_year(line.text) for line in lines)


def _ended(before: Line) -> bool:
    """Return True for a line with which an entry may end."""
    return before.text[-1] in ".])" or before.text[-1].isdigit()


def _before_long_prose(texts: Sequence[str]) -> int:
    """Return where running text has gone on for so long that no list is left to cut.

    Where the list ends, its entries' likeness says; but a chapter after it need not be looked at.
    """
    shares: list[float] = []
    for stop in range(_LOOK, len(texts), _LOOK):
        shares.append(prose_share(" ".join(texts[stop - _LOOK : stop])))
        if sum(shares[-_LOOKS:]) > _LOOKS * _PROSE:
            found = texts[max(0, stop - _LOOK * _LOOKS) : stop]
            if sum(1 for text in found if has_year(text) and start_form(text)) < _LOOKS // 2:
                return stop
    return len(texts)


def _keys(texts: Sequence[str]) -> list[int]:
    """Return the places of lines with alphabetic keys, "[Neff03]", if keys mark the entries."""
    found = [
        (place, key, bool(_DATED_KEY.fullmatch(key)))
        for place, text in enumerate(texts)
        if (key := key_of(text)[0])
    ]
    # NOTE: "[HJLP]" may stand among keys with years, "[Online]" stands in an entry.
    marks = [(place, key, dated) for place, key, dated in found if dated or key.isupper()]
    different = len({key for _, key, _ in marks})
    if different < max(_FEWEST_KEYS, 0.7 * len(marks)) or 2 * len(marks) < len(found):
        return []
    if not any(dated for _, _, dated in marks):
        return []
    # NOTE: of works without names or year, "[23]", "[con]"
    places = {place for place, _, _ in marks} | {
        place
        for place, text in enumerate(texts)
        if (odd := _ODD_KEY.match(text)) and odd[1].lower() not in _NO_KEYS
    }
    return sorted(places) if min(places) <= 2 else []


def _until_next(places: list[int], lines: Sequence[Line]) -> list[Segment]:
    """Return the stretches from each mark to the next, or to where another paragraph begins."""
    segments: list[Segment] = []
    for start, following in zip(places, [*places[1:], len(lines)], strict=True):
        # NOTE: a key may stand alone, over its entry: <dt>[Neff03]</dt><dd>Neff, K. …</dd>
        first = start + (2 if len(lines[start].text) <= key_of(lines[start].text)[1] else 1)
        parted = (place for place in range(first, following) if lines[place].gap >= 0.9)
        last = following if following < len(lines) else _tail(lines, min(first, len(lines)) - 1, MAX_LINES)
        segments.append(Segment(start, min(next(parted, last), last)))
    return segments


def _bullets(lines: Lines) -> list[int]:
    """Return the places of lines with bullets, if bullets mark the entries."""
    places = [place for place, text in enumerate(lines.texts) if bullet_length(text)]
    if len(places) < 2 or places[0] > 3:
        return []
    first = list(_between(places, len(lines), lines)[: len(places)])
    marked = set(places)
    texts = lines.texts
    bare = sum(
        1
        for place in range(places[0], len(lines))
        if place not in marked and start_form(texts[place]) and has_year(" ".join(texts[place : place + 2]))
    )
    if bare >= len(places):
        return []  # NOTE: a stray "- H. PLAGNOL", or "– Europa", which goes on, among entries without
    run = list(takewhile(lambda segment: segment.start in marked, first))
    like = (entry_likeness(" ".join(lines.texts[segment.start : segment.stop])) > 0 for segment in run)
    return places if _are_enough(like, max(2, 0.4 * min(len(run), 12))) else []


def _between(places: list[int], count: int, lines: Sequence[Line]) -> list[Segment]:
    """Return the stretches that begin at these places; what does not go on from a mark stands apart."""
    segments: list[Segment] = []
    marked = set(places)
    for place, following in zip(places, [*places[1:], count], strict=True):
        if following < count:
            stop = _parted(lines, place, following)
        else:
            usual = sorted(s.stop - s.start for s in segments if s.start in marked)[len(places) // 2 - 1]
            stop = _tail(lines, place, MAX_LINES, usual=usual)
        stop = min(following, stop)
        segments.append(Segment(place, stop))
        segments += [Segment(extra, extra + 1) for extra in range(stop, following)]
    return segments


def _parted(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return where an entry before another mark ends: at that mark, unless something stands apart before."""
    if any(line.entry for line in lines[start:stop]):
        return _tail(lines, start, MAX_LINES)
    for place in range(start + 1, stop):
        line, before = lines[place], lines[place - 1]
        if place - start >= MAX_LINES or (line.kind is BlockKind.HEADING and line.gap >= 0.9):
            return place
        if line.gap >= 0.9 and line.page == before.page and _begins_something(line, before):
            return place
    return stop


def _lines_are_entries(lines: Sequence[Line]) -> bool:
    """Return True for a stretch of paragraphs with line breaks between their entries.

    They are most of its lines, or at least the paragraph that it begins with.
    """
    looked_at = lines
    if len(lines) < 3 * len({line.block for line in lines}):
        looked_at = list(takewhile(lambda line: line.block == lines[0].block, lines))
        if len(looked_at) < 2 or looked_at[0].entry:
            return False
    like = (entry_likeness(line.text) > 0 for line in looked_at)
    if len(looked_at) == 2:
        return all(like) and all(start_form(line.text) > 0 for line in looked_at)
    return _are_enough(like, len(looked_at) // 2 + 1)


def _by_paragraphs(lines: Sequence[Line]) -> list[Segment]:
    """Return one segment a block or list item; a block that goes on from the one before is joined to it."""
    segments: list[Segment] = []
    for place, line in enumerate(lines):
        if segments and _goes_on(lines[place - 1], line):
            segments[-1] = segments[-1]._replace(stop=place + 1)
        else:
            segments.append(Segment(place, place + 1))
    return segments


def _goes_on(before: Line, line: Line) -> bool:
    if line.entry or before.entry:
        return line.entry == before.entry
    if line.block == before.block and line.gap < 0.9:
        return True
    if line.all_link and before.all_link:
        return False
    if line.gap >= 0.9 and start_form(line.text):
        return False
    # NOTE: a page's end may part an entry; so may a paragraph's, but seldom.
    limit = -3.0 if line.gap >= 0.9 else 0.0
    return (
        line.kind is before.kind is BlockKind.PARAGRAPH and line_start_score(line.text, before.text) < limit
    )
