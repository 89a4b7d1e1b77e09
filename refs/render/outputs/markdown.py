"""Markdown (CommonMark, with HTML for what it lacks)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.render.rich_text import BOLD, ITALIC, SMALL_CAPS, SUB, SUP, Run, runs

_SPECIAL = pattern(r"([\\`*_\[\]<>])|(&)(?=[A-Za-z#])|(~~)")
_LINE_START = pattern(r"^([#+>-]|\d{1,9}[.)])(?=\s|$)")
_TAGS = {SUP: ("<sup>", "</sup>"), SUB: ("<sub>", "</sub>")} | {
    SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
}


def write_rich(text: str) -> str:
    """Return rich text as Markdown.

    >>> from refs.render.rich_text import wrap
    >>> write_rich(wrap("Nature", "i") + ", a*b")
    '*Nature*, a\\\\*b'
    """
    written = "".join(_run(run) for run in runs(text))
    return _LINE_START.sub(_escape_start, written)


def write_entries(entries: Sequence[tuple[str, str, str]], *, hanging: bool = True) -> str:
    """Return a bibliography as Markdown, an entry a paragraph."""
    return "\n".join(f"{write_rich(label + text)}\n" for _, label, text in entries)


def _run(run: Run) -> str:
    if run.link == run.text and run.link:
        return f"<{run.link}>"
    text = _SPECIAL.sub(lambda m: f"\\{m.group()}", run.text)
    for face, (opening, closing) in _TAGS.items():
        if run.face & face:
            text = f"{opening}{text}{closing}"
    for face, mark in ((ITALIC, "*"), (BOLD, "**")):
        if run.face & face:
            text = _emphasised(text, mark)
    return f"[{text}](<{run.link}>)" if run.link else text


def _emphasised(text: str, mark: str) -> str:
    """Return text in emphasis; blanks at its ends stay outside, or it would not count as such."""
    core = text.strip()
    if not core:
        return text
    head, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{head}{mark}{core}{mark}{tail}"


def _escape_start(match: re.Match[str]) -> str:
    start = match.group(1)
    return f"{start[:-1]}\\{start[-1]}"
