"""The lines of an entry become its string: marker off, line breaks joined, link labels off."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from refs.extract.labels import bullet_length, key_of, marker_of
from refs.extract.lines import Line

# "View Article PubMed/NCBI Google Scholar", "CAS Article PubMed  Google Scholar", "[CrossRef] [PubMed]"
_LINK_LABEL = (
    r"(?:view article|google scholar|cross\s?ref|pubmed(?:/ncbi| central| abstract)?|cas|article|medline|"
    r"(?:free |publisher )?full text|crossref full text|ads|mathscinet|math|web of science|scopus|"
    r"download references|view in article|go to reference|open url|isi|find in library|abstract|pdf)"
)
_LINK_LABELS = re.compile(rf"(?:[\s\[(|·•,;↵]{{0,4}}{_LINK_LABEL}[\])®|]{{0,2}}){{1,8}}[\s.]{{0,3}}$", re.I)
_ONE_LABEL = re.compile(rf"[\[(]{_LINK_LABEL}[\])]", re.I)
_URL_END = re.compile(r"(?:https?://|www\.|doi\.org/|\b10\.\d{4,9}/)\S{0,300}$|\bdoi:\s?\S{1,100}$", re.I)
_URL_BREAK = "/.-_=?&%:#~"
# "↑ Neff", "↑ a b Neff", "^ Neff", "^ 1.0 1.1 Neff": the way back from a wiki's note to its citation
_BACK_LINK = re.compile(r"(?:↑|\^)\s{0,3}(?:(?:[a-z]|\d{1,2}[.,]\d)[,;]?\s{1,3}){0,30}")
_NUMBER = re.compile(r"\d+[a-z]?")
_HYPHENS = "-\u00ad\u2010\u2011¬"


class Entry(NamedTuple):
    """An entry's string without its mark, the mark, and where both stand in the article."""

    raw: str
    label: str
    start: int
    end: int


def make_entry(lines: Sequence[Line], text: str, number: int | None = None) -> Entry:
    """Return the entry that lines hold; ``text`` is the article's, to look words up in."""
    first = lines[0]
    parts = [line.text for line in lines]
    parts[0], label, cut = strip_mark(parts[0], number)
    label = label or first.label.strip(" .)([]*:") or (str(number) if number is not None else "")
    start = first.start + cut
    while len(parts) > 1 and not parts[0].strip():
        parts.pop(0)
        start = lines[len(lines) - len(parts)].start
    while len(parts) > 1 and _LINK_LABELS.fullmatch(parts[-1]):
        parts.pop()
        lines = lines[:-1]
    raw = join_lines(parts, text)
    bare = _LINK_LABELS.sub("", _ONE_LABEL.sub("", raw)) if _ends_in_label(raw) else raw
    # NOTE: the next column, to which an entry may go on, stands further up in a text as it was laid out.
    end = next((line.end for line in reversed(lines) if line.end > start), first.end)
    return Entry((bare if len(bare) > 20 else raw).strip(), label, start, end)


def strip_mark(text: str, number: int | None = None) -> tuple[str, str, int]:
    """Return a line without its mark, the mark, and how many characters went.

    A number counts as a mark only if it is the expected one, or stands in brackets.

    >>> strip_mark("[12] Neff, K."), strip_mark("• Neff, K."), strip_mark("*07 Dossey", 7)
    (('Neff, K.', '12', 5), ('Neff, K.', '', 2), ('Dossey', '07', 4))
    """
    mark = marker_of(text)
    if mark and (mark.number == number or (number is None and mark.style in ("bracket", "star"))):
        digits = _NUMBER.search(text, 0, mark.length)
        back = _BACK_LINK.match(text, mark.length)
        length = back.end() if back else mark.length
        return text[length:], digits.group() if digits else "", length
    key, length = key_of(text)
    if key:
        return text[length:], key, length
    length = bullet_length(text)
    if (back := _BACK_LINK.match(text)) and back.end() > length:
        length = back.end()
    return text[length:], "", length


def is_link_labels(text: str) -> bool:
    """Return True for a line that holds nothing but the labels of links to an entry.

    >>> is_link_labels("View Article PubMed/NCBI Google Scholar"), is_link_labels("Article 12")
    (True, False)
    """
    return len(text) < 120 and _ends_in_label(text) and _LINK_LABELS.fullmatch(text) is not None


