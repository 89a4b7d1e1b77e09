"""References in footnotes: what leads to a work and what is remarked after it stay out."""

from __future__ import annotations

import pytest

from refs.extract import extract_references
from refs.extract.footnotes import footnote_references
from refs.extract.lines import article_lines
from refs.extract.notes_in_text import text_footnotes
from refs.model import Article, BlockKind, Position
from refs.read import read_article
from refs.read.assembly import ArticleBuilder

NOTES = {
    "one work": (
        "Heuss, Theodor: Erinnerungen 1905-1933, Tübingen 1963, S. 45.",
        ["Heuss, Theodor: Erinnerungen 1905-1933, Tübingen 1963, S. 45."],
    ),
    "led to": (
        "Vgl. dazu auch Max Weber: Wirtschaft und Gesellschaft, Tübingen 1922, S. 122ff.",
        ["Max Weber: Wirtschaft und Gesellschaft, Tübingen 1922, S. 122ff."],
    ),
    "led to by a sentence": (
        "Zu den Anfängen siehe die genaue Darstellung bei Habermas, Jürgen: Strukturwandel, Berlin 1962.",
        ["Habermas, Jürgen: Strukturwandel, Berlin 1962."],
    ),
    "several": (
        "See Rawls, John: A Theory of Justice, Cambridge 1971; Nozick, Robert: Anarchy, New York 1974, p. 5.",
        ["Rawls, John: A Theory of Justice, Cambridge 1971", "Nozick, Robert: Anarchy, New York 1974, p. 5."],
    ),
    "several authors": (
        "Siehe dazu Davis, Steven J.; Obi, Sam; Schuh, Scott (1997): Jobs. Cambridge: MIT Press, S. 5.",
        ["Davis, Steven J.; Obi, Sam; Schuh, Scott (1997): Jobs. Cambridge: MIT Press, S. 5."],
    ),
    "several editors": (
        "Koch, A. (1997a): Proben. In: Gabler, Siegfried; Obi, J. P. (Hrsg.): Praxis. Opladen, S. 99-116.",
        ["Koch, A. (1997a): Proben. In: Gabler, Siegfried; Obi, J. P. (Hrsg.): Praxis. Opladen, S. 99-116."],
    ),
    "a subtitle like a sentence": (
        "Vgl. Rat für Soziales (Hrsg.), Lebenslagen. Der dritte Bericht der Regierung, Köln 2008.",
        ["Rat für Soziales (Hrsg.), Lebenslagen. Der dritte Bericht der Regierung, Köln 2008."],
    ),
    "the same author, an edition": (
        "Max Weber, Politik als Beruf, München 19762; ders., Wirtschaft und Gesellschaft, Tübingen 1922.",
        ["Max Weber, Politik als Beruf, München 19762", "ders., Wirtschaft und Gesellschaft, Tübingen 1922."],
    ),
    "a subtitle after a semicolon": (
        "Statistik Austria (2005b): Einkommen und Armut; Ergebnisse aus SILC 2003 in Österreich. Wien.",
        ["Statistik Austria (2005b): Einkommen und Armut; Ergebnisse aus SILC 2003 in Österreich. Wien."],
    ),
    "a sentence and a place": (
        "Rat für Familie (2012): Personalstudie 2012. Familienbewusstsein ist kein Zufall. Berlin.",
        ["Rat für Familie (2012): Personalstudie 2012. Familienbewusstsein ist kein Zufall. Berlin."],
    ),
    "a full name": (
        "Ingo Obi/Marco Frank: Bericht: Stark ist man nur mit starken Partnern, in: Soz 2012, S. 5",
        ["Ingo Obi/Marco Frank: Bericht: Stark ist man nur mit starken Partnern, in: Soz 2012, S. 5"],
    ),
    "an interview": ("Interview mit Ingo Obi, Turku, 3.5.2003.", []),
    "an interview in print": (
        "Interview mit Ingo Obi, in: Die Zeit, 3.5.2003, S. 4.",
        ["Interview mit Ingo Obi, in: Die Zeit, 3.5.2003, S. 4."],
    ),
    "a note on where works are": (
        "Einige sind als Papiere da, andere nicht, alle können von dort (http://www.example.org) kommen.",
        [],
    ),
    "a small particle": (
        "van Ours, Jan C.; Obi, Geert (1992): Vacancies. Journal of Jobs 10, Nr. 2: 138-155.",
        ["van Ours, Jan C.; Obi, Geert (1992): Vacancies. Journal of Jobs 10, Nr. 2: 138-155."],
    ),
    "short form": ("Weber 1922, S. 17.", ["Weber 1922, S. 17."]),
    "a remark after it": (
        "Weber, Max: Politik als Beruf, München 1919, S. 4. Dies war noch nicht die Ansicht der Partei.",
        ["Weber, Max: Politik als Beruf, München 1919, S. 4."],
    ),
    "address": ("Vgl. unter: https://www.example.org/a.html. Es ist dort alles zu finden.", ["https://www.example.org/a.html."]),
    "law": ("§ 24 Abs. 1 SGB VIII.", ["§ 24 Abs. 1 SGB VIII."]),
    "a remark alone": ("Der Autor dankt allen, die an den Interviews teilgenommen haben.", []),
    "an argument with a citation": (
        "I take this to be the case because the author (Weber 1922) was not aware of what they had written.",
        [],
    ),
}  # fmt: skip


