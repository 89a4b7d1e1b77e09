"""``refs styles``: what styles there are, what one prints, and a start for one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from refs.errors import InputError


@click.group("styles")
def styles_command() -> None:
    """List, show or start styles."""


@styles_command.command("list")
def list_command() -> None:
    """List the styles that come with refs, with their other names."""
    from refs.render import load_style, style_names

    for name in style_names():
        style = load_style(name)
        aliases = f" (also {', '.join(style.aliases)})" if style.aliases else ""
        click.echo(f"{name:<30} {style.title}{aliases}")


@styles_command.command("show")
@click.argument("name", metavar="STYLE")
def show_command(name: str) -> None:
    """Print a style's facts and what it makes of a few sample works."""
    from refs.render import load_style
    from refs.render.samples import sample_lines

    style = load_style(name)
    click.echo(f"{style.name}: {style.title}")
    click.echo(style.description)
    click.echo(f"Folder: {style.folder}\n")
    for line in sample_lines(style):
        click.echo(line)


@styles_command.command("new")
@click.argument("name", metavar="NAME")
@click.option("--from", "base", metavar="STYLE", default="apa", help="The style to start from (apa).")
@click.option("--in", "place", metavar="FOLDER", default=".", help="Where to put the folder (here).")
def new_command(name: str, base: str, place: str) -> None:
    """Copy a style to a folder NAME, to change; use it with --style ./NAME."""
    from refs.render import load_style

    style = load_style(base)
    target = Path(place) / name
    if target.exists():
        raise InputError(f"{target} is there already; choose another name, or remove it")
    try:
        shutil.copytree(style.folder, target)
        toml = target / "style.toml"
        toml.write_text(_renamed(toml.read_text(encoding="utf-8"), Path(name).name), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{target}: cannot be written ({error.strerror}); choose another place") from error
    click.echo(f"{target} is a copy of {style.name}. Change it, and use it with  --style ./{target}")


def _renamed(toml: str, name: str) -> str:
    """Return a style.toml under a new name, without the old one's aliases."""
    lines = [f'name = "{name}"' if line.startswith("name = ") else line for line in toml.splitlines()]
    return "\n".join(line for line in lines if not line.startswith("aliases = ")) + "\n"
