"""A Crossref look-alike on loopback that misbehaves on purpose, and keeps count of how it was treated.

It answers what ``refs serve --api`` answers, with faults strewn in by a seeded die, and measures whether
the limits it states are kept: the most requests it saw in any window, and the most under way at once.
"""

from __future__ import annotations

import contextlib
import json
import random
import select
import socket
import threading
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from refs.model import Doi, Source, Work, words
from refs.serve.answer import Answer
from refs.serve.routes import answer_question

FAULTS = {"busy": 0.10, "server": 0.05, "timeout": 0.05, "truncated": 0.01, "malformed": 0.01, "wrong": 0.01}
"""The shares that the fault figures are measured with: 429, 500, no answer, cut off, no JSON, another DOI."""
LONGEST_STALL = 60.0


@dataclass(frozen=True)
class StatedLimit:
    """A limit as the response headers state it."""

    requests: int = 1000
    seconds: float = 1.0
    at_once: int = 3


class WorksInMemory:
    """A source over a few works; DOIs of other agencies are known by agency and CSL-JSON item."""

    name = "memory"
    is_partial = False

    def __init__(
        self,
        works: Iterable[Mapping[str, Any]],
        foreign: Mapping[str, tuple[str, dict[str, Any]]] | None = None,
    ) -> None:
        self.works = {work.doi: work for work in (Work(dict(data), "memory") for data in works)}
        self.foreign = {Doi(doi.lower()): entry for doi, entry in (foreign or {}).items()}
        self._words = {doi: set(words(json.dumps(work.data))) for doi, work in self.works.items()}

    def get_work(self, doi: Doi) -> Work | None:
        return self.works.get(doi)

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        return {doi: self.works[doi] for doi in dois if doi in self.works}

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        wanted = set(words(query))
        ranked = sorted(self.works, key=lambda doi: (-len(wanted & self._words[doi]), doi))
        return [self.works[doi] for doi in ranked[:limit] if wanted & self._words[doi]]

    def get_agency(self, doi: Doi) -> str | None:
        if doi in self.foreign:
            return self.foreign[doi][0]
        return "crossref" if doi in self.works else None


@dataclass
class Log:
    """What the server saw."""

    arrivals: dict[str, list[float]] = field(default_factory=lambda: {"single": [], "list": []})
    most_at_once: int = 0
    under_way: set[socket.socket] = field(default_factory=set)
    """The connections on which an answer is being made."""
    given: Counter[str] = field(default_factory=Counter)
    """How often each kind of answer was given: "ok", "busy", "server", …"""
    answered: Counter[str] = field(default_factory=Counter)
    """How often each question was answered properly."""
    user_agents: set[str] = field(default_factory=set)

    def most_in_window(self, pool: str, seconds: float) -> int:
        """Return the most requests of a pool that arrived in any window shorter than ``seconds``."""
        times = sorted(self.arrivals[pool])
        return max((place + 1 - bisect_right(times, t - seconds) for place, t in enumerate(times)), default=0)


