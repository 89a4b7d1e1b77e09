"""BibTeX and BibLaTeX files to items and back. Reading knows both dialects at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from refs.formats.bibtex.blocks import BibBlock, entry_fields, split_blocks, string_values
from refs.formats.bibtex.fields import BIBLATEX, BIBTEX
from refs.formats.bibtex.groups import groups_of
from refs.formats.bibtex.items import item_from_fields
from refs.formats.bibtex.layout import dump_bib
from refs.formats.bibtex.types import CSL_TYPE
from refs.formats.result import LoadResult, Problem
from refs.model import Item


def read_bibtex(text: str) -> LoadResult:
    """Return the items of a .bib file; a broken block is a problem with its line, and the rest are read.

    >>> result = read_bibtex("@book{k, title = {The {TeX}book}, author = {Donald E. Knuth}, year = 1984}")
    >>> result.items[0].title, result.items[0].author[0].family, result.problems
    ('The TeXbook', 'Knuth', ())
    """
    blocks = split_blocks(text)
    items, problems = items_of_blocks(blocks)
    comments = [block.raw for block in blocks if block.kind == "comment"]
    preambles = [block.raw for block in blocks if block.kind == "preamble"]
    return LoadResult(tuple(items), tuple(problems), {"comments": comments, "preambles": preambles})


def items_of_blocks(
    blocks: list[BibBlock], context: Sequence[BibBlock] = ()
) -> tuple[list[Item], list[Problem]]:
    """Return the items of a file's entries, and every problem in the order of the lines.

    Args:
        context: further blocks of the same file, whose @strings, parents and groups hold here too.
    """
    whole = [*context, *blocks]
    strings = string_values(whole)
    by_key: dict[str, BibBlock] = {}
    for block in whole:
        if block.kind == "entry":
            by_key.setdefault(block.key.lower(), block)
    groups = groups_of(whole)
    items: list[Item] = []
    problems = [Problem(b.line, b.problem, b.raw) for b in blocks if b.problem and b.kind != "entry"]
    for block in blocks:
        if block.kind != "entry":
            continue
        fields, wrong = entry_fields(block, strings, by_key)
        problems += wrong
        if block.entry_type == "xdata":
            continue
        if block.entry_type not in CSL_TYPE:
            message = f"{block.key!r}: the type @{block.entry_type} is not known; read as a document"
            problems.append(Problem(block.line, message))
        item = item_from_fields(block.key, block.entry_type, fields)
        items.append(_with_groups(item, groups[block.key]) if block.key in groups else item)
    return items, sorted(problems, key=lambda problem: problem.line)


def _with_groups(item: Item, groups: list[str]) -> Item:
    custom = dict(item.get("custom") or {})
    custom["groups"] = list(dict.fromkeys([*custom.get("groups", []), *groups]))
    return item.with_fields({"custom": custom})


def dump_bibtex(items: Iterable[Item], *, style: str | Path = "bibtex") -> str:
    """Return the items as BibTeX: ASCII where LaTeX has commands, year and month, ``journal``."""
    return dump_bib(items, BIBTEX, style=style)


def dump_biblatex(items: Iterable[Item], *, style: str | Path = "biblatex") -> str:
    """Return the items as BibLaTeX: Unicode, ``date``, ``journaltitle``, biblatex's entry types."""
    return dump_bib(items, BIBLATEX, style=style)
