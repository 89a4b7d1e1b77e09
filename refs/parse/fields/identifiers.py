"""DOI, PMID, arXiv id, ISBN and links: found by their form in the whole string, wherever they stand."""

from __future__ import annotations

import re

from refs.model.identifiers import ArxivId, Doi, Isbn, Pmid
from refs.model.patterns import pattern

_URL = pattern(r"(?:https?://|ftp://|www\.)[^\s<>\"“”]{3,1500}", re.I)
_BROKEN = pattern(r"(?<=[/.\-_=&?%])\s(?=[a-z0-9][a-z0-9\-_.~]*[/.=&?%][a-z0-9])")
_LOOSE_DOI = pattern(r"\b10\.\s?(\d{4,9})\s?/\s?(?=\S)")  # "doi: 10. 5170 /CERN-2011-006.313"
_GLUED = pattern(r"\.?(?:url|pmid|https?|accessed|epub|available)[^a-z0-9].*$|\.?(?:url|pmid)$", re.I)
_BROKEN_DOI = pattern(r"(\b10\.\d{4,9}/)\s+(?=\S)|(\b10\.\d{4,9}/[A-Za-z.]{1,20}\.)\s+(?=\d)")
# What one of the two finds has a blank in it
_SPACED_DOI = pattern(r"10\.(?:\s|\d{4,9}(?:\s?/\s|\s/|/[A-Za-z.]{1,20}\.\s))")
_END = ".,;:'\"’”»*†"
_ARCHIVE = re.compile(r"(?:astro-ph|cond-mat|gr-qc|hep-[a-z]{2,3}|math-ph|nucl-[a-z]{2}|quant-ph)\s?/\s?\d")


LONGEST = 20_000
"""A string is looked through up to here, in characters."""


def find_doi(raw: str) -> Doi | None:
    """Return the DOI of a reference string, put together where blanks break it up.

    >>> find_doi("Proc. ICCV 2017, 1709-1717. doi: 10.1109/ iccv.2017.399. URL http://example.org")
    Doi(value='10.1109/iccv.2017.399')
    """
    text = raw[:LONGEST]
    if "10." not in text:
        return None
    if _SPACED_DOI.search(text):
        text = _BROKEN_DOI.sub(r"\1\2", _LOOSE_DOI.sub(r"10.\1/", text))
    doi = Doi.find(text)
    return doi if doi is None else Doi(_GLUED.sub("", doi.value))


def find_identifiers(raw: str) -> dict[str, str]:
    """Return the identifiers of a reference string by CSL key; arXiv's and PubMed's by "arxiv" and "PMID".

    >>> find_identifiers("J. Acoust. 1, 2 (2016). https://doi.org/10.1121/1.4 2, PMID: 27586726")
    {'DOI': '10.1121/1.4', 'URL': 'https://doi.org/10.1121/1.4', 'PMID': '27586726'}
    """
    text = raw[:LONGEST]
    lowered = text.lower()
    found: dict[str, str] = {}
    if (doi := find_doi(text)) is not None:
        found["DOI"] = doi.value
    if ("//" in text or "www." in lowered) and (url := _url(text)):
        found["URL"] = url
    if "pmid" in lowered or "pubmed" in lowered:
        pmid = Pmid.find(text)
        if pmid is not None:
            found["PMID"] = pmid.value
    if "arxiv" in lowered or ("-" in text and "/" in text and _ARCHIVE.search(text)):
        arxiv = ArxivId.find(text)
        if arxiv is not None:
            found["arxiv"] = arxiv.value
    if "isbn" in lowered:
        isbn = Isbn.find(text)
        if isbn is not None:
            found["ISBN"] = isbn.value
    return found


def _url(text: str) -> str:
    """Return the first link, put together where a line broke it.

    One that is a DOI's only if there is no other.
    """
    of_doi = ""
    for match in _URL.finditer(_BROKEN.sub("", text)):
        url = match.group()
        while url and (
            url[-1] in _END
            or (url[-1] in ")]" and url.count(url[-1]) > url.count("(" if url[-1] == ")" else "["))
        ):
            url = url[:-1]
        if "doi.org/" not in url.lower() and "." in url:
            return url
        of_doi = of_doi or (url if "doi.org/10." in url.lower() else "")
    return of_doi
