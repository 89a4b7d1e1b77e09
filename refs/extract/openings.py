"""What a line may open, as its first word says: a list, something else than a list, comments, link labels.

Nearly every line of an article opens nothing, and its first word tells. Words repeat, so each is looked at
once; only the lines that are left are worth a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from refs.extract.headings import COMMENT_WORDS, END_WORDS, LIST_WORDS, may_head_list
from refs.model import fold

LIST, END, COMMENTS, LABELS = 1, 2, 4, 8
"""What a line may open; one line may open several."""
_ALL = LIST | END | COMMENTS | LABELS
_LOOK_FURTHER, _PART = -1, -2
"""What a mark or a number says: the word after it decides; and "Chapter": it may end a list, "Chapter 3.
Methods", or open one, "Chapter 3 References", as the words after it say."""
_LABEL_WORDS = tuple(
    "view google cross pubmed cas article medline free publisher full ads math web scopus download go open "
    "isi find abstract pdf".split()
)
"""Words that the labels of links begin with; labels may run together ("CrossRefPubMed")."""
_KINDS = {
    **{
        word: LIST * (word in LIST_WORDS) | END * (word in END_WORDS) | COMMENTS * (word in COMMENT_WORDS)
        for word in LIST_WORDS | END_WORDS | COMMENT_WORDS
    },
    **dict.fromkeys(("chapter", "kapitel", "section"), _PART),
}
"""What the first word of a line, folded, says; no other word opens anything."""
_MARKS = ".,:;()[]*#_-"
_NUMBERS = _MARKS + "0123456789%•–"
_ROMAN = "ivxlc"
_FIRST_WORD = re.compile(r"[\W\d_]*([^\W\d_]{1,5})")
_GLANCE = 5
"""Letters that nearly always show that a line opens nothing."""
_STARTS = frozenset(word[:_GLANCE] for word in (*_KINDS, *_LABEL_WORDS))
_DEEPEST = 6
"""Words that may stand before the one that tells: "# Chapter A.2 …"."""
_FARTHEST = 80
"""Characters in which they stand."""


def opening(text: str) -> int:
    """Return what a line may open, 0 for nothing.

    >>> opening("7. References") & LIST, opening("Appendix A") & END, opening("Neff, K. (2003).")
    (1, 2, 0)
    """
    if not text[:1].isalpha():
        return _opened_behind(text)
    head = text.split(None, 1)
    found = _opened_by(head[0])
    if found == _PART:
        return END | (_opened_behind(head[1]) & LIST if len(head) > 1 else 0)
    if found > 0 and found & LIST and len(head) > 1 and head[0].isalpha() and not may_head_list(head[1]):
        return found & ~LIST
    return found if found >= 0 else _opened_behind(text)


def openings(texts: Sequence[str]) -> dict[int, int]:
    """Return what lines may open, by place; lines that open nothing are left out."""
    places = [place for place, text in enumerate(texts) if _may_open(text[:_GLANCE])]
    return {place: found for place in places if (found := opening(texts[place]))}


@lru_cache(maxsize=16384)
def _may_open(letters: str) -> bool:
    """Return False for the first letters of a line that are those of no word that opens anything."""
    if " " in letters:
        return _opened_by(letters.split(" ", 1)[0]) != 0
    letters = letters.lower()
    if not (letters.isascii() and letters.isalpha()):
        return True
    return letters in _STARTS or letters.startswith(_LABEL_WORDS) or not letters.strip(_ROMAN)


def _opened_behind(text: str) -> int:
    """Return what a line may open that begins with marks or numbers; all, if it is spaced out."""
    first = _FIRST_WORD.match(text, 0, _FARTHEST)
    if first is None:
        return _ALL if "©" in text[:_FARTHEST] else 0
    if len(first.group(1)) > 1 and not _may_open(first.group(1)) and text.isascii():
        return 0
    words = text[:_FARTHEST].split(None, _DEEPEST)[:_DEEPEST]
    for word in words:
        found = _opened_by(word)
        if found != _LOOK_FURTHER:
            return found if found >= 0 else LIST | END
    return _ALL if len(words) > 3 and all(len(word) == 1 for word in words) else 0


@lru_cache(maxsize=16384)
def _opened_by(word: str) -> int:
    """Return what a line may open that begins with a word, ``_LOOK_FURTHER`` if the next word tells."""
    if "©" in word:
        return _ALL
    if not word.strip(_NUMBERS):
        return _LOOK_FURTHER
    folded = word.strip(_MARKS).lower()
    if not (folded.isascii() and folded.isalpha()):
        words = fold(word).split()
        if not words or all(map(_is_number, words)):
            return _LOOK_FURTHER
        folded = words[0]
    elif _is_number(folded):
        return _LOOK_FURTHER
    found = _KINDS.get(folded, 0)
    return found | LABELS if found >= 0 and folded.startswith(_LABEL_WORDS) else found


def _is_number(word: str) -> bool:
    """Return True for what may number a heading: "12", "a", "b2", "xiv"."""
    return len(word) == 1 or word.isdigit() or word[1:].isdigit() or not word.strip(_ROMAN)
