"""Titles in LaTeX: face markup, and braces round what a style must not turn into small letters."""

from __future__ import annotations

import re

from refs.formats.latex import encode

_TAG = re.compile(r"<(/?)(i|b|sub|sup|sc|span)( [^<>]{0,80})?>")
_COMMANDS = {"i": "textit", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript", "sc": "textsc"}
_WORD = re.compile(r"\S+")
_BEFORE = re.compile(r"[\W_]*")


def encode_rich(text: str, *, ascii_only: bool, protect: bool = False) -> str:
    r"""Return CSL-JSON's rich text as LaTeX; with ``protect`` words with capitals stand in braces.

    The first word, and the first after a colon, stand bare if they begin with a capital and have no other:
    styles leave that as it is, and make a capital of a small letter there.

    >>> encode_rich("Role of <i>E. coli</i> DNA in Bonn: A study", ascii_only=True, protect=True)
    'Role of \\textit{{E}. coli} {DNA} in {Bonn}: A study'
    """
    parts: list[str] = []
    stack: list[str] = []
    position, sentence_start = 0, True
    tags = _balanced_tags(text)
    for match in tags:
        segment = text[position : match.start()]
        parts.append(_segment(segment, ascii_only, protect, sentence_start))
        sentence_start = (sentence_start and not segment.strip()) or segment.rstrip().endswith(":")
        position = match.end()
        parts.append(_tag(match, stack))
    parts.append(_segment(text[position:], ascii_only, protect, sentence_start))
    return "".join(parts)


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


def _segment(text: str, ascii_only: bool, protect: bool, sentence_start: bool) -> str:
    if not protect:
        return encode(text, ascii_only=ascii_only)
    parts: list[str] = []
    position = 0
    for match in _WORD.finditer(text):
        parts.append(encode(text[position : match.start()], ascii_only=ascii_only))
        position = match.end()
        word = match.group()
        parts.append(_protected(word, ascii_only, sentence_start))
        sentence_start = word.endswith(":") or (sentence_start and not any(c.isalnum() for c in word))
    parts.append(encode(text[position:], ascii_only=ascii_only))
    return "".join(parts)


def _protected(word: str, ascii_only: bool, sentence_start: bool) -> str:
    has_capital = any(c.isupper() or c.istitle() for c in word)
    if not has_capital and not (sentence_start and any(c.isalpha() for c in word)):
        return encode(word, ascii_only=ascii_only)
    before, core, after = "", word, ""
    if not any(mark in word for mark in "{}\\"):
        start = sum(len(match.group()) for match in [_BEFORE.match(word)] if match)
        end = len(word) - sum(len(match.group()) for match in [_BEFORE.match(word[::-1])] if match)
        before, core, after = word[:start], word[start:end], word[end:]
    plain_start = has_capital and sentence_start and not before and core.isascii()
    if plain_start and not any(c.isupper() for c in core[1:]):
        return encode(word, ascii_only=ascii_only)
    inner = encode(core, ascii_only=ascii_only)
    return encode(before, ascii_only=ascii_only) + "{" + inner + "}" + encode(after, ascii_only=ascii_only)
