"""Answers as Crossref's REST API gives them: the envelope, the refusals, and their words.

Source: https://api.crossref.org/swagger-ui/index.html
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

JSON = "application/json"
TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body with its type, and the pool ("single", "list") that it counts in."""

    status: int
    body: bytes
    content_type: str = JSON
    pool: str = "single"


class Refusal(Exception):
    """A question that cannot be answered as it was put: kind, the offending value, and a sentence."""

    def __init__(self, kind: str, value: str, sentence: str) -> None:
        super().__init__(sentence)
        self.entry = {"type": kind, "value": value, "message": sentence}


def message(kind: str, content: Mapping[str, Any], *, pool: str = "single") -> Answer:
    """Return an answer with its envelope: ``{"status": "ok", "message-type": …, "message": …}``."""
    envelope = {"status": "ok", "message-type": kind, "message-version": "1.0.0", "message": content}
    return Answer(200, _dump(envelope), pool=pool)


def bare_json(content: Any) -> Answer:
    """Return an answer that is only the content, as doi.org gives it."""
    return Answer(200, _dump(content))


def not_found() -> Answer:
    """Return Crossref's answer for what it does not hold."""
    return Answer(404, b"Resource not found.", TEXT)


def refused(refusal: Refusal) -> Answer:
    """Return Crossref's answer to a question that it cannot understand."""
    body = {"status": "failed", "message-type": "validation-failure", "message": [refusal.entry]}
    return Answer(400, _dump(body))


def _dump(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
