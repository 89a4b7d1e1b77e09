"""HTML: a list of entries with links, and classes that say what each part is."""

from __future__ import annotations

import html
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.render.rich_text import BOLD, ITALIC, SMALL_CAPS, SUB, SUP, Run, runs

_TAGS = {
    ITALIC: ("<i>", "</i>"),
    BOLD: ("<b>", "</b>"),
    SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    SUP: ("<sup>", "</sup>"),
    SUB: ("<sub>", "</sub>"),
}
_NOT_ID = pattern(r"[^\w.:-]+")


def write_rich(text: str) -> str:
    """Return rich text as HTML.

    >>> from refs.render.rich_text import link, wrap
    >>> write_rich(wrap("Q & A", "i") + " " + link("doi", "https://doi.org/10.1000/x"))
    '<i>Q &amp; A</i> <a href="https://doi.org/10.1000/x">doi</a>'
    """
    out: list[str] = []
    for piece in _grouped(runs(text)):
        inner = _faces(piece)
        if piece[0].link:
            inner = f'<a href="{html.escape(piece[0].link)}">{inner}</a>'
        if piece[0].part:
            inner = f'<span class="{html.escape(piece[0].part)}">{inner}</span>'
        out.append(inner)
    return "".join(out)


def write_entries(entries: Sequence[tuple[str, str, str]], *, hanging: bool = True) -> str:
    """Return a bibliography as an HTML fragment: a ``div`` with one ``div`` an entry."""
    lines = [f'<div class="references{" hanging" if hanging else ""}" role="list">']
    for key, label, text in entries:
        mark = f'<span class="csl-left-margin">{html.escape(label.strip())}</span> ' if label.strip() else ""
        anchor = html.escape(_NOT_ID.sub("-", key))
        lines.append(
            f'<div class="csl-entry" id="ref-{anchor}" role="listitem">{mark}{write_rich(text)}</div>'
        )
    return "\n".join([*lines, "</div>"]) + "\n"


_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>References</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1rem/1.5 serif; }}
.csl-entry {{ margin-bottom: .7em; overflow-wrap: break-word; }}
.hanging .csl-entry {{ padding-left: 2em; text-indent: -2em; }}
.csl-left-margin {{ display: inline-block; min-width: 1.7em; text-indent: 0; }}
sup, sub {{ line-height: 0; }}
</style>
</head>
<body>
{}</body>
</html>
"""


def whole_page(fragment: str) -> str:
    """Return a bibliography as a page that a browser shows as the style wants it."""
    return _PAGE.format(fragment)


def _grouped(items: Sequence[Run]) -> list[list[Run]]:
    """Return runs in groups that share part and link."""
    groups: list[list[Run]] = []
    for run in items:
        if groups and (groups[-1][0].part, groups[-1][0].link) == (run.part, run.link):
            groups[-1].append(run)
        else:
            groups.append([run])
    return groups


def _faces(group: Sequence[Run]) -> str:
    out: list[str] = []
    open_faces: list[int] = []
    for run in group:
        wanted = [face for face in _TAGS if run.face & face]
        keep = 0
        while keep < min(len(open_faces), len(wanted)) and open_faces[keep] == wanted[keep]:
            keep += 1
        out += [_TAGS[face][1] for face in reversed(open_faces[keep:])]
        out += [_TAGS[face][0] for face in wanted[keep:]]
        open_faces = wanted
        out.append(html.escape(run.text, quote=False))
    out += [_TAGS[face][1] for face in reversed(open_faces)]
    return "".join(out)
