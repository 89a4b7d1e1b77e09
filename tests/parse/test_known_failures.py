"""Where parsers of references are known to fail: each kind of string with what must come out."""

from __future__ import annotations

from typing import Any

import pytest

from refs.parse import parse_reference

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "a particle in the family name, comma after it": (
        'Della Porta, Giambattista, "Magia naturalis", Napoli, Cancer, 1558.',
        {"author": ["Della Porta"], "title": "Magia naturalis", "year": 1558},
    ),
    "a slash between authors": (
        "Almond, Gabriel A./Verba, Sidney (1963): The Civic Culture. Princeton: Princeton University Press.",
        {"author": ["Almond", "Verba"], "title": "The Civic Culture", "year": 1963},
    ),
    "family names in capitals before initials": (
        "BOURDIEU P., PASSERON J.-C., SAINT-MARTIN M. 1965. Rapport pédagogique et "
        "communication. Paris, Mouton.",
        {"author": ["BOURDIEU", "PASSERON", "SAINT-MARTIN"], "year": 1965},
    ),
    "a stray full stop in the list of authors": (
        "Baron, R. M &., Kenny, D. A. (1986). The moderator-mediator variable distinction in social "
        "psychological research. Journal of Personality and Social Psychology, 51(6), 1173-1182.",
        {"author": ["Baron", "Kenny"], "year": 1986, "volume": "51", "issue": "6", "page": "1173-1182"},
    ),
    "french et, journal without a title": (
        "H. GILMAN et R. G. JONES. J. Am. Chem. Soc., 63, 1162 (1941).",
        {"author": ["GILMAN", "JONES"], "title": "", "volume": "63", "page": "1162", "year": 1941},
    ),
    "physics without a title": (
        "J. Bardeen, L. N. Cooper, J. R. Schrieffer, Phys. Rev. 108: 1175 (1957)",
        {
            "author": ["Bardeen", "Cooper", "Schrieffer"],
            "title": "",
            "volume": "108",
            "page": "1175",
            "year": 1957,
        },
    ),
    "volume and pages in one piece": (
        "Einstein A, Podolsky B, Rosen N. Can quantum-mechanical description of physical reality be "
        "considered complete? Physical Review 47:777-780 (1935).",
        {"author": ["Einstein", "Podolsky", "Rosen"], "volume": "47", "page": "777-780", "year": 1935},
    ),
    "volume and issue between commas": (
        "Putnam, R. D. (1995), Bowling alone: America's declining social capital, in: Journal of "
        "Democracy, 6, 1, 65-78.",
        {
            "author": ["Putnam"],
            "container-title": "Journal of Democracy",
            "volume": "6",
            "issue": "1",
            "page": "65-78",
        },
    ),
    "an edited book with a reprint": (
        "E.H. Gombrich (ed.), The Essential Gombrich, London 1996 (repr. Oxford 2002).",
        {"editor": ["Gombrich"], "title": "The Essential Gombrich", "year": 1996},
    ),
    "a chapter after in: names (eds.):": (
        "Habermas, Jürgen: Wahrheitstheorien, in: Fahrenbach, H. & Schulz, W. (eds.): Wirklichkeit und "
        "Reflexion. Pfullingen 1973, S. 211-265",
        {
            "author": ["Habermas"],
            "editor": ["Fahrenbach", "Schulz"],
            "title": "Wahrheitstheorien",
            "container-title": "Wirklichkeit und Reflexion",
            "page": "211-265",
            "year": 1973,
        },
    ),
    "a letter after the year": (
        "Rousseau, Jean-Jacques 1990a: Diskurs über die Ungleichheit. Paderborn: Schöningh.",
        {"author": ["Rousseau"], "title": "Diskurs über die Ungleichheit", "year": 1990},
    ),
    "two years with a slash": (
        "Beck, Ulrich 2006/7: Weltrisikogesellschaft. Frankfurt am Main: Suhrkamp.",
        {"author": ["Beck"], "year": 2006},
    ),
    "a dash for the author of the line before": (
        "--- . The Sun Also Rises. New York: Scribner, 1926.",
        {"author": [], "title": "The Sun Also Rises", "year": 1926},
    ),
    "a letter before the page": (
        "Rothman DH. Lattice-gas hydrodynamics. J Geophys Res 1990; 95: R17292.",
        {"author": ["Rothman"], "volume": "95", "page": "R17292"},
    ),
}


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_what_other_parsers_get_wrong(raw: str, expected: dict[str, Any]) -> None:
    item = parse_reference(raw)
    shown: dict[str, Any] = {
        key: item.text(key) for key in expected if key not in ("author", "editor", "year")
    }
    for key in {"author", "editor"} & expected.keys():
        shown[key] = [name.surname for name in item.names(key)]
    if "year" in expected:
        shown["year"] = item.issued.year if item.issued else None
    assert shown == expected
