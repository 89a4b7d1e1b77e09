"""Conflicts that no amount of agreement outweighs: another kind of work or part, two strings in one."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from refs.model import Work
from refs.resolve.evidence.container import find_container
from refs.resolve.evidence.numbers import AGREES, BARE, CONFLICT
from refs.resolve.evidence.title import DISTINCT, NOWHERE, STOP, find_title, swapped_number
from refs.resolve.promise import title_words
from refs.resolve.query import Query
from refs.resolve.scoring import Weighed

WHOLE_CONTAINER = 0.85
WHOLE, TELLING = 0.97, 4
"""A title of so many telling words, so much of it in the string, stands there word for word."""
ANOTHER_TITLE, ALIKE = 5, 78
"""So many strange words in one piece are a title; so many letters in a hundred make two words one."""
MANY_AUTHORS = 3
"""So many authors in one string tell a work even without its title and container."""
_NEXT_LABEL = re.compile(
    r"[\d.;)]\s(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\.)\s{1,3}(?:v[ao]n\s|de\s|der\s){0,2}[A-Z][\w'-]+,?\s[A-Z]"
)
"""``…, 2005. 12. Curie P``: the label of the next entry inside the string"""
_NEXT_AUTHORS = re.compile(
    r"\d\.(?:\s\S{0,40}\d\S{0,9})?\s(?:v[ao]n\s|de\s|der\s){0,2}[A-Z][\w'-]+,\s[A-Z]\.(?:,|\s?[A-Z]\.)"
)
"""``…, 366-378. van Duinen, H., Yu``: authors right behind the pages, or behind the rest of a DOI"""


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
    if _shares_only_numbers(weighed):
        return "neither title, container nor authors of the work on record stand in the string"
    if says_too_little(weighed):
        return "the string names neither title, volume nor page, so several works may be meant"
    if _is_of_another_year(weighed):
        return "the year differs, and neither title nor volume agree"
    if not has_title(weighed) and bears_another_title(query, weighed):
        return "the string bears another title"
    if _has_strangers(weighed):
        return "others than the authors on record stand in the string, and no title"
    if weighed.value("page_state") >= 3:
        return ""
    if _is_another_of_its_name(weighed):
        return "only a title that many works bear agrees"
    if weighed.value("title_names_author") and weighed.value("author_first") < 1:
        return "the work on record is about what is cited: its title names the author"
    if weighed.value("notice_cited"):
        return "the string names a correction or reply, and the work on record is what it is about"
    if words := swapped_words(query, weighed):
        return f"the titles differ in what tells their parts apart: {words[0]} cited, {words[1]} on record"
    return ""


def _is_the_volume(weighed: Weighed, placed: bool) -> bool:
    """True where a title without its authors follows another: it stands where containers stand."""
    follows = weighed.value("title_place") >= 0.4 and weighed.value("words_before_title") >= 5
    return (
        follows and not placed and weighed.value("authors_found") == 0 and weighed.value("volume_state") < 3
    )


def _shares_only_numbers(weighed: Weighed) -> bool:
    """True where no name agrees: numbers alone agree by chance."""
    return (
        weighed.value("title_ratio") <= 0.6
        and weighed.value("container_score") < 0.5
        and weighed.value("authors_found") == 0
        and weighed.value("numbers_agree") < 3
    )


def has_title(weighed: Weighed) -> bool:
    """True where the title on record stands in the string."""
    return weighed.value("title_ratio") > 0.6


def bears_title_and_author(weighed: Weighed) -> bool:
    """True where a telling title stands word for word, and its first author: the work, or a version of it."""
    titled = weighed.value("title_ratio") >= WHOLE and weighed.value("title_words") >= TELLING
    return titled and weighed.value("author_first") >= 1


def may_bear_title(query: Query, work: Work) -> bool:
    """False where a work's title does not stand in a string word for word, or tells too little.

    >>> from refs.resolve.query import read_query
    >>> query = read_query("Neff K. Feelings of kind and quiet neighbors in spring. Mind 2003")
    >>> spelt, other = "Feelings of kind and quiet neighbours in spring", "Thoughts of kind and quiet men"
    >>> [may_bear_title(query, Work({"title": [title]})) for title in (spelt, other, "Feelings of kind")]
    [True, False, False]
    """
    title = title_words(work)
    if sum([word not in STOP for word in title]) < TELLING:
        return False
    slips = 2 * (1 - WHOLE) * sum(map(len, title))
    if sum([word not in query.compact for word in title]) > slips:  # NOTE: each such word has a slip at least
        return False
    return find_title(query, title).ratio >= WHOLE


def is_at_its_place(weighed: Weighed) -> bool:
    """True where first page and volume, or first page and container, stand in the string."""
    located = weighed.value("volume_state") >= 3 or weighed.value("container_score") >= 0.5
    return weighed.value("page_state") >= 3 and located


def is_unplaced(weighed: Weighed) -> bool:
    """True where neither title, volume nor page tell the work from others of its authors in its container."""
    return not has_title(weighed) and weighed.value("page_state") < 3 and weighed.value("volume_state") < 3


def is_told_by_authors(weighed: Weighed) -> bool:
    """True where two authors or more, container and year say all that the string says, and all agree."""
    return (
        weighed.value("authors_found") >= 2
        and weighed.value("authors_found_share") == 1
        and weighed.value("author_first") >= 1
        and weighed.value("container_score") >= WHOLE_CONTAINER
        and weighed.value("year_state") == AGREES
        and weighed.value("words_unexplained") + weighed.value("numbers_unexplained") == 0
    )


def says_too_little(weighed: Weighed) -> bool:
    """True where beside the year only an author or two agree, or only the container and no author."""
    if not is_unplaced(weighed):
        return False
    if weighed.value("container_score") < 0.5:
        return weighed.value("authors_found") < MANY_AUTHORS
    unnamed = weighed.value("authors_known") > 0 and weighed.value("author_first") < 1
    return unnamed or weighed.value("authors_in_order") == 0


def _is_of_another_year(weighed: Weighed) -> bool:
    """True where neither title nor volume agree, and the year is another; one off without the page."""
    if has_title(weighed) or weighed.value("volume_state") >= 3:
        return False
    off_by_one = weighed.value("year_state") == BARE and weighed.value("page_state") < 3
    return off_by_one or weighed.value("year_state") == CONFLICT


def bears_another_title(query: Query, weighed: Weighed) -> bool:
    """True where words that are not the record's stand in one piece before its container, as titles do."""
    record = weighed.record
    place = find_container(query, record, NOWHERE)
    if not place.kind:
        return False
    known = set(record.title) | set(record.subtitle) | record.name_words
    run = 0
    for index, word in enumerate(query.words[: place.start]):
        if word in STOP and not query.gap_after(index).startswith("."):
            continue
        strange = len(word) > 2 and not word[0].isdigit() and word not in known
        run = run + 1 if strange and not any(fuzz.ratio(word, other) >= ALIKE for other in known) else 0
        if run >= ANOTHER_TITLE:
            return True
    return False


