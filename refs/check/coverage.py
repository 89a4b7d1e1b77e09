"""Is a reference of a kind that the sources claim to cover? Only then may it be called not found.

Crossref registers journal articles and the proceedings of many, not all, publishers. Books, reports, law,
standards, web pages, theses, software, news and works in other scripts may well exist without a record.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from refs.model import Reference, fold

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
WITHOUT_DOI = frozenset({NO_LOCATORS, "from a venue that registers no DOIs"})
"""Reasons that do not hold for a reference that prints a DOI."""
OLD = 1950
"""Before this year most journals' articles were never given a DOI."""
# "12(3):45", "vol. 12", "pp. 45", "12:45", "45-67", "521 (2015)"
_LOCATORS = re.compile(
    r"\d\s?\(\s?\w[\w\s./–-]{0,12}\)\s?[,:;.]?\s?(?:pp?\.\s?)?[a-z]{0,4}\d|\bvol(?:ume)?\.?\s?\d|\bpp?\.?\s?\w?\d"
    r"|\d\s?:\s?\w?\d|\d\s?[-–]\s?\w?\d|\d\s\((?:19|20)\d\d\)|\((?:19|20)\d\d\),? \d",
    re.I,
)


def why_not_covered(reference: Reference) -> str:
    """Return what a reference seems to be that sources need not hold, "" where they should hold it.

    >>> why_not_covered(Reference("Kuhn TS. The Structure of Revolutions. University Press, 1970"))
    'a book'
    >>> why_not_covered(Reference("Payan HM. Human infection. Arch Dermatol. 1978;114(4):593-594."))
    ''
    """
    return _why(reference.raw, reference.item.type if reference.item is not None else "")


@lru_cache(maxsize=256)
def _why(raw: str, kind_of_item: str) -> str:
    raw = " ".join(raw.split())
    if _is_other_script(raw):
        return "a work in another script"
    for kind, cue in _cues():
        if cue.search(raw):
            return kind
    if kind_of_item not in COVERED_TYPES and not (kind_of_item == "book" and _IN_PROCEEDINGS.search(raw)):
        return _TYPE_WORDS.get(kind_of_item, "a kind of work that need not be registered")
    years = [int(y) for y in _YEAR.findall(raw)]
    if years and max(years) < OLD:
        return f"a work from before {OLD}"
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
