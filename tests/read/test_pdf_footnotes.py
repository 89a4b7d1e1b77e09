"""Footnotes of PDF pages: which lines of small print are notes, and which are the entries of a list."""

from __future__ import annotations

from collections.abc import Sequence

from refs.read.pdf.footnotes import mark_footnotes
from refs.read.pdf.lines import PdfLine

BODY, SMALL = 12.0, 9.0


def page(number: int, texts: Sequence[str]) -> list[PdfLine]:
    """Return lines below each other; after "|" in small print, with a raised number if it has one."""
    lines: list[PdfLine] = []
    for place, text in enumerate(texts):
        height = SMALL if text.startswith("|") else BODY
        bare, bottom = text.removeprefix("|"), 760 - 14.0 * place
        marked = height == SMALL and bare[0].isdigit()
        lines.append(PdfLine(bare, number, 70, bottom, 500, bottom + height, height, marked))
    return lines


def notes(pages: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Return the footnotes' lines, each with the number of its note."""
    read = [page(number, texts) for number, texts in enumerate(pages, 1)]
    mark_footnotes(read, BODY)
    return [(line.footnote, line.text) for lines in read for line in lines if line.footnote]


PROSE = [f"Running text that goes on for line {place} of the page, as it does." for place in range(8)]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = [*PROSE, "|1 Rothe, T. (2009): Bewegungen auf dem Arbeitsmarkt, eine Analyse aus"]
    second = [
        *PROSE,
        "|der Sicht aller, die dort arbeiten. Bielefeld.",
        "|2 Neff, K. (2003): Self-compassion.",
    ]
    assert [number for number, _ in notes([first, second])] == ["1", "1", "2"]


def test_small_print_after_a_finished_note_is_none() -> None:
    first = [*PROSE, "|1 Rothe, T. (2009): Bewegungen. Bielefeld."]
    second = [*PROSE, "|Obi, S. (2001): Minutes. Turku.", "|Petit, A. (1999): Rooms. Turku."]
    assert [number for number, _ in notes([first, second])] == ["1"]


def test_entries_with_raised_numbers_under_a_heading_are_no_notes() -> None:
    first = [*PROSE, "|1 This holds for large numbers only."]
    entries = [f"|{number}E. B. Davies, J. Mech. {number} (1988)." for number in range(1, 9)]
    pages = [first, [*PROSE, "References", *entries]]
    assert notes(pages) == [("1", "1 This holds for large numbers only.")]


def test_raised_numbers_of_a_list_are_parted_from_their_entries() -> None:
    lines = page(
        1, [*PROSE, "References", "|1E. B. Davies, Q. J. Mech. 51, 477 (1988).", "|2L. Parns, Ion 3."]
    )
    mark_footnotes([lines], BODY)
    assert [line.text[:4] for line in lines[-2:]] == ["1 E.", "2 L."]


def test_more_raised_numbers_than_a_page_has_notes_are_a_list() -> None:
    entries = [f"|{number} Davies, J. Mech. {number} (1988)." for number in range(1, 31)]
    assert notes([[*PROSE, *PROSE, *entries]]) == []
