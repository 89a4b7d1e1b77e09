"""LaTeX: a ``thebibliography`` that any engine with UTF-8 input takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.render.rich_text import BOLD, ITALIC, SMALL_CAPS, SUB, SUP, Run, runs

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "…": r"\ldots{}",
    "\u00a0": "~",
} | {c: f"\\{c}" for c in "&%$#_{}"}
_SPECIAL = pattern("[" + re.escape("".join(_ESCAPES)) + "]")
_URL_SPECIAL = pattern(r"[%#\\{}]")
_FACES = (
    (SUB, r"\textsubscript{"),
    (SUP, r"\textsuperscript{"),
    (SMALL_CAPS, r"\textsc{"),
    (BOLD, r"\textbf{"),
    (ITALIC, r"\textit{"),
)
_NOT_KEY = pattern(r"[\\{},%#~\s]+")


def write_rich(text: str) -> str:
    r"""Return rich text as LaTeX.

    >>> from refs.render.rich_text import wrap
    >>> write_rich(wrap("Science & Society", "i") + ", 12–15")
    '\\textit{Science \\& Society}, 12--15'
    """
    return "".join(_run(run) for run in runs(text))


def write_entries(entries: Sequence[tuple[str, str, str]], *, hanging: bool = True) -> str:
    """Return a bibliography as a ``thebibliography`` environment; needs hyperref for links."""
    lines = [f"\\begin{{thebibliography}}{{{'9' * len(str(len(entries)))}}}"]
    for key, label, text in entries:
        mark = "" if label.strip() else "[]"
        lines += ["", f"\\bibitem{mark}{{{_NOT_KEY.sub('-', key)}}}", write_rich(text)]
    return "\n".join([*lines, "", "\\end{thebibliography}"]) + "\n"


def _run(run: Run) -> str:
    text = _SPECIAL.sub(lambda m: _ESCAPES[m.group()], run.text)
    for face, opening in _FACES:
        if run.face & face:
            text = f"{opening}{text}}}"
    if run.link:
        address = _URL_SPECIAL.sub(lambda m: f"\\{m.group()}", run.link)
        return f"\\href{{{address}}}{{{text}}}"
    return text
