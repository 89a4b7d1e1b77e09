"""Text against list, from a file on: what the reader and the extraction have to bring along for the rules."""

from __future__ import annotations

import pytest

from refs.check import all_rules, run_rules
from refs.check.numbering import numbers_without_reference
from refs.model import Article, Block, BlockKind, CheckedArticle, Citation, Reference
from refs.pipeline import extract_article

RULES = [rule for rule in all_rules() if rule.code.startswith("T")]
DATED = (
    "Germer, C. (2009). The mindful path to self-compassion. Guilford Press.",
    "Kahneman, D., & Tversky, A. (1979). Prospect theory. Econometrica, 47(2), 263-291.",
    "Neff, K. (2003). Self-compassion: An alternative. Self and Identity, 2(2), 85-101.",
    "Rogers, C. R. (1957). The necessary and sufficient conditions. J Consulting Psychology, 21(2), 95-103.",
)
NUMBERED = (
    "Kahneman D, Tversky A. Prospect theory. Econometrica. 1979;47(2):263-291.",
    "Neff K. Self-compassion: An alternative. Self and Identity. 2003;2(2):85-101.",
    "Rogers CR. The necessary and sufficient conditions. J Consult Psychol. 1957;21(2):95-103.",
    "Germer C. The mindful path to self-compassion. Guilford Press; 2009.",
)


def told(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    """Return the findings of an article: code and message up to the verb."""
    extracted = extract_article(text.encode(), name=name)
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    return [(f.code, f.message.split(" is ")[0].split(" are ")[0]) for f in run_rules(RULES, checked)]


def by_name(body: str) -> str:
    return f"# On kindness\n\n{body}\n\n## References\n\n" + "\n\n".join(DATED) + "\n"


def by_number(body: str) -> str:
    entries = "\n\n".join(f"{n}. {entry}" for n, entry in enumerate(NUMBERED, 1))
    return f"# On kindness\n\n{body}\n\n## References\n\n{entries}\n"


ALL = "It heals (Germer, 2009; Kahneman & Tversky, 1979; Neff, 2003), says Rogers (1957)."


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        pytest.param(f"{ALL} So they say (Neff, 2003, 2005).", [("T401", "Neff (2005)")], id="year of two"),
        pytest.param(f"{ALL} So he says (Rogers, 1957/1992).", [], id="two years of one work"),
        pytest.param(
            f"{ALL} Neff (2004) agrees.",
            [("T403", "Neff (2004) and Neff (2003): cited 2004, listed 2003")],
            id="another year within the sentence, once",
        ),
        pytest.param(
            ALL.replace("Rogers (1957)", "no one.\n\n| Study | n |\n|---|---|\n| Roger, 1957 | 4 |\n"),
            [("T404", "Roger (1957) and Rogers (1957): cited as Roger, listed as Rogers")],
            id="misspelt in a cell",
        ),
        pytest.param(
            f"{ALL}\n\nStudy        n\nOkafor et al., 2011        12",
            [("T401", "Okafor et al. (2011)")],
            id="et al. in a column",
        ),
        pytest.param(f"{ALL} Neff (2004, as cited in Germer, 2009) agrees.", [], id="second hand"),
        pytest.param(
            f"{ALL} So they say (Rogers, Kahneman & Neff, 2003).",
            [("T401", "Rogers, Kahneman and Neff (2003)")],
            id="names of others",
        ),
        pytest.param(
            ALL.replace("Rogers (1957)", "Roger (1957)"),
            [("T404", "Roger (1957) and Rogers (1957): cited as Roger, listed as Rogers")],
            id="misspelt within the sentence",
        ),
    ],
)
def test_citations_by_name(body: str, findings: list[tuple[str, str]]) -> None:
    assert told(by_name(body)) == findings


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


def test_the_end_of_a_list_of_which_the_text_ends_early_is_a_remark() -> None:
    entries = "\n\n".join(f"{n}. {NUMBERED[n % 4].replace('2', str(n % 10))}" for n in range(1, 13))
    body = "It heals [1], it does [2,3], they say [4], again [5,6] and again [7,8]."
    assert [code for code, _ in told(f"# On kindness\n\n{body}\n\n## References\n\n{entries}\n")] == ["T410"]


