"""Is a reference of a kind that the sources claim to cover? Only then may it be called not found.

Crossref registers journal articles and the proceedings of many, not all, publishers. Books, reports, law,
standards, web pages, theses, software, news and works in other scripts may well exist without a record.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from refs.model import Match, Reference, Venue, fold

COVERED_TYPES = frozenset({"article-journal", "paper-conference", "article", "chapter", "document", ""})
"""CSL types that do not by themselves mean that a record may be missing."""

# "Proceedings of …, pp. 45-67", "ICCV 2017, Venice, 1709-1717": no book, whatever its type was taken for
_IN_PROCEEDINGS = re.compile(
    r"\b(?:conference|conf\.|proceedings|proc\.|symposium|symp\.|journal|transactions|trans\.)", re.I
)
_YEAR = re.compile(r"(?<![\d-])(1[4-9]\d\d|20\d\d)(?![\d-])")
# "the National Crime Victimization Surveys 2007-2011": a span of years is no span of pages
_YEARS = re.compile(r"(?<=[^\W\d] )(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d\b")
NO_LOCATORS = "printed without volume or pages, and its kind cannot be told"
NO_TITLE = "printed without a title"
TOO_BRIEF = "printed too briefly to tell which work is meant"
NO_DOIS = "from a venue that registers no DOIs"
NO_VENUE = "in a journal or book of which nothing is on record from about that time"
CHAPTER = "a chapter of an edited book"
OLD = 1950
"""Before this year most journals' articles were never given a DOI."""
BEFORE = f"a work from before {OLD}"
WITHOUT_DOI = frozenset({NO_LOCATORS, NO_DOIS, BEFORE})
"""Reasons that do not hold for a reference that prints a DOI."""
FEW_WORDS = 5
"""A string of fewer words with three letters or more names no work: ``Noll u. a. (2009: 26)``."""
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
# "12(3):45", "vol. 12", "pp. 45", "12:45", "45-67", "521 (2015)"
_LOCATORS = re.compile(
    r"\d\s?\(\s?\w[\w\s./–-]{0,12}\)\s?[,:;.]?\s?(?:pp?\.\s?)?[a-z]{0,4}\d|\bvol(?:ume)?\.?\s?\d"
    r"|\b(?:(?-i:p)|pp)\.?\s?\w?\d"
    r"|\d\s?:\s?\w?\d|\d\s?[-–]\s?\w?\d|\d\s\((?:19|20)\d\d\)|\((?:19|20)\d\d\),? \d",
    re.I,
)


def why_excused(match: Match) -> str:
    """Return why nothing follows from a reference's work not being on record, "" where something does."""
    reason = why_not_covered(match.reference)
    if reason == NO_DOIS and match.venue is Venue.VOLUME_ON_RECORD:
        reason = ""
    if not reason and match.venue is Venue.NOT_ON_RECORD:
        return "" if match.cited_doi_agency == "" else NO_VENUE
    if reason in WITHOUT_DOI and match.cited_doi is not None:
        return reason if match.cited_doi_work is None and match.cited_doi_agency != "" else ""
    return reason


def why_not_covered(reference: Reference) -> str:
    """Return what a reference seems to be that sources need not hold, "" where they should hold it.

    >>> why_not_covered(Reference("Kuhn TS. The Structure of Revolutions. University Press, 1970"))
    'a book'
    >>> why_not_covered(Reference("Payan HM. Human infection. Arch Dermatol. 1978;114(4):593-594."))
    ''
    """
    item = reference.item
    reason = _why(reference.raw, item.type if item is not None else "")
    return NO_TITLE if not reason and item is not None and not item.title else reason


@lru_cache(maxsize=256)
def _why(raw: str, kind_of_item: str) -> str:
    raw = " ".join(raw.split())
    if _is_other_script(raw):
        return "a work in another script"
    in_proceedings = _IN_PROCEEDINGS.search(raw) is not None
    for kind, cue in _cues():
        if cue.search(raw) and not (kind == CHAPTER and in_proceedings):
            return kind
    if kind_of_item not in COVERED_TYPES and not (kind_of_item == "book" and in_proceedings):
        return _TYPE_WORDS.get(kind_of_item, "a kind of work that need not be registered")
    years = [int(y) for y in _YEAR.findall(raw)]
    if years and max(years) < OLD:
        return BEFORE
    if len(_LONG_WORD.findall(raw)) < FEW_WORDS:
        return TOO_BRIEF
    if not _LOCATORS.search(_YEARS.sub("", raw)):
        return NO_LOCATORS
    return ""


_TYPE_WORDS = {
    "book": "a book",
    "report": "a report",
    "thesis": "a thesis",
    "webpage": "a web page",
    "post-weblog": "a web page",
    "software": "software or data",
    "dataset": "software or data",
    "legislation": "a law or a case",
    "legal_case": "a law or a case",
    "patent": "a patent",
    "standard": "a standard",
    "article-newspaper": "news",
    "article-magazine": "news",
    "speech": "a talk",
    "entry-encyclopedia": "a reference work",
}


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files("refs.check") / "uncovered.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((kind, re.compile(pattern, re.I)) for kind, pattern in rows)


def _is_other_script(raw: str) -> bool:
    """True where a good part of the letters are not Latin."""
    if raw.isascii():
        return False
    letters = [c for c in raw if c.isalpha()]
    foreign = sum(not fold(c).isascii() for c in letters)
    return bool(letters) and foreign > 0.2 * len(letters)
