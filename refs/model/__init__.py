"""What flows between the stages; no input or output happens here.

::

    Article ─▶ Reference, Citation ─▶ Item ─▶ Match (Item ↔ Work) ─▶ Finding
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refs.model.article import Article, Block, BlockKind, Position
    from refs.model.check import CheckedArticle, CheckResult
    from refs.model.date import PartialDate
    from refs.model.finding import Finding, Fix, Severity
    from refs.model.folding import fold, fold_compact, words
    from refs.model.identifiers import ArxivId, Doi, Isbn, Pmid
    from refs.model.item import Item
    from refs.model.layout import LineLayout
    from refs.model.match import (
        Candidate,
        FieldEvidence,
        Match,
        Outcome,
        Source,
        SourceAnswer,
        Status,
        Venue,
    )
    from refs.model.name import Name
    from refs.model.pages import PageRange
    from refs.model.reference import Citation, Reference, Span
    from refs.model.work import Update, Work, item_from_work

_HOMES = {
    "article": ("Article", "Block", "BlockKind", "Position"),
    "check": ("CheckedArticle", "CheckResult"),
    "date": ("PartialDate",),
    "finding": ("Finding", "Fix", "Severity"),
    "folding": ("fold", "fold_compact", "words"),
    "identifiers": ("ArxivId", "Doi", "Isbn", "Pmid"),
    "item": ("Item",),
    "layout": ("LineLayout",),
    "match": ("Candidate", "FieldEvidence", "Match", "Outcome", "Source", "SourceAnswer", "Status", "Venue"),
    "name": ("Name",),
    "pages": ("PageRange",),
    "reference": ("Citation", "Reference", "Span"),
    "work": ("Update", "Work", "item_from_work"),
}
"""Where each name lives; a name is imported when it is first used, so that a command loads what it needs."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "ArxivId",
    "Block",
    "BlockKind",
    "Candidate",
    "CheckResult",
    "CheckedArticle",
    "Citation",
    "Doi",
    "FieldEvidence",
    "Finding",
    "Fix",
    "Isbn",
    "Item",
    "LineLayout",
    "Match",
    "Name",
    "Outcome",
    "PageRange",
    "PartialDate",
    "Pmid",
    "Position",
    "Reference",
    "Severity",
    "Source",
    "SourceAnswer",
    "Span",
    "Status",
    "Update",
    "Venue",
    "Work",
    "fold",
    "fold_compact",
    "item_from_work",
    "words",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'refs.model' has no attribute {name!r}")
    value = getattr(import_module(f"refs.model.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
