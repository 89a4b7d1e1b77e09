"""Lists of names whose initials lost their blank, as saved pages of some journals print them."""

from __future__ import annotations

import re

_PARTICLES = r"(?:(?:van|von|den|der|dem|del|dos|das|de|da|di|du|la|le|ten|ter|el|al)[ \-]){0,3}"
_VOWEL = r"(?=[^\s,;]{0,30}?[aeiouyà-öø-ÿ])"  # not "LlU" for LIU
_GLUED = re.compile(
    rf"({_PARTICLES}{_VOWEL}[A-ZÀ-ÖØ-Þ][\w'’\-]{{0,30}}?[a-zß-öø-ÿ])([A-Z]{{1,3}})(?![\w'’\-])"
)
_FIRST = re.compile(r"[\s\[(]{0,3}(?:\d{1,3}[\].)]{0,2}\s{0,3})?")
# Another name, not "Hid*R*, H." with a misread letter.
_GOES_ON = re.compile(
    rf"\s?[,;]\s?(?:et al\b|{_PARTICLES}[A-ZÀ-ÖØ-Þ](?![.A-Z]))|\s(?:et al\b|\((?:19|20)\d\d|(?:and|&)\s)"
)
_END_OF_NAMES = re.compile(r"\(|\d{4}|\bet al")
_LONGEST_LIST = 600


def part_glued_names(text: str) -> str:
    """Return a reference string with a blank before the initials of a list that begins with such a name.

    >>> part_glued_names("LiJZ, AbsherDM, de KokJ, et al. (2008) Relationships of NaCl. Science 319")
    'Li JZ, Absher DM, de Kok J, et al. (2008) Relationships of NaCl. Science 319'
    >>> part_glued_names("McDonald J, PhD, HeLa cells. LaTeX, 2003")
    'McDonald J, PhD, HeLa cells. LaTeX, 2003'
    """
    start = _FIRST.match(text)
    first = _GLUED.match(text, start.end() if start else 0)
    if first is None or not _GOES_ON.match(text, first.end()):
        return text
    end = _END_OF_NAMES.search(text, first.end(), first.end() + _LONGEST_LIST)
    head = text[: end.start() if end else _LONGEST_LIST]
    return _GLUED.sub(r"\1 \2", head) + text[len(head) :]
