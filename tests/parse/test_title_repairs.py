"""Titles that were cut short, run on or were missed, and containers with more than their name."""

from __future__ import annotations

import pytest

from refs.parse.repairs import repair
from refs.parse.tokens import tokenise
from tests.parse.labels import labels_of, signs_of

TITLES = {
    "a subtitle of things": ("Neff (2003), Open Minds. Film, Race and Power, Bonn", "AdTtppppl", "AdTtttttl"),
    "a subtitle about something": ("Neff (2003): Trust. Wege zum Frieden, Bonn", "AdTpppl", "AdTtttl"),
    "a subtitle after a colon": ("Neff (2003): Trust: Norms, Gifts, Debts, Bonn", "AdTpppl", "AdTtttl"),
    "what a book calls itself": ("Neff (2003): Ein weites Feld. Roman. Bonn", "AdTttpl", "AdTtttl"),
    "words that end as such do": ("Neff (2003): Trust. Selbstbild und Bildung, Bonn", "AdTpppl", "AdTtttl"),
    "a country in a subtitle": ("Neff (2003): Trust. Bildung in Deutschland, Bonn", "AdTpppl", "AdTtttl"),
    "a subtitle as a container": ("Neff (2003): Trust. Macht im Alltag, Bonn", "AdTCccl", "AdTtttl"),
    "a subtitle and no place": ("Neff (2003): Trust: Macht im Alltag.", "AdTCcc", "AdTttt"),
    "a container behind a comma": ("Neff (2003): Trust, Macht im Alltag, Bonn", "AdTCccl", "AdTCccl"),
    "a container behind in": ("Neff (2003): Trust. In Old Things, Bonn", "AdTCccl", "AdTCccl"),
    "a journal": ("Neff (2003): Trust. Soziale Welt, Bonn", "AdTCcl", "AdTCcl"),
    "a subtitle that opens as such": ("Neff (2003): Trust. Wie Banken leben, Bonn", "AdTpppl", "AdTtttl"),
    "a subtitle with an article": ("Neff (2003): Trust. Ein Neuentwurf, Bonn", "AdTppl", "AdTttl"),
    "an article as initials": ("Neff (2003): Trust. FUR Books, Bonn", "AdTppl", "AdTppl"),
    "topics listed": ("Neff (2003): Old Minds. Film, Stars and Society, Leeds", "AdTtppppl", "AdTtttttl"),
    "a body that lists topics": ("Neff (2003): Minds. Institute of Film, Art, Rome", "AdTppppl", "AdTppppl"),
    "a title and its edition": ("Neff, K. (1998): Eherecht, 3. Auflage.", "AAd...", "AAdTee"),
    "an edition taken for a volume": ("Neff 1998, Old Trust, 5. Aufl., Leeds", "AdCcvpl", "AdTteel"),
    "a title of one word behind its maker": ("Konira: Super Silent Bay, 2007.", "AAAAd", "ATttd"),
    "a name behind a colon": ("Konira: Jo Walker, 2007.", "AAAd", "AAAd"),
    "a publisher after the title": ("Neff (2003): Trust. Walker, Bonn", "AdTpl", "AdTpl"),
    "a publisher known": ("Neff (2003): Trust. Farrar, Straus and Giroux, Bonn", "AdTppppl", "AdTppppl"),
    "a body publishes": ("Neff (2003): Trust. Institut zur Bildung, Bonn", "AdTpppl", "AdTpppl"),
    "a place before the colon": ("Neff (2003) On Trust in Boston: Walker", "AdTtttp", "AdTtttp"),
    "a report": ("Neff (2003): Trust. Discussion Paper in Society, Bonn", "AdTppppl", "AdTppppl"),
    "on behalf of": ("Neff (2003): Trust. Im Auftrag der Bildung, Bonn", "AdTppppl", "AdTppppl"),
    "a subtitle as a place": ("Neff (2003): Ein weites Feld. Familienroman. Bonn", "AdTttll", "AdTtttl"),
    "two places": ("Neff (2003): Ein weites Feld. Leeds. Bonn", "AdTttll", "AdTttll"),
    "who made it": ("Konira: Silent Bay, 1999.", "lppd", "ATtd"),
    "a place and a publisher": ("Bonn: Silent Bay, 1999.", "lppd", "lppd"),
    "words before a link": ("Neff (2003): Trust, online unter: www.bonn.de/a", "AdTttk", "AdT..k"),
    "editors behind a title": ("Neff (2003). On Trust. Edited by Jo Bell. Bonn", "AdTtttttl", "AdTt..EEl"),
    "translators behind a title": ("Neff (2003): Trust, übersetzt von Jo Bell, Bonn", "AdTttttl", "AdT..RRl"),
    "by and by": ("Neff (2003). Trust edited by Machines. Bonn", "AdTtttl", "AdTtttl"),
    "an extent": ("Neff (2003): Open Minds. 121 S. Bonn", "AdTtttl", "AdTt..l"),
    "volumes": ("Neff (2003): Old Minds. 2 Bände. Bonn", "AdTtttl", "AdTt..l"),
    "a place glued to a title": ("Neff (2003): Ein Beitrag zur Klärung Bonn: Walker", "AdTttttp", "AdTtttlp"),
    "proceedings without In": ("Neff, On old trust, Proceedings of Old Minds, Rom", "ATttttttl", "ATttCcccl"),
    "what proceedings are about": ("Neff, On old trust. Proceedings and Rites, Bonn", "ATtttttl", "ATtttttl"),
    "parts of a volume": ("Neff (2003): Open Old Minds, 2 Teilbde., Bonn", "AdTttttl", "AdTtt..l"),
    "an edition in brackets": ("Neff (2003): Open Minds (10. Auflage). Bonn", "AdTtttl", "AdTteel"),
    "what kind of work": ("刘洋. 文本综述[C]//会议论文集, 2009", "AATttttCccccd", "AATttt.Cccccd"),
    "an In that ends a title": ("Neff (2003): On Old Trust In: Review 90, 5", "AdTtttCvg", "AdTtt.Cvg"),
    "a day behind a title": ("Neff 2006: On Old Trust. 13.06.2006. www.bonn.de", "AdTtttttk", "AdTtt...k"),
    "a law's day": ("Neff 2006: Gesetz vom 13.06.2006. www.bonn.de", "AdTttttk", "AdTttttk"),
    "a number behind a title": ("Neff, 1996: What of old trust? No. 44, Bonn", "AdTtttttl", "AdTttt.il"),
    "a series with a number": ("Neff (2003): On Trust (Old Things 4). Bonn", "AdTttttl", "AdTtCcvl"),
    "a series and its word": ("Neff 2003: On Trust (Old Things, Bd. 4). Bonn", "AdTtttttl", "AdTtCc.vl"),
    "an edition named in brackets": ("Neff 2003: On Trust (Second Edition 4). Bonn", "AdTttttl", "AdTttttl"),
    "a version glued": ("Neff 2003: On Trust (VetTrust2014). Bonn", "AdTttttl", "AdTttttl"),
    "a place behind a title": ("Neff (2003): On Old Trust. Bonn.", "AdTttt", "AdTttl"),
    "a place that is the subject": ("Neff (2003): On Trust in Bonn.", "AdTttt", "AdTttt"),
    "a land that is the subject": ("Neff (2003): Trust in South Africa (3)", "AdTttt.", "AdTttt."),
    "a publisher's short name": ("Neff (2003): On Old Trust. BMWA. Wien", "AdTtttl", "AdTttpl"),
    "a publisher behind a comma": ("Neff (2003): On Old Trust, Sigma Press, Wien", "AdTttttl", "AdTttppl"),
    "a study's name": ("Neff (2003): The Trust Study (4S). Bonn", "AdTttttl", "AdTttttl"),
    "a state": ("Neff (2003): On open minds. Unveröff. Manuskript, Bonn", "AdTttttl", "AdTttGGl"),
    "a title about manuscripts": ("Neff (2003): The open manuscript, Bonn", "AdTttl", "AdTttl"),
    "a year behind a title": ("Neff, Jo: Open minds and trust, 2002.", "AATtttt", "AATtttd"),
    "a day in a title": ("Neff, Jo: The fire of May 8, 1945", "AATttttt", "AATttttt"),
    "no title at all": ("Neff (2006), Leute und Netze, Bonn", "Adpppl", "AdTttl"),
    "no title but other words": ("Neff (2005) Kurz vorher brannte Licht, www.bonn.de", "Ad....k", "AdTtttk"),
    "a thesis without title": ("Neff, Diss. Freie Hochschule, 2005", "AGppd", "AGppd"),
    "a quotation goes on": ("Neff (2003): „Trust nobody“. Angst im Alltag, Bonn", "AdTttttl", "AdTttttl"),
}  # fmt: skip
CONTAINERS = {
    "a publisher after In": ("Neff: Trust. In: ders. et al.: Freie Netze, Bonn", "AT.EEEppl", "AT.EEECcl"),
    "a second title after In": ("Neff: Trust, in: ders. (Ed.): Free law, Bonn", "AT...Ttl", "AT...Ccl"),
    "a publisher and no container": ("Neff: Trust, in: Bell (Ed.), Suhrkamp, Bonn", "AT.E.pl", "AT.E.pl"),
    "a body that edits": ("Neff: Trust, in: Trust Group (Hg.), Old Things, Bonn", "AT.Cc.Ccl", "AT.EE.Ccl"),
    "a body and its short name": ("Neff: Trust, in: Trust Group (TG) (Eds.), Things", "AT.Ccc.C", "AT.EEE.C"),
    "editors behind the container": ("Neff: Trust, in: Old Things. (Eds.) Bell, Bo", "AT.Cc.Cc", "AT.Cc.Cc"),
    "the authors again": ("WHO (2001). Trust. In: WHO, Health Atlas. Bonn", "AdT.Cccl", "AdT.ECcl"),
    "a body with its year": ("Neff: Trust, in: Haus Bonn (2012): Alte Dinge, Rom", "AT.Cccccl", "AT.EEECcl"),
    "a body": ("Neff: Trust, in: Walker Foundation: Old Things, Leeds", "AT.Ccccl", "AT.EECcl"),
    "a person, turned": ("Neff: Trust. In: Walker, Joachim: Alte Dinge, Leeds", "AT.Ccccl", "AT.EECcl"),
    "a subtitle": ("Neff: Trust. In: Alte Dinge: Neue Wege, Leeds", "AT.Ccccl", "AT.Ccccl"),
    "a list in a name": ("Neff: Trust. In: Gender, Society: An Atlas, Leeds", "AT.Ccccl", "AT.Ccccl"),
    "a year first": ("Neff: Trust, in: Bell (Hg.), 2004, Old Things, Leeds", "AT.E.Cccl", "AT.E.dCcl"),
    "pages first": ("Neff 1999: Trust, Bonn, 40 S. (Schriften des Hauses 6)", "AdTl.Ccccv", "AdTl..Cccv"),
    "a series in brackets": ("Neff 2003: Trust. Open Minds (Old Things, 3). Bonn", "AdTCcccvl", "AdTttCcvl"),
    "a journal with its town": ("Neff (2003): Trust. Open Minds (Old Bonn) 3, 5", "AdTCcccvg", "AdTCcccvg"),
    "not printed yet": ("Neff (2003): Trust. In: Soziale Welt (im Druck).", "AdT.Cccc", "AdT.Cc.."),
    "a report's number": ("Neff (2003): Trust. In: Bell (Hg.): ZKM report 9.", "AdT.E.Ccc", "AdT.E.Ccv"),
    "a volume before the issue": ("Neff (2003): Trust. Open Minds 84, Nr. 1: 5", "AdTCcc.ig", "AdTCcv.ig"),
    "a volume glued to a letter": ('Neff, "Trust," Phys. Rev. C93 (2016)', "ATCcccd", "ATCccvd"),
    "a part of a book": ("Neff (2003): Trust. In: Open Minds, chapter 14, 5", "AdT.Ccccg", "AdT.Ccccg"),
    "a number's word": ("Neff, 2003: News from Leeds. Nr. 80.", "AdTttCv", "AdTtt.v"),
    "begun by and": ("Neff: On trust, old norms, and gifts. 43, 5", "ATtttCcvg", "ATtttttvg"),
    "begun by and, then a journal": ("Neff: On trust, and old gifts. Minds 43, 5", "ATtCcccvg", "ATttttCvg"),
    "behind a slash": ("Neff (2003): Bonn/ARD-Studie. Old Things, 5", "AdTCcccg", "AdTttCcg"),
    "a journal cut in two": ("Neff, On general beliefs, Leeds Math. Journal 57", "ATttttCv", "ATttCccv"),
    "a title's last words": ("Neff, On general trust. Old Notes. Journal 57", "ATttttCv", "ATttttCv"),
    "a month behind a container": ("Neff. Trust. In Old Minds, Aug. 21-24. Leeds", "AT.Cccccl", "AT.Cc...l"),
    "a day behind a container": ("Neff: Trust. In: Old Minds, 2. Januar 2012", "AT.Ccccc", "AT.Ccddd"),
    "a name before a colon": ("Neff: Trust. In: Jo Walker: Old Things, Leeds", "AT.Ccccl", "AT.EECcl"),
    "a family before a colon": ("Neff: Trust. In: Schmidt: Old Things, Leeds", "AT.Cccl", "AT.ECcl"),
    "a place with others": ("Neff (2003): Trust. In: Old Things. Bonn u. a., 7", "AdT.Cccccg", "AdT.Cclllg"),
    "a title's place with others": ("Neff (2003): On Old Trust. Bonn u.a.: Walker", "AdTtttttp", "AdTttlllp"),
    "a place behind a dash": ("Neff: Trust. In: Old Things. – Bonn, 7", "AT.Cccg", "AT.Cclg"),
    "a publisher behind a dash": ("Neff: Trust. In: Old Things. - Leeds Press, 7", "AT.Ccccg", "AT.Ccllg"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "labels", "expected"), [*TITLES.values(), *CONTAINERS.values()], ids=[*TITLES, *CONTAINERS]
)
def test_repair(raw: str, labels: str, expected: str) -> None:
    tokens = tokenise(raw)
    assert len(tokens) == len(labels)
    repaired = repair(raw, tokens, labels_of(labels))
    assert signs_of(repaired) == expected
