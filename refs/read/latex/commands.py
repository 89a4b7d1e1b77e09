"""What each command of LaTeX does when it is walked over: it prints, is stepped over, or makes a block."""

from __future__ import annotations

import re

from refs.model import BlockKind
from refs.read.latex.environments import begin_environment, end_environment
from refs.read.latex.macros import Macro
from refs.read.latex.tables import DROPPED_ARGUMENTS, HEADINGS, LAST_ARGUMENT, QUOTED, VERBATIM
from refs.read.latex.walk import KEY, Command, LatexPiece

_LENGTH = re.compile(
    r"[ \t]{0,3}=?[ \t]{0,3}-?[\d.]{1,8}[ \t]{0,2}(?:em|ex|pt|cm|mm|in|sp|\\\w+)?"
    r"(?:[ \t]{0,3}(?:plus|minus)[ \t]{0,3}-?[\d.]{1,8}[ \t]{0,2}(?:em|ex|pt|fil+|cm|mm|in)?){0,2}"
)
"""After \\hskip or \\penalty: "1em plus 0.5em minus 0.4em"."""
_LENGTHS = frozenset(
    "hskip vskip kern penalty lineskip parskip parindent itemsep baselineskip tolerance".split()
)
_CODE_OPTIONS = re.compile(r"\s{0,5}(?:\[[^\]\n]{0,200}\]|\{[a-z+-]{1,30}\}(?=[{|!+]))")
"""What stands before code in a line: \\lstinline[language=TeX]|…|, \\mintinline{tex}{…}."""
_FOOTNOTES = frozenset("footnote footnotetext thanks endnote tablefootnote".split())


def _print_as_it_stands(piece: LatexPiece, _name: str) -> None:
    text = (piece.argument() or "").replace("\\_", "_").replace("\\%", "%").replace("\\&", "&")
    piece.write(" ".join(text.replace("\\#", "#").replace("{", "").replace("}", "").split()))


def _sectioning(piece: LatexPiece, name: str) -> None:
    piece.option()
    piece.walker.heading(piece.walker.plain(piece.argument() or ""), HEADINGS[name])


def _item(piece: LatexPiece, _name: str) -> None:
    walker = piece.walker
    walker.flush()
    mark = walker.plain(piece.option() or "")
    if not mark and walker.items and walker.items[-1] >= 0:
        walker.items[-1] += 1
        mark = str(walker.items[-1])
    if not walker.inside:
        walker.kind, walker.label = BlockKind.LIST_ITEM, mark


def _caption(piece: LatexPiece, _name: str) -> None:
    piece.option()
    piece.walker.aside(BlockKind.CAPTION, piece.argument() or "")


def _footnote(piece: LatexPiece, _name: str) -> None:
    piece.option()
    piece.walker.aside(BlockKind.FOOTNOTE, piece.argument() or "")


def _title(piece: LatexPiece, _name: str) -> None:
    piece.option()
    piece.walker.builder.title = piece.walker.plain(piece.argument() or "")
    piece.walker.heading(piece.walker.builder.title, 1)


def _bibliography(piece: LatexPiece, name: str) -> None:
    piece.walker.flush()
    piece.option()
    argument = piece.argument() if name == "bibliography" else ""
    if piece.walker.bibliography is not None:
        piece.walker.bibliography(argument or "")


def _nocite(piece: LatexPiece, _name: str) -> None:
    keys = KEY.findall(piece.argument() or "")
    listed = piece.walker.builder.attributes.setdefault("nocite", [])
    listed += [" ".join(key.split()) for key in keys]


def _quoted(piece: LatexPiece, name: str) -> None:
    piece.write(QUOTED[name][0])
    piece.walker.walk(piece.argument() or "")
    piece.write(QUOTED[name][1])


def _dropped(piece: LatexPiece, name: str) -> None:
    piece.skip_arguments(DROPPED_ARGUMENTS[name])


