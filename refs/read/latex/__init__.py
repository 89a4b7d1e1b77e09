"""LaTeX: the document with the files that it inputs, its citations by key, and its list or .bbl."""

from __future__ import annotations

import re
from pathlib import Path

from refs.errors import RefsError
from refs.model import Article, BlockKind, Item
from refs.read.assembly import ArticleBuilder
from refs.read.latex.bibliography import add_thebibliography
from refs.read.latex.commands import COMMANDS
from refs.read.latex.items import add_biblatex
from refs.read.latex.source import LatexSource, strip_comments
from refs.read.latex.walk import LatexWalker

_BEGIN = re.compile(r"\\begin[ \t]{0,3}\{document\}")
_LANGUAGE = re.compile(
    r"\\usepackage\[[^\]]{0,80}?(ngerman|german|french|spanish|italian|english)\]\{babel\}"
)
_LANGUAGES = {
    "ngerman": "de",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "english": "en",
}
_RESOURCE = re.compile(r"\\(?:bibliography|addbibresource)(?:\[[^\]\n]{0,80}\])?\{([^{}]{1,500})\}")
_SPLIT = re.compile(r"[\s,]+")


def read_latex(data: bytes, *, name: str, path: Path | None) -> Article:
    """Return the article that a LaTeX document holds, with the files beside it that belong to it.

    The list is the document's own ``thebibliography``, else the .bbl of its name (or the only one in
    the folder); without either, the entries of its .bib that it cites are ``article.items``.
    """
    source = LatexSource(path.parent if path is not None else None)
    text = source.load(data)
    builder = ArticleBuilder(name, "latex", warnings=source.warnings)
    walker = LatexWalker(builder, COMMANDS)
    begin = _BEGIN.search(text)
    head, body = (text[: begin.start()], text[begin.end() :]) if begin else ("", text)
    if found := _LANGUAGE.search(head):
        builder.language = _LANGUAGES[found.group(1)]
    listed = "\\begin{thebibliography}" in text or ("\\bibitem" in body and not begin)
    bbl = "" if listed else _find_bbl(source, path)
    if bbl:
        walker.bibliography = lambda _: _add_once(walker, bbl)
    walker.plain(head)  # for its macros and title
    walker.walk(body if begin or listed or "\\entry{" not in body else "")
    walker.flush()
    if bbl or not begin:
        _add_once(walker, bbl or ("" if "\\begin{thebibliography}" in text else body))
    if not any(block.kind is BlockKind.REFERENCE for block in builder.blocks):
        builder.items += _bibliographies(source, text)
    return builder.build()


def _bibliographies(source: LatexSource, text: str) -> list[Item]:
    """Return the items of the .bib files that a document names and that stand beside it."""
    from refs.formats import load

    items: list[Item] = []
    names = [name for found in _RESOURCE.findall(text) for name in _SPLIT.split(found.strip()) if name]
    for name in dict.fromkeys(names):
        path = source.find(name.removesuffix(".bib"), ".bib")
        if path is None:
            source.warnings.append(f"{name} is named in the document and not beside it")
            continue
        try:
            items += load(source.read(path), "bibtex")
        except RefsError as error:
            source.warnings.append(f"{path.name} cannot be read ({error})")
    return items


def _find_bbl(source: LatexSource, path: Path | None) -> str:
    """Return the text of the .bbl beside a document, "" if there is none."""
    if path is None:
        return ""
    own = source.find(path.stem, ".bbl")
    others = [] if own else sorted(path.parent.glob("*.bbl"))
    chosen = own or (others[0] if len(others) == 1 else None)
    return strip_comments(source.read(chosen)) if chosen is not None else ""


def _add_once(walker: LatexWalker, bbl: str) -> None:
    """Add the list of a .bbl, unless it is there already."""
    if any(block.kind is BlockKind.REFERENCE for block in walker.builder.blocks):
        return
    if "\\entry{" in bbl and "\\bibitem" not in bbl:
        add_biblatex(walker, bbl)
    elif bbl:
        inside = bbl.partition("\\end{thebibliography}")[0]
        add_thebibliography(walker, inside)
