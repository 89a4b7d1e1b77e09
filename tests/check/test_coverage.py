"""What excuses a reference that nothing was found for: its kind, its venue, or too little print."""

from __future__ import annotations

from typing import Any

import pytest

from refs.check import status_of
from refs.check.coverage import (
    BEFORE,
    NO_DOIS,
    NO_LOCATORS,
    NO_TITLE,
    NO_VENUE,
    TOO_BRIEF,
    _cues,
    why_excused,
    why_not_covered,
)
from refs.model import Doi, Item, Match, Outcome, Reference, Status, Venue, Work

ARTICLE = "Watanabe K. Slow rivers of the northern plain. Hydrological Letters. 2014;12(3):45-67."
CONFERENCE = "Watanabe K. Slow rivers of the northern plain. ICML 2014, 45-67."
OLDER = "Watanabe K. Slow rivers of the northern plain. Hydrological Letters. 1949;12(3):45-67."
BOOK = "Watanabe K. Slow rivers of the northern plain. 2nd edn. Kyoto: Heron Books; 2014, pp. 45-67."
DOI = Doi("10.1000/rivers")
WORK = Work({"DOI": "10.1000/rivers", "title": ["Another title"]})


def lost(raw: str, **known: Any) -> Match:
    return Match(Reference(raw), Outcome.NONE, **known)


EXCUSES: list[tuple[str, Match, str]] = [
    ("an article", lost(ARTICLE), ""),
    ("an article of a journal on record", lost(ARTICLE, venue=Venue.ON_RECORD), ""),
    ("an article of a volume on record", lost(ARTICLE, venue=Venue.VOLUME_ON_RECORD), ""),
    ("an article of a journal that is not", lost(ARTICLE, venue=Venue.NOT_ON_RECORD), NO_VENUE),
    (
        "of a journal that is not, with a DOI of nobody",
        lost(ARTICLE, venue=Venue.NOT_ON_RECORD, cited_doi=DOI, cited_doi_agency=""),
        "",
    ),
    (
        "of a journal that is not, with a DOI of another agency",
        lost(ARTICLE, venue=Venue.NOT_ON_RECORD, cited_doi=DOI, cited_doi_agency="JaLC"),
        NO_VENUE,
    ),
    ("a venue without DOIs", lost(CONFERENCE), NO_DOIS),
    ("a venue without DOIs, others of it on record", lost(CONFERENCE, venue=Venue.ON_RECORD), NO_DOIS),
    ("a venue without DOIs, not on record", lost(CONFERENCE, venue=Venue.NOT_ON_RECORD), NO_DOIS),
    ("its very volume on record", lost(CONFERENCE, venue=Venue.VOLUME_ON_RECORD), ""),
    ("a book, a volume on record", lost(BOOK, venue=Venue.VOLUME_ON_RECORD), "a book"),
    ("old", lost(OLDER), BEFORE),
    ("old, with a DOI that nobody was asked for", lost(OLDER, cited_doi=DOI), BEFORE),
    ("old, with a DOI of another agency", lost(OLDER, cited_doi=DOI, cited_doi_agency="JaLC"), BEFORE),
    ("old, with a DOI of nobody", lost(OLDER, cited_doi=DOI, cited_doi_agency=""), ""),
    ("old, with a DOI of another work", lost(OLDER, cited_doi=DOI, cited_doi_work=WORK), ""),
    ("a book with a DOI of nobody", lost(BOOK, cited_doi=DOI, cited_doi_agency=""), "a book"),
    ("a book with a DOI of another work", lost(BOOK, cited_doi=DOI, cited_doi_work=WORK), "a book"),
]


@pytest.mark.parametrize(("match", "excuse"), [c[1:] for c in EXCUSES], ids=[c[0] for c in EXCUSES])
def test_only_what_is_not_excused_is_not_found(match: Match, excuse: str) -> None:
    assert why_excused(match) == excuse
    assert status_of(match) is (Status.UNVERIFIABLE if excuse else Status.NOT_FOUND)


CUES = {
    "a preprint": "arXiv | CoRR, | abs/1412.1234 | hal-0123456 | OpenReview",
    "a web page": "Accessed 3 May | Last visited | Blog | Posted | abgerufen | Zugriff | consulté"
    " | Retrieved from there",
    "a book": "ISBN | 2nd ed | (2 eds.) | [M] | (J. Doe, trans.) | Kyoto University Press | Heron Press,"
    " | Publishers | Wiley | Addison-Wesley | Routledge | Penguin | Pearson | O'Reilly | Birkhäuser",
    "a chapter of an edited book": "(Hrsg.) | (Hgg.) | (dir.) | (coord.) | (Hsg.) | Hrsg. von"
    " | herausgegeben von | edited by | ed. by | , eds., | Editors, | a cura di | sous la dir | Festschrift"
    " | Mélanges | 2. Aufl.",
    "a thesis": "PhD thesis | Master's thesis | Dissertation | Thesis | Habilitation | Diplomarbeit | Thèse",
    "a report": "Technical report | Working paper | TR-12 | Report no | World Health Organization | IPCC"
    " | Geneva: WHO | World Bank | OECD | United Nations",
    "a standard": "RFC 2616 | ISO 9001 | ISO/IEC 9001 | IEEE Std | DIN EN 12 | ASTM D1 | W3C | PEP 8",
    "a law or a case": "Regulation (EU) | Directive 95 | Doe v. Roe | 5 U.S.C. 3 | Act of 1990 | 5 Stat. 3"
    " | OJ L | § | BGH | BVerfG | Drucksache | Cass. civ",
    "software or data": "R package | github.com | Computer program | [Data set] | Zenodo"
    " | [Large language model] | Machine Learning Repository | Core Team | Software, version",
    "a patent": "Patent no | Patent US 12",
    "news": "New York Times | The Guardian | BBC | Reuters | Press release | Newspaper",
    NO_DOIS: "Neural Information Processing Systems | NeurIPS | ICLR | ICML | PMLR"
    " | Conference on Machine Learning | J. Mach. Learn. Res. | JMLR | USENIX | CEUR | Workshop",
    "not published": "Unpublished | in press | forthcoming | submitted | to appear | in preparation"
    " | Manuscript",
}
CUED = [(cue, kind) for kind, cues in CUES.items() for cue in cues.split(" | ")]


