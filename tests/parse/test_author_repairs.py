"""Repairs around the names, on labels as the tagger may give them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from refs.parse.author_repairs import (
    colons_end_names,
    editors_without_role,
    groups_beside_names,
    journals_after_names,
    names_begun_as_titles,
    titles_end_names,
    titles_of_one_word,
)
from refs.parse.hidden_names import names_in_front, names_inside_containers, names_inside_titles
from refs.parse.taken_for_names import journals_taken_for_names, one_word_alone
from refs.parse.tokens import Token, tokenise

A, E, X, D = "author", "editor", "other", "date"
T, U, B, C = "B-title", "I-title", "B-container-title", "I-container-title"
Repair = Callable[[str, Sequence[Token], list[str]], list[str]]
CASES: dict[str, tuple[Repair, str, list[str], list[str]]] = {
    "editors with nothing that makes them so": (
        editors_without_role,
        "Noll, H.; Weick, S., 2007: Armut",
        [E, E, E, E, D, T],
        [A, A, A, A, D, T],
    ),
    "editors with a role": (
        editors_without_role,
        "Noll, H. (Hrsg.), 2007: Armut",
        [E, E, X, D, T],
        [E, E, X, D, T],
    ),
    "editors after in": (editors_without_role, "Armut. In: Noll, H.", [T, X, E, E], [T, X, E, E]),
    "editors beside authors": (editors_without_role, "Weick, S. Noll, H.", [A, A, E, E], [A, A, E, E]),
    "initials of whom the title is about": (
        colons_end_names,
        "Wolfgang Jantzen: A.N. Leontjew und die Schule",
        [A, A, A, A, T, U, U, U],
        [A, A, T, U, U, U, U, U],
    ),
    "initials behind a colon": (colons_end_names, "Jantzen: A.N. Leontjew", [A, A, A, T], [A, A, A, T]),
    "a title in single quotes": (
        titles_end_names,
        "Feuer, Jane. ‘Melodrama, Serial Today’. Screen 25",
        [A, A, A, T, U, B, X],
        [A, A, T, U, U, B, X],
    ),
    "a name that begins with a quote": (
        titles_end_names,
        "Barakat, Sami, ‘Umar, Khaled. Old",
        [A, A, A, A, T],
        [A, A, A, A, T],
    ),
    "a last name taken for the title's begin": (
        names_begun_as_titles,
        "Shumay E, Malbon CC: Kinase proteins",
        [A, A, T, U, U, U],
        [A, A, A, A, T, U],
    ),
    "a group taken for the title's begin": (
        names_begun_as_titles,
        "Hermanek P, Stroke Study Group: Predictors of death",
        [A, A, T, U, U, U, U, U],
        [A, A, A, A, A, T, U, U],
    ),
    "a group spoken for": (
        names_begun_as_titles,
        "Hermanek P et al. for the Stroke Group. Predictors of death",
        [A, A, A, A, T, U, U, U, U, U, U],
        [A, A, A, A, A, A, A, A, T, U, U],
    ),
    "a title about a group": (
        names_begun_as_titles,
        "Hermanek P, On a Stroke Registry. The Group",
        [A, A, T, U, U, U, U, U],
        [A, A, T, U, U, U, U, U],
    ),
    "a title with a colon": (
        names_begun_as_titles,
        "Hermanek P, Old Stroke: Predictors of death",
        [A, A, T, U, U, U, U],
        [A, A, T, U, U, U, U],
    ),
    "a group that is the subject": (
        names_begun_as_titles,
        "Neff K, On the Lorentz group: The case",
        [A, A, T, U, U, U, U, U],
        [A, A, T, U, U, U, U, U],
    ),
    "a title that begins in capitals": (
        colons_end_names,
        "Silber J: ELL (The equivalent length of life)",
        [A, A, A, T, U, U, U, U],
        [A, A, T, U, U, U, U, U],
    ),
    "a name in another order before the title": (
        titles_of_one_word,
        "Chesters PM, L. P. Smith, V. Nair: The element",
        [A, A, A, A, A, A, A, T, U],
        [A, A, A, A, A, A, A, T, U],
    ),
    "unknown names before the year": (
        names_in_front,
        "DiTella/MacCulloch (2005): Happiness",
        [X, X, D, T],
        [A, A, D, T],
    ),
    "words before the year": (names_in_front, "Cite this 2011", [X, X, D], [X, X, D]),
    "an inverted name in the title": (
        names_in_front,
        "1954, Werle, H., Quelques resultats",
        [D, T, U, U, U],
        [D, A, A, T, U],
    ),
    "names and others in the title": (
        names_inside_titles,
        "Wacquant et alii, Punir les",
        [T, U, U, U, U],
        [A, A, A, T, U],
    ),
    "a name behind the year": (
        names_inside_titles,
        "2011: Ernst Bloch: Das Prinzip",
        [D, T, U, U, U],
        [D, A, A, T, U],
    ),
    "a name before a quote": (
        names_inside_titles,
        "2004 Jane Haggis ‘Thoughts on’",
        [D, T, U, U, U],
        [D, A, A, T, U],
    ),
    "a title behind the year": (
        names_inside_titles,
        "2011: Global Health: A Review",
        [D, T, U, U, U],
        [D, T, U, U, U],
    ),
    "a hero behind dashes": (
        names_inside_titles,
        "———. 1820. Robin Hood: a collection",
        [D, T, U, U, U],
        [D, T, U, U, U],
    ),
    "names behind a quoted title": (
        names_inside_containers,
        "“On repair”, R Novak et al. (Bell lab), Old Nature 9",
        [T, U, B, C, C, C, C, C, C, C, X],
        [T, U, A, A, A, A, X, X, B, C, X],
    ),
    "a container that begins with a name": (
        names_inside_containers,
        "On repair. R Novak Review 9",
        [T, U, B, C, C, X],
        [T, U, B, C, C, X],
    ),
    "a word beside a link": (one_word_alone, "Poppler. http://poppler.org", [A, "link"], [T, "link"]),
    "a word before a volume": (
        one_word_alone,
        "Alergy 1984, 39, 433",
        [A, D, "volume", "page"],
        [B, D, "volume", "page"],
    ),
    "a person beside a link": (one_word_alone, "Bell, J. http://bell.org", [A, A, "link"], [A, A, "link"]),
    "a journal before a quoted title": (
        journals_taken_for_names,
        "Domus: “La casa”, n° 412",
        [A, T, U, X, "issue"],
        [B, T, U, X, "issue"],
    ),
    "a weekly before a quoted title": (
        journals_taken_for_names,
        "Der Spiegel: „Die Macht“, Nr. 12",
        [A, A, T, U, X, "volume"],
        [B, C, T, U, X, "volume"],
    ),
    "an ancient before a quoted title": (
        journals_taken_for_names,
        "Plato: “The Laws”, vol. 2",
        [A, T, U, X, "volume"],
        [A, T, U, X, "volume"],
    ),
    "a journal of common words": (
        journals_taken_for_names,
        "Revista de aves. 2007. 8: 44",
        [A, A, A, D, "volume", "page"],
        [B, C, C, D, "volume", "page"],
    ),
    "a person with a particle": (
        journals_taken_for_names,
        "Vera de Groot. 2007. 8: 44",
        [A, A, A, D, "volume", "page"],
        [A, A, A, D, "volume", "page"],
    ),
    "a ministry": (
        journals_taken_for_names,
        "Bundesministerium für Verkehr. 1999. 8: 44",
        [A, A, A, D, "volume", "page"],
        [A, A, A, D, "volume", "page"],
    ),
    "a name behind another note": (
        names_inside_titles,
        "Bell 1995 (s. Anm. 3). Vgl. Peter Novak: „Holz“",
        [T, U, U, U, U, U, U, U, U],
        [X, X, X, X, X, X, A, A, T],
    ),
    "a title after a colon": (
        colons_end_names,
        "Wolfgang Jantzen: A.N. Leontjew und",
        [A, A, A, A, A, A],
        [A, A, T, U, U, U],
    ),
    "initials after a colon": (colons_end_names, "Smith, J. and Kelly: A. M.", [A] * 6, [A] * 6),
    "proceedings of science": (journals_after_names, "S.Ejiri,PoS 2008", [A, A, A, D], [A, A, B, D]),
    "a title of one word": (
        titles_of_one_word,
        "Weick DP, Noll J. Adam: A way",
        [A] * 5 + [T, U],
        [A] * 4 + [T, U, U],
    ),
    "a first name after initials": (
        titles_of_one_word,
        "DP Weick, J. Adam: A way",
        [A] * 4 + [T, U],
        [A] * 4 + [T, U],
    ),
    "a group in brackets": (
        groups_beside_names,
        "M. Weick et al. (Data Group), Review, 9",
        [A, A, A, A, T, U, U, X],
        [A, A, A, A, X, X, T, X],
    ),
    "a group before names": (groups_beside_names, "Geant4 group, S. Weick", [T, U, U, A, A], [A, A, A, A, A]),
    "a group in a title": (groups_beside_names, "Weick (2001) Group size", [A, D, T, U], [A, D, T, U]),
    "a quote opens": (titles_end_names, "Weick, S., »A Chamber", [A, A, A, T], [A, A, T, U]),
    "an article before the title": (titles_end_names, "H. Weick, Der Staat", [A, A, A, T], [A, A, T, U]),
    "a name with an article": (titles_end_names, "H. Weick, L. Die 1991", [A] * 4 + [D], [A] * 4 + [D]),
    "a given name like a role": (
        editors_without_role,
        "Weick, Ed; Noll, H., 2007",
        [E] * 4 + [D],
        [A] * 4 + [D],
    ),
    "a journal of one word": (
        journals_after_names,
        "Weiss R.F., Carmac E.C., Nature, 1991",
        [A, A, A, A, A, A, A, D],
        [A, A, A, A, A, A, B, D],
    ),
    "a family name like a journal": (journals_after_names, "Science, A. 1991", [A, A, D], [A, A, D]),
}


@pytest.mark.parametrize(("repair", "raw", "labels", "expected"), CASES.values(), ids=CASES)
def test_repair(repair: Repair, raw: str, labels: list[str], expected: list[str]) -> None:
    assert repair(raw, tokenise(raw), labels) == expected
