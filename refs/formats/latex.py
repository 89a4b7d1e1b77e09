r"""LaTeX text to Unicode and back: accents, symbols, simple formulas, face markup.

Decoding follows CSL-JSON's rich text: ``\textit{x}`` becomes ``<i>x</i>``, ``$_2$`` becomes ``<sub>2</sub>``.
Nothing is dropped silently: a command that the table does not know stays as it is written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib.resources import files

_SPECIAL = re.compile(r"[\\{}$~]|--|``|''")
_ONLY_BRACES = re.compile(r"(?!.*(?:[-`'][-`'{]|\}[-`']))[^\\{}$~]*(?:\{[^\\{}$~]*\}[^\\{}$~]*)*", re.S)
_UNTIDY = re.compile(r"[\t\r\n\f\v]|  ")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_TOKEN = re.compile(
    r"\\([A-Za-z]+)\*?[ \t\r\n]*"  # \textit, \alpha
    r"|\\([^A-Za-z])"  # \& \" \,
    r"|([{}$~])"
    r"|(---?|``|'')"
    r"|([^\\{}$~`'-]+|[-`'])"
    r"|(\\\Z)"
)
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "textcommabelow": "\u0326", "t": "\u0361",
}  # fmt: skip
_ACCENTS = {mark: command for command, mark in _COMBINING.items() if command not in ("t", "textcommabelow")}
_FACES = {
    "textit": "i", "emph": "i", "textsl": "i", "mathit": "i", "textbf": "b", "mathbf": "b",
    "textsubscript": "sub", "textsuperscript": "sup", "textsc": "sc",
}  # fmt: skip
_DECLARATIONS = {
    "it": "i", "em": "i", "itshape": "i", "sl": "i", "slshape": "i", "bf": "b", "bfseries": "b",
    "sc": "sc", "scshape": "sc", "rm": "", "sf": "", "tt": "", "normalfont": "", "upshape": "",
}  # fmt: skip
_TRANSPARENT = frozenset(
    "mbox hbox text textrm textsf texttt textup textmd textnormal mathrm mathsf mathtt ensuremath "
    "uppercase url "
    "nolinkurl path enquote protect bibinfo foreignlanguage nocase mathit operatorname boldsymbol".split()
)
_SKIPPED = frozenset({"noopsort", "relax", "bgroup", "egroup", "sortas"})
_SINGLE = {
    "\\": " ", " ": " ", "\n": " ", "\t": " ", "\r": " ", ",": "\u2009", ";": " ", ":": " ", "!": "", "-": "",
    "/": "", "@": "", "(": "", ")": "", "*": "",
}  # fmt: skip
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”"}
_TAGS = {
    "i": ("<i>", "</i>"), "b": ("<b>", "</b>"), "sub": ("<sub>", "</sub>"), "sup": ("<sup>", "</sup>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
}  # fmt: skip
_FORMULA = re.compile(r"[A-Za-z0-9+=<>(),.:;/*|!?'\[\] \t\n-]+")


@lru_cache(maxsize=1)
def _symbols() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return command → character, character → command to write, character → formula that prints it."""
    read: dict[str, str] = {}
    write: dict[str, str] = {}
    formulas: dict[str, str] = {}
    table = (files("refs.data.formats") / "latex_symbols.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("# "):
            continue
        character, command, kind = line.split("\t")
        read.setdefault(command[1:], character)
        if kind == "write":
            write.setdefault(character, command)
        elif kind == "math":
            formulas.setdefault(character, command)
    return read, write, formulas


def decode(text: str) -> str:
    r"""Return LaTeX text as Unicode with CSL-JSON's face markup; blanks and line breaks become one blank.

    >>> decode(r"{\'E}tude of {DNA} in \textit{E.~coli}: 5--10\,\% {\foo}")
    'Étude of DNA in <i>E.\xa0coli</i>: 5–10\u2009% \\foo'
    """
    if _SPECIAL.search(text) is None:
        return _tidy(text)
    if _ONLY_BRACES.fullmatch(text):  # "The {DNA} of {Bonn}": most titles
        return _tidy(text.replace("{", "").replace("}", ""))
    return _tidy(_Decoder(text).result())


def _tidy(text: str) -> str:
    """Return the text with runs of ASCII blanks as one; a no-break space stays."""
    if _UNTIDY.search(text) is None:
        return text.strip(" ")
    return _BLANKS.sub(" ", text).strip(" ")


class _Decoder:
    """One pass over the tokens with a stack of open groups; no recursion, so depth cannot hurt."""

    def __init__(self, text: str, *, math: bool = False) -> None:
        self.text = text
        self.math = math
        self.frames: list[tuple[list[str], list[str]]] = [([], [])]
        """Open groups: what they hold so far, and the faces that apply to their rest."""
        self.pending: list[list[str]] = [[]]
        """Per open group: commands that wait for their argument."""

    def result(self) -> str:
        position = 0
        while position < len(self.text):
            match = _TOKEN.match(self.text, position)
            assert match is not None, "the tokens cover every character"
            position = self._token(match)
        while len(self.frames) > 1:
            self._close(at_end=True)
        self._flush()
        return self._faced(self.frames[0])

    def _token(self, match: re.Match[str]) -> int:
        word, single, mark, ligature, plain, _ = match.groups()
        if plain is not None:
            self._plain(plain)
        elif word is not None:
            self._command(word, match)
        elif single is not None:
            self._single(single)
        elif mark == "{":
            self.frames.append(([], []))
            self.pending.append([])
        elif mark == "}":
            self._close()
        elif mark == "$":
            return self._formula(match.end())
        elif mark == "~":
            self._atom("\u00a0")
        elif ligature is not None:
            self._atom(ligature if self.math else _LIGATURES[ligature])
        else:
            self._atom("\\")
        return match.end()

    def _plain(self, text: str) -> None:
        if self.math and text == "-":
            text = "−"
        while self.pending[-1]:
            text = text.lstrip()
            if not text:
                return
            self._atom(text[0])
            text = text[1:]
        if text:
            self.frames[-1][0].append(text)

    def _command(self, word: str, match: re.Match[str]) -> None:
        read = _symbols()[0]
        if word in _DECLARATIONS and not self.math:
            self._flush()
            self.frames.append(([], [_DECLARATIONS[word]]))
            self.frames[-1][1].append("declaration")
            self.pending.append([])
        elif (
            word in _FACES
            or (word in _COMBINING and len(word) > 1)
            or (word in _COMBINING and word not in read)
        ):
            self.pending[-1].append(word)
        elif word in read:
            self._atom(read[word])
        elif word in _TRANSPARENT or word in _SKIPPED:
            if self.text[match.end() : match.end() + 1] == "{":
                self.pending[-1].append(word)
        elif self.text[match.end() : match.end() + 1] == "{":
            self.pending[-1].append("?" + word)
        else:
            self._atom("\\" + match.group().strip()[1:])

    def _single(self, character: str) -> None:
        if character in _COMBINING and not (self.math and character in "."):
            self.pending[-1].append(character)
        else:
            self._atom(_SINGLE.get(character, character))

    def _close(self, *, at_end: bool = False) -> None:
        """Close the innermost group, and the declarations ("{\\it …}") that end with it."""
        while len(self.frames) > 1:
            self._flush()
            text, faces = self.frames.pop()
            self.pending.pop()
            if faces[-1:] != ["declaration"]:
                self._atom(self._faced((text, faces)))
                return
            self.frames[-1][0].append(self._faced((text, faces[:-1])))
        if not at_end:
            self._atom("}")

    def _atom(self, text: str) -> None:
        """Add a unit of text, after the commands that wait for it have been applied to it."""
        waiting = self.pending[-1]
        while waiting:
            text = _applied(waiting.pop(), text)
        self.frames[-1][0].append(text)

    def _flush(self) -> None:
        if self.pending[-1]:
            self._atom("")

    def _formula(self, start: int) -> int:
        end = self.text.find("$", start)
        while end > 0 and self.text[end - 1] == "\\":
            end = self.text.find("$", end + 1)
        if end < 0 or self.math:
            self._atom("$")
            return start
        source = self.text[start:end]
        self._atom(_decode_formula(source) or f"${source}$")
        return end + 1

    @staticmethod
    def _faced(frame: tuple[list[str], list[str]]) -> str:
        text = "".join(frame[0])
        for face in frame[1]:
            if face in _TAGS and text:
                text = _TAGS[face][0] + text + _TAGS[face][1]
        return text


def _applied(command: str, text: str) -> str:
    """Return what a command makes of its argument: an accent, a face, or the command as it was written."""
    if command in _COMBINING:
        base = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1]) or " "
        return unicodedata.normalize("NFC", base + _COMBINING[command]) + text[1:]
    if command in _FACES:
        before, after = _TAGS[_FACES[command]]
        return before + text + after if text else ""
    if command in _SKIPPED:
        return ""
    return text if command in _TRANSPARENT else f"\\{command[1:]}{{{text}}}"


