"""Text, HTML and Markdown as blocks: what is where, and of which region."""

from __future__ import annotations

import pytest

from refs.errors import TooLarge
from refs.model import Article, BlockKind
from refs.read import read_article
from refs.read.html import MAX_DEPTH, read_html
from refs.read.markdown import plain_inline


def html(body: str) -> Article:
    return read_article(
        f"<!DOCTYPE html><html lang=de><title> A  page </title><body>{body}".encode(), name="a.html"
    )


def markdown(text: str) -> Article:
    return read_article(text.encode(), name="a.md")


def test_blocks_cut_the_text() -> None:
    for article in (
        read_article(b"One\r\ntwo\r\n\r\n  three\r\n\x0cfour", name="a.txt"),
        html("<h1>One</h1><p>two <i>and</i> three<br>four</p><ul><li>five</ul>"),
        markdown("# One\n\ntwo **and**\nthree\n\n- four\n- five\n\n> six\n"),
    ):
        assert article.blocks
        for block in article.blocks:
            assert article.text[block.start : block.end] == block.text


def test_a_text_keeps_its_own_characters_lines_and_pages() -> None:
    text = "One\r\ntwo\r\n\r\n  three\r\n\x0cfour"
    article = read_article(text.encode(), name="a.txt")
    assert article.text == text
    assert [(b.text, b.position.page, b.position.line) for b in article.blocks] == [
        ("One\r\ntwo", 1, 1),
        ("three", 1, 4),
        ("four", 2, 5),
    ]


def test_a_page_in_blocks() -> None:
    article = html(
        "<h2>Why <b>it</b> heals</h2><p>One\n  two<br>three</p><ol start=4><li>four<li><p>five</p></ol>"
    )
    assert (article.title, article.language) == ("A page", "de")
    assert [(b.kind, b.level, b.label, b.text) for b in article.blocks] == [
        (BlockKind.HEADING, 2, "", "Why it heals"),
        (BlockKind.PARAGRAPH, 0, "", "One two\nthree"),
        (BlockKind.LIST_ITEM, 1, "4", "four"),
        (BlockKind.LIST_ITEM, 1, "5", "five"),
    ]


@pytest.mark.parametrize(
    ("markup", "region"),
    [
        ("<nav>{}</nav>", "navigation"),
        ("<footer>{}</footer>", "footer"),
        ("<aside>{}</aside>", "sidebar"),
        ("<article><aside>{}</aside></article>", "aside"),
        ('<article><aside class="related-posts">{}</aside></article>', "sidebar"),
        ('<aside epub:type="footnote">{}</aside>', ""),
        ('<footer><div class="footnotes">{}</div></footer>', ""),
        ('<div role="navigation">{}</div>', "navigation"),
        ('<section id="comments">{}</section>', "comment"),
        ('<ol class="commentlist">{}</ol>', "comment"),
        ('<div class="cookie-banner">{}</div>', "navigation"),
        ("<main>{}</main>", ""),
        ('<div class="commentary-on-love">{}</div>', ""),
    ],
)
def test_regions_of_a_page(markup: str, region: str) -> None:
    article = html("<p>own</p>" + markup.format("<p>Neff, K. (2003).</p>"))
    assert [block.region for block in article.blocks] == ["", region]


@pytest.mark.parametrize(
    ("markup", "note"),
    [
        ('<section class="footnotes"><ol><li>{}</li></ol></section>', True),
        ('<div role="doc-endnotes">{}</div>', True),
        ('<div class="note">{}</div>', False),
    ],
)
def test_notes_of_a_page(markup: str, note: bool) -> None:
    article = html(markup.format("See Neff (2003)."))
    assert [block.attributes.get("note", False) for block in article.blocks] == [note]


def test_raised_numbers_of_markdown_with_any_dash() -> None:
    article = markdown("Neff found it.^1\u20113^ Others did.^5,6^ Ten is 10^1^.")
    (block,) = article.blocks
    shown = [article.text[a:b] for a, b in block.attributes["superscripts"]]
    assert shown == ["1\u20113", "5,6", "1"]


