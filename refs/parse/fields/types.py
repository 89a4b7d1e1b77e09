"""What kind of work a reference is, as a CSL type, told from its parts and a few words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from refs.model.patterns import pattern

_THESIS = pattern(
    r"\b(?:ph\.?\s?d\.?|doctoral|master'?s?|bachelor'?s?|m\.?\s?sc\.?)\s*(?:thesis|dissertation|diss)|\b(?:dissertation|thesis|diss\.|habilitation(?:sschrift)?|"
    r"magisterarbeit|diplomarbeit|masterarbeit|doktorarbeit|thèse|tesis|tesi di|tese de|proefschrift)(?!\w)",
    re.I,
)
_REPORT = pattern(
    r"\b(?:(?:technical|research|final|annual|tech\.?)\s+(?:report|rep\b)|working paper|"
    r"discussion paper|policy (?:brief|paper)|white paper|"
    r"arbeitspapier|forschungsbericht|rapport (?:technique|final|de recherche)|informe|nber|deliverable)\b",
    re.I,
)
_CONFERENCE = pattern(
    r"\b(?:proceedings|proc\b\.?(?!\s+(?:natl?|r\.?\s+soc|roy|inst|camb|lond|am\b|phys|"
    r"ieee\b(?! int)))|conference|conf\.|symposium|symp\.|workshop|congress|"
    r"kongress|tagung|kolloquium|colloque|congreso|congresso|atti d[ei]l|actes du)",
    re.I,
)
_JOURNAL = pattern(
    r"\b(?:journal|j\.|rev(?:\.|iew|ista|ue)|zeitschrift|annals|bulletin|proc(?:\.|"
    r"eedings)? (?:of the )?nat(?:l|ional)|letters|lett\.)",
    re.I,
)
_NEWSPAPER = pattern(
    r"(?:Times|Post|Guardian|Tribune|Herald|Chronicle|Independent|Telegraph|Newsweek|"
    r"Economist|Zeitung|Die Zeit|Spiegel|"
    r"Rundschau|Handelsblatt|tageszeitung|Le Monde|Figaro|Libération|El País|La Repubblica|"
    r"Corriere della Sera|Folha|O Globo)\b"
)
_LAW = pattern(r"\b(?:v\.|vs\.)\s+[A-Z][^,]{1,60},\s*\d{1,4}\s+(?:U\.?\s?S\.?|F\.|S\.\s?Ct)")
_STANDARD = pattern(r"^(?:ISO|IEC|DIN|ANSI|ASTM|IEEE Std|EN|BS|NF)\b[\s/\-A-Z]{0,12}\d{2,6}")
_PATENT = pattern(
    r"\b(?:U\.?\s?S\.?|european|EP|WO|german|japanese)\s+patent\b|\bpatent (?:no|number|application)", re.I
)
_SOFTWARE = pattern(r"\[computer (?:software|program)\]|\br package version\b", re.I)
_DATASET = pattern(r"\[(?:data ?set|data file)\]", re.I)


_BY_WORDS = (
    ("patent", ("patent",), _PATENT),
    ("legal_case", (" v. ", " vs. "), _LAW),
    ("software", ("computer", "package"), _SOFTWARE),
    ("dataset", ("[data",), _DATASET),
)
"""Types told by a pattern, with words without which it need not be tried."""
_REPORT_WORDS = ("rep", "paper", "brief", "papier", "bericht", "rapport", "informe", "nber", "deliverable")
_CONFERENCE_WORDS = (
    *("proc", "conf", "symp", "workshop", "congres", "kongress", "tagung", "kolloquium", "colloque"),
    *("atti d", "actes du"),
)
_THESIS_WORDS = ("thes", "diss", "thès", "tesi", "arbeit", "habil", "proefschrift", "tese")


def _has(text: str, words: Iterable[str]) -> bool:
    for word in words:  # noqa: SIM110 — in half the time of any()
        if word in text:
            return True
    return False


def type_of(raw: str, present: Collection[str], container: str) -> str:
    """Return the CSL type of a reference; ``present`` are the CSL keys that were found.

    >>> type_of("… PhD thesis, MIT, 1998", {"title"}, "")
    'thesis'
    >>> type_of("… (Suhrkamp, 1990)", {"title", "publisher"}, "")
    'book'
    """
    text = raw[:5_000]
    hints = text.lower()
    for kind, words, shown in _BY_WORDS:
        if _has(hints, words) and shown.search(text):
            return kind
    if _STANDARD.match(text):
        return "standard"
    if "volume" not in present and _has(hints, _THESIS_WORDS) and _THESIS.search(text):
        return "thesis"
    if container:
        return _of_part(present, container)
    if _has(hints, _REPORT_WORDS) and _REPORT.search(text):
        return "report"
    if "number" in present and "arxiv" in hints:
        return "article"
    if (
        "publisher" in present
        or "publisher-place" in present
        or "edition" in present
        or "ISBN" in present
        or "editor" in present
    ):
        return "book"
    if "URL" in present:
        return "webpage"
    return (
        "book"
        if "title" in present and "DOI" not in present
        else "article-journal"
        if "page" in present
        else "document"
    )


def _of_part(present: Collection[str], container: str) -> str:
    """Return the type of a work that is part of a larger one."""
    hints = container.lower()
    if _has(hints, _REPORT_WORDS) and _REPORT.search(container):
        return "report"
    may_be_conference = _has(hints, _CONFERENCE_WORDS) and _CONFERENCE.search(container)
    if may_be_conference and not _JOURNAL.search(container):
        return "paper-conference"
    if "volume" not in present and "issue" not in present and _NEWSPAPER.search(container):
        return "article-magazine" if "magazin" in hints else "article-newspaper"
    if "editor" in present or ("publisher" in present and "volume" not in present and "issue" not in present):
        return "chapter" if not _JOURNAL.search(container) else "article-journal"
    return "article-journal"
