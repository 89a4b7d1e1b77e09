"""Segments → a CSL-JSON item, each field with the characters it came from and how sure we are."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from refs.model.folding import in_small
from refs.model.patterns import pattern
from refs.model.reference import Span
from refs.parse.fields.dates import parse_date, year_suffix
from refs.parse.fields.identifiers import find_identifiers
from refs.parse.fields.language import language_of
from refs.parse.fields.name_lists import parse_names
from refs.parse.fields.numbers import parse_edition, parse_number, split_issue
from refs.parse.fields.pages import pages_parted, parse_pages
from refs.parse.fields.titles import clean_publisher, clean_text
from refs.parse.fields.types import type_of
from refs.parse.segments import Segment

_TEXTS = {
    "title": "title",
    "container-title": "container-title",
    "collection-title": "collection-title",
    "location": "publisher-place",
    "genre": "genre",
    "medium": "medium",
}
"""Segments that are one stretch of text, and the CSL key they become."""
_EXTENT = re.compile(
    r"(?<![\d–-])(\d{2,4})\s?(?:p|pp|S|Seiten|pages|págs|blz)\b\.?\s*\)?\.?\s*$"
)  # "…, 1975, 318 p."
_EDITION_AT_END = pattern(
    r"[,.(]?\s+\d{1,2}(?:\.|st|nd|rd|th)?,?\s?(?:(?:neu|vollst|überarb|erw|akt|durchges|bearb|rev|und|u)\w{0,9}\.?,?\s){0,4}"
    r"(?:Aufl|Auflage|ed|edn|edition)\b\.?\s*$"
)  # "Grundbegriffe der Soziologie, 8. neu bearb. Aufl."
_EDITIONS = ("Aufl", "Auflage", "ed", "edn", "edition")
_BEFORE_DATE = pattern(r"\s(?:vom|v)\.?\s*$")  # "Frankfurter Rundschau vom 15. September"
_NOT_YET = frozenset(
    {"im erscheinen", "in press", "forthcoming", "im druck", "in preparation", "submitted", "à paraître"}
)
_ISSUE_PAGE = re.compile(r"(\d{1,3})\s*:\s*(\d{1,6}(?:\s?[-–]+\s?\d{1,6})?)")
_YEAR_PAGE = re.compile(
    r"\(\s?(?:1[89]\d\d|20[0-4]\d)\s?\)\s?([A-Z]?\d{1,7}(?:\s?[-–]+\s?\d{1,7})?)(?=[\s,.;\[(]|$)"
)
_SERIES = re.compile(
    r"paper|report|bericht|series|materialie?n?\b|schriften|memorand|studies in|lecture notes", re.I
)
_ANY_YEAR = re.compile(r"(?<![\d./-])(1[5-9]\d\d|20[0-4]\d)(?![\d./-])")
_PAREN_YEAR = pattern(r"[(\[]\s*(?:1[5-9]\d\d|20[0-4]\d)[a-z]?\s*[)\]]")
_ACCESS = pattern(
    r"\b(?:accessed|retrieved|cited|last (?:visited|access(?:ed)?|checked)|viewed|visited|"
    r"abgerufen|zugriff|letzter (?:zugriff|abruf)|stand|"
    r"consult[ée]e?|consultado|consultato|acesso em|geraadpleegd)\b[^\d]{0,30}([^()\[\]]{4,30})",
    re.I,
)


@dataclass(slots=True)
class Draft:
    """An item in the making."""

    raw: str
    data: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    """What CSL has no place for: "et-al", "year-suffix"."""

    def put(self, key: str, value: object, segment: Segment) -> None:
        """Set a CSL key from a segment, unless it is empty or set already."""
        if value and key not in self.data:
            self.data[key] = value
            self.spans[key] = (segment.start, segment.end)
            self.confidence[key] = segment.confidence


def assemble(raw: str, segments: Sequence[Segment]) -> Draft:
    """Return the item that the segments of a reference string make."""
    draft = Draft(raw)
    for segment in _names_joined(raw, segments):
        step = _STEPS.get(segment.field)
        if step is not None:
            step(draft, segment)
    _settle_year(draft)
    _settle_identifiers(draft)
    _settle_numbers(draft)
    if title := draft.data.get("title"):
        language = language_of(title)
        if language:
            draft.data["language"] = language
    draft.data["type"] = type_of(raw, draft.data.keys(), draft.data.get("container-title", ""))
    if draft.data["type"] in ("standard", "legal_case"):
        _settle_designation(draft)
    return draft


def _names_joined(raw: str, segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments with name lists made whole that a role or a stray sign had parted."""
    joined: list[Segment] = []
    for segment in segments:
        last = joined[-1] if joined else None
        if (
            last
            and segment.field == last.field in ("author", "editor")
            and len(raw[last.end : segment.start]) < 8
        ):
            joined[-1] = Segment(
                last.field,
                last.first,
                segment.last,
                last.start,
                segment.end,
                min(last.confidence, segment.confidence),
            )
        else:
            joined.append(segment)
    return joined


