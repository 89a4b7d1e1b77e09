"""Articles from the web: a real server on loopback, and addresses that must be refused."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from refs.errors import InputError, TooLarge
from refs.read import url as web
from refs.read.url import fetch_url

PAGE = b"<!DOCTYPE html><html><body><h2>References</h2><p>Neff, K. (2003). Self-compassion.</p></body></html>"


class Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/page":
            self.answer(200, PAGE)
        elif self.path == "/moved":
            self.answer(302, b"", ("Location", "/page"))
        elif self.path == "/loop":
            self.answer(302, b"", ("Location", "/loop"))
        elif self.path == "/inside":
            self.answer(302, b"", ("Location", "http://169.254.169.254/latest/meta-data"))
        elif self.path == "/slow":
            self.answer(200, b"x" * 9_000, pause=0.05)
        elif self.path == "/large":
            self.answer(200, b"x" * 100_000)
        else:
            self.answer(404, b"")

    def answer(self, status: int, body: bytes, *headers: tuple[str, str], pause: float = 0) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        if not pause:
            self.wfile.write(body)
            return
        with contextlib.suppress(OSError):  # the reader has had enough
            for place in range(0, len(body), 100):
                self.wfile.write(body[place : place + 100])
                time.sleep(pause)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as served:
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched(server: str, path: str) -> None:
    loaded = fetch_url(server + path, max_bytes=10_000, allow_private=True)
    assert loaded.data == PAGE
    assert loaded.media_type == "text/html"


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("/large", TooLarge, "larger than"),
        ("/loop", InputError, "redirected more than"),
        ("/none", InputError, "answers 404"),
    ],
)
def test_what_cannot_be_fetched_is_said(server: str, path: str, error: type[InputError], says: str) -> None:
    with pytest.raises(error, match=says):
        fetch_url(server + path, max_bytes=50_000, allow_private=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/admin",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://0.0.0.0/",
    ],
)
def test_private_addresses_are_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(InputError, match="private network"):
        fetch_url(url, max_bytes=1000)


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "http://"])
def test_other_schemes_are_refused(url: str) -> None:
    with pytest.raises(InputError, match="only http and https"):
        fetch_url(url, max_bytes=1000)


def test_a_redirection_into_a_private_network_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = web.checked_target
    monkeypatch.setattr(
        web, "checked_target", lambda target, **_: own(target, allow_private=target.startswith(server))
    )
    with pytest.raises(InputError, match=r"169\.254\.169\.254 is inside a private network"):
        fetch_url(f"{server}/inside", max_bytes=1000)


def test_a_public_name_with_a_private_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.216.34", "10.1.1.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(InputError, match="private network"):
        fetch_url("http://public.example/", max_bytes=1000)


def test_an_answer_that_drips_is_given_up(server: str) -> None:
    with pytest.raises(InputError, match="takes too long"):
        fetch_url(f"{server}/slow", max_bytes=10_000, allow_private=True, max_seconds=0.2)
