"""Citations by names and year: what points to the list, what only looks as if, and what is linked."""

from __future__ import annotations

import pytest

from tests.extract.citing import AKKER, HARRIST, KAHNEMAN, LIST, NEFF_A, NEFF_B, OBRIEN, ROGERS, citations


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


@pytest.mark.parametrize("dash", ["(1957).", ". 1957.", ", 1957,"], ids=["parentheses", "point", "comma"])
def test_the_same_authors_again_where_their_dash_is_drawn(dash: str) -> None:
    listed = LIST.replace("Rogers, C. R. (1957).", dash).replace("\n", "\n\n")
    found = citations("It heals (Neff, 1957; Neff, 2003b; Harrist et al., 1994).", listed)
    assert [c.references for c in found] == [(ROGERS,), (NEFF_B,), (HARRIST,)]


def test_the_first_of_several_names_is_meant_where_given_names_stand_first() -> None:
    listed = """

References

Nora Quist, David Okonkwo, and Ingrid Berg. Keyrings. Annals of Waiting, 12:3-19, 1998.

Wei Zhang and Nora Quist. Parcels on the third floor. Studies in Rooms, 7:20-41, 1998.

Ingrid Berg and Otto Brandt. Lifts between meetings. Studies in Rooms, 9:1-14, 2003.
"""
    found = citations("They wait (Quist et al., 1998; Zhang and Quist, 1998; Berg and Brandt, 2003).", listed)
    assert [c.references for c in found] == [(0,), (1,), (2,)]


def test_citations_know_their_sentence_and_form() -> None:
    (found,) = citations("It rains. As Rogers (1957, p. 96) wrote, it heals. It ends.")
    assert found.sentence == "As Rogers (1957, p. 96) wrote, it heals."
    assert (found.narrative, found.names, found.year, found.locator) == (True, ("Rogers",), "1957", "p. 96")


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
