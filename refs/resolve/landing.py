"""Addresses of landing pages, and numbers of articles, that hold no DOI but what it is made of."""

from __future__ import annotations

import re

from refs.model import Doi

_SITES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?:https?://|www\.)(?:[\w-]{{1,20}}\.){{0,2}}{page}", re.I), doi)
    for page, doi in (
        (r"nature\.com/articles/([a-z][\w.-]{3,30}\w)", "10.1038/{}"),
        (r"jstor\.org/stable/(\d{4,9})\b", "10.2307/{}"),
        (r"ssrn\.com/(?:sol3/papers\.cfm\?abstract_id=|abstract=)(\d{5,8})\b", "10.2139/ssrn.{}"),
        (r"zenodo\.org/records?/(\d{4,9})\b", "10.5281/zenodo.{}"),
        (r"thelancet\.com/\S{0,60}PII(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])", "10.1016/{}"),
        (r"researchsquare\.com/article/(rs-\d{4,8}/v\d{1,2})\b", "10.21203/rs.3.{}"),
        (
            r"sciencedirect\.com/\S{0,40}/pii/(S\d{4})(\d{3}[\dX])(\d\d)(\d{5})([\dX])\b",
            "10.1016/{}-{}({}){}-{}",
        ),
    )
)
_PII = re.compile(r"\bS\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX]\b")
"""Elsevier's number of an article, which many of its DOIs end in."""


def find_page_doi(text: str) -> Doi | None:
    """Return the DOI of a work whose page a text links to, by the habit of the site; to be verified.

    >>> find_page_doi("https://www.nature.com/articles/s41586-020-2649-2.pdf").value
    '10.1038/s41586-020-2649-2'
    >>> find_page_doi("https://www.jstor.org/stable/591364").value
    '10.2307/591364'
    >>> find_page_doi("Lancet 2020; published online Jan 24. PII: S0140-6736(20)30183-5").value
    '10.1016/s0140-6736(20)30183-5'
    >>> find_page_doi("https://www.nytimes.com/2020/01/01/science.html") is None
    True
    """
    for pattern, doi in _SITES if "/" in text else ():
        if (match := pattern.search(text)) is not None:
            return Doi(doi.format(*match.groups()).lower().removesuffix(".pdf"))
    if (number := _PII.search(text)) is not None:
        return Doi(f"10.1016/{number.group().lower()}")
    return None
