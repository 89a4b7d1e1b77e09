"""How an entry of a list is laid out."""

from __future__ import annotations

import re

# "(2003)." or "(2003a, May)" within the first part; "2003;12:45"; ", 2003." at the end; "(2003)" at the end
_LAYOUTS = (
    (
        "in brackets after the authors",
        re.compile(r"[^\d(]{3,300}?\(\s?(?:1[5-9]|20)\d\d[a-z]?[^)]{0,20}\)\s?[.,:]?\s+\S.{30,}", re.S),
    ),
    (
        "before the volume",
        re.compile(r".{20,}[\s.](?:1[5-9]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?;\s?\d", re.S),
    ),
    (
        "in brackets at the end",
        re.compile(r".{30,}\((?:1[5-9]|20)\d\d\)\.?\s*(?:(?:doi|https?|\[).*)?$", re.S | re.I),
    ),
    (
        "at the end",
        re.compile(
            r".{30,},\s(?:[A-Z][a-z]{2,8}\.?\s)?(?:1[5-9]|20)\d\d\.?,?\s*(?:(?:doi|https?|\[|pp?\.).*)?$",
            re.S | re.I,
        ),
    ),
)
# "Cambridge University Press", "In: Novak P (ed.)", "Technical report": another kind of entry
_BOOK = re.compile(
    r"(?i:\bpress\b|\bpublish(?:er|ing)|\bisbn\b|\beds?\.|https?://(?!(?:dx\.)?doi)|\bthesis\b"
    r"|\b(?:technical|research|annual|working)\s(?:report|paper)|\breport no)|(?<=[.”\"’,;] )In:?\s[A-Z]"
)


def layout_of(raw: str) -> str:
    """Return where an article's entry prints its year, in words; "" for other works or where it is unclear.

    >>> layout_of("Payan HM. Human infection with Dirofilaria. Arch Dermatol. 1978;114(4):593-594.")
    'before the volume'
    """
    text = " ".join(raw.split())[:600]
    if _BOOK.search(text):
        return ""
    return next((name for name, pattern in _LAYOUTS if pattern.match(text)), "")
