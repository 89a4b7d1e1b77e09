"""Citations by number: in brackets and parentheses, raised, linked, and numbers that cite nothing."""

from __future__ import annotations

import pytest

from tests.extract.citing import FOUR, HARRIST, NEFF_A, NUMBERED, PLAIN, ROGERS, citations


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


def test_numbers_of_notes_are_none_of_a_bibliography_without_numbers() -> None:
    notes = "".join(f"[{n}] See Rogers, Conditions, {n}.\n" for n in range(1, 10))
    body = "".join(f"It heals.[{n}] " for n in range(1, 10))
    assert citations(f"{body}\n\n{notes}", PLAIN) == []


def test_code_cites_nothing() -> None:
    body = "# Lists\n\nTake `x[3]`, or:\n\n```\nargs[4]\n```\n\n    rows[5] = 2\n\nAs shown [6]."
    assert [c.references for c in citations(body, NUMBERED, "a.md")] == [(5,)]


def test_the_mark_of_an_entry_is_no_citation_of_it() -> None:
    listed = "\n\nReferences\n\n" + "".join(
        f"[{n}] Author{chr(64 + n)} K. Title {n}. Journal of Titles. 20{n:02}; 2: 85-101.\n"
        for n in range(1, 5)
    )
    assert [c.references for c in citations("As shown [3] and [2, 4].", listed)] == [(2,), (1, 3)]


def test_each_chapter_cites_its_own_list() -> None:
    chapters = ["It heals [2], see [1].", "It pays [1]. It rains [2–3]."]
    text = "".join(f"Chapter\n\n{body * 30}\n{NUMBERED}\n\n" for body in chapters)
    found = [c.references for c in citations(text, "")]
    assert found == [(1,), (0,)] * 30 + [(12,), (13, 14)] * 30


def test_lists_of_chapters_that_all_stand_at_the_end_are_not_told_apart() -> None:
    assert [c.references for c in citations("It heals [2].", NUMBERED + NUMBERED)] == [(1, 13)]
