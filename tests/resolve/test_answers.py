"""What an HTTP answer means, and what the lack of one: wait, ask again, give up, or the work is not there."""

from __future__ import annotations

import httpx2
import pytest

from refs.model import Doi
from refs.resolve.retry import Failed
from refs.resolve.sources.answers import Moved, NotThere, answer_in, meaning_of, meaning_of_answer, message_of

ASKED = httpx2.Request("GET", "https://api.example.org/works/10.1000/a")
TROUBLE = (408, 425, 500, 502, 503, 504, 507, 520, 521, 522, 523, 524, 529)
"""May be gone a moment later."""
REFUSED = (400, 401, 403, 405, 406, 409, 410, 414, 422, 451, 501, 505, 506, 508, 519, 525, 526, 528, 530)
"""Would be so again."""


def answer(status: int, body: str = "", **headers: str) -> httpx2.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, text=body, headers=named, request=ASKED)


FAILURES = [
    *((answer(status), "server", f"is in trouble (HTTP {status})", 0.0) for status in TROUBLE),
    *((answer(status), "refused", f"refused the question (HTTP {status})", 0.0) for status in REFUSED),
    (answer(429), "busy", "asks for patience (HTTP 429)", 0.0),
    (answer(429, retry_after="7"), "busy", "asks for patience (HTTP 429)", 7.0),
    (answer(503, retry_after="3"), "server", "is in trouble (HTTP 503)", 3.0),
    (
        answer(404, "<html>Not Found</html>"),
        "malformed",
        "answered with a page that is not its own (HTTP 404)",
        0.0,
    ),
    (answer(404, "{}"), "malformed", "answered with a page that is not its own (HTTP 404)", 0.0),
    (answer(404, "{"), "malformed", "answered with a page that is not its own (HTTP 404)", 0.0),
    (answer(404, "[" * 9999), "malformed", "answered with a page that is not its own (HTTP 404)", 0.0),
    (answer(302), "malformed", "answered with a page that is not its own (HTTP 302)", 0.0),
    (
        answer(301, location="/login"),
        "malformed",
        "answered with a page that is not its own (HTTP 301)",
        0.0,
    ),
    (
        answer(399, location="/works/none"),
        "malformed",
        "answered with a page that is not its own (HTTP 399)",
        0.0,
    ),
]


@pytest.mark.parametrize(
    ("given", "kind", "words", "pause"),
    FAILURES,
    ids=[
        f"{a.status_code} {a.text[:9]} {dict(a.headers).get('retry-after', '')}".strip() for a, *_ in FAILURES
    ],
)
def test_a_failure_says_whether_to_ask_again(
    given: httpx2.Response, kind: str, words: str, pause: float
) -> None:
    meaning = meaning_of_answer(given)
    assert isinstance(meaning, Failed)
    assert (meaning.kind, str(meaning), meaning.retry_after) == (kind, words, pause)


@pytest.mark.parametrize(
    "body",
    ["Resource not found.", '"Resource not found"', '{"status": "error"}', ' {"message": "no such work"}'],
)
def test_what_the_server_does_not_hold_is_not_there(body: str) -> None:
    assert isinstance(meaning_of_answer(answer(404, body)), NotThere)


@pytest.mark.parametrize(
    "location",
    [
        "/works/10.5479/si.0081024X.43.1",
        "https://api.example.org/v1/works/10.5479%2Fsi.0081024X.43.1?mailto=a",
    ],
)
@pytest.mark.parametrize("status", [300, 301, 302, 307, 308])
def test_an_alias_names_the_doi_that_it_stands_for(status: int, location: str) -> None:
    meaning = meaning_of_answer(answer(status, location=location))
    assert isinstance(meaning, Moved)
    assert meaning.doi == Doi("10.5479/si.0081024x.43.1")


def status_error(status: int) -> httpx2.HTTPStatusError:
    return httpx2.HTTPStatusError("", request=ASKED, response=answer(status))


def behind(error: Exception, depth: int) -> Exception:
    """Return an error that others stand before, as habanero raises them."""
    for _ in range(depth):
        outer = RuntimeError("habanero says")
        outer.__cause__ = error
        error = outer
    return error


SILENCES: list[tuple[Exception, str, str]] = [
    (httpx2.ConnectTimeout("slow\nmore"), "unreachable", "could not be reached (slow)"),
    (httpx2.ConnectError("refused"), "unreachable", "could not be reached (refused)"),
    (httpx2.ProxyError("no proxy"), "unreachable", "could not be reached (no proxy)"),
    (httpx2.ConnectError(""), "unreachable", "could not be reached (ConnectError)"),
    (httpx2.ReadTimeout("late"), "timeout", "did not answer in time"),
    (httpx2.PoolTimeout("late"), "timeout", "did not answer in time"),
    (httpx2.ReadError("cut"), "cut", "broke off its answer"),
    (httpx2.RemoteProtocolError("cut"), "cut", "broke off its answer"),
]


@pytest.mark.parametrize(("error", "kind", "words"), SILENCES, ids=[repr(e)[:30] for e, *_ in SILENCES])
@pytest.mark.parametrize("depth", [0, 1, 9])
def test_the_lack_of_an_answer_is_told_by_its_cause(
    error: Exception, kind: str, words: str, depth: int
) -> None:
    meaning = meaning_of(behind(error, depth))
    assert isinstance(meaning, Failed)
    assert (meaning.kind, str(meaning)) == (kind, words)


CUT_WITHIN = httpx2.DecodingError("bad gzip")
CUT_WITHIN.__cause__ = httpx2.ReadError("cut")
NONSENSE: list[tuple[Exception, str]] = [
    (httpx2.DecodingError("bad gzip"), "bad gzip"),
    (behind(httpx2.DecodingError("bad gzip"), 1), "habanero says"),
    (CUT_WITHIN, "bad gzip"),
    (ValueError("x" * 200), "x" * 120),
    (ValueError(), "ValueError"),
]


@pytest.mark.parametrize(
    ("error", "words"), NONSENSE, ids=["decoding", "decoding behind", "cut within", "long", "silent"]
)
def test_an_answer_that_cannot_be_read_is_malformed(error: Exception, words: str) -> None:
    meaning = meaning_of(error)
    assert isinstance(meaning, Failed)
    said = f"answered something that is not its protocol ({words})"
    assert (meaning.kind, str(meaning)) == ("malformed", said)


def test_an_answer_behind_other_errors_is_found() -> None:
    late = httpx2.ReadTimeout("late")
    late.__cause__ = status_error(503)
    assert str(meaning_of(late)) == "is in trouble (HTTP 503)"
    assert answer_in(behind(status_error(404), 3)) is not None
    beside = ValueError()
    beside.__context__ = status_error(404)
    assert answer_in(beside) is not None
    assert answer_in(ValueError()) is None


@pytest.mark.parametrize("given", [{"message": {"DOI": "x"}}, [{"message": {"DOI": "x"}}]])
def test_the_message_of_an_answer(given: object) -> None:
    assert message_of(given) == {"DOI": "x"}


@pytest.mark.parametrize(
    "given", [None, "x", [], {}, {"message": "x"}, {"message": []}, [{"message": {}}, {}]]
)
def test_an_answer_without_a_message_is_no_answer(given: object) -> None:
    with pytest.raises(Failed, match="no message") as failure:
        message_of(given)
    assert failure.value.kind == "malformed"
