"""Entries to CSL items and back: which field is which variable, in BibTeX and in BibLaTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from refs.formats.bib_dates import dump_date, dump_year, load_date, load_year
from refs.formats.bib_names import dump_names, load_names
from refs.formats.bib_titles import encode_rich
from refs.formats.bib_types import PARTS_OF_BOOKS, PERIODICALS, csl_type_of, entry_type_for
from refs.formats.languages import babel_name, language_code
from refs.formats.latex import decode, encode
from refs.model import Item, PartialDate

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
_DATES = {"urldate": "accessed", "origdate": "original-date", "eventdate": "event-date"}
_EDITOR_TYPES = {
    "collaborator": "contributor",
    "compiler": "compiler",
    "director": "director",
    "founder": "editorial-director",
    "organizer": "organizer",
    "producer": "producer",
}
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
# Fields that are dealt with together, or that only steer the reading of others.
_HANDLED = frozenset(
    "date year month day number pages eprint eprinttype archiveprefix archive language langid hyphenation "
    "howpublished entrysubtype crossref xdata subtitle booksubtitle journalsubtitle maintitle issuetitle "
    "editortype groups".split()
)
_DEFAULT_GENRES = {"thesis": "Thesis", "report": "Report"}
_THESES = {"phdthesis": "PhD thesis", "mathesis": "Master's thesis", "candthesis": "Candidate thesis"}
_REPORTS = {"techreport": "Technical report", "resreport": "Research report"}
_PLAIN_PAGES = re.compile(r"\w+(?:--?\w+)?")
_DASH = re.compile(r"\s*[–—]\s*|(?<=\d)\s+-\s+(?=\d)")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|(https?://[^\s{}]+)")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What BibTeX and BibLaTeX do differently."""

    biblatex: bool
    journal: str
    place: str
    language: str

    @property
    def ascii_only(self) -> bool:
        """True where letters beyond ASCII are written as LaTeX commands."""
        return not self.biblatex


BIBTEX = Dialect(False, "journal", "address", "language")
BIBLATEX = Dialect(True, "journaltitle", "location", "langid")


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
            if variable in data:
                if name not in ("maintitle", "organization", "location", "address"):
                    unknown[name] = value
            elif text := value if value.isalnum() else decode(value):
                data[variable] = text
        elif name in _NAMES:
            if (variable := _NAMES[name]) not in data and (names := load_names(value)):
                data[variable] = names
        elif name in _VERBATIM:
            if text := _verbatim(value):
                data[_VERBATIM[name]] = text
        elif name in _DATES:
            data[_DATES[name]] = _date(value)
        elif name not in _HANDLED:
            unknown[name] = value
    _load_date(fields, data)
    _load_numbers(entry_type, fields, data)
    _load_titles(fields, data)
    _load_rest(entry_type, fields, data, unknown)
    custom: dict[str, Any] = {}
    if "groups" in fields:
        custom["groups"] = [group for part in fields["groups"].split(",") if (group := decode(part))]
    if unknown:
        custom["bibtex"] = unknown
    if custom:
        data["custom"] = custom
    return Item(data)


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
    if text.capitalize() in _ORDINALS:
        return str(_ORDINALS.index(text.capitalize()) + 1)
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
        if kind in _EDITOR_TYPES and "editor" in data:
            data[_EDITOR_TYPES[kind]] = data.pop("editor")
        else:
            unknown["editortype"] = kind
    if "issuetitle" in fields:
        unknown["issuetitle"] = fields["issuetitle"]


def _load_genre(entry_type: str, fields: Mapping[str, str], data: dict[str, Any]) -> None:
    genre = data.get("genre", "")
    if data["type"] in _DEFAULT_GENRES:
        if genre == _DEFAULT_GENRES[data["type"]]:
            del data["genre"]
        elif genre in _THESES or genre in _REPORTS:
            data["genre"] = (_THESES | _REPORTS)[genre]
        elif not genre and entry_type in ("phdthesis", "mastersthesis"):
            data["genre"] = "PhD thesis" if entry_type == "phdthesis" else "Master's thesis"
    elif fields.get("entrysubtype", "").strip().lower() == "preprint" and not genre:
        data["genre"] = "Preprint"


