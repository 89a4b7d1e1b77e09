"""Citations: what points to the list, what only looks as if, and what they are linked to."""

from __future__ import annotations

import pytest

from refs.extract import extract_citations, extract_references
from refs.model import Citation
from refs.read import read_article

LIST = """

References

Harrist, R. S., Quintana, S. M., Strupp, H. H., & Henry, W. P. (1994). Internalization. Psychotherapy, 31, 49.
Kahneman, D., & Tversky, A. (1979). Prospect theory. Econometrica, 47(2), 263-291.
Neff, K. (2003a). Self-compassion: An alternative. Self and Identity, 2(2), 85-101.
Neff, K. (2003b). The development of a scale. Self and Identity, 2(3), 223-250.
Rogers, C. R. (1957). The necessary and sufficient conditions. J Consulting Psychology, 21(2), 95-103.
van den Akker, M. (1998). Multimorbidity in general practice. J Clin Epidemiol, 51, 367-375.
O'Brien, T. (2007). Is it relevant? Quality and Quantity, 41(5), 673-690.
"""
HARRIST, KAHNEMAN, NEFF_A, NEFF_B, ROGERS, AKKER, OBRIEN = range(7)


def citations(body: str, references: str = LIST, name: str = "a.txt") -> list[Citation]:
    article = read_article((body + references).encode(), name=name)
    return extract_citations(article, extract_references(article))


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("It heals (Rogers, 1957).", [(ROGERS,)]),
        ("It heals (Rogers 1957).", [(ROGERS,)]),
        ("It heals [Rogers, 1957].", [(ROGERS,)]),
        ("Rogers (1957) said so.", [(ROGERS,)]),
        ("It was Rogers's (1957) wish.", [(ROGERS,)]),
        ("It was Rogers’ (1957) wish.", [(ROGERS,)]),
        ("See (Kahneman & Tversky, 1979).", [(KAHNEMAN,)]),
        ("Kahneman and Tversky (1979) agree.", [(KAHNEMAN,)]),
        ("As shown (Harrist et al., 1994).", [(HARRIST,)]),
        ("Harrist et al. (1994) show it.", [(HARRIST,)]),
        ("With Harrist et\nal. (1994) it is shown.", [(HARRIST,)]),
        ("With Harrist\net al. (1994) it is shown.", [(HARRIST,)]),
        ("As shown (Rogers, 1957; Harrist\net al., 1994).", [(ROGERS,), (HARRIST,)]),
        ("It was Harrist et al.’s (1994) wish.", [(HARRIST,)]),
        ("Harrist and colleagues\n(1994) show it.", [(HARRIST,)]),
        (
            "Many (Rogers, 1957; Neff, 2003a; cf. Kahneman & Tversky 1979, p. 5).",
            [(ROGERS,), (NEFF_A,), (KAHNEMAN,)],
        ),
        ("Both (Neff, 2003a, 2003b).", [(NEFF_A, NEFF_B)]),
        ("On page 14 (Rogers, 1957, p. 14).", [(ROGERS,)]),
        (
            "At the end of a line (Kahne-\nman & Tver-\nsky, 1979; Har-\nrist et al., 1994).",
            [(KAHNEMAN,), (HARRIST,)],
        ),
        ("So says Kah-\nneman and Tversky (1979).", [(KAHNEMAN,)]),
        ("Both (Neff, 2003a, b).", [(NEFF_A, NEFF_B)]),
        ("Both in Neff (2003a, 2003b).", [(NEFF_A, NEFF_B)]),
        ("Particles (van den Akker, 1998).", [(AKKER,)]),
        ("Apostrophes (O'Brien, 2007).", [(OBRIEN,)]),
        ("It heals (e.g., Rogers, 1957).", [(ROGERS,)]),
        ("Es heilt (vgl. Rogers 1957: 96).", [(ROGERS,)]),
        ("It heals (Rogers, 1957). It does (ibid., p. 97).", [(ROGERS,), (ROGERS,)]),
        (
            "It heals (Rogers, 1957). It does (ibid.). It pays (Neff, 2003a).",
            [(ROGERS,), (ROGERS,), (NEFF_A,)],
        ),
        ("However, Kahneman and Tversky (1979) agree.", [(KAHNEMAN,)]),
        ("While Kahneman and Tversky (1979) agree, it rains.", [(KAHNEMAN,)]),
        ("À la Kahneman and Tversky (1979).", [(KAHNEMAN,)]),
        ("The value (EUT, Kahneman and Tversky 1979).", [(KAHNEMAN,)]),
        ("The scale (SCS, Harrist et al. 1994).", [(HARRIST,)]),
        ("With the model Harrist et al. (1994) fit.", [(HARRIST,)]),
        ("By (Harrist, Quintana, Strupp, and others 1994).", [(HARRIST,)]),
    ],
)
def test_author_and_year(body: str, linked: list[tuple[int, ...]]) -> None:
    assert [citation.references for citation in citations(body)] == linked


