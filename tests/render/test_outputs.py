"""One entry in every output: the faces, the links, and what each format has to escape."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from refs.errors import InputError
from refs.model import Item
from refs.render import OUTPUTS, load_style, render_bibliography, render_entry
from refs.render.outputs import write_rich
from refs.render.rich_text import link, quote, wrap

APA = load_style("apa")
ITEM = Item(
    {
        "id": "smith#1",
        "type": "article-journal",
        "title": "R&D of 50% *more* CO<sub>2</sub> in $x_1$ {and} <i>E. coli</i>",
        "author": [{"family": "Łukasz", "given": "Zoë"}],
        "issued": {"date-parts": [[2019]]},
        "container-title": "Science & Society",
        "volume": "8",
        "issue": "3",
        "page": "207-217",
        "DOI": "10.1000/a_b<c>d",
    }
)
EXPECTED = {
    "text": "Łukasz, Z. (2019). R&D of 50% *more* CO2 in $x_1$ {and} E. coli. Science & Society, 8(3), "
    "207–217. https://doi.org/10.1000/a_b<c>d",
    "html": '<span class="author">Łukasz, Z.</span> <span class="date">(2019)</span>. '
    '<span class="title">R&amp;D of 50% *more* CO<sub>2</sub> in $x_1$ {and} <i>E. coli</i></span>. '
    '<span class="container"><i>Science &amp; Society</i></span>, <i>8</i>(3), 207–217. '
    '<span class="doi"><a href="https://doi.org/10.1000/a_b%3Cc%3Ed">https://doi.org/10.1000/a_b&lt;c&gt;d</a></span>',
    "markdown": "Łukasz, Z. (2019). R\\&D of 50% \\*more\\* CO<sub>2</sub> in $x\\_1$ {and} *E. coli*. "
    "*Science & Society*, *8*(3), 207–217. "
    "[https://doi.org/10.1000/a\\_b\\<c\\>d](<https://doi.org/10.1000/a_b%3Cc%3Ed>)",
    "latex": "Łukasz, Z. (2019). R\\&D of 50\\% *more* CO\\textsubscript{2} in \\$x\\_1\\$ \\{and\\} "
    "\\textit{E. coli}. \\textit{Science \\& Society}, \\textit{8}(3), 207--217. "
    "\\href{https://doi.org/10.1000/a_b\\%3Cc\\%3Ed}{https://doi.org/10.1000/a\\_b\\textless{}c\\textgreater{}d}",
    "rtf": "\\u321?ukasz, Z. (2019). R&D of 50% *more* CO{\\sub 2} in $x_1$ \\{and\\} {\\i E. coli}. "
    "{\\i Science & Society}, {\\i 8}(3), 207\\u8211?217. "
    '{\\field{\\*\\fldinst HYPERLINK "https://doi.org/10.1000/a_b%3Cc%3Ed"}'
    "{\\fldrslt https://doi.org/10.1000/a_b<c>d}}",
}


@pytest.mark.parametrize("output", EXPECTED)
def test_entry(output: str) -> None:
    assert render_entry(ITEM, APA, output) == EXPECTED[output]


def test_a_plain_address_is_an_autolink_in_markdown() -> None:
    assert write_rich(link("https://doi.org/10.1000/x", "https://doi.org/10.1000/x"), "markdown") == (
        "<https://doi.org/10.1000/x>"
    )


def test_nested_faces_are_nested_tags() -> None:
    text = wrap("CO" + wrap("2", "sub") + " of " + wrap("Zea", "i") + " and " + wrap("Rab", "sc"), "i")
    assert write_rich(text, "html") == (
        '<i>CO<sub>2</sub> of </i>Zea<i> and <span style="font-variant:small-caps;">Rab</span></i>'
    )


def test_quotation_marks_alternate() -> None:
    assert write_rich(quote("a " + quote("b " + quote("c"))), "text") == "“a ‘b “c”’”"


def test_a_bibliography_in_html_has_an_anchor_for_each_entry() -> None:
    html = render_bibliography([ITEM], load_style("ieee"), "html")
    assert isinstance(html, str)
    assert 'id="ref-smith-1"' in html
    assert '<span class="csl-left-margin">[1]</span>' in html


def test_a_bibliography_in_latex_has_a_key_for_each_entry() -> None:
    text = render_bibliography([ITEM], APA, "latex")
    assert isinstance(text, str)
    assert text.startswith("\\begin{thebibliography}{9}")
    assert "\\bibitem[]{smith-1}" in text


def test_rtf_is_ascii_and_balanced() -> None:
    text = render_bibliography([ITEM], APA, "rtf")
    assert isinstance(text, str)
    assert text.isascii()
    bare = re.sub(r"\\[{}\\]", "", text)
    assert bare.count("{") == bare.count("}")


def test_a_word_document_has_italics_and_links() -> None:
    pytest.importorskip("docx")
    data = render_bibliography([ITEM], APA, "docx")
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode()
        links = archive.read("word/_rels/document.xml.rels").decode()
    assert "https://doi.org/10.1000/a_b%3Cc%3Ed" in links
    assert "<w:i/>" in body
    assert '<w:vertAlign w:val="subscript"/>' in body
    assert "w:hyperlink" in body
    words = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body))
    assert words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">") == EXPECTED["text"]


def test_an_unknown_output_is_named() -> None:
    with pytest.raises(InputError, match=r"no output format called 'pdf'; known are text, html"):
        render_entry(ITEM, APA, "pdf")


def test_a_single_entry_is_no_word_document() -> None:
    with pytest.raises(InputError, match="docx holds whole documents only"):
        render_entry(ITEM, APA, "docx")


def test_every_output_is_listed() -> None:
    assert set(OUTPUTS) == {*EXPECTED, "docx"}
