"""What flows between the stages; no input or output happens here.

::

    Article ─▶ Reference, Citation ─▶ Item ─▶ Match (Item ↔ Work) ─▶ Finding
"""

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
)
from refs.model.name import Name
from refs.model.pages import PageRange
from refs.model.reference import Citation, Reference, Span
from refs.model.work import Update, Work, item_from_work

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
    "Work",
    "fold",
    "fold_compact",
    "item_from_work",
    "words",
]
