"""Reference lists set in many layouts, and the references that are found in a text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from refs.extract import extract_references
from refs.model import Article, Reference
from refs.read import read_article
from tests.extract.works import BODY


def read(text: str, name: str = "article.txt") -> Article:
    return read_article(text.encode(), name=name)


def own(text: str, name: str = "article.txt") -> list[Reference]:
    return [r for r in extract_references(read(text, name)) if r.list == "article"]


def wrapped(raw: str, width: int, first: str = "", then: str = "") -> str:
    return "\n".join(
        textwrap.wrap(raw, width, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)
    )


def points(works: Sequence[str]) -> str:
    return "\n".join(f"  {number}. {raw}" for number, raw in enumerate(works, 1))


def brackets(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 70, f"[{number}] ", "    ") for number, raw in enumerate(works, 1))


def own_lines(works: Sequence[str]) -> str:
    return "\n".join(f"{number}.\n{raw}" for number, raw in enumerate(works, 1))


def paragraphs(works: Sequence[str]) -> str:
    return "\n\n".join(works)


def hanging(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 66, "", "      ") for raw in works)


def first_indent(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 66, "    ", "") for raw in works)


def flush(works: Sequence[str]) -> str:
    return "\n".join(wrapped(raw, 72) for raw in works)


def spaced(works: Sequence[str]) -> str:
    return "\n\n".join(wrapped(raw, 66) for raw in works)


def bullets(works: Sequence[str]) -> str:
    return "\n".join(f"  • {raw}" for raw in works)


def one_a_line(works: Sequence[str]) -> str:
    return "\n".join(works)


LAYOUTS: tuple[Callable[[Sequence[str]], str], ...] = (
    points,
    brackets,
    own_lines,
    paragraphs,
    hanging,
    first_indent,
    flush,
    bullets,
    one_a_line,
)


def web_paragraphs(works: Sequence[str]) -> str:
    return "".join(f"<p>{raw}</p>" for raw in works).replace("&", "&amp;")


def web_page(listed: str) -> str:
    return f"<html><body><h1>Rooms</h1><p>{BODY}</p><h2>References</h2>{listed}</body></html>"
