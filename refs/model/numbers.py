"""Numbers in a text that cite nothing: of isotopes, figures, equations, sums."""

from __future__ import annotations

import re

_SIGNS = "=+*/<>^_{}∈"
# "Fig. [3]", "Eq. (3)", "step (2)", "Table 2 (3)"
_NUMBERED = (
    "fig figs figure figures table tables tab eq eqs equation equations eqn eqns step steps section sections "
    "sec panel panels video videos movie movies appendix case cases condition conditions item items theorem "
    "theorems lemma lemmas example examples column columns row rows hypothesis hypotheses abb abbildung "
    "gleichung gleichungen gl schritt schritte tabelle tafel équation équations étape étapes tableau "
    "ecuación ecuaciones figura figuras tabla tablas paso pasos equação equações tabela tabelas passo passos "
    "equazione equazioni tabella tabelle"
).split()
"""What has numbers of its own."""
_SHORT = (
    "fig figs figure table tab eq eqs eqn eqns step section sec panel video movie abb gl schritt tabelle"
).split()
"""What has numbers of its own in square brackets too: "under such conditions [3]" cites."""
# A sign behind a word is markup, or ends an address, and is no operator: "*Homo sapiens* [3]", "K^−1^ [3]"
_OPERATOR = r"(?:(?<=\s)|^)[=+/<>{}∈*^_]\s|[=+/<{}∈*^_]|(?<!\w)>"
_BEFORE_ROUND = re.compile(rf"(?:\b(?:{'|'.join(_NUMBERED)})\.?\s?|{_OPERATOR})\Z", re.I)
_BEFORE_SQUARE = re.compile(rf"(?:\b(?:{'|'.join(_SHORT)})\.?\s?|{_OPERATOR})\Z", re.I)
_OPERATOR_BEFORE = re.compile(rf"(?:{_OPERATOR})\Z")
_ENDINGS = frozenset(word[-3:] for word in _NUMBERED)
"""Last letters of these words."""
_ELEMENT = re.compile(r"\^?[A-Z][a-z]?(?![a-z])")
_BEFORE = frozenset((*" \n\t([-–/,", ""))


def is_isotope(text: str, start: int, end: int) -> bool:
    """Return True for the raised number of an isotope, before its sign: the "14" of "¹⁴C", of "^13^C NMR".

    >>> is_isotope("of 14C in", 3, 5), is_isotope("so they say.14 Carbon", 12, 14)
    (True, False)
    """
    before = text[max(0, start - 2) : start].rstrip("^")[-1:]
    return before in _BEFORE and _ELEMENT.match(text, end) is not None


def is_operand(before: str) -> bool:
    """Return True for text that ends with an operator: what follows in brackets is part of a sum.

    >>> is_operand("let x = "), is_operand("in *Zea mays* ")
    (True, False)
    """
    return before.rstrip()[-1:] in _SIGNS and _OPERATOR_BEFORE.search(before) is not None


def points_elsewhere(before: str, *, square: bool = False) -> bool:
    """Return True for text before a number that says what it numbers: no reference.

    >>> points_elsewhere("as shown in Fig. "), points_elsewhere("as others found ")
    (True, False)
    >>> points_elsewhere("under conditions "), points_elsewhere("under conditions ", square=True)
    (True, False)
    """
    tail = before.rstrip()
    end = tail.rstrip(".")[-3:].lower()
    known = tail[-1:] in _SIGNS or end in _ENDINGS or end[1:] in _ENDINGS
    pattern = _BEFORE_SQUARE if square else _BEFORE_ROUND
    return known and pattern.search(before) is not None
