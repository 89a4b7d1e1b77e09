"""``python -m refs.cli.reference_page`` prints docs/cli.md: every command with its options."""

from __future__ import annotations

from collections.abc import Iterator

import click

from refs.cli import COMMANDS, cli

HEAD = """# Command line

Generated from the commands themselves: `make docs` writes this page, and the tests compare it.

Results go to stdout, progress and warnings to stderr; `-` is stdin. Exit status: 0 nothing to report, 1
findings at or above `--fail-on`, 2 the input or the command line is wrong, 3 a source could not be reached
and the answer is incomplete.
"""


def reference_page() -> str:
    """Return the page as Markdown."""
    root = click.Context(cli, info_name="refs", **cli.context_settings)
    return HEAD + "".join(_sections(root))


def _sections(root: click.Context) -> Iterator[str]:
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None, name
        context = click.Context(command, info_name=name, parent=root)
        yield _section(command, context, 2)
        if isinstance(command, click.Group):
            for child_name in command.list_commands(context):
                child = command.get_command(context, child_name)
                assert child is not None, child_name
                yield _section(child, click.Context(child, info_name=child_name, parent=context), 3)


def _section(command: click.Command, context: click.Context, level: int) -> str:
    context.max_content_width = context.terminal_width = 100
    return f"\n{'#' * level} {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    click.echo(reference_page(), nl=False)
