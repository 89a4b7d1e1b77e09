"""Repairs of Chinese, Japanese and Korean references: what ends in "출판사" or "書店" is a publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from refs.model.patterns import pattern
from refs.parse.eastern import has_eastern
from refs.parse.tokens import Token

_BORDER = re.compile(r"[,.，。．;；:：』」》〉）)]")
_PUBLISHER = pattern(
    r".{1,12}(?:출판사|출판부|출판|문화사|비평사|학사|서관|서림|문고|미디어|북스|書店|書房|書院|出版社|出版会|出版部|出版|书局|書局|书店|書館|书馆)"
)
_THESIS = pattern(
    r".{0,16}(?:석사|박사|碩士|硕士|修士|博士)\s?(?:학위)?\s?(?:학위|學位|学位)?\s?(?:논문|論文|论文)"
)
_SCHOOL = pattern(r".{1,12}(?:대학교|대학원|대학|大學|大学|大学院)")
_TOWN = pattern(
    r"(?:서울|부산|대구|인천|광주|대전|울산|파주|고양|수원|경기도?|東京|京都|大阪|北京|上海|广州|廣州|南京|武汉|臺北|台北|香港)"
)
_NAMES = frozenset(
    {"B-title", "I-title", "B-container-title", "I-container-title", "publisher", "other", "location"}
)


def imprints_of_the_east(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 역사비평사 of "(1998) 조선 후기 사회. 역사비평사, 서울." is a publisher, 서울 its place.

    A title ends before the words for a thesis. What was taken for a page and is words is the title.
    """
    if not has_eastern(raw):
        return labels
    made = _words_among_pages(tokens, _unbroken(raw, tokens, labels))
    if not _NUMBERED.isdisjoint(made):
        return made
    settled = False
    before = 0
    for first, last in list(_pieces(raw, tokens, made)):
        text = raw[tokens[first].start : tokens[last - 1].end]
        part = _part_of(text, after="B-title" in made[:first], settled=settled)
        if (
            part == "location"
            and made[before] == "I-title"
            and tokens[first].start - tokens[before].start < _SHORT
        ):
            made = [
                *made[:before],
                *["publisher"] * (first - before),
                *made[first:],
            ]  # "환경경제학, 박영사, 서울"
        if part:
            made = [*made[:first], *[part] * (last - first), *made[last:]]
            settled = True
        before = first
    return made


_SHORT = 11
"""So many signs at most has the name before a town that is a publisher whatever it is called."""


_NUMBERED = frozenset({"volume", "issue"})


def _part_of(text: str, *, after: bool, settled: bool) -> str:
    """Return the label of a piece that follows the title, "" where its form says nothing."""
    if not after:
        return ""
    if _THESIS.fullmatch(text):
        return "other"
    if _TOWN.fullmatch(text):
        return "location"
    return "publisher" if _PUBLISHER.fullmatch(text) or (settled and _SCHOOL.fullmatch(text)) else ""


def _pieces(raw: str, tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where the pieces between commas and full stops begin and end that may be a name."""
    first = 0
    for i in range(1, len(tokens) + 1):
        sign = i < len(tokens) and not tokens[i].text[0].isalnum()  # "』" is a token of its own
        if i < len(tokens) and not sign and not _BORDER.search(raw, tokens[i - 1].end, tokens[i].start):
            continue
        if first < i and _NAMES.issuperset(labels[first:i]):
            yield first, i
        first = i + 1 if sign else i


def _unbroken(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Return the labels with signs that nothing parts from a title's given to it."""
    made = labels
    for i in range(1, len(tokens)):
        before = made[i - 1][2:]
        if before not in ("title", "container-title") or labels[i] not in _NAMES or labels[i][2:] == before:
            continue
        if tokens[i - 1].end == tokens[i].start and has_eastern(tokens[i].text[:1]):
            made = [*made[:i], f"I-{before}", *made[i + 1 :]]
    return made


def _words_among_pages(tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Return the labels with words that were taken for a page as the title, if there is none."""
    if "B-title" in labels or "page" not in labels:
        return labels
    words = [i for i, label in enumerate(labels) if label == "page" and has_eastern(tokens[i].text)]
    if not words or words != list(range(words[0], words[-1] + 1)):
        return labels
    made = list(labels)
    made[words[0] : words[-1] + 1] = ["B-title", *["I-title"] * (len(words) - 1)]
    return made
