"""The library: what is touched changes, all else stays byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from refs.errors import LibraryError
from refs.library import Library
from refs.library.storage import backup_path
from refs.model import Item

FILE = """% My library\r
@string{jpsp = "Journal of Personality and Social Psychology"}\r
\r
@Article{ neff2003self ,\r
   author = {Neff, Kristin D.},\r
   title= "Self-Compassion"  ,\r
   year =2003, journal = {Self and Identity},\r
   doi = {10.1080/15298860309032}\r
}\r
\r
@comment{jabref-meta: databaseType:bibtex;}\r
@book{broken, title = {No end\r
@inbook{part, title={Part}, crossref={whole}}\r
@book{whole, title={Whole}, year=1999}\r
"""
WORK = Item(
    {
        "type": "article-journal",
        "title": "Gödel & Co.: DNA",
        "author": [{"family": "Müller", "given": "Anna"}],
        "issued": {"date-parts": [[2020, 5]]},
        "DOI": "10.1000/xyz",
    }
)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "mine.bib").write_bytes(FILE.encode())
    return Library(tmp_path / "mine.bib", cache=tmp_path / "cache" / "index.sqlite")


def test_adding_leaves_what_was_there(library: Library) -> None:
    [added] = library.add([WORK], provenance="Crossref, by DOI")
    data = library.path.read_bytes().decode()
    assert data.startswith(FILE)
    assert added.key == "muller2020godel"
    assert "provenance = {Crossref, by DOI},\r\n" in data
    assert library.entry(added.key).item.title == WORK.title
    assert backup_path(library.path).read_bytes().decode() == FILE


def test_a_doi_that_is_there_is_not_added_again(library: Library) -> None:
    same = Item({"type": "book", "title": "x", "DOI": "https://doi.org/10.1080/15298860309032"})
    before = library.path.read_bytes()
    assert [(added.key, added.is_new) for added in library.add([same])] == [("neff2003self", False)]
    assert library.path.read_bytes() == before


def test_a_taken_key_is_refused(library: Library) -> None:
    with pytest.raises(LibraryError, match="is taken"):
        library.add([WORK], key="Whole")
    assert library.path.read_bytes().decode() == FILE


def test_setting_a_field_changes_that_field(library: Library) -> None:
    library.set_fields("neff2003self", {"year": "{2004}", "volume": "{2}", "journal": None})
    assert library.path.read_bytes().decode() == FILE.replace(
        "year =2003, journal = {Self and Identity},\r\n   doi = {10.1080/15298860309032}\r\n",
        "year ={2004},\r\n   doi = {10.1080/15298860309032},\r\n   volume = {2}\r\n",
    )


def test_removing_takes_the_entry_and_its_blank_line(library: Library) -> None:
    [removed] = library.remove(["neff2003self"])
    start, end = FILE.index("@Article"), FILE.index("@comment{jabref")
    assert library.path.read_bytes().decode() == FILE[:start] + FILE[end:]
    assert removed.item.title == "Self-Compassion"


def test_removing_all_or_none(library: Library) -> None:
    with pytest.raises(LibraryError, match="did you mean neff2003self"):
        library.remove(["whole", "neff2003selv"])
    assert library.path.read_bytes().decode() == FILE


def test_items_and_problems(library: Library) -> None:
    assert [item.id for item in library.items()] == ["neff2003self", "part", "whole"]
    assert [problem.line for problem in library.problems()] == [12]
    assert library.entry("part").item.container_title == "Whole"


def test_a_key_given_twice_is_a_problem_and_not_guessed_at(library: Library) -> None:
    library.path.write_text("@book{a, title={A}}\n@book{a, title={B}}\n", encoding="utf-8")
    assert [problem.line for problem in library.problems()] == [2]
    with pytest.raises(LibraryError, match="lines 1, 2"):
        library.remove(["a"])


def test_other_encodings_stay(library: Library) -> None:
    old = "@book{m, title={Über}, year=2000}\n".encode("latin-1")
    library.path.write_bytes(old)
    assert library.items()[0].title == "Über"
    library.set_fields("m", {"year": "{2001}"})
    assert library.path.read_bytes() == old.replace(b"2000", b"{2001}")
    library.add([WORK])
    assert library.path.read_bytes().startswith(old.replace(b"2000", b"{2001}"))


def test_utf16_is_refused(library: Library) -> None:
    library.path.write_text("@book{m, title={A}}", encoding="utf-16")
    with pytest.raises(LibraryError, match="UTF-8"):
        library.add([WORK])


def test_a_broken_entry_is_not_edited(library: Library) -> None:
    library.path.write_text("@book{a, title={A} year={2020}}", encoding="utf-8")
    with pytest.raises(LibraryError, match="comma is missing"):
        library.set_fields("a", {"title": "{B}"})
    library.replace_entry("a", "@book{b, title={A}, year={2020}}")
    assert library.path.read_text(encoding="utf-8") == "@book{b, title={A}, year={2020}}"


@pytest.mark.parametrize(
    "raw", ["@book{x, title={A}", "no entry", "@book{a}@book{b}", "@book{whole, title={A}}"]
)
def test_an_edited_text_must_be_one_entry_with_a_free_key(library: Library, raw: str) -> None:
    with pytest.raises(LibraryError, match="nothing has changed"):
        library.replace_entry("part", raw)
    assert library.path.read_bytes().decode() == FILE


def test_a_link_to_the_library_stays_a_link(library: Library, tmp_path: Path) -> None:
    link = tmp_path / "link.bib"
    link.symlink_to(library.path)
    library.path.chmod(0o640)
    Library(link).add([WORK])
    assert link.is_symlink()
    assert b"muller2020" in library.path.read_bytes()
    assert library.path.stat().st_mode & 0o777 == 0o640


def test_a_new_library_is_made_in_a_folder_that_is_there(tmp_path: Path) -> None:
    Library(tmp_path / "new.bib").add([WORK])
    assert (tmp_path / "new.bib").read_text(encoding="utf-8").startswith("@article{muller2020godel,\n")
    with pytest.raises(LibraryError, match="does not exist"):
        Library(tmp_path / "no" / "new.bib").add([WORK])


def test_a_file_saved_meanwhile_is_read_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from refs.library import storage

    back_up, saves = storage._back_up, []

    def save_meanwhile(path: Path) -> None:
        back_up(path)
        if not saves:
            saves.append(1)
            path.with_suffix(".other").write_text("@book{other, title={Other}}\n", encoding="utf-8")
            path.with_suffix(".other").replace(path)

    monkeypatch.setattr(storage, "_back_up", save_meanwhile)
    library.add([WORK])
    assert [item.id for item in library.items()] == ["other", "muller2020godel"]


def test_search_knows_words_fields_and_beginnings(library: Library) -> None:
    library.add([WORK])

    def found(query: str) -> list[str]:
        return [item.id for item in library.search(query)]

    assert found("self compas") == ["neff2003self"]
    assert found("author:muller") == ["muller2020godel"]
    assert found("Gödel") == ["muller2020godel"]
    assert found("year:1999 -part") == ["whole"]
    assert found("10.1000/xyz") == ["muller2020godel"]
    assert found('"no such" AND OR NEAR( *') == []
    library.remove(["muller2020godel"])
    assert found("godel") == []


def test_the_index_follows_other_programs_and_survives_damage(library: Library) -> None:
    assert library.search("whole")
    library.path.write_text(
        "@string{j={Zeitschrift}}\n@article{z, title={Zebra}, journal=j}\n", encoding="utf-8"
    )
    assert [item.container_title for item in library.search("zebra")] == ["Zeitschrift"]
    library.path.write_text("@string{j={Journal}}\n@article{z, title={Zebra}, journal=j}\n", encoding="utf-8")
    assert [item.container_title for item in library.search("zebra")] == ["Journal"]
    assert library.cache is not None
    library.cache.write_bytes(b"rubbish" * 1000)
    assert [item.id for item in library.search("zebra")] == ["z"]


def test_a_broken_entry_is_told_where_it_is_asked_for(library: Library) -> None:
    with pytest.raises(LibraryError, match=r"line 12: the block '@book\{broken"):
        library.entry("broken")
