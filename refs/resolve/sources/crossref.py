"""Crossref through habanero, with everything around it that habanero leaves to its caller.

DOIs are percent-encoded, the DOI that comes back is compared with the one asked for, "not there" is told
from "failed", limits and retries are ``refs.resolve.pace`` and ``refs.resolve.retry``.
"""

from __future__ import annotations

import inspect
import json
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote

import httpx2
from habanero import Crossref, RequestError

from refs.errors import SourceRefused, SourceUnavailable
from refs.model import ArxivId, Doi, Isbn, Pmid, Work
from refs.resolve.clock import Clock
from refs.resolve.pace import Limit, Pace, limit_from_headers
from refs.resolve.retry import Backoff, Caller, Failed
from refs.resolve.sources.answers import (
    BUSY,
    SERVER_TROUBLES,
    Moved,
    NotThere,
    answer_in,
    meaning_of,
    meaning_of_answer,
    message_of,
)
from refs.resolve.sources.doi import DoiResolver

Answer = TypeVar("Answer")

POLITE = {"single": Limit(10, 1.0, 3), "list": Limit(3, 1.0, 3)}
PUBLIC = {"single": Limit(5, 1.0, 1), "list": Limit(1, 1.0, 1)}
"""The limits Crossref announced for December 2025; its response headers overrule them."""

BATCH = 20
"""DOIs asked for in one list call."""
LONGEST_QUERY = 800
"""Characters of a reference that are searched for; longer ones make addresses that servers refuse."""
UNREADABLE = (
    httpx2.HTTPError,
    httpx2.InvalidURL,
    RequestError,
    RuntimeError,
    TypeError,
    KeyError,
    AttributeError,
    json.JSONDecodeError,
    UnicodeDecodeError,
)
"""What habanero 2.9 raises when a server is absent, refuses, or talks nonsense."""

SELECT = (
    "DOI type title subtitle short-title original-title author editor translator chair issued published "
    "published-print published-online posted container-title short-container-title volume issue page "
    "article-number publisher publisher-location group-title ISBN ISSN event relation update-to updated-by "
    "degree score"
).split()
"""What a search asks for: the fields that matching and checking read, without long reference lists."""

# A DOI that can stand in a list ``doi:a,doi:b``: no comma, no second colon, nothing to encode.
_LISTABLE = re.compile(r"[0-9a-z./()_;-]+")
_BLANKS = re.compile(r"[\s\x00-\x1f]+")


