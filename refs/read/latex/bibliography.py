"""The printed list of a LaTeX document: ``thebibliography``, as it stands there or in a .bbl of BibTeX."""

from __future__ import annotations

import re

from refs.model import BlockKind, Position
from refs.read.latex.cursor import after_blanks
from refs.read.latex.macros import match_braces
from refs.read.latex.walk import LatexWalker

_BIBITEM = re.compile(r"\\(?:bibitem|harvarditem|bibitemdeclare@)(?![A-Za-z@])")
_KEY_LIMIT = 300


def add_thebibliography(walker: LatexWalker, source: str, *, heading: bool = True) -> None:
    r"""Add the entries of a ``thebibliography`` environment's inside as references labelled by key."""
    first = _BIBITEM.search(source)
    if first is None:
        return
    # NOTE: a .bbl defines macros in its head, on both sides of the beginning of the list.
    walker.plain(source[: first.start()].replace("\\begin{thebibliography}", ""))
    if heading:
        walker.builder.add(BlockKind.HEADING, "References", level=1)
    starts = [found.start() for found in _BIBITEM.finditer(source)]
    for start, end in zip(starts, [*starts, len(source)][1:], strict=True):
        key, printed, body = _split_bibitem(source[start:end])
        text = walker.plain(body)
        attributes: dict[str, object] = {"ids": (key,)} if key else {}
        if printed:
            attributes["printed_label"] = walker.plain(printed)
        walker.builder.add(
            BlockKind.REFERENCE, text, label=key, position=Position(element=key), attributes=attributes
        )


def _split_bibitem(source: str) -> tuple[str, str, str]:
    r"""Return key, printed label and text of one ``\bibitem``.

    >>> _split_bibitem("\\bibitem[{Neff(2003)}]{Neff2003}\nK. D. Neff.")
    ('Neff2003', '{Neff(2003)}', '\nK. D. Neff.')
    """
    matching = match_braces(source)
    place = _after_name(source)
    printed = ""
    while source[place : place + 1] == "[":
        close = place + 1
        while close < len(source) and source[close] != "]":
            close = matching.get(close, close) + 1
        if close >= len(source):
            break
        printed = source[place + 1 : close]
        place = after_blanks(source, close + 1)
    if source.startswith("\\harvarditem"):
        for _ in range(2):  # \harvarditem[short]{long}{year}{key}
            place = after_blanks(source, matching.get(place, place - 1) + 1)
    close = matching.get(place, -1)
    if not 0 <= close - place <= _KEY_LIMIT:
        return "", printed, source[place:]
    return source[place + 1 : close].strip(), printed, source[close + 1 :]


def _after_name(source: str) -> int:
    found = _BIBITEM.match(source)
    return after_blanks(source, found.end() if found else 0)
