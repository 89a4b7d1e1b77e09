"""``refs lookup``: the work that a DOI, URL, title or whole reference means."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from refs.cli.options import SourceChoice, jobs_option, source_option
from refs.errors import InputError
from refs.model.printing import printable

if TYPE_CHECKING:
    from refs.model import Candidate, Match, Reference, Source

UNREACHABLE, NO_MATCH = 3, 1
_OUTCOME_WORDS = {
    "ambiguous": "ambiguous",
    "none": "nothing found",
    "not-covered": "not checked",
    "unreachable": "not checked",
}
"""How an outcome without a work is said to people."""


@click.command("lookup")
@click.argument("queries", nargs=-1, metavar="QUERY...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: candidates with probability and evidence.")
@click.option("--jsonl", is_flag=True, help='Read {"id","raw"} lines from stdin, print one answer a line.')
@click.option(
    "--style", metavar="STYLE", default="", help="Print only the formatted reference, in this style."
)
@click.option("--explain", is_flag=True, help="Say what speaks for and against each candidate.")
@jobs_option
@source_option
def lookup_command(
    queries: tuple[str, ...],
    as_json: bool,
    jsonl: bool,
    style: str,
    explain: bool,
    jobs: int,
    choice: SourceChoice,
) -> None:
    """Find the work that each QUERY means: a DOI or link in any spelling, a title, or a whole reference.

    Prints the formatted reference, its DOI and how probable it is, and the next best. "-" reads lines from
    stdin. Exit status: 0 all found, 1 something was not, 3 a source could not be reached.
    """
    sources = choice.open()
    if jsonl:
        sys.exit(_answer_lines(sys.stdin.buffer, sources, jobs))
    texts = [
        text for query in queries for text in (sys.stdin.read().splitlines() if query == "-" else [query])
    ]
    if not any(text.strip() for text in texts):
        raise InputError("nothing to look up; give a DOI, a title or a reference, or - to read stdin")
    matches = _matches(texts, sources, jobs, compare=as_json)
    chosen = style or choice.settings().style
    found = []
    if as_json:
        found = list(matches)
        answers = [full_answer(match) for match in found]
        click.echo(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=1))
    else:
        for match in matches:
            found.append(match)
            lines = _lines(match, chosen, only_reference=bool(style), explain=explain)
            click.echo(printable("\n".join(lines)))
    sys.exit(max(map(exit_status, found)))


_UNANSWERED = ("unreachable", "not-covered")


def exit_status(match: Match) -> int:
    """Return 0 for a work that was found, 3 where a source did not answer or only a sample did, else 1."""
    from refs.model import Outcome

    statuses = {Outcome.FOUND: 0, Outcome.UNREACHABLE: UNREACHABLE, Outcome.NOT_COVERED: UNREACHABLE}
    return statuses.get(match.outcome, NO_MATCH)


def short_answer(match: Match) -> dict[str, Any]:
    """Return what ``--jsonl`` prints for a match, but for its id."""
    return {
        "doi": str(match.doi) if match.doi is not None else None,
        "probability": round(match.probability, 6),
        "status": match.outcome.value,
    }


def full_answer(match: Match) -> dict[str, Any]:
    """Return what ``--json`` prints for a match."""
    return {
        "query": match.reference.raw,
        **short_answer(match),
        "reason": match.reason or None,
        "evidence": {e.field: e.to_json() for e in match.evidence},
        "candidates": [_candidate(candidate) for candidate in match.candidates],
        "cited_doi": str(match.cited_doi) if match.cited_doi is not None else None,
        "cited_doi_agency": match.cited_doi_agency,
        "sources": [{"name": a.name, "state": a.state, "detail": a.detail or None} for a in match.answers],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    from refs.model import item_from_work

    return {
        "doi": str(candidate.work.doi),
        "probability": round(candidate.probability, 6),
        "arguments": list(candidate.arguments),
        "source": candidate.work.source or None,
        "item": item_from_work(candidate.work).to_csl(),
    }


def _matches(texts: Iterable[str], sources: Sequence[Source], jobs: int, *, compare: bool) -> Iterator[Match]:
    from refs.model import Reference
    from refs.resolve import resolve_references

    references = (Reference(text.strip()) for text in texts if text.strip())
    return resolve_references(references, sources, jobs=jobs, compare=compare)


def _lines(match: Match, style: str, *, only_reference: bool, explain: bool) -> Iterator[str]:
    """Yield the lines that a person reads about a match."""
    from refs.model import item_from_work
    from refs.render import load_style, render_entry

    loaded = load_style(style)
    if match.work is not None:
        yield render_entry(item_from_work(match.work), loaded)
        if not only_reference:
            yield f"  {match.doi}  probability {match.probability:.3f}  {match.work.source}".rstrip()
    else:
        yield f"{_OUTCOME_WORDS[match.outcome.value]}: {match.reason}"
    if only_reference:
        return
    others = match.candidates if match.work is None else match.candidates[1:]
    if explain and match.work is not None and match.candidates:
        yield from (f"    {argument}" for argument in match.candidates[0].arguments)
    for candidate in others:
        year = next(iter(candidate.work.years), "n.d.")
        yield f"  or {candidate.probability:.3f}  {candidate.work.doi}  {candidate.work.title[:70]} ({year})"
        if explain:
            yield from (f"    {argument}" for argument in candidate.arguments)


def _answer_lines(lines: BinaryIO, sources: Sequence[Source], jobs: int) -> int:
    """Stream an answer for each line, in order; return the exit status."""
    from refs.cli.jsonl import answer_lines, write_line
    from refs.resolve import map_references

    def ask(references: Iterable[Reference]) -> Iterator[dict[str, Any]]:
        return map_references(references, sources, short_answer, jobs=jobs)

    status = 0
    for line, answer in answer_lines(lines, ask, jobs):
        if answer is None:
            write_line({"id": line.id, "error": line.error})
            status = max(status, 2)
        else:
            write_line({"id": line.id} | answer)
            status = UNREACHABLE if answer["status"] in _UNANSWERED else status
    return status
