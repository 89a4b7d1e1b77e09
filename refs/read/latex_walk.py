"""LaTeX turned into blocks of plain text: commands printed, macros expanded, citations kept by key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from refs.model import BlockKind
from refs.read.assembly import ArticleBuilder
from refs.read.inline import InlineText
from refs.read.latex_cursor import TOKEN, LatexCursor, after_blanks
from refs.read.latex_macros import Macro, Macros, match_braces, read_definition
from refs.read.latex_tables import (
    ACCENTS,
    CITATION,
    CODE,
    DROPPED_ARGUMENTS,
    ENVIRONMENT_ARGUMENTS,
    HEADINGS,
    LAST_ARGUMENT,
    NO_CITATION,
    NO_TEXT,
    QUOTED,
    SYMBOLS,
    VERBATIM,
)

MAX_NESTING = 40

_LENGTH = re.compile(
    r"[ \t]{0,3}=?[ \t]{0,3}-?[\d.]{1,8}[ \t]{0,2}(?:em|ex|pt|cm|mm|in|sp|\\\w+)?"
    r"(?:[ \t]{0,3}(?:plus|minus)[ \t]{0,3}-?[\d.]{1,8}[ \t]{0,2}(?:em|ex|pt|fil+|cm|mm|in)?){0,2}"
)
"""After \\hskip or \\penalty: "1em plus 0.5em minus 0.4em"."""
_LENGTHS = frozenset(
    "hskip vskip kern penalty lineskip parskip parindent itemsep baselineskip tolerance".split()
)
_PLAIN = {"~": " ", "``": "“", "''": "”", "`": "‘", "'": "’", "--": "–", "---": "—", "&": " "}
_ESCAPED = {",": "", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", " ": " ", "\n": " ", "\\": " "}
_CSL_TARGET = re.compile(
    r"\\leavevmode(?:\\vadjust\s{0,3}pre)?\s{0,3}\{?\\hypertarget\{([^{}]{1,200})\}\{\}\}?%?"
)
"""What pandoc puts before an entry."""
_REFERENCE_MARK = re.compile(r"\\reference(?![A-Za-z@])[ \t]{0,5}(?:\{([^{}\n]{0,200})\})?")
"""The mark of an entry in AASTeX's ``references`` environment; a key may follow."""
_NEAR = 500
"""Characters in which the first entry of such a list begins."""
_KEY = re.compile(r"[^,\s][^,]*")
_CODE_OPTIONS = re.compile(r"\s{0,5}(?:\[[^\]\n]{0,200}\]|\{[a-z+-]{1,30}\}(?=[{|!+]))")
"""What stands before code in a line: \\lstinline[language=TeX]|…|, \\mintinline{tex}{…}."""
_LISTS = frozenset("enumerate itemize description".split())
_TABLES = frozenset("tabular tabular* tabularx longtable supertabular tabulary xltabular".split())
_FOOTNOTES = frozenset("footnote footnotetext thanks endnote tablefootnote".split())


@dataclass(slots=True)
class LatexWalker:
    """Walks LaTeX and adds blocks to a builder; footnotes follow the paragraph that they stand in."""

    builder: ArticleBuilder
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
        _Piece(source, match_braces(source), walker=self).run()
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


