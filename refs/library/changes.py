"""What a work's record says that an entry does not: missing fields, changed numbers, retraction notices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from refs.formats.bibtex.fields import BIBLATEX, BIBTEX, Dialect, fields_from_item
from refs.formats.bibtex.layout import enclosed
from refs.model import Item, Update, Work, fold_compact, item_from_work

_FILLED = (
    "DOI",
    "volume",
    "issue",
    "page",
    "number",
    "container-title",
    "publisher",
    "ISSN",
    "ISBN",
    "author",
    "title",
)
"""Variables that are filled where the entry has none."""
_CORRECTED = ("volume", "issue", "page")
"""Variables that are put right where the record says otherwise."""
_NOTICES = {
    "retraction": "Retracted",
    "partial-retraction": "Retracted in part",
    "withdrawal": "Withdrawn",
    "removal": "Removed",
    "expression-of-concern": "Expression of concern",
}
_FORTHCOMING = re.compile(r"in press|forthcoming|to appear|ahead of print|accepted|submitted|n\.?d\.?", re.I)


@dataclass(frozen=True, slots=True)
class Change:
    """One variable of an entry: as it is, as it would be, and why."""

    variable: str
    old: str
    new: str
    reason: str


def proposed_changes(item: Item, work: Work) -> tuple[Item, list[Change]]:
    """Return the item as the record would have it, and each change with its reason.

    Authors and titles that are there stay as the user has them.

    >>> work = Work({"DOI": "10.1000/1", "title": ["T"], "volume": "7", "issued": {"date-parts": [[2004]]}})
    >>> item, changes = proposed_changes(Item({"title": "T", "issued": {"literal": "in press"}}), work)
    >>> [(change.variable, change.new) for change in changes]
    [('DOI', '10.1000/1'), ('volume', '7'), ('issued', '2004')]
    """
    record = item_from_work(work)
    updated: dict[str, object] = {}
    changes: list[Change] = []
    for variable in _FILLED:
        if variable == "publisher" and item.type.startswith("article"):
            continue  # a .bib holds none for an article
        if record.get(variable) and not item.get(variable):
            updated[variable] = record[variable]
            changes.append(Change(variable, "", _shown(record, variable), "missing"))
    for variable in _CORRECTED:
        old, new = item.text(variable), record.text(variable)
        if old and new and _plain(old) != _plain(new):
            updated[variable] = new
            changes.append(Change(variable, old, new, "the record says otherwise"))
    if reason := _date_reason(item, record):
        updated["issued"] = record["issued"]
        changes.append(Change("issued", str(item.issued or ""), str(record.issued), reason))
    note = item.text("note")
    for update in work.updates:
        if (sentence := notice(update)) and not (update.doi is not None and str(update.doi) in note.lower()):
            if sentence in note:
                continue
            changes.append(Change("note", note, f"{note}. {sentence}" if note else sentence, update.type))
            note = changes[-1].new
            updated["note"] = note
    return item.with_fields(updated), changes


def notice(update: Update) -> str:
    """Return the sentence for a retraction or the like, "" for notices that leave a work standing.

    >>> from refs.model import Doi, PartialDate
    >>> notice(Update("retraction", Doi("10.1000/2"), PartialDate.of(2010, 2, 6)))
    'Retracted (2010): https://doi.org/10.1000/2'
    """
    if update.type not in _NOTICES:
        return ""
    year = f" ({update.date.year})" if update.date is not None and update.date.year is not None else ""
    link = f": {update.doi.url}" if update.doi is not None else ""
    return f"{_NOTICES[update.type]}{year}{link}"


def changed_fields(
    item: Item, updated: Item, present: dict[str, str], dialect: Dialect
) -> dict[str, str | None]:
    """Return the fields of an entry that differ between two states of its item, values with their braces.

    Args:
        present: the entry's fields; it keeps its own names (year or date, journal or journaltitle).
    """
    if present.keys() & {"year", "journal", "address"} and not present.keys() & {"date", "journaltitle"}:
        dialect = BIBTEX
    elif present.keys() & {"date", "journaltitle", "location"}:
        dialect = BIBLATEX
    before, after = fields_from_item(item, dialect)[1], fields_from_item(updated, dialect)[1]
    changes: dict[str, str | None] = {}
    for name in [*after, *(name for name in before if name not in after)]:
        if before.get(name) != after.get(name):
            value = after.get(name)
            changes[name] = enclosed(name, value) if value is not None else None
    return {name: value for name, value in changes.items() if value is not None or name in present}


def _date_reason(item: Item, record: Item) -> str:
    if record.issued is None or record.issued.year is None:
        return ""
    if item.issued is None:
        return "missing"
    if item.issued.year is None:
        return "has appeared" if _FORTHCOMING.search(str(item.issued)) else ""
    is_later = record.issued.year > item.issued.year
    return "has appeared in print" if is_later and not item.volume and record.volume else ""


def _plain(text: str) -> str:
    return fold_compact(re.sub(r"[\u2010-\u2015\u2212]|--+", "-", text).replace("-", " to "))


def _shown(item: Item, variable: str) -> str:
    if variable == "author":
        return "; ".join(str(name) for name in item.author)
    return item.text(variable)