def test_footnotes_that_are_the_list_are_no_list_to_be_cited() -> None:
    notes = "\n\n".join(f"[^{n}]: {entry}" for n, entry in enumerate(DATED, 1) if n != 2)
    assert told(f"# On kindness\n\nIt heals.[^1] It pays.[^3] It does.[^4]\n\n{notes}\n") == []


def test_footnotes_may_cite_a_work_again_and_again() -> None:
    note = "Neff, K. (2003). Self-compassion: An alternative. Self and Identity, 2(2), 85-101."
    notes = "\n\n".join(f"[^{n}]: {note}" for n in range(1, 5))
    text = f"# On kindness\n\nIt heals.[^1] It pays.[^2] It does.[^3] So they say.[^4]\n\n{notes}\n"
    extracted = extract_article(text.encode(), name="a.md")
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    assert len(extracted.references) == 4
    assert [f.code for f in run_rules([r for r in all_rules() if r.code == "L501"], checked)] == []


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


def test_the_cells_of_a_table_in_latex() -> None:
    rows = r"Study & n \\ \hline Neff, 2003 & 12 \\ see Rogers, 1959; Germer, 2009 & 7 \\"
    table = rf"\begin{{table}}\caption{{Size}}\begin{{tabular}}{{lr}}{rows}\end{{tabular}}\end{{table}}"
    entries = "\n\n".join(DATED).replace("&", r"\&")
    cited = rf"It heals (Kahneman \& Tversky, 1979). {table}"
    text = rf"\begin{{document}}{cited}\section*{{References}} {entries}\end{{document}}"
    assert told(text, "a.tex") == [("T403", "Rogers (1959) and Rogers (1957): cited 1959, listed 1957")]


def test_the_mark_of_a_note_is_not_the_number_of_an_entry() -> None:
    note = "It heals [1,2,3].[^4]\n\n[^4]: This is a remark."
    assert told(by_number(note)) == [("T402", "reference 4")]


def test_what_readers_say_behind_the_list_is_not_the_articles() -> None:
    comments = "\n\nComments\n\nAnn says: but see (Okafor & Bello, 2011) and Okafor et al. 2012.\n"
    assert told(by_name(ALL) + comments) == []
    assert told((by_name(ALL) + comments).replace("#", ""), "a.txt") == []


def test_an_appendix_behind_the_list_is_the_articles() -> None:
    appended = "\n## Appendix A\n\nMore was found (Okafor & Bello, 2011).\n"
    assert told(by_name(ALL) + appended) == [("T401", "Okafor and Bello (2011)")]


def test_a_range_that_the_end_of_a_line_parts() -> None:
    body = "It heals.1 It pays, so they say.1,2 Perhaps so, they say.2\u2013\n4 Others disagree."
    assert told(by_number(body).replace("#", ""), "a.txt") == []


def test_who_stands_inside_an_entry_is_not_missing() -> None:
    mixed = f"{ALL} They ask (Okafor & Bello, 2011; Okafor & Bello, 2014)."
    joined = by_name(mixed).replace(
        "The mindful path", "The mindful Okafor, A. & Bello, T. (2011). Slow path"
    )
    assert told(joined) == [("T401", "Okafor and Bello (2014)")]
    assert told(by_name(mixed)) == [("T401", "Okafor and Bello (2011)"), ("T401", "Okafor and Bello (2014)")]


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


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        pytest.param(
            f"{ALL} So others (Kahneman & Tversky, 1979; Okafor 2011).",
            [("T401", "Okafor (2011)")],
            id="one name beside others",
        ),
        pytest.param(f"{ALL} They met (Neff, 2003; Lisbon 2011).", [], id="a place beside others"),
        pytest.param(f"{ALL} They met (Neff, 2003) in spring (Lisbon 2011).", [], id="a place alone"),
        pytest.param(
            ALL.replace("Rogers (1957)", "no one (Rogers 1958)"),
            [("T403", "Rogers (1958) and Rogers (1957): cited 1958, listed 1957")],
            id="one name alone, of another year",
        ),
        pytest.param(
            f"{ALL}\n\n[^1]: So do others (Okafor & Bello, 2011).",
            [("T401", "Okafor and Bello (2011)")],
            id="note",
        ),
        pytest.param(
            ALL.replace("Neff, 2003", "no one") + " The Ne-\nffs (2004) say so. Nef-\nf (2004) does.",
            [("T403", "Neff (2004) and Neff (2003): cited 2004, listed 2003")],
            id="parted at a line's end",
        ),
        pytest.param(
            f"{ALL}\n\n| Study | n |\n|---|---|\n| Neff, 2003 | 2 |\n| Germer, 2009 | 3 |\n"
            "| Okafor and Bello, 2011 | 4 |",
            [("T401", "Okafor and Bello (2011)")],
            id="two names in a cell beside cells of works",
        ),
        pytest.param(
            f"{ALL}\n\n| Where | n |\n|---|---|\n| Trinidad and Tobago, 2011 | 2 |",
            [],
            id="two names in a cell",
        ),
    ],
)
def test_citations_told_by_what_stands_beside_them(body: str, findings: list[tuple[str, str]]) -> None:
    note = body.partition("[^1]:")
    text = by_name(note[0].rstrip() + ("[^1]" if note[1] else "")) + (
        f"\n[^1]:{note[2]}\n" if note[1] else ""
    )
    assert told(text) == findings


