"""Markdown: CommonMark, pandoc's and the HTML that people mix in. ``article.text`` is the file's own text.

Blocks cut the source as it stands; where its markup hides the words, ``attributes["shown"]`` has the text
that a reader of the rendered page sees, line by line the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from refs.errors import RefsError
from refs.model import Article, Block, BlockKind, Item, Position
from refs.read.encoding import decode_text

_LINE = re.compile(r"[^\r\n\f]+")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,100000}?)^(?:---|\.\.\.)[ \t]*$", re.S | re.M)
_YAML_VALUE = r"^{key}:[ \t]*(.+)$"
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_TICKS = re.compile(r"`+")
# Four blanks or a tab make a paragraph code, if its words are not those of prose
_INDENTED = re.compile(r" {0,3}\t| {4}")
_WORD = re.compile(r"[^\W\d_]+[.,;:!?]?")
_PROSE = 0.6
"""Share of words without any sign in them from which on indented text is no code."""
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_HEADING_END = re.compile(r"(?:\s{1,4}#{1,6})?(?:\s{0,4}\{[^{}]{1,200}\})?\s{0,20}$")
_ITEM = re.compile(r"\s*(?:[-*+]|(\d{1,4})[.)])\s+(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,60})\]:\s{0,10}")
_LINK_TARGET = re.compile(r"\s{0,3}\[[^\]]{1,200}\]:\s{0,10}<?(?:https?:|/|#|\.|www)\S{0,2000}")
_RULE = re.compile(r"\s{0,3}([-*_=])(?:\s{0,3}\1){2,}\s*")
# "::: {#refs}", ":::": pandoc's and Quarto's divisions
_DIVISION = re.compile(r"\s{0,3}:{3,20}(?:\s|\{|\w|$)")
_TAG = re.compile(
    r"</?(?:li|p|ol|ul|div|h[1-6]|details|summary|section|blockquote|table|tr|td|center|hr|dl|dt|dd)\b[^<>]{0,500}>",
    re.I,
)
_TAG_NAME = re.compile(r"</?(\w+)")

_INLINE_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--[^<>]{0,500}-->")
_LINK = re.compile(
    r"!?\[([^\[\]]{0,1500}(?:\[[^\[\]]{0,200}\][^\[\]]{0,500}){0,3})\](?:\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?\s?(?:\"[^\"]{0,300}\")?\)|\[[^\[\]]{0,200}\]|\{[^{}]{0,200}\})"
)
_TARGET = re.compile(r"\]\(<?(https?://[^()\s<>]{1,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_EMPHASIS = re.compile(r"(?<![\\\w])(\*{1,3}|_{1,3})(?=[^\s*_])|(?<=[^\s\\])(\*{1,3}|_{1,3})(?![\w])")
_BREAK = re.compile(r"\\\r?\n")
"""A backslash at a line's end breaks the line."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# "^3,5–7^", "^[12]^", "^1a,b^"
_SUPERSCRIPT = re.compile(
    r"<sup>([^<>]{1,100})</sup>|\^(\[?(?:[\d,;\s\u00ad‐‑–—−-]|(?<=[\d,–-])[a-h](?![^\W\d_])){1,40}\]?)\^",
    re.I,
)
_SMALL_CAPS = re.compile(r"\]\{\.[\w .#-]{1,60}\}")


def read_markdown(data: bytes, *, name: str, path: Path | None = None) -> Article:
    """Return the article that a Markdown file is, with the items of the .bib files it names."""
    text, warning = decode_text(data)
    warnings = [f"{name}: {warning}."] if warning else []
    front = _FRONT_MATTER.match(text)
    header = front.group(1) if front else ""
    items = _bibliographies(header, path, warnings)
    blocks = tuple(_blocks(text, front.end() if front else 0))
    title = _yaml(header, "title") or next((_shown(b) for b in blocks if b.kind is BlockKind.HEADING), "")
    return Article(
        name,
        "markdown",
        text,
        blocks,
        title=title,
        language=_yaml(header, "lang"),
        warnings=tuple(warnings),
        items=items,
    )


def plain_inline(text: str) -> str:
    """Return a line of Markdown as its reader sees it: no links, emphasis marks, tags or escapes.

    >>> plain_inline("Neff, K. (2003). [*Self-compassion*](https://example.org). Self & Identity, **2**(2).")
    'Neff, K. (2003). Self-compassion. Self & Identity, 2(2).'
    """
    if "<" in text:
        text = _INLINE_TAG.sub("", _AUTOLINK.sub(r"\1", text))
    if "[" in text:
        text = _LINK.sub(r"\1", _LINK.sub(r"\1", text))
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    return html.unescape(text) if "&" in text else text


def _shown(block: Block) -> str:
    return str(block.attributes.get("shown", block.text))


