"""What an HTTP answer, or its absence, means: shared by every source that asks over HTTP.

habanero raises five kinds of exception for one and the same trouble, depending on the route; the answer of
the server is found at the end of each chain of causes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import httpx2

from refs.model import Doi
from refs.resolve.retry import Failed, Told, seconds_from_retry_after

if TYPE_CHECKING:
    from httpx2 import Response

BUSY = 429
SERVER_TROUBLES = frozenset({408, 425, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524, 529})
"""Statuses that may be gone a moment later; 520-529 are those of the networks in front of Crossref."""


class NotThere(Told):
    """The server answered that it does not hold what was asked for."""


class Moved(Told):
    """The server answered that the DOI is now an alias of another."""

    def __init__(self, doi: Doi) -> None:
        super().__init__(str(doi))
        self.doi = doi


def answer_in(error: BaseException) -> Response | None:
    """Return the HTTP answer that an exception came from, following its causes."""
    return next((e.response for e in _chain(error) if isinstance(e, httpx2.HTTPStatusError)), None)


def meaning_of(error: BaseException) -> Exception:
    """Return what an exception of habanero or httpx2 means: ``NotThere``, ``Moved`` or ``Failed``."""
    answer = answer_in(error)
    if answer is not None:
        return meaning_of_answer(answer)
    for cause in _chain(error):
        if isinstance(cause, httpx2.ConnectTimeout | httpx2.ConnectError | httpx2.ProxyError):
            return Failed("unreachable", f"could not be reached ({_first_line(cause)})")
        if isinstance(cause, httpx2.TimeoutException):
            return Failed("timeout", "did not answer in time")
        if isinstance(cause, httpx2.DecodingError):
            break
        if isinstance(cause, httpx2.NetworkError | httpx2.ProtocolError):
            return Failed("cut", "broke off its answer")
    return Failed("malformed", f"answered something that is not its protocol ({_first_line(error)})")


def meaning_of_answer(answer: Response) -> Exception:
    """Return what an answer without success means."""
    status = answer.status_code
    if status == 404:
        return NotThere() if says_not_found(answer.text) else _unknown_page(status)
    if 300 <= status < 400:
        doi = _doi_in_location(answer.headers.get("location", ""))
        return Moved(doi) if doi else _unknown_page(status)
    if status == BUSY or status in SERVER_TROUBLES:
        pause = seconds_from_retry_after(answer.headers.get("retry-after", ""))
        kind, words = ("busy", "asks for patience") if status == BUSY else ("server", "is in trouble")
        return Failed(kind, f"{words} (HTTP {status})", retry_after=pause)
    return Failed("refused", f"refused the question (HTTP {status})")


def says_not_found(body: str) -> bool:
    """True where the body of a 404 is Crossref's own, and not that of some other server.

    >>> says_not_found("Resource not found."), says_not_found("<html>404 Not Found nginx</html>")
    (True, False)
    """
    text = body.strip()
    if text.startswith("{"):
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return False
        return isinstance(data, dict) and ("status" in data or "message" in data)
    return text.strip('"').lower().startswith("resource not found")


def message_of(answer: Any) -> dict[str, Any]:
    """Return the ``message`` of a Crossref answer.

    Raises:
        Failed: it has none.
    """
    if isinstance(answer, list) and len(answer) == 1:
        answer = answer[0]
    message = answer.get("message") if isinstance(answer, dict) else None
    if not isinstance(message, dict):
        raise Failed("malformed", "answered something that is not its protocol (no message)")
    return message


def _unknown_page(status: int) -> Failed:
    return Failed("malformed", f"answered with a page that is not its own (HTTP {status})")


def _doi_in_location(location: str) -> Doi | None:
    """Return the DOI of a ``Location`` header: ``/works/10.5479/si.0081024X.43.1``."""
    _, found, doi = urlsplit(location).path.partition("/works/")
    return Doi.parse(unquote(doi)) if found else None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and what caused it, nearest first."""
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0][:120]
