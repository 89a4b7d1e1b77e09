"""Running heads, page numbers and margin notes in text that was dumped from pages: found by repetition."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from refs.extract.headings import list_heading
from refs.extract.lines import UNKNOWN_GAP, Lines
from refs.extract.openings import LIST, opening

_DIGITS = re.compile(r"[0-9]+")
_LETTER = re.compile(r"[^\W\d_]")
# "16", "- 16 -", "Page 16", "p. 16", "3 of 3", "052005-18", "xii", "| 16", "16 of 24"
_PAGE_NUMBER = re.compile(
    r"(?:[-–|•]\s?)?(?:(?:page|seite|pag|p|s)\.?\s?)?(?:\d{1,5}|\d{5,7}-\d{1,4}|[ivxl]{1,7})"
    r"(?:\s?(?:of|/|von)\s?\d{1,4})?(?:\s?[-–|•])?",
    re.I,
)
_NUMBER_ENDS = frozenset("0123456789ivxlIVXL-|")
"""What page numbers end with, in ASCII."""
# "Chapter 2"
_CHAPTER = re.compile(
    r"(?:chapter|kapitel|chapitre|cap[ií]tulo|capitolo|part|teil)\s{1,3}(\d{1,2}|[ivx]{1,5})\.?", re.I
)
# "https://example.org/rooms 4/7", "Page 4 of 7"
_PAGE_OF = re.compile(r"(?<!\d)(\d{1,3})\s?(?:/|of|von|de)\s?\d{1,3}$")
_LONGEST_OF = 12
_NUMBER_FIRST = re.compile(r"(\d{1,4})(\s+)(?=[^\W\d])")
_DECIMALS = "0123456789"
_LONGEST_NUMBER = 40
"""No page number is longer."""
_LONGEST = 130
_EDGE = 3
"""Lines at the top and foot of a page that may be furniture."""
_LARGEST = 12
"""Lines that the furniture between two pages may have."""
_FEWEST_LETTERS = 15
"""Letters of a head that two pages are enough for."""
_LONGEST_PAGE = 3
"""Digits of a page number beside words; four are a year."""
_LEAST_LINES = 12
"""Lines of a page, at least, where no page breaks show."""
_NEARLY_ALL = 0.9
_FEWEST = 3
"""Pages on which a running head must be seen."""


def drop_furniture(lines: Lines) -> Lines:
    """Return the lines without what repeats at the edges of pages.

    A line is furniture if its words, digits aside, are on three pages or more and it stands at an edge:
    among the first or last lines of a page, or, in text without page breaks, beside a page number and a
    blank line. An entry that is listed in every chapter repeats, too, but not there.
    """
    breaks = lines.page_breaks()
    near = _near_edges(len(lines), breaks)
    forms = _repeated_forms(lines, near)
    for place in list(_first_headings(lines, forms)):
        del forms[place]
    counts = Counter(forms.values())
    repeated = {place for place, form in forms.items() if counts[form] >= _FEWEST}
    numbers = {
        place
        for place in near
        if len(text := lines.texts[place]) <= _LONGEST_NUMBER
        and (text[-1] in _NUMBER_ENDS or not text.isascii())
        and _PAGE_NUMBER.fullmatch(text)
    }
    dropped: set[int] = set()
    counted = _counted(lines, repeated) if not breaks else set()
    for start, stop in _runs(sorted(repeated | numbers)):
        if stop - start > _LARGEST:
            continue
        if not counted.isdisjoint(range(start, stop)) or _at_edge(
            lines, breaks, start, stop, repeated, numbers
        ):
            dropped.update(range(start, stop))
    if breaks:
        dropped.update(_heads_of_few_pages(lines, breaks, dropped))
    return _kept(lines, dropped, 0.0 if breaks else UNKNOWN_GAP) if dropped else lines


def _counted(lines: Lines, repeated: Set[int]) -> set[int]:
    """Return the places of lines that repeat with a number which counts the pages: "Lost cards 3"."""
    forms: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for place in sorted(repeated):
        text = lines.texts[place]
        if (text[0] in _DECIMALS or text[-1] in _DECIMALS) and (numbers := _DIGITS.findall(text)):
            number = numbers[-1] if text[-1] in _DECIMALS else numbers[0]
            if of := _PAGE_OF.search(text[-_LONGEST_OF:]):
                number = of[1]
            if len(number) <= _LONGEST_PAGE:
                forms[_form(text)].append((place, int(number)))
    counted: set[int] = set()
    for found in forms.values():
        steps = sum(
            1
            for (before, low), (place, high) in pairwise(found)
            if 0 < high - low <= _FEWEST and place - before >= _LEAST_LINES
        )
        # NOTE: the last page may be short.
        if steps >= max(2, _NEARLY_ALL * (len(found) - 2)):
            counted.update(place for place, _ in found)
    return counted


def _heads_of_few_pages(lines: Lines, breaks: Sequence[int], dropped: Container[int]) -> set[int]:
    """Return the places of heads and feet that do not repeat on many pages, beyond any doubt.

    They are the outermost line of a page, with white between it and the text. Their numbers count up with
    the pages ("Lost cards 3" after "2 Obi and Strand"), two pages share them, or the page's number stands
    between them and the text.
    """
    alike: dict[tuple[int, int | str], set[int]] = defaultdict(set)
    heads: set[int] = set()
    for page, (start, stop) in enumerate(pairwise((0, *breaks, len(lines)))):
        for edge, step in ((start, 1), (stop - 1, -1)):
            place = edge
            while place in dropped:
                place += step
            inner = place + step
            if abs(place - edge) >= _EDGE:
                continue
            if not start <= min(place, inner) < max(place, inner) < stop:
                continue
            text, apart = lines.texts[place], lines.gap(max(place, inner)) >= 0.9
            if not (apart or text[0].isdigit() or text[-1].isdigit()):
                continue
            if place == edge and inner in dropped and apart and _may_be_head(text):
                heads.add(place)
            for number, far in _page_numbers(text, top=step > 0):
                if apart or far:
                    alike[step, number - page].add(place)
            if apart and _may_be_head(text) and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS:
                alike[step, _form(text)].add(place)
    for places in alike.values():
        if len(places) > 1:
            heads.update(places)
    return heads


def _may_be_head(text: str) -> bool:
    """Return False for a line that is too long, begins with a number, or is the heading of a list."""
    return (
        len(text) <= _LONGEST and not text[0].isdigit() and not (opening(text) & LIST and list_heading(text))
    )


def _page_numbers(text: str, *, top: bool) -> Iterator[tuple[int, bool]]:
    """Yield the numbers that a head begins and ends with, and if a wide blank parts them from its words.

    What begins with a number at the foot of a page is a note.

    >>> list(_page_numbers("12   Obi and Strand", top=True)), list(_page_numbers("Lost cards 3", top=False))
    ([(12, True)], [(3, False)])
    """
    if len(text) > _LONGEST:
        return
    if top and (first := _NUMBER_FIRST.match(text)):
        yield int(first.group(1)), len(first.group(2)) > 2
    words = text.rstrip(_DECIMALS)
    bare = words.rstrip()
    if 1 <= len(text) - len(words) <= 4 and bare and len(bare) < len(words) and _LETTER.search(bare):
        yield int(text[len(words) :]), len(words) - len(bare) > 2


def _near_edges(count: int, breaks: Sequence[int]) -> Sequence[int]:
    """Return the places among the first or last of their page; all, where pages are unknown."""
    if not breaks:
        return range(count)
    near: list[int] = []
    done = 0
    for place in (0, *breaks, count):
        near += range(max(done, place - _EDGE), min(count, place + _EDGE))
        done = place + _EDGE
    return near


def _repeated_forms(lines: Lines, near: Sequence[int]) -> dict[int, str]:
    """Return the words, numbers masked, of the lines that may be running heads and repeat."""
    short = [place for place in near if len(lines.texts[place]) <= _LONGEST]
    # NOTE: the digits of all lines at once, which takes a tenth of the time of masking them line by line.
    joined = "\n".join([lines.texts[place] for place in short])
    bare = joined.encode("utf-8", "surrogatepass").translate(None, b"0123456789").split(b"\n")
    often = {
        form
        for form, count in Counter(bare).items()
        if count >= _FEWEST and _may_run(form.decode("utf-8", "surrogatepass"))
    }
    return {
        place: _form(lines.texts[place]) for place, form in zip(short, bare, strict=False) if form in often
    }


def _may_run(form: str) -> bool:
    """Return True for the words of a line, its numbers off, that can be a running head."""
    return _LETTER.search(form) is not None and len(form.replace("#", "").strip(" .,;:()–-")) > 2


def _first_headings(lines: Lines, forms: Mapping[int, str]) -> Iterator[int]:
    """Yield the places of headings that are no running head: of lists, not from page to page, of chapters."""
    headings = {form for form in set(forms.values()) if opening(form) & LIST and list_heading(form)}
    last: dict[str, int] = {}
    for place, form in forms.items():
        if form in headings:
            page = lines.pages[place] or 0
            if page - last.get(form, -9) not in (0, 1, 2):
                yield place
            last[form] = page
    chapters: set[str] = set()
    for place in forms:
        if (chapter := _CHAPTER.fullmatch(lines.texts[place])) and chapter[1] not in chapters:
            chapters.add(chapter[1])
            yield place


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield start and stop of each run of places that follow each other."""
    start = before = -2
    for place in places:
        if place != before + 1:
            if start >= 0:
                yield start, before + 1
            start = place
        before = place
    if start >= 0:
        yield start, before + 1


def _form(text: str) -> str:
    """Return a line's words with its numbers masked."""
    return _DIGITS.sub("#", text)


def _at_edge(
    lines: Lines,
    breaks: Sequence[int],
    start: int,
    stop: int,
    repeated: Container[int],
    numbers: Container[int],
) -> bool:
    """Return True if a run of suspicious lines stands where a page ends or begins."""
    if bisect_left(breaks, start) < bisect_right(breaks, stop):
        return True
    before = start == 0 or lines.gap(start) >= 0.9
    after = stop >= len(lines) or lines.gap(stop) >= 0.9
    if not any(place in repeated for place in range(start, stop)):
        # A number alone: a page number only beside a page break, or between blank lines.
        return before and after and stop - start == 1
    # NOTE: an entry that a thesis lists in every chapter repeats, too, but has no page number beside it.
    return (before or after) and any(place in numbers for place in range(start, stop))


def _kept(lines: Lines, dropped: Set[int], gap: float) -> Lines:
    """Return the lines that stay; ``gap`` is the space before one that follows dropped lines."""
    for place in dropped:
        if place + 1 not in dropped and place + 1 < len(lines):
            lines.set_gap(place + 1, gap)
    return lines.without(dropped)
