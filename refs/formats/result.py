"""What a reader returns: the items it could read, and what it could not, with the line."""

from __future__ import annotations

from dataclasses import dataclass, field

from refs.model import Item


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a bibliography file that could not be read as it stands."""

    line: int
    """Line in the source, from 1; 0 where the format has no lines."""
    message: str
    """One sentence: what is wrong and what was done about it."""
    raw: str = ""
    """The stretch of the source it is about."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The items of a bibliography in file order, and the problems met on the way."""

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    attributes: dict[str, object] = field(default_factory=dict, hash=False)
    """What only one format knows: preambles, comments, groups."""