def fields_from_item(item: Item, dialect: Dialect) -> tuple[str, dict[str, str]]:
    """Return the entry type and the fields of an item, values as LaTeX without their outer braces."""
    entry_type, subtype = entry_type_for(item, biblatex=dialect.biblatex)
    ascii_only = dialect.ascii_only
    fields: dict[str, str] = {}

    def put(name: str, text: str, *, protect: bool = False) -> None:
        if text and name and name not in fields:
            fields[name] = encode_rich(text, ascii_only=ascii_only, protect=protect)

    _dump_names(item, fields, ascii_only)
    put("title", item.title, protect=True)
    put("shorttitle", item.text("title-short"), protect=True)
    in_part = entry_type in PARTS_OF_BOOKS
    put("booktitle" if in_part else dialect.journal, item.container_title, protect=in_part)
    if entry_type in ("book", "collection") and not item.collection_title:
        put("series", item.container_title)  # what styles print; the journal field is for reading back
    if entry_type in PERIODICALS:
        put("shortjournal", item.text("container-title-short"))
    fields |= _dump_issued(item.issued, dialect)
    for variable, name in _written_fields(entry_type, dialect).items():
        put(name, item.text(variable))
    _dump_numbers(item, entry_type, fields, ascii_only)
    _dump_genre(item, entry_type, subtype, fields, ascii_only)
    _dump_identifiers(item, entry_type, fields, dialect)
    for name, variable in _DATES.items():
        if date := item.date(variable):
            fields[name] = dump_date(date) or encode(str(date), ascii_only=ascii_only)
    if language := item.language:
        fields[dialect.language] = encode(babel_name(language), ascii_only=ascii_only)
    put("abstract", item.text("abstract"))
    put("keywords", item.text("keyword"))
    put("note", item.text("note"))
    put("annotation" if dialect.biblatex else "annote", item.text("annote"))
    _dump_custom(item, fields, ascii_only)
    return entry_type, fields


def _dump_names(item: Item, fields: dict[str, str], ascii_only: bool) -> None:
    for name, variable in (
        ("author", "author"),
        ("editor", "editor"),
        ("translator", "translator"),
        ("bookauthor", "container-author"),
    ):
        if text := dump_names(item.names(variable), ascii_only=ascii_only):
            fields[name] = text
    if "editor" not in fields:
        for kind, variable in _EDITOR_TYPES.items():
            if text := dump_names(item.names(variable), ascii_only=ascii_only):
                fields |= {"editor": text, "editortype": kind}
                break


def _dump_issued(date: PartialDate | None, dialect: Dialect) -> dict[str, str]:
    if date is None:
        return {}
    if dialect.biblatex and date.start:
        return {"date": dump_date(date)}
    fields = dump_year(date)
    if not date.start:
        fields = {name: encode(words, ascii_only=dialect.ascii_only) for name, words in fields.items()}
    return fields


_NO_PUBLISHER = frozenset({"article"})
_NO_PLACE = frozenset({"article", "online"})
_EVENTS = frozenset({"inproceedings", "proceedings"})


def _written_fields(entry_type: str, dialect: Dialect) -> dict[str, str]:
    """Return CSL variable → field for the texts that an entry type holds."""
    publisher = {
        "booklet": "howpublished",
        "mastersthesis": "school",
        "misc": "howpublished",
        "online": "organization",
        "phdthesis": "school",
        "report": "institution",
        "software": "organization",
        "techreport": "institution",
        "thesis": "institution",
        "unpublished": "howpublished",
    }.get(entry_type, "publisher")
    if dialect.biblatex and entry_type == "misc":
        publisher = "organization"
    table = {
        "volume": "volume",
        "number-of-volumes": "volumes",
        "number-of-pages": "pagetotal",
        "chapter-number": "chapter",
        "collection-title": "series",
        "version": "version",
        "status": "pubstate",
    }
    if entry_type not in _NO_PUBLISHER:
        table["publisher"] = publisher
    if entry_type not in _NO_PLACE:
        table["publisher-place"] = dialect.place
    if entry_type in _EVENTS:
        table |= {"event-title": "eventtitle", "event-place": "venue"}
    return table


