"""Small files with much structure, one or more for each reader: what damage begins from.

Their text was written for this; the works in them are real.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib
from itertools import zip_longest
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

NEFF = (
    "Neff, K. D. (2003). Self-compassion: An alternative conceptualization. Self and Identity, 2(2), 85–101."
)
ROGERS = "Rogers, C. R. (1961). On becoming a person. Boston: Houghton Mifflin."
YALOM = "Yalom, I. D., & Leszcz, M. (2005). The theory and practice of group psychotherapy. Basic Books."
ENTRIES = (NEFF, ROGERS, YALOM)
ITEM = {
    "id": "neff",
    "type": "article-journal",
    "title": "Self-compassion: An alternative conceptualization",
    "author": [{"family": "Neff", "given": "Kristin D."}],
    "container-title": "Self and Identity",
    "volume": "2",
    "page": "85-101",
    "issued": {"date-parts": [[2003, 4]]},
    "DOI": "10.1080/15298860309032",
}
CLUSTER = json.dumps({"citationItems": [{"id": 12, "uris": ["http://z/1"], "itemData": ITEM}]})


def seeds() -> dict[str, list[tuple[str, bytes]]]:
    """Return for each reader its files: name and bytes."""
    return {
        "text": [
            ("plain.txt", _text().encode()),
            ("old.txt", _text().encode("cp1252", "replace")),
            ("columns.txt", _columns().encode()),
        ],
        "html": [("page.html", _html().encode()), ("links.html", _links().encode())],
        "markdown": [("paper.md", _markdown().encode()), ("links.md", _links_in_markdown().encode())],
        "jats": [("jats.xml", _jats().encode())],
        "tei": [("tei.xml", _tei().encode())],
        "latex": [
            ("paper.tex", _latex().encode()),
            ("paper.bbl", _bbl().encode()),
            ("aas.tex", _aastex().encode()),
        ],
        "docx": [("word.docx", _docx())],
        "odt": [("open.odt", _odt())],
        "epub": [("book.epub", _epub())],
        "bibliography": [
            ("list.bib", _bibtex().encode()),
            ("list.ris", _ris().encode()),
            ("list.json", json.dumps([ITEM, ITEM | {"id": "b"}], indent=1).encode()),
            ("list.nbib", _nbib().encode()),
            ("list.enw", _endnote().encode()),
        ],
        "pdf": [("flat.pdf", _pdf()), ("packed.pdf", _pdf(packed=True))],
    }


def _text() -> str:
    return f"""Kindness to oneself
by A. Writer

Being kind to oneself helps (Neff, 2003; Rogers, 1961, p. 12). As Yalom and Leszcz (2005) put it, groups help
[1-3], and more so over time.12 See ibid., and compare Figure 2 of 2003.

    12 Vgl. Rogers 1961, S. 4.

Journal of Kindness 2(1)                                                            17
\f
REFERENCES

1. {NEFF}
  2. {ROGERS}
[3] {YALOM[:50]}-
    {YALOM[50:]}

Appendix A
Responses (2)
Anna says: January 18th, 2018 at 10:08 AM
*01. {ROGERS}
*02 {NEFF}
© Copyright 2018 by the author.
"""


def _columns() -> str:
    prose = (
        "Being kind to oneself helps, as has been shown, and it helps for longer than one would think. " * 4
    )
    left = wrap(f"{prose}{prose}", 44)
    right = ["References", "", "Books:", "", *(line for raw in ENTRIES * 2 for line in (*wrap(raw, 44), ""))]
    rows = (f"{a:50}{b}".rstrip() for a, b in zip_longest(left, right, fillvalue=""))
    page = "\n".join(rows)
    notes = f"war.1 Und auch 2\nist.2 Man 3. 3\n\n1\n2\n3\n\nVgl. {NEFF}\n{ROGERS}\nSiehe {YALOM}"
    return f"Writer and Other      11\n\n{page}\n\f12      Kindness\n\n{page}\n\f{notes}\n\n13\n"


def _links() -> str:
    items = "".join(f'<li><a href="https://example.org/{n}">Page {n}</a></li>' for n in range(4))
    notes = "".join(
        f'<p><sup><a href="#c{n}">{n}</a></sup> {escape(raw)}</p>' for n, raw in enumerate(ENTRIES, 1)
    )
    return f"""<html><head><link rel="canonical" href="https://news.example.org/a"></head><body><h1>Kindness</h1>
