"""A raw reference string made ready for looking things up in it: mended, without links, in words."""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from refs.model import Doi, Span, fold_compact
from refs.model.folding import in_small
from refs.model.glued_names import part_glued_names
from refs.model.markup import TAG
from refs.resolve.comparison.cues import Cue, blanks
from refs.resolve.query import DASH, Query

_MENDED = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u00ad": "",
        "\u200b": "",
    }
    | {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\n": " ", "\t": " ", "\r": " "}
)
_TO_MEND = re.compile(f"[{''.join(map(chr, _MENDED))}]")
# "â€“", "Ã¼": UTF-8 that was read as Windows-1252
_MISREAD_BYTES = re.compile(r"[Â-ô][\u0080-ÿŒœŠšŸŽžƒˆ˜–—‘-„†‡•…‰‹›€™]{1,3}")
# A line that is a number and nothing else: the page on which an entry goes on
_PAGE_FOOT = re.compile(r"\n[ \t]{0,40}\d{1,4}[ \t]{0,40}(?=\n)")
# "self-compas-\nsion", "self-compas- sion": a word broken at a line's end
_BROKEN_WORD = re.compile(r"(?<=[^\W\d_]{2})[-‐]\s+(?!(?:and|or|und|et|oder|y|e)\b)(?=[^\W\d_A-Z]{2})")
# "[12] ", "12. ", "(12) ", "12) ": the mark of a numbered list
_MARKER = re.compile(r"\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+(?=\S)")
# "See also ", "Vgl. ", "E.g. ", "^ a b ": what leads to a reference, before a name that is none of its own
_LEAD = re.compile(
    r"\s*(?:(?:[\^↑]\s{0,3}(?:[a-z]\s{1,3}){0,12}|[•*]\s"
    r"|(?i:see also|cf\.?|vgl\.?|e\.\s?g\.?,?|siehe(?: auch)?"
    r"|voir(?: aussi)?|véase)\s|[Ss]ee\s(?=[^\W\d_]*[a-zß-ÿ]|[^\W\d_]{4}))\s*){1,3}"
)
# "https://doi.org/10.1109/ iccv.2017.399", "doi: 10.1001/archderm.114.4.593."
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi\s*:?\s*)?10\.\s{0,2}\d{4,9}/\s?\S+", re.I)
_DOI_LEAD = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi\s*:?\s*)$", re.I)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_REST_OF_LINK = re.compile(r"[?&#]\S+")  # "https://example.org/doi/full/10.1000/182?journalCode=abc"
_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
# "arXiv:1706.03762v5 [cs.CL]", "PMID: 11136953", "PMCID: PMC3883473", "ISSN 0003-9926", "ISBN 0-201-89683-4"
IDENTIFIERS = re.compile(
    r"\bdoi\s*:\s*\S+(?:(?<=/)\s\S+)?|arxiv\s*:\s*\S+(?:\s\[[a-z.-]+\])?|\bPM(?:C)?ID\s*:?\s*(?:PMC)?\d+|\bPMC\d{5,}"
    r"|\bISSN\s*:?\s*\d{4}\s?[‐–—-]?\s?[\dXx]{4}|\bISBN(?:-1[03])?\s*:?\s*[\dXx -]{10,17}",
    re.I,
)
# "Retrieved May 3, 2020, from", "(accessed 3 May 2024)", "[cited 2012 Jul 5]"
_ACCESSED = re.compile(
    r"\b(?:retrieved|accessed|(?:last )?visited|cited|abgerufen|zugriff|consulté)\b(?: on| am| le)?:?"
    r"(?:[ ,.]{1,2}(?:\d{1,4}(?:st|nd|rd|th)?|[a-zäéû]{3,9}\.?)){1,3}(?=[\s,.;)\]]|$)",
    re.I,
)
_WORD = re.compile(r"[^\W_]+")
# "[CrossRef] [Google Scholar]", "Cited by 34": what pages print behind an entry
_PAGE_LABELS = re.compile(
    r"\bcited by:? \d+|\[(?:crossref|google scholar|pubmed|medline)\]|\bview article\b|\bgoogle scholar\b",
    re.I,
)
BLANKED = (
    Cue(TAG, ("<",)),
    Cue(_PAGE_LABELS, ("cited by", "crossref]", "pubmed]", "medline]", "view article", "google scholar")),
    Cue(_URL, ("http", "www.")),
    Cue(IDENTIFIERS, ("doi", "arxiv", "pmid", "pmc", "issn", "isbn")),
    Cue(_ACCESSED, ("retrieved", "accessed", "visited", "cited", "abgerufen", "zugriff", "consulté")),
)
"""What is no part of a reference's body."""


class Token(NamedTuple):
    """A word of a text: folded (never empty), and where it stands."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawText:
    """A raw string, mended; spans count in ``text``. In ``body`` links and identifiers are blanks.

    >>> raw = RawText.of("[3] Neff K. Self-compas-\\nsion. Self Identity 2003;2:85. doi:10.1080/1529886")
    >>> raw.body.rstrip()
    'Neff K. Self-compassion. Self Identity 2003;2:85.'
    >>> RawText.of("Neff K. Kindness\\n312\\ncounts. Self Identity 2003;2:85â€“101.").body
    'Neff K. Kindness counts. Self Identity 2003;2:85–101.'
    """

    text: str
    body: str
    tokens: tuple[Token, ...]
    compact: str
    """The words of ``body`` without blanks."""
    offsets: tuple[int, ...]
    """Where each token begins in ``compact``."""
    lowered: str
    """``body`` in small letters, before the last of it was blanked: where signs of cues are looked for."""

    @classmethod
    def of(cls, raw: str, doi: Doi | None = None, query: Query | None = None) -> RawText:
        """Return a raw string made ready.

        Args:
            doi: one that may stand in it broken by blanks.
            query: the string as it was looked up, whose words are taken where they are the body's.
        """
        return Reading(raw, query).beside(doi)

    @classmethod
    def made(cls, text: str, body: str, query: Query | None) -> RawText:
        """Return a string made ready that is mended already.

        Args:
            body: the text, the DOI of the work that it is compared with blank.
        """
        if "10." in body:
            body = _DOI.sub(blanks, body)
        lowered = body.lower()
        for cue in BLANKED:
            body = cue.blank(body, lowered)
        if query is not None and _is_same(body, query):
            tokens = tuple(map(_token, zip(query.words, *zip(*query.spans, strict=True), strict=True)))
            return cls(text, body, tokens, query.compact, query.offsets, lowered)
        tokens = tokens_of(body)
        words = [t.word for t in tokens]
        offsets = tuple(accumulate(map(len, words), initial=0))[:-1]
        return cls(text, body, tokens, "".join(words), offsets, lowered)

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """Return the words between two places of ``text``."""
        return [t for t in self.tokens if t.start >= start and t.end <= end]

    def index_at(self, place: int) -> int:
        """Return the index of the first word that begins at a place of ``text`` or behind it."""
        return bisect_left(self.tokens, place, key=_start) if place > 0 else 0

    def find_compact(self, compact: str, *, behind: int = 0, whole: bool = True) -> Span | None:
        """Return where folded letters without blanks stand in the text, from word to word.

        Args:
            behind: the place of ``text`` from which they are looked for.
            whole: only where they end with a word; otherwise that word's end is returned.
        """
        begin = self.index_at(behind)
        if not compact or begin >= len(self.tokens):
            return None
        place = self.compact.find(compact, self.offsets[begin])
        while place >= 0:
            first = bisect_right(self.offsets, place) - 1
            last = bisect_left(self.offsets, place + len(compact)) - 1
            ends = self.offsets[last] + len(self.tokens[last].word) == place + len(compact)
            if self.offsets[first] == place and (ends or not whole):
                return self.tokens[first].start, self.tokens[last].end
            place = self.compact.find(compact, place + 1)
        return None


class Reading:
    """A string read once for all the works that it is compared with."""

    def __init__(self, raw: str, query: Query | None = None) -> None:
        self.raw = raw
        self._query = query
        self._text = _mended(raw)
        self._plain: RawText | None = None
        self._small = self._packed = ""

    def beside(self, doi: Doi | None) -> RawText:
        """Return the text that is compared with a work: its DOI is blank, also where it is broken up."""
        if doi is not None and self._may_hold(doi):
            blanked = _without_doi(self._text, doi)
            if blanked != self._text:
                return RawText.made(self._text, blanked, self._query)
        if self._plain is None:
            self._plain = RawText.made(self._text, self._text, self._query)
        return self._plain

    def _may_hold(self, doi: Doi) -> bool:
        """False where neither the text nor the text without blanks holds a DOI."""
        if doi.prefix not in self._text:
            return False
        if not self._small:
            self._small = in_small(self._text)
        if doi.value in self._small:
            return True
        if not self._packed:
            self._packed = in_small("".join(self._text.translate(_DASHES).split()))
        return doi.value in self._packed


_start = attrgetter("start")
_GREEK = {
    chr(0x3B1 + place): name
    for place, name in enumerate(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma "
        "tau upsilon phi chi psi omega".split()
    )
} | {"µ": "mu"}
"""Letters that stand alone, as titles print them or write them out."""
_token = partial(tuple.__new__, Token)
"""Makes a token of its three parts; a string has dozens, and the class itself takes twice as long."""


def _is_same(body: str, query: Query) -> bool:
    """True where a body has the words of the string that was looked up, at the same places."""
    plain = body[: len(query.text)]
    if _WORD.search(body, len(plain)):
        return False
    if plain.isascii():
        return plain == query.text
    if not _GREEK.keys().isdisjoint(query.words) or len(set(query.spans)) != len(query.spans):
        return False  # NOTE: "α" is a word of its own here, and "½" one word, not two
    return DASH.sub("-", plain) == query.text


@lru_cache(maxsize=1024)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text, folded, with their places.

    >>> [t.word for t in tokens_of("L’Œuvre, 2nd ed.")]
    ['l', 'oeuvre', '2nd', 'ed']
    >>> [t.word for t in tokens_of("β-blockers")]
    ['beta', 'blockers']
    """
    found, end = [], 0
    for printed in _WORD.findall(text):
        start = text.find(printed, end)
        end = start + len(printed)
        word = printed.lower() if printed.isascii() else _GREEK.get(printed.lower()) or fold_compact(printed)
        if word:
            found.append(_token((word, start, end)))
    return tuple(found)


def compact_of(text: str) -> str:
    """Return the words of a text, folded, without blanks.

    >>> compact_of("L’Œuvre, 2nd ed."), compact_of("β-blockers")
    ('loeuvre2nded', 'betablockers')
    """
    return fold_compact(text) if text.isascii() else "".join([t.word for t in tokens_of(text)])


def _mended(raw: str) -> str:
    """Return a string as it was meant: letters decoded, broken words joined, without the mark of a list."""
    text = as_meant(raw)
    if "\n" in text:
        text = _PAGE_FOOT.sub("", text)
    if _TO_MEND.search(text):
        text = text.translate(_MENDED)
    if "- " in text or "‐ " in text:
        text = _BROKEN_WORD.sub("", text)
    if marker := _MARKER.match(text):
        text = text[marker.end() :]
    lead = _LEAD.match(text)
    return part_glued_names(text[lead.end() :] if lead else text)


def as_meant(raw: str) -> str:
    """Return a string with HTML's entities and twice encoded letters decoded.

    >>> as_meant("G&#x000E9;rard and GÃ©rard, R&D")
    'Gérard and Gérard, R&D'
    """
    text = html.unescape(html.unescape(raw)) if "&" in raw and ";" in raw else raw
    return text if text.isascii() else _MISREAD_BYTES.sub(_read_again, text)


def _read_again(misread: re.Match[str]) -> str:
    """Return the letter that bytes of UTF-8 stood for, or what was printed if they are none.

    >>> _MISREAD_BYTES.sub(_read_again, "MÃ¼ller, p. 5â€“7, Ângela Ô")
    'Müller, p. 5–7, Ângela Ô'
    """
    try:
        return misread.group().encode("cp1252").decode("utf-8")
    except UnicodeError:
        return misread.group()


def _without_doi(text: str, doi: Doi) -> str:
    """Return a text with a DOI blanked out, whether or not blanks break it up."""
    if (place := in_small(text).find(doi.value)) >= 0:
        start, end = place, place + len(doi.value)
    else:
        plain = text.translate(_DASHES)
        places = [i for i, c in enumerate(plain) if not c.isspace()]
        found = in_small("".join(plain[i] for i in places)).find(doi.value)
        if found < 0:
            return text
        start, end = places[found], places[found + len(doi.value) - 1] + 1
    lead = _DOI_LEAD.search(text, max(0, start - 20), start)
    start = lead.start() if lead else start
    rest = _REST_OF_LINK.match(text, end)
    end = rest.end() if rest else end
    return text[:start] + " " * (end - start) + text[end:]
