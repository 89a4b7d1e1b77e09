"""OpenDocument texts: structure, notes, deleted text left out, citations as data."""

from __future__ import annotations

import io
import json
import zipfile
from xml.sax.saxutils import quoteattr

import pytest

from refs.errors import DamagedFile, RefsError, TooLarge
from refs.extract import extract_references
from refs.model import Article, BlockKind
from refs.read.odt import read_odt

NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
ENTRY = "Neff, K. (2003). Self-compassion: An alternative conceptualization. Self and Identity, 2, 85–101."
NEFF = {"id": 12, "title": "Self-compassion: An alternative conceptualization"}


def pack(body: str, member: str = "content.xml") -> bytes:
    xml = f"<office:document-content {NAMESPACES}><office:body>{body}</office:body></office:document-content>"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, xml)
    return stream.getvalue()


def read(body: str) -> Article:
    return read_odt(pack(body), name="a.odt", path=None)


def test_structure() -> None:
    article = read(
        '<text:h text:outline-level="2">Method</text:h>'
        '<text:p>one<text:s text:c="3"/>two<text:line-break/>three'
        '<text:note text:id="n1"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>See Neff.</text:p>"
        "</text:note-body></text:note></text:p><text:list><text:list-item><text:p>item</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell>"
        "</table:table-row></table:table><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
    )
    assert [(b.kind.value, b.level, b.label, b.text) for b in article.blocks] == [
        ("heading", 2, "", "Method"),
        ("paragraph", 0, "", "one two\nthree1"),
        ("footnote", 0, "1", "See Neff."),
        ("list-item", 1, "", "item"),
        ("table", 0, "", "cell"),
    ]
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)


def test_zotero_marks_are_citations_with_their_data() -> None:
    cluster = json.dumps({"citationItems": [{"id": 12, "itemData": NEFF}]})
    name = quoteattr(f"ZOTERO_ITEM CSL_CITATION {cluster} RNDabc")
    article = read(
        f"<text:p>Kind <text:reference-mark-start text:name={name}/>(Neff, 2003)"
        f"<text:reference-mark-end text:name={name}/>.</text:p>"
        f'<text:section text:name=" ZOTERO_BIBL {{}} CSL_BIBLIOGRAPHY">'
        f"<text:p>{ENTRY}</text:p></text:section>"
    )
    (pointer,) = [p for b in article.blocks for p in b.attributes.get("citations", ())]
    assert (article.text[pointer[0] : pointer[1]], pointer[2]) == ("(Neff, 2003)", ("12",))
    last = article.blocks[-1]
    assert (last.kind, last.text, last.attributes["ids"]) == (BlockKind.REFERENCE, ENTRY, ("12",))


def test_libreoffice_marks_are_citations_with_their_data() -> None:
    mark = (
        '<text:bibliography-mark text:identifier="Neff2003" text:bibliography-type="article" '
        'text:title="Self-compassion" text:author="Neff, Kristin" text:year="2003">'
        "[Neff2003]</text:bibliography-mark>"
    )
    article = read(f"<text:p>Kind {mark}.</text:p>")
    assert article.items[0].to_csl() == {
        "id": "Neff2003",
        "type": "article-journal",
        "title": "Self-compassion",
        "author": [{"family": "Neff", "given": "Kristin"}],
        "issued": {"date-parts": [[2003]]},
    }


REFUSED = {
    "not a zip": (b"PK\x03\x04 and no more", DamagedFile),
    "no content": (pack("", "other.xml"), DamagedFile),
    "deep": (pack("<text:section>" * 400 + "</text:section>" * 400), TooLarge),
    "cut off": (pack("<text:p>text</text:p>")[:-60], DamagedFile),
}


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_refused_in_a_sentence(data: bytes, error: type[RefsError]) -> None:
    with pytest.raises(error, match=r"^a\.odt: "):
        read_odt(data, name="a.odt", path=None)


def test_a_refusal_is_a_sentence_whatever_the_library_quotes() -> None:
    packed = pack("").replace(b"content.xml", b"content.xm\x00", 1)
    with pytest.raises(DamagedFile) as caught:
        read_odt(packed[:20] + b"\xff" * 8 + packed[28:], name="a.odt", path=None)
    assert len(str(caught.value)) < 400


def test_the_marker_of_a_numeric_style_is_a_label() -> None:
    article = read(
        '<text:section text:name="ZOTERO_BIBL {} CSL_BIBLIOGRAPHY">'
        f"<text:p>[1] {ENTRY}</text:p></text:section>"
    )
    assert [(reference.label, reference.raw) for reference in extract_references(article)] == [("1", ENTRY)]


def test_links_out_of_the_document() -> None:
    link = '<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{}">{}</text:a>'
    article = read(
        f"<text:p>First</text:p><text:p>See {link.format('https://rnli.org/float', 'Float to Live')} and "
        f"{link.format('#bookmark', 'a place')}.</text:p>"
    )
    found = [found for block in article.blocks for found in block.attributes.get("links", ())]
    assert [(article.text[a:b], to) for a, b, to in found] == [("Float to Live", "https://rnli.org/float")]


def test_raised_text_by_its_style() -> None:
    article = read(
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="T2"><style:text-properties style:text-position="sub 58%"/></style:style>'
        '<text:p>Neff found it.<text:span text:style-name="T1">1,2</text:span> H'
        '<text:span text:style-name="T2">2</text:span>O</text:p>'
    )
    (block,) = article.blocks
    assert [article.text[a:b] for a, b in block.attributes["superscripts"]] == ["1,2"]


def test_numbers_of_lists_by_their_style() -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-prefix="[" style:num-suffix="]" text:start-value="3"/></text:list-style>'
        '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'
    )
    items = "<text:list-item><text:p>one</text:p><text:p>more</text:p></text:list-item>"
    again = "<text:list-item><text:p>two</text:p></text:list-item>"
    article = read(
        f'{styles}<text:list text:style-name="L1">{items}{again}</text:list>'
        f'<text:list text:style-name="L1" text:continue-numbering="true">{again}</text:list>'
        f'<text:list text:style-name="L2">{again}</text:list>'
    )
    assert [(b.label, b.text) for b in article.blocks] == [
        ("[3]", "one"),
        ("", "more"),
        ("[4]", "two"),
        ("[5]", "two"),
        ("", "two"),
    ]
