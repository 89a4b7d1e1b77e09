"""Matches and an article become findings: what is wrong, where, and how to mend it.

``status_of`` says what became of one reference; ``run_rules`` asks every rule. A rule is a small function in
``refs.check.rules``, registered under a code by ``@rule``; its docstring is its documentation.
"""

from refs.check.fixes import apply_fixes
from refs.check.registry import Rule, all_rules, by_where, judge_matches, run_rules, select_rules
from refs.check.statuses import disagreeing_fields, is_retracted, status_of

__all__ = [
    "Rule",
    "all_rules",
    "apply_fixes",
    "by_where",
    "disagreeing_fields",
    "is_retracted",
    "judge_matches",
    "run_rules",
    "select_rules",
    "status_of",
]
