"""Text against list where works are cited by number or key: beyond the list, uncited, out of order."""

from __future__ import annotations

import pytest

from refs.check.text.numbering import numbers_without_reference
from refs.model import Article, Block, BlockKind, CheckedArticle, Citation, Reference
from tests.check.small_articles import NUMBERED, beyond, by_number, told


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "It heals [1].\n\n| Study | n |\n|---|---|\n| Neff [2] | 3 |\n| Rogers [3,4] | 5 |", id="table"
        ),
        pytest.param("It heals [1].\n\n![Means, after Neff [2] and Rogers [3,4].](a.png)", id="caption"),
        pytest.param("It heals [1].[^a]\n\n[^a]: See Neff [2] and others [3,4].", id="note"),
        pytest.param("It heals [1].\n\n> Box 1: See Neff [2] and others [3,4].", id="box"),
        pytest.param("It heals (1), says Neff (2), as others do (refs. 3 and 4).", id="words"),
        pytest.param(
            "It heals [3].[^a] Or not [4].\n\n[^a]: See Neff [1] and others [2].", id="order in notes"
        ),
    ],
)
def test_a_reference_cited_anywhere_is_cited(body: str) -> None:
    assert told(by_number(body)) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Cura (1), dicen (2 y 3); véase (refs. 3 y 4).", id="es"),
        pytest.param("Cura (1), dicen (2 a 4) y la ecuación (6) sigue.", id="es range"),
        pytest.param(
            "It heals *well* [1], K^−1^ [2, Sec. 3] and **so** [3,4].", id="markup before a bracket"
        ),
        pytest.param("It heals [1], see [see also 2; 3] and [4, Eq. 2].", id="words within"),
        pytest.param("It heals [1] by x * [9] and y = [8], or [2–4].", id="operators"),
        pytest.param(
            "Under dry conditions [1,2], as in the equation [3], see https://a.org/b/ [4].", id="nouns"
        ),
        pytest.param("It grew by 7 cm2/s\n[1]. So it is [2–4].", id="a letter before the line's end"),
    ],
)
def test_numbers_that_are_cited(body: str) -> None:
    assert told(by_number(body)) == []


@pytest.mark.parametrize(
    "said",
    ["x ∈ [4, 40]", "f(4) = [4]", "y[4] + 1", "[−4, 4]", "    total = a[4]", "equation (4)"],
    ids=["set", "sum", "element", "interval", "code", "counted"],
)
def test_what_is_no_citation_is_no_mention(said: str) -> None:
    assert told(by_number(f"It heals [1], it does [2, 3]. Let it be so.\n\n{said}\n\nSo it is [1].")) == [
        ("T402", "reference 4")
    ]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param(
            "It heals [1,2], says he [3: 12], say others [4]. So it does [6: 44].", ["6"], id="page"
        ),
        pytest.param("It heals [1,2], says he [3], say others [4]. She laughs [6:44].", [], id="a time"),
        pytest.param(
            "It heals (1,2), says he (3), say others (4). It did in March 2016 (ref. 5).", ["5"], id="ref."
        ),
        pytest.param(
            "It heals (1,2), says he (3), say others (4). It did in March 2016 (5).",
            ["5"],
            id="behind a year",
        ),
        pytest.param(
            "It heals (1,2), says he (3), say others (4). We saw some in 2015 (4) and in 2016 (5).",
            [],
            id="counts",
        ),
        pytest.param(
            "It heals (1,2), says he (3), say others (4). See equation (5) and step (6).", [], id="counted"
        ),
    ],
)
def test_numbers_beyond_the_list(body: str, labels: list[str]) -> None:
    assert beyond(by_number(body)) == labels


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        pytest.param(
            "It heals.1,2 So the others say.3,4 And the others5 disagree.", ["5"], id="behind a word"
        ),
        pytest.param("It heals.1,2 So the others say.3,4 We saw foxp5 too.", [], id="a gene"),
        pytest.param(
            "It heals.1,2 So the others say.3,4 It was small (n = 12).5 So it is.", ["5"], id="a bracket"
        ),
        pytest.param("It heals.1,2 So the others say.3,4 It was so in 2016.5", ["5"], id="a year at the end"),
    ],
)
def test_raised_numbers_beyond_the_list_of_a_plain_text(body: str, labels: list[str]) -> None:
    assert beyond(by_number(body).replace("#", ""), "a.txt") == labels


def test_raised_signs_beyond_the_list_of_a_plain_text() -> None:
    body = (
        "It heals.¹,² So the others say.³⁻⁴ And some of the others⁵ disagree, over 12 km² or 10⁶ m² of ⁶Li."
    )
    assert beyond(by_number(body).replace("#", ""), "a.txt") == ["5"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("It heals.^1^ We saw ^13^C and ^5^Li, and ^22^Na.^2,3^ It does.^4^", id="isotopes"),
        pytest.param(
            "It heals.^1a^ It does.^2b,c^ So they say.^3,4^", id="letters of works under one number"
        ),
        pytest.param("It heals.^1^ It does.^2,3^ It was made as in ref. 4.", id="ref."),
    ],
)
def test_raised_numbers_that_are_cited_or_cite_nothing(body: str) -> None:
    assert told(by_number(body)) == []