def with_cue(cue: str) -> str:
    return f"Watanabe K. Slow rivers of the plain. {cue} 2014;12(3):45-67."


@pytest.mark.parametrize(("cue", "kind"), CUED, ids=[cue for cue, _ in CUED])
def test_what_is_printed_tells_the_kind(cue: str, kind: str) -> None:
    assert (
        why_not_covered(Reference(f"Watanabe K. Slow rivers of the plain. {cue} 2014;12(3):45-67.")) == kind
    )


def test_every_line_of_the_table_has_an_example() -> None:
    told = [with_cue(cue) for cue, _ in CUED]
    first = {next(i for i, (_, cue) in enumerate(_cues()) if cue.search(raw)) for raw in told}
    assert [cue.pattern for i, (_, cue) in enumerate(_cues()) if i not in first] == []


TITLE = "Watanabe K. Slow rivers of the northern plain"
OTHERS = [
    ("an article", ARTICLE, ""),
    (
        "a conference on learning that is another",
        f"{TITLE}. Int Conf on Machine Learning and Cybernetics. 2014, pp. 45-67.",
        "",
    ),
    ("retrieved by its DOI", f"{ARTICLE} Retrieved from https://doi.org/10.1000/rivers", ""),
    (
        "edited proceedings",
        f"{TITLE}. Sato A, eds., Proceedings of the Hydrology Symposium 2014, pp. 45-67.",
        "",
    ),
    ("of the last year before", ARTICLE.replace("2014", "1949"), BEFORE),
    ("of the first year after", ARTICLE.replace("2014", "1950"), ""),
    ("reprinted later", ARTICLE.replace("2014", "1949/1987"), ""),
    ("of four words", "Watanabe. Slow rivers wander. 2014;12(3):45-67.", TOO_BRIEF),
    ("of five words", "Watanabe. Slow rivers wander north. 2014;12(3):45-67.", ""),
    ("without a place", f"{TITLE}. Hydrological Letters. 2014.", NO_LOCATORS),
    ("a span of years", f"{TITLE} 2007-2011. Hydrological Letters.", NO_LOCATORS),
    ("a volume alone", f"{TITLE}. Hydrological Letters, vol. 12, 2014.", ""),
    ("a page alone", f"{TITLE}. Hydrological Letters, p. 12, 2014.", ""),
    (
        "in other signs",
        "渡辺 健. 北の平野のゆるやかな川. 水文学会誌. 2014;12(3):45.",
        "a work in another script",
    ),
    ("a name in other signs", f"{ARTICLE} (渡辺)", ""),
    ("signs that are no letters", f"{ARTICLE} {'★' * 40}", ""),
]


@pytest.mark.parametrize(("raw", "why"), [c[1:] for c in OTHERS], ids=[c[0] for c in OTHERS])
def test_what_else_is_not_covered(raw: str, why: str) -> None:
    assert why_not_covered(Reference(raw)) == why


TYPES = {
    "article-journal": "",
    "paper-conference": "",
    "article": "",
    "chapter": "",
    "document": "",
    "book": "a book",
    "report": "a report",
    "thesis": "a thesis",
    "webpage": "a web page",
    "software": "software or data",
    "dataset": "software or data",
    "legal_case": "a law or a case",
    "legislation": "a law or a case",
    "post-weblog": "a web page",
    "article-magazine": "news",
    "patent": "a patent",
    "standard": "a standard",
    "article-newspaper": "news",
    "speech": "a talk",
    "entry-encyclopedia": "a reference work",
    "map": "a kind of work that need not be registered",
}


@pytest.mark.parametrize(("kind", "why"), TYPES.items(), ids=TYPES.keys())
def test_the_type_of_the_item_tells_it_too(kind: str, why: str) -> None:
    item = Item({"type": kind, "title": "Slow rivers of the northern plain"})
    assert why_not_covered(Reference(ARTICLE, item=item)) == why


def test_a_paper_in_proceedings_is_no_book_whatever_it_was_taken_for() -> None:
    raw = "Watanabe K. Slow rivers of the northern plain. Proc. Hydrology 2014, pp. 45-67."
    for kind, why in (("book", ""), ("report", "a report")):
        assert why_not_covered(Reference(raw, item=Item({"type": kind, "title": "Slow rivers"}))) == why


def test_an_item_without_a_title_is_not_covered() -> None:
    assert why_not_covered(Reference(ARTICLE, item=Item({"type": "article-journal"}))) == NO_TITLE
    assert why_not_covered(Reference(ARTICLE, item=Item({"type": "book"}))) == "a book"
