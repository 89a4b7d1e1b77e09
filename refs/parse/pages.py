"""Pages and article numbers as printed → CSL ``page``: "S. 12–8" gives "12-18"."""

from __future__ import annotations

import re

from refs.model.pages import PageRange

_LABEL = re.compile(
    r"^(?:pp?|pages?|pgs?|s|seiten?|págs?|pagg?|str|art(?:icle)?|no|с|стр)\b\.?\s*:?\s*", re.I
)
_RANGE = re.compile(
    r"([A-Za-z]{0,3})\s?(\d{1,7})([A-Za-z]?)\s*[-–—−‐‑~\u00ad]{1,3}\s*([A-Za-z]{0,3})\s?(\d{1,7})([A-Za-z]?)(?!\d)"
)
_ONE = re.compile(r"[A-Za-z]{0,3}\s?\d{1,9}[A-Za-z]?(?=$|[\s,;:.(\[])")  # "391; astro"
_FOLLOWING = re.compile(r"(?<=\d)\s?(?:ff?|sqq?|s)\b\.?.*$")
_SPACED = re.compile(r"\s*[-–—−‐‑~\u00ad]+\s*")


def parse_pages(text: str) -> str:
    """Return the page range or article number of a printed stretch, the last page filled up.

    >>> [parse_pages(t) for t in ("pp. 1234–8", "S. 71 f.", "R17292", "xi–xiv", "585--586", "391; x")]
    ['1234-1238', '71', 'R17292', 'xi-xiv', '585-586', '391']
    """
    bare = _LABEL.sub("", text.strip(" .,;:()[]"))
    if not bare.isdecimal():
        bare = _FOLLOWING.sub("", bare)
    if match := _RANGE.match(bare):
        one, first, a, two, last, b = match.groups()
        pages = PageRange.parse(f"{one}{first}{a}-{two}{last}{b}")
        if pages is not None and pages.last:
            return f"{pages.first}-{pages.last}"
    if match := _ONE.match(bare):
        return match.group().replace(" ", "")
    return _SPACED.sub("-", bare).strip(" .,;:()-")
