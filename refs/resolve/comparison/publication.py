"""Are edition and publisher of a book the ones that are printed?"""

from __future__ import annotations

import re

from refs.model import FieldEvidence, Work
from refs.resolve.comparison.raw_text import RawText

BOOKS = frozenset({"book", "monograph", "edited-book", "reference-book", "book-chapter", "book-part"})
WHOLE_BOOKS = frozenset({"book", "monograph", "edited-book", "reference-book"})
"""Types of which a record often holds one edition or its year online, and a reference another."""
PARTS_OF_BOOKS = frozenset({"book-chapter", "book-part", "book-section", "reference-entry"})
"""Types of what stands in books, which have editions; a reference may name series, volume or book."""
# "2nd ed.", "3rd edition", "Second ed.", "4. Aufl.", "(5th edn)"
_EDITION = re.compile(
    r"\b(?:(\d{1,2})\s?(?:st|nd|rd|th|\.|ª|e)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))\s+"
    r"(?:revised |rev\. |updated )?(?:ed\b|edn\b|edition\b|aufl)",
    re.I,
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_HOUSES = {
    "Cambridge University Press": r"cambridge univ",
    "Oxford University Press": r"oxford univ|clarendon",
    "MIT Press": r"\bm\.?i\.?t\.? press",
    "Princeton University Press": r"princeton univ",
    "Harvard University Press": r"harvard univ",
    "Yale University Press": r"yale univ",
    "University of Chicago Press": r"univ\w*\.? of chicago|chicago univ",
    "University of California Press": r"univ\w*\.? of california",
    "American Psychological Association": r"american psychological association|\bapa books\b",
    "SAGE": r"\bsage\b",
    "World Scientific": r"world scientific",
    "De Gruyter": r"de gruyter",
    "Brill": r"\bbrill\b",
    "IGI Global": r"\bigi global\b",
}
"""Houses that never published under each other's names; groups that bought each other are left out."""
_COMPILED = {house: re.compile(pattern, re.I) for house, pattern in _HOUSES.items()}


def compare_edition(raw: RawText, work: Work) -> FieldEvidence:
    """Return the evidence on the edition: wrong only where both sides name one and they differ.

    >>> work = Work({"edition-number": "3"})
    >>> compare_edition(RawText.of("Strunk W. The elements of style. 4th ed. 2000."), work).agrees
    False
    """
    record = work.text("edition-number")
    match = _EDITION.search(raw.text)
    cited = "" if match is None else match.group(1) or str(_ORDINALS.index(match.group(2).lower()) + 1)
    agrees = cited == record if cited and record.isdigit() else None
    return FieldEvidence("edition", cited, record, agrees, "", "replaced" if agrees is False else "")


def compare_publisher(raw: RawText, work: Work) -> FieldEvidence:
    """Return the evidence on a book's publisher: wrong only where two houses are named that cannot be one."""
    record = work.publisher if work.type in BOOKS else ""
    known = _house(record)
    cited = _house(raw.body)
    agrees = cited == known if cited and known else None
    return FieldEvidence("publisher", cited, record, agrees, "", "replaced" if agrees is False else "")


def _house(text: str) -> str:
    """Return the one house that a text names, "" for none or several."""
    found = [house for house, pattern in _COMPILED.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else ""
