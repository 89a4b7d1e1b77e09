"""``refs lookup`` answers people and programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refs.cli import cli
from refs.index import build_index

NEFF = {
    "DOI": "10.1080/15298860309032",
    "type": "journal-article",
    "title": ["Self-Compassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself"],
    "author": [{"family": "Neff", "given": "Kristin"}],
    "container-title": ["Self and Identity"],
    "volume": "2",
    "issue": "2",
    "page": "85-101",
    "issued": {"date-parts": [[2003, 4]]},
}
PRINTED = f"Neff, K. (2003). {NEFF['title'][0]}. Self and Identity, 2(2), 85–101."  # type: ignore[index]


@pytest.fixture
def index(tmp_path: Path) -> str:
    (tmp_path / "a.jsonl").write_text(json.dumps(NEFF))
    build_index(tmp_path / "index", [tmp_path / "a.jsonl"])
    return f"index:{tmp_path / 'index'}"


def run(*arguments: str, input: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lookup", *arguments], input=input)


@pytest.mark.parametrize(
    "query",
    [
        PRINTED,
        "10.1080/15298860309032",
        "https://doi.org/10.1080/15298860309032",
        "doi:10.1080/15298860309032",
        "https://www.tandfonline.com/doi/full/10.1080/15298860309032",
    ],
    ids=["reference", "doi", "link", "prefix", "landing-page"],
)
def test_a_query_in_any_form_finds_the_work(query: str, index: str) -> None:
    result = run(query, "--source", index)
    assert result.exit_code == 0
    assert "Neff, K. (2003)" in result.stdout
    assert "10.1080/15298860309032" in result.stdout


def test_a_style_prints_the_reference_alone(index: str) -> None:
    assert run(PRINTED, "--source", index, "--style", "apa").stdout.count("\n") == 1


def test_explain_argues(index: str) -> None:
    assert "year agrees" in run(PRINTED, "--source", index, "--explain").stdout


def test_json_carries_candidates_and_evidence(index: str) -> None:
    answer = json.loads(run(PRINTED, "--source", index, "--json").stdout)
    assert (answer["doi"], answer["status"]) == ("10.1080/15298860309032", "found")
    assert answer["candidates"][0]["item"]["volume"] == "2"
    assert answer["evidence"]["volume"]["agrees"] is True


def test_lines_are_answered_in_order_and_a_bad_one_does_not_stop_the_rest(index: str) -> None:
    lines = [
        json.dumps({"id": "a", "raw": PRINTED}),
        '{"id": "b"}',
        json.dumps({"id": "c", "raw": "Nobody 1900"}),
    ]
    result = run("--jsonl", "--source", index, input="\n".join(lines))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["a", "b", "c"]
    assert answers[0]["doi"] == "10.1080/15298860309032"
    assert "error" in answers[1]
    assert (answers[2]["doi"], answers[2]["status"]) == (None, "none")
    assert result.exit_code == 2


def test_nothing_found_is_1_and_nothing_asked_is_2(index: str) -> None:
    assert run("Nobody 1900", "--source", index).exit_code == 1
    assert run("--source", index).exit_code == 2


def test_a_line_says_what_the_contract_says(index: str) -> None:
    said = json.loads(run("--jsonl", "--source", index, input=json.dumps({"id": 7, "raw": PRINTED})).stdout)
    assert list(said) == ["id", "doi", "probability", "status"]
    assert (said["id"], said["doi"], said["status"]) == (7, "10.1080/15298860309032", "found")
    assert 0.9 < said["probability"] <= 1


def test_what_could_not_be_asked_is_3(tmp_path: Path) -> None:
    """Only a sample, or nobody: alone or among lines, before a bad line or behind it."""
    (tmp_path / "a.jsonl").write_text('{"DOI": "10.1000/a", "title": ["A"]}')
    build_index(tmp_path / "sample", [tmp_path / "a.jsonl"], partial=True)
    sample, nobody = ("--source", f"index:{tmp_path / 'sample'}"), ("--source", "crossref", "--offline")
    for source, status in ((sample, "not-covered"), (nobody, "unreachable")):
        assert run(PRINTED, *source).exit_code == 3
        for lines in ([PRINTED], [PRINTED, "{broken"], ["{broken", PRINTED]):
            result = run("--jsonl", *source, input="\n".join(lines))
            said = [json.loads(line).get("status") for line in result.stdout.splitlines()]
            assert (status in said, result.exit_code) == (True, 3)
