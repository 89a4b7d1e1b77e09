"""Results become something to read: a table for people, JSON, SARIF, HTML, JUnit, and GitHub's annotations.

Each format is a module with one function from results to text; ``FORMATS`` is the table of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from refs.errors import InputError
from refs.model import CheckResult
from refs.report.rule_info import RuleInfo

__all__ = ["FORMATS", "RuleInfo", "render_report"]

FORMATS = {
    "table": "for people: each reference with what was cited and what is on record",
    "json": "the whole result, as refs documents it",
    "html": "one page that stands alone",
    "sarif": "SARIF 2.1.0, for code hosts and editors",
    "junit": "JUnit XML, a test case for each reference",
    "github": "annotations of GitHub Actions",
}
"""Every report format with its one line of help; ``refs.report.NAME`` has ``render``."""

Renderer = Callable[[Sequence[CheckResult], Sequence[RuleInfo]], str]


def render_report(
    results: Sequence[CheckResult],
    format: str = "table",
    *,
    rules: Sequence[RuleInfo] = (),
    terminal: bool = False,
    width: int = 100,
) -> str:
    """Return the results in a format.

    Args:
        rules: the rules that ran, for the formats that describe them (SARIF, HTML).
        terminal: the table may use colours and links.
        width: columns of the table.

    Raises:
        InputError: a format that refs does not know.
    """
    if format not in FORMATS:
        raise InputError(f"{format}: no such report format; choose one of {', '.join(FORMATS)}")
    if format == "table":
        from refs.report.table import render_table

        return render_table(results, terminal=terminal, width=width)
    render: Renderer = import_module(f"refs.report.{format}").render
    return render(results, rules)
