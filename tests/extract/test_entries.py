"""Where one entry of a list ends and the next begins, told by words and by the form of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.extract.layouts import (
    brackets,
    bullets,
    first_indent,
    flush,
    hanging,
    own,
    own_lines,
    paragraphs,
    spaced,
    web_page,
    web_paragraphs,
    wrapped,
)
from tests.extract.works import APA, BODY, VANCOUVER


def test_several_works_under_one_mark() -> None:
    text = (
        f"{BODY}\nReferences\n\n"
        "[1] M. Wirbel, Z. Phys. C 29, 637 (1985); W. Jaus, Phys. Rev.\nD 41, 3394 (1990); "
        "53, 1349 (1996); D. Melikhov, Phys. Rev. D 62, 14006 (2000).\n"
        "[2] H. M. Choi, Phys. Lett. B 460, 461 (1999).\n[3] N. Isgur, Phys. Rev. D 39, 799 (1989).\n"
    )
    assert [(reference.label, reference.raw.split(",")[0]) for reference in own(text)] == [
        ("1", "M. Wirbel"),
        ("1", "W. Jaus"),
        ("1", "D. Melikhov"),
        ("2", "H. M. Choi"),
        ("3", "N. Isgur"),
    ]


def test_labels_of_links_are_no_part_of_an_entry() -> None:
    entries = "".join(
        f"{n}. {raw}\nView Article PubMed/NCBI Google Scholar\n" for n, raw in enumerate(VANCOUVER, 1)
    )
    assert [r.raw for r in own(f"{BODY}\nReferences\n\n{entries}")] == list(VANCOUVER)


def test_words_divided_at_a_lines_end_are_whole_again() -> None:
    text = (
        f"{BODY}\nReferences\n\nNeff, K. (2003). Self-compas-\nsion. Self and Iden-\ntity, 2(2), 85-\n101.\n"
    )
    assert [r.raw for r in own(text)] == [
        "Neff, K. (2003). Self-compassion. Self and Identity, 2(2), 85-101."
    ]


@pytest.mark.parametrize(
    "unusual",
    [
        "vanEngelsdorp D, Meixner MD. A review of honey bees. J Invertebr Pathol. 2010;103:S80-95.",
        "eLife supports open manuscripts. eLife Press Pack. 2017. https://elifesciences.org/for-the-press",
        "not specified, A. A low latency router. In Embedded Computing Technology. 2012;89-97.",
    ],
    ids=lambda raw: raw.split()[0],
)
@pytest.mark.parametrize(
    "layout", [paragraphs, brackets, own_lines, hanging, first_indent, spaced], ids=lambda f: f.__name__
)
def test_an_entry_that_begins_in_lower_case(unusual: str, layout: Callable[[Sequence[str]], str]) -> None:
    works = (*VANCOUVER[:3], unusual, *VANCOUVER[3:])
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{layout(works)}\n")] == list(works)


def test_titles_first_one_a_line() -> None:
    works = [
        "Open science by design: realizing a vision for research. National Academies Press (2018-08-09)",
        "Plan S: accelerating the transition to open access to publications of many kinds, for readers who "
        "have no library near and none in sight cOAlition S (2018-09-04) https://www.wikidata.org/wiki/Q564",
        "Data visualization tools drive interactivity Jeffrey M. Perkel Nature (2018-02-01) "
        "https://doi.org/gfw6g3 DOI: 10.1038/d41586-018-01322-9",
        "Reviewing post-publication peer review. Paul Knoepfler. Trends in genetics: TIG (2015-04-04) "
        "https://doi.org/10.1016/j.tig.2015.03.006",
        "Bitcoin for the biological literature Douglas Heaven Nature (2019-02) https://doi.org/gft5gp",
    ]
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n" + "\n".join(works))] == works


def test_names_that_go_on_after_a_semicolon_and_a_title_after_its_year() -> None:
    works = [
        "Netea MG; Joosten LAB; Latz E; Mills KHG; Natoli G; Stunnenberg HG; Xavier RJ; Medina BD; Zeng S; "
        "Kim TS. Trained immunity: a program of innate immune memory. Science 2016, 352, 1098.",
        "Smith, E. M., Gonzalez-Rico, D., Dinan, E., & Boureau, Y-L. (2020).\nControlling style. "
        "Journal of Minutes, 3(2), 14-22.",
        "Wilson, S.; Bancroft, A. & Masters, H. (2007).\nYoung people and the life grid. Research, 7, 1-9.",
    ]
    text = "\n".join(wrapped(works[0], 72).splitlines() + works[1:])
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")] == [w.replace("\n", " ") for w in works]


def test_years_at_the_beginning_of_lines_are_no_marks() -> None:
    works = [
        "Akhter M, Inoue M, Kurahashi N, Iwasaki M, Sasazuki S\n(2007). Reproductive factors. Cancer "
        "Sci 98: 1-9.",
        "Campbell PT, Newcomb P, Gallinger S, McLaughlin JR\n(2008). Exogenous hormones. Cancer "
        "Causes Control 18: 23-32.",
        "Dorjgochoo T, Shu XO, Li HL, Qian HZ, Yang G, Cai H, Zheng W\n(2009). Use of contraceptives. Int J "
        "Cancer 124: 42-9.",
    ]
    found = own(f"{BODY}\n\nReferences\n\n" + "\n".join(works))
    assert [r.raw for r in found] == [raw.replace("\n", " ") for raw in works]


@pytest.mark.parametrize("heading", ["References\n\n", ""], ids=["heading", "no heading"])
def test_short_references_of_astronomy(heading: str) -> None:
    works = [
        "Akeret, J., Seehars, S., & Csillaghy, A. 2012, 1212.1721",
        "Lang, D., & Hogg, D. W. 2012, AJ, 144, 46",
        "Morton, T. D. 2012, ApJ, 761, 6",
        "Olofsson, J., Henning, T., et al. 2012, A&A, 542, A90",
        "Sanders, J. S., & Fabian, A. C. 2013, MNRAS, 453",
        "Zitrin A. et al., 2012, ApJ, 749, 97",
    ]
    assert [r.raw for r in own(f"{BODY}\n\n{heading}" + "\n".join(works) + "\n")] == works


FORMS = {"hanging": hanging, "first line further in": first_indent, "blank lines": spaced}


@pytest.mark.parametrize("layout", FORMS.values(), ids=FORMS.keys())
@pytest.mark.parametrize(
    "unusual",
    [
        "Konami: Silent Hill, 1999.",
        "In Memory of Carl Rogers, a film about the years in which he taught and learnt. Ohio, 1987.",
        "Psychotherapy and what it costs, Drucksache 14/8900, printed for all who had asked for it, 2002.",
    ],
    ids=["a game", "a film", "a paper"],
)
def test_the_form_of_a_list_tells_its_entries_where_words_do_not(
    unusual: str, layout: Callable[[Sequence[str]], str]
) -> None:
    works = [*APA, *VANCOUVER]
    works.insert(4, unusual)
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{layout(works)}\n")] == works


@pytest.mark.parametrize("layout", [hanging, first_indent], ids=lambda f: f.__name__)
def test_a_name_within_an_entry_begins_none_where_the_form_says_so(
    layout: Callable[[Sequence[str]], str],
) -> None:
    inside = (
        "Tönjes, I. (1999): Italien und der Umbau des Staates im Süden. In: Knapp, L. u. "
        "Wieland, K. (Hrsg.): Italien. Politik, Wirtschaft, Kultur. Osnabrück, Steiner, S. 33-47."
    )
    works = [*APA[:3], inside, *APA[3:]]
    assert [r.raw for r in own(f"{BODY}\n\nLiteratur\n\n{layout(works)}\n")] == works


def test_paragraphs_with_addresses_are_no_entries_though_they_stand_apart() -> None:
    works = [f"{wrapped(raw, 66)}\n\nhttps://example.org/{place}" for place, raw in enumerate(APA)]
    found = own(f"{BODY}\n\nReferences\n\n" + "\n\n".join(works) + "\n")
    assert len(found) == len(APA)


@pytest.mark.parametrize("layout", [hanging, paragraphs, bullets, spaced], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "yearless",
    [
        'ISO/IEC 23090-6: "Immersive media metrics".',
        "Entwurf eines Gesetzes zur Absicherung flexibler Arbeitszeitregelungen, BT-Drs. 16/10289.",
    ],
    ids=["a standard", "a bill"],
)
def test_a_work_without_a_year_amid_others(yearless: str, layout: Callable[[Sequence[str]], str]) -> None:
    works = [*APA[:3], yearless, *APA[3:]]
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{layout(works)}\n")] == works


def test_names_with_a_year_begin_an_entry_though_the_one_before_has_no_full_stop() -> None:
    works = [f"{raw.split('). ')[0]}): Rooms and minutes. Turku: Example Press & Company" for raw in APA]
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{flush(works)}\n")] == works


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_paragraphs_that_begin_with_names_are_entries_of_their_own(name: str) -> None:
    works = [
        "Degele, N. (2005). Anpassen oder unterminieren. Wiesbaden: VS Verlag für Sozial",
        "European Commission. (2005). Business case for diversity. Luxemburg: Office for Publications of the",
        "Hardmeier, Sibylle & Vinz, Dagmar. (2007). Diversity. Femina Politica, 16 (1), 23-33",
    ]
    if name.endswith("md"):
        text = "# Rooms\n\n" + BODY + "\n\n## References\n\n" + "\n\n".join(works) + "\n"
    else:
        text = web_page(web_paragraphs(works))
    assert [r.raw for r in own(text, name)] == works
