"""Citations and list laid side by side: what is left over on each side, and what of it belongs together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TypedDict

from refs.check.mentions import Mentions, loose_numbers, number_of
from refs.check.names import EAST, are_among, same_name, same_people
from refs.check.noted import is_titled, note_texts, noted_works
from refs.check.people import is_second_hand, names_no_people, says_et_al, without_interviews
from refs.check.prose import in_prose
from refs.check.tables import marks_studies, mentions_of_tables, supplements, works_elsewhere
from refs.model import BlockKind, CheckedArticle, Citation, Name, Reference, Span, fold, fold_compact

_YEAR = re.compile(r"(?<![\d./-])((?:1[5-9]|20)\d\d)([a-z])?(?![\d-])")
_NO_DATE = re.compile(r"\bn\.\s?d\.|\bo\.\s?j\.|\bs\.\s?d\.|\bin press\b|\bforthcoming\b|\bim druck\b", re.I)
# "National Association of Home Builders Research Center (NAHBRC). (2000)": the short name in citations
_SHORT = re.compile(r"[(\[]([A-Z][A-Za-z&]{0,3}[A-Z][A-Za-z&]{0,8})[)\]]")
# "World Health Organization. (2010)", "United Nations (2010)"
_HEAD = re.compile(r"(?:[^\W\d_][\w’'-]{1,30}\s?){3,12}(?=[.(\[])")
# "Neff, K. (2003).", "Gleichstellung. (2011)": who and when, and the title is missing
_UNFINISHED = re.compile(r"\(\s?(?:1[5-9]|20)\d\d[a-z]?\s?\)[.:,]?\s*$")
# "In: W. Bilsky, Ch."
_IN_ITS_HOST = re.compile(r"\bIn:?\s[^()\d]{2,60}$|[,;&]$|\b(?:and|und|&|et)$")
_SPAN_OF_YEARS = re.compile(r"\d{4}[a-z]?\s?[-–—/]\s?\d{4}")
_PAGES = frozenset("text html markdown pdf".split())
"""Formats that may go on behind the list with readers' comments."""
_APPENDED = re.compile(r"\W{0,4}(?:appendi|anhang|annexe?\b|supplement)", re.I)
_NOT_THE_ARTICLE = frozenset("navigation comment sidebar footer furniture metadata".split())
_STARS = "*†‡∗⁎＊"
_NOTED = ("cited in footnote", "cited in a footnote")
"""How the reason of an entry begins that is a footnote of the article."""
NUMBERED = frozenset({"numeric", "superscript", "note"})
_LEADERS = "....."
"""What a list of tables or figures prints before the page: its captions come before the text does."""
LONG = 20
"""References of a list whose last ones a supplement may cite."""
APART = 5
"""Years between two that may be one of the same work: online and in print, a draft and the article."""
CLOSE = 2
"""Years by which a citation may differ from a work that is cited rightly elsewhere, and mean it."""
MANY_KEYS = 3
"""So many citations by keys that the list lacks are told one by one."""
LONG_LIST = 500
"""Words of a list that is longer than the text of its article only where that is not all there."""
TAIL = 4
"""So many references at the end of a numbered list, and no others, are cited beyond the end of the file."""
LONG_NAME = 6
"""Letters from which a name that differs by a letter or two is taken for that of a work cited elsewhere."""
ORDERED = 0.9
"""Share of the numbers that must be first cited in their order to say that a list has this order."""
NEARBY = 400
"""Characters before the first use of a number in which the table may be spoken of that cites the next."""
FEW, MOST = 8, 0.8
"""From so many references on, a list of which this share is uncited is no list of what is cited."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A citation and a reference that mean one work, though they differ; ``listed`` is the list's side."""

    citation: Citation
    reference: int
    listed: str


class Noted(TypedDict):
    """What notes name that the list has otherwise, or not at all."""

    year: list[Pair]
    name: list[Pair]
    missing: list[Citation]


