"""What rich text is turned into: one module a format, listed here.

Each output turns the entries of a bibliography, or one stretch of rich text, into text or bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from refs.errors import InputError


class Output(NamedTuple):
    """A format: its module, the ending of its files, what it is called."""

    module: str
    suffix: str
    title: str
    binary: bool = False


OUTPUTS = {
    "text": Output("text", ".txt", "plain text"),
    "html": Output("html", ".html", "HTML"),
    "markdown": Output("markdown", ".md", "Markdown"),
    "latex": Output("latex", ".tex", "LaTeX"),
    "rtf": Output("rtf", ".rtf", "Rich Text Format"),
    "docx": Output("docx", ".docx", "Word document", binary=True),
}
"""Every output format by its name."""


def write_rich(text: str, output: str) -> str:
    """Return one stretch of rich text in a format.

    Raises:
        InputError: no such output format, or one that only holds whole documents.
    """
    return str(_module(output, "write_rich")(text))


def write_entries(
    entries: Sequence[tuple[str, str, str]], output: str, *, hanging: bool = True
) -> str | bytes:
    """Return a bibliography in a format: ``entries`` are (id, label, rich text).

    Raises:
        InputError: no such output format.
    """
    return _module(output, "write_entries")(entries, hanging=hanging)


def _module(output: str, function: str) -> Callable[..., str | bytes]:
    known = OUTPUTS.get(output)
    if known is None:
        raise InputError(f"no output format called {output!r}; known are {', '.join(OUTPUTS)}")
    module = import_module(f"refs.render.outputs.{known.module}")
    found: Callable[..., str | bytes] | None = getattr(module, function, None)
    if found is None:
        raise InputError(f"{output} holds whole documents only; ask for text, html or markdown")
    return found
