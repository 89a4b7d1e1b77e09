"""Works in OpenSearch, against a loopback server that speaks the part of its API that is used."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

import pytest

from refs.errors import SourceError, SourceMalformed, SourceRefused, SourceUnavailable
from refs.model import Doi, Source
from refs.resolve.retry import Backoff
from refs.resolve.sources.opensearch import OpenSearchSource

QUICK = Backoff(first=0.001, longest=0.002, seed=1)
WORKS = {
    "10.1000/a": {"DOI": "10.1000/A", "title": ["Gut feelings"], "bibliographic": "gut feelings smith 2001"},
    "10.1000/b": {"DOI": "10.1000/b", "title": ["Loose ends"], "bibliographic": "loose ends jones 2002"},
    "10.1000/c#d": {"DOI": "10.1000/c#d", "title": ["Odd"], "bibliographic": "odd"},
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        doi = unquote(self.path.removeprefix("/works/_doc/"))
        if not self.path.startswith("/works/"):
            self._send(404, {"error": {"type": "index_not_found_exception"}, "status": 404})
        elif doi in WORKS:
            self._send(200, {"_id": doi, "found": True, "_source": WORKS[doi]})
        else:
            self._send(404, {"_id": doi, "found": False})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/works/_mget":
            entries = [
                {"_id": doi, "found": doi in WORKS} | ({"_source": WORKS[doi]} if doi in WORKS else {})
                for doi in body["ids"]
            ]
            self._send(200, {"docs": entries})
        elif self.path == "/works/_search":
            wanted = set(body["query"]["match"]["bibliographic"]["query"].lower().split())
            hits = [work for work in WORKS.values() if wanted & set(work["bibliographic"].split())]
            entries = [{"_source": work, "_score": 1.0} for work in hits[: body["size"]]]
            self._send(200, {"timed_out": False, "hits": {"hits": entries}})
        else:
            self._send(404, {"error": {"type": "index_not_found_exception"}, "status": 404})

    def _send(self, status: int, body: Any) -> None:
        server: Any = self.server
        status, body = server.script.pop(0) if server.script else (status, body)
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def opensearch(*script: tuple[int, Any], index: str = "works") -> Iterator[OpenSearchSource]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        server.daemon_threads = True
        server.script = list(script)  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield OpenSearchSource(f"http://127.0.0.1:{server.server_address[1]}/{index}/", backoff=QUICK)
        server.shutdown()


def test_works_by_doi() -> None:
    with opensearch() as source:
        assert isinstance(source, Source)
        assert source.get_work(Doi("10.1000/c#d")) is not None
        assert source.get_work(Doi("10.1000/missing")) is None
        works = source.get_works([Doi("10.1000/b"), Doi("10.1000/missing"), Doi("10.1000/a")])
        assert source.get_works([]) == {}
        assert (source.get_agency(Doi("10.1000/a")), source.get_agency(Doi("10.1000/x"))) == (
            "crossref",
            None,
        )
    assert list(works) == [Doi("10.1000/b"), Doi("10.1000/a")]
    assert works[Doi("10.1000/a")].data == {"DOI": "10.1000/A", "title": ["Gut feelings"]}


def test_works_by_reference() -> None:
    with opensearch() as source:
        found = source.search_works("Jones 2002\nLoose ends", limit=1)
        assert source.search_works(" ") == ()
    assert [work.doi for work in found] == [Doi("10.1000/b")]


@pytest.mark.parametrize("trouble", [(429, {}), (503, {}), (200, []), (200, {"hits": 3})])
def test_a_trouble_is_never_an_absence(trouble: tuple[int, Any]) -> None:
    with opensearch(*[trouble] * 40) as source, pytest.raises(SourceError):
        source.search_works("loose ends")


@pytest.mark.parametrize("trouble", [(429, {}), (503, {}), (200, [])])
def test_a_passing_trouble_is_overcome(trouble: tuple[int, Any]) -> None:
    with opensearch(trouble) as source:
        assert source.get_work(Doi("10.1000/a")) is not None


def test_a_search_cut_short_by_the_cluster_is_no_answer() -> None:
    with (
        opensearch((200, {"timed_out": True, "hits": {"hits": []}})) as source,
        pytest.raises(SourceMalformed),
    ):
        source.search_works("loose ends")


def test_an_index_that_does_not_exist() -> None:
    with opensearch(index="nothing") as source:
        for ask in (
            lambda: source.get_work(Doi("10.1000/a")),
            lambda: source.search_works("loose ends"),
            lambda: source.get_works([Doi("10.1000/a")]),
        ):
            with pytest.raises(SourceRefused, match="knows no such index"):
                ask()


def test_a_cluster_that_is_away() -> None:
    source = OpenSearchSource("http://127.0.0.1:9/works", backoff=QUICK)
    with pytest.raises(SourceUnavailable, match="could not be reached"):
        source.search_works("loose ends")
