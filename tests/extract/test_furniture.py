"""What a page bears beside its list: heads, feet, numbers of pages and notes are no part of an entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tests.extract.layouts import brackets, flush, hanging, own
from tests.extract.works import APA, BODY, VANCOUVER


def test_running_heads_and_page_numbers_are_no_part_of_an_entry() -> None:
    lines = hanging(APA).split("\n")
    pages = ["Love and therapy\n\n" + BODY for _ in range(3)]
    heads = [f"{page}\n\n{number}\n\f" for number, page in enumerate(pages, 1)]
    text = "".join(heads) + "Love and therapy\n\nReferences\n\n" + "\n".join(lines[:4])
    text += "\n\n4\n\fLove and therapy\n\n" + "\n".join(lines[4:]) + "\n\n5\n"
    assert [reference.raw for reference in own(text)] == list(APA)


def test_a_list_goes_on_after_a_page_with_a_running_head() -> None:
    entries = [f"- {raw}" for raw in APA]
    page = "\n\fJournal of Minutes 3 (2014) 14-22    21\n"
    text = "\n\n".join(entries[:4]) + page + "\n\n".join(entries[4:])
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")][-2:] == list(APA[4:])


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Journal of Small Data, 11(2), 2015\n\n12", "Lost cards   13"),
        ("12", "Lost cards\n\n13"),
        ("Journal of Small Data, 11(2), 2015", "13   Lost cards"),
    ],
    ids=["numbers count up", "number inside", "foot shared"],
)
def test_heads_and_feet_of_two_pages_are_no_part_of_an_entry(foot: str, head: str) -> None:
    entries = hanging(APA).split("\n")
    cut = next(place for place, line in enumerate(entries) if place > 8 and line.startswith(" "))
    first = f"Obi and Strand   12\n\n{BODY}\n\nReferences\n\n" + "\n".join(entries[:cut])
    second = "\n".join(entries[cut:])
    found = own(f"{first}\n\n{foot}\n\f{head}\n\n{second}\n\n{foot}\n")
    assert [reference.raw for reference in found] == list(APA)


def test_a_foot_and_the_next_head_are_furniture_though_no_blank_line_parts_them() -> None:
    entries = hanging(APA).split("\n")
    pages = [BODY, *("\n".join(entries[place : place + 5]) for place in range(0, len(entries), 5))]
    pages[1] = f"References\n\n{pages[1]}"
    text = "".join(
        f"FQS 9(2), Art. 62, A. Writer: Love\n\n{page}\n© 2008 FQS, Berlin\n\n\f" for page in pages
    )
    assert [reference.raw for reference in own(text)] == list(APA)


@pytest.mark.parametrize(
    "head",
    [
        "www.example.org/minutes\nThe second floor {}",
        "https://example.org/minutes {}/17\n11/26/26, 1:56 AM The second floor",
    ],
)
def test_heads_that_count_pages_stay_out_where_no_page_breaks_show(head: str) -> None:
    works = [*APA, *VANCOUVER, *APA, *VANCOUVER]
    printed = flush(works).split("\n")
    pages = [printed[place : place + 14] for place in range(0, len(printed), 14)]
    text = "\n".join("\n".join([*page, head.format(n)]) for n, page in enumerate(pages, 9))
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n{text}\n")] == works


NAMES = (("A", 1991), ("B", 1992), ("C", 1993), ("D", 1994))


def test_headings_of_chapters_are_no_running_heads() -> None:
    cities = ("Turku", "Lyon", "Lagos", "Kent")
    works = [
        [f"{city}, {name}. ({year}). Rooms of {city}. {city}: Obi." for name, year in NAMES]
        for city in cities
    ]
    chapter = "Chapter {}\n\n\nResults\n\n" + f"{BODY}\n\f" * 3 + "References\n\n{}\n\n\n     {}\n\f"
    text = "".join(chapter.format(n, flush(listed), n * 9) for n, listed in enumerate(works, 1))
    assert [r.raw for r in own(text)] == [raw for listed in works for raw in listed]


def test_notes_that_count_up_at_the_foot_of_pages_are_no_feet() -> None:
    words = "It heals, as was shown in those years by people who ought to know it"
    pages = [f"{words}.{n} {words}.\n\n{n} {raw}" for n, raw in enumerate(APA, 1)]
    assert len(own("\n\f".join(pages) + "\n")) == len(APA)


@pytest.mark.parametrize("note", ["\n\n3 See Section 3 for details.", "\n3\n\nSee Section 3 for details."])
def test_notes_at_the_foot_of_a_lists_page_are_no_part_of_an_entry(note: str) -> None:
    text = f"{BODY}\n\nReferences\n\n{flush(APA[:3])}{note}\n\n14\n\f{flush(APA[3:])}\n\n15\n\f"
    assert [r.raw for r in own(text)] == list(APA)


def test_notes_at_the_foot_of_a_lists_first_page_number_nothing() -> None:
    first = "Brandt, O., & Zhang, W. (2004). Lifts for people who wait. Journal of Rooms,\n56(5), 27-36.\n"
    notes = "6. A similar remark is made by Zhang and O’Farrell (2001), though in passing.\n"
    notes += "7. A similar remark is made by Lacombe (2008b), though in passing.\n\n5\n\n\f"
    found = own(f"{BODY}\n\nReferences\n{first}{notes}{flush(APA)}\n")
    assert [r.raw for r in found[-len(APA) :]] == list(APA)


@pytest.mark.parametrize(
    "note", ["2We thank a referee for this point.", "7Vgl. hierzu Weber, M. (1922): Wirtschaft. Tübingen."]
)
@pytest.mark.parametrize("layout", [flush, hanging, brackets], ids=lambda f: f.__name__)
def test_notes_whose_number_is_glued_to_them_are_none_of_a_list(
    note: str, layout: Callable[[Sequence[str]], str]
) -> None:
    whole = layout(APA)
    cut = whole.index("Neff, K. (2003)")
    cut = whole.rindex("\n", 0, cut)
    text = f"{whole[:cut]}\n{note}{whole[cut:]}"
    assert [r.raw for r in own(f"{BODY}\n\nReferences\n\n{text}\n")] == list(APA)
