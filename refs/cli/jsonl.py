"""Lines of JSON in and out: one answer a line, in input order, as soon as it is ready.

Lines that have arrived together are answered together, which is faster; one that comes alone is answered at
once.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from refs.steps import BATCH

if TYPE_CHECKING:
    from refs.model import Reference

Answer = TypeVar("Answer")
CHUNK = 1 << 16
"""Bytes read at a time: what a pipe holds."""


@dataclass(frozen=True, slots=True)
class InputLine:
    """One line of input: its id (None where it has none), its reference string, or why it is unreadable."""

    id: Any
    raw: str = ""
    error: str = ""


def read_batches(stream: BinaryIO) -> Iterator[list[InputLine]]:
    """Yield the lines that have arrived together, ``BATCH`` of them at most, as soon as any is there."""
    numbers = count(1)
    for lines in arrived_lines(stream):
        if batch := list(read_lines(lines, numbers)):
            yield batch


def arrived_lines(stream: BinaryIO) -> Iterator[list[bytes]]:
    """Yield the whole lines that each look at a stream finds, ``BATCH`` of them at most.

    >>> from io import BytesIO
    >>> list(arrived_lines(BytesIO(b"one\\n\\ntwo")))
    [[b'one', b''], [b'two']]
    """
    look: Callable[[int], bytes] = getattr(stream, "read1", stream.readline)
    begun: list[bytes] = []
    while chunk := look(CHUNK):
        first, *others = chunk.split(b"\n")
        begun.append(first)
        if others:
            *lines, rest = b"".join(begun), *others
            begun = [rest]
            yield from (lines[place : place + BATCH] for place in range(0, len(lines), BATCH))
    if last := b"".join(begun):
        yield [last]


def read_lines(lines: Iterable[str | bytes], numbers: Iterable[int] | None = None) -> Iterator[InputLine]:
    """Yield what each line holds, ``{"id","raw"}`` or a bare string. Blank lines are skipped.

    >>> [line.raw for line in read_lines(['{"id": 1, "raw": "Neff 2003"}', "Neff 2003"])]
    ['Neff 2003', 'Neff 2003']
    """
    for line, number in zip(lines, count(1) if numbers is None else numbers, strict=False):
        text = line.decode("utf-8", errors="replace") if isinstance(line, bytes) else line
        if text.strip():
            yield _input_line(text.strip(), number)


def answer_lines(
    stream: BinaryIO, ask: Callable[[Iterable[Reference]], Iterable[Answer]], jobs: int
) -> Iterator[tuple[InputLine, Answer | None]]:
    """Yield each line of a stream with its answer, in order; a line that cannot be read has none.

    Args:
        ask: gives the answers for references, in order.
        jobs: with several, references are asked for as one stream, else those that arrived together.
    """
    batches = read_batches(stream)
    for lines in batches if jobs <= 1 else [chain.from_iterable(batches)]:
        waiting: deque[InputLine] = deque()
        references = _references(lines, waiting)
        for answer in ask(list(references) if jobs <= 1 else references):
            while waiting[0].error:
                yield waiting.popleft(), None
            yield waiting.popleft(), answer
        yield from ((line, None) for line in waiting)


def _references(lines: Iterable[InputLine], waiting: deque[InputLine]) -> Iterator[Reference]:
    """Yield the references of readable lines; every line waits for its answer in order."""
    from refs.model import Reference

    for line in lines:
        waiting.append(line)
        if not line.error:
            yield Reference(line.raw)


def write_line(answer: dict[str, Any]) -> None:
    """Print one answer as a line of JSON and hand it on at once."""
    click.echo(json.dumps(answer, ensure_ascii=False))


def _input_line(text: str, number: int) -> InputLine:
    if not text.startswith("{"):
        return InputLine(None, text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return InputLine(None, error=f"line {number}: not JSON ({error})")
    if not isinstance(data, dict) or not isinstance(data.get("raw"), str):
        found = data.get("id") if isinstance(data, dict) else None
        return InputLine(found, error=f'line {number}: needs {{"id", "raw"}} with "raw" a string')
    return InputLine(data.get("id"), data["raw"])
