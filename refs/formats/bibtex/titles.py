"""Titles in LaTeX: face markup, and braces round what a style must not turn into small letters."""

from __future__ import annotations

import re
from enum import Enum

from refs.formats.latex_writing import encode

_TAG = re.compile(r"<(/?)(i|b|sub|sup|sc|span)( [^<>]{0,80})?>")
_COMMANDS = {"i": "textit", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript", "sc": "textsc"}
_WORD = re.compile(r"\S+")
_EDGE = re.compile(r"[\W_]*")


def encode_rich(text: str, *, ascii_only: bool, protect: bool = False) -> str:
    r"""Return CSL-JSON's rich text as LaTeX; with ``protect`` words with capitals stand in braces.

    The first word, and the first after a colon, stand bare if they begin with a capital and have no other:
    styles leave that as it is. They make a capital of a small letter there and after a full stop, so it is
    protected too.

    >>> encode_rich("Role of <i>E. coli</i> DNA in Bonn: A study", ascii_only=True, protect=True)
    'Role of {{\\textit{E. coli}}} {DNA} in {Bonn}: A study'
    """
    parts: list[str] = []
    stack: list[str] = []
    position, place, guarded = 0, _Place.START, False
    tags = _balanced_tags(text)
    for number, match in enumerate(tags):
        place = _segment(text[position : match.start()], parts, ascii_only, protect and not guarded, place)
        position = match.end()
        opening = not match.group(1)
        if opening and not stack:
            content = text[match.end() : _closing(tags, number).start()]
            guarded = protect and (place is not _Place.INSIDE or any(c.isupper() for c in content))
            parts.append("{{" if guarded else "")  # two: BibTeX changes letters in "{\\textit{DNA}}"
            place = _Place.INSIDE if guarded else place
        parts.append(_tag(match, stack))
        if guarded and not stack:
            parts.append("}}")
            guarded = False
    _segment(text[position:], parts, ascii_only, protect, place)
    return "".join(parts)


def _closing(tags: list[re.Match[str]], number: int) -> re.Match[str]:
    """Return the tag that closes the one with this number."""
    depth = 0
    for place in range(number, len(tags)):
        depth += -1 if tags[place].group(1) else 1
        if depth == 0:
            return tags[place]
    raise ValueError("tags are balanced")


class _Place(Enum):
    """Where in a sentence a word stands."""

    START = 1
    """The title's or subtitle's first word: styles keep its capital."""
    STOP = 2
    """After a full stop, or a first word behind a quotation mark: some styles make a capital there."""
    INSIDE = 3


def _tag(match: re.Match[str], stack: list[str]) -> str:
    if match.group(1):
        return stack.pop()
    name, attributes = match.group(2), match.group(3) or ""
    if name == "span":
        name = "sc" if "small-caps" in attributes else ""
    stack.append("}")
    return f"\\{_COMMANDS[name]}{{" if name else "{"


def _balanced_tags(text: str) -> list[re.Match[str]]:
    """Return the tags of a text if they open and close properly, else none: then "<" is only a sign."""
    if "<" not in text:
        return []
    tags = list(_TAG.finditer(text))
    stack: list[str] = []
    for tag in tags:
        if not tag.group(1):
            stack.append(tag.group(2))
        elif not stack or stack.pop() != tag.group(2):
            return []
    return [] if stack else tags


def _segment(text: str, parts: list[str], ascii_only: bool, protect: bool, place: _Place) -> _Place:
    """Add a stretch without tags to the parts; return the place of the word that follows it."""
    if not protect:
        parts.append(encode(text, ascii_only=ascii_only))
        return place
    position, is_first = 0, not parts
    for match in _WORD.finditer(text):
        parts.append(encode(text[position : match.start()], ascii_only=ascii_only))
        position = match.end()
        word = match.group()
        if place is _Place.START and not is_first and position == len(text):
            place = _Place.STOP  # "Knowledge: A": some readers take a last word for no sentence
        is_first = False
        parts.append(_protected(word, ascii_only, place))
        if word.endswith(":"):
            place = _Place.START
        elif word.rstrip("\"'’”)»")[-1:] in ".?!":
            place = _Place.STOP
        elif any(c.isalpha() for c in word):
            place = _Place.INSIDE
        elif place is _Place.START:
            place = _Place.STOP
    parts.append(encode(text[position:], ascii_only=ascii_only))
    return place


def _protected(word: str, ascii_only: bool, place: _Place) -> str:
    has_capital = any(c.isupper() or c.istitle() for c in word)
    if not has_capital and (place is _Place.INSIDE or not any(c.isalpha() for c in word)):
        return encode(word, ascii_only=ascii_only)
    before, core, after = "", word, ""
    if not any(mark in word for mark in "{}\\"):
        start = sum(len(match.group()) for match in [_EDGE.match(word)] if match)
        end = len(word) - sum(len(match.group()) for match in [_EDGE.match(word[::-1])] if match)
        before, core, after = word[:start], word[start:end], word[end:]
    stands_bare = place is _Place.START and has_capital and not before and core.isascii()
    if stands_bare and not any(c.isupper() for c in core[1:]):
        return encode(word, ascii_only=ascii_only)
    inner = encode(core, ascii_only=ascii_only)
    return encode(before, ascii_only=ascii_only) + "{" + inner + "}" + encode(after, ascii_only=ascii_only)