def _blocks(text: str, start: int) -> Iterator[Block]:
    """Yield the blocks of a Markdown text from ``start`` on."""
    collector = _Collector(text)
    fence, fenced = "", 0
    for match in _LINE.finditer(text, start):
        line = match.group()
        if not line.strip():
            continue
        opened = _FENCE.match(line)
        if fence:
            if opened and opened.group(1).startswith(fence):
                yield collector.code(fenced, match.end())
                fence = ""
            continue
        if opened:
            yield from collector.end()
            fence, fenced = opened.group(1)[:3], match.start()
            continue
        yield from collector.line(line, match.start())
    if fence:
        yield collector.code(fenced, len(text))
    yield from collector.end()


class _Collector:
    """Joins the lines of a block and tells where one ends and the next begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.stop = -1
        self.kind = BlockKind.PARAGRAPH
        self.label = ""
        self.level = 0
        self.counted = 0
        self.line_number = 1
        self.entry = 0
        self.in_entry = False
        self.in_list = False
        self.ruled = False

    def line(self, line: str, at: int) -> Iterator[Block]:
        """Take one line of the source that is not blank; yield the blocks that it ends."""
        if self.start >= 0 and self.text.count("\n", self.stop, at) > 1:
            yield from self.end()
        if _RULE.fullmatch(line):
            below = self.start >= 0 and "\n" not in self.text[self.start : self.stop]
            if setext := below and line.strip()[0] in "=-":
                self.kind, self.level = BlockKind.HEADING, 1 if "=" in line else 2
            yield from self.end()
            self.ruled = not setext
            return
        if _LINK_TARGET.fullmatch(line) or _DIVISION.match(line):
            yield from self.end()
            return
        if heading := _HEADING.match(line):
            yield from self.end()
            # NOTE: "# References {#refs .unnumbered}" and "## References ##" say no more than "References".
            tail = _HEADING_END.search(line, heading.end())
            stop = at + (tail.start() if tail else len(line))
            self.begin(BlockKind.HEADING, at + heading.end(), stop, level=len(heading.group(1)))
            yield from self.end()
            return
        if note := _NOTE.match(line):
            yield from self.end()
            self.begin(BlockKind.FOOTNOTE, at + note.end(), at + len(line), label=note.group(1))
            return
        if (item := _ITEM.match(line)) and "</li" not in line.lower():
            yield from self.end()
            indent = len(line) - len(line.lstrip())
            self.begin(
                BlockKind.LIST_ITEM,
                at + item.end(),
                at + len(line),
                level=1 + indent // 2,
                label=item.group(1) or "",
            )
            return
        yield from self.pieces(line, at)

    def pieces(self, line: str, at: int) -> Iterator[Block]:
        """Take a line of running text; tags of block elements in it part blocks."""
        done = 0
        for tag in _TAG.finditer(line) if "<" in line else ():
            self.extend(line[done : tag.start()], at + done)
            yield from self.end()
            done = tag.end()
            name = _TAG_NAME.match(tag.group())
            self.open_tag(name.group(1).lower() if name else "", tag.group().startswith("</"))
        self.extend(line[done:], at + done)

    def open_tag(self, name: str, closing: bool) -> None:
        if name == "li":
            self.in_entry = not closing
            self.kind = BlockKind.PARAGRAPH if closing else BlockKind.LIST_ITEM
            self.entry += not closing
        elif len(name) == 2 and name[0] == "h" and name[1].isdigit() and not closing:
            self.kind, self.level = BlockKind.HEADING, int(name[1])
        elif name == "summary" and not closing:
            self.kind, self.level = BlockKind.HEADING, 6

    def begin(self, kind: BlockKind, start: int, stop: int, *, level: int = 0, label: str = "") -> None:
        self.kind, self.start, self.stop, self.level, self.label = kind, start, stop, level, label

    def extend(self, piece: str, at: int) -> None:
        if not piece.strip():
            return
        if self.start < 0:
            self.start = at
        self.stop = at + len(piece)

    def end(self) -> Iterator[Block]:
        """Yield the block collected so far, if any, and be ready for the next."""
        if self.start >= 0:
            yield from self.block()
        self.start = self.stop = -1
        self.kind = BlockKind.LIST_ITEM if self.in_entry else BlockKind.PARAGRAPH
        self.label, self.level = "", 0

    def block(self) -> Iterator[Block]:
        raw = self.text[self.start : self.stop]
        start = self.start + len(raw) - len(raw.lstrip())
        text = raw.strip()
        if not text:
            return
        shown = "\n".join(line.strip() for line in plain_inline(_BREAK.sub("\n", text)).split("\n"))
        attributes: dict[str, Any] = {}
        if not shown.strip():
            return
        if shown != text:
            attributes["shown"] = shown
        if self.ruled:
            attributes["ruled"] = True
            self.ruled = False
        if self.in_entry:
            attributes["entry"] = self.entry
        code = ((start, start + len(text)),) if self.is_indented_code(start) else _code_spans(text, start)
        if code:
            attributes["code"] = code
        self.in_list = self.kind in (BlockKind.LIST_ITEM, BlockKind.FOOTNOTE) or (
            self.in_list and self.kind is BlockKind.PARAGRAPH and self.text[start - 1 : start] in (" ", "\t")
        )
        if "](" in text and (links := tuple(_links(text, start))):
            attributes["links"] = links
        if "^" in text or "<sup" in text:
            spans = [_group_span(found) for found in _SUPERSCRIPT.finditer(text)]
            attributes["superscripts"] = tuple((start + a, start + b) for a, b in spans)
        kind = self.kind
        if kind is BlockKind.PARAGRAPH and text.startswith("|"):
            kind = BlockKind.TABLE
        position = self.position(start)
        end = start + len(text)
        yield Block(kind, text, start, end, position, self.level, self.label, attributes=attributes)

    def code(self, start: int, stop: int) -> Block:
        """Return the block of code that stands here, its fences included."""
        return Block(BlockKind.CODE, self.text[start:stop], start, stop, self.position(start))

    def position(self, start: int) -> Position:
        """Return the line of a place; places are asked for in order."""
        self.line_number += self.text.count("\n", self.counted, start)
        self.counted = start
        return Position(line=self.line_number)

    def is_indented_code(self, start: int) -> bool:
        """Return True for a block that is code because it is indented, and not by a typist's habit."""
        if self.kind is not BlockKind.PARAGRAPH or self.in_list or self.in_entry:
            return False
        if self.text[start - 1 : start] not in (" ", "\t"):
            return False
        raw = self.text[self.text.rfind("\n", 0, start) + 1 : self.stop]
        if not all(_INDENTED.match(line) for line in raw.splitlines()):
            return False
        words = raw.split()
        return sum(1 for word in words if _WORD.fullmatch(word)) < _PROSE * len(words)


