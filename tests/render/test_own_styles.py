"""Styles of one's own: a folder works like a name, mistakes are told by file and line, nothing escapes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from refs.errors import StyleError
from refs.model import Item
from refs.render import load_style, render_citation, render_entry, style_names
from refs.render.samples import SAMPLES

ITEM = Item({"id": "a", "type": "book", "title": "Things", "author": [{"family": "Doe", "given": "Jane"}]})
FILM = Item(
    {
        "id": "film",
        "type": "motion_picture",
        "title": "A Long Evening",
        "director": [{"family": "Doe", "given": "Jane"}],
        "producer": [{"family": "Roe", "given": "Ann"}],
        "performer": [{"family": "Poe", "given": "Max"}],
        "issued": {"date-parts": [[1999]]},
    }
)
TOML = 'name = "mine"\ntitle = "Mine"\n[names.list]\norder = "inverted"\n'


def make_style(
    folder: Path, bibliography: str = "{{ item.title }}", toml: str = TOML, citation: str = "x"
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.toml").write_text(toml, encoding="utf-8")
    (folder / "bibliography.jinja").write_text(bibliography, encoding="utf-8")
    (folder / "citation.jinja").write_text(citation, encoding="utf-8")
    return folder


def test_a_folder_is_a_style(tmp_path: Path) -> None:
    own = make_style(tmp_path, "{{ item.author | names | ended }}\n{{ item.title | italic }}")
    style = load_style(own)
    assert render_entry(ITEM, style) == "Doe, Jane. Things"
    assert render_entry(ITEM, style, "html") == "Doe, Jane. <i>Things</i>"


def test_a_style_may_use_the_shared_macros(tmp_path: Path) -> None:
    citation = '{% from "locator.jinja" import locator_of with context %}{{ locator_of("3-5", "page") }}'
    style = load_style(make_style(tmp_path, citation=citation))
    assert render_citation([ITEM], style) == "(pp. 3–5, pp. 3–5, pp. 3–5)"


TEMPLATE_MISTAKES = {
    "a bracket left open": ("fine\n{{ item.title ", 2, "unexpected"),
    "an unknown filter": ("{{ item.title }}\n\n{{ item.title | shout }}", 3, "No filter named 'shout'"),
    "an unknown variable of the item": ("one\ntwo\n{{ item.titel }}", 3, "titel"),
    "an unknown name": ("\n{{ nothing }}", 2, "'nothing' is undefined"),
    "an error while printing": ("a\n{{ item.title | names }}", 2, ""),
}


@pytest.mark.parametrize(("text", "line", "says"), TEMPLATE_MISTAKES.values(), ids=TEMPLATE_MISTAKES)
def test_a_mistake_in_a_template_is_told_by_file_and_line(
    tmp_path: Path, text: str, line: int, says: str
) -> None:
    with pytest.raises(StyleError) as caught:
        render_entry(ITEM, load_style(make_style(tmp_path, text)))
    assert f"bibliography.jinja, line {line}: " in str(caught.value)
    assert says in str(caught.value)


TOML_MISTAKES = {
    "no TOML": ("name = ", "not valid TOML"),
    "an unknown table": ("[nmes.list]\n", "unknown key 'nmes'; known are"),
    "an unknown option": ('[names.list]\nodrer = "x"\n', "unknown key 'odrer' in [names.list]"),
    "the wrong kind of value": (
        '[names.list]\net_al_from = "seven"\n',
        "et_al_from in [names.list] must be a whole",
    ),
    "a text for a table": ('names = "x"\n', "names must be a table"),
}


@pytest.mark.parametrize(("toml", "says"), TOML_MISTAKES.values(), ids=TOML_MISTAKES)
def test_a_mistake_in_style_toml_is_told(tmp_path: Path, toml: str, says: str) -> None:
    with pytest.raises(StyleError, match=r"style\.toml: ") as caught:
        load_style(make_style(tmp_path, toml=toml))
    assert says in str(caught.value)


def test_a_template_that_is_missing_is_named(tmp_path: Path) -> None:
    folder = make_style(tmp_path)
    (folder / "citation.jinja").unlink()
    with pytest.raises(StyleError, match=r"no template citation\.jinja"):
        load_style(folder)


ESCAPES = {
    "classes": "{{ ''.__class__.__mro__ }}",
    "private data": "{{ item._data }}",
    "globals of a filter": "{{ joined.__globals__ }}",
    "a file elsewhere": "{% include '../secret.txt' %}",
    "a change of what is shared": "{% set _ = words.update({'a': 1}) %}",
}


@pytest.mark.parametrize("text", ESCAPES.values(), ids=ESCAPES)
def test_a_style_of_ones_own_stays_in_its_folder(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    with pytest.raises(StyleError):
        render_entry(ITEM, load_style(make_style(tmp_path / "own", text)))


def test_an_unknown_style_is_answered_with_those_there_are() -> None:
    with pytest.raises(StyleError, match=r"no style called 'apa6'; known are .*apa, .*or a \.csl file"):
        load_style("apa6")


CSL = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Tiny</title><id>tiny</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout prefix="(" suffix=")"><text variable="title"/></layout></citation>
  <bibliography><layout suffix="."><text variable="title" font-style="italic"/></layout></bibliography>
</style>
"""


def test_a_csl_file_is_a_style(tmp_path: Path) -> None:
    pytest.importorskip("citeproc")
    path = tmp_path / "tiny.csl"
    path.write_text(CSL, encoding="utf-8")
    style = load_style(path)
    assert (style.name, style.title) == ("tiny", "Tiny")
    assert render_entry(ITEM, style, "html") == "<i>Things</i>."
    assert render_citation([ITEM], style) == "(Things)"


def test_a_csl_file_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.csl"
    path.write_text("<html/>", encoding="utf-8")
    with pytest.raises(StyleError, match="not a CSL style"):
        load_style(path)
    with pytest.raises(StyleError, match="no such file"):
        load_style(tmp_path / "y.csl")


@pytest.mark.parametrize("name", style_names())
def test_a_copy_of_any_style_prints_what_the_style_prints(tmp_path: Path, name: str) -> None:
    style = load_style(name)
    copy = load_style(shutil.copytree(style.folder, tmp_path / name))
    for item in (*SAMPLES, FILM):
        assert render_entry(item, copy) == render_entry(item, style)
        assert render_citation([item], copy) == render_citation([item], style)
