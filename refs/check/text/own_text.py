"""Which citations are the article's own: what stands behind its list may be what its readers say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from refs.model import BlockKind, CheckedArticle, Citation
from refs.model.article import NOT_THE_ARTICLE

_PAGES = frozenset("text html markdown pdf".split())
"""Formats that may go on behind the list with readers' comments."""
_APPENDED = re.compile(r"\W{0,4}(?:appendi|anhang|annexe?\b|supplement)", re.I)
# "Appendix A", "Anhang: Die Studien", alone on a line of a plain text
_APPENDIX_LINE = re.compile(
    r"^[ \t]{0,8}(?i:appendi(?:x|ces)|anhang|annexe?|ap[ée]ndice|appendice|anexo)"
    r"(?:[ \t](?:[A-H]|\d|I{1,3}))?(?:[.:][ \t][^\n]{1,80})?[ \t]*\r?$",
    re.M,
)


def before_the_readers(article: CheckedArticle, own: Sequence[int]) -> Callable[[Citation], bool]:
    """Return what tells a citation of the article from one in a reader's comment or beside the article.

    A page or a text may go on behind the list with what its readers say; a manuscript does not.
    """
    spans = [s for i in own if (s := article.references[i].span) is not None]
    may_go_on = article.article.format in _PAGES
    end = max(stop for _, stop in spans) if spans and may_go_on else len(article.article.text)
    appendix = _APPENDIX_LINE.search(article.article.text, end) if may_go_on else None
    appended = appendix.start() if appendix else len(article.article.text)
    blocks = article.article.marked_blocks
    starts = [block.start for block in blocks]

    def is_own(citation: Citation) -> bool:
        start = citation.span[0] if citation.span is not None else 0
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= blocks[at].end:
            return start < end or start > appended
        if blocks[at].region in NOT_THE_ARTICLE:
            return False
        kind, is_note = blocks[at].kind, blocks[at].attributes.get("note")
        if start < end or is_note or kind in (BlockKind.TABLE, BlockKind.FOOTNOTE):
            return True
        heading = next((b.text for b in reversed(blocks[:at]) if b.kind is BlockKind.HEADING), "")
        return _APPENDED.match(heading) is not None

    return is_own
