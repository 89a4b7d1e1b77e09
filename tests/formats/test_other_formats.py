"""RIS, CSL-YAML, PubMed's nbib, EndNote's XML and refer."""

from __future__ import annotations

import pytest

from refs.errors import UnknownFormat
from refs.formats import detect, dump, load, read

NBIB = """
PMID- 14769752
OWN - NLM
DP  - 2004 Feb 12
TI  - A survey of bridges: what holds
      and what does not.
PG  - 101-9
LID - 10.5555/bridges.1 [doi]
FAU - Brücke, Anna B
AU  - Brücke AB
CN  - Bridge Study Group
LA  - eng
PT  - Journal Article
TA  - J Cross
JT  - Journal of crossings
VI  - 7
IP  - 2
IS  - 0028-4793 (Print)
IS  - 1533-4406 (Electronic)
MH  - *Bridges
OT  - rivers
RIN - J Cross. 2006;9:1

PMID- 2
TI  - Second.
AU  - Pont B
"""
XML = """<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<ref-type name="Book Section">5</ref-type>
<contributors><authors><author><style face="normal">Brücke, Anna</style></author></authors>
<secondary-authors><author>Pont, B.</author></secondary-authors></contributors>
<titles><title><style>Ropes</style> and <style>chains</style></title>
<secondary-title>Handbook</secondary-title></titles>
<pages>3-20</pages><keywords><keyword>ropes</keyword><keyword>iron</keyword></keywords>
<dates><year>1999</year><pub-dates><date>April 3</date></pub-dates></dates>
<isbn>978-0-306-40615-7</isbn>
<electronic-resource-num>https://doi.org/10.5555/ROPES</electronic-resource-num>
</record></records></xml>"""
REFER = "%0 Report\n%A Brücke, Anna\n%A World Bridge Office\n%T Loads\n%D 2001\n%N 12\n%I WBO\n\n"
REFER += "%0 Book\n%T Arches\n"
RIS = """TY  - JOUR
AU  - Brücke, Anna
AU  - Bridge Office
TI  - Loads
T2  - Journal of Crossings
SP  - 11
EP  - 29
PY  - 2004
DA  - 2004/03/
KW  - iron
KW  - stone
DO  - https://doi.org/10.5555/loads
XX  - unheard of
ER  -
"""


def test_a_long_identifier_of_nbib_is_looked_at_once() -> None:
    (item,) = load(f"PMID- 1\nTI  - Kindness\nAID - {'<b>' * 200_000} [x]\n", "nbib")
    assert item.title == "Kindness"


def test_nbib() -> None:
    first, second = load(NBIB, "nbib")
    assert first.to_csl() == {
        "id": "14769752",
        "type": "article-journal",
        "container-title": "Journal of crossings",
        "container-title-short": "J Cross",
        "volume": "7",
        "issue": "2",
        "PMID": "14769752",
        "title": "A survey of bridges: what holds and what does not",
        "author": [{"family": "Brücke", "given": "Anna B"}, {"literal": "Bridge Study Group"}],
        "issued": {"date-parts": [[2004, 2, 12]]},
        "page": "101-109",
        "DOI": "10.5555/bridges.1",
        "ISSN": "0028-4793",
        "language": "en",
        "keyword": "Bridges, rivers",
        "note": "Retraction in: J Cross. 2006;9:1",
    }
    assert (second.title, second["author"]) == ("Second", [{"family": "Pont", "given": "B"}])


def test_endnote_xml() -> None:
    [item] = load(XML, "endnote-xml")
    assert (item.type, item.title, item.container_title) == ("chapter", "Ropes and chains", "Handbook")
    assert (item["author"], item["editor"]) == (
        [{"family": "Brücke", "given": "Anna"}],
        [{"family": "Pont", "given": "B."}],
    )
    assert item["issued"] == {"date-parts": [[1999, 4, 3]]}
    assert (item.text("keyword"), item.text("ISBN")) == ("ropes, iron", "978-0-306-40615-7")
    assert str(item.doi) == "10.5555/ropes"


