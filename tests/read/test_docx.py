"""Word documents: structure, accepted changes, notes, numbering, and citations as the data they carry."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from typing import Any

import pytest

from refs.errors import DamagedFile, RefsError, TooLarge
from refs.extract import extract_references
from refs.model import Article, Block, BlockKind
from refs.read.docx import read_docx

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = """<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H1b"><w:name w:val="Own"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Bib"><w:name w:val="Bibliography"/></w:style>"""
NUMBERING = """<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum>
<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>"""
FOOTNOTES = """<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> See Neff 2003.</w:t></w:r></w:p>
</w:footnote>"""
NEFF = {
    "id": 12,
    "type": "article-journal",
    "title": "Self-compassion: An alternative conceptualization",
    "author": [{"family": "Neff", "given": "Kristin"}],
    "issued": {"date-parts": [[2003]]},
}
CLUSTER = json.dumps({"citationItems": [{"id": 12, "itemData": NEFF}]})
ENTRY = "Neff, K. (2003). Self-compassion: An alternative conceptualization. Self and Identity, 2, 85–101."


def pack(members: dict[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(body: str, **parts: str) -> bytes:
    members: dict[str, str | bytes] = {
        "word/document.xml": f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACE}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACE}>{NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {NAMESPACE}>{FOOTNOTES}</w:footnotes>",
    }
    return pack(members | {name.replace("__", "/"): text for name, text in parts.items()})


def read(body: str) -> Article:
    return read_docx(docx(body), name="a.docx", path=None)


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    escaped = code.replace("&", "&amp;").replace("<", "&lt;")
    mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
    instruction = f"<w:r><w:instrText>{escaped}</w:instrText></w:r>"
    return mark("begin") + instruction + mark("separate") + r(result) + mark("end")


def pointers(article: Article) -> list[tuple[str, tuple[str, ...]]]:
    found = [pointer for b in article.blocks for pointer in b.attributes.get("citations", ())]
    return [(article.text[start:end], targets) for start, end, targets in found]


def references(article: Article) -> list[Block]:
    return [b for b in article.blocks if b.kind is BlockKind.REFERENCE]


def test_structure() -> None:
    style, numbered = (
        '<w:pStyle w:val="{}"/>'.format,
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
    )
    article = read(
        p(r("Method"), style("H1"))
        + p(r("Own heading"), style("H1b"))
        + p(r("one") + "<w:r><w:br/></w:r>" + r("two"))
        + p(r("first"), numbered)
        + p(r("second"), numbered)
        + "<w:tbl><w:tr><w:tc>" + p(r("cell")) + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    assert [(b.kind.value, b.level, b.label, b.text) for b in article.blocks] == [
        ("heading", 1, "", "Method"),
        ("heading", 1, "", "Own heading"),
        ("paragraph", 0, "", "one\ntwo"),
        ("list-item", 1, "[1]", "first"),
        ("list-item", 1, "[2]", "second"),
        ("table", 0, "", "cell"),
    ]
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)


def test_changes_are_read_as_accepted() -> None:
    body = p(
        r("a ") + f"<w:ins>{r('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>" + r("b")
    )
    moved = p(f"<w:moveFrom>{r('from')}</w:moveFrom><w:moveTo>{r('to')}</w:moveTo>")
    assert [b.text for b in read(body + moved).blocks] == ["a new b", "to"]


def test_footnotes_follow_their_paragraph() -> None:
    article = read(p(r("Text") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + r(".")) + p(r("Next")))
    assert [(b.kind.value, b.label, b.text) for b in article.blocks] == [
        ("paragraph", "", "Text1."),
        ("footnote", "1", "See Neff 2003."),
        ("paragraph", "", "Next"),
    ]
    assert [article.text[s:e] for b in article.blocks for s, e in b.attributes.get("superscripts", ())] == [
        "1"
    ]


CITED: dict[str, tuple[str, dict[str, Any]]] = {
    "zotero": (f"ADDIN ZOTERO_ITEM CSL_CITATION {CLUSTER}", {}),
    "mendeley": (f"ADDIN CSL_CITATION {CLUSTER}", {}),
    "endnote": (
        "ADDIN EN.CITE <EndNote><Cite><RecNum>12</RecNum><record>"
        "<ref-type name='Journal Article'>17</ref-type>"
        "<contributors><authors><author>Neff, Kristin</author></authors></contributors><titles><title>"
        "Self-compassion: An alternative conceptualization</title></titles><dates><year>2003</year></dates>"
        "</record>"
        "</Cite></EndNote>",
        {"id": "endnote-12"},
    ),
    "citavi": (
        "ADDIN CitaviPlaceholder{"
        + base64.b64encode(
            json.dumps(
                {
                    "Entries": [
                        {
                            "Reference": {
                                "Id": "12",
                                "ReferenceType": "JournalArticle",
                                "Title": "Self-compassion",
                                "Subtitle": "An alternative conceptualization",
                                "Authors": [{"FirstName": "Kristin", "LastName": "Neff"}],
                                "Year": "2003",
                            }
                        }
                    ]
                }
            ).encode()
        ).decode()
        + "}",
        {"id": "citavi-12"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("code", "changed"), CITED.values(), ids=CITED)
def test_fields_are_read_as_the_data_they_carry(code: str, changed: dict[str, Any]) -> None:
    listed = p(field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', ENTRY))
    article = read(p(r("Kindness ") + field(code, "(Neff 2003)") + r(" helps.")) + listed)
    expected = NEFF | {"id": "12"} | changed
    assert [item.to_csl() for item in article.items] == [expected]
    assert pointers(article) == [("(Neff 2003)", (expected["id"],))]
    (entry,) = references(article)
    assert (entry.text, entry.attributes["ids"], entry.item) == (ENTRY, (expected["id"],), article.items[0])


def test_endnote_data_beside_the_field() -> None:
    data = base64.b64encode(CITED["endnote"][0].removeprefix("ADDIN EN.CITE ").encode()).decode()
    mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
    inner = (
        f"<w:r><w:fldChar w:fldCharType='begin'><w:fldData>{data}</w:fldData></w:fldChar></w:r>"
        "<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r>" + mark("end")
    )
    code = mark("begin") + "<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>" + inner + mark("separate")
    assert pointers(read(p(code + r("[1]") + mark("end")))) == [("[1]", ("endnote-12",))]


def test_words_own_sources() -> None:
    source = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source>'
        "<b:Tag>Nef03</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>Self-compassion</b:Title>"
        "<b:Year>2003</b:Year><b:Author><b:Author><b:NameList><b:Person><b:Last>Neff</b:Last><b:First>K</b:First>"
        "</b:Person></b:NameList></b:Author></b:Author></b:Source></b:Sources>"
    )
    content = f"<w:sdtContent>{field('CITATION Nef03 ', '(Neff)')}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:citation/></w:sdtPr>{content}</w:sdt>"
    data = docx(p(control), **{"customXml__item1.xml": source})
    article = read_docx(data, name="a.docx", path=None)
    assert pointers(article) == [("(Neff)", ("Nef03",))]
    assert article.items[0].author[0].family == "Neff"


def test_bibliography_by_control_and_by_style() -> None:
    control = "<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    article = read(control(p(r("References")) + p(r(ENTRY))) + p(r(ENTRY), '<w:pStyle w:val="Bib"/>'))
    assert [b.text for b in references(article)] == [ENTRY, ENTRY]


def test_pandoc_links_are_citations() -> None:
    link = f'<w:hyperlink w:anchor="ref-neff2003">{r("2003")}</w:hyperlink>'
    mark = '<w:bookmarkStart w:id="1" w:name="ref-neff2003"/>'
    article = read(p(r("Neff (") + link + r(")")) + p(mark + r(ENTRY), '<w:pStyle w:val="Bib"/>'))
    assert pointers(article) == [("2003", ("ref-neff2003",))]
    assert references(article)[0].attributes["ids"] == ("ref-neff2003",)


def bomb() -> bytes:
    return pack({"word/document.xml": b"<a>" + b" " * 150_000_000 + b"</a>"})


def damaged(packing: int) -> bytes:
    """A document whose packed text has one byte turned over."""
    name = "word/document.xml"
    data = bytearray(pack({name: "<a>" + "kindness matters " * 400 + "</a>"}, packing))
    data[30 + len(name) + 20] ^= 0xFF
    return bytes(data)


REFUSED = {
    "damaged in LZMA": (damaged(zipfile.ZIP_LZMA), DamagedFile),
    "damaged in bzip2": (damaged(zipfile.ZIP_BZIP2), DamagedFile),
    "not a zip": (b"PK\x03\x04 and no more", DamagedFile),
    "no document": (pack({"a.txt": "a"}), DamagedFile),
    "broken xml": (pack({"word/document.xml": "<w:document"}), DamagedFile),
    "cut off": (docx(p(r("text")))[:-200], DamagedFile),
    "bomb": (bomb(), TooLarge),
}


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_refused_in_a_sentence(data: bytes, error: type[RefsError]) -> None:
    with pytest.raises(error, match=r"^a\.docx: "):
        read_docx(data, name="a.docx", path=None)


@pytest.mark.parametrize("mark", ["[1] ", "1. ", "(1) "])
def test_the_marker_of_a_numeric_style_is_a_label(mark: str) -> None:
    article = read(p(field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", mark + ENTRY)))
    assert [(reference.label, reference.raw) for reference in extract_references(article)] == [("1", ENTRY)]


def test_links_out_of_the_document() -> None:
    relation = '<Relationship Id="r1" Target="https://rnli.org/float" TargetMode="External"/>'
    inside = '<Relationship Id="r2" Target="media/image1.png"/>'
    namespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    links = "".join(
        f'<w:hyperlink {namespace} r:id="{key}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink> '
        for key, text in (("r1", "Float to Live"), ("r2", "a picture"), ("r3", "nothing"))
    )
    data = docx(
        f"<w:p><w:r><w:t>See </w:t></w:r>{links}</w:p>",
        **{
            "word___rels__document.xml.rels".replace(
                "___", "___"
            ): f"<Relationships>{relation}{inside}</Relationships>"
        },
    )
    article = read_docx(data, name="a.docx", path=None)
    found = [link for block in article.blocks for link in block.attributes.get("links", ())]
    assert [(article.text[a:b], to) for a, b, to in found] == [("Float to Live", "https://rnli.org/float")]


def test_text_boxes_old_and_new_are_read_once() -> None:
    box = f"<w:txbxContent>{p(r('Box: see Neff 2003.'))}</w:txbxContent>"
    old = f"<w:r><w:pict>{box}</w:pict></w:r>"
    both = f"<w:r><Choice>{box}</Choice><Fallback><w:pict>{box}</w:pict></Fallback></w:r>"
    assert [b.text for b in read(p(old)).blocks] == ["Box: see Neff 2003."]
    assert [b.text for b in read(p(both)).blocks] == ["Box: see Neff 2003."]


def test_a_raised_number_in_several_runs_is_one() -> None:
    def raised(text: str) -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>{text}</w:r>'

    parts = ("<w:t>1</w:t>", "<w:t>,</w:t>", "<w:t>4\u2013</w:t>", "<w:softHyphen/>", "<w:t>6</w:t>")
    note = raised('<w:footnoteReference w:id="1"/>')
    (block, *_) = read(
        p(r("Neff found it.") + "".join(map(raised, parts)) + r(" So") + raised("<w:t>2</w:t>") + note)
    ).blocks
    assert [block.text[a:b] for a, b in block.attributes["superscripts"]] == ["1,4\u20136", "2", "1"]
