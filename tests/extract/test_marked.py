"""Marks before entries: numbers, keys and bullets, and what looks like one."""

from __future__ import annotations

import pytest

from tests.extract.layouts import hanging, own, web_page, web_paragraphs, wrapped
from tests.extract.works import APA, BODY, VANCOUVER


def test_numbers_inside_one_paragraph() -> None:
    entries = "\n".join(f"[{number}] {raw}" for number, raw in enumerate(APA[:3], 1))
    page = f"<p>{BODY}</p><p class='rubric'>References</p><p>{entries}</p>"
    found = own(page, "a.html")
    assert [(r.label, r.raw) for r in found] == [(str(n), raw) for n, raw in enumerate(APA[:3], 1)]


@pytest.mark.parametrize("keys", [("1", "2", "3"), ("Neff2003", "Rogers57", "Frank1961")])
def test_marks_of_restructured_text(keys: tuple[str, ...]) -> None:
    marked = (wrapped(raw, 70, f".. [{key}] ", "   ") for key, raw in zip(keys, APA, strict=False))
    found = own(f"A title\n=======\n\n{BODY}\n\nReferences\n----------\n\n" + "\n".join(marked) + "\n")
    assert [(r.label, r.raw) for r in found] == list(zip(keys, APA, strict=False))


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_keys_in_letters_mark_the_entries(name: str) -> None:
    keys = ("AMW82", "HIÖ89", "HJLP", "Neff and Germer 2013a", "PDH+97", "vdW76")
    works = (
        "Arrell, D. A procedure, in Groups, 71, Cambridge (1982), 155–159.",
        "Hiß, G. Some remarks (1989), 86 pages (Übersetzung der zweiten Auflage, besorgt von\nV. Ziegler).",
        "van Dyck, H. A manual [Online].",
        "Neff, K. and Germer, C. A pilot study. J. Clin. Psychol., 69 (1) (2013), 28–44.",
        "Pulli, K. Robust meshes. In Proceedings of 3DIM, pages 205–211, 1997.",
        "van der Waall, R. W. On symplectic modules. Indag. Math., 38 (4) (1976), 362–375.",
    )
    mark, part = ("<p>", "\n") if name == "a.html" else ("", "\n")
    entries = part.join(f"{mark}[{key}] {work}" for key, work in zip(keys, works, strict=True))
    head = "<h2>References</h2>" if mark else "References\n"
    found = own(f"{mark}A title\n\n{mark}{BODY}\n\n{head}\n{entries}\n", name)
    assert [r.label for r in found] == list(keys)
    assert [r.raw for r in found] == [" ".join(work.split()) for work in works]


def test_keys_without_a_year_among_keys_with_one() -> None:
    keys = ["[23]", "HQSH94", "con", "Mc01", "Sch", "Rog57", "Sha48"]
    marks = [key if key[0] == "[" else f"[{key}]" for key in keys]
    works = ["Index of minutes. Turku: Obi, 1923.", *APA]
    text = "\n".join(wrapped(raw, 66, f"{mark:9}", " " * 9) for mark, raw in zip(marks, works, strict=True))
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")] == works


def test_keys_in_a_list_of_definitions() -> None:
    terms = "".join(
        f"<dt>[{raw[:4]}{raw.split('(')[1][2:4]}]</dt><dd>{raw}</dd>".replace("&", "&amp;") for raw in APA
    )
    page = web_page(f"<dl>{terms}</dl><p>Share</p>")
    assert [r.raw for r in own(page, "a.html")] == list(APA)


def test_a_mark_before_a_word_in_lower_case_counts() -> None:
    works = (*VANCOUVER[:3], "eLife supports open manuscripts. eLife. 2017;3:1-2.", *VANCOUVER[3:])
    entries = "\n".join(f"{number} {raw}" for number, raw in enumerate(works, 1))
    assert [r.label for r in own(f"{BODY}\n\nReferences\n\n{entries}\n")] == ["1", "2", "3", "4", "5", "6"]


def test_a_heading_with_a_number_over_entries_with_none() -> None:
    text = "7. References\n" + "\n".join(VANCOUVER)
    assert [r.raw for r in own(f"References to God are rare.\n\n{BODY}\n\n{text}\n")] == list(VANCOUVER)


def test_entries_with_bullets_are_whole_though_a_line_looks_like_a_beginning() -> None:
    works = [raw.replace(" doi", "") + " Epub 2013 Jan 8. 23291641; PMC3601914." for raw in VANCOUVER]
    lines = "\n".join("- " + raw.replace(" Epub", "\nEpub") for raw in works)
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n{lines}\n")] == works


def test_a_stray_bullet_marks_no_list() -> None:
    stray = [
        "- Lindqvist, M. (2001). Committees. Turku: Example.",
        "• Petit, A. (1999). Rooms. Lyon: Exemple.",
    ]
    page = web_page(web_paragraphs([*APA, *stray, *APA[:2]]))
    assert len(own(page, "a.html")) == len(APA) + 4


def test_a_line_that_goes_on_after_a_dash_has_no_bullet() -> None:
    dashed = ["Obi, S. (2003). Rooms of the second floor,", "      – and of the third. Turku: Example Press."]
    text = "\n".join(
        [
            *dashed,
            hanging(APA[:2]),
            "Petit, A. (1999). Rooms,",
            "      – and doors. Lyon: Obi.",
            hanging(APA[2:]),
        ]
    )
    assert len(own(f"{BODY}\n\nLiteratur\n\n{text}\n")) == len(APA) + 2


def test_pages_at_the_beginning_of_lines_number_no_entries() -> None:
    lines = hanging(APA[:4]).split("\n")
    odd = [
        f"Bähr, J. ({1990 + n}): Tér és Társadalom. Studia, Cluj, Nr.\n  {n}. Pécs: Obi." for n in (4, 5, 6)
    ]
    text = "\n".join([*lines, *odd])
    assert len(own(f"{BODY}\n\nReferences\n\n{text}\n")) == 7
