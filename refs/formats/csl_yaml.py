"""CSL-YAML: CSL-JSON's items in YAML, as pandoc keeps them, alone or in a document's metadata."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from refs.errors import MissingExtra
from refs.formats.csl_json import items_of_data
from refs.formats.result import LoadResult, Problem
from refs.model import Item


def read_csl_yaml(text: str) -> LoadResult:
    """Return the items of a YAML text: a list, or a mapping with ``references``.

    Raises:
        MissingExtra: ruamel.yaml is not installed.
    """
    yaml = _yaml("safe")
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.events import AliasEvent

    text = text.removeprefix("\ufeff")
    try:
        if any(isinstance(event, AliasEvent) for event in yaml.parse(text)):
            return LoadResult((), (Problem(1, "YAML aliases (*name) are not read; write the values out"),))
        documents = [document for document in yaml.load_all(text) if document is not None]
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        return LoadResult((), (Problem(line, f"not YAML: {error.problem or error.context}"),))
    except (YAMLError, ValueError, RecursionError) as error:
        return LoadResult((), (Problem(1, f"not YAML: {error}"),))
    if not documents:
        return LoadResult()
    results = [items_of_data(_plain(document)) for document in documents]
    return LoadResult(
        tuple(item for result in results for item in result.items),
        tuple(problem for result in results for problem in result.problems),
    )


def dump_csl_yaml(items: Iterable[Item]) -> str:
    """Return the items as YAML under ``references``, as pandoc reads them.

    Raises:
        MissingExtra: ruamel.yaml is not installed.
    """
    yaml = _yaml("rt")
    yaml.width = 100_000
    yaml.allow_unicode = True
    stream = StringIO()
    yaml.dump({"references": [_plain(item.to_csl()) for item in items]}, stream)
    return stream.getvalue()


def _yaml(kind: str) -> Any:
    try:
        from ruamel.yaml import YAML
    except ImportError as error:
        raise MissingExtra("CSL-YAML", "yaml") from error
    yaml = YAML(typ=kind, pure=True)
    yaml.default_flow_style = False
    return yaml


def _plain(value: Any) -> Any:
    """Return YAML's values as JSON has them: dates as text, keys as text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)
