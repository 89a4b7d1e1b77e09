"""Lists of names as printed that cannot be trusted: cut off, misread, or of two references."""

from __future__ import annotations

import re

from rapidfuzz.distance import DamerauLevenshtein

from refs.model import fold_compact

# "H, Nakashima Y (2006)": what stood before was cut off
_AMID_A_NAME = re.compile(r"\s*[A-Z]{1,3}\s?,\s(?=[A-ZÀ-ÖØ-Þ][^\W\d_]+\s[A-Z])")
_SAME_AUTHOR = re.compile(r"(?:-{2,9}|[—―–_]{2,9}|—)[.,]?\s{0,3}\(?(?:19|20)\d\d")
_PLACE_OF_ANOTHER = re.compile(r"\d{1,4},\s\d{1,6}\s\((?:1[89]|20)\d\d\)[.;]")
_BRACKETED_YEAR = re.compile(r"\(((?:19|20)\d\d)[a-z]?\)")
# How some PDFs' fonts give ligatures: "HuVman", "speciWc", "reXex", "eYcient"
LOST_LIGATURE = re.compile(r"(?<=[a-z])[VWXYZ](?=[a-z])")
_LIGATURES = {"V": "ff", "W": "fi", "X": "fl", "Y": "ffi", "Z": "ffl"}
NEARLY = 5
"""Letters of a surname from which one may be wrong, added or lost."""


def why_unsure(zone: str, surname: str) -> str:
    """Return why the printed names may not be all there is of this work's, "" where nothing says so.

    Args:
        zone: the string where its authors stand.
        surname: the first author's on record.

    >>> why_unsure("H, Marlin Y (2006) ", "Huffman")
    'the list begins amid a name'
    >>> why_unsure("HuVman DL, Abrami L (2004) ", "Huffman"), why_unsure("Dorn A (2004) ", "Huffman")
    ('the first name is nearly this', '')
    """
    if _AMID_A_NAME.match(zone):
        return "the list begins amid a name"
    if _SAME_AUTHOR.search(zone):
        return "the author of the entry before is meant"
    if _PLACE_OF_ANOTHER.search(zone):
        return "the place of another work stands among the names"
    if len(set(_BRACKETED_YEAR.findall(zone))) > 1:
        return "the years of two references are printed"
    surname = fold_compact(surname)
    if len(surname) < NEARLY or surname in fold_compact(zone[:80]):
        return ""
    begun = fold_compact(LOST_LIGATURE.sub(lambda m: _LIGATURES[m.group()], zone[:80]))
    slips = [DamerauLevenshtein.distance(surname, begun[: len(surname) + more]) for more in (-1, 0, 1)]
    return "the first name is nearly this" if min(slips) <= 1 else ""
