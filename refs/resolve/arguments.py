"""The evidence for a work as a person would argue it, a clause each."""

from __future__ import annotations

from collections.abc import Iterator

from refs.resolve.evidence.numbers import AGREES, BARE, CONFLICT, OTHER_PART, SLIPPED
from refs.resolve.scoring import Weighed

_ROLES = {"volume_state": "volume", "issue_state": "issue", "page_state": "first page"}


def argue(weighed: Weighed) -> tuple[str, ...]:
    """Return what speaks for and against a work, strongest matters first."""
    parts = (_title, _authors, _container, _numbers, _against)
    return tuple(clause for part in parts for clause in part(weighed))


def _title(w: Weighed) -> Iterator[str]:
    ratio, words = w.value("title_ratio"), w.value("title_words")
    if ratio < 0:
        yield "no title on record"
    elif ratio >= 0.999:
        yield "title stands in the string word for word" + (" (but is very short)" if words < 3 else "")
    elif ratio > 0.6:
        yield f"title stands in the string, {ratio:.0%} of its letters alike"
    else:
        yield "title does not stand in the string as a whole"
    if ratio > 0.6 and w.value("title_distinct_missing") + w.value("title_distinct_extra") > 0:
        yield "a number, part or language in the title differs"


def _authors(w: Weighed) -> Iterator[str]:
    known, found = w.value("authors_known"), w.value("authors_found")
    if not known:
        yield "no author on record"
        return
    first = w.record.authors[0].words if w.record.authors else ()
    name = " ".join(first).title()
    yield f"first author {name} {'is' if w.value('author_first') > 0 else 'is not'} in the string"
    if known > 1:
        yield f"{found:.0f} of {min(known, len(w.record.authors)):.0f} authors found"
    if w.value("initials_conflict") > 0:
        yield "initials differ"


def _container(w: Weighed) -> Iterator[str]:
    score, kind = w.value("container_score"), w.value("container_kind")
    if score >= 0:
        forms = {3: "in full", 2: "abbreviated", 1: "as a short form"}
        found = f"stands in the string {forms.get(int(kind), '')}" if score > 0.5 else "is not in the string"
        yield f"container {found}".strip()


def _numbers(w: Weighed) -> Iterator[str]:
    year, off = w.value("year_state"), w.value("year_off")
    if year >= BARE:
        yield "year agrees" if off == 0 else "year is off by one"
    elif year == CONFLICT:
        yield f"year is off by {off:.0f}"
    for column, word in _ROLES.items():
        state = w.value(column)
        if column == "issue_state" and state == BARE and w.record.issue == w.record.volume:
            continue  # NOTE: "2, 85-101": the one number is the volume
        if state in (AGREES, BARE):
            yield f"{word} agrees"
        elif state == SLIPPED:
            yield f"{word} agrees but for a slip"
        elif state == OTHER_PART:
            yield f"{word} stands in another place"
        elif state == CONFLICT:
            yield f"{word} differs"


def _against(w: Weighed) -> Iterator[str]:
    if w.value("thesis_conflict"):
        yield "the string names a thesis, the record is none"
    if w.value("notice_conflict"):
        yield "the record is a correction, reply or comment"
    if w.value("review_conflict"):
        yield "the record is a review"
    if (count := w.value("numbers_unexplained")) > 0:
        yield f"{count:.0f} number{'s' * (count > 1)} in the string left unexplained"
