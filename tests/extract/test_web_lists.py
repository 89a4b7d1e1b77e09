"""Lists of web pages and Markdown posts: lists, paragraphs, links, and what stands around them."""

from __future__ import annotations

import pytest

from refs.extract.lines import article_lines
from tests.extract.layouts import own, read, web_page, web_paragraphs
from tests.extract.works import APA, BODY, VANCOUVER

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


def test_a_whole_reference_stays_as_it_is_printed_though_it_is_a_link() -> None:
    items = "".join(f'<li><a href="https://example.org/{n}">{raw}</a></li>' for n, raw in enumerate(APA))
    found = own(HTML.format(body=BODY, list=f"<h2>References</h2><ul>{items}</ul>"), "page.html")
    assert [reference.raw for reference in found] == list(APA)


def test_an_address_that_many_entries_link_to_is_none_of_them() -> None:
    pages = [f"A page of the year {1990 + n} about kindness" for n in range(4)]
    links = "\n".join(f"- [{text}](https://a.org/docs?x)" for text in pages)
    assert [r.raw for r in own(f"# Love\n\n{BODY}\n\n## References\n\n{links}\n", "a.md")] == pages


def test_links_to_the_chapters_of_a_manual_are_no_references() -> None:
    links = "- [Methods](https://docs.example.org/m)\n- [Types](https://docs.example.org/t)\n"
    assert own(f"# A library\n\n{BODY}\n\n## Reference\n\n{links}", "a.md") == []


def test_links_inside_the_site_are_no_list() -> None:
    items = "".join(f'<li><a href="/{n}">A good read, part {n}</a></li>' for n in range(5))
    head = '<link rel="canonical" href="https://news.example.org/sea">'
    for inside in (items, items.replace('href="', 'href="https://news.example.org')):
        page = HTML.replace("<title>", f"{head}<title>", 1).format(
            body=BODY, list=f"<h2>Sources</h2>{inside}"
        )
        assert own(page, "page.html") == []


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


@pytest.mark.parametrize("rule", ["<hr>", "<hr/><hr/>"])
def test_what_stands_behind_a_rule_is_no_part_of_a_list(rule: str) -> None:
    tail = f"{rule}<p>If you enjoyed this, follow me. I write since 2014.</p><p>More from Sea, 2019</p>"
    for works in (APA, APA[:3]):
        entries = "".join(f"<p>{raw}</p>" for raw in works)
        found = own(HTML.format(body=BODY, list=f"<p><b>References</b></p>{entries}{tail}"), "page.html")
        assert [reference.raw for reference in found] == list(works)


def test_rules_between_entries_do_not_end_a_list() -> None:
    entries = "\n\n---\n\n".join(APA)
    assert [r.raw for r in own(f"# Love\n\n{BODY}\n\n## References\n\n{entries}\n", "a.md")] == list(APA)


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


HOW_TO_CITE = [
    "<h2>How to Cite</h2><div class='csl-bib-body'><div class='csl-entry'>{}</div></div>",
    "<p>For attribution, please cite this work as:</p><div class='csl-entry'>{}</div>",
]


@pytest.mark.parametrize("how", HOW_TO_CITE)
def test_how_a_page_is_to_be_cited_is_no_reference_of_it(how: str) -> None:
    cite = how.format("Obi, S. (2014). The second floor. J Minutes, 3(1), 14-22.")
    page = web_page(web_paragraphs(APA) + cite)
    assert [r.raw for r in own(page, "a.html")] == list(APA)


def test_a_list_ends_before_works_that_cite_it() -> None:
    cited = "<h2>Cited by (12)</h2><ul><li><h3>Rooms in 2019</h3><div>2019, Journal of Rooms</div></li></ul>"
    page = web_page(web_paragraphs(APA) + cited)
    assert [r.raw for r in own(page, "a.html")] == list(APA)
