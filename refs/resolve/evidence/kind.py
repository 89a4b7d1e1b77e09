"""Is the record the same kind of thing: the thesis and not the paper, the book and not its review?"""

from __future__ import annotations

from refs.resolve.evidence.title import TitlePlace
from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES = (
    "thesis_conflict", "notice_conflict", "review_conflict", "is_chapter", "is_book", "is_posted",
    "is_component", "container_is_title", "book_words", "notice_cited", "title_names_author",
)  # fmt: skip

_NOTICE = frozenset(
    "erratum errata corrigendum corrigenda correction corrections retraction retracted withdrawn addendum "
    "reply response rejoinder comment comments commentary expression".split()
)
_NOTICE_OF_ANOTHER = frozenset(
    "erratum errata corrigendum corrigenda correction corrections retraction addendum reply rejoinder "
    "comment comments".split()
)
"""Before a title these make a piece of its own of it: "Erratum to: …"."""
_PIECES = frozenset("evaluation review commentary response discussion critique".split())
_ABOUT = frozenset("for of to on".split())
"""Directly before a title, and behind a piece's name: "Review of …", "Evaluation for …"."""
_BEFORE_TITLE = 3
_HEAD_NAMES = 3
_REVIEW = frozenset("review reviews reviewed rezension recension compte besprechung".split())
_TYPES = {
    "is_chapter": frozenset({"book-chapter", "book-part", "book-section", "reference-entry", "book-track"}),
    "is_book": frozenset({"book", "monograph", "edited-book", "reference-book", "book-set", "proceedings"}),
    "is_posted": frozenset({"posted-content"}),
    "is_component": frozenset(
        {"component", "peer-review", "journal-issue", "journal", "journal-volume", "grant"}
    ),
}


def kind_evidence(query: Query, record: Record, title: TitlePlace) -> tuple[float, ...]:
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
        float(_is_notice_cited(query, record, title)),
        float(_names_author(query, record, title)),
    )


def _is_notice_cited(query: Query, record: Record, title: TitlePlace) -> bool:
    """True where a correction of the record, or a reply to it, is cited: "Erratum to: Gut feelings"."""
    if title.ratio <= 0.6:
        return False
    before = query.words[max(title.start - _BEFORE_TITLE, 0) : title.start + 1]
    if any(word in _NOTICE_OF_ANOTHER and word not in record.title for word in before):
        return True
    about = query.words[max(title.start - 2, 0) : title.start]
    return len(about) == 2 and about[0] in _PIECES and about[1] in _ABOUT


def _names_author(query: Query, record: Record, title: TitlePlace) -> bool:
    """True where the record's title names who is cited as author: it is about that author's work."""
    head = [word for word in query.words[: title.start] if len(word) > 3 and word.isalpha()][:_HEAD_NAMES]
    return title.ratio > 0.6 and any(w in record.title and w not in record.name_words for w in head)