def _links(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield where the texts of links stand, and what they lead to; images lead nowhere.

    >>> list(_links("See [RNLI](https://rnli.org/float) and ![logo](https://a.org/b.png)", 100))
    [(105, 109, 'https://rnli.org/float')]
    """
    for link in _LINK.finditer(text):
        target = _TARGET.match(text, link.end(1))
        if target and link.group(0)[0] != "!":
            yield start + link.start(1), start + link.end(1), target.group(1)


def _code_spans(text: str, start: int) -> tuple[tuple[int, int], ...]:
    """Return where code stands inside a line: between two runs of as many backticks.

    >>> _code_spans("the `x[1]` of ``a`b``, ` alone", 100)
    ((104, 110), (114, 121))
    """
    if "`" not in text:
        return ()
    runs = [run.span() for run in _TICKS.finditer(text)]
    later: dict[int, list[int]] = {}
    for place in range(len(runs) - 1, -1, -1):
        later.setdefault(runs[place][1] - runs[place][0], []).append(place)
    spans: list[tuple[int, int]] = []
    done = -1
    for place, (begin, end) in enumerate(runs):
        same = later[end - begin]
        while same and same[-1] <= place:
            same.pop()
        if place > done and same:
            done = same[-1]
            spans.append((start + begin, start + runs[done][1]))
    return tuple(spans)


def _group_span(match: re.Match[str]) -> tuple[int, int]:
    return match.span(1) if match.group(1) is not None else match.span(2)


def _yaml(header: str, key: str) -> str:
    """Return a plain value of the YAML header, without quotation marks."""
    found = re.search(_YAML_VALUE.format(key=key), header, re.M)
    return found.group(1).strip().strip("\"'") if found else ""


def _bibliographies(header: str, path: Path | None, warnings: list[str]) -> tuple[Item, ...]:
    """Return the items of the bibliography files that the header names."""
    if path is None:
        return ()
    found = re.search(r"^bibliography:[ \t]*(.*(?:\n[ \t]*-[ \t].*)*)", header, re.M)
    names = re.findall(r"[\w./ -]+\.(?:bib|json|ris|yaml|yml)", found.group(1)) if found else []
    items: list[Item] = []
    for name in names:
        items += _load_beside(path, name.strip().removeprefix("- ").strip(), warnings)
    return tuple(items)


def _load_beside(path: Path, name: str, warnings: list[str]) -> list[Item]:
    from refs.formats import detect as detect_items
    from refs.formats import load

    beside = (path.parent / name).resolve()
    # NOTE: a manuscript from elsewhere may not make refs read files outside its folder.
    if not beside.is_relative_to(path.parent.resolve()) or not beside.is_file():
        warnings.append(f"{path}: its bibliography {name} is not beside it and was left out.")
        return []
    try:
        text, _ = decode_text(beside.read_bytes())
        return load(text, detect_items(text, name) or "bibtex")
    except (RefsError, OSError) as error:
        warnings.append(f"{beside}: could not be read and was left out ({error}).")
        return []