def test_a_name_over_an_indented_line_is_read() -> None:
    text = by_name(f"{ALL}\n    So they say (Okafor &\n    Bello, 2011).").replace("#", "")
    assert told(text, "a.txt") == [("T401", "Okafor and Bello (2011)")]


def test_an_appendix_of_a_plain_text_is_the_articles() -> None:
    text = by_name(ALL).replace("#", "") + "\nAppendix A\n\nMore was found (Okafor & Bello, 2011).\n"
    assert told(text, "a.txt") == [("T401", "Okafor and Bello (2011)")]


def test_two_works_of_one_year_are_told_apart_where_an_entry_says_the_year_again() -> None:
    twice = (
        "Neff, K. (2003a). Kindness. Proceedings of the Society, 2003, 3-9.\n\n"
        "Neff, K. (2003b). More kindness. Proceedings of the Society, 2003, 10-19."
    )
    text = by_name(f"{ALL} So she says (Neff, 2003b).").replace(DATED[2], twice)
    assert [code for code, _ in told(text)] == ["T405"]


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
    found = [
        message.split("cites ")[1].split(";")[0] for code, message in told(by_number(body)) if code == "T406"
    ]
    assert found == labels


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
    found = told(by_number(body).replace("#", ""), "a.txt")
    assert [m.split("cites ")[1].split(";")[0] for code, m in found if code == "T406"] == labels


def test_the_order_of_first_use_is_told_in_a_paragraph_that_begins_with_a_figure() -> None:
    body = "Figure 1 shows it [1].\n\nFigure 2 shows it [3], and step (2) too.\n\nSo it is [2], they say [4]."
    assert [code for code, _ in told(by_number(body))] == ["T407"]
    caption = "It is so [1].\n\nFigure 2. Means, after others [3]\n\nSo it is [2], they say [4]."
    assert told(by_number(caption)) == []


NOTED = (
    "Brigham, C., & Talmage, J. (1999). Converting spine ratings. Guides Newsletter, 4(1), 1-9.",
    "Lowe, N. (1979). Light for slow healing. Archives, 2(1), 3-9.",
    "Simkin, M. (2003). Read before citing anything. Complex Systems, 14(3), 269-274.",
    "Talmage, J. (1997). Rating tired muscles. Guides Newsletter, 2(1), 3-9.",
)


def test_who_helped_with_another_work_or_is_part_of_a_word_is_not_named_in_a_note() -> None:
    notes = (
        "[^1]: See Brigham and Talmage, “Converting Spine Ratings,” 2.\n\n"
        "[^2]: The lower part is known to follow.\n\n[^3]: Simkin, “Read before Citing,” 270."
    )
    text = f"# On kindness\n\nIt heals.[^1] It pays.[^2] It does.[^3]\n\n{notes}\n\n## Bibliography\n\n"
    found = told(text + "\n\n".join(NOTED) + "\n")
    assert found == [("T402", "Lowe (1979)"), ("T402", "Talmage (1997)")]


