"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from refs.model import Source
    from refs.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


def source_option(command: Command) -> Command:
    """Add ``--source`` (repeatable), ``--mailto``, ``--offline`` and ``--refresh``."""
    for option in (
        click.option("--refresh", is_flag=True, help="Ask again instead of using cached answers."),
        click.option("--offline", is_flag=True, help="Use local indexes and the cache only."),
        click.option(
            "--mailto", metavar="ADDRESS", default="", help="Your address, for Crossref's polite pool."
        ),
        click.option(
            "--source",
            "source_specs",
            metavar="SOURCE",
            multiple=True,
            help="crossref, index:PATH or opensearch:URL; several are asked in order.",
        ),
    ):
        command = option(command)
    return command


def jobs_option(command: Command) -> Command:
    """Add ``--jobs``: how many references are resolved at a time."""
    option = click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="References resolved at a time.",
    )
    return option(command)


def settings_with(*, mailto: str = "", offline: bool = False, specs: Sequence[str] = ()) -> Settings:
    """Return the user's settings, overridden by what the command line says."""
    from dataclasses import replace

    from refs.settings import load_settings

    settings = load_settings()
    return replace(
        settings,
        mailto=mailto or settings.mailto,
        offline=offline or settings.offline,
        sources=tuple(specs) or settings.sources,
    )


def open_sources(
    specs: Sequence[str] = (), *, mailto: str = "", offline: bool = False, refresh: bool = False
) -> list[Source]:
    """Return the sources to ask, in order: those named, else those of the settings, else the default.

    Raises:
        InputError: a source that refs does not know, or an index that is not there.
    """
    from refs.resolve.sources import default_sources, open_source

    settings = settings_with(mailto=mailto, offline=offline, specs=specs)
    if not settings.sources:
        return default_sources(settings, refresh=refresh)
    return [open_source(spec, settings, refresh=refresh) for spec in settings.sources]
