"""The numbers of a list against those in the text: missing ones, gaps, the order of first use."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from refs.check.text.listed import Entry
from refs.check.text.loose_numbers import loose_numbers
from refs.check.text.mentions import Mentions
from refs.check.text.prose import in_prose
from refs.model import BlockKind, CheckedArticle, Citation, fold

NUMBERED = frozenset({"numeric", "superscript", "note"})
_LEADERS = "....."
"""What a list of tables or figures prints before the page: its captions come before the text does."""
# "[30] M. Marchetti", "30. Marchetti", at the beginning of a line or column
_PRINTED = re.compile(
    r"(?:^|\n|[ \t]{2})[ \t]{0,40}(?:\[(\d{1,4})\]|(\d{1,4})\.)[ \t]{1,8}(?=[^\W\d_a-z“\"])"
)
# "4It was asked", "4 It was asked", at the foot of a page
_NOTE_START = re.compile(r"\n[ \t]{0,8}(\d{1,3}) ?(?=[^\W\d_a-z])")
MANY_KEYS = 3
"""So many citations by keys that the list lacks are told one by one."""


def _labels(article: CheckedArticle, own: Sequence[int]) -> dict[str, int]:
    """Return the article's references by label; a list without labels is numbered by place."""
    labels = {article.references[i].label: i for i in reversed(own) if article.references[i].label}
    return labels or {str(place): i for place, i in enumerate(own, 1)}


def numbers_without_reference(
    article: CheckedArticle, own: Sequence[int]
) -> tuple[tuple[Citation, tuple[str, ...]], ...]:
    """Return citations by number or key with the labels that no reference has, each label once."""
    known = _labels(article, own)
    keyed = any(not label.isdigit() for label in known)
    found: list[tuple[Citation, tuple[str, ...]]] = []
    distinct: dict[str, None] = {}
    numbers = [int(label) for label in known if label.isdigit()]
    loose = loose_numbers(article, max(numbers)) if numbers else []
    printed = _printed_before_entries(article, own)
    blocks = article.article.blocks
    notes = {b.label for b in blocks if b.kind is BlockKind.FOOTNOTE and b.label}
    if article.article.format in ("pdf", "text"):  # NOTE: not every note is told from the text above it
        notes |= set(_NOTE_START.findall(article.article.text))
    in_notes = (
        [b for b in blocks if b.kind is BlockKind.FOOTNOTE or b.attributes.get("note")] if notes else []
    )
    for citation in sorted((*article.citations, *loose), key=_place_of) if known else ():
        if citation.kind in NUMBERED or (citation.kind == "key" and keyed):
            absent = tuple(label for label in citation.labels if label not in known)
            absent = absent if len(citation.references) < len(citation.labels) else ()
            # NOTE: a list that begins with 20 was not read whole.
            absent = tuple(n for n in absent if not (numbers and n.isdigit() and int(n) < min(numbers)))
            at = _place_of(citation)[0]
            # NOTE: a note has no notes of its own.
            if notes and citation.kind == "superscript" and not any(b.start <= at < b.end for b in in_notes):
                absent = tuple(label for label in absent if not _runs_into_a_note(label, known, notes))
            new = tuple(label for label in absent if label not in distinct and label not in printed)
            if new and not _is_interval(absent, citation, known):
                found.append((citation, new))
                distinct |= dict.fromkeys(new)
    is_cut = len(distinct) > 3 and len(distinct) * 5 > len(known) and not keyed
    if keyed and len(found) > MANY_KEYS:  # NOTE: the list is older than the text, which is one thing to say
        return ((found[0][0], tuple(distinct)),)
    return () if is_cut else tuple(found)


def _printed_before_entries(article: CheckedArticle, own: Sequence[int]) -> frozenset[str]:
    """Return the numbers that stand as the list's own do, before entries read or not.

    Pages laid out in columns lose entries: "[30] M. Marchetti" at the end of a list that was read till 29.
    """
    spans = [s for i in own if (s := article.references[i].span) is not None]
    if not spans or article.article.format not in ("text", "pdf"):
        return frozenset()
    printed = _PRINTED.finditer(article.article.text, min(begin for begin, _ in spans))
    return frozenset(found.group(1) or found.group(2) for found in printed)


