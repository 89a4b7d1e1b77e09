"""Text against list where works are cited by name and year: who is missing, misspelt, or of another year."""

from __future__ import annotations

import pytest

from refs.pipeline import extract_article
from tests.check.small_articles import ALL, DATED, by_name, told


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


def test_a_body_spelt_out_is_the_one_listed_by_its_letters() -> None:
    body = "It counts (Instituto Brasileiro de Geografia e Estatística, 2011; Soto, 2014), they say."
    text = f"# On kindness\n\n{body} {ALL}\n\n## References\n\n" + "\n\n".join(
        (*DATED[:2], FOREIGN[4], *DATED[2:])
    )
    assert [code for code, _ in told(text)] == ["T401"]  # NOTE: Soto is


def test_a_body_may_do_without_the_last_letter_of_its_name() -> None:
    body = "Centers for Disease Control and Prevention. (n.d.). Screen time. https://www.cdc.gov"
    text = by_name(f"{ALL} So does the CDC (n.d.).").replace(DATED[1], f"{body}\n\n{DATED[1]}")
    assert told(text) == []


def test_who_stands_inside_an_entry_is_not_missing() -> None:
    mixed = f"{ALL} They ask (Okafor & Bello, 2011; Okafor & Bello, 2014)."
    joined = by_name(mixed).replace(
        "The mindful path", "The mindful Okafor, A. & Bello, T. (2011). Slow path"
    )
    assert told(joined) == [("T401", "Okafor and Bello (2014)")]
    assert told(by_name(mixed)) == [("T401", "Okafor and Bello (2011)"), ("T401", "Okafor and Bello (2014)")]


def test_a_work_that_another_entry_names_is_cited() -> None:
    chapter = "Sassu, G. (2007). Schede. In Neff (2003), pp. 210-215."
    text = by_name("It heals (Germer, 2009; Kahneman & Tversky, 1979; Rogers, 1957; Sassu, 2007).")
    assert told(text + f"\n{chapter}\n") == []


def test_two_works_of_one_year_are_told_apart_where_an_entry_says_the_year_again() -> None:
    twice = (
        "Neff, K. (2003a). Kindness. Proceedings of the Society, 2003, 3-9.\n\n"
        "Neff, K. (2003b). More kindness. Proceedings of the Society, 2003, 10-19."
    )
    text = by_name(f"{ALL} So she says (Neff, 2003b).").replace(DATED[2], twice)
    assert [code for code, _ in told(text)] == ["T405"]


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


def test_the_name_of_a_rule_is_a_name() -> None:
    text = by_name(f"{ALL} The Okafor–Bello–Quist rule holds (Okafor, Bello, & Quist, 2011).")
    assert told(text) == [("T401", "Okafor, Bello and Quist (2011)")]


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


def test_a_name_over_an_indented_line_is_read() -> None:
    text = by_name(f"{ALL}\n    So they say (Okafor &\n    Bello, 2011).").replace("#", "")
    assert told(text, "a.txt") == [("T401", "Okafor and Bello (2011)")]


def test_a_table_of_a_work_is_no_table_of_the_article() -> None:
    assert told(by_name(f"{ALL.replace('Germer, 2009; ', '')} See Neff (2003), Tab. 3.")) == [
        ("T402", "Germer (2009)")
    ]
