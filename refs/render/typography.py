"""Text of an item as rich text: tags become faces, straight quotation marks and apostrophes typographic."""

from __future__ import annotations

import re
from functools import lru_cache

from refs.model.markup import clean_markup
from refs.model.patterns import pattern
from refs.render.rich_text import (
    CLOSE,
    NOCASE_CLOSE,
    NOCASE_OPEN,
    OPEN,
    QUOTE_CLOSE,
    QUOTE_OPEN,
    SINGLE_CLOSE,
    SINGLE_OPEN,
    plain,
)

_SPECIAL = pattern("[<&\"'‘’“”\ufdd0-\ufdef\ufffe\uffff\x00-\x1f\x7f\ud800-\udfff]|\\s\\s")
_TAGS = pattern(
    r'<(/?)(i|b|sup|sub|sc)>|<span\s+(class="nocase"|style="font-variant:\s?small-caps;?")>|</span>'
)
_WHITE = pattern(r"[ \t\r\n\f\v]+")
_BLANK_INSIDE = pattern(f"([{''.join(OPEN.values())}]) +")
_INSIDE_BLANK = pattern(f" +([{''.join(CLOSE.values())}])")
_WORD = pattern(r"\w")
_NOT_OPENING = frozenset(" \t\u00a0\u202f.,;:!?)]}’”")
_MARKS = frozenset("".join(OPEN.values()) + "".join(CLOSE.values()) + NOCASE_OPEN + NOCASE_CLOSE)


@lru_cache(maxsize=4096)
def rich(text: str) -> str:
    """Return the rich text of a field as CSL-JSON holds it.

    >>> from refs.render.rich_text import bare_text
    >>> bare_text(rich("The \\"new\\" psychology's <i>critics</i> &amp; friends"))
    'The “new” psychology’s critics & friends'
    """
    if not _SPECIAL.search(text):
        return text.strip()
    text = plain(text)
    if "<" in text or "&" in text:
        text = _faces(text)
        text = _BLANK_INSIDE.sub(r" \1", _INSIDE_BLANK.sub(r"\1 ", text))  # "<i> lac </i>" is " <i>lac</i> "
    text = _WHITE.sub(" ", text).strip()
    if '"' in text or "“" in text:
        text = _pair(text, '"“', '"”', QUOTE_OPEN, QUOTE_CLOSE)
    if "'" in text:
        text = _pair(text, "'", "'", QUOTE_OPEN, QUOTE_CLOSE).replace("'", "’")
    if "‘" in text:
        text = _pair(text, "‘", "’", SINGLE_OPEN, SINGLE_CLOSE)
    return text


def _faces(text: str) -> str:
    """Return text with CSL-JSON's tags as marks and every other tag gone."""
    spans: list[str] = []

    def mark(match: re.Match[str]) -> str:
        closing, name, span = match.groups()
        if span:
            nocase = span.startswith("class")
            spans.append(NOCASE_CLOSE if nocase else CLOSE["sc"])
            return NOCASE_OPEN if nocase else OPEN["sc"]
        if name:
            return CLOSE[name] if closing else OPEN[name]
        return spans.pop() if spans else ""

    return _TAGS.sub(mark, clean_markup(text))


def _pair(text: str, opening: str, closing: str, open_mark: str, close_mark: str) -> str:
    """Return text with its pairs of quotation marks as marks; what finds no partner stays as it is.

    An opening mark stands at the start or after a blank, bracket or dash, and before no blank; a closing
    one stands after no blank and before no letter or digit. Apostrophes and primes are neither.
    """
    characters = list(text)
    waiting: list[int] = []
    for place, character in enumerate(characters):
        if character not in opening and character not in closing:
            continue
        before, after = _neighbour(characters, place, -1), _neighbour(characters, place, 1)
        curly = character in "“‘"
        opens = character in opening and (
            curly or not before or not (_is_word(before) or before in _NOT_CLOSING)
        )
        if opens and after and after not in _NOT_OPENING:
            waiting.append(place)
        elif waiting and character in closing and before and before != " " and not _is_word(after):
            characters[waiting.pop()] = open_mark
            characters[place] = close_mark
    return "".join(characters)


_NOT_CLOSING = frozenset(".,;:!?)]}…%")


def _is_word(character: str) -> bool:
    return bool(character) and (character.isalnum() or character == "_")


def _neighbour(characters: list[str], place: int, step: int) -> str:
    """Return the next character that is read in a direction, "" at the end."""
    place += step
    while 0 <= place < len(characters) and characters[place] in _MARKS:
        place += step
    return characters[place] if 0 <= place < len(characters) else ""
