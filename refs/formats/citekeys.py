"""Citekeys: unique, stable, made from first author, year and the title's first telling word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from refs.model import Item, fold_compact

# An id that a person or a program has given as a key: letters first, no "/" (a DOI), no blank.
_PINNED = re.compile(r"[A-Za-z][A-Za-z0-9_:.+-]*")
_STOP_WORDS = frozenset(
    "a an the and or of on in at by for to from with is are be as into does do how what when why "
    "der die das ein eine und von zur zum im am des dem den le la les un une des du de et en el los las "
    "una y "
    "il lo gli della het een van".split()
)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,80}>")


def base_key(item: Item) -> str:
    """Return the key an item would have if it stood alone.

    >>> base_key(Item({"author": [{"family": "Neff", "given": "Kristin"}], "issued": {"date-parts": [[2003]]},
    ...                "title": "Self-Compassion: An alternative conceptualization"}))
    'neff2003selfcompassion'
    """
    people = item.author or item.editor or item.names("translator")
    name = _ascii(people[0].surname if people and not people[0].is_organisation else _organisation(item))
    issued = item.issued
    year = str(abs(issued.year)) if issued is not None and issued.year is not None else "nd"
    words = _MARKUP.sub("", item.title).replace("/", " ").split()
    telling = (w for w in words if fold_compact(w) not in _STOP_WORDS and _ascii(w))
    word = _ascii(next(telling, words[0] if words else ""))
    if not (name or word):
        return f"{item.type.replace('_', '-') or 'item'}{year}"
    return f"{name}{year}{word[:40]}" if name else f"{word[:40]}{year}"


def _organisation(item: Item) -> str:
    """Return the first words of an organisation that stands as author, "" if there is none."""
    people = item.author or item.editor
    return " ".join(people[0].literal.split()[:2]) if people else ""


def _ascii(text: str) -> str:
    """Return the folded letters and digits of a text that a citekey may hold."""
    return re.sub(r"[^a-z0-9]", "", fold_compact(text))


def pinned_key(item: Item) -> str:
    """Return the item's id if it is a citekey already, else "": DOIs, numbers and URLs are not."""
    return item.id if _PINNED.fullmatch(item.id) else ""


def assign_keys(items: Iterable[Item], taken: Iterable[str] = ()) -> list[str]:
    """Return a key for each item, unique without regard to case; pinned keys stay, later doubles get letters.

    >>> assign_keys([Item({"title": "TeX"}), Item({"title": "TeX"}), Item({"id": "knuth84"})])
    ['texnd', 'texnda', 'knuth84']
    """
    items = list(items)
    used = {key.lower() for key in taken}
    keys: list[str] = [""] * len(items)
    for place, item in enumerate(items):
        pinned = pinned_key(item)
        if pinned and pinned.lower() not in used:
            keys[place] = pinned
            used.add(pinned.lower())
    for place, item in enumerate(items):
        if not keys[place]:
            keys[place] = unique_key(pinned_key(item) or base_key(item), used)
            used.add(keys[place].lower())
    return keys


def unique_key(key: str, used: set[str]) -> str:
    """Return the key, with the first free letters behind it where it is taken (``used`` is in lower case)."""
    candidate, number = key, 0
    while candidate.lower() in used:
        number += 1
        candidate = key + _letters(number)
    return candidate


def _letters(number: int) -> str:
    """Return 1 → "a", 26 → "z", 27 → "aa"."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
