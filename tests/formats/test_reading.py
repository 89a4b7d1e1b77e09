"""Reading bibliographies: what comes out, and that what is broken is told with its line."""

from __future__ import annotations

import pytest

from refs.errors import UnknownFormat
from refs.formats import detect, dump, load, read

ENTRY = """@article{neff2003self,
  author = {Neff, Kristin D.},
  title = {Self-Compassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself},
  journal = {Self and Identity},
  year = 2003, month = apr, volume = 2, number = {2}, pages = {85--101},
  doi = {10.1080/15298860309032},
}
"""


def test_an_entry_becomes_an_item() -> None:
    [item] = load(ENTRY, "bibtex")
    assert item.to_csl() == {
        "id": "neff2003self",
        "type": "article-journal",
        "author": [{"family": "Neff", "given": "Kristin D."}],
        "title": "Self-Compassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself",
        "container-title": "Self and Identity",
        "volume": "2",
        "DOI": "10.1080/15298860309032",
        "issued": {"date-parts": [[2003, 4]]},
        "page": "85-101",
        "issue": "2",
    }


FIELDS = {
    "concatenation": (
        '@string{j = "Nature"}\n@article{a, journal = j # { Physics}}',
        "container-title",
        "Nature Physics",
    ),
    "quotes": ('@book{a, title = "The {\\TeX}book"}', "title", "The TeXbook"),
    "accents": (r"@book{a, title = {{\"U}ber die {\'E}tude \v{s}ed\'{\i}}}", "title", "Über die Étude šedí"),
    "subtitle": (
        "@book{a, title = {A Brief History}, subtitle = {From X to Y}}",
        "title",
        "A Brief History: From X to Y",
    ),
    "formula": (r"@book{a, title = {The $\beta_2$ receptor}}", "title", "The β<sub>2</sub> receptor"),
    "unknown command": (r"@book{a, title = {A \foo{bar} b}}", "title", r"A \foo{bar} b"),
    "parentheses": ("@book(a, title = {With (parens)})", "title", "With (parens)"),
    "upper case": ("@BOOK{a, TITLE = {Loud}}", "title", "Loud"),
    "ordinal": ("@book{a, edition = {Second}}", "edition", "2"),
    "arXiv": ("@misc{a, eprint = {1706.03762}, archiveprefix = {arXiv}}", "archive_location", "1706.03762"),
    "pubmed": ("@article{a, eprint = {11136953}, eprinttype = {pubmed}}", "PMID", "11136953"),
    "url": (r"@misc{a, howpublished = {\url{https://example.org/a_b}}}", "URL", "https://example.org/a_b"),
    "doi": (r"@article{a, doi = {10.1000/a\_b}}", "DOI", "10.1000/a_b"),
    "language": ("@book{a, langid = {ngerman}}", "language", "de"),
}


@pytest.mark.parametrize(("text", "key", "value"), FIELDS.values(), ids=FIELDS)
def test_a_field_reads_as(text: str, key: str, value: str) -> None:
    result = read(text, "bibtex")
    assert result.items[-1].text(key) == value
    assert result.problems == ()


PROBLEMS = {
    "broken": ("@book{a, title={A}}\n@book{b, title={B\n@book{c, title={C}}", 2, ["a", "c"]),
    "twice": ("@book{a, title={A}}\n@book{a, title={B}}", 2, ["a", "a"]),
    "field twice": ("@book{a, title={A}, title={B}}", 1, ["a"]),
    "no comma": ("@book{a, title={A} year={2020}}", 1, ["a"]),
    "no string": ("\n@article{a, journal = jn}", 2, ["a"]),
    "no parent": ("@inbook{a, crossref = {b}}", 1, ["a"]),
    "odd type": ("@foo{a, title={A}}", 1, ["a"]),
}


@pytest.mark.parametrize(("text", "line", "ids"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_is_wrong_is_told_and_the_rest_is_read(text: str, line: int, ids: list[str]) -> None:
    result = read(text, "bibtex")
    assert [item.id for item in result.items] == ids
    assert [problem.line for problem in result.problems] == [line]


def test_a_field_behind_a_missing_comma_is_not_lost() -> None:
    [item] = load("@book{a, title={A} year={2020}}", "bibtex")
    assert (item.title, item.issued and item.issued.year) == ("A", 2020)


def test_a_part_inherits_from_its_whole() -> None:
    text = """@inproceedings{part, title={Part}, crossref={whole}}
        @xdata{common, publisher={ACM}}
        @proceedings{whole, title={Whole}, year=1999, xdata={common}}"""
    [part, _] = load(text, "biblatex")
    assert (part.title, part.container_title, part.publisher) == ("Part", "Whole", "ACM")
    assert str(part.issued) == "1999"


def test_unknown_fields_ride_along() -> None:
    [item] = load("@book{a, file = {:a.pdf:PDF}, groups = {Mind, Body}}", "bibtex")
    assert item["custom"] == {"groups": ["Mind", "Body"], "bibtex": {"file": ":a.pdf:PDF"}}
    assert "file = {:a.pdf:PDF}" in dump([item], "bibtex")


def test_the_format_is_found_from_the_content() -> None:
    assert detect(ENTRY, "x.txt") == "bibtex"
    assert detect('[{"type": "book", "title": "A"}]') == "csl-json"
    assert detect('{"name": "a package"}', "package.json") == ""
    assert detect("TY  - BOOK\nER  - \n") == "ris"


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UnknownFormat, match="known are bibtex"):
        load("", "word")


def test_a_second_field_for_one_variable_is_not_lost() -> None:
    text = "@manual{a, organization={ACM}, publisher={Springer}, address={Rome}, location={Rome}}"
    [item] = load(text, "bibtex")
    assert (item.publisher, item.publisher_place) == ("Springer", "Rome")
    assert item["custom"] == {"bibtex": {"organization": "ACM"}}
    assert "organization = {ACM}" in dump([item], "bibtex")


def test_strings_of_strings_do_not_grow_without_bound() -> None:
    doubled = "".join(f"@string{{s{place} = s{place - 1} # s{place - 1}}}\n" for place in range(1, 80))
    result = read('@string{s0 = "kind"}\n' + doubled + "@book{a, title = s79, note = s3}", "bibtex")
    (item,) = result.items
    assert item.title == "s79" or len(item.title) < 10_000
    assert item.get("note") == "kind" * 8
