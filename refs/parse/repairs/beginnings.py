"""Repairs of where titles and containers begin: before a year, with a year, with a place."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.fields.names import PARTICLES, names_organisation
from refs.parse.lexicon import load_lexicon
from refs.parse.repairs.known_journals import journal_at
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of

_BEGINNING = frozenset({"B-title", "B-container-title"})
_NUMBERS = frozenset({"volume", "issue", "page"})


def titles_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Combining JIT and MRP" before ". (1987). Production Engineer, 66" is a title, no author."""
    if "B-title" in labels or "B-container-title" not in labels or not labels[0].endswith(_IN_FRONT):
        return labels
    last = 1
    while last < len(labels) and labels[last] in ("author", "I-container-title"):
        last += 1
    if (
        last == len(labels)
        or labels[last] != "date"
        or raw[tokens[last - 1].end : tokens[last].start] != ". ("
    ):
        return labels
    counted = "volume" in labels and not _COUNTED.isdisjoint(labels)
    if labels[0] == "author" and not _reads_as_title(raw, tokens[:last], counted):
        return labels
    if labels[0] != "author" and "B-container-title" not in labels[last:]:
        return labels
    return ["B-title", *["I-title"] * (last - 1), *labels[last:]]


_IN_FRONT = ("author", "B-container-title")
_COUNTED = frozenset({"issue", "page"})


def _reads_as_title(raw: str, tokens: Sequence[Token], counted: bool) -> bool:
    """True for "Combining JIT and MRP" and "Front cover", not for people and bodies.

    In front of what is ``counted``, "Nature, 72(3), 150", "Erratum" and "Editorial Board" are titles too.
    """
    text = raw[tokens[0].start : tokens[-1].end]
    if any(sign in text for sign in ".;") or (not counted and (len(tokens) < 2 or names_organisation(text))):
        return False
    words = [word_of(token.text, token.is_link) for token in tokens]
    long = [word for word in words if len(word.folded) > 2 and word.folded not in PARTICLES]
    if any(word.shape == "a" and len(word.folded) > 3 for word in long[1:]):
        return True  # "Front cover"
    codes = [load_lexicon().code(word.folded) for word in long]
    return bool(codes) and all(code[1] < "2" and code[2] >= max("1", code[0]) for code in codes)


def years_that_begin_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 2010 of "(2011). 2010 Annual Conference", the second of "(2008): 2008 Report", is no date.

    Nor is the first of "Gong, C.-Z. 2010 International Conference on Machine Learning 2010".
    """
    if labels.count("date") < 2:
        return labels
    made = labels
    for i in range(2, len(labels) - 1):
        if labels[i] != "date" or labels[i + 1] not in _BEGINNING:
            continue
        year, gap = tokens[i].text, raw[tokens[i - 1].end : tokens[i].start]
        if len(year) != 4 or not year.isdecimal() or raw[tokens[i].end : tokens[i + 1].start] != " ":
            continue
        dated = labels[i - 1] == "date" and gap in ("). ", "): ", "), ", ") ")
        titled = (
            labels[i - 1] in ("I-title", "B-title")
            and gap in (". ", "? ", "! ")
            and "date" in labels[: i - 1]
        )
        again = labels[i - 1] == "author" and gap == ". " and _meets_again(tokens, labels, i)
        if dated or titled or again:
            made = [*made[:i], labels[i + 1], f"I-{labels[i + 1][2:]}", *made[i + 2 :]]
    return made


def _meets_again(tokens: Sequence[Token], labels: Sequence[str], date: int) -> bool:
    """True where a meeting's name stands between a year and the same year."""
    again = next((i for i in range(date + 2, len(labels)) if labels[i] == "date"), date)
    kinds = load_lexicon().kinds
    return tokens[again].text == tokens[date].text and any(
        "conference" in kinds(word_of(token.text, False).folded) for token in tokens[date + 1 : again]
    )


def makers_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What stands before "(2008): " and a title is who made it: "Stiftung Zukunft (2008): Die Väter"."""
    if labels[0] != "B-title":
        return labels
    date = labels.index("date")
    if not set(labels[1:date]) <= {"I-title", "author"} or date > _LONGEST_MAKER:
        return labels
    last = run_end(labels, date, "date")
    opened, closed = raw[tokens[date - 1].end : tokens[date].start], raw[tokens[last - 1].end :][:2]
    if labels[last : last + 1] != ["B-title"] or not opened.endswith(" (") or closed != "):":
        return labels
    return [*["author"] * date, *labels[date:]]


_LONGEST_MAKER = 14


_STATES = frozenset(
    {
        "in press",
        "forthcoming",
        "im druck",
        "im erscheinen",
        "i e",
        "submitted",
        "accepted",
        "à paraître",
        "in preparation",
        "n d",
        "o j",
    }
)


def titles_before_surnames(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Old minds in business" before "Bell, K. and A. Dorn 1998" is a title: no name has such a word.

    So is "U.S. business" behind the begin of a title, before "Bell, N., A. Dorn".
    """
    first = labels.index("author")
    if first and labels[first - 1] not in ("B-title", "I-title"):
        return labels
    comma = raw.find(", ", tokens[first].end)
    last = next((i for i, token in enumerate(tokens) if token.end == comma), 0)
    if last - first < _FEWEST_BEFORE or labels[last : last + 2] != ["author", "author"]:
        return labels
    word, family, given = tokens[last - 1], tokens[last], tokens[last + 1]
    parted = raw[word.end : family.start] != " " or not raw.startswith(".", given.end)
    if parted or not word.text.islower() or not family.text[0].isupper() or len(given.text) > 1:
        return labels
    titled = load_lexicon().code(word_of(word.text, False).folded)[2] > "1"
    if word.text in PARTICLES or len(word.text) < _NO_LINK or not titled:
        return labels
    begin = ["I-title"] if first else ["B-title"]
    return [*labels[:first], *begin, *["I-title"] * (last - first - 1), *labels[last:]]


_FEWEST_BEFORE = 2
"""So many words of a title stand at least before a surname."""
_NO_LINK = 5
"""So long is a word at least that does not join two people, as "and", "with" and "in" do."""


def bodies_in_front(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A body before the year, and nobody else, is the author: "Open Science Collaboration. (2015)".

    One that the tagger takes for a container too, where a title follows and no numbers: "NatureServe. 2009."
    """
    if "author" in labels or labels[:1] not in (["publisher"], ["B-container-title"]):
        return labels
    same = {labels[0], "I-container-title"}
    end = next((i for i, label in enumerate(labels) if label not in same), len(labels))
    if end == len(labels) or labels[end] != "date":
        return labels
    if labels[0] == "B-container-title" and (
        "B-title" not in labels[end:] or not _NUMBERS.isdisjoint(labels) or journal_at(tokens, 0) == end
    ):
        return labels
    return ["author"] * end + labels[end:]