@pytest.mark.parametrize(
    ("markup", "raised"),
    [
        ("<sup>1</sup><sup>,</sup><sup>2</sup>", ["1,2"]),
        ("<sup>1</sup><sup>\u20133</sup>", ["1\u20133"]),
        ("<sup>[1]</sup><sup>[2]</sup>", ["[1]", "[2]"]),
        ("<sup>1</sup> <sup>,2</sup>", ["1", ",2"]),
    ],
)
def test_what_is_raised_in_pieces(markup: str, raised: list[str]) -> None:
    (block,) = html(f"<p>Neff found it.{markup}</p>").blocks
    assert [block.text[a:b] for a, b in block.attributes["superscripts"]] == raised


def test_scripts_and_styles_are_no_text() -> None:
    article = html("<script>var a = '<p>no</p>'</script><style>p {}</style><p>yes</p><!-- no -->")
    assert article.text == "yes"


def test_links_raised_numbers_and_ids_are_kept() -> None:
    article = html('<p id="p1">It heals<sup><a href="#r1">1</a></sup>.</p><p id="r1">Neff, K.</p>')
    first, second = (block.attributes for block in article.blocks)
    assert [article.text[a:b] for a, b in first["superscripts"]] == ["1"]
    assert [(article.text[a:b], to) for a, b, to in first["citations"]] == [("1", ("r1",))]
    assert second["ids"] == ("r1",)


def test_a_citation_alone_in_a_table_cell_is_text() -> None:
    rows = "<tr><td>1.</td><td>Kindness</td><td>[20]</td></tr><tr><td>2.</td><td>Trust</td></tr>"
    blocks = html(f"<table>{rows}</table>").blocks
    assert [(b.label, b.text) for b in blocks] == [("1.", "Kindness"), ("", "[20]"), ("2.", "Trust")]


def test_deep_nesting_ends_in_a_sentence() -> None:
    with pytest.raises(TooLarge, match="nested more than"):
        html("<div>" * (MAX_DEPTH * 3) + "deep")


def test_markdown_in_blocks() -> None:
    article = markdown(
        "---\ntitle: 'Love'\nlang: en\n---\n\n# One\n\ntwo\nthree\n\n1. four\n2. five\n\n[^n]: six\n\n"
        "```\nnot this\n```\n\nseven\n=====\n\n<ul><li>eight</li>\n<li>nine</li></ul>\n"
    )
    assert (article.title, article.language) == ("Love", "en")
    assert [(b.kind, b.label, b.text) for b in article.blocks] == [
        (BlockKind.HEADING, "", "One"),
        (BlockKind.PARAGRAPH, "", "two\nthree"),
        (BlockKind.LIST_ITEM, "1", "four"),
        (BlockKind.LIST_ITEM, "2", "five"),
        (BlockKind.FOOTNOTE, "n", "six"),
        (BlockKind.CODE, "", "```\nnot this\n```"),
        (BlockKind.HEADING, "", "seven"),
        (BlockKind.LIST_ITEM, "", "eight"),
        (BlockKind.LIST_ITEM, "", "nine"),
    ]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("The `x[1]` of ``a`b``.", ["`x[1]`", "``a`b``"]),
        ("Code:\n\n    x[1] = y[2]\n    z[3]\n\nProse.", ["x[1] = y[2]\n    z[3]"]),
        ("Code:\n\n\tx[1] = y[2]", ["x[1] = y[2]"]),
        ("    A typist begins each paragraph with four blanks [1].", []),
        ("1. One\n\n    x = y[1] goes on", []),
        ("A lone ` is none, and ``two`` are.", ["``two``"]),
    ],
    ids=["spans", "indented", "tab", "typist", "list item", "lone"],
)
def test_code_in_markdown(source: str, code: list[str]) -> None:
    article = markdown(source)
    spans = [span for block in article.blocks for span in block.attributes.get("code", ())]
    assert [article.text[a:b] for a, b in spans] == code


