"""An item as a plain line of words, where no style is asked for."""

from __future__ import annotations

from refs.model.item import Item


def describe_item(item: Item) -> str:
    """Return an item as a line: names, year, title, container, publisher, DOI or address.

    >>> describe_item(Item({"author": [{"family": "Neff"}], "title": "Love", "volume": "2", "page": "85"}))
    'Neff. Love. 2, 85.'
    """
    names = ", ".join(str(name) for name in item.author or item.names("editor"))
    year = f"({item.issued.year})" if item.issued and item.issued.year else ""
    head = " ".join(part for part in (names, year) if part)
    numbers = " ".join(part for part in (item.volume, f"({item.issue})" if item.issue else "") if part)
    place = ", ".join(part for part in (item.container_title, numbers, item.page) if part)
    parts = [head, item.title, place, item.publisher, item.text("DOI") or item.url]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
