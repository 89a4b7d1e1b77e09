"""Entries that a dump of a page ran together, or lost: who stands in one is not missing from the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from refs.model import CheckedArticle, Citation, fold_compact

_LOST, _PAGE = 40, 4000
"""Characters between two entries of a list in which another may have been lost."""


def between_entries(article: CheckedArticle, own: Sequence[int]) -> Iterator[str]:
    """Yield what stands between the entries of a list in a dump of a page, and was not read as one.

    Two columns that run into each other lose entries: nobody named there is missing.
    """
    spans = sorted(s for i in own if (s := article.references[i].span) is not None)
    if article.article.format == "text" and len(article.article.text) > _PAGE:
        for (_, end), (start, _) in pairwise(spans):
            if _LOST < start - end < _PAGE:
                yield article.article.text[end:start]


def without_run_together(missing: Sequence[Citation], raws: Sequence[str]) -> list[Citation]:
    """Return citations but for those whose names and year all stand in one entry, though not in front of it.

    Dumps of pages in two columns run entries together.
    """
    if not missing:
        return []
    texts = [fold_compact(raw) for raw in raws]
    words = [
        [*map(fold_compact, c.names), c.year[:4]] if c.names and c.year[:4].isdigit() else [] for c in missing
    ]
    return [
        c
        for c, own in zip(missing, words, strict=True)
        if not own or not any(all(word in text for word in own) for text in texts)
    ]
