"""Works in an OpenSearch (or Elasticsearch) index, over its REST API.

The index holds one document per work in Crossref's shape: its ``_id`` is the DOI in lower case, ``DOI`` is
a keyword, and ``bibliographic`` is a text field with what can be searched for (names, title, container,
year, volume, issue, page). Source: OpenSearch documentation, "Get document", "Multi-get", "Search".
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

import httpx2

from refs.errors import InputError, SourceMalformed
from refs.model import Doi, Work
from refs.resolve.clock import Clock
from refs.resolve.pace import Limit, Pace
from refs.resolve.retry import Backoff, Caller, Failed
from refs.resolve.sources.answers import NotThere, meaning_of, meaning_of_answer

OWN_LIMIT = Limit(1000, 1.0, 8)
"""One's own cluster states no limits; these keep it from being flooded."""
LONGEST_QUERY = 2000
_BLANKS = re.compile(r"[\s\x00-\x1f]+")


class OpenSearchSource:
    """An index of works in an OpenSearch cluster: ``http://host:9200/works``; safe between threads."""

    is_partial = False

    def __init__(
        self, url: str, *, timeout: float = 30.0, backoff: Backoff | None = None, clock: Clock | None = None
    ) -> None:
        if not urlsplit(url).path.strip("/"):
            raise InputError(f"{url} names no index: write opensearch:{url.rstrip('/')}/INDEX")
        self.url = url.rstrip("/")
        self.name = f"opensearch:{self.url}"
        self._client = httpx2.Client(timeout=httpx2.Timeout(timeout, connect=min(timeout, 5.0)))
        weakref.finalize(self, self._client.close)
        self._caller = Caller(
            f"OpenSearch ({self.url})", Pace({"all": OWN_LIMIT}, clock), backoff=backoff, clock=clock
        )

    def get_work(self, doi: Doi) -> Work | None:
        """Return the work that has this DOI."""
        try:
            data = self._ask("GET", f"/_doc/{quote(doi.value, safe='', errors='replace')}")
        except NotThere:
            return None
        return self._work(data)

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        """Return the works that have these DOIs, in one call."""
        wanted = list(dict.fromkeys(dois))
        if not wanted:
            return {}
        data = self._ask("POST", "/_mget", {"ids": [doi.value for doi in wanted]})
        documents = data.get("docs")
        if not isinstance(documents, list) or len(documents) != len(wanted):
            raise self._malformed("with another number of documents than was asked for")
        works = [self._work(document) for document in documents if document.get("found")]
        return {work.doi: work for work in works}

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        """Return works that resemble a bibliographic string, best first."""
        text = _BLANKS.sub(" ", query).strip()[:LONGEST_QUERY]
        if not text:
            return ()
        data = self._ask(
            "POST", "/_search", {"size": limit, "query": {"match": {"bibliographic": {"query": text}}}}
        )
        hits = data.get("hits")
        entries = hits.get("hits") if isinstance(hits, dict) else None
        if not isinstance(entries, list) or data.get("timed_out"):
            raise self._malformed("without a list of hits")
        return tuple(self._work(hit) for hit in entries)

    def finish(self) -> None:
        """Ask nothing more, and let nobody wait any longer: the run was interrupted."""
        self._caller.finish()

    def get_agency(self, doi: Doi) -> str | None:
        """Return "crossref" for a DOI of the index, None for any other."""
        return None if self.get_work(doi) is None else "crossref"

    def _work(self, document: Any) -> Work:
        record = document.get("_source") if isinstance(document, dict) else None
        if not isinstance(record, dict) or Doi.parse(str(record.get("DOI") or "")) is None:
            raise self._malformed("with a document that is no work")
        return Work({key: value for key, value in record.items() if key != "bibliographic"}, self.name)

    def _malformed(self, what: str) -> SourceMalformed:
        return SourceMalformed(f"OpenSearch ({self.url}) answered {what}; see that the index holds works")

    def _ask(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        return self._caller.call("all", lambda: self._fetch(method, path, body))

    def _fetch(self, method: str, path: str, body: object) -> dict[str, Any]:
        try:
            answer = self._client.request(method, self.url + path, json=body)
        except httpx2.HTTPError as error:
            raise meaning_of(error) from error
        if answer.status_code not in (200, 404):
            raise meaning_of_answer(answer)
        try:
            data = answer.json()
        except (ValueError, RecursionError) as error:
            raise Failed("malformed", "answered something that is not JSON") from error
        if not isinstance(data, dict):
            raise Failed("malformed", "answered something that is not its protocol")
        if answer.status_code == 404:
            raise NotThere if data.get("found") is False else Failed("refused", "knows no such index")
        return data
