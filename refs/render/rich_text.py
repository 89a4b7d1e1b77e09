"""Rich text: one string in which Unicode noncharacters mark italics, links, quotation marks…

A template cannot pass anything but strings from macro to macro, so the markup travels inside the string.
The marks are noncharacters (Unicode 16, 23.7: "reserved for internal use"), which no text may carry;
`plain` takes them out of what comes in. `runs` turns a finished string into runs for the outputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refs.model.patterns import pattern

ITALIC, BOLD, SUP, SUB, SMALL_CAPS = 1, 2, 4, 8, 16
"""Flags of a run; italics inside italics stand upright again."""

_FACES = {"i": ITALIC, "b": BOLD, "sup": SUP, "sub": SUB, "sc": SMALL_CAPS}
_FIRST = 0xFDD0
OPEN = {name: chr(_FIRST + 2 * n) for n, name in enumerate(_FACES)}
CLOSE = {name: chr(_FIRST + 2 * n + 1) for n, name in enumerate(_FACES)}
LINK_OPEN, LINK_TEXT, LINK_CLOSE = "\ufdda\ufddb\ufddc"
"""``LINK_OPEN address LINK_TEXT what is read LINK_CLOSE``"""
PART_OPEN, PART_TEXT, PART_CLOSE = "\ufddd\ufdde\ufddf"
"""``PART_OPEN class PART_TEXT … PART_CLOSE``: what a stretch is (author, title, …), for HTML."""
QUOTE_OPEN, QUOTE_CLOSE, SINGLE_OPEN, SINGLE_CLOSE = "\ufde0\ufde1\ufde2\ufde3"
"""Quotation marks, which alternate between double and single as they nest."""
BRITISH_OPEN, BRITISH_CLOSE = "\ufde6\ufde7"
"""British marks: single ones outside, and points and commas stay outside too."""
NOCASE_OPEN, NOCASE_CLOSE = "\ufde4\ufde5"
"""Round what no change of case may touch (CSL's ``nocase``)."""

CLOSERS = "".join(CLOSE.values()) + LINK_CLOSE + PART_CLOSE + QUOTE_CLOSE + SINGLE_CLOSE
CLOSERS += BRITISH_CLOSE + NOCASE_CLOSE
_MARK = pattern("([\ufdd0-\ufde7])")
_QUOTE = pattern(f"[{QUOTE_OPEN}{QUOTE_CLOSE}{SINGLE_OPEN}{SINGLE_CLOSE}{BRITISH_OPEN}{BRITISH_CLOSE}]")
_HEADS = pattern(f"[{LINK_OPEN}{PART_OPEN}][^{LINK_TEXT}{PART_TEXT}]*[{LINK_TEXT}{PART_TEXT}]")
_NONCHARACTER = pattern("[\ufdd0-\ufdef\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_TOGGLE = {OPEN[n]: (flag, 1) for n, flag in _FACES.items()} | {CLOSE[n]: (f, -1) for n, f in _FACES.items()}
_QUOTES = {QUOTE_OPEN: "“", SINGLE_OPEN: "‘", BRITISH_OPEN: "‘"}
_TO_BRITISH = str.maketrans(
    QUOTE_OPEN + SINGLE_OPEN + QUOTE_CLOSE + SINGLE_CLOSE, BRITISH_OPEN * 2 + BRITISH_CLOSE * 2
)
_CLOSING = {"“": "”", "‘": "’"}
_INNER = {"“": "‘", "‘": "“"}

# NOTE: matches the end of "…of personality change."; not "Acme Inc." or "the U.S."
_SENTENCE_END = pattern(r"(?:[^\W\d_A-Z]{4}|\))\.$")

# What CSL processors print where two pieces meet: "?" + "." is "?", "." + "." is ".".
_SWALLOWED = {"!": ".:!", "?": ".:?", ".": ".", ":": ".:", ";": ".:;", ",": ","}


class Run(NamedTuple):
    """A stretch of text in one face; ``link`` is its address, ``part`` what it is, or ""."""

    text: str
    face: int = 0
    link: str = ""
    part: str = ""


def plain(text: str) -> str:
    """Return text without the marks, control characters and lone surrogates that no output can hold.

    >>> plain("a\\ufdd0b\\x00")
    'ab'
    """
    return _NONCHARACTER.sub("", text)


def wrap(text: str, face: str) -> str:
    """Return text in a face ("i", "b", "sup", "sub", "sc"); nothing stays nothing."""
    return f"{OPEN[face]}{text}{CLOSE[face]}" if text else ""


def quote(text: str) -> str:
    """Return text in quotation marks."""
    return f"{QUOTE_OPEN}{text}{QUOTE_CLOSE}" if text else ""


def british(text: str) -> str:
    """Return text with British quotation marks.

    >>> runs(attach(british(quote("now")), "."))[0].text
    '‘now’.'
    """
    return text.translate(_TO_BRITISH) if not text.isascii() else text


def link(text: str, address: str) -> str:
    """Return text that leads to an address."""
    return f"{LINK_OPEN}{address}{LINK_TEXT}{text}{LINK_CLOSE}" if text and address else text


def part(text: str, name: str) -> str:
    """Return text marked as a part of the entry ("author", "title", …)."""
    return f"{PART_OPEN}{name}{PART_TEXT}{text}{PART_CLOSE}" if text else ""


def attach(left: str, punctuation: str) -> str:
    """Return text with punctuation after it: not doubled, and inside closing quotation marks.

    >>> attach("Is this the end?", ". "), attach("A study.", ".")
    ('Is this the end? ', 'A study.')
    >>> runs(attach(quote("now"), "."))[0].text
    '“now.”'
    """
    mark = punctuation[:1]
    if not left or mark not in _SWALLOWED:
        return left + punctuation
    body = left.rstrip(CLOSERS)
    if mark in _SWALLOWED.get(body[-1:], ""):
        return left + punctuation[1:]
    tail = left[len(body) :]
    if mark == "," and body[-1:] in ("?", "!") and QUOTE_CLOSE in tail:
        return left + punctuation[1:]
    if mark == "," and QUOTE_CLOSE in tail and _SENTENCE_END.search(body):
        body = body[:-1]  # the publisher's point after the title gives way: “A title,” not “A title.,”
    if tail and mark in ".,":
        inside = min((tail.index(q) for q in (QUOTE_CLOSE, SINGLE_CLOSE) if q in tail), default=-1)
        if inside >= 0:
            return body + tail[:inside] + mark + tail[inside:] + punctuation[1:]
    return left + punctuation


def last_character(text: str) -> str:
    """Return the last character that is read, "" if there is none."""
    return text.rstrip(CLOSERS)[-1:]


def bare_text(text: str) -> str:
    """Return the text alone, as the text output prints it."""
    text = _HEADS.sub("", text)
    if _QUOTE.search(text):
        return "".join(run.text for run in _raw_runs(text))
    return _MARK.sub("", text)


def runs(text: str) -> list[Run]:
    """Return the runs of a rich text, neighbours in the same face joined.

    >>> [(run.text, run.face) for run in runs(wrap("Growth of " + wrap("E. coli", "i"), "i"))]
    [('Growth of ', 1), ('E. coli', 0)]
    """
    joined: list[Run] = []
    for run in _raw_runs(text):
        if joined and (run.face, run.link, run.part) == (joined[-1].face, joined[-1].link, joined[-1].part):
            joined[-1] = Run(joined[-1].text + run.text, run.face, run.link, run.part)
        else:
            joined.append(run)
    return joined


def _raw_runs(text: str) -> Iterator[Run]:
    depth = dict.fromkeys(_FACES.values(), 0)
    face = 0
    quotes: list[str] = []
    address, parts, head = "", [""], ""
    for token in _MARK.split(text):
        if not token:
            continue
        if token in _TOGGLE:
            flag, step = _TOGGLE[token]
            depth[flag] = max(0, depth[flag] + step)
            on = depth[flag] % 2 if flag == ITALIC else depth[flag] > 0
            face = face | flag if on else face & ~flag
        elif token in _QUOTES:
            quotes.append(_INNER[quotes[-1]] if quotes else _QUOTES[token])
            yield Run(quotes[-1], face, address, parts[-1])
        elif token in (QUOTE_CLOSE, SINGLE_CLOSE, BRITISH_CLOSE):
            yield Run(_CLOSING[quotes.pop()] if quotes else "’", face, address, parts[-1])
        elif token in (LINK_OPEN, PART_OPEN):
            head = token
        elif token == LINK_CLOSE:
            address = ""
        elif token == PART_CLOSE:
            parts = parts[:-1] or [""]
        elif token in (LINK_TEXT, PART_TEXT, NOCASE_OPEN, NOCASE_CLOSE):
            head = ""
        elif head == LINK_OPEN:
            address = token
        elif head == PART_OPEN:
            parts.append(token)
        else:
            yield Run(token, face, address, parts[-1])
