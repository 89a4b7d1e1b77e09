"""Small records, and evidence, made by hand for the tests of matching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from refs.model import Doi, Work
from refs.resolve.evidence import NAMES
from refs.resolve.record import read_record
from refs.resolve.scoring import Weighed


def record(
    doi: str,
    title: str = "",
    *,
    authors: str = "",
    container: str = "",
    year: int | None = None,
    volume: str = "",
    issue: str = "",
    page: str = "",
    type: str = "journal-article",
    **more: Any,
) -> dict[str, Any]:
    """Return a Crossref record; ``authors`` is "Family, Given; Family, Given"."""
    people = [dict(zip(("family", "given"), a.split(", "), strict=False)) for a in authors.split("; ") if a]
    data: dict[str, Any] = {"DOI": doi, "type": type, "volume": volume, "issue": issue, "page": page, **more}
    data["title"] = [title] if title else []
    data["author"] = people
    data["container-title"] = [container] if container else []
    if year is not None:
        data["issued"] = {"date-parts": [[year]]}
    return {key: value for key, value in data.items() if value}


class Shelf:
    """A source that returns all its records for every search."""

    name = "shelf"
    is_partial = False

    def __init__(self, records: Sequence[dict[str, Any]]) -> None:
        self.records = records

    def get_work(self, doi: Doi) -> Work | None:
        return next((Work(r) for r in self.records if r["DOI"] == doi.value), None)

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        return {doi: work for doi in dois if (work := self.get_work(doi)) is not None}

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        return [Work(r) for r in self.records][:limit]

    def get_agency(self, doi: Doi) -> str | None:
        return None


def weighed(name: str, odds: float, values: Mapping[str, float]) -> Weighed:
    """Return the work 10.1000/NAME with this evidence, 0 wherever nothing is said."""
    assert values.keys() <= set(NAMES)
    work = Work({"DOI": f"10.1000/{name}", "title": ["Gut feelings of the young"]})
    return Weighed(work, read_record(work), tuple(float(values.get(n, 0)) for n in NAMES), odds)
