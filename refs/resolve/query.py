"""A reference string made ready to be compared: words with their places, numbers, identifiers."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass

from refs.model import ArxivId, Doi, Isbn, Pmid, fold
from refs.model.glued_names import part_glued_names
from refs.model.markup import TAG
from refs.resolve.landing import find_page_doi
from refs.resolve.numbers import Numbers, read_numbers

LONGEST = 2000
"""A reference is cut here, in characters; two pages of text are no reference."""
BARE_ISBN = 20
"""A string that is nothing but an ISBN is shorter."""

DASH = re.compile("[\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d]")
_BROKEN_WORD = re.compile(r"(?<=[a-z])-\s+(?=[a-z])(?!and |or |und |oder |et |y )")
"""``Endo-\\nscopic``, but not ``pre- and post-``."""
_LABEL = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)])\s*")
"""``[12]``, ``(1)``, ``12.``"""
_LINKS = re.compile(
    r"(?:https?://|www\.)\S+|(?:dx\.)?doi\.org\S*|\bdoi:?\s?(?:10\.\S*)?|\b10\.\d{4,9}(?:\.\d+)*/\S+"
    r"|\b(?:pmc?id|pubmed)\s*:?\s*(?:pmc)?\d*|\barxiv:\S+|\bisbn[-\s:]*(?:1[03])?[\s:]*[\d\sxX-]{9,20}|\bissn[\s:]*\d{4}-\d{3}[\dxX]"
    r"|\b(?:pii\s?:?\s?)?s\d{4}-\d{3}[\dx]\(\d\d\)\d{5}-[\dx]\b",
    re.I,
)
_DOI_IN_PIECES = re.compile(
    r"\b(10\.\d{4,9})(?: {1,2}/ {0,2}|/ {1,2})(?=[a-z\d(])|(?<=doi)([:.\s] ?)10\. (\d{4,9}) ?/ ?(?=\w)", re.I
)
"""``10.1016 / j.gut.2001…``, ``doi: 10. 1016/j.…``"""
_WORD = re.compile(r"[^\W_]+")
_THESIS = re.compile(
    r"\b(?:ph\.?\s?d\.?|doctoral|master'?s?|m\.?sc\.?|diploma|bachelor'?s?)[.\s]+(?:thesis|dissertation)|\bdissertation\b"
    r"|\bthesis\b|\bth[eè]se\b|\bhabilitation\b|\bdoktorarbeit\b",
    re.I,
)
_PUBLISHER = re.compile(
    r"\b(?:press|publishers?|verlag|publishing|edn|edition|ed\.|isbn|wiley|springer|mcgraw)\b",
    re.I,
)
_ET_AL = re.compile(r"\bet\.?\s?al\b|\band others\b|…|\.\.\.", re.I)


@dataclass(frozen=True, slots=True)
class Query:
    """A string in words. ``words[i]`` is folded, stands at ``spans[i]`` of ``text`` and begins at
    ``offsets[i]`` of ``compact``, which is all words without blanks."""

    raw: str
    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    offsets: tuple[int, ...]
    compact: str
    places: dict[str, list[int]]
    numbers: Numbers
    doi: Doi | None
    pmid: Pmid | None
    arxiv: ArxivId | None
    isbn: Isbn | None
    page_doi: Doi | None
    """Of the work whose page the string links to, by the site's habit: where to look, not what is cited."""
    names_thesis: bool
    names_publisher: bool
    cuts_names: bool

    @property
    def is_bare(self) -> bool:
        """True where the string is an identifier and nothing else."""
        return self.identifier is not None and not any(len(word) > 1 for word in self.words)

    @property
    def identifier(self) -> Doi | Pmid | ArxivId | Isbn | None:
        """The first identifier that the string holds, None if it holds none."""
        return self.doi or self.pmid or self.arxiv or self.isbn or self.page_doi

    def word_at(self, offset: int) -> int:
        """Return the index of the word that holds a place of ``compact``."""
        return max(bisect_right(self.offsets, offset) - 1, 0)

    def gap_after(self, index: int) -> str:
        """Return what stands between a word and the next; behind the last word, the rest of the text."""
        start = self.spans[index][1]
        end = self.spans[index + 1][0] if index + 1 < len(self.spans) else len(self.text)
        return self.text[start:end]