@dataclass(frozen=True, slots=True)
class Entry:
    """What in-text citations can name of a reference: surnames of its authors, year, suffix."""

    index: int
    surnames: tuple[str, ...]
    shown: str
    year: str
    suffix: str
    short: str = ""
    """What the entry says it is called for short: "NAHBRC" for an association."""
    acronym: str = ""
    """First letters of the body that an entry begins with: "WHO" of the World Health Organization."""
    title: str = ""


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
    entries = {i: _entry(i, article.references[i]) for i in range(len(article.references))}
    is_in_notes = bool(own) and all(article.references[i].reason.startswith(_NOTED) for i in own)
    notes = note_texts(article)
    noted = _cited_in_notes(article, notes, own, entries)
    if noted and article.citations:  # NOTE: raised numbers are those of the notes, not of a list without any
        article = replace(article, citations=())
    mentions = Mentions(article)
    sides = _laid_side_by_side(article, mentions, own, entries)
    years, names = sides["year"], sides["name"]
    suffixes = (*sides["suffix"], *_ambiguous(article.citations, entries))
    missing = sides["missing"]
    if noted:
        named = _pair_noted(article, noted_works(notes), [entries[i] for i in own])
        years, names, missing = [*years, *named["year"]], [*names, *named["name"]], named["missing"]
    unmentioned = [i for i in own if i not in noted] if noted else sides["unmentioned"]
    paired = {p.reference for p in (*years, *names, *suffixes)}
    left = tuple(i for i in unmentioned if i not in paired and not is_in_notes)
    unread, unsure = _may_be_elsewhere(article, mentions, own, left)
    return TextAndList(
        own=own,
        entries=entries,
        has_no_citations=bool(own)
        and not article.citations
        and not noted
        and not is_in_notes
        and _holds_the_text(article, mentions),
        missing=_count(missing) if own else (),
        uncited=tuple(i for i in left if i not in unsure),
        unsure=tuple(i for i in left if i in unsure),
        cites_few=len(own) >= FEW and len(left) >= MOST * len(own),
        unread=unread,
        is_in_notes=is_in_notes,
        other_years=_once(years),
        other_names=_once(names),
        suffixes=_once(suffixes),
        numbers_missing=() if is_in_notes else _numbers_missing(article, own),
        out_of_order=None if unread or is_in_notes else _out_of_order(article, mentions, own, entries),
        gaps=() if is_in_notes else _gaps(article, own),
        extent=_extent(article, own),
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
        c for c in _one_year_each(article.citations, entries) if c.kind == "author-date" and not c.references
    ]
    answered = _of_undated(loose, [e for e in listed if e.index not in cited and not e.year])
    answered |= _answered(loose, listed)
    cited |= set(answered.values())
    loose = [c for c in loose if id(c) not in answered]
    loose_ends = _unmentioned(article, mentions, own, entries, cited)
    loose += _unlinked(article, mentions, [entries[i] for i in loose_ends], listed, loose)
    # NOTE: "(Neff, 2003, 2005)" speaks of two works: Neff 2003 is not the second with another year.
    linked = {whole.span for whole in article.citations if whole.references}
    beside = {id(c) for c in loose if c.span in linked}
    is_own = _before_the_readers(article, own)
    loose = [c for c in loose if not is_second_hand(c, article.article.text)]
    # NOTE: a table behind the list may cite too; what it differs in is not told, and nothing is uncited.
    meant = {
        p.reference for _, p in _pair([c for c in loose if not is_own(c)], listed, cited, beside).values()
    }
    loose_ends = [index for index in loose_ends if index not in meant]
    loose = [c for c in loose if is_own(c)]
    pairs = _pair(loose, listed, cited, beside) if own else {}
    others = [e for e in entries.values() if e.index not in own]
    text = article.article.text
    missing = [
        c
        for c in loose
        if id(c) not in pairs and not names_no_people(c, text) and not any(_may_mean(c, e) for e in others)
    ]
    return Sides(
        year=[p for kind, p in pairs.values() if kind == "year"],
        name=[p for kind, p in pairs.values() if kind == "name"],
        suffix=[p for kind, p in pairs.values() if kind == "suffix"],
        missing=without_interviews(missing),
        unmentioned=loose_ends,
    )


