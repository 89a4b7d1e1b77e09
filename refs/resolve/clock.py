"""The time as pacing and retrying see it, so that a test can bring its own."""

from __future__ import annotations

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """A clock that never runs backwards, and ways to wait by it."""

    def now(self) -> float:
        """Return the seconds since some fixed moment."""
        ...

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        """Return when the held condition is notified, or after so many seconds (None: no limit)."""
        ...


class SystemClock:
    """The machine's own monotonic clock."""

    def now(self) -> float:
        return time.monotonic()

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        condition.wait(seconds)
