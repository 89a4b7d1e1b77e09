"""Many references resolved at a time: processes for local indexes, threads for sources over a network."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from itertools import islice
from typing import Protocol, TypeVar, runtime_checkable

from refs.model import Match, Reference, Source
from refs.resolve.model_file import shipped_model
from refs.resolve.resolver import resolve_reference, resolving
from refs.steps import batches_of, in_step

CHUNK = 32
"""References a process gets at a time."""

Given = TypeVar("Given")
Result = TypeVar("Result")

_sources: tuple[Source, ...] = ()


@runtime_checkable
class Interruptible(Protocol):
    """A source over a network, which may have threads waiting for their turn."""

    def finish(self) -> None:
        """Let go of every thread that waits; what they asked stays unanswered."""
        ...


def resolve_references(
    references: Iterable[Reference],
    sources: Sequence[Source],
    *,
    jobs: int = 1,
    compare: bool = False,
) -> Iterator[Match]:
    """Yield each reference's match, in input order, as soon as it is known.

    Args:
        jobs: how many are worked on at a time; sources that keep limits keep them over all.
        compare: also compare field by field.
    """
    return map_references(references, sources, _itself, jobs=jobs, compare=compare)


def map_references(
    references: Iterable[Reference],
    sources: Sequence[Source],
    answer: Callable[[Match], Result],
    *,
    jobs: int = 1,
    compare: bool = False,
) -> Iterator[Result]:
    """Yield ``answer(match)`` for each reference, in input order.

    Args:
        answer: a function of a module, which other processes can name; where there are several it runs in
            them, so that no whole works pass between them.
        jobs, compare: as ``resolve_references`` takes them.
    """
    if jobs <= 1:
        for batch in resolvable_batches(references, sources):
            yield from map(answer, in_step(resolving(r, sources, compare=compare) for r in batch))
    elif are_local(sources):
        yield from _in_processes(references, sources, answer, jobs, compare)
    else:
        with ThreadPoolExecutor(jobs) as pool:
            try:
                matches = _in_order(
                    pool, lambda r: resolve_reference(r, sources, compare=compare), references, 2 * jobs
                )
                yield from map(answer, matches)
            except KeyboardInterrupt:
                for source in sources:
                    if isinstance(source, Interruptible):
                        source.finish()
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def resolvable_batches(
    references: Iterable[Reference], sources: Sequence[Source]
) -> Iterator[Sequence[Reference]]:
    """Yield references to be resolved in step: one by one where an answer may be long in coming."""
    return batches_of(references if are_local(sources) else iter(references), _length)


def are_local(sources: Sequence[Source]) -> bool:
    """True for sources that are asked without a network."""
    return all(getattr(source, "is_local", False) for source in sources)


def _length(reference: Reference) -> int:
    return len(reference.raw)


def _in_processes(
    references: Iterable[Reference],
    sources: Sequence[Source],
    answer: Callable[[Match], Result],
    jobs: int,
    compare: bool,
) -> Iterator[Result]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context, _open_in_process, (tuple(sources),)) as pool:
        chunks = ((chunk, answer, compare) for chunk in _chunks(references))
        for answers in _in_order(pool, _resolve_chunk, chunks, 2 * jobs):
            yield from answers


def _itself(match: Match) -> Match:
    return match


def _open_in_process(sources: tuple[Source, ...]) -> None:
    """Keep the sources for this process; they arrive as paths and are opened here."""
    global _sources
    _sources = sources
    shipped_model()
    gc.freeze()  # NOTE: the model's trees live as long as the process; nobody needs to look at them again


def _resolve_chunk(task: tuple[list[Reference], Callable[[Match], Result], bool]) -> list[Result]:
    chunk, answer, compare = task
    return list(map_references(chunk, _sources, answer, compare=compare))


def _in_order(
    pool: Executor, work: Callable[[Given], Result], tasks: Iterable[Given], ahead: int
) -> Iterator[Result]:
    """Yield results in the order of the tasks, only a few tasks ahead of what was taken."""
    waiting: deque[Future[Result]] = deque()
    for task in tasks:
        waiting.append(pool.submit(work, task))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _chunks(references: Iterable[Reference]) -> Iterator[list[Reference]]:
    """Yield lists of references: the first small, so that the first answer is soon there."""
    stream = iter(references)
    size = 4
    while chunk := list(islice(stream, size)):
        yield chunk
        size = CHUNK
