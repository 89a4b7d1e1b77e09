"""RIS, which reference managers and publishers exchange.

Origin: the RIS specification of Research Information Systems (2001, 2011), and what Zotero and EndNote write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from refs.formats.cleaning import without_debris
from refs.formats.result import LoadResult, Problem
from refs.formats.tagged import Record, date_of, name_of, read_records
from refs.model import Item, Name, PartialDate

_LINE = re.compile(r"\s{0,3}([A-Z][A-Z0-9])  ?-(?: (.*)|$)")
_TYPES = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic",
    "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter",
    "CHART": "figure", "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DBASE": "dataset",
    "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage", "ENCYC": "entry-encyclopedia", "EQUA": "figure", "FIGURE": "figure", "GEN": "document",
    "GOVDOC": "report", "GRANT": "document", "HEAR": "hearing", "ICOMM": "personal_communication",
    "INPR": "article-journal", "INTV": "interview", "JFULL": "periodical", "JOUR": "article-journal",
    "LEGAL": "legislation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine",
    "MPCT": "motion_picture", "MULTI": "webpage", "MUSIC": "musical_score", "NEWS": "article-newspaper",
    "PAMP": "pamphlet", "PAT": "patent", "PCOMM": "personal_communication", "PREP": "article",
    "RPRT": "report",
    "SER": "book", "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation",
    "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
_TYPE_OF = {
    "article": "PREP", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "chapter": "CHAP", "classic": "CLSWK", "dataset": "DATA",
    "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART",
    "hearing": "HEAR", "interview": "INTV", "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB",
    "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP",
    "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL", "personal_communication": "PCOMM",
    "post-weblog": "BLOG", "report": "RPRT", "software": "COMP", "song": "SOUND", "speech": "SLIDE",
    "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip
_TEXTS = {
    "TI": "title", "ST": "title-short", "VL": "volume", "IS": "issue", "PB": "publisher",
    "CY": "publisher-place",
    "AB": "abstract", "LA": "language", "UR": "URL", "ET": "edition", "M3": "genre", "T3": "collection-title",
    "CN": "call-number", "DB": "source", "AN": "archive_location", "C7": "number", "NV": "number-of-volumes",
    "SE": "section", "DP": "archive",
}  # fmt: skip
"""Tag ↔ CSL variable, for texts that pass as they are."""
_NAMES = {"AU": "author", "ED": "editor", "A2": "editor", "A3": "collection-editor", "A4": "translator"}
_CONTAINERS = ("JO", "JF", "T2", "BT", "J2", "JA")
_KNOWN = (
    frozenset(_TEXTS)
    | frozenset(_NAMES)
    | frozenset(_CONTAINERS)
    | frozenset("TY ER ID A1 T1 CT PY Y1 DA Y2 DO SP EP SN KW N1 N2 JO JF T2 BT J2 JA L3 RN U1 C1 TT".split())
)


def read_ris(text: str) -> LoadResult:
    """Return the items of a RIS text; unknown tags ride along under ``custom``, broken lines are problems.

    >>> result = read_ris("TY  - JOUR\\nAU  - Neff, Kristin\\nPY  - 2003\\nSP  - 85\\nEP  - 101\\nER  - ")
    >>> result.items[0].page, result.problems
    ('85-101', ())
    """
    items: list[Item] = []
    problems: list[Problem] = []
    for record in read_records(text, _LINE, ends="ER", starts="TY"):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        kind = record.first("TY").upper()
        if kind not in _TYPES:
            problems.append(Problem(record.line, f"the type {kind!r} is not RIS's; read as a document"))
        items.append(_item(record, _TYPES.get(kind, "document")))
    return LoadResult(tuple(items), tuple(problems))


def _item(record: Record, csl_type: str) -> Item:
    data: dict[str, Any] = {"id": record.first("ID"), "type": csl_type}
    for tag, variable in _TEXTS.items():
        data.setdefault(variable, "")
        data[variable] = data[variable] or record.first(tag)
    data["title"] = data["title"] or record.first("T1", "CT", "BT" if csl_type == "book" else "CT")
    for tag, variable in _NAMES.items():
        tags = (tag, "A1") if tag == "AU" else (tag,)
        data[variable] = data.get(variable) or [name_of(value) for value in record.all(*tags)]
    data["container-title"] = record.first("JF", "T2", "JO", "BT") or record.first("J2", "JA")
    if data["container-title"] == data["title"] and not record.first("JF", "T2", "JO"):
        data["container-title"] = ""
    if record.first("JF", "T2", "JO", "BT"):
        data["container-title-short"] = record.first("J2", "JA")
    data["issued"] = date_of(record.first("DA")) if record.first("DA") else {}
    if "date-parts" not in data["issued"] and record.first("PY", "Y1"):
        data["issued"] = date_of(record.first("PY", "Y1"))
    data["accessed"] = date_of(record.first("Y2"))
    first, last = record.first("SP"), record.first("EP")
    data["page"] = f"{first}-{last}" if first and last and "-" not in first else first or last
    data["DOI"] = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", record.first("DO"), flags=re.I)
    for number in reversed(record.all("SN")):
        data |= _serial_number(number, csl_type)
    data["keyword"] = ", ".join(part for value in record.all("KW") for part in value.split("\n"))
    data["abstract"] = data["abstract"] or record.first("N2")
    data["note"] = "\n".join(record.all("N1"))
    unknown = {tag: record.all(tag) for tag, _ in record.tags if tag not in _KNOWN and record.first(tag)}
    if unknown:
        data["custom"] = {"ris": unknown}
    return Item({key: value for key, value in data.items() if value})


def _serial_number(text: str, csl_type: str) -> dict[str, str]:
    """Return the ISSN or ISBN that a record's SN is.

    >>> _serial_number("0003-987X", "article-journal"), _serial_number("978-0-306-40615-7", "book")
    ({'ISSN': '0003-987X'}, {'ISBN': '978-0-306-40615-7'})
    """
    if not text:
        return {}
    digits = len(re.findall(r"[\dXx]", text))
    serial = re.match(r"\d{4}-\d{3}[\dXx]\b", text) or digits == 8 or csl_type.startswith("article")
    return {"ISSN" if serial else "ISBN": text}


def dump_ris(items: Iterable[Item]) -> str:
    """Return the items as RIS, one record after another.

    >>> print(dump_ris([Item({"type": "book", "title": "The TeXbook"})]), end="")
    TY  - BOOK
    TI  - The TeXbook
    ER  -\x20
    <BLANKLINE>
    """
    return "".join(_record(item) for item in items)


def _record(item: Item) -> str:
    item = without_debris(item)
    lines = [("TY", _TYPE_OF.get(item.type, "GEN")), ("ID", item.id)]
    for tag, variable in _NAMES.items():
        if tag != "ED":
            lines += [(tag, _name(name)) for name in item.names(variable)]
    lines += [(tag, item.text(variable)) for tag, variable in _TEXTS.items()]
    lines += [("T2", item.container_title), ("J2", item.text("container-title-short"))]
    lines += _dates(item.issued)
    if accessed := item.accessed:
        lines.append(("Y2", _date(accessed)))
    first, dash, last = re.sub(r"\s*[-\u2010-\u2015\u2212]+\s*", "-", item.page).partition("-")
    lines += [("SP", first), ("EP", last)] if dash and "-" not in last else [("SP", item.page)]
    lines += [("DO", item.text("DOI")), ("SN", item.text("ISSN")), ("SN", item.text("ISBN"))]
    lines += [("KW", word.strip()) for word in re.split(r"[,;]", item.text("keyword"))]
    lines += [("N1", part) for part in item.text("note").split("\n")]
    custom = item.get("custom")
    for tag, values in (custom.get("ris", {}) if isinstance(custom, dict) else {}).items():
        lines += [(tag, str(value)) for value in values]
    body = "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in lines if value)
    return body + "ER  - \n\n"


def _name(name: Name) -> str:
    if name.literal and not name.family:
        return name.literal + "," if "," in name.literal else name.literal
    if not (name.given or name.suffix or name.dropping_particle):
        return name.surname + ","
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    return ", ".join(part for part in (name.surname, given, name.suffix) if part)


def _dates(date: PartialDate | None) -> list[tuple[str, str]]:
    if date is None:
        return []
    if not date.start:
        return [("PY", str(date))]
    lines = [("PY", str(date.start[0]))]
    return [*lines, ("DA", _date(date))] if len(date.start) > 1 else lines


def _date(date: PartialDate) -> str:
    return (
        "/".join([f"{date.start[0]:04d}", *(f"{part:02d}" for part in date.start[1:])])
        if date.start
        else str(date)
    )
