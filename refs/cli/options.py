"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from refs.model import Source
    from refs.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class SourceChoice:
    """What the command line says about the sources to ask."""

    specs: tuple[str, ...] = ()
    mailto: str = ""
    offline: bool = False
    refresh: bool = False

    def settings(self) -> Settings:
        """Return the user's settings, overridden by what the command line says."""
        from refs.settings import load_settings

        settings = load_settings()
        return replace(
            settings,
            mailto=self.mailto or settings.mailto,
            offline=self.offline or settings.offline,
            sources=self.specs or settings.sources,
        )

    def open(self) -> list[Source]:
        """Return the sources to ask, in order: those named, else those of the settings, else the default.

        Raises:
            InputError: a source that refs does not know, or an index that is not there.
        """
        from refs.resolve.sources import default_sources

        return default_sources(self.settings(), refresh=self.refresh)


def source_option(command: Command) -> Command:
    """Add ``--source`` (repeatable), ``--mailto``, ``--offline`` and ``--refresh``, given as ``choice``."""

    @wraps(command)
    def with_choice(
        *args: Any, source_specs: tuple[str, ...], mailto: str, offline: bool, refresh: bool, **kwargs: Any
    ) -> Any:
        return command(*args, choice=SourceChoice(source_specs, mailto, offline, refresh), **kwargs)

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
            help="crossref, crossref:URL, index:PATH, opensearch:URL; several are asked in order.",
        ),
    ):
        with_choice = option(with_choice)
    return cast("Command", with_choice)


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
