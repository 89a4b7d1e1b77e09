"""Entries to CSL items: which field is which variable (the other direction is ``fields``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from refs.formats.bibtex.dates import load_date, load_year
from refs.formats.bibtex.fields import DATES, DEFAULT_GENRES, EDITOR_TYPES, ORDINALS
from refs.formats.bibtex.names import load_names
from refs.formats.bibtex.types import PARTS_OF_BOOKS, PERIODICALS, csl_type_of
from refs.formats.languages import language_code
from refs.formats.latex import decode
from refs.model import Item

_TEXTS = {
    "abstract": "abstract",
    "address": "publisher-place",
    "annotation": "annote",
    "annote": "annote",
    "booktitle": "container-title",
    "chapter": "chapter-number",
    "edition": "edition",
    "eid": "number",
    "eprintclass": "archive_collection",
    "eventtitle": "event-title",
    "institution": "publisher",
    "issue": "issue",
    "journal": "container-title",
    "journaltitle": "container-title",
    "keywords": "keyword",
    "location": "publisher-place",
    "maintitle": "container-title",
    "note": "note",
    "organization": "publisher",
    "pagetotal": "number-of-pages",
    "primaryclass": "archive_collection",
    "publisher": "publisher",
    "pubstate": "status",
    "school": "publisher",
    "series": "collection-title",
    "shortjournal": "container-title-short",
    "shorttitle": "title-short",
    "title": "title",
    "type": "genre",
    "venue": "event-place",
    "version": "version",
    "volume": "volume",
    "volumes": "number-of-volumes",
}
"""Field → CSL variable for text that needs nothing but decoding; the first field of a variable wins."""
_VERBATIM = {"doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID"}
_NAMES = {
    "author": "author",
    "bookauthor": "container-author",
    "editor": "editor",
    "holder": "author",
    "translator": "translator",
}
# Fields that are dealt with together, or that only steer the reading of others.
_HANDLED = frozenset(
    "date year month day number pages eprint eprinttype archiveprefix archive language langid hyphenation "
    "howpublished entrysubtype crossref xdata subtitle booksubtitle journalsubtitle maintitle issuetitle "
    "editortype groups".split()
)
_THESES = {"phdthesis": "PhD thesis", "mathesis": "Master's thesis", "candthesis": "Candidate thesis"}
_REPORTS = {"techreport": "Technical report", "resreport": "Research report"}
_PLAIN_PAGES = re.compile(r"\w+(?:--?\w+)?")
_DASH = re.compile(r"\s*[–—]\s*|(?<=\d)\s+-\s+(?=\d)")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|(https?://[^\s{}]+)")


def item_from_fields(key: str, entry_type: str, fields: Mapping[str, str]) -> Item:
    """Return the item of an entry. Fields that CSL has no variable for ride along under ``custom``.

    >>> item_from_fields("a", "article", {"number": "3", "foo": "1"}).to_csl()
    {'id': 'a', 'type': 'article-journal', 'issue': '3', 'custom': {'bibtex': {'foo': '1'}}}
    """
    data: dict[str, Any] = {"id": key, "type": csl_type_of(entry_type, dict(fields))}
    unknown: dict[str, str] = {}
    for name, value in fields.items():
        if name in _TEXTS:
            variable = _TEXTS[name]
            if variable in data or (name == "organization" and "publisher" in fields):
                unknown[name] = value
            elif text := value if value.isalnum() else decode(value):
                data[variable] = text
        elif name in _NAMES:
            if _NAMES[name] in data:
                unknown[name] = value
            elif names := load_names(value):
                data[_NAMES[name]] = names
        elif name in _VERBATIM:
            if text := _verbatim(value):
                data[_VERBATIM[name]] = text
        elif name in DATES:
            data[DATES[name]] = _date(value)
        elif name not in _HANDLED:
            unknown[name] = value
    _load_date(fields, data)
    _load_numbers(entry_type, fields, data)
    _load_titles(fields, data)
    _load_rest(entry_type, fields, data, unknown)
    _load_abbreviations(data, unknown)
    unknown = {name: value for name, value in unknown.items() if not _says_the_same(name, value, data)}
    custom: dict[str, Any] = {}
    if "groups" in fields:
        custom["groups"] = [group for part in fields["groups"].split(",") if (group := decode(part))]
    if unknown:
        custom["bibtex"] = unknown
    if custom:
        data["custom"] = custom
    return Item(data)


def _load_abbreviations(data: dict[str, Any], unknown: dict[str, str]) -> None:
    """Put the abbreviation of a group, which biblatex keeps in shortauthor and shorteditor, with its name."""
    for variable in ("author", "editor"):
        field = f"short{variable}"
        names, short = data.get(variable, []), load_names(unknown.get(field, ""))
        if (
            len(names) == len(short) == 1
            and names[0].keys() == {"literal"}
            and short[0].keys() == {"literal"}
        ):
            data[variable] = [names[0] | {"short": short[0]["literal"]}]
            del unknown[field]


def _says_the_same(name: str, value: str, data: Mapping[str, Any]) -> bool:
    """Return True for a second field of a variable that repeats the first, such as address and location."""
    return name in _TEXTS and data.get(_TEXTS[name]) == decode(value)


def _verbatim(value: str) -> str:
    r"""Return an identifier or URL without LaTeX's escapes: "10.1000/a\_b" is "10.1000/a_b"."""
    value = value.strip()
    if "\\" in value:
        value = re.sub(r"\\([_%#&$~{}^])", r"\1", value)
        if url := _URL.search(value):
            value = url.group(1) or url.group(2)
    return value[1:-1] if value[:1] == "{" and value[-1:] == "}" else value


