"""Two works in one reference: the title of one, the place of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from refs.model import FieldEvidence, Work, fold, fold_compact
from refs.resolve.comparison.fields import compare_fields
from refs.resolve.comparison.locators import may_be_at_place
from refs.resolve.comparison.on_record import NumbersOnRecord
from refs.resolve.comparison.raw_text import Reading
from refs.resolve.query import Query

PLACE = ("container-title", "issued", "volume", "page")
FEW_WORDS, FEW_LETTERS = 4, 24
"""A title of fewer words or letters may be many works' title."""


def find_parts(
    query: Query,
    reading: Reading,
    titled: Work,
    evidence: Iterable[FieldEvidence],
    others: Iterable[Work],
) -> tuple[Work, ...]:
    """Return the work of a string's title and the one whose place it gives; () where that is not plain.

    Either the authors are those of the title and two parts of the place are another work's, by other people;
    or authors and place are both the other work's.

    Args:
        evidence: the fields of ``titled``, compared.
    """
    by_field = {e.field: e for e in evidence}
    title, author = by_field.get("title"), by_field.get("author")
    if title is None or author is None or not title.agrees or title.kind or not _is_telling(title.record):
        return ()
    lost = [field for field in PLACE if field in by_field and by_field[field].agrees is False]
    if len(lost) < 2 and author.kind != "replaced-all":
        return ()
    for other in others:
        if other.doi == titled.doi or fold_compact(other.title) == fold_compact(titled.title):
            continue
        if not may_be_at_place(reading.beside(other.doi).body, NumbersOnRecord.of(other)):
            continue
        theirs = {e.field: e for e in compare_fields(reading, other)}
        if not _is_its_place(theirs):
            continue
        signed = theirs["author"].agrees is True if "author" in theirs else False
        if author.agrees is True and not _is_signed(query, other):
            return titled, other
        if author.kind == "replaced-all" and signed:
            return titled, other
    return ()


def _is_telling(title: str) -> bool:
    words = fold(title).split()
    return len(words) >= FEW_WORDS and len("".join(words)) >= FEW_LETTERS


def _is_its_place(evidence: Mapping[str, FieldEvidence]) -> bool:
    """True where pages and two of container, year and volume are a work's, and none is another."""
    states = {field: evidence[field].agrees for field in PLACE if field in evidence}
    right = [field for field, agrees in states.items() if agrees]
    return len(right) >= 3 and "page" in right and False not in states.values()


def _is_signed(query: Query, work: Work) -> bool:
    """True where one of a work's people stands in a string."""
    return any(word in query.places for name in work.surnames() for word in fold(name).split()[-1:])
