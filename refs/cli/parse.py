"""``refs parse``: reference strings to CSL-JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import click

from refs.cli.jsonl import InputLine, read_batches, read_lines, write_line
from refs.cli.output import write_result


@click.command("parse")
@click.argument("strings", nargs=-1)
@click.option("--jsonl", is_flag=True, help="One item a line, as soon as it is ready, in input order.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Number of processes.")
@click.option("--output", "-o", metavar="FILE", help="Write to a file instead of stdout.")
def parse_command(strings: tuple[str, ...], jsonl: bool, jobs: int, output: str | None) -> None:
    """Turn reference strings into CSL-JSON items.

    STRINGs are references; without any, or with "-", lines of text (or of {"id","raw"}) are read from
    stdin. Each item says under "custom" → "refs" how sure refs is of each field, and where in the string it
    stands. A line that cannot be read gives its error, the others go on, and the exit status is 2.
    """
    from_stdin = not strings or strings == ("-",)
    batches = read_batches(sys.stdin.buffer) if from_stdin else [list(read_lines(strings))]
    bad: list[Any] = []
    answers = _noting_errors(_answers(batches, jobs), bad)
    if jsonl and output is None:
        for answer in answers:
            write_line(answer)
    elif jsonl:
        write_result("\n".join(json.dumps(a, ensure_ascii=False) for a in answers), output)
    else:
        write_result(json.dumps(list(answers), ensure_ascii=False, indent=2), output)
    if bad:
        raise click.exceptions.Exit(2)


def _noting_errors(answers: Iterable[dict[str, Any]], bad: list[Any]) -> Iterator[dict[str, Any]]:
    """Pass answers on, and keep the ids of lines that could not be read."""
    for answer in answers:
        if "error" in answer:
            bad.append(answer["id"])
        yield answer


def _answers(batches: Iterable[list[InputLine]], jobs: int) -> Iterator[dict[str, Any]]:
    """Yield what is printed for each line of input, in order."""
    if jobs <= 1:
        for batch in batches:
            yield from answer_batch(batch)
        return
    from refs.parse.processes import in_processes

    yield from in_processes(answer_batch, chain.from_iterable(batches), jobs)


def answer_batch(lines: Sequence[InputLine]) -> list[dict[str, Any]]:
    """Return the items of lines, ``{"id", "error"}`` for one that cannot be read."""
    from refs.parse import parse_references

    items = iter(parse_references([line.raw for line in lines if not line.error]))
    return [
        {"id": line.id, "error": line.error} if line.error else _with_id(line.id, next(items).to_csl())
        for line in lines
    ]


def _with_id(id: Any, item: dict[str, Any]) -> dict[str, Any]:
    return item if id is None else {"id": id, **item}
