"""An article checked over the API reads as it does over the index; without a server nothing is accused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from refs.index import open_index
from refs.model import CheckResult, Source, Status
from refs.pipeline import check_article
from refs.resolve.sources import open_source
from refs.serve import ApiServer
from refs.settings import Settings
from tests.faulty_crossref import FaultyCrossref, StatedLimit, WorksInMemory

SEEDS = Path(__file__).parent.parent.parent / "seeds"
UNCHECKED = "X109"
"""The remark that a reference could not be looked up."""
ARTICLE = SEEDS / "shaky-ground.md"


@pytest.fixture(scope="module")
def api(seed_index: Path) -> Iterator[str]:
    with ApiServer(open_index(seed_index)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.url
        server.shutdown()


def settings(folder: Path, url: str, **changes: Any) -> Settings:
    return replace(Settings(cache=str(folder), crossref_url=url, doi_url=url), **changes)


def verdicts(result: CheckResult) -> list[object]:
    return [
        (status, match and match.doi, match and round(match.probability, 6), match and match.evidence)
        for status, match in zip(result.statuses, result.checked.matches, strict=True)
    ] + [(finding.code, finding.span) for finding in result.findings]


def check(source: Source, jobs: int = 4) -> CheckResult:
    return check_article(ARTICLE, sources=[source], jobs=jobs)


def test_over_the_api_as_over_the_index_and_once_more_from_the_cache(
    api: str, seed_index: Path, tmp_path: Path
) -> None:
    expected = verdicts(check(open_index(seed_index), jobs=1))
    assert verdicts(check(open_source("crossref", settings(tmp_path, api)))) == expected
    offline = open_source("crossref", settings(tmp_path, api, offline=True))
    assert verdicts(check(offline)) == expected


def test_without_a_server_everything_is_unchecked(tmp_path: Path) -> None:
    result = check(open_source("crossref", settings(tmp_path, "http://127.0.0.1:9")))
    assert set(result.statuses) == {Status.UNCHECKED}
    assert {finding.code for finding in result.findings if finding.code.startswith(("X", "M", "S"))} == {
        UNCHECKED
    }
    assert any("could not be reached" in note for note in result.notes)


@pytest.mark.parametrize("fault", ["page", "strange-404", "refused", "malformed"])
def test_a_server_that_is_not_crossref_accuses_nobody(fault: str, tmp_path: Path) -> None:
    limit = StatedLimit(1000, 0.001, 8)
    with FaultyCrossref(WorksInMemory([]), faults={fault: 1.0}, limit=limit) as server:
        result = check(open_source("crossref", settings(tmp_path, server.url)))
    assert set(result.statuses) == {Status.UNCHECKED}
