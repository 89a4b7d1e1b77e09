"""Tasks in step make what they make alone, in order, and fail in their place."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refs.steps import BATCH, BATCH_LETTERS, Step, Task, batches_of, in_step, result_of

STEPS = st.lists(st.sampled_from(Step), max_size=6)


def telling(name: int, steps: list[Step], told: list[tuple[Step, int]], *, fails: bool = False) -> Task[int]:
    """Return a name, having told each step taken."""
    for step in steps:
        yield step
        told.append((step, name))
    if fails:
        raise ValueError(name)
    return name


@given(st.lists(STEPS, max_size=8))
def test_results_come_in_order_whatever_steps_are_taken(tasks: list[list[Step]]) -> None:
    told: list[tuple[Step, int]] = []
    assert list(in_step(telling(n, steps, told) for n, steps in enumerate(tasks))) == [*range(len(tasks))]
    for name, steps in enumerate(tasks):
        assert [step for step, of in told if of == name] == steps


def test_each_step_of_all_is_taken_before_the_next_of_any() -> None:
    told: list[tuple[Step, int]] = []
    found, missed = [Step.SEARCH, Step.JUDGE], [Step.SEARCH, Step.SEARCH_AGAIN, Step.JUDGE]
    tasks = [telling(name, steps, told) for name, steps in enumerate([found, missed, found])]
    assert list(in_step(tasks)) == [0, 1, 2]
    assert told == [
        *((Step.SEARCH, name) for name in (0, 1, 2)),
        (Step.SEARCH_AGAIN, 1),
        *((Step.JUDGE, name) for name in (0, 1, 2)),
    ]


@given(st.lists(st.tuples(STEPS, st.booleans()), max_size=8))
def test_the_first_that_fails_does_so_behind_the_results_before_it(
    tasks: list[tuple[list[Step], bool]],
) -> None:
    failing = next((n for n, (_, fails) in enumerate(tasks) if fails), None)
    results = in_step(telling(n, steps, [], fails=fails) for n, (steps, fails) in enumerate(tasks))
    taken = []
    if failing is None:
        taken += results
    else:
        with pytest.raises(ValueError, match=f"^{failing}$"):
            taken.extend(results)
    assert taken == [*range(len(tasks) if failing is None else failing)]


def test_a_task_runs_alone() -> None:
    told: list[tuple[Step, int]] = []
    assert result_of(telling(7, [Step.WEIGH, Step.SEARCH], told)) == 7
    assert told == [(Step.WEIGH, 7), (Step.SEARCH, 7)]


LENGTHS: list[tuple[str, list[int], list[int]]] = [
    ("nothing", [], []),
    ("few", [10] * 3, [3]),
    ("as many as go in", [10] * BATCH, [BATCH]),
    ("one more", [10] * (BATCH + 1), [BATCH, 1]),
    ("long ones", [BATCH_LETTERS // 2] * 5, [2, 2, 1]),
    ("each too long", [BATCH_LETTERS + 1] * 3, [1, 1, 1]),
    ("a long one among short ones", [10, BATCH_LETTERS, 10, 10], [1, 1, 2]),
]


@pytest.mark.parametrize(("name", "lengths", "sizes"), LENGTHS, ids=[case[0] for case in LENGTHS])
def test_a_sequence_is_parted_by_number_and_length(name: str, lengths: list[int], sizes: list[int]) -> None:
    batches = list(batches_of(lengths, int))
    assert [len(batch) for batch in batches] == sizes
    assert [value for batch in batches for value in batch] == lengths


def test_a_stream_is_not_read_ahead() -> None:
    read: list[int] = []

    def stream() -> Iterator[int]:
        for value in range(3):
            read.append(value)
            yield value

    batches = batches_of(stream(), int)
    assert (next(batches), read) == ([0], [0])


@pytest.mark.parametrize("was_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(was_on: bool) -> None:
    def seen() -> Task[bool]:
        yield Step.BEGIN
        return gc.isenabled()

    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        assert list(in_step([seen()])) == [False]
        assert gc.isenabled() is was_on
        with pytest.raises(ValueError, match="0"):
            list(in_step([telling(0, [], [], fails=True)]))
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
