"""CSL items to the fields of an entry, in BibTeX and in BibLaTeX (the other direction is ``items``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from refs.formats.bibtex.dates import dump_date, dump_year
from refs.formats.bibtex.names import dump_names
from refs.formats.bibtex.titles import encode_rich
from refs.formats.bibtex.types import PARTS_OF_BOOKS, PERIODICALS, entry_type_for
from refs.formats.cleaning import without_debris
from refs.formats.languages import babel_name
from refs.formats.latex_writing import encode
from refs.model import Item, Name, PartialDate

DATES = {"urldate": "accessed", "origdate": "original-date", "eventdate": "event-date"}
"""Date field → CSL variable."""
EDITOR_TYPES = {
    "collaborator": "contributor",
    "compiler": "compiler",
    "director": "director",
    "founder": "editorial-director",
    "organizer": "organizer",
    "producer": "producer",
}
"""biblatex's ``editortype`` → CSL variable."""
ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
"""BibTeX's editions, from the first."""
DEFAULT_GENRES = {"thesis": "Thesis", "report": "Report"}
"""What stands for a genre that the item does not name, since the field is mandatory."""


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


def fields_from_item(item: Item, dialect: Dialect) -> tuple[str, dict[str, str]]:
    """Return the entry type and the fields of an item, values as LaTeX without their outer braces."""
    item = without_debris(item)
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
    for name, variable in DATES.items():
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
    for variable in ("author", "editor"):
        names = item.names(variable)
        if (
            len(names) == 1
            and names[0].is_organisation
            and isinstance(short := names[0].extra.get("short"), str)
        ):
            fields[f"short{variable}"] = dump_names((Name(literal=short),), ascii_only=ascii_only)
    if "editor" not in fields:
        for kind, variable in EDITOR_TYPES.items():
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
        if edition.isdigit() and ascii_only and 1 <= int(edition) <= len(ORDINALS):
            edition = ORDINALS[int(edition) - 1]
        put("edition", edition)


def _dump_genre(item: Item, entry_type: str, subtype: str, fields: dict[str, str], ascii_only: bool) -> None:
    genre = item.text("genre") or DEFAULT_GENRES.get(item.type, "")
    if subtype == "preprint":
        if genre == "Preprint":
            genre = ""
        else:
            subtype = "article"
    if genre:
        fields["type"] = encode(genre, ascii_only=ascii_only)
    if subtype:
        fields["entrysubtype"] = subtype.replace("_", " ")  # "motion_picture" is no LaTeX text


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