@pytest.mark.parametrize(
    "body",
    [
        "It was shown at (ICLR 2023).",
        "In March (2003) it rained, and in Figure 3 (2003) it did not.",
        "He was born in 1957 and died in 1994.",
        "The share grew from 1979 (12%) to 1998 (14%).",
        "See Table 1 and Equation (3).",
        "It costs 100.00 (in 2003).",
    ],
)
def test_what_only_looks_like_a_citation(body: str) -> None:
    assert citations(body) == []


def test_a_citation_without_a_reference_is_kept_where_the_article_cites_so() -> None:
    body = "It heals (Rogers, 1957; Neff, 2003a). It does (Harrist et al., 1994), says Smith et al. (2001)."
    loose = [c for c in citations(body) if not c.references]
    assert [(c.names, c.year) for c in loose] == [(("Smith",), "2001")]


def test_names_begin_at_a_word_and_not_with_the_sentence() -> None:
    body = "It heals (Rogers, 1957; Neff, 2003a; Harrist et al., 1994)."
    more = " However, Smith and Ba (2001) and a model Hu et al. (2004) fit."
    loose = [c for c in citations(body + more) if not c.references]
    assert [c.names for c in loose] == [("Smith", "Ba"), ("Hu",)]


def test_the_last_of_three_names_is_not_the_author_of_another_work() -> None:
    body = "It heals (Rogers, 1957; Neff, 2003a; Harrist et al., 1994; Germer, Kahneman and Neff, 1979)."
    loose = [c for c in citations(body) if not c.references]
    assert [(c.names, c.year) for c in loose] == [(("Germer", "Kahneman", "Neff"), "1979")]


FOUR = """

References

1. Kahneman D, Tversky A. Prospect theory. Econometrica. 1979;47(2):263-291.
2. Neff K. Self-compassion: An alternative. Self and Identity. 2003;2(2):85-101.
3. Rogers CR. The necessary and sufficient conditions. J Consult Psychol. 1957;21(2):95-103.
4. O'Brien T. Is it relevant? Quality and Quantity. 2007;41(5):673-690.
"""


@pytest.mark.parametrize(
    ("body", "name"),
    [
        pytest.param(r"It heals \[1\], says a group \[2–4\].", "a.md", id="escaped"),
        pytest.param("It heals.1 So says a group.2\u20114", "a.txt", id="no-break hyphen"),
        pytest.param("It heals.1 So says a group.2\u20104", "a.txt", id="hyphen"),
        pytest.param("It heals [1], says a group [2-\u00ad4].", "a.txt", id="soft hyphen"),
        pytest.param("It heals [1], says a group [2\u00ad4].", "a.txt", id="soft hyphen alone"),
        pytest.param("It heals.^1^ So says a group.^2\u20114^", "a.md", id="pandoc"),
    ],
)
def test_numbers_in_whatever_marks(body: str, name: str) -> None:
    assert [c.references for c in citations(body, FOUR, name)] == [(0,), (1, 2, 3)]


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


PLAIN = LIST.replace("\n\n", "\n").replace("\n", "\n\n")


def test_numbers_of_equations_and_outputs_are_no_citations_where_the_list_prints_none() -> None:
    equations = "".join(f"x = y ({n}), and so on.\n\n" for n in range(1, 9))
    outputs = "[1] 0.25\n\n[1] 0.75\n\n" * 20
    names = "It heals (Rogers, 1957), says Neff (2003a) with Harrist et al. (1994)."
    assert [c.references for c in citations(equations + outputs + names, PLAIN)] == [
        (ROGERS,),
        (NEFF_A,),
        (HARRIST,),
    ]
    assert citations("So x = [2] and [5].\n\n" + outputs, PLAIN) == []


