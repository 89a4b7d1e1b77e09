"""Notices about a work, from its own record: the gravest counts, a reinstatement cancels those before it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from refs.model import Update, Work
from refs.model.markup import TAG, clean_markup

GRAVITY = (
    "retraction",
    "removal",
    "withdrawal",
    "partial-retraction",
    "expression-of-concern",
    "correction",
    "corrigendum",
    "erratum",
    "addendum",
    "clarification",
)
"""Types of notices that say something about a work, gravest first; ``new-version`` and the like do not."""
_GRAVE = frozenset(GRAVITY[:5])
"""Those that a reinstatement cancels."""

_ALIASES = {
    "retraction-and-replacement": "partial-retraction",
    "retract-and-replace": "partial-retraction",
    "retracted": "retraction",
    "concern": "expression-of-concern",
    "removed": "removal",
    "withdrawn": "withdrawal",
}
# "RETRACTED: …", "[Retracted] …", "Retracted Article: …", "WITHDRAWN: …", "… [RETRACTED]"; but not "What was
# retracted: a survey", "Stones removed: …", "Withdrawn-depressed children"
_MARK_ENDS = r"(?:\s*[:\]—]|\s+[–-]\s)"
_TITLE_MARKS = {
    "retraction": re.compile(
        rf"\A\W*retracted(?:\s+(?:article|paper|chapter))?{_MARK_ENDS}|[\[(]retracted(?: article)?[\])]\s*$",
        re.I,
    ),
    "withdrawal": re.compile(
        rf"\A\W*withdrawn(?:\s+(?:article|paper|chapter))?{_MARK_ENDS}|[\[(]withdrawn[\])]\s*$", re.I
    ),
    "removal": re.compile(rf"\A\W*removed(?:\s+(?:article|paper))?{_MARK_ENDS}", re.I),
}
_MARK_SIGNS = ("retracted", "withdrawn", "removed")
# A notice's own title: "Retraction: …", "Retraction Note to: …", "Notice of Retraction …"
_NOTICE_TITLE = re.compile(
    r"\W*(?:retraction|notice of retraction|retraction notice|statement of retraction|expression of concern|"
    r"correction|corrigendum|erratum|withdrawal)\b",
    re.I,
)


def notices_of(work: Work) -> tuple[Update, ...]:
    """Return the notices that stand about a work, gravest first, without doubles or what was cancelled.

    Read from ``updated-by``, from an ``update-to`` that points to the work itself, and from the title's mark.
    """
    found = list(work.updates)
    found += [u for u in work.updated_works if u.doi == work.doi and not is_notice(work)]
    found = [_named(u) for u in found]
    found = _after_reinstatement(found)
    reinstated = any(_is_reinstatement(u) for u in work.updates)
    for kind in () if reinstated else _marks_of(work.title):
        if not any(u.type == kind for u in found):
            found.append(Update(kind, None, source="title"))
    known = [u for u in found if u.type in GRAVITY]
    unique = {(u.type, u.doi): u for u in reversed(known)}
    return tuple(sorted(unique.values(), key=lambda u: (GRAVITY.index(u.type), str(u.doi))))


@lru_cache(maxsize=256)
def _marks_of(title: str) -> tuple[str, ...]:
    """Return the kinds of notices that a title's own mark tells of."""
    lowered = title.lower()
    if "&" not in title and "<" not in title and not any(map(lowered.__contains__, _MARK_SIGNS)):
        return ()
    plain = TAG.sub("", clean_markup(title))
    return tuple(kind for kind, mark in _TITLE_MARKS.items() if mark.search(plain))


def gravest_notice(work: Work) -> Update | None:
    """Return the gravest notice that stands about a work, None where there is none.

    >>> gravest_notice(Work({"DOI": "10.1/x", "title": ["RETRACTED: Ileal hyperplasia"]})).type
    'retraction'
    """
    found = notices_of(work) if may_have_notice(work) else ()
    return found[0] if found else None


def may_have_notice(work: Work) -> bool:
    """False where nothing in a record tells of a notice about the work."""
    return bool(work.data.get("updated-by") or work.data.get("update-to") or _marks_of(work.title))


def is_notice(work: Work) -> bool:
    """True where the work is itself a notice: citing it is citing the retraction, which is fine."""
    return bool(work.updated_works) and _NOTICE_TITLE.match(clean_markup(work.title)) is not None


def _named(update: Update) -> Update:
    """Return a notice under the name that its kind has here."""
    return replace(update, type=_ALIASES.get(update.type, update.type))


def _is_reinstatement(update: Update) -> bool:
    return "reinstate" in update.type


def _after_reinstatement(updates: list[Update]) -> list[Update]:
    """Leave out the grave notices that a reinstatement cancelled: those not surely dated after each."""
    back = [u for u in updates if _is_reinstatement(u)]
    if not back:
        return updates
    days = [u.date.start for u in back if u.date is not None and u.date.start] or [(9999,)]
    return [u for u in updates if u.type not in _GRAVE or _is_after(u, days)]


def _is_after(update: Update, days: list[tuple[int, ...]]) -> bool:
    """True where a notice is dated after each of these days; of some only the year may be known."""
    date = update.date.start if update.date is not None else ()
    return all(date[: len(day)] > day for day in days)
