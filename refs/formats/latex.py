r"""LaTeX text to Unicode: accents, symbols, simple formulas, face markup (``latex_writing`` is the way back).

Decoding follows CSL-JSON's rich text: ``\textit{x}`` becomes ``<i>x</i>``, ``$_2$`` becomes ``<sub>2</sub>``.
Nothing is dropped silently: a command that the table does not know stays as it is written.
"""

from __future__ import annotations

import re
import unicodedata

from refs.formats.latex_symbols import COMBINING, symbols

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
        read = symbols()[0]
        if word in _DECLARATIONS and not self.math:
            self._flush()
            self.frames.append(([], [_DECLARATIONS[word]]))
            self.frames[-1][1].append("declaration")
            self.pending.append([])
        elif (
            word in _FACES
            or (word in COMBINING and len(word) > 1)
            or (word in COMBINING and word not in read)
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
        if character in COMBINING and not (self.math and character in "."):
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


_MOST_ACCENTS = 30
"""So many accents a letter may bear (Unicode's Stream-Safe Text Format); more would cost ever more time."""


def _applied(command: str, text: str) -> str:
    """Return what a command makes of its argument: an accent, a face, or the command as it was written."""
    if command in COMBINING:
        base = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1]) or " "
        end = 1
        while end < min(len(text), _MOST_ACCENTS) and unicodedata.combining(text[end]):
            end += 1  # a second accent stands above the first
        return unicodedata.normalize("NFC", base + text[1:end] + COMBINING[command]) + text[end:]
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
    read = symbols()[0]
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
            elif single is not None and single not in COMBINING:
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
