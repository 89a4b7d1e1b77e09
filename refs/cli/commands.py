"""The table of commands, and the group that finds them: one module a command, loaded when it is asked for."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

import click

from refs.errors import RefsError

COMMANDS = {
    "check": "Check an article's reference list: the main job.",
    "extract": "Print an article's reference list and citations; nothing is looked up.",
    "parse": "Turn reference strings into CSL-JSON items.",
    "lookup": "Find the work that a DOI, URL, title or reference means.",
    "export": "Write a bibliography in a style or a file format.",
    "cite": "Print in-text citations.",
    "add": "Add works to the library.",
    "list": "List the library.",
    "search": "Search the library.",
    "show": "Show one entry of the library.",
    "edit": "Change fields of an entry.",
    "remove": "Remove an entry from the library.",
    "dedupe": "Find doubles in the library.",
    "update": "Bring the library's metadata and retraction notices up to date.",
    "index": "Build or describe a local index of works.",
    "cache": "Describe or clear the cache of answers.",
    "serve": "Serve a Crossref-compatible API over a local index.",
    "styles": "List, show or start styles.",
    "rules": "List the rules that refs checks.",
    "explain": "Explain one rule.",
}
"""Every command with its one line of help; ``refs.cli.NAME`` (``_`` appended for keywords) holds it."""


class NobodyReads(Exception):
    """Whoever read the output is gone. click would make exit status 1 of it, which means "findings" here."""


@contextmanager
def _telling_of_a_closed_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise NobodyReads from error


class LazyGroup(click.Group):
    """A group that knows its commands' names and help, and imports a command when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"refs.cli.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _telling_of_a_closed_pipe():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with _telling_of_a_closed_pipe():
                return super().invoke(ctx)
        except RefsError as error:
            _tell(str(error))
            ctx.exit(error.exit_status)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="refs", prog_name="refs")
def cli() -> None:
    """Check the references of an article, and manage and export bibliographies.

    Start with:  refs check ARTICLE
    """


def run() -> int:
    """Run the command line and return its exit status.

    Beyond the contract's 0 to 3: 70 for a defect of refs itself (so that it is never read as "findings"),
    130 when stopped by Ctrl-C, 141 when nobody reads the output any more.
    """
    try:
        status = cli.main(prog_name="refs", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        with suppress(OSError):
            error.show()
        return error.exit_code
    except click.Abort:
        _tell("stopped; answers already received are kept in the cache")
        return 130
    except (BrokenPipeError, NobodyReads):
        _print_no_more()
        return 141
    except OSError as error:
        if error.errno in _NO_ROOM:
            _print_no_more()
            _tell("there is no room left for what is written; make room, or write elsewhere")
            return 2
        if error.errno in _NO_ENTRY and error.filename is not None:
            _tell(f"{error.filename}: {error.strerror}; check the name, and who may read and write there")
            return 2
        return _defect()
    except Exception:  # noqa: BLE001 - shown whole, and kept apart from status 1, "findings"
        return _defect()
    return status if isinstance(status, int) else 0


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NO_ENTRY = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENAMETOOLONG, errno.ENOTDIR, errno.ELOOP)
"""What is wrong with a file that somebody named, wherever it is met."""


def _tell(sentence: str) -> None:
    """Say something on stderr, if that can be written: the exit status says it in any case."""
    from refs.model.printing import printable

    with suppress(OSError):
        click.echo(f"refs: {printable(sentence)}", err=True)


def _print_no_more() -> None:
    """Let what is still to be printed go nowhere, since it cannot go where it should."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _defect() -> int:
    """Show the exception that is being handled, say whose fault it is, and return the exit status."""
    import traceback

    traceback.print_exc()
    _tell("this is a defect of refs, not of your article; please report the lines above")
    return 70
