"""Which citations stand in an article's running text: not in its tables, captions, boxes and notes."""

from __future__ import annotations

import re
from bisect import bisect_right

from refs.model import BlockKind, CheckedArticle, Citation

_ASIDE = frozenset({BlockKind.TABLE, BlockKind.CAPTION, BlockKind.FOOTNOTE})
_REGIONS = frozenset("box aside sidebar appendix supplement footer comment".split())
# What begins a caption, a row, a note or an image where the source marks none; "Figure 1 shows" is prose
_NO_PROSE = re.compile(
    r"[\W_]{0,4}(?i:table|tab\.|tabelle|tableau|tabla|figure|fig\.|abb(?:\.|ildung)|box|kasten|note|source|quelle)"
    r"\s?(?:(?:[A-Z][.-]?)?\d{1,3}[a-z]?(?!\w|,?\s[a-zäöüßà-ÿ])|[.:])"
    r"|!\[|\||\*\s|[†‡]|\[\^|\d{1,3}[.)]?\s"
)
# Headings of what belongs further up, or is no part of the count
_BEHIND = re.compile(
    r"\W{0,4}(?:appendi|anhang|annexe?\b|supplement|supporting information|tables?$"
    r"|(?:figure|table) legends?)",
    re.I,
)
_COLUMNS = re.compile(r"\S {3,}\S.*\S {3,}\S|\t")


def in_prose(article: CheckedArticle) -> list[Citation]:
    """Return the citations of the running text, in order."""
    text = article.article.text
    blocks = article.article.marked_blocks
    starts = [block.start for block in blocks]
    listed = [r.span[1] for r in article.references if r.list == "article" and r.span is not None]
    end = max(listed, default=len(text))
    behind = [b.start for b in blocks if b.kind is BlockKind.HEADING and _BEHIND.match(b.text)]
    end = min([end, *behind])
    found = []
    for citation in article.citations:
        # NOTE: what follows the list are tables, legends and appendices, which belong further up.
        if citation.span is None or citation.span[0] > end:
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
