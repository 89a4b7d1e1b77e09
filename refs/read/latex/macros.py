"""LaTeX macros that a document defines, expanded within bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib.resources import files

MAX_EXPANSIONS = 20_000
MAX_EXPANDED = 4_000_000

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?[ \t\n]{0,5}"
    r"|\\(?:long\\|global\\)?[egx]?def[ \t]{0,5}|\\let[ \t]{0,5}"
)
_NAME = re.compile(r"\{[ ]?\\([A-Za-z@]{1,60}|[^A-Za-z@])[ ]?\}|\\([A-Za-z@]{1,60}|[^A-Za-z@])")
_OPTION = re.compile(r"[ \t\n]{0,5}\[([^\[\]]{0,200})\]")
_PARAMETERS = re.compile(r"[ \t]{0,9}((?:#[1-9]){0,9})")
_COUNTS = frozenset("123456789")
"""How many arguments a macro may have."""
_SLOT = re.compile(r"#([1-9])")


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro's replacement text, its number of arguments, and the default of an optional first one."""

    body: str
    arguments: int = 0
    default: str | None = None

    def apply(self, values: list[str]) -> str:
        """Return the body with its arguments put in."""
        return _SLOT.sub(
            lambda slot: values[int(slot[1]) - 1] if int(slot[1]) <= len(values) else "", self.body
        )


def _known() -> dict[str, Macro]:
    """Return the macros of packages, from ``data/read/latex_macros.tsv``."""
    lines = files("refs.data").joinpath("read/latex_macros.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: Macro(body, int(count)) for name, count, body in rows}


KNOWN = _known()
"""Macros of packages that lists are written in; a document's own definitions go first."""


@dataclass(slots=True)
class Macros:
    """The macros of a document, and how much may still be expanded."""

    table: dict[str, Macro] = field(default_factory=KNOWN.copy)
    expansions: int = 0
    expanded: int = 0

    def may_expand(self, length: int) -> bool:
        """Return True, and count it, as long as the document stays within bounds."""
        self.expansions += 1
        self.expanded += length
        return self.expansions <= MAX_EXPANSIONS and self.expanded <= MAX_EXPANDED


def read_definition(
    text: str, position: int, matching: dict[int, int]
) -> tuple[str, Macro | None, int] | None:
    r"""Return name, macro and end of the definition at a position, None if there is none.

    ``matching`` holds for each opening brace where it closes. A ``\let`` or a form that is not
    understood gives no macro.

    >>> source = r"\newcommand{\arxiv}[1]{arXiv:#1} "
    >>> read_definition(source, 0, match_braces(source))
    ('arxiv', Macro(body='arXiv:#1', arguments=1, default=None), 32)
    """
    opening = _DEFINITION.match(text, position)
    if opening is None:
        return None
    named = _NAME.match(text, opening.end())
    if named is None:
        return "", None, opening.end()
    name, place = named.group(1) or named.group(2), named.end()
    if opening.group().startswith("\\let"):
        return name, None, place
    arguments, default = 0, None
    if "command" in opening.group().lower():
        options: list[str] = []
        while len(options) < 2 and (option := _OPTION.match(text, place)):
            options.append(option.group(1))
            place = option.end()
        if options and options[0].strip() in _COUNTS:
            arguments = int(options[0])
        default = options[1] if len(options) > 1 else None
    else:
        parameters = _PARAMETERS.match(text, place)
        assert parameters is not None  # the pattern matches nothing, too
        arguments, place = len(parameters.group(1)) // 2, parameters.end()
    while place < len(text) and text[place] in " \t\n":
        place += 1
    close = matching.get(place)
    if close is None:
        return name, None, place
    return name, Macro(text[place + 1 : close], arguments, default), close + 1


def match_braces(text: str) -> dict[int, int]:
    r"""Return for each opening brace the place of its closing one; escaped braces do not count.

    >>> match_braces(r"{a\}{b}}")
    {4: 6, 0: 7}
    """
    matching: dict[int, int] = {}
    stack: list[int] = []
    for found in _BRACE.finditer(text):
        if found.group() == "{":
            stack.append(found.start())
        elif found.group() == "}" and stack:
            matching[stack.pop()] = found.start()
    return matching


_BRACE = re.compile(r"\\.|[{}]", re.S)
