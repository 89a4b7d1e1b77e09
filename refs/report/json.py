"""The JSON report: the contract of ``refs check --format json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from refs.model import CheckResult
from refs.report.rule_info import RuleInfo
from refs.report.summary import count_severities, count_statuses


def render(results: Sequence[CheckResult], rules: Sequence[RuleInfo]) -> str:
    """Return one object for one article, ``{"articles": […], "summary"}`` for several."""
    data = article_data(results[0]) if len(results) == 1 else articles_data(results)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def articles_data(results: Sequence[CheckResult]) -> dict[str, Any]:
    """Return several results with a summary over all."""
    return {"articles": [article_data(result) for result in results], "summary": summary_data(results)}


def article_data(result: CheckResult) -> dict[str, Any]:
    """Return one result: references with status and evidence, findings, summary."""
    return {
        "article": result.checked.article.name,
        "references": [reference_data(result, i) for i in range(len(result.checked.references))],
        "findings": [finding.to_json() for finding in result.findings],
        "summary": summary_data([result]),
        "notes": list(result.notes),
    }


def reference_data(result: CheckResult, index: int) -> dict[str, Any]:
    """Return one reference of a result; ``status`` is null where it was not looked up."""
    reference = result.checked.references[index]
    match, status = result.checked.matches[index], result.statuses[index]
    return {
        "raw": reference.raw,
        "label": reference.label or None,
        "list": reference.list,
        "span": list(reference.span) if reference.span else None,
        "status": status.value if status is not None else None,
        "doi": str(match.doi) if match is not None and match.doi is not None else None,
        "probability": round(match.probability, 6) if match is not None else None,
        "evidence": {e.field: e.to_json() for e in match.evidence} if match is not None else {},
        "findings": [finding.to_json() for finding in result.findings if finding.reference == index],
        "reason": (match.reason or None) if match is not None else None,
    }


def summary_data(results: Sequence[CheckResult]) -> dict[str, Any]:
    """Return the counts of references, statuses, citations and findings."""
    return {
        "references": sum(len(r.checked.references) for r in results),
        "citations": sum(len(r.checked.citations) for r in results),
        "statuses": count_statuses(results),
        "findings": count_severities(results),
    }
