"""Text against list where works stand in notes, tables, appendices, comments: they cite, or are the list."""

from __future__ import annotations

from refs.check import all_rules, run_rules
from refs.model import CheckedArticle
from refs.pipeline import extract_article
from tests.check.small_articles import ALL, DATED, NOTED, by_name, by_number, told


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


def test_the_mark_of_a_note_is_not_the_number_of_an_entry() -> None:
    note = "It heals [1,2,3].[^4]\n\n[^4]: This is a remark."
    assert told(by_number(note)) == [("T402", "reference 4")]


def test_who_helped_with_another_work_or_is_part_of_a_word_is_not_named_in_a_note() -> None:
    notes = (
        "[^1]: See Brigham and Talmage, “Converting Spine Ratings,” 2.\n\n"
        "[^2]: The lower part is known to follow.\n\n[^3]: Simkin, “Read before Citing,” 270."
    )
    text = f"# On kindness\n\nIt heals.[^1] It pays.[^2] It does.[^3]\n\n{notes}\n\n## Bibliography\n\n"
    found = told(text + "\n\n".join(NOTED) + "\n")
    assert found == [("T402", "Lowe (1979)"), ("T402", "Talmage (1997)")]


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


def test_the_cells_of_a_table_in_latex() -> None:
    rows = r"Study & n \\ \hline Neff, 2003 & 12 \\ see Rogers, 1959; Germer, 2009 & 7 \\"
    table = rf"\begin{{table}}\caption{{Size}}\begin{{tabular}}{{lr}}{rows}\end{{tabular}}\end{{table}}"
    entries = "\n\n".join(DATED).replace("&", r"\&")
    cited = rf"It heals (Kahneman \& Tversky, 1979). {table}"
    text = rf"\begin{{document}}{cited}\section*{{References}} {entries}\end{{document}}"
    assert told(text, "a.tex") == [("T403", "Rogers (1959) and Rogers (1957): cited 1959, listed 1957")]


def test_what_readers_say_behind_the_list_is_not_the_articles() -> None:
    comments = "\n\nComments\n\nAnn says: but see (Okafor & Bello, 2011) and Okafor et al. 2012.\n"
    assert told(by_name(ALL) + comments) == []
    assert told((by_name(ALL) + comments).replace("#", ""), "a.txt") == []


def test_an_appendix_behind_the_list_is_the_articles() -> None:
    appended = "\n## Appendix A\n\nMore was found (Okafor & Bello, 2011).\n"
    assert told(by_name(ALL) + appended) == [("T401", "Okafor and Bello (2011)")]


def test_an_appendix_of_a_plain_text_is_the_articles() -> None:
    text = by_name(ALL).replace("#", "") + "\nAppendix A\n\nMore was found (Okafor & Bello, 2011).\n"
    assert told(text, "a.txt") == [("T401", "Okafor and Bello (2011)")]
