"""Sentence case on request: what is lowered, and what is known to keep its capitals."""

from __future__ import annotations

import pytest

from refs.model import Item
from refs.render import load_style, render_entry
from refs.render.rich_text import bare_text
from refs.render.sentence_case import sentence_case
from refs.render.typography import rich

CASES = {
    "plain": ("The Effects of Sleep on Memory", "The effects of sleep on memory"),
    "subtitle": ("Sleep and Memory: A Review", "Sleep and memory: A review"),
    "after a question": ("Why Sleep? The Case for Rest", "Why sleep? The case for rest"),
    "acronyms": ("The Role of DNA and mRNA in COVID-19", "The role of DNA and mRNA in COVID-19"),
    "places and peoples": (
        "Elections in Brazil and the German Diaspora",
        "Elections in Brazil and the German diaspora",
    ),
    "eponyms": ("A Bayesian View of Parkinson's Disease", "A Bayesian view of Parkinson’s disease"),
    "hyphens": (
        "Evidence-Based Self-Help in Non-European Cities",
        "Evidence-based self-help in non-European cities",
    ),
    "single letters": ("Vitamin D and Plan B", "Vitamin D and plan B"),
    "capitals throughout": ("THE ROLE OF DNA IN CHINA", "The role of DNA in China"),
    "italics": (
        "Growth of <i>Escherichia coli</i> in Deep Water",
        "Growth of Escherichia coli in deep water",
    ),
    "what CSL protects": (
        'Life in <span class="nocase">Middle Earth</span> Today',
        "Life in Middle Earth today",
    ),
    "sentence case already": (
        "Origins of the Cold War and its end in politics",
        "Origins of the Cold War and its end in politics",
    ),
    "quoted": ("The “New” Psychology of Learning", "The “new” psychology of learning"),
}


@pytest.mark.parametrize(("title", "expected"), CASES.values(), ids=CASES)
def test_sentence_case(title: str, expected: str) -> None:
    assert bare_text(sentence_case(rich(title))) == expected


def test_only_titles_of_works_are_lowered_and_only_english_ones() -> None:
    item = Item(
        {
            "id": "a",
            "type": "article-journal",
            "title": "The Neff Scale Revisited",
            "author": [{"family": "Neff", "given": "K."}],
            "container-title": "Self and Identity",
        }
    )
    apa = load_style("apa")
    assert render_entry(item, apa, sentence_case=True) == (
        "Neff, K. (n.d.). The Neff scale revisited. Self and Identity."
    )
    german = item.with_fields({"language": "de", "title": "Die Angst und das Gedächtnis"})
    assert "Die Angst und das Gedächtnis" in render_entry(german, apa, sentence_case=True)