def _decode_formula(source: str) -> str:
    r"""Return a formula as text with <sub> and <sup>, "" if it holds more than that can say.

    >>> _decode_formula(r"\beta_{1}^{-5}"), _decode_formula(r"\frac{1}{2}")
    ('β<sub>1</sub><sup>−5</sup>', '')
    """
    read = _symbols()[0]
    parts: list[str] = []
    position = 0
    while position < len(source):
        if source[position] in "_^":
            tag = "sub" if source[position] == "_" else "sup"
            argument, position = _formula_argument(source, position + 1)
            inner = (
                _decode_formula(argument) if argument and "_" not in argument and "^" not in argument else ""
            )
            if not inner:
                return ""
            parts.append(f"<{tag}>{inner}</{tag}>")
        elif plain := _FORMULA.match(source, position):
            parts.append(plain.group().replace("-", "−"))
            position = plain.end()
        elif source[position] in "{}":
            position += 1
        elif command := re.compile(r"\\([A-Za-z]+)[ \t\n]*|\\([^A-Za-z])").match(source, position):
            name, single = command.groups()
            if name in read:
                parts.append(read[name])
            elif single is not None and single not in _COMBINING:
                parts.append(_SINGLE.get(single, single))
            elif name not in _TRANSPARENT and name not in ("rm", "it", "bf", "left", "right"):
                return ""
            position = command.end()
        elif ord(source[position]) > 127:
            parts.append(source[position])
            position += 1
        else:
            return ""
    return "".join(parts)


