"""DOI, PMID, arXiv id, ISBN and links: found by their form in the whole string, wherever they stand."""

from __future__ import annotations

import re

from refs.model.identifiers import ArxivId, Doi, Isbn, Pmid

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>\"“”]{3,1500}", re.I)
_BROKEN = re.compile(r"(?<=[/.\-_=&?%])\s(?=[a-z0-9][a-z0-9\-_.~]*[/.=&?%][a-z0-9])")
_BROKEN_DOI = re.compile(r"(\b10\.\d{4,9}/)\s+(?=\S)|(\b10\.\d{4,9}/[A-Za-z.]{1,20}\.)\s+(?=\d)")
_END = ".,;:'\"’”»*†"
_ARXIV_CUE = re.compile(r"arxiv|(?:astro-ph|cond-mat|gr-qc|hep-|math|nucl-|quant-ph)", re.I)


def find_identifiers(raw: str) -> dict[str, str]:
    """Return the identifiers of a reference string by CSL key; arXiv's and PubMed's by "arxiv" and "PMID".

    >>> find_identifiers("J. Acoust. 1, 2 (2016). https://doi.org/10.1121/1.4 2, PMID: 27586726")
    {'DOI': '10.1121/1.4', 'PMID': '27586726'}
    """
    text = raw[:20_000]
    found: dict[str, str] = {}
    if "10." in text:
        doi = Doi.find(_BROKEN_DOI.sub(r"\1\2", text))
        if doi is not None:
            found["DOI"] = doi.value
    if url := _url(text):
        found["URL"] = url
    lowered = text.lower()
    if "pmid" in lowered or "pubmed" in lowered:
        pmid = Pmid.find(text)
        if pmid is not None:
            found["PMID"] = pmid.value
    if _ARXIV_CUE.search(text):
        arxiv = ArxivId.find(text)
        if arxiv is not None:
            found["arxiv"] = arxiv.value
    if "isbn" in lowered:
        isbn = Isbn.find(text)
        if isbn is not None:
            found["ISBN"] = isbn.value
    return found


def _url(text: str) -> str:
    """Return the first link that is no DOI's, put together where a line broke it."""
    if "//" not in text and "www." not in text.lower():
        return ""
    for match in _URL.finditer(_BROKEN.sub("", text)):
        url = match.group()
        while url and (
            url[-1] in _END
            or (url[-1] in ")]" and url.count(url[-1]) > url.count("(" if url[-1] == ")" else "["))
        ):
            url = url[:-1]
        if "doi.org/10." not in url.lower() and "." in url:
            return url
    return ""