@dataclass(slots=True)
class _Piece(LatexCursor):
    """One string of LaTeX being walked."""

    walker: LatexWalker = field(kw_only=True)

    def run(self) -> None:
        source = self.source
        while (token := TOKEN.search(source, self.position)) is not None:
            if token.start() > self.position:
                self._write(source[self.position : token.start()])
            self.position = token.end()
            self._take(token.group())
        self._write(source[self.position :])

    def _write(self, text: str) -> None:
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
                self._write(token)
        elif "\n" in token and token.count("\n") > 1:
            self._paragraph()
        elif token.isspace():
            self._write(" ")
        elif first == "&" and self.walker.tables and not self.walker.math:
            self._write(" | ")
        else:
            self._write(token if self.walker.math and first in "'`" else _PLAIN[token])

    def _paragraph(self) -> None:
        if self.walker.nesting == 1:
            self.walker.flush()
        else:
            self._write(" ")

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
            self._write(_ESCAPED.get(name, name))
            if name == "\\":
                self.option()
                if self.walker.tables and not self.walker.math:
                    self.walker.flush()

    def _print_symbol(self, text: str) -> None:
        if text == "\n\n":
            self._paragraph()
            return
        self._write(text)
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
        self._write(unicodedata.normalize("NFC", combined))

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
            keys += [" ".join(key.split()) for key in _KEY.findall(group)]
            if not many:
                break
        written = self.walker.inline.length
        self._write(" ".join(self.source[start : self.position].split()))
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
        does = _COMMANDS.get(name)
        if does is not None:
            does(self, name)
            return
        if starred and name in ("hspace", "vspace"):
            self.argument()
        self.skip_blanks()

    def _print_as_it_stands(self, _name: str) -> None:
        text = (self.argument() or "").replace("\\_", "_").replace("\\%", "%").replace("\\&", "&")
        self._write(" ".join(text.replace("\\#", "#").replace("{", "").replace("}", "").split()))

    def _sectioning(self, name: str) -> None:
        self.option()
        self._heading(self.argument() or "", HEADINGS[name])

    def _begin_or_end(self, name: str) -> None:
        self._environment(name, self.argument() or "")

    def _item(self, _name: str) -> None:
        walker = self.walker
        walker.flush()
        mark = walker.plain(self.option() or "")
        if not mark and walker.items and walker.items[-1] >= 0:
            walker.items[-1] += 1
            mark = str(walker.items[-1])
        if not walker.inside:
            walker.kind, walker.label = BlockKind.LIST_ITEM, mark

    def _caption(self, _name: str) -> None:
        self.option()
        self.walker.aside(BlockKind.CAPTION, self.argument() or "")

    def _footnote(self, _name: str) -> None:
        self.option()
        self.walker.aside(BlockKind.FOOTNOTE, self.argument() or "")

    def _title(self, _name: str) -> None:
        self.option()
        self.walker.builder.title = self.walker.plain(self.argument() or "")
        self._heading_text(self.walker.builder.title, 1)

    def _bibliography(self, name: str) -> None:
        self.walker.flush()
        self.option()
        argument = self.argument() if name == "bibliography" else ""
        if self.walker.bibliography is not None:
            self.walker.bibliography(argument or "")

    def _nocite(self, _name: str) -> None:
        keys = _KEY.findall(self.argument() or "")
        listed = self.walker.builder.attributes.setdefault("nocite", [])
        listed += [" ".join(key.split()) for key in keys]

    def _quoted(self, name: str) -> None:
        self._write(QUOTED[name][0])
        self.walker.walk(self.argument() or "")
        self._write(QUOTED[name][1])

    def _dropped(self, name: str) -> None:
        self._drop(DROPPED_ARGUMENTS[name])

    def _last_argument(self, name: str) -> None:
        self.walker.walk(self._drop(LAST_ARGUMENT[name]))

    def _hyperlink(self, _name: str) -> None:
        target, start = self.argument() or "", self.walker.inline.length
        self.walker.walk(self.argument() or "")
        self.walker.inline.mark(start, [target] if target.startswith("ref-") else [])

    def _around(self, _name: str) -> None:
        r"""Print the arguments of ``\refs@around{before}{text}{after}`` where there is a text."""
        before, text, after = (self.argument() or "" for _ in range(3))
        if self.walker.plain(text):
            self.walker.walk(before + text + after)

    def _length(self, _name: str) -> None:
        if length := _LENGTH.match(self.source, self.position):
            self.position = length.end()
        self._write(" ")

    def _superscript(self, _name: str) -> None:
        start = self.walker.inline.length
        self.walker.walk(self.argument() or "")
        self.walker.inline.superscript(min(start, self.walker.inline.length))

    def _nothing(self, _name: str) -> None:
        """Print nothing, and leave the blanks behind the name."""

    def _verb(self, name: str) -> None:
        r"""Print ``\verb|…|`` or ``\lstinline{…}`` as it stands: what looks like a citation in it is none."""
        if name != "verb" and (options := _CODE_OPTIONS.match(self.source, self.position)):
            self.position = options.end()
        mark = self.source[self.position : self.position + 1]
        mark = "}" if mark == "{" and name != "verb" else mark
        end = self.source.find(mark, self.position + 1, self.position + 500) if mark.strip() else -1
        if end >= 0 and "\n" not in self.source[self.position : end]:
            self._write(self.source[self.position + 1 : end])
            self.position = end + 1

    def _csname(self, _name: str) -> None:
        r"""Step over TeX's ``\csname natexlab\endcsname``, of which nothing prints."""
        end = self.source.find("\\endcsname", self.position, self.position + 200)
        self.position = end + len("\\endcsname") if end >= 0 else self.position

    def _urldef(self, _name: str) -> None:
        """Define the macro of ``\\urldef\\tempurl\\url{…}``."""
        named = re.compile(r"\s{0,5}\\([A-Za-z@]{1,40})\s{0,5}\\url").match(self.source, self.position)
        if named is not None:
            self.position = named.end()
            self.walker.macros.table[named.group(1)] = Macro("\\url{" + (self.argument() or "") + "}")

    def _drop(self, count: int) -> str:
        """Step over a command's arguments and return the last."""
        last = ""
        while self.option() is not None:
            continue
        for _ in range(count):
            last = self.argument() or ""
            while self.option() is not None:
                continue
        return last

    def _heading(self, source: str, level: int) -> None:
        self._heading_text(self.walker.plain(source), level)

    def _heading_text(self, text: str, level: int) -> None:
        self.walker.flush()
        self.walker.builder.add(BlockKind.HEADING, text, level=level, region=self.walker.region)

    def _environment(self, command: str, name: str) -> None:
        walker = self.walker
        walker.math = False
        if command == "end":
            if name not in ("math", "small", "center"):
                self._paragraph()
            if name in _TABLES:
                walker.tables = max(0, walker.tables - 1)
            if name in _LISTS:
                del walker.items[-1:]
            if name == "document":
                self.position = len(self.source)
            return
        self._paragraph()
        if name in CODE or name in NO_TEXT:
            end = self.source.find(f"\\end{{{name}}}", self.position)
            end = len(self.source) if end < 0 else end
            if name in CODE and not walker.inside:
                walker.builder.add(BlockKind.CODE, self.source[self.position : end].strip("\n"))
            self.position = end
        elif name in ("thebibliography", "chapthebibliography"):
            self.argument()
            self._thebibliography(name)
        elif name == "references" and self._begins_list():
            self._thebibliography(name)
        elif name == "biblist":
            self._biblist()
        elif name == "CSLReferences":
            self._csl_references()
        elif name == "abstract":
            self._heading_text("Abstract", 1)
        else:
            while self.option() is not None:
                continue
            for _ in range(ENVIRONMENT_ARGUMENTS.get(name, 0)):
                self.argument()
            walker.tables += name in _TABLES
            if name in _LISTS:
                walker.items.append(0 if name == "enumerate" else -1)
            if name.startswith(
                ("equation", "align", "gather", "eqnarray", "multline", "displaymath", "math")
            ):
                walker.math = True

    def _csl_references(self) -> None:
        r"""Add the list that pandoc wrote: entries behind ``\\hypertarget{ref-key}{}`` or ``\\bibitem``."""
        from refs.read.latex_bibliography import add_thebibliography

        self.argument(), self.argument()
        inside, end = self._inside("CSLReferences")
        add_thebibliography(self.walker, _CSL_TARGET.sub(r"\\bibitem{\1}", inside), heading=False)
        self.position = end

    def _biblist(self) -> None:
        from refs.read.latex_bibliography import add_amsrefs

        inside, end = self._inside("biblist")
        self._heading_text("References", 1)
        add_amsrefs(self.walker, inside)
        self.position = end

    def _inside(self, name: str) -> tuple[str, int]:
        """Return what stands in the environment that has begun, and where it ends."""
        end = self.source.find(f"\\end{{{name}}}", self.position)
        end = len(self.source) if end < 0 else end
        return self.source[self.position : end], end

    def _begins_list(self) -> bool:
        """Return True if the mark of an entry follows soon."""
        near = self.source[self.position : self.position + _NEAR]
        return "\\bibitem" in near or _REFERENCE_MARK.search(near) is not None

    def _thebibliography(self, name: str) -> None:
        from refs.read.latex_bibliography import add_thebibliography

        inside, end = self._inside(name)
        if name == "references":
            inside = _REFERENCE_MARK.sub(r"\\bibitem{\1}", inside)
        self.walker.flush()
        add_thebibliography(self.walker, inside)
        self.position = end


