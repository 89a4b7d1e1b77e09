"""LaTeX: what commands print, what a list holds, which keys are cited, and that it always ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from refs.extract import extract_citations, extract_references
from refs.model import Article, Block, BlockKind
from refs.read.latex import read_latex


def read(body: str, head: str = "", path: Path | None = None) -> Article:
    source = f"\\documentclass{{article}}\n{head}\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return read_latex(source.encode(), name="main.tex", path=path)


def references(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is BlockKind.REFERENCE]


PRINTED = {
    "accents": (
        r"Svens{\'e}n, G\"odel, {\L}{\'o}d{\'z}, \c{C}elik, \v{S}, \H{o}",
        "Svensén, Gödel, Łódź, Çelik, Š, ő",
    ),
    "accent on a dotless i": (r"na\"{\i}ve, Mart{\'\i}nez", "naïve, Martínez"),
    "symbols": (r"\ss, {\AE}r\o, \&, \%, \$ 5, M{\"u}ller \copyright{} x", "ß, Ærø, &, %, $ 5, Müller © x"),
    "dashes and quotes": (r"``Self''--`a'---b~c", "“Self”–‘a’—b c"),
    "groups are transparent": (r"{\em Self and {I}dentity\/}, {\bf 2}(2)", "Self and Identity, 2(2)"),
    "links": (
        r"\url{https://example.org/a_b%20c} \href{https://x.org}{here}",
        "https://example.org/a_b%20c here",
    ),
    "lengths": (r"a.\hskip 1em plus 0.5em minus 0.4em\relax b, p.~5\penalty0 c", "a. b, p. 5 c"),
    "mathematics": (r"TiO$_2$ and $\alpha^{2}$", "TiO2 and α2"),
    "comments": ("one% two\n   three \\% four", "onethree % four"),
    "revtex": (r"\bibinfo {author} {\bibfnamefont {K.}~\bibnamefont {Neff}}\BibitemShut {NoStop}", "K. Neff"),
    "own macro": (r"\newcommand{\self}[1]{Self-#1} \self{compassion} now", "Self-compassion now"),
    "own macro with a default": (r"\newcommand{\pg}[2][pp.]{#1 #2} \pg{3}, \pg[p.]{4}", "pp. 3, p. 4"),
    "journal macro": (r"2012, \apj, 753, 148", "2012, ApJ, 753, 148"),
    "operators": (r"$O(n \log n)$ and {\textmu}m", "O(n logn) and µm"),
    "verbatim": (r"write \verb|\cite{a}| or \verb+b+", r"write \cite{a} or b"),
    "macro with blanks before its arguments": (r"\def \hide   #1{\unskip} a\hide{no}", "a"),
    "apacite": (
        r"\APACjournalVolNumPages{Self}{2}{}{85--101}\ \BBA {} \APACrefYearMonthDay{2003}{May}{}",
        "Self, 2, 85–101 & (2003, May)",
    ),
    "hidden": (r"a \iffalse no \fi b", "a b"),
}


@pytest.mark.parametrize(("source", "printed"), PRINTED.values(), ids=PRINTED)
def test_what_commands_print(source: str, printed: str) -> None:
    assert read(source).text == printed


CITED = {
    r"see \cite{a,b}.": [("a", "b")],
    r"\citep[see][p.~3]{a}": [("a",)],
    r"\citet*{a} and \Citeauthor{b}": [("a",), ("b",)],
    r"\parencites(see)()[1]{a}[2]{b}": [("a", "b")],
    "\\citep{a,\n b}": [("a", "b")],
    r"\nocite{a} \citestyle{x}": [],
    r"\citet[][hereafter \citetalias{a}]{a}": [("a",)],
    r"\newcommand{\mine}[1]{(\citealp{#1})} \mine{a}": [("a",)],
    r"\cite<e.g.,>[p.~3]{a}": [("a",)],
    r"\verb|\cite{b}| \citelist{\cite{a}*{Ch.~2}}": [("a",)],
    r"text\footnote{More in \cite{b}.} goes on \cite{a}": [("a",), ("b",)],
}


@pytest.mark.parametrize(("source", "keys"), CITED.items(), ids=CITED)
def test_cited_keys(source: str, keys: list[tuple[str, ...]]) -> None:
    article = read(source)
    pointers = [pointer for b in article.blocks for pointer in b.attributes.get("citations", ())]
    assert [pointer[2] for pointer in pointers] == keys
    assert all(article.text[start:end].startswith("\\") for start, end, _ in pointers)


LIST = r"""\begin{thebibliography}{9}
\bibitem{Neff2003} K.~D. Neff. \newblock {\em Self and Identity}, 2:85--101, 2003.