def _runs_into_a_note(label: str, known: Container[str], notes: Container[str]) -> bool:
    """True for a raised "44" where work 4 is cited and note 4 stands right behind it.

    >>> _runs_into_a_note("44", {"3", "4"}, {"4"}), _runs_into_a_note("44", {"3", "4"}, {"1"})
    (True, False)
    """
    return any(label[:cut] in known and label[cut:] in notes for cut in range(1, len(label)))


def _place_of(citation: Citation) -> tuple[int, int]:
    return citation.span or (0, 0)


def _is_interval(absent: Sequence[str], citation: Citation, known: dict[str, int]) -> bool:
    """True for "[0, 1]" and "[5, 80]": ranges of values, whose ends are far from any number of the list."""
    numbers = [int(label) for label in known if label.isdigit()]
    if "0" in citation.labels or not numbers:
        return "0" in citation.labels
    far = max(numbers) + max(3, max(numbers) // 10)
    return len(citation.labels) > 1 and any(label.isdigit() and int(label) > far for label in absent)


def first_out_of_order(
    article: CheckedArticle, mentions: Mentions, own: Sequence[int], entries: dict[int, Entry]
) -> tuple[Citation, int, int] | None:
    """Return the first citation by number that runs ahead of a number not yet cited.

    Only prose tells: tables, captions and notes may stand elsewhere than where they are spoken of.
    """
    known = _labels(article, own)
    if len(known) < 3 or not all(label.isdigit() for label in known) or _is_alphabetical(own, entries):
        return None
    prose = in_prose(article)
    cited = {label for c in prose for label in c.labels}
    elsewhere = {label for c in article.citations for label in c.labels} - cited
    elsewhere |= {label for label in known if label not in cited and mentions.has_number(int(label))}
    expected = 1
    for citation in prose:
        if citation.kind not in ("numeric", "superscript") or _LEADERS in citation.sentence:
            continue
        for label in citation.labels:
            if not label.isdigit() or label not in known:
                continue
            number = int(label)
            place = citation.span[0] if citation.span is not None else None
            while expected < number and (
                str(expected) not in cited
                or str(expected) in elsewhere
                or mentions.has_number(expected, place)
            ):
                expected += 1
            if number > expected:
                return citation, number, expected
            expected = max(expected, number + 1)
    return None


def _is_alphabetical(own: Sequence[int], entries: dict[int, Entry]) -> bool:
    """True where a numbered list is sorted by author, so that its numbers say nothing of first use."""
    names = [fold(entries[i].surnames[0]) for i in own if entries[i].surnames]
    rising = sum(a <= b for a, b in pairwise(names))
    return len(names) >= 3 and rising >= 0.9 * (len(names) - 1)


def gaps_in_numbers(article: CheckedArticle, own: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Return what is odd in the list's own numbers: one left out, one twice."""
    labels = [(int(article.references[i].label), i) for i in own if article.references[i].label.isdigit()]
    if len(labels) < 3 or len(labels) < 0.8 * len(own):
        return ()
    numbers = [n for n, _ in labels]
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    if len(missing) > max(2, len(numbers) // 10):
        return ()
    found = [
        (f"there is no reference {gap}: the list goes from {gap - 1} to {number}", index)
        for gap in missing
        for number, index in labels
        if number == min(n for n in numbers if n > gap)
    ]
    seen: set[int] = set()
    for number, index in labels:
        if number in seen and _prints_number(article, index):
            found.append((f"the list has two references {number}", index))
        seen.add(number)
    return tuple(found)


def _prints_number(article: CheckedArticle, index: int) -> bool:
    """False for the second work under one number, "[12] A; B", before which the text has no number."""
    reference = article.references[index]
    if reference.span is None:
        return True
    start = reference.span[0]
    return reference.label in article.article.text[max(0, start - 8) : start]


def extent_of(article: CheckedArticle, own: Sequence[int]) -> str:
    """Return the list's extent in words: "1 to 14"."""
    numbers = [int(label) for label in _labels(article, own) if label.isdigit()]
    return f"{min(numbers)} to {max(numbers)}" if numbers else f"{len(own)} references"
