"""Works named in notes: which they are, and when the article cites by notes at all."""

from __future__ import annotations

import pytest

from refs.check import all_rules, run_rules
from refs.check.text.noted import noted_works
from refs.model import CheckedArticle
from refs.pipeline import extract_article

TEXT_RULES = [rule for rule in all_rules() if rule.code.startswith("T")]
LIST = """
## Bibliography

Hardin, Garrett. “The Tragedy of the Commons.” *Science* 162 (1968): 1243–1248.

Milgram, Stanley. “Behavioral Study of Obedience.” *Journal of Abnormal Psychology* 67 (1963): 371–378.

Turing, Alan M. “Computing Machinery and Intelligence.” *Mind* 59 (1950): 433–460.
"""
WHOLE = ("Hardin, “Tragedy of the Commons,” 1244.", "Milgram, “Obedience,” 372.", "Turing, “Machinery,” 434.")


def told(*notes: str) -> list[tuple[str, str]]:
    """Return the findings of an article with these notes: code and the first words of the message."""
    marks = "".join(f"Much was said of it.[^{n}] " for n in range(1, len(notes) + 1))
    lines = "\n".join(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))
    extracted = extract_article(f"# On notes\n\n{marks}\n{LIST}\n{lines}\n".encode(), name="notes.md")
    checked = CheckedArticle(*extracted, matches=(None,) * len(extracted.references))
    return [(f.code, f.message.split(" ")[0].strip(",")) for f in run_rules(TEXT_RULES, checked)]


@pytest.mark.parametrize(
    ("note", "findings"),
    [
        pytest.param("Okafor, “Slow Rivers,” 12.", [("T401", "Okafor")], id="short"),
        pytest.param("Hardn, “Tragedy of the Commons,” 12.", [("T404", "Hardn")], id="spelling"),
        pytest.param(
            "Hardin, “The Tragedy of the Commons,” *Science* 162 (1986): 12.",
            [("T403", "Hardin")],
            id="year",
        ),
        pytest.param("Okafor, “Slow Rivers,” *The Valley Post*, 3 May 1911, 2.", [], id="at-length"),
        pytest.param("Council minutes, “On the Bridge,” box 14, folder 3.", [], id="archive"),
        pytest.param("Ibid., 12.", [], id="ibid"),
        pytest.param("Garrett Hardin, “Lifeboats,” *Ethics Today* 8 (1974): 38.", [], id="another-work"),
        pytest.param("Compare the proverb “many hands,” 12 times in one letter.", [], id="prose"),
        pytest.param("The watermark reads “Mill, 1911”.", [], id="no-work"),
    ],
)
def test_a_note_beside_those_that_cite_the_whole_list(note: str, findings: list[tuple[str, str]]) -> None:
    assert told(*WHOLE, note) == findings


def test_a_short_form_of_what_a_note_gave_at_length_is_enough() -> None:
    long = "Okafor, “Slow Rivers,” *The Valley Post*, 3 May 1911, 2."
    assert told(*WHOLE, long, "Okafor, “Slow Rivers,” 2.") == []


def test_an_article_whose_notes_name_little_of_the_list_does_not_cite_by_them() -> None:
    assert told(WHOLE[0], "Okafor, “Slow Rivers,” 12.") == [("T409", "the")]


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("See Anthony van Raan, “Sleeping Beauties,” 468.", ("van Raan",)),
        ("Ryan and Deci, “Motivation at Work,” 70; Ibid.", ("Ryan", "Deci")),
        ("Vgl. Müller et al., „Der Dom zu Köln“, 12.", ("Müller",)),
        ("George A. Miller, «The Magical Number», 90", ("Miller",)),
    ],
)
def test_names_of_a_work(note: str, names: tuple[str, ...]) -> None:
    assert [c.names for c, _, _ in noted_works([(0, note)])] == [names]
