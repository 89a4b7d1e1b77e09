"""What the parts of a reference cannot be."""

from __future__ import annotations

import pytest

from refs.parse.repairs.parts import settle_parts
from refs.parse.tokens import tokenise
from tests.parse.labels import labels_of, signs_of

CASES = {
    "a series with its number": ("Neff (2003): Trust. Leeds (ZKM Papers 57)", "AdTlppp", "AdTlCcv"),
    "a word for the number": ("Neff (2003): Trust. Soziale Welt, Heft 12. Bonn", "AdTppppl", "AdTCc.vl"),
    "the publisher stays": ("Neff (2003): Trust. Univ. Leeds, Working Papers 13", "AdTppppp", "AdTppCcv"),
    "the end of a DOI": ("Neff (2003): Trust. doi:10.1007/ BF0229", "AdT...pp", "AdT....."),
    "a publisher's volume": ("Neff (2003): Trust. Leeds: Suhrkamp, Bd. 3", "AdTlppp", "AdTlp.."),
    "a page": ("Neff (2003): Trust. Leeds: Suhrkamp, Seite 10.", "AdTlppp", "AdTlp.."),
    "a date": ("Neff (2003): Trust. Accessed November 12", "AdTppp", "AdT..."),
    "no number": ("Neff (2003): Trust. Leeds: Duncker & Humblot", "AdTlpp", "AdTlpp"),
    "publisher and place": ("Neff (2003): Trust. Wiley: New York", "AdTppp", "AdTpll"),
    "place and publisher": ("Neff (2003): Trust. New York: Wiley", "AdTppp", "AdTllp"),
    "a publisher with a colon": ("Neff (2003): Trust. Trust: Wiley", "AdTpp", "AdTpp"),
    "a title of one word": ("K. Neff, Raumsoziologie. Zur Moderne", "AAATt", "AATtt"),
    "an author without initials": ("Neff, K., Raumsoziologie. Zur Moderne", "AAATt", "AAATt"),
    "in a title": ("Neff (2003): On trust. In: Open minds. Leeds", "AdTttttl", "AdTt.Ccl"),
    "in a title, before quotes": ("Quoted by Neff in, “Old Things”", "Tttttt", "Ttt.Cc"),
    "in a title, glued": ("Neff (2003): On trust. InConference on mind. Leeds", "AdTtttttl", "AdTt.Cccl"),
    "in proceedings": ("Neff, On trust, in proceedings of Minds, Bonn", "ATtttttl", "ATt.Cccl"),
    "in proceedings of life": ("Neff, On trust in proceedings of Minds, Bonn", "ATtttttl", "ATtttttl"),
    "in a title, going on": ("Neff (2003): On trust. In: Open minds. Leeds", "AdTtttCl", "AdTt.Ccl"),
    "two containers and no title": (
        "Neff, K. On Trust and Minds 2003 J. of Minds 38 1225",
        "AACcccdCccvg",
        "AATtttdCccvg",
    ),
    "two containers, the first short": ("Neff, K. Old Minds 2003 J. of Minds 38", "AACcdCccv", "AACcdCccv"),
    "a reprint": ("Neff, Trust, Bonn 1996 (repr. Leeds 2002)", "ATld.ld", "ATldNNN"),
    "a reprint and no other year": ("Neff, Trust, Bonn (repr. Leeds 2002)", "ATl.ld", "ATl.ld"),
    "brackets of another kind": ("Neff, Trust, Bonn 1996 (Repression 2002)", "ATld.d", "ATld.d"),
    "a title before a place": ("Neff (2003), Raumsoziologie, Bonn", "Adll", "AdTl"),
    "a title's last word": ("Neff (2003), Trust in Räume, Bonn", "AdTtll", "AdTttl"),
    "two places": ("Neff (2003), Trust, Bonn, London", "AdTll", "AdTll"),
    "the code of a report": ("Neff (2003): Trust. Report CS-R95, Bonn", "AdTCccvl", "AdTCcccl"),
    "a journal's letter": ("Neff (2003): Phys. Rev. D95, 13", "AdCccvv", "AdCccvv"),
    "no colon": ("Neff (2003): Trust in open minds. Leeds", "AdTtttl", "AdTtttl"),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "given", "wanted"), CASES.values(), ids=CASES)
def test_parts(raw: str, given: str, wanted: str) -> None:
    labels = labels_of(given)
    assert signs_of(settle_parts(raw, tokenise(raw), labels)) == wanted
