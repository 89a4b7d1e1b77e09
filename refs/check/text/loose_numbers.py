"""Numbers a little beyond the end of the list that stand in the text as its citations do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from refs.check.text.mentions import COUNTED, RAISED_SIGNS, REACH, Mentions, sentence_around
from refs.model import CheckedArticle, Citation, Span
from refs.model.folding import RAISED_AS_DIGITS
from refs.model.numbers import is_isotope, points_elsewhere

_DIGITS = re.compile(r"\d+")
# "[19]", "\[19\]", "[19, p. 4]", "[19: Table 2]", "[19: 44]"; not "[19:44]", which is a time
_LONE_NUMBER = re.compile(r"\[\d{1,3}(?:[,:]\s?[^\W\d_][^\[\]\n]{0,20}|:\s\d{1,4}(?:[–-]\d{1,4})?)?\\?\]")
# "the end (19)", "in 2016 (ref. 19)"
_LONE_IN_PARENTHESES = re.compile(r"\((refs?\.?\s{1,13})?\d{1,3}\)")
# "was repeated in March 2016 (19).": behind a year at the end of a sentence
_BEHIND_A_YEAR = re.compile(r"[a-z]\s(?:[^\W\d_a-z][^\W\d_]{2,9}\s)?(?:19|20)\d\d\s$")
_COUNT = re.compile(r"\(\d{1,5}\)")
# "since.19 Others"
_GLUED_ON = re.compile(
    r"(?:(?<=[a-z]{4}[.;])|(?<=[a-z\d]\)[.;])|(?<=[a-z]{2}\s(?:19|20)\d\d\.))\d{1,3}"
    r"(?=\s+[^\W\d_a-z]|\s*$|[ \t]*\n\s*\n)"
)
# "others19 and", "Series19     0.34": a word that stands without a number too
_GLUED_TO_WORD = re.compile(r"(?<![\w-])([^\W\d_][a-z]{3,20})(\d{1,3})(?=\s[a-z]|\s{2}|[.,;:]\s)")
_LAST_WORD = re.compile(r"[^\W\d_]{4,}$")
FAR = 12
"""How far beyond the end of the list a number can be and still be meant as a citation."""
_SIGNS = 3
"""Raised signs from which a number is no citation."""
_NEXT = 3
"""How far beyond the end of the list a number in parentheses is still meant as a citation."""


def loose_numbers(article: CheckedArticle, highest: int) -> list[Citation]:
    """Return numbers a little beyond the end of the list that stand as the article's citations do, unlinked.

    Brackets in an article that cites in brackets, raised numbers in one that raises them; not powers of ten.
    """
    kinds = {c.kind for c in article.citations}
    text = Mentions(article).text
    taken = {c.span for c in article.citations}
    places: list[tuple[int, int, str]] = []
    reach = max(FAR, highest // 2)
    if "numeric" in kinds and any(c.text.startswith("[") for c in article.citations):
        places += [
            (m.start(), m.end(), "numeric")
            for m in _LONE_NUMBER.finditer(text)
            if not points_elsewhere(text[max(0, m.start() - 16) : m.start()], square=True)
        ]
    elif "numeric" in kinds:
        reach = _NEXT
        lone = [m for m in _LONE_IN_PARENTHESES.finditer(text) if _may_cite(text, m)]
        # NOTE: where the count goes on, it is another: of equations, of people.
        if not any(highest + _NEXT < int(_DIGITS.findall(m.group())[-1]) <= highest + FAR for m in lone):
            places += [(*m.span(), "numeric") for m in lone]
    if "superscript" in kinds:
        spans = [s for b in article.article.blocks for s in b.attributes.get("superscripts", ())]
        if not spans and article.article.format in ("text", "pdf"):
            spans, reach = _glued_numbers(text, {c.span[0] for c in article.citations if c.span}), _NEXT
        places += [
            (*m.span(), "signs")
            for m in RAISED_SIGNS.finditer(text)
            if len(m.group()) < _SIGNS
            and text[max(0, m.start() - 1)] not in "mM0d"
            and not is_isotope(text, *m.span())
        ]
        places += [
            (a, b, "superscript")
            for a, b in spans
            if text[a:b].strip(" []()^").isdigit()
            and not text[max(0, a - 1) : a].isdigit()
            and not is_isotope(text, a, b)
        ]
    found = []
    for start, end, kind in places:
        written = text[start:end].translate(RAISED_AS_DIGITS) if kind == "signs" else text[start:end]
        found_here = _DIGITS.search(written)
        if (start, end) in taken or found_here is None:
            continue
        digits, kind = found_here.group(), "superscript" if kind == "signs" else kind
        if highest < int(digits) <= highest + reach:
            sentence = sentence_around(text, start, end)
            found.append(Citation(text[start:end], (start, end), (), kind, sentence, labels=(digits,)))
    return found


def _may_cite(text: str, number: re.Match[str]) -> bool:
    """True for a number in parentheses behind a word that counts nothing, or that says it is a reference.

    >>> def may(text): return _may_cite(text, _LONE_IN_PARENTHESES.search(text))
    >>> may("until the end (19)."), may("in March 2016 (19). So"), may("see equation (19)")
    (True, True, False)
    >>> may("in 2016 (ref. 19) and"), may("in 2016 (19) and 2017 (20). So")
    (True, False)
    """
    if number.group(1):
        return True
    before = text[max(0, number.start() - 40) : number.start()]
    word = before.rstrip()
    if word == before or COUNTED.search(before):
        return False
    if word[-1:] == ")" or "a" <= word[-1:] <= "z":
        return True
    start = text.rfind(". ", max(0, number.start() - REACH), number.start()) + 1
    ends = re.match(r"\.\s", text[number.end() : number.end() + 2]) is not None
    alone = not _COUNT.search(text, max(0, start), number.start())
    return ends and alone and _BEHIND_A_YEAR.search(" ".join(before.split()) + " ") is not None


def _glued_numbers(text: str, cited: Iterable[int]) -> list[Span]:
    """Return where numbers of a plain text are glued to a sentence's end, or to a word.

    The word must stand alone elsewhere, or before a citation: at one of the places that are ``cited``.

    >>> [text[a:b] for text in ["So they said.19 But others20 say what others do, not foxp21 or others."]
    ...  for a, b in _glued_numbers(text, ())]
    ['19', '20']
    """
    spans = [m.span() for m in _GLUED_ON.finditer(text)]
    glued = list(_GLUED_TO_WORD.finditer(text))
    if not glued:
        return spans
    words = set(re.findall(r"[^\W\d_]{4,21}(?=[\s.,;:])", text))
    words |= {
        found.group() for place in cited if (found := _LAST_WORD.search(text[max(0, place - 21) : place]))
    }
    return spans + [m.span(2) for m in glued if m.group(1) in words]
