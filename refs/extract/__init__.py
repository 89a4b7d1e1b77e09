"""An article's references and citations: what its lists hold and what its text points to.

::

    Article ─▶ lines ─▶ lists (its own, comments', further reading…) ─▶ entries ─▶ References
            ─▶ sentences ─▶ Citations, linked to the References
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from refs.extract.citations import extract_citations
from refs.extract.citations.in_text import body_text
from refs.extract.citations.keys import cited_keys
from refs.extract.columns import unfold_columns
from refs.extract.furniture import drop_furniture
from refs.extract.lines import Lines, article_lines
from refs.extract.lists_and_notes import (
    FEWEST,
    asides,
    cited_in_footnotes,
    goes_on_beyond,
    notes_behind,
    of_notes_alone,
)
from refs.extract.marked import cited_items, marked_references
from refs.extract.reference_list import FoundList, comment_lists, find_lists
from refs.model import Article, Reference

__all__ = ["extract_citations", "extract_references"]


def extract_references(article: Article) -> list[Reference]:
    """Return the references of all lists in an article, its own list first, each with its span and reason."""
    marked = marked_references(article)
    lines = article_lines(article)
    if article.format == "text":
        lines = drop_furniture(lines)
    if any(reference.list == "article" for reference in marked):
        lists = comment_lists(article, lines)
    else:
        lines = _in_reading_order(article, lines)
        lists = find_lists(article, lines)
        if goes_on_beyond(article, lists):
            lists = find_lists(article, _without_asides(article, lines))
        elif (notes := notes_behind(article, lists, lines)) and (under := of_notes_alone(lists, notes)):
            others = find_lists(article, _without(lines, notes))
            if any(found.name in under and len(found.entries) >= FEWEST for found in others):
                lists = others
        marked = cited_in_footnotes(article, lists, lines)
        lists = [found for found in lists if not marked or found.list != "article"]
    found = marked + [reference for found in lists for reference in _references(found)]
    if article.items and not any(reference.list == "article" for reference in found):
        keys = cited_keys(article, body_text(article, found))
        for key in article.attributes.get("nocite", ()):
            keys += [item.id for item in article.items] if key == "*" else [key]
        found += cited_items(article, keys)
    return sorted(found, key=lambda reference: reference.list != "article")


def _in_reading_order(article: Article, lines: Lines) -> Lines:
    """Return lines column by column, without the footnotes that stand between a list's pages."""
    if article.format == "text":
        return unfold_columns(lines)
    return _without_asides(article, lines) if article.format == "pdf" else lines


def _without_asides(article: Article, lines: Lines) -> Lines:
    spans = asides(article)
    return _without(lines, spans) if spans else lines


def _without(lines: Lines, spans: Sequence[tuple[int, int]]) -> Lines:
    """Return lines without those that begin in these stretches of the text."""
    starts = [lines.start(place) for place in range(len(lines))]
    places = [range(bisect_left(starts, start), bisect_left(starts, stop)) for start, stop in spans]
    return lines.without(chain.from_iterable(places))


def _references(found: FoundList) -> list[Reference]:
    return [
        Reference(
            entry.raw,
            (entry.start, entry.end),
            entry.label,
            found.list,
            "" if found.list == "article" else found.name,
            page=page,
            reason=found.reason,
        )
        for entry, page in zip(found.entries, found.pages, strict=True)
    ]
