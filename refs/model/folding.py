"""Text folded for comparison: case, diacritics, ligatures and punctuation set aside."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from refs.model.patterns import pattern

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l"}
    | {"đ": "d", "Đ": "d", "ı": "i", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "\u00ad": ""}
)
_COMBINING = "\u0300"
"""No character before it is a combining one."""
_NOT_WORD = pattern(r"[\W_]+")
RAISED_AS_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
"""Signs that are raised by themselves, as the digits and the dash that they stand for."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return lower-case words without diacritics, joined by single blanks.

    >>> fold("Weiß, É. — “L’Œuvre” (Łódź)")
    'weiss e l oeuvre lodz'
    """
    if text.isascii():
        return _NOT_WORD.sub(" ", text.lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    bare = "".join([c for c in decomposed if c < _COMBINING or not unicodedata.combining(c)])
    return _NOT_WORD.sub(" ", bare).strip()


def fold_compact(text: str) -> str:
    """Return the folded text without blanks, so that lost or added blanks do not matter.

    >>> fold_compact("Self-Compassion: An alternative")
    'selfcompassionanalternative'
    """
    return fold(text).replace(" ", "")


def in_small(text: str) -> str:
    """Return a text in small letters, as many as before: "İ" alone becomes two.

    >>> len("İZMİR".lower()), len(in_small("İZMİR"))
    (7, 5)
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join([c.lower()[:1] for c in text])


def words(text: str) -> list[str]:
    """Return the folded words of a text, in order.

    >>> words("Nucl. Instr. Meth. B, 216")
    ['nucl', 'instr', 'meth', 'b', '216']
    """
    return fold(text).split()
