"""Capitals of titles: title case as Chicago's manual has it, sentence case that keeps what it can know."""

from __future__ import annotations

from functools import lru_cache

from refs.model.patterns import pattern
from refs.render.rich_text import CLOSE, NOCASE_CLOSE, NOCASE_OPEN, OPEN

_SMALL_WORDS = frozenset(
    "a about al an and as at but by de down et for from in into nor of on onto or over per so the till to up "
    "v v. van via von vs vs. with y yet".split()
)
"""Words that title case leaves small: articles, conjunctions, short prepositions, particles of names."""
_PREPOSITIONS = _SMALL_WORDS | frozenset(
    "above across after against ahead along alongside amid amidst among amongst apropos apud around aside "
    "astride athwart atop barring before behind below beneath beside besides between beyond circa despite "
    "during except inside lest like modulo near next notwithstanding off out plus pro qua sans since than "
    "through throughout toward towards under underneath until unto upon versus within without".split()
)
"""The small words of a manual that lowers every preposition, however long (MLA 9, 2.90)."""

_MARKS = "".join(OPEN.values()) + "".join(CLOSE.values()) + "\ufde0\ufde1\ufde2\ufde3"
_TOKEN = pattern(rf"{NOCASE_OPEN}[^{NOCASE_CLOSE}]*{NOCASE_CLOSE}|[\s/–—-]+|[^\s/–—{NOCASE_OPEN}-]+")
# NOTE: matches the end of "Sleep:", "Why?", "Proceedings."; not of "U.S." or "vs."
_SUBTITLE = pattern(r"(?:[:?!]|[^\W\d_]{3}\.)$")
_LETTER = pattern(r"[^\W\d_]")
_LETTERS = pattern(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def title_case(text: str, language: str = "", *, long_prepositions: bool = True) -> str:
    """Return an English title with its words capitalised; a title in another language stays as it is.

    Words that already hold a capital are left alone, and so is what is italic: the name of a species, a
    ship, another work.

    Args:
        long_prepositions: capitals for "between", "under", "through" (Chicago 18, 8.160).

    >>> title_case("the psychology of high performance: a review of eLife")
    'The Psychology of High Performance: A Review of eLife'
    """
    if not text or not english(language):
        return text
    small_words = _SMALL_WORDS if long_prepositions else _PREPOSITIONS
    tokens = _TOKEN.findall(text)
    spoken = [n for n, token in enumerate(tokens) if any(c.isalnum() for c in token)]
    first, last = (spoken[0], spoken[-1]) if spoken else (-1, -1)
    begins = True
    italic = 0
    cased: list[str] = []
    for n, token in enumerate(tokens):
        italic += token.count(OPEN["i"])
        kept = italic > 0
        italic -= token.count(CLOSE["i"])
        if kept or token[0] == NOCASE_OPEN or not _LETTER.search(token):
            cased.append(token)
        else:
            small = not begins and n not in (first, last) and _stays_small(_core(token), small_words)
            cased.append(
                token
                if small or (len(_core(token)) == 1 and n != first and not begins)
                else _capitalised(token)
            )
        if not token.isspace():
            begins = bool(_SUBTITLE.search(token.strip(_MARKS)))
    return "".join(cased)


def english(language: str) -> bool:
    """Return True where a language tag is English or there is none."""
    return not language or language[:2].lower() == "en"


def capitalised_first(text: str) -> str:
    """Return text whose first letter is a capital, but for words like "arXiv" that hold one already.

    >>> capitalised_first("doctoral dissertation"), capitalised_first("arXiv:1706.03762")
    ('Doctoral dissertation', 'arXiv:1706.03762')
    """
    match = _LETTER.search(text)
    if match is None or text[: match.start()].strip(_MARKS + "([“‘\"'"):
        return text
    if any(letter.isupper() for letter in text[match.start() :].partition(" ")[0]):
        return text
    return text[: match.start()] + match.group().upper() + text[match.end() :]


def _stays_small(word: str, small_words: frozenset[str]) -> bool:
    return word in small_words or sum(c.isalpha() for c in word) == 1 or word.startswith(("d’", "l’"))


def _core(word: str) -> str:
    return word.strip(_MARKS + "()[],;:\"'“”‘’")


def _capitalised(word: str) -> str:
    """Return a word with a capital first letter, unless it holds one already, or stands for itself: α, p+."""
    match = _LETTERS.search(word)
    if match is None or any(c.isdigit() for c in word[: match.start()]):
        return word
    letters = match.group()
    if (len(letters) == 1 and word[match.end() :]) or any(c.isupper() for c in letters):
        return word
    return word[: match.start()] + letters[0].upper() + word[match.start() + 1 :]
