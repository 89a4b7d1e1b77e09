"""The sample articles from end to end: what is found, what it resolves to, what is reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from refs.cli import cli
from tests.conftest import SEEDS

Golden = Callable[[str, Any], None]
ARTICLES = [
    "listening-well.txt",
    "listening-well.html",
    "kindness-to-oneself.md",
    "small-programs.txt",
    "shaky-ground.md",
]
COUNTS = {
    "listening-well.txt": {"article": 3, "comment": 8},
    "listening-well.html": {"article": 3, "comment": 8},
    "kindness-to-oneself.md": {"article": 8},
    "small-programs.txt": {"article": 10},
    "shaky-ground.md": {"article": 8},
}


def run(*args: str | Path, status: int = 0, stdin: str = "") -> str:
    result = CliRunner().invoke(cli, [str(a) for a in args], input=stdin, catch_exceptions=False)
    assert result.exit_code == status, result.output
    return result.stdout


def extracted(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(run("extract", SEEDS / name, "--json"))
    return data


@pytest.mark.parametrize("name", ARTICLES)
def test_the_lists_are_whole_and_apart(name: str) -> None:
    lists = [reference["list"] for reference in extracted(name)["references"]]
    assert {kind: lists.count(kind) for kind in lists} == COUNTS[name]
    assert lists == sorted(lists, key=lambda kind: kind != "article"), "the article's own list comes first"


@pytest.mark.parametrize("name", ["listening-well.txt", "small-programs.txt"])
def test_spans_point_into_the_file(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    for reference in extracted(name)["references"]:
        start, end = reference["span"]
        printed = " ".join(text[start:end].split())
        assert reference["raw"] in printed


@pytest.mark.parametrize("name", ARTICLES)
def test_extraction_is_as_recorded(name: str, golden: Golden) -> None:
    data = extracted(name)
    kept = ("raw", "label", "list", "list_name", "item")
    golden(
        f"extract/{name}.json",
        {
            "references": [
                {k: _without_custom(r[k]) for k in kept if r.get(k) is not None} for r in data["references"]
            ],
            "citations": [{k: c[k] for k in ("text", "references", "kind")} for c in data["citations"]],
        },
    )


@pytest.mark.parametrize("name", ARTICLES)
def test_report_is_as_recorded(name: str, golden: Golden, seed_index: Path) -> None:
    result = CliRunner().invoke(
        cli, ["check", str(SEEDS / name), "--format", "json", "--source", f"index:{seed_index}"]
    )
    assert result.exit_code in (0, 1), result.output
    data = json.loads(result.stdout)
    golden(
        f"check/{name}.json",
        {
            "exit status": result.exit_code,
            "references": [
                {
                    "raw": r["raw"][:60],
                    "status": r["status"],
                    "doi": r["doi"],
                    "disagree": sorted(f for f, e in (r["evidence"] or {}).items() if e["agrees"] is False),
                    "findings": [f if isinstance(f, str) else f["code"] for f in r["findings"]],
                }
                for r in data["references"]
            ],
            "findings": [
                {"code": f["code"], "severity": f["severity"]}
                | {"message": f["message"].replace(str(seed_index), "WORKS")}
                for f in data["findings"]
            ],
            "summary": data["summary"],
        },
    )


def test_the_planted_faults_are_named(seed_index: Path) -> None:
    data = json.loads(
        run(
            "check",
            SEEDS / "shaky-ground.md",
            "--format",
            "json",
            "--source",
            f"index:{seed_index}",
            status=1,
        )
    )
    said = [(f["code"][0], f["message"]) for f in data["findings"]]

    def reported(family: str, *needles: str) -> bool:
        return any(code == family and all(n in message for n in needles) for code, message in said)

    assert reported("M", "61", "51")
    assert reported("M", "2008", "2006")
    assert reported("X", "10.1037/0033-295x.84.2.191")
    assert reported("S", "retract")
    assert reported("T", "Simmons")
    assert reported("T", "Knuth")
    assert reported("T", "2004", "2005")
    statuses = {r["raw"].split(",")[0]: r["status"] for r in data["references"]}
    assert statuses["Halvorsen"] == "not_found"
    assert statuses["Ioannidis"] == "verified"
    assert "not_found" not in {s for name, s in statuses.items() if name != "Halvorsen"}


def test_nothing_is_said_against_an_article_that_is_right(seed_index: Path) -> None:
    data = json.loads(
        run("check", SEEDS / "kindness-to-oneself.md", "--format", "json", "--source", f"index:{seed_index}")
    )
    assert {r["status"] for r in data["references"]} == {"verified"}
    assert [f for f in data["findings"] if f["severity"] != "info"] == []


def test_without_a_network_a_miss_is_unchecked_never_not_found() -> None:
    data = json.loads(run("check", SEEDS / "shaky-ground.md", "--format", "json", status=3))
    statuses = [r["status"] for r in data["references"]]
    assert "not_found" not in statuses
    assert statuses[2] == "unchecked", "the sample index lacks it and Crossref is out of reach"


@pytest.mark.parametrize("name", ARTICLES)
def test_an_unreachable_source_leaves_everything_unchecked(name: str) -> None:
    result = CliRunner().invoke(cli, ["check", str(SEEDS / name), "--format", "json", "--source", "crossref"])
    assert result.exit_code == 3
    data = json.loads(result.stdout)
    own = [r["status"] for r in data["references"] if r["list"] == "article"]
    assert set(own) == {"unchecked"}
    assert "Traceback" not in result.stderr


def test_other_lists_are_looked_up_only_when_asked(seed_index: Path) -> None:
    source = ("--source", f"index:{seed_index}", "--format", "json")
    path = SEEDS / "listening-well.txt"
    plain = json.loads(CliRunner().invoke(cli, ["check", str(path), *source]).stdout)
    asked = json.loads(CliRunner().invoke(cli, ["check", str(path), *source, "--all-lists"]).stdout)

    def comment_statuses(data: dict[str, Any]) -> set[str | None]:
        return {r["status"] for r in data["references"] if r["list"] == "comment"}

    assert comment_statuses(plain) == {None} or comment_statuses(plain) == set()
    assert comment_statuses(asked) <= {"unverifiable", "verified"}
    assert comment_statuses(asked)


def _without_custom(value: Any) -> Any:
    """Return an item without what the parser says of itself: confidences change with every training."""
    if not isinstance(value, dict):
        return value
    return {key: part for key, part in value.items() if key != "custom"}
