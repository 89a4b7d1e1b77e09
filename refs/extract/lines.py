"""The lines of an article as list finding sees them: words, place on the page, what they belong to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, count
from operator import ne, not_
from typing import NamedTuple, overload

from refs.model import Article, Block, BlockKind, LineLayout
from refs.model.paragraphs import Paragraphs, paragraph_kind, with_line_feeds

_BLANKS = " \t\v\xa0\u2002\u2003\u2009\u3000"
_WIDEST = 200
"""Blanks before a line that count as its indent."""
_NEARLY_ALL = 0.7
"""Share of a line that a link makes up if nothing else counts."""
_FURNITURE = "furniture"
UNKNOWN_GAP = 0.4
"""The space before the first line of a page in a text without page breaks: nobody can say."""


@dataclass(slots=True)
class Line:
    """One line: printed (text, PDF) or one paragraph, where the source has no lines of its own."""

    text: str
    """The words, markup aside, without blanks around them."""
    start: int
    end: int
    gap: float = 0.0
    """Blank lines before it; for a PDF, extra space before it in lines."""
    indent: float = 0.0
    """Distance from the left edge of its column: in characters, or in points."""
    right: float = 0.0
    """Where it ends, in the same measure."""
    kind: BlockKind = BlockKind.PARAGRAPH
    region: str = ""
    label: str = ""
    page: int | None = None
    column: int = 0
    block: int = 0
    entry: int = 0
    """Number of the list item or table row it belongs to, 0 for none."""
    first: bool = True
    """True for the first line of its block."""
    size: float = 0.0
    link: str = ""
    """The address that its links point to, if it is one and leads out of the page."""
    all_link: bool = False
    """True if the link makes up nearly all of it."""
    ruled: bool = False
    """True if a rule across the page stands before it."""
    list: int = 0
    """Number of the list that a line with a link stands in, 0 for none."""


class _Changes(NamedTuple):
    """What became known of lines, by number, before they were made."""

    gaps: dict[int, float]
    regions: dict[int, str]


class Lines(Sequence[Line]):
    """The lines of an article in reading order; made, those of a paragraph together, when one is looked at.

    A thesis has ten thousands, nearly all of them far from any list; their words are enough.
    """

    __slots__ = ("_changes", "_made", "_numbers", "_plain", "pages", "texts")

    def __init__(
        self,
        texts: list[str],
        pages: list[int | None],
        plain: _PlainText | None = None,
        made: dict[int, Line] | None = None,
        numbers: Sequence[int] | None = None,
        changes: _Changes | None = None,
    ) -> None:
        self.texts = texts
        """The words of each line."""
        self.pages = pages
        """The page of each line."""
        self._plain = plain
        self._made: dict[int, Line] = {} if made is None else made
        self._numbers = range(len(texts)) if numbers is None else numbers
        self._changes = changes or _Changes({}, {})

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Lines:
        """Return lines that are made already."""
        texts, pages = [line.text for line in lines], [line.page for line in lines]
        return cls(texts, pages, made=dict(enumerate(lines)))

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Line]:
        return iter(self[:])

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        if isinstance(place, slice):
            numbers = self._numbers[place]
            self._look_at(numbers)
            return [self._made[number] for number in numbers]
        number = self._numbers[place]
        if number not in self._made:
            self._look_at((number,))
        return self._made[number]

    def _look_at(self, numbers: Iterable[int]) -> None:
        if self._plain is None:
            return
        for number in numbers:
            if number not in self._made:
                lines = self._plain.lines_near(number)
                for known in self._changes.gaps.keys() & lines.keys():
                    lines[known].gap = self._changes.gaps[known]
                for known in self._changes.regions.keys() & lines.keys():
                    lines[known].region = self._changes.regions[known]
                self._made.update(lines)

    def page_breaks(self) -> list[int]:
        """Return the places of the lines that begin a page, the first left out."""
        return [*compress(count(1), map(ne, self.pages, self.pages[1:]))]

    def gap(self, place: int) -> float:
        """Return how many blank lines stand before a line."""
        number = self._numbers[place]
        if self._plain is None or number in self._made:
            return self._made[number].gap
        gaps = self._changes.gaps
        return gaps[number] if number in gaps else self._plain.gap(number)

    def indents(self, start: int, stop: int) -> list[int]:
        """Return the indent of each line from one place to another, in whole characters."""
        numbers, made, plain = self._numbers[start:stop], self._made, self._plain
        if plain is None:
            return [int(made[number].indent) for number in numbers]
        return [plain.indent(number) for number in numbers]

    def set_gap(self, place: int, gap: float) -> None:
        """Change how many blank lines count before a line."""
        number = self._numbers[place]
        self._changes.gaps[number] = gap
        if number in self._made:
            self._made[number].gap = gap

    def set_region(self, start: int, region: str) -> None:
        """Give a region to a line and all that follow, where they have none."""
        for number in self._numbers[start:]:
            if number not in self._made:
                self._changes.regions[number] = region
            elif not self._made[number].region:
                self._made[number].region = region

    def start(self, place: int) -> int:
        """Return where in the text a line begins."""
        number = self._numbers[place]
        if self._plain is None or number in self._made:
            return self._made[number].start
        return self._plain.start(number)

    def region(self, place: int) -> str:
        """Return the region of a line."""
        number = self._numbers[place]
        made = self._made.get(number)
        return made.region if made is not None else self._changes.regions.get(number, "")

    def is_heading(self, place: int) -> bool:
        """Return True for a line that is a heading by its look or its source."""
        number = self._numbers[place]
        if self._plain is not None and number not in self._made and not self._plain.begins_paragraph(number):
            return False
        return self[place].kind is BlockKind.HEADING

    def regions(self) -> list[str]:
        """Return the region of each line."""
        made, given = self._made, self._changes.regions
        if not given and not any(line.region for line in made.values()):
            return [""] * len(self)
        return [made[number].region if number in made else given.get(number, "") for number in self._numbers]

    def labels(self) -> list[str]:
        """Return the mark that the source keeps apart from each line, on the first of its block."""
        if self._plain is not None:
            return [""] * len(self)
        return [self._made[number].label for number in self._numbers]

    def without(self, dropped: Iterable[int]) -> Lines:
        """Return the lines that do not stand at these places."""
        kept = [True] * len(self)
        for place in dropped:
            kept[place] = False
        texts, pages = [*compress(self.texts, kept)], [*compress(self.pages, kept)]
        numbers = [*compress(self._numbers, kept)]
        return Lines(texts, pages, self._plain, self._made, numbers, self._changes)

    def between(self, start: int, stop: int) -> Lines:
        """Return the lines from one place to another."""
        texts, pages, numbers = self.texts[start:stop], self.pages[start:stop], self._numbers[start:stop]
        return Lines(texts, pages, self._plain, self._made, numbers, self._changes)


def article_lines(article: Article) -> Lines:
    """Return the lines of an article in reading order, without running heads and page numbers."""
    if isinstance(article.blocks, Paragraphs):
        plain = _PlainText(article.text)
        return Lines(plain.words, list(plain.pages), plain)
    lines: list[Line] = []
    text = article.text
    fed = with_line_feeds(text)
    stop = 0
    # NOTE: a page may hold a whole text in <pre>; what Markdown fences is code.
    fenced = article.format == "markdown"
    before: LineLayout | None = None
    for number, block in enumerate(article.blocks):
        if block.region == _FURNITURE or (fenced and block.kind is BlockKind.CODE):
            continue
        layouts = block.attributes.get("lines") if block.attributes else None
        if layouts:
            lines += _printed_lines(text, block, number, layouts, before)
            before = layouts[-1]
            continue
        found = _text_lines(text, block, number)
        if links := block.attributes.get("links"):
            _add_links(found, links, block.attributes.get("list", 0))
        if found and block.attributes.get("ruled"):
            found[0].ruled = True
        if found and lines:
            found[0].gap = max(0, fed.count("\n", stop, block.start) - 1)
        lines += found
        stop = block.end
        before = None
    return Lines.of(lines)


class _PlainText:
    """The lines of a plain text, blank ones left out, and what it takes to make them a ``Line`` each."""

    def __init__(self, text: str) -> None:
        # NOTE: no loop over lines here; a thesis has ten thousands.
        self.text = text
        self.raws: list[str] = []
        stops: list[int] = []
        for page in with_line_feeds(text).split("\f"):
            self.raws += page.split("\n")
            stops.append(len(self.raws))
        bare = [*map(str.strip, self.raws)]
        self.words = [*filter(None, bare)]
        self.places = [*compress(count(), bare)]
        """Which of the raw lines each line is."""
        self.lengths = [0, *accumulate(map(len, self.raws))]
        """Characters of all raw lines before each."""
        self.pages: list[int] = []
        begun: list[int] = []
        for number, stop in enumerate(stops, 1):
            begun.append(len(self.pages))
            self.pages += [number] * (bisect_left(self.places, stop) - len(self.pages))
        after_blank = compress(map(not_, chain(("",), bare)), bare)
        self.firsts = [*compress(count(), after_blank)]
        """The first line of each paragraph."""
        if len(begun) > 1:
            self.firsts = sorted({*self.firsts, *begun} - {len(self.words)})

    def lines_near(self, number: int) -> dict[int, Line]:
        """Return the lines of the paragraph in which a line stands, by number."""
        block = bisect_right(self.firsts, number) - 1
        first = self.firsts[block]
        stop = self.firsts[block + 1] if block + 1 < len(self.firsts) else len(self.words)
        start, last = self.start(first), stop - 1
        kind = paragraph_kind(self.text[start : self.start(last) + len(self.words[last])])
        gap = self.gap(first)
        indent, page = _indent_before(self.text, start), self.pages[first]
        lines: dict[int, Line] = {}
        for place in range(first, stop):
            words, raw_place = self.words[place], self.places[place]
            if place > first:
                raw, begin = self.raws[raw_place], self.lengths[raw_place] + raw_place
                indent = 0 if raw[0] == words[0] else len(raw) - len(raw.lstrip())
                start = begin + indent
            end, right = start + len(words), indent + len(words)
            # NOTE: by place, which takes half the time of names.
            lines[place] = Line(
                words, start, end, gap, indent, right, kind, "", "", page, 0, block, 0, place == first
            )
            gap = 0
        return lines

    def gap(self, number: int) -> int:
        """Return how many blank lines stand before a line."""
        if not number:
            return 0
        above = number - 1
        # NOTE: a line feed ends each raw line but the last of a page.
        feeds = self.places[number] - self.places[above] - (self.pages[number] - self.pages[above])
        return max(0, feeds - 1)

    def begins_paragraph(self, number: int) -> bool:
        """Return True for the first line of a paragraph."""
        return self.firsts[bisect_right(self.firsts, number) - 1] == number

    def indent(self, number: int) -> int:
        """Return how many blanks stand before a line's first word."""
        raw = self.raws[self.places[number]]
        if raw[0] == self.words[number][0]:
            return 0
        if self.begins_paragraph(number):
            return _indent_before(self.text, self.start(number))
        return len(raw) - len(raw.lstrip())

    def start(self, number: int) -> int:
        """Return where the words of a line begin in the text."""
        place = self.places[number]
        raw, begin = self.raws[place], self.lengths[place] + place
        return begin if raw[0] == self.words[number][0] else begin + len(raw) - len(raw.lstrip())


