"""SARIF 2.1.0 (OASIS standard), for code hosts and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from refs.model import CheckResult, Finding, Severity
from refs.report.rule_info import RuleInfo

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(results: Sequence[CheckResult], rules: Sequence[RuleInfo]) -> str:
    """Return one run over all articles, with the rules described once."""
    order = {rule.code: i for i, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "refs",
                "version": version("refs"),
                "rules": [_rule_data(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result_data(r, f, order) for r in results for f in r.findings],
    }
    return (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _rule_data(rule: RuleInfo) -> dict[str, Any]:
    text = "\n\n".join(f"{heading}: {body}" for heading, body in rule.sections.items())
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "help": {"text": text or rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result_data(result: CheckResult, finding: Finding, order: dict[str, int]) -> dict[str, Any]:
    """Return a finding as a SARIF result, with its place where it has one."""
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(result.checked.article.name)}}
    if finding.span is not None and result.checked.article.text:
        location["region"] = _region(result.checked.article.text, finding.span)
    data: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
    }
    if finding.code in order:
        data["ruleIndex"] = order[finding.code]
    return data


def _region(text: str, span: tuple[int, int]) -> dict[str, int]:
    """Return lines and columns, from 1, of a span."""
    start, end = span
    before, until = text.rfind("\n", 0, start) + 1, text.rfind("\n", 0, end) + 1
    return {
        "startLine": text.count("\n", 0, start) + 1,
        "startColumn": start - before + 1,
        "endLine": text.count("\n", 0, end) + 1,
        "endColumn": end - until + 1,
        "charOffset": start,
        "charLength": end - start,
    }
