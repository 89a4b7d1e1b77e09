"""Work in several processes with answers in order and little in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from refs.steps import BATCH

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_processes(
    work: Callable[[list[Given]], list[Made]], given: Iterable[Given], jobs: int
) -> Iterator[Made]:
    """Yield what ``work`` makes of the values, in order; at most ``4 × jobs`` batches are under way."""
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    values = iter(given)
    under_way: deque[Future[list[Made]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        while True:
            while len(under_way) < 4 * jobs and (batch := list(islice(values, BATCH))):
                under_way.append(pool.submit(work, batch))
            if not under_way:
                return
            yield from under_way.popleft().result()
