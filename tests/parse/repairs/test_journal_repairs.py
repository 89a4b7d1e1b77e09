"""Where journals and titles begin, behind initials or before a year; volumes beside pages."""

from __future__ import annotations

import pytest

from refs.parse.repairs.table import repair
from tests.parse.labels import signs_after

CASES = {
    "a title and a journal taken for one": (
        "Bell, J. (1989) In vivo study of the hand and the eye. Cancer Res 55, 9",
        "AAd.Ccccccccccvg",
        "AAdTttttttttCcvg",
    ),
    "a journal with full stops": ("Bell, J. (1989) Proc. Natl. Acad. Sci. 55, 9", "AAdCcccvg", "AAdCcccvg"),
    "an initial taken for Journal": (
        "Neff, K.; Bell, J. Behaviour Research and Therapy 2014, 61, 61",
        "AAACccccdvg",
        "AAAACcccdvg",
    ),
    "one author": ("Bell, J. Behaviour Research and Therapy 2014", "ACccccd", "AACcccd"),
    "a journal after a family": ("Bell, J. Chem. Phys. 2014, 61, 61", "ACccdvg", "ACccdvg"),
    "a journal known": ("Neff, K.; Bell, J. Algebra 2014, 61, 61", "AAACcdvg", "AAACcdvg"),
    "initials in front of names": ("B. R. Bell, J. Nanoscience 9, 61", "AAACcvg", "AAACcvg"),
    "a journal taken for a name": (
        "Neff, K.; Bell, J. Dyes and Pigments 2014, 102, 5",
        "AAAAAAAdvg",
        "AAAACccdvg",
    ),
    "a journal of one word": ("Bell, D. Phoenix 1991, 45, 62", "AAAdvg", "AACdvg"),
    "a journal alone": ("Vaccine 1996, 14, 1299", "Advg", "Cdvg"),
    "names without initials": ("Jo Bell and Ann Neff 1996, 14, 1299", "AAAAAdvg", "AAAAAdvg"),
    "commas inside": ("Bioscience, Biotechnology, and Biochemistry 60, 12", "TCccvg", "Ccccvg"),
    "an ampersand inside": ("Neff, K. Computers & Operations Research 2011, 38, 14", "AATCcdvg", "AACccdvg"),
    "a hyphen inside": ("Neff, K. Anti-Cancer Agents 2011, 11, 600", "AATCcdvg", "AACccdvg"),
    "a short title before a journal": ("Neff, K. Trust, Soziale Welt 2011, 38, 14", "AATCcdvg", "AATCcdvg"),
    "The at a title's end": (
        "Neff (2014). How we all trust The Journal of Peace, 20, 342",
        "AdTttttCccvg",
        "AdTtttCcccvg",
    ),
    "a volume before a colon": ("Neff K: On trust. Fact 2008, 7:2", "AATtCdgg", "AATtCdvg"),
    "a volume behind the year": ("Neff K. Fact 2008, 7, 2", "AACdgg", "AACdvg"),
    "pages of a newspaper": ("On trust, in: Fact, 27.2.2006, 1, 32", "Tt.Cdddgg", "Tt.Cdddgg"),
    "a volume like a year": ("Neff K: On trust. Fact 2004, 1895:55", "AATtCddg", "AATtCdvg"),
    "a volume that is the year": ("Neff K. Fact 2015, 2015, 12", "AACddg", "AACdvg"),
    "two years": ("Neff K. On trust 1987, 1990, 12", "AATtddg", "AATtddg"),
    "a year like a volume": ("Neff K. Fact 1850, 51, 424", "AACvvg", "AACdvg"),
    "a title before the year": (
        "Combining Trust and Gain. (1987). Soziale Welt, 66, 35",
        "AAAAdCcvg",
        "TtttdCcvg",
    ),
    "a small word before the year": ("Front cover. (2009). Soziale Welt, 11, 13", "AAdCcvg", "TtdCcvg"),
    "a container before the year": ("News of Old. (2014). Soziale Welt, 98, 872", "CccdCcvg", "TttdCcvg"),
    "a person before the year": ("Ann Bell. (2010). Soziale Welt, 63, 291", "AAdCcvg", "AAdCcvg"),
    "a word before the year, and a volume": ("Erratum. (2009). Soziale Welt, 11, 13", "AdCcvg", "TdCcvg"),
    "a word before the year": ("Erratum. (2009). Soziale Welt, 13", "AdCcg", "AdCcg"),
    "a family before the year": ("Smith. (2009). Soziale Welt, 11, 13", "AdCcvg", "AdCcvg"),
    "a board before the year": ("Editorial Board. (2010). Soziale Welt, 63, 291", "AAdCcvg", "TtdCcvg"),
    "a body before the year": ("Trust Society. (2010). Soziale Welt, 291", "AAdCcg", "AAdCcg"),
    "a title known as a journal": ("Neff, K. (2015). Soziale Welt.", "AAdCc", "AAdTt"),
    "a journal behind the year": ("Neff, K. 2015, Soziale Welt.", "AAdCc", "AAdCc"),
    "a journal cut at its full stop": (
        "Manoff, S. (1998). Class. Quantum Grav. 15, 4",
        "AAdTCcvg",
        "AAdCccvg",
    ),
    "in print": ("Neff, K., (in print) On old trust. Leeds", "AATttttl", "AATttttl"),
    "a bracketed journal": ("Neff K. On drugs (PWUD Mon) 19", "AATtCcv", "AATtCcv"),
    "a journal at the end": ("Neff (2012). On old trust. Psychological Medicine.", "AdTtttt", "AdTttCc"),
    "a journal at the end, all else a container": (
        "Neff (2012). On old trust. Psychological Medicine.",
        "AdCcccc",
        "AdTttCc",
    ),
    "a journal's name before In": (
        "Neff (2012). On old trust. Foreign Policy, in: www.a.de",
        "AdTtttt.k",
        "AdTtttt.k",
    ),
    "a journal's first word as a name": ("L. Volkova Yad. Fiz. 31 (1980) 15", "AAACvdg", "AACcvdg"),
    "a title's last word and a journal": ("Neff: On breast cancer. Science 275:19", "ATttCvg", "ATttCvg"),
    "a journal with its town": (
        "Neff K. On old dogs. CR Acad Sci (Paris) 231:11",
        "AATtttttlvg",
        "AATttCcclvg",
    ),
    "a subtitle before a journal": (
        "Neff: Trust. Fallbericht der Schule. Soziale Welt 28",
        "ATCccccv",
        "ATtttCcv",
    ),
    "a name in two parts": ("Neff: Trust. Bulletin der Schule. Neue Dinge 28", "ATCccccv", "ATCccccv"),
    "a law review": ("Neff, Fair Rights in Chile, 3 Review of Law 215 (1994)", "ATtttttttgd", "ATtttvCccgd"),
    "a number in a title": ("Neff, The 12 Review of Law 215 (1994)", "ATttttgd", "ATttttgd"),
    "a newspaper": ("“Doctors Wanted”. Leeds Chronicle, July 27, 2006", "Ttppddd", "TtCcddd"),
    "a newspaper with a town": ("“Doctors Wanted”. Boston Chronicle, July 27, 2006", "Ttllddd", "TtCcddd"),
    "a town and a day": ("“Doctors Wanted”. Boston, July 27, 2006", "Ttlddd", "Ttlddd"),
    "a publisher and a month": ("“Doctors Wanted”. Leeds Press, July 2006", "Ttppdd", "Ttppdd"),
    "a year that begins a title": ("Neff, K. (2008): 2008 Trust Report. Bonn", "AAddTtl", "AAdTttl"),
    "a year that begins a meeting": (
        "Neff, K. (2011). On trust. 2010 Annual Conference, 5",
        "AAdTtdCcg",
        "AAdTtCccg",
    ),
    "the same year twice": ("Neff, K. 2010 Congress on Trust 2010", "AAdTttd", "AATtttd"),
    "two years and a meeting": ("Neff, K. 2010 Congress on Trust 2009", "AAdTttd", "AAdTttd"),
    "a year before a title": ("Neff, K. 2008 On trust. Bonn", "AAdTtl", "AAdTtl"),
    "a month": ("Neff, K. 1998, March. Neue Ansichten. Bonn", "AAddTtl", "AAddTtl"),
    "an imprint": ("Neff, K. 1998: Leeds: Home Rule, Bonn", "AAdlppl", "AAdlppl"),
}


@pytest.mark.parametrize(("raw", "given", "wanted"), CASES.values(), ids=CASES)
def test_repair(raw: str, given: str, wanted: str) -> None:
    assert signs_after(repair, raw, given) == wanted