def _ends_in_label(raw: str) -> bool:
    return (
        raw[-9:]
        .rstrip(" .])|®")
        .lower()
        .endswith(
            (
                "scholar",
                "pubmed",
                "article",
                "text",
                "ref",
                "cas",
                "ncbi",
                "math",
                "central",
                "abstract",
                "ads",
            )
        )
    )


def join_lines(parts: Sequence[str], text: str = "") -> str:
    """Return lines joined to one: words divided at a line's end whole again, web addresses without blanks.

    >>> join_lines(["Internalization of inter-", "personal process. https://doi.org/10.", "1037/0033"])
    'Internalization of interpersonal process. https://doi.org/10.1037/0033'
    """
    joined = ""
    for part in parts:
        part = part.strip()
        if not joined:
            joined = part
        elif not part:
            continue
        elif joined[-1] in _HYPHENS and part[0].islower() and joined[-2:-1].isalpha():
            joined = _join_divided(joined, part, text)
        elif joined[-1] in _HYPHENS and (joined[-2:-1].isdigit() or part[0].isupper()):
            joined += part  # "474-" + "485", "Elsevier-" + "North"
        elif joined[-1] in _URL_BREAK and not part[0].isupper() and _ends_in_url(joined[-320:]):
            joined += part
        else:
            joined = f"{joined} {part}"
    return joined


def _ends_in_url(text: str) -> bool:
    """Return True for a text that ends in a web address or DOI.

    >>> _ends_in_url("from https://doi.org/10."), _ends_in_url("doi: 10."), _ends_in_url("See doi.org. Vol.")
    (True, True, False)
    """
    *_, before, last = ("", *text.rsplit(None, 2))
    known = "//" in last or "10." in last or "www." in last or "doi" in last or before.endswith("doi:")
    return known and _URL_END.search(f"{before} {last}") is not None


def _join_divided(before: str, after: str, text: str) -> str:
    """Return two lines joined at a hyphen: as one word, unless the article writes it with the hyphen."""
    head = _LAST_LETTERS.search(before[-41:-1])
    tail = _FIRST_LETTERS.match(after)
    if head and tail and before[-1] != "\u00ad":
        first, second = head.group(), tail.group()
        if f"{first}-{second}" in before[-300:]:  # NOTE: "…/white-papers/cdna-3-white-" + "paper.pdf"
            return before + after
        often = _compounds(text).times(first, second)
        if often >= _OFTEN or (often and not _is_written(first + second, text)):
            return before + after
    return before[:-1] + after


_LAST_LETTERS = re.compile(r"[^\W\d_]{1,40}$")
_FIRST_LETTERS = re.compile(r"[^\W\d_]{1,40}")
_AFTER_HYPHEN = re.compile(r"-([^\W\d_]{1,40})")


_OFTEN = 3
"""Times that words joined by a hyphen must be written so to need no look for them as one."""
_LONGEST_SEARCH = 1_500_000
"""Characters of a text that are searched for a word; a longer one has its words gathered first."""


class _Compounds:
    """The words that a text writes with a hyphen between them; first words are read for a second word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.hyphens: defaultdict[str, list[int]] = defaultdict(list)
        for hyphen in _AFTER_HYPHEN.finditer(text):
            self.hyphens[hyphen.group(1)].append(hyphen.start())
        self.firsts: dict[str, Counter[str]] = {}

    def times(self, first: str, second: str) -> int:
        """Return how often the text joins two words."""
        if second not in self.firsts:
            self.firsts[second] = Counter(map(self._word_before, self.hyphens.get(second, ())))
        return self.firsts[second][first]

    def _word_before(self, place: int) -> str:
        before = self.text[place - 1 :: -1] if place < 40 else self.text[place - 1 : place - 41 : -1]
        word = _FIRST_LETTERS.match(before) if place else None
        return word.group()[::-1] if word else ""


@lru_cache(maxsize=1)
def _compounds(text: str) -> _Compounds:
    return _Compounds(text)


def _is_written(word: str, text: str) -> bool:
    """Return True for a word that stands in a text."""
    return word in (text if len(text) < _LONGEST_SEARCH else _words(text))


@lru_cache(maxsize=1)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())
