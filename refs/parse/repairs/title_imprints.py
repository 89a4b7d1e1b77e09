"""Imprints that stand in a title's label: "Leeds: Centre for Law", "Prepared by", "Université de Lyon"."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of


def imprints_in_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What begins behind a full stop of a title and says who made or printed the work is no part of it."""
    first = labels.index("B-title")
    last = run_end(labels, first + 1, "I-title")
    text = raw[tokens[first].start : tokens[last - 1].end]
    parted = any(sign in text for sign in (". ", "? ", "! ", "//", " ("))
    for i in range(first + 2, last) if parted else ():
        gap = raw[tokens[i - 1].end : tokens[i].start]
        if gap.strip(" .") == "//" and "B-container-title" not in labels:
            inside = ["I-container-title"] * (last - i - 1)
            return [*labels[:i], "B-container-title", *inside, *labels[last:]]
        if gap.endswith(" (") and _is_place_left_open(raw, tokens, labels, i, last):
            return [*labels[:i], *["location"] * (last - i), *labels[last:]]
        if {*".?!"}.isdisjoint(gap) or gap[-1:] != " ":
            continue
        for imprint in (_printed_at, _of_university, _made_by):
            if shown := imprint(raw, tokens, labels, i, last):
                return [*labels[:i], *shown, *labels[last:]]
    return _without_town(raw, tokens, labels, last)


def _is_place_left_open(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int, last: int) -> bool:
    """True for the "(Cam- bridge" before ", MA, 1993)" that ends a title."""
    if not {*labels[last : last + 3]} >= {"location", "date"}:
        return False
    text = raw[tokens[i].start : tokens[last].start]
    return {*text}.isdisjoint(");:0123456789") and last - i < _LONGEST_PLACE


def _printed_at(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int, last: int) -> list[str]:
    """The "Leeds: Centre for Law" and the "М.: Наука" behind a title."""
    if "location" in labels:
        return []
    end = i + 1
    while end < min(last, i + _LONGEST_PLACE) and raw[tokens[end - 1].end : tokens[end].start] in (" ", "-"):
        end += 1
    if end >= last or raw[tokens[end - 1].end : tokens[end].start].strip() not in (":", ".:"):
        return []
    place = all("p" in word_of(token.text, False).flags for token in tokens[i:end])
    kinds = load_lexicon().kinds
    makers = any("publisher" in kinds(word_of(token.text, False).folded) for token in tokens[end:last])
    if not (place or (makers and tokens[i].text.istitle()) or tokens[i].text in _RUSSIAN):
        return []
    return [*["location"] * (end - i), *["publisher"] * (last - end)]


_LONGEST_PLACE = 4
"""So many words at most has the name of a place."""
_RUSSIAN = frozenset("М Л СПб Москва Ленинград Новосибирск Киев Минск".split())
"""Places before a publisher, as Russian lists shorten them: "М.: Наука"."""


def _of_university(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int, last: int) -> list[str]:
    """The "Université de Montréal" behind a title, which nothing else published."""
    if "publisher" in labels or "B-container-title" in labels or last > i + _LONGEST_SCHOOL:
        return []
    named = tokens[i].text in _UNIVERSITIES and i + 1 < last and tokens[i + 1].text.lower() in _OF
    return ["publisher"] * (last - i) if named else []


_UNIVERSITIES = frozenset("University Université Universität Universidad Universidade Università".split())
_OF = frozenset("of de di degli del della do da".split())
_LONGEST_SCHOOL = 8


def _made_by(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int, last: int) -> list[str]:
    """The "Prepared by L. W. Pratt" behind a title."""
    said = [token.text.lower() for token in tokens[i : i + 2]]
    return ["other"] * (last - i) if said in _MADE_BY and i + 2 < last else []


_MADE_BY = (["prepared", "by"], ["prepared", "for"], ["produced", "by"], ["submitted", "to"])


def _without_town(raw: str, tokens: Sequence[Token], labels: list[str], last: int) -> list[str]:
    """The "Newcastle upon Tyne" before a publisher is no part of the title."""
    town = tokens[last - 3 : last]
    if labels[last : last + 1] != ["publisher"] or len(town) < 3 or labels[last - 4][2:] != "title":
        return labels
    named = "p" in word_of(town[0].text, False).flags and town[1].text in _AT_RIVERS
    if not named or raw[tokens[last - 4].end : town[0].start] not in (", ", ". "):
        return labels
    return [*labels[: last - 3], *["location"] * 3, *labels[last:]]


_AT_RIVERS = frozenset("upon on am an sur".split())
