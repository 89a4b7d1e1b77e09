"""The HTTP server: one thread a connection, on loopback unless told otherwise."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from refs.errors import InputError, SourceError
from refs.model import Source
from refs.serve.answer import TEXT, Answer
from refs.serve.routes import answer_question

LONGEST_TARGET = 16_384
IDLE_SECONDS = 30.0
LIMITS = {"single": 1000, "list": 1000}
"""Requests a second that the API allows in its headers. It is one's own machine: as much as it can."""
AT_ONCE = 8


class ApiServer(ThreadingHTTPServer):
    """A Crossref-compatible API over a source; port 0 takes a free one, see ``url``."""

    daemon_threads = True

    def __init__(self, source: Source, host: str = "127.0.0.1", port: int = 0) -> None:
        self.source = source
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            raise InputError(
                f"{host}:{port} cannot be listened on ({error}); choose another --port"
            ) from error

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over clients that hang up; show every other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """Where the API answers: ``http://127.0.0.1:8808``."""
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


def serve_api(
    source: Source, host: str = "127.0.0.1", port: int = 8808, *, ready: Callable[[str], None] | None = None
) -> None:
    """Serve until interrupted; ``ready`` is called with the address once it answers.

    Raises:
        InputError: the address cannot be listened on.
    """
    with ApiServer(source, host, port) as server:
        if ready is not None:
            ready(server.url)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "refs"
    timeout = IDLE_SECONDS
    disable_nagle_algorithm = True  # headers and body are two writes, and the second must not wait
    server: ApiServer

    def do_GET(self) -> None:
        self._send(self._answer(), with_body=True)

    def do_HEAD(self) -> None:
        self._send(self._answer(), with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Keep stderr for what matters."""

    def _answer(self) -> Answer:
        if len(self.path) > LONGEST_TARGET:
            return Answer(414, b"URI Too Long", TEXT)
        try:
            return answer_question(self.server.source, self.path)
        except SourceError as error:
            return Answer(503, str(error).encode(), TEXT)

    def _send(self, answer: Answer, *, with_body: bool) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("X-Rate-Limit-Limit", str(LIMITS[answer.pool]))
        self.send_header("X-Rate-Limit-Interval", "1s")
        self.send_header("X-Concurrency-Limit", str(AT_ONCE))
        self.send_header("X-Api-Pool", f"local-{answer.pool}")
        self.end_headers()
        if with_body:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                self.wfile.write(answer.body)
