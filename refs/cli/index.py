"""``refs index``: build, bring up to date or describe a local index of works."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from refs.index import IndexInfo

_RETRACTIONS = click.option(
    "--retraction-watch",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="Retraction Watch's list; its notices join the records.",
)
_JOBS = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1),
    help="Processes that read records; as many as there are cores (four at most) if not given.",
)
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_FILES = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))


@click.group("index")
def index_command() -> None:
    """Build or describe a local index of works.

    Records come from Crossref: JSON lines, API answers, or chunks of its public data file, packed or not.
    Ask it afterwards with  --source index:DIR
    """


@index_command.command("build")
@_FILES
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Folder to write.")
@click.option("--partial", is_flag=True, help="The records are a sample: a miss in it means nothing.")
@_RETRACTIONS
@_JOBS
@_JSON
def build_command(
    files: tuple[Path, ...],
    out: Path,
    partial: bool,
    retraction_watch: Path | None,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Make an index of the records in FILES (a folder stands for the JSON files in it)."""
    from refs.index import build_index, fitting_jobs

    info = build_index(
        out,
        files,
        partial=partial,
        retraction_watch=retraction_watch,
        jobs=jobs or fitting_jobs(files),
        progress=_progress(),
    )
    _print(info, as_json)


@index_command.command("update")
@click.argument("path", type=click.Path(path_type=Path))
@_FILES
@_RETRACTIONS
@_JOBS
@_JSON
def update_command(
    path: Path, files: tuple[Path, ...], retraction_watch: Path | None, jobs: int | None, as_json: bool
) -> None:
    """Let newer records in FILES replace and join those of the index at PATH."""
    from refs.index import fitting_jobs, update_index

    jobs = jobs or fitting_jobs(files)
    _print(
        update_index(path, files, retraction_watch=retraction_watch, jobs=jobs, progress=_progress()), as_json
    )


@index_command.command("info")
@click.argument("path", type=click.Path(path_type=Path))
@_JSON
def info_command(path: Path, as_json: bool) -> None:
    """Say what the index at PATH holds."""
    from refs.index import read_manifest

    _print(read_manifest(path), as_json)


def _progress() -> Callable[[int], None] | None:
    """Return what reports progress on stderr, None where stderr is no terminal."""
    if not sys.stderr.isatty():
        return None
    return lambda count: click.echo(f"\r{count:,} records", err=True, nl=False)


def _print(info: IndexInfo, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(info.to_json(), ensure_ascii=False, indent=1))
        return
    for name, value in _lines(info):
        click.echo(f"{name:<12}{value}")
    if info.skipped:
        click.echo(f"refs: {info.skipped:,} entries left out; the first: {info.skipped_first}", err=True)


def _lines(info: IndexInfo) -> list[tuple[str, Any]]:
    kind = (
        "a sample: a miss means nothing"
        if info.partial
        else "a whole snapshot: a miss means absent (of a sample, build it with --partial)"
    )
    per_record = info.bytes / max(info.records, 1)
    return [
        ("index", info.path),
        ("records", f"{info.records:,}"),
        ("covers", kind),
        ("retracted", f"{info.retracted:,} records with a notice from a retraction list"),
        ("size", f"{info.bytes / 1e6:,.1f} MB ({per_record:.0f} bytes a record)"),
        ("built", info.built),
        ("files", ", ".join(info.files[:5]) + (" …" if len(info.files) > 5 else "")),
    ]