\bibitem[\protect\citeauthoryear{Rogers}{1961}]{rogers:61}
C. Rogers. On Becoming a Person, 1961.
\bibitem[{Frank(1961)Frank [ed.]}]{frank} J. Frank.
\end{thebibliography}"""


def test_thebibliography() -> None:
    assert [(b.label, b.text) for b in references(read(LIST))] == [
        ("Neff2003", "K. D. Neff. Self and Identity, 2:85–101, 2003."),
        ("rogers:61", "C. Rogers. On Becoming a Person, 1961."),
        ("frank", "J. Frank."),
    ]


def test_bbl_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "main.bbl").write_text(LIST)
    article = read(
        "Text \\cite{frank}.\n\n\\bibliography{refs}\n\n\\appendix After", path=tmp_path / "main.tex"
    )
    assert [b.label for b in references(article)] == ["Neff2003", "rogers:61", "frank"]
    assert article.blocks[-1].text == "After"


def test_a_bbl_hides_what_its_head_says(tmp_path: Path) -> None:
    head = (
        "\\begin{thebibliography}{1}\n\\ifx \\showISBNx \\undefined \\def \\showISBNx   #1{\\unskip} \\fi\n"
    )
    entry = "\\bibitem[Rogers(1961)]%\n  {Rogers61}\nCarl Rogers. 1961.\n\\showISBNx{0-39-575531-X}\n"
    (tmp_path / "main.bbl").write_text(f"{head}{entry}\\end{{thebibliography}}\n")
    article = read("Text \\cite{Rogers61}.\n\n\\bibliography{refs}", path=tmp_path / "main.tex")
    assert [(b.label, b.text) for b in references(article)] == [("Rogers61", "Carl Rogers. 1961.")]


PANDOC = r"""Text (\protect\hyperlink{ref-neff2003}{Neff 2003}), \citeproc{ref-rogers}{Rogers 1957}.
\section{References}
\hypertarget{refs}{}
\begin{CSLReferences}{1}{0}
%s%%
Neff, Kristin. 2003. {``Self-Compassion.''} \emph{Self and Identity} 2.

%s%%
\CSLLeftMargin{2. }\CSLRightInline{Rogers, Carl. 1957. {``Conditions.''}}

\end{CSLReferences}"""


@pytest.mark.parametrize(
    "mark",
    [
        r"\leavevmode\hypertarget{KEY}{}",
        r"\leavevmode\vadjust pre{\hypertarget{KEY}{}}",
        r"\bibitem[\citeproctext]{KEY}",
    ],
)
def test_the_list_that_pandoc_wrote(mark: str) -> None:
    keys = ("ref-neff2003", "ref-rogers")
    article = read(PANDOC % tuple(mark.replace("KEY", key) for key in keys))
    found = extract_references(article)
    assert [(r.label, r.raw) for r in found] == [
        ("ref-neff2003", "Neff, Kristin. 2003. “Self-Compassion.” Self and Identity 2."),
        ("ref-rogers", "Rogers, Carl. 1957. “Conditions.”"),
    ]
    assert [c.references for c in extract_citations(article, found)] == [(0,), (1,)]


AASTEX = r"""Clusters \cite{abell} were counted (Bahcall 1988).
\begin{%s}
\reference{abell} Abell, G. O. 1958, \apjs, 3, 211
\reference Bahcall, N. A. 1988, \araa, 26, 631
\reference{} Press, W. H., \& Schechter, P. 1974, \apj, 187, 425
\end{%s}
After."""


def test_the_list_of_aastex() -> None:
    article = read(AASTEX.replace("%s", "references"))
    found = extract_references(article)
    assert [(r.label, r.raw) for r in found] == [
        ("abell", "Abell, G. O. 1958, ApJS, 3, 211"),
        ("", "Bahcall, N. A. 1988, ARA&A, 26, 631"),
        ("", "Press, W. H., & Schechter, P. 1974, ApJ, 187, 425"),
    ]
    assert [c.references for c in extract_citations(article, found)] == [(0,)]
    assert article.blocks[-1].text == "After."


def test_an_environment_of_that_name_without_entries_is_text() -> None:
    article = read(r"\begin{references}Neff (2003) is \emph{cited}.\end{references}")
    assert [(b.kind, b.text) for b in article.blocks] == [(BlockKind.PARAGRAPH, "Neff (2003) is cited.")]


AMSREFS = r"""See \cite{AM69}.
\begin{bibdiv}\begin{biblist}
\bib{AM69}{book}{
   author={Atiyah, M. F.}, author={Macdonald, I. G.},
   title={Introduction to \emph{commutative} algebra}, publisher={Addison-Wesley},
   date={1969}, review={\MR{0242802}},
}
\bib{Gro57}{article}{author={Grothendieck, Alexander}, title={Sur quelques points},
   journal={T\^{o}hoku Math. J.}, volume={9}, date={1957}, pages={119--221}}
