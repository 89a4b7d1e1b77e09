"""The sentence around a place in a text."""

from __future__ import annotations

import re
from functools import lru_cache

REACH = 600
"""Characters on either side in which a sentence's end is looked for."""

_POINTS = ".!?…"
_MAY_END = frozenset((*_POINTS, "", "”", '"', "»", ")", "]"))
# An end: "….  Next", "…?” Next", not "et al. (2003)", "e.g. Neff", "K. Neff", "Fig. 3"
_END = re.compile(
    r"[.!?…][\"”’»)\]]{0,2}(?:\[[\d,–-]{1,20}\])?(?=\s+[\"“„«(\[]?[A-Z0-9ÄÖÜÉÈÀÁÓÚÍÑÅØŁŚŻ]|\s*\n\s*\n|\s*$)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:al|e\.g|i\.e|cf|vs|Fig|Figs|Eq|Eqs|No|Nr|Vol|vol|pp?|ed|eds|Ed|Eds|Dr|Prof|Mr|Mrs|Ms|St|etc|ca|bzw|z\.B|d\.h|"
    r"vgl|Vgl|S|Hrsg|resp|approx|Ref|Refs|Sec|Tab|ibid|Ibid|s|f|ff|u\.a|Jr|Sr|Inc|Ltd|Co)|\b[A-Z])$"
)


class Sentences:
    """The sentences of a text around places that are asked for in order; neighbours share one.

    >>> sentences = Sentences("It matters. Neff (2003) and Rogers (1957) say so.")
    >>> sentences.around(12, 23) == sentences.around(28, 41) == "Neff (2003) and Rogers (1957) say so."
    True
    """

    __slots__ = ("_begin", "_sentence", "_stop", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._begin = self._stop = 0
        self._sentence = ""

    def around(self, start: int, end: int) -> str:
        """Return the sentence that holds a stretch of the text, its white space collapsed."""
        begin, stop = self._begin, self._stop
        if not (begin < start < end <= stop and stop - begin < REACH and goes_on(self._text, start)):
            begin, stop = sentence_bounds(self._text, start, end)
            self._begin, self._stop = begin, stop
            self._sentence = " ".join(self._text[begin:stop].split())
        return self._sentence


def sentence_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds a stretch of text begins and ends.

    >>> text = "It matters. Neff et al. (2003) say so. See Fig. 3."
    >>> text[slice(*sentence_bounds(text, 12, 30))]
    ' Neff et al. (2003) say so.'
    """
    begin = _last_end(text, max(0, start - REACH), start)
    begin = max(begin, text.rfind("\n\n", begin, start) + 1)
    last = min(len(text), end + REACH)
    stop = text.find("\n\n", end, last)
    stop = last if stop < 0 else stop
    for match in _END.finditer(text, end, stop):
        if not _abbreviated(text, match.start()):
            return begin, match.end()
    return begin, stop


def goes_on(text: str, start: int) -> bool:
    """Return True if no sentence can begin at a place: no point stands before it."""
    return text[max(0, start - 3) : start].rstrip()[-1:] not in _MAY_END


def _last_end(text: str, first: int, stop: int) -> int:
    """Return where the last sentence ends before ``stop``; ``first`` if none ends after it."""
    found = first
    # NOTE: most sentences end in a full stop, so that other points are looked for behind one only.
    for point in _POINTS:
        place = text.rfind(point, found, stop)
        while place >= 0:
            match = _END.match(text, place, stop)
            if match and not _abbreviated(text, place):
                found = match.end()
                break
            place = text.rfind(point, found, place)
    return found


def _abbreviated(text: str, point: int) -> bool:
    return text[point] == "." and _is_abbreviation(text[max(0, point - 8) : point])


@lru_cache(maxsize=4096)
def _is_abbreviation(tail: str) -> bool:
    return _ABBREVIATION.search(tail) is not None