def read_query(raw: str) -> Query:
    """Return a reference string ready to be compared.

    >>> query = read_query("(1) Neff, K. Endo-\\nscopic views. Gut 2003, 12, 85–101. https://doi.org/10.1000/x")
    >>> query.words
    ('neff', 'k', 'endoscopic', 'views', 'gut', '2003', '12', '85', '101')
    >>> str(query.doi), query.numbers.first_pages
    ('10.1000/x', frozenset({'85'}))
    """
    cut = _with_whole_doi(_ends_of(raw).replace("\\_", "_"))
    joined = clean_text(part_glued_names(cut))
    text = " ".join(_LINKS.sub(" ", joined).split())
    text = _LABEL.sub("", text)
    doi = Doi.find(cut)
    bare_isbn = Isbn.parse(text) if len(text) < BARE_ISBN else None
    words, spans = _words(text if bare_isbn is None else "")
    offsets, length = [], 0
    places: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        offsets.append(length)
        length += len(word)
        places.setdefault(word, []).append(index)
    return Query(
        raw=raw,
        text=text,
        words=tuple(words),
        spans=tuple(spans),
        offsets=tuple(offsets),
        compact="".join(words),
        places=places,
        numbers=read_numbers(text.lower()),
        doi=doi,
        pmid=Pmid.find(cut),
        arxiv=ArxivId.find(cut),
        isbn=bare_isbn or Isbn.find(cut),
        page_doi=find_page_doi(cut) if doi is None else None,
        names_thesis=_THESIS.search(text) is not None,
        names_publisher=_PUBLISHER.search(text) is not None,
        cuts_names=_ET_AL.search(text) is not None,
    )


def _ends_of(raw: str) -> str:
    """Return a string, of a long one its beginning and its end: hundreds of authors stand between.

    >>> len(_ends_of("Lander ES, " * 400 + "Initial sequencing")), _ends_of("Lander ES. Initial sequencing")
    (2000, 'Lander ES. Initial sequencing')
    """
    if len(raw) <= LONGEST:
        return raw
    return raw[: LONGEST // 2] + raw[-(LONGEST - LONGEST // 2) :]


def _with_whole_doi(text: str) -> str:
    """Return a text with the blanks taken out of a DOI's beginning.

    >>> _with_whole_doi("Neff. 10.1016 / j.gut.2001.1"), _with_whole_doi("Neff. doi: 10. 1016/j.gut.2001.1")
    ('Neff. 10.1016/j.gut.2001.1', 'Neff. doi: 10.1016/j.gut.2001.1')
    """
    if "10." not in text:
        return text
    return _DOI_IN_PIECES.sub(lambda m: f"{m[1]}/" if m[1] else f"{m[2]}10.{m[3]}/", text)


def clean_text(raw: str) -> str:
    """Return a string without markup and line breaks, dashes as hyphens, broken words joined.

    >>> clean_text("Ag<sup>+</sup> &amp; Endo-\\nscopic 12–7")
    'Ag+ & Endoscopic 12-7'
    """
    text = html.unescape(raw) if "&" in raw else raw
    if "<" in text:
        text = TAG.sub("", text)
    if not text.isascii():
        text = DASH.sub("-", text)
    return " ".join(_BROKEN_WORD.sub("", text).split())


def _words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Return folded words with their spans; a word that folds to several gives each the same span."""
    if text.isascii():
        found = [(m.group().lower(), m.span()) for m in _WORD.finditer(text)]
    else:
        found = [(part, m.span()) for m in _WORD.finditer(text) for part in fold(m.group()).split()]
    return [word for word, _ in found], [span for _, span in found]
