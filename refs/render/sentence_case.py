"""Sentence case on request: small words, but proper nouns, acronyms and formulas that it can know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from refs.render.rich_text import CLOSE, NOCASE_CLOSE, NOCASE_OPEN, OPEN
from refs.render.titles import english
from refs.render.view import ItemView, names_of

_MARKS = "".join(OPEN.values()) + "".join(CLOSE.values()) + "\ufde0\ufde1\ufde2\ufde3"
_TOKEN = re.compile(rf"{NOCASE_OPEN}[^{NOCASE_CLOSE}]*{NOCASE_CLOSE}|[\s–—/-]+|[^\s–—/{NOCASE_OPEN}-]+")
_EDGE = _MARKS + "()[],;:.?!\"'“”‘’…"
_ENDS = re.compile(r"[:?!.]$")
_TITLES = ("title", "title_short", "volume_title", "part_title", "reviewed_title", "original_title")
_STOPS = frozenset(
    "a an and as at but by for from in into nor of on onto or over per so the to up via with".split()
)


def lower_titles(view: ItemView) -> None:
    """Put the titles of an item in sentence case: those of works, and of the books that hold chapters."""
    keys = (
        _TITLES
        if view.type not in ("chapter", "entry-encyclopedia", "entry-dictionary")
        else (*_TITLES, "container_title")
    )
    if not english(view.language):
        return
    known = frozenset(_surnames(view))
    for key in keys:
        text = getattr(view, key)
        if text:
            setattr(view, key, sentence_case(text, known))


def sentence_case(text: str, names: Iterable[str] = ()) -> str:
    """Return an English title with capitals only where they are known to belong.

    A title that is in sentence case already stays as it is. Kept are words with capitals inside or
    digits (mRNA, COVID-19), known proper nouns and acronyms, ``names``, and what CSL marks ``nocase``.

    >>> sentence_case("The Effects of MRI on German Patients: A Bayesian Review")
    'The effects of MRI on German patients: A Bayesian review'
    >>> sentence_case("THE ROLE OF DNA IN CHINA")
    'The role of DNA in China'
    """
    tokens = _TOKEN.findall(text)
    words = [core for token in tokens if token[0] != NOCASE_OPEN and (core := token.strip(_EDGE + " -–—/"))]
    shouting = _shouting(words)
    if not shouting and not _in_title_case(words):
        return text
    keep = _proper_words() | frozenset(names)
    folded = {word.upper(): word for word in keep}
    begins = True
    italic = 0  # what is italic within a title is a name: of a species, a ship, another work
    cased: list[str] = []
    for place, token in enumerate(tokens):
        core = token.strip(_EDGE)
        italic += token.count(OPEN["i"])
        upright = italic == 0
        italic -= token.count(CLOSE["i"])
        if token[0] == NOCASE_OPEN or not any(c.isalnum() for c in core):
            cased.append(token)
            begins = begins or (token.strip() == "—")
            continue
        hyphened = place > 0 and tokens[place - 1] in ("-", "/")
        known = folded.get(core.upper()) if shouting else core if _bare(core) in keep else None
        if known is None and upright and not _is_fixed(core, shouting):
            known = core.lower()
            if begins and not hyphened:
                known = known[0].upper() + known[1:]
        cased.append(token.replace(core, known) if known is not None else token)
        begins = bool(_ENDS.search(token.strip(_MARKS + "\"'”’)")))
    return "".join(cased)


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _is_fixed(word: str, shouting: bool) -> bool:
    """Return True for a word whose capitals mean something: mRNA, COVID, H2O, I, X."""
    if shouting:
        return word in _acronyms() or any(c.isdigit() for c in word)
    return (
        any(c.isupper() for c in word[1:])
        or any(c.isdigit() for c in word)
        or (len(word) == 1 and word != "A")
    )


def _shouting(words: list[str]) -> bool:
    letters = [c for word in words for c in word if c.isalpha()]
    return len(words) > 1 and len(letters) > 8 and all(not c.islower() for c in letters)


def _in_title_case(words: list[str]) -> bool:
    """Return True where most of the words that title case raises are raised."""
    content = [w for w in words[1:] if w.lower() not in _STOPS and w[0].isalpha()]
    raised = sum(1 for w in content if w[0].isupper())
    return bool(content) and raised * 2 > len(content)


def _surnames(view: ItemView) -> Iterable[str]:
    for key in ("author", "editor", "reviewed_author"):
        for name in names_of(getattr(view, key)):
            family = str(name.get("family") or "")
            if len(family) > 3 and family[0].isupper() and family.isalpha():
                yield family


@cache
def _proper_words() -> frozenset[str]:
    return frozenset(_listed("proper_words.txt"))


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(_listed("acronyms.txt"))


def _listed(name: str) -> list[str]:
    text = (files("refs.data") / "render" / name).read_text(encoding="utf-8")
    return [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
