"""Which citations stand in an article's running text: not in its tables, captions, boxes and notes."""

from __future__ import annotations

import re
from bisect import bisect_right

from refs.model import BlockKind, CheckedArticle, Citation

_ASIDE = frozenset({BlockKind.TABLE, BlockKind.CAPTION, BlockKind.FOOTNOTE})
_REGIONS = frozenset("box aside sidebar appendix supplement footer comment".split())
# What begins a caption, a row, a note or an image where the source marks none
_NO_PROSE = re.compile(
    r"[\W_]{0,4}(?:table|tab\.|tabelle|tableau|tabla|figure|fig\.|abb(?:\.|ildung)|box|kasten|note|source|quelle)"
    r"\s?(?:(?:[A-Z][.-]?)?\d|[.:])|!\[|\||\*\s|[†‡]|\[\^|\d{1,3}[.)]?\s",
    re.I,
)
_COLUMNS = re.compile(r"\S {3,}\S.*\S {3,}\S|\t")


def in_prose(article: CheckedArticle) -> list[Citation]:
    """Return the citations of the running text, in order."""
    text = article.article.text
    blocks = article.article.marked_blocks
    starts = [block.start for block in blocks]
    found = []
    for citation in article.citations:
        if citation.span is None:
            continue
        at = bisect_right(starts, citation.span[0]) - 1
        if at >= 0 and citation.span[0] < blocks[at].end:
            block = blocks[at]
            if block.kind in _ASIDE or block.region in _REGIONS or block.attributes.get("note"):
                continue
            paragraph = text[block.start : citation.span[0]]
        else:
            paragraph = text[text.rfind("\n\n", 0, citation.span[0]) + 1 : citation.span[0]].lstrip("\n")
        line = text[text.rfind("\n", 0, citation.span[0]) + 1 :].partition("\n")[0]
        if not _NO_PROSE.match(paragraph or text[citation.span[0] :]) and not _COLUMNS.search(line[:400]):
            found.append(citation)
    return found
