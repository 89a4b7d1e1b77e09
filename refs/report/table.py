"""The report for people: each reference, what is cited and what on record, the findings in plain words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refs.model import CheckResult, FieldEvidence, Finding, Match, Outcome, Severity, Status
from refs.model.printing import printable
from refs.report.summary import (
    FIELD_WORDS,
    doi_link,
    findings_about,
    findings_elsewhere,
    line_of,
    number_of,
    sentence_of,
    standing_of,
)

_COLOURS = {
    Status.VERIFIED: "green",
    Status.MISMATCH: "yellow",
    Status.NOT_FOUND: "red",
    Status.UNVERIFIABLE: "blue",
    Status.UNCHECKED: "dim",
}
_SEVERITY_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_MARGIN = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: its text, how deep it is set in, and its colour on a terminal."""

    text: str = ""
    indent: int = 0
    style: str = ""
    hang: int = 0
    """How much deeper the lines after the first are set in."""


def render_table(results: Sequence[CheckResult], *, terminal: bool = False, width: int = 100) -> str:
    """Return the report as plain text, or with colours where ``terminal``."""
    lines = [line for result in results for line in _article_lines(result)]
    if len(results) != 1:
        lines.append(Line(sentence_of(results), style="bold"))
    text = [(wrapped, line.style) for line in lines for wrapped in _wrap(line, max(40, min(width, 120)))]
    if not terminal:
        return "\n".join(line for line, _ in text) + "\n"
    from rich.console import Console
    from rich.text import Text

    console = Console(force_terminal=True, width=max(width, 120), highlight=False)
    with console.capture() as capture:
        for line, style in text:
            console.print(Text(line, style=style), soft_wrap=True)
    return capture.get()


def _article_lines(result: CheckResult) -> Iterator[Line]:
    checked = result.checked
    name = checked.article.name
    if name:
        yield Line(name, style="bold")
        yield Line()
    for index, status in enumerate(result.statuses):
        if status is not None:
            yield from _reference_lines(result, index, status)
    elsewhere = findings_elsewhere(result)
    if elsewhere:
        yield Line("Text and list", style="bold")
        yield Line()
        for finding in elsewhere:
            yield from _finding_lines(result, finding, with_place=True)
        yield Line()
    for note in result.notes:
        yield Line(f"Note: {note}", style="dim", hang=6)
    if result.notes:
        yield Line()
    yield Line(sentence_of([result]), style="bold")
    yield Line()


def _reference_lines(result: CheckResult, index: int, status: Status) -> Iterator[Line]:
    """Yield a reference: number and status, the string, the fields that differ, the link, the findings."""
    reference, match = result.checked.references[index], result.checked.matches[index]
    findings = findings_about(result, index)
    standing, is_grave = standing_of(result, index)
    yield Line(f"{number_of(reference, index):>4}  {standing}", style="red" if is_grave else _COLOURS[status])
    yield Line(" ".join(reference.raw.split()), _MARGIN)
    if match is not None:
        yield from _evidence_lines(match)
    if match is not None and match.outcome is Outcome.FOUND and str(match.doi) not in reference.raw.lower():
        yield Line(doi_link(match), _MARGIN, "cyan")
    for finding in findings:
        yield from _finding_lines(result, finding, with_place=False)
    yield Line()


def _evidence_lines(match: Match) -> Iterator[Line]:
    """Yield the fields that differ: what is cited, and below it what is on record."""
    for evidence in match.evidence:
        if evidence.agrees is False and match.outcome is Outcome.FOUND:
            yield from _field_lines(evidence)


def _field_lines(evidence: FieldEvidence) -> Iterator[Line]:
    word = FIELD_WORDS.get(evidence.field, evidence.field)
    pad = " " * 13
    yield Line(f"{word:<13}cited      {evidence.cited or '–'}", _MARGIN + 2, hang=24)
    yield Line(f"{pad}on record  {evidence.record or '–'}", _MARGIN + 2, hang=24)


def _finding_lines(result: CheckResult, finding: Finding, *, with_place: bool) -> Iterator[Line]:
    place = ""
    if with_place and (line := line_of(result, finding)) is not None:
        place = f"line {line}: "
    message = finding.message[:1].upper() + finding.message[1:] if not place else finding.message
    yield Line(f"{finding.code}  {place}{message}.", _MARGIN, _SEVERITY_COLOURS[finding.severity], hang=6)
    sentence = finding.evidence.get("sentence")
    if sentence:
        yield Line(f"“{sentence}”", _MARGIN + 6, "dim")


def _wrap(line: Line, width: int) -> list[str]:
    if not line.text:
        return [""]
    return textwrap.wrap(
        printable(line.text),
        width=width,
        initial_indent=" " * line.indent,
        subsequent_indent=" " * (line.indent + line.hang),
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    ) or [""]
