"""The library's commands, from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from refs.cli.add import doubt
from refs.model import Candidate, Match, Outcome, Reference, Work

Run = Callable[..., Result]
LIBRARY = """@article{bruecke,
  author = {Br{\\"u}cke, Anna and Pont, Bernard},
  title = {A Tale of Two {B}ridges},
  journal = {Journal of Crossings},
  year = {in press},
  keywords = {bridges, rivers},
  doi = {10.5555/article},
}

@misc{bruecke-preprint,
  author = {Br{\\"u}cke, Anna and Pont, Bernard},
  title = {A tale of two bridges},
  eprint = {2003.01234}, archiveprefix = {arXiv},
  year = 2003,
  keywords = {arches},
}
"""


@pytest.fixture
def library() -> Path:
    path = Path("library.bib")
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def test_add_a_doi(refs: Run) -> None:
    result = refs("add", "https://doi.org/10.5555/BOOK")
    assert result.exit_code == 0
    assert "added  faehr1999ferries  Faehr (1999). Ferries of the North. Harbour Press." in result.output
    assert "why: its DOI was given" in result.output
    assert "provenance = {by its DOI}" in Path("library.bib").read_text(encoding="utf-8")
    assert "present  faehr1999ferries" in refs("add", "10.5555/book").output


def test_add_a_reference_and_say_why(refs: Run) -> None:
    result = refs("add", "Faehr, C. (1999). Ferries of the North. Harbour Press.", "--key", "ferries")
    assert result.exit_code == 0
    assert "added  ferries  Faehr" in result.output
    assert "probability" in result.output


def test_add_takes_a_title_that_only_one_work_has(refs: Run) -> None:
    result = refs("add", "A tale of two bridges")
    assert (result.exit_code, "added  brucke2004tale" in result.output) == (0, True)
    assert "the string is the title, and no other work found has it" in result.output
    assert "provenance = {by its title: " in Path("library.bib").read_text(encoding="utf-8")


def test_doubt_shows_what_may_be_meant_and_how_to_add_it() -> None:
    near, far = (Work({"DOI": doi, "title": [doi]}) for doi in ("10.5555/near", "10.5555/far"))
    candidates = (Candidate(near, 0.6), Candidate(far, 0.02))
    match = Match(
        Reference("Two bridges"), Outcome.NONE, candidates=candidates, reason="too little to judge by"
    )
    assert doubt(match).splitlines() == [
        "too little to judge by",
        "           perhaps: probability 0.60: (n.d.). 10.5555/near.  refs add 10.5555/near",
    ]


def test_add_does_not_guess(refs: Run) -> None:
    text = "Nobody, N. (1950). A monograph that no index holds. Nowhere."
    result = refs("add", text)
    assert result.exit_code == 1
    assert "not added" in result.output
    assert not Path("library.bib").exists()
    assert refs("add", text, "--source", "crossref", "--offline").exit_code == 3
    assert refs("add", text, "--as-cited").exit_code == 0
    assert "monograph that no index holds" in Path("library.bib").read_text(encoding="utf-8")


def test_add_a_bibliography_keeps_groups_and_keywords(refs: Run) -> None:
    groups = "@comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 ExplicitGroup:Old\\;0\\;a\\;;\n}\n"
    Path("export.bib").write_text(
        "@book{a, title={A}, keywords={x, y}, groups={Mind}, file={:a.pdf:PDF}}\n" + groups, encoding="utf-8"
    )
    assert refs("add", "export.bib").exit_code == 0
    [item] = json.loads(refs("list", "--json", "--group", "old").stdout)
    assert item["keyword"] == "x, y"
    assert item["custom"]["groups"] == ["Mind", "Old"]
    assert item["custom"]["bibtex"]["file"] == ":a.pdf:PDF"


def test_add_dry_run_writes_nothing(refs: Run) -> None:
    assert "would add  faehr1999ferries" in refs("add", "10.5555/book", "--dry-run").output
    assert not Path("library.bib").exists()
    refs("add", "10.5555/book")
    assert "present  faehr1999ferries" in refs("add", "10.5555/book", "--dry-run").output


def test_add_of_a_missing_file_says_so(refs: Run) -> None:
    result = refs("add", "paper.docx")
    assert (result.exit_code, "no such file" in result.output) == (2, True)


def test_list_and_show(refs: Run, library: Path) -> None:
    assert refs("list", "--keys").stdout == "bruecke\nbruecke-preprint\n"
    assert refs("list", "--keys", "--sort", "year").stdout == "bruecke-preprint\nbruecke\n"
    assert refs("list", "--keys", "--keyword", "Rivers").stdout == "bruecke\n"
    assert refs("show", "bruecke").stdout == LIBRARY.split("\n\n")[0] + "\n"
    assert refs("show", "bruecke", "--style", "apa").stdout.startswith("Brücke, A., & Pont, B. (in press)")
    assert json.loads(refs("show", "bruecke", "--json").stdout)[0]["DOI"] == "10.5555/article"


def test_search(refs: Run, library: Path) -> None:
    assert refs("search", "--keys", "brücke", "year:2003").stdout == "bruecke-preprint\n"
    assert refs("search", "quokka").exit_code == 1


def test_several_libraries(refs: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other.bib").write_text("@book{other, title={Other}}", encoding="utf-8")
    monkeypatch.setenv("REFS_LIBRARY", "library.bib:other.bib")
    assert refs("list", "--keys").stdout == "bruecke\nbruecke-preprint\nother\n"
    assert "Other" in refs("show", "other").stdout
    assert refs("list", "--keys", "--library", "other.bib").stdout == "other\n"


def test_the_settings_name_the_library(refs: Run, library: Path) -> None:
    library.rename("mine.bib")
    assert refs("list").exit_code == 2
    Path("refs.toml").write_text('library = "mine.bib"\n', encoding="utf-8")
    assert refs("list").exit_code == 0


def test_edit_fields(refs: Run, library: Path) -> None:
    result = refs(
        "edit", "bruecke", "issued=2004-03", "volume=7", "page=11–29", "title=Two DNA bridges & more"
    )
    assert result.exit_code == 0
    assert "+  title = {Two {DNA} bridges \\& more}," in result.output
    text = library.read_text(encoding="utf-8")
    assert "pages = {11--29}" in text
    assert "year = {2004},\n" in text
    assert text.endswith(LIBRARY[LIBRARY.index("@misc") :])


def test_edit_removes_and_renames(refs: Run, library: Path) -> None:
    assert refs("edit", "bruecke", "keywords=", "--rename", "pont2004").exit_code == 0
    text = library.read_text(encoding="utf-8")
    assert "rivers" not in text
    assert text.startswith("@article{pont2004,\n")
    assert refs("edit", "pont2004", "--rename", "bruecke-preprint").exit_code == 2
    assert refs("edit", "pont2004", "volume").exit_code == 2


def test_edit_in_an_editor(refs: Run, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "sed -i s/Crossings/Rivers/")
    assert refs("edit", "bruecke").exit_code == 0
    assert "Journal of Rivers" in library.read_text(encoding="utf-8")
    monkeypatch.setenv("EDITOR", "true")
    assert "Nothing was changed" in refs("edit", "bruecke").output


def test_remove(refs: Run, library: Path) -> None:
    assert "would remove  bruecke " in refs("remove", "-n", "bruecke").output
    assert "removed  bruecke " in refs("remove", "bruecke").output
    assert library.read_text(encoding="utf-8") == LIBRARY[LIBRARY.index("@misc") :]
    assert refs("remove", "bruecke").exit_code == 2


def test_dedupe_shows_and_merges(refs: Run, library: Path) -> None:
    result = refs("dedupe")
    assert result.exit_code == 1
    assert "a preprint and its article" in result.output
    assert library.read_text(encoding="utf-8") == LIBRARY
    assert refs("dedupe", "--merge", "--yes").exit_code == 0
    text = library.read_text(encoding="utf-8")
    assert text.count("@") == 1
    assert "keywords = {bridges, rivers, arches}" in text
    assert "eprint = {2003.01234}" in text
    again = refs("dedupe")
    assert (again.exit_code, again.output) == (0, "No doubles.\n")


def test_update_shows_the_diff_first(refs: Run, library: Path) -> None:
    result = refs("update")
    assert "+  volume = {7}," in result.output
    assert "--yes" in result.output
    assert library.read_text(encoding="utf-8") == LIBRARY
    assert refs("update", "--yes").exit_code == 0
    text = library.read_text(encoding="utf-8")
    assert "note = {Retracted (2006): https://doi.org/10.5555/notice}" in text
    assert "year = {2004}," in text
    assert "title = {A Tale of Two {B}ridges}," in text
    assert "up to date" in refs("update").output


def test_update_as_json(refs: Run, library: Path) -> None:
    [row] = json.loads(refs("update", "--json").stdout)
    assert [change["field"] for change in row["changes"]] == ["volume", "issue", "page", "issued", "note"]


@pytest.mark.parametrize("command", ["show", "edit", "remove", "cite"])
def test_keys_complete_in_the_shell(refs: Run, library: Path, command: str) -> None:
    import click

    from refs.cli import cli

    context = click.Context(cli)
    found = cli.get_command(context, command)
    assert found is not None
    argument = found.params[0]
    completions = argument.shell_complete(click.Context(found, info_name=command), "BRU")
    assert [completion.value for completion in completions] == ["bruecke", "bruecke-preprint"]


def test_keys_of_a_named_bibliography_complete(refs: Run, tmp_path: Path) -> None:
    import click

    from refs.cli.cite import cite_command

    (tmp_path / "paper.bib").write_text(
        "@book{neff2003, title={T}}\n@book{other, title={U}}\n", encoding="utf-8"
    )
    context = click.Context(cite_command)
    context.params["bibliography"] = str(tmp_path / "paper.bib")
    completions = cite_command.params[0].shell_complete(context, "ne")
    assert [completion.value for completion in completions] == ["neff2003"]


def test_update_leaves_what_it_could_not_keep(refs: Run, library: Path) -> None:
    broken = LIBRARY.replace("Crossings},", "Crossings}") + "@book{twin, doi={10.5555/book}}\n" * 2
    library.write_text(broken, encoding="utf-8")
    result = refs("update", "--yes")
    assert "a comma is missing after the field journal of 'bruecke'" in result.stderr
    assert "the key 'twin' is given to 2 entries" in result.stderr
    assert library.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize("command", [["list"], ["dedupe"], ["update"], ["edit", "a", "b=c"], ["remove", "a"]])
def test_a_library_that_is_not_there_is_named(refs: Run, command: list[str]) -> None:
    result = refs(*command)
    assert (result.exit_code, "library.bib: no such file" in result.stderr) == (2, True)
