"""What only leads to a reference is no part of it."""

from __future__ import annotations

import pytest

from refs.parse import parse_reference
from refs.parse.leads import start_of, without_lead

LEADS = {
    "key with a year": ("[TUF90] ", "Tuft, J.: On-line reading of graphs, 1990"),
    "key of several authors": ("[BGK+09] ", "Bader, S., Goldbeck, T.: Wiring, 2009"),
    "key of capitals": ("[AH] ", "M. Atiyah, N. Hitchin, The geometry of monopoles, Princeton 1988"),
    "name and year": ("Keen 2007 ", "Keen, Andrew: The cult of the amateur. 2007"),
    "several names and year": ("Ortega u. a. 2008 ", "Ortega, F. ; Robles, G.: On inequality. 2008"),
    "hyphenated name and year": ("Braun-Keen 2007 ", "Braun-Keen, Andrew: The cult of the amateur. 2007"),
    "recommended citation": ("Recommended Citation ", 'Keen, Andrew, "The cult of the amateur" (2007).'),
    "citation": ("Citation: ", "Keen, A., Tuft, J. 2009. The cult of the amateur. Leeds Journal 48: 32-37."),
    "german signal": ("Vgl. ", "Said, Amin R. (2005): Ports of the Gulf"),
    "signal with a footnote's number": ("2 Vgl. auch ", "Friedemann Maurer, Energiepolitik, Berlin 2004"),
    "english signal": ("See, e.g., ", "Elinor Ostrom, Governing the commons (1990)"),
    "english signal and initials": ("See also ", "E. Ostrom, Governing the commons (1990)"),
    "quoted": ("Quoted in ", "John D. Drummond, But for these men (New York: Award Books, 1965), p. 53."),
    "french signal": ("Voir aussi ", "Bourdieu, Pierre, La distinction, Paris 1979"),
}
NO_LEADS = {
    "family name See": "See KA, Jones B. The cell. Nature 2003;12:4.",
    "family name See, given name": "See, J. (1990). The sea.",
    "author in brackets": "[Anonymous]. The whole duty of man. London 1658.",
    "organisation in brackets": "[WHO] World Health Organization. Guidelines. Geneva 2020.",
    "a title that begins so": "Quoted from memory. Leeds 1990.",
    "number": "[12] Tuft, J. (1990). Graphs.",
    "name that begins another": "Lahire B. 2004 La culture des individus. Paris.",
    "plain": "Neff, K. D. (2003). Self-compassion.",
    "nothing": "",
}


@pytest.mark.parametrize(("lead", "reference"), LEADS.values(), ids=LEADS)
def test_lead(lead: str, reference: str) -> None:
    raw = lead + reference
    assert raw[start_of(raw) :] == reference
    assert without_lead(raw) == " " * len(lead) + reference
    assert parse_reference(raw).author == parse_reference(reference).author != ()


@pytest.mark.parametrize("raw", NO_LEADS.values(), ids=NO_LEADS)
def test_no_lead(raw: str) -> None:
    assert start_of(raw) == 0
