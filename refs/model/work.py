"""A work: what Crossref knows. This module is the one door for the REST API's field names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from refs.model.date import PartialDate
from refs.model.identifiers import Doi
from refs.model.item import Item
from refs.model.markup import clean_markup
from refs.model.name import Name

CSL_TYPES = {
    "book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "book-series": "book",
    "book-set": "book",
    "book-track": "chapter",
    "component": "document",
    "database": "dataset",
    "dataset": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "grant": "document",
    "journal": "periodical",
    "journal-article": "article-journal",
    "journal-issue": "periodical",
    "journal-volume": "periodical",
    "monograph": "book",
    "other": "document",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "proceedings-series": "book",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "standard": "standard",
}


@dataclass(frozen=True, slots=True)
class Update:
    """A notice about a work: its type ("retraction", …), the notice's DOI, its date and who says so."""

    type: str
    doi: Doi | None
    date: PartialDate | None = None
    source: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A Crossref work over the API's ``message``, with the name of the source that gave it."""

    data: Mapping[str, Any]
    source: str = field(default="", compare=False)

    @property
    def doi(self) -> Doi:
        """The work's own DOI.

        Raises:
            ValueError: the record has none, so it is not a work.
        """
        raw = str(self.data.get("DOI") or "").strip()
        doi = Doi.parse(raw) or (Doi(raw.lower()) if raw.startswith("10.") and "/" in raw else None)
        if doi is None:
            raise ValueError(f"a work without a DOI: {str(self.data)[:80]}")
        return doi

    def text(self, key: str) -> str:
        """Return a field as text by Crossref's name: the first of a list, "" if absent."""
        value = self.data.get(key)
        if isinstance(value, list):
            value = value[0] if value else None
        return "" if value is None else str(value).strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return all values of a list field by Crossref's name."""
        value = self.data.get(key)
        return tuple(str(v).strip() for v in (value if isinstance(value, list) else [value]) if v)

    @property
    def type(self) -> str:
        """Crossref's type: ``journal-article``, ``book-chapter``, …"""
        return self.text("type")

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def subtitle(self) -> str:
        return self.text("subtitle")

    @property
    def container_titles(self) -> tuple[str, ...]:
        """The container's title and its short forms, full form first."""
        return tuple(dict.fromkeys(self.texts("container-title") + self.texts("short-container-title")))

    def names(self, key: str = "author") -> tuple[Name, ...]:
        """Return authors, editors or other contributors as CSL names; organisations as literals."""
        return tuple(Name.from_csl(_csl_name(n)) for n in self.data.get(key) or () if isinstance(n, Mapping))

    @property
    def issued(self) -> PartialDate | None:
        return PartialDate.from_csl(self.data.get("issued"))

    @property
    def years(self) -> tuple[int, ...]:
        """Every year the record gives for its publication: issued, print, online; without doubles."""
        keys = ("issued", "published", "published-print", "published-online", "posted")
        dates = (PartialDate.from_csl(self.data[key]) for key in keys if key in self.data)
        return tuple(dict.fromkeys(d.year for d in dates if d is not None and d.year is not None))

    @property
    def volume(self) -> str:
        return self.text("volume")

    @property
    def issue(self) -> str:
        return self.text("issue")

    @property
    def page(self) -> str:
        return self.text("page")

    @property
    def article_number(self) -> str:
        return self.text("article-number")

    @property
    def publisher(self) -> str:
        return self.text("publisher")

    @property
    def updates(self) -> tuple[Update, ...]:
        """Notices about this work (``updated-by``): retractions, corrections, concerns."""
        return _updates(self.data.get("updated-by"))

    @property
    def updated_works(self) -> tuple[Update, ...]:
        """Works that this record is a notice about (``update-to``)."""
        return _updates(self.data.get("update-to"))

    def related(self, relation: str) -> tuple[Doi, ...]:
        """Return the DOIs under a relation, such as ``is-preprint-of`` or ``has-preprint``."""
        entries = (self.data.get("relation") or {}).get(relation) or ()
        return tuple(d for e in entries if (d := Doi.parse(str(e.get("id") or ""))))


def item_from_work(work: Work) -> Item:
    """Return the CSL-JSON item of a work: Crossref's own mapping, with names, titles and types mended.

    >>> work = Work({"DOI": "10.1080/15298860309032", "type": "journal-article", "title": ["Self-Compassion"],
    ...              "container-title": ["Self and Identity"], "issued": {"date-parts": [[2003, 4]]}})
    >>> item_from_work(work).to_csl()["container-title"]
    'Self and Identity'
    """
    crossref_type = work.type
    data: dict[str, Any] = {
        "id": str(work.doi),
        "type": CSL_TYPES.get(crossref_type, "document"),
        "DOI": str(work.doi),
        "title": clean_markup(work.title),
        "title-short": clean_markup(work.text("short-title")),
        "container-title": clean_markup(work.text("container-title")),
        "container-title-short": clean_markup(work.text("short-container-title")),
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "number": work.article_number or work.text("report-number"),
        "edition": work.text("edition-number"),
        "publisher": work.publisher,
        "publisher-place": work.text("publisher-location"),
        "language": work.text("language"),
        "abstract": "",
    }
    for key in ("author", "editor", "translator", "chair"):
        data[key] = [name.to_csl() for name in work.names(key)]
    data["issued"] = work.issued.to_csl() if work.issued else None
    data["ISBN"] = work.text("ISBN").rpartition("/")[2]
    data["ISSN"] = work.text("ISSN")
    event = work.data.get("event")
    if isinstance(event, Mapping):
        data["event-title"] = str(event.get("name") or "")
        data["event-place"] = str(event.get("location") or "")
    institution = work.data.get("institution")
    if isinstance(institution, list) and institution and isinstance(institution[0], Mapping):
        data["publisher"] = str(institution[0].get("name") or "") or data["publisher"]
    if crossref_type == "posted-content" and work.text("subtype") in ("", "preprint"):
        data["genre"] = "Preprint"
    return Item({key: value for key, value in data.items() if value})


def _csl_name(name: Mapping[str, Any]) -> dict[str, Any]:
    """Return a Crossref contributor as a CSL name: ``name`` is an organisation, extras are dropped."""
    if name.get("name") and not name.get("family"):
        return {"literal": str(name["name"]).strip()}
    if name.get("literal") and not name.get("family"):
        return {"literal": str(name["literal"]).strip()}
    return {key: str(name[key]).strip() for key in ("family", "given", "suffix") if name.get(key)}


def _updates(entries: object) -> tuple[Update, ...]:
    return tuple(
        Update(
            type=str(entry.get("type") or "").replace("_", "-").lower(),
            doi=Doi.parse(str(entry.get("DOI") or "")),
            date=PartialDate.from_csl(entry.get("updated")),
            source=str(entry.get("source") or ""),
            label=str(entry.get("label") or ""),
        )
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, Mapping)
    )
