"""Conflicts that no amount of agreement outweighs: another kind of work or part, two strings in one."""

from __future__ import annotations

import re

from refs.resolve.evidence.title import DISTINCT, find_title
from refs.resolve.query import Query
from refs.resolve.scoring import Weighed

_NEXT_LABEL = re.compile(r"[\d.;)]\s(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.)\s{1,3}[A-Z][\w'-]+,?\s[A-Z]")
"""``…, 2005. 12. Curie P``: the label of the next entry inside the string"""


def veto(query: Query, weighed: Weighed) -> str:
    """Return why a work cannot be the one that is meant, in a clause; "" if nothing speaks against it."""
    placed = weighed.value("page_state") >= 3 or weighed.value("container_score") >= 0.5
    if weighed.value("thesis_conflict") and not placed:
        return "the string names a thesis, and the work on record is none"
    if weighed.value("review_conflict") and not placed:
        return "the work on record is a review of what is cited"
    if weighed.value("is_chapter") and query.names_publisher and not _is_located(weighed):
        return "the work on record is a chapter of the book that is cited"
    if _is_the_volume(weighed, placed):
        return "the work on record is the volume, not the paper in it"
    if weighed.value("page_state") < 3 and (words := swapped_words(query, weighed)):
        return f"the titles differ in what tells their parts apart: {words[0]} cited, {words[1]} on record"
    return ""


def _is_the_volume(weighed: Weighed, placed: bool) -> bool:
    """True where a title without its authors follows another: it stands where containers stand."""
    follows = weighed.value("title_place") >= 0.4 and weighed.value("words_before_title") >= 5
    return (
        follows and not placed and weighed.value("authors_found") == 0 and weighed.value("volume_state") < 3
    )


def _is_located(weighed: Weighed) -> bool:
    """True where the work's own title or first page stands in the string."""
    return weighed.value("title_ratio") > 0.6 or weighed.value("page_state") >= 3


def swapped_words(query: Query, weighed: Weighed) -> tuple[str, str] | None:
    """Return a distinctive word of the cited title and the one on record in its place: "polish", "czech"."""
    title = weighed.record.title
    place = find_title(query, title)
    if place.ratio <= 0.6:
        return None
    region = query.words[place.start : place.end + 1]
    cited = [w for w in region if w in DISTINCT and w.isalpha() and w not in title]
    record = [w for w in title if w in DISTINCT and w.isalpha() and w not in query.places]
    return (cited[0], record[0]) if cited and record else None


def holds_two(query: Query) -> bool:
    """True where a string holds a second reference: a label inside it, two years and two page ranges.

    >>> from refs.resolve.query import read_query
    >>> holds_two(read_query("Curie P. Radium. 1898;127:175-178. 12. Neff K. Gut. 2003;2:85-101."))
    True
    """
    numbers = query.numbers
    several = len(numbers.years) > 1 and len(numbers.last_pages) > 1
    return several and _NEXT_LABEL.search(query.text) is not None
