"""Every rule has a page: what must be flagged is, what must not be is not, and that half is the longer."""

from __future__ import annotations

from pathlib import Path

import pytest

from refs.check import all_rules, run_rules
from tests.check.pages import HERE, Case, read_page

PAGES = sorted(HERE.glob("*.md"))
CASES = [case for page in PAGES for case in read_page(page)]
RULES = {rule.code: rule for rule in all_rules()}


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.code}-{'flag' if c.flagged else 'pass'}-{c.title}")
def test_case(case: Case) -> None:
    found = run_rules([RULES[case.code]], case.checked)
    messages = [f.message for f in found]
    if not case.flagged:
        assert messages == []
        return
    assert messages
    for words in case.says:
        assert any(words in message for message in messages), messages


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda r: r.code)
def test_every_rule_has_its_page(rule) -> None:
    assert HERE / f"{rule.code}-{rule.name}.md" in PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_the_second_half_is_the_longer(page: Path) -> None:
    cases = list(read_page(page))
    flagged = sum(len(c.title) + len(c.body) for c in cases if c.flagged)
    silent = sum(len(c.title) + len(c.body) for c in cases if not c.flagged)
    assert 0 < flagged < silent
