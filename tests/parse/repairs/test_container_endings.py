"""What stands behind a container: publisher, volume, subseries, a meeting's year; and pages like years."""

from __future__ import annotations

import pytest

from refs.parse.repairs.table import repair
from tests.parse.labels import signs_after

CASES = {
    "a volume and a letter": ("Neff (2021) On trust. J Asian Econ 75(C)", "AdTtCcccc", "AdTtCccvi"),
    "an article's number": ("Neff 2013. On trust. J Comput. Article ID 379832", "AdTtCcccc", "AdTtCc..g"),
    "an article's number told": (
        "Neff 2013. On trust. J Comput. Article ID 379832",
        "AdTtCcccg",
        "AdTtCc..g",
    ),
    "a month": ("Neff 2013. On trust. Lancet Health. Jun;8(6)", "AdTtCccvi", "AdTtCcdvi"),
    "a journal that ends like a month": ("Neff 2013. On trust. Health. Junes;8(6)", "AdTtCcvi", "AdTtCcvi"),
    "a meeting's short name": ("Neff 2017. Trust. In: Conf on Minds (ICST). IEEE", "AdT.Cccpp", "AdT.Ccccp"),
    "a number, a place and a publisher": (
        "Neff: Trust, dans Gallia, n° 12, Paris, Old Press, p. 3",
        "AT.Ccclpp.g",
        "AT.C.ilpp.g",
    ),
    "a number and all behind it taken for the name": (
        "Neff: Trust, dans Gallia, n° 12, Paris, Old Press, p. 3",
        "AT.Cccccc.g",
        "AT.C.ilpp.g",
    ),
    "a special issue": ("Neff: Trust, dans Gallia, Hors série n° 6", "AT.Ccccc", "AT.C...i"),
    "a code for pages": ("Neff 2012. Trust. Proc R Soc B, 20122071", "AdTCcccc", "AdTCcccg"),
    "a year at the end": ("Neff 2012. Trust. Proc R Soc B, 2013", "AdTCcccc", "AdTCcccc"),
    "a journal unseen behind dans": ("Neff: Trust, dans Gallia, n° 12, Paris", "AT...il", "AT.C.il"),
    "a journal and its Jahrgang": ("Neff: Trust, in: BIOS (Jg. 13), 51", "AT...vg", "AT.C.vg"),
    "a month in brackets": ("Neff 2017. Trust. In: Conf on Minds (Sept). IEEE", "AdT.Cccpp", "AdT.Cccpp"),
    "the only year": ("Neff K: On trust. Biophys Acta 2005, 1744:76", "AATtCccvg", "AATtCcdvg"),
    "the year of proceedings": ("Neff (2005): Trust. Conf on Minds 2005, 3:76", "AdTCcccvg", "AdTCcccvg"),
    "days of a meeting": (
        "Neff 1997. Trust. In Conf on Minds, Aug. 21-24. ACM",
        "AdT.Ccccggp",
        "AdT.Ccc...p",
    ),
    "pages behind a month": (
        "Neff 1997. Trust. In Conf on Minds, Aug. 21-84. ACM",
        "AdT.Ccccggp",
        "AdT.Ccccggp",
    ),
    "a subseries": ("Neff (2021). On trust. Old Notes, 10299 LNCS, 396", "AdTtCcccg", "AdTtCcv.g"),
    "a publisher behind a meeting": (
        "Neff, Trust. In: Conf on Minds (CM). IEEE, 89",
        "AT.Cccccg",
        "AT.Ccccpg",
    ),
    "a publisher behind a book": (
        "Neff: Trust. In: Bell (Hg.): Minds Today. Palgrave. 81",
        "AT.E.Cccg",
        "AT.E.Ccpg",
    ),
    "an institute's journal": ("Neff, “Trust,” Proc. IEEE, vol. 92", "ATCc.v", "ATCc.v"),
    "a society's journal": ("Neff, “Trust,” Commun. ACM, vol. 92", "ATCc.v", "ATCc.v"),
    "an imprint in brackets": (
        "Neff, “Trust,” in Old Minds (Walker Press, Bonn, 2009)",
        "AT.Ccccld",
        "AT.Ccppld",
    ),
    "a bracket of the name": (
        "Neff 2009. Trust. Minds Forum (Trust Institute, Bonn), 3",
        "AdTCccclv",
        "AdTCccclv",
    ),
    "the year of a meeting": (
        "Neff (2019). Trust. Conference on Minds, CSCS 2019, 131",
        "AdTCcccdg",
        "AdTCccccg",
    ),
    "the year of a meeting as a volume": (
        "Neff (2019). Trust. Findings of Minds: CSCS 2019, 131",
        "AdTCcccvg",
        "AdTCccccg",
    ),
    "a volume like a year behind a name in capitals": (
        "Neff (2001). Trust. Proceedings of SPIE 2019, 131",
        "AdTCccvg",
        "AdTCccvg",
    ),
    "the year behind a journal": ("Neff (2019). Trust. Old Minds 2019, 131", "AdTCcdg", "AdTCcdg"),
    "a page like a year": ("Neff, On trust. ACS Interf. 7, 1987 (2015)", "ATtCcvdd", "ATtCcvgd"),
    "a page like a year, volume unread": (
        "Neff, On trust. ACS Interf. 7, 1987 (2015)",
        "ATtCccdd",
        "ATtCcvgd",
    ),
    "a year and the first one": ("Neff, K. On Trust. Bonn 1979 (1975)", "AATtldd", "AATtldd"),
}


@pytest.mark.parametrize(("raw", "given", "wanted"), CASES.values(), ids=CASES)
def test_repair(raw: str, given: str, wanted: str) -> None:
    assert signs_after(repair, raw, given) == wanted
