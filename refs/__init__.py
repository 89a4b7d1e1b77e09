"""refs checks the references of an article, and manages and exports bibliographies.

The flow, a function a stage::

    read_article ─▶ Article
    extract_references, extract_citations ─▶ Reference, Citation
    parse_reference ─▶ Item                     (CSL-JSON)
    resolve_references ─▶ Match                 (Item ↔ Work, with evidence)
    run_rules ─▶ Finding
    render_bibliography ─▶ text                 (a style's templates)

``check_article`` runs them all::

    import refs
    result = refs.check_article("article.html", sources=refs.default_sources())
    for finding in result.findings:
        print(finding.code, finding.message)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refs.check import all_rules, run_rules
    from refs.errors import InputError, RefsError, SourceError
    from refs.extract import extract_citations, extract_references
    from refs.index import build_index, open_index
    from refs.model import (
        Article,
        CheckResult,
        Citation,
        Doi,
        Finding,
        Item,
        Match,
        Name,
        PartialDate,
        Reference,
        Source,
        Status,
        Work,
        item_from_work,
    )
    from refs.parse import parse_reference, parse_references
    from refs.pipeline import check_article, check_references, default_sources, extract_article
    from refs.read import read_article
    from refs.render import load_style, render_bibliography
    from refs.report import render_report
    from refs.resolve import resolve_reference, resolve_references

_HOMES = {
    "refs.check": ("all_rules", "run_rules"),
    "refs.errors": ("InputError", "RefsError", "SourceError"),
    "refs.extract": ("extract_citations", "extract_references"),
    "refs.index": ("build_index", "open_index"),
    "refs.model": (
        "Article",
        "CheckResult",
        "Citation",
        "Doi",
        "Finding",
        "Item",
        "Match",
        "Name",
        "PartialDate",
        "Reference",
        "Source",
        "Status",
        "Work",
        "item_from_work",
    ),
    "refs.parse": ("parse_reference", "parse_references"),
    "refs.pipeline": ("check_article", "check_references", "default_sources", "extract_article"),
    "refs.read": ("read_article",),
    "refs.render": ("load_style", "render_bibliography"),
    "refs.report": ("render_report",),
    "refs.resolve": ("resolve_reference", "resolve_references"),
}
"""Where each public name lives; a name is imported when it is first used, so ``import refs`` is instant."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "CheckResult",
    "Citation",
    "Doi",
    "Finding",
    "InputError",
    "Item",
    "Match",
    "Name",
    "PartialDate",
    "Reference",
    "RefsError",
    "Source",
    "SourceError",
    "Status",
    "Work",
    "all_rules",
    "build_index",
    "check_article",
    "check_references",
    "default_sources",
    "extract_article",
    "extract_citations",
    "extract_references",
    "item_from_work",
    "load_style",
    "open_index",
    "parse_reference",
    "parse_references",
    "read_article",
    "render_bibliography",
    "render_report",
    "resolve_reference",
    "resolve_references",
    "run_rules",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'refs' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