FOREIGN = (
    "American Psychological Association. (2017). Ethical principles. APA.",
    "Campbell S. (1997), Cosmè Tura of Ferrara, Yale University Press, New Haven.",
    "Fernandes, B. M.; Cerioli, P. R.; Caldart, R. S. (2004). Primeira conferência. Petrópolis: Vozes.",
    "Habermas, J. (1990): Strukturwandel der Öffentlichkeit. Frankfurt: Suhrkamp.",
    "IBGE. (2011). Censo demográfico 2010. Rio de Janeiro: IBGE.",
    "Lorenzo, J. (en prensa). Los maestros de la escuela rural. Aula Abierta.",
    "Lorenzo, J. (s. f.). Escala de clima escolar. Aula Abierta.",
    "Marchal, H., & Stébé, J.-M. (2011). Les grandes questions sur la ville. Paris: PUF.",
    "Núñez, C., Solís, C., & Soto, R. (2014). La escuela rural. Universitas, 13(2), 615-625.",
)


@pytest.mark.parametrize(
    ("cited", "references"),
    [
        pytest.param("(American Psychological Association [APA], 2017; Soto, 2013)", (0,), id="short name"),
        pytest.param("Campbell S. (1997)", (1,), id="initial behind the name"),
        pytest.param("(Fernandes; Cerioli; Caldart, 2004)", (2,), id="semicolons between people"),
        pytest.param("(vgl. Habermas 1990 [1962]: 54 ff.)", (3,), id="first year in brackets"),
        pytest.param("Habermas (1990 [1962])", (3,), id="first year in brackets, in the sentence"),
        pytest.param("(Lorenzo, en prensa)", (5,), id="in press"),
        pytest.param("Lorenzo (s. f.)", (6,), id="undated"),
        pytest.param("Marchal et Stébé (2011 : 45)", (7,), id="blank before the colon"),
        pytest.param("Núñez y cols. (2014)", (8,), id="y cols."),
        pytest.param("Núñez et coll. (2014)", (8,), id="et coll."),
    ],
)
def test_citations_as_they_are_written_elsewhere(cited: str, references: tuple[int, ...]) -> None:
    text = f"# On kindness\n\nIt heals {cited}, they say.\n\n## References\n\n" + "\n\n".join(FOREIGN)
    extracted = extract_article(text.encode(), name="a.md")
    assert [c.references for c in extracted.citations if c.references] == [references]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        pytest.param("According to Okafor (2011), it does.", True, id="according to"),
        pytest.param("Selon Okafor (2011), oui.", True, id="selon"),
        pytest.param("Okafor (2011) argues that it does.", True, id="argues"),
        pytest.param("Okafor (2011) définit la ville.", True, id="définit"),
        pytest.param("(Instituto Brasileiro de Okafor e Bello, 2011)", True, id="body"),
        pytest.param("In Okafor (2011) it rained.", False, id="a town, perhaps"),
        pytest.param("Parliament (1832) met. The Census (2011) suggests so.", False, id="a census"),
        pytest.param("According to the Treaty (2011), it does.", False, id="a treaty"),
        pytest.param("In Lisbon (2011) and in May (2012) it did.", False, id="place and month"),
        pytest.param("King Alfred (1491–1547) and Mr Pitt (1759–1806) did.", False, id="lives"),
        pytest.param(
            "Frau B. (Interview, 2012) und Okafor (persönliche Mitteilung, 2012)", False, id="talks"
        ),
        pytest.param("(Okafor, 1952, cité\ndans Germer, 2009)", False, id="second hand over a line's end"),
    ],
)
def test_one_name_in_the_sentence_is_missing_where_it_can_be_nothing_else(said: str, missing: bool) -> None:
    found = told(by_name(f"{ALL} {said}"))
    assert [code for code, _ in found] == (["T401"] if missing else [])


def test_a_body_spelt_out_is_the_one_listed_by_its_letters() -> None:
    body = "It counts (Instituto Brasileiro de Geografia e Estatística, 2011; Soto, 2014), they say."
    text = f"# On kindness\n\n{body} {ALL}\n\n## References\n\n" + "\n\n".join(
        (*DATED[:2], FOREIGN[4], *DATED[2:])
    )
    assert [code for code, _ in told(text)] == ["T401"]  # NOTE: Soto is


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


