"""Rich Text Format, for word processors: pure ASCII, with hanging indents and live links."""

from __future__ import annotations

from collections.abc import Sequence

from refs.render.rich_text import BOLD, ITALIC, SMALL_CAPS, SUB, SUP, Run, runs

_FACES = {ITALIC: r"\i", BOLD: r"\b", SMALL_CAPS: r"\scaps", SUP: r"\super", SUB: r"\sub"}
_HEAD = r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman Times New Roman;}}\f0\fs24"
_HANGING = r"\fi-720\li720"


def write_rich(text: str) -> str:
    r"""Return rich text as a stretch of RTF, without a document round it.

    >>> from refs.render.rich_text import wrap
    >>> write_rich(wrap("Zürich", "i") + ", 12–15")
    '{\\i Z\\u252?rich}, 12\\u8211?15'
    """
    return "".join(_run(run) for run in runs(text))


def write_entries(entries: Sequence[tuple[str, str, str]], *, hanging: bool = True) -> str:
    """Return a bibliography as an RTF document, an entry a paragraph."""
    indent = _HANGING if hanging else ""
    paragraphs = [rf"{{\pard{indent}\sa120 {write_rich(label + text)}\par}}" for _, label, text in entries]
    return "\n".join([_HEAD, *paragraphs, "}"]) + "\n"


def _run(run: Run) -> str:
    text = "".join(_escaped(character) for character in run.text)
    faces = "".join(code for face, code in _FACES.items() if run.face & face)
    if faces:
        text = f"{{{faces} {text}}}"
    if run.link:
        address = "".join(_escaped(character) for character in run.link)
        return rf'{{\field{{\*\fldinst HYPERLINK "{address}"}}{{\fldrslt {text}}}}}'
    return text


def _escaped(character: str) -> str:
    """Return a character as RTF has it: code units above ASCII as ``\\uN?``, signed 16 bits."""
    if character in "\\{}":
        return f"\\{character}"
    if character.isascii():
        return character
    units = character.encode("utf-16-le")
    numbers = (int.from_bytes(units[n : n + 2], "little", signed=True) for n in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)