def article(*notes: str, listed: str = "") -> Article:
    builder = ArticleBuilder("a.pdf", "pdf")
    builder.add(BlockKind.PARAGRAPH, "Running text that cites by notes.")
    for number, note in enumerate(notes, start=1):
        builder.add(BlockKind.FOOTNOTE, note, label=str(number))
    if listed:
        builder.add(BlockKind.HEADING, "Literatur", level=1)
        builder.add(BlockKind.PARAGRAPH, listed)
    return builder.build()


@pytest.mark.parametrize(("note", "works"), NOTES.values(), ids=NOTES)
def test_works_of_a_note(note: str, works: list[str]) -> None:
    source = article(note)
    found = footnote_references(source, source.blocks)
    assert [reference.raw for reference in found] == works
    assert [source.text[r.span[0] : r.span[1]] for r in found if r.span] == works


def test_footnotes_are_the_list_of_an_article_without_one() -> None:
    works = [note for note, _ in list(NOTES.values())[:3]]
    references = extract_references(article(*works))
    assert [(r.list, r.label, r.reason) for r in references] == [
        ("article", str(n), f"cited in footnote {n}") for n in (1, 2, 3)
    ]


def test_a_list_under_a_heading_goes_before_footnotes() -> None:
    works = [note for note, _ in list(NOTES.values())[:3]]
    listed = "\n".join(
        [
            "Weber, M. (1922). Wirtschaft und Gesellschaft. Mohr.",
            "Rawls, J. (1971). A Theory of Justice. Belknap.",
        ]
    )
    references = extract_references(article(*works, listed=listed))
    assert [r.raw[:5] for r in references] == ["Weber", "Rawls"]


PAGES = (
    (
        "Das Gremium tagte zweimal im Jahr.1 Was es beschloss, ist nicht überliefert; man weiß nur, dass\n"
        "der Kaffee gut war.2 Im Jahr 1998 zog es in den zweiten Stock,3 wo es bis heute sitzt.\n",
        "1 Vgl. Weber, Max: Wirtschaft und Gesellschaft, Tübingen 1922, S. 122ff.\n"
        "2 Heuss, Theodor: Erinnerungen 1905-1933, Tübingen 1963,\nS. 45.\n"
        "3 Der Autor dankt allen, die sich daran erinnern wollten.\n",
    ),
    (
        "Nach 2 Jahren war es damit vorbei.“4 Die Mitglieder erinnern sich an die ersten Sitzungen\n"
        "noch gern, an die späteren nicht.5\n",
        "4 Siehe Habermas, Jürgen: Strukturwandel der Öffentlichkeit, Berlin 1962, S. 17.\n"
        "5 Weber 1922, S. 17.\n",
    ),
)


