"""Readers' comments under an article: where they begin, who wrote them, and the lists they hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from refs.extract.clues import entry_likeness, start_form
from refs.extract.headings import is_comment_heading, list_heading
from refs.extract.labels import Chain, bullet_length, find_chains
from refs.extract.lines import Line, Lines
from refs.extract.openings import COMMENTS, LIST

COMMENT = "comment"

# "January 18th, 2018 at 10:08 AM", "3. März 2019 um 9:14 Uhr", "2019-03-03 09:14", "2 days ago", "Dana says:"
_STAMP = re.compile(
    r"^(?:\W{0,3}(?:posted|written|on|am|le)?\s?"
    r"(?:[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    r"(?:,?\s(?:at|um|à|a las|alle)?\s?\d{1,2}[:.h]\d\d.{0,12})?\W{0,3}$"
    r"|\d{1,3} (?:minutes?|hours?|days?|weeks?|months?|years?) ago$"
    r"|[^\n:]{1,60} (?:says|wrote|sagt|schrieb|dit|dice):$)",
    re.I,
)
_LOOK = 80
"""Lines after a heading of comments in which the first comment's date must stand."""


def mark_comments(lines: Lines, kinds: Mapping[int, int]) -> None:
    """Give lines of comments the region "comment", where the source itself does not tell them apart.

    ``kinds``: what lines may open, by place.
    """
    places = [place for place, kind in kinds.items() if kind & COMMENTS]
    if not places or COMMENT in lines.regions():
        return
    for place in places:
        if lines.region(place):
            continue
        if not is_comment_heading(_bare(lines.texts[place])):
            continue
        if not _is_below_the_list(lines, kinds, place):
            continue
        if any(map(_STAMP.match, lines.texts[place + 1 : place + _LOOK])):
            lines.set_region(place, COMMENT)
            return


def _is_below_the_list(lines: Lines, kinds: Mapping[int, int], place: int) -> bool:
    """Return False for a line above the article's list: what begins there is a section, "Discussion"."""
    headings = (
        other for other, kind in kinds.items() if kind & LIST and _is_sure_heading(lines.texts[other])
    )
    return next(headings, -1) < place


def _is_sure_heading(text: str) -> bool:
    heading = list_heading(text)
    return heading is not None and heading.trust >= 1.0


def comment_chains(lines: Lines) -> list[Chain]:
    """Return the numbered lists that stand in comments, in reading order."""
    places = [place for place, region in enumerate(lines.regions()) if region == COMMENT]
    if not places:
        return []
    first, last = places[0], places[-1] + 1
    chains = [
        Chain(chain.style, tuple(place + first for place in chain.places), chain.numbers)
        for chain in find_chains(lines.between(first, last), longest_gap=12)
    ]
    return sorted((c for c in chains if _lists_works(lines, c)), key=lambda chain: chain.places[0])


def author_of_comment(lines: Sequence[Line], place: int) -> tuple[str, str]:
    """Return who wrote the comment that a line stands in, and its date; "" where that is not shown."""
    for above in range(place - 1, max(-1, place - 200), -1):
        if lines[above].region != COMMENT:
            break
        if _STAMP.match(lines[above].text) and above and lines[above - 1].region == COMMENT:
            return _bare(lines[above - 1].text)[:80], lines[above].text
    return "", ""


def _bare(text: str) -> str:
    return text[bullet_length(text) :].strip()


def _lists_works(lines: Sequence[Line], chain: Chain) -> bool:
    """Return True for a run whose entries look like works: by name, or by what else they say."""
    if len(chain.places) < 2:
        return False
    good = 0
    for place in chain.places:
        text = lines[place].text.lstrip("*[(0123456789.)] ")
        good += entry_likeness(text) > 0 or start_form(text) > 0
    return good > 0.6 * len(chain.places)
