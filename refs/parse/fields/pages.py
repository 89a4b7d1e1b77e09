"""Pages and article numbers as printed → CSL ``page``: "S. 12–8" gives "12-18"."""

from __future__ import annotations

import re

from refs.model.pages import PageRange

_LABEL = re.compile(
    r"^(?:pp?|pages?|pgs?|s|seiten?|págs?|pagg?|str|art(?:icle)?|no|с|стр)\b\.?\s*:?\s*|^[頁页쪽]\s*", re.I
)
_RANGE = re.compile(
    r"([A-Za-z]{0,3})\s?(\d{1,7})([A-Za-z]?)\s*[-–—−‐‑~\u00ad\x96\x97]{1,3}\s*([A-Za-z]{0,3})\s?(\d{1,7})([A-Za-z]?)(?!\d)"
)
_BRACKETED = re.compile(r"^\d{1,4}\)[\s,;:]*(?=\d)")  # "200),352-363"
_ROMAN = re.compile(r"[ivxlcdm]+")
_ONE = re.compile(r"[A-Za-z]{0,3}\s?\d{1,9}[A-Za-z]?(?=$|[\s,;:.(\[])")  # "391; astro"
_FOLLOWING = re.compile(r"(?<=\d)\s?(?:ff?|sqq?|s)\b\.?.*$")
_SPACED = re.compile(r"\s*[-–—−‐‑~\u00ad\x96\x97]+\s*")
"""U+0096 and U+0097 are what is left of Windows' dashes that were read as Latin-1."""
_MOST = 150
"""A chapter has so many pages at most, where the dash between them was lost."""


def parse_pages(text: str) -> str:
    """Return the page range or article number of a printed stretch, the last page filled up.

    >>> [parse_pages(t) for t in ("pp. 1234–8", "S. 71 f.", "R17292", "xi–xiv", "85--86", "39; x", "5),7-9")]
    ['1234-1238', '71', 'R17292', 'xi-xiv', '85-86', '39', '7-9']
    """
    bare = _LABEL.sub("", text.strip(" .,;:()[]"))
    if not bare.isdecimal():
        bare = _BRACKETED.sub("", bare)
        bare = _FOLLOWING.sub("", bare)
    if match := _RANGE.match(bare):
        one, first, a, two, last, b = match.groups()
        pages = PageRange.parse(f"{one}{first}{a}-{two}{last}{b}")
        if pages is not None and pages.last:
            return f"{pages.first}-{pages.last}"
    if match := _ONE.match(bare):
        return match.group().replace(" ", "")
    plain = _SPACED.sub("-", bare).strip(" .,;:()-")
    return "" if plain.isalpha() and not _ROMAN.fullmatch(plain.lower()) else plain  # "H. Jul./Aug."


def pages_parted(pages: str) -> str:
    """Return the range that lost its dash, and anything else as it is.

    >>> [pages_parted(pages) for pages in ("245275", "034503", "275245", "1245")]
    ['245-275', '034503', '275245', '1245']
    """
    if len(pages) != 6 or not pages.isdecimal() or pages[0] == "0":
        return pages
    first, last = int(pages[:3]), int(pages[3:])
    return f"{first}-{last}" if 0 < last - first < _MOST else pages
