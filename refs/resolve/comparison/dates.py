"""Is the year on record the one that is printed? Online and print years are both right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model import FieldEvidence
from refs.resolve.comparison.numbers import Number, Part, plain_number
from refs.resolve.comparison.on_record import NumbersOnRecord

NEAR = 1
"""Years apart that the way from online to print explains."""
ONLINE = 3
"""Years by which an article cited before it had a volume and pages may precede them."""
_LOCATORS = frozenset({Part.VOLUME, Part.PAGES})


def compare_year(numbers: Sequence[Number], own: NumbersOnRecord) -> FieldEvidence:
    """Return the evidence on the year from the numbers that stand outside title and container."""
    years = own.years
    record = str(years[0]) if years else ""
    printed = [int(n.first) for n in numbers if n.part is Part.YEAR and n.is_year and not _is_locator(n, own)]
    if not years or not printed:
        cited = str(printed[0]) if printed else ""
        return FieldEvidence("issued", cited, record, None)
    hit = next((y for y in printed if y in years), None)
    if hit is not None:
        note = "" if hit == years[0] else "print and online year differ on record"
        return FieldEvidence("issued", str(hit), record, True, note, "online" if note else "")
    others = [n for n in numbers if n.is_year and n.part is not Part.YEAR and int(n.first) in years]
    cited = str(printed[0])
    if others:
        return FieldEvidence(
            "issued", cited, record, None, "the year on record stands in another place", "unclear"
        )
    nearest = min(printed, key=lambda y: min(abs(y - r) for r in years))
    if min(abs(nearest - r) for r in years) <= NEAR:
        return FieldEvidence(
            "issued", str(nearest), record, None, "one year apart, as online and print often are", "near"
        )
    if any(_stands_in_doi(year, own) for year in printed):
        return FieldEvidence("issued", cited, record, None, "the work's DOI bears this year", "near")
    if _is_online_first(numbers, printed, own):
        note = "cited without volume and pages, as an article online before them is"
        return FieldEvidence("issued", cited, record, None, note, "near")
    return FieldEvidence("issued", cited, record, False, "", "replaced")


def _is_online_first(numbers: Sequence[Number], printed: Sequence[int], own: NumbersOnRecord) -> bool:
    """True where a journal's article is cited a little earlier than on record, without its place there."""
    place = [own.plain.get(key) for key in ("volume", "first", "last", "article")]
    if not own.volume or any(
        n.part in _LOCATORS and (n.sure or plain_number(n.first) in place) for n in numbers
    ):
        return False
    return 0 < min(own.years) - max(printed) <= ONLINE


def _stands_in_doi(year: int, own: NumbersOnRecord) -> bool:
    """True where a DOI bears a year before the one on record, which is when the work was put online.

    >>> from refs.model import Work
    >>> data = {"DOI": "10.1111/j.1435-5597.1968.tb01439.x", "issued": {"date-parts": [[2005]]}}
    >>> own = NumbersOnRecord.of(Work(data))
    >>> _stands_in_doi(1968, own), _stands_in_doi(1967, own)
    (True, False)
    """
    return year < min(own.years) and re.search(rf"(?<!\d){year}(?!\d)", str(own.work.doi)) is not None


def _is_locator(number: Number, own: NumbersOnRecord) -> bool:
    """True where a number that looks like a year is the work's volume, page or article number."""
    if number.bracketed:
        return False
    pages = own.pages
    if pages is not None and pages.first.isdigit() and pages.last.isdigit():
        within = range(int(pages.first), int(pages.last) + 1)
        if int(number.first) in within:
            return True
    first = pages.first if pages is not None else ""
    return number.first in (own.volume, own.issue, own.article, first)