class FaultyCrossref(ThreadingHTTPServer):
    """The server; use it as a context manager, it answers at ``url`` meanwhile."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self,
        source: Source,
        *,
        faults: Mapping[str, float] | None = None,
        script: Sequence[str] = (),
        limit: StatedLimit | Mapping[str, StatedLimit] | None = StatedLimit(),
        retry_after: str = "",
        aliases: Mapping[str, str] | None = None,
        seed: int = 7,
        port: int = 0,
    ) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.source = source
        self.limits = dict.fromkeys(("single", "list"), limit) if not isinstance(limit, Mapping) else limit
        self.retry_after = retry_after
        self.aliases = aliases or {}
        self.log = Log()
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self._faults = dict(faults or {})
        self._script = list(script)
        self._random = random.Random(seed)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> FaultyCrossref:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stopping.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nothing to talk about."""

    def next_fault(self) -> str:
        """Return the fault of the next answer: from the script first, then by the die; "" for none."""
        with self.lock:
            if self._script:
                return self._script.pop(0)
            number = self._random.random()
            for kind, share in self._faults.items():
                number -= share
                if number < 0:
                    return kind
            return ""

    @contextlib.contextmanager
    def counted(self, pool: str, connection: socket.socket) -> Iterator[None]:
        """Count a question from its arrival until its answer is about to be sent or its client has hung up.

        The thread that makes an answer may learn late, on a busy machine, that nobody waits for it; so the
        others are asked anew whenever a question arrives.
        """
        with self.lock:
            self.log.arrivals[pool].append(time.monotonic())
            self.log.under_way.add(connection)
            waiting = sum(not _has_hung_up(other) for other in self.log.under_way)
            self.log.most_at_once = max(self.log.most_at_once, waiting)
        try:
            yield
        finally:
            with self.lock:
                self.log.under_way.discard(connection)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultyCrossref

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        pool = _pool(path)
        kind = self.server.next_fault()
        with self.server.counted(pool, self.connection):
            self.server.log.user_agents.add(self.headers.get("User-Agent", ""))
            answer = self._answer(kind, path, pool)
            if kind == "timeout":
                self._stall()
        self._note(kind)
        if kind == "cut" or kind == "timeout":
            self.close_connection = True
        else:
            self._send(answer, truncated=kind == "truncated")

    def _answer(self, kind: str, path: str, pool: str) -> Answer:
        if kind in _PLAIN:
            return _PLAIN[kind]
        alias = Doi.parse(unquote(path.removeprefix("/works/"))) if path.startswith("/works/") else None
        if alias is not None and str(alias) in self.server.aliases:
            return Answer(301, b"", "text/plain")
        negotiated = Doi.parse(unquote(path[1:]))
        if negotiated is not None:
            return self._negotiated(negotiated)
        answer = answer_question(self.server.source, self.path)
        return self._about_another(answer) if kind == "wrong" else answer

    def _negotiated(self, doi: Doi) -> Answer:
        """Answer as doi.org does when asked for CSL-JSON."""
        foreign = getattr(self.server.source, "foreign", {})
        if doi not in foreign:
            return Answer(404, b"<html>DOI Not Found</html>", "text/html")
        item = foreign[doi][1]
        if not item:
            return Answer(200, b"<html>a landing page</html>", "text/html")
        return Answer(200, json.dumps(item).encode(), "application/vnd.citationstyles.csl+json")

    def _about_another(self, answer: Answer) -> Answer:
        """Return an answer with a work in it that nobody asked for."""
        data = json.loads(answer.body) if answer.status == 200 else {}
        other = {"DOI": "10.5555/somebody-elses", "type": "journal-article", "title": ["Another work"]}
        if data.get("message-type") == "work":
            data["message"] = other
        elif data.get("message-type") == "work-list" and "filter=" in self.path and data["message"]["items"]:
            data["message"]["items"][0] = other
        else:
            return answer
        return Answer(200, json.dumps(data).encode(), pool=answer.pool)

    def _stall(self) -> None:
        """Wait until the client has hung up."""
        end = time.monotonic() + LONGEST_STALL
        while time.monotonic() < end and not self.server.stopping.is_set():
            readable, _, _ = select.select([self.connection], [], [], 0.05)
            if readable and not self.connection.recv(1):
                return

    def _note(self, kind: str) -> None:
        with self.server.lock:
            self.server.log.given[kind or "ok"] += 1
            if not kind:
                self.server.log.answered[self.path] += 1

    def _send(self, answer: Answer, *, truncated: bool = False) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.status == 301:
            doi = str(Doi.parse(unquote(urlsplit(self.path).path.removeprefix("/works/"))))
            self.send_header("Location", f"{self.server.url}/works/{self.server.aliases[doi]}")
        if answer.status in (429, 503) and self.server.retry_after:
            self.send_header("Retry-After", self.server.retry_after)
        if (limit := self.server.limits[_pool(self.path)]) is not None:
            self.send_header("X-Rate-Limit-Limit", str(limit.requests))
            self.send_header("X-Rate-Limit-Interval", f"{limit.seconds:g}s")
            self.send_header("X-Concurrency-Limit", str(limit.at_once))
        self.end_headers()
        self.wfile.write(answer.body[: len(answer.body) // 2] if truncated else answer.body)
        if truncated:
            self.close_connection = True


def _has_hung_up(connection: socket.socket) -> bool:
    """Return True where the other side has closed the connection."""
    readable, _, _ = select.select([connection], [], [], 0)
    try:
        return bool(readable) and not connection.recv(1, socket.MSG_PEEK)
    except ConnectionError:
        return True


def _pool(target: str) -> str:
    return "single" if target.startswith("/works/") else "list"


_PLAIN = {
    "busy": Answer(429, b"Too many requests", "text/plain"),
    "server": Answer(500, b"Internal error", "text/plain"),
    "server-json": Answer(500, b'{"status": "error", "message": "gone wrong"}'),
    "refused": Answer(403, b"Forbidden", "text/plain"),
    "malformed": Answer(200, b'{"status": "ok", "message": {"DOI": '),
    "page": Answer(200, b"<html>Please log in to this network</html>", "text/html"),
    "strange-404": Answer(404, b"<html>404 Not Found (nginx)</html>", "text/html"),
    "list-of-nothing": Answer(200, b"[]"),
}
"""Faults that do not depend on the question."""
