"""Many values worked on a step at a time: what a step needs then stays near the processor for all of them.

A task is the work on one value, written down once: a generator that names each next step before it takes it,
and returns what was made. ``result_of`` runs one task through; ``in_step`` runs many, each step of all
before the next step of any, which takes a tenth to a fifth less time for the same results.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum, auto
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")

BATCH = 64
"""Values worked on in step: with more little is gained, and the first result comes later."""
BATCH_LETTERS = 50_000
"""A batch ends before it holds so many characters: memory does not grow with the length of strings."""


class Step(IntEnum):
    """What a task does next. The order decides which of many tasks goes on, never what it makes."""

    BEGIN = auto()
    IDENTIFY = auto()
    SEARCH = auto()
    WEIGH = auto()
    MATCH = auto()
    TITLES = auto()
    CONTAINERS = auto()
    PEOPLE = auto()
    NUMBERS = auto()
    FEATURES = auto()
    LABELS = auto()
    REPAIRS = auto()
    FIELDS = auto()
    SEARCH_AGAIN = auto()
    JUDGE = auto()


Task = Generator[Step, None, Result]


def result_of(task: Task[Result]) -> Result:
    """Return what a task makes.

    >>> def doubled(n):
    ...     yield Step.SEARCH
    ...     return 2 * n
    >>> result_of(doubled(4))
    8
    """
    while True:
        try:
            next(task)
        except StopIteration as end:
            result: Result = end.value
            return result


def in_step(tasks: Iterable[Task[Result]]) -> Iterator[Result]:
    """Yield what each task makes, in order, once all are done.

    A task that raises does so in its place: the results of those before it come first.

    >>> def doubled(n):
    ...     yield Step.SEARCH
    ...     return 2 * n
    >>> list(in_step(map(doubled, [4, 1, 7])))
    [8, 2, 14]
    """
    under_way = list(tasks)
    results: dict[int, Result] = {}
    try:
        with without_collecting():
            _take_steps(under_way, results)
    except Exception:
        for place, task in enumerate(under_way):
            yield results[place] if place in results else result_of(task)
        raise
    yield from (results[place] for place in range(len(under_way)))


def _take_steps(tasks: list[Task[Result]], results: dict[int, Result]) -> None:
    """Take all steps of all tasks, and put what they make in ``results``.

    Where a task raises, it and those behind it are dropped from ``tasks``.
    """
    next_steps = dict.fromkeys(range(len(tasks)), Step.BEGIN)
    while next_steps:
        now = min(next_steps.values())
        for place in [place for place, step in next_steps.items() if step is now]:
            try:
                next_steps[place] = next(tasks[place])
            except StopIteration as end:
                results[place] = end.value
                del next_steps[place]
            except Exception:
                del tasks[place:]
                raise


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave the garbage collector out: it would look again and again at what is only on its way."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def batches_of(values: Iterable[Value], length: Callable[[Value], int]) -> Iterator[Sequence[Value]]:
    """Yield the values to be worked on in step: of a sequence many at a time, of a stream each as it comes.

    Args:
        length: how many characters a value has.

    >>> [len(batch) for batch in batches_of(["Neff"] * 100, len)]
    [64, 36]
    >>> list(batches_of(iter(["Neff", "Hinton"]), len))
    [['Neff'], ['Hinton']]
    """
    if not isinstance(values, Sequence):
        yield from ([value] for value in values)
        return
    start = letters = 0
    for place, value in enumerate(values):
        letters += length(value)
        if place > start and (place - start == BATCH or letters > BATCH_LETTERS):
            yield values[start:place]
            start, letters = place, length(value)
    if start < len(values):
        yield values[start:]
