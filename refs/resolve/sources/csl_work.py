"""CSL-JSON, as agencies send it by content negotiation, as a work in Crossref's shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CROSSREF_TYPES = {
    "article": "posted-content",
    "article-journal": "journal-article",
    "book": "book",
    "chapter": "book-chapter",
    "dataset": "dataset",
    "entry-encyclopedia": "reference-entry",
    "paper-conference": "proceedings-article",
    "report": "report",
    "review": "peer-review",
    "standard": "standard",
    "thesis": "dissertation",
}
"""Crossref's name for a CSL type; other types are "other"."""
LISTS = (
    ("title", "title"),
    ("container-title", "container-title"),
    ("container-title-short", "short-container-title"),
    ("title-short", "short-title"),
    ("ISSN", "ISSN"),
    ("ISBN", "ISBN"),
)
"""Fields that are a text in CSL and a list in Crossref."""
TEXTS = (
    ("DOI", "DOI"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("page", "page"),
    ("publisher", "publisher"),
    ("publisher-place", "publisher-location"),
    ("language", "language"),
    ("abstract", "abstract"),
    ("edition", "edition-number"),
    ("number", "article-number"),
    ("URL", "URL"),
)
NAMES = ("author", "editor", "translator")


def work_data_from_csl(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a work from a CSL-JSON item.

    >>> work = work_data_from_csl({"type": "dataset", "DOI": "10.5061/DRYAD.8515", "title": "Data"})
    >>> work["type"], work["title"], work["DOI"]
    ('dataset', ['Data'], '10.5061/DRYAD.8515')
    """
    data: dict[str, Any] = {"type": CROSSREF_TYPES.get(str(item.get("type") or ""), "other")}
    for csl_key, key in LISTS:
        if values := _texts(item.get(csl_key)):
            data[key] = values
    for csl_key, key in TEXTS:
        if values := _texts(item.get(csl_key)):
            data[key] = values[0]
    for key in NAMES:
        names = item.get(key)
        if isinstance(names, list):
            data[key] = [dict(name) for name in names if isinstance(name, Mapping)]
    issued = item.get("issued")
    if isinstance(issued, Mapping):
        data["issued"] = dict(issued)
    return data


def _texts(value: object) -> list[str]:
    """Return a text, a number or a list of them as a list of texts, without empty ones."""
    values = value if isinstance(value, list) else [value]
    return [str(v).strip() for v in values if isinstance(v, str | int) and str(v).strip()]
