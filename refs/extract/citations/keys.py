"""Citations in Markdown's own marks: pandoc's by key, ``[see @neff2003, pp. 33-35]``; notes, ``[^neff]``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from refs.model import Article, BlockKind, Citation, Reference

# pandoc User's Guide, "Citation syntax": a key begins with a letter, digit or _ and may hold :.#$%&-+?<>~/
_KEY = r"-?@(?:\{(?P<braced>[^{}\s]{1,120})\}|(?P<key>[\w](?:[\w]|[:.#$%&+?<>~/-](?=\w)){0,119}))"
_KEYS = re.compile(rf"(?<![\w@/.]){_KEY}")
_GROUP = re.compile(r"\[[^\[\]]{0,400}@[^\[\]]{1,1000}\]")
_NOTE = re.compile(r"\[\^([^\]\s]{1,60})\](?!:)")
_AFTER = re.compile(r"\s\[([^\[\]@]{1,60})\]")


def cited_keys(article: Article, body: Sequence[tuple[int, int]]) -> list[str]:
    """Return the keys that an article's text cites, in order, repeats included.

    Markdown has them in its text; other readers mark them (LaTeX's ``\\cite``, fields of Word).
    """
    if article.format != "markdown":
        marked = (
            pointer for block in article.marked_blocks for pointer in block.attributes.get("citations", ())
        )
        return [str(label) for _, _, labels in marked for label in labels]
    return [key for citation in key_citations(article, (), body) for key in citation.labels]


def key_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by key in the stretches of body text; other formats have none.

    Only keys that the article's items or references have count, so that an e-mail address or a handle
    is no citation; a group in brackets counts in any case.
    """
    if article.format != "markdown":
        return []
    index = {r.label: number for number, r in enumerate(references) if r.label}
    known = index.keys() | {item.id for item in article.items}
    found: list[Citation] = []
    for start, end in body:
        done = start
        for group in _GROUP.finditer(article.text, start, end):
            found += _single(article.text, done, group.start(), known, index)
            done = group.end()
            if keys := _keys_in(article.text, group.start(), group.end()):
                found.append(_citation(article.text, group.span(), keys, index, narrative=False))
        found += _single(article.text, done, end, known, index)
    return found


def _single(text: str, start: int, end: int, known: set[str], index: dict[str, int]) -> list[Citation]:
    found: list[Citation] = []
    if text.find("@", start, end) < 0:
        return found
    for match in _KEYS.finditer(text, start, end):
        key = match.group("braced") or match.group("key")
        if key in known:
            after = _AFTER.match(text, match.end(), end)
            span = (match.start(), after.end() if after else match.end())
            found.append(_citation(text, span, [key], index, narrative=True))
    return found


def _keys_in(text: str, start: int, end: int) -> list[str]:
    return [m.group("braced") or m.group("key") for m in _KEYS.finditer(text, start, end)]


def _citation(
    text: str, span: tuple[int, int], keys: list[str], index: dict[str, int], *, narrative: bool
) -> Citation:
    linked = tuple(index[key] for key in keys if key in index)
    return Citation(text[slice(*span)], span, linked, "key", labels=tuple(keys), narrative=narrative)


def note_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the marks of notes in Markdown's body text that are references; other notes are remarks."""
    if article.format != "markdown":
        return []
    notes: dict[str, list[int]] = {}
    spans = [(b.start, b.end) for b in article.marked_blocks if b.kind is BlockKind.FOOTNOTE]
    starts = [start for start, _ in spans]
    for number, reference in enumerate(references):
        # NOTE: "[^1]" is the mark of note 1, whatever number the first entry of a list has.
        at = bisect_right(starts, reference.span[0]) - 1 if reference.span else -1
        is_note = at >= 0 and reference.span is not None and reference.span[0] < spans[at][1]
        if reference.label and reference.list == "article" and is_note:
            notes.setdefault(reference.label, []).append(number)
    return [
        Citation(mark.group(), mark.span(), tuple(notes[mark.group(1)]), "note", labels=(mark.group(1),))
        for start, end in body
        for mark in _NOTE.finditer(article.text, start, end)
        if mark.group(1) in notes
    ]
