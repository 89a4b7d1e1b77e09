"""What begins and ends with an environment of LaTeX: lists, tables, code, the bibliography."""

from __future__ import annotations

import re

from refs.model import BlockKind
from refs.read.latex.bibliography import add_thebibliography
from refs.read.latex.items import add_amsrefs
from refs.read.latex.tables import CODE, ENVIRONMENT_ARGUMENTS, NO_TEXT
from refs.read.latex.walk import LatexPiece, LatexWalker

_CSL_TARGET = re.compile(
    r"\\leavevmode(?:\\vadjust\s{0,3}pre)?\s{0,3}\{?\\hypertarget\{([^{}]{1,200})\}\{\}\}?%?"
)
"""What pandoc puts before an entry."""
_REFERENCE_MARK = re.compile(r"\\reference(?![A-Za-z@])[ \t]{0,5}(?:\{([^{}\n]{0,200})\})?")
"""The mark of an entry in AASTeX's ``references`` environment; a key may follow."""
_NEAR = 500
"""Characters in which the first entry of such a list begins."""
_LISTS = frozenset("enumerate itemize description".split())
_TABLES = frozenset("tabular tabular* tabularx longtable supertabular tabulary xltabular".split())
_MATHS = ("equation", "align", "gather", "eqnarray", "multline", "displaymath", "math")
"""How the names of environments begin in which mathematics stands."""


def begin_environment(piece: LatexPiece, _name: str) -> None:
    """Do what ``\\begin{…}`` asks for; of an environment that is not known only the name is stepped over."""
    name = piece.argument() or ""
    walker = piece.walker
    walker.math = False
    piece.end_paragraph()
    if name in CODE or name in NO_TEXT:
        inside = piece.inside(name)
        if name in CODE and not walker.inside:
            walker.builder.add(BlockKind.CODE, inside.strip("\n"))
    elif name in ("thebibliography", "chapthebibliography"):
        piece.argument()
        _add_list(walker, piece.inside(name))
    elif name == "references" and _begins_list(piece):
        _add_list(walker, _REFERENCE_MARK.sub(r"\\bibitem{\1}", piece.inside(name)))
    elif name == "biblist":
        walker.heading("References", 1)
        add_amsrefs(walker, piece.inside(name))
    elif name == "CSLReferences":
        piece.argument(), piece.argument()
        listed = _CSL_TARGET.sub(r"\\bibitem{\1}", piece.inside(name))
        add_thebibliography(walker, listed, heading=False)
    elif name == "abstract":
        walker.heading("Abstract", 1)
    else:
        piece.skip_options()
        for _ in range(ENVIRONMENT_ARGUMENTS.get(name, 0)):
            piece.argument()
        walker.tables += name in _TABLES
        if name in _LISTS:
            walker.items.append(0 if name == "enumerate" else -1)
        walker.math = name.startswith(_MATHS)


def end_environment(piece: LatexPiece, _name: str) -> None:
    """Do what ``\\end{…}`` asks for."""
    name = piece.argument() or ""
    walker = piece.walker
    walker.math = False
    if name not in ("math", "small", "center"):
        piece.end_paragraph()
    if name in _TABLES:
        walker.tables = max(0, walker.tables - 1)
    if name in _LISTS:
        del walker.items[-1:]
    if name == "document":
        piece.position = len(piece.source)


def _begins_list(piece: LatexPiece) -> bool:
    """True where the mark of an entry follows soon."""
    near = piece.source[piece.position : piece.position + _NEAR]
    return "\\bibitem" in near or _REFERENCE_MARK.search(near) is not None


def _add_list(walker: LatexWalker, inside: str) -> None:
    walker.flush()
    add_thebibliography(walker, inside)
