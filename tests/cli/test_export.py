"""``refs export``, ``refs cite`` and ``refs styles``: what goes in, what comes out, what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from refs.cli import cli

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ITEMS = [
    {
        "id": "neff",
        "type": "article-journal",
        "title": "Self-compassion",
        "author": [{"family": "Neff", "given": "Kristin"}],
        "container-title": "Self and Identity",
        "volume": "2",
        "issued": {"date-parts": [[2003]]},
    },
    {"id": 7, "type": "book", "title": "The Courage to Be", "issued": {"date-parts": [[1952]]}},
]
NEFF = "Neff, K. (2003). Self-compassion. Self and Identity, 2."


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, list(arguments), input=stdin)


@pytest.fixture
def source(tmp_path: Path) -> str:
    path = tmp_path / "items.json"
    path.write_text(json.dumps(ITEMS), encoding="utf-8")
    return str(path)


def test_a_list_in_a_style(source: str) -> None:
    assert run("export", source, "--style", "apa").output == f"The Courage to Be. (1952).\n{NEFF}\n"


def test_the_style_of_the_settings_is_the_default(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REFS_STYLE", "vancouver")
    assert run("export", source).output.startswith("1. Neff K. Self-compassion.")


def test_lines_of_json_come_in_input_order(source: str) -> None:
    lines = [
        json.loads(line) for line in run("export", source, "--style", "apa", "--jsonl").output.splitlines()
    ]
    assert [line["id"] for line in lines] == ["neff", 7]
    assert [line["style"] for line in lines] == ["apa", "apa"]
    assert lines[0]["text"] == NEFF
    assert "<i>Self and Identity</i>" in lines[0]["html"]


def test_standard_input_may_be_a_bib() -> None:
    bib = "@book{tillich, title={The Courage to Be}, author={Tillich, Paul}, year=1952, publisher={Yale}}"
    assert run("export", "-", "--style", "chicago", stdin=bib).output == (
        "Tillich, Paul. 1952. The Courage to Be. Yale.\n"
    )


def test_several_sources_are_one_list(source: str, tmp_path: Path) -> None:
    other = tmp_path / "one.bib"
    other.write_text("@misc{a, title={Zebra}, year=2001}", encoding="utf-8")
    output = run("export", source, str(other), "--to", "csl-json").output
    assert [item["id"] for item in json.loads(output)] == ["neff", 7, "a"]


def test_an_article_is_exported_as_cited_on_request() -> None:
    result = run("export", str(SEEDS / "listening-well.txt"), "--no-lookup", "--style", "apa")
    assert result.exit_code == 0
    assert "Rogers, C. R. (1957)." in result.output


@pytest.mark.parametrize("options", [("--to", "bibtex"), ("--style", "apa"), ("--style", "apa", "--jsonl")])
def test_what_no_source_could_say_is_exported_as_cited_and_told(options: tuple[str, ...]) -> None:
    article = str(SEEDS / "listening-well.txt")
    result = run("export", article, *options, "--source", "crossref", "--offline")
    assert (result.exit_code, "Rogers" in result.stdout) == (3, True)
    assert result.stderr.startswith("refs: 3 written as cited: crossref is not asked while offline")
    assert result.stderr.count("\n") == 1
    assert run("export", article, *options).exit_code == 0


def test_sentence_case_on_request(source: str) -> None:
    assert "The courage to be. (1952)" in run("export", source, "--sentence-case").output


@pytest.mark.parametrize(
    ("target", "start"), [("rtf", b"{\\rtf1"), ("docx", b"PK"), ("html", b"<!doctype html>")]
)
def test_a_document_goes_to_a_file(source: str, tmp_path: Path, target: str, start: bytes) -> None:
    pytest.importorskip("docx")
    path = tmp_path / f"list.{target}"
    result = run("export", source, "--to", target, "--output", str(path))
    assert (result.exit_code, result.output) == (0, "")
    assert path.read_bytes().startswith(start)


REFUSALS = {
    "an unknown style": (("--style", "apa5"), "no style called 'apa5'"),
    "a CSL file that is not there": (("--style", "x.csl"), "x.csl: no such file"),
}


@pytest.mark.parametrize(("options", "says"), REFUSALS.values(), ids=REFUSALS)
def test_what_is_refused(source: str, options: tuple[str, ...], says: str) -> None:
    result = run("export", source, *options)
    assert result.exit_code == 2
    assert says in result.output


@pytest.mark.parametrize(
    ("content", "says"),
    [('{"a":', "not valid JSON"), ('{"a": 1}', "no CSL-JSON items"), ("  ", "is empty")],
    ids=["cut off", "something else", "empty"],
)
def test_json_that_holds_no_items(content: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "items.json"
    path.write_text(content)
    result = run("export", str(path), "--to", "bibtex")
    assert result.exit_code == 2
    assert says in result.stderr


def test_an_article_without_a_list_is_said_to_have_none(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Ada,\n\nthe engine is nearly done.\n")
    assert "no list of references was found" in run("export", str(path)).stderr


def test_a_file_that_is_not_there() -> None:
    result = run("export", "missing.bib")
    assert result.exit_code == 2
    assert "missing.bib" in result.output


CITES = {
    "in brackets": (("neff",), "(Neff, 2003)"),
    "in the sentence": (("neff", "--narrative"), "Neff (2003)"),
    "two works": (("neff", "7"), "(The Courage to Be, 1952; Neff, 2003)"),
    "a page": (("neff", "--locator", "3-5"), "(Neff, 2003, pp. 3–5)"),
    "a chapter": (("neff", "--locator", "chapter 2"), "(Neff, 2003, Chapter 2)"),
    "as a number": (("7", "--style", "ieee"), "[2]"),
    "in HTML": (("7", "--to", "html"), "(<i>The Courage to Be</i>, 1952)"),
}


@pytest.mark.parametrize(("arguments", "expected"), CITES.values(), ids=CITES)
def test_cite(source: str, arguments: tuple[str, ...], expected: str) -> None:
    assert run("cite", *arguments, "--bibliography", source).output == f"{expected}\n"


def test_cite_from_the_library_of_the_settings(
    source: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("REFS_LIBRARY", source)
    assert run("cite", "neff").output == "(Neff, 2003)\n"
    monkeypatch.setenv("REFS_LIBRARY", str(tmp_path / "none.bib"))
    result = run("cite", "neff")
    assert result.exit_code == 2
    assert "none.bib: no such bibliography" in result.output


def test_cite_an_unknown_key(source: str) -> None:
    result = run("cite", "nobody", "-b", source)
    assert result.exit_code == 2
    assert "no entry 'nobody'" in result.output


def test_styles_are_listed_with_their_other_names() -> None:
    lines = run("styles", "list").output.splitlines()
    assert len(lines) == 8
    assert any(line.startswith("nlm-citation-sequence") and "vancouver" in line for line in lines)


def test_a_style_is_shown() -> None:
    output = run("styles", "show", "mla").output
    assert output.startswith("modern-language-association: MLA Handbook")
    assert "Neff, Kristin D. “The Development and Validation" in output


def test_a_style_of_ones_own_starts_as_a_copy(source: str, tmp_path: Path) -> None:
    result = run("styles", "new", "house", "--from", "apa", "--in", str(tmp_path))
    assert result.exit_code == 0
    template = tmp_path / "house" / "bibliography.jinja"
    changed = template.read_text(encoding="utf-8").replace('"n.d."', '"undated"')
    template.write_text(changed, encoding="utf-8")
    undated = json.dumps([{"id": "a", "type": "book", "title": "Things"}])
    output = run("export", "-", "--style", str(tmp_path / "house"), stdin=undated).output
    assert output == "Things. (undated).\n"
    assert run("styles", "new", "house", "--in", str(tmp_path)).exit_code == 2


def _start(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; from refs.cli import main; import refs.cli as c\n"
        "leave = c._leave\n"
        "def told(status):\n"
        "    print(*(m for m in ('click', 'jinja2', 'tomllib') if m in sys.modules), file=sys.stderr)\n"
        "    leave(status)\n"
        "c._leave = told; sys.argv = ['refs', *sys.argv[1:]]; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )


PLAIN = {
    "text": (),
    "HTML": ("--to", "html"),
    "RTF, by an alias": ("--style", "vancouver", "--to", "rtf"),
    "numbered": ("--style", "ieee", "--to", "markdown"),
}


@pytest.mark.parametrize("options", PLAIN.values(), ids=PLAIN)
def test_a_plain_export_prints_the_same_without_loading_click(source: str, options: tuple[str, ...]) -> None:
    arguments = ("export", source, *(options if "--style" in options else ("--style", "apa", *options)))
    _start(*arguments)  # compiles the style
    quick = _start(*arguments)
    assert quick.stdout == run(*arguments).output
    assert quick.returncode == 0
    if "vancouver" not in arguments:
        assert quick.stderr.split() == []


NOT_PLAIN = {
    "lines of JSON": ("--style", "apa", "--jsonl"),
    "no style named": (),
    "an unknown style": ("--style", "nonsense"),
    "an unknown format": ("--style", "apa", "--to", "nonsense"),
    "no value": ("--style",),
}


@pytest.mark.parametrize("options", NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_is_not_plain_is_left_to_click(source: str, options: tuple[str, ...]) -> None:
    whole = _start("export", source, *options)
    expected = run("export", source, *options)
    assert (whole.stdout, whole.returncode) == (expected.stdout, expected.exit_code)
    assert "click" in whole.stderr


def test_a_bibliography_with_problems_is_left_to_click(tmp_path: Path) -> None:
    path = tmp_path / "items.json"
    path.write_text(json.dumps([*ITEMS * 10, 3]), encoding="utf-8")
    whole = _start("export", str(path), "--style", "apa")
    assert "entry 21 is not an object" in whole.stderr
    assert "Neff, K. (2003a)" in whole.stdout


def test_a_file_of_html_is_a_whole_page_and_standard_output_a_fragment(source: str, tmp_path: Path) -> None:
    fragment = run("export", source, "--style", "apa", "--to", "html").output
    assert fragment.startswith('<div class="references hanging"')
    page = tmp_path / "references.html"
    run("export", source, "--style", "apa", "--to", "html", "-o", str(page))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert '<meta charset="utf-8">' in text
    assert fragment in text
