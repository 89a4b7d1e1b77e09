"""Notes and tables beside a list: taken for more of it, standing behind it, or the list themselves."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from refs.extract.entries import Entry
from refs.extract.footnotes import footnote_references
from refs.extract.lines import Lines
from refs.extract.notes_in_text import text_footnotes
from refs.extract.reference_list import FoundList
from refs.model import Article, BlockKind, Reference

_MOST = 0.8
"""Share of the entries of a list that are notes where it is made of notes."""
_FAR = 150
"""Characters between a heading and the first number of its list in which other entries may stand."""
FEWEST = 3
"""Entries outside of notes that make a list, whatever notes follow it."""


def asides(article: Article) -> list[tuple[int, int]]:
    """Return where notes and tables stand, as far as the source marks them."""
    kinds = (BlockKind.FOOTNOTE,) if article.format == "pdf" else (BlockKind.FOOTNOTE, BlockKind.TABLE)
    return [
        (block.start, block.end)
        for block in article.marked_blocks
        if block.kind in kinds or block.attributes.get("note")
    ]


def goes_on_beyond(article: Article, lists: Sequence[FoundList]) -> bool:
    """Return True where a list under a heading is followed by notes or a table, taken for more of it.

    Where most entries stand in notes or in a table themselves, these are the list.
    """
    notes = asides(article)
    starts = [start for start, _ in notes]
    for found in lists if notes else ():
        places = [bisect_right(starts, entry.start) - 1 for entry in found.entries]
        inside = sum(
            at >= 0 and entry.start < notes[at][1] for at, entry in zip(places, found.entries, strict=True)
        )
        others = len(found.entries) - inside
        if found.list == "article" and found.name and inside and others >= max(FEWEST, inside / 2):
            return True
    return False


def notes_behind(article: Article, lists: Sequence[FoundList], lines: Lines) -> list[tuple[int, int]]:
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


def of_notes_alone(lists: Sequence[FoundList], notes: Sequence[tuple[int, int]]) -> set[str]:
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


def cited_in_footnotes(article: Article, lists: Sequence[FoundList], lines: Lines) -> list[Reference]:
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
