"""The citations of an article: what its text points to in its list, one module a way of citing."""

from __future__ import annotations

from collections.abc import Sequence

from refs.extract.citations.columns import citations_in_columns
from refs.extract.citations.in_text import find_citations
from refs.model import Article, Citation, Reference

__all__ = ["extract_citations"]


def extract_citations(article: Article, references: Sequence[Reference]) -> list[Citation]:
    """Return the citations in an article's text, linked to its references by their index."""
    found = citations_in_columns(article, references) if article.format == "text" else None
    return find_citations(article, references) if found is None else found
