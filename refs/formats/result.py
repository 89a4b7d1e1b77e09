"""What a reader returns: the items it could read, and what it could not, with the line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from refs.model import Item


class Problem(NamedTuple):
    """Something in a bibliography file that could not be read as it stands."""

    line: int
    """Line in the source, from 1; 0 where the format has no lines."""
    message: str
    """One sentence: what is wrong and what was done about it."""
    raw: str = ""
    """The stretch of the source it is about."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}" if self.line else self.message


class LoadResult(NamedTuple):
    """The items of a bibliography in file order, and the problems met on the way."""

    items: tuple[Item, ...] = ()
    problems: tuple[Problem, ...] = ()
    attributes: Mapping[str, object] = MappingProxyType({})
    """What only one format knows: preambles, comments, groups."""
