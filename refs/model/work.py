"""A work: what Crossref knows. This module is the one door for the REST API's field names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from refs.model.date import PartialDate
from refs.model.folding import fold
from refs.model.identifiers import Doi
from refs.model.item import Item
from refs.model.markup import clean_markup, decode_entities
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
_DATES = ("issued", "published", "published-print", "published-online", "posted")
"""Crossref's dates of publication, the one of issue first."""


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
        doi = _doi(str(self.data.get("DOI") or ""))
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
        if not value:
            return ()
        return tuple([str(v).strip() for v in (value if isinstance(value, list) else [value]) if v])

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
        return tuple(
            [_name(n) for n in self.data.get(key) or () if n.__class__ is dict or isinstance(n, Mapping)]
        )

    @property
    def issued(self) -> PartialDate | None:
        return PartialDate.from_csl(self.data.get("issued"))

    @property
    def years(self) -> tuple[int, ...]:
        """Every year the record gives for its publication: issued, print, online; without doubles."""
        years = [_year(self.data[key]) for key in _DATES if key in self.data]
        return tuple(dict.fromkeys([year for year in years if year is not None]))

    def surnames(self, key: str = "author", limit: int = 4) -> tuple[str, ...]:
        """Return the family names (or the names of organisations) of the first few contributors."""
        names = (self.data.get(key) or ())[:limit]
        return tuple(
            str(n.get("family") or n.get("name") or "")
            for n in names
            if n.__class__ is dict or isinstance(n, Mapping)
        )

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

    Crossref's content negotiation drops the subtitle; here it follows the title, as on the title page.

    >>> work = Work({"DOI": "10.1080/15298860309032", "type": "journal-article", "title": ["Self-Compassion"],
    ...              "subtitle": ["An Alternative"], "issued": {"date-parts": [[2003, 4]]}})
    >>> item_from_work(work).to_csl()["title"]
    'Self-Compassion: An Alternative'
    """
    data: dict[str, Any] = {
        "id": str(work.doi),
        "type": CSL_TYPES.get(work.type, "document"),
        "DOI": str(work.doi),
        "title": _whole_title(work),
        "title-short": clean_markup(work.text("short-title")),
        "container-title": clean_markup(work.text("container-title")),
        "container-title-short": clean_markup(work.text("short-container-title")),
        "volume": work.volume,
        "issue": work.issue,
        "page": work.page,
        "number": work.article_number or work.text("report-number"),
        "edition": work.text("edition-number"),
        "publisher": decode_entities(_institution(work) or work.publisher),
        "publisher-place": work.text("publisher-location"),
        "language": work.text("language"),
        "genre": _genre(work),
        "ISBN": work.text("ISBN").rpartition("/")[2],
        "ISSN": work.text("ISSN"),
        "issued": _first_date(work),
    }
    for key in ("author", "editor", "translator", "chair"):
        data[key] = [name for name in (_tidy_name(name) for name in work.names(key)) if name]
    event = work.data.get("event")
    if isinstance(event, Mapping):
        data["event-title"] = clean_markup(str(event.get("name") or ""))
        data["event-place"] = decode_entities(str(event.get("location") or ""))
    return Item({key: value for key, value in data.items() if value})


def _whole_title(work: Work) -> str:
    """Return the title with the subtitle that Crossref keeps apart, unless it is said already."""
    title, subtitle = clean_markup(work.title), clean_markup(work.subtitle)
    if not subtitle or not title or fold(subtitle) in fold(title):
        return title
    return f"{title} {subtitle}" if title[-1] in ":?!" else f"{title}: {subtitle}"


def _institution(work: Work) -> str:
    """Return the institution that put the work out: a preprint server's name, a university."""
    institution = work.data.get("institution")
    if isinstance(institution, list) and institution and isinstance(institution[0], Mapping):
        return str(institution[0].get("name") or "").strip()
    return ""


def _genre(work: Work) -> str:
    """Return what kind of work it is, where that is part of a reference: a preprint, a dissertation."""
    if work.type == "posted-content":
        return "Preprint" if work.text("subtype") in ("", "preprint") else ""
    if work.type != "dissertation":
        return ""
    degree = work.text("degree").lower()
    if degree.startswith(("master", "msc", "m.sc", "ma ", "m.a", "mphil")):
        return "Master's thesis"
    doctoral = degree.startswith(("doctor", "phd", "ph.d", "dphil", "dr"))
    return "Doctoral dissertation" if doctoral else "Dissertation"


def _first_date(work: Work) -> dict[str, Any] | None:
    """Return the date of issue, else the first other date of publication that the record gives."""
    dates = (PartialDate.from_csl(work.data.get(key)) for key in _DATES)
    return next((date.to_csl() for date in dates if date is not None), None)


def _tidy_name(name: Name) -> dict[str, Any]:
    """Return a name as CSL-JSON without entities and stray blanks; empty parts are left out."""
    parts = {key: " ".join(decode_entities(str(value)).split()) for key, value in name.to_csl().items()}
    return {key: value for key, value in parts.items() if value}


@lru_cache(maxsize=4096)
def _doi(text: str) -> Doi | None:
    """Return the DOI of a record, also one that is none by the book."""
    raw = text.strip()
    return Doi.parse(raw) or (Doi(raw.lower()) if raw.startswith("10.") and "/" in raw else None)


def _year(date: Any) -> int | None:
    """Return the year of a Crossref date without reading the rest of it; None if there is none."""
    known = date.__class__ is dict or isinstance(date, Mapping)  # NOTE: the second takes twenty times as long
    parts = date.get("date-parts") if known else None
    first = parts[0] if isinstance(parts, list) and parts else None
    year = first[0] if isinstance(first, list) and first else None
    if isinstance(year, int):
        return year
    whole = PartialDate.from_csl(date)
    return None if whole is None else whole.year


def _name(data: Mapping[str, Any]) -> Name:
    """Return a Crossref contributor as a CSL name: ``name`` is an organisation, extras are dropped."""
    family = data.get("family")
    if not family and (literal := data.get("name") or data.get("literal")):
        return Name(literal=str(literal).strip())
    return Name(
        str(family or "").strip(),
        str(data.get("given") or "").strip(),
        suffix=str(data.get("suffix") or "").strip(),
    )


def _updates(entries: object) -> tuple[Update, ...]:
    return tuple(
        Update(
            type=str(entry.get("type") or "").replace("_", "-").replace(" ", "-").lower(),
            doi=Doi.parse(str(entry.get("DOI") or "")),
            date=PartialDate.from_csl(entry.get("updated")),
            source=str(entry.get("source") or ""),
            label=str(entry.get("label") or ""),
        )
        for entry in (entries if isinstance(entries, list) else ())
        if isinstance(entry, Mapping)
    )
