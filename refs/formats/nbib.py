"""PubMed's nbib (MEDLINE) records, read only.

Origin: the National Library of Medicine's list of MEDLINE/PubMed data elements.
"""

from __future__ import annotations

import re
from typing import Any

from refs.formats.result import LoadResult, Problem
from refs.formats.tagged import Record, date_of, name_of, read_records
from refs.model import Item, PageRange

_LINE = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)")
_TEXTS = {
    "JT": "container-title",
    "TA": "container-title-short",
    "VI": "volume",
    "IP": "issue",
    "AB": "abstract",
    "PMID": "PMID",
    "PMC": "PMCID",
    "BTI": "container-title",
    "PB": "publisher",
    "PL": "publisher-place",
    "CTI": "collection-title",
    "EN": "edition",
}
_TYPES = {
    "book": "book",
    "book chapter": "chapter",
    "dataset": "dataset",
    "news": "article-newspaper",
    "newspaper article": "article-newspaper",
    "preprint": "article",
    "technical report": "report",
}
_LANGUAGES = {
    "chi": "zh", "cze": "cs", "dan": "da", "dut": "nl", "eng": "en", "fin": "fi", "fre": "fr", "ger": "de",
    "gre": "el", "heb": "he", "hun": "hu", "ita": "it", "jpn": "ja", "kor": "ko", "nor": "no", "per": "fa",
    "pol": "pl", "por": "pt", "rum": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr", "ukr": "uk",
}  # fmt: skip
_NOTICES = {"RIN": "Retraction in", "ECI": "Expression of concern in", "EIN": "Erratum in"}
# NOTE: matches "10.1001/jama.2012.1 [doi]"
_IDENTIFIER = re.compile(r"(?<!\S)(\S{1,500}) \[(doi|pii)\]")


def read_nbib(text: str) -> LoadResult:
    """Return the items of a PubMed export.

    >>> text = "PMID- 11136953\\nTI  - Safety of r-hirudin.\\nFAU - Neff, Anna B\\nPG  - 1123-8"
    >>> [(item.title, item.page, item.text("PMID")) for item in read_nbib(text).items]
    [('Safety of r-hirudin', '1123-1128', '11136953')]
    """
    items: list[Item] = []
    problems: list[Problem] = []
    for record in read_records(text, _LINE, starts="PMID"):
        if isinstance(record, Problem):
            problems.append(record)
        else:
            items.append(_item(record))
    return LoadResult(tuple(items), tuple(problems))


def _item(record: Record) -> Item:
    kinds = [kind.lower() for kind in record.all("PT")]
    known = next((_TYPES[kind] for kind in kinds if kind in _TYPES), "")
    data: dict[str, Any] = {"id": record.first("PMID"), "type": known or "article-journal"}
    for tag, variable in _TEXTS.items():
        data[variable] = data.get(variable) or record.first(tag)
    title = record.first("TI", "BTI")
    data["title"] = title[:-1] if title.endswith(".") and not title.endswith("..") else title
    authors = record.all("FAU") or [_short_name(name) for name in record.all("AU")]
    data["author"] = [name_of(name) for name in authors] + [{"literal": name} for name in record.all("CN")]
    data["editor"] = [name_of(name) for name in record.all("FED") or map(_short_name, record.all("ED"))]
    data["issued"] = date_of(record.first("DP"))
    data["page"] = _pages(record.first("PG"))
    for tag in ("LID", "AID"):
        for value in record.all(tag):
            match = _IDENTIFIER.search(value)
            if match is not None and match.group(2) == "doi":
                data.setdefault("DOI", match.group(1))
    serial = re.search(r"\d{4}-\d{3}[\dXx]", " ".join(record.all("IS")))
    data["ISSN"] = serial.group() if serial else ""
    data["ISBN"] = record.first("ISBN").partition(" ")[0]
    language = record.first("LA")
    data["language"] = _LANGUAGES.get(language, language)
    data["keyword"] = ", ".join(dict.fromkeys(word.strip("*") for word in record.all("OT", "MH")))
    notes = [f"{title}: {value}" for tag, title in _NOTICES.items() for value in record.all(tag)]
    data["note"] = "\n".join(notes)
    return Item({key: value for key, value in data.items() if value})


def _pages(text: str) -> str:
    """Return pages in full, "1123-8" as "1123-1128"; what is no range stays."""
    pages = PageRange.parse(text)
    return str(pages) if pages is not None and re.fullmatch(r"\w+-\w+", text) else text


def _short_name(text: str) -> str:
    """Return "Neff AB" as "Neff, A B" so that it reads as family and given names."""
    family, _, initials = text.rpartition(" ")
    return f"{family}, {' '.join(initials)}" if family and initials.isupper() else text
