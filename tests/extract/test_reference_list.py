"""Lists in many layouts: what is found, in which list, with which marks, and where."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

import pytest

from refs.extract import extract_references
from refs.extract.lines import article_lines
from refs.model import Article, Reference
from refs.read import read_article
from tests.extract.works import APA, BODY, VANCOUVER


def read(text: str, name: str = "article.txt") -> Article:
    return read_article(text.encode(), name=name)


def own(text: str, name: str = "article.txt") -> list[Reference]:
    return [r for r in extract_references(read(text, name)) if r.list == "article"]


def wrapped(raw: str, width: int, first: str = "", then: str = "") -> str:
    return "\n".join(
        textwrap.wrap(raw, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
    )


def points(works: Sequence[str]) -> str:
    return "\n".join(f"  {number}. {raw}" for number, raw in enumerate(works, 1))


def brackets(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 70, f"[{number}] ", "    ") for number, raw in enumerate(works, 1))


def own_lines(works: Sequence[str]) -> str:
    return "\n".join(f"{number}.\n{raw}" for number, raw in enumerate(works, 1))


def paragraphs(works: Sequence[str]) -> str:
    return "\n\n".join(works)


def hanging(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 66, "", "      ") for raw in works)


def first_indent(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 66, "    ", "") for raw in works)


def flush(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 72) for raw in works)


def spaced(works: Sequence[str]) -> str:
    return "\n\n".join(wrapped(raw, 66) for raw in works)


def bullets(works: Sequence[str]) -> str:
    return "\n".join(f"  • {raw}" for raw in works)


def one_a_line(works: Sequence[str]) -> str:
    return "\n".join(works)


LAYOUTS: tuple[Callable[[Sequence[str]], str], ...] = (
    points,
    brackets,
    own_lines,
    paragraphs,
    hanging,
    first_indent,
    flush,
    bullets,
    one_a_line,
)
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


@pytest.mark.parametrize(
    ("name", "contents", "heading"),
    [
        (
            "a.html",
            '<ul><li><a href="#i">Introduction</a></li><li><a href="#r">References</a></li></ul>',
            "<h2>",
        ),
        ("a.md", "- [Introduction](#i)\n- [References](#r)\n", "## "),
    ],
)
def test_a_list_under_the_contents_of_a_page_is_not_the_references(
    name: str, contents: str, heading: str
) -> None:
    item = "<li>" if name == "a.html" else "- "
    excerpted = "\n".join(f"{item}{work}" for work in APA[:3])
    entries = "\n\n".join(f"<p>{work}" if name == "a.html" else work for work in APA)
    page = f"{contents}\n\n{heading}Introduction\n\nExcerpts are from the papers\n\n{excerpted}\n\n"
    page += f"{heading}Data\n\n{BODY}\n\n{heading}References\n\n{entries}\n"
    page = page.replace("<h2>Data", "</ul><h2>Data").replace("papers\n\n<li>", "papers\n\n<ul><li>")
    assert [r.raw for r in own(page, name)] == list(APA)


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


@pytest.mark.parametrize(
    "heading",
    ["Indice analitico", "Indeks", "Ringraziamenti", "Apêndice B – Dados", "附录 A", "Приложение А"],
)
def test_lists_end_at_headings_of_many_languages(heading: str) -> None:
    tail = "alfa, 3, 12\nbeta, 7, 2003\n" * 4
    text = f"A title\n\n{BODY}\n\nReferences\n\n{paragraphs(APA)}\n\n{heading}\n\n{tail}"
    assert [r.raw for r in own(text)] == list(APA)


def test_a_list_ends_before_a_chapter_of_running_text() -> None:
    sentence = "Kindness among members of small teams was found, {}, when nobody had looked for it at all,"
    prose = "\n".join(sentence.format(word) for word in ("alike", "again", "often", "later", "early") * 40)
    text = f"A title\n\n{BODY}\n\nReferences\n\n{hanging(APA)}\n\n{prose}\n{hanging(APA[:2])}"
    assert [r.raw for r in own(text)] == list(APA)


def test_a_comments_list_stands_apart() -> None:
    references = extract_references(read(f"A title\n\n{BODY}\nReferences\n\n{points(APA)}\n{COMMENTS}"))
    assert [r.raw for r in references if r.list == "article"] == list(APA)
    others = [r for r in references if r.list != "article"]
    assert [(r.list, r.list_name, r.label) for r in others] == [
        ("comment", "M. Ortiz", label) for label in ("01", "02", "03")
    ]
    assert others[2].raw == 'Booth, Wayne, "The Craft of Research."'
    assert [r.list for r in references] == ["article"] * len(APA) + ["comment"] * 3


@pytest.mark.parametrize("section", ["// N responses", "Responses"])
def test_a_section_above_the_list_is_no_comments(section: str) -> None:
    text = f"A title\n\n{BODY}\n\n{section}\n\n3 March 2019\n\n{BODY}\n\nReferences\n\n{paragraphs(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


def test_numbers_inside_one_paragraph() -> None:
    entries = "\n".join(f"[{number}] {raw}" for number, raw in enumerate(APA[:3], 1))
    page = f"<p>{BODY}</p><p class='rubric'>References</p><p>{entries}</p>"
    found = own(page, "a.html")
    assert [(r.label, r.raw) for r in found] == [(str(n), raw) for n, raw in enumerate(APA[:3], 1)]


@pytest.mark.parametrize("keys", [("1", "2", "3"), ("Neff2003", "Rogers57", "Frank1961")])
def test_marks_of_restructured_text(keys: tuple[str, ...]) -> None:
    marked = (wrapped(raw, 70, f".. [{key}] ", "   ") for key, raw in zip(keys, APA, strict=False))
    found = own(f"A title\n=======\n\n{BODY}\n\nReferences\n----------\n\n" + "\n".join(marked) + "\n")
    assert [(r.label, r.raw) for r in found] == list(zip(keys, APA, strict=False))


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_keys_in_letters_mark_the_entries(name: str) -> None:
    keys = ("AMW82", "HIÖ89", "HJLP", "Neff and Germer 2013a", "PDH+97", "vdW76")
    works = (
        "Arrell, D. A procedure, in Groups, 71, Cambridge (1982), 155–159.",
        "Hiß, G. Some remarks (1989), 86 pages (Übersetzung der zweiten Auflage, besorgt von\nV. Ziegler).",
        "van Dyck, H. A manual [Online].",
        "Neff, K. and Germer, C. A pilot study. J. Clin. Psychol., 69 (1) (2013), 28–44.",
        "Pulli, K. Robust meshes. In Proceedings of 3DIM, pages 205–211, 1997.",
        "van der Waall, R. W. On symplectic modules. Indag. Math., 38 (4) (1976), 362–375.",
    )
    mark, part = ("<p>", "\n") if name == "a.html" else ("", "\n")
    entries = part.join(f"{mark}[{key}] {work}" for key, work in zip(keys, works, strict=True))
    head = "<h2>References</h2>" if mark else "References\n"
    found = own(f"{mark}A title\n\n{mark}{BODY}\n\n{head}\n{entries}\n", name)
    assert [r.label for r in found] == list(keys)
    assert [r.raw for r in found] == [" ".join(work.split()) for work in works]


def test_further_reading_stands_apart() -> None:
    text = f"{BODY}\nReferences\n\n{flush(APA)}\n\nFurther reading\n\n{flush(VANCOUVER)}\n"
    references = extract_references(read(text))
    assert [r.raw for r in references if r.list == "article"] == list(APA)
    assert {r.list for r in references[len(APA) :]} == {"further-reading"}


def test_running_heads_and_page_numbers_are_no_part_of_an_entry() -> None:
    lines = hanging(APA).split("\n")
    pages = ["Love and therapy\n\n" + BODY for _ in range(3)]
    heads = [f"{page}\n\n{number}\n\f" for number, page in enumerate(pages, 1)]
    text = "".join(heads) + "Love and therapy\n\nReferences\n\n" + "\n".join(lines[:4])
    text += "\n\n4\n\fLove and therapy\n\n" + "\n".join(lines[4:]) + "\n\n5\n"
    assert [reference.raw for reference in own(text)] == list(APA)


def test_chapters_with_lists_of_their_own() -> None:
    text = f"{BODY}\nReferences\n\n{flush(APA)}\n\nChapter 2\n\n{BODY}\nReferences\n\n{flush(VANCOUVER)}\n"
    assert [reference.raw for reference in own(text)] == [*APA, *VANCOUVER]


def test_several_works_under_one_mark() -> None:
    text = (
        f"{BODY}\nReferences\n\n"
        "[1] M. Wirbel, Z. Phys. C 29, 637 (1985); W. Jaus, Phys. Rev.\nD 41, 3394 (1990); "
        "53, 1349 (1996); D. Melikhov, Phys. Rev. D 62, 14006 (2000).\n"
        "[2] H. M. Choi, Phys. Lett. B 460, 461 (1999).\n[3] N. Isgur, Phys. Rev. D 39, 799 (1989).\n"
    )
    assert [(reference.label, reference.raw.split(",")[0]) for reference in own(text)] == [
        ("1", "M. Wirbel"),
        ("1", "W. Jaus"),
        ("1", "D. Melikhov"),
        ("2", "H. M. Choi"),
        ("3", "N. Isgur"),
    ]


def test_labels_of_links_are_no_part_of_an_entry() -> None:
    entries = "".join(
        f"{n}. {raw}\nView Article PubMed/NCBI Google Scholar\n" for n, raw in enumerate(VANCOUVER, 1)
    )
    assert [r.raw for r in own(f"{BODY}\nReferences\n\n{entries}")] == list(VANCOUVER)


def test_words_divided_at_a_lines_end_are_whole_again() -> None:
    text = (
        f"{BODY}\nReferences\n\nNeff, K. (2003). Self-compas-\nsion. Self and Iden-\ntity, 2(2), 85-\n101.\n"
    )
    assert [r.raw for r in own(text)] == [
        "Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101."
    ]


HTML = """<!DOCTYPE html><html><head><title>Love</title><style>li {{}}</style></head><body>
<nav><ul><li>About 2019</li><li>Submit</li></ul></nav><main><h1>Love</h1><p>{body}</p>
<p>It heals <a href="#r2">2</a>.</p>{list}</main>
<section id="comments"><h3>Comments</h3><ol><li>Great. Smith (2004) says more.</li></ol></section>
<footer>© 2019 Publisher, 12(3)</footer></body></html>"""
HTML_LISTS = {
    "ordered list": "<h2>References</h2><ol>{}</ol>",
    "unordered list": "<h2>References</h2><ul>{}</ul>",
    "list without a heading": "<ol>{}</ol>",
}


@pytest.mark.parametrize("form", HTML_LISTS.values(), ids=HTML_LISTS.keys())
def test_lists_of_a_page(form: str) -> None:
    items = "".join(f'<li id="r{n}"><i>{raw}</i></li>' for n, raw in enumerate(VANCOUVER, 1))
    found = own(HTML.format(body=BODY, list=form.format(items)), "page.html")
    assert [reference.raw for reference in found] == list(VANCOUVER)


def test_a_pages_list_in_one_paragraph() -> None:
    lines = "<p><b>Literature cited</b></p><p>" + "<br>\n".join(VANCOUVER) + "</p>"
    found = own(HTML.format(body=BODY, list=lines), "page.html")
    assert [reference.raw for reference in found] == list(VANCOUVER)


@pytest.mark.parametrize("count", [2, len(APA)])
def test_a_pages_list_in_the_paragraph_of_its_heading(count: int) -> None:
    lines = "<p><b>References:</b><br>" + "<br>\n".join(APA[:count]) + "</p>"
    share = "<div>Share this</div><div>Print</div><div>See also our posts of 2019</div>"
    found = own(HTML.format(body=BODY, list=lines + share), "page.html")
    assert [reference.raw for reference in found] == list(APA[:count])


MARKDOWN_LISTS: dict[str, str] = {
    "numbers": "\n".join(f"{n}. {raw}" for n, raw in enumerate(VANCOUVER, 1)),
    "bullets": "\n".join(f"- {raw}" for raw in VANCOUVER),
    "paragraphs": "\n\n".join(VANCOUVER),
    "links": "\n\n".join(f"[{raw}](https://example.org/{n})" for n, raw in enumerate(VANCOUVER)),
    "html": "<ul>\n" + "\n".join(f"  <li>{raw}</li>" for raw in VANCOUVER) + "\n</ul>",
}


@pytest.mark.parametrize("entries", MARKDOWN_LISTS.values(), ids=MARKDOWN_LISTS.keys())
@pytest.mark.parametrize("heading", ["## References", "**References**"])
def test_lists_in_markdown(entries: str, heading: str) -> None:
    found = own(f"# Love\n\n{BODY}\n{heading}\n\n{entries}\n", "post.md")
    assert [reference.raw for reference in found] == list(VANCOUVER)


LINKS = {
    "Float to Live": "https://rnli.org/safety/float",
    "Drowning: key facts?": "https://www.who.int/drowning",
    "Deaths by month, 2019": "https://www.ons.gov.uk/deaths",
}
LINKED = [
    "Float to Live. https://rnli.org/safety/float",
    "Drowning: key facts? https://www.who.int/drowning",
    "Deaths by month, 2019. https://www.ons.gov.uk/deaths",
]
LISTS_OF_LINKS = {
    "page": "<h3>Sources</h3><ul>"
    + "".join(f'<li><a href="{to}">{text}</a></li>' for text, to in LINKS.items())
    + '</ul><ul><li><a href="https://chat.example.com/share">Tell your friends</a></li></ul>',
    "paragraphs": "<h3>Sources</h3>"
    + "".join(f'<p><a href="{to}">{text}</a></p>' for text, to in LINKS.items())
    + "<p>Tell your friends.</p>",
    "markdown": "## Sources\n\n" + "\n".join(f"- [{text}]({to})" for text, to in LINKS.items()),
    "markdown, numbered": "## Sources\n\n"
    + "\n".join(f"{n}. [{text}]({to})" for n, (text, to) in enumerate(LINKS.items(), 1)),
}


@pytest.mark.parametrize("form", LISTS_OF_LINKS)
def test_lists_of_links_are_references_with_their_addresses(form: str) -> None:
    source = LISTS_OF_LINKS[form]
    if form.startswith("markdown"):
        found = own(f"# Sea\n\n{BODY}\n\n{source}\n\n## Share\n\n- [Chat](https://a.org/share)\n", "a.md")
    else:
        found = own(HTML.format(body=BODY, list=source), "page.html")
    assert [reference.raw for reference in found] == LINKED
    assert "with the address of its link" in found[0].reason


@pytest.mark.parametrize("rule", ["<hr>", "<hr/><hr/>"])
def test_what_stands_behind_a_rule_is_no_part_of_a_list(rule: str) -> None:
    tail = f"{rule}<p>If you enjoyed this, follow me. I write since 2014.</p><p>More from Sea, 2019</p>"
    for works in (APA, APA[:3]):
        entries = "".join(f"<p>{raw}</p>" for raw in works)
        found = own(HTML.format(body=BODY, list=f"<p><b>References</b></p>{entries}{tail}"), "page.html")
        assert [reference.raw for reference in found] == list(works)


def test_an_address_that_many_entries_link_to_is_none_of_them() -> None:
    pages = [f"A page of the year {1990 + n} about kindness" for n in range(4)]
    links = "\n".join(f"- [{text}](https://a.org/docs?x)" for text in pages)
    assert [r.raw for r in own(f"# Love\n\n{BODY}\n\n## References\n\n{links}\n", "a.md")] == pages


def test_rules_between_entries_do_not_end_a_list() -> None:
    entries = "\n\n---\n\n".join(APA)
    assert [r.raw for r in own(f"# Love\n\n{BODY}\n\n## References\n\n{entries}\n", "a.md")] == list(APA)


def test_links_to_the_chapters_of_a_manual_are_no_references() -> None:
    links = "- [Methods](https://docs.example.org/m)\n- [Types](https://docs.example.org/t)\n"
    assert own(f"# A library\n\n{BODY}\n\n## Reference\n\n{links}", "a.md") == []


def test_rows_of_a_table_are_no_references() -> None:
    rows = "\n".join(f"{raw[:20]} 19{n}7      12      3{n}      4{n}" for n, raw in enumerate(APA))
    assert own(f"Rain\n\n{BODY}\n\n{rows}\n") == []


def test_links_inside_the_site_are_no_list() -> None:
    items = "".join(f'<li><a href="/{n}">A good read, part {n}</a></li>' for n in range(5))
    head = '<link rel="canonical" href="https://news.example.org/sea">'
    for inside in (items, items.replace('href="', 'href="https://news.example.org')):
        page = HTML.replace("<title>", f"{head}<title>", 1).format(
            body=BODY, list=f"<h2>Sources</h2>{inside}"
        )
        assert own(page, "page.html") == []


def test_a_whole_reference_stays_as_it_is_printed_though_it_is_a_link() -> None:
    items = "".join(f'<li><a href="https://example.org/{n}">{raw}</a></li>' for n, raw in enumerate(APA))
    found = own(HTML.format(body=BODY, list=f"<h2>References</h2><ul>{items}</ul>"), "page.html")
    assert [reference.raw for reference in found] == list(APA)


def test_lines_that_are_only_markup_are_none() -> None:
    article = read("# Love\n\nOne\n<w:p>\ntwo <b>three</b>\n", "a.md")
    assert [line.text for line in article_lines(article)] == ["Love", "One", "two three"]


WIKI = """<!DOCTYPE html><html><body><h2>Literatur<span>[Bearbeiten | Quelltext bearbeiten]</span></h2>
<ul><li>Kristin Neff: <i>Selbstmitgefühl.</i> Kailash, München 2012.</li></ul>
<h2>Weblinks</h2><ul><li>Center for Mindful Self-Compassion</li></ul>
<h2>Einzelnachweise<span>[Bearbeiten]</span></h2><ol>
<li id="n1"><a href="#r1">↑</a> Kristin Neff: Self-compassion. In: Self and Identity. 2003, S. 85–101.</li>
<li id="note-2">↑ <sup>a</sup> <sup>b</sup> Carl Rogers: On Becoming a Person. Mifflin, Boston 1961.</li>
</ol><p>Kategorie: Psychologie</p></body></html>"""


def test_a_wikis_notes_without_the_way_back() -> None:
    assert [reference.raw for reference in own(WIKI, "wiki.html")] == [
        "Kristin Neff: Selbstmitgefühl. Kailash, München 2012.",
        "Kristin Neff: Self-compassion. In: Self and Identity. 2003, S. 85–101.",
        "Carl Rogers: On Becoming a Person. Mifflin, Boston 1961.",
    ]


NAMES = (("A", 1991), ("B", 1992), ("C", 1993), ("D", 1994))
TAILS = {
    "how to cite": "How to cite this article: Lindqvist M. What they say. J Minutes 2014;3:14-22.",
    "cite as": "Cite this article as: Lindqvist M (2014) What they say. J Minutes 3:14-22.",
    "suggested": "Suggested citation: Lindqvist, M. (2014). What they say. J Minutes, 3, 14-22.",
    "zitieren": "Zitiervorschlag: Lindqvist, M. (2014). Was Gremien sagen. Protokolle, 3(2), 14-22.",
    "a table": "Table 1\nMeans and deviations (N = 1998)\n\nGroup   n   %\nMembers   45   56.2",
    "a figure": "Figure 2. Meetings by year, 1998-2010.",
    "an author": "Maria Lindqvist is a lecturer in Turku. She has published since 2001.",
    "an author's birth": "Maria Lindqvist, geb. 1964, Dr. phil., Turku. Zuletzt: Gremien, Turku 2003.",
    "an author of science": "Maria Lindqvist ist wissenschaftliche Mitarbeiterin in Turku, seit 1998.",
    "an imprint": "Herausgeber: Institut Turku, Tel. 12/345. ISSN 1234-5678. Alle Rechte vorbehalten. © 2004",
    "an address": "Maria Lindqvist, Dept. of Minutes, Turku 20014, m.lindqvist@example.org, since 2003",
    "a series": "Papers published in this series\n\nNo. 1  Obi, S.: Minutes, May 1998.\nNo. 2  Rooms, 1999.",
    "eine Reihe": "Bisher erschienene Arbeitspapiere\n\nNr. 1  Obi, S.: Protokolle, Mai 1998.",
    "an appendix": "Anhang: Fragebogen\n\n1. Wie alt sind Sie?\n2. Seit wann wohnen Sie hier (1998)?",
    "a title behind": "Maria Lindqvist, Ph.D., received her degree in 1998, and a prize.",
    "licence": "This is an open-access article under CC BY 4.0 (2014), which permits use in any medium.",
    "correspondence": "Correspondence concerning this article to M. Lindqvist, Turku, FI-20014, 2014.",
}


@pytest.mark.parametrize("layout", [paragraphs, hanging, one_a_line, bullets], ids=lambda f: f.__name__)
@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
def test_what_follows_a_list_is_no_part_of_it(tail: str, layout: Callable[[Sequence[str]], str]) -> None:
    found = own(f"{BODY}\n\nReferences\n\n{layout(APA)}\n\n{tail}\n")
    assert [reference.raw for reference in found] == list(APA)


@pytest.mark.parametrize(
    "unusual",
    [
        "vanEngelsdorp D, Meixner MD. A review of honey bees. J Invertebr Pathol. 2010;103:S80-95.",
        "eLife supports open manuscripts. eLife Press Pack. 2017. https://elifesciences.org/for-the-press",
        "not specified, A. A low latency router. In Embedded Computing Technology. 2012;89-97.",
    ],
    ids=lambda raw: raw.split()[0],
)
@pytest.mark.parametrize(
    "layout", [paragraphs, brackets, own_lines, hanging, first_indent, spaced], ids=lambda f: f.__name__
)
def test_an_entry_that_begins_in_lower_case(unusual: str, layout: Callable[[Sequence[str]], str]) -> None:
    works = (*VANCOUVER[:3], unusual, *VANCOUVER[3:])
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{layout(works)}\n")] == list(works)


def test_a_mark_before_a_word_in_lower_case_counts() -> None:
    works = (*VANCOUVER[:3], "eLife supports open manuscripts. eLife. 2017;3:1-2.", *VANCOUVER[3:])
    entries = "\n".join(f"{number} {raw}" for number, raw in enumerate(works, 1))
    assert [r.label for r in own(f"{BODY}\n\nReferences\n\n{entries}\n")] == ["1", "2", "3", "4", "5", "6"]


def test_titles_first_one_a_line() -> None:
    works = [
        "Open science by design: realizing a vision for research. National Academies Press (2018-08-09)",
        "Plan S: accelerating the transition to open access to publications of many kinds, for readers who "
        "have no library near and none in sight cOAlition S (2018-09-04) https://www.wikidata.org/wiki/Q564",
        "Data visualization tools drive interactivity Jeffrey M. Perkel Nature (2018-02-01) "
        "https://doi.org/gfw6g3 DOI: 10.1038/d41586-018-01322-9",
        "Reviewing post-publication peer review. Paul Knoepfler. Trends in genetics: TIG (2015-04-04) "
        "https://doi.org/10.1016/j.tig.2015.03.006",
        "Bitcoin for the biological literature Douglas Heaven Nature (2019-02) https://doi.org/gft5gp",
    ]
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n" + "\n".join(works))] == works


def test_names_that_go_on_after_a_semicolon_and_a_title_after_its_year() -> None:
    works = [
        "Netea MG; Joosten LAB; Latz E; Mills KHG; Natoli G; Stunnenberg HG; Xavier RJ; Medina BD; Zeng S; "
        "Kim TS. Trained immunity: a program of innate immune memory. Science 2016, 352, 1098.",
        "Smith, E. M., Gonzalez-Rico, D., Dinan, E., & Boureau, Y-L. (2020).\nControlling style. "
        "Journal of Minutes, 3(2), 14-22.",
        "Wilson, S.; Bancroft, A. & Masters, H. (2007).\nYoung people and the life grid. Research, 7, 1-9.",
    ]
    text = "\n".join(wrapped(works[0], 72).splitlines() + works[1:])
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")] == [w.replace("\n", " ") for w in works]


def test_entries_with_bullets_are_whole_though_a_line_looks_like_a_beginning() -> None:
    works = [raw.replace(" doi", "") + " Epub 2013 Jan 8. 23291641; PMC3601914." for raw in VANCOUVER]
    lines = "\n".join("- " + raw.replace(" Epub", "\nEpub") for raw in works)
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n{lines}\n")] == works


def test_the_articles_list_without_a_heading_before_further_reading() -> None:
    further = "Further reading\n\n" + "\n".join(APA[:2])
    text = f"{BODY}\n\n{points(VANCOUVER)}\n\n{further}\n"
    assert [r.raw for r in own(text)] == list(VANCOUVER)
    assert [r.raw for r in extract_references(read(text)) if r.list == "further-reading"] == list(APA[:2])


def test_years_at_the_beginning_of_lines_are_no_marks() -> None:
    works = [
        "Akhter M, Inoue M, Kurahashi N, Iwasaki M, Sasazuki S\n(2007). Reproductive factors. Cancer "
        "Sci 98: 1-9.",
        "Campbell PT, Newcomb P, Gallinger S, McLaughlin JR\n(2008). Exogenous hormones. Cancer "
        "Causes Control 18: 23-32.",
        "Dorjgochoo T, Shu XO, Li HL, Qian HZ, Yang G, Cai H, Zheng W\n(2009). Use of contraceptives. Int J "
        "Cancer 124: 42-9.",
    ]
    found = own(f"{BODY}\n\nReferences\n\n" + "\n".join(works))
    assert [r.raw for r in found] == [raw.replace("\n", " ") for raw in works]


@pytest.mark.parametrize("heading", ["References\n\n", ""], ids=["heading", "no heading"])
def test_short_references_of_astronomy(heading: str) -> None:
    works = [
        "Akeret, J., Seehars, S., & Csillaghy, A. 2012, 1212.1721",
        "Lang, D., & Hogg, D. W. 2012, AJ, 144, 46",
        "Morton, T. D. 2012, ApJ, 761, 6",
        "Olofsson, J., Henning, T., et al. 2012, A&A, 542, A90",
        "Sanders, J. S., & Fabian, A. C. 2013, MNRAS, 453",
        "Zitrin A. et al., 2012, ApJ, 749, 97",
    ]
    assert [r.raw for r in own(f"{BODY}\n\n{heading}" + "\n".join(works) + "\n")] == works


def test_a_list_goes_on_after_a_page_with_a_running_head() -> None:
    entries = [f"- {raw}" for raw in APA]
    page = "\n\fJournal of Minutes 3 (2014) 14-22    21\n"
    text = "\n\n".join(entries[:4]) + page + "\n\n".join(entries[4:])
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")][-2:] == list(APA[4:])


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Journal of Small Data, 11(2), 2015\n\n12", "Lost cards   13"),
        ("12", "Lost cards\n\n13"),
        ("Journal of Small Data, 11(2), 2015", "13   Lost cards"),
    ],
    ids=["numbers count up", "number inside", "foot shared"],
)
def test_heads_and_feet_of_two_pages_are_no_part_of_an_entry(foot: str, head: str) -> None:
    entries = hanging(APA).split("\n")
    cut = next(place for place, line in enumerate(entries) if place > 8 and line.startswith(" "))
    first = f"Obi and Strand   12\n\n{BODY}\n\nReferences\n\n" + "\n".join(entries[:cut])
    second = "\n".join(entries[cut:])
    found = own(f"{first}\n\n{foot}\n\f{head}\n\n{second}\n\n{foot}\n")
    assert [reference.raw for reference in found] == list(APA)


def test_a_foot_and_the_next_head_are_furniture_though_no_blank_line_parts_them() -> None:
    entries = hanging(APA).split("\n")
    pages = [BODY, *("\n".join(entries[place : place + 5]) for place in range(0, len(entries), 5))]
    pages[1] = f"References\n\n{pages[1]}"
    text = "".join(
        f"FQS 9(2), Art. 62, A. Writer: Love\n\n{page}\n© 2008 FQS, Berlin\n\n\f" for page in pages
    )
    assert [reference.raw for reference in own(text)] == list(APA)


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


def test_notes_that_count_up_at_the_foot_of_pages_are_no_feet() -> None:
    words = "It heals, as was shown in those years by people who ought to know it"
    pages = [f"{words}.{n} {words}.\n\n{n} {raw}" for n, raw in enumerate(APA, 1)]
    assert len(own("\n\f".join(pages) + "\n")) == len(APA)


def test_a_heading_with_a_number_over_entries_with_none() -> None:
    text = "7. References\n" + "\n".join(VANCOUVER)
    assert [r.raw for r in own(f"References to God are rare.\n\n{BODY}\n\n{text}\n")] == list(VANCOUVER)


FORMS = {"hanging": hanging, "first line further in": first_indent, "blank lines": spaced}


@pytest.mark.parametrize("layout", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize(
    "unusual",
    [
        "Konami: Silent Hill, 1999.",
        "In Memory of Carl Rogers, a film about the years in which he taught and learnt. Ohio, 1987.",
        "Psychotherapy and what it costs, Drucksache 14/8900, printed for all who had asked for it, 2002.",
    ],
    ids=["a game", "a film", "a paper"],
)
def test_the_form_of_a_list_tells_its_entries_where_words_do_not(
    unusual: str, layout: Callable[[Sequence[str]], str]
) -> None:
    works = [*APA, *VANCOUVER]
    works.insert(4, unusual)
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{layout(works)}\n")] == works


@pytest.mark.parametrize("layout", [hanging, first_indent], ids=lambda f: f.__name__)
def test_a_name_within_an_entry_begins_none_where_the_form_says_so(
    layout: Callable[[Sequence[str]], str],
) -> None:
    inside = (
        "Tönjes, I. (1999): Italien und der Umbau des Staates im Süden. In: Knapp, L. u. "
        "Wieland, K. (Hrsg.): Italien. Politik, Wirtschaft, Kultur. Osnabrück, Steiner, S. 33-47."
    )
    works = [*APA[:3], inside, *APA[3:]]
    assert [r.raw for r in own(f"{BODY}\n\nLiteratur\n\n{layout(works)}\n")] == works


def test_paragraphs_with_addresses_are_no_entries_though_they_stand_apart() -> None:
    works = [f"{wrapped(raw, 66)}\n\nhttps://example.org/{place}" for place, raw in enumerate(APA)]
    found = own(f"{BODY}\n\nReferences\n\n" + "\n\n".join(works) + "\n")
    assert len(found) == len(APA)


def test_a_part_of_a_work_ends_no_list() -> None:
    long = (
        "Brömme, U. (2004): Frei von Sünden. Ohne Stiftungen würde das Netz reißen, wie die Serie zeigt\n"
        "Teil II. In: Frankfurter Rundschau vom 25. August 2004, S. 32"
    )
    text = f"{BODY}\n\nLiteratur\n{flush(APA[:1])}\n{long}\n{flush(APA[1:])}\n"
    assert len(own(text)) == len(APA) + 1


def test_abstract_over_running_text_ends_a_list() -> None:
    text = f"{BODY}\n\nLiteratur\n\n{hanging(APA)}\n\nAbstract\n\n{wrapped(' '.join(BODY.split()), 70)}\n"
    assert [r.raw for r in own(text)] == list(APA)


@pytest.mark.parametrize(
    "raw",
    [
        "Frey/Stutzer (2002): Happiness and economics. Princeton University Press.",
        "Rat für Arbeit und Soziales (Hrsg.) (2001): Lebenslagen in Deutschland. Der erste Bericht, Bonn.",
        "WR (Wissenschaftsrat) (2004): Empfehlungen zur Entwicklung der Forschung, Drs. 5910/04.",
        "Wiese, Leopold von (1968/1924): System der Allgemeinen Soziologie, Berlin.",
    ],
)
def test_groups_and_double_years_end_no_list_early(raw: str) -> None:
    text = f"{BODY}\n\nReferences\n\n{flush(APA)}\n\f{wrapped(raw, 72)}\n"
    assert [r.raw for r in own(text)] == [*APA, raw]


@pytest.mark.parametrize("note", ["\n\n3 See Section 3 for details.", "\n3\n\nSee Section 3 for details."])
def test_notes_at_the_foot_of_a_lists_page_are_no_part_of_an_entry(note: str) -> None:
    text = f"{BODY}\n\nReferences\n\n{flush(APA[:3])}{note}\n\n14\n\f{flush(APA[3:])}\n\n15\n\f"
    assert [r.raw for r in own(text)] == list(APA)


def test_a_section_on_references_is_no_list_beside_the_list() -> None:
    section = (
        "2.14 References\n\nStyles for references are told in Neff (2003), pp. 3-14, and in Rogers (1957).\n"
    )
    text = f"{BODY}\n\n{section}\n{BODY}\n\nReferences\n\n{hanging(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


def test_keys_without_a_year_among_keys_with_one() -> None:
    keys = ["[23]", "HQSH94", "con", "Mc01", "Sch", "Rog57", "Sha48"]
    marks = [key if key[0] == "[" else f"[{key}]" for key in keys]
    works = ["Index of minutes. Turku: Obi, 1923.", *APA]
    text = "\n".join(wrapped(raw, 66, f"{mark:9}", " " * 9) for mark, raw in zip(marks, works, strict=True))
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")] == works


HOW_TO_CITE = [
    "<h2>How to Cite</h2><div class='csl-bib-body'><div class='csl-entry'>{}</div></div>",
    "<p>For attribution, please cite this work as:</p><div class='csl-entry'>{}</div>",
]


@pytest.mark.parametrize("how", HOW_TO_CITE)
def test_how_a_page_is_to_be_cited_is_no_reference_of_it(how: str) -> None:
    listed = "".join(f"<p>{raw}</p>" for raw in APA).replace("&", "&amp;")
    cite = how.format("Obi, S. (2014). The second floor. J Minutes, 3(1), 14-22.")
    page = f"<html><body><h1>Rooms</h1><p>{BODY}</p><h2>References</h2>{listed}{cite}</body></html>"
    assert [r.raw for r in own(page, "a.html")] == list(APA)


def test_keys_in_a_list_of_definitions() -> None:
    terms = "".join(
        f"<dt>[{raw[:4]}{raw.split('(')[1][2:4]}]</dt><dd>{raw}</dd>".replace("&", "&amp;") for raw in APA
    )
    page = f"<html><body><h1>Rooms</h1><p>{BODY}</p><h2>References</h2><dl>{terms}</dl><p>Share</p></body>"
    assert [r.raw for r in own(page, "a.html")] == list(APA)


def test_a_stray_bullet_marks_no_list() -> None:
    stray = [
        "- Lindqvist, M. (2001). Committees. Turku: Example.",
        "• Petit, A. (1999). Rooms. Lyon: Exemple.",
    ]
    works = "".join(f"<p>{raw}</p>" for raw in [*APA, *stray, *APA[:2]]).replace("&", "&amp;")
    page = f"<html><body><h1>Rooms</h1><p>{BODY}</p><h2>References</h2>{works}</body></html>"
    assert len(own(page, "a.html")) == len(APA) + 4


def test_a_list_ends_before_works_that_cite_it() -> None:
    listed = "".join(f"<p>{raw}</p>" for raw in APA).replace("&", "&amp;")
    cited = "<h2>Cited by (12)</h2><ul><li><h3>Rooms in 2019</h3><div>2019, Journal of Rooms</div></li></ul>"
    page = f"<html><body><h1>Rooms</h1><p>{BODY}</p><h2>References</h2>{listed}{cited}</body></html>"
    assert [r.raw for r in own(page, "a.html")] == list(APA)


@pytest.mark.parametrize("layout", [hanging, paragraphs, bullets, spaced], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "yearless",
    [
        'ISO/IEC 23090-6: "Immersive media metrics".',
        "Entwurf eines Gesetzes zur Absicherung flexibler Arbeitszeitregelungen, BT-Drs. 16/10289.",
    ],
    ids=["a standard", "a bill"],
)
def test_a_work_without_a_year_amid_others(yearless: str, layout: Callable[[Sequence[str]], str]) -> None:
    works = [*APA[:3], yearless, *APA[3:]]
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{layout(works)}\n")] == works


def test_a_line_that_goes_on_after_a_dash_has_no_bullet() -> None:
    dashed = ["Obi, S. (2003). Rooms of the second floor,", "      – and of the third. Turku: Example Press."]
    text = "\n".join(
        [
            *dashed,
            hanging(APA[:2]),
            "Petit, A. (1999). Rooms,",
            "      – and doors. Lyon: Obi.",
            hanging(APA[2:]),
        ]
    )
    assert len(own(f"{BODY}\n\nLiteratur\n\n{text}\n")) == len(APA) + 2


def test_pages_at_the_beginning_of_lines_number_no_entries() -> None:
    lines = hanging(APA[:4]).split("\n")
    odd = [
        f"Bähr, J. ({1990 + n}): Tér és Társadalom. Studia, Cluj, Nr.\n  {n}. Pécs: Obi." for n in (4, 5, 6)
    ]
    text = "\n".join([*lines, *odd])
    assert len(own(f"{BODY}\n\nReferences\n\n{text}\n")) == 7


def test_words_in_quotes_before_a_list_without_a_heading_are_none_of_it() -> None:
    quote = (
        "„Ja, also ich finde, die Schule ist wichtig, weil ich da etwas lerne, und man muss das auch "
        "wenn man nicht will“ (Florian 2010, S. 4)."
    )
    text = f"{BODY}\n\n{quote}\n\n{hanging(APA)}\n"
    assert [r.raw for r in own(text)] == list(APA)


@pytest.mark.parametrize(
    "head",
    [
        "www.example.org/minutes\nThe second floor {}",
        "https://example.org/minutes {}/17\n11/26/26, 1:56 AM The second floor",
    ],
)
def test_heads_that_count_pages_stay_out_where_no_page_breaks_show(head: str) -> None:
    works = [*APA, *VANCOUVER, *APA, *VANCOUVER]
    printed = flush(works).split("\n")
    pages = [printed[place : place + 14] for place in range(0, len(printed), 14)]
    text = "\n".join("\n".join([*page, head.format(n)]) for n, page in enumerate(pages, 9))
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n{text}\n")] == works


@pytest.mark.parametrize(
    "note", ["2We thank a referee for this point.", "7Vgl. hierzu Weber, M. (1922): Wirtschaft. Tübingen."]
)
@pytest.mark.parametrize("layout", [flush, hanging, brackets], ids=lambda f: f.__name__)
def test_notes_whose_number_is_glued_to_them_are_none_of_a_list(
    note: str, layout: Callable[[Sequence[str]], str]
) -> None:
    whole = layout(APA)
    cut = whole.index("Neff, K. (2003)")
    cut = whole.rindex("\n", 0, cut)
    text = f"{whole[:cut]}\n{note}{whole[cut:]}"
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")] == list(APA)


def test_names_with_a_year_begin_an_entry_though_the_one_before_has_no_full_stop() -> None:
    works = [f"{raw.split('). ')[0]}): Rooms and minutes. Turku: Example Press & Company" for raw in APA]
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{flush(works)}\n")] == works


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_paragraphs_that_begin_with_names_are_entries_of_their_own(name: str) -> None:
    works = [
        "Degele, N. (2005). Anpassen oder unterminieren. Wiesbaden: VS Verlag für Sozial",
        "European Commission. (2005). Business case for diversity. Luxemburg: Office for Publications of the",
        "Hardmeier, Sibylle & Vinz, Dagmar. (2007). Diversity. Femina Politica, 16 (1), 23-33",
    ]
    if name.endswith("md"):
        text = "# Rooms\n\n" + BODY + "\n\n## References\n\n" + "\n\n".join(works) + "\n"
    else:
        listed = "".join(f"<p>{raw}</p>" for raw in works).replace("&", "&amp;")
        text = f"<html><body><h1>Rooms</h1><p>{BODY}</p><h2>References</h2>{listed}</body></html>"
    assert [r.raw for r in own(text, name)] == works


def test_headings_of_chapters_are_no_running_heads() -> None:
    cities = ("Turku", "Lyon", "Lagos", "Kent")
    works = [
        [f"{city}, {name}. ({year}). Rooms of {city}. {city}: Obi." for name, year in NAMES]
        for city in cities
    ]
    chapter = "Chapter {}\n\n\nResults\n\n" + f"{BODY}\n\f" * 3 + "References\n\n{}\n\n\n     {}\n\f"
    text = "".join(chapter.format(n, flush(listed), n * 9) for n, listed in enumerate(works, 1))
    assert [r.raw for r in own(text)] == [raw for listed in works for raw in listed]


def test_a_numbered_list_ends_where_the_next_page_begins_a_chapter() -> None:
    text = f"{BODY}\n\nReferences\n\n{brackets(APA)}\n\n     14\n\f2 Methods\n\n{BODY}"
    assert [r.raw for r in own(text)] == list(APA)


def test_what_a_page_says_of_sharing_it_is_no_reference() -> None:
    share = (
        "Share this:\n\n  • Twitter\n\n  • Facebook\n\nPosted in Rooms, 3 March 2014 | Tagged minutes, coffee"
    )
    assert [r.raw for r in own(f"{BODY}\n\nWorks cited\n\n{paragraphs(APA)}\n\n{share}\n")] == list(APA)


def test_a_short_numbered_list_without_a_heading_is_no_list_of_notes() -> None:
    numbered = "\n".join(f"{number}) {raw}" for number, raw in enumerate(VANCOUVER, 1))
    found = own(f"A title\n\n{BODY}\n\nIt heals.4 It does not.5\n\n{numbered}\n")
    assert [r.raw for r in found] == list(VANCOUVER)


def test_notes_at_the_foot_of_a_lists_first_page_number_nothing() -> None:
    first = "Brandt, O., & Zhang, W. (2004). Lifts for people who wait. Journal of Rooms,\n56(5), 27-36.\n"
    notes = "6. A similar remark is made by Zhang and O’Farrell (2001), though in passing.\n"
    notes += "7. A similar remark is made by Lacombe (2008b), though in passing.\n\n5\n\n\f"
    found = own(f"{BODY}\n\nReferences\n{first}{notes}{flush(APA)}\n")
    assert [r.raw for r in found[-len(APA) :]] == list(APA)
