"""What a line may open, as its first word says: a list, something else than a list, comments, link labels.

Nearly every line of an article opens nothing, and its first word tells. Words repeat, so each is looked at
once; only the lines that are left are worth a regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

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
_NEAR = 3
"""Letters that nearly always show that a line opens nothing; few different ones stand at a text's lines."""


def _first_letters(kinds: int) -> frozenset[str]:
    """Return the first letters of the words that open one of these kinds, as headings write them."""
    words = {word for word, kind in _KINDS.items() if kind == _PART or kind & kinds}
    words |= {*_LABEL_WORDS} if kinds & LABELS else set()
    numbers = {"".join(letters) for count in range(1, _NEAR + 1) for letters in product(_ROMAN, repeat=count)}
    return frozenset(
        written
        for letters in {word[:_NEAR] for word in words} | numbers
        for written in (letters, letters.title(), letters.upper())
    )


_BEGIN_ENDS = _first_letters(END)
_BEGIN_OTHERS = _first_letters(LIST | COMMENTS | LABELS)
_BEGIN_ANY = _BEGIN_ENDS | _BEGIN_OTHERS
# What stands before the first word, if anything does, and that word's first letters
_FIRST_LETTERS = re.compile(rf"[\x00-@\[-`{{-\x7f]*+([A-Za-z]{{2,{_NEAR}}}|$)")
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
    """Return what lines may open, by place; lines that open nothing, or only end a list, are left out."""
    # NOTE: a thesis has ten thousands of lines, but few first letters, which are looked at once.
    heads = [text[:_NEAR] for text in texts]
    different = set(heads)
    near = different & _BEGIN_OTHERS
    near |= {head for head in different if not _is_plain(head) and _may_begin(head, LIST | COMMENTS | LABELS)}
    places = [place for place, head in enumerate(heads) if head in near]
    return {place: found for place in places if (found := opening(texts[place])) & ~END}


def possible_ends(texts: Sequence[str], start: int, stop: int) -> Iterator[int]:
    """Yield the places from one to another of lines that may open something else than a list."""
    for place in range(start, stop):
        head = texts[place][:_NEAR]
        near = head in _BEGIN_ENDS or (not _is_plain(head) and _may_begin(head, END))
        if near and opening(texts[place]) & END:
            yield place


def _is_plain(letters: str) -> bool:
    """Return True for letters of which the sets of first letters tell all."""
    return letters.isalpha() and letters.isascii() and (letters[1:].islower() or letters.isupper())


def _may_begin(letters: str, kinds: int) -> bool:
    """Return False for the first letters of a line if no opening of these kinds begins with them."""
    word, blank, _ = letters.partition(" ")
    found = _opened_by(word) if blank and word else _LOOK_FURTHER
    return found < 0 or found & kinds > 0


def _opened_behind(text: str) -> int:
    """Return what a line may open that begins with marks or numbers; all, if it is spaced out."""
    first = _FIRST_LETTERS.match(text)
    if first and text.isascii():
        letters = first.group(1)
        if not letters or (_is_plain(letters) and letters not in _BEGIN_ANY):
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