@pytest.mark.parametrize("parting", ["\n", "\n\n"], ids=["close", "apart"])
def test_notes_at_the_foot_of_pages_of_plain_text(parting: str) -> None:
    pages = [f"{body}{parting}{notes}" for body, notes in PAGES]
    source = read_article("\f".join(pages).encode(), name="a.txt")
    found = extract_references(source)
    assert [(r.label, r.raw, r.page) for r in found] == [
        ("1", "Weber, Max: Wirtschaft und Gesellschaft, Tübingen 1922, S. 122ff.", 1),
        ("2", "Heuss, Theodor: Erinnerungen 1905-1933, Tübingen 1963, S. 45.", 1),
        ("4", "Habermas, Jürgen: Strukturwandel der Öffentlichkeit, Berlin 1962, S. 17.", 2),
        ("5", "Weber 1922, S. 17.", 2),
    ]
    for reference in found:
        assert reference.span
        assert source.text[slice(*reference.span)].split() == reference.raw.split()


def test_notes_whose_numbers_stand_in_a_column_above_them() -> None:
    body = PAGES[0][0].replace("Jahr.1", "Jahr. 1")
    notes = PAGES[0][1].splitlines()
    column = "1\n2\n3\n\n" + "\n".join(line.lstrip("123 ") for line in notes) + "\n"
    source = read_article(f"{body}{column}\f{''.join(PAGES[1])}".encode(), name="a.txt")
    assert [(r.label, r.raw) for r in extract_references(source)] == [
        ("1", "Weber, Max: Wirtschaft und Gesellschaft, Tübingen 1922, S. 122ff."),
        ("2", "Heuss, Theodor: Erinnerungen 1905-1933, Tübingen 1963, S. 45."),
        ("4", "Habermas, Jürgen: Strukturwandel der Öffentlichkeit, Berlin 1962, S. 17."),
        ("5", "Weber 1922, S. 17."),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2 Heuss", "2             Heuss"),
        ("gut war.2 Im", "gut war. 2 Im"),
        ("gut war.2 Im", "gut war. 2\nIm"),
    ],
    ids=["far from its words", "apart from its sentence", "at the end of a line"],
)
def test_a_note_and_its_number_apart(before: str, after: str) -> None:
    text = "\f".join("\n".join(page) for page in PAGES)
    assert before in text
    found = extract_references(read_article(text.replace(before, after).encode(), name="a.txt"))
    assert [reference.label for reference in found] == ["1", "2", "4", "5"]


def test_numbers_of_a_chart_are_no_notes() -> None:
    chart = "Tsd.\n1\n100\n2\n200\n3\n300\n\n"
    text = chart + "\f".join("\n".join(page) for page in PAGES)
    found = extract_references(read_article(text.encode(), name="a.txt"))
    assert [reference.label for reference in found] == ["1", "2", "4", "5"]


def test_numbered_paragraphs_without_raised_numbers_are_no_notes() -> None:
    step = "{0} Weber and Habermas met in 19{0}2 and said (p. {0}) what they thought."
    steps = "\n\n".join(step.format(number) for number in range(1, 7))
    source = read_article(steps.encode(), name="a.txt")
    assert text_footnotes(source.text, article_lines(source)) == []


def test_a_note_over_two_pages_is_one() -> None:
    builder = ArticleBuilder("a.pdf", "pdf")
    builder.add(BlockKind.PARAGRAPH, "Running text that cites by notes.", position=Position(page=1))
    first = "1 Rothe, T. (2009): Bewegungen auf dem Arbeitsmarkt. Eine Analyse aus ge-"
    builder.add(BlockKind.FOOTNOTE, first, label="1", position=Position(page=1), attributes={"lines": (1,)})
    builder.add(BlockKind.PARAGRAPH, "It goes on.", position=Position(page=2))
    builder.add(BlockKind.FOOTNOTE, "samter Sicht. Bielefeld: Obi.", label="1", position=Position(page=2))
    source = builder.build()
    whole = (
        "Rothe, T. (2009): Bewegungen auf dem Arbeitsmarkt. Eine Analyse aus gesamter Sicht. Bielefeld: Obi."
    )
    assert [r.raw for r in footnote_references(source, source.blocks)] == [whole]