def _before_the_readers(article: CheckedArticle, own: Sequence[int]) -> Callable[[Citation], bool]:
    """Return what tells a citation of the article from one in a reader's comment or beside the article.

    A page or a text may go on behind the list with what its readers say; a manuscript does not.
    """
    spans = [s for i in own if (s := article.references[i].span) is not None]
    may_go_on = article.article.format in _PAGES
    end = max(stop for _, stop in spans) if spans and may_go_on else len(article.article.text)
    blocks = article.article.marked_blocks
    starts = [block.start for block in blocks]

    def is_own(citation: Citation) -> bool:
        start = citation.span[0] if citation.span is not None else 0
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= blocks[at].end:
            return start < end
        if blocks[at].region in _NOT_THE_ARTICLE:
            return False
        if start < end or blocks[at].kind is BlockKind.TABLE:
            return True
        heading = next((b.text for b in reversed(blocks[:at]) if b.kind is BlockKind.HEADING), "")
        return _APPENDED.match(heading) is not None

    return is_own


def _one_year_each(citations: Sequence[Citation], entries: dict[int, Entry]) -> list[Citation]:
    """Return citations with those of several years parted: "(Neff, 2003, 2005)" may lack one of the two.

    Two years with a dash between them are the beginning and the end of one work.
    """
    found: list[Citation] = []
    for citation in citations:
        years = citation.year.split(", ")
        known = {entries[i].year for i in citation.references}
        if len(years) < 2 or citation.kind != "author-date" or _SPAN_OF_YEARS.search(citation.text):
            found.append(citation)
        elif citation.references:
            absent = [year for year in years if year[:4].isdigit() and year[:4] not in known]
            found += [citation, *(replace(citation, references=(), year=year) for year in absent)]
        else:
            found += [replace(citation, year=year) for year in years]
    return found


def _answered(loose: Sequence[Citation], entries: Sequence[Entry]) -> dict[int, int]:
    """Return, by the citation's identity, the entry of this year by these people, spelt anyhow."""
    return {
        id(citation): entry.index for citation in loose for entry in entries if _may_mean(citation, entry)
    }


def _may_mean(citation: Citation, entry: Entry) -> bool:
    """True where names, year and letter of a citation are those of an entry."""
    year, suffix = citation.year[:4], citation.year[4:]
    if not citation.names or year != entry.year or (suffix and entry.suffix and suffix != entry.suffix):
        return False
    if entry.suffix and not suffix:
        return False
    names = citation.names
    is_body = len(names) == 1 and fold(names[0]) in (fold(entry.short), fold(entry.acronym))
    return is_body or same_people(names, entry.surnames, exact=True) or are_among(names, entry.surnames)


