"""An article's references and citations: what its lists hold and what its text points to.

::

    Article ─▶ lines ─▶ lists (its own, comments', further reading…) ─▶ entries ─▶ References
            ─▶ sentences ─▶ Citations, linked to the References
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain

from refs.extract.citations import body_text, find_citations
from refs.extract.column_citations import citations_in_columns
from refs.extract.columns import unfold_columns
from refs.extract.entries import Entry
from refs.extract.footnotes import footnote_references
from refs.extract.furniture import drop_furniture
from refs.extract.key_citations import cited_keys
from refs.extract.lines import Lines, article_lines
from refs.extract.marked import cited_items, marked_references
from refs.extract.notes_in_text import text_footnotes
from refs.extract.reference_list import FoundList, comment_lists, find_lists
from refs.model import Article, BlockKind, Citation, Reference

__all__ = ["extract_citations", "extract_references"]

_MOST = 0.8
"""Share of the entries of a list that are notes where it is made of notes."""
_FAR = 150
"""Characters between a heading and the first number of its list in which other entries may stand."""
_FEWEST = 3
"""Entries outside of notes that make a list, whatever notes follow it."""


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
        if _goes_on_beyond(article, lists):
            lists = find_lists(article, _without_asides(article, lines))
        elif (notes := _notes_behind(article, lists, lines)) and (under := _of_notes_alone(lists, notes)):
            others = find_lists(article, _without(lines, notes))
            if any(found.name in under and len(found.entries) >= _FEWEST for found in others):
                lists = others
        marked = _cited_in_footnotes(article, lists, lines)
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
    asides = _asides(article)
    return _without(lines, asides) if asides else lines


def _without(lines: Lines, spans: Sequence[tuple[int, int]]) -> Lines:
    """Return lines without those that begin in these stretches of the text."""
    starts = [lines.start(place) for place in range(len(lines))]
    places = [range(bisect_left(starts, start), bisect_left(starts, stop)) for start, stop in spans]
    return lines.without(chain.from_iterable(places))


def _asides(article: Article) -> list[tuple[int, int]]:
    """Return where notes and tables stand, as far as the source marks them."""
    kinds = (BlockKind.FOOTNOTE,) if article.format == "pdf" else (BlockKind.FOOTNOTE, BlockKind.TABLE)
    return [
        (block.start, block.end)
        for block in article.marked_blocks
        if block.kind in kinds or block.attributes.get("note")
    ]


def _goes_on_beyond(article: Article, lists: Sequence[FoundList]) -> bool:
    """Return True where a list under a heading is followed by notes or a table, taken for more of it.

    Where most entries stand in notes or in a table themselves, these are the list.
    """
    notes = _asides(article)
    starts = [start for start, _ in notes]
    for found in lists if notes else ():
        places = [bisect_right(starts, entry.start) - 1 for entry in found.entries]
        inside = sum(
            at >= 0 and entry.start < notes[at][1] for at, entry in zip(places, found.entries, strict=True)
        )
        others = len(found.entries) - inside
        if found.list == "article" and found.name and inside and others >= max(_FEWEST, inside / 2):
            return True
    return False


def _notes_behind(article: Article, lists: Sequence[FoundList], lines: Lines) -> list[tuple[int, int]]:
    """Return where notes stand that may have been taken for the list before them.

    In a text they are looked for where a numbered list begins far behind its heading.
    """
    if notes := [(b.start, b.end) for b in article.marked_blocks if b.attributes.get("note")]:
        return notes
    is_far = any(
        found.list == "article"
        and found.name
        and found.entries[0].label == "1"
        and found.entries[0].start - article.text.rfind(found.name, 0, found.entries[0].start) > _FAR
        for found in lists
    )
    if article.format not in ("text", "pdf") or not is_far:
        return []
    told = text_footnotes(article.text, lines)
    return [(article.text.rfind("\n", 0, note.start) + 1, note.end) for note in told]


def _of_notes_alone(lists: Sequence[FoundList], notes: Sequence[tuple[int, int]]) -> set[str]:
    """Return the headings of lists that are notes and nothing else: notes may follow the list itself."""
    starts = [start for start, _ in notes]
    return {
        found.name
        for found in lists
        if found.list == "article"
        and found.name
        and sum(
            (at := bisect_right(starts, entry.start) - 1) >= 0 and entry.start < notes[at][1]
            for entry in found.entries
        )
        >= _MOST * len(found.entries)
    }


def _cited_in_footnotes(article: Article, lists: Sequence[FoundList], lines: Lines) -> list[Reference]:
    """Return the works that footnotes cite, if they are the article's references: no list under a heading."""
    own = [found for found in lists if found.list == "article"]
    if any(found.name for found in own):
        return []
    notes = text_footnotes(article.text, lines) if article.format == "text" else article.blocks
    cited = footnote_references(article, notes)
    # NOTE: Markdown marks its notes; elsewhere they are told by size and place, and two may be a mistake.
    fewest = 1 if article.format == "markdown" else 3
    entries = [entry for found in own for entry in found.entries]
    if article.format == "text" and len(cited) <= len(entries) and _same(cited, entries):
        return []
    return cited if len(cited) >= fewest and len(cited) > sum(len(f.entries) for f in own) / 2 else []


def _same(cited: Sequence[Reference], entries: Sequence[Entry]) -> bool:
    """Return True for works cited in notes that are the entries of a list."""
    ends = {entry.start: entry.end for entry in entries}
    starts = sorted(ends)
    return all(
        note.span is not None
        and (at := bisect_right(starts, note.span[0]) - 1) >= 0
        and note.span[0] < ends[starts[at]]
        for note in cited
    )


def extract_citations(article: Article, references: Sequence[Reference]) -> list[Citation]:
    """Return the citations in an article's text, linked to its references by their index."""
    found = citations_in_columns(article, references) if article.format == "text" else None
    return find_citations(article, references) if found is None else found


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
