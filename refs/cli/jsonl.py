"""Lines of JSON in and out: one answer a line, in input order, as soon as it is ready."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class InputLine:
    """One line of input: its id (None where it has none), its reference string, or why it is unreadable."""

    id: Any
    raw: str = ""
    error: str = ""


def read_lines(lines: Iterable[str | bytes], *, plain: bool = True) -> Iterator[InputLine]:
    """Yield what each line holds: ``{"id","raw"}`` or, if ``plain``, a bare string. Blank lines are skipped.

    >>> [line.raw for line in read_lines(['{"id": 1, "raw": "Neff 2003"}', "Neff 2003"])]
    ['Neff 2003', 'Neff 2003']
    """
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8", errors="replace") if isinstance(line, bytes) else line
        if text.strip():
            yield _input_line(text.strip(), number, plain)


def write_line(answer: dict[str, Any]) -> None:
    """Print one answer as a line of JSON and hand it on at once."""
    click.echo(json.dumps(answer, ensure_ascii=False))


def write_unreadable(waiting: deque[InputLine]) -> bool:
    """Print and drop the lines at the head of a queue that could not be read; True where there was one."""
    found = False
    while waiting and waiting[0].error:
        line = waiting.popleft()
        write_line({"id": line.id, "error": line.error})
        found = True
    return found


def _input_line(text: str, number: int, plain: bool) -> InputLine:
    if plain and not text.startswith("{"):
        return InputLine(None, text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return InputLine(None, error=f"line {number}: not JSON ({error})")
    if not isinstance(data, dict) or not isinstance(data.get("raw"), str):
        found = data.get("id") if isinstance(data, dict) else None
        return InputLine(found, error=f'line {number}: needs {{"id", "raw"}} with "raw" a string')
    return InputLine(data.get("id"), data["raw"])
