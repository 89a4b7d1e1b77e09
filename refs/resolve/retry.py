"""Asking again when a server is busy, and giving up when it is not there.

Each kind of trouble has a line in ``TROUBLES``: how often a call is repeated, how many strikes it counts
against the server, and the error that is raised in the end. Twelve strikes without an answer in between
open the breaker: for a minute every call fails at once, so that a run without a network ends in seconds.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

from refs.errors import SourceError, SourceMalformed, SourceRefused, SourceUnavailable
from refs.resolve.clock import Clock, SystemClock
from refs.resolve.pace import Pace

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a kind of trouble leads to."""

    repeats: int
    strikes: int
    error: type[SourceError]


TROUBLES = {
    "unreachable": Trouble(1, 4, SourceUnavailable),  # no connection: refused, no such host
    "timeout": Trouble(4, 2, SourceUnavailable),
    "cut": Trouble(4, 3, SourceUnavailable),  # the connection broke off in the middle
    "busy": Trouble(7, 0, SourceUnavailable),  # 429
    "server": Trouble(6, 1, SourceUnavailable),  # 5xx, 408
    "malformed": Trouble(5, 2, SourceMalformed),
    "refused": Trouble(0, 0, SourceRefused),  # 400, 401, 403
}
STRIKES_TO_OPEN = 12
SECONDS_OPEN = 60.0
LONGEST_PAUSE = 60.0
"""A server that asks to be left alone for longer than this is taken to be unavailable."""


class Told(Exception):
    """Base of answers that are no records, yet answers: the server works."""


class Failed(Exception):
    """One call failed: the kind of trouble, what happened in a few words, how long to leave off."""

    def __init__(self, kind: str, detail: str, *, retry_after: float = 0.0) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.retry_after = retry_after


class Backoff:
    """Growing pauses with jitter: half of 0.5 s, 1 s, 2 s … at least, all of it at most; capped."""

    def __init__(self, first: float = 0.5, longest: float = 20.0, seed: int | None = None) -> None:
        self._first = first
        self._longest = longest
        self._random = random.Random(seed)

    def pause(self, attempt: int) -> float:
        """Return the seconds to wait after an attempt, counted from 0."""
        whole: float = min(self._longest, self._first * 2.0 ** min(attempt, 30))
        return whole * (0.5 + self._random.random() / 2)


class Breaker:
    """Strikes against a server that does not answer; an answer wipes them out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._strikes = 0
        self._open_until = 0.0
        self._detail = ""

    def answered(self) -> None:
        """Note an answer."""
        if self._strikes:
            with self._lock:
                self._strikes, self._open_until = 0, 0.0

    def failed(self, trouble: Trouble, detail: str) -> None:
        """Note a failure; enough of them in a row open the breaker."""
        with self._lock:
            self._strikes += trouble.strikes
            if trouble.strikes and self._strikes >= STRIKES_TO_OPEN:
                self._open_until = self._clock.now() + SECONDS_OPEN
                self._detail = detail

    def open_for(self, seconds: float, detail: str) -> None:
        """Open the breaker at once, for so many seconds."""
        with self._lock:
            self._open_until, self._detail = self._clock.now() + seconds, detail

    @property
    def reason(self) -> str:
        """Why no call may be made now; "" where it may."""
        with self._lock:
            return self._detail if self._clock.now() < self._open_until else ""


class Caller:
    """Makes calls to one server: at its pace, repeated where that helps, given up where it does not."""

    def __init__(
        self, server: str, pace: Pace, *, backoff: Backoff | None = None, clock: Clock | None = None
    ) -> None:
        self.server = server
        self.pace = pace
        self._clock = clock or SystemClock()
        self._backoff = backoff or Backoff()
        self._breaker = Breaker(self._clock)

    def call(self, pool: str, ask: Callable[[], Answer]) -> Answer:
        """Return what ``ask`` returns; it raises ``Failed`` where the server gave no usable answer.

        Raises:
            SourceUnavailable, SourceRefused, SourceMalformed: after the last attempt.
        """
        attempt = 0
        while True:
            self._stop_if_open()
            try:
                with self.pace.slot(pool):
                    self._stop_if_open()  # it may have opened while this call stood in the queue
                    answer = ask()
            except Told:
                self._breaker.answered()
                raise
            except Failed as failed:
                self._note(failed, attempt)
                pause = max(failed.retry_after, self._backoff.pause(attempt))
                if failed.retry_after or (failed.kind == "busy" and attempt):
                    self.pace.hold(pause)
                self.pace.sleep(pause)
                attempt += 1
            else:
                self._breaker.answered()
                return answer

    def finish(self) -> None:
        """Ask nothing more, and let no call wait any longer: the run was interrupted."""
        self._breaker.open_for(float("inf"), "was not asked any more")
        self.pace.finish()

    def _stop_if_open(self) -> None:
        if reason := self._breaker.reason:
            raise SourceUnavailable(self._sentence(reason))

    def _note(self, failed: Failed, attempt: int) -> None:
        """Count a failure, and raise if the call is not to be repeated."""
        trouble = TROUBLES[failed.kind]
        if trouble.strikes:
            self._breaker.failed(trouble, failed.detail)
        elif failed.kind in ("busy", "refused"):
            self._breaker.answered()
        if failed.retry_after > LONGEST_PAUSE:
            self._breaker.open_for(failed.retry_after, failed.detail)
            raise SourceUnavailable(self._sentence(failed.detail)) from failed
        if attempt >= trouble.repeats:
            raise trouble.error(self._sentence(failed.detail)) from failed

    def _sentence(self, detail: str) -> str:
        return f"{self.server} {detail}; what it was asked stays unchecked, so run again later"


def seconds_from_retry_after(header: str, *, now: datetime | None = None) -> float:
    """Return the seconds that a ``Retry-After`` header asks to wait, 0 if it says nothing usable.

    Source: RFC 9110, 10.2.3: a number of seconds or a date.

    >>> seconds_from_retry_after("3"), seconds_from_retry_after("soon")
    (3.0, 0.0)
    >>> moment = datetime(2026, 1, 5, 8, 0, 0, tzinfo=UTC)
    >>> seconds_from_retry_after("Mon, 05 Jan 2026 08:00:09 GMT", now=moment)
    9.0
    """
    text = header.strip()
    if text.isdecimal() and len(text) < 9:
        return float(text)
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - (now or datetime.now(UTC))).total_seconds())
