"""Is the record the same kind of thing: the thesis and not the paper, the book and not its review?"""

from __future__ import annotations

from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES = (
    "thesis_conflict", "notice_conflict", "review_conflict", "is_chapter", "is_book", "is_posted",
    "is_component", "container_is_title", "book_words",
)  # fmt: skip

_NOTICE = frozenset(
    "erratum errata corrigendum corrigenda correction corrections retraction retracted withdrawn addendum "
    "reply response rejoinder comment comments commentary expression".split()
)
_REVIEW = frozenset("review reviews reviewed rezension recension compte besprechung".split())
_TYPES = {
    "is_chapter": frozenset({"book-chapter", "book-part", "book-section", "reference-entry", "book-track"}),
    "is_book": frozenset({"book", "monograph", "edited-book", "reference-book", "book-set", "proceedings"}),
    "is_posted": frozenset({"posted-content"}),
    "is_component": frozenset(
        {"component", "peer-review", "journal-issue", "journal", "journal-volume", "grant"}
    ),
}


def kind_evidence(query: Query, record: Record) -> tuple[float, ...]:
    """Return the values of ``NAMES``: conflicts are 1 where only one side is of that kind."""
    head = frozenset(record.title[:4])
    words = query.places
    notice = any(w in head for w in _NOTICE) and not any(w in words for w in _NOTICE & head)
    reviews = head & _REVIEW or ("book" in record.title and "review" in record.title)
    review = bool(reviews) and not any(w in words for w in _REVIEW)
    return (
        float(query.names_thesis and record.type != "dissertation"),
        float(notice),
        float(review),
        *(float(record.type in kinds) for kinds in _TYPES.values()),
        float(bool(record.containers) and record.title == record.containers[0]),
        float(query.names_publisher),
    )
