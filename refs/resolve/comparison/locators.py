"""Are volume, issue and pages on record the ones that are printed?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model import FieldEvidence, PageRange, Work
from refs.resolve.comparison.numbers import Number, Part, plain_number
from refs.resolve.comparison.on_record import NumbersOnRecord

RENUMBERED = 1950
"""Year before which publishers counted the volumes of several series anew."""
SHIFT = 10
"""Pages by which numbering in open archives and in a publisher's volume of proceedings can differ."""
_ENDS = re.compile(r"[-–/]")
_DIGITS = re.compile(r"\d+")
_PARTS = re.compile(r",\s*")
_READ_AS_DIGITS = str.maketrans("lIoO", "1100")
_CONFERENCE = re.compile(r"\b(?:conference|proceedings|symposium|workshop|congress|meeting)\b", re.I)


def compare_locators(
    numbers: Sequence[Number], own: NumbersOnRecord
) -> tuple[FieldEvidence, FieldEvidence, FieldEvidence]:
    """Return the evidence on volume, issue and pages from the numbers behind the title."""
    return (
        _compare_single("volume", Part.VOLUME, own.volume, numbers, own.plain),
        _compare_single("issue", Part.ISSUE, own.issue, numbers, own.plain),
        _compare_pages(numbers, own),
    )


def may_be_at_place(body: str, own: NumbersOnRecord) -> bool:
    """False where the first page or article number on record stands nowhere in a string.

    >>> own = NumbersOnRecord.of(Work({"page": "S057-S063"}))
    >>> may_be_at_place("Gut 2003;2:S57", own), may_be_at_place("Gut 2003;2:58", own)
    (True, False)
    """
    digits = body.translate(_READ_AS_DIGITS)
    for key in ("first", "article"):
        found = _DIGITS.findall(own.plain.get(key, ""))
        if found and found[-1] in digits:
            return True
    return False


def _compare_single(
    field: str, part: Part, record: str, numbers: Sequence[Number], own: dict[str, str]
) -> FieldEvidence:
    """Return the evidence on volume or issue: wrong only where it is absent and a rival in its place."""
    printed = _first_of(part, numbers)
    cited = str(printed) if printed else ""
    if not record:
        return FieldEvidence(field, cited, "", None)
    wanted = plain_number(record)
    if printed is not None and _same(printed, wanted):
        return FieldEvidence(field, cited, record, True)
    loose = [n for n in numbers if n is not printed and _same(n, wanted) and not _explained(n, field, own)]
    if loose:
        sure = len(wanted) >= 2 and loose[0].part is Part.UNKNOWN
        return FieldEvidence(
            field, str(loose[0]), record, True if sure else None, "printed in another place", "unclear"
        )
    if printed is None:
        return FieldEvidence(field, "", record, None)
    if any(n.is_year and n is not printed and n.first in (wanted, printed.first) for n in numbers):
        return FieldEvidence(field, cited, record, None, "the year stands for the volume", "unclear")
    if (
        not printed.sure
        or printed.broken
        or not _is_plain(printed, wanted)
        or _belongs_elsewhere(printed, field, own, numbers)
        or (printed.is_year and any(cited == own.get(f"year{i}") for i in range(3)))
    ):
        return FieldEvidence(field, cited, record, None, "cannot be told from the other numbers", "unclear")
    if field == "volume" and _is_renumbered(printed, wanted, own):
        return FieldEvidence(field, cited, record, None, "may be counted in another series", "unclear")
    return FieldEvidence(field, cited, record, False, "", "replaced")


def _first_of(part: Part, numbers: Sequence[Number]) -> Number | None:
    """Return the first number that plays a part."""
    for number in numbers:
        if number.part is part:
            return number
    return None


def _is_renumbered(printed: Number, wanted: str, own: dict[str, str]) -> bool:
    """True for an old volume counted within its series, and on record from the first: "17" and "322"."""
    year = own.get("year0", "")
    return (
        year.isdigit()
        and int(year) < RENUMBERED
        and abs(int(plain_number(printed.first)) - int(wanted)) >= 100
    )


