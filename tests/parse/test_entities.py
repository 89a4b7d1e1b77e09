"""Character references of HTML are letters and signs, and every field keeps its place in the string."""

from __future__ import annotations

import pytest

from refs.parse import parse_with_confidence
from refs.parse.entities import FILL, decoded

CASES = {
    "letters by number": ("Ga&#353;evi&#263;", "Gašević"),
    "letters by name": ("Jos&eacute;", "José"),
    "a sign": ("A &amp; B", "A &     B"),
    "a number in hexadecimal": ("Ko&#x142;cz", "Kołcz"),
    "no name of a sign": ("R&D; B&Q;", "R&D; B&Q;"),
    "a control sign": ("A&#12;B", "A&#12;B"),
    "no semicolon": ("A &amp B", "A &amp B"),
}


@pytest.mark.parametrize(("raw", "wanted"), CASES.values(), ids=CASES)
def test_decoded(raw: str, wanted: str) -> None:
    found = decoded(raw)
    assert found.replace(FILL, "") == wanted
    assert len(found) == len(raw)


def test_spans_are_those_of_the_string_as_given() -> None:
    raw = "Ga&#353;evi&#263;, D. (2012). Tests &amp; models. Journal of Systems, 4(2), 13&#8211;28."
    parsed = parse_with_confidence(raw)
    assert parsed.item.author[0].surname == "Gašević"
    assert parsed.item.title == "Tests & models"
    assert parsed.item.page == "13-28"
    start, end = parsed.spans["title"]
    assert raw[start:end] == "Tests &amp; models"
