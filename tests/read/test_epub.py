"""EPUB: chapters in the spine's order, places in the whole text, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from refs.errors import DamagedFile, TooLarge
from refs.extract import extract_citations, extract_references
from refs.read import assembly, xml_safety
from refs.read.epub import read_epub

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PACKAGE = """<package><metadata><title>Kindness</title><language>en</language></metadata><manifest>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/a%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="gone.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>"""
FIRST = "<html><body><h1>One</h1><p>Kindness<sup>1</sup> helps.</p></body></html>"
SECOND = """<html><body><h2>References</h2><ol>
<li>Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101.</li>
<li>Rogers, C. R. (1961). On becoming a person. Boston: Houghton Mifflin.</li></ol></body></html>"""


def pack(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


BOOK = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/text/a a.xhtml": FIRST,
    "OEBPS/b.xhtml": SECOND,
}


def test_chapters_follow_the_spine() -> None:
    article = read_epub(pack(BOOK), name="a.epub", path=None)
    assert (article.title, article.language) == ("Kindness", "en")
    assert [b.text for b in article.blocks][:3] == ["One", "Kindness1 helps.", "References"]
    assert article.warnings == ("OEBPS/gone.xhtml is named in the spine and not in the file",)
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)


def test_superscripts_keep_their_place() -> None:
    article = read_epub(pack(BOOK), name="a.epub", path=None)
    assert [article.text[s:e] for b in article.blocks for s, e in b.attributes.get("superscripts", ())] == [
        "1"
    ]


def test_the_list_is_found() -> None:
    article = read_epub(pack(BOOK), name="a.epub", path=None)
    assert [r.raw[:6] for r in extract_references(article)] == ["Neff, ", "Rogers"]


def test_ids_of_chapters_are_told_apart() -> None:
    first = FIRST.replace("<sup>1</sup>", '<a href="../b.xhtml#n1">*</a>').replace("<p>", '<p id="n1">')
    second = SECOND.replace("<li>Neff", '<li id="n1">Neff').replace("<h2>", '<h2><a href="#n1">1</a>')
    article = read_epub(
        pack({**BOOK, "OEBPS/text/a a.xhtml": first, "OEBPS/b.xhtml": second}), name="a.epub", path=None
    )
    ids = [name for block in article.blocks for name in block.attributes.get("ids", ())]
    assert ids == ["OEBPS/text/a a.xhtml#n1", "OEBPS/b.xhtml#n1"]
    pointers = [pointer for block in article.blocks for pointer in block.attributes.get("citations", ())]
    assert [(article.text[a:b], to) for a, b, to in pointers] == [
        ("*", ("OEBPS/b.xhtml#n1",)),
        ("1", ("OEBPS/b.xhtml#n1",)),
    ]
    assert [c.references for c in extract_citations(article, extract_references(article))] == [(0,), (0,)]


def test_code_keeps_its_place() -> None:
    coded = FIRST.replace("Kindness<sup>1</sup>", "The <code>x[1]</code>")
    article = read_epub(pack({**BOOK, "OEBPS/text/a a.xhtml": coded}), name="a.epub", path=None)
    assert [article.text[s:e] for b in article.blocks for s, e in b.attributes.get("code", ())] == ["x[1]"]


REFUSED = {
    "not a zip": b"PK\x03\x04 and no more",
    "no container": pack({"a": "b"}),
    "no package": pack({"META-INF/container.xml": CONTAINER}),
    "no text": pack({**BOOK, "OEBPS/text/a a.xhtml": "<html/>", "OEBPS/b.xhtml": "<html/>"}),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(DamagedFile, match=r"^a\.epub: "):
        read_epub(data, name="a.epub", path=None)


def test_a_book_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assembly, "MAX_BLOCKS", 10)
    long = "<html><body>" + "<p>Kindness</p>" * 11 + "</body></html>"
    with pytest.raises(TooLarge, match=r"^a\.epub.*: more than 10 paragraphs"):
        read_epub(pack(BOOK | {"OEBPS/b.xhtml": long}), name="a.epub", path=None)


@pytest.mark.parametrize("inside", ["<p>", "<p a='' b='' c='' d=''/>"])
def test_a_crowded_chapter_is_refused(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_safety, "MAX_MARKS", 40)
    with pytest.raises(TooLarge, match="more than 40 tags or attributes"):
        read_epub(pack(BOOK | {"OEBPS/b.xhtml": f"<html>{inside * 41}</html>"}), name="a.epub", path=None)