def _same(number: Number, wanted: str) -> bool:
    """True where a number as printed is the one on record: "12" and "012", "1-2" and "1", "12A" and "12"."""
    first = plain_number(number.first)
    if wanted == first:
        return True
    last = plain_number(number.last) if number.last else ""
    if last and wanted in (f"{first}-{last}", f"{first}/{last}"):
        return True
    if not wanted.isdigit() and first in (ends := _ENDS.split(wanted)) and len(ends) == 2:
        return True
    return bool(last) and number.part is not Part.PAGES and wanted == last


def _explained(number: Number, field: str, own: dict[str, str]) -> bool:
    """True where a number is surely something else than ``field``: an issue "(2)" is no volume 2."""
    part = {"volume": Part.VOLUME, "issue": Part.ISSUE, "page": Part.PAGES}[field]
    if number.part in (Part.OTHER, Part.UNKNOWN, part):
        return False
    if number.part is Part.YEAR:
        return True
    key = {Part.VOLUME: "volume", Part.ISSUE: "issue", Part.PAGES: "first", Part.ARTICLE: "article"}[
        number.part
    ]
    return number.sure or own.get(key) == plain_number(number.first)


def _is_plain(number: Number, wanted: str) -> bool:
    """True where both sides are bare numbers that can be compared; "Suppl 1" and "B" cannot."""
    return plain_number(number.first).isdigit() and wanted.isdigit() and not number.last


def _plain_range(text: str) -> str:
    return _ENDS.sub("-", text)


def _alike(number: Number, numbers: Sequence[Number]) -> list[Number]:
    return [n for n in numbers if n.first == number.first and not n.last]


def _belongs_elsewhere(number: Number, fields: str, own: dict[str, str], numbers: Sequence[Number]) -> bool:
    """True where a printed number is what the record has for another field: only its place is odd."""
    value = plain_number(number.first)
    if number.last and f"{value}-{plain_number(number.last)}" == _plain_range(own.get("volume", "")):
        return True
    if "volume" in fields and value == own.get("first") and len(_alike(number, numbers)) > 1:
        return True  # NOTE: a note gives first page and page, "508, 508", behind a volume in Roman figures
    if not any(value == other for key, other in own.items() if key not in fields.split()):
        return False
    others = [n for n in numbers if n is not number]
    return not any(value in (plain_number(n.first), plain_number(n.last)) for n in others)


def _compare_pages(numbers: Sequence[Number], on_record: NumbersOnRecord) -> FieldEvidence:
    """Return the evidence on pages or article number."""
    own, pages, work = on_record.plain, on_record.pages, on_record.work
    printed, article = _first_of(Part.PAGES, numbers), _first_of(Part.ARTICLE, numbers)
    record = on_record.page or on_record.article
    cited = str(printed or article or "")
    if not record:
        return FieldEvidence("page", cited, "", None)
    for number in numbers if "article" in own else ():
        if plain_number(number.first) == own["article"]:
            return FieldEvidence("page", str(number), record, True, "article number", "article")
    if pages is None or (printed is None and article is None):
        loose = [
            n
            for n in numbers
            if pages and plain_number(n.first) == own.get("first") and not _explained(n, "page", own)
        ]
        return FieldEvidence("page", str(loose[0]) if loose else cited, record, True if loose else None)
    if printed is None:
        return FieldEvidence("page", cited, record, None, "an article number is cited", "article")
    if plain_number(printed.first) == own["first"]:
        return _compare_last(printed, pages, record, cited, numbers)
    if article is not None and plain_number(article.first) == own["first"]:
        return FieldEvidence(
            "page", str(article), record, True, "the first page as article number", "article"
        )
    if any(str(n) in _PARTS.split(record) for n in numbers if n.last):
        return FieldEvidence("page", cited, record, True, "in parts", "first")
    if any(plain_number(n.first) == own["first"] and not _explained(n, "page", own) for n in numbers):
        return FieldEvidence("page", cited, record, None, "printed in another place", "unclear")
    if _is_within(printed, pages):
        return FieldEvidence("page", cited, record, None, "a page within is cited", "within")
    if not _comparable(printed, pages, work) or _belongs_elsewhere(printed, "first last", own, numbers):
        return FieldEvidence(
            "page", cited, record, None, "pages and article number cannot be compared", "unclear"
        )
    if _is_proceedings(work) and _is_shifted(printed, pages):
        note = "a few pages off, as papers online and in the volume can be"
        return FieldEvidence("page", cited, record, None, note, "near")
    if _is_from_one(printed, pages):
        note = "counted from 1, as in the paper's own file"
        return FieldEvidence("page", cited, record, None, note, "near")
    return FieldEvidence("page", cited, record, False, "", "replaced")


