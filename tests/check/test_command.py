"""``refs check`` as it is used: files, lines, exit statuses; works come from a small index made here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refs.cli.check import FORMATS, check_command, exit_status
from refs.index import build_index
from refs.model import Article, CheckedArticle, CheckResult, Finding, Severity, Status
from tests.check.pages import WORKS

NEFF = (
    "Neff, K. (2003). Self-compassion: An alternative conceptualization of a healthy attitude toward "
    "oneself. Self and Identity, 2(2), 85–101."
)
LECUN = "LeCun Y, Bengio Y, Hinton G. Deep learning. Nature. 2015;512(7553):436-444. doi:10.1038/nature14539"
UNKNOWN = "Watanabe K. Slow rivers of the northern plain. Self and Identity. 2014;12(3):45-67."
ELSEWHERE = "Watanabe K. Slow rivers of the northern plain. Journal of Regional Hydrology. 2014;12(3):45-67."
ARTICLE = f"""# Notes

Kindness helps (Neff, 2003), and nets learn (LeCun et al., 2015).

## References

LeCun, Y., Bengio, Y., & Hinton, G. (2015). Deep learning. Nature, 512(7553), 436–444.

{NEFF}
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("index")
    names = ("neff2003", "neff2013", "lecun2015", "watson1953", "wakefield1998", "gordon2020")
    works = folder / "works.jsonl"
    works.write_text("".join(json.dumps(WORKS[name].data) + "\n" for name in names), encoding="utf-8")
    build_index(folder / "index", [works])
    return f"index:{folder / 'index'}"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "notes.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(check_command, arguments, input=given)


def test_table_names_the_field_and_exits_with_1(article: Path, index: str) -> None:
    result = run(str(article), "--source", index)
    assert result.exit_code == 1
    assert "M241  Volume cited 512, on record 521." in result.output
    assert "2 references: 1 verified, 1 differs." in result.output


def test_fail_on_sets_the_bound(article: Path, index: str) -> None:
    assert run(str(article), "--source", index, "--fail-on", "error").exit_code == 0
    assert run(str(article), "--source", index, "--fail-on", "never").exit_code == 0


def result_of(status: Status, *severities: Severity) -> CheckResult:
    findings = tuple(Finding("M241", "said", severity) for severity in severities)
    return CheckResult(CheckedArticle(Article("", "", ""), ()), (status,), findings)


FINE = result_of(Status.VERIFIED)
TOLD = result_of(Status.VERIFIED, Severity.INFO)
WARNED = result_of(Status.MISMATCH, Severity.WARNING, Severity.INFO)
GRAVE = result_of(Status.NOT_FOUND, Severity.INFO, Severity.ERROR)
UNCHECKED = result_of(Status.UNCHECKED)
EXITS: list[tuple[str, list[CheckResult], str, int]] = [
    ("nothing at all", [], "info", 0),
    ("nothing to report", [FINE, FINE], "info", 0),
    ("a remark", [TOLD], "warning", 0),
    ("a remark is asked for", [TOLD], "info", 1),
    ("a warning", [WARNED], "warning", 1),
    ("a warning in the first article", [WARNED, FINE], "warning", 1),
    ("a warning in the last article", [FINE, WARNED], "warning", 1),
    ("a warning below the bound", [WARNED], "error", 0),
    ("an error", [GRAVE, TOLD], "error", 1),
    ("an error, never", [GRAVE], "never", 0),
    ("unchecked", [UNCHECKED], "error", 3),
    ("unchecked, never", [UNCHECKED], "never", 3),
    ("unchecked before a finding", [UNCHECKED, GRAVE], "info", 3),
    ("unchecked behind a finding", [GRAVE, UNCHECKED], "info", 3),
]


@pytest.mark.parametrize(("results", "fail_on", "status"), [c[1:] for c in EXITS], ids=[c[0] for c in EXITS])
def test_exit_status(results: list[CheckResult], fail_on: str, status: int) -> None:
    assert exit_status(results, fail_on) == status


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_is_printed(format_: str, article: Path, index: str) -> None:
    text = ARTICLE.replace(" (Neff, 2003)", "").replace(" (LeCun et al., 2015)", "")
    article.write_text(text, encoding="utf-8")
    result = run(str(article), "--source", index, "--format", format_)
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)
    assert "T409" in result.stdout
    assert "M241" in result.stdout


def test_rules_can_be_chosen(article: Path, index: str) -> None:
    assert run(str(article), "--source", index, "--ignore", "M").exit_code == 0
    assert "M241" in run(str(article), "--source", index, "--select", "volume-differs").output


@pytest.mark.parametrize(
    ("style", "told"),
    [("", False), ("apa", True), ("ama", True), ("american-medical-association", True), ("ieee", False)],
)
def test_a_style_that_asks_for_dois_has_them_told(style: str, told: bool, article: Path, index: str) -> None:
    assert ("L502" in run(str(article), "--source", index, "--style", style).stdout) is told


def test_an_unknown_rule_is_named(article: Path, index: str) -> None:
    result = run(str(article), "--source", index, "--select", "Z9")
    assert "Z9: no rule has this code or name" in str(result.exception)


