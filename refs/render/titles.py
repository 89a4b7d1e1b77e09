"""Capitals of titles: title case as Chicago's manual has it, sentence case that keeps what it can know."""

from __future__ import annotations

import re
from functools import lru_cache

from refs.render.rich_text import CLOSE, NOCASE_CLOSE, NOCASE_OPEN, OPEN

_STOP_WORDS = frozenset(
    "a about across afore after against ahead along alongside amid amidst among amongst an and anenst "
    "apropos apud around as aside astride at athwart atop barring before behind below beneath beside "
    "besides between beyond but by circa despite down during et except for forenenst from given in inside "
    "into lest like modulo near next nor notwithstanding of off on onto or out over per plus pro qua sans "
    "since so than the through throughout thru thruout till to toward towards under underneath "
    "until unto up upon v v. von van de y versus via vis-à-vis vs vs. with within without yet".split()
)
"""Words that title case leaves small: CSL 1.0.2, appendix V, and the particles of Romance and Dutch names."""

_MARKS = "".join(OPEN.values()) + "".join(CLOSE.values()) + "\ufde0\ufde1\ufde2\ufde3"
_TOKEN = re.compile(rf"{NOCASE_OPEN}[^{NOCASE_CLOSE}]*{NOCASE_CLOSE}|[\s/–—-]+|[^\s/–—{NOCASE_OPEN}-]+")
_SUBTITLE = re.compile(r"[:?!.]$")
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def title_case(text: str, language: str = "") -> str:
    """Return an English title with its words capitalised; a title in another language stays as it is.

    Words that already hold a capital are left alone.

    >>> title_case("the psychology of high performance: a review of eLife")
    'The Psychology of High Performance: A Review of eLife'
    """
    if not text or not english(language):
        return text
    tokens = _TOKEN.findall(text)
    spoken = [n for n, token in enumerate(tokens) if any(c.isalnum() for c in token)]
    first, last = (spoken[0], spoken[-1]) if spoken else (-1, -1)
    begins = True
    cased: list[str] = []
    for n, token in enumerate(tokens):
        if token[0] == NOCASE_OPEN or not _LETTER.search(token):
            cased.append(token)
        else:
            small = not begins and n not in (first, last) and _stays_small(_core(token))
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


def _stays_small(word: str) -> bool:
    return word in _STOP_WORDS or sum(c.isalpha() for c in word) == 1 or word.startswith(("d’", "l’"))


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