def test_places_with_a_year_are_no_citations() -> None:
    body = "It heals (Rogers, 1957; Neff, 2003a; Harrist et al., 1994), they said."
    body += " They met (Berlin, 2019; New York, 2020)."
    assert all(c.references for c in citations(body))


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        (
            "It heals (Neff, 2003a; Rogers,\n\n12\n\n\f1957; Harrist et al., 1994).",
            [(NEFF_A,), (ROGERS,), (HARRIST,)],
        ),
        (
            "It heals (Neff, 2003a; Harrist\n\n12\n\n\fet al., 1994; Rogers, 1957).",
            [(NEFF_A,), (HARRIST,), (ROGERS,)],
        ),
        ("It heals (Neff, 2003a; Har-\n\f\nrist et al., 1994).", [(NEFF_A,), (HARRIST,)]),
        ("It heals, says Rogers\n\n12\n\f(1957) and Neff (2003b).", [(ROGERS,), (NEFF_B,)]),
        ("It heals (see Figure 3.\n\n12\n\fIn May it rained (Rogers, 1957).", [(ROGERS,)]),
    ],
    ids=["names before", "et al. behind", "parted name", "narrative", "never closed"],
)
def test_over_the_end_of_a_page(body: str, linked: list[tuple[int, ...]]) -> None:
    found = citations(body, LIST)
    assert [c.references for c in found] == linked
    assert all(found[0].span < later.span for later in found[1:] if found[0].span and later.span)


def test_entries_behind_the_end_of_a_page_are_no_citations() -> None:
    listed = LIST.replace("Rogers, C. R. (1957)", "[Rogers, 1957] Carl Rogers (1957)")
    found = citations("It heals (see Neff, 2003a, and others.\n\n12\n\f", listed)
    assert all(c.span and c.span[1] < 40 for c in found)


def test_a_year_without_a_letter_is_that_of_an_entry_without_one() -> None:
    listed = LIST.replace("Rogers, C. R. (1957)", "Neff, K., Hsieh, Y., & Dejitterat, K. (2003)")
    assert [c.references for c in citations("It heals (Neff et al., 2003; Neff, 2003b).", listed)] == [
        (ROGERS,),
        (NEFF_B,),
    ]


def test_the_same_authors_again() -> None:
    listed = LIST.replace("Rogers, C. R. (1957)", "——— (1957)").replace("Neff, K. (2003b)", "Dies. (2003b)")
    found = citations("It heals (Neff, 1957; Neff, 2003b; Neff, 2003a).", listed)
    assert [c.references for c in found] == [(ROGERS,), (NEFF_B,), (NEFF_A,)]


def test_the_first_of_several_names_is_meant_where_given_names_stand_first() -> None:
    listed = """

References

Nora Quist, David Okonkwo, and Ingrid Berg. Keyrings. Annals of Waiting, 12:3-19, 1998.

Wei Zhang and Nora Quist. Parcels on the third floor. Studies in Rooms, 7:20-41, 1998.

Ingrid Berg and Otto Brandt. Lifts between meetings. Studies in Rooms, 9:1-14, 2003.
"""
    found = citations("They wait (Quist et al., 1998; Zhang and Quist, 1998; Berg and Brandt, 2003).", listed)
    assert [c.references for c in found] == [(0,), (1,), (2,)]


@pytest.mark.parametrize("dash", ["(1957).", ". 1957.", ", 1957,"], ids=["parentheses", "point", "comma"])
def test_the_same_authors_again_where_their_dash_is_drawn(dash: str) -> None:
    listed = LIST.replace("Rogers, C. R. (1957).", dash).replace("\n", "\n\n")
    found = citations("It heals (Neff, 1957; Neff, 2003b; Harrist et al., 1994).", listed)
    assert [c.references for c in found] == [(ROGERS,), (NEFF_B,), (HARRIST,)]


def test_numbers_of_notes_are_none_of_a_bibliography_without_numbers() -> None:
    notes = "".join(f"[{n}] See Rogers, Conditions, {n}.\n" for n in range(1, 10))
    body = "".join(f"It heals.[{n}] " for n in range(1, 10))
    assert citations(f"{body}\n\n{notes}", PLAIN) == []


