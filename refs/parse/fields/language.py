"""The language of a title, told by its small words; "" where too few of them are there."""

from __future__ import annotations

import re

from refs.parse.eastern import has_eastern

_SMALL = {
    "en": "the of and in for on to with from by an is are its at as how what between among using",
    "de": "der die das und für von im zur zum des dem den ein eine einer mit über auf als bei aus nach",
    "fr": "le la les des du et un une dans pour sur au aux l d entre par chez sous",
    "es": "el la los las del y en un una para por con sobre entre como desde",
    "pt": "o os as do da dos das e em um uma para por com no na nos nas sobre entre",
    "it": "il lo gli della dei delle nella nel e un una per con sul sulla tra di alla",
    "nl": "de het een van en voor met op bij uit naar door over",
}


def _languages_by_word() -> dict[str, list[str]]:
    """Return which languages each small word is of."""
    found: dict[str, list[str]] = {}
    for language, words in _SMALL.items():
        for word in words.split():
            found.setdefault(word, []).append(language)
    return found


_OF_WORD = _languages_by_word()
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 2
"""So many small words tell a language."""


def language_of(title: str) -> str:
    """Return the ISO 639-1 code of a title's language, or "" if it does not show.

    >>> [language_of(t) for t in ("The origin of species", "Zur Kritik der Urteilskraft", "Nature")]
    ['en', 'de', '']
    """
    if has_eastern(title):
        return (
            "ja"
            if re.search(r"[\u3040-\u30ff]", title)
            else "ko"
            if re.search(r"[\uac00-\ud7af]", title)
            else "zh"
        )
    found = [language for word in _WORD.findall(title.lower()) for language in _OF_WORD.get(word, ())]
    if len(found) < _ENOUGH:
        return ""
    if len({*found}) == 1:
        return found[0]
    scores = sorted((found.count(language), language) for language in {*found})
    most, first = scores[-1]
    return first if most >= _ENOUGH and most > scores[-2][0] else ""
