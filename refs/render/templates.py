"""Jinja's only door for styles: templates compiled once, their errors told by file and line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from refs.errors import StyleError
from refs.render.dates import DateForm
from refs.render.filters import TESTS, style_filters
from refs.render.names import NameForm
from refs.render.numbers import PageFormat

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from jinja2.bccache import BytecodeCache
    from jinja2.runtime import Context

TEMPLATE_FAILURES = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Templates:
    """The two templates of a style."""

    folder: Path
    bibliography: Template
    citation: Template

    def render(self, template: Template, values: dict[str, Any]) -> str:
        """Return what a template prints, its blanks and line breaks folded.

        Raises:
            StyleError: the template failed; the message names file and line.
        """
        from jinja2 import TemplateError

        try:
            text = "".join(template.root_render_func(template.new_context(values)))
        except (TemplateError, *TEMPLATE_FAILURES):
            from jinja2.debug import rewrite_traceback_stack

            raise_style_error(rewrite_traceback_stack(), self.folder)  # told by the template's own lines
        return fold_blanks(text)


def fold_blanks(text: str) -> str:
    """Return text without the line breaks and indents of its template; no-break spaces stay."""
    return " ".join(word for word in text.replace("\n", " ").replace("\t", " ").split(" ") if word)


def load_templates(
    folder: Path,
    *,
    shared: Path,
    sandboxed: bool,
    names: Mapping[str, NameForm],
    dates: DateForm,
    pages: PageFormat,
    dash: str,
    quotes: str,
    long_prepositions: bool,
    values: Mapping[str, Any],
) -> Templates:
    """Return a style's templates; they see their own folder and the shared one, nothing else.

    Raises:
        StyleError: a template is missing or holds a mistake.
    """
    from jinja2 import TemplateError

    environment = make_environment(folder, shared, sandboxed)
    environment.filters.update(
        style_filters(names, dates, pages, dash=dash, quotes=quotes, long_prepositions=long_prepositions)
    )
    environment.tests.update(TESTS)
    environment.globals.update(values)
    try:
        return Templates(
            folder,
            environment.get_template("bibliography.jinja"),
            environment.get_template("citation.jinja"),
        )
    except (TemplateError, UnicodeDecodeError) as error:
        raise_style_error(error, folder)


def _quick_context() -> type[Context]:
    """Return a template context that calls macros directly, without the checks that only other calls need."""
    from jinja2.runtime import Context, Macro

    class QuickContext(Context):
        def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
            if type(__obj) is Macro:
                if kwargs:
                    kwargs.pop("_loop_vars", None)
                    kwargs.pop("_block_vars", None)
                return __obj(*args, **kwargs)
            return super().call(__obj, *args, **kwargs)

    return QuickContext


def _bytecode_cache(folder: Path) -> BytecodeCache | None:
    """Return a cache of compiled templates, kept where Python keeps its own: ``__pycache__`` beside them.

    None where Python is told not to write bytecode. A place that cannot be written to is passed over.
    """
    import sys

    if sys.dont_write_bytecode:
        return None
    from importlib.util import cache_from_source

    from jinja2.bccache import Bucket, BytecodeCache

    class PycacheBytecode(BytecodeCache):
        def load_bytecode(self, bucket: Bucket) -> None:
            try:
                bucket.bytecode_from_string(_place(bucket).read_bytes())
            except OSError:
                bucket.reset()

        def dump_bytecode(self, bucket: Bucket) -> None:
            place = _place(bucket)
            draft = place.with_suffix(f".{os.getpid()}")
            try:
                place.parent.mkdir(exist_ok=True)
                draft.write_bytes(bucket.bytecode_to_string())
                draft.replace(place)
            except OSError:
                draft.unlink(missing_ok=True)

    def _place(bucket: Bucket) -> Path:
        return Path(cache_from_source(str(folder / f"{bucket.key}.py")))

    return PycacheBytecode()


def make_environment(folder: Path, shared: Path, sandboxed: bool) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined

    options: dict[str, Any] = {
        "loader": FileSystemLoader([folder, shared]),
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "autoescape": False,
        "auto_reload": False,
        "cache_size": 50,
        "bytecode_cache": None if sandboxed else _bytecode_cache(shared.parent),
    }
    if sandboxed:
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(**options)
    from jinja2 import Environment

    environment = Environment(**options)
    environment.context_class = _quick_context()
    return environment


def raise_style_error(error: BaseException, folder: Path) -> NoReturn:
    """Raise the StyleError for a template's error: which file, which line, what is wrong."""
    import traceback

    place = f"{folder}"
    line = getattr(error, "lineno", None)
    if line is not None:
        place = f"{getattr(error, 'filename', None) or getattr(error, 'name', None) or folder}, line {line}"
    else:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".jinja")]
        if frames:
            place = f"{frames[-1].filename}, line {frames[-1].lineno}"
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    if type(error).__name__ == "TemplateNotFound":
        message = f"there is no template {getattr(error, 'name', '')} in it"
    raise StyleError(f"{place}: {message}") from error
