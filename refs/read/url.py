"""An article from the web: size and time limited, and never from a private network."""

from __future__ import annotations

import ipaddress
import socket
import time
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

import httpx2

from refs.errors import InputError, TooLarge
from refs.read.loaded import Loaded

MAX_REDIRECTS = 6
MAX_SECONDS = 60.0
_AGENT = "Mozilla/5.0 (compatible; refs)"
_ACCEPT = "text/html, application/xhtml+xml, application/pdf, application/xml, text/plain, */*;q=0.5"


def fetch_url(
    url: str, *, max_bytes: int, allow_private: bool = False, max_seconds: float = MAX_SECONDS
) -> Loaded:
    """Return what a web address gives, after at most ``MAX_REDIRECTS`` redirections.

    Raises:
        TooLarge: it is larger than ``max_bytes``.
        InputError: the address is private, cannot be reached, answers with an error, or takes too long.
    """
    deadline = time.monotonic() + max_seconds
    start = url
    try:
        with httpx2.Client(timeout=httpx2.Timeout(20.0, connect=10.0), follow_redirects=False) as client:
            for _ in range(MAX_REDIRECTS):
                target, extensions = checked_target(url, allow_private=allow_private)
                headers = {
                    "User-Agent": _AGENT,
                    "Accept": _ACCEPT,
                    "Host": urlsplit(url).netloc.rpartition("@")[2],
                }
                with client.stream("GET", target, headers=headers, extensions=extensions) as answer:
                    if answer.is_redirect:
                        url = urljoin(url, answer.headers.get("location", ""))
                        continue
                    if answer.status_code >= 400:
                        status = answer.status_code
                        raise InputError(f"{start}: the server answers {status}; save it from a browser")
                    data = _body(answer, start, max_bytes, deadline)
                    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                    return Loaded(data, url, media_type=media_type)
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        raise InputError(
            f"{start}: cannot be fetched ({error or type(error).__name__}); save it as a file"
        ) from error
    raise InputError(f"{start}: redirected more than {MAX_REDIRECTS} times; open it in a browser and save it")


def checked_target(url: str, *, allow_private: bool) -> tuple[str, dict[str, str]]:
    """Return the address to connect to: the host's own number, so that what was checked is what is asked.

    Raises:
        InputError: not http or https, or a host inside a private network.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: only http and https addresses are read")
    if allow_private or getproxies().get(parts.scheme):
        # A proxy looks the name up itself.
        return url, {}
    numbers = [
        info[4][0] for info in socket.getaddrinfo(parts.hostname, parts.port or 0, type=socket.SOCK_STREAM)
    ]
    for number in numbers:
        if not ipaddress.ip_address(str(number).partition("%")[0]).is_global:
            raise InputError(
                f"{url}: {parts.hostname} is inside a private network; refs reads public addresses only"
            )
    first = str(numbers[0])
    host = f"[{first}]" if ":" in first else first
    netloc = f"{host}:{parts.port}" if parts.port else host
    return parts._replace(netloc=netloc).geturl(), {"sni_hostname": parts.hostname}


def _body(answer: httpx2.Response, url: str, max_bytes: int, deadline: float) -> bytes:
    """Return the body of an answer, read in pieces so that limits hold whatever the server sends."""
    parts: list[bytes] = []
    size = 0
    for part in answer.iter_bytes():
        parts.append(part)
        size += len(part)
        if size > max_bytes:
            raise TooLarge(
                f"{url}: larger than the {max_bytes // 1_000_000} MB that refs reads; save a part of it"
            )
        if time.monotonic() > deadline:
            raise InputError(f"{url}: takes too long to arrive; save it as a file")
    return b"".join(parts)
