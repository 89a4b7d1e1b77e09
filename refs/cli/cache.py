"""``refs cache``: what is kept of the answers of sources, and how to forget it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from refs.settings import load_settings

if TYPE_CHECKING:
    from refs.resolve.cache import AnswerCache, CacheInfo


@click.group("cache")
def cache_command() -> None:
    """Describe or clear the cache of answers.

    Records are kept for 30 days, searches for 7, "there is no such thing" for one. REFS_CACHE names
    another folder.
    """


@cache_command.command("info")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def info_command(as_json: bool) -> None:
    """Print what the cache holds."""
    info = _cache().info()
    if as_json:
        click.echo(json.dumps(_info_as_json(info), ensure_ascii=False, indent=1))
        return
    click.echo(f"{info.path}")
    click.echo(f"{info.answers} answers, {info.expired} of them past their date, {info.size / 1e6:.1f} MB")
    for source, count in info.by_source.items():
        click.echo(f"  {source}: {count}")
    if info.oldest is not None and info.newest is not None:
        click.echo(f"asked from {_date(info.oldest)} to {_date(info.newest)}")
    for path in info.set_aside:
        click.echo(f"set aside as damaged: {path}")


@cache_command.command("clear")
@click.option("--source", default="", metavar="SOURCE", help="Only answers of this source, such as crossref.")
@click.option("--expired", is_flag=True, help="Only answers that are past their date.")
def clear_command(source: str, expired: bool) -> None:
    """Remove answers from the cache."""
    removed = _cache().clear(source=source, expired_only=expired)
    click.echo(f"{removed} answers removed")


def _cache() -> AnswerCache:
    from refs.resolve.cache import AnswerCache

    return AnswerCache(load_settings().cache_folder)


def _info_as_json(info: CacheInfo) -> dict[str, object]:
    return {
        "path": str(info.path),
        "bytes": info.size,
        "answers": info.answers,
        "expired": info.expired,
        "sources": info.by_source,
        "oldest": None if info.oldest is None else _date(info.oldest),
        "newest": None if info.newest is None else _date(info.newest),
        "set_aside": [str(path) for path in info.set_aside],
    }


def _date(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