def _text_lines(text: str, block: Block, number: int) -> list[Line]:
    """Return the lines of a block of a text without page geometry."""
    whole, kind, region, label = block.text, block.kind, block.region, block.label
    entry, page = block.attributes.get("entry", 0), block.position.page
    shown = block.attributes.get("shown")
    # NOTE: each return becomes a line feed, so that places stay the same.
    raws = (whole.replace("\r", "\n") if "\r" in whole else whole).split("\n")
    words: list[str] | None = None
    if shown is not None:
        words = shown.split("\n")
        # NOTE: "shown" may drop a line that is only markup; then the block is one line.
        if len(raws) == 1 or len(words) != sum(1 for raw in raws if raw):
            words, raws = [" ".join(shown.split())], [whole]
    lines: list[Line] = []
    at, place = block.start, -1
    for raw in raws:
        bare = raw.strip()
        place += bool(raw)
        if bare:
            lead = 0 if raw[0] == bare[0] else len(raw) - len(raw.lstrip())
            start, first = at + lead, not lines
            indent = lead if place else _indent_before(text, start)
            stop, right = start + len(bare), indent + len(bare)
            own = bare if words is None else words[place].strip()
            if own:  # else all of it is markup
                # NOTE: by place, which takes half the time of names.
                lines.append(
                    Line(
                        own,
                        start,
                        stop,
                        0.0,
                        indent,
                        right,
                        kind,
                        region,
                        label,
                        page,
                        0,
                        number,
                        entry,
                        first,
                    )
                )
                label = ""
        at += len(raw) + 1
    return lines