def _may_be_elsewhere(
    article: CheckedArticle, mentions: Mentions, own: Sequence[int], left: Sequence[int]
) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the parts that were not read, and the uncited references that may be cited there."""
    if not left:
        return tuple(mentions_of_tables(article.article)), frozenset()
    tables = mentions_of_tables(article.article)
    unread = (*tables, *works_elsewhere(article.article))
    if unread:
        sure = _between_others(article, mentions, own, left, tables) if len(unread) == len(tables) else set()
        return unread, frozenset(left) - sure
    if _are_last(article, own, left) and (unread := supplements(article.article)):
        return unread, frozenset(left)
    if _is_tail(article, own, left):
        return ("a part that this file does not hold",), frozenset(left)
    return (), frozenset()


def _between_others(
    article: CheckedArticle,
    mentions: Mentions,
    own: Sequence[int],
    left: Sequence[int],
    tables: Mapping[str, int],
) -> set[int]:
    """Return the references whose numbers no unread table can explain.

    Where numbers follow the order of first use, a table has the numbers that come up where the text first
    speaks of it, or the last ones. A number between two whose first uses have no such place between them is
    cited nowhere.
    """
    first: dict[int, int] = {}
    for number, places in mentions.numbers.items():
        first[number] = places[0]
    for citation in article.citations:
        for label in citation.labels if citation.span is not None else ():
            if label.isdigit():
                place = citation.span[0] if citation.span is not None else 0
                first[int(label)] = min(place, first.get(int(label), place))
    numbered = [(number_of(article.references[i], k), i) for k, i in enumerate(own, 1)]
    labels = {number: index for number, index in numbered if number is not None}
    places = [first[n] for n in sorted(labels) if n in first]
    notes = [b for b in article.article.blocks if b.kind is BlockKind.FOOTNOTE or b.attributes.get("note")]
    if any(b.start <= place < b.end for b in notes for place in tables.values()):
        return set()  # where the mark of the note stands is not known
    if len(places) < FEW or sum(a <= b for a, b in pairwise(places)) < ORDERED * (len(places) - 1):
        return set()
    sure: set[int] = set()
    for number, index in labels.items():
        if index not in left or number in first:
            continue
        before = [first[n] for n in first if n < number and n in labels]
        behind = [first[n] for n in first if n > number and n in labels]
        if before and behind and len(behind) >= TAIL:
            low, high = max(before), min(behind)
            if low < high and not any(low - NEARBY <= place <= high for place in tables.values()):
                sure.add(index)
    return sure


def _holds_the_text(article: CheckedArticle, mentions: Mentions) -> bool:
    """False for the page of an article that shows its list and no more than the abstract."""
    words = len(mentions.text.split())
    listed = sum(len(reference.raw.split()) for reference in article.references)
    return words >= listed or listed < LONG_LIST


def _is_tail(article: CheckedArticle, own: Sequence[int], left: Sequence[int]) -> bool:
    """True where all that is uncited, and not little, ends a numbered list: the text may go on elsewhere."""
    kinds = {c.kind for c in article.citations}
    return (
        len(left) >= TAIL
        and not kinds - NUMBERED
        and list(left) == list(own[-len(left) :])
        and len(own) > 2 * len(left)
    )


def _unlinked(
    article: CheckedArticle,
    mentions: Mentions,
    left: Sequence[Entry],
    entries: Sequence[Entry],
    known: Sequence[Citation],
) -> list[Citation]:
    """Return citations that uncited references may answer: their people with another year, or nearly them."""
    if not any(c.kind == "author-date" for c in article.citations):
        return []
    taken = _Spans(c.span for c in (*article.citations, *known) if c.span is not None)
    found = []
    for entry in left:
        years = {e.year for e in entries if e.surnames[:1] == entry.surnames[:1]}
        for citation in mentions.with_year(entry.surnames[0]) if entry.surnames else ():
            if citation.year[:4] not in years and taken.add(citation.span):
                found.append(citation)
        for citation in mentions.dated_names if entry.surnames and entry.year else ():
            is_near = citation.year[:4] == entry.year and _is_misspelt(citation.names[0], entry.surnames[0])
            if is_near and taken.add(citation.span):
                found.append(citation)
    heads = " ".join(fold(article.references[e.index].raw[:400]) for e in entries)
    found += _loosely_dated(mentions, [e for e in entries if e.surnames], taken, f" {heads} ")
    return found


def _loosely_dated(
    mentions: Mentions, entries: Sequence[Entry], taken: _Spans, heads: str
) -> Iterator[Citation]:
    """Yield "Neff (2004)" where the list has a near year, and "Neff et al., 2004" in whatever place.

    No one whose name stands in ``heads``, how the entries begin, is called missing by that.
    """
    listed: dict[str, set[str]] = {}
    for entry in entries:
        listed.setdefault(fold(entry.surnames[0]).split()[-1], set()).add(entry.year)
    for citation in mentions.dated_names if entries else ():
        years = listed.get(fold(citation.names[0]))
        is_et_al = says_et_al(citation) and mentions.begins_a_citation(citation)
        if years is None:
            is_listed = f" {fold(citation.names[0])} " in heads
            if is_et_al and not is_listed and taken.add(citation.span):
                yield citation
            continue
        near = any(year.isdigit() and _is_near(citation.year[:4], year) for year in years)
        may_be_slip = near and citation.year[:4] not in years
        if may_be_slip and ("(" in citation.text or is_et_al) and taken.add(citation.span):
            yield citation


class _Spans:
    """Stretches of text that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))

    def add(self, span: Span | None) -> bool:
        """Return True, and keep a stretch, unless it overlaps another."""
        if span is None:
            return False
        at = bisect_left(self._spans, span)
        near = self._spans[max(0, at - 1) : at + 1]
        if any(start < span[1] and span[0] < end for start, end in near):
            return False
        self._spans.insert(at, span)
        return True


