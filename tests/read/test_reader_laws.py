"""What holds for any input of the readers of marked-up files: an article with true spans, or a sentence.

Files are broken in two ways: elements of a well-formed tree are dropped, doubled, moved, renamed and given
odd texts and attributes, so that the walkers are reached; and bytes of the packed file are damaged.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from refs.errors import RefsError
from refs.extract import extract_citations, extract_references
from refs.model import Article
from refs.read import read_article
from tests.read import test_docx, test_epub, test_jats, test_odt, test_tei
from tests.read.pdf_writer import flow, write_pdf

JATS = (
    f'<article xml:lang="en"><front/><body>{test_jats.BODY}</body><back><ref-list>'
    f"{test_jats.JOURNAL}{test_jats.CHAPTER}{test_jats.MIXED}{test_jats.TWO}</ref-list></back></article>"
)
TEI = (
    f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{test_tei.BODY}</body><back><div><listBibl>'
    f"{test_tei.STRUCT}{test_tei.BIBL}</listBibl></div></back></text></TEI>"
)
DOCX_BODY = "".join(
    test_docx.p(part)
    for part in (
        test_docx.r("Kindness matters "),
        test_docx.field(f"ADDIN ZOTERO_ITEM CSL_CITATION {test_docx.CLUSTER}", "(Neff, 2003)"),
        test_docx.r("References"),
        test_docx.field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", test_docx.ENTRY),
    )
)
LATEX = r"""\documentclass{article}\newcommand{\name}[1]{\emph{#1}}\begin{document}\section{Method}
As \name{shown} \citep[p.~3]{neff, rogers}. \begin{thebibliography}{9}\bibitem[Neff(2003)]{neff} K. Neff.
\newblock {\em Self-compassion}. \bibitem{rogers} C. R. Rogers. \textit{On becoming a person}. 1961.
\end{thebibliography}\end{document}"""
PDF = write_pdf([flow(["Kindness matters [1].", "References", "[1] K. Neff. Self-compassion. 2003."])])

Step = tuple[str, int, int, str]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "double", "move", "rename", "text", "tail", "attribute", "lose"]),
        st.integers(0, 500),
        st.integers(0, 500),
        st.sampled_from(
            ["", "b0", "99999999999999999999", "-1", "ﬁ\u200b", "{", "p", "ref", "(Neff, 2003)", "\t\n"]
        ),
    ),
    max_size=8,
)


def disturbed(xml: str, steps: list[Step]) -> bytes:
    """Return a well-formed document after these steps on its elements."""
    root = etree.fromstring(xml.encode())
    for step, one, two, text in steps:
        elements = [e for e in root.iter() if isinstance(e.tag, str)][1:]
        if not elements:
            break
        element, other = elements[one % len(elements)], elements[two % len(elements)]
        parent = element.getparent()
        assert parent is not None
        if step == "drop":
            parent.remove(element)
        elif step == "double":
            parent.append(copy.deepcopy(element))
        elif step == "move" and element not in list(other.iterancestors()) and element is not other:
            other.append(element)
        elif step == "rename":
            element.tag = other.tag
        elif step == "text":
            element.text = text
        elif step == "tail":
            element.tail = text
        elif element.attrib:
            names = list(element.attrib)
            name = names[two % len(names)]
            if step == "lose":
                del element.attrib[name]
            else:
                element.attrib[name] = text
    return etree.tostring(root)


def repacked(data: bytes, member: str, steps: list[Step]) -> bytes:
    """Return a zip archive with one of its XML members disturbed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, disturbed(content.decode(), steps) if name == member else content)
    return stream.getvalue()


MAKERS: Mapping[str, Callable[[list[Step]], bytes]] = {
    "jats": lambda steps: disturbed(JATS, steps),
    "tei": lambda steps: disturbed(TEI, steps),
    "docx": lambda steps: repacked(test_docx.docx(DOCX_BODY), "word/document.xml", steps),
    "docx styles": lambda steps: repacked(test_docx.docx(DOCX_BODY), "word/styles.xml", steps),
    "odt": lambda steps: repacked(test_odt.pack(f"<text:p>{test_odt.ENTRY}</text:p>"), "content.xml", steps),
    "epub": lambda steps: repacked(test_epub.pack(test_epub.BOOK), "OEBPS/book.opf", steps),
}
FILES = {name: make([]) for name, make in MAKERS.items()} | {"pdf": PDF, "latex": LATEX.encode()}


def holds(data: bytes, name: str) -> None:
    """Assert that the bytes give an article whose spans are true, or one sentence."""
    refusal = ""
    try:
        assert_spans_are_true(read_article(data, name=name))
    except RefsError as error:
        refusal = str(error)
    assert "\n" not in refusal


def assert_spans_are_true(article: Article) -> None:
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
    references = extract_references(article)
    for citation in extract_citations(article, references):
        assert all(0 <= index < len(references) for index in citation.references)


@pytest.mark.parametrize("name", MAKERS)
@given(steps=STEPS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_disturbed_tree_is_an_article_or_a_sentence(name: str, steps: list[Step]) -> None:
    holds(MAKERS[name](steps), f"disturbed.{name.split()[0]}")


@pytest.mark.parametrize("name", FILES)
@given(cuts=st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=12)), max_size=5))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_bytes_are_an_article_or_a_sentence(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    data = FILES[name]
    for start, length, new in cuts:
        place = start % (len(data) + 1)
        data = data[:place] + new + data[place + length :]
    holds(data, f"damaged.{name.split()[0]}")


def test_an_entry_that_ends_in_a_line_of_markup_alone() -> None:
    holds(b"1. .\n2) Rogers, (1961)\n<w>", "a.md")
