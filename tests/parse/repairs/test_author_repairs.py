"""Repairs around the names, on labels as the tagger may give them."""

from __future__ import annotations

import pytest

from refs.parse.repairs.authors import (
    colons_end_names,
    editors_without_role,
    groups_beside_names,
    journals_after_names,
    names_begun_as_titles,
    titles_end_names,
    titles_of_one_word,
)
from refs.parse.repairs.table import Repair
from tests.parse.labels import signs_after

CASES: dict[str, tuple[Repair, str, str, str]] = {
    "editors with nothing that makes them so": (
        editors_without_role,
        "Noll, H.; Weick, S., 2007: Armut",
        "EEEEdT",
        "AAAAdT",
    ),
    "editors with a role": (editors_without_role, "Noll, H. (Hrsg.), 2007: Armut", "EE.dT", "EE.dT"),
    "editors after in": (editors_without_role, "Armut. In: Noll, H.", "T.EE", "T.EE"),
    "editors beside authors": (editors_without_role, "Weick, S. Noll, H.", "AAEE", "AAEE"),
    "initials of whom the title is about": (
        colons_end_names,
        "Wolfgang Jantzen: A.N. Leontjew und die Schule",
        "AAAATttt",
        "AATttttt",
    ),
    "initials behind a colon": (colons_end_names, "Jantzen: A.N. Leontjew", "AAAT", "AAAT"),
    "a title in single quotes": (
        titles_end_names,
        "Feuer, Jane. ‘Melodrama, Serial Today’. Screen 25",
        "AAATtC.",
        "AATttC.",
    ),
    "a name that begins with a quote": (
        titles_end_names,
        "Barakat, Sami, ‘Umar, Khaled. Old",
        "AAAAT",
        "AAAAT",
    ),
    "a last name taken for the title's begin": (
        names_begun_as_titles,
        "Shumay E, Malbon CC: Kinase proteins",
        "AATttt",
        "AAAATt",
    ),
    "initials taken for the title's begin": (
        names_begun_as_titles,
        "Shumay E, Hallen EM: Kinase proteins",
        "AAATtt",
        "AAAATt",
    ),
    "a short word behind names": (
        names_begun_as_titles,
        "Shumay E, Hallen. EM: Kinase proteins",
        "AAATtt",
        "AAATtt",
    ),
    "a last name with a suffix": (
        names_begun_as_titles,
        "Shumay E, Kaelin WG Jr: Kinase proteins",
        "AATtttt",
        "AAAAATt",
    ),
    "a group taken for the title's begin": (
        names_begun_as_titles,
        "Hermanek P, Stroke Study Group: Predictors of death",
        "AATttttt",
        "AAAAATtt",
    ),
    "a group spoken for": (
        names_begun_as_titles,
        "Hermanek P et al. for the Stroke Group. Predictors of death",
        "AAAATtttttt",
        "AAAAAAAATtt",
    ),
    "a title about a group": (
        names_begun_as_titles,
        "Hermanek P, On a Stroke Registry. The Group",
        "AATttttt",
        "AATttttt",
    ),
    "a title with a colon": (
        names_begun_as_titles,
        "Hermanek P, Old Stroke: Predictors of death",
        "AATtttt",
        "AATtttt",
    ),
    "a group that is the subject": (
        names_begun_as_titles,
        "Neff K, On the Lorentz group: The case",
        "AATttttt",
        "AATttttt",
    ),
    "a title that begins in capitals": (
        colons_end_names,
        "Silber J: ELL (The equivalent length of life)",
        "AAATtttt",
        "AATttttt",
    ),
    "a name in another order before the title": (
        titles_of_one_word,
        "Chesters PM, L. P. Smith, V. Nair: The element",
        "AAAAAAATt",
        "AAAAAAATt",
    ),
    "a title after a colon": (colons_end_names, "Wolfgang Jantzen: A.N. Leontjew und", "AAAAAA", "AATttt"),
    "initials after a colon": (colons_end_names, "Smith, J. and Kelly: A. M.", "AAAAAA", "AAAAAA"),
    "proceedings of science": (journals_after_names, "S.Ejiri,PoS 2008", "AAAd", "AACd"),
    "a title of one word": (titles_of_one_word, "Weick DP, Noll J. Adam: A way", "AAAAATt", "AAAATtt"),
    "a first name after initials": (titles_of_one_word, "DP Weick, J. Adam: A way", "AAAATt", "AAAATt"),
    "a group in brackets": (
        groups_beside_names,
        "M. Weick et al. (Data Group), Review, 9",
        "AAAATtt.",
        "AAAA..T.",
    ),
    "a group before names": (groups_beside_names, "Geant4 group, S. Weick", "TttAA", "AAAAA"),
    "a group in a title": (groups_beside_names, "Weick (2001) Group size", "AdTt", "AdTt"),
    "a quote opens": (titles_end_names, "Weick, S., »A Chamber", "AAAT", "AATt"),
    "an article before the title": (titles_end_names, "H. Weick, Der Staat", "AAAT", "AATt"),
    "a name with an article": (titles_end_names, "H. Weick, L. Die 1991", "AAAAd", "AAAAd"),
    "a given name like a role": (editors_without_role, "Weick, Ed; Noll, H., 2007", "EEEEd", "AAAAd"),
    "a journal of one word": (
        journals_after_names,
        "Weiss R.F., Carmac E.C., Nature, 1991",
        "AAAAAAAd",
        "AAAAAACd",
    ),
    "a family name like a journal": (journals_after_names, "Science, A. 1991", "AAd", "AAd"),
}


@pytest.mark.parametrize(("step", "raw", "labels", "expected"), CASES.values(), ids=CASES)
def test_repair(step: Repair, raw: str, labels: str, expected: str) -> None:
    assert signs_after(step, raw, labels) == expected
