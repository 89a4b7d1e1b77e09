"""Items without the tags and entities that publishers leave in metadata, as other formats want them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from refs.model import Item
from refs.model.item import NAME_KEYS
from refs.model.markup import clean_markup, decode_entities

_VERBATIM = frozenset("id type DOI URL ISBN ISSN PMID PMCID custom note annote language".split())


def without_debris(item: Item) -> Item:
    """Return an item whose texts and names hold no entities, and no tags but CSL-JSON's for faces.

    Identifiers, addresses and notes stay as they are; an item that has nothing to clean comes back itself.

    >>> dirty = {"title": "The <jats:italic>lac</jats:italic> operon &amp;amp; its role", "URL": "http://a.org/?b&amp;c"}
    >>> dict(without_debris(Item(dirty)))
    {'title': 'The <i>lac</i> operon & its role', 'URL': 'http://a.org/?b&amp;c'}
    """
    cleaned = {
        key: clean
        for key, value in item.items()
        if key not in _VERBATIM and (clean := _clean(key, value)) != value
    }
    return item.with_fields(cleaned) if cleaned else item


def _clean(key: str, value: Any) -> Any:
    if isinstance(value, str):
        return clean_markup(value) or value if "&" in value or "<" in value else value
    if key in NAME_KEYS and isinstance(value, list):
        return [_clean_name(name) if isinstance(name, Mapping) else name for name in value]
    return value


def _clean_name(name: Mapping[str, Any]) -> dict[str, Any]:
    return {part: decode_entities(text) if isinstance(text, str) else text for part, text in name.items()}
