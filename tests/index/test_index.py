"""An index is built from what Crossref hands out, and answers like a source."""

from __future__ import annotations

import gzip
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from refs.errors import DamagedFile, InputError
from refs.index import build_index, fitting_jobs, open_index, update_index
from refs.model import ArxivId, Doi, Isbn, Pmid, Source

CURIE = {
    "DOI": "10.1000/Radium",
    "type": "journal-article",
    "title": ["Sur une substance nouvelle radio-active"],
    "author": [{"family": "Curie", "given": "P.", "sequence": "first", "affiliation": []}],
    "container-title": ["Comptes rendus"],
    "volume": "127",
    "page": "175-178",
    "issued": {"date-parts": [[1898]]},
    "abstract": "left out",
}
NEFF = {
    "DOI": "10.1080/15298860309032",
    "title": ["Self-Compassion: An Alternative Conceptualization"],
    "author": [{"family": "Neff", "given": "Kristin"}],
    "container-title": ["Self and Identity"],
    "issued": {"date-parts": [[2003, 4]]},
    "PMID": "12345678",
    "ISBN": ["http://id.crossref.org/isbn/9780306406157"],
}


def write_lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def as_lines(path: Path) -> Path:
    return write_lines(path / "a.jsonl", CURIE, NEFF)


def as_packed_lines(path: Path) -> Path:
    file = path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(b"\n".join(json.dumps(r).encode() for r in (CURIE, NEFF))))
    return file


def as_api_page(path: Path) -> Path:
    file = path / "page.json"
    file.write_text(json.dumps({"status": "ok", "message": {"items": [CURIE, NEFF]}}, indent=2))
    return file


def as_chunk(path: Path) -> Path:
    file = path / "0.json.gz"
    file.write_bytes(gzip.compress(json.dumps({"items": [CURIE, NEFF]}).encode()))
    return file


def as_single_answers(path: Path) -> Path:
    return write_lines(path / "a.jsonl", {"status": "ok", "message": CURIE}, {"message": NEFF})


def as_folder(path: Path) -> Path:
    as_chunk(path)
    return path


