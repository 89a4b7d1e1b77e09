"""Chinese, Japanese and Korean signs: whether a text holds any."""

from __future__ import annotations

from refs.model.patterns import pattern

_SIGN = pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HIGH = pattern(r"[^\x00-\u303f]")
"""What may be one: compiled in a third of the time, and hardly ever there in other scripts."""


def has_eastern(text: str) -> bool:
    """True where a text holds a Chinese, Japanese or Korean sign.

    >>> has_eastern("역사비평사, 서울"), has_eastern("Łódź – “Łódź”")
    (True, False)
    """
    return not text.isascii() and _HIGH.search(text) is not None and _SIGN.search(text) is not None
