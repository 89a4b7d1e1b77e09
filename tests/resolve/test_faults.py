"""A small run of ``benchmarks/faults.py``: no wrong answer, no limit passed, nothing stored asked again."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.faults import (
    count_outcomes,
    make_questions,
    make_works,
    open_crossref,
    request_of,
    stored_requests,
)
from tests.faulty_crossref import FAULTS, FaultyCrossref, StatedLimit, WorksInMemory

LOOKUPS = 40
LIMIT = StatedLimit(requests=8, seconds=0.25, at_once=3)


def test_every_answer_is_right_or_unchecked_and_limits_are_kept(tmp_path: Path) -> None:
    world = WorksInMemory(make_works(LOOKUPS))
    with FaultyCrossref(world, faults=FAULTS, limit=LIMIT) as server:
        source = open_crossref(server.url, tmp_path, timeout=0.5)
        outcomes = count_outcomes(make_questions(world, LOOKUPS), source, world)
    assert outcomes["wrong"] == 0
    assert outcomes["right"] >= LOOKUPS - 2
    assert sum(outcomes.values()) == LOOKUPS
    assert server.log.most_in_window("single", LIMIT.seconds) <= LIMIT.requests
    assert server.log.most_in_window("list", LIMIT.seconds) <= LIMIT.requests
    assert server.log.most_at_once <= LIMIT.at_once
    assert len(server.log.given) >= 4, "the faults did happen"


def test_a_run_that_is_killed_resumes_where_it_was(tmp_path: Path) -> None:
    world = WorksInMemory(make_works(LOOKUPS))
    script = Path(__file__).parent.parent.parent / "benchmarks" / "faults.py"
    with FaultyCrossref(world, limit=LIMIT) as server:
        command = [
            sys.executable,
            str(script),
            "--lookups",
            str(LOOKUPS),
            "--child",
            server.url,
            str(tmp_path),
        ]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        while child.poll() is None and len(server.log.answered) < LOOKUPS // 2:
            time.sleep(0.02)
        child.send_signal(signal.SIGKILL)
        child.wait()
        stored = stored_requests(tmp_path)
        before = dict(server.log.answered)
        printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    assert f"{LOOKUPS} right, 0 unchecked, 0 wrong" in printed
    assert len(before) < LOOKUPS
    again = [target for target, count in server.log.answered.items() if count > 1]
    assert not [target for target in again if request_of(target) in stored]
    # NOTE: those under way when it was killed, and those whose answers were about to be stored.
    assert len(again) <= 2 * LIMIT.at_once
