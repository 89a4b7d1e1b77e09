"""What the text mentions of a list, link or no link: asked before a reference is said to be cited nowhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from refs.model import CheckedArticle, Citation, Reference, Span, fold

# "[75]", "[3, 5–7]", "[32: 273]", "[51: fig. 10.5]", "(12, 14)", "[10, p. 5; 11]"
_BRACKETS = re.compile(r"[\[(]([^\[\]()]{1,80})[\])]")
_NUMBER_OR_RANGE = re.compile(
    r"(?:^|[,;]\s*|\b(?:e\.g\.,?|see|also|cf\.)\s)(\d{1,3})(?:\s?[-–—‐‑−]\s?(\d{1,3}))?(?=\s*(?:[,;:]|$))"
)
# Behind a surname: " et al. (2003", ", Germer & Dahm, 2013a", " and Germer (2013"
_YEAR_BEHIND = r"[^.;()\d]{0,60}?(?:et al\.)?[,\s(\[]{1,4}((?:1[6-9]|20)\d\d[a-z]?(?!\d))"
EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A name in Chinese, Japanese or Korean signs."""
_LONE_NUMBER = re.compile(r"\[\d{1,3}\]")
FAR = 12
"""How far beyond the end of the list a number can be and still be meant as a citation."""
NEAR = 90
"""Characters within which a year belongs to a name."""
BRACKET = 400
"""Characters that a bracket with citations holds at most."""
OPENING = 8
"""Letters from which the first words of an entry are its own."""


class Mentions:
    """The text of an article without its lists, searched for numbers in brackets and for names with years."""

    def __init__(self, article: CheckedArticle) -> None:
        self._article = article

    @cached_property
    def text(self) -> str:
        """The article's text with every listed reference blanked out; places stay what they were."""
        text = self._article.article.text
        for reference in self._article.references:
            if reference.span is not None:
                start, end = _with_label(text, reference)
                text = text[:start] + " " * (end - start) + text[end:]
        return text

    @cached_property
    def numbers(self) -> dict[int, list[int]]:
        """Where each number stands in brackets as citations do, ranges expanded."""
        found: dict[int, list[int]] = {}
        for bracket in _BRACKETS.finditer(self.text):
            named = _NUMBER_OR_RANGE.findall(bracket.group(1))
            if any(first == "0" for first, _ in named):
                continue  # an interval: [0, 1]
            for first, last in named:
                for number in range(int(first), min(int(last or first), int(first) + 50) + 1):
                    found.setdefault(number, []).append(bracket.start())
        return found

    def has_number(self, number: int, before: int | None = None) -> bool:
        """True where a number stands in brackets, anywhere or before a place."""
        places = self.numbers.get(number, [])
        return bool(places) and (before is None or bisect_right(places, before) > 0)

    def has_name(self, surnames: Sequence[str], year: str) -> bool:
        """True where the first surname stands close to the year; anywhere, where the list gives no year."""
        if not surnames:
            return False
        written_out = fold(surnames[0]).split()
        # NOTE: the family name comes first in "鈴木花子・田中太郎", cited as "鈴木・田中 (2015)"
        name = [fold(surnames[0][0])] if EAST.match(surnames[0]) else written_out[-1:]
        folded = self._folded
        if not year[:4].isdigit():
            return bool(name) and f" {name[0]} " in folded
        place = folded.find(name[0]) if name else -1
        while place >= 0:
            if year[:4] in folded[max(0, place - NEAR) : place + NEAR]:
                return True
            place = folded.find(name[0], place + 1)
        return False

    def has_name_and_year(self, surnames: Sequence[str], year: str) -> bool:
        """True where a citation by the first surname and this year stands, as in "Neff et al. (2003)"."""
        return bool(surnames) and any(c.year[:4] == year[:4] for c in self.with_year(surnames[0]))

    def has_opening(self, raw: str) -> bool:
        """True where the words stand with which an entry without people begins: "ASTM E564-06"."""
        words = fold(raw[:200]).split()
        opening = words[: 3 if any(word.isdigit() for word in words[1:3]) else 4]
        return len("".join(opening)) >= OPENING and f" {' '.join(opening)} " in self._folded

    def with_year(self, surname: str) -> Iterator[Citation]:
        """Yield what looks like citations of a person: the name, perhaps others, and a year in brackets."""
        if len(surname) < 3:
            return
        for match in re.finditer(rf"\b{re.escape(surname)}\b(?=({_YEAR_BEHIND}))", self.text):
            start, end = match.start(), match.end() + len(match.group(1))
            if self._is_in_brackets(start, end - len(match.group(2))):
                sentence = _sentence_around(self.text, start, end)
                text = self.text[start:end]
                yield Citation(text, (start, end), (), "author-date", sentence, (surname,), match.group(2))

    def _is_in_brackets(self, name: int, year: int) -> bool:
        """True where a bracket opens before a year, or before the name and is not closed again."""
        before = self.text[max(0, name - BRACKET) : name]
        opened = max(before.rfind("("), before.rfind("["))
        return self.text[year - 1] in "([" or opened > max(before.rfind(")"), before.rfind("]"))

    @cached_property
    def _folded(self) -> str:
        return f" {fold(self.text)} "


def _with_label(text: str, reference: Reference) -> Span:
    """Return where an entry stands, its "[12]" included: it is no citation of itself."""
    start, end = reference.span or (0, 0)
    line = max(text.rfind("\n", 0, start) + 1, start - len(reference.label) - 8)
    marked = bool(reference.label) and reference.label in text[line:start]
    return (line if marked else start), end


def loose_numbers(article: CheckedArticle, highest: int) -> list[Citation]:
    """Return numbers a little beyond the end of the list that stand as the article's citations do, unlinked.

    Brackets in an article that cites in brackets, raised numbers in one that raises them; not powers of ten.
    """
    kinds = {c.kind for c in article.citations}
    text = Mentions(article).text
    taken = {c.span for c in article.citations}
    places: list[tuple[int, int, str]] = []
    if "numeric" in kinds and any(c.text.startswith("[") for c in article.citations):
        places += [(m.start(), m.end(), "numeric") for m in _LONE_NUMBER.finditer(text)]
    if "superscript" in kinds:
        spans = [s for b in article.article.blocks for s in b.attributes.get("superscripts", ())]
        places += [(a, b, "superscript") for a, b in spans if not text[max(0, a - 1) : a].isdigit()]
    found = []
    for start, end, kind in places:
        digits = text[start:end].strip("[]")
        if (start, end) in taken or not digits.isdigit():
            continue
        if highest < int(digits) <= highest + max(FAR, highest // 2):
            sentence = _sentence_around(text, start, end)
            found.append(Citation(text[start:end], (start, end), (), kind, sentence, labels=(digits,)))
    return found


def _sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that a stretch of text stands in."""
    begin = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1, 0)
    stops = [place for mark in (". ", "\n") if (place := text.find(mark, end)) >= 0]
    return text[begin : min(stops, default=len(text)) + 1].strip()


def number_of(reference: Reference, position: int) -> int | None:
    """Return the number that citations give a reference: its label, else its place where it has none."""
    if reference.label.isdigit():
        return int(reference.label)
    return position if not reference.label else None