def _add_links(lines: list[Line], links: tuple[tuple[int, int, str], ...], listed: int) -> None:
    """Note the address that each line links to, and the number of its list, in place."""
    place = 0
    for line in lines:
        targets: set[str] = set()
        linked = 0
        while place < len(links) and links[place][0] < line.end:
            start, end, target = links[place]
            targets.add(target)
            linked += end - start
            place += 1
        if len(targets) == 1:
            line.list = listed
            line.link, line.all_link = targets.pop(), linked >= _NEARLY_ALL * len(line.text)


def _indent_before(text: str, start: int) -> int:
    """Return how many blanks stand between a line's beginning and its first word."""
    if not start or text[start - 1] in "\n\f\r":
        return 0
    near = max(0, start - _WIDEST)
    before = text[near:start]
    bare = before.rstrip(_BLANKS)
    if not bare:
        return 0 if near else start
    return len(before) - len(bare) if bare[-1] in "\n\f\r" else 0


def _printed_lines(
    text: str,
    block: Block,
    number: int,
    layouts: tuple[LineLayout, ...],
    before: LineLayout | None,
) -> Iterator[Line]:
    """Yield the lines of a block whose place on the page is known; ``before`` is the line before it."""
    first, label = True, block.label
    kind, region, entry = block.kind, block.region, block.attributes.get("entry", 0)
    above, above_at = 0.0, (0, 0)
    if before is not None:
        above, above_at = before.bottom, (before.page, before.column)
    for start, end, page, left, bottom, right, top, column, size in layouts:
        words = text[start:end].strip()
        if not words:
            continue
        at = page, column
        space = above - top if at == above_at else 0.0
        gap = space / max(top - bottom, 1.0) if space > 0 else 0.0
        # NOTE: by place, which takes half the time of names.
        yield Line(
            words, start, end, gap, left, right, kind, region, label, page, column, number, entry, first, size
        )
        above, above_at = bottom, at
        first, label = False, ""
