"""Regular expressions that are compiled when first used, so that most are not compiled at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def pattern(source: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return a function that returns the compiled expression.

    >>> year = pattern(r"\\d{4}")
    >>> year().findall("1953 and 2003")
    ['1953', '2003']
    """

    @cache
    def compiled() -> re.Pattern[str]:
        return re.compile(source, flags)

    return compiled
