"""Lists in many layouts: what is found, in which list, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from refs.extract import extract_references
from tests.extract.layouts import LAYOUTS, flush, hanging, one_a_line, own, paragraphs, points, read
from tests.extract.works import APA, BODY, VANCOUVER

ENDS = {
    "end of text": "",
    "copyright": "\n\n© Copyright 2018 All rights reserved. Permission to publish granted.\n",
    "appendix": "\n\nAppendix A: Interview guide\n\nTell me about a session that you remember.\n",
    "authors": "\n\nAbout the authors\n\nDana Ortiz teaches at Kent. She published two books.\n",
}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("works", [APA, VANCOUVER], ids=["apa", "vancouver"])
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS.keys())
def test_a_list_under_a_heading(
    layout: Callable[[Sequence[str]], str], works: tuple[str, ...], end: str
) -> None:
    found = own(f"A title\n\n{BODY}\nReferences\n\n{layout(works)}{end}")
    assert [reference.raw for reference in found] == list(works)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("works", [APA, VANCOUVER], ids=["apa", "vancouver"])
def test_a_list_without_a_heading(layout: Callable[[Sequence[str]], str], works: tuple[str, ...]) -> None:
    found = own(f"A title\n\n{BODY}\n\n{layout(works)}\n\n© Copyright 2018 All rights reserved.\n")
    assert [reference.raw for reference in found] == list(works)


@pytest.mark.parametrize(
    "heading",
    [
        "REFERENCES",
        "R E F E R E N C E S",
        "7. References",
        "References and Notes",
        "Literaturverzeichnis",
        "Literatur",
        "Quellen",
        "Bibliographie",
        "Références bibliographiques",
        "Referencias",
        "Bibliografía",
        "Riferimenti bibliografici",
        "Piśmiennictwo",
        "Литература",
        "参考文献",
        "Works Cited",
        "[References]",
    ],
)
def test_headings_in_many_languages(heading: str) -> None:
    found = own(f"A title\n\n{BODY}\n{heading}\n\n{flush(APA)}\n")
    assert [reference.raw for reference in found] == list(APA)
    assert heading in found[0].reason


def test_spans_hold_the_strings_and_labels_the_marks() -> None:
    article = read(f"A title\n\n{BODY}\nReferences\n\n{points(APA)}\n")
    for number, reference in enumerate(extract_references(article), 1):
        assert reference.span is not None
        assert article.text[slice(*reference.span)] == reference.raw
        assert reference.label == str(number)


def test_running_text_alone_has_no_list() -> None:
    assert (
        extract_references(read(f"A title\n\n{BODY}\nNeff (2003) said so. Rogers (1957) did, too.\n")) == []
    )


def test_contents_and_figures_are_no_list() -> None:
    text = (
        "Contents\n\n1. Introduction ... 3\n2. Methods ... 7\n3. Results ... 9\n4. References ... 12\n\n"
        + BODY
    )
    assert extract_references(read(text)) == []


def test_rows_of_a_table_are_no_references() -> None:
    rows = "\n".join(f"{raw[:20]} 19{n}7      12      3{n}      4{n}" for n, raw in enumerate(APA))
    assert own(f"Rain\n\n{BODY}\n\n{rows}\n") == []


@pytest.mark.parametrize(
    "contents",
    [
        "• Data\n• References\n• Thanks\n",
        "References . . . . . . . 97\n",
        "7 References 97\n",
        "7 References ········ 97\n",
    ],
)
def test_lines_of_the_contents_are_no_headings(contents: str) -> None:
    early = f"A title\n\n1 Aims (Neff 2003) . . . . . 1\n2 Methods . . . . . 9\n{contents}"
    text = f"{early}\nIn 2003, Neff wrote of it.\n{BODY}\n\nReferences\n\n{paragraphs(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


def test_a_section_on_references_is_no_list_beside_the_list() -> None:
    section = (
        "2.14 References\n\nStyles for references are told in Neff (2003), pp. 3-14, and in Rogers (1957).\n"
    )
    text = f"{BODY}\n\n{section}\n{BODY}\n\nReferences\n\n{hanging(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


@pytest.mark.parametrize("section", ["// N responses", "Responses"])
def test_a_section_above_the_list_is_no_comments(section: str) -> None:
    text = f"A title\n\n{BODY}\n\n{section}\n\n3 March 2019\n\n{BODY}\n\nReferences\n\n{paragraphs(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


COMMENTS = """
Reader Comments (2)

  • M. Ortiz

    March 3rd, 2019 at 9:14 AM

    Thank you. My own list:

    *01. Adler, Mortimer, "How to Read a Book."
    *02. Eco, Umberto, "How to Write a Thesis."
    *03 Booth, Wayne, "The Craft of Research."

  • Dana

    March 4th, 2019 at 11:02 AM

    I read Smith (2001) years ago.
