"""A finding: what a rule reports."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from refs.model.reference import Span


class Severity(StrEnum):
    """How grave a finding is, from information to error."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement of a stretch of the article's text (``span``), with a sentence that describes it."""

    description: str
    replacement: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports, in words a copy-editor uses, with the place it is about."""

    code: str
    message: str
    severity: Severity = Severity.WARNING
    span: Span | None = None
    reference: int | None = None
    """Index of the reference it is about, None where it is about the text or the whole list."""
    field: str = ""
    """CSL's name of the field it is about, for metadata findings."""
    evidence: dict[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    fix: Fix | None = None
    reliability: float | None = None
    """At least this share of its rule's findings was right when measured (95 % sure); None: not measured."""

    def to_json(self) -> dict[str, Any]:
        """Return the form that ``refs check --format json`` prints."""
        fix = self.fix and {
            "description": self.fix.description,
            "replacement": self.fix.replacement,
            "span": list(self.fix.span) if self.fix.span else None,
        }
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "span": list(self.span) if self.span else None,
            "reference": self.reference,
            "field": self.field or None,
            "evidence": self.evidence or None,
            "fix": fix,
            "reliability": None if self.reliability is None else round(self.reliability, 3),
        }