def _is_within(printed: Number, pages: PageRange) -> bool:
    """True for one page between the first and the last on record: the one that a note points to."""
    ends = (pages.first, printed.first, pages.last)
    return not printed.last and all(e.isdigit() for e in ends) and int(ends[0]) < int(ends[1]) <= int(ends[2])


def _is_from_one(printed: Number, pages: PageRange) -> bool:
    """True for "1-9" where the record has as many pages, "2914-2922"."""
    ends = (printed.first, printed.last, pages.first, pages.last)
    if printed.first != "1" or not all(end.isdigit() for end in ends):
        return False
    return int(printed.last) == int(pages.last) - int(pages.first) + 1


def _is_shifted(printed: Number, pages: PageRange) -> bool:
    """True where both ends are off by the same few pages: "5075-5084" and "5079-5088"."""
    ends = [(printed.first, pages.first), (printed.last, pages.last)]
    if not all(cited.isdigit() and record.isdigit() for cited, record in ends):
        return False
    first, last = (int(cited) - int(record) for cited, record in ends)
    return first == last and abs(first) < SHIFT


def _comparable(printed: Number, pages: PageRange, work: Work) -> bool:
    """False where one side counts from 1, is an article number, or the record is older than the pages."""
    if not printed.sure or printed.broken:
        return False
    first, record = plain_number(printed.first), plain_number(pages.first)
    if not first.isdigit() or not record.isdigit():
        return False
    if record == plain_number(work.volume) and not pages.last:
        return False  # NOTE: the volume was entered for the page
    if (
        record == "1"
        and not _is_proceedings(work)
        and (not work.volume or not printed.last or len(first) >= 5)
    ):
        return False
    if first == "1" and not pages.last:
        return False
    return not (len(first) >= 5 and not printed.last and (pages.last or len(first) != len(record)))


def _is_proceedings(work: Work) -> bool:
    """True for papers of a conference, whose pages may really begin with 1."""
    return work.type == "proceedings-article" or bool(_CONFERENCE.search(" ".join(work.container_titles)))


def _compare_last(
    printed: Number, pages: PageRange, record: str, cited: str, numbers: Sequence[Number]
) -> FieldEvidence:
    """Return the evidence on the pages where the first page agrees."""
    full = PageRange.parse(cited) if printed.last and pages.last else None
    if full is None:
        return FieldEvidence(
            "page",
            cited,
            record,
            True,
            "" if bool(printed.last) == bool(pages.last) else "one end only",
            "first",
        )
    last, wanted = plain_number(full.last), plain_number(pages.last)
    if last == wanted or not last.isdigit() or not wanted.isdigit():
        return FieldEvidence("page", cited, record, True)
    if wanted.startswith(printed.last):
        return FieldEvidence("page", cited, record, None, "the last page is cut short", "cut")
    if "," in record or any(plain_number(n.first) == wanted for n in numbers if n is not printed):
        return FieldEvidence("page", cited, record, True, "in parts", "first")
    return FieldEvidence("page", cited, record, False, "the last page differs", "last-page")