"""


def test_a_comments_list_stands_apart() -> None:
    references = extract_references(read(f"A title\n\n{BODY}\nReferences\n\n{points(APA)}\n{COMMENTS}"))
    assert [r.raw for r in references if r.list == "article"] == list(APA)
    others = [r for r in references if r.list != "article"]
    assert [(r.list, r.list_name, r.label) for r in others] == [
        ("comment", "M. Ortiz", label) for label in ("01", "02", "03")
    ]
    assert others[2].raw == 'Booth, Wayne, "The Craft of Research."'
    assert [r.list for r in references] == ["article"] * len(APA) + ["comment"] * 3


def test_further_reading_stands_apart() -> None:
    text = f"{BODY}\nReferences\n\n{flush(APA)}\n\nFurther reading\n\n{flush(VANCOUVER)}\n"
    references = extract_references(read(text))
    assert [r.raw for r in references if r.list == "article"] == list(APA)
    assert {r.list for r in references[len(APA) :]} == {"further-reading"}


def test_the_articles_list_without_a_heading_before_further_reading() -> None:
    further = "Further reading\n\n" + "\n".join(APA[:2])
    text = f"{BODY}\n\n{points(VANCOUVER)}\n\n{further}\n"
    assert [r.raw for r in own(text)] == list(VANCOUVER)
    assert [r.raw for r in extract_references(read(text)) if r.list == "further-reading"] == list(APA[:2])


def test_chapters_with_lists_of_their_own() -> None:
    text = f"{BODY}\nReferences\n\n{flush(APA)}\n\nChapter 2\n\n{BODY}\nReferences\n\n{flush(VANCOUVER)}\n"
    assert [reference.raw for reference in own(text)] == [*APA, *VANCOUVER]


@pytest.mark.parametrize(
    "parts",
    [("Books:", "Articles:"), ("Primary sources", "Secondary literature"), ("Bücher:", "Internetquellen")],
)
@pytest.mark.parametrize("layout", [hanging, flush, one_a_line], ids=lambda f: f.__name__)
def test_headings_of_the_parts_of_a_list_are_no_entries(
    parts: tuple[str, str], layout: Callable[[Sequence[str]], str]
) -> None:
    listed = f"{parts[0]}\n\n{layout(APA[:4])}\n\n{parts[1]}\n\n{layout(APA[4:])}"
    found = own(f"A title\n\n{BODY}\n\nReferences\n\n{listed}\n")
    assert [reference.raw for reference in found] == list(APA)


def test_words_in_quotes_before_a_list_without_a_heading_are_none_of_it() -> None:
    quote = (
        "„Ja, also ich finde, die Schule ist wichtig, weil ich da etwas lerne, und man muss das auch "
        "wenn man nicht will“ (Florian 2010, S. 4)."
    )
    text = f"{BODY}\n\n{quote}\n\n{hanging(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


def test_a_short_numbered_list_without_a_heading_is_no_list_of_notes() -> None:
    numbered = "\n".join(f"{number}) {raw}" for number, raw in enumerate(VANCOUVER, 1))
    found = own(f"A title\n\n{BODY}\n\nIt heals.4 It does not.5\n\n{numbered}\n")
    assert [r.raw for r in found] == list(VANCOUVER)
