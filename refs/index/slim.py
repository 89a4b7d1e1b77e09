"""What the index keeps of a record, what it is searched by, and the keys it is looked up by."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from refs.model import ArxivId, Isbn, fold
from refs.model.markup import TAG

KEPT = frozenset(
    "DOI type subtype title subtitle original-title short-title container-title short-container-title volume "
    "issue page article-number publisher publisher-location ISSN ISBN issued published published-print "
    "published-online posted author editor translator chair event institution edition-number report-number "
    "update-to updated-by relation language PMID pmid".split()
)
"""Crossref's fields that rendering, matching and checking read; abstracts, links, licences go."""

NAME_LISTS = ("author", "editor", "translator", "chair")
NAME_PARTS = ("family", "given", "suffix", "name", "literal")
NAMES_SEARCHED = 40
"""Papers of large collaborations carry thousands of names; a string never prints more than a few."""

_LISTED = ("title", "subtitle", "original-title", "container-title", "short-container-title")
_PLAIN = ("volume", "issue", "page", "article-number", "report-number")
_DATES = ("issued", "published-print", "published-online")
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)")


def is_slim(record: Mapping[str, Any]) -> bool:
    """True where nothing but size is gained by slimming: DOI in lower case, contributors that are objects.

    >>> is_slim({"DOI": "10.1/a", "author": [{"family": "Neff"}]}), is_slim({"DOI": "10.1/A"})
    (True, False)
    """
    doi = record["DOI"]
    if doi.__class__ is not str or doi != doi.strip().lower():
        return False
    for key in NAME_LISTS:
        names = record.get(key)
        if names and not (names.__class__ is list and all(name.__class__ is dict for name in names)):
            return False
    return True


def slim_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a Crossref record that the index keeps; empty values go.

    >>> slim_record({"DOI": "10.1/A", "abstract": "…", "author": [{"family": "Neff", "affiliation": []}]})
    {'DOI': '10.1/a', 'author': [{'family': 'Neff'}]}
    """
    slim = {key: value for key, value in record.items() if key in KEPT and value}
    slim["DOI"] = str(record["DOI"]).strip().lower()
    for key in NAME_LISTS:
        if key in slim:
            slim[key] = [_slim_name(name) for name in slim[key] if isinstance(name, Mapping)]
    return slim


def _slim_name(name: Mapping[str, Any]) -> dict[str, Any]:
    if len(name) <= 2 and "family" in name and ("given" in name or len(name) == 1):
        return dict(name)
    return {part: name[part] for part in NAME_PARTS if name.get(part)}


def search_text(record: Mapping[str, Any]) -> str:
    """Return the text that a record is found by: surnames, titles, containers, years, numbers.

    Plain ASCII is left to the index's own tokenizer (lower case, split at anything but letters and digits);
    anything else is folded here, so that it meets the folded query.

    >>> search_text({"author": [{"family": "Weiß"}], "title": ["Łódź"], "issued": {"date-parts": [[2003]]}})
    'weiss lodz 2003'
    """
    text = " ".join(_pieces(record))
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = TAG.sub("", text)
    if text.isascii():
        return text
    return " ".join([word if word.isascii() else fold(word) for word in text.split()])


def _pieces(record: Mapping[str, Any]) -> list[str]:
    pieces: list[str] = []
    for key in ("author", "editor"):
        if names := record.get(key):
            pieces += [
                n.get("family") or n.get("name") or n.get("literal") or "" for n in names[:NAMES_SEARCHED]
            ]
    for key in _LISTED:
        if values := record.get(key):
            pieces += [v for v in values if v.__class__ is str] if values.__class__ is list else [str(values)]
    years = {year for key in _DATES if key in record and (year := _year(record[key])) is not None}
    pieces += sorted(map(str, years)) if len(years) > 1 else map(str, years)
    pieces += [str(value) for key in _PLAIN if (value := record.get(key))]
    return pieces


def _year(date: Any) -> object:
    """Return the first date part of a Crossref date, None where there is none."""
    try:
        return date["date-parts"][0][0]
    except (KeyError, IndexError, TypeError):
        return None


def lookup_keys(record: Mapping[str, Any]) -> list[str]:
    """Return the keys a record is looked up by, each with its kind: DOI, arXiv number, PMID, ISBNs.

    >>> lookup_keys({"DOI": "10.48550/arXiv.1706.03762", "PMID": "123", "ISBN": ["0-306-40615-2"]})
    ['doi:10.48550/arxiv.1706.03762', 'arxiv:1706.03762', 'pmid:123', 'isbn:9780306406157']
    """
    doi = str(record["DOI"]).strip().lower()
    keys = [f"doi:{doi}"]
    if match := _ARXIV_DOI.fullmatch(doi):
        keys.append(f"arxiv:{match.group(1)}")
    if pmid := record.get("PMID") or record.get("pmid"):
        keys.append(f"pmid:{pmid}")
    if isbns := record.get("ISBN"):
        for text in isbns if isinstance(isbns, list) else [isbns]:
            if isbn := Isbn.parse(str(text).rpartition("/")[2]):
                keys.append(f"isbn:{isbn.value}")
    relation = record.get("relation")
    if relation and isinstance(relation, Mapping):
        for entry in relation.get("has-preprint") or ():
            if isinstance(entry, Mapping) and (found := ArxivId.find(f"arxiv:{entry.get('id', '')}")):
                keys.append(f"arxiv:{found.value}")
    return keys
