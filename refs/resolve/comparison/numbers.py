"""The numbers of a reference by the part they play: volume, issue, pages, year.

The part is learnt from the string's own grammar, not from a parse: "12(3), 45–67", "vol. 12, no. 3, pp. 45",
"2003;12(3):45-67", "114, 4 (1978), 593-594", "77 (1996) 3865".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from string import ascii_letters
from typing import NamedTuple

DASH = r"\s?(?:-{1,3}|[\u2010-\u2015\u2212])\s?"
# "45", "45-67", "E86–92", "045003", "S57", "12A", "e0123456", "45ff."
_NUMBER = re.compile(
    rf"(?<![\w’'])(?<!\d\.)(?<!\w[-–—])([A-Za-z]{{0,3}}\d{{1,10}}[A-Za-z]??)"
    rf"(?:{DASH}([A-Za-z]{{0,3}}\d{{1,10}}[A-Za-z]?)|ff?|sqq?)?(?![\w])"
)
_LABELS = {
    "volume": r"vols?|volumes?|v|bd|band|jg|jrg|jahrg|tomes?|tomo|t|том|т|卷|第",
    "issue": r"nos?|n|nr|n°|nº|núms?|nums?|number|iss|issues?|issue no|heft|h|fasc|№|вып",
    "pages": r"pp?|pages?|pgs?|pág|págs|seiten?|blz|s|с|стр|páginas?",
    "article": r"art|article|art\. no|article no|article id|article number|id|e-?location|paper|arts",
    "other": r"ed|edition|part|pt|ch|chap|chapter|sect?|section|suppl|supplement|ser|series|aufl|session",
}
_LABEL = re.compile(
    r"(?:^|[\s,.;:(\[\d])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")[.:]{0,2}\s{0,3}$",
    re.I,
)
_LETTERS = f"{ascii_letters}-"


def _last_words(labels: Iterable[str]) -> Iterator[str]:
    """Yield the words in which labels end, both ways where a letter may be left out.

    >>> list(_last_words(["vols?|v", "article no|e-?location"]))
    ['vol', 'vols', 'v', 'no', 'elocation', 'e-location']
    """
    for label in "|".join(labels).split("|"):
        word = label.split(" ")[-1]
        before, letter, behind = word.partition("?")
        yield from [before[:-1] + behind, before + behind] if letter else [word]


_LABEL_ENDS = frozenset(_last_words(_LABELS.values()))
"""Words without which no label stands before a number: looked up far more quickly than all are tried."""
_FIRST_WORDS = ("art", "article", "issue")
"""Words that a label of two begins with: "article no"."""
_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec mär mai okt dez spring summer autumn fall winter".split()
)
_MONTH = re.compile(rf"(?:{'|'.join(_MONTHS)})[a-zä]*\.?\s?$", re.I)
_MONTH_BEHIND = re.compile(r"(?:st|nd|rd|th|\.)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.I)
_YEAR_WITH_LETTER = re.compile(r"(?:19|20)\d\d[a-h]")  # "2019a"
_DIGIT = re.compile(r"\d")
_LETTERS_BEFORE = 3
"""Letters that a number can begin with."""
_BLANK_OR_POINT, _ROMAN = re.compile(r"[\s.]"), re.compile(r"[ivxlc]{1,8}")
_LEADING_NOUGHTS = re.compile(r"(?<!\d)0+(?=\d)")
_MIN_YEAR, _MAX_YEAR = 1500, 2099
_MODERN = 1800


class Part(Enum):
    """The part a number plays."""

    YEAR = "year"
    VOLUME = "volume"
    ISSUE = "issue"
    PAGES = "pages"
    ARTICLE = "article"
    OTHER = "other"
    UNKNOWN = "unknown"


class Number(NamedTuple):
    """A number or range as printed; ``sure`` where a label or the form leaves no doubt about its part."""

    first: str
    last: str
    start: int
    end: int
    part: Part = Part.UNKNOWN
    sure: bool = False
    bracketed: bool = False
    broken: bool = False
    """Only a blank sets it apart from digits before it: "5 7(2-3)" may be volume 57."""

    @property
    def is_year(self) -> bool:
        return _is_year(self.first)

    def playing(self, part: Part, *, sure: bool = False) -> Number:
        """Return the number with another part."""
        first, last, start, end, _, _, bracketed, broken = self
        return Number(first, last, start, end, part, sure, bracketed, broken)

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last else self.first


def read_numbers(text: str, *, dated: bool = False) -> list[Number]:
    """Return the numbers of a text in order, each with its part.

    Args:
        dated: a year stands before the text, so that "1816-1817" is none.

    >>> [(str(n), n.part.value) for n in read_numbers("Arch Dermatol. 1978;114(4):593-594.")]
    [('1978', 'year'), ('114', 'volume'), ('4', 'issue'), ('593-594', 'pages')]
    >>> [(str(n), n.part.value) for n in read_numbers("Archives of Dermatology 114, 4 (1978), 593–4")]
    [('114', 'volume'), ('4', 'issue'), ('1978', 'year'), ('593-4', 'pages')]
    >>> [(str(n), n.part.value) for n in read_numbers("Phys. Rev. Lett. 77 (1996) 3865")]
    [('77', 'volume'), ('1996', 'year'), ('3865', 'pages')]
    >>> [(str(n), n.part.value) for n in read_numbers("Brain Res., vol. 3, no. 2, p. 9, 2004")]
    [('3', 'volume'), ('2', 'issue'), ('9', 'pages'), ('2004', 'year')]
    >>> [(str(n), n.part.value) for n in read_numbers("Brain Res., Bd. 3A, H. 2-3, S. 9ff., 2004")]
    [('3A', 'volume'), ('2-3', 'issue'), ('9', 'pages'), ('2004', 'year')]
    """
    return _bare(text, _ranges(text, _brackets(text, _without_false_years(read_plainly(text), dated))))


def _without_false_years(numbers: list[Number], dated: bool) -> list[Number]:
    """Return numbers, pages that look like years undone: "93, 1816-1817 (1971)", "161, 1681 (2012)".

    >>> [n.part.value for n in read_numbers("J. Am. Chem. Soc. 93(7), 1816-1817 (1971)")]
    ['volume', 'issue', 'pages', 'year']
    """
    known = [int(n.first) for n in numbers if n.part is Part.YEAR and n.bracketed]
    if not dated and not known:
        return numbers
    latest = max(known, default=_MODERN)
    return [
        n.playing(Part.UNKNOWN) if n.part is Part.YEAR and not n.bracketed and _is_page(n, latest) else n
        for n in numbers
    ]


def _is_page(number: Number, year: int) -> bool:
    """True for a range, or a number that is no year of print, beside a year that is one."""
    if number.last:
        return int(number.first) != year
    return int(number.first) < _MODERN <= year


def read_plainly(text: str) -> list[Number]:
    """Return the numbers of a text in order, those with a part that a label or their own form gives away.

    >>> [(str(n), n.part.value) for n in read_plainly("Arch Dermatol. 1978;114(4):pp. 593-594.")]
    [('1978', 'year'), ('114', 'unknown'), ('4', 'unknown'), ('593-594', 'pages')]
    """
    found: list[Number] = []
    at = 0
    while digit := _DIGIT.search(text, at):  # NOTE: far quicker than to try for a number at every letter
        match = _NUMBER.search(text, max(at, digit.start() - _LETTERS_BEFORE))
        if match is None:
            break
        found.append(_number(text, match))
        at = match.end()
    return found


def _number(text: str, match: re.Match[str]) -> Number:
    """Return a number with the part that a label, a month or its form gives it."""
    start, end = match.span()
    first, last = match[1], match[2] or ""
    before = text[max(0, start - 18) : start]
    stripped = before.rstrip()
    bracketed = stripped[-1:] in ("(", "[") and text[end : end + 2].lstrip()[:1] in (")", "]")
    broken = before[-1:].isspace() and before[-2:-1].isdecimal()
    if not last and _YEAR_WITH_LETTER.fullmatch(first):
        first = first[:4]
    part, sure = _part_of(text, end, before, stripped, first, last)
    return Number(first, last, start, end, part, sure, bracketed, broken)


def _part_of(text: str, end: int, before: str, stripped: str, first: str, last: str) -> tuple[Part, bool]:
    """Return the part of a number that ends at a place of a text, and whether that is sure."""
    is_year = _is_year(first)
    if _is_word_end(stripped):
        word = _last_word(stripped) if before.isascii() else ""
        label = _label(before, word)
        if label is not None and not (label.lastgroup == "issue" and is_year):
            return Part(label.lastgroup), True
        if not is_year and (not word or any(month in word for month in _MONTHS)) and _MONTH.search(before):
            return Part.OTHER, False
    if not is_year:
        return (Part.OTHER if _MONTH_BEHIND.match(text, end) else Part.UNKNOWN), False
    is_date = (not last or _is_year_range(first, last)) and stripped[-1:] != ":"
    return (Part.YEAR if is_date else Part.UNKNOWN), False


def _is_year(first: str) -> bool:
    return len(first) == 4 and first.isdigit() and _MIN_YEAR <= int(first) <= _MAX_YEAR


def _is_word_end(stripped: str) -> bool:
    """True where a word, its stop aside, ends right before a number: a label or a month can be one."""
    last = stripped[-3:].rstrip(".:")[-1:]
    return last.isalpha() or last in ("°", "№")


def _label(before: str, word: str) -> re.Match[str] | None:
    """Return the label that ends what stands before a number.

    Args:
        word: its last word, where all of it is plain letters: it is looked up before the pattern is tried,
            and tried where it begins unless another of a label may stand before it.
    """
    if word and word not in _LABEL_ENDS:
        return None
    small = before.lower()
    start = small.rfind(word)
    if not word or small[:start].rstrip(" .").endswith(_FIRST_WORDS):
        return _LABEL.search(before)
    return _LABEL.match(before, max(start - 1, 0))


def _last_word(stripped: str) -> str:
    """Return the word before a number, in small letters, without stops and colons behind it.

    >>> _last_word("Arch Dermatol., Vol."), _last_word("(2019) e-location:")
    ('vol', 'e-location')
    """
    core = stripped.rstrip(".:")
    return core[len(core.rstrip(_LETTERS)) :].lower()


def _is_year_range(first: str, last: str) -> bool:
    """True for "1998-1999" and "1998-99": two years running, not pages 1998 to 2011."""
    last = last if len(last) == 4 else first[:2] + last
    return last.isdigit() and 0 < int(last) - int(first) <= 1


def _after_colon(before: str) -> bool:
    return before.rstrip().endswith(":")


def _brackets(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Give "12(3)" its volume and issue, and "2019(3)" its issue."""
    found = list(numbers)
    for i, number in enumerate(found):
        if not number.bracketed or number.part not in (Part.UNKNOWN, Part.YEAR) or i == 0:
            continue
        before = found[i - 1]
        gap = text[before.end : number.start]
        if gap.strip(" .,") not in ("(", "["):
            continue
        if before.part is Part.UNKNOWN and number.part is Part.UNKNOWN:
            found[i - 1] = before.playing(Part.VOLUME, sure=True)
            found[i] = number.playing(Part.ISSUE, sure=True)
        elif before.part in (Part.VOLUME, Part.YEAR) and number.part is Part.UNKNOWN:
            found[i] = number.playing(Part.ISSUE, sure=True)
        elif before.part is Part.UNKNOWN and i == 1 and not before.last:
            found[i - 1] = before.playing(Part.VOLUME, sure=True)
    return found


