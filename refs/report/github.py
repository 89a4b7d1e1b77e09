"""Annotations as GitHub Actions reads them from a step's output."""

from __future__ import annotations

from collections.abc import Sequence

from refs.model import CheckResult, Finding, Severity
from refs.report.rule_info import RuleInfo
from refs.report.summary import line_of, sentence_of

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(results: Sequence[CheckResult], rules: Sequence[RuleInfo]) -> str:
    """Return a workflow command a finding, and the summary as a plain line."""
    names = {rule.code: rule.name for rule in rules}
    lines = [_annotation(result, finding, names) for result in results for finding in result.findings]
    return "\n".join([*lines, sentence_of(results)]) + "\n"


def _annotation(result: CheckResult, finding: Finding, names: dict[str, str]) -> str:
    """Return one annotation: ``::warning file=paper.md,line=12,title=T402 uncited-reference::message``."""
    line = line_of(result, finding)
    title = " ".join(part for part in (finding.code, names.get(finding.code, "")) if part)
    properties = [f"file={_escape(result.checked.article.name, True)}"]
    properties += [f"line={line}"] if line is not None else []
    properties.append(f"title={_escape(title, True)}")
    return f"::{_COMMANDS[finding.severity]} {','.join(properties)}::{_escape(finding.message, False)}"


def _escape(text: str, is_property: bool) -> str:
    """Return a text with the characters escaped that GitHub's runner gives a meaning.

    >>> _escape("a, b: 100%", True)
    'a%2C b%3A 100%25'
    """
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return escaped.replace(":", "%3A").replace(",", "%2C") if is_property else escaped
