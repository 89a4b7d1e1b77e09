"""Citations and list laid side by side: what is left over on each side, and what of it belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypedDict

from refs.check.text.in_notes import cited_in_notes, is_named_in_notes, pair_noted
from refs.check.text.listed import Entry, entry_of
from refs.check.text.mentions import Mentions
from refs.check.text.noted import note_texts, noted_works
from refs.check.text.numbering import (
    extent_of,
    first_out_of_order,
    gaps_in_numbers,
    numbers_without_reference,
)
from refs.check.text.own_text import before_the_readers
from refs.check.text.pairs import (
    Pair,
    answers_of,
    dates_of_undated,
    each_once,
    may_mean,
    one_year_each,
    pairs_of,
    without_letter,
)
from refs.check.text.people import is_second_hand, names_no_people, without_interviews
from refs.check.text.run_together import between_entries, without_run_together
from refs.check.text.unlinked import unlinked_citations
from refs.check.text.unmentioned import unmentioned_references
from refs.check.text.unread import FEW, MOST, holds_the_text, may_be_elsewhere
from refs.model import CheckedArticle, Citation, fold_compact

_NOTED = ("cited in footnote", "cited in a footnote")
"""How the reason of an entry begins that is a footnote of the article."""


@dataclass(frozen=True, slots=True)
class TextAndList:
    """The result of laying text and list side by side."""

    own: tuple[int, ...]
    """Indexes of the article's own references."""
    entries: dict[int, Entry]
    has_no_citations: bool
    missing: tuple[tuple[Citation, int], ...]
    uncited: tuple[int, ...]
    unsure: tuple[int, ...]
    """References that are cited nowhere in what was read, and may be in what was not."""
    cites_few: bool
    """Most of the list is uncited: it is a bibliography rather than a list of what is cited."""
    unread: tuple[str, ...]
    """Tables and other parts that the text speaks of and that were not read."""
    is_in_notes: bool
    """The list is made of the article's own footnotes: each is cited by its number."""
    other_years: tuple[Pair, ...]
    other_names: tuple[Pair, ...]
    suffixes: tuple[Pair, ...]
    numbers_missing: tuple[tuple[Citation, tuple[str, ...]], ...]
    out_of_order: tuple[Citation, int, int] | None
    gaps: tuple[tuple[str, int], ...]
    extent: str

    def name(self, index: int) -> str:
        """Return how a sentence calls a reference: "Neff (2003)", "reference 12"."""
        return self.entries[index].shown


def read_text_and_list(article: CheckedArticle) -> TextAndList:
    """Return text and list side by side; the result is kept for the article last asked about."""
    return _read(_Key(article))


class _Key:
    """An article as a cache key by identity: its parts need not be hashable."""

    __slots__ = ("article",)

    def __init__(self, article: CheckedArticle) -> None:
        self.article = article

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.article is self.article


@lru_cache(maxsize=1)
def _read(key: _Key) -> TextAndList:
    article = key.article
    own = tuple(i for i, r in enumerate(article.references) if r.list == "article")
    entries: dict[int, Entry] = {}
    for i, reference in enumerate(article.references):
        entries[i] = entry_of(i, reference, entries.get(i - 1))
    is_in_notes = bool(own) and all(article.references[i].reason.startswith(_NOTED) for i in own)
    notes = note_texts(article)
    noted = cited_in_notes(article, notes, own, entries)
    if noted and article.citations:  # NOTE: raised numbers are those of the notes, not of a list without any
        article = replace(article, citations=())
    mentions = Mentions(article)
    sides = _laid_side_by_side(article, mentions, own, entries)
    years, names = sides["year"], sides["name"]
    suffixes = (*sides["suffix"], *without_letter(article.citations, entries))
    missing = sides["missing"]
    if noted:
        named = pair_noted(article, noted_works(notes), [entries[i] for i in own])
        years, names, missing = [*years, *named["year"]], [*names, *named["name"]], named["missing"]
    unmentioned = [i for i in own if i not in noted] if noted else sides["unmentioned"]
    paired = {p.reference for p in (*years, *names, *suffixes)}
    left = tuple(i for i in unmentioned if i not in paired and not is_in_notes)
    unread, unsure = may_be_elsewhere(article, mentions, own, left)
    return TextAndList(
        own=own,
        entries=entries,
        has_no_citations=bool(own)
        and not article.citations
        and not noted
        and not is_in_notes
        and not is_named_in_notes(article, mentions, [entries[i] for i in own])
        and holds_the_text(article, mentions),
        missing=_count(missing) if own else (),
        uncited=tuple(i for i in left if i not in unsure),
        unsure=tuple(i for i in left if i in unsure),
        cites_few=len(own) >= FEW and len(left) >= MOST * len(own),
        unread=unread,
        is_in_notes=is_in_notes,
        other_years=each_once(years),
        other_names=each_once(names),
        suffixes=each_once(suffixes),
        numbers_missing=() if is_in_notes else numbers_without_reference(article, own),
        out_of_order=None if unread or is_in_notes else first_out_of_order(article, mentions, own, entries),
        gaps=() if is_in_notes else gaps_in_numbers(article, own),
        extent=extent_of(article, own),
    )


