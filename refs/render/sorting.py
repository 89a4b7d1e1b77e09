"""The order of a list: by author, date and title, letters compared without case and diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from refs.model.folding import fold
from refs.model.item import Item
from refs.model.patterns import pattern
from refs.render.names import initials, split_particle
from refs.render.rich_text import bare_text
from refs.render.style import Style
from refs.render.view import ItemView, names_of

SortKey = tuple[Any, ...]
_ARTICLE = pattern(r"(?:an?|the)\s+", re.I)
_APOSTROPHE = pattern("['’‘]")


def lead_names(item: Item | Mapping[str, Any], style: Style) -> tuple[Mapping[str, Any], ...]:
    """Return the names that an item is listed and cited under, () where its title stands for them."""
    for key in style.citation.lead:
        if names := names_of(item.get(key)):
            return names
    return ()


def sort_key(item: Item | Mapping[str, Any], style: Style, order: Sequence[str]) -> SortKey:
    """Return what an item is sorted by under these keys ("author", "date", "title")."""
    parts: dict[str, Any] = {}
    for name in order:
        parts[name] = _KEYS[name](item, style)
    return tuple(parts.values())


def sorted_items(items: Iterable[Item], style: Style) -> list[Item]:
    """Return items in the order of the style's list; equal ones, and all of a numbered list, as given."""
    order = style.bibliography.order
    return sorted(items, key=lambda item: sort_key(item, style, order)) if order else list(items)


def _author_key(item: Item | Mapping[str, Any], style: Style) -> SortKey:
    names = lead_names(item, style)
    if names:
        return tuple(_name_key(name, style) for name in names)
    return ((_letters(_ARTICLE.sub("", _title(item), count=1)), ""),)


def _name_key(name: Mapping[str, Any], style: Style) -> tuple[str, str]:
    family = str(name.get("family") or name.get("literal") or name.get("given") or "")
    particle = str(name.get("non-dropping-particle") or "")
    form = style.names.get("list")
    leads = form is None or form.particle == "leads"
    if name.get("family"):
        family = f"{particle} {family}".strip() if leads else split_particle(family)[1]
    if not name.get("family"):
        family = _ARTICLE.sub("", family, count=1)
    given = str(name.get("given") or "") if name.get("family") else ""
    given = initials(given) if form is not None and form.given == "initials" else given
    return _letters(family), fold(f"{given} {name.get('suffix') or ''}")


def _date_key(item: Item | Mapping[str, Any], style: Style) -> SortKey:
    """No date comes first, then by year, "in press" last; the day counts where the style prints it."""
    issued = ItemView(item).issued
    if issued is None:
        return (2 if item.get("status") else 0, ())
    parts = issued.start or (0,)
    return (1, parts if item.get("type") in style.types.get("dated", ()) else parts[:1])


def _title_key(item: Item | Mapping[str, Any], style: Style) -> SortKey:
    return (_letters(_ARTICLE.sub("", _title(item), count=1)), str(item.get("volume") or ""))


def _title(item: Item | Mapping[str, Any]) -> str:
    view = ItemView(item)
    return bare_text(view.title or view.container_title or view.genre).strip("“”‘’\"' ")


def _letters(text: str) -> str:
    return fold(_APOSTROPHE.sub("", text)).replace(" ", "") or text


_KEYS = {"author": _author_key, "date": _date_key, "title": _title_key}