def _is_misspelt(cited: str, listed: str) -> bool:
    return same_name(cited, listed, exact=False) and not same_name(cited, listed, exact=True)


def _cited_in_notes(
    article: CheckedArticle, notes: Sequence[tuple[int, str]], own: Sequence[int], entries: dict[int, Entry]
) -> set[int]:
    """Return the references that notes name, in an article that cites by notes; none for others."""
    otherwise = {i for c in article.citations if c.kind != "superscript" for i in c.references}
    if not notes or any(article.references[i].label for i in own):
        return set()
    said = [fold(text) for _, text in notes]
    named = {
        i for i in own if entries[i].surnames and any(fold(entries[i].surnames[0]) in note for note in said)
    }
    few = len(own) // FEW if len(own) >= FEW else 0
    is_by_notes = 2 * len(named) >= len(own) and len(otherwise) <= few
    if not few and any(c.kind != "superscript" for c in article.citations):
        return set()
    return named | otherwise if is_by_notes else set()


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


def _unmentioned(
    article: CheckedArticle,
    mentions: Mentions,
    own: Sequence[int],
    entries: dict[int, Entry],
    cited: set[int],
) -> list[int]:
    """Return the references that no citation points to and the text mentions in no way."""
    kinds = {c.kind for c in article.citations}
    nocited = {str(key) for key in article.article.attributes.get("nocite", ())}
    left: list[int] = []
    for position, index in enumerate(own, 1):
        reference = article.references[index]
        if index in cited or not kinds or reference.label in nocited or "*" in nocited:
            continue
        number = number_of(reference, position)
        if kinds & NUMBERED and number is not None and mentions.has_number(number):
            continue
        if not _is_mentioned(mentions, entries[index], reference.raw, kinds):
            left.append(index)
    left = [index for k, index in enumerate(left) if not _may_be_piece(article, own, index)]
    if kinds & NUMBERED and left:
        left = _without_bare_numbers(article, mentions, own, left)
    starred = [i for i in left if _is_starred(article, i)]
    if starred and marks_studies(article.article):
        left = [i for i in left if i not in starred]
    return left


def _is_mentioned(mentions: Mentions, entry: Entry, raw: str, kinds: set[str]) -> bool:
    """True where the text names an entry's people and year, its short name or title, or how it begins."""
    if mentions.has_title(entry.title) or mentions.has_number_of_a_standard(raw):
        return True
    if mentions.has_name_and_title(entry.surnames, entry.title):
        return True
    if "author-date" not in kinds:
        return mentions.has_name_and_year(entry.surnames, entry.year)
    if mentions.has_name(entry.surnames, entry.year) or (not entry.surnames and mentions.has_opening(raw)):
        return True
    if any(short and mentions.has_acronym(short, entry.year) for short in (entry.short, entry.acronym)):
        return True
    return mentions.has_cut_citation(entry.surnames)


def _without_bare_numbers(
    article: CheckedArticle, mentions: Mentions, own: Sequence[int], left: Sequence[int]
) -> list[int]:
    """Return references without those whose number stands bare between the uses of its neighbours."""
    first: dict[int, int] = {}
    for citation in article.citations:
        for index in citation.references if citation.span is not None else ():
            first.setdefault(index, citation.span[0] if citation.span is not None else 0)
    kept = []
    for index in left:
        place = own.index(index)
        number = number_of(article.references[index], place + 1)
        before = first.get(own[place - 1], -1) if place else 0
        behind = first.get(own[place + 1], -1) if place + 1 < len(own) else len(mentions.text)
        bare = number is not None and 0 <= before < behind
        if not (bare and mentions.has_bare_number(number or 0, before, behind)):
            kept.append(index)
    return kept


def _may_be_piece(article: CheckedArticle, own: Sequence[int], index: int) -> bool:
    """True for an entry that may be the end of the one before: that says who and when, and nothing else."""
    place = own.index(index)
    if not place or article.references[index].label:
        return False
    before = article.references[own[place - 1]].raw
    return _UNFINISHED.search(before) is not None or (
        _YEAR.search(article.references[index].raw) is None and _IN_ITS_HOST.search(before) is not None
    )


