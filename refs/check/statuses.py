"""What became of one reference: the five statuses, and whether its work was retracted."""

from __future__ import annotations

from refs.check.coverage import why_excused
from refs.check.notices import gravest_notice
from refs.model import FieldEvidence, Match, Outcome, Status, Work, fold_compact

RETRACTED = frozenset({"retraction", "withdrawal", "removal"})
"""Notices after which a work no longer counts as published."""
RESEMBLING = 0.5
"""A work that is more probably meant than not resembles the reference: then it is not "not found"."""


def status_of(match: Match) -> Status:
    """Return the status of a checked reference.

    ``not_found`` only where every source answered, the kind of work is one they cover, and nothing on record
    resembles it.
    """
    if match.outcome in (Outcome.UNREACHABLE, Outcome.NOT_COVERED):
        return Status.UNCHECKED
    if match.outcome is Outcome.FOUND and match.work is not None:
        return Status.MISMATCH if disagreeing_fields(match) else Status.VERIFIED
    if match.outcome is Outcome.AMBIGUOUS:
        return Status.UNVERIFIABLE
    return Status.UNVERIFIABLE if resembling_work(match) or why_excused(match) else Status.NOT_FOUND


def resembling_work(match: Match) -> Work | None:
    """Return the work that a reference without a match more probably means than not, if there is one."""
    if match.outcome is not Outcome.NONE:
        return None
    near = max(match.candidates, key=lambda c: c.probability, default=None)
    return near.work if near is not None and near.probability >= RESEMBLING else None


TOLD = frozenset({"cut", "invented", "missing", "near", "order", "spelling"})
"""Kinds of evidence that a rule tells of though the field is not wrong."""


def differs(match: Match) -> bool:
    """True where something about some field of a found work is to be said."""
    if match.outcome is not Outcome.FOUND:
        return False
    return any(evidence.agrees is False or evidence.kind in TOLD for evidence in match.evidence)


def disagreeing(match: Match) -> tuple[FieldEvidence, ...]:
    """Return the evidence of the fields that are wrong, for a reference whose work was found."""
    if match.outcome is not Outcome.FOUND or match.work is None:
        return ()
    wrong = [e for e in match.evidence if e.agrees is False]
    return tuple([e for e in wrong if not (e.field == "DOI" and is_other_version(match))])


def disagreeing_fields(match: Match) -> tuple[str, ...]:
    """Return the CSL names of the fields that are wrong."""
    names = [e.field for e in disagreeing(match)]
    if match.work is not None and is_title_of_another(match) and "DOI" not in names:
        names.append("title")
    return tuple(dict.fromkeys(names))


def is_title_of_another(match: Match) -> bool:
    """True where the work was found by its DOI alone, and another title and other people are printed.

    A work of these authors at the place that is printed is the one cited, whatever it is called: "HPV in
    cancer" may be registered as "Chapter 1. Human papillomavirus in cancer".
    """
    if match.cited_doi is None or match.doi != match.cited_doi:
        return False
    title, author = match.compared("title"), match.compared("author")
    if title is None or title.kind != "other":
        return False
    if author is not None and author.agrees is not False and _is_at_its_place(match):
        return False
    return author is None or author.agrees is not True


def _is_at_its_place(match: Match) -> bool:
    """True where first page and volume, or first page and container, are the work's."""
    agreeing = {evidence.field for evidence in match.evidence if evidence.agrees is True}
    return "page" in agreeing and not agreeing.isdisjoint(("volume", "container-title"))


def is_other_version(match: Match) -> bool:
    """True where the cited DOI is another DOI of the same work: a preprint, a second registration."""
    return (
        match.cited_doi_work is not None
        and match.work is not None
        and is_same_work(match.cited_doi_work, match.work)
    )


def is_part_of_it(match: Match) -> bool:
    """True where the printed DOI is the beginning of the work's: that of the book whose chapter is cited."""
    evidence = match.compared("DOI")
    return (
        evidence is not None and evidence.agrees is None and evidence.kind in ("cut", "version", "preprint")
    )


def is_same_work(one: Work, other: Work) -> bool:
    """True where two records carry one title and share their first author or their year."""
    if one.doi == other.doi:
        return True
    if not one.title or fold_compact(one.title) != fold_compact(other.title):
        return False
    mine, theirs = one.names()[:1], other.names()[:1]
    if mine and theirs:
        return fold_compact(mine[0].surname) == fold_compact(theirs[0].surname)
    return bool(set(one.years) & set(other.years))


def is_retracted(match: Match) -> bool:
    """True where the matched work was retracted, withdrawn or removed, and not reinstated."""
    notice = gravest_notice(match.work) if match.work is not None and match.outcome is Outcome.FOUND else None
    return notice is not None and notice.type in RETRACTED