def test_citations_know_their_sentence_and_form() -> None:
    (found,) = citations("It rains. As Rogers (1957, p. 96) wrote, it heals. It ends.")
    assert found.sentence == "As Rogers (1957, p. 96) wrote, it heals."
    assert (found.narrative, found.names, found.year, found.locator) == (True, ("Rogers",), "1957", "p. 96")


NUMBERED = "\n\nReferences\n\n" + "".join(
    f"{number}. Author{chr(64 + number)} K. Title {number}. Journal of Titles. 20{number:02}; 2: 85-101.\n"
    for number in range(1, 13)
)


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("As shown [3].", [(2,)]),
        ("As shown [3, 5–7].", [(2, 4, 5, 6)]),
        ("As shown [1]–[3] and [5],[6].", [(0,), (1, 2), (4,), (5,)]),
        ("As shown [12] and [ 1 ].", [(11,), (0,)]),
        ("As shown [3, p. 12].", [(2,)]),
        ("Jak wykazano [3, s. 12], [1, с. 5; 2, с. 3–9; 7].", [(2,), (0, 1, 6)]),
        ("Figure [3] and x = [4] are none, [5] is.", [(4,)]),
        ("The x[3] and my_list[4] are none, shown[5] is.", [(4,)]),
        ("As shown [1,\n    2] and [3–\n    5], also [see\n    7].", [(0, 1), (2, 3, 4), (6,)]),
    ],
)
def test_numbers_in_brackets(body: str, linked: list[tuple[int, ...]]) -> None:
    assert [citation.references for citation in citations(body, NUMBERED)] == linked


def test_code_cites_nothing() -> None:
    body = "# Lists\n\nTake `x[3]`, or:\n\n```\nargs[4]\n```\n\n    rows[5] = 2\n\nAs shown [6]."
    assert [c.references for c in citations(body, NUMBERED, "a.md")] == [(5,)]


def test_each_chapter_cites_its_own_list() -> None:
    chapters = ["It heals [2], see [1].", "It pays [1]. It rains [2–3]."]
    text = "".join(f"Chapter\n\n{body * 30}\n{NUMBERED}\n\n" for body in chapters)
    found = [c.references for c in citations(text, "")]
    assert found == [(1,), (0,)] * 30 + [(12,), (13, 14)] * 30


def test_lists_of_chapters_that_all_stand_at_the_end_are_not_told_apart() -> None:
    assert [c.references for c in citations("It heals [2].", NUMBERED + NUMBERED)] == [(1, 13)]


def test_the_mark_of_an_entry_is_no_citation_of_it() -> None:
    listed = "\n\nReferences\n\n" + "".join(
        f"[{n}] Author{chr(64 + n)} K. Title {n}. Journal of Titles. 20{n:02}; 2: 85-101.\n"
        for n in range(1, 5)
    )
    assert [c.references for c in citations("As shown [3] and [2, 4].", listed)] == [(2,), (1, 3)]


def test_numbers_in_parentheses_count_where_they_reach_the_list() -> None:
    body = "One (1). Two (see 2, 3). More (4-8). And (e.g., 9). Last (10, 11, 12, p. 7)."
    assert [c.references for c in citations(body, NUMBERED)] == [
        (0,),
        (1, 2),
        (3, 4, 5, 6, 7),
        (8,),
        (9, 10, 11),
    ]
    indented = "One (1). Two (refs. 2,\n    3). Three (ref.\n    4). Four (refs.\n    5 and\n    6)."
    assert [c.references for c in citations(indented, NUMBERED)] == [(0,), (1, 2), (3,), (4, 5)]
    assert citations("There are (1) apples and (2) pears, see equation (3).", NUMBERED) == []


def test_raised_numbers_that_a_dump_parts_from_their_word() -> None:
    body = "Rooms wait. 1 They have 12 doors, 2,3 and Obi 4 , who saw 7 lifts in 1987 ( n = 21), left. 5–8 "
    body += "Keys help. 2\nIn May 9 asked. 10,11 Nobody came. 12 Two left. 3"
    assert [c.references for c in citations(body, NUMBERED)] == [
        (0,),
        (1, 2),
        (3,),
        (4, 5, 6, 7),
        (1,),
        (8,),
        (9, 10),
        (11,),
        (2,),
    ]
    assert citations("There were 3 lifts. 12 Keys were lost, 7 of them in May. 5 came back.", NUMBERED) == []


