"""The command line: one module a command, each loaded only when it is asked for.

The stages do the work; this package reads options, makes one call, prints, and turns errors into exit
statuses: 0 nothing to report, 1 findings, 2 wrong input or command line, 3 a source was unreachable.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from refs.cli.commands import COMMANDS, cli

__all__ = ["COMMANDS", "cli", "main"]


def main() -> None:
    """Run the command line (the entry point ``refs``) and leave with its exit status."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(50_000)  # most of what a command makes stays until its end: look through it less often
    if len(sys.argv) > 2 and sys.argv[1] == "export":
        from refs.cli.quick import quick_export

        if (text := quick_export(sys.argv[2:])) is not None and _printed(text):
            _leave(0)
    from refs.cli.commands import run

    _leave(run())


def _open_closed_streams() -> None:
    """Let a stream that the caller closed be an empty one: else the next file opened would take its place."""
    for place, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: that of the closed stream
            setattr(sys, name, os.fdopen(place, "w" if place else "r", encoding="utf-8"))


def _printed(text: str) -> bool:
    """Print a text; False, with nothing printed, where its reader is gone or has no room for it."""
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True


def _leave(status: int) -> NoReturn:
    """End the process without taking it apart object by object, which takes as long as a short command.

    What asked to be called at the end is called, and what was printed is handed on; a thread that still
    runs is waited for, in Python's own way.
    """
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        sys.exit(status)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(status)


def __getattr__(name: str) -> Any:
    if name in __all__:
        from refs.cli import commands

        return getattr(commands, name)
    raise AttributeError(f"module 'refs.cli' has no attribute {name!r}")
