"""A place in LaTeX source, and the arguments that come next."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\\[A-Za-z@]+\*?|\\.|\\\Z|[{}~$&^_#]|``|''|`|'|-{2,3}|\n[ \t]*\n\s*|[ \t\n]+", re.S)
"""A command, a sign with a meaning, a paragraph's end, or blanks."""
_OPTION_LIMIT = 2_000
_BLANKS_LIMIT = 100


def after_blanks(source: str, place: int) -> int:
    """Return the first place from ``place`` that holds no blank, a hundred further at most."""
    blanks = 0
    while place < len(source) and source[place] in " \t\n" and blanks < _BLANKS_LIMIT:
        place, blanks = place + 1, blanks + 1
    return place


@dataclass(slots=True)
class LatexCursor:
    """A position in a string of LaTeX; ``matching`` gives each brace the place of the one that closes it."""

    source: str
    matching: dict[int, int]
    position: int = 0

    def option(self) -> str | None:
        """Return the optional argument that comes next and step over it, None if there is none."""
        place = after_blanks(self.source, self.position)
        if self.source[place : place + 1] != "[":
            return None
        close = place + 1
        limit = self.source.rfind("]", close, place + _OPTION_LIMIT) + 1
        while close < limit and self.source[close] != "]":
            close = self.matching.get(close, close) + 1
        if close >= limit:
            return None
        self.position = close + 1
        return self.source[place + 1 : close]

    def group(self) -> str | None:
        """Return the group in braces that comes next and step over it, None if there is none."""
        place = after_blanks(self.source, self.position)
        close = self.matching.get(place)
        if close is None:
            return None
        self.position = close + 1
        return self.source[place + 1 : close]

    def argument(self, *, single: bool = False) -> str | None:
        """Return the group, command or character that comes next and step over it."""
        if (group := self.group()) is not None:
            return group
        place = after_blanks(self.source, self.position)
        following = TOKEN.match(self.source, place)
        if following is not None and following.group()[0] == "\\" and len(following.group()) > 1:
            self.position = following.end()
            return following.group()
        if single and place < len(self.source) and self.source[place] not in "{}\\":
            self.position = place + 1
            return self.source[place]
        return None

    def skip_blanks(self) -> None:
        """Step over the blanks that end a command's name."""
        place = after_blanks(self.source, self.position)
        if self.source.count("\n", self.position, place) < 2:
            self.position = place

    def skip_empty_group(self) -> None:
        """Step over the "{}" that ends a command's name."""
        if self.source[self.position : self.position + 2] == "{}":
            self.position += 2

    def skip_options(self) -> None:
        """Step over the optional arguments that come next."""
        while self.option() is not None:
            continue

    def skip_arguments(self, count: int) -> str:
        """Step over so many arguments, and options around them; return the last."""
        last = ""
        self.skip_options()
        for _ in range(count):
            last = self.argument() or ""
            self.skip_options()
        return last

    def inside(self, environment: str) -> str:
        """Return what stands in an environment that has begun, and step over it."""
        end = self.source.find(f"\\end{{{environment}}}", self.position)
        end = len(self.source) if end < 0 else end
        inside, self.position = self.source[self.position : end], end
        return inside