def test_links_and_raised_numbers_of_a_page() -> None:
    entries = "".join(
        f'<li id="ref{n}">Author K. Title {n}. Journal of Titles. 2003;2:{n}-101.</li>' for n in range(1, 6)
    )
    body = '<p>As shown<sup><a href="#ref2">2</a></sup> and <sup>3,4</sup>, <sup>5</sup> m<sup>2</sup>.</p>'
    page = f"<html><body>{body}<h2>References</h2><ol>{entries}</ol></body></html>"
    found = citations(page, "", "page.html")
    assert [c.references for c in found][:3] == [(1,), (2, 3), (4,)]
    assert {c.kind for c in found} == {"superscript"}


def test_links_of_a_page_that_a_browser_saved() -> None:
    entries = "".join(
        f'<li id="ref{n}">Author K. Title {n}. Journal of Titles. 2003;2:{n}-101.</li>' for n in range(1, 6)
    )
    body = '<p>As shown<a href="https://example.org/page?x=1#ref2">[b]</a>.</p>'
    page = f"<html><body>{body}<h2>References</h2><ol>{entries}</ol></body></html>"
    assert [(c.text, c.references) for c in citations(page, "", "page.html")] == [("[b]", (1,))]


BIB = """
@article{neff2003, title={Self-compassion}, author={Neff, Kristin}, year={2003}, journal={Self and Identity}}
@article{rogers1957, title={Conditions}, author={Rogers, Carl}, year={1957}, journal={J. Cons. Psych.}}
@article{uncited, title={Nobody}, author={Nobody, N.}, year={1900}}
"""


def test_keys_of_a_bibliography_beside_the_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("paper")
    (folder / "paper.bib").write_text(BIB, encoding="utf-8")
    (folder / "paper.md").write_text(
        "---\ntitle: Love\nbibliography: paper.bib\n---\n\nIt heals [see @rogers1957, p. 5; @neff2003].\n"
        "@neff2003 says so; mail me@example.org.\n",
        encoding="utf-8",
    )
    article = read_article(folder)
    references = extract_references(article)
    assert [(r.label, r.item is not None) for r in references] == [("rogers1957", True), ("neff2003", True)]
    found = extract_citations(article, references)
    assert [(c.kind, c.references, c.narrative) for c in found] == [
        ("key", (0, 1), False),
        ("key", (1,), True),
    ]


EASTERN = """

## 参考文献

王建国, 李明. 城市雨水管理研究[J]. 水资源保护, 2003, 19(2): 12-15.

陈思, 赵磊. 海绵城市建设的若干问题[J]. 城市规划, 2015, 39(6): 77-81.

张伟. 中国水利史[M]. 北京: 水利出版社, 1998.

田中太郎・鈴木花子（2010）「都市の雨水管理」『水文学雑誌』12(3)，45-60頁。

김철수, 이영희 (2015). 도시 우수 관리. 한국수자원학회지, 48(3), 201-210.

World Health Organization. Guidelines for drinking-water quality[R]. Geneva: WHO, 2011.
"""


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("早有研究（王建国，李明，2003）。", [(0,)]),
        ("早有研究（王建国等，2003；张伟，1998）。", [(0,), (2,)]),
        ("早有研究（王，2003）。", [(0,)]),
        ("后来陈思和赵磊（2015）指出", [(1,)]),
        ("历史经验见张伟（1998）。", [(2,)]),
        ("都市の雨水は田中・鈴木（2010）が論じた。", [(3,)]),
        ("田中ら（2010）が論じた。", [(3,)]),
        ("김철수·이영희(2015)는 도시를", [(4,)]),
        ("도시 우수 (김철수 외, 2015)", [(4,)]),
        ("标准见（World Health Organization，2011）。", [(5,)]),
        ("国王（2003）与洪水（1998）无关。", []),
        ("去年（2015）下雨了。", []),
    ],
)
def test_names_in_eastern_signs(body: str, linked: list[tuple[int, ...]]) -> None:
    found = citations(f"# 雨水\n\n{body}\n", EASTERN, "a.md")
    assert [c.references for c in found] == linked
    assert all(c.kind == "author-date" and c.text in body for c in found)


