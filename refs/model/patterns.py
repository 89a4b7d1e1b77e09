"""Regular expressions that are compiled when they are first used, so that a command starts sooner."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class _Pattern:
    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        for method in _METHODS:  # from now on found at once, without coming here
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` returns, compiled at its first use.

    >>> year = pattern(r"\\d{4}")
    >>> year.findall("1999 and 2003"), year.pattern
    (['1999', '2003'], '\\\\d{4}')
    """
    return cast("re.Pattern[str]", _Pattern(text, int(flags)))
