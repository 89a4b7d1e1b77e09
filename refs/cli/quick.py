"""The plainest export, one bibliography of CSL-JSON in one style, without the time that click takes to load.

It is the same export: what it prints is what ``refs export`` prints. Whatever is not that plain, or not in
order, is left to ``refs.cli.export``, which knows every option and says what is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from refs.errors import RefsError

_OUTPUTS = ("text", "html", "markdown", "latex", "rtf")


def quick_export(arguments: Sequence[str]) -> str | None:
    """Return what ``refs export FILE.json --style STYLE [--to FORMAT]`` prints, None for anything else."""
    options = _plain_options(arguments)
    if options is None:
        return None
    file, style, output = options
    if not os.path.isfile(file):  # noqa: PTH113 - pathlib takes its time to load
        return None
    try:
        with open(file, encoding="utf-8-sig") as stream:  # noqa: PTH123
            text = stream.read()
    except (OSError, UnicodeDecodeError):
        return None
    from refs.formats import detect, read

    if detect(text, file) != "csl-json":
        return None
    result = read(text, "csl-json")
    if result.problems:
        return None
    from refs.render import load_style, render_bibliography

    try:
        return str(render_bibliography(result.items, load_style(style), output))
    except (RefsError, OSError):
        return None


def _plain_options(arguments: Sequence[str]) -> tuple[str, str, str] | None:
    """Return the file, the style and the output that plain arguments name, None where they are not plain.

    >>> _plain_options(["items.json", "--style", "apa"]), _plain_options(["items.json", "--jsonl"])
    (('items.json', 'apa', 'text'), None)
    """
    files: list[str] = []
    options = {"--style": "", "--to": "text"}
    words = iter(arguments)
    for word in words:
        if word in options:
            options[word] = next(words, "")
        elif word.startswith("-"):
            return None
        else:
            files.append(word)
    if len(files) != 1 or not files[0].endswith(".json") or not options["--style"]:
        return None
    if options["--to"] not in _OUTPUTS:
        return None
    return files[0], options["--style"], options["--to"]
