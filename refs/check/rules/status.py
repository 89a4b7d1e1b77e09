"""S: what became of the work after it was published."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from refs.check.notices import gravest_notice, is_notice, may_have_notice, notices_of
from refs.check.registry import finding, rule
from refs.check.wording import name_work
from refs.model import Finding, Match, Outcome, Severity, Update, Work, fold_compact

FAKE_COPY_PREFIXES = frozenset({"10.65215"})
"""DOI prefixes under which copies of famous works were registered by strangers in 2025."""


def has_notice(match: Match) -> bool:
    """True where a found work's record tells of a notice."""
    return match.outcome is Outcome.FOUND and match.work is not None and may_have_notice(match.work)


notice_rule = partial(rule, where=has_notice)


@notice_rule("S301", Severity.ERROR)
def retracted_work(match: Match) -> Iterator[Finding]:
    """The work was retracted.

    Why it matters:
        Its findings must not be relied on. Citing it is only right where the retraction is the subject.

    Example:
        ``Wakefield AJ, et al. Ileal-lymphoid-nodular hyperplasia … Lancet. 1998;351:637-641.``
        Retracted on 6 February 2010.

    How to mend:
        Cite other evidence; or say in the text that the work was retracted, and cite the notice too.

    When it stays silent:
        Where the notice itself is cited, where the work was reinstated, for corrections, concerns and new
        versions (they have rules of their own), and where the work was not found for sure.
    """
    yield from _report(match, "retraction", "was retracted")


@notice_rule("S302")
def expression_of_concern(match: Match) -> Iterator[Finding]:
    """The publisher has expressed concern about the work.

    Why it matters:
        Its findings are in doubt while an inquiry goes on.

    Example:
        A notice "Expression of concern" stands beside the article since 2021.

    How to mend:
        Read the notice; say in the text that there is one, if you keep the reference.

    When it stays silent:
        Where the work was retracted (S301 says so) or the notice itself is cited.
    """
    yield from _report(match, "expression-of-concern", "is subject to an expression of concern")


@notice_rule("S303", Severity.ERROR)
def withdrawn_work(match: Match) -> Iterator[Finding]:
    """The work was withdrawn.

    Why it matters:
        It is no longer part of the record; often it was withdrawn before it was ever in an issue.

    Example:
        "WITHDRAWN: …" stands before the title on the publisher's page.

    How to mend:
        Cite other evidence, or the version that replaced it.

    When it stays silent:
        Where the notice itself is cited, and where the work was reinstated.
    """
    yield from _report(match, "withdrawal", "was withdrawn")


@notice_rule("S304", Severity.ERROR)
def removed_work(match: Match) -> Iterator[Finding]:
    """The publisher removed the work.

    Why it matters:
        Readers cannot read it any more; removal is kept for legal or safety reasons.

    Example:
        "REMOVED: …" stands before the title and the text is gone.

    How to mend:
        Cite other evidence.

    When it stays silent:
        Where the notice itself is cited, and where the work was reinstated.
    """
    yield from _report(match, "removal", "was removed")


@notice_rule("S305")
def partly_retracted_work(match: Match) -> Iterator[Finding]:
    """A part of the work was retracted, or it was retracted and replaced.

    Why it matters:
        What you cite may be the part that no longer stands.

    Example:
        One figure and the sentence about it were retracted.

    How to mend:
        Read the notice, and keep the reference only for what still stands.

    When it stays silent:
        Where the whole work was retracted (S301), and where the notice itself is cited.
    """
    yield from _report(match, "partial-retraction", "was retracted in part")


@notice_rule("S306", Severity.INFO)
def corrected_work(match: Match) -> Iterator[Finding]:
    """A correction to the work was published.

    Why it matters:
        A number you quote may be the one that was corrected. It is no mark against the work.

    Example:
        An erratum of 2016 corrects table 2.

    How to mend:
        Read the correction; medical styles add it to the reference.

    When it stays silent:
        Where something graver is said of the work, and for new versions and other notices that correct
        nothing.
    """
    for kind in ("correction", "corrigendum", "erratum", "addendum", "clarification"):
        yield from _report(match, kind, "was corrected")


@rule("S307", Severity.INFO)
def published_preprint(match: Match) -> Iterator[Finding]:
    """The preprint has a published version.

    Why it matters:
        Review may have changed the findings; most journals ask for the published version.

    Example:
        A bioRxiv preprint of 2019 came out in eLife in 2020.

    How to mend:
        Cite the published version, unless it is the preprint that you mean.

    When it stays silent:
        Where the record names no published version, and where the reference is to the published one.
    """
    if match.outcome is not Outcome.FOUND or match.work is None or match.work.type != "posted-content":
        return
    for doi in match.work.related("is-preprint-of")[:1]:
        yield finding(f"the preprint has since been published as {doi}", evidence={"published": str(doi)})


@rule("S308", Severity.ERROR)
def copy_of_known_work(match: Match) -> Iterator[Finding]:
    """The DOI is that of a copy which strangers registered of a known work.

    Why it matters:
        The copy carries a false year and false metadata, and takes citations from the original.

    Example:
        Copies of "Attention Is All You Need" are registered under the prefix 10.65215.

    How to mend:
        Cite the original.

    When it stays silent:
        For every prefix that is not on the short list of known ones.
    """
    doi = match.cited_doi or (match.doi if match.outcome is Outcome.FOUND else None)
    if doi is not None and doi.prefix in FAKE_COPY_PREFIXES:
        yield finding(
            f"{doi} is a copy registered by others than the authors; cite the original", field="DOI"
        )


def _report(match: Match, kind: str, said: str) -> Iterator[Finding]:
    """Yield the finding for the gravest notice about the matched work, if it is of this kind."""
    work = match.work
    notice = gravest_notice(work) if work is not None else None
    if work is None or notice is None or notice.type != kind or is_notice(work) or _cites_notice(match, work):
        return
    date = f" on {notice.date}" if notice.date is not None else ""
    where = f" ({_link(notice)})" if notice.doi is not None else ""
    by = {"retraction-watch": ", according to Retraction Watch", "title": ", according to its title"}.get(
        notice.source, ""
    )
    yield finding(
        f"{name_work(work)} {said}{date}{by}{where}",
        evidence={
            "notices": [
                {
                    "type": u.type,
                    "doi": str(u.doi) if u.doi else None,
                    "date": str(u.date) if u.date else None,
                    "source": u.source,
                }
                for u in notices_of(work)
            ]
        },
    )


def _link(notice: Update) -> str:
    return f"https://doi.org/{notice.doi}"


def _cites_notice(match: Match, work: Work) -> bool:
    """True where the reference prints a notice's title: it is the notice that is cited."""
    raw = fold_compact(match.reference.raw)
    own = fold_compact(work.title)
    return any(
        f"{mark}{own}"[:40] in raw
        for mark in ("retractionof", "retractionnote", "retractionnoteto", "noticeofretraction")
    )
