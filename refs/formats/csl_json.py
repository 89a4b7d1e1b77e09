"""CSL-JSON, the form in which items live anyway."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from refs.formats.result import LoadResult, Problem
from refs.model import Item


def read_csl_json(text: str) -> LoadResult:
    """Return the items of a CSL-JSON text: an array, one object, or ``{"items": […]}``; or one object a line.

    >>> read_csl_json('[{"id": "a", "type": "book"}, 3]').problems[0].message
    'entry 2 is not an object; it was left out'
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return LoadResult()
    try:
        data = json.loads(text)
    except RecursionError:
        return LoadResult((), (Problem(1, "the JSON is nested too deeply to be read"),))
    except ValueError as error:
        return _read_lines(text, str(error), getattr(error, "lineno", 1))
    return items_of_data(data)


def items_of_data(data: Any) -> LoadResult:
    """Return the items of decoded JSON or YAML; what is no item is a problem."""
    if isinstance(data, Mapping):
        inner = data.get("items", data.get("references"))
        data = inner if isinstance(inner, list) and "type" not in data else [data]
    if not isinstance(data, list):
        return LoadResult((), (Problem(1, f"a list of items was expected, not {str(data)[:40]!r}"),))
    items: list[Item] = []
    problems: list[Problem] = []
    for number, entry in enumerate(data, 1):
        if isinstance(entry, Mapping):
            items.append(Item({str(key): value for key, value in entry.items()}))
        else:
            problems.append(Problem(0, f"entry {number} is not an object; it was left out", str(entry)[:200]))
    return LoadResult(tuple(items), tuple(problems))


def _read_lines(text: str, reason: str, line: int) -> LoadResult:
    """Return the items of JSON lines; if not even the first line is JSON, the problem of the whole."""
    items: list[Item] = []
    problems: list[Problem] = []
    for number, part in enumerate(text.splitlines(), 1):
        if not part.strip():
            continue
        try:
            entry = json.loads(part)
        except (ValueError, RecursionError) as error:
            if not items:
                return LoadResult((), (Problem(line, f"not JSON: {reason}", text[:200]),))
            problems.append(Problem(number, f"not JSON: {error}; the line was left out", part[:200]))
            continue
        found = items_of_data(entry)
        items += found.items
        problems += [Problem(number, problem.message, part[:200]) for problem in found.problems]
    return LoadResult(tuple(items), tuple(problems))


def dump_csl_json(items: Iterable[Item]) -> str:
    """Return the items as a CSL-JSON array, one variable a line.

    >>> print(dump_csl_json([Item({"id": "a"})]), end="")
    [
      {
        "id": "a"
      }
    ]
    """
    return json.dumps([item.to_csl() for item in items], ensure_ascii=False, indent=2) + "\n"
