"""Citations and list laid side by side: what is left over on each side, and what of it belongs together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypedDict

from refs.check.listed import Entry, entry_of
from refs.check.mentions import Mentions, whole_words
from refs.check.names import same_people
from refs.check.noted import is_titled, note_texts, noted_works
from refs.check.numbering import extent_of, first_out_of_order, gaps_in_numbers, numbers_without_reference
from refs.check.pairs import (
    Pair,
    answers_of,
    dates_of_undated,
    each_once,
    may_mean,
    one_year_each,
    pairs_of,
    without_letter,
)
from refs.check.people import is_second_hand, names_no_people, without_interviews
from refs.check.unlinked import unlinked_citations
from refs.check.unmentioned import unmentioned_references
from refs.check.unread import FEW, MOST, holds_the_text, may_be_elsewhere
from refs.model import BlockKind, CheckedArticle, Citation, fold, fold_compact
from refs.model.article import NOT_THE_ARTICLE

_PAGES = frozenset("text html markdown pdf".split())
"""Formats that may go on behind the list with readers' comments."""
_APPENDED = re.compile(r"\W{0,4}(?:appendi|anhang|annexe?\b|supplement)", re.I)
# "Appendix A", "Anhang: Die Studien", alone on a line of a plain text
_APPENDIX_LINE = re.compile(
    r"^[ \t]{0,8}(?i:appendi(?:x|ces)|anhang|annexe?|ap[ée]ndice|appendice|anexo)"
    r"(?:[ \t](?:[A-H]|\d|I{1,3}))?(?:[.:][ \t][^\n]{1,80})?[ \t]*\r?$",
    re.M,
)
# "4 Vgl. Neff", at the foot of a page
_NOTE_LINE = re.compile(r"\n[ \t]{0,8}\d{1,3}[.)]? ?(?=[^\W\d_a-z])")
_NOTE_LINES = 4
_LOST, _PAGE = 40, 4000
"""Characters between two entries of a list in which another may have been lost."""
_NOTED = ("cited in footnote", "cited in a footnote")
"""How the reason of an entry begins that is a footnote of the article."""


class Noted(TypedDict):
    """What notes name that the list has otherwise, or not at all."""

    year: list[Pair]
    name: list[Pair]
    missing: list[Citation]


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
    noted = _cited_in_notes(article, notes, own, entries)
    if noted and article.citations:  # NOTE: raised numbers are those of the notes, not of a list without any
        article = replace(article, citations=())
    mentions = Mentions(article)
    sides = _laid_side_by_side(article, mentions, own, entries)
    years, names = sides["year"], sides["name"]
    suffixes = (*sides["suffix"], *without_letter(article.citations, entries))
    missing = sides["missing"]
    if noted:
        named = _pair_noted(article, noted_works(notes), [entries[i] for i in own])
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
        and not _is_named_in_notes(article, mentions, [entries[i] for i in own])
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
    is_own = _before_the_readers(article, own)
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
    missing = _without_run_together(missing, [*raws, *_between_entries(article, own)])
    return Sides(
        year=[p for kind, p in pairs.values() if kind == "year"],
        name=[p for kind, p in pairs.values() if kind == "name"],
        suffix=[p for kind, p in pairs.values() if kind == "suffix"],
        missing=without_interviews(missing),
        unmentioned=loose_ends,
    )


def _between_entries(article: CheckedArticle, own: Sequence[int]) -> Iterator[str]:
    """Yield what stands between the entries of a list in a dump of a page, and was not read as one.

    Two columns that run into each other lose entries: nobody named there is missing.
    """
    spans = sorted(s for i in own if (s := article.references[i].span) is not None)
    if article.article.format == "text" and len(article.article.text) > _PAGE:
        for (_, end), (start, _) in pairwise(spans):
            if _LOST < start - end < _PAGE:
                yield article.article.text[end:start]


def _without_run_together(missing: Sequence[Citation], raws: Sequence[str]) -> list[Citation]:
    """Return citations but for those whose names and year all stand in one entry, though not in front of it.

    Dumps of pages in two columns run entries together.
    """
    if not missing:
        return []
    texts = [fold_compact(raw) for raw in raws]
    words = [
        [*map(fold_compact, c.names), c.year[:4]] if c.names and c.year[:4].isdigit() else [] for c in missing
    ]
    return [
        c
        for c, own in zip(missing, words, strict=True)
        if not own or not any(all(word in text for word in own) for text in texts)
    ]


