"""Columns side by side in a text as it was laid out: they are read one after the other, tables are not."""

from __future__ import annotations

from textwrap import wrap

import pytest

from refs.extract import extract_citations, extract_references
from refs.extract.columns import unfold_columns
from refs.extract.lines import article_lines
from refs.read import read_article

WORKS = (
    "Abramovay, R. (2007). Paradigmas do capitalismo agrário em questão (3rd ed.). São Paulo: Edusp.",
    "Cook, R. D. (1977). Detection of influential observation. Technometrics, 19(1), 15–18.",
    "Efron, B. (1979). Bootstrap methods: Another look at the jackknife. Annals of Statistics, 7(1), 1–26.",
    "Little, R. J. A., & Rubin, D. B. (2002). Statistical Analysis with Missing Data. Hoboken, NJ: Wiley.",
    "Neff, K. D. (2003). Self-compassion: An alternative view of oneself. Self and Identity, 2(2), 85–101.",
    "Rogers, C. R. (1961). On Becoming a Person: A Therapist's View. Boston: Houghton Mifflin.",
    "Tukey, J. W. (1962). The future of data analysis. The Annals of Mathematical Statistics, 33(1), 1–67.",
)
PROSE = wrap(
    "The clinic kept its records on cards until the move, and some of the cards were lost in it. " * 4, 44
)


def side_by_side(left: list[str], right: list[str], gutter: int = 50) -> str:
    """Return two columns in one text, as ``pdftotext -layout`` prints them."""
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return "\n".join(f"{a:{gutter}}{b}".rstrip() for a, b in zip(left, right, strict=True))


def shown(text: str) -> list[str]:
    return [line.text for line in unfold_columns(article_lines(read_article(text.encode(), name="a.txt")))]


@pytest.mark.parametrize("indent", ["", "  "], ids=["flush", "hanging"])
@pytest.mark.parametrize("blank", [[], [""]], ids=["dense", "blank lines"])
def test_a_list_in_two_columns(indent: str, blank: list[str]) -> None:
    entries = [line for work in WORKS for line in (*wrap(work, 44, subsequent_indent=indent), *blank)]
    column = [*PROSE, "", "References", "", *entries]
    cut = len(column) // 2
    page = "Journal of Small Data                                        12\n\n"
    article = read_article((page + side_by_side(column[:cut], column[cut:]) + "\n").encode(), name="a.txt")
    found = extract_references(article)
    assert [reference.raw for reference in found] == list(WORKS)
    for reference in found:
        assert reference.span is not None
        start, end = reference.span
        assert article.text[start:].startswith(reference.raw[:20])
        assert start < end


def test_columns_whose_lines_stand_at_different_heights() -> None:
    left = [line for number, line in enumerate(PROSE) for line in ([line, ""] if number % 3 == 0 else [line])]
    right = [
        "",
        *(line for number, line in enumerate(PROSE) for line in ([line, ""] if number % 4 == 1 else [line])),
    ]
    assert shown(side_by_side(left, right)) == PROSE * 2


def test_what_runs_across_both_columns_parts_them() -> None:
    title = "A title that runs across both of the columns and reaches far beyond the gutter"
    text = "\n".join([side_by_side(PROSE[:6], PROSE[:6]), title, side_by_side(PROSE[:6], PROSE[:6])])
    assert shown(text) == [*PROSE[:6] * 2, title, *PROSE[:6] * 2]


FOLDED = {
    "table": [f"{'Member of the committee ' + str(n):50}{n}.5        {n * 7}      200{n}" for n in range(8)],
    "contents": [f"{'A chapter about something ' + str(n):60}{n}" for n in range(8)],
    "marks": [f"[Neff0{n}]          {PROSE[n]}" for n in range(7)],
    "few": [f"{PROSE[n]:50}{PROSE[n]}" for n in range(3)],
    "names beside titles": [
        row for n in range(6) for row in (f"{'Neff, K. D. (2003)':30}{PROSE[n]}", *[" " * 30 + PROSE[0]] * 2)
    ],
    "justified": [line.replace(" ", "   ", 1 + n % 3) for n, line in enumerate(PROSE)],
}


@pytest.mark.parametrize("lines", FOLDED.values(), ids=FOLDED.keys())
def test_what_only_looks_like_columns(lines: list[str]) -> None:
    assert shown("\n".join(lines)) == [line.strip() for line in lines]


def test_citations_are_read_down_their_column() -> None:
    said = "The cards were lost (Neff, 2003), and nobody asked (Little &"
    more = "Rubin, 2002; Cook, 1977) for them, says Rogers (1961). Others (Tukey,"
    last = "1962) kept theirs. So did Efron (1979), who knew why (see Abramovay, 2007)."
    left = wrap(f"{said} {more} {last}", 44) + PROSE
    entries = [line for work in WORKS for line in wrap(work, 44, subsequent_indent="  ")]
    right = ["References", "", *entries]
    article = read_article((side_by_side(left, right) + "\n").encode(), name="a.txt")
    references = extract_references(article)
    found = extract_citations(article, references)
    years = [references[i].raw[:6] for c in found for i in c.references]
    assert sorted(years) == sorted(work[:6] for work in WORKS)
    assert all(c.span and article.text[slice(*c.span)] == c.text for c in found)