class Sides(TypedDict):
    """What is left over on each side, and what of it belongs together."""

    year: list[Pair]
    name: list[Pair]
    suffix: list[Pair]
    missing: list[Citation]
    unmentioned: list[int]


def _laid_side_by_side(
    article: CheckedArticle, mentions: Mentions, own: Sequence[int], entries: dict[int, Entry]
) -> Sides:
    """Return citations that no entry answers, entries that no citation means, and the pairs among them."""
    listed = [entries[i] for i in own]
    cited = {i for c in article.citations for i in c.references}
    loose = [
        c for c in one_year_each(article.citations, entries) if c.kind == "author-date" and not c.references
    ]
    answered = dates_of_undated(loose, [e for e in listed if e.index not in cited and not e.year])
    answered |= answers_of(loose, listed)
    cited |= set(answered.values())
    loose = [c for c in loose if id(c) not in answered]
    loose_ends = unmentioned_references(article, mentions, own, entries, cited)
    loose += unlinked_citations(article, mentions, [entries[i] for i in loose_ends], listed, loose)
    # NOTE: "(Neff, 2003, 2005)" speaks of two works: Neff 2003 is not the second with another year.
    linked = {whole.span for whole in article.citations if whole.references}
    beside = {id(c) for c in loose if c.span in linked}
    is_own = before_the_readers(article, own)
    loose = [c for c in loose if not is_second_hand(c, article.article.text)]
    # NOTE: a table behind the list may cite too; what it differs in is not told, and nothing is uncited.
    meant = {
        p.reference for _, p in pairs_of([c for c in loose if not is_own(c)], listed, cited, beside).values()
    }
    loose_ends = [index for index in loose_ends if index not in meant]
    loose = [c for c in loose if is_own(c)]
    pairs = pairs_of(loose, listed, cited, beside) if own else {}
    others = [e for e in entries.values() if e.index not in own]
    text = article.article.text
    missing = [
        c
        for c in loose
        if id(c) not in pairs and not names_no_people(c, text) and not any(may_mean(c, e) for e in others)
    ]
    raws = [article.references[i].raw for i in own]
    missing = without_run_together(missing, [*raws, *between_entries(article, own)])
    return Sides(
        year=[p for kind, p in pairs.values() if kind == "year"],
        name=[p for kind, p in pairs.values() if kind == "name"],
        suffix=[p for kind, p in pairs.values() if kind == "suffix"],
        missing=without_interviews(missing),
        unmentioned=loose_ends,
    )


def _count(citations: Sequence[Citation]) -> tuple[tuple[Citation, int], ...]:
    """Return each missing work once, with its first citation and how often it is cited."""
    groups: dict[tuple[str, ...], list[Citation]] = {}
    for citation in citations:
        key = (
            (*(fold_compact(n) for n in citation.names), citation.year)
            if citation.names
            else (citation.text,)
        )
        groups.setdefault(key, []).append(citation)
    return tuple((group[0], len(group)) for group in groups.values())
