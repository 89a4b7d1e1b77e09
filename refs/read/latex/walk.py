"""LaTeX turned into blocks of plain text: signs printed, macros expanded, citations kept by key.

What a command of LaTeX does stands in ``commands``; the reader hands that table to the walker.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from refs.model import BlockKind
from refs.read.assembly import ArticleBuilder
from refs.read.inline import InlineText
from refs.read.latex.cursor import TOKEN, LatexCursor, after_blanks
from refs.read.latex.macros import Macro, Macros, match_braces, read_definition
from refs.read.latex.tables import (
    ACCENTS,
    CITATION,
    DROPPED_ARGUMENTS,
    HEADINGS,
    LAST_ARGUMENT,
    NO_CITATION,
    SYMBOLS,
    VERBATIM,
)

MAX_NESTING = 40
KEY = re.compile(r"[^,\s][^,]*")
"""One of the keys that a citation names, parted by commas."""

_PLAIN = {"~": " ", "``": "“", "''": "”", "`": "‘", "'": "’", "--": "–", "---": "—", "&": " "}
_ESCAPED = {",": "", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", " ": " ", "\n": " ", "\\": " "}

Command = Callable[["LatexPiece", str], None]
"""What a command does, told its name without a star."""


@dataclass(slots=True)
class LatexWalker:
    """Walks LaTeX and adds blocks to a builder; footnotes follow the paragraph that they stand in."""

    builder: ArticleBuilder
    commands: Mapping[str, Command]
    macros: Macros = field(default_factory=Macros)
    region: str = ""
    bibliography: Callable[[str], None] | None = None
    inline: InlineText = field(default_factory=InlineText)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    pending: list[tuple[BlockKind, InlineText]] = field(default_factory=list)
    nesting: int = 0
    inside: int = 0
    """How many footnotes, captions and arguments the walk stands in: no block begins or ends there."""
    math: bool = False
    tables: int = 0
    """How many tables the walk stands in: their rows are blocks, their cells parted by bars."""
    items: list[int] = field(default_factory=list)
    """How many items each list has had that the walk stands in; -1 for a list that prints no numbers."""

    def flush(self) -> None:
        """End the block under way; what was set aside (footnotes, captions) comes after it."""
        if self.inside:
            self.inline.write(" ")
            return
        text, pointers = self.inline.finish([])
        self.builder.add(
            BlockKind.TABLE if self.tables and self.kind is BlockKind.PARAGRAPH else self.kind,
            text,
            level=self.level,
            label=self.label,
            region=self.region,
            citations=pointers,
            superscripts=self.inline.superscripts,
        )
        pending, self.pending = self.pending, []
        for kind, inline in pending:
            text, pointers = inline.finish([])
            self.builder.add(
                kind, text, region=self.region, citations=pointers, superscripts=inline.superscripts
            )
        self.inline, self.kind, self.level, self.label = InlineText(), BlockKind.PARAGRAPH, 0, ""

    def walk(self, source: str) -> None:
        """Print a piece of LaTeX into the block under way, ending it where a new one begins."""
        if self.nesting >= MAX_NESTING:
            return
        self.nesting += 1
        LatexPiece(source, match_braces(source), walker=self).run()
        self.nesting -= 1

    def aside(self, kind: BlockKind, source: str) -> None:
        """Print a footnote or caption, to be added after the block under way."""
        before, self.inline = self.inline, InlineText()
        self.inside += 1
        self.walk(source)
        self.inside -= 1
        self.pending.append((kind, self.inline))
        self.inline = before

    def plain(self, source: str) -> str:
        """Return what a piece of LaTeX prints, on one line."""
        before, self.inline = self.inline, InlineText()
        kept, self.pending = self.pending, []
        self.inside += 1
        self.walk(source)
        self.inside -= 1
        text = self.inline.finish([])[0]
        self.inline, self.pending = before, kept
        return " ".join(text.split())

    def heading(self, text: str, level: int) -> None:
        """End the block under way and add a heading."""
        self.flush()
        self.builder.add(BlockKind.HEADING, text, level=level, region=self.region)


@dataclass(slots=True)
class LatexPiece(LatexCursor):
    """One string of LaTeX being walked."""

    walker: LatexWalker = field(kw_only=True)

    def run(self) -> None:
        """Print the string, token by token."""
        source = self.source
        while (token := TOKEN.search(source, self.position)) is not None:
            if token.start() > self.position:
                self.write(source[self.position : token.start()])
            self.position = token.end()
            self._take(token.group())
        self.write(source[self.position :])

    def write(self, text: str) -> None:
        """Print text into the block under way."""
        self.walker.inline.write(text)

    def _take(self, token: str) -> None:
        first = token[0]
        if first == "\\":
            self._command(token[1:])
        elif first in "{}#":
            return
        elif first == "$":
            self.walker.math = not self.walker.math
        elif first in "^_":
            if not self.walker.math:
                self.write(token)
        elif "\n" in token and token.count("\n") > 1:
            self.end_paragraph()
        elif token.isspace():
            self.write(" ")
        elif first == "&" and self.walker.tables and not self.walker.math:
            self.write(" | ")
        else:
            self.write(token if self.walker.math and first in "'`" else _PLAIN[token])

    def end_paragraph(self) -> None:
        """End the block under way, unless the piece stands inside another."""
        if self.walker.nesting == 1:
            self.walker.flush()
        else:
            self.write(" ")

    def _command(self, name: str) -> None:
        if not name:
            return
        if not name[0].isalpha() and name[0] != "@":
            self._symbol(name)
            return
        starred = name.endswith("*")
        bare = name.rstrip("*")
        defined = self._definition(bare, self.position - len(name) - 1)
        if defined:
            return
        if bare in self.walker.macros.table and bare not in VERBATIM and bare not in HEADINGS:
            self._expand(self.walker.macros.table[bare], starred)
        elif bare in ACCENTS:
            self._accent(bare)
        elif bare in SYMBOLS:
            self._print_symbol(SYMBOLS[bare])
        elif CITATION.fullmatch(bare) and bare not in NO_CITATION:
            self._citation(name)
        else:
            self._other(bare, starred)

    def _symbol(self, name: str) -> None:
        if name in ACCENTS:
            self._accent(name)
        elif name in "()[]":
            self.walker.math = name in "(["
        else:
            self.write(_ESCAPED.get(name, name))
            if name == "\\":
                self.option()
                if self.walker.tables and not self.walker.math:
                    self.walker.flush()

    def _print_symbol(self, text: str) -> None:
        if text == "\n\n":
            self.end_paragraph()
            return
        self.write(text)
        if self.source.startswith("{}", self.position):
            self.skip_empty_group()
        else:
            self.skip_blanks()

    def _definition(self, name: str, start: int) -> bool:
        if not (name.endswith(("newcommand", "def", "providecommand", "RobustCommand")) or name == "let"):
            return False
        found = read_definition(self.source, start, self.matching)
        if found is None:
            return False
        defined, macro, self.position = found
        known = defined in SYMBOLS or defined in DROPPED_ARGUMENTS or defined in LAST_ARGUMENT
        if macro is not None and defined and not known and "@" not in defined[:1]:
            self.walker.macros.table[defined] = macro
        return True

    def _expand(self, macro: Macro, starred: bool) -> None:
        values: list[str] = []
        if macro.default is not None:
            option = self.option()
            values.append(macro.default if option is None else option)
        while len(values) < macro.arguments:
            values.append(self.argument() or "")
        text = macro.apply(values)
        if not macro.arguments and not starred:
            self.skip_empty_group()
        if self.walker.macros.may_expand(len(text)):
            self.walker.walk(text)

    def _accent(self, name: str) -> None:
        target = (self.argument(single=True) or "").strip()
        letter = self.walker.plain(target) if target.startswith("\\") or len(target) > 1 else target
        combined = letter[:1] + ACCENTS[name] + letter[1:] if letter else ""
        self.write(unicodedata.normalize("NFC", combined))

    def _citation(self, name: str) -> None:
        """Keep a citation command as it stands, with the keys that it names."""
        start = self.position - len(name) - 1
        keys: list[str] = []
        many = name.rstrip("*").endswith("s") and name.rstrip("*") not in ("citetalias", "citepalias")
        while True:
            while self.option() is not None or self._angles() or (many and self._parenthesis()):
                continue
            before = self.position
            group = self.group()
            if group is None or (keys and not many):
                self.position = before
                break
            keys += [" ".join(key.split()) for key in KEY.findall(group)]
            if not many:
                break
        written = self.walker.inline.length
        self.write(" ".join(self.source[start : self.position].split()))
        if keys:
            self.walker.inline.mark(written, keys)

    def _angles(self) -> bool:
        """Skip the "<e.g.,>" of apacite's ``\\cite<e.g.,>[p. 3]{neff2003}``."""
        close = self.source.find(">", self.position, self.position + 200)
        found = self.source.startswith("<", self.position) and close >= 0
        if found:
            self.position = close + 1
        return found

    def _parenthesis(self) -> bool:
        """Skip the "(see)" of ``\\parencites(see)(){a}{b}``."""
        place = after_blanks(self.source, self.position)
        close = self.source.find(")", place, place + 200) if self.source[place : place + 1] == "(" else -1
        if close >= 0:
            self.position = close + 1
        return close >= 0

    def _other(self, name: str, starred: bool) -> None:
        """Do what a command of LaTeX says; of one that is not known, only its name is stepped over."""
        does = self.walker.commands.get(name)
        if does is not None:
            does(self, name)
            return
        if starred and name in ("hspace", "vspace"):
            self.argument()
        self.skip_blanks()