def test_links_out_of_a_page() -> None:
    head = '<head><link rel="canonical" href="https://a.org/page"></head>'
    body = (
        '<p>See <a href="https://b.org/x">the sea</a>, <a href="/y">a page</a>, <a href="#z">a place</a>, '
        '<a href="https://a.org/w">home</a>, <a href="https://scholar.org/q">Google Scholar</a>.</p>'
    )
    (block,) = read_html(f"<html>{head}<body>{body}</body></html>".encode(), name="a.html").blocks
    assert [(block.text[a:b], to) for a, b, to in block.attributes["links"]] == [
        ("the sea", "https://b.org/x")
    ]


def test_links_in_markdown() -> None:
    (block,) = markdown("See [*the* sea](https://b.org/x_(y)) and [a page](/y).").blocks
    assert [(block.text[a:b], to) for a, b, to in block.attributes["links"]] == [
        ("*the* sea", "https://b.org/x_(y)")
    ]


@pytest.mark.parametrize(
    ("markup", "label", "shown"),
    [
        ("<p><sup>1</sup> Neff, K. (2003).</p>", "1", "Neff, K. (2003)."),
        ('<p> <sup><a href="#c2">12</a></sup>Neff, K. (2003).</p>', "12", "Neff, K. (2003)."),
        ("<p><sup>14</sup>C is a nuclide.</p>", "", "14C is a nuclide."),
        ("<p>Shown<sup>1</sup> here.</p>", "", "Shown1 here."),
        ("<h2><sup>1</sup> A heading</h2>", "", "1 A heading"),
    ],
)
def test_raised_numbers_before_a_paragraph_are_its_mark(markup: str, label: str, shown: str) -> None:
    (block,) = html(markup).blocks
    assert (block.label, block.text, block.attributes.get("citations")) == (label, shown, None)


def test_code_in_a_page() -> None:
    article = html("<p>First</p><p>The <code>x[1]</code> of <kbd>y[2]</kbd>.</p>")
    spans = [span for block in article.blocks for span in block.attributes.get("code", ())]
    assert [article.text[a:b] for a, b in spans] == ["x[1]", "y[2]"]


def test_pandocs_marks_are_no_text() -> None:
    article = markdown(
        "# References {#refs .unnumbered}\n\n::: {#refs .references}\n::: {#ref-neff}\nNeff, K. 2003.\n:::\n"
        "Rogers, C. 1957.\\\nFrank, J. 1961.\n:::\n\n## Notes ##\n"
    )
    assert [(b.kind, b.attributes.get("shown", b.text)) for b in article.blocks] == [
        (BlockKind.HEADING, "References"),
        (BlockKind.PARAGRAPH, "Neff, K. 2003."),
        (BlockKind.PARAGRAPH, "Rogers, C. 1957.\nFrank, J. 1961."),
        (BlockKind.HEADING, "Notes"),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("[Neff, K. (2003).](https://doi.org/10.1/a)", "Neff, K. (2003)."),
        ("*Self and Identity*, **2**(2)", "Self and Identity, 2(2)"),
        ("_Self_ and snake_case_name", "Self and snake_case_name"),
        ("<https://doi.org/10.1/a>", "https://doi.org/10.1/a"),
        ('<a href="x">Neff</a> &amp; Germer', "Neff & Germer"),
        (r"2 \* 3 \[4\]", "2 * 3 [4]"),
        ("[1] Neff", "[1] Neff"),
        ("Nature, 518. [[PDF]](https://example.org/a.pdf)", "Nature, 518. [PDF]"),
        ("[a](https://en.wikipedia.org/wiki/Love_(novel))", "a"),
    ],
)
def test_markdown_inside_a_line(source: str, shown: str) -> None:
    assert plain_inline(source) == shown


def test_a_bibliography_outside_the_folder_is_not_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("paper")
    (folder / "other.bib").write_text("@book{a, title={A}}", encoding="utf-8")
    inside = folder / "inside"
    inside.mkdir()
    (inside / "paper.md").write_text("---\nbibliography: ../other.bib\n---\n\n[@a]\n", encoding="utf-8")
    article = read_article(inside / "paper.md")
    assert article.items == ()
    assert "not beside it" in article.warnings[0]
