"""Titles as Crossref has them, and what a reader should see."""

from __future__ import annotations

import pytest

from refs.model.markup import clean_markup

MATH = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML" alttext="$x^2$">{}</mml:math>'
CASES = {
    "JATS italics": ("The <jats:italic>lac</jats:italic> operon", "The <i>lac</i> operon"),
    "HTML emphasis": ("Her <em>Novela</em>", "Her <i>Novela</i>"),
    "capitals of tags do not matter": ("L<SUB>1</SUB> splines", "L<sub>1</sub> splines"),
    "small capitals": ("in <scp>R</scp>", 'in <span style="font-variant:small-caps;">R</span>'),
    "line breaks and indents": ("Strain of\n     <i>E. coli</i>\n     K12", "Strain of <i>E. coli</i> K12"),
    "an entity": ("Water &amp; Ice", "Water & Ice"),
    "an entity escaped twice": ("Water &amp;amp; Ice", "Water & Ice"),
    "a tag escaped": ("On &lt;i&gt;Drosophila&lt;/i&gt;", "On <i>Drosophila</i>"),
    "a tag escaped twice": ("On &amp;lt;i&amp;gt;Drosophila&amp;lt;/i&amp;gt;", "On <i>Drosophila</i>"),
    "formulas keep their text": (
        "for " + MATH.format("<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>") + "-sets",
        "for x2-sets",
    ),
    "TeX beside a formula is left out": (
        MATH.format('<mml:mi>x</mml:mi><mml:annotation encoding="application/x-tex">x</mml:annotation>'),
        "x",
    ),
    "a less-than sign is no tag": ("R&D in <5% of cases", "R&D in <5% of cases"),
    "an arrow is no tag": ("a <-> b", "a <-> b"),
    "a paragraph is a blank": ("<p>One</p><p>two</p>", "One two"),
    "a tag that is never closed": ("The <i>end", "The <i>end</i>"),
    "a tag that was never opened": ("The end</i>", "The end"),
    "an ampersand alone": ("AT&T and R&D; more", "AT&T and R&D; more"),
    "a comment": ("One<!-- two --> three", "One three"),
}


@pytest.mark.parametrize(("raw", "clean"), CASES.values(), ids=CASES)
def test_clean_markup(raw: str, clean: str) -> None:
    assert clean_markup(raw) == clean