<p>See <a id="c1" href="https://news.example.org/a#r1">[1]</a>, <code>x[1]</code>, <kbd>y[2]</kbd>.</p><h2>Sources</h2>
<ul>{items}</ul><hr><h3>References</h3><p><b>Books:</b><br>{"<br>".join(map(escape, ENTRIES))}</p><hr/>{notes}
<ul><li><a href="https://chat.example.com/share">Share</a></li></ul></body></html>"""


def _links_in_markdown() -> str:
    return f"""# 雨水

早有研究（王建国，李明，2003；张伟，1998）。陈思和赵磊（2015）指出 `x[1]` ``a`b``。

    y[2] = z[3]

## Sources

- [Page one](https://example.org/1_(a))
- [Page two](https://example.org/2 "title")

---

## 参考文献

王建国, 李明. 城市雨水管理研究[J]. 水资源保护, 2003, 19(2): 12-15.

张伟. 中国水利史[M]. 北京: 水利出版社, 1998.

{NEFF}
"""


def _aastex() -> str:
    return r"""\documentstyle[aasms4]{article}\begin{document}\section{One} As \cite{abell} and Press (1974) show.
\begin{references}
\reference{abell} Abell, G. O. 1958, \apjs, 3, 211
\reference Bahcall, N. A. 1988, \araa, 26, 631
\reference{} Press, W. H., \& Schechter, P. 1974, \apj, 187, 425
\end{references}
\begin{references}none\end{references}\end{document}
"""


def _html() -> str:
    items = "".join(
        f'<li id="r{n}">{escape(entry)} <a href="https://doi.org/10.1080/15298860309032">Google Scholar</a>'
        f"</li>"
        for n, entry in enumerate(ENTRIES)
    )
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kindness</title>
<script>var a = "<p>";</script><style>p {{}}</style></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<article><h1>Kindness</h1><p>As <em>shown</em> <a href="#r0">(Neff, 2003)</a>, and<sup><a href="#r1">2</a>,3</sup> it
helps.<br>More&nbsp;&eacute;&#233;</p><table><tr><td>1</td><td>{escape(NEFF)}</td></tr></table>
<pre>code  here</pre><blockquote>quoted</blockquote><dl><dt>a</dt><dd>b</dd></dl><h2>References</h2><ol start="1">{items}
</ol></article><aside>Further reading<ul><li>{escape(ROGERS)}</li></ul></aside><section id="comments"><h3>2 comments</h3>
<div class="comment"><p>January 18th, 2018: {escape(ROGERS)}</p></div></section><footer>© 2018</footer></body></html>"""


def _markdown() -> str:
    return f"""---
title: Kindness
bibliography: none.bib
---

# Kindness {{#top}}

As shown [@neff2003, p. 3; -@rogers], and [^1] [more][2] <b>html</b> `code` **bold [x](http://a.org/b_(c))**.

> quoted
> - list

| a | b |
|---|---|
| 1 | {NEFF} |

```python
[@not]
```

[^1]: See {ROGERS}
[2]: http://example.org "title"

## References

1. {NEFF}
2) {ROGERS}
* {YALOM}
[3] {YALOM}  \\
  {ROGERS}
"""


def _jats() -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE article [<!ENTITY eacute "é">]>
<article xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group><article-title>Kind
<italic>ness</italic></article-title></title-group><abstract><p>Short.</p></abstract></article-meta></front><body><sec>
<title>Method</title><p>As shown <xref ref-type="bibr" rid="b1 b2">1,2</xref><sup>3</sup>&eacute;<fn><p>A note.</p></fn>
<list><list-item><p>item</p></list-item></list></p><boxed-text><caption><title>Box</title></caption><p>{escape(ROGERS)}</p>
<ref-list><ref id="x1"><mixed-citation>{escape(YALOM)}</mixed-citation></ref></ref-list></boxed-text><table-wrap><table>
<tr><td>cell</td></tr></table></table-wrap></sec></body><back><ref-list><title>References</title><ref id="b1"><label>1
</label><element-citation publication-type="journal"><person-group person-group-type="author"><name><surname>Neff</surname>
<given-names>KD</given-names></name><etal/></person-group><year>2003</year><article-title>Self-compassion</article-title>
<source>Self Ident</source><volume>2</volume><issue>2</issue><fpage>85</fpage><lpage>101</lpage><pub-id pub-id-type="doi">
10.1080/15298860309032</pub-id></element-citation></ref><ref id="b2"><label>2</label><citation-alternatives>
<mixed-citation>{escape(ROGERS)}</mixed-citation><element-citation publication-type="book"><collab>Rogers</collab>
<chapter-title>One</chapter-title><source>On becoming</source><publisher-loc>Boston</publisher-loc><publisher-name>HM
</publisher-name></element-citation></citation-alternatives></ref><ref id="b3"><note><p>{escape(YALOM)}</p></note></ref>
</ref-list><app-group><app><title>Appendix</title><p>More</p></app></app-group></back><sub-article><body><p>Reply</p></body>
</sub-article></article>"""


def _tei() -> str:
    return f"""<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Kind
</title></titleStmt></fileDesc></teiHeader><text xml:lang="en"><body><div><head n="1">Method</head><p>As <hi>shown</hi> <ref
type="bibr" target="#b0 #b1">(Neff 2003)</ref><note n="1" place="foot">See {escape(ROGERS)}</note><list><item>one</item></list>
</p><figure><head>F</head><figDesc>d</figDesc></figure></div></body><back><div type="references"><listBibl><biblStruct
xml:id="b0" n="1"><analytic><title level="a" type="main">Self-compassion</title><author><persName><forename type="first">K
</forename><surname>Neff</surname></persName></author></analytic><monogr><title level="j">Self and Identity</title><imprint>
<biblScope unit="volume">2</biblScope><biblScope unit="page" from="85" to="101"/><date type="published" when="2003-04"/>
</imprint></monogr><idno type="DOI">10.1080/15298860309032</idno><note type="raw_reference">{escape(NEFF)}</note></biblStruct>
<bibl xml:id="b1">{escape(ROGERS)}</bibl><bibl><author>Yalom</author> <title>Group</title> <date>2005</date></bibl>
</listBibl></div></back></text></TEI>"""


def _latex() -> str:
    return r"""\documentclass{article}\usepackage[utf8]{inputenc}
\newcommand{\name}[2][x]{\emph{#2} (#1)}\def\kind#1.{Kind #1}\let\oldname\name
\begin{document}\title{Kind\-ness}\maketitle
\section{Method}\label{s} As \name[y]{shown} \citep[see][p.~3]{neff,rogers} and \textcite{yalom}, \footnote{See \cite{neff}.}
$x^{2}$ \[ a \] Schr{\"o}dinger \'etat \ss{} % comment
\begin{itemize}\item one \item[b] two\end{itemize}\begin{tabular}{ll}a & b \\ c & d\end{tabular}
\verb|\cite{no}| \iffalse hidden \fi \url{http://a.org/%20b} \input{nothing}
\begin{thebibliography}{9}
\bibitem[Neff(2003)]{neff} K.~D. Neff. \newblock {\em Self-compassion}. Self and Identity, 2:85--101, 2003.
\bibitem{rogers} C.~R. Rogers. \textit{On becoming a person}. Houghton Mifflin, 1961.
\harvarditem[Y]{Yalom}{2005}{yalom} I. Yalom. Group psychotherapy.
\end{thebibliography}\bibliography{none}\end{document}
"""


def _bbl() -> str:
    return r"""% $ biblatex auxiliary file $
\begingroup\refsection{0}\datalist[entry]{nty/global//global/global}
\entry{neff}{article}{}
  \name{author}{1}{}{{{hash=ab}{family={Neff},familyi={N\bibinitperiod},given={Kristin\bibnamedelima D.},prefix={van}}}}
  \strng{namehash}{ab}\field{labelyear}{2003}\list{publisher}{1}{{Psychology Press}}
  \field{journaltitle}{Self and Identity}\field{title}{Self-compassion}\field{volume}{2}\field{year}{2003}
  \field{pages}{85\bibrangedash 101}\verb{doi}
  \verb 10.1080/15298860309032
  \endverb
\endentry
\entry{rogers}{book}{}\name{author}{1}{}{{{hash=cd}{family={Rogers},given={Carl}}}}\field{title}{On becoming a person}
\field{date}{1961-02-03}\endentry
\enddatalist\endrefsection\endgroup
"""


def _bibtex() -> str:
    return r"""@comment{x}
@string{sai = "Self and Identity" # { !}}
@preamble{"\def\x{}"}
@article{neff2003, author = {Neff, Kristin D. and {van der} Berg, J{\"o}rg and others}, title = {{Self}-compassion: $x$},
  journal = sai, year = 2003, month = apr # "~3", pages = {85--101}, doi = {10.1080/15298860309032}, file = {a:b\;c}}
@book(rogers, title = "On {B}ecoming a \emph{Person}", author = "Rogers, Carl", year = {1961}, crossref = {set}, xdata={set})
@xdata{set, publisher = {HM}, date = {1961-02/1962~}, keywords = {a, b}}
@online{web, title={T}, url={http://a.org/%20}, urldate={2020-01-01}, annotation={ { } }, crossref={web}}
"""


def _ris() -> str:
    return """TY  - JOUR
AU  - Neff, Kristin D.
A1  - Berg, J.,Jr.
TI  - Self-compassion
JO  - Self and Identity
PY  - 2003/04/01/Spring
VL  - 2
SP  - 85
EP  - 101
DO  - 10.1080/15298860309032
UR  - http://a.org
ER  -

TY  - BOOK
T1  - On becoming a person
AU  - Rogers, Carl
Y1  - 1961///
ER  -
"""


def _nbib() -> str:
    return """PMID- 12345678
DP  - 2003 Apr-May
TI  - Self-compassion: an alternative
      conceptualization.
FAU - Neff, Kristin D
AU  - Neff KD
TA  - Self Ident
VI  - 2
PG  - 85-101
AID - 10.1080/15298860309032 [doi]

PMID- 2
TI  - Two
"""


def _endnote() -> str:
    return """%0 Journal Article
%A Neff, Kristin D.
%T Self-compassion
%J Self and Identity
%D 2003
%V 2
%N 2
%P 85-101
%R 10.1080/15298860309032

%0 Book
%A Rogers, Carl
%T On becoming a person
%I Houghton Mifflin
"""


def _docx() -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

    def run(text: str) -> str:
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def field(code: str, result: str) -> str:
        mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
        instruction = f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>"
        return mark("begin") + instruction + mark("separate") + run(result) + mark("end")

    def paragraph(inside: str, style: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'

    endnote = (
        "<EndNote><Cite><Author>Neff</Author><RecNum>4</RecNum><record><rec-number>4</rec-number><ref-type name='Journal "
        "Article'>17</ref-type><contributors><authors><author>Neff, K.</author></authors></contributors><titles><title>"
        "Self-compassion and more</title></titles><dates><year>2003</year></dates></record></Cite></EndNote>"
    )
    citavi = base64.b64encode(
        json.dumps(
            {"Entries": [{"Reference": {"Title": "On becoming a person", "Authors": [{"LastName": "R"}]}}]}
        ).encode()
    ).decode()
    numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
    body = (
        paragraph(run("Method"), "H1")
        + paragraph(
            field(f"ADDIN ZOTERO_ITEM CSL_CITATION {CLUSTER}", "(Neff, 2003)")
            + '<w:r><w:footnoteReference w:id="1"/></w:r>'
        )
        + paragraph(
            field(f"ADDIN EN.CITE {endnote}", "[4]")
            + f'<w:sdt><w:sdtPr><w:tag w:val="CitaviPlaceholder{{{citavi}}}"/></w:sdtPr><w:sdtContent>{run("(R)")}</w:sdtContent></w:sdt>'
        )
        + paragraph('<w:fldSimple w:instr=" CITATION Nef03 \\m Rog61 ">' + run("(Nef)") + "</w:fldSimple>")
        + "<w:tbl><w:tr><w:tc>"
        + paragraph(run("cell"))
        + "</w:tc></w:tr></w:tbl>"
        + paragraph(
            "<w:del>"
            + run("gone")
            + "</w:del><w:ins>"
            + run("new")
            + "</w:ins><w:hyperlink>"
            + run("link")
            + "</w:hyperlink>"
        )
        + paragraph(run("References"), "H1b")
        + paragraph(field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", NEFF), "Bib")
        + numbered
        + run(ROGERS)
        + "</w:p>"
        + numbered
        + run(YALOM)
        + "</w:p>"
    )
    styles = (
        '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="H1b"><w:basedOn w:val="H1"/>'
        '<w:name w:val="Own"/></w:style><w:style w:styleId="Bib"><w:name w:val="Bibliography"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="[%1]"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    notes = f'<w:footnote w:id="1"><w:p>{run("See Neff 2003.")}</w:p></w:footnote>'
    sources = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Nef03'
        "</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Title>Self-compassion</b:Title><b:Year>2003</b:Year><b:Author>"
        "<b:Author><b:NameList><b:Person><b:Last>Neff</b:Last></b:Person></b:NameList></b:Author></b:Author></b:Source></b:Sources>"
    )
    return _pack(
        {
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {names}>{styles}</w:styles>",
            "word/numbering.xml": f"<w:numbering {names}>{numbering}</w:numbering>",
            "word/footnotes.xml": f"<w:footnotes {names}>{notes}</w:footnotes>",
            "word/endnotes.xml": f"<w:endnotes {names}>{notes.replace('footnote', 'endnote')}</w:endnotes>",
            "customXml/item1.xml": sources,
        }
    )


def _odt() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{name}="{space}{name}:1.0"' for name in ("office", "text", "table"))
    mark = quoteattr(f"ZOTERO_ITEM CSL_CITATION {CLUSTER} RNDabc")
    body = (
        '<text:h text:outline-level="1">Method</text:h><text:p>one<text:s text:c="3"/>two<text:tab/>'
        f"<text:reference-mark-start text:name={mark}/>(Neff)<text:reference-mark-end text:name={mark}/>"
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>'
        f"{escape(ROGERS)}</text:p></text:note-body></text:note><text:span>x</text:span></text:p>"
        '<text:p><text:bibliography-mark text:identifier="Nef03" text:bibliography-type="article" text:author="Neff, K"'
        ' text:title="Self-compassion" text:year="2003">[Nef03]</text:bibliography-mark></text:p>'
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><table:table><table:table-row><table:table-cell>"
        "<text:p>cell</text:p></table:table-cell></table:table-row></table:table><text:h>References</text:h><text:list>"
        + "".join(f"<text:list-item><text:p>{escape(entry)}</text:p></text:list-item>" for entry in ENTRIES)
        + f'</text:list><text:section text:name="ZOTERO_BIBL {{}} CSL_BIBLIOGRAPHY RND1"><text:p>{escape(NEFF)}</text:p></text:section>'
    )
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return _pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _epub() -> bytes:
    package = """<package><metadata><title>Kindness</title><language>en</language></metadata><manifest>
<item id="a" href="text/a%20a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml"
media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    return _pack(
        {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="O/book.opf"/></rootfiles></container>',
            "O/book.opf": package,
            "O/text/a a.xhtml": _html(),
            "O/b.xhtml": f"<html><body><h2>Notes</h2><p>1. {escape(ROGERS)}</p><h2>References</h2><p>{escape(NEFF)}</p></body></html>",
        }
    )


def _pack(members: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _pdf(*, packed: bool = False) -> bytes:
    """Return a PDF of two pages with two fonts, one embedded map of letters, a form and a raised number."""
    lines = [
        "Kindness to oneself", "", "Being kind to oneself helps [1, 2] and more so", "over time, as Rogers (1961) put it.",
        "References", *(f"[{number}] {entry}" for number, entry in enumerate(ENTRIES, 1)),
    ]  # fmt: skip
    pages = []
    for page in (1, 2):
        shown = "".join(
            f"BT /F{1 + place % 2} {10 + place % 3} Tf {70 + 200 * (page - 1)} {780 - 14 * place} Td ({_pdf_text(line)}) Tj ET\n"
            for place, line in enumerate(lines)
        )
        raised = "BT /F1 6 Tf 1 0 0 1 300 750 Tm [(1) -20 (2)] TJ 2 Tr 3 Ts (3) Tj T* ET q 1 0 0 1 9 9 cm /X1 Do Q\n"
        pages.append((shown + raised).encode("latin-1"))
    table = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar "
    table += b"<41> <0041> <66> <00660069> endbfchar 1 beginbfrange <61> <65> <0061> endbfrange endcmap end"
    form = b"BT /F2 9 Tf 70 60 Td (Journal of Kindness 2) Tj ET"
    streams = [(b"", page) for page in pages] + [
        (b"", table),
        (b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F2 6 0 R >> >>", form),
    ]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 99 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        *(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate 0 /Contents %d 0 R /Resources << /Font << /F1 5 0 R "
            b"/F2 6 0 R >> /XObject << /X1 10 0 R >> >> >>" % number
            for number in (7, 8)
        ),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 9 0 R >>",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding << /Differences [65 /A /fi 200 /germandbls] >> >>",
    ]
    for head, body in streams:
        content, kind = (zlib.compress(body), b"/Filter /FlateDecode ") if packed else (body, b"")
        objects.append(b"<< %s %s/Length %d >>\nstream\n%s\nendstream" % (head, kind, len(content), content))
    objects.append(b"<< /Title (Kindness) /Producer (pdfTeX-1.40) >>")
    data = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        size - 1,
        len(data),
    )
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + xref + end


def _pdf_text(text: str) -> str:
    plain = text.encode("cp1252", "replace").decode("latin-1")
    return plain.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