def _put_text(draft: Draft, segment: Segment) -> None:
    text = segment.text(draft.raw)
    if segment.field in ("title", "container-title"):
        end = text[-20:].rstrip().rstrip(".")
        if end.endswith(_EDITIONS) and (match := _EDITION_AT_END.search(text)):
            draft.put("edition", parse_edition(match.group()), segment)
            text = text[: match.start()]
        if segment.field == "container-title" and end.endswith(("v", "vom")):
            text = _BEFORE_DATE.sub("", text)
    draft.put(_TEXTS[segment.field], clean_text(text), segment)


def _put_publisher(draft: Draft, segment: Segment) -> None:
    publisher = clean_publisher(segment.text(draft.raw))
    if publisher.lower().endswith(("collaboration", "consortium")):
        draft.facts["collaboration"] = publisher  # "G. Aad et al. [ATLAS Collaboration]"
        return
    if publisher.lower().rstrip(".") in _NOT_YET:
        draft.facts["status"] = publisher
        return
    draft.put("publisher", publisher, segment)


def _put_names(draft: Draft, segment: Segment) -> None:
    found = parse_names(segment.text(draft.raw))
    if found.et_al and segment.field not in draft.data:
        draft.facts["et-al"] = [*draft.facts.get("et-al", []), segment.field]
    if found.group and segment.field == "author":
        draft.facts["collaboration"] = found.group
    draft.put(segment.field, [name.to_csl() for name in found.names], segment)


def _put_date(draft: Draft, segment: Segment) -> None:
    text = draft.raw[max(0, segment.start - 1) : segment.end]
    date = parse_date(text)
    if date is None:
        return
    issued = draft.data.get("issued")
    if issued is None and (suffix := year_suffix(text)):
        draft.facts["year-suffix"] = suffix
    if issued and issued["date-parts"][0] == date["date-parts"][0][:1]:
        draft.data["issued"] = date  # "(2003) … 12 March 2003"
    draft.put("issued", date, segment)


def _put_volume(draft: Draft, segment: Segment) -> None:
    if draft.raw[max(0, segment.start - 2) : segment.start].strip() == "№":
        draft.put("issue", parse_number(segment.text(draft.raw)), segment)
        return
    volume, issue = split_issue(parse_number(segment.text(draft.raw)))
    draft.put("volume", volume, segment)
    if issue and volume == draft.data.get("volume"):
        draft.put("issue", issue, segment)


def _put_issue(draft: Draft, segment: Segment) -> None:
    draft.put("issue", parse_number(segment.text(draft.raw)), segment)


def _put_page(draft: Draft, segment: Segment) -> None:
    if "issue" not in draft.data and (match := _ISSUE_PAGE.fullmatch(segment.text(draft.raw))):
        draft.put("issue", match.group(1), segment)  # "4:1: 1"
        draft.put("page", parse_pages(match.group(2)), segment)
        return
    draft.put("page", parse_pages(segment.text(draft.raw)), segment)


def _put_edition(draft: Draft, segment: Segment) -> None:
    draft.put("edition", parse_edition(segment.text(draft.raw)), segment)


def _put_note(draft: Draft, segment: Segment) -> None:
    draft.put("note", clean_text(segment.text(draft.raw)), segment)


_STEPS: dict[str, Callable[[Draft, Segment], None]] = {
    **dict.fromkeys(_TEXTS, _put_text),
    **dict.fromkeys(("author", "editor", "translator"), _put_names),
    "publisher": _put_publisher,
    "date": _put_date,
    "volume": _put_volume,
    "issue": _put_issue,
    "page": _put_page,
    "edition": _put_edition,
    "note": _put_note,
}
"""What each kind of segment does to the item."""


def _settle_designation(draft: Draft) -> None:
    """Read what cases and standards are cited by: "Brown v. Board, 347 U.S. 483", "ISO 690:2010"."""
    keys = _DESIGNATED[draft.data["type"]]
    match = (_CASE if len(keys) > 1 else _STANDARD).match(draft.raw)
    if match is None:
        return
    for key in [key for key, (start, _) in draft.spans.items() if start < match.end() and key != "issued"]:
        for place in (draft.data, draft.spans, draft.confidence):
            place.pop(key, None)
    for number, key in enumerate(keys, 1):
        draft.data[key], draft.spans[key] = match.group(number), match.span(number)
        draft.confidence[key] = 0.9


