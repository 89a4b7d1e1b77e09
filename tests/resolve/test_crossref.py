"""Crossref through habanero, against a real server on loopback: every trap has a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from refs.errors import SourceError, SourceMalformed, SourceRefused, SourceUnavailable
from refs.model import ArxivId, Doi, Pmid
from refs.resolve.pace import Limit
from refs.resolve.retry import Backoff
from refs.resolve.sources.crossref import CrossrefSource
from refs.resolve.sources.doi import DoiResolver
from tests.faulty_crossref import FaultyCrossref, StatedLimit, WorksInMemory

SELF = Doi("10.1080/15298860309032")
WORKS: list[dict[str, Any]] = [
    {
        "DOI": "10.1080/15298860309032",
        "type": "journal-article",
        "title": ["Self-Compassion: An Alternative Conceptualization of a Healthy Attitude Toward Oneself"],
        "author": [{"family": "Neff", "given": "Kristin"}],
        "container-title": ["Self and Identity"],
        "reference": [{"key": "1"}],
    },
    {"DOI": "10.1000/a", "type": "journal-article", "title": ["The wrong record"]},
    {"DOI": "10.1000/a#b?c", "type": "journal-article", "title": ["A number sign, a question mark"]},
    {"DOI": "10.1000/slash/", "type": "journal-article", "title": ["A slash at the end"]},
    {"DOI": "10.1000/one,two", "type": "journal-article", "title": ["A comma"]},
    {
        "DOI": "10.1002/(sici)1097-4571(199009)41:6<391::aid-asi1>3.0.co;2-9",
        "type": "journal-article",
        "title": ["Indexing by latent semantic analysis"],
    },
    {"DOI": "10.1000/100%", "type": "journal-article", "title": ["A percent sign"]},
]
DATASET = {
    "type": "dataset",
    "DOI": "10.5061/dryad.8515",
    "title": "Data from a study",
    "author": [{"family": "Ollerton", "given": "Jeff"}],
    "issued": {"date-parts": [[2011]]},
    "publisher": "Dryad",
}
FOREIGN = {"10.5061/dryad.8515": ("datacite", DATASET), "10.11467/isss2003.7.1_11": ("jalc", {})}
QUICK = Backoff(first=0.001, longest=0.002, seed=1)
OPEN = StatedLimit(requests=1000, seconds=0.001, at_once=3)


@contextmanager
def crossref(
    script: Sequence[str] = (), *, timeout: float = 5.0, mailto: str = "", **options: Any
) -> Iterator[tuple[CrossrefSource, FaultyCrossref]]:
    """Give a source and its server; the limits are known, so that the script meets the first question."""
    options.setdefault("limit", OPEN)
    with FaultyCrossref(WorksInMemory(WORKS, FOREIGN), script=script, **options) as server:
        known = {pool: Limit(1000, 0.001, 3) for pool in ("single", "list")}
        resolver = DoiResolver(server.url, backoff=QUICK, timeout=timeout)
        yield (
            CrossrefSource(
                server.url, mailto=mailto, timeout=timeout, resolver=resolver, limits=known, backoff=QUICK
            ),
            server,
        )


@pytest.mark.parametrize("data", WORKS, ids=lambda data: data["DOI"])
def test_every_doi_finds_its_own_work(data: dict[str, Any]) -> None:
    with crossref() as (source, _):
        work = source.get_work(Doi(data["DOI"]))
    assert work is not None
    assert work.data == data
    assert work.source == "crossref"


@pytest.mark.parametrize(
    "doi", ["10.1000/a#", "10.1000/a?x=1", "10.1000/missing", "10.1000/..", "10.1000/\ud800", "10.1000/a/"]
)
def test_a_doi_that_is_not_registered_is_none(doi: str) -> None:
    with crossref() as (source, _):
        assert source.get_work(Doi(doi)) is None


@pytest.mark.parametrize(
    "fault",
    ["busy", "server", "server-json", "cut", "truncated", "malformed", "page", "wrong", "strange-404",
     "list-of-nothing"],
)  # fmt: skip
def test_a_passing_fault_is_overcome(fault: str) -> None:
    with crossref([fault]) as (source, server):
        work = source.get_work(SELF)
        hits = source.search_works("Neff self-compassion", limit=5)
    assert work is not None
    assert work.doi == SELF
    assert [hit.doi for hit in hits][:1] == [SELF]
    assert server.log.given[fault] == 1


@pytest.mark.parametrize("fault", ["busy", "server", "server-json", "cut", "truncated", "malformed", "page"])
def test_a_passing_fault_in_a_search_is_overcome(fault: str) -> None:
    with crossref([fault, fault]) as (source, server):
        assert [hit.doi for hit in source.search_works("Neff self-compassion", limit=1)] == [SELF]
    assert server.log.given[fault] == 2


def test_a_time_out_is_overcome() -> None:
    with crossref(["timeout"], timeout=0.3) as (source, _):
        assert source.get_work(SELF) is not None


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("busy", SourceUnavailable),
        ("server", SourceUnavailable),
        ("server-json", SourceUnavailable),
        ("cut", SourceUnavailable),
        ("refused", SourceRefused),
        ("malformed", SourceMalformed),
        ("page", SourceMalformed),
        ("wrong", SourceMalformed),
        ("strange-404", SourceMalformed),
        ("list-of-nothing", SourceMalformed),
    ],
)
def test_a_lasting_fault_is_an_error_and_never_an_absence(fault: str, error: type[SourceError]) -> None:
    with crossref([fault] * 60) as (source, _), pytest.raises(error, match="unchecked"):
        source.get_work(SELF)
    if fault not in ("busy", "server-json", "page"):
        return
    with crossref([fault] * 60) as (source, _), pytest.raises(SourceError, match="unchecked"):
        source.search_works("Neff self-compassion")
    with crossref([fault] * 60) as (source, _), pytest.raises(SourceError, match="unchecked"):
        source.get_works([SELF, Doi("10.1000/a")])


def test_a_server_without_a_search_is_unavailable() -> None:
    with crossref() as (_, server):
        elsewhere = CrossrefSource(f"{server.url}/old", backoff=QUICK)
        with pytest.raises(SourceUnavailable, match="unchecked"):
            elsewhere.search_works("Neff self-compassion")


def test_many_dois_in_one_call() -> None:
    dois = [Doi(data["DOI"]) for data in WORKS] + [Doi("10.1000/missing")]
    with crossref() as (source, server):
        works = source.get_works(dois)
        groups = source.batches(dois)
    assert list(works) == [SELF, Doi("10.1000/a"), Doi("10.1000/slash/"), *map(Doi, (
        "10.1000/a#b?c", "10.1000/one,two",
        "10.1002/(sici)1097-4571(199009)41:6<391::aid-asi1>3.0.co;2-9", "10.1000/100%"))]  # fmt: skip
    assert [len(group) for group in groups] == [4, 1, 1, 1, 1]
    assert len(server.log.arrivals["list"]) == 1


def test_a_doi_that_a_list_leaves_out_is_asked_for_alone() -> None:
    with crossref(["wrong", "wrong"]) as (source, server):
        works = source.get_works([SELF, Doi("10.1000/a"), Doi("10.1000/missing")])
    assert set(works) == {SELF, Doi("10.1000/a")}
    assert any("/works/10.1000/missing" in target for target in server.log.answered)


def test_forty_one_dois_are_three_calls() -> None:
    with crossref() as (source, _):
        groups = source.batches([Doi(f"10.1000/{number}") for number in range(41)] * 2)
    assert [len(group) for group in groups] == [20, 20, 1]


def test_an_alias_gives_the_work_it_stands_for() -> None:
    with crossref(aliases={"10.5479/si.0081024x.43": "10.1080/15298860309032"}) as (source, _):
        work = source.get_work(Doi("10.5479/si.0081024x.43"))
    assert work is not None
    assert work.data == {**WORKS[0], "DOI": "10.5479/si.0081024x.43", "prime-doi": "10.1080/15298860309032"}


def test_another_agency_sends_its_record() -> None:
    with crossref() as (source, _):
        work = source.get_work(Doi("10.5061/dryad.8515"))
        assert source.get_agency(Doi("10.5061/dryad.8515")) == "datacite"
    assert work is not None
    assert work.title == "Data from a study"
    assert work.type == "dataset"
    assert work.years == (2011,)
    assert work.source == "doi.org"


def test_an_arxiv_identifier_leads_to_its_record() -> None:
    item = {"type": "article", "DOI": "10.48550/ARXIV.1706.03762", "title": "Attention Is All You Need"}
    world = WorksInMemory(WORKS, {"10.48550/arxiv.1706.03762": ("datacite", item)})
    with FaultyCrossref(world, limit=OPEN) as server:
        source = CrossrefSource(server.url, resolver=DoiResolver(server.url, backoff=QUICK), backoff=QUICK)
        work = source.get_work_by(ArxivId("1706.03762"))
        assert source.get_work_by(ArxivId("0000.00000")) is None
        assert source.get_work_by(Pmid("11136953")) is None
    assert work is not None
    assert (work.title, work.type) == ("Attention Is All You Need", "posted-content")


def test_an_agency_without_records() -> None:
    doi = Doi("10.11467/isss2003.7.1_11")
    with crossref() as (source, _):
        assert source.get_work(doi) is None
        assert source.get_agency(doi) == "jalc"


@pytest.mark.parametrize(("doi", "agency"), [(SELF, "crossref"), (Doi("10.1000/missing"), None)])
def test_agencies(doi: Doi, agency: str | None) -> None:
    with crossref() as (source, _):
        assert source.get_agency(doi) == agency


def test_no_agency_is_named_when_the_resolver_is_away() -> None:
    with FaultyCrossref(WorksInMemory(WORKS), limit=OPEN) as server:
        resolver = DoiResolver("http://127.0.0.1:9", backoff=QUICK)
        source = CrossrefSource(server.url, resolver=resolver, backoff=QUICK)
        assert source.get_work(Doi("10.1000/missing")) is None
        with pytest.raises(SourceUnavailable, match="DOI resolver"):
            source.get_agency(Doi("10.1000/missing"))


@pytest.mark.parametrize("query", ["", "   ", "\n\t\x00"])
def test_an_empty_query_is_not_asked(query: str) -> None:
    with crossref() as (source, server):
        assert source.search_works(query) == ()
    assert not server.log.arrivals["list"]


@pytest.mark.parametrize(
    "query", ["&rows=0#x?filter=doi:10.1", "Neff " * 5000, "filter=x self-compassion %zz \ud800"]
)
def test_a_strange_query_is_only_a_query(query: str) -> None:
    with crossref() as (source, server):
        source.search_works(query)
    assert server.log.given["ok"] == 1


def test_a_search_leaves_out_reference_lists() -> None:
    with crossref() as (source, _):
        (work,) = source.search_works("Neff self-compassion alternative", limit=1)
        whole = source.get_work(SELF)
    assert "reference" not in work.data
    assert whole is not None
    assert "reference" in whole.data


def test_the_stated_limits_are_learnt_before_the_first_question() -> None:
    stated = StatedLimit(requests=2, seconds=0.3, at_once=2)
    with FaultyCrossref(WorksInMemory(WORKS), limit=stated) as server:
        source = CrossrefSource(server.url, backoff=QUICK)
        for _ in range(6):
            assert source.get_work(SELF) is not None
    assert server.log.most_in_window("single", 0.3) <= 2


def test_a_limit_that_falls_is_learnt_from_a_refusal() -> None:
    known = {"single": Limit(1000, 0.001, 3), "list": Limit(1000, 0.001, 3)}
    with FaultyCrossref(WorksInMemory(WORKS), script=["busy"], limit=StatedLimit(7, 0.1, 2)) as server:
        source = CrossrefSource(server.url, backoff=QUICK, limits=known)
        assert source.get_work(SELF) is not None
    assert known["single"] == Limit(7, 0.1, 2)


@pytest.mark.parametrize(("mailto", "expected"), [("me@example.org", True), ("", False)])
def test_the_address_goes_with_every_question(mailto: str, expected: bool) -> None:
    with crossref(mailto=mailto) as (source, server):
        source.get_work(SELF)
        source.search_works("self")
    assert all(("mailto:me@example.org" in agent) == expected for agent in server.log.user_agents)


def test_a_server_that_is_away_is_unavailable_within_seconds() -> None:
    source = CrossrefSource("http://127.0.0.1:9", backoff=QUICK)
    for _ in range(100):
        with pytest.raises(SourceUnavailable, match="could not be reached"):
            source.get_work(SELF)
