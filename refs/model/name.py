"""A person's or an organisation's name, as CSL-JSON has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_KEYS = {
    "family": "family",
    "given": "given",
    "dropping-particle": "dropping_particle",
    "non-dropping-particle": "non_dropping_particle",
    "suffix": "suffix",
    "literal": "literal",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A CSL name variable; empty parts are empty strings, unknown keys ride along in ``extra``.

    Source: CSL-JSON 1.0.2 schema, definition ``name-variable``.
    """

    family: str = ""
    given: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    suffix: str = ""
    literal: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @classmethod
    def from_csl(cls, data: Mapping[str, Any]) -> Name:
        """Return the name held by a CSL-JSON name object.

        >>> Name.from_csl({"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}).surname
        'van der Berg'
        """
        known = {attr: str(data[key]) for key, attr in _KEYS.items() if data.get(key)}
        return cls(**known, extra={k: v for k, v in data.items() if k not in _KEYS})

    def to_csl(self) -> dict[str, Any]:
        """Return the CSL-JSON name object.

        >>> Name(family="Neff", given="Kristin").to_csl()
        {'family': 'Neff', 'given': 'Kristin'}
        """
        parts: dict[str, Any] = {"family": self.family} if self.family else {}
        if self.given:
            parts["given"] = self.given
        if self.dropping_particle:
            parts["dropping-particle"] = self.dropping_particle
        if self.non_dropping_particle:
            parts["non-dropping-particle"] = self.non_dropping_particle
        if self.suffix:
            parts["suffix"] = self.suffix
        if self.literal:
            parts["literal"] = self.literal
        return parts | dict(self.extra) if self.extra else parts

    @property
    def is_organisation(self) -> bool:
        """True where the name is one literal, never split into family and given."""
        return bool(self.literal) and not self.family

    @property
    def surname(self) -> str:
        """The family name with the particle that stays, or the literal."""
        return " ".join(part for part in (self.non_dropping_particle, self.family) if part) or self.literal

    @property
    def initials(self) -> str:
        """The first letters of the given names, without points: "K. D." gives "KD"."""
        parts = self.given.replace(".", " ").replace("-", " ").replace("\u2010", " ").split()
        return "".join(part[0] for part in parts)

    def __str__(self) -> str:
        particle = f" {self.dropping_particle}" if self.dropping_particle else ""
        given = f", {self.given}{particle}" if self.given or particle else ""
        return f"{self.surname}{given}{f', {self.suffix}' if self.suffix else ''}"
