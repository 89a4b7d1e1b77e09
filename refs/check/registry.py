"""The rules: small generator functions, registered by a decorator, documented by their own docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from math import sqrt
from typing import Any, TypeVar

from refs.errors import InputError
from refs.model import CheckedArticle, Finding, Fix, Match, Severity, Span
from refs.model.folding import in_small

FAMILIES = {
    "X": ("existence", "Existence and identity"),
    "M": ("metadata", "Metadata, field by field"),
    "S": ("status", "Status of the work"),
    "T": ("text", "Text against list"),
    "L": ("list", "The list itself"),
}
"""First letter of a code: the module of ``refs.check.rules`` that holds the family, and its title."""
HEADINGS = ("Why it matters", "Example", "How to mend", "When it stays silent")
"""The parts of a rule's docstring, in this order, after the line that says what it reports."""

Check = Callable[[Any], Iterator[Finding]]
CheckT = TypeVar("CheckT", bound=Check)
Where = Callable[[Match], bool]
ByWhere = tuple[tuple[Where | None, tuple["Rule", ...]], ...]
"""What a match must be like, and the rules that are then asked."""
OWN_SEVERITY = "own severity"
"""Stands for the code of a finding whose severity is not its rule's, until the rule fills its code in."""
_REGISTRY: dict[str, Rule] = {}
_CODE = re.compile(r"[A-Z]\d{0,3}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its name, what it says of itself, and the function that checks."""

    code: str
    name: str
    summary: str
    sections: dict[str, str] = field(hash=False)
    scope: str
    """"match" where it judges one reference on its own, "article" where it needs the whole article."""
    severity: Severity
    check: Check = field(repr=False)
    where: Where | None = field(default=None, repr=False)
    """What a match must be like for the rule to have anything to say; None: the rule looks for itself."""

    @property
    def family(self) -> str:
        """The title of the family that the code's letter names."""
        return FAMILIES[self.code[0]][1]

    def complete(self, finding: Finding, checked: CheckedArticle, reference: int | None = None) -> Finding:
        """Return a finding with code, severity, place and measured reliability filled in.

        Args:
            reference: the one that was checked, for a rule that judges one on its own.
        """
        reference = finding.reference if reference is None else reference
        span = finding.span
        if span is None and reference is not None:
            span = checked.references[reference].span
        severity = finding.severity if finding.code == OWN_SEVERITY else self.severity
        fix = _placed(finding, checked.article.text, span) if finding.fix is not None else None
        measured = reliabilities().get(self.code)
        return Finding(
            code=self.code,
            message=finding.message,
            severity=severity,
            span=span,
            reference=reference,
            field=finding.field,
            evidence=finding.evidence,
            fix=fix,
            reliability=measured.at_least if measured is not None else None,
        )


def _placed(finding: Finding, text: str, span: Span | None) -> Fix | None:
    """Return a finding's fix with the place of what it replaces, where that stands there once."""
    fix, cited = finding.fix, str(finding.evidence.get("cited") or "")
    if fix is None or fix.span is not None or span is None or not cited:
        return fix
    within, sought = in_small(text[span[0] : span[1]]), in_small(cited)
    if within.count(sought) != 1:
        return fix
    start = span[0] + within.index(sought)
    return replace(fix, span=(start, start + len(cited)))


def rule(
    code: str, severity: Severity = Severity.WARNING, *, where: Where | None = None
) -> Callable[[CheckT], CheckT]:
    """Register a generator function as the rule with this code; its parameter's type is its scope.

    The function yields ``finding(...)``; code, place and, unless it says otherwise, severity are filled in.

    Args:
        where: what a match must be like for the rule to be asked: found once for all rules that share it.
    """

    def register(check: CheckT) -> CheckT:
        assert code not in _REGISTRY, f"two rules with the code {code}"
        first = next(iter(inspect.signature(check).parameters.values()))
        kind = first.annotation if isinstance(first.annotation, str) else first.annotation.__name__
        scope = {Match.__name__: "match", CheckedArticle.__name__: "article"}[kind]
        summary, sections = _read_docstring(inspect.getdoc(check) or "")
        name = check.__name__.replace("_", "-")

        _REGISTRY[code] = Rule(code, name, summary, sections, scope, severity, check, where)
        return check

    return register


def finding(message: str, *, severity: Severity | None = None, **details: Any) -> Finding:
    """Return a finding for a rule to yield; ``severity`` only where it is not the rule's own."""
    if severity is None:
        return Finding("", message, **details)
    return Finding(OWN_SEVERITY, message, severity, **details)


def _read_docstring(text: str) -> tuple[str, dict[str, str]]:
    """Return a docstring's first line and its sections by heading.

    >>> _read_docstring("It is wrong.\\n\\nWhy it matters:\\n    Much.\\n\\nExample:\\n    x")
    ('It is wrong.', {'Why it matters': 'Much.', 'Example': 'x'})
    """
    summary, _, rest = text.partition("\n")
    sections: dict[str, str] = {}
    for part in re.split(rf"^(?=(?:{'|'.join(HEADINGS)}):$)", rest, flags=re.M)[1:]:
        heading, _, body = part.partition(":\n")
        sections[heading] = inspect.cleandoc(body)
    return summary, sections


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in the order of families and codes."""
    for module, _ in FAMILIES.values():
        import_module(f"refs.check.rules.{module}")
    order = list(FAMILIES)
    return tuple(sorted(_REGISTRY.values(), key=lambda r: (order.index(r.code[0]), r.code)))


def select_rules(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Return the rules whose code or name is selected and not ignored; "M2" means every code that begins so.

    Raises:
        InputError: a code or name that no rule has.
    """
    chosen = _named(select) if select else set(all_rules())
    return tuple(r for r in all_rules() if r in chosen and r not in _named(ignore))


def _named(words: Iterable[str]) -> set[Rule]:
    found: set[Rule] = set()
    for word in words:
        hits = {
            r
            for r in all_rules()
            if r.name == word.lower() or (_is_code(word) and r.code.startswith(word.upper()))
        }
        if not hits:
            raise InputError(f"{word}: no rule has this code or name; `refs rules` lists them")
        found |= hits
    return found


def _is_code(word: str) -> bool:
    return _CODE.fullmatch(word.upper()) is not None


def run_rules(rules: Sequence[Rule], checked: CheckedArticle) -> list[Finding]:
    """Return the findings of these rules, ordered by place, then code."""
    found = [r.complete(f, checked) for r in rules if r.scope == "article" for f in r.check(checked)]
    found += judge_matches(by_where(rules), checked)
    return sorted(found, key=_by_place)


def by_where(rules: Iterable[Rule]) -> ByWhere:
    """Return the rules that judge a single match, together those that are asked of the same matches."""
    together: dict[Where | None, list[Rule]] = {}
    for r in rules:
        if r.scope == "match":
            together.setdefault(r.where, []).append(r)
    return tuple((where, tuple(some)) for where, some in together.items())


def judge_matches(rules: ByWhere, checked: CheckedArticle) -> list[Finding]:
    """Return what rules that judge a single match find in each, ordered by place, then code."""
    found: list[Finding] = []
    for index, match in enumerate(checked.matches):
        if match is None:
            continue
        for where, some in rules:
            if where is None or where(match):
                found += [r.complete(f, checked, index) for r in some for f in r.check(match)]
    return sorted(found, key=_by_place) if len(found) > 1 else found


def _by_place(found: Finding) -> tuple[int, int, int, str, str]:
    end = 1 << 60
    if found.reference is not None:
        return (1, found.reference, 0, found.code, found.message)
    return (0, *(found.span or (end, end)), found.code, found.message)


_Z = 1.96
"""Standard deviations on each side of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often a rule's findings were right when it was measured."""

    flagged: int
    right: int

    @property
    def at_least(self) -> float:
        """The lower end of the share's 95 % interval (Wilson 1927), so that few findings say little.

        >>> [round(Reliability(n, right).at_least, 2) for n, right in ((0, 0), (16, 16), (111, 110))]
        [0.0, 0.81, 0.95]
        """
        if not self.flagged:
            return 0.0
        share, weight = self.right / self.flagged, _Z * _Z / self.flagged
        spread = _Z * sqrt(share * (1 - share) / self.flagged + weight / (4 * self.flagged))
        return (share + weight / 2 - spread) / (1 + weight)

    def __str__(self) -> str:
        return f"{self.right} of {self.flagged} findings were right" if self.flagged else "not yet measured"


@lru_cache(maxsize=1)
def reliabilities() -> dict[str, Reliability]:
    """Return what ``benchmarks/checking.py`` measured, by code."""
    text = (files("refs.check") / "reliability.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {code: Reliability(int(flagged), int(right)) for code, flagged, right in rows}
