"""Many questions under way together."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from queue import Empty, SimpleQueue

from refs.errors import SourceError

THREADS = 8
"""Threads that ask at once; how many of them may really ask, the source's own pace decides."""


def outcomes_of(tasks: Sequence[Callable[[], object]]) -> Iterator[SourceError | None]:
    """Yield, as tasks end, None for each that went well and the error of each that did not.

    The threads are daemons: after Ctrl-C nobody waits for an answer that a server owes them.
    """
    waiting: SimpleQueue[Callable[[], object]] = SimpleQueue()
    ended: SimpleQueue[SourceError | str] = SimpleQueue()
    for task in tasks:
        waiting.put(task)

    def work() -> None:
        with suppress(Empty):
            while True:
                task = waiting.get_nowait()
                outcome: SourceError | str = "broken"
                try:
                    outcome = _error_of(task) or "done"
                finally:
                    ended.put(outcome)

    for _ in range(min(THREADS, len(tasks))):
        threading.Thread(target=work, name="refs-source", daemon=True).start()
    for _ in tasks:
        outcome = ended.get()
        if outcome == "broken":
            raise RuntimeError("a thread that asked a source broke; its own message says why")
        yield outcome if isinstance(outcome, SourceError) else None


def _error_of(task: Callable[[], object]) -> SourceError | None:
    try:
        task()
    except SourceError as error:
        return error
    return None