\end{biblist}\end{bibdiv}"""


def test_amsrefs() -> None:
    article = read(AMSREFS)
    found = extract_references(article)
    assert [(r.label, r.raw) for r in found] == [
        (
            "AM69",
            "M. F. Atiyah and I. G. Macdonald. “Introduction to commutative algebra”. Addison-Wesley. 1969.",
        ),
        (
            "Gro57",
            "Alexander Grothendieck. “Sur quelques points”. In: Tôhoku Math. J. 9. 1957. pp. 119-221.",
        ),
    ]
    assert [c.references for c in extract_citations(article, found)] == [(0,)]


def test_cited_entries_of_a_bib_are_the_list_where_nothing_else_is(tmp_path: Path) -> None:
    entries = "@book{rogers, author={Rogers, Carl}, title={On Becoming a Person}, year={1961}}\n"
    (tmp_path / "refs.bib").write_text(entries + "@book{other, title={Not Cited}, year={1999}}\n")
    article = read("As \\citet{rogers} says.\n\n\\bibliography{refs,gone}", path=tmp_path / "main.tex")
    assert article.warnings == ("gone is named in the document and not beside it",)
    found = extract_references(article)
    assert [(r.label, r.item.title if r.item else "") for r in found] == [("rogers", "On Becoming a Person")]
    assert [c.references for c in extract_citations(article, found)] == [(0,)]


def test_input_files_are_put_in_from_the_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "intro.tex").write_text("Intro \\cite{frank}. % note")
    (tmp_path / "secret.tex").write_text("secret")
    article = read("\\input{intro}\n\n\\input{../secret}\n\n\\input{gone}", path=folder / "main.tex")
    assert "Intro" in article.text
    assert "secret" not in article.text
    assert article.warnings == (
        "../secret is named in the document and not beside it",
        "gone is named in the document and not beside it",
    )


def test_input_without_braces(tmp_path: Path) -> None:
    (tmp_path / "body.tex").write_text("As \\cite{frank} says.")
    assert "frank" in read("\\input body\n", path=tmp_path / "main.tex").text


def test_a_file_that_inputs_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.tex").write_text("x \\input{a} \\input{a}")
    assert read("\\input{a}", path=tmp_path / "main.tex").text.startswith("x")


BIBLATEX = r"""\refsection{0}\datalist[entry]{nty/global//global/global}
\entry{Neff2003}{article}{}
 \name{author}{1}{}{{{hash=1}{family={Neff},familyi={N\bibinitperiod},given={Kristin},giveni={K}}}}
 \list{publisher}{1}{{Taylor \& Francis}}
 \field{title}{Self-compassion}\field{journaltitle}{Self and Identity}
 \field{volume}{2}\field{number}{2}\field{year}{2003}\field{pages}{85\bibrangedash 101}
      \verb{doi}
      \verb 10.1080/15298860309032
      \endverb
\endentry
\enddatalist\datalist[entry]{none/global//global/global}
\entry{Neff2003}{article}{}\field{title}{Self-compassion}\endentry
\enddatalist\endrefsection"""


def test_biblatex_entries_are_items(tmp_path: Path) -> None:
    (tmp_path / "main.bbl").write_text(BIBLATEX)
    (block,) = references(read("\\printbibliography", path=tmp_path / "main.tex"))
    assert block.text == (
        "Kristin Neff. “Self-compassion”. In: Self and Identity 2.2. Taylor & Francis. 2003. pp. 85-101. "
        "doi: 10.1080/15298860309032."
    )
    assert block.item is not None
    assert (block.item.type, block.item.page, block.item.author[0].given) == (
        "article-journal",
        "85-101",
        "Kristin",
    )


def test_structure() -> None:
    article = read(
        "\\section{Method}\none\n\n\\begin{itemize}\\item two\\footnote{note}\\end{itemize}", "\\title{T}\n"
    )
    assert article.title == "T"
    assert [(b.kind.value, b.text) for b in article.blocks] == [
        ("heading", "T"),
        ("heading", "Method"),
        ("paragraph", "one"),
        ("list-item", "two"),
        ("footnote", "note"),
    ]


HOSTILE = {
    "macros that double": "\\newcommand{\\a}{\\b\\b}\\newcommand{\\b}{\\c\\c}\\newcommand{\\c}{\\a\\a}\\a",
    "a macro of itself": "\\def\\a{\\a x}\\a",
    "open braces": "{" * 50_000,
    "open arguments": "\\footnote{" * 20_000,
    "nested arguments": "\\footnote{" * 5_000 + "}" * 5_000,
    "open options": "\\cite[" * 20_000,
    "backslash at the end": "text\\",
    "open environment": "\\begin{verbatim}" * 2_000,
    "a macro of many arguments": "\\newcommand{\\a}[99999999999999]{x}\\a b",
    "an entry that ends in its key": "\\entry{a\\endentry}{article}{}\\endentry",
    "an entry without a key": "\\begin{thebibliography}{9}\\bibitem Neff",
    "an entry without a type": "\\entry{a}",
    "open conditions": "\\iffalse " * 20_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_source_ends(source: str) -> None:
    article = read_latex(source.encode(), name="a.tex", path=None)
    assert all(article.text[b.start : b.end] == b.text for b in article.blocks)


@pytest.mark.parametrize(
    "code",
    [
        r"\verb|\cite{b}|",
        r"\lstinline!\cite{b}!",
        r"\lstinline{x \cite b}",
        r"\lstinline[language=TeX]|\cite{b}|",
        r"\mintinline{tex}|\cite{b}|",
    ],
)
def test_code_in_a_line_cites_nothing(code: str) -> None:
    source = rf"\documentclass{{article}}\begin{{document}}As {code} says \cite{{a}}.\end{{document}}"
    article = read_latex(source.encode(), name="a.tex", path=None)
    found = [keys for block in article.blocks for *_, keys in block.attributes.get("citations", ())]
    assert found == [("a",)]


def test_raised_numbers_in_captions_and_footnotes() -> None:
    article = read(
        r"\begin{figure}\caption{Redrawn.\textsuperscript{3}}\end{figure}"
        r"Text\footnote{See others.\textsuperscript{4,5}}"
    )
    raised = [
        article.text[a:b] for block in article.blocks for a, b in block.attributes.get("superscripts", ())
    ]
    assert raised == ["3", "4,5"]


def test_keys_listed_without_a_citation(tmp_path: Path) -> None:
    assert read(r"See \cite{a}. \nocite{b, c}").attributes["nocite"] == ["b", "c"]
    entry = "@book{%s, author = {Neff, K.}, title = {Self-compassion}, year = 2003}\n"
    (tmp_path / "x.bib").write_text(entry % "a" + entry % "b" + entry % "c", encoding="utf-8")
    for nocite, keys in ((r"\nocite{c}", ["a", "c"]), (r"\nocite{*}", ["a", "b", "c"])):
        article = read(rf"See \cite{{a}}. {nocite} \bibliography{{x}}", path=tmp_path / "a.tex")
        assert [reference.label for reference in extract_references(article)] == keys


def test_rows_of_tables_are_blocks_and_cells_are_parted() -> None:
    article = read(r"Text. \begin{tabular}{lr} Study & n \\ Neff $x & y$ & 12 \\[2pt] \end{tabular} More.")
    assert [(b.kind, b.text) for b in article.blocks] == [
        (BlockKind.PARAGRAPH, "Text."),
        (BlockKind.TABLE, "Study | n"),
        (BlockKind.TABLE, "Neff x y | 12"),
        (BlockKind.PARAGRAPH, "More."),
    ]