def _formula_argument(source: str, position: int) -> tuple[str, int]:
    """Return the argument of ``_`` or ``^`` and the place after it."""
    if source[position : position + 1] == "{":
        depth = 0
        for end in range(position, len(source)):
            depth += (source[end] == "{") - (source[end] == "}")
            if depth == 0:
                return source[position + 1 : end], end + 1
        return "", len(source)
    command = re.compile(r"\\[A-Za-z]+|.", re.S).match(source, position)
    return (command.group(), command.end()) if command else ("", len(source))


_ESCAPES = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "{": r"\{", "}": r"\}", "\u00a0": "~",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}",
}  # fmt: skip
_ASCII_ESCAPES = {"–": "--", "—": "---", "<": r"\textless{}", ">": r"\textgreater{}"}
_UNSAFE = re.compile(r"[&%#_${}\u00a0~^\\]|-(?=-)|`(?=`)|'(?=')|[\r\n\t]")
_UNSAFE_ASCII = re.compile(
    r"[&%#_${}\u00a0~^\\<>]|[-–—](?=[-–—])|`(?=`)|'(?=')|[\r\n\t]"
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
    lonely = _lonely_braces(text)
    parts: list[str] = []
    for place, character in enumerate(text):
        if place in lonely:
            parts.append("\0" if character == "{" else "\1")
        else:
            parts.append(character)
    safe = unsafe.sub(escape, "".join(parts))
    return safe.replace("\0", r"\textbraceleft{}").replace("\1", r"\textbraceright{}")


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
    if character in _ESCAPES or character in "-`'\r\n\t":
        return _escape(match)
    return _command_for(character)


@lru_cache(maxsize=4096)
def _command_for(character: str) -> str:
    """Return the command that prints a letter with its accents, or the letter itself if there is none."""
    write = _symbols()[1]
    if character in write:
        return "{" + write[character] + "}"
    base, *marks = list(unicodedata.normalize("NFD", character))
    if not marks or base in "ıȷ" or any(mark not in _ACCENTS for mark in marks):
        return character
    if not base.isascii():
        if base not in write:
            return character
        base = "{" + write[base] + "}"
    for mark in marks:
        accent = _ACCENTS[mark]
        base = f"\\{accent}{{{base}}}" if accent.isalpha() or len(base) > 1 else f"\\{accent}{base}"
    return "{" + base + "}"


# Letters beyond U+017F that pdfLaTeX prints without help (t1enc.dfu, ts1enc.dfu, omsenc.dfu).
_KNOWN = frozenset("‌‐‑‒–—―‖‘’‚“”„†‡•‰‱‹›※‽⁄€№™℧℮←↑→↓◦♪ˇ˘˙˛˝ȘșȚțȷﬀﬁﬂﬃﬄ")


def declarations(text: str) -> list[str]:
    r"""Return, for each letter of a .bib that pdfLaTeX may not know, a call that says how to print it.

    >>> declarations("α-helix, é")
    ['\\refsletter{α}{\\ensuremath{\\alpha}}']
    """
    return [
        f"\\refsletter{{{character}}}{{{_shown(character)}}}"
        for character in sorted(
            {c for c in text if (ord(c) > 0x7E and not c.isprintable()) or ord(c) > 0x17F}
        )
        if character not in _KNOWN
    ]


def _shown(character: str) -> str:
    """Return what pdfLaTeX prints for a letter its fonts lack: a formula, its plain form, or its number."""
    formulas = _symbols()[2]
    plain = unicodedata.normalize("NFKD", character)
    if character in formulas:
        return f"\\ensuremath{{{formulas[character]}}}"
    if plain != character and plain.isascii():
        return encode(plain, ascii_only=True)
    return "" if unicodedata.category(character) in ("Mn", "Cf", "Cc") else f"[U+{ord(character):04X}]"
