"""Where the running text of a page or column ends, and where it goes on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from refs.model import Article, BlockKind

# "12" alone on its line: the number of a page
_PAGE_NUMBER = re.compile(r"\n\s*\d{1,4}\s*\Z")
_LONGEST_FOOT = 60
_SEAM = 400
"""Characters on either side of a page's end that one citation may take."""


def body_around(text: str, place: int, body: Sequence[tuple[int, int]]) -> tuple[str, str]:
    """Return what of the body text stands before a place, and behind it, as far as one citation goes."""
    at = bisect_right(body, place, key=itemgetter(0)) - 1
    begin, stop = body[at] if at >= 0 else (place, place)
    if place > stop:
        return "", ""
    return text[max(begin, place - _SEAM) : place], text[place : min(stop, place + _SEAM)]


def bracket_is_open(text: str, end: int) -> bool:
    """True where a bracket stands open at a place of a text."""
    before = text[max(0, end - _SEAM) : end]
    return max(before.rfind("("), before.rfind("[")) > max(before.rfind(")"), before.rfind("]"))


def page_ends(article: Article) -> Iterator[tuple[int, int]]:
    """Yield where the running text of a page or column ends, and where it goes on."""
    if article.format == "pdf":
        running = [b for b in article.blocks if b.kind is BlockKind.PARAGRAPH and not b.region]
        for one, next_one in pairwise(running):
            if next_one.start - one.end > 2:
                yield one.end, next_one.start
    elif article.format == "text":
        text, place = article.text, article.text.find("\f")
        while place >= 0:
            foot = text[max(0, place - _LONGEST_FOOT) : place]
            number = _PAGE_NUMBER.search(foot)
            above = (foot[: number.start()] if number else foot).rstrip()
            head = text[place + 1 : place + 1 + _LONGEST_FOOT]
            yield place - len(foot) + len(above), place + 1 + len(head) - len(head.lstrip())
            place = text.find("\f", place + 1)
