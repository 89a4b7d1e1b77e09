"""Repairs of the labels of numbers, and of what stands beside them: volumes, editions."""

from __future__ import annotations

from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of


def numbers_by_their_word(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 303 of "Nr. 303" is no page.

    The XLII of "Jeevadhara XLII/248" is a volume, and then 248 an issue.
    """
    numbers = [i for i, label in enumerate(labels) if label == "page" or label == "volume"]
    made = list(labels)
    for i in numbers:
        if not i or labels[i - 1] not in ("other", "I-container-title"):
            continue
        before = word_of(tokens[i - 1].text, False)
        leads = raw[tokens[i - 1].end : tokens[i].start] in (" ", ". ", ".")  # not "(13. Jg.), 64"
        if leads and labels[i] == "page" and labels[i - 1] == "other" and before.folded in _NUMBER_WORDS:
            last = i + 1
            while last < len(labels) and labels[last] == "page" and raw[tokens[last].start - 1] in "-–/":
                last += 1
            made[i:last] = ["volume" if before.folded in _VOLUME_WORDS else "issue"] * (last - i)
        roman = labels[i - 1] == "I-container-title" and before.shape == "R" and len(before.folded) > 1
        if roman and i > 1 and tokens[i - 2].text.lower() not in _CENTURIES:
            made[i - 1] = "volume"
            if labels[i] == "volume" and raw[tokens[i - 1].end : tokens[i].start] == "/":
                made[i] = "issue"
    return made


_CENTURIES = frozenset("siècle siecle século seculo secolo siglo century segle".split())
_VOLUME_WORDS = frozenset({"vol", "volume", "bd", "band", "jg", "tome"})
_NUMBER_WORDS = _VOLUME_WORDS | {"nr", "no", "heft"}


def letters_of_pages(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The letters that no blank parts from a page belong to it: "349(6251), aac4716"."""
    made = list(labels)
    for i in [i for i, label in enumerate(labels) if label == "page"]:
        before = tokens[i - 1]
        if not i or labels[i - 1] != "other" or before.end != tokens[i].start:
            continue
        if len(before.text) <= _LETTERS and before.text.isalpha():
            made[i - 1] = "page"
    return made


def volumes_before_pages(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 7 of "Fact 2008, 7:2" and of "Fact 2008, 7, 2" is a volume, the 1895 of "2004, 1895:55" too.

    So are the 7 that ends "Fact 2008, 7." and the 129-130 of "Fact 2008, 129-130, 560-562".
    """
    if "volume" in labels or "page" not in labels:
        return labels
    i = labels.index("page")
    if i < 2 or not tokens[i].text.isdecimal():
        return labels
    before = raw[tokens[i - 1].end : tokens[i].start]
    if (
        labels[i - 2 : i] == ["I-container-title", "date"]
        and labels.index("date") == i - 1
        and before == ", "
    ):
        if i == len(labels) - 1 and int(tokens[i].text) <= _MOST_VOLUMES:
            return [*labels[:i], "volume"]
        if labels[i : i + 4] == ["page"] * 4 and _is_double(raw, tokens[i : i + 3]):
            return [*labels[:i], "volume", "volume", *labels[i + 2 :]]
    if labels[i + 1 : i + 2] == ["page"]:
        gap, page = raw[tokens[i].end : tokens[i + 1].start], tokens[i + 1].text
        behind_year = labels[i - 2] != "date" == labels[i - 1] and before in (", ", ";", "; ")
        once = raw.count(":", tokens[i].end) == 1
        if (page.isdecimal() or len(page) < _LETTERS) and (
            (gap == ":" and once) or (gap in (": ", ", ") and behind_year)
        ):
            return [*labels[:i], "volume", *labels[i + 1 :]]
    if labels[i - 2 : i] != ["date", "date"] or raw[tokens[i - 2].end : tokens[i - 1].start] != ", ":
        return labels
    year, number = tokens[i - 2].text, tokens[i - 1].text
    numeric = len(year) == len(number) == 4 and year.isdecimal() and number.isdecimal()
    if numeric and (before == ":" or (before == ", " and year == number)):
        return [*labels[: i - 1], "volume", *labels[i:]]
    return labels


_MOST_VOLUMES = 250
"""So many volumes have journals at most whose page or volume stands alone behind the year."""


def _is_double(raw: str, tokens: Sequence[Token]) -> bool:
    """True for the "129-130, " that stands before a page: a double volume."""
    first, second, third = tokens
    apart = raw[first.end : second.start] in ("-", "–") and raw[second.end : third.start] == ", "
    return apart and second.text.isdecimal() and 0 < int(second.text) - int(first.text) < _LETTERS


def pages_like_years(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 1987 of "Interf. 7, 1987 (2015)" is a page: a year stands behind it in parentheses."""
    if labels.count("date") != 2 or "page" in labels:
        return labels
    i = labels.index("date")
    if i < 2 or labels[i + 1 : i + 2] != ["date"] or raw[tokens[i].end : tokens[i + 1].start] != " (":
        return labels
    if not tokens[i].text.isdecimal() or not tokens[i - 1].text.isdecimal() or len(tokens[i + 1].text) != 4:
        return labels
    if labels[i - 1] not in ("volume", "I-container-title", "issue"):
        return labels
    if raw[tokens[i - 1].end : tokens[i].start] not in (", ", " ", ": ", ":"):
        return labels
    volume = "volume" if labels[i - 1] == "I-container-title" else labels[i - 1]
    return [*labels[: i - 1], volume, "page", *labels[i + 1 :]]


def years_taken_for_volumes(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 1850 of "Chemie 1850, 51, 424" is the year, not a volume before another."""
    if "date" in labels or "volume" not in labels:
        return labels
    i = labels.index("volume")
    year = tokens[i].text
    if not (len(year) == 4 and year.isdecimal() and "1500" < year < "2050"):
        return labels
    if labels[i + 1 : i + 2] not in (["volume"], ["issue"]) or not tokens[i + 1].text.isdecimal():
        return labels
    if raw[tokens[i].end : tokens[i + 1].start] not in (", ", ";", "; "):
        return labels
    return [*labels[:i], "date", "volume", *labels[i + 2 :]]


_LETTERS = 5
"""An article's number begins with this many letters at most: "aac4716", "CD001234"."""


def meetings_of_pos(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The LATTICE2013 of "PoS LATTICE2013 (2014) 039" is a volume: Proceedings of Science has no others."""
    if "PoS" not in raw:
        return labels
    first = next((i for i, token in enumerate(tokens) if token.text == "PoS"), len(tokens)) + 1
    last = first
    while last < len(tokens) and not any(
        sign in raw[tokens[last - 1].end : tokens[last].start] for sign in "(,"
    ):
        last += 1
    if first >= last or last - first > 4 or not tokens[first].text[0].isupper():
        return labels
    return [*labels[: first - 1], "B-container-title", *["volume"] * (last - first), *labels[last:]]


def editions(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 17 of "Pedagogia do oprimido. 17. ed. Rio de Janeiro" is an edition."""
    if ("ed." not in raw and " Au" not in raw) or "edition" in labels or not (match := _EDITION.search(raw)):
        return labels
    i = next((i for i, token in enumerate(tokens) if token.start == match.start(1)), 0)
    if not i or labels[i] not in _NOT_EDITIONS:
        return labels
    last = i + 1
    while last < len(tokens) and tokens[last].start < match.end():
        last += 1
    made = [*labels[:i], *["edition"] * (last - i), *labels[last:]]
    if last < len(made) and made[last] == f"I-{labels[i][2:]}":
        made[last] = f"B-{labels[i][2:]}"
    return made


_EDITION = pattern(
    r"(?:(?<=[.,] )|(?<= \())(\d{1,2})(?:(?:\.?ª|\.)\s?ed\.(?!\s(?:by|de|par)\b)|\.\s?Au(?:fl|ﬂ)(?:\.|age))"
)
_NOT_EDITIONS = frozenset({"volume", "issue", "I-title", "other", "note"})


def volumes_at_ends(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 1 that ends "Handbook of Labor Economics, Vol. 1" is a volume, not part of the name."""
    small = raw.lower()
    if "volume" in labels or not ("vol" in small or "band" in small or "bd" in small or "tome" in small):
        return labels
    for i in range(3, len(labels)):
        if labels[i] not in _INSIDE_NAMES or labels[i - 2 : i] != [labels[i]] * 2:
            continue
        if labels[i + 1 : i + 2] == [labels[i]] or tokens[i - 1].text.lower() not in _VOLUME_WORDS:
            continue
        number = tokens[i].text
        if (number.isdecimal() and len(number) < 4) or word_of(number, False).shape == "R" or number == "I":
            return [*labels[: i - 1], "other", "volume", *labels[i + 1 :]]
    return labels


_INSIDE_NAMES = frozenset({"I-title", "I-container-title"})


def edges_of_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "ders." of "In: ders., Schriften" and the Heft of "Soziale Welt Heft 2" are not in the name."""
    if "I-container-title" not in labels or "B-container-title" not in labels:
        return labels
    first = labels.index("B-container-title")
    last = run_end(labels, first + 1, "I-container-title")
    made = labels
    same = tokens[first].text.lower() in _SAME and raw[tokens[first].end : tokens[first].end + 1] in ".,"
    if same and last - first > 1:
        made = [*labels[:first], "other", "B-container-title", *labels[first + 2 :]]
        first += 1
    numbered = last < len(labels) and labels[last] in ("volume", "issue")
    if numbered and last - first > 1 and tokens[last - 1].text.lower() in _NUMBER_WORDS:
        made = [*made[: last - 1], "other", *made[last:]]
    return made


_SAME = frozenset({"ders", "dies", "derselbe", "dieselbe", "idem", "id"})
"""Words that stand for the author just named."""
