"""Where a list ends: what follows it is no part of it, and what is part of it does not end it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from refs.extract import extract_citations, extract_references
from refs.read import read_article
from tests.extract.citing import LIST, NEFF_A, ROGERS
from tests.extract.layouts import brackets, bullets, flush, hanging, one_a_line, own, paragraphs, wrapped
from tests.extract.works import APA, BODY


@pytest.mark.parametrize(
    "heading",
    ["Indice analitico", "Indeks", "Ringraziamenti", "Apêndice B – Dados", "附录 A", "Приложение А"],
)
def test_lists_end_at_headings_of_many_languages(heading: str) -> None:
    tail = "alfa, 3, 12\nbeta, 7, 2003\n" * 4
    text = f"A title\n\n{BODY}\n\nReferences\n\n{paragraphs(APA)}\n\n{heading}\n\n{tail}"
    assert [r.raw for r in own(text)] == list(APA)


def test_a_list_ends_before_a_chapter_of_running_text() -> None:
    sentence = "Kindness among members of small teams was found, {}, when nobody had looked for it at all,"
    prose = "\n".join(sentence.format(word) for word in ("alike", "again", "often", "later", "early") * 40)
    text = f"A title\n\n{BODY}\n\nReferences\n\n{hanging(APA)}\n\n{prose}\n{hanging(APA[:2])}"
    assert [r.raw for r in own(text)] == list(APA)


TAILS = {
    "how to cite": "How to cite this article: Lindqvist M. What they say. J Minutes 2014;3:14-22.",
    "cite as": "Cite this article as: Lindqvist M (2014) What they say. J Minutes 3:14-22.",
    "suggested": "Suggested citation: Lindqvist, M. (2014). What they say. J Minutes, 3, 14-22.",
    "zitieren": "Zitiervorschlag: Lindqvist, M. (2014). Was Gremien sagen. Protokolle, 3(2), 14-22.",
    "a table": "Table 1\nMeans and deviations (N = 1998)\n\nGroup   n   %\nMembers   45   56.2",
    "a figure": "Figure 2. Meetings by year, 1998-2010.",
    "an author": "Maria Lindqvist is a lecturer in Turku. She has published since 2001.",
    "an author's birth": "Maria Lindqvist, geb. 1964, Dr. phil., Turku. Zuletzt: Gremien, Turku 2003.",
    "an author of science": "Maria Lindqvist ist wissenschaftliche Mitarbeiterin in Turku, seit 1998.",
    "an imprint": "Herausgeber: Institut Turku, Tel. 12/345. ISSN 1234-5678. Alle Rechte vorbehalten. © 2004",
    "an address": "Maria Lindqvist, Dept. of Minutes, Turku 20014, m.lindqvist@example.org, since 2003",
    "a series": "Papers published in this series\n\nNo. 1  Obi, S.: Minutes, May 1998.\nNo. 2  Rooms, 1999.",
    "eine Reihe": "Bisher erschienene Arbeitspapiere\n\nNr. 1  Obi, S.: Protokolle, Mai 1998.",
    "an appendix": "Anhang: Fragebogen\n\n1. Wie alt sind Sie?\n2. Seit wann wohnen Sie hier (1998)?",
    "a title behind": "Maria Lindqvist, Ph.D., received her degree in 1998, and a prize.",
    "licence": "This is an open-access article under CC BY 4.0 (2014), which permits use in any medium.",
    "correspondence": "Correspondence concerning this article to M. Lindqvist, Turku, FI-20014, 2014.",
}


@pytest.mark.parametrize("layout", [paragraphs, hanging, one_a_line, bullets], ids=lambda f: f.__name__)
@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
def test_what_follows_a_list_is_no_part_of_it(tail: str, layout: Callable[[Sequence[str]], str]) -> None:
    found = own(f"{BODY}\n\nReferences\n\n{layout(APA)}\n\n{tail}\n")
    assert [reference.raw for reference in found] == list(APA)


def test_a_part_of_a_work_ends_no_list() -> None:
    long = (
        "Brömme, U. (2004): Frei von Sünden. Ohne Stiftungen würde das Netz reißen, wie die Serie zeigt\n"
        "Teil II. In: Frankfurter Rundschau vom 25. August 2004, S. 32"
    )
    text = f"{BODY}\n\nLiteratur\n{flush(APA[:1])}\n{long}\n{flush(APA[1:])}\n"
    assert len(own(text)) == len(APA) + 1


def test_abstract_over_running_text_ends_a_list() -> None:
    text = f"{BODY}\n\nLiteratur\n\n{hanging(APA)}\n\nAbstract\n\n{wrapped(' '.join(BODY.split()), 70)}\n"
    assert [r.raw for r in own(text)] == list(APA)


@pytest.mark.parametrize(
    "raw",
    [
        "Frey/Stutzer (2002): Happiness and economics. Princeton University Press.",
        "Rat für Arbeit und Soziales (Hrsg.) (2001): Lebenslagen in Deutschland. Der erste Bericht, Bonn.",
        "WR (Wissenschaftsrat) (2004): Empfehlungen zur Entwicklung der Forschung, Drs. 5910/04.",
        "Wiese, Leopold von (1968/1924): System der Allgemeinen Soziologie, Berlin.",
    ],
)
def test_groups_and_double_years_end_no_list_early(raw: str) -> None:
    text = f"{BODY}\n\nReferences\n\n{flush(APA)}\n\f{wrapped(raw, 72)}\n"
    assert [r.raw for r in own(text)] == [*APA, raw]


def test_a_numbered_list_ends_where_the_next_page_begins_a_chapter() -> None:
    text = f"{BODY}\n\nReferences\n\n{brackets(APA)}\n\n     14\n\f2 Methods\n\n{BODY}"
    assert [r.raw for r in own(text)] == list(APA)


def test_what_a_page_says_of_sharing_it_is_no_reference() -> None:
    share = (
        "Share this:\n\n  • Twitter\n\n  • Facebook\n\nPosted in Rooms, 3 March 2014 | Tagged minutes, coffee"
    )
    assert [r.raw for r in own(f"{BODY}\n\nWorks cited\n\n{paragraphs(APA)}\n\n{share}\n")] == list(APA)


def test_notes_behind_a_list_are_no_entries_of_it() -> None:
    notes = "\n[^1]: See Germer, “Mindful Path to Self-Compassion,” 44.\n\n[^2]: Rogers, “Conditions,” 95.\n"
    listed = LIST.replace("References", "## References").replace("\n", "\n\n")
    article = read_article(f"It heals.[^1] It pays.[^2]{listed}{notes}".encode(), name="a.md")
    assert len(extract_references(article)) == 7


def test_a_table_behind_a_list_is_no_entry_of_it() -> None:
    table = (
        "\n| Study | n |\n|---|---|\n| Rogers, 1957; Neff, 2003a | 12 |\n\nTable: Studies of 1957 and 2003\n"
    )
    listed = LIST.replace("References", "## References").replace("\n", "\n\n")
    article = read_article(f"It heals (Rogers, 1957).{listed}{table}".encode(), name="a.md")
    references = extract_references(article)
    assert len(references) == 7
    assert [c.references for c in extract_citations(article, references)] == [(ROGERS,), (ROGERS,), (NEFF_A,)]
