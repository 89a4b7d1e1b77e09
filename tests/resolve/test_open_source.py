"""Sources by their specification, and those that are asked by default."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from refs.errors import InputError, SourceUnavailable
from refs.model import Doi, Source
from refs.resolve.sources import default_sources, open_source
from refs.resolve.sources.sample import open_sample_index
from refs.settings import Settings, load_settings
from tests.faulty_crossref import FaultyCrossref, WorksInMemory

NEFF = Doi("10.1080/15298860309032")


def settings(folder: Path, **changes: object) -> Settings:
    nowhere = "http://127.0.0.1:9"
    return replace(Settings(cache=str(folder), crossref_url=nowhere, doi_url=nowhere), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("spec", "sentence"),
    [
        ("scholar", "unknown source 'scholar'"),
        ("", "unknown source"),
        ("index", "write index:PATH"),
        ("index:/nowhere/at/all", "no index there"),
        ("opensearch:", "write opensearch:URL"),
        ("opensearch:localhost", "no address of a server"),
        ("opensearch:http://127.0.0.1:9200", "names no index"),
        ("crossref:ftp://example.org", "no address of a server"),
    ],
)
def test_a_source_that_cannot_be_opened(spec: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=sentence):
        open_source(spec, settings(tmp_path))


@pytest.mark.parametrize(
    "spec", ["crossref", "crossref:http://127.0.0.1:9", "opensearch:http://127.0.0.1:9/works"]
)
@pytest.mark.parametrize("offline", [False, True])
def test_a_remote_source_opens_without_asking(spec: str, offline: bool, tmp_path: Path) -> None:
    source = open_source(spec, settings(tmp_path, offline=offline))
    assert isinstance(source, Source)
    with pytest.raises(SourceUnavailable):
        source.get_work(NEFF)


def test_by_default_the_sample_and_then_crossref(tmp_path: Path) -> None:
    sample, crossref = default_sources(settings(tmp_path))
    assert (sample.is_partial, crossref.is_partial, crossref.name) == (True, False, "crossref")
    assert sample.get_work(NEFF) is not None


def test_the_settings_name_others(tmp_path: Path, seed_index: Path) -> None:
    (source,) = default_sources(settings(tmp_path, sources=(f"index:{seed_index}",)))
    assert not source.is_partial


def test_the_sample_is_built_once_however_many_ask(tmp_path: Path) -> None:
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(open_sample_index(tmp_path).get_work(NEFF)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert None not in found
    assert len(list(tmp_path.glob("sample-index-*/generation-*"))) == 1


def test_the_sample_needs_no_writable_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert open_sample_index(tmp_path / "file").get_work(NEFF) is not None


def test_answers_outlive_the_server(tmp_path: Path) -> None:
    work = {"DOI": "10.1000/a", "title": ["A"], "type": "journal-article"}
    with FaultyCrossref(WorksInMemory([work])) as server:
        here = settings(tmp_path, crossref_url=server.url, doi_url=server.url)
        assert open_source("crossref", here).get_work(Doi("10.1000/a")) is not None
        asked = len(server.log.arrivals["single"])
    assert asked == 2  # the limits, then the work
    offline = open_source("crossref", replace(here, offline=True))
    assert offline.get_work(Doi("10.1000/a")) is not None
    with pytest.raises(SourceUnavailable, match="offline"):
        offline.search_works("A")


@pytest.mark.parametrize("value", ["0", "nan", "-3", "soon", "601", "1e9"])
def test_a_timeout_must_be_some_seconds(value: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"between 0\.1 and 600"):
        load_settings(tmp_path, {"REFS_TIMEOUT": value})


def test_a_server_that_is_slow_is_waited_for_as_long_as_the_settings_say(tmp_path: Path) -> None:
    here = load_settings(tmp_path, {"REFS_TIMEOUT": "0.2", "REFS_CACHE": str(tmp_path)})
    with FaultyCrossref(WorksInMemory([]), faults={"timeout": 1.0}) as server:
        source = open_source("crossref", replace(here, crossref_url=server.url))
        with pytest.raises(SourceUnavailable, match="did not answer in time"):
            source.get_work(NEFF)
