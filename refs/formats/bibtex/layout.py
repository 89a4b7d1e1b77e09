"""Items to the text of a .bib: bibtexparser's entries, laid out by a style that a user can copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from refs.formats.bibtex.blocks import MONTHS
from refs.formats.bibtex.fields import Dialect, fields_from_item
from refs.formats.citekeys import assign_keys
from refs.formats.latex_writing import declarations
from refs.model import Item

# How pdfLaTeX prints letters that its fonts lack; other engines and documents that know them are left alone.
_PREAMBLE = (
    '@preamble{ "\\providecommand{\\refsletter}[2]{\\ifcsname u8:\\detokenize{#1}\\endcsname\\else'
    "\\expandafter\\gdef\\csname u8:\\detokenize{#1}\\endcsname{#2}\\fi}"
)


def dump_bib(items: Iterable[Item], dialect: Dialect, *, style: str | Path) -> str:
    """Return the items as a .bib file, in their order, each under its key.

    Raises:
        StyleError: the style cannot be used.
    """
    items = list(items)
    entries = [
        dump_entry(item, key, dialect, style=style)
        for item, key in zip(items, assign_keys(items), strict=True)
    ]
    text = "\n".join(entries)
    calls = declarations(text) if dialect.ascii_only else []
    if not calls:
        return text
    return _PREAMBLE + "\n" + "\n".join(f"    {call}" for call in calls) + '" }\n\n' + text


def dump_entry(item: Item, key: str, dialect: Dialect, *, style: str | Path) -> str:
    """Return one entry of a .bib, ending in a line break."""
    entry_type, fields = fields_from_item(item, dialect)
    return layout_entry(
        entry_type, key, {name: enclosed(name, value) for name, value in fields.items()}, style
    )


def enclosed(name: str, value: str) -> str:
    """Return a field's value as it is written: a month macro bare, all else in braces.

    >>> enclosed("month", "sep"), enclosed("title", "{TeX} book")
    ('sep', '{{TeX} book}')
    """
    return value if name == "month" and value in MONTHS else f"{{{value}}}"


def layout_entry(entry_type: str, key: str, values: Mapping[str, str], style: str | Path) -> str:
    """Return an entry as a style lays it out; ``values`` carry their braces."""
    from bibtexparser.model import Entry, Field

    from refs.render.entry_layout import load_layout

    layout = load_layout(style)
    ranks = {name: rank for rank, name in enumerate(layout.order)}
    names = sorted(values, key=lambda name: ranks.get(name, len(ranks)))
    entry = Entry(entry_type, key, [Field(name, values[name]) for name in names])
    return layout.render({"entry": entry}).strip("\n") + "\n"