def test_notes_behind_the_list_of_a_page_are_not_the_list() -> None:
    notes = "".join(
        f'<li id="fn{n}">{note}</li>'
        for n, note in enumerate(
            (
                "Brigham and Talmage, “Converting Spine Ratings,” 2.",
                "Lowe, “Light for Slow Healing,” 4.",
                "Ibid., 5.",
                "Simkin, “Read before Citing,” 270.",
                "Ginzburg, “Cheese and Worms,” 12.",
            ),
            1,
        )
    )
    entries = "".join(f"<p>{entry}</p>" for entry in NOTED)
    marks = " ".join(
        f'It heals.<a href="#fn{n}" class="footnote-ref"><sup>{n}</sup></a>' for n in range(1, 6)
    )
    page = f"<h1>On it</h1><p>{marks}</p><h2>Bibliography</h2>{entries}"
    text = f'<article>{page}<section class="footnotes"><ol>{notes}</ol></section></article>'
    assert [code for code, _ in told(text, "a.html")] == ["T401", "T402"]


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


@pytest.mark.parametrize(
    ("cited", "codes"),
    [
        pytest.param("Drèze and Sen (1989; 2002); Nussbaum (2000; 2011)", [], id="years after semicolons"),
        pytest.param("(Drèze & Sen, 1989, 2002; Nussbaum, 2000; 2011, p. 3)", [], id="within parentheses"),
        pytest.param(
            "Drèze and Sen (1989; 2002); Nussbaum (2000)", [("T402", "Nussbaum (2011)")], id="uncited"
        ),
    ],
)
def test_dashes_stand_for_people(cited: str, codes: list[tuple[str, str]]) -> None:
    entries = (
        "Drèze, J., and A. Sen. 1989. Hunger and Public Action. Oxford: Clarendon Press.",
        "———. 2002. India: Development and Participation. Oxford: Clarendon Press.",
        "Nussbaum, M. 2000. Women and Human Development. Cambridge: Cambridge University Press.",
        "———. 2011. Creating Capabilities. Cambridge: Harvard University Press.",
    )
    text = f"# On it\n\nIt heals, say {cited}. So it is.\n\n## References\n\n" + "\n\n".join(entries) + "\n"
    assert told(text) == codes


def test_a_work_that_another_entry_names_is_cited() -> None:
    chapter = "Sassu, G. (2007). Schede. In Neff (2003), pp. 210-215."
    text = by_name("It heals (Germer, 2009; Kahneman & Tversky, 1979; Rogers, 1957; Sassu, 2007).")
    assert told(text + f"\n{chapter}\n") == []


def test_a_body_may_do_without_the_last_letter_of_its_name() -> None:
    body = "Centers for Disease Control and Prevention. (n.d.). Screen time. https://www.cdc.gov"
    text = by_name(f"{ALL} So does the CDC (n.d.).").replace(DATED[1], f"{body}\n\n{DATED[1]}")
    assert told(text) == []


def test_a_table_of_a_work_is_no_table_of_the_article() -> None:
    assert told(by_name(f"{ALL.replace('Germer, 2009; ', '')} See Neff (2003), Tab. 3.")) == [
        ("T402", "Germer (2009)")
    ]


def test_raised_signs_beyond_the_list_of_a_plain_text() -> None:
    body = (
        "It heals.¹,² So the others say.³⁻⁴ And some of the others⁵ disagree, over 12 km² or 10⁶ m² of ⁶Li."
    )
    assert [
        m.split("cites ")[1] for code, m in told(by_number(body).replace("#", ""), "a.txt") if code == "T406"
    ] == ["5; the list has 1 to 4"]


STATE = (
    "Goldscheid, R. (1917): Staatssozialismus oder Staatskapitalismus, Wien: Anzengruber.",
    "Holtkamp, L. (2012): Kommunale Haushaltspolitik bei leeren Kassen, Berlin: edition sigma.",
    "Mann, F. K. (1937): Steuerpolitische Ideale, Jena: Fischer.",
    "Offe, C. (1972): Strukturprobleme des kapitalistischen Staates, Frankfurt am Main: Suhrkamp.",
    "Schumpeter, J. A. (1918): Die Krise des Steuerstaats, Graz: Leuschner & Lubensky.",
    "Wagner, A. (1892): Grundlegung der politischen Ökonomie, Leipzig: Winter.",
)
NOTES = (
    "Vgl. Schumpeter (1918), S. 12 ff.; Goldscheid (1917), S. 3.",
    "Siehe Wagner (1892), S. 45; ferner Mann (1937), passim.",
    "Offe (1972), S. 20 f.; Holtkamp (2012), S. 5–9.",
    "Goldscheid, Rudolf: Staatssozialismus oder Staatskapitalismus. Wien 1917, S. 47.",
    "Schumpeter, Joseph A.: Die Krise des Steuerstaats. Graz 1918, S. 14.",
    "Wagner, Adolph: Grundlegung. Leipzig 1892, S. 50.",
)