def _is_starred(article: CheckedArticle, index: int) -> bool:
    reference = article.references[index]
    start = reference.span[0] if reference.span is not None else 0
    before = article.article.text[max(0, start - 4) : start].rpartition("\n")[2]
    return reference.raw[:1] in _STARS or any(star in before for star in _STARS)


def _of_undated(loose: Sequence[Citation], undated: Sequence[Entry]) -> dict[int, int]:
    """Return, by the citation's identity, the entry without a year that it cites, one year for each entry."""
    found: dict[int, int] = {}
    years: dict[int, str] = {}
    for citation in loose:
        for entry in undated:
            same = same_people(citation.names, entry.surnames, exact=True)
            if same and years.setdefault(entry.index, citation.year) == citation.year:
                found[id(citation)] = entry.index
                break
    return found


def _entry(index: int, reference: Reference) -> Entry:
    """Return what citations can name of a reference, from its item and, for the year, its raw string."""
    item = reference.item
    names = item.author or item.editor if item is not None else ()
    surnames = tuple(_whole_name(name) for name in names if name.surname)
    match = _YEAR.search(reference.raw)
    year = str(item.issued.year) if item is not None and item.issued is not None and item.issued.year else ""
    if not year and match is not None:
        year = match.group(1)
    suffix = next(
        (m.group(2) for m in _YEAR.finditer(reference.raw) if m.group(1) == year and m.group(2)), ""
    )
    if not year and (no_date := _NO_DATE.search(reference.raw)):
        year = no_date.group()
    who = surnames[0] if len(surnames) == 1 else " and ".join(surnames) if len(surnames) == 2 else ""
    who = who or (f"{surnames[0]} et al." if surnames else "")
    if reference.label.isdigit():
        shown = f"reference {reference.label}"
    elif who:
        shown = f"{who} ({year}{suffix})" if year else who
    else:
        shown = f"“{' '.join(reference.raw.split())[:60]}”"
    short = _SHORT.search(reference.raw[:200])
    title = item.title if item is not None else ""
    acronym = _acronym(reference.raw)
    return Entry(index, surnames, shown, year, suffix, short.group(1) if short else "", acronym, title)


def _acronym(raw: str) -> str:
    """Return the first letters of the body that an entry begins with, "" where it is none.

    >>> _acronym("World Health Organization. (2010). Global report."), _acronym("Neff, K. (2003). Self.")
    ('WHO', '')
    """
    head = _HEAD.match(raw)
    words = [word for word in head.group().split() if word[0].isupper()] if head else []
    return "".join(word[0] for word in words) if 2 < len(words) < 9 else ""


def _whole_name(name: Name) -> str:
    """Return a surname; in Chinese, Japanese or Korean signs the whole name, as citations give it."""
    return f"{name.family}{name.given}" if EAST.match(name.surname) and name.given else name.surname


def _pair(
    loose: Sequence[Citation], entries: Sequence[Entry], cited: set[int], beside: Container[int]
) -> dict[int, tuple[str, Pair]]:
    """Return, by the citation's identity, the entry that each unresolved citation must mean.

    Those ``beside`` a linked year of the same citation mean no entry that is cited.
    """
    pairs: dict[int, tuple[str, Pair]] = {}
    for citation in loose:
        if not citation.names:
            continue
        ranked = sorted(
            ((kind, entry) for entry in entries if (kind := _difference(citation, entry))),
            key=lambda found: (
                found[1].index in cited,
                ("suffix", "year", "name").index(found[0]),
                found[1].index,
            ),
        )
        free = [found for found in ranked if found[1].index not in cited] or [
            found for found in ranked if _may_be_slip(citation, *found)
        ]
        if id(citation) in beside:
            free = [found for found in free if found[1].index not in cited]
        best = [found for found in free if found[0] == free[0][0]] if free else []
        if len(best) == 1 or (best and best[0][0] == "suffix"):
            kind, entry = best[0]
            listed = entry.year + entry.suffix if kind != "name" else entry.surnames[0]
            pairs[id(citation)] = kind, Pair(citation, entry.index, listed)
    return pairs


