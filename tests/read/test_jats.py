"""JATS: the list with its data, the body with its linked citations, hostile XML refused."""

from __future__ import annotations

import pytest
from lxml import etree

from refs.errors import DamagedFile, InputError, RefsError, TooLarge
from refs.model import Article, Block, BlockKind
from refs.read.jats import read_jats
from refs.read.jats_reference import text_of

JOURNAL = """<ref id="b1"><label>1</label><element-citation publication-type="journal">
<person-group person-group-type="author"><name><surname>Neff</surname><given-names>KD</given-names></name>
<etal/></person-group><article-title>Self-compassion: an <italic>alternative</italic> view</article-title>
<source>Self Identity</source><year>2003</year><volume>2</volume><issue>2</issue><fpage>85</fpage>
<lpage>101</lpage><pub-id pub-id-type="doi">10.1080/15298860309032</pub-id>
<comment>Accessed 1 May 2004</comment></element-citation></ref>"""
CHAPTER = """<ref id="b2"><label>2</label><nlm-citation citation-type="book"><person-group
person-group-type="author"><name><surname>Orlinsky</surname><given-names>DE</given-names></name></person-group>
<person-group person-group-type="editor"><name><surname>Lambert</surname><given-names>MJ</given-names></name>
</person-group><chapter-title>Fifty years of process-outcome research</chapter-title><source>Handbook of
Psychotherapy</source><edition>5</edition><year>2004</year><fpage>307</fpage><publisher-loc>New
York</publisher-loc><publisher-name>Wiley</publisher-name></nlm-citation></ref>"""
MIXED = """<ref id="b3"><mixed-citation publication-type="book">
<name><surname>Rogers</surname><given-names>CR</given-names></name>: <source>On Becoming a Person</source>.
Boston: <publisher-name>Houghton Mifflin</publisher-name>;
<year>1961</year>.</mixed-citation></ref>"""
TWO = """<ref id="b4"><label>4</label><mixed-citation><label>a</label>Frank JD. Persuasion and
healing.</mixed-citation><mixed-citation><label>b</label>Wampold BE. The great
debate.</mixed-citation></ref>"""
BODY = """<sec><title>Method</title><p>As shown [<xref ref-type="bibr" rid="b1">1</xref>]–[<xref
ref-type="bibr" rid="b3">3</xref>] and <xref ref-type="fig" rid="f1">Figure
1</xref>.<sup>2</sup><list><list-item><p>one</p>
</list-item></list>tail</p><table-wrap><alternatives><table><tr><td>cell <xref ref-type="bibr"
rid="b4">4</xref></td></tr></table></alternatives></table-wrap></sec>"""


def read(refs: str = JOURNAL + CHAPTER + MIXED + TWO, body: str = BODY, doctype: str = "") -> Article:
    title = "<title-group><article-title>Kindness</article-title></title-group>"
    front = f"<front><article-meta>{title}</article-meta></front>"
    back = f"<back><ref-list><title>References</title>{refs}</ref-list></back>"
    xml = f'{doctype}<article xml:lang="en">{front}<body>{body}</body>{back}</article>'
    return read_jats(xml.encode(), name="a.xml", path=None)


def references(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is BlockKind.REFERENCE]


def test_title_and_language() -> None:
    article = read()
    assert (article.title, article.language) == ("Kindness", "en")


def test_blocks_cut_their_text_from_the_article() -> None:
    article = read()
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)


def test_element_citation_is_printed_in_a_plain_order() -> None:
    assert references(read())[0].text == (
        "Neff KD, et al (2003). Self-compassion: an alternative view. Self Identity 2(2): 85-101. "
        "doi:10.1080/15298860309032."
    )


def test_element_citation_carries_its_item() -> None:
    item = references(read())[0].item
    assert item is not None
    assert item.to_csl() == {
        "id": "b1",
        "type": "article-journal",
        "title": "Self-compassion: an alternative view",
        "container-title": "Self Identity",
        "author": [{"family": "Neff", "given": "KD"}],
        "issued": {"date-parts": [[2003]]},
        "volume": "2",
        "issue": "2",
        "page": "85-101",
        "DOI": "10.1080/15298860309032",
        "note": "Accessed 1 May 2004",
    }


