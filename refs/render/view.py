"""What a template sees of an item: CSL's variables as ``item.container_title``, prepared for print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
    "medium note number number-of-pages number-of-volumes original-publisher original-publisher-place "
    "original-title page page-first part-number part-title PMCID PMID printing-number publisher "
    "publisher-place references reviewed-genre reviewed-title scale section source status "
    "supplement-number title title-short URL version volume volume-title year-suffix".split()
)
_NAMES = NAME_KEYS | {"editor-translator"}
_AS_GIVEN = frozenset("id type language DOI URL ISBN ISSN PMID PMCID page citation-key".split())
_OLD_NAMES = {"shortTitle": "title-short", "journalAbbreviation": "container-title-short"}
"""What older CSL-JSON calls a variable."""


class ItemView:
    """An item's variables as attributes: rich text, tuples of CSL names, dates.

    A variable that the item lacks is "", () or None; one that CSL does not know is an AttributeError.
    """

    def __init__(
        self, data: Mapping[str, Any], extra: Mapping[str, Any] | None = None, *, british_quotes: bool = False
    ) -> None:
        values = self.__dict__
        values["_data"] = data
        for key, value in data.items():
            found = _READERS.get(key)
            if found is not None and value is not None:
                name, read = found
                read_value = read(value)
                values[name] = british(read_value) if british_quotes and read is _text else read_value
        if values.get("archive") and values["archive"].lower() == "arxiv":
            _settle_arxiv(values)
        values.update(extra or {})

    @property
    def data(self) -> Mapping[str, Any]:
        """The record itself, as CSL-JSON has it."""
        return self.__dict__["_data"]  # type: ignore[no-any-return]

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"{name!r} is no CSL variable")


def _settle_arxiv(values: dict[str, Any]) -> None:
    """Say of a preprint on arXiv what styles print, its number, publisher and DOI; of other works nothing.

    A .bib has eprint, eprinttype and eprintclass, which are read as an archive; but arXiv publishes.
    """
    number = values.pop("archive_location", "")
    values.pop("archive")
    values.pop("archive_collection", "")
    if values.get("type") != "article" or values.get("container_title"):
        return
    values.setdefault("publisher", "arXiv")
    if number:
        values.setdefault("number", f"arXiv:{number}")
        if not values.get("URL"):
            values.setdefault("DOI", f"10.48550/arXiv.{number}")


def names_of(value: object) -> tuple[Mapping[str, Any], ...]:
    """Return the CSL names of a name variable that hold anything to print."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(name for name in value if isinstance(name, Mapping) and any(map(name.get, _SPOKEN)))


_SPOKEN = ("family", "literal", "given")


def _text(value: object) -> str:
    text = _first(value)
    return rich(text) if text else ""


def _as_given(value: object) -> str:
    return " ".join(_first(value).split())


def _first(value: object) -> str:
    """Return a text variable as text; of a list, which Crossref likes, its first element."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return _first(value[0]) if value else ""
    return "" if value is None or isinstance(value, Mapping) else str(value).strip()


_Reader = Callable[[Any], Any]
_READERS: dict[str, tuple[str, _Reader]] = {}
for _key in sorted(_TEXTS | _NAMES | DATE_KEYS):
    _name = _key.replace("-", "_")
    if _key in _NAMES:
        _READERS[_key] = (_name, names_of)
        setattr(ItemView, _name, ())
    elif _key in DATE_KEYS:
        _READERS[_key] = (_name, PartialDate.from_csl)
        setattr(ItemView, _name, None)
    else:
        _READERS[_key] = (_name, _as_given if _key in _AS_GIVEN else _text)
        setattr(ItemView, _name, "")
_READERS |= {old: _READERS[new] for old, new in _OLD_NAMES.items()}
del _READERS["abstract"], _READERS["annote"], _READERS["note"], _READERS["keyword"]  # no style prints them