def _ranges(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Give the last open range, or the number after a colon, the part of pages."""
    found = list(numbers)
    if any(n.part is Part.PAGES for n in found):
        return found
    for i in range(len(found) - 1, -1, -1):
        number = found[i]
        if number.part is Part.UNKNOWN and number.last and not number.bracketed:
            found[i] = number.playing(Part.PAGES, sure=True)
            return found
    for i in range(len(found) - 1, 0, -1):
        number = found[i]
        if number.part is Part.UNKNOWN and _after_colon(text[: number.start]):
            found[i] = number.playing(Part.PAGES, sure=True)
            return found
    return found


def _bare(text: str, numbers: Sequence[Number]) -> list[Number]:
    """Give what is left its part by order: volume, issue, first page."""
    found = list(numbers)
    have = [n.part for n in found]
    open_ = [i for i, n in enumerate(found) if n.part is Part.UNKNOWN and not n.bracketed]
    if open_ and Part.VOLUME not in have:
        first = open_.pop(0)
        pages = next((n.start for n in found if n.part is Part.PAGES), None)
        pages_follow = bool(open_) if pages is None else found[first].start < pages
        found[first] = found[first].playing(Part.VOLUME, sure=bool(pages_follow))
    if open_ and Part.PAGES not in have:
        last = open_.pop()
        before = found[last - 1] if last else None
        apart = before is not None and before.part in (Part.YEAR, Part.ISSUE)
        big = found[last].first.isdigit() and int(found[last].first) > 24
        found[last] = found[last].playing(Part.PAGES, sure=apart or big)
    if open_ and Part.ISSUE not in have:
        found[open_[0]] = found[open_[0]].playing(Part.ISSUE)
    return found


@lru_cache(maxsize=8192)
def plain_number(text: str) -> str:
    """Return a number in lower case without leading zeros, blanks and points, Roman ones in digits.

    >>> plain_number("0012"), plain_number("XIV"), plain_number("E86"), plain_number("s1-3")
    ('12', '14', 'e86', 's1-3')
    """
    if text.isdigit() and text.isascii():
        return text.lstrip("0") or "0"
    bare = _BLANK_OR_POINT.sub("", text).lower()
    if _ROMAN.fullmatch(bare):
        return str(_roman(bare))
    return _LEADING_NOUGHTS.sub("", bare)


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))
