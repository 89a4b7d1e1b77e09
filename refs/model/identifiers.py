"""Identifiers of works: DOI, PMID, arXiv id, ISBN. Each parses and prints itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

# A DOI is "10.", a registrant, "/", and a suffix of any printable characters (DOI Handbook, 3.2).
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^\s\"<>{}|\\^`\u200b]+", re.I)
_DOI_PREFIX = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*|info:doi/", re.I)
_PAGE_BEFORE = re.compile(r"(?:https?://|www\.)(?!(?:[\w-]{1,20}\.)?doi[.-]org)\S{0,200}$", re.I)
"""What stands before a DOI inside a publisher's address; doi.org's own addresses hold the DOI as it is."""
_PAGE_TAIL = re.compile(
    r"[?#&].*|(?:/(?:full|abstract|pdf|epdf|epub|html|fulltext|summary|meta|references|figures|citation))+/?$"
    r"|(?:(?<=\d)v\d{1,2})?(?:\.full)?(?:\.(?:pdf|text|short|abstract|long|full))?$"
)
"""What publishers' addresses put behind a DOI: ``/full``, ``v2.full.pdf``, ``?download=true``."""
_TRAILING = ".,;:'\"’”»*†"
_PAIRS = {")": "(", "]": "[", ">": "<"}
_PMID = re.compile(
    r"(?:PMID|PubMed(?:\s+ID)?)\s*:?\s*(\d{4,8})\b|pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(\d{4,8})\b", re.I
)
_ARXIV = re.compile(
    r"(?:arxiv\s*:?\s*|arxiv\.org/(?:abs|pdf)/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(v\d+)?"
    r"|\b((?:astro-ph|cond-mat|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|nucl-ex|nucl-th|quant-ph)/\d{7})\b",
    re.I,
)
_ISBN = re.compile(r"(?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dXx]")


@dataclass(frozen=True, slots=True, order=True)
class Doi:
    """A DOI in lower case without any prefix: ``10.1080/15298860309032``. DOIs ignore case."""

    value: str

    @classmethod
    def parse(cls, text: str | None) -> Doi | None:
        """Return the DOI that a string is, in any spelling, or None.

        >>> Doi.parse("https://doi.org/10.1037/0033-3204.31.1.49").value
        '10.1037/0033-3204.31.1.49'
        >>> Doi.parse("doi:10.1002/(SICI)1097-4571(199009)41:6<391::AID-ASI1>3.0.CO;2-9").value
        '10.1002/(sici)1097-4571(199009)41:6<391::aid-asi1>3.0.co;2-9'
        >>> Doi.parse("no doi") is None
        True
        """
        bare = _DOI_PREFIX.sub("", (text or "").strip(), count=1)
        if "%" in bare:
            bare = unquote(bare)
        if not re.match(r"10\.\d{4,9}(?:\.\d+)*/\S", bare):
            return None
        return cls(bare.split()[0].rstrip(_TRAILING).lower())

    @classmethod
    def find(cls, text: str) -> Doi | None:
        """Return the first DOI inside a text, without the punctuation that follows it, or None.

        >>> Doi.find("Self and Identity (doi:10.1080/15298860309032).").value
        '10.1080/15298860309032'
        >>> Doi.find("https://www.frontiersin.org/articles/10.3389/fpsyg.2013.00863/full").value
        '10.3389/fpsyg.2013.00863'
        """
        match = _DOI.search(text)
        if match is None:
            return None
        value = _closed(match.group())
        if _PAGE_BEFORE.search(text, max(match.start() - 240, 0), match.start()):
            value = _closed(_without_tail(value))
        return cls.parse(value)

    @property
    def url(self) -> str:
        """The link that resolves the DOI, percent-encoded where it must be."""
        return f"https://doi.org/{quote(self.value, safe='/:;()')}"

    @property
    def prefix(self) -> str:
        """The registrant's prefix: ``10.1080``."""
        return self.value.partition("/")[0]

    def __str__(self) -> str:
        return self.value


def _closed(value: str) -> str:
    """Return a DOI without the punctuation that follows it in a sentence."""
    while value and (value[-1] in _TRAILING or _unbalanced(value)):
        value = value[:-1]
    return value


def _without_tail(value: str) -> str:
    """Return a DOI without what a publisher's address puts behind it.

    >>> _without_tail("10.1101/2020.01.01.123456v2.full.pdf"), _without_tail("10.1007/s11-1?error=x#Sec1")
    ('10.1101/2020.01.01.123456', '10.1007/s11-1')
    """
    while (shorter := _PAGE_TAIL.sub("", value, count=1)) != value and "/" in shorter:
        value = shorter
    return value


def _unbalanced(value: str) -> bool:
    """True where the last character closes a bracket that was never opened."""
    opening = _PAIRS.get(value[-1])
    return opening is not None and value.count(value[-1]) > value.count(opening)


@dataclass(frozen=True, slots=True)
class Pmid:
    """A PubMed identifier, digits only."""

    value: str

    @classmethod
    def find(cls, text: str) -> Pmid | None:
        """Return the first PMID that a text names as such.

        >>> Pmid.find("N Engl J Med. 2001;344:1. PMID: 11136953.").value
        '11136953'
        """
        match = _PMID.search(text)
        return cls(match.group(1) or match.group(2)) if match else None

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class ArxivId:
    """An arXiv identifier without its version: ``1706.03762`` or ``hep-ex/0212038``."""

    value: str

    @classmethod
    def find(cls, text: str) -> ArxivId | None:
        """Return the first arXiv identifier in a text.

        >>> ArxivId.find("arXiv:1706.03762v5 [cs.CL]").value, ArxivId.find("(hep-ex/0212038)").value
        ('1706.03762', 'hep-ex/0212038')
        """
        match = _ARXIV.search(text)
        return cls((match.group(1) or match.group(3)).lower()) if match else None

    @property
    def doi(self) -> Doi:
        """The DOI that arXiv registers with DataCite for this identifier."""
        return Doi(f"10.48550/arxiv.{self.value}")

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Isbn:
    """An ISBN as thirteen digits."""

    value: str

    @classmethod
    def parse(cls, text: str) -> Isbn | None:
        """Return the ISBN that a string is, if its check digit holds.

        >>> Isbn.parse("0-306-40615-2"), Isbn.parse("978-0-306-40615-8")
        (Isbn(value='9780306406157'), None)
        """
        bare = re.sub(r"[\s-]", "", text).upper()
        if re.fullmatch(r"\d{9}[\dX]", bare):
            total = sum((10 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(bare))
            return cls(_with_check_digit("978" + bare[:9])) if total % 11 == 0 else None
        if re.fullmatch(r"97[89]\d{10}", bare):
            return cls(bare) if _with_check_digit(bare[:12]) == bare else None
        return None

    @classmethod
    def find(cls, text: str) -> Isbn | None:
        """Return the first valid ISBN in a text that mentions the word ISBN."""
        if "isbn" not in text.lower():
            return None
        return next((isbn for m in _ISBN.finditer(text) if (isbn := cls.parse(m.group()))), None)

    def __str__(self) -> str:
        return self.value


def _with_check_digit(twelve: str) -> str:
    """Return twelve ISBN digits with their thirteenth."""
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(twelve))
    return f"{twelve}{-total % 10}"
