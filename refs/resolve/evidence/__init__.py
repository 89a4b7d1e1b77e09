"""The evidence that a string means a record: small functions, each a few numbers, joined into one row.

::

    title ─▶ container ─▶ authors (before the title) ─▶ numbers by part ─▶ kind ─▶ what is left unexplained
"""

from __future__ import annotations

from refs.resolve.evidence import authors, container, kind, numbers, rest, title
from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES: tuple[str, ...] = (
    *title.NAMES,
    *container.NAMES,
    *authors.NAMES,
    *numbers.NAMES,
    *kind.NAMES,
    *rest.NAMES,
)
"""The columns of a row of evidence, in order."""

__all__ = ["NAMES", "gather_evidence"]


def gather_evidence(query: Query, record: Record) -> tuple[float, ...]:
    """Return the row of evidence, one value for each of ``NAMES``.

    >>> from refs.model import Work
    >>> from refs.resolve.query import read_query
    >>> from refs.resolve.record import read_record
    >>> neff = {"DOI": "10.1/a", "title": ["Self-Compassion"], "author": [{"family": "Neff"}], "volume": "2"}
    >>> work = Work(neff)
    >>> row = gather_evidence(read_query("Neff K. Self-compassion. Self Ident 2003;2:85"), read_record(work))
    >>> row[NAMES.index("title_ratio")], row[NAMES.index("author_first")], row[NAMES.index("volume_state")]
    (1.0, 2.0, 4.0)
    """
    found_title = title.find_title(query, record.title)
    found_container = container.find_container(query, record, found_title)
    container_span = found_container.start, found_container.end
    if record.title not in record.containers and title.stands_within(
        query, record.title, found_title, *container_span
    ):
        found_title = title.NOWHERE
        found_container = container.find_container(query, record, found_title)
    span = (found_title.start, found_title.end) if found_title.ratio > 0.6 else (0, 0)
    head = head_end(query, found_title, found_container)
    return (
        *title.title_evidence(query, record, found_title),
        *container.container_evidence(query, record, found_title, found_container),
        *authors.author_evidence(query, record, head, span),
        *numbers.number_evidence(query, record),
        *kind.kind_evidence(query, record, found_title),
        *rest.rest_evidence(query, record, found_title, found_container),
    )


def head_end(query: Query, found_title: title.TitlePlace, found_container: container.ContainerPlace) -> int:
    """Return where the head, in which authors stand, ends: at title, container, or the first number."""
    if found_title.ratio > 0.6 and found_title.start > 0:
        return found_title.start
    if found_container.kind and found_container.start > 0:
        return found_container.start
    first_number = next((i for i, w in enumerate(query.words) if w[0].isdigit() and i > 1), len(query.words))
    return min(first_number, 14) if found_title.ratio <= 0.6 else len(query.words)