NOTES = """
[^neff]: Neff, K. D. (2003). *Self-compassion*. Self and Identity, *2*(2), 85-101. <https://example.org/neff>

[^1]: Gilbert, P. (2009). *The compassionate mind*. London: Constable.
    Second paragraph of the note, with a remark on it.

[^aside]: I have no shares in any of them.
"""


def test_notes_of_markdown_are_cited_by_their_marks() -> None:
    body = "# Love\n\nIt heals[^neff], as was said.[^aside] It does[^1][^neff]\n"
    article = read_article((body + NOTES).encode(), name="love.md")
    references = extract_references(article)
    assert [r.raw for r in references] == [
        "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101. https://example.org/neff",
        "Gilbert, P. (2009). The compassionate mind. London: Constable.",
    ]
    assert [(c.kind, c.references) for c in extract_citations(article, references)] == [
        ("note", (0,)),
        ("note", (1,)),
        ("note", (0,)),
    ]


KEYED = """

References

[HQSH94] Harrist, R. S., Quintana, S. M., & Henry, W. P. Internalization. Psychotherapy, 31, 1994.
[KT79] Kahneman, D., & Tversky, A. Prospect theory. Econometrica, 47(2):263-291, 1979. [Online; in
Russian]
[Nef03a] Neff, K. Self-compassion: An alternative. Self and Identity, 2(2):85-101, 2003.
[Rog+57] Rogers, C. R. et al. The necessary conditions. J Consulting Psychology, 21(2):95-103, 1957.
"""


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        ("It heals [KT79]. So [HQSH94, Nef03a] say.", [(1,), (0, 2)]),
        ("It heals [see KT79, p. 5; Rog+57, Thm. 3].", [(1, 3)]),
        ("It heals [KT79] for x[i] and [ABC99] and f[KT].", [(1,)]),
    ],
)
def test_labels_in_letters(body: str, linked: list[tuple[int, ...]]) -> None:
    body += " Both [Rog+57] and [Nef03a] do, in 1957."
    assert [c.references for c in citations(body, KEYED)][:-2] == linked


TITLED = """

Works Cited

Brandt, Otto, Ruth O'Farrell, and Ana Lima. “Lockers under Artificial Light.” Rooms 56 (1981): 51–77.

Okonkwo, David. “Postboxes between Two Meetings.” Studies in Rooms 29 (2020): 12–39.

Okonkwo, David. Benches for People Who Wait. Ghent: Elm Press, 1994.

Quist, Nora. “Corridors and the Patience of Clerks.” Annals of Waiting 25 (2002): 36–47.

World Kettle Organization. Guidelines for Boiling Water. Turin: Northgate, 2011.
"""
LOCKERS, POSTBOXES, BENCHES, CORRIDORS, BOILING = range(5)


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        pytest.param(
            "They wait (Okonkwo, “Postboxes between Two” 13; Quist). So it is (Brandt et\nal. 52; "
            "World Kettle\nOrganization). Others sit (Okonkwo), and some "
            "stand (see Okonkwo, Benches for People 7).",
            [(POSTBOXES,), (CORRIDORS,), (LOCKERS,), (BOILING,), (BENCHES,)],
            id="parentheses",
        ),
        pytest.param(
            "They wait.1 Others sit,2 and some stand.3\n\n1. Otto Brandt, Ruth O'Farrell, and Ana Lima, "
            "“Lockers under Artificial Light,” Rooms 56 (1981): 51; Nora Quist, “Corridors and the Patience "
            "of Clerks,” Annals of Waiting 25 (2002): 40.\n2. Okonkwo, Benches for People, 12.\n"
            "3. Brandt, “Lockers under Artificial,” 60.\n",
            [(LOCKERS,), (CORRIDORS,), (BENCHES,), (LOCKERS,)],
            id="notes",
        ),
        pytest.param(
            "They wait for people who wait (see below), or so (n = 5) it is said (Table 3).", [], id="none"
        ),
    ],
)
def test_people_and_titles_without_a_year(body: str, linked: list[tuple[int, ...]]) -> None:
    found = citations(body, TITLED)
    assert [c.references for c in found] == linked
    assert {c.kind for c in found} <= {"note"}
