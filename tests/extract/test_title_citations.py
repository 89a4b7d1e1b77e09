"""Citations by people, title and page, without a year."""

from __future__ import annotations

import pytest

from refs.pipeline import extract_article
from tests.extract.citing import citations

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


TITLED = """

Works Cited

Brandt, Otto, Ruth O'Farrell, and Ana Lima. “Lockers under Artificial Light.” Rooms 56 (1981): 51–77.

Okonkwo, David. “Postboxes between Two Meetings.” Studies in Rooms 29 (2020): 12–39.

Okonkwo, David. Benches for People Who Wait. Ghent: Elm Press, 1994.

Quist, Nora. “Corridors and the Patience of Clerks.” Annals of Waiting 25 (2002): 36–47.

World Kettle Organization. Guidelines for Boiling Water. Turin: Northgate, 2011.
"""
LOCKERS, POSTBOXES, BENCHES, CORRIDORS, BOILING = range(5)


@pytest.mark.parametrize(
    ("body", "linked"),
    [
        pytest.param(
            "They wait (Okonkwo, “Postboxes between Two” 13; Quist). So it is (Brandt et\nal. 52; "
            "World Kettle\nOrganization). Others sit (Okonkwo), and some "
            "stand (see Okonkwo, Benches for People 7).",
            [(POSTBOXES,), (CORRIDORS,), (LOCKERS,), (BOILING,), (BENCHES,)],
            id="parentheses",
        ),
        pytest.param(
            "They wait.1 Others sit,2 and some stand.3\n\n1. Otto Brandt, Ruth O'Farrell, and Ana Lima, "
            "“Lockers under Artificial Light,” Rooms 56 (1981): 51; Nora Quist, “Corridors and the Patience "
            "of Clerks,” Annals of Waiting 25 (2002): 40.\n2. Okonkwo, Benches for People, 12.\n"
            "3. Brandt, “Lockers under Artificial,” 60.\n",
            [(LOCKERS,), (CORRIDORS,), (BENCHES,), (LOCKERS,)],
            id="notes",
        ),
        pytest.param(
            "They wait for people who wait (see below), or so (n = 5) it is said (Table 3).", [], id="none"
        ),
    ],
)
def test_people_and_titles_without_a_year(body: str, linked: list[tuple[int, ...]]) -> None:
    found = citations(body, TITLED)
    assert [c.references for c in found] == linked
    assert {c.kind for c in found} <= {"note"}
