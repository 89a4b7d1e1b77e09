"""Repairs by the lists of journals: where a name begins, which name is one, and a volume that lacks one."""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token
from refs.parse.words import word_of

_NUMBERS = frozenset({"volume", "issue", "page"})


def journal_at(tokens: Sequence[Token], start: int) -> int:
    """Return of how many words the journal's name is that begins at a token; 0 if none does."""
    lengths = word_of(tokens[start].text, tokens[start].is_link).journals
    if not lengths:
        return 0
    around = tokens[start : start + lengths[0]]
    return load_lexicon().journal_at([word_of(t.text, t.is_link).folded for t in around], 0, lengths)


def journal_starts(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A journal's name that the lists hold begins where it begins: "… prototype Class. Quantum Grav. 27"."""
    if "B-container-title" not in labels:
        return labels
    made = list(labels)
    for i in [i for i, label in enumerate(labels) if label == "B-container-title"]:
        gap = raw[tokens[i - 1].end : tokens[i].start] if i else ""
        if gap == ": " and tokens[i].text in ("A", "An", "The") and "Journal" in raw[tokens[i].end :][:20]:
            made = _behind_full_stop(raw, tokens, made, i)
        if "." not in gap:
            continue
        first = i
        while first and i - first < 4 and labels[first - 1] in _BEFORE_JOURNAL:
            first -= 1
        for start in range(first, i):
            if tokens[start].text[0].islower():
                continue  # "on cancer. J Clin Oncol" is not the Cancer J
            longest = word_of(tokens[start].text, tokens[start].is_link).journals[:1]
            ends = labels[start] == "author" and labels[i + 1 : i + 2] != ["I-container-title"]
            least = i + 1 - start + (not ends)  # "L. Volkova Yad. Fiz. 31"
            if longest >= (least,) and journal_at(tokens, start) >= least:
                made[start : i + 1] = ["B-container-title", *["I-container-title"] * (i - start)]
                break
    return made


def _behind_full_stop(raw: str, tokens: Sequence[Token], labels: list[str], container: int) -> list[str]:
    """The "CA" of "Cancer statistics. CA: A Cancer Journal" begins the journal's name."""
    start = container - 1
    while (
        start
        and container - start < _LONGEST_HEAD
        and "." not in raw[tokens[start - 1].end : tokens[start].start]
    ):
        start -= 1
    parted = start and raw[tokens[start - 1].end : tokens[start].start].strip() == "."
    if not parted or labels[start] not in ("I-title", "author") or len(tokens[start - 1].text) < 2:
        return labels
    count = container - start
    return [*labels[:start], "B-container-title", *["I-container-title"] * count, *labels[container + 1 :]]


_LONGEST_HEAD = 5

_BEFORE_JOURNAL = frozenset({"I-title", "other", "publisher", "author"})


def only_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The only name in a reference, without volume and pages, is a title, unless it is that of a journal."""
    if "B-title" in labels or labels.count("B-container-title") != 1 or not _NUMBERS.isdisjoint(labels):
        return labels
    first = labels.index("B-container-title")
    behind_date = first > 1 and labels[first - 1] == "date" and labels[0] == "author"
    behind_date = behind_date and ")" in raw[tokens[first - 1].end : tokens[first].start]
    words = 1 + labels.count("I-container-title")
    if journal_at(tokens, first) >= words - (words > 2) and not behind_date:
        return labels
    return [f"{label[:2]}title" if label[2:] == "container-title" else label for label in labels]


def missing_journals(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """A volume has a journal.

    The name that ends the title, or what was taken for a publisher before the volume; a title that is
    whole in quotes only where it is a journal's: "R. Bell, “Reports on the Progress of Chemistry”, vol. 56".
    """
    if "page" not in labels or "B-container-title" in labels:
        return labels
    number = next((i for i, label in enumerate(labels) if label == "volume" or label == "issue"), 0)
    if not number:
        return labels
    last = number
    while last and labels[last - 1] in ("other", "date"):
        last -= 1
    town = last - 1
    if town > 1 and labels[town - 1 : town + 1] == ["I-title", "location"]:  # "CR Acad Sci (Paris) 231"
        named = any(journal_at(tokens, i) >= town - i for i in range(max(1, town - 6), town))
        last -= named or raw[tokens[town - 1].end : tokens[town].start] == " ("
    first = last
    if last and labels[last - 1] == "publisher":
        while first and labels[first - 1] == "publisher":
            first -= 1
        if labels[first - 1 : first] == ["location"]:
            return labels  # "Leeds: Old Things, 1983, Vol. 2"
    elif last and labels[last - 1] == "I-title":
        title = last - 1 - labels[last - 1 :: -1].index("B-title") if "B-title" in labels[:last] else last
        if title < last and _is_in_quotes(raw, tokens[title].start, tokens[last - 1].end):
            first = title if tokens[title].text.lower() in _SERIAL else last
        else:
            known = (i for i in range(max(1, last - 6), last) if journal_at(tokens, i) >= last - i)
            first = next((i for i in known if tokens[i].text[0].isupper()), last)
    if first == last:
        return labels
    return [*labels[:first], "B-container-title", *["I-container-title"] * (last - first - 1), *labels[last:]]


def _is_in_quotes(raw: str, start: int, end: int) -> bool:
    """True where quotes open right before a place and close right behind another."""
    return raw[:start].rstrip()[-1:] in _OPENING and not {*raw[end : end + 3]}.isdisjoint(_CLOSING)


_OPENING, _CLOSING = frozenset('“„«»"‘'), frozenset('”“»«"’')

_SERIAL = frozenset(
    "reports advances progress annals annales annalen proceedings transactions journal zeitschrift review "
    "reviews archives archiv bulletin".split()
)
"""Words with which the names of journals begin."""