class CrossrefSource:
    """The Crossref REST API as a source; safe to share between threads.

    ``limits`` remembers the limits that Crossref stated, so that they need not be asked for every time.
    """

    is_partial = False

    def __init__(
        self,
        url: str = "https://api.crossref.org",
        *,
        mailto: str = "",
        timeout: float = 30.0,
        resolver: DoiResolver | None = None,
        limits: MutableMapping[str, Limit] | None = None,
        backoff: Backoff | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.name = "crossref"
        self.url = url.rstrip("/")
        self._timeout = httpx2.Timeout(timeout, connect=min(timeout, 5.0))
        self._crossref = Crossref(
            base_url=self.url, mailto=mailto or None, ua_string="refs", timeout=self._timeout
        )
        self._filter = "filters" if "filters" in inspect.signature(Crossref.works).parameters else "filter"
        self._select: list[str] | None = SELECT
        self._resolver = resolver
        self._limits: MutableMapping[str, Limit] = {} if limits is None else limits
        documented = POLITE if mailto else PUBLIC
        self._pace = Pace({pool: self._limits.get(pool, limit) for pool, limit in documented.items()}, clock)
        self._caller = Caller(f"Crossref ({self.url})", self._pace, backoff=backoff, clock=clock)
        self._sounding = threading.Lock()

    @property
    def cache_key(self) -> str:
        """What tells the answers of this source from those of others."""
        return f"crossref {self.url}"

    def finish(self) -> None:
        """Ask nothing more: whoever waits for an answer is told that the source is unavailable."""
        self._caller.finish()
        if self._resolver is not None:
            self._resolver.finish()

    def get_work(self, doi: Doi) -> Work | None:
        """Return the work that has this DOI, from its own agency where that is not Crossref.

        An alias gives the work that it stands for, under the DOI asked for; ``prime-doi`` holds its own.
        """
        try:
            return self._get_own_work(doi)
        except NotThere:
            agency = self._get_own_agency(doi)
        if agency in (None, "crossref") or self._resolver is None:
            return None
        return self._resolver.get_work(doi)

    def get_work_by(self, identifier: Pmid | ArxivId | Isbn) -> Work | None:
        """Return the work of an arXiv identifier, which has a DOI; Crossref knows no others."""
        return self.get_work(identifier.doi) if isinstance(identifier, ArxivId) else None

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        """Return the works that have these DOIs, twenty in a call."""
        found: dict[Doi, Work] = {}
        for batch in self.batches(dois):
            found |= {doi: work for doi, work in self.get_batch(batch) if work is not None}
        return found

    def batches(self, dois: Iterable[Doi]) -> list[tuple[Doi, ...]]:
        """Return DOIs in groups that can each be asked for in one call, without doubles, in order."""
        unique = list(dict.fromkeys(dois))
        listable = [doi for doi in unique if _LISTABLE.fullmatch(doi.value)]
        groups = [tuple(listable[start : start + BATCH]) for start in range(0, len(listable), BATCH)]
        return groups + [(doi,) for doi in unique if not _LISTABLE.fullmatch(doi.value)]

    def get_batch(self, batch: Sequence[Doi]) -> Iterator[tuple[Doi, Work | None]]:
        """Yield the DOIs of a group with their works, None where it is not registered, as they come.

        A list leaves out what Crossref does not know, so a DOI that is missing is asked for alone.
        """
        works: Mapping[Doi, Work] = {}
        if len(batch) > 1:
            try:
                works = self._ask("list", lambda: self._list_works(batch))
            except (SourceRefused, NotThere):
                works = {}  # one DOI that Crossref takes for malformed spoils a list; alone it does not
        yield from works.items()
        for doi in batch:
            if doi not in works:
                yield doi, self.get_work(doi)

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        """Return works that resemble a bibliographic string, in Crossref's order."""
        text = _BLANKS.sub(" ", query).strip()[:LONGEST_QUERY].encode(errors="replace").decode()
        if not text:
            return ()
        try:
            return self._ask("list", lambda: self._search(text, limit))
        except NotThere as error:
            raise SourceUnavailable(
                f"{self.name}: {self.url} answers no search, so references stay unchecked; is it the address?"
            ) from error

    def get_agency(self, doi: Doi) -> str | None:
        """Return the registration agency in lower case; None where neither Crossref nor doi.org knows one."""
        agency = self._get_own_agency(doi)
        if agency is None and self._resolver is not None:
            return self._resolver.get_agency(doi)
        return agency

    def _get_own_work(self, doi: Doi) -> Work:
        """Return a work that Crossref holds; an alias is followed once. Raises NotThere."""
        try:
            return self._ask("single", lambda: self._fetch_work(doi))
        except Moved as moved:
            prime = moved.doi
        try:
            work = self._ask("single", lambda: self._fetch_work(prime))
        except Moved:
            raise NotThere from None
        return Work({**work.data, "DOI": doi.value, "prime-doi": prime.value}, self.name)

    def _get_own_agency(self, doi: Doi) -> str | None:
        try:
            labels = self._ask(
                "single", lambda: self._through(self._crossref.registration_agency, _path(doi))
            )
        except NotThere:
            return None
        except Moved:
            return "crossref"
        return str(labels[0]).strip().lower() if labels else None

    def _fetch_work(self, doi: Doi) -> Work:
        data = message_of(self._through(self._crossref.works, ids=[_path(doi)]))
        found = Doi.parse(str(data.get("DOI") or ""))
        if found != doi:
            raise Failed("malformed", f"answered with {found or 'no DOI'} when asked for {doi}")
        return Work(data, self.name)

    def _list_works(self, batch: Sequence[Doi]) -> Mapping[Doi, Work]:
        dois = [doi.value for doi in batch]
        answer = self._through(
            self._crossref.works, **{self._filter: {"doi": dois}}, limit=len(batch), warn=False
        )
        works = {work.doi: work for work in self._works_in(answer)}
        if strangers := sorted(works.keys() - set(batch)):
            raise Failed("malformed", f"answered with {strangers[0]}, which was not asked for")
        return works

    def _search(self, text: str, limit: int) -> Sequence[Work]:
        question: dict[str, Any] = {"query_bibliographic": text, "limit": limit}
        try:
            answer = self._through(self._crossref.works, **question, select=self._select)
        except Failed as failed:
            if failed.kind != "refused" or self._select is None:
                raise
            self._select = None  # this server does not know one of the fields: take whole records
            raise Failed("server", failed.detail) from failed
        return tuple(self._works_in(answer))

    def _works_in(self, answer: Any) -> list[Work]:
        items = message_of(answer).get("items")
        if not isinstance(items, list) or not all(_is_work(item) for item in items):
            raise Failed("malformed", "answered with a list that holds no works")
        return [Work(item, self.name) for item in items]

    def _ask(self, pool: str, ask: Callable[[], Answer]) -> Answer:
        if pool not in self._limits:
            self._sound(pool)
        return self._caller.call(pool, ask)

    def _through(self, method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Return what a method of habanero returns. Raises Failed, NotThere or Moved."""
        try:
            return method(*args, **kwargs)
        except UNREADABLE as error:
            answer = answer_in(error)
            if answer is not None:
                self._learn("single" if "/works/" in answer.url.path else "list", answer.headers)
            raise meaning_of(error) from error

    def _sound(self, pool: str) -> None:
        """Learn the limits of a pool by one small question: habanero shows no headers of good answers."""
        with self._sounding:
            if pool in self._limits:
                return
            path = "/works/10.5555/12345678/agency" if pool == "single" else "/works?rows=0"
            headers = self._caller.call(pool, lambda: self._headers_of(path))
            self._learn(pool, headers)

    def _headers_of(self, path: str) -> Mapping[str, str]:
        user_agent = f"refs (mailto:{self._crossref.mailto})" if self._crossref.mailto else "refs"
        try:
            answer = httpx2.get(self.url + path, headers={"User-Agent": user_agent}, timeout=self._timeout)
        except httpx2.HTTPError as error:
            raise meaning_of(error) from error
        if answer.status_code == BUSY or answer.status_code in SERVER_TROUBLES:
            raise meaning_of_answer(answer)
        return answer.headers

    def _learn(self, pool: str, headers: Mapping[str, str]) -> None:
        """Obey the limits that an answer states from now on."""
        limit = limit_from_headers(headers, self._pace.limit(pool))
        if self._limits.get(pool) != limit:
            self._limits[pool] = limit
            self._pace.set_limit(pool, limit)


def _path(doi: Doi) -> str:
    """Return a DOI as it stands in a path.

    >>> _path(Doi("10.1000/a#b?c/d e"))
    '10.1000/a%23b%3Fc%2Fd%20e'
    >>> _path(Doi("10.1000/.."))
    '10.1000/%2E%2E'
    """
    prefix, _, suffix = doi.value.partition("/")
    if not suffix.strip("."):
        return f"{prefix}/{suffix.replace('.', '%2E')}"  # or it would be a step up in the path
    return f"{prefix}/{quote(suffix, safe=':;()', errors='replace')}"


def _is_work(item: object) -> bool:
    return isinstance(item, dict) and Doi.parse(str(item.get("DOI") or "")) is not None