def _may_be_slip(citation: Citation, kind: str, entry: Entry) -> bool:
    """True where a citation may mean an entry that others cite rightly: it differs by next to nothing."""
    if kind == "name":
        return len(entry.surnames[0]) >= LONG_NAME
    year = citation.year[:4]
    is_year = kind == "year" and year.isdigit() and entry.year.isdigit()
    return not is_year or abs(int(year) - int(entry.year)) <= CLOSE or sorted(year) == sorted(entry.year)


def _difference(citation: Citation, entry: Entry) -> str:
    """Return how a citation differs from an entry it may mean: "year", "name", "suffix", or ""."""
    if not entry.surnames:
        return ""
    year, suffix = citation.year[:4], citation.year[4:]
    same = same_people(citation.names, entry.surnames, exact=True)
    if same and year == entry.year:
        return "suffix" if suffix != entry.suffix else ""
    same = same or are_among(citation.names, entry.surnames)
    if same and year.isdigit() and entry.year.isdigit() and _is_near(year, entry.year):
        return "year"
    if year == entry.year and same_people(citation.names, entry.surnames, exact=False):
        return "name"
    return ""


def _is_near(year: str, other: str) -> bool:
    """True for years that may be one, misprinted: some years apart, one figure, or two that changed places.

    >>> _is_near("2020", "2021"), _is_near("1927", "1917"), _is_near("1986", "1968"), _is_near("2006", "1985")
    (True, True, True, False)
    """
    differing = sum(a != b for a, b in zip(year, other, strict=False))
    return abs(int(year) - int(other)) <= APART or differing == 1 or sorted(year) == sorted(other)


def _ambiguous(citations: Sequence[Citation], entries: dict[int, Entry]) -> tuple[Pair, ...]:
    """Return citations without a letter, or with one that neither has, of two entries of one year."""
    found = []
    for citation in citations:
        dated = bool(citation.year) and len(citation.year) <= 5
        if citation.kind == "author-date" and len(citation.references) > 1 and dated:
            hits = [entries[i] for i in citation.references]
            lettered = all(e.suffix and e.suffix != citation.year[4:] for e in hits)
            if lettered and len({e.year for e in hits}) == 1:
                listed = " and ".join(e.year + e.suffix for e in hits)
                found.append(Pair(citation, hits[0].index, listed))
    return tuple(found)


