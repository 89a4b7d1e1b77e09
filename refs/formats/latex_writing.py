r"""Unicode to LaTeX text: escapes, accents and symbols as commands, and what pdfLaTeX has to be told."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from refs.formats.latex_symbols import ACCENTS, symbols

_ESCAPES = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "{": r"\{", "}": r"\}", "\u00a0": "~",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}",
}  # fmt: skip
_ASCII_ESCAPES = {"–": "--", "—": "---", "<": r"\textless{}", ">": r"\textgreater{}"}
_UNSAFE = re.compile(r"[&%#_${}\u00a0~^\\]|-(?=-)|`(?=`)|'(?=')|[\x00-\x1f\x7f]")
_UNSAFE_ASCII = re.compile(
    r"[&%#_${}\u00a0~^\\<>]|[-–—](?=[-–—])|`(?=`)|'(?=')|[\x00-\x1f\x7f]"
    r"|[^\x00-\x7f][\u0300-\u036f]*|[A-Za-z][\u0300-\u036f]+"
)


def encode(text: str, *, ascii_only: bool) -> str:
    r"""Return plain text as LaTeX; with ``ascii_only`` letters beyond ASCII as commands where LaTeX has one.

    >>> encode("Gödel & Şahin: 50 %", ascii_only=True), encode("Gödel & Şahin", ascii_only=False)
    ('G{\\"o}del \\& {\\c{S}}ahin: 50 \\%', 'Gödel \\& Şahin')
    """
    unsafe, escape = (_UNSAFE_ASCII, _ascii_escape) if ascii_only else (_UNSAFE, _escape)
    if "{" not in text and "}" not in text:
        return unsafe.sub(escape, text)
    parts: list[str] = []
    start = 0
    for place in sorted(_lonely_braces(text)):
        parts.append(unsafe.sub(escape, text[start:place]))
        parts.append(r"\textbraceleft{}" if text[place] == "{" else r"\textbraceright{}")
        start = place + 1
    return "".join([*parts, unsafe.sub(escape, text[start:])])


def _lonely_braces(text: str) -> set[int]:
    """Return the places of braces that have no partner: BibTeX counts even escaped ones."""
    openings: list[int] = []
    lonely: set[int] = set()
    for place, character in enumerate(text):
        if character == "{":
            openings.append(place)
        elif character == "}" and openings:
            openings.pop()
        elif character == "}":
            lonely.add(place)
    return lonely | set(openings)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in "-`'":
        return character + "{}"
    return _ESCAPES.get(character, " ")


def _ascii_escape(match: re.Match[str]) -> str:
    character = match.group()
    if character in _ASCII_ESCAPES:
        is_dash = character in "–—" and match.string[match.end() : match.end() + 1] in ("-", "–", "—")
        return _ASCII_ESCAPES[character] + ("{}" if is_dash else "")
    if character in _ESCAPES or character in "-`'" or character < " " or character == "\x7f":
        return _escape(match)
    return _command_for(character)


@lru_cache(maxsize=4096)
def _command_for(character: str) -> str:
    """Return the command that prints a letter with its accents, or the letter itself if there is none."""
    write = symbols()[1]
    if character in write:
        return "{" + write[character] + "}"
    base, *marks = list(unicodedata.normalize("NFD", character))
    if not marks or base in "ıȷ" or any(mark not in ACCENTS for mark in marks):
        return character
    if not base.isascii():
        if base not in write:
            return character
        base = "{" + write[base] + "}"
    for mark in marks:
        accent = ACCENTS[mark]
        base = f"\\{accent}{{{base}}}" if accent.isalpha() or len(base) > 1 else f"\\{accent}{base}"
    return "{" + base + "}"


# Letters beyond U+017F that pdfLaTeX prints without help (t1enc.dfu, ts1enc.dfu, omsenc.dfu).
_KNOWN = frozenset("‌‐‑‒–—―‖‘’‚“”„†‡•‰‱‹›※‽⁄€№™℧℮←↑→↓◦♪ˇ˘˙˛˝ȘșȚțȷﬀﬁﬂﬃﬄ")
# Letters before that which it does not know.
_UNKNOWN = frozenset("ĦħĸĿŀŉŦŧſ")


def declarations(text: str) -> list[str]:
    r"""Return, for each letter of a .bib that pdfLaTeX may not know, a call that says how to print it.

    >>> declarations("α-helix, é")
    ['\\refsletter{α}{\\ensuremath{\\alpha}}']
    """
    return [
        f"\\refsletter{{{character}}}{{{_shown(character)}}}"
        for character in sorted({c for c in text if ord(c) > 0x17F or c in _UNKNOWN or "\x7f" < c < "\xa0"})
        if character not in _KNOWN
    ]


def _shown(character: str) -> str:
    """Return what pdfLaTeX prints for a letter its fonts lack: a formula, its plain form, or its number."""
    formulas = symbols()[2]
    plain = unicodedata.normalize("NFKD", character)
    if character in formulas:
        return f"\\ensuremath{{{formulas[character]}}}"
    if plain != character and plain.isascii():
        return encode(plain, ascii_only=True)
    return "" if unicodedata.category(character) in ("Mn", "Cf", "Cc") else f"[U+{ord(character):04X}]"
