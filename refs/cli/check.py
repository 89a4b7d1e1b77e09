"""``refs check``: the main job."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from refs.cli.options import SourceChoice, jobs_option, source_option
from refs.errors import InputError, RefsError

if TYPE_CHECKING:
    from refs.check import Rule
    from refs.model import CheckResult, Reference, Source

FORMATS = ("table", "json", "html", "sarif", "junit", "github")
FAIL_ON = ("info", "warning", "error", "never")


@click.command("check", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("articles", nargs=-1, metavar="ARTICLE...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How to report.",
)
@click.option("--output", "-o", metavar="FILE", help="Write the report to a file instead of printing it.")
@click.option("--select", metavar="CODES", default="", help="Only these rules: M,S301,uncited-reference.")
@click.option("--ignore", metavar="CODES", default="", help="All rules but these.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="warning",
    show_default=True,
    help="Exit with 1 for findings of this severity or above.",
)
@click.option(
    "--all-lists", is_flag=True, help="Also look up lists that are not the article's own (comments, boxes)."
)
@click.option("--style", metavar="STYLE", default="", help="The style the list should follow.")
@click.option("--fix", is_flag=True, help="Mend in the file what can be mended safely (text files only).")
@click.option("--jsonl", is_flag=True, help='Read {"id","raw"} lines from stdin, print one verdict a line.')
@jobs_option
@source_option
def check_command(
    articles: tuple[str, ...],
    format_: str,
    output: str | None,
    select: str,
    ignore: str,
    fail_on: str,
    all_lists: bool,
    style: str,
    fix: bool,
    jsonl: bool,
    jobs: int,
    choice: SourceChoice,
) -> None:
    """Check the reference list of each ARTICLE: does it exist, is it cited correctly, was it retracted?

    ARTICLE is a file, a URL, or - for stdin. Exit status: 0 nothing to report, 1 findings, 2 the input is
    wrong, 3 a source could not be reached, so the answer is incomplete.
    """
    from refs.check import select_rules

    rules = select_rules(_codes(select), _codes(ignore))
    if not articles and not jsonl:
        raise InputError("no article given; name a file, or - to read stdin (refs check --help)")
    _check_style(style)
    sources = choice.open()
    if jsonl:
        sys.exit(_check_lines(sys.stdin.buffer, sources, rules, fail_on, jobs))
    failed: list[RefsError] = []
    results = _check_articles(articles, sources, rules, failed, all_lists=all_lists, style=style, jobs=jobs)
    if results:
        _report(list(results.values()), rules, format_, output)
    if fix:
        for name, result in results.items():
            _fix(name, result)
    sys.exit(max((error.exit_status for error in failed), default=exit_status(results.values(), fail_on)))


def _check_style(name: str) -> None:
    """Refuse a style that neither rules nor refs know.

    Raises:
        StyleError: there is no such style.
    """
    if not name:
        return
    from refs.check.rules.list import ASKING_FOR_DOIS
    from refs.render import load_style

    if name not in ASKING_FOR_DOIS:
        load_style(name)


def exit_status(results: Iterable[CheckResult], fail_on: str) -> int:
    """Return 3 where a reference is unchecked, else 1 for findings at or above ``fail_on``, else 0."""
    from refs.model import Severity, Status

    grave = False
    for result in results:
        if any(status is Status.UNCHECKED for status in result.statuses):
            return 3
        if fail_on != "never":
            grave = grave or any(f.severity.rank >= Severity(fail_on).rank for f in result.findings)
    return 1 if grave else 0


def _codes(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())


def _check_articles(
    names: Sequence[str],
    sources: Sequence[Source],
    rules: Sequence[Rule],
    failed: list[RefsError],
    *,
    all_lists: bool,
    style: str,
    jobs: int,
) -> dict[str, CheckResult]:
    """Return each article's result; one that cannot be read is named on stderr and the others go on."""
    from refs.cli.progress import progress_on_stderr
    from refs.pipeline import check_article

    results: dict[str, CheckResult] = {}
    for name in dict.fromkeys(names):
        source: str | Path = name if name == "-" or "://" in name else Path(name)
        try:
            with progress_on_stderr(f"{name}: looking up") as progress:
                results[name] = check_article(
                    source,
                    sources=sources,
                    rules=rules,
                    all_lists=all_lists,
                    style=style,
                    jobs=jobs,
                    progress=progress,
                )
        except RefsError as error:
            click.echo(f"refs: {error}", err=True)
            failed.append(error)
            continue
        if len(names) > 1:
            click.echo(f"checked {name}", err=True)
    return results


def _report(results: Sequence[CheckResult], rules: Sequence[Rule], format_: str, output: str | None) -> None:
    import os

    from refs.cli.output import write_result
    from refs.report import render_report

    terminal = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size((100, 24)).columns
    write_result(render_report(results, format_, rules=rules, terminal=terminal, width=width), output)


def _fix(name: str, result: CheckResult) -> None:
    """Write a text file back with its fixes applied, and say on stderr what was done."""
    from refs.check import apply_fixes
    from refs.cli.output import write_result

    path = Path(name)
    if not path.is_file() or path.read_bytes() != result.checked.article.text.encode():
        click.echo(f"{name}: only plain text files can be mended in place; nothing was changed", err=True)
        return
    text, fixes = apply_fixes(result.checked.article.text, result.findings)
    if fixes:
        write_result(text, name)
    for done in fixes:
        click.echo(f"{name}: {done.description}", err=True)
    click.echo(f"{name}: {len(fixes)} place{'' if len(fixes) == 1 else 's'} mended", err=True)


def _check_lines(
    lines: BinaryIO, sources: Sequence[Source], rules: Sequence[Rule], fail_on: str, jobs: int
) -> int:
    """Stream a verdict for each line, in order; return the exit status."""
    from refs.cli.jsonl import answer_lines, write_line
    from refs.pipeline import check_references

    def ask(references: Iterable[Reference]) -> Iterator[CheckResult]:
        return check_references(references, sources=sources, rules=rules, jobs=jobs)

    status = 0
    for line, result in answer_lines(lines, ask, jobs):
        if result is None:
            write_line({"id": line.id, "error": line.error})
            status = max(status, 2)
        else:
            write_line({"id": line.id} | verdict(result))
            status = max(status, exit_status([result], fail_on))
    return status


def verdict(result: CheckResult) -> dict[str, Any]:
    """Return what ``--jsonl`` prints for a result of one reference, but for its id."""
    from refs.check import disagreeing_fields, is_retracted

    match, status = result.checked.matches[0], result.statuses[0]
    assert match is not None
    assert status is not None
    found = match.outcome.value == "found"
    return {
        "status": status.value,
        "doi": str(match.doi) if found and match.doi is not None else None,
        "probability": round(match.probability, 6),
        "retracted": is_retracted(match),
        "fields": list(disagreeing_fields(match)),
        "findings": list(dict.fromkeys(f.code for f in result.findings)),
    }