def _has_strangers(weighed: Weighed) -> bool:
    """True where there is no title, authors on record are missing, and others stand where authors stand."""
    if has_title(weighed) or not weighed.value("container_kind") or not weighed.value("authors_known"):
        return False
    placed = weighed.value("page_state") >= 3 and weighed.value("volume_state") >= 3
    if placed and weighed.value("authors_found"):
        return False
    return weighed.value("head_extra") >= 1 and weighed.value("authors_found_share") < 1


def _is_another_of_its_name(weighed: Weighed) -> bool:
    """True where a short title, such as "Front matter", agrees, and neither its authors nor its place."""
    if weighed.value("authors_found"):
        return False
    if weighed.value("page_state") == CONFLICT and weighed.value("title_words") <= 3:
        return True
    elsewhere = weighed.value("container_score") < 0.5 and weighed.value("words_unexplained") > 0
    return elsewhere and weighed.value("title_words") <= 2


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
    return (cited[0], record[0]) if cited and record else swapped_number(query, title, place)


def holds_two(query: Query) -> bool:
    """True where a string holds a second reference: its label or authors, two years and two page ranges.

    >>> from refs.resolve.query import read_query
    >>> holds_two(read_query("Curie P. Radium. 1898;127:175-178. 12. Neff K. Gut. 2003;2:85-101."))
    True
    >>> holds_two(read_query("Curie, P. 1898. Radium. CR 127, 175-178. Neff, K., Berg, A. 2003. Gut 2, 8-9."))
    True
    """
    numbers = query.numbers
    several = len(numbers.years) > 1 and len(numbers.last_pages) > 1
    if not several:
        return False
    return _NEXT_LABEL.search(query.text) is not None or _NEXT_AUTHORS.search(query.text) is not None
