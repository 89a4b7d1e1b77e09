"""Templates that come with refs, turned into Python by Jinja's compiler, and shortened."""

from __future__ import annotations

import re
from pathlib import Path
from types import CodeType
from typing import NoReturn

from jinja2 import TemplateError

from refs.render.compiled import BUILTINS
from refs.render.filters import FILTER_NAMES, TESTS
from refs.render.templates import make_environment, raise_style_error

_HEADER = re.compile(r"\Afrom jinja2\.runtime import .*")
# What Jinja writes of every filter and test that a template uses: a stand-in for one that is not there.
_STAND_IN = re.compile(
    r"    try:\n        (t_\d+ = environment\.(?:filters|tests)\['\w+'\])\n    except KeyError:\n"
    r"        @internalcode\n        def t_\d+\(\*unused\):\n            raise TemplateRuntimeError\(.*\)\n"
)
# "item" is given to every template, and knows itself which variables there are.
_ITEM = re.compile(r"\(undefined\(name='item'\) if (l_\d+_item) is missing else l_\d+_item\)")
_ATTRIBUTE = re.compile(r"environment\.getattr\((l_\d+_item), '([a-zA-Z_]\w*)'\)")


def compile_templates(folder: Path, shared: Path) -> dict[str, CodeType]:
    """Return the code of every template of a style, and of the shared ones, by file name.

    Raises:
        StyleError: a template holds a mistake; the message names file and line.
    """

    def not_yet(*_: object, **__: object) -> NoReturn:
        raise ValueError("only a style has filters")  # so Jinja leaves the call to the template's run

    environment = make_environment(folder, shared)
    environment.filters = dict.fromkeys((*BUILTINS, *FILTER_NAMES), not_yet)
    environment.tests = dict.fromkeys(TESTS, not_yet)
    codes = {}
    for path in (*shared.glob("*.jinja"), *folder.glob("*.jinja")):
        try:
            source = environment.compile(path.read_text(encoding="utf-8"), path.name, str(path), raw=True)
        except (TemplateError, UnicodeDecodeError) as error:
            raise_style_error(error, folder)
        codes[path.name] = compile(shortened(source), str(path), "exec", optimize=2)
    return codes


def shortened(source: str) -> str:
    """Return the Python that Jinja made of a template, without what its own templates never need.

    >>> shortened("environment.getattr((undefined(name='item') if l_0_item is missing else l_0_item), 'DOI')")
    'l_0_item.DOI'
    """
    body = _STAND_IN.sub(r"    \1\n\n\n\n\n\n", _HEADER.sub("", source))  # the lines keep their numbers
    return _ATTRIBUTE.sub(r"\1.\2", _ITEM.sub(r"\1", body))
