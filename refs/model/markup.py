"""Titles as Crossref has them, cleaned to the rich text that CSL-JSON allows."""

from __future__ import annotations

import html
import re

_KEEP = {"i": "i", "em": "i", "italic": "i", "b": "b", "bold": "b", "strong": "b", "sub": "sub", "sup": "sup"}
_TAG = re.compile(r"<(/?)(?:[a-z]+:)?([A-Za-z][\w-]*)[^<>]*?(/?)>")


def clean_markup(text: str) -> str:
    """Return a title with face markup as ``<i> <b> <sub> <sup>`` only and entities decoded.

    >>> clean_markup("The <jats:italic>lac</jats:italic> operon &amp;amp; its  role")
    'The <i>lac</i> operon & its role'
    """
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(_keep_face, text)
    return " ".join(text.split())


def _keep_face(match: re.Match[str]) -> str:
    name = _KEEP.get(match.group(2).lower())
    return f"<{match.group(1)}{name}>" if name and not match.group(3) else ""
