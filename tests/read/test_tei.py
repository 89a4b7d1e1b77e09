"""TEI: GROBID's and editors' lists, linked citations, and what is refused."""

from __future__ import annotations

import pytest

from refs.errors import DamagedFile
from refs.extract import extract_references
from refs.model import Article, Block, BlockKind
from refs.read.tei import read_tei

STRUCT = """<biblStruct xml:id="b0"><analytic><title level="a">Self-compassion</title><author><persName>
<forename>Kristin</forename><surname>Neff</surname></persName></author></analytic><monogr>
<title level="j">Self and Identity</title><imprint><biblScope unit="volume">2</biblScope>
<biblScope unit="page" from="85" to="101"/><date when="2003-04"/></imprint></monogr>
<idno type="DOI">10.1080/15298860309032</idno></biblStruct>"""
BIBL = '<bibl xml:id="b1">Rogers, C. R.: <title>On Becoming a Person</title>. Boston 1961.</bibl>'
BODY = """<div><head>Method</head><p>As shown <ref type="bibr" target="#b0">(Neff, 2003)</ref>.
<note n="1">A note.</note> It goes on.</p></div>"""


def read(listed: str = STRUCT + BIBL) -> Article:
    head = "<teiHeader><fileDesc><titleStmt><title>Kindness</title></titleStmt></fileDesc></teiHeader>"
    text = f"<text><body>{BODY}</body><back><div><listBibl>{listed}</listBibl></div></back></text>"
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}{text}</TEI>'
    return read_tei(xml.encode(), name="a.tei", path=None)


def references(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is BlockKind.REFERENCE]


def test_body() -> None:
    article = read()
    assert article.title == "Kindness"
    assert [(b.kind.value, b.label, b.text) for b in article.blocks][:4] == [
        ("heading", "", "Method"),
        ("paragraph", "", "As shown (Neff, 2003)."),
        ("footnote", "1", "A note."),
        ("paragraph", "", "It goes on."),
    ]
    (pointer,) = [p for b in article.blocks for p in b.attributes.get("citations", ())]
    assert (article.text[pointer[0] : pointer[1]], pointer[2]) == ("(Neff, 2003)", ("b0",))


def test_structured_entry_is_printed_in_a_plain_order() -> None:
    block = references(read())[0]
    assert block.text == (
        "Neff Kristin (2003-04). Self-compassion. Self and Identity 2: 85-101. doi:10.1080/15298860309032."
    )
    assert block.item is not None
    assert (block.item.type, block.item.page, block.item.doi) == (
        "article-journal",
        "85-101",
        block.item.doi,
    )
    assert block.attributes["ids"] == ("b0",)


def test_raw_reference_goes_before_a_made_one() -> None:
    raw = STRUCT.replace("</biblStruct>", '<note type="raw_reference">K. Neff, 2003.</note></biblStruct>')
    assert references(read(raw))[0].text == "K. Neff, 2003."


def test_bibl_stays_verbatim() -> None:
    assert references(read())[1].text == "Rogers, C. R.: On Becoming a Person. Boston 1961."


@pytest.mark.parametrize("xml", ["<TEI/>", "<TEI><text>", ""], ids=["no text", "cut off", "empty"])
def test_refused_in_a_sentence(xml: str) -> None:
    with pytest.raises(DamagedFile, match=r"^a\.tei: "):
        read_tei(xml.encode(), name="a.tei", path=None)


CONTENTS = "<list><item>Method 4</item><item>References</item></list>"
WORKS = (
    "Neff, K. D. (2003). Self-compassion: An alternative. Self and Identity, 2(2), 85–101.",
    "Rogers, C. R. (1961). On becoming a person. Boston: Houghton Mifflin.",
)


@pytest.mark.parametrize(
    ("listed", "entry"),
    [
        ("<div><listBibl>{}</listBibl></div>", "<bibl>{}</bibl>"),
        ("<div><head>References</head>{}</div>", "<p>{}</p>"),
        ("<div><head>References</head><list>{}</list></div>", "<item>{}</item>"),
        ("<div><list><item>References</item>{}</list></div>", "<item>{}</item>"),
    ],
    ids=["marked", "paragraphs", "list", "heading in the list"],
)
def test_the_contents_do_not_hide_the_list(listed: str, entry: str) -> None:
    back = listed.format("".join(entry.format(work) for work in WORKS))
    text = f"<text><front>{CONTENTS}</front><body>{BODY}</body><back>{back}</back></text>"
    article = read_tei(f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{text}</TEI>'.encode(), name="a", path=None)
    assert [reference.raw for reference in extract_references(article)] == list(WORKS)
