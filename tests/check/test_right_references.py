"""Right references in ugly dress, in eight languages, against records of their works: none is accused.

``right_works.jsonl`` holds the works by name, as Crossref has them; a line of ``right_references.tsv`` is a
case, the name of the work it means ("-" for one that is not on record), the status and the string.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refs.index import build_index
from refs.model import Doi, Reference, Severity
from refs.pipeline import check_references
from refs.resolve.sources import open_source
from refs.settings import load_settings

HERE = Path(__file__).parent
WORKS = {
    data.pop("name"): data
    for line in (HERE / "right_works.jsonl").read_text(encoding="utf-8").splitlines()
    for data in [json.loads(line)]
}
CASES = [
    tuple(line.split("\t"))
    for line in (HERE / "right_references.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("right")
    works = folder / "works.jsonl"
    works.write_text("".join(json.dumps(data) + "\n" for data in WORKS.values()), encoding="utf-8")
    build_index(folder / "index", [works])
    return f"index:{folder / 'index'}"


@pytest.mark.parametrize(("work", "status", "raw"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_nobody_is_accused(index: str, work: str, status: str, raw: str) -> None:
    [result] = check_references([Reference(raw)], sources=[open_source(index, load_settings())])
    [match] = result.checked.matches
    assert result.statuses[0] == status
    assert [f.code for f in result.findings if f.severity is not Severity.INFO] == []
    assert match is not None
    if status == "verified":
        assert match.doi == Doi(WORKS[work]["DOI"])


def test_the_table_is_in_form() -> None:
    assert {len(case) for case in CASES} == {4}
    assert len({case[0] for case in CASES}) == len(CASES)
    assert {case[1] for case in CASES} - {"-"} <= WORKS.keys()
    assert {case[2] for case in CASES} == {"verified", "unverifiable"}
