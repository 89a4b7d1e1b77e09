"""Repairs of titles in quotes: they begin where the quotes open and end where they close."""

from __future__ import annotations

from collections.abc import Sequence

from refs.model.folding import fold
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of


def quoted_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A title in quotes ends where they close: "»On Interobjectivity«, Mind, Culture, and Activity".

    It goes on behind "“Trust nobody”. Fear at home", where a container is named later.
    """
    if "I-title" not in labels or "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    before = raw[: tokens[first].start].rstrip()
    opening = before[-1:]
    if opening not in _QUOTES:
        return labels
    if (outer := before[:-1].rstrip()[-1:]) in _QUOTES and outer != opening:
        opening = outer  # "« “Mere stories”. Figures of difference », Cahiers"
    last = run_end(labels, first + 1, "I-title")
    for end in range(first + 1, last):
        gap = raw[tokens[end - 1].end : tokens[end].start]
        if not {*gap}.isdisjoint(_QUOTES[opening]):
            break
    else:
        return labels
    if {*gap}.isdisjoint(",.;") or not {*gap}.isdisjoint("([…"):
        return labels  # "“Race” and Ethnicity"
    contained = "B-container-title" in labels
    goes_on = labels[last : last + 1] == ["B-container-title"]
    if gap[1:] == ". ":
        if contained and (not goes_on or last - end > _BEGUN):
            return labels
        if gap[0] != '"' and not goes_on and _NUMBERS.isdisjoint(labels):
            return labels  # "„Trust nobody“. Angst im Alltag, Bonn"
    if (contained and not goes_on) or tokens[end].text.lower() in _REVIEWS or tokens[end].text.isdecimal():
        return [*labels[:end], *["other"] * (last - end), *labels[last:]]
    start = end + (tokens[end].text in _IN and end + 1 < last)
    made = [*labels[:end], *["other"] * (start - end), "B-container-title"]
    made += [*["I-container-title"] * (last - start - 1), *labels[last:]]
    if goes_on:
        made[last] = "I-container-title"
    return made


_BEGUN = 2
"""So many words of a container at most are found behind the quote, where the tagger has the others."""
_REVIEWS = frozenset("review rezension rez recension recensione reseña".split())
"""What says that a work in quotes judges another: "Review of Old Things, by R. Bell. Leeds Chronicle"."""
_IN = frozenset("in In dans Dans".split())
_NUMBERS = frozenset({"volume", "issue", "page"})


def titles_late_in_quotes(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A title in quotes begins where they open: "Boyd, D. “DuMont: The Original Network,” Journal"."""
    if "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    for start in range(first - 1, max(0, first - _LATE), -1):
        if labels[start] not in ("author", "other", "publisher"):
            return labels
        gap = raw[tokens[start - 1].end : tokens[start].start]
        opens = gap[-1:] in _PAIRED or (gap[-1:] == '"' and raw.count('"', 0, tokens[start].start) % 2)
        opens = opens or gap in (", '", ", ‘")
        if opens:
            return [*labels[:start], "B-title", *["I-title"] * (first - start), *labels[first + 1 :]]
        if not {*gap}.isdisjoint('"”»'):
            return labels
    return labels


_LATE = 5
"""So many words at most are between the opening quote and what was taken for the title's begin."""


def newspapers_behind_quotes(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "publisher" of "“Doctors Wanted”. Leeds Chronicle, July 27, 2006" is a newspaper: a day follows."""
    if "I-title" not in labels or "B-container-title" in labels:
        return labels
    first = len(labels) - labels[::-1].index("I-title")
    kind = labels[first] if first < len(labels) else ""
    last = run_end(labels, first, kind)
    if kind not in ("publisher", "location"):
        return labels
    if kind == "location" and all("p" in word_of(token.text, False).flags for token in tokens[first:last]):
        return labels
    end = run_end(labels, last, "date")
    if end - last != 3 or last - first > _NEWSPAPER or "location" in labels[end:]:
        return labels
    if {*raw[tokens[first - 1].end : tokens[first].start]}.isdisjoint('”»"'):
        return labels
    months = ["month" in load_lexicon().kinds(fold(token.text)).split(",") for token in tokens[last:end]]
    if sum(months) != 1:
        return labels
    return [*labels[:first], "B-container-title", *["I-container-title"] * (last - first - 1), *labels[last:]]


_NEWSPAPER = 6
"""So many words at most has a newspaper's name."""
_PAIRED = frozenset("“«")
"""Quotes that are not used for anything else, unlike ’ and "."""
_QUOTES = {"“": "”", "„": "“”", '"': '"', "«": "»", "»": "«", "‘": "’", "'": "'"}
"""Opening quotes, and the signs that close them."""
