"""What is wrong with the input or the command line is told in one sentence on stderr, with exit status 2."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from refs.cli import cli

FILES = {
    "empty.txt": b"",
    "blank.md": b" \n\n",
    "empty.pdf": b"",
    "program.txt": bytes(range(256)) * 4,
    "cut.pdf": b"%PDF-1.4\ncut off",
    "article.txt": b"References\n\n1. Neff, K. (2003). Self-compassion. Self and Identity, 2, 85-101.\n",
    "nothing.bib": b"no entry here\n",
    "cut.json": b'{"a": [1',
    "items.json": b'[{"id": "a", "type": "book", "title": "A book"}]',
    "nothing.jsonl": b"",
    "broken.jsonl": b'{"DOI": \n',
    "broken/index.json": b"{",
    "bad/style.toml": b"name = \n",
}
INDEX = ("--source", "index:broken")
WRONG = {
    "no such file": (("check", "missing.txt"), "missing.txt: cannot be read (No such file"),
    "a folder": (("extract", "bad"), "bad: a folder without a main document"),
    "an empty text": (("check", "empty.txt", "--offline"), "empty.txt: is empty; give an article"),
    "a blank text": (("extract", "blank.md"), "blank.md: is empty; give an article"),
    "an empty PDF": (("extract", "empty.pdf"), "empty.pdf: is empty; give an article"),
    "empty stdin": (("check", "-", "--offline"), "standard input: is empty; give an article"),
    "bytes of no text": (("extract", "program.txt"), "program.txt: this looks like binary data"),
    "a damaged PDF": (("check", "cut.pdf", "--offline"), "cut.pdf: not a PDF that can be read"),
    "an unknown format": (
        ("extract", "--from", "wordstar", "article.txt"),
        "article.txt: 'wordstar' is no format. refs reads",
    ),
    "an unknown scheme": (
        ("check", "ftp://example.org/a.txt", "--offline"),
        "ftp://example.org/a.txt: only http",
    ),
    "a broken address": (
        ("check", "http://[::1", "--offline"),
        "http://[::1: cannot be fetched (Invalid IPv6",
    ),
    "no article": (("check",), "no article given; name a file"),
    "an unknown rule": (("check", "--select", "Z9", "article.txt"), "Z9: no rule has this code or name"),
    "a style of nobody": (("check", "--style", "foo", "article.txt"), "no style called 'foo'; known are"),
    "an unknown source": (("check", "--source", "google", "article.txt"), "unknown source 'google': use"),
    "no index": (("check", "--source", "index:none", "article.txt"), "none: no index there; make one"),
    "a file for an index": (
        ("check", "--source", "index:items.json", "article.txt"),
        "items.json: no index there",
    ),
    "a broken index": (("check", *INDEX, "article.txt"), "broken/index.json: cannot be read; build"),
    "no server": (("check", "--source", "opensearch:es", "article.txt"), "'es' is no address of a server"),
    "an output elsewhere": (("export", "items.json", "-o", "none/x"), "none/x: cannot be written (No such"),
    "an output that is a folder": (("export", "items.json", "-o", "bad"), "bad: cannot be written (Is a dir"),
    "an unknown style": (("export", "items.json", "--style", "foo"), "no style called 'foo'; known are"),
    "a broken style": (("export", "items.json", "--style", "bad"), "bad/style.toml: not valid TOML"),
    "a style for a file": (("export", "items.json", "--to", "bibtex", "--style", "apa"), "apa: no layout of"),
    "JSON cut off": (("export", "cut.json"), "cut.json: not valid JSON"),
    "no records": (("index", "build", "nothing.jsonl", "--out", "new"), "nothing.jsonl: no Crossref records"),
    "broken records": (("index", "build", "broken.jsonl", "--out", "new"), "broken.jsonl: holds no Crossref"),
    "a bibliography of nothing": (("check", "nothing.bib", "--offline"), "nothing.bib: no entry in this"),
    "a setting of another kind": (("list",), "REFS_OFFLINE = 'maybe': give true or false"),
    "no library": (("list", "--library", "none.bib"), "none.bib: no such file; refs add makes it"),
}


@pytest.mark.parametrize(("arguments", "sentence"), WRONG.values(), ids=WRONG.keys())
def test_it_is_told_in_one_sentence(
    arguments: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REFS_CACHE", str(tmp_path / "cache"))
    if "maybe" in sentence:
        monkeypatch.setenv("REFS_OFFLINE", "maybe")
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    done = CliRunner().invoke(cli, arguments, input="")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"refs: {sentence}")
    assert done.stderr.count("\n") == 1
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert left - {"new/.build.lock"} == set(FILES) | {name for name in left if name.startswith("cache")}


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.bib", "no entry in it"), ("letter.txt", "no list of references was found in it")],
    ids=["bibliography", "article"],
)
def test_what_holds_nothing_to_add_is_named(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("Dear Ada,\n")
    library = tmp_path / "library.bib"
    done = CliRunner().invoke(cli, ["add", str(tmp_path / name), "--library", str(library), "--offline"])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"refs: {name}: {told}\n")


def test_a_bibliography_of_nothing_is_exported_with_a_remark(tmp_path: Path) -> None:
    (tmp_path / "none.bib").write_bytes(b"")
    done = CliRunner().invoke(cli, ["export", str(tmp_path / "none.bib"), "--to", "ris"])
    assert (done.exit_code, done.stdout.strip()) == (0, "")
    assert done.stderr == f"refs: {tmp_path / 'none.bib'}: no entry in it\n"