_CASE = pattern(
    r"\s*([^,]{2,80}\svs?\.\s[^,]{2,80}(?:,\s(?:Inc|Ltd|Co|Corp|LLC)\.?){0,2}),\s*(\d{1,4})\s+"
    r"(U\.?\s?S\.?|F\.\s?(?:[23]d|Supp\.?(?:\s?[23]d)?)|S\.\s?Ct\.)\s+(\d{1,5})"
)
_STANDARD = pattern(
    r"\s*([A-Z]{2,5}(?:[/ -][A-Z]{2,5}){0,3}[ -]?\d{2,6}(?:[-.]\d{1,4}){0,2}(?::\s?\d{4})?)(?!\d)"
)
_DESIGNATED = {"legal_case": ("title", "volume", "container-title", "page"), "standard": ("number",)}
"""Types that are cited by a designation, and what its parts are."""


def _settle_year(draft: Draft) -> None:
    """Take a year in brackets where the tagger saw no date; note when the work was looked at."""
    if ("http" in draft.raw or "www" in draft.raw) and (match := _ACCESS.search(draft.raw)):
        accessed = parse_date(match.group(1))
        if accessed is not None:
            draft.data["accessed"] = accessed
            draft.spans["accessed"] = match.span(1)
            draft.confidence["accessed"] = 0.9
            start, end = draft.spans.get("note", (0, len(draft.raw)))
            if match.start() <= start and end <= match.end():
                for place in (draft.data, draft.spans, draft.confidence):
                    place.pop("note", None)
    if "issued" not in draft.data and (match := _PAREN_YEAR.search(draft.raw) or _only_year(draft)):
        date = parse_date(match.group())
        if date is not None:
            draft.data["issued"] = date
            draft.spans["issued"] = match.span()
            draft.confidence["issued"] = 0.5


def _only_year(draft: Draft) -> re.Match[str] | None:
    """Return the one year that stands outside title and names, None if there is none or more than one."""
    taken = [
        draft.spans[key] for key in ("title", "container-title", "author", "accessed") if key in draft.spans
    ]
    years = [
        match
        for match in _ANY_YEAR.finditer(draft.raw[:5_000])
        if not any(start <= match.start() < end for start, end in taken)
        and "/" not in draft.raw[match.start() - 1 : match.start()]
    ]
    return years[0] if len({match.group() for match in years}) == 1 else None


def _settle_identifiers(draft: Draft) -> None:
    """Add the identifiers, which are told by their form alone."""
    for key, value in find_identifiers(draft.raw).items():
        if key == "arxiv":
            draft.data["number"] = draft.data.get("number", f"arXiv:{value}")
            draft.facts["arxiv"] = value
            key = "number"
        else:
            draft.data[key] = value
        place = in_small(draft.raw).find(in_small(value))
        if place >= 0:
            draft.spans[key] = (place, place + len(value))
        draft.confidence[key] = 0.99


def _settle_numbers(draft: Draft) -> None:
    """Drop what cannot be: an issue that repeats the year, a volume that is the year of a title-less page."""
    container = draft.data.get("container-title", "")
    if "page" not in draft.data and container and (match := _YEAR_PAGE.search(draft.raw)):
        draft.data["page"] = parse_pages(match.group(1))  # "Phys. Rev. D69 (2004)034503"
        draft.spans["page"] = match.span(1)
        draft.confidence["page"] = 0.7
    if "editor" in draft.data and "volume" not in draft.data and "page" in draft.data:
        draft.data["page"] = pages_parted(draft.data["page"])  # "in: Book, Oxford, 245275"
    if "volume" not in draft.data and "issue" in draft.data and _SERIES.search(container):
        draft.data["volume"] = draft.data.pop("issue")  # "Discussion Paper No. 83"
        draft.spans["volume"] = draft.spans.pop("issue")
        draft.confidence["volume"] = draft.confidence.pop("issue")
    issued = draft.data.get("issued")
    year = str(issued["date-parts"][0][0]) if issued else ""
    match = _EXTENT.search(draft.raw, max(0, len(draft.raw) - 24))
    if match and match.group(1) == draft.data.get("page") and "container-title" not in draft.data:
        for place in (draft.data, draft.spans, draft.confidence):
            place.pop("page", None)
    if "page" not in draft.data and match:
        draft.data["number-of-pages"] = match.group(1)
        draft.spans["number-of-pages"] = match.span(1)
        draft.confidence["number-of-pages"] = 0.9
    if year and draft.data.get("issue") == year:
        for place in (draft.data, draft.spans, draft.confidence):
            place.pop("issue", None)
