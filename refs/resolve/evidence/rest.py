"""What of the string the record leaves unexplained: the best argument that another work is meant."""

from __future__ import annotations

from refs.resolve.evidence.container import ContainerPlace
from refs.resolve.evidence.title import STOP, TitlePlace
from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES = (
    "words_unexplained",
    "words_unexplained_share",
    "words_after_title",
    "words_before_title",
    "words_printed",
)

_NEUTRAL = STOP | frozenset(
    "vol volume no number issue pp pages page eds ed edn edition press publisher publishers university "
    "journal int conf proc proceedings available online accessed retrieved epub print jan feb mar apr may "
    "jun jul aug sep oct nov dec january february march april june july august september october november "
    "december suppl et al and".split()
)


def rest_evidence(
    query: Query, record: Record, title: TitlePlace, container: ContainerPlace
) -> tuple[float, ...]:
    """Return the values of ``NAMES``; words in the title's and container's place count as explained."""
    known = set(record.title) | set(record.subtitle) | set(record.publisher)
    known.update(word for name in record.containers for word in name)
    known.update(word for person in (*record.authors, *record.editors) for word in person.words)
    has_title = title.ratio > 0.6
    total = before = after = 0
    for index, word in enumerate(query.words):
        if len(word) < 3 or word in _NEUTRAL or word[0].isdigit():
            continue
        total += 1
        if word in known or container.start <= index < container.end:
            continue
        if has_title and title.start <= index < title.end:
            continue
        if has_title and index >= title.end:
            after += 1
        else:
            before += 1
    return (
        float(min(before + after, 25)),
        (before + after) / total if total else 0.0,
        float(min(after, 15)),
        float(min(before, 15)),
        float(min(total, 50)),
    )