def test_broken_xml_is_read_as_far_as_it_goes() -> None:
    result = read(XML.replace("</titles>", ""), "endnote-xml")
    assert result.items[0].title == "Ropes and chains"
    assert "broken XML" in result.problems[0].message
    assert read("<records>", "endnote-xml").problems
    assert read("", "endnote-xml").problems


def test_entities_are_not_followed() -> None:
    text = '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/hostname">]><xml><records><record>'
    result = read(text + "<titles><title>&x;A</title></titles></record></records></xml>", "endnote-xml")
    assert result.items[0].title == "&x;A"


def test_endnote_refer() -> None:
    report, book = load(REFER, "endnote-refer")
    assert (report.type, report.number, report.publisher) == ("report", "12", "WBO")
    assert report["author"] == [{"family": "Brücke", "given": "Anna"}, {"literal": "World Bridge Office"}]
    assert (book.type, book.title) == ("book", "Arches")


def test_ris() -> None:
    [item] = load(RIS, "ris")
    assert item.to_csl() == {
        "type": "article-journal",
        "title": "Loads",
        "author": [{"family": "Brücke", "given": "Anna"}, {"literal": "Bridge Office"}],
        "container-title": "Journal of Crossings",
        "issued": {"date-parts": [[2004, 3]]},
        "page": "11-29",
        "DOI": "10.5555/loads",
        "keyword": "iron, stone",
        "custom": {"ris": {"XX": ["unheard of"]}},
    }
    assert load(dump([item], "ris"), "ris") == [item]


def test_ris_records_without_an_end_are_told() -> None:
    result = read("stray\nTY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B\n", "ris")
    assert [item.title for item in result.items] == ["A", "B"]
    assert [problem.line for problem in result.problems] == [1, 2, 4]


def test_csl_yaml() -> None:
    pytest.importorskip("ruamel.yaml")
    text = (
        "---\nreferences:\n- id: a\n  type: book\n  title: 'Arches: a history'\n  issued: 2003-04-15\n...\n"
    )
    [item] = load(text, "csl-yaml")
    assert (item.title, str(item.issued)) == ("Arches: a history", "2003-04-15")
    assert load(dump([item], "csl-yaml"), "csl-yaml") == [item]
    assert read("references: [a", "csl-yaml").problems[0].line == 1
    assert "aliases" in read("- &a {title: b}\n- *a", "csl-yaml").problems[0].message
    assert read("3", "csl-yaml").problems


def test_csl_json_lines_and_wrapped_items() -> None:
    assert [item.id for item in load('{"id": "a"}\n{"id": "b"}\n', "csl-json")] == ["a", "b"]
    assert [item.id for item in load('{"items": [{"id": "a"}]}', "csl-json")] == ["a"]
    assert read('{"id": "a"}\n{"id": ', "csl-json").problems[0].line == 2
    assert read("[" * 100_000, "csl-json").problems
    assert load("", "csl-json") == []


DETECTED = {
    "nbib": NBIB,
    "endnote-xml": XML,
    "endnote-refer": REFER,
    "ris": RIS,
    "csl-yaml": "references:\n- id: a\n",
    "bibtex": "% note\n\n@string{a = {b}}\n",
    "csl-json": '[{"id": "a", "type": "book"}]',
}


@pytest.mark.parametrize(("format", "text"), DETECTED.items(), ids=DETECTED)
def test_the_content_tells_the_format(format: str, text: str) -> None:
    assert detect(text, "unnamed.txt") == format


NOT_BIBLIOGRAPHIES = {
    "article": "Bridges\n\nCite as:\n\n@article{a,\n  title = {B}\n}\n",
    "python": "@decorated\ndef f(): ...\n",
    "mail": "To: me@example.org\n",
    "json": '{"name": "x"}',
    "latex": "\\documentclass{article}\n% @article{a, b}\n",
}


@pytest.mark.parametrize("text", NOT_BIBLIOGRAPHIES.values(), ids=NOT_BIBLIOGRAPHIES)
def test_what_only_shows_an_entry_is_no_bibliography(text: str) -> None:
    assert detect(text, "paper.txt") == ""


def test_formats_that_are_only_read_say_so() -> None:
    with pytest.raises(UnknownFormat, match="can only be read"):
        dump([], "nbib")