@pytest.mark.parametrize(("note", "absent"), [("4", []), ("1", [("44",)])], ids=["of the note", "of no work"])
def test_a_raised_number_may_run_into_that_of_a_note(note: str, absent: list[tuple[str, ...]]) -> None:
    text = "They wait.44\nIt was asked in passing."
    article = Article(
        "a.pdf", "pdf", text, (Block(BlockKind.FOOTNOTE, text[13:], 13, len(text), label=note),)
    )
    references = tuple(Reference(entry, label=str(n)) for n, entry in enumerate(NUMBERED, 1))
    cited = Citation("44", (10, 12), (), "superscript", labels=("44",))
    checked = CheckedArticle(article, references, (cited,), matches=(None,) * len(references))
    assert [labels for _, labels in numbers_without_reference(checked, range(len(references)))] == absent


def test_a_range_that_the_end_of_a_line_parts() -> None:
    body = "It heals.1 It pays, so they say.1,2 Perhaps so, they say.2\u2013\n4 Others disagree."
    assert told(by_number(body).replace("#", ""), "a.txt") == []


def test_the_order_of_first_use_is_told_in_a_paragraph_that_begins_with_a_figure() -> None:
    body = "Figure 1 shows it [1].\n\nFigure 2 shows it [3], and step (2) too.\n\nSo it is [2], they say [4]."
    assert [code for code, _ in told(by_number(body))] == ["T407"]
    caption = "It is so [1].\n\nFigure 2. Means, after others [3]\n\nSo it is [2], they say [4]."
    assert told(by_number(caption)) == []


def test_the_end_of_a_list_of_which_the_text_ends_early_is_a_remark() -> None:
    entries = "\n\n".join(f"{n}. {NUMBERED[n % 4].replace('2', str(n % 10))}" for n in range(1, 13))
    body = "It heals [1], it does [2,3], they say [4], again [5,6] and again [7,8]."
    assert [code for code, _ in told(f"# On kindness\n\n{body}\n\n## References\n\n{entries}\n")] == ["T410"]


def test_entries_that_columns_swallowed_are_not_missing() -> None:
    body = "It heals [1], it does [2], they say [3]. Others [4] agree [5]."
    lost = (
        by_number(body)
        .replace("#", "")
        .replace("3. Rogers", "x  [3] Rogers")
        .replace("4. Germer", "  [4] Germer")
    )
    assert [m for code, m in told(lost, "a.txt") if code == "T406"] == ["[5] cites 5; the list has 1 to 2"]


def test_a_list_that_begins_late_was_not_read_whole() -> None:
    body = "It heals [21], it does [22,23], they say [24]. Others [3] agree [25]."
    entries = "\n\n".join(f"[{n}] {entry}" for n, entry in enumerate(NUMBERED, 21))
    text = f"# On kindness\n\n{body}\n\n## References\n\n{entries}\n"
    assert [m for code, m in told(text) if code == "T406"] == ["[25] cites 25; the list has 21 to 24"]


def test_a_remark_among_numbered_references_is_not_uncited() -> None:
    assert (
        told(by_number("It heals [1-4].") + "\n5. It was asked, though in passing, whether this is so.\n")
        == []
    )


def test_numbers_beside_those_of_an_appendix_may_stand_in_its_table() -> None:
    entries = "\n\n".join(f"[{n}] {NUMBERED[n % 4].replace('2', str(n % 10))}" for n in range(1, 17))
    body = "It heals [1], [2], [3], [4], [5], [6], [7] and [13], [14], [15], [16]."
    text = (
        f"# On it\n\n{body}\n\n## References\n\n{entries}\n\n## Appendix\n\nSo [8], [9] and [10] (Table 4).\n"
    )
    assert [code for code, _ in told(text)] == ["T410"]


BIBITEMS = "".join(rf"\bibitem{{w{n}}} {entry}" + "\n" for n, entry in enumerate(NUMBERED))
TEX = r"\begin{document}%s\begin{thebibliography}{9}" + BIBITEMS + r"\end{thebibliography}\end{document}"


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        pytest.param(r"It heals \cite{w0,w1,w2}. \nocite{w3}", [], id="nocite"),
        pytest.param(r"It heals \cite{w0,w1,w2}. \nocite{*}", [], id="nocite all"),
        pytest.param(r"It heals \cite{w0,w1,w2}.", ["T402"], id="uncited"),
        pytest.param(r"It heals \cite{w0,w1,w2,w3}, \cite{x} and \cite{x,y}.", ["T406", "T406"], id="keys"),
        pytest.param(
            r"It heals \cite{w0,w1,w2,w3}, \cite{x}, \cite{y}, \cite{z}, \cite{q}.", ["T406"], id="many keys"
        ),
    ],
)
def test_keys_of_latex(body: str, codes: list[str]) -> None:
    assert [code for code, _ in told(TEX % body, "a.tex")] == codes


ORDERED = "".join(f"<list-item><p>{entry}</p></list-item>" for entry in NUMBERED)
BODY = "It heals [1], it does [2,3], they say [4]. Others [5] disagree."
JATS = (
    "<article><front><article-meta><title-group><article-title>On it</article-title></title-group>"
    "</article-meta>"
    f"</front><body><sec><title>It</title><p>{BODY}</p></sec><sec><title>References</title>"
    f'<list list-type="order">{ORDERED}</list></sec></body></article>'
)
ITEMS = "".join(rf"\item {entry} " for entry in NUMBERED).replace("&", r"\&")
LISTED = rf"\section*{{References}}\begin{{enumerate}}{ITEMS}\end{{enumerate}}"
ENUMERATED = rf"\begin{{document}}{BODY}{LISTED}\end{{document}}"


@pytest.mark.parametrize(("text", "name"), [(JATS, "a.xml"), (ENUMERATED, "a.tex")], ids=["jats", "latex"])
def test_a_list_that_the_source_numbers_has_numbers(text: str, name: str) -> None:
    assert told(text, name) == [("T406", "[5] cites 5; the list has 1 to 4")]
