"""Fields of one entry that another lacks: how doubles become one entry."""

from __future__ import annotations

from collections.abc import Mapping

from refs.formats.bibtex.blocks import plain_value

_OF_ANY = frozenset("abstract annotation annote file groups keywords pmcid pmid shorttitle".split())
_OF_PREPRINTS = _OF_ANY | frozenset("archiveprefix eprint eprintclass eprinttype primaryclass".split())
_LISTS = ("keywords", "groups")
_SAME = {
    "address": ("location",),
    "date": ("year",),
    "day": ("date", "year"),
    "journal": ("journaltitle",),
    "journaltitle": ("journal",),
    "location": ("address",),
    "month": ("date", "year"),
    "year": ("date",),
}
"""Fields that say the same in the other dialect."""
_NEVER = frozenset({"crossref", "xdata", "provenance", "entrysubtype", "timestamp", "ids"})


def merged_fields(
    kept: Mapping[str, str], other: Mapping[str, str], *, from_preprint: bool
) -> dict[str, str | None]:
    """Return the changes that give an entry what a double of it has and it lacks.

    From a preprint only its eprint number and the user's own fields are taken: its date and DOI are not
    those of the article. Keywords and groups are joined.

    >>> merged_fields({"year": "2000"}, {"date": "{1999}", "keywords": "{mind}"}, from_preprint=True)
    {'keywords': '{mind}'}
    """
    changes: dict[str, str | None] = {}
    for name, value in other.items():
        if name in _NEVER or (from_preprint and name not in _OF_PREPRINTS):
            continue
        if name not in kept and not any(same in kept for same in _SAME.get(name, ())):
            changes[name] = value
        elif name in kept and name in _LISTS and (joined := _joined(kept[name], value)):
            changes[name] = joined
    return changes


def _joined(one: str, other: str) -> str:
    """Return two lists as one, "" if the second adds nothing."""
    present = [word.strip() for word in plain_value(one, {})[0].split(",") if word.strip()]
    new = [word.strip() for word in plain_value(other, {})[0].split(",") if word.strip()]
    added = [word for word in new if word.lower() not in {known.lower() for known in present}]
    return "{" + ", ".join(present + added) + "}" if added else ""