_COMMANDS: dict[str, Callable[[_Piece, str], None]] = {
    **dict.fromkeys(_LENGTHS, _Piece._length),
    **dict.fromkeys(LAST_ARGUMENT, _Piece._last_argument),
    **dict.fromkeys(DROPPED_ARGUMENTS, _Piece._dropped),
    **dict.fromkeys(QUOTED, _Piece._quoted),
    **dict.fromkeys(_FOOTNOTES, _Piece._footnote),
    **dict.fromkeys(HEADINGS, _Piece._sectioning),
    **dict.fromkeys(VERBATIM, _Piece._print_as_it_stands),
    **dict.fromkeys(("begin", "end"), _Piece._begin_or_end),
    **dict.fromkeys(("bibliography", "printbibliography"), _Piece._bibliography),
    **dict.fromkeys(("verb", "lstinline", "mintinline"), _Piece._verb),
    **dict.fromkeys("expandafter ifx else fi relax endcsname ifdefined undefined".split(), _Piece._nothing),
    "caption": _Piece._caption,
    "csname": _Piece._csname,
    "hyperlink": _Piece._hyperlink,
    "item": _Piece._item,
    "nocite": _Piece._nocite,
    "refs@around": _Piece._around,
    "textsuperscript": _Piece._superscript,
    "title": _Piece._title,
    "urldef": _Piece._urldef,
}
"""What each command does; of two tables that hold one, the later says it."""
