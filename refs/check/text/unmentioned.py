"""References that no citation points to and the text mentions in no way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.check.text.listed import YEAR, Entry
from refs.check.text.mentions import Mentions, number_of
from refs.check.text.numbering import NUMBERED
from refs.check.text.tables import marks_studies
from refs.model import CheckedArticle

# "Neff, K. (2003).", "Gleichstellung. (2011)": who and when, and the title is missing
_UNFINISHED = re.compile(r"\(\s?(?:1[5-9]|20)\d\d[a-z]?\s?\)[.:,]?\s*$")
# "In: W. Bilsky, Ch."
_IN_ITS_HOST = re.compile(r"\bIn:?\s[^()\d]{2,60}$|[,;&]$|\b(?:and|und|&|et)$")
_PROSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|we|do|does|can|may|will|ist|sind|war|wird|wir|est|sont|nous|es|son|è)\b",
    re.I,
)
_BEHIND = 20
"""Characters with which an entry names its own people."""
_LETTERS = 3
"""Letters beyond which a body may do without its last one."""
_STARS = "*†‡∗⁎＊"


def unmentioned_references(
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
    left = [index for index in left if not _may_be_piece(article, own, index)]
    if kinds & NUMBERED:
        left = [index for index in left if not _is_a_note(article.references[index].raw)]
    if kinds & NUMBERED and left:
        left = _without_bare_numbers(article, mentions, own, left)
    left = [i for i in left if not _is_named_in_another(article, own, entries[i])]
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
    if kinds == {"note"}:  # NOTE: by people, titles and pages, without a year
        return mentions.has_name(entry.surnames, "")
    if "author-date" not in kinds:
        return mentions.has_name_and_year(entry.surnames, entry.year)
    if mentions.has_name(entry.surnames, entry.year) or (not entry.surnames and mentions.has_opening(raw)):
        return True
    # NOTE: "CDC" are the Centers for Disease Control and Prevention.
    cut = entry.acronym[:-1] if len(entry.acronym) > _LETTERS else ""
    if any(short and mentions.has_acronym(short, entry.year) for short in (entry.short, entry.acronym, cut)):
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
        YEAR.search(article.references[index].raw) is None and _IN_ITS_HOST.search(before) is not None
    )


def _is_named_in_another(article: CheckedArticle, own: Sequence[int], entry: Entry) -> bool:
    """True where another entry names a work by its first author and year: a chapter its book, or a note.

    A note at the foot of a page may have run into the entry above it.
    """
    if not entry.surnames or not entry.year.isdigit():
        return False
    name = re.escape(entry.surnames[0].split()[-1])
    named = re.compile(rf"(?<=\W){name}\b[^.;()\d]{{0,40}}[\s(]{entry.year}(?!\d)")
    return any(named.search(article.references[i].raw, _BEHIND) for i in own if i != entry.index)


def _is_a_note(raw: str) -> bool:
    """True for a remark among numbered references, as physicists print them: "28 It was asked in passing."

    >>> _is_a_note("It was asked, though in passing."), _is_a_note("Kittel C. Solid state. Wiley; 2004.")
    (True, False)
    """
    return not any(map(str.isdigit, raw)) and _PROSE.search(raw) is not None


def _is_starred(article: CheckedArticle, index: int) -> bool:
    reference = article.references[index]
    start = reference.span[0] if reference.span is not None else 0
    before = article.article.text[max(0, start - 4) : start].rpartition("\n")[2]
    return reference.raw[:1] in _STARS or any(star in before for star in _STARS)
