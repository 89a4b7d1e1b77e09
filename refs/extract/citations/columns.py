"""Citations in a text that was dumped as it is laid out: its columns are read one after the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from refs.extract.citations.in_text import find_citations
from refs.extract.columns import unfold_columns
from refs.extract.lines import Lines, article_lines
from refs.model import Article, Citation, Reference, Span

# Wide blanks between letters, as columns have them; what begins with blanks is searched fast
_WIDE = re.compile(r"   (?<=[^\W\d_.,;:]   |[-.,;:]   ) {0,80}(?=[^\W\d_(\[])")
_FEWEST = 12
"""Times that a text in columns has them, at least."""
_ONE_IN = 12
"""Of so many lines one at least has them."""
_FURTHEST = 400
"""Characters in the source that a citation over the end of a line takes at most."""


def citations_in_columns(article: Article, references: Sequence[Reference]) -> list[Citation] | None:
    """Return the citations of a text in columns, None for a text without."""
    fewest = max(_FEWEST, article.text.count("\n") // _ONE_IN)
    if sum(1 for _ in islice(_WIDE.finditer(article.text), fewest)) < fewest:
        return None
    lines = article_lines(article)
    unfolded = unfold_columns(lines)
    if unfolded is lines:
        return None
    order = _Order(article.text, unfolded)
    shown = replace(article, text=order.text, blocks=())
    listed = [replace(r, span=order.shown(r.span)) if r.span else r for r in references]
    found = []
    for citation in find_citations(shown, listed):
        span = order.source(citation.span) if citation.span else None
        if span is not None:
            found.append(replace(citation, span=span, text=article.text[slice(*span)]))
    return sorted(found, key=lambda citation: citation.span or (0, 0))


class _Order:
    """A text in reading order, and where its pieces stand in the source."""

    __slots__ = ("_by_source", "_pieces", "_starts", "text")

    def __init__(self, source: str, lines: Lines) -> None:
        self._pieces: list[Span] = []
        self._starts: list[int] = []
        texts: list[str] = []
        length, page = 0, None
        for line in lines:
            between = "\n" if line.page == page or not texts else "\n\f"
            page = line.page
            piece = source[line.start : line.end]
            self._pieces.append((line.start, line.end))
            self._starts.append(length + len(between))
            texts += between, piece
            length += len(between) + len(piece)
        self.text = "".join(texts)
        self._by_source = sorted((start, place) for place, (start, _) in enumerate(self._pieces))

    def shown(self, span: Span) -> Span | None:
        """Return where a stretch of the source stands in reading order."""
        start, end = self._shown(span[0]), self._shown(span[1] - 1) + 1
        return (start, end) if start < end else None

    def _shown(self, place: int) -> int:
        at = max(0, bisect_right(self._by_source, (place, len(self._pieces))) - 1)
        number = self._by_source[at][1]
        start, end = self._pieces[number]
        return self._starts[number] + min(max(0, place - start), end - start)

    def source(self, span: Span) -> Span | None:
        """Return where a stretch in reading order stands in the source; its first line alone, if parted."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = max(0, bisect_right(self._starts, span[1] - 1) - 1)
        start = self._pieces[first][0] + span[0] - self._starts[first]
        end = self._pieces[last][0] + span[1] - self._starts[last]
        if not start < end <= start + _FURTHEST:
            end = self._pieces[first][1]
        return (start, end) if start < end else None
