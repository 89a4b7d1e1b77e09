"""The Crossref-compatible API: habanero itself asks it, and so does a plain client."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from habanero import Crossref

from refs.errors import InputError, SourceUnavailable
from refs.index import open_index
from refs.model import Doi
from refs.resolve.sources.crossref import CrossrefSource
from refs.serve import ApiServer
from refs.serve.routes import answer_question

NEFF = "10.1080/15298860309032"
REFERENCE = "Neff K. Self-compassion: an alternative conceptualization. Self Identity 2003;2:85-101"


@pytest.fixture(scope="module")
def url(seed_index: Path) -> Iterator[str]:
    with ApiServer(open_index(seed_index)) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server.url
        server.shutdown()


def ask(url: str, *, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_habanero_gets_a_work(url: str) -> None:
    answer = Crossref(base_url=url).works(ids=NEFF)
    assert answer["message-type"] == "work"
    assert answer["message"]["DOI"] == NEFF
    assert answer["message"]["container-title"] == ["Self and Identity"]


def test_habanero_searches(url: str) -> None:
    answer = Crossref(base_url=url, mailto="me@example.org").works(
        query_bibliographic=REFERENCE, limit=3, select=["DOI", "title"]
    )
    assert answer["message-type"] == "work-list"
    first = answer["message"]["items"][0]
    assert first["DOI"] == NEFF
    assert set(first) == {"DOI", "title"}
    assert len(answer["message"]["items"]) <= 3


def test_habanero_asks_for_the_agency(url: str) -> None:
    assert Crossref(base_url=url).registration_agency(NEFF) == ["Crossref"]


def test_our_own_source_reads_it(url: str) -> None:
    source = CrossrefSource(url)
    work = source.get_work(Doi(NEFF))
    assert work is not None
    assert work.title.startswith("Self-Compassion")
    assert source.get_work(Doi("10.1000/missing")) is None
    assert source.search_works(REFERENCE, limit=1)[0].doi == Doi(NEFF)
    assert set(source.get_works([Doi(NEFF), Doi("10.1000/missing")])) == {Doi(NEFF)}


def test_an_unknown_doi(url: str) -> None:
    status, headers, body = ask(f"{url}/works/10.1000/missing")
    assert (status, body) == (404, b"Resource not found.")
    assert headers["Content-Type"] == "text/plain"


def test_limits_are_stated(url: str) -> None:
    _, headers, _ = ask(f"{url}/works?rows=0")
    assert (headers["X-Rate-Limit-Limit"], headers["X-Rate-Limit-Interval"]) == ("1000", "1s")


def test_head_has_no_body(url: str) -> None:
    status, headers, body = ask(f"{url}/works/{NEFF}", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 100


def test_a_list_of_dois_in_the_order_asked(url: str) -> None:
    _, _, body = ask(f"{url}/works?filter=doi:10.1000/missing,doi:{NEFF}&mailto=me@example.org")
    message = json.loads(body)["message"]
    assert [item["DOI"] for item in message["items"]] == [NEFF]
    assert message["total-results"] == 1


def test_agencies_as_doi_org_names_them(url: str) -> None:
    _, _, body = ask(f"{url}/doiRA/{NEFF},10.1000/missing,nonsense")
    assert json.loads(body) == [
        {"DOI": NEFF, "RA": "Crossref"},
        {"DOI": "10.1000/missing", "status": "DOI does not exist"},
        {"DOI": "nonsense", "status": "Invalid DOI"},
    ]


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("rows=1001", "integer-not-valid"),
        ("rows=-1", "integer-not-valid"),
        ("rows=many", "integer-not-valid"),
        ("offset=10001", "integer-not-valid"),
        ("colour=blue", "parameter-not-allowed"),
        ("filter=type:book", "filter-not-available"),
        ("filter=doi:nonsense", "filter-value-not-valid"),
        ("sort=issued", "sort-not-valid"),
        ("order=asc", "order-not-valid"),
    ],
)
def test_a_question_that_cannot_be_understood(url: str, query: str, kind: str) -> None:
    status, _, body = ask(f"{url}/works?{query}")
    data: dict[str, Any] = json.loads(body)
    assert status == 400
    assert (data["status"], data["message-type"]) == ("failed", "validation-failure")
    assert data["message"][0]["type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/members",
        "/works/",
        "/works/nonsense",
        "/works/10.1000",
        "/works/%00",
        "//works",
        "/doiRA/",
        "/works?&&=",
    ],
)
def test_odd_paths_are_answered(url: str, path: str) -> None:
    status, _, _ = ask(url + path)
    assert status in (200, 400, 404)


def test_pages_of_a_search(url: str) -> None:
    def dois(rows: int, offset: int) -> list[str]:
        _, _, body = ask(f"{url}/works?query.bibliographic=self+identity+journal&rows={rows}&offset={offset}")
        return [item["DOI"] for item in json.loads(body)["message"]["items"]]

    assert dois(2, 0) + dois(2, 2) == dois(4, 0)
    assert dois(0, 0) == []


def test_a_query_that_is_too_long(url: str) -> None:
    assert ask(f"{url}/works?query={'x' * 20_000}")[0] == 414


def test_a_port_in_use(url: str, seed_index: Path) -> None:
    with pytest.raises(InputError, match="another --port"):
        ApiServer(open_index(seed_index), port=int(url.rpartition(":")[2]))


def test_a_source_that_fails_is_not_an_absence() -> None:
    class Away:
        def get_work(self, doi: Doi) -> None:
            raise SourceUnavailable("gone")

    with ApiServer(Away()) as server:  # type: ignore[arg-type]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        assert ask(f"{server.url}/works/{NEFF}")[0] == 503
        server.shutdown()


def test_v1_in_the_path_is_understood(seed_index: Path) -> None:
    assert answer_question(open_index(seed_index), f"/v1/works/{NEFF}").status == 200
