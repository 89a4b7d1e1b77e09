"""References (entries of an article's list) and citations (pointers to them in its text)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from refs.model.item import Item

Span = tuple[int, int]
"""Start and end, in characters of the article's text."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a list, as printed. ``raw`` is verbatim but for the list marker and line breaks.

    An entry that is hardly more than a link has the link's address behind it.
    """

    raw: str
    span: Span | None = None
    label: str = ""
    """The mark the article prints ("12", "Neff2003"), without brackets or points."""
    list: str = "article"
    """Which list it comes from: "article" (its own), "comment", "further-reading", "supplement", …"""
    list_name: str = ""
    """What tells that list from others of its kind: heading, or author of the comment."""
    item: Item | None = None
    page: int | None = None
    reason: str = ""
    """Why the list was taken to begin and end where it does."""

    def with_item(self, item: Item) -> Reference:
        """Return the same reference with its parsed item."""
        return replace(self, item=item)

    def to_json(self) -> dict[str, Any]:
        """Return the form that ``refs extract --json`` prints."""
        return {
            "raw": self.raw,
            "label": self.label or None,
            "list": self.list,
            "list_name": self.list_name or None,
            "span": list(self.span) if self.span else None,
            "page": self.page,
            "reason": self.reason or None,
            "item": self.item.to_csl() if self.item is not None else None,
        }


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer in the text to one or more references, by their index in the list of references."""

    text: str
    span: Span | None
    references: tuple[int, ...] = ()
    kind: str = "author-date"
    """"author-date", "numeric", "superscript", "key" or "note": people and title, without a year."""
    sentence: str = ""
    names: tuple[str, ...] = ()
    """Surnames as the text writes them (author-date)."""
    year: str = ""
    """Year with its suffix as the text writes it: "2003a", "n.d." (author-date)."""
    labels: tuple[str, ...] = ()
    """Numbers or keys, ranges expanded (numeric, superscript, key, note)."""
    narrative: bool = False
    """True for "Neff (2003)", False for "(Neff, 2003)"."""
    locator: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the form that ``refs extract --json`` prints."""
        return {
            "text": self.text,
            "span": list(self.span) if self.span else None,
            "references": list(self.references),
            "kind": self.kind,
            "labels": list(self.labels) or None,
            "sentence": self.sentence or None,
            "locator": self.locator or None,
        }
