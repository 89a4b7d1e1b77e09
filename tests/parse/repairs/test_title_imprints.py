"""Imprints that the tagger takes for more of the title."""

from __future__ import annotations

import pytest

from refs.parse.repairs.table import repair
from tests.parse.labels import signs_after

CASES = {
    "a place and an institute": ("Bell. Women in the EU. Leeds: Centre for Law", "ATttttttt", "ATtttlppp"),
    "a subtitle behind a colon": ("Bell. Women in the EU. Trust: A reader", "ATtttttt", "ATtttttt"),
    "a place beside another": ("Bell. Women in art. Leeds: A reader. Bonn", "ATtttttl", "ATtttttl"),
    "a place that only its press tells": ("Bell. On stata. New Haven: Old Press", "ATttttt", "ATtllpp"),
    "a Russian place": ("Белл. Уроки веры. М.: Наука, 2002", "ATtttd", "ATtlpd"),
    "a university": ("Bell. Lire les âges. Université de Lyon", "ATttttt", "ATttppp"),
    "who prepared it": ("Bell. Forests of Pagan. Prepared by Pratt", "ATttttt", "ATtt..."),
    "a container behind two slashes": ("Белл. Уроки веры // Труды съезда", "ATttt", "ATtCc"),
    "a link": ("Bell. Trust in all, online http://old.org/a//b", "ATtttk", "ATtt.k"),
    "a town at a river": ("Bell, On everyday life, Newcastle upon Tyne, Old Press", "ATtttttpp", "ATttlllpp"),
    "a bracket cut in two": ("Bell, Ideas of Human Minds (Cambridge, MA, 1993)", "ATttttld", "ATtttlld"),
    "years in a bracket": ("Bell, Ideas of Minds (1856-1893). Paris 1991", "ATttttld", "ATttttld"),
    "one word in quotes": ("Bell, “Ruth.” Old Commentary. Bonn, 3", "ATttlg", "ATCclg"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "labels", "expected"), CASES.values(), ids=CASES)
def test_repair(raw: str, labels: str, expected: str) -> None:
    assert signs_after(repair, raw, labels) == expected
