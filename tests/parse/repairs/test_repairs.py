"""Repairs of labels where the string leaves no choice, on labels as the tagger may give them."""

from __future__ import annotations

import pytest

from refs.parse.repairs.table import repair
from refs.parse.tokens import tokenise
from tests.parse.labels import labels_of, signs_of

CASES = {
    "the meeting counts the volumes of PoS": ("K. Bell, PoS LATTICE2013 (2014) 039", "AACccdg", "AACvvdg"),
    "the meeting is glued to PoS": ("K. Bell, PoSLATTICE 2013 (2014) 039", "AAA.ddg", "AACvvdg"),
    "PoS with a volume": ("K. Bell, PoS 13 (2014) 39", "AACvdg", "AACvdg"),
    "a body taken for a journal": ("BirdLife. 2012. On birds. Bonn", "CcdTtl", "AAdTtl"),
    "a newspaper in front": ("The Economist (2006): On rainbows. Bonn", "CcdTtl", "CcdTtl"),
    "a journal in front of its volume": ("Trust. 2012. On birds. 3", "CdTtv", "CdTtv"),
    "a journal in quotes": ('R. Bell, "Reports on Chemistry", vol. 5, p. 1', "AATtt.v.g", "AACcc.v.g"),
    "a book in quotes": ('R. Bell, "Paths to Chemistry", vol. 5, p. 1', "AATtt.v.g", "AATtt.v.g"),
    "a journal ends the title": ("R. Bell, Paths of trust Nature, vol. 5, p. 1", "AATttt.v.g", "AATttC.v.g"),
    "a thesis": ("Neff, T. On trust 2007 Ph.D. Thesis Old School", "AATttttttt", "AATtdGGGpp"),
    "a thesis in the title": ("Neff. The PhD thesis we trust. Bonn", "ATttttl", "ATttttl"),
    "a volume of a series": (
        "Bell. On Trust, volume 8 of Old Things. Sage, 2001",
        "ATttttttpd",
        "ATt.v.Ccpd",
    ),
    "where it was printed first": ("Neff: On trust. Zuerst veröffentlicht in: Zeit", "ATttt.C", "ATt...C"),
    "a report's number": ("Bell, On Trust, CERN-TDR-19, 2010", "ATttttd", "ATtnnnd"),
    "a number before the title": ("Neff (2003), 2 Trusts: On Trust. Bonn", "AdTtttl", "AdTtttl"),
    "a long edition": ("Zapf: Theorien, 4. neu bearbeitete Aufl. Bonn", "ATeeeel", "ATeeeel"),
    "who made it in front": ("Stiftung Mut (2008): Die Väter. Bonn", "TtdTtl", "AAdTtl"),
    "when the journal began": ("Bell: Trust. Spine (Phila Pa 1976) 2004, 29", "ATCccddv", "ATCcccdv"),
    "when the journal began, pointed": ("Bell. Trust. J Physiol (1985). 2004;29", "ATCcddv", "ATCccdv"),
    "a disease that is a journal": ("Bell. On lung cancer. J Clin Oncol 9", "ATttCccv", "ATttCccv"),
    "a particle before initials": ("Bell JR, Van Sluis EM: On trust", "AATtttt", "AAAAATt"),
    "investigators": ("Bell JR, the TRUST Investigators: On trust", "AATtttt", "AAAAATt"),
    "a title in front": ("Das Mut. (2008). Die Väter. Bonn", "TtdTtl", "TtdTtl"),
    "an academy's journal and its town": (
        "Neff. On trust. C. R. Acad. Sci. Paris 308:155",
        "ATtttttlvg",
        "ATtCccclvg",
    ),
    "e-prints are no title": ("Bell 2017, ArXiv e-prints [arXiv:1705.04329]", "AdTtt...", "Ad......"),
    "a volume ends a container": ("Bell. In: Handbook of Trust, Vol. 1. Bonn", "A.Cccccl", "A.Ccc.vl"),
    "a volume ends a title": ("Bell (2001) Sources of Power, Band IV, Bonn", "AdTttttl", "AdTtt.vl"),
    "a volume inside a title": ("Bell (2001) Sources. Vol. 2: Power, Bonn", "AdTtttl", "AdTtttl"),
    "an edition": ("Freire. Pedagogia do oprimido. 17. ed. Rio", "ATttv.l", "ATtteel"),
    "an editor after a number": ("Bell. On Power. 17. ed. by Neff", "ATtv..A", "ATtv..A"),
    "a title ends where its quotes close": (
        "Neff (2003), »On Trust«, Mind and Culture, 3, 81",
        "AdTttttvg",
        "AdTtCccvg",
    ),
    "a container goes on before the quotes' end": (
        "Neff (2003). “On Trust”. Open Quarterly Review 3",
        "AdTttCcv",
        "AdTtCccv",
    ),
    "a title goes on behind its quotes": (
        "Neff. “On Trust”. Fear at home in Leeds. In: Minds 3",
        "ATtttttt.Cv",
        "ATtttttt.Cv",
    ),
    "quotes within quotes": ("Neff, « “On Trust”. Fear at home », Old Minds", "ATtttttC", "ATttttCc"),
    "a review of what the quotes hold": (
        "Neff. “On Trust.” Review of Minds, by Jo Bell. Leeds Globe",
        "ATtttttttCc",
        "ATt......Cc",
    ),
    "an In behind the quotes": ("Neff, “On Trust,” in Old Minds. Leeds 3", "ATttttld", "ATt.Ccld"),
    "a day behind the quotes": ("Neff. « On Trust », 20 mai 2013, www.bonn.de", "ATttttk", "ATt...k"),
    "a quoted word in a title": ("Neff (2003). “Trust” and Mind. Bonn", "AdTttl", "AdTttl"),
    "a gloss behind the quotes": ("Neff (2003): «O doverii», (On trust). Bonn", "AdTtttl", "AdTtttl"),
    "a title begins where quotes open": ("D. Boyd. “DuMont: The Net,” Review 90", "AAATtCv", "AATttCv"),
    "a title begins where a quote opens": ("Bell, Dino, ‘Mike Neff, la Net’, Acta 9", "AAAATtCv", "AATtttCv"),
    "the only name is a title": ("Bell, ed. Proc. Conf. on Trust. Bonn 1994", "A.Ccccld", "A.Ttttld"),
    "the only name is a journal": ("Bell 2001, Nature", "AdC", "AdC"),
    "the same author": ("Bell. Power. In: Ders., Collected Essays. Bonn", "AT.Cccl", "AT..Ccl"),
    "a word for the number in the name": ("Bell: Power, in: Soziale Welt Heft 2", "AT.Cccv", "AT.Cc.v"),
    "a year of a journal before its pages": ("Bell, in: BIOS 2007 (20. Jg.), 12-37", "A.Cdv.gg", "A.Cdv.gg"),
    "a volume that ends the string": ("Bell, K. Sci Rep 2013, 3.", "AACcdg", "AACcdv"),
    "a page that ends the string": ("Bell, K. J Chem Soc 1956, 835.", "AACccdg", "AACccdg"),
    "a double volume": ("Bell, K. Sci Rep 2013, 81-82, 59–63", "AACcdgggg", "AACcdvvgg"),
    "two pairs of pages": ("Bell, K. Sci Rep 2013, 81-95, 99–103", "AACcdgggg", "AACcdgggg"),
    "an old year before its volume": ("Bell, K. Sci Rep 1898, 5, 62", "AACcvig", "AACcdvg"),
    "a double number": ("Bell, in: Arbeit, Nr. 35-37", "A.C.gg", "A.C.ii"),
    "a volume in Roman numbers": ("Bell, in: Notizie, XVII, 63", "A.Ccv", "A.Cvv"),
    "a century in a name": ("Neff, Storia del secolo XXI, 20, 5", "ACcccvg", "ACcccvg"),
    "an issue before a month": ("Bell. Trust. Minds 18, no. 2 May 1, 1986", "ATCv.iddd", "ATCv.iddd"),
    "days of a meeting": ("Bell. Trust. In: Minds, 11–16 April 2010", "AT.Cggdd", "AT.Cdddd"),
    "a publisher before the volume": ("Neff. Things. Leeds: Walker, 1983. Vol. 2, 5", "ATlpd.vg", "ATlpd.vg"),
    "a journal before the volume": ("Neff. Things. Board Games, 1983. Vol. 2, 5", "ATppd.vg", "ATCcd.vg"),
    "who prepared it": ("Neff. 2010. On trust. Prepared by Jo Bell. 2010", "AdTtppppd", "AdTtppppd"),
    "a journal and more": ("Neff 1999, Progress in Neurobiology xxx", "AdCccc", "AdCccc"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "labels", "expected"), CASES.values(), ids=CASES)
def test_repair(raw: str, labels: str, expected: str) -> None:
    tokens = tokenise(raw)
    assert len(tokens) == len(labels)
    repaired = repair(raw, tokens, labels_of(labels))
    assert signs_of(repaired) == expected