def _last_argument(piece: LatexPiece, name: str) -> None:
    piece.walker.walk(piece.skip_arguments(LAST_ARGUMENT[name]))


def _hyperlink(piece: LatexPiece, _name: str) -> None:
    target, start = piece.argument() or "", piece.walker.inline.length
    piece.walker.walk(piece.argument() or "")
    piece.walker.inline.mark(start, [target] if target.startswith("ref-") else [])


def _around(piece: LatexPiece, _name: str) -> None:
    r"""Print the arguments of ``\refs@around{before}{text}{after}`` where there is a text."""
    before, text, after = (piece.argument() or "" for _ in range(3))
    if piece.walker.plain(text):
        piece.walker.walk(before + text + after)


def _length(piece: LatexPiece, _name: str) -> None:
    if length := _LENGTH.match(piece.source, piece.position):
        piece.position = length.end()
    piece.write(" ")


def _superscript(piece: LatexPiece, _name: str) -> None:
    start = piece.walker.inline.length
    piece.walker.walk(piece.argument() or "")
    piece.walker.inline.superscript(min(start, piece.walker.inline.length))


def _nothing(piece: LatexPiece, _name: str) -> None:
    """Print nothing, and leave the blanks behind the name."""


def _verb(piece: LatexPiece, name: str) -> None:
    r"""Print ``\verb|…|`` or ``\lstinline{…}`` as it stands: what looks like a citation in it is none."""
    if name != "verb" and (options := _CODE_OPTIONS.match(piece.source, piece.position)):
        piece.position = options.end()
    mark = piece.source[piece.position : piece.position + 1]
    mark = "}" if mark == "{" and name != "verb" else mark
    end = piece.source.find(mark, piece.position + 1, piece.position + 500) if mark.strip() else -1
    if end >= 0 and "\n" not in piece.source[piece.position : end]:
        piece.write(piece.source[piece.position + 1 : end])
        piece.position = end + 1


def _csname(piece: LatexPiece, _name: str) -> None:
    r"""Step over TeX's ``\csname natexlab\endcsname``, of which nothing prints."""
    end = piece.source.find("\\endcsname", piece.position, piece.position + 200)
    piece.position = end + len("\\endcsname") if end >= 0 else piece.position


def _urldef(piece: LatexPiece, _name: str) -> None:
    """Define the macro of ``\\urldef\\tempurl\\url{…}``."""
    named = re.compile(r"\s{0,5}\\([A-Za-z@]{1,40})\s{0,5}\\url").match(piece.source, piece.position)
    if named is not None:
        piece.position = named.end()
        piece.walker.macros.table[named.group(1)] = Macro("\\url{" + (piece.argument() or "") + "}")


COMMANDS: dict[str, Command] = {
    **dict.fromkeys(_LENGTHS, _length),
    **dict.fromkeys(LAST_ARGUMENT, _last_argument),
    **dict.fromkeys(DROPPED_ARGUMENTS, _dropped),
    **dict.fromkeys(QUOTED, _quoted),
    **dict.fromkeys(_FOOTNOTES, _footnote),
    **dict.fromkeys(HEADINGS, _sectioning),
    **dict.fromkeys(VERBATIM, _print_as_it_stands),
    **dict.fromkeys(("bibliography", "printbibliography"), _bibliography),
    **dict.fromkeys(("verb", "lstinline", "mintinline"), _verb),
    **dict.fromkeys("expandafter ifx else fi relax endcsname ifdefined undefined".split(), _nothing),
    "begin": begin_environment,
    "caption": _caption,
    "csname": _csname,
    "end": end_environment,
    "hyperlink": _hyperlink,
    "item": _item,
    "nocite": _nocite,
    "refs@around": _around,
    "textsuperscript": _superscript,
    "title": _title,
    "urldef": _urldef,
}
"""What each command does; of two tables that hold one, the later says it."""
