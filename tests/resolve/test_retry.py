"""Calls are repeated where that helps, and given up where it does not."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from refs.errors import SourceError, SourceMalformed, SourceRefused, SourceUnavailable
from refs.resolve.pace import Limit, Pace
from refs.resolve.retry import Backoff, Caller, Failed, Told


class Clock:
    def __init__(self) -> None:
        self.time = 0.0
        self.pauses: list[float] = []

    def now(self) -> float:
        return self.time

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        assert seconds is not None
        self.pauses.append(round(seconds, 3))
        self.time += seconds


def caller(clock: Clock) -> Caller:
    return Caller("Crossref", Pace({"single": Limit(1000)}, clock), backoff=Backoff(seed=1), clock=clock)


def answers(*outcomes: str | Failed) -> Callable[[], str]:
    left = list(outcomes)

    def ask() -> str:
        outcome = left.pop(0)
        if isinstance(outcome, Failed):
            raise outcome
        return outcome

    return ask


@pytest.mark.parametrize("kind", ["busy", "server", "timeout", "cut", "malformed", "unreachable"])
def test_a_passing_trouble_is_asked_again(kind: str) -> None:
    clock = Clock()
    assert caller(clock).call("single", answers(Failed(kind, "…"), "here")) == "here"
    assert len(clock.pauses) == 1
    assert 0.25 <= clock.pauses[0] <= 0.5


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("busy", SourceUnavailable),
        ("server", SourceUnavailable),
        ("timeout", SourceUnavailable),
        ("unreachable", SourceUnavailable),
        ("malformed", SourceMalformed),
        ("refused", SourceRefused),
    ],
)
def test_a_lasting_trouble_raises(kind: str, error: type[SourceError]) -> None:
    with pytest.raises(error, match=r"Crossref .* unchecked"):
        caller(Clock()).call("single", answers(*[Failed(kind, "is in trouble")] * 20))


def test_pauses_grow() -> None:
    clock = Clock()
    caller(clock).call("single", answers(*[Failed("busy", "…")] * 5, "here"))
    assert all(later > earlier for earlier, later in zip(clock.pauses, clock.pauses[1:], strict=False))


def test_retry_after_is_obeyed_by_all() -> None:
    clock = Clock()
    line = caller(clock)
    line.call("single", answers(Failed("busy", "…", retry_after=9.0), "here"))
    assert clock.time >= 9.0


def test_a_server_that_wants_an_hour_is_left_alone() -> None:
    clock = Clock()
    line = caller(clock)
    with pytest.raises(SourceUnavailable):
        line.call("single", answers(Failed("busy", "asks for patience", retry_after=3600.0)))
    with pytest.raises(SourceUnavailable, match="asks for patience"):
        line.call("single", answers("never asked"))
    assert clock.time < 1


def test_without_a_network_a_run_ends_soon() -> None:
    clock = Clock()
    line = caller(clock)
    asked = 0

    def ask() -> str:
        nonlocal asked
        asked += 1
        raise Failed("unreachable", "could not be reached (connection refused)")

    for _ in range(1000):
        with pytest.raises(SourceUnavailable, match="could not be reached"):
            line.call("single", ask)
    assert asked == 3
    assert clock.time < 5


def test_after_a_minute_the_server_gets_another_chance() -> None:
    clock = Clock()
    line = caller(clock)
    for _ in range(3):
        with pytest.raises(SourceUnavailable):
            line.call("single", answers(*[Failed("unreachable", "…")] * 9))
    clock.time += 61
    assert line.call("single", answers("back")) == "back"
    assert line.call("single", answers(Failed("unreachable", "…"), "still there")) == "still there"


def test_not_found_is_an_answer() -> None:
    clock = Clock()
    line = caller(clock)

    def not_there() -> str:
        raise Told("not there")

    for _ in range(10):
        line.call("single", answers(Failed("unreachable", "…"), "here"))
        with pytest.raises(Told):
            line.call("single", not_there)
    assert line.call("single", answers("here")) == "here"


def test_after_ctrl_c_nothing_is_asked() -> None:
    line = caller(Clock())
    line.finish()
    with pytest.raises(SourceUnavailable, match="not asked any more"):
        line.call("single", answers("never asked"))
