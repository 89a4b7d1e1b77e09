"""What a template sees of an item: CSL's variables as ``item.container_title``, prepared when asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from refs.model.date import PartialDate
from refs.model.item import DATE_KEYS, NAME_KEYS
from refs.render.rich_text import british
from refs.render.typography import rich

_TEXTS = frozenset(
    "id type citation-key language abstract annote archive archive_collection archive_location archive-place "
    "authority call-number chapter-number citation-label citation-number collection-number collection-title "
    "collection-title-short container-title container-title-short dimensions division DOI edition event "
    "event-title event-place first-reference-note-number genre ISBN ISSN issue jurisdiction keyword locator "
    "medium note number number-of-pages number-of-volumes original-author original-publisher "
    "original-publisher-place original-title page page-first part-number part-title PMCID PMID "
    "printing-number publisher publisher-place references reviewed-genre reviewed-title scale section source "
    "status supplement-number title title-short URL version volume volume-title year-suffix".split()
)
_NAMES = NAME_KEYS | {"editor-translator"}
_KEYS = {key.replace("-", "_"): key for key in _TEXTS | _NAMES | DATE_KEYS}
VARIABLES = frozenset(_KEYS)
"""Every variable of CSL 1.0.2 by the name that templates use."""
_AS_GIVEN = frozenset("id type language DOI URL ISBN ISSN PMID PMCID page citation-key".split())
_OLD_NAMES = {"title-short": "shortTitle", "container-title-short": "journalAbbreviation"}


class ItemView:
    """An item's variables as attributes: rich text, tuples of CSL names, dates; "" where there is none.

    Nothing is prepared before a template asks for it, and nothing twice.
    """

    def __init__(
        self, data: Mapping[str, Any], extra: Mapping[str, Any] | None = None, *, british_quotes: bool = False
    ) -> None:
        self._data = data
        self._british = british_quotes
        self.__dict__.update(extra or {})

    def __getattr__(self, name: str) -> Any:
        key = _KEYS.get(name)
        if key is None:
            raise AttributeError(f"{name!r} is no CSL variable")
        value = self.__dict__[name] = self._prepared(key)
        return value

    def _prepared(self, key: str) -> Any:
        value = self._data.get(key)
        if value is None and key in _OLD_NAMES:
            value = self._data.get(_OLD_NAMES[key])
        if key in _NAMES:
            return names_of(value)
        if key in DATE_KEYS:
            return PartialDate.from_csl(value)
        if isinstance(value, list):
            value = value[0] if value else None
        if value is None or isinstance(value, Mapping | list):
            return ""
        text = str(value).strip()
        if key in _AS_GIVEN:
            return " ".join(text.split())
        return british(rich(text)) if self._british else rich(text)


def names_of(value: object) -> tuple[Mapping[str, Any], ...]:
    """Return the CSL names of a name variable that hold anything to print."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(
        n for n in value if isinstance(n, Mapping) and (n.get("family") or n.get("literal") or n.get("given"))
    )
