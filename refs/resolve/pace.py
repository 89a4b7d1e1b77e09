"""Keeping to the limits a server states: so many requests in so many seconds, so many at once.

A request is counted from the moment it is sent until ``seconds`` after its answer is in. That is a little
slower than counting from the start alone, and it holds however long a request was under way, so the
server can never see more requests in any window than it allows.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from refs.resolve.clock import Clock, SystemClock

_SECONDS = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)\s*s?", re.I)  # "1s"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``requests`` in any ``seconds``, and at most ``at_once`` under way."""

    requests: int
    seconds: float = 1.0
    at_once: int = 1


def limit_from_headers(headers: Mapping[str, str], default: Limit) -> Limit:
    """Return the limit that Crossref's response headers state; what they leave out stays as it was.

    Proxies have doubled the headers ("50, 50"); the smallest number counts.
    Source: Crossref REST API, "Rate limits".

    >>> limit_from_headers({"x-rate-limit-limit": "50, 50", "x-rate-limit-interval": "1s"}, Limit(5))
    Limit(requests=50, seconds=1.0, at_once=1)
    >>> limit_from_headers({"x-rate-limit-limit": "soon", "x-concurrency-limit": "3"}, Limit(5))
    Limit(requests=5, seconds=1.0, at_once=3)
    """
    return Limit(
        requests=_smallest_count(headers.get("x-rate-limit-limit", "")) or default.requests,
        seconds=_longest_interval(headers.get("x-rate-limit-interval", "")) or default.seconds,
        at_once=_smallest_count(headers.get("x-concurrency-limit", "")) or default.at_once,
    )


@dataclass(slots=True)
class _Pool:
    limit: Limit
    under_way: int = 0
    finished: deque[float] = field(default_factory=deque)
    """When the requests of the last ``limit.seconds`` were answered, oldest first."""


class Pace:
    """The limits of one server, shared by all threads that ask it.

    Each pool has its own count of requests; what is under way is counted over all pools together.
    """

    def __init__(self, limits: Mapping[str, Limit], clock: Clock | None = None) -> None:
        self._pools = {name: _Pool(limit) for name, limit in limits.items()}
        self._clock = clock or SystemClock()
        self._changed = threading.Condition()
        self._held_until = 0.0
        self._is_over = False

    @contextmanager
    def slot(self, pool: str) -> Iterator[None]:
        """Hold the right to one request of a pool, waiting for it as long as need be."""
        self._enter(self._pools[pool])
        try:
            yield
        finally:
            self._leave(self._pools[pool])

    def hold(self, seconds: float) -> None:
        """Let no further request start for so many seconds (a server's ``Retry-After``)."""
        with self._changed:
            self._held_until = max(self._held_until, self._clock.now() + seconds)

    def sleep(self, seconds: float) -> None:
        """Return after so many seconds, or when the run is over."""
        with self._changed:
            end = self._clock.now() + seconds
            while not self._is_over and (left := end - self._clock.now()) > 0:
                self._clock.wait(self._changed, left)

    def finish(self) -> None:
        """Let everybody who waits go on at once: the run is over, and nothing more is asked."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def limit(self, pool: str) -> Limit:
        """Return the limit that holds for a pool now."""
        return self._pools[pool].limit

    def set_limit(self, pool: str, limit: Limit) -> None:
        """Obey another limit from now on."""
        with self._changed:
            self._pools[pool].limit = limit
            self._changed.notify_all()

    def _enter(self, pool: _Pool) -> None:
        with self._changed:
            while (seconds := self._seconds_to_wait(pool)) != 0:
                self._clock.wait(self._changed, seconds)
            pool.under_way += 1

    def _leave(self, pool: _Pool) -> None:
        with self._changed:
            pool.under_way -= 1
            pool.finished.append(self._clock.now())
            self._changed.notify_all()

    def _seconds_to_wait(self, pool: _Pool) -> float | None:
        """Return 0 where a request may start, the seconds until one may, or None: when another ends."""
        now = self._clock.now()
        if self._is_over:
            return 0
        if now < self._held_until:
            return self._held_until - now
        limit = pool.limit
        while pool.finished and pool.finished[0] + limit.seconds <= now:
            pool.finished.popleft()
        if sum(other.under_way for other in self._pools.values()) >= limit.at_once:
            return None
        if pool.under_way + len(pool.finished) < limit.requests:
            return 0
        return max(pool.finished[0] + limit.seconds - now, 0.001) if pool.finished else None


def _smallest_count(header: str) -> int:
    """Return the smallest positive whole number of a header's values, 0 if there is none."""
    values = [part.strip() for part in header.split(",")]
    return min((int(v) for v in values if v.isdecimal() and len(v) < 9 and int(v) > 0), default=0)


def _longest_interval(header: str) -> float:
    """Return the longest interval of a header's values in seconds, 0 if there is none."""
    found = (_SECONDS.fullmatch(part.strip()) for part in header[:80].split(","))
    return max((float(m.group(1)) for m in found if m), default=0.0)
