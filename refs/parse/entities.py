"""Character references of HTML in a reference string: "Ga&#353;evi&#263;" is Gašević."""

from __future__ import annotations

import html
import re

from refs.model.patterns import pattern

_ENTITY = pattern(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
FILL = "\u00ad"
"""Stands for what is left of a letter's name, so that every place in the string stays where it is."""


def decoded(raw: str) -> str:
    """Return the string with its character references as characters, as long as before.

    A letter is filled up with soft hyphens, which are no part of any field; another sign with blanks.

    >>> decoded("Ga&#353;evi&#263;, D. &amp; Bell, J.").replace(FILL, "")
    'Gašević, D. &     Bell, J.'
    """
    if "&" not in raw or ";" not in raw:
        return raw
    return _ENTITY.sub(_filled, raw)


def _filled(match: re.Match[str]) -> str:
    text = match.group()
    sign = html.unescape(text)
    if len(sign) != 1 or not sign.isprintable():
        return text
    return sign + (FILL if sign.isalpha() else " ") * (len(text) - 1)