def test_chapter_has_editors_and_book() -> None:
    block = references(read())[1]
    assert block.item is not None
    assert (block.item.type, block.item.container_title) == ("chapter", "Handbook of Psychotherapy")
    assert [str(name) for name in block.item.names("editor")] == ["Lambert, MJ"]
    assert "In: Lambert MJ, editors. Handbook of Psychotherapy: 307. New York: Wiley." in block.text


def test_mixed_citation_stays_verbatim() -> None:
    assert references(read())[2].text == "Rogers CR: On Becoming a Person. Boston: Houghton Mifflin; 1961."


def test_fields_and_identifiers_that_touch_are_parted() -> None:
    citation = (
        "<mixed-citation><string-name>K. Neff</string-name><source>Self Ident.</source><volume>2</volume>, "
        "<fpage>85</fpage> (<year>2003</year>a).<pub-id>SELFID</pub-id><issn>1529-8868</issn> "
        "m<sup>2</sup> doi:<pub-id>10.1080/15298860309032</pub-id></mixed-citation>"
    )
    assert text_of(etree.fromstring(citation)) == (
        "K. Neff Self Ident. 2, 85 (2003a). SELFID 1529-8868 m2 doi:10.1080/15298860309032"
    )


def test_two_works_under_one_label_are_two_references() -> None:
    last = references(read())[3:]
    assert [(b.label, b.text, b.attributes["ids"]) for b in last] == [
        ("a", "Frank JD. Persuasion and healing.", ("b4",)),
        ("b", "Wampold BE. The great debate.", ("b4",)),
    ]


def test_linked_citations_point_by_id_and_ranges_are_expanded() -> None:
    article = read()
    pointers = [p for b in article.blocks for p in b.attributes.get("citations", ())]
    assert [(article.text[start:end], targets) for start, end, targets in pointers] == [
        ("1]–[3", ("b1", "b2", "b3")),
        ("4", ("b4",)),
    ]


def test_blocks_in_a_paragraph_break_it() -> None:
    kinds = [(b.kind.value, b.text) for b in read().blocks][2:6]
    assert kinds == [
        ("paragraph", "As shown [1]–[3] and Figure 1.2"),
        ("list-item", "one"),
        ("paragraph", "tail"),
        ("table", "cell 4"),
    ]


def test_superscripts_are_marked() -> None:
    article = read()
    spans = [s for b in article.blocks for s in b.attributes.get("superscripts", ())]
    assert [article.text[start:end] for start, end in spans] == ["2"]


def test_html_entities_of_an_unread_dtd_are_put_in() -> None:
    article = read(body="<p>caf&eacute;&nbsp;noir</p>", doctype='<!DOCTYPE article SYSTEM "JATS.dtd">')
    assert "café noir" in article.text


HOSTILE = {
    "billion laughs": (
        '<!DOCTYPE article [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><article><body>&b;</body></article>',
        InputError,
    ),
    "a thousand million laughs": (
        '<!DOCTYPE article [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {"abcdefghij"[n + 1]} "{("&" + "abcdefghij"[n] + ";") * 10}">' for n in range(9))
        + "]><article><body>&j;</body></article>",
        InputError,
    ),
    "outside file": (
        '<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/hostname">]><article><body><p>&x;</p></body></article>',
        None,
    ),
    "deep": ("<article><body>" + "<sec>" * 400 + "</sec>" * 400 + "</body></article>", TooLarge),
    "cut off": ("<article><body><p>", DamagedFile),
    "other xml": ("<feed><entry/></feed>", DamagedFile),
}


@pytest.mark.parametrize(("xml", "error"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_refused_in_a_sentence(xml: str, error: type[RefsError] | None) -> None:
    if error is None:
        assert "&x;" in read_jats(xml.encode(), name="a.xml", path=None).text
        return
    with pytest.raises(error, match=r"^a\.xml: ") as caught:
        read_jats(xml.encode(), name="a.xml", path=None)
    assert caught.type is error


def test_further_reading_is_a_list_of_its_own() -> None:
    further = f"<ref-list><title>Further reading</title>{CHAPTER}</ref-list>"
    both = f"<article><front/><body/><back><ref-list>{JOURNAL}</ref-list>{further}</back></article>"
    alone = f"<article><front/><body/><back>{further}</back></article>"
    regions = [[b.region for b in read_jats(xml.encode(), name="a.xml", path=None).blocks
                if b.kind is BlockKind.REFERENCE] for xml in (both, alone)]  # fmt: skip
    assert regions == [["", "further-reading"], [""]]
