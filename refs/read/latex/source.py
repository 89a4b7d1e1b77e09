"""LaTeX source put together: comments taken out, ``\\input`` files put in, everything bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from refs.read.encoding import decode_text

MAX_FILES = 200
MAX_CHARACTERS = 20_000_000
MAX_DEPTH = 10

_INPUT = re.compile(
    r"\\(?:input|include|subfile|subimport|import)\b[ \t]{0,5}(\{[^{}\n]{1,200}\}){1,2}"
    r"|\\input[ \t]{1,5}(?P<bare>[\w./-]{1,200})"
)
_ARGUMENT = re.compile(r"\{([^{}\n]{1,200})\}")
_VERBATIM_ARGUMENT = re.compile(r"\\(?:url|href|path|nolinkurl)\s{0,3}\{[^{}]*$")
"""A link that is still open: a "%" in it is not a comment."""
_HIDDEN = (("\\iffalse", "\\fi"), ("\\begin{comment}", "\\end{comment}"))


@dataclass(slots=True)
class LatexSource:
    """The text of a document with its parts, and sentences about parts that are missing."""

    folder: Path | None
    warnings: list[str] = field(default_factory=list)
    files: int = 0
    characters: int = 0

    def load(self, data: bytes, declared: str = "") -> str:
        """Return a document's text without comments and with the files that it inputs."""
        text, note = decode_text(data, declared)
        if note:
            self.warnings.append(note)
        return self._with_inputs(strip_hidden(strip_comments(text)), 0)

    def _with_inputs(self, text: str, depth: int) -> str:
        if self.folder is None or depth >= MAX_DEPTH:
            return text

        def put_in(found: re.Match[str]) -> str:
            # NOTE: TeX's own form has no braces, "\\input chapter1".
            name = found["bare"] or "".join(_ARGUMENT.findall(found.group()))
            path = self.find(name, ".tex")
            if path is None:
                self.warnings.append(f"{name} is named in the document and not beside it")
                return " "
            return self._with_inputs(strip_hidden(strip_comments(self.read(path))), depth + 1)

        return _INPUT.sub(put_in, text)

    def find(self, name: str, suffix: str) -> Path | None:
        """Return the file of this name in the document's folder or below, None if there is none."""
        if self.folder is None:
            return None
        folder = self.folder.resolve()
        for candidate in (f"{name.strip()}{suffix}", name.strip()):
            try:
                path = (folder / candidate).resolve()
                if path.is_relative_to(folder) and path.is_file():
                    return path
            except (OSError, ValueError):  # NOTE: a name too long, or with a NUL in it
                return None
        return None

    def read(self, path: Path) -> str:
        """Return a file's text; "" with a warning where a limit is passed or it cannot be read."""
        self.files += 1
        try:
            size = path.stat().st_size
            if self.files > MAX_FILES or self.characters + size > MAX_CHARACTERS:
                self.warnings.append(
                    f"{path.name} was left out: the document has too many or too large parts"
                )
                return ""
            self.characters += size
            return decode_text(path.read_bytes())[0]
        except OSError as error:
            self.warnings.append(f"{path.name} cannot be read ({error.strerror})")
            return ""


def strip_comments(text: str) -> str:
    r"""Return LaTeX without comments; a line that ends in one goes on in the next.

    >>> strip_comments("50\\% of it%note\n  here")
    '50\\% of ithere'
    """
    if "%" not in text:
        return text
    kept: list[str] = []
    joined = False
    for line in text.split("\n"):
        body = line.lstrip(" \t") if joined and line.strip() else line
        cut = _comment_start(body)
        if joined and kept and line.strip():
            kept[-1] += body if cut < 0 else body[:cut]
        else:
            kept.append(body if cut < 0 else body[:cut])
        joined = cut >= 0 and (cut > 0 or joined)
        if cut == 0 and not joined:
            kept.pop()  # a line that is all comment is no line, and ends no paragraph
    return "\n".join(kept)


def _comment_start(line: str) -> int:
    """Return where a line's comment begins, -1 if it has none."""
    start = 0
    while (cut := line.find("%", start)) >= 0:
        slashes = len(line[:cut]) - len(line[:cut].rstrip("\\"))
        at_end = not line[cut + 1 :].strip()
        if slashes % 2 == 0 and (at_end or not _VERBATIM_ARGUMENT.search(line[max(0, cut - 500) : cut])):
            return cut
        start = cut + 1
    return -1


def strip_hidden(text: str) -> str:
    r"""Return LaTeX without ``\iffalse…\fi`` and ``comment`` environments.

    >>> strip_hidden("a\\iffalse b\\fi c")
    'a c'
    """
    for opening, closing in _HIDDEN:
        parts: list[str] = []
        position = 0
        while (start := text.find(opening, position)) >= 0:
            end = text.find(closing, start)
            if end < 0:
                break
            parts.append(text[position:start])
            position = end + len(closing)
        text = "".join([*parts, text[position:]])
    return text
