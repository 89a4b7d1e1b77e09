"""A match: a reference joined to a work, with the evidence; and the source that gave the work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, runtime_checkable

from refs.model.identifiers import Doi
from refs.model.reference import Reference
from refs.model.work import Work


@runtime_checkable
class Source(Protocol):
    """A place to ask for works. Every method may raise ``refs.errors.SourceError``.

    None or an empty answer means that the source answered and has nothing; never that it failed.
    """

    name: str
    """For people and for evidence: "crossref", "index:/data/crossref"."""
    is_partial: bool
    """True where a miss means nothing, because the source only holds a sample."""

    def get_work(self, doi: Doi) -> Work | None:
        """Return the work that has this DOI."""
        ...

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        """Return the works that have these DOIs, in as few calls as the source allows."""
        ...

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        """Return works that resemble a bibliographic string, best first."""
        ...

    def get_agency(self, doi: Doi) -> str | None:
        """Return the registration agency of a DOI ("crossref", "datacite", …); None if not registered."""
        ...


class Outcome(StrEnum):
    """How the search for a reference's work ended."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    """Two or more works explain the string as well; none is named."""
    NONE = "none"
    """Every source answered, and nothing explains the string."""
    NOT_COVERED = "not-covered"
    """Nothing found, but only sources that hold a sample answered."""
    UNREACHABLE = "unreachable"
    """At least one source that could have known did not answer."""


class Status(StrEnum):
    """The status of a checked reference (the contract of ``refs check``)."""

    VERIFIED = "verified"
    MISMATCH = "mismatch"
    NOT_FOUND = "not_found"
    UNVERIFIABLE = "unverifiable"
    UNCHECKED = "unchecked"


class Venue(StrEnum):
    """What sources hold of the journal, book or proceedings that a reference names."""

    NOT_ASKED = "not-asked"
    NOT_ON_RECORD = "not-on-record"
    """No work of it: those that it published may all be without a record."""
    ON_RECORD = "on-record"
    """Works of it, from about the time that is cited or before."""
    VOLUME_ON_RECORD = "volume-on-record"
    """Works of the very volume, whose name says the year: the proceedings of one conference."""


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """One field of a match: what was cited, what is on record, and whether they agree.

    ``agrees`` is None where one side is silent or the comparison cannot tell.
    """

    field: str
    """CSL's name: "author", "title", "container-title", "issued", "volume", "issue", "page", "DOI", …"""
    cited: str
    record: str
    agrees: bool | None
    note: str = ""
    """Why, where it needs a word: "online year", "abbreviated", "initials only"."""
    kind: str = ""
    """What sort of (dis)agreement, in one word that rules can ask for: "replaced", "missing", "near", …"""

    def to_json(self) -> dict[str, Any]:
        """Return ``{"cited", "record", "agrees"}`` (and "note" where there is one)."""
        data = {"cited": self.cited or None, "record": self.record or None, "agrees": self.agrees}
        return data | ({"note": self.note} if self.note else {})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that might be meant, with its calibrated probability and why."""

    work: Work
    probability: float
    arguments: tuple[str, ...] = ()
    """The evidence as a person would argue it, a clause each."""


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """What became of asking one source: "answered", "partial" (a sample answered) or "unreachable"."""

    name: str
    state: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A reference joined to the work it means, or to none."""

    reference: Reference
    outcome: Outcome
    work: Work | None = None
    probability: float = 0.0
    evidence: tuple[FieldEvidence, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    """The best few, best first, the chosen one among them."""
    answers: tuple[SourceAnswer, ...] = ()
    cited_doi: Doi | None = None
    """The DOI that the string itself carries, whether or not it is right."""
    cited_doi_work: Work | None = None
    """The work that the cited DOI really belongs to, where it is registered."""
    cited_doi_agency: str | None = None
    """The agency of the cited DOI where Crossref does not hold it; "" where no agency knows it."""
    reason: str = ""
    """One sentence on why this outcome."""
    venue: Venue = Venue.NOT_ASKED
    """What is known of the journal or the proceedings that is printed, where no work was found."""
    parts: tuple[Work, ...] = ()
    """Two works, where the reference plainly joins the title of the first and the place of the second."""

    @property
    def doi(self) -> Doi | None:
        """The DOI of the matched work."""
        return self.work.doi if self.work is not None else None

    def compared(self, field: str) -> FieldEvidence | None:
        """Return the evidence on a field by CSL's name, None where neither side has it."""
        for evidence in self.evidence:
            if evidence.field == field:
                return evidence
        return None