def test_notes_of_a_text_behind_its_list_are_not_the_list() -> None:
    body = " ".join(f"Der Steuerstaat ist jung und wurde früh beschrieben.{n}" for n in range(1, 7))
    notes = "\n\n".join(f"{n} {note}" for n, note in enumerate(NOTES, 1))
    listed = "\n\n".join(STATE)
    text = f"Vom Staat\n\n{body} Das ist strittig.\n\nLiteraturverzeichnis\n\n{listed}\n\n{notes}\n"
    assert [r.raw for r in extract_article(text.encode(), name="a.txt").references] == list(STATE)


@pytest.mark.parametrize(
    "said",
    ["x ∈ [4, 40]", "f(4) = [4]", "y[4] + 1", "[−4, 4]", "    total = a[4]", "equation (4)"],
    ids=["set", "sum", "element", "interval", "code", "counted"],
)
def test_what_is_no_citation_is_no_mention(said: str) -> None:
    assert told(by_number(f"It heals [1], it does [2, 3]. Let it be so.\n\n{said}\n\nSo it is [1].")) == [
        ("T402", "reference 4")
    ]


def test_the_name_of_a_rule_is_a_name() -> None:
    text = by_name(f"{ALL} The Okafor–Bello–Quist rule holds (Okafor, Bello, & Quist, 2011).")
    assert told(text) == [("T401", "Okafor, Bello and Quist (2011)")]


MONTHS = (
    "M. J. August. 1979. “Persistence of virus types.” Archives of Dermatology 115 (3): 309-310.",
    "March, J. G., & Simon, H. A. (1958). Organizations. Wiley.",
    "May, R. (1969). Love and will. Norton.",
)


@pytest.mark.parametrize(
    ("said", "findings"),
    [
        pytest.param("(August, 1979; March & Simon, 1958), says May (1969)", [], id="people"),
        pytest.param(
            "(August, 1979; March & Simon, 1959), says May (1969)",
            [("T403", "March and Simon (1959) and March and Simon (1958): cited 1959, listed 1958")],
            id="another year",
        ),
        pytest.param(
            "(August, 1979; March & Simon, 1958), says May (1969); in May (2003) and (June, 2004) and "
            "March and April (2005) it rained",
            [],
            id="months",
        ),
    ],
)
def test_months_are_names_where_the_list_has_them(said: str, findings: list[tuple[str, str]]) -> None:
    assert told(by_name(f"{ALL} So it is {said}.") + "\n" + "\n\n".join(MONTHS) + "\n") == findings


def test_numbers_beside_those_of_an_appendix_may_stand_in_its_table() -> None:
    entries = "\n\n".join(f"[{n}] {NUMBERED[n % 4].replace('2', str(n % 10))}" for n in range(1, 17))
    body = "It heals [1], [2], [3], [4], [5], [6], [7] and [13], [14], [15], [16]."
    text = (
        f"# On it\n\n{body}\n\n## References\n\n{entries}\n\n## Appendix\n\nSo [8], [9] and [10] (Table 4).\n"
    )
    assert [code for code, _ in told(text)] == ["T410"]


def test_the_first_of_two_people_misspelt_in_a_cell() -> None:
    cell = "\n\n| Study | n |\n|---|---|\n| Kahnman and Tversky, 1979, pp. 3–5 | 4 |\n"
    text = by_name(f"{ALL.replace('; Kahneman & Tversky, 1979', '')}{cell}")
    assert told(text) == [
        (
            "T404",
            "Kahnman and Tversky (1979) and Kahneman and Tversky (1979): cited as Kahnman and Tversky, "
            "listed as Kahneman",
        )
    ]
