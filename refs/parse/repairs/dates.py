"""Repairs of dates: numbers, days and halves of years that were taken for something else."""

from __future__ import annotations

from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.parse.fields.dates import MONTHS
from refs.parse.tokens import Token
from refs.parse.words import word_of

_NUMBERS = frozenset({"volume", "issue", "page"})

_DOTTED_DATE = pattern(r"\.\s*\d+\s*\.\s*\d{4}")  # "17.3.1995" from its first full stop on


def full_dates(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """ "17.3.1995" is a date, not volume 17, issue 3."""
    if not _DOTTED_DATE.search(raw):
        return labels
    made = list(labels)
    for i in range(len(tokens) - 2):
        day, month, year = tokens[i : i + 3]
        if not (_NUMBERS & {*labels[i : i + 3]} and year.text.isdecimal() and len(year.text) == 4):
            continue
        if not (
            day.text.isdecimal()
            and month.text.isdecimal()
            and 1 <= int(day.text) <= 31
            and 1 <= int(month.text) <= 12
        ):
            continue
        if (
            raw[day.end : month.start].strip() == "." == raw[month.end : year.start].strip()
            and "1500" < year.text < "2050"
        ):
            made[i : i + 3] = ["date"] * 3
    return made


def days(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """ "3. Oktober", "8 June" and "11–16 April" are days, not volume 3 or page 8; "no. 2 May" is an issue."""
    numbers = [i for i, label in enumerate(labels) if label in _NUMBERS]
    for i in numbers:
        text = tokens[i].text
        if len(text) > 2 or i + 1 == len(labels) or not text.isdecimal() or int(text) > 31:
            continue
        if not _month(tokens[i + 1]) or raw[tokens[i].end : tokens[i + 1].start].strip() not in ("", "."):
            continue
        if i and (tokens[i - 1].text.lower() in _COUNTED or labels[i - 1 : i + 1] == ["volume", "issue"]):
            continue
        first = i - (i > 0 and _is_first_day(raw, tokens, labels, i - 1))
        made = "date" if labels[i + 1] == "date" else "other"
        labels = [*labels[:first], *[made] * (i + 1 - first), *labels[i + 1 :]]
    return labels


def _is_first_day(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int) -> bool:
    """True for the 11 of "11–16 April" and the 8 of "8.-10. September"."""
    dash = raw[tokens[i].end : tokens[i + 1].start].strip(" .")
    return labels[i] in _NUMBERS and dash in ("-", "–") and tokens[i].text.isdecimal()


_COUNTED = frozenset("no nr number vol volume n heft issue bd band".split())
"""Words before the number of a volume or an issue, which is no day though a month follows."""


def _month(token: Token) -> bool:
    """True for "Oktober" and "Apr", not for the "mai" of a sentence in small letters."""
    return token.text[0].isupper() and len(token.text) > 2 and word_of(token.text, False).folded in MONTHS


def dates_going_on(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 7 of "2006/7" and the 25 of "1953 Apr 25;171(4356)" belong to the date before them."""
    if "date" not in labels:
        return labels
    made = list(labels)
    for i in [i for i, label in enumerate(labels[:-1], 1) if label == "date" != labels[i]]:
        if len(tokens[i].text) > 2 or not tokens[i].text.isdecimal():
            continue
        before, token = tokens[i - 1], tokens[i]
        gap = raw[before.end : token.start]
        year = before.text.isdecimal() and len(before.text) == 4
        if year and gap == "/" and labels[i] in ("other", "B-title", "I-title"):
            made[i] = "date"
            if labels[i] == "B-title" and i + 1 < len(labels) and labels[i + 1] == "I-title":
                made[i + 1] = "B-title"
        elif (
            gap == " " and int(token.text) <= 31 and raw[token.end : token.end + 1] == ";" and _month(before)
        ):
            made[i] = "date"
    return made