def _date(value: str) -> dict[str, Any]:
    """Return the date of a date field; "1850~" is about 1850, not a no-break space."""
    date = load_date(value)
    return {"literal": decode(value)} if "literal" in date else date


def _load_date(fields: Mapping[str, str], data: dict[str, Any]) -> None:
    if "date" in fields:
        if fields["date"].strip():
            data["issued"] = _date(fields["date"])
    elif year := fields.get("year", ""):
        month = fields.get("month", "")
        text = year if year.isdigit() else decode(year)
        if text:
            data["issued"] = load_year(
                text, month if month.isalnum() else decode(month), fields.get("day", "")
            )


def _load_numbers(entry_type: str, fields: Mapping[str, str], data: dict[str, Any]) -> None:
    if pages := fields.get("pages", "").strip():
        plain = _PLAIN_PAGES.fullmatch(pages)
        text = pages.replace("--", "-") if plain else _DASH.sub("-", decode(pages))
        data |= {"page": text} if text else {}
    if "edition" in data:
        data["edition"] = _edition(data["edition"])
    if (number := fields.get("number", "")) and (number := number if number.isalnum() else decode(number)):
        variable = "number"
        if entry_type in PERIODICALS:
            variable = "issue"
        elif "series" in fields and entry_type in PARTS_OF_BOOKS | {"book", "collection", "proceedings"}:
            variable = "collection-number"
        else:
            variable = "number"
        data.setdefault(variable, number)


def _edition(text: str) -> str:
    """Return "2" for "Second" or "2nd"; other words stay."""
    if text.capitalize() in ORDINALS:
        return str(ORDINALS.index(text.capitalize()) + 1)
    match = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?\.?", text)
    return match.group(1) if match else text


def _load_titles(fields: Mapping[str, str], data: dict[str, Any]) -> None:
    for part, variable in (("subtitle", "title"), ("booksubtitle", "container-title")):
        if part in fields and variable in data and (subtitle := decode(fields[part])):
            mark = " " if data[variable][-1:] in "?!:" else ": "
            data[variable] += mark + subtitle
    if data["type"] == "book" and data.get("container-title") == data.get("collection-title"):
        data.pop("collection-title", None)
    if journal_part := decode(fields.get("journalsubtitle", "")):
        data["container-title"] = ": ".join(p for p in (data.get("container-title"), journal_part) if p)


def _load_rest(
    entry_type: str, fields: Mapping[str, str], data: dict[str, Any], unknown: dict[str, str]
) -> None:
    _load_genre(entry_type, fields, data)
    if name := decode(fields.get("langid") or fields.get("language") or fields.get("hyphenation") or ""):
        data["language"] = language_code(name)
    if "eprint" in fields:
        prefix = decode(
            fields.get("eprinttype") or fields.get("archiveprefix") or fields.get("archive") or ""
        )
        if prefix.lower() in ("pubmed", "pmid"):
            data["PMID"] = _verbatim(fields["eprint"])
        else:
            data["archive_location"] = _verbatim(fields["eprint"])
            if prefix:
                data["archive"] = "arXiv" if prefix.lower() == "arxiv" else prefix
    elif archive := fields.get("archiveprefix") or fields.get("eprinttype") or fields.get("archive"):
        data["archive"] = decode(archive)
    if how := fields.get("howpublished", ""):
        if url := _URL.search(how):
            data.setdefault("URL", url.group(1) or url.group(2))
            rest = _URL.sub("", how).strip(" .,;")
            if rest and rest not in ("{}", "Available at", "Online", "\\url"):
                unknown["howpublished"] = how
        elif "publisher" not in data and (text := decode(how)):
            data["publisher"] = text
        else:
            unknown["howpublished"] = how
    if kind := fields.get("editortype", "").strip().lower():
        if kind in EDITOR_TYPES and "editor" in data:
            data[EDITOR_TYPES[kind]] = data.pop("editor")
        else:
            unknown["editortype"] = kind
    if "issuetitle" in fields:
        unknown["issuetitle"] = fields["issuetitle"]


def _load_genre(entry_type: str, fields: Mapping[str, str], data: dict[str, Any]) -> None:
    genre = data.get("genre", "")
    if data["type"] in DEFAULT_GENRES:
        if genre == DEFAULT_GENRES[data["type"]]:
            del data["genre"]
        elif genre in _THESES or genre in _REPORTS:
            data["genre"] = (_THESES | _REPORTS)[genre]
        elif not genre and entry_type in ("phdthesis", "mastersthesis"):
            data["genre"] = "PhD thesis" if entry_type == "phdthesis" else "Master's thesis"
    elif fields.get("entrysubtype", "").strip().lower() == "preprint" and not genre:
        data["genre"] = "Preprint"
