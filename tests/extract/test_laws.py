"""What holds for any input: readers give an article or a sentence, and every span cuts what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refs.errors import RefsError
from refs.extract import extract_citations, extract_references
from refs.extract.furniture import drop_furniture
from refs.extract.line_starts import _NEVER, _weights, line_start_score, start_features
from refs.extract.lines import article_lines
from refs.model import Article
from refs.read import read_article
from tests.extract.works import APA, BODY, VANCOUVER

PIECES = (
    *APA[:3],
    *VANCOUVER[:3],
    BODY,
    "References",
    "Literatur:",
    "Appendix A",
    "Reader Comments (2)",
    "March 3rd, 2019 at 9:14 AM",
    "12",
    "[3]",
    "(3, 4)",
    "4.",
    "*01. ",
    "•",
    "(Neff, 2003; Smith et al. 2001)",
    "Neff (2003a, b)",
    "(ibid., p. 4)",
    "[@neff2003; @b]",
    "View Article Google Scholar",
    "<li>",
    "</p>",
    "<sup>3</sup>",
    '<a href="#r1">1</a>',
    "# ",
    "```",
    "[^1]: ",
    "|",
    "---",
    "\\",
    "\x0c",
    "\r\n",
    "\u2028",
    "é",
    "参考文献",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
)
mixtures = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(max_size=20), st.sampled_from(("\n", "\n\n", " ", "    "))),
    max_size=40,
).map("".join)


def check(article: Article) -> None:
    for block in article.blocks:
        assert article.text[block.start : block.end] == block.text
    references = extract_references(article)
    for reference in references:
        assert reference.raw.strip() == reference.raw
        assert reference.raw
        assert reference.span is None or 0 <= reference.span[0] < reference.span[1] <= len(article.text)
        assert reference.reason
    kinds = [reference.list == "article" for reference in references]
    assert kinds == sorted(kinds, reverse=True)
    citations = extract_citations(article, references)
    for citation in citations:
        assert citation.span is not None
        assert article.text[slice(*citation.span)] == citation.text
        assert all(0 <= index < len(references) for index in citation.references)
    assert extract_references(article) == references
    assert extract_citations(article, references) == citations


def check_or_refuse(data: bytes, name: str) -> None:
    refusal = ""
    try:
        article = read_article(data, name=name)
    except RefsError as error:
        refusal = str(error)
    if refusal:
        assert ":" in refusal
    else:
        check(article)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@settings(max_examples=60, deadline=None)
@given(text=mixtures)
def test_any_text(name: str, text: str) -> None:
    head = "<!DOCTYPE html><body><p>" if name == "a.html" else ""
    check_or_refuse((head + text).encode(), name)


@settings(max_examples=80, deadline=None)
@given(data=st.binary(max_size=300), name=st.sampled_from(("", "a.txt", "a.md", "a.html", "a.bib")))
def test_any_bytes(data: bytes, name: str) -> None:
    check_or_refuse(data, name)


HOSTILE = (
    "(",
    "[1",
    "1. ",
    "<",
    "[",
    "*",
    "@a;",
    "(2003",
    "Neff, K. (2003). ",
    "1.\n",
    "“",
    "A-",
    "^1^ ",
    "[a](",
)


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_one_piece_over_and_over(name: str, piece: str) -> None:
    head = "<!DOCTYPE html><body><p>" if name == "a.html" else ""
    check(read_article((head + piece * (30_000 // len(piece))).encode(), name=name))


@given(st.one_of(st.sampled_from(PIECES), st.text(max_size=80)), st.sampled_from(("", *APA, *VANCOUVER)))
def test_the_score_of_a_line_is_the_sum_of_its_signs(line: str, before: str) -> None:
    weights = _weights()
    if (score := line_start_score(line, before)) != _NEVER:
        signs = start_features(line, before)
        assert score == pytest.approx(weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs))


@given(mixtures.filter(str.strip), st.sampled_from(("\n", "\r\n", "\r")))
def test_lines_made_when_looked_at_are_those_of_the_paragraphs(text: str, end: str) -> None:
    article = read_article(text.replace("\n", end).encode(), name="a.txt", format="text")
    lazy, eager = (article_lines(a) for a in (article, replace(article, blocks=tuple(article.blocks))))
    assert [lazy.gap(place) for place in range(len(lazy))] == [line.gap for line in eager]
    assert lazy.indents(0, len(lazy)) == [line.indent for line in eager]
    assert (lazy.texts, lazy.pages) == (eager.texts, eager.pages)
    assert list(lazy) == list(eager)
    assert list(drop_furniture(article_lines(article))) == list(drop_furniture(eager))
