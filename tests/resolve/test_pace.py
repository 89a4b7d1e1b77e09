"""Limits are kept: a clock that only runs when somebody waits shows every pause."""

from __future__ import annotations

import threading

import pytest

from refs.resolve.pace import Limit, Pace, limit_from_headers


class FakeClock:
    """Time passes only by waiting."""

    def __init__(self) -> None:
        self.time = 100.0
        self.pauses: list[float] = []

    def now(self) -> float:
        return self.time

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        assert seconds is not None, "a single thread would wait for ever"
        self.pauses.append(seconds)
        self.time += seconds


def starts(pace: Pace, clock: FakeClock, pool: str, count: int, took: float = 0.0) -> list[float]:
    times = []
    for _ in range(count):
        with pace.slot(pool):
            times.append(clock.now() - 100.0)
            clock.time += took
    return times


def test_no_more_than_the_limit_in_any_window() -> None:
    clock = FakeClock()
    pace = Pace({"single": Limit(3, 1.0, 1)}, clock)
    assert starts(pace, clock, "single", 7) == [0, 0, 0, 1, 1, 1, 2]


def test_the_window_begins_when_the_answer_is_in() -> None:
    clock = FakeClock()
    pace = Pace({"list": Limit(1, 1.0, 1)}, clock)
    assert starts(pace, clock, "list", 3, took=0.25) == [0, 1.25, 2.5]


def test_pools_count_for_themselves() -> None:
    clock = FakeClock()
    pace = Pace({"single": Limit(1, 1.0, 3), "list": Limit(1, 1.0, 3)}, clock)
    assert starts(pace, clock, "single", 1) + starts(pace, clock, "list", 1) == [0, 0]


def test_hold_stops_every_pool() -> None:
    clock = FakeClock()
    pace = Pace({"single": Limit(9), "list": Limit(9)}, clock)
    pace.hold(7.0)
    assert starts(pace, clock, "list", 1) == [7.0]


def test_a_new_limit_holds_at_once() -> None:
    clock = FakeClock()
    pace = Pace({"single": Limit(100)}, clock)
    pace.set_limit("single", Limit(1, 2.0))
    assert starts(pace, clock, "single", 2) == [0, 2.0]


def test_at_most_so_many_under_way_over_all_pools() -> None:
    pace = Pace({"single": Limit(1000, 0.001, 2), "list": Limit(1000, 0.001, 2)})
    under_way: list[int] = []
    count, lock = 0, threading.Lock()

    def ask(pool: str) -> None:
        nonlocal count
        for _ in range(50):
            with pace.slot(pool):
                with lock:
                    count += 1
                    under_way.append(count)
                with lock:
                    count -= 1

    threads = [threading.Thread(target=ask, args=(pool,)) for pool in ("single", "list") * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(under_way) == 300
    assert max(under_way) <= 2


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, Limit(5, 1.0, 1)),
        (
            {"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s", "x-concurrency-limit": "3"},
            Limit(10, 1, 3),
        ),
        ({"x-rate-limit-limit": "50, 20", "x-rate-limit-interval": "1s, 5s"}, Limit(20, 5.0, 1)),
        ({"x-rate-limit-limit": "0", "x-rate-limit-interval": "-1s"}, Limit(5, 1.0, 1)),
        ({"x-rate-limit-limit": "9" * 5000, "x-rate-limit-interval": "1" * 5000}, Limit(5, 1.0, 1)),
        ({"x-rate-limit-limit": "²"}, Limit(5, 1.0, 1)),
    ],
    ids=["silent", "stated", "doubled", "nonsense", "endless", "superscript"],
)
def test_limits_from_headers(headers: dict[str, str], expected: Limit) -> None:
    assert limit_from_headers(headers, Limit(5, 1.0, 1)) == expected


def test_when_the_run_is_over_nobody_waits() -> None:
    clock = FakeClock()
    pace = Pace({"single": Limit(1, 60.0, 1)}, clock)
    pace.hold(3600)
    pace.finish()
    pace.sleep(3600)
    assert starts(pace, clock, "single", 3) == [0, 0, 0]


def test_sleeping_takes_its_time() -> None:
    clock = FakeClock()
    Pace({}, clock).sleep(5)
    assert clock.time == 105.0
