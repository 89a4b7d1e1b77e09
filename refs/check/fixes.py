"""Fixes applied to a text: each replaces a stretch, from the end to the beginning, never two that overlap."""

from __future__ import annotations

from collections.abc import Iterable

from refs.model import Finding, Fix


def apply_fixes(text: str, findings: Iterable[Finding]) -> tuple[str, list[Fix]]:
    """Return the text with the findings' fixes applied, and the fixes that were, in order.

    Fixes without a place, and those that overlap an earlier one, are left out.

    >>> from refs.model import Finding, Fix
    >>> apply_fixes("in 2014.", [Finding("M231", "", fix=Fix("the year", "2015", (3, 7)))])[0]
    'in 2015.'
    """
    fixes = sorted({f.fix for f in findings if f.fix is not None and f.fix.span is not None}, key=_place)
    done: list[Fix] = []
    for fix in fixes:
        if not done or _place(fix)[0] >= _place(done[-1])[1]:
            done.append(fix)
    for fix in reversed(done):
        start, end = _place(fix)[:2]
        text = text[:start] + fix.replacement + text[end:]
    return text, done


def _place(fix: Fix) -> tuple[int, int, str]:
    start, end = fix.span or (0, 0)
    return start, end, fix.replacement
