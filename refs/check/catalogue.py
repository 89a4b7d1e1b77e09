"""The catalogue of rules, written from their own docstrings.

``python -m refs.check.catalogue docs/rules.md`` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from refs.check.registry import FAMILIES, HEADINGS, Rule, all_rules, reliabilities

STATEMENTS = frozenset({"X104", "X108", "X109"})
"""Rules that tell of a gap in the check itself."""

_HEAD = """# Rules

Written by `python -m refs.check.catalogue docs/rules.md` from the rules' own docstrings; `refs explain CODE`
prints the same. A rule is chosen by its code, the beginning of its code, or its name, as in
`refs check paper.md --select X,S --ignore uncited-reference`.

Severities: **error** and **warning** make `refs check` exit with 1 (`--fail-on` sets the bound), **info** is
a remark. "Measured" says how many of a rule's findings were right on references whose truth is known.
"""


def write_catalogue() -> str:
    """Return the catalogue as Markdown: a table of all rules, then each rule with its sections."""
    parts = [_HEAD, _table()]
    for letter, (_, title) in FAMILIES.items():
        parts.append(f"## {letter}: {title}\n")
        parts += [_entry(rule) for rule in all_rules() if rule.code[0] == letter]
    return "\n".join(parts)


def explain_rule(rule: Rule) -> str:
    """Return what a rule says of itself, as plain text."""
    parts = [f"{rule.code} {rule.name} ({rule.severity.value})", rule.summary]
    parts += [f"{heading}\n{_indent(rule.sections[heading])}" for heading in HEADINGS]
    parts.append(f"Measured\n{_indent(measured(rule))}")
    return "\n\n".join(parts)


def measured(rule: Rule) -> str:
    """Return how reliable a rule was when it was measured, as a phrase."""
    if rule.code in STATEMENTS:
        return "it says what was not compared and accuses of nothing, so that nothing can be right or wrong"
    found = reliabilities().get(rule.code)
    return str(found) if found is not None else "not yet measured on references whose truth is known"


def _table() -> str:
    rows = [
        f"| {r.code} | [{r.name}](#{r.code.lower()}-{r.name}) | {r.severity.value} | {r.summary} |"
        for r in all_rules()
    ]
    return "\n".join(["| code | name | severity | what it says |", "| --- | --- | --- | --- |", *rows, ""])


def _entry(rule: Rule) -> str:
    parts = [f"### {rule.code} {rule.name}\n", f"{rule.summary} *({rule.severity.value})*\n"]
    parts += [f"**{heading}.** {_one_line(rule.sections[heading])}\n" for heading in HEADINGS]
    parts.append(f"**Measured.** {measured(rule)}.\n")
    return "\n".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _indent(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.splitlines())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(write_catalogue(), encoding="utf-8", newline="\n")
    else:
        sys.stdout.write(write_catalogue())
