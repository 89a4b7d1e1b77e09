"""Citations by people, title and page, without a year."""

from __future__ import annotations

import pytest

from refs.pipeline import extract_article

WORKS = (
    "Blum, Hester. “The Prospect of Oceanic Studies.” PMLA, vol. 125, no. 3, 2010, pp. 670–677.",
    "---. The View from the Masthead. U of North Carolina P, 2008.",
    "Cohen, Margaret. The Novel and the Sea. Princeton UP, 2010.",
    "Deleuze, Gilles, and Félix Guattari. A Thousand Plateaus. U of Minnesota P, 1987.",
    "Gilroy, Paul. The Black Atlantic. Harvard UP, 1993.",
    "Said, Edward W. Beginnings: Intention and Method. Basic Books, 1975.",
)
BASE = "The ship is a workplace (Cohen 15) or a chain (Said 101) or a road (Deleuze and Guattari 474)."


@pytest.mark.parametrize(
    ("said", "works"),
    [
        pytest.param("A mirror (Said, *Beginnings* 12).", (5,), id="name and short title"),
        pytest.param("Hester Blum reads books (View 2).", (1,), id="short title alone"),
        pytest.param("Blum asks for a turn (“Prospect” 670).", (0,), id="short title in quotation marks"),
        pytest.param("It did (qtd. in Cohen 40).", (2,), id="quoted in"),
        pytest.param("So does Gilroy (4, 17).", (4,), id="name and pages apart"),
        pytest.param("See Gilroy (xx).", (4,), id="roman page"),
        pytest.param("As Deleuze and Guattari say, it is flat.", (3,), id="two people in the sentence"),
        pytest.param("It rained (Table 2) in all (33) of them.", (), id="numbers"),
        pytest.param("Nobody named here reads (Waves 9).", (), id="a title not listed"),
        pytest.param("As Gilroy says, it is flat.", (), id="one name in the sentence"),
    ],
)
def test_citations_by_title_and_page(said: str, works: tuple[int, ...]) -> None:
    text = f"# The sea\n\n{BASE}\n\n{said}\n\n## Works Cited\n\n" + "\n\n".join(WORKS) + "\n"
    found = extract_article(text.encode(), name="a.md").citations
    assert tuple(i for c in found[3:] for i in c.references) == works
