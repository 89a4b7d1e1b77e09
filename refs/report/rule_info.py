"""What reports need to know of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from refs.model import Severity


class RuleInfo(Protocol):
    """A rule as a report describes it."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def sections(self) -> Mapping[str, str]: ...
    @property
    def severity(self) -> Severity: ...