def _before_the_readers(article: CheckedArticle, own: Sequence[int]) -> Callable[[Citation], bool]:
    """Return what tells a citation of the article from one in a reader's comment or beside the article.

    A page or a text may go on behind the list with what its readers say; a manuscript does not.
    """
    spans = [s for i in own if (s := article.references[i].span) is not None]
    may_go_on = article.article.format in _PAGES
    end = max(stop for _, stop in spans) if spans and may_go_on else len(article.article.text)
    appendix = _APPENDIX_LINE.search(article.article.text, end) if may_go_on else None
    appended = appendix.start() if appendix else len(article.article.text)
    blocks = article.article.marked_blocks
    starts = [block.start for block in blocks]

    def is_own(citation: Citation) -> bool:
        start = citation.span[0] if citation.span is not None else 0
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= blocks[at].end:
            return start < end or start > appended
        if blocks[at].region in NOT_THE_ARTICLE:
            return False
        kind, is_note = blocks[at].kind, blocks[at].attributes.get("note")
        if start < end or is_note or kind in (BlockKind.TABLE, BlockKind.FOOTNOTE):
            return True
        heading = next((b.text for b in reversed(blocks[:at]) if b.kind is BlockKind.HEADING), "")
        return _APPENDED.match(heading) is not None

    return is_own


def _cited_in_notes(
    article: CheckedArticle, notes: Sequence[tuple[int, str]], own: Sequence[int], entries: dict[int, Entry]
) -> set[int]:
    """Return the references that notes name, in an article that cites by notes; none for others."""
    # NOTE: what is cited by people and title has no label; notes do so.
    others = [c for c in article.citations if c.kind != "superscript" and (c.labels or c.kind != "note")]
    otherwise = {i for c in others for i in c.references}
    titled = {i for c in article.citations if c.kind == "note" and not c.labels for i in c.references}
    if not notes or any(article.references[i].label for i in own):
        return set()
    named = _named_in(article, notes, [entries[i] for i in own])
    few = len(own) // FEW if len(own) >= FEW else 0
    is_by_notes = 2 * len(named) >= len(own) and len(otherwise) <= few
    if not few and others:
        return set()
    return named | titled | otherwise if is_by_notes else set()


def _is_named_in_notes(article: CheckedArticle, mentions: Mentions, entries: Sequence[Entry]) -> bool:
    """True for a PDF or text with numbered notes at feet, in which most of the list's people are named."""
    if article.article.format not in ("pdf", "text") or len(_NOTE_LINE.findall(mentions.text)) < _NOTE_LINES:
        return False
    named = sum(mentions.has_name(entry.surnames, "") for entry in entries)
    return 2 * named >= len(entries)


def _named_in(
    article: CheckedArticle, notes: Sequence[tuple[int, str]], entries: Sequence[Entry]
) -> set[int]:
    """Return the references whose first author notes name, but where another's work of the list is meant.

    "Brigham and Talmage, “Converting Ratings,”" names a work of both, and none of Talmage's own.
    """
    found: set[int] = set()
    left = dict(notes)
    for start, text in notes:
        for work, title, _ in noted_works([(start, text)]):
            titled = {e.index for e in entries if is_titled(article.references[e.index].raw, title)}
            if titled and work.span is not None:
                begin, end = work.span[0] - start, work.span[1] - start
                named = fold(text[begin:end])
                found |= {e.index for e in entries if e.index in titled and _names(named, e)}
                left[start] = left[start][:begin] + " " * (end - begin) + left[start][end:]
    said = fold("\n".join(whole_words(text) for text in left.values()))
    return found | {e.index for e in entries if _names(said, e)}


def _names(folded: str, entry: Entry) -> bool:
    """True where a text, folded, has the last word of the first author's name, or "Neff’s"."""
    words = fold(entry.surnames[0]).split() if entry.surnames else []
    return bool(words) and re.search(rf"\b{re.escape(words[-1])}s?\b", folded) is not None


def _pair_noted(
    article: CheckedArticle, works: Iterable[tuple[Citation, str, bool]], entries: Sequence[Entry]
) -> Noted:
    """Return the works that notes name otherwise than the list does, and those that it does not have.

    A work that a note names at length need not be listed, as a newspaper's article; one that is named short
    must stand at length somewhere.
    """
    found = Noted(year=[], name=[], missing=[])
    told: set[str] = set()
    for citation, title, is_short in works:
        raws = {e.index: article.references[e.index].raw for e in entries}
        people = [e for e in entries if same_people(citation.names[:1], e.surnames, exact=True)]
        titled = [e for e in entries if is_titled(raws[e.index], title)]
        both = [e for e in people if e in titled]
        if len(both) == 1 and citation.year and both[0].year.isdigit() and citation.year != both[0].year:
            found["year"].append(Pair(citation, both[0].index, both[0].year))
        if not people and len(titled) == 1 and titled[0].surnames:
            if same_people(citation.names[:1], titled[0].surnames, exact=False):
                found["name"].append(Pair(citation, titled[0].index, titled[0].surnames[0]))
        elif not people and not titled:
            who = fold(citation.names[0])
            if not is_short:
                told.add(who)
            elif who not in told and not any(f" {who} " in f" {fold(raw)} " for raw in raws.values()):
                found["missing"].append(citation)
    return found


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