def test_the_report_goes_to_a_file(article: Path, index: str, tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert run(str(article), "--source", index, "--format", "json", "--output", str(target)).output == ""
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["statuses"]["mismatch"] == 1


def test_lines_are_answered_in_order_and_bad_ones_named(index: str) -> None:
    lines = [json.dumps({"id": 1, "raw": NEFF}), "{broken", json.dumps({"id": 3, "raw": LECUN})]
    lines += [json.dumps({"id": 4, "raw": UNKNOWN}), json.dumps({"id": 5, "raw": ELSEWHERE})]
    result = run("--jsonl", "--source", index, given="\n".join(lines))
    first, bad, third, fourth, fifth = map(json.loads, result.output.splitlines())
    assert (first["id"], first["status"], first["fields"], first["retracted"]) == (1, "verified", [], False)
    assert "line 2: not JSON" in bad["error"]
    assert (third["id"], third["status"], third["fields"]) == (3, "mismatch", ["volume"])
    assert third["doi"] == "10.1038/nature14539"
    assert (fourth["status"], fourth["doi"], fourth["findings"]) == ("not_found", None, ["X101"])
    assert (fifth["status"], fifth["findings"]) == ("unverifiable", ["X108"])
    assert result.exit_code == 2


def test_a_line_says_what_the_contract_says(index: str) -> None:
    said = json.loads(run("--jsonl", "--source", index, given=json.dumps({"id": "a", "raw": LECUN})).output)
    assert list(said) == ["id", "status", "doi", "probability", "retracted", "fields", "findings"]
    assert (said["id"], said["findings"]) == ("a", ["M241"])
    assert 0.9 < said["probability"] <= 1


@pytest.mark.parametrize("bad", [0, 1, 2], ids=["first", "between", "last"])
def test_a_bad_line_is_wrong_input_wherever_it_stands(bad: int, index: str) -> None:
    lines = [json.dumps({"id": number, "raw": NEFF}) for number in range(2)]
    lines.insert(bad, "{broken")
    result = run("--jsonl", "--source", index, given="\n".join(lines))
    assert ["error" in json.loads(line) for line in result.output.splitlines()].index(True) == bad
    assert result.exit_code == 2


def test_an_unreachable_source_outweighs_a_bad_line() -> None:
    result = run("--jsonl", "--offline", "--source", "crossref", given=f"{{broken\n{NEFF}")
    assert [json.loads(line).get("status") for line in result.stdout.splitlines()] == [None, "unchecked"]
    assert result.exit_code == 3


def test_a_retracted_work_keeps_its_status(index: str) -> None:
    raw = (
        "Wakefield AJ, Murch SH, Anthony A. Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and "
        "pervasive developmental disorder in children. Lancet. 1998;351(9103):637-641."
    )
    said = json.loads(run("--jsonl", "--source", index, given=json.dumps({"id": 1, "raw": raw})).output)
    assert (said["status"], said["retracted"], said["findings"]) == ("verified", True, ["S301"])


def test_offline_everything_is_unchecked_and_exits_with_3(article: Path) -> None:
    result = run(str(article), "--offline", "--source", "crossref", "--format", "json")
    assert {r["status"] for r in json.loads(result.stdout)["references"]} == {"unchecked"}
    assert result.exit_code == 3


@pytest.mark.parametrize("before", ["85–101.", "85–101. İİ"], ids=["plain", "letters that are two in small"])
def test_fix_mends_the_doi_in_the_file(index: str, tmp_path: Path, before: str) -> None:
    path = tmp_path / "notes.md"
    right = ARTICLE.replace("85–101.", f"{before} https://doi.org/10.1080/15298860309032")
    path.write_text(right.replace("309032", "309023"), encoding="utf-8")
    run(str(path), "--source", index, "--fix")
    assert path.read_text(encoding="utf-8") == right


def test_fix_leaves_alone_what_is_no_plain_text(index: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.html"
    entry = NEFF.replace("85–101.", "85–101. https://doi.org/10.1080/15298860309023")
    path.write_text(f"<h1>Notes</h1><p>(Neff, 2003)</p><h2>References</h2><p>{entry}</p>", encoding="utf-8")
    before = path.read_bytes()
    result = run(str(path), "--source", index, "--fix")
    assert path.read_bytes() == before
    assert "only plain text files can be mended in place; nothing was changed" in result.stderr


def test_one_broken_article_does_not_stop_the_others(article: Path, index: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.bin"
    broken.write_bytes(bytes(range(256)) * 8)
    result = run(str(broken), str(article), "--source", index)
    assert result.exit_code == 2
    assert "broken.bin" in result.stderr
    assert "M241  Volume cited 512, on record 521." in result.stdout


def test_an_article_without_a_list_is_said_to_have_none(index: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada,\n\nthe engine is nearly done.\n")
    result = run(str(path), "--source", index)
    assert result.exit_code == 0
    assert "no list of references of the article's own was found" in result.stdout
    assert "No references." in result.stdout


def test_no_article_is_an_error(index: str) -> None:
    assert "no article given" in str(run("--source", index).exception)
