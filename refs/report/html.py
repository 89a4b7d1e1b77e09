"""The report as one HTML page that stands alone: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from refs.model import CheckResult, Outcome, Severity
from refs.report.rule_info import RuleInfo
from refs.report.summary import (
    FIELD_WORDS,
    doi_link,
    findings_about,
    findings_elsewhere,
    line_of,
    number_of,
    sentence_of,
    standing_of,
    weight_of,
)

if TYPE_CHECKING:
    from jinja2 import Template


def render(results: Sequence[CheckResult], rules: Sequence[RuleInfo]) -> str:
    """Return the page."""
    names = {rule.code: rule for rule in rules}
    articles = [_article(result, f"a{place}") for place, result in enumerate(results, 1)]
    return _template().render(articles=articles, rules=names, summary=sentence_of(results)) + "\n"


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((files("refs.report") / "report.html.jinja").read_text(encoding="utf-8"))


def _article(result: CheckResult, anchor: str) -> dict[str, Any]:
    return {
        "name": result.checked.article.name,
        "anchor": anchor,
        "first": _first(result, anchor),
        "references": [_reference(result, i, anchor) for i, s in enumerate(result.statuses) if s is not None],
        "elsewhere": [
            {"finding": f, "line": line_of(result, f), "sentence": f.evidence.get("sentence", "")}
            for f in findings_elsewhere(result)
        ],
        "notes": result.notes,
        "summary": sentence_of([result]),
    }


def _first(result: CheckResult, anchor: str) -> list[dict[str, Any]]:
    """Return errors and warnings, gravest and surest first, each with where it is told."""
    grave = [f for f in result.findings if f.severity is not Severity.INFO]
    entries = []
    for found in sorted(grave, key=weight_of):
        index = found.reference
        listed = index is not None and result.statuses[index] is not None
        number = number_of(result.checked.references[index], index) if index is not None and listed else ""
        link = f"{anchor}-{index}" if listed else f"{anchor}-text"
        entries.append({"finding": found, "number": number, "link": link})
    return entries


def _reference(result: CheckResult, index: int, anchor: str) -> dict[str, Any]:
    reference, match, status = (
        result.checked.references[index],
        result.checked.matches[index],
        result.statuses[index],
    )
    found = match is not None and match.outcome is Outcome.FOUND
    standing, is_grave = standing_of(result, index)
    return {
        "number": number_of(reference, index),
        "anchor": f"{anchor}-{index}",
        "raw": reference.raw,
        "status": status.value if status else "",
        "word": standing,
        "grave": is_grave,
        "link": doi_link(match) if found else "",
        "fields": [
            {"name": FIELD_WORDS.get(e.field, e.field), "cited": e.cited, "record": e.record}
            for e in (match.evidence if match is not None and found else ())
            if e.agrees is False
        ],
        "findings": findings_about(result, index),
    }
