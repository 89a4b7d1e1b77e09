"""Lists of links: what a link points to is part of an entry that says too little without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.extract.clues import clues_of, start_form
from refs.extract.lines import Line

# Reference managers link each entry in Google Docs to themselves
_OF_A_MANAGER = re.compile(
    r"https?://(?:www\.)?(?:zotero\.org/google-docs|paperpile\.com/[a-z]/|mendeley\.com)"
)
_ENDS = ".,:;?!…"


def target_of(lines: Sequence[Line]) -> str:
    """Return the one address that the links in an entry's lines point to, "" for none or several."""
    targets = {line.link for line in lines if line.link}
    target = targets.pop() if len(targets) == 1 else ""
    return "" if _OF_A_MANAGER.match(target) else target


def is_link(line: Line) -> bool:
    """Return True for a line that is a link, or prints an address."""
    return line.all_link or "://" in line.text


def with_target(raw: str, target: str) -> str:
    """Return an entry's string with the address behind it, unless it says itself what it refers to.

    >>> with_target("Float to Live", "https://rnli.org/safety/float")
    'Float to Live. https://rnli.org/safety/float'
    >>> with_target("Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101.", "https://a.org/b")
    'Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101.'
    """
    if not target or not raw or _is_whole(raw):
        return raw
    return f"{raw}{'' if raw[-1] in _ENDS else '.'} {target}"


def _is_whole(raw: str) -> bool:
    """Return True for a string with an identifier, or with a year and names or pages."""
    count = clues_of(raw)
    return count.identifiers > 0 or (count.years > 0 and (count.places > 0 or start_form(raw) > 0))
