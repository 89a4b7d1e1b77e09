"""Jinja's only door for styles: templates ready to print, their errors told by file and line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from refs.errors import StyleError
from refs.render.compiled import Environment, TemplateFailure, template_line
from refs.render.filters import TESTS

if TYPE_CHECKING:
    from types import CodeType

    import jinja2

    from refs.render.filters import Filter

Printer = Callable[[Mapping[str, Any]], str]
"""A template: values in, what it prints out. Raises StyleError, naming file and line."""
_FAILURES = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError, NameError)


class Templates(NamedTuple):
    """The two templates of a style."""

    bibliography: Printer
    citation: Printer


def fold_blanks(text: str) -> str:
    """Return text without the line breaks and indents of its template; no-break spaces stay."""
    return " ".join(word for word in text.replace("\n", " ").replace("\t", " ").split(" ") if word)


def folding(printer: Printer) -> Printer:
    """Return a printer that folds the blanks of what a template prints."""
    return lambda values: fold_blanks(printer(values))


def own_printer(
    folder: Path, shared: Path, name: str, filters: Mapping[str, Filter], values: Mapping[str, Any]
) -> Printer:
    """Return a template of the user's, in Jinja's sandbox; it sees its own folder and the shared one.

    Raises:
        StyleError: the template is missing or holds a mistake.
    """
    from jinja2 import TemplateError

    environment = make_environment(folder, shared, sandboxed=True)
    environment.filters.update(filters)
    environment.tests.update(TESTS)
    environment.globals.update(values)
    try:
        template = environment.get_template(name)
    except (TemplateError, UnicodeDecodeError) as error:
        raise_style_error(error, folder)

    def print_template(values: Mapping[str, Any]) -> str:
        try:
            return "".join(template.root_render_func(template.new_context(dict(values))))
        except (TemplateError, *_FAILURES):
            from jinja2.debug import rewrite_traceback_stack

            raise_style_error(rewrite_traceback_stack(), folder)  # told by the template's own lines

    return print_template


def shipped_printer(
    folder: Path,
    codes: Mapping[str, CodeType],
    name: str,
    filters: Mapping[str, Filter],
    values: Mapping[str, Any],
) -> Printer:
    """Return a template that comes with refs, from its compiled form."""
    if name not in codes:
        raise StyleError(f"{folder}: there is no template {name} in it")
    template = Environment(codes, filters, TESTS, values).get_template(name)

    def print_template(values: Mapping[str, Any]) -> str:
        try:
            return template.text(values)
        except (TemplateFailure, *_FAILURES) as error:
            raise_style_error(error, folder)

    return print_template


def make_environment(folder: Path, shared: Path, *, sandboxed: bool = False) -> jinja2.Environment:
    """Return Jinja's environment for the templates of a folder and the shared ones."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return (ImmutableSandboxedEnvironment if sandboxed else Environment)(
        loader=FileSystemLoader([folder, shared]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        auto_reload=False,
        cache_size=50,
    )


def raise_style_error(error: BaseException, folder: Path) -> NoReturn:
    """Raise the StyleError for a template's error: which file, which line, what is wrong."""
    import traceback

    place = f"{folder}"
    line = getattr(error, "lineno", None)
    if line is not None:
        place = f"{getattr(error, 'filename', None) or getattr(error, 'name', None) or folder}, line {line}"
    else:
        for frame, frame_line in traceback.walk_tb(error.__traceback__):
            file = frame.f_code.co_filename
            if file.endswith(".jinja"):
                known = frame.f_globals.get("debug_info")  # only compiled templates of refs' own have it
                place = f"{file}, line {template_line(frame_line, known) if known else frame_line}"
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    if type(error).__name__ == "TemplateNotFound":
        message = f"there is no template {getattr(error, 'name', '')} in it"
    raise StyleError(f"{place}: {message}") from error
