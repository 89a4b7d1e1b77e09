"""A list's questions asked ahead: resolving then asks nothing more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from refs.model import Doi, Outcome, Reference
from refs.resolve import resolve_references
from refs.resolve.prefetch import prefetch_references
from refs.resolve.sources import open_source
from refs.resolve.sources.sample import open_sample_index
from refs.settings import Settings
from tests.faulty_crossref import FaultyCrossref, StatedLimit, WorksInMemory

WORKS = [
    {
        "DOI": f"10.5555/{number}",
        "type": "journal-article",
        "title": [title],
        "author": [{"family": family, "given": "Ann"}],
        "container-title": ["Journal of Odd Matters"],
        "issued": {"date-parts": [[2003]]},
        "volume": "4",
        "page": f"{number}1-{number}9",
    }
    for number, (family, title) in enumerate(
        [
            ("Underhill", "Why marmalade falls face down on Tuesdays"),
            ("Overstreet", "A census of left-handed lighthouse keepers"),
            ("Brocklehurst", "Barometric pressure and the humour of librarians"),
        ],
        1,
    )
]
RAWS = [
    "Underhill, A. (2003). Why marmalade falls face down on Tuesdays. Journal of Odd Matters, 4, 11-19. "
    "https://doi.org/10.5555/1",
    "Overstreet, A. (2003). A census of left-handed lighthouse keepers. Journal of Odd Matters, 4, 21-29. "
    "https://doi.org/10.5555/2",
    "Brocklehurst, A. (2003). Barometric pressure and the humour of librarians. Journal of Odd Matters, 4, "
    "31-39.",
]
NEFF = (
    "Neff, K. (2003). Self-compassion: An alternative conceptualization of a healthy attitude toward "
    "oneself. Self and Identity, 2(2), 85-101. https://doi.org/10.1080/15298860309032"
)
OPEN = StatedLimit(requests=1000, seconds=0.001, at_once=3)


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_list_is_asked_for_in_two_calls(tmp_path: Path, jobs: int) -> None:
    references = [Reference(raw) for raw in RAWS]
    told: list[tuple[int, int]] = []
    with FaultyCrossref(WorksInMemory(WORKS), limit=OPEN) as server:
        settings = replace(Settings(cache=str(tmp_path)), crossref_url=server.url, doi_url=server.url)
        source = open_source("crossref", settings)
        prefetch_references(references, [source], progress=lambda done, total: told.append((done, total)))
        asked = len(server.log.answered)
        matches = list(resolve_references(references, [source], jobs=jobs))
        assert len(server.log.answered) == asked
    assert asked == 3  # the limits of lists, a list of two DOIs, a search
    assert told == [(1, 2), (2, 2)]
    assert [match.outcome for match in matches] == [Outcome.FOUND] * 3
    assert [match.doi for match in matches] == [Doi(f"10.5555/{number}") for number in (1, 2, 3)]


def test_what_the_sample_settles_is_not_asked_for(tmp_path: Path) -> None:
    with FaultyCrossref(WorksInMemory(WORKS), limit=OPEN) as server:
        settings = replace(Settings(cache=str(tmp_path)), crossref_url=server.url, doi_url=server.url)
        sources = [open_sample_index(tmp_path), open_source("crossref", settings)]
        prefetch_references([Reference(NEFF)], sources)
        assert not server.log.answered
        prefetch_references([Reference(RAWS[0])], sources)
        assert any("10.5555/1" in target for target in server.log.answered)


def test_sources_that_cannot_are_left_alone(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    for sources in ([open_sample_index(tmp_path)], []):
        prefetch_references([Reference(RAWS[0])], sources, progress=lambda *counts: told.append(counts))
    assert told == []


def test_a_server_that_is_away_is_noted_when_resolving(tmp_path: Path) -> None:
    settings = replace(Settings(cache=str(tmp_path)), crossref_url="http://127.0.0.1:9")
    source = open_source("crossref", settings)
    references = [Reference(raw) for raw in RAWS]
    prefetch_references(references, [source])
    assert {match.outcome for match in resolve_references(references, [source])} == {Outcome.UNREACHABLE}