@pytest.mark.parametrize(
    "make", [as_lines, as_packed_lines, as_api_page, as_chunk, as_single_answers, as_folder]
)
def test_every_form_of_records_is_read(make: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    info = build_index(tmp_path / "index", [make(tmp_path / "in")])
    assert info.records == 2
    index = open_index(tmp_path / "index")
    work = index.get_work(Doi("10.1000/radium"))
    assert work is not None
    assert work.title == "Sur une substance nouvelle radio-active"
    assert "abstract" not in work.data
    assert work.data["author"] == [{"family": "Curie", "given": "P."}]


@pytest.mark.parametrize("make", [as_packed_lines, as_chunk])
def test_several_processes_make_the_same_index(make: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    file = make(tmp_path / "in")
    one = build_index(tmp_path / "one", [file])
    two = build_index(tmp_path / "two", [file], jobs=2)
    assert (one.records, one.skipped) == (two.records, two.skipped)
    works = [list(open_index(tmp_path / name)) for name in ("one", "two")]
    assert [w.data for w in works[0]] == [w.data for w in works[1]]


def test_an_index_is_a_source(tmp_path: Path) -> None:
    build_index(tmp_path / "index", [as_lines(tmp_path)], partial=True)
    index = open_index(tmp_path / "index")
    assert isinstance(index, Source)
    assert index.is_partial
    assert [str(w.doi) for w in index.search_works("neff self compassion 2003")] == ["10.1080/15298860309032"]
    assert index.search_works("—") == []
    assert index.get_agency(Doi("10.1000/radium")) == "crossref"
    assert index.get_agency(Doi("10.1000/none")) is None
    assert set(index.get_works([Doi("10.1000/radium"), Doi("10.1000/none")])) == {Doi("10.1000/radium")}


@pytest.mark.parametrize("identifier", [Pmid("12345678"), Isbn("9780306406157")])
def test_other_identifiers_are_looked_up(identifier: Any, tmp_path: Path) -> None:
    build_index(tmp_path / "index", [as_lines(tmp_path)])
    work = open_index(tmp_path / "index").get_work_by(identifier)
    assert work is not None
    assert str(work.doi) == "10.1080/15298860309032"


def test_an_arxiv_number_is_looked_up(tmp_path: Path) -> None:
    record = {"DOI": "10.48550/arXiv.1706.03762", "title": ["Attention is all you need"]}
    build_index(tmp_path / "index", [write_lines(tmp_path / "a.jsonl", record)])
    assert open_index(tmp_path / "index").get_work_by(ArxivId("1706.03762")) is not None


def test_diacritics_do_not_matter(tmp_path: Path) -> None:
    record = {"DOI": "10.1000/a", "title": ["Über die Łódź"], "author": [{"family": "Weiß"}]}
    build_index(tmp_path / "index", [write_lines(tmp_path / "a.jsonl", record)])
    assert len(open_index(tmp_path / "index").search_works("Weiss Lodz")) == 1


def test_a_reader_survives_a_rebuild_and_the_next_one_sees_it(tmp_path: Path) -> None:
    build_index(tmp_path / "index", [write_lines(tmp_path / "a.jsonl", CURIE)])
    before = open_index(tmp_path / "index")
    build_index(tmp_path / "index", [write_lines(tmp_path / "b.jsonl", NEFF)])
    assert before.get_work(Doi("10.1000/radium")) is not None
    assert len(before.search_works("substance nouvelle")) == 1
    after = open_index(tmp_path / "index")
    assert after.get_work(Doi("10.1000/radium")) is None
    assert after.get_work(Doi("10.1080/15298860309032")) is not None


def test_a_failed_build_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    build_index(tmp_path / "index", [as_lines(tmp_path)])
    broken = tmp_path / "broken.jsonl.gz"
    broken.write_bytes(gzip.compress(json.dumps(CURIE).encode() * 50)[:60])
    with pytest.raises(DamagedFile, match=r"broken\.jsonl\.gz"):
        build_index(tmp_path / "index", [broken])
    assert open_index(tmp_path / "index").info.records == 2
    assert len(list((tmp_path / "index").glob("generation-*"))) == 1


def test_an_update_replaces_and_adds(tmp_path: Path) -> None:
    build_index(tmp_path / "index", [as_lines(tmp_path)])
    newer = write_lines(tmp_path / "b.jsonl", CURIE | {"title": ["Newer"]}, {"DOI": "10.1000/third"})
    assert update_index(tmp_path / "index", [newer]).records == 3
    work = open_index(tmp_path / "index").get_work(Doi("10.1000/radium"))
    assert work is not None
    assert work.title == "Newer"


def test_a_doi_that_comes_twice_counts_as_it_comes_last(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "a.jsonl", CURIE, CURIE | {"title": ["Newer"]})
    build_index(tmp_path / "index", [file])
    work = open_index(tmp_path / "index").get_work(Doi("10.1000/radium"))
    assert work is not None
    assert work.title == "Newer"


def test_an_index_travels_to_another_process_as_its_path(tmp_path: Path) -> None:
    build_index(tmp_path / "index", [as_lines(tmp_path)])
    copy = pickle.loads(pickle.dumps(open_index(tmp_path / "index")))
    assert copy.get_work(Doi("10.1000/radium")) is not None


def test_entries_without_a_doi_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(CURIE) + '\n{"title": ["no DOI"]}\nnot JSON\n\n')
    info = build_index(tmp_path / "index", [file])
    assert (info.records, info.skipped) == (1, 2)
    assert info.skipped_first


@pytest.mark.parametrize(
    ("content", "error"),
    [(None, InputError), ("hello\nworld\n", DamagedFile), ('{"a": 1}\n', DamagedFile)],
    ids=["absent", "not-json", "no-records"],
)
def test_files_that_hold_no_records_are_refused(content: str | None, error: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    if content is not None:
        file.write_text(content)
    with pytest.raises(error, match=r"a\.jsonl"):
        build_index(tmp_path / "index", [file])


def test_no_index_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="refs index build"):
        open_index(tmp_path)


def test_an_index_of_nothing_cannot_say_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("")
    with pytest.raises(DamagedFile, match="would call every reference not found"):
        build_index(tmp_path / "index", [tmp_path / "a.jsonl"])
    assert build_index(tmp_path / "index", [tmp_path / "a.jsonl"], partial=True).records == 0
    assert open_index(tmp_path / "index").search_works("anything") == []


def test_short_lines_are_kept_as_they_came_and_found_like_slimmed_ones(tmp_path: Path) -> None:
    """A notice, a DOI in capitals and an escaped half character make a line be written anew."""
    kept = {"DOI": "10.1000/kept", "title": ["Radium and its rays"], "author": [{"family": "Curie"}], "x": 1}
    capital = {"DOI": "10.1000/CAPITAL", "title": ["Polonium"], "volume": None}
    half = '{"DOI": "10.1000/half", "title": ["Thorium \\ud800 decay"]}'
    path = tmp_path / "works.jsonl"
    path.write_text("\n".join([json.dumps(kept), json.dumps(capital), half]) + "\n", encoding="utf-8")
    build_index(tmp_path / "index", [path])
    index = open_index(tmp_path / "index")
    assert [work.doi.value for work in index] == ["10.1000/kept", "10.1000/capital", "10.1000/half"]
    assert index.search_works("curie radium")[0].data == kept
    assert index.search_works("thorium")[0].title == "Thorium ? decay"


def test_lines_that_hold_several_records_or_none_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "works.jsonl"
    path.write_text('{"DOI": "10.1/a"}\nnot JSON\n[{"DOI": "10.1/b"}, {"DOI": "10.1/c"}]\n', encoding="utf-8")
    info = build_index(tmp_path / "index", [path])
    assert (info.records, info.skipped) == (3, 1)


def test_small_files_are_read_in_one_process(tmp_path: Path) -> None:
    path = tmp_path / "works.jsonl"
    path.write_text('{"DOI": "10.1/a"}\n', encoding="utf-8")
    assert fitting_jobs([path]) == 1
