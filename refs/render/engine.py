"""An item and a style to rich text: what every output starts from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from refs.model.item import Item
from refs.model.patterns import pattern
from refs.render.rich_text import PART_CLOSE, PART_OPEN, PART_TEXT
from refs.render.style import Style
from refs.render.templates import Templates
from refs.render.view import ItemView

_AUTHOR = pattern(f"{PART_OPEN}author{PART_TEXT}([^{PART_CLOSE}]*){PART_CLOSE}")


def templates_of(style: Style) -> Templates:
    """Return a style's templates.

    Raises:
        ValueError: the style was not made by `load_style`.
    """
    if style.templates is None:
        raise ValueError(f"style {style.name!r} has no templates; make it with load_style")
    return style.templates


def view_of(
    item: Item | Mapping[str, Any], style: Style, *, sentence_case: bool = False, year_suffix: str = ""
) -> ItemView:
    """Return what templates see of an item."""
    data = item.data if isinstance(item, Item) else item
    view = ItemView(data, {"year_suffix": year_suffix}, british_quotes=style.quotes == "british")
    if sentence_case:
        from refs.render.sentence_case import lower_titles

        lower_titles(view)
    return view


def entry_text(view: ItemView, style: Style) -> str:
    """Return an entry of the list as rich text.

    Raises:
        StyleError: the style's template failed on the item.
    """
    if style.csl is not None:
        from refs.render.csl import csl_entry

        return csl_entry(view.data, style.csl)
    return templates_of(style).bibliography({"item": view})


def with_same_author(text: str, last: str, dash: str) -> tuple[str, str]:
    """Return an entry with a dash for its author if that is the last entry's, and its author.

    >>> from refs.render.rich_text import bare_text, part
    >>> entry = part("Smith, A.", "author") + " Things."
    >>> bare_text(with_same_author(entry, "Smith, A.", "———")[0])
    '———. Things.'
    """
    match = _AUTHOR.match(text) if dash else None
    if match is None:
        return text, ""
    author = match.group(1)
    if author != last:
        return text, author
    point = "." if author.endswith(".") else ""
    return f"{dash}{point}{text[match.end() :]}", author
