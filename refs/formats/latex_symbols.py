"""Characters and the LaTeX commands that print them: accents, and the table in refs/data/formats."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "textcommabelow": "\u0326", "t": "\u0361",
}  # fmt: skip
"""Command → the combining mark it adds."""
ACCENTS = {mark: command for command, mark in COMBINING.items() if command not in ("t", "textcommabelow")}
"""Combining mark → the command to write."""


@lru_cache(maxsize=1)
def symbols() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
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
