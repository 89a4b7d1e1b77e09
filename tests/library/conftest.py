"""Commands in a folder of their own, without network, and a small index to ask."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refs.cli import cli

WORKS = [
    {
        "DOI": "10.5555/article",
        "type": "journal-article",
        "title": ["A tale of two bridges"],
        "container-title": ["Journal of Crossings"],
        "volume": "7",
        "issue": "2",
        "page": "11-29",
        "author": [{"family": "Brücke", "given": "Anna"}, {"family": "Pont", "given": "Bernard"}],
        "issued": {"date-parts": [[2004, 3]]},
        "updated-by": [
            {"type": "retraction", "DOI": "10.5555/notice", "updated": {"date-parts": [[2006, 1, 9]]}}
        ],
    },
    {
        "DOI": "10.5555/book",
        "type": "book",
        "title": ["Ferries of the North"],
        "publisher": "Harbour Press",
        "author": [{"family": "Faehr", "given": "Carl"}],
        "issued": {"date-parts": [[1999]]},
    },
]


@pytest.fixture
def refs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A function that runs refs in an empty folder; the works above are what there is to find."""
    from refs.index import build_index

    works = tmp_path / "works.jsonl"
    works.write_text("".join(json.dumps(work) + "\n" for work in WORKS), encoding="utf-8")
    build_index(tmp_path / "index", [works])
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("REFS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("REFS_SOURCES", f"index:{tmp_path / 'index'}")
    monkeypatch.delenv("REFS_LIBRARY", raising=False)

    def run(*arguments: str, input: str | None = None) -> Result:
        return CliRunner().invoke(cli, list(arguments), input=input, catch_exceptions=False)

    return run
