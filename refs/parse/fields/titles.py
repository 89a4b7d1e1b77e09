"""Titles, containers, publishers and other stretches of text as printed → clean values."""

from __future__ import annotations

import re

from refs.model.patterns import pattern

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
_BLANKS = re.compile(r"\s+")
_HYPHENATION = pattern(
    r"(?<=[a-zà-ÿ])-\s+(?=(?!(?:und|oder|and|or|et|y|e|i|en|of|ou|o|u|og|och|med|bzw)\b)[a-zà-ÿ]{2})|\u00ad\s?"
)
_ABBREVIATED = re.compile(
    r"(?:[a-z]\. ?[A-Z][A-Za-z]{0,7}|/[A-Z])\.$"
)  # "J. Am. Chem. Soc.", "Frankfurt a.M."
_EDGE = " \t,;:*/|–—-_"
_QUOTES = frozenset("\"'“”„«»‟‘’‚‹›`´ʻʼ")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»", "„": "“"}


_AFTER_PUBLISHER = pattern(
    r"[\s,;:(\[–-]+(?:online|url|available(?: (?:at|from|online))?|abrufbar(?: unter)?|"
    r"verfügbar(?: unter)?|retrieved from|"
    r"im erscheinen|in press|forthcoming|internet|accessed|http)$",
    re.I,
)


def clean_publisher(text: str) -> str:
    """Return a publisher without the words that lead on to a link.

    >>> clean_publisher("The Inter-American Dialogue, online:")
    'The Inter-American Dialogue'
    """
    return clean_text(_AFTER_PUBLISHER.sub("", clean_text(text)))


def clean_text(text: str) -> str:
    """Return a printed stretch without markup, broken lines and stray punctuation at its edges.

    >>> clean_text("“Self-compas-\\nsion: <i>An</i> alternative,"), clean_text("What's the story?")
    ('Self-compassion: An alternative', "What's the story?")
    """
    plain = _TAG.sub("", text) if "<" in text else text
    has_breaks = not plain.isprintable()  # no blank but " " is printable, no soft hyphen either
    if has_breaks or "- " in plain:
        plain = _HYPHENATION.sub("", plain)
    if has_breaks or "  " in plain:
        plain = _BLANKS.sub(" ", plain)
    if _QUOTES.isdisjoint(plain):
        plain = plain.strip(_EDGE)
    else:
        plain = plain.strip(_EDGE + "".join(c for c in _QUOTES if plain.count(c) % 2 or c in plain[:1]))
    if plain.endswith(".") and not plain.endswith("..") and not _ABBREVIATED.search(plain, len(plain) - 13):
        plain = plain[:-1]
    if plain.endswith("[online]"):
        plain = plain[:-8].rstrip(" .")
    if plain[:1] in _PAIRS:
        for opening, closing in _PAIRS.items():
            if plain.startswith(opening) and closing not in plain:
                plain = plain[1:]
    return plain.strip(_EDGE)