def _once(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return one pair for each reference and way it is cited."""
    unique = {(p.reference, tuple(p.citation.names), p.citation.year): p for p in reversed(pairs)}
    return tuple(sorted(unique.values(), key=lambda p: (p.citation.span or (0, 0), p.reference)))


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


def _labels(article: CheckedArticle, own: Sequence[int]) -> dict[str, int]:
    """Return the article's references by label; a list without labels is numbered by place."""
    labels = {article.references[i].label: i for i in reversed(own) if article.references[i].label}
    return labels or {str(place): i for place, i in enumerate(own, 1)}


def _numbers_missing(
    article: CheckedArticle, own: Sequence[int]
) -> tuple[tuple[Citation, tuple[str, ...]], ...]:
    """Return citations by number or key with the labels that no reference has, each label once."""
    known = _labels(article, own)
    keyed = any(not label.isdigit() for label in known)
    found: list[tuple[Citation, tuple[str, ...]]] = []
    distinct: dict[str, None] = {}
    numbers = [int(label) for label in known if label.isdigit()]
    loose = loose_numbers(article, max(numbers)) if numbers else []
    for citation in sorted((*article.citations, *loose), key=_place_of) if known else ():
        if citation.kind in NUMBERED or (citation.kind == "key" and keyed):
            absent = tuple(label for label in citation.labels if label not in known)
            absent = absent if len(citation.references) < len(citation.labels) else ()
            new = tuple(label for label in absent if label not in distinct)
            if new and not _is_interval(absent, citation, known):
                found.append((citation, new))
                distinct |= dict.fromkeys(new)
    is_cut = len(distinct) > 3 and len(distinct) * 5 > len(known) and not keyed
    if keyed and len(found) > MANY_KEYS:  # NOTE: the list is older than the text, which is one thing to say
        return ((found[0][0], tuple(distinct)),)
    return () if is_cut else tuple(found)


def _place_of(citation: Citation) -> tuple[int, int]:
    return citation.span or (0, 0)


def _is_interval(absent: Sequence[str], citation: Citation, known: dict[str, int]) -> bool:
    """True for "[0, 1]" and "[5, 80]": ranges of values, whose ends are far from any number of the list."""
    numbers = [int(label) for label in known if label.isdigit()]
    if "0" in citation.labels or not numbers:
        return "0" in citation.labels
    far = max(numbers) + max(3, max(numbers) // 10)
    return len(citation.labels) > 1 and any(label.isdigit() and int(label) > far for label in absent)


def _out_of_order(
    article: CheckedArticle, mentions: Mentions, own: Sequence[int], entries: dict[int, Entry]
) -> tuple[Citation, int, int] | None:
    """Return the first citation by number that runs ahead of a number not yet cited.

    Only prose tells: tables, captions and notes may stand elsewhere than where they are spoken of.
    """
    known = _labels(article, own)
    if len(known) < 3 or not all(label.isdigit() for label in known) or _is_alphabetical(own, entries):
        return None
    prose = in_prose(article)
    cited = {label for c in prose for label in c.labels}
    elsewhere = {label for c in article.citations for label in c.labels} - cited
    elsewhere |= {label for label in known if label not in cited and mentions.has_number(int(label))}
    expected = 1
    for citation in prose:
        if citation.kind not in ("numeric", "superscript") or _LEADERS in citation.sentence:
            continue
        for label in citation.labels:
            if not label.isdigit() or label not in known:
                continue
            number = int(label)
            place = citation.span[0] if citation.span is not None else None
            while expected < number and (
                str(expected) not in cited
                or str(expected) in elsewhere
                or mentions.has_number(expected, place)
            ):
                expected += 1
            if number > expected:
                return citation, number, expected
            expected = max(expected, number + 1)
    return None


def _is_alphabetical(own: Sequence[int], entries: dict[int, Entry]) -> bool:
    """True where a numbered list is sorted by author, so that its numbers say nothing of first use."""
    names = [fold(entries[i].surnames[0]) for i in own if entries[i].surnames]
    rising = sum(a <= b for a, b in pairwise(names))
    return len(names) >= 3 and rising >= 0.9 * (len(names) - 1)


def _gaps(article: CheckedArticle, own: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Return what is odd in the list's own numbers: one left out, one twice."""
    labels = [(int(article.references[i].label), i) for i in own if article.references[i].label.isdigit()]
    if len(labels) < 3 or len(labels) < 0.8 * len(own):
        return ()
    numbers = [n for n, _ in labels]
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    if len(missing) > max(2, len(numbers) // 10):
        return ()
    found = [
        (f"there is no reference {gap}: the list goes from {gap - 1} to {number}", index)
        for gap in missing
        for number, index in labels
        if number == min(n for n in numbers if n > gap)
    ]
    seen: set[int] = set()
    for number, index in labels:
        if number in seen and _prints_number(article, index):
            found.append((f"the list has two references {number}", index))
        seen.add(number)
    return tuple(found)


def _are_last(article: CheckedArticle, own: Sequence[int], uncited: Sequence[int]) -> bool:
    """True where all that is uncited ends a long numbered list, as what only a supplement cites does."""
    last = own[-max(3, len(own) // 10) :]
    numbered = all(article.references[i].label.isdigit() for i in last)
    return numbered and len(own) > LONG and bool(uncited) and uncited[0] >= last[0]


def _prints_number(article: CheckedArticle, index: int) -> bool:
    """False for the second work under one number, "[12] A; B", before which the text has no number."""
    reference = article.references[index]
    if reference.span is None:
        return True
    start = reference.span[0]
    return reference.label in article.article.text[max(0, start - 8) : start]


def _extent(article: CheckedArticle, own: Sequence[int]) -> str:
    """Return the list's extent in words: "1 to 14"."""
    numbers = [int(label) for label in _labels(article, own) if label.isdigit()]
    return f"{min(numbers)} to {max(numbers)}" if numbers else f"{len(own)} references"
