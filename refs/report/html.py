"""The report as one HTML page that stands alone: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from refs.model import CheckResult, Outcome
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
)

if TYPE_CHECKING:
    from jinja2 import Template


def render(results: Sequence[CheckResult], rules: Sequence[RuleInfo]) -> str:
    """Return the page."""
    names = {rule.code: rule for rule in rules}
    articles = [_article(result) for result in results]
    return _template().render(articles=articles, rules=names, summary=sentence_of(results)) + "\n"


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((files("refs.report") / "report.html.jinja").read_text(encoding="utf-8"))


def _article(result: CheckResult) -> dict[str, Any]:
    return {
        "name": result.checked.article.name,
        "references": [_reference(result, i) for i, s in enumerate(result.statuses) if s is not None],
        "elsewhere": [{"finding": f, "line": line_of(result, f)} for f in findings_elsewhere(result)],
        "notes": result.notes,
        "summary": sentence_of([result]),
    }


def _reference(result: CheckResult, index: int) -> dict[str, Any]:
    reference, match, status = (
        result.checked.references[index],
        result.checked.matches[index],
        result.statuses[index],
    )
    found = match is not None and match.outcome is Outcome.FOUND
    standing, is_grave = standing_of(result, index)
    return {
        "number": number_of(reference, index),
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
