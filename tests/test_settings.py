"""Settings: environment over file over defaults, and a clear sentence for what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_cache_path

from refs.errors import InputError
from refs.places import user_cache_folder
from refs.settings import Settings, load_settings


def test_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


def test_environment_wins_over_the_nearest_file(tmp_path: Path) -> None:
    (tmp_path / "refs.toml").write_text('style = "ieee"\nmailto = "a@example.org"\nsources = ["crossref"]\n')
    inner = tmp_path / "articles" / "2022"
    inner.mkdir(parents=True)
    settings = load_settings(inner, {"REFS_STYLE": "mla", "REFS_OFFLINE": "1"})
    assert settings == Settings(style="mla", mailto="a@example.org", sources=("crossref",), offline=True)


def test_a_table_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.refs]\nlibrary = "library.bib"\n')
    assert load_settings(tmp_path, {}).library == "library.bib"


def test_sources_from_the_environment_are_split(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {"REFS_SOURCES": "index:/data/crossref, crossref"})
    assert settings.sources == ("index:/data/crossref", "crossref")


def test_unknown_key_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "refs.toml").write_text('styel = "apa"\n')
    with pytest.raises(InputError, match=r"refs\.toml: unknown setting 'styel'; known are sources"):
        load_settings(tmp_path, {})


def test_broken_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "refs.toml").write_text("style = \n")
    with pytest.raises(InputError, match=r"refs\.toml: not valid TOML"):
        load_settings(tmp_path, {})


def test_caches_are_where_the_system_keeps_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert user_cache_folder() == user_cache_path("refs")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache_folder() == user_cache_path("refs")


WRONG_FILES = [
    (
        "refs.toml",
        "sources = 5",
        "sources = 5: give crossref, index:PATH or opensearch:URL, or a list of them",
    ),
    ("refs.toml", "sources = [1]", r"sources = \[1\]: give crossref"),
    ("refs.toml", 'offline = "maybe"', "offline = 'maybe': give true or false"),
    ("refs.toml", "timeout = true", "timeout = True: give a number of seconds between"),
    ("refs.toml", "mailto = 5", "mailto = 5: give a text in quotation marks"),
    ("pyproject.toml", "tool.refs = 5", r"tool\.refs = 5: write a table"),
]


@pytest.mark.parametrize(("name", "text", "sentence"), WRONG_FILES, ids=[case[1] for case in WRONG_FILES])
def test_a_value_of_another_kind_is_one_sentence(name: str, text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(InputError, match=rf"{name}: {sentence}"):
        load_settings(tmp_path, {})


@pytest.mark.parametrize(("value", "offline"), [("1", True), ("Yes", True), ("0", False), ("off", False)])
def test_yes_and_no_in_the_environment(value: str, offline: bool, tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"REFS_OFFLINE": value}).offline is offline


def test_a_pyproject_of_another_tool_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "refs.toml").write_text('mailto = "a@example.org"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    for text in ("tool = 5", "[tool.other]\nx = 1", "not TOML"):
        (inner / "pyproject.toml").write_text(text)
        assert load_settings(inner, {}).mailto == "a@example.org"


def test_a_folder_that_is_gone_has_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert load_settings(environ={}) == Settings()
