"""Counts and short texts that every report shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from refs.model import CheckResult, Finding, Match, Reference, Severity, Status

STATUS_WORDS = {
    Status.VERIFIED: "verified",
    Status.MISMATCH: "differs",
    Status.NOT_FOUND: "not found",
    Status.UNVERIFIABLE: "could not be verified",
    Status.UNCHECKED: "not checked",
}
"""How each status is said to people."""

NOTICE_WORDS = {
    "S301": "retracted",
    "S303": "withdrawn",
    "S304": "removed by its publisher",
    "S308": "a copy of a known work",
}
"""Findings on the status of a work that no reader of a report may miss, as said beside its status."""

FIELD_WORDS = {
    "author": "authors",
    "title": "title",
    "container-title": "published in",
    "issued": "year",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "DOI",
    "publisher": "publisher",
    "edition": "edition",
}
"""How each CSL field is said to people."""


def count_statuses(results: Sequence[CheckResult]) -> dict[str, int]:
    """Return how many references have each status, in the order of the statuses."""
    counts = Counter(status for result in results for status in result.statuses if status is not None)
    return {status.value: counts[status] for status in Status}


def count_severities(results: Sequence[CheckResult]) -> dict[str, int]:
    """Return how many findings there are of each severity, gravest first."""
    counts = Counter(finding.severity for result in results for finding in result.findings)
    return {severity.value: counts[severity] for severity in sorted(Severity, key=lambda s: -s.rank)}


def standing_of(result: CheckResult, index: int) -> tuple[str, bool]:
    """Return a reference's status in words with what befell the work, and whether that is grave.

    A work that was retracted is "verified, but retracted": cited as it is on record, and not to be relied on.
    """
    status = result.statuses[index]
    word = STATUS_WORDS[status] if status is not None else ""
    notices = [NOTICE_WORDS[f.code] for f in findings_about(result, index) if f.code in NOTICE_WORDS]
    joint = ", but" if status is Status.VERIFIED else " and"
    return (f"{word}{joint} {' and '.join(dict.fromkeys(notices))}", True) if notices else (word, False)


def findings_about(result: CheckResult, index: int) -> list[Finding]:
    """Return the findings about one reference, gravest first, of those as grave the surest."""
    found = [f for f in result.findings if f.reference == index]
    return sorted(found, key=lambda f: (*weight_of(f), f.code))


def weight_of(finding: Finding) -> tuple[int, float]:
    """Return what findings are ordered by: gravest first, then those whose rule is surest."""
    return -finding.severity.rank, -(finding.reliability or 0.0)


def findings_elsewhere(result: CheckResult) -> list[Finding]:
    """Return the findings about the text or the list as a whole."""
    return [f for f in result.findings if f.reference is None]


def number_of(reference: Reference, index: int) -> str:
    """Return what a reference is called in a report: its own label, else its place in the list."""
    return reference.label or str(index + 1)


def line_of(result: CheckResult, finding: Finding) -> int | None:
    """Return the line, from 1, that a finding begins on, None where it has no place."""
    text = result.checked.article.text
    if finding.span is None or not text:
        return None
    return text.count("\n", 0, finding.span[0]) + 1


def doi_link(match: Match | None) -> str:
    """Return the link of the matched work, "" where there is none."""
    return match.doi.url if match is not None and match.doi is not None else ""


def sentence_of(results: Sequence[CheckResult]) -> str:
    """Return the summary in one line.

    >>> sentence_of([])
    'No references.'
    """
    counts = count_statuses(results)
    total = sum(counts.values())
    parts = [f"{counts[s.value]} {_counted(s, counts[s.value])}" for s in Status if counts[s.value]]
    codes = Counter(f.code for result in results for f in result.findings if f.code in NOTICE_WORDS)
    parts += [f"{count} {NOTICE_WORDS[code]}" for code, count in sorted(codes.items())]
    severities = {name: count for name, count in count_severities(results).items() if count}
    words = {"error": "error", "warning": "warning", "info": "remark"}
    found = ", ".join(
        f"{count} {words[name]}{'s' if count > 1 else ''}" for name, count in severities.items()
    )
    if not total:
        return f"No references. {found}." if found else "No references."
    head = f"{total} reference{'' if total == 1 else 's'}" + (f": {', '.join(parts)}" if parts else "")
    return f"{head}. {found or 'Nothing to report'}."


def _counted(status: Status, count: int) -> str:
    """Return a status as it follows a number: "1 differs", "3 differ"."""
    return "differ" if status is Status.MISMATCH and count > 1 else STATUS_WORDS[status]
