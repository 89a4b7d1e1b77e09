"""``refs parse``: reference strings to CSL-JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import click

from refs.cli.jsonl import InputLine, read_lines, write_line
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
    given: Iterable[str | bytes] = strings
    if not strings or strings == ("-",):
        given = sys.stdin.buffer
    bad: list[Any] = []
    answers = _noting_errors(_answers(read_lines(given), jobs), bad)
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


def _answers(lines: Iterable[InputLine], jobs: int) -> Iterator[dict[str, Any]]:
    """Yield what is printed for each line of input, in order."""
    if jobs <= 1:
        yield from map(answer_line, lines)
        return
    from refs.parse.processes import in_processes

    yield from in_processes(answer_line, lines, jobs)


def answer_line(line: InputLine) -> dict[str, Any]:
    """Return the item of one line, or ``{"id", "error"}`` for a line that cannot be read."""
    from refs.parse import parse_reference

    if line.error:
        return {"id": line.id, "error": line.error}
    item = parse_reference(line.raw).to_csl()
    return item if line.id is None else {"id": line.id, **item}
