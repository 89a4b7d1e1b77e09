"""The language of a title, told by its small words; "" where too few of them are there."""

from __future__ import annotations

import re

_SMALL = {
    "en": "the of and in for on to with from by an is are its at as how what between among using",
    "de": "der die das und für von im zur zum des dem den ein eine einer mit über auf als bei aus nach zwischen",
    "fr": "le la les des du et un une dans pour sur au aux l d entre par chez sous",
    "es": "el la los las del y en un una para por con sobre entre como desde",
    "pt": "o os as do da dos das e em um uma para por com no na nos nas sobre entre",
    "it": "il lo gli della dei delle nella nel e un una per con sul sulla tra di alla",
    "nl": "de het een van en voor met op bij uit naar door over",
}
_WEIGHTS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(title: str) -> str:
    """Return the ISO 639-1 code of a title's language, or "" if it does not show.

    >>> [language_of(t) for t in ("The origin of species", "Zur Kritik der Urteilskraft", "Nature")]
    ['en', 'de', '']
    """
    if re.search(r"[\u3040-\u30ff]", title):
        return "ja"
    if re.search(r"[\uac00-\ud7af]", title):
        return "ko"
    if re.search(r"[\u4e00-\u9fff]", title):
        return "zh"
    words = [word.lower() for word in _WORD.findall(title)]
    scores = {language: sum(word in small for word in words) for language, small in _WEIGHTS.items()}
    best = max(scores, key=lambda language: scores[language])
    rest = max(score for language, score in scores.items() if language != best)
    return best if scores[best] >= 2 and scores[best] > rest else ""
