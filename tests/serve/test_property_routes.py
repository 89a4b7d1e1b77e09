"""Whatever is asked, the API answers with one of its own answers."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from refs.resolve.pace import Limit, limit_from_headers
from refs.resolve.retry import seconds_from_retry_after
from refs.serve.routes import answer_question
from tests.faulty_crossref import WorksInMemory

WORLD = WorksInMemory([{"DOI": "10.1000/a", "title": ["Gut feelings"], "type": "journal-article"}])
PIECES = st.sampled_from(
    "/works / 10.1000/a 10.1000/b /agency /doiRA/ ? & rows= offset= filter=doi: query= query.bibliographic= "
    "select= 1 99999999999 % %2F %00 gut , : //[ # &&&&&&&&&&&&&&&&&&&&&&&&&&".split()
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12))
def test_every_question_has_an_answer(pieces: list[str]) -> None:
    answer = answer_question(WORLD, "".join(pieces))
    assert answer.status in (200, 400, 404)
    if answer.content_type == "application/json":
        json.loads(answer.body)


@given(
    st.text(max_size=40) | st.from_regex(r"[A-Z][a-z]{2}, \d+ [A-Z][a-z]{2} \d+ \d+:\d+:\d+ [+-]?\w{1,12}")
)
def test_any_header_is_read(text: str) -> None:
    assert seconds_from_retry_after(text) >= 0
    limit = limit_from_headers({"x-rate-limit-limit": text, "x-rate-limit-interval": text}, Limit(5))
    assert limit.requests > 0
    assert limit.seconds > 0
