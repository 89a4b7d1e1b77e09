"""Titles, containers, publishers and other stretches of text as printed → clean values."""

from __future__ import annotations

import re

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
_BLANKS = re.compile(r"\s+")
_HYPHENATION = re.compile(r"(?<=[a-zà-ÿ])-\s+(?=(?!(?:und|oder|and|or|et|y|e|bzw)\b)[a-zà-ÿ]{2})|\u00ad\s?")
_EDGE = " \t,;:*/|–—-_"
_QUOTES = "\"'“”„«»‟‘’‚‹›`´ʻʼ"
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", "„": "“"}


def clean_text(text: str) -> str:
    """Return a printed stretch without markup, broken lines and stray punctuation at its edges.

    >>> clean_text("“Self-compas-\\nsion: <i>An</i> alternative,"), clean_text("What's the story?")
    ('Self-compassion: An alternative', "What's the story?")
    """
    plain = _BLANKS.sub(" ", _HYPHENATION.sub("", _TAG.sub("", text)))
    plain = plain.strip(_EDGE + "".join(c for c in _QUOTES if plain.count(c) % 2 or c in plain[:1]))
    if plain.endswith(".") and not plain.endswith(("...", "..")):
        plain = plain[:-1]
    for opening, closing in _PAIRS.items():
        if plain.startswith(opening) and closing not in plain:
            plain = plain[1:]
    return plain.strip(_EDGE)