def _dump_numbers(item: Item, entry_type: str, fields: dict[str, str], ascii_only: bool) -> None:
    def put(name: str, text: str) -> None:
        if text and name not in fields:
            fields[name] = encode(text, ascii_only=ascii_only)

    put("pages", "")
    if item.page:
        pages = re.sub(r"\s*[-\u2010-\u2015\u2212]+\s*", "-", item.page)
        fields["pages"] = encode(pages, ascii_only=ascii_only).replace("-", "--")
    if entry_type in PERIODICALS:
        put("number", item.issue)
        put("eid", item.number)
    else:
        put("issue", item.issue)
        if item.collection_title:
            put("number", item.text("collection-number"))
        put("number" if "number" not in fields and not item.collection_title else "eid", item.number)
    edition = item.edition
    if edition and not fields.get("edition"):
        if edition.isdigit() and ascii_only and 1 <= int(edition) <= len(_ORDINALS):
            edition = _ORDINALS[int(edition) - 1]
        put("edition", edition)


def _dump_genre(item: Item, entry_type: str, subtype: str, fields: dict[str, str], ascii_only: bool) -> None:
    genre = item.text("genre") or _DEFAULT_GENRES.get(item.type, "")
    if subtype == "preprint":
        if genre == "Preprint":
            genre = ""
        else:
            subtype = "article"
    if genre:
        fields["type"] = encode(genre, ascii_only=ascii_only)
    if subtype:
        fields["entrysubtype"] = subtype


def _dump_identifiers(item: Item, entry_type: str, fields: dict[str, str], dialect: Dialect) -> None:
    if doi := item.text("DOI").replace("\\_", "_"):  # NOTE: "10.1007/11776420\_43" stands in some records
        fields["doi"] = _verbatim_value(re.sub(r"^https?://(?:dx\.)?doi\.org/|^doi:\s*", "", doi, flags=re.I))
    location, archive = item.text("archive_location"), item.text("archive")
    kind, klass = ("eprinttype", "eprintclass") if dialect.biblatex else ("archiveprefix", "primaryclass")
    if location or archive:
        fields |= {"eprint": _verbatim_value(location)} if location else {}
        fields |= {kind: encode(archive, ascii_only=dialect.ascii_only)} if archive else {}
        if item.text("archive_collection"):
            fields[klass] = encode(item.text("archive_collection"), ascii_only=dialect.ascii_only)
    if pmid := item.text("PMID"):
        if "eprint" in fields:
            fields["pmid"] = pmid
        else:
            fields |= {"eprint": pmid, "eprinttype": "pubmed"}
    if pmcid := item.text("PMCID"):
        fields["pmcid"] = pmcid
    link = item.doi
    if item.url and (link is None or not _is_doi_link(item.url)):
        fields["url"] = _verbatim_value(item.url)
    if item.text("ISSN") and entry_type in ("article", "periodical"):
        fields["issn"] = _verbatim_value(item.text("ISSN"))
    if item.text("ISBN") and entry_type in PARTS_OF_BOOKS | {"book", "collection", "proceedings", "inbook"}:
        fields["isbn"] = _verbatim_value(item.text("ISBN"))


def _is_doi_link(url: str) -> bool:
    return re.match(r"https?://(?:dx\.|www\.)?doi\.org/", url, re.I) is not None


def _verbatim_value(text: str) -> str:
    """Return an identifier or URL fit for a field: braces and blanks percent-encoded, the rest as it is."""
    text = "".join(text.split())
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


_FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*")


def _dump_custom(item: Item, fields: dict[str, str], ascii_only: bool) -> None:
    custom = item.get("custom")
    if not isinstance(custom, Mapping):
        return
    groups = custom.get("groups")
    if isinstance(groups, list) and groups:
        fields["groups"] = ", ".join(encode(str(group), ascii_only=ascii_only) for group in groups)
    extra = custom.get("bibtex")
    for name, value in (extra if isinstance(extra, Mapping) else {}).items():
        if _FIELD_NAME.fullmatch(str(name)) and str(name) not in fields and _is_balanced(str(value)):
            fields[str(name)] = str(value)


def _is_balanced(value: str) -> bool:
    """Return True for a value whose braces close, so that it can stand in a field as it is."""
    depth = 0
    for mark in re.findall(r"(?<!\\)[{}]", value):
        depth += 1 if mark == "{" else -1
        if depth < 0:
            return False
    return depth == 0 and not value.endswith("\\") and "\n@" not in value
