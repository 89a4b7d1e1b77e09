"""Reads the pages of rules: Markdown with cases that must be flagged and cases that must not.

A case is a ``### heading`` followed by one fenced block. In a ``reference`` block the first line is the raw
string, then ``key: value`` lines say what the search found; ``works.jsonl`` holds the works by name::

    Neff, K. (2003). Self-compassion. Self and Identity, 3(2), 85–101.
    work: neff2003

In an ``article`` block the text stands first, with citations as ``{(Neff, 2003) -> 0}`` (an arrow and the
indexes of the references it was linked to, if any), then ``---``, then a reference a line as
``surnames | year | label | raw``, and again ``work:`` lines for the reference above them.

``says: words`` gives words that the finding's message must hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from refs.model import (
    Article,
    Candidate,
    CheckedArticle,
    Citation,
    Doi,
    Item,
    Match,
    Outcome,
    Reference,
    SourceAnswer,
    Venue,
    Work,
)
from refs.resolve.comparison import compare_fields

HERE = Path(__file__).parent
WORKS = {
    data.pop("name"): Work(data)
    for line in (HERE / "works.jsonl").read_text(encoding="utf-8").splitlines()
    for data in [json.loads(line)]
}
_CASE = re.compile(r"^### (?P<title>.+?)\n+```(?P<kind>reference|article)\n(?P<body>.*?)^```$", re.M | re.S)
_CITATION = re.compile(r"\{(?P<text>[^{}]+?)(?: -> (?P<to>[\d,]*))?\}")
_NAMES = re.compile(r"[^\W\d_][\w’'-]*[^\W\d_]")
_YEAR = re.compile(r"\b((?:1[5-9]|20)\d\d[a-z]?|n\.d\.)")


@dataclass(frozen=True)
class Case:
    """One case of a page."""

    code: str
    title: str
    kind: str
    body: str
    flagged: bool

    @property
    def checked(self) -> CheckedArticle:
        return _article(self.body) if self.kind == "article" else _reference(self.body)

    @property
    def says(self) -> list[str]:
        return [line[6:] for line in self.body.splitlines() if line.startswith("says: ")]


def read_page(path: Path) -> Iterator[Case]:
    """Yield the cases of a rule's page."""
    code = path.stem.split("-")[0].upper()
    flagged, _, silent = path.read_text(encoding="utf-8").partition("\n## Not flagged")
    for text, is_flagged in ((flagged, True), (silent, False)):
        for match in _CASE.finditer(text):
            yield Case(code, match["title"], match["kind"], match["body"], is_flagged)


def _reference(body: str) -> CheckedArticle:
    raw, *lines = body.splitlines()
    reference = Reference(raw)
    match = _match(reference, [line for line in lines if not line.startswith("says: ")])
    return CheckedArticle(Article("", "", ""), (reference,), matches=(match,))


def _match(reference: Reference, lines: list[str]) -> Match:
    """Return the match that ``key: value`` lines describe."""
    facts = dict(line.split(": ", 1) for line in lines)
    work = WORKS[facts["work"]] if "work" in facts else None
    outcome = Outcome(facts.get("outcome", "found" if work is not None else "none"))
    near = [Candidate(WORKS[name], 0.2) for name in facts.get("near", "").split()]
    return Match(
        reference,
        outcome,
        work,
        0.99 if work is not None else 0.0,
        compare_fields(reference.raw, work) if work is not None else (),
        tuple(near),
        (SourceAnswer("crossref", facts.get("source", "answered")),),
        Doi.find(reference.raw),
        WORKS[facts["cited-doi-work"]] if "cited-doi-work" in facts else None,
        {"none": ""}.get(facts["agency"], facts["agency"]) if "agency" in facts else None,
        facts.get("reason", ""),
        Venue(facts.get("venue", "not-asked")),
        tuple(WORKS[name] for name in facts.get("parts", "").split()),
    )


def _article(body: str) -> CheckedArticle:
    text, _, entries = body.partition("---\n")
    references, matches = _references(entries)
    citations: list[Citation] = []
    plain, at = "", 0
    for match in _CITATION.finditer(text):
        plain += text[at : match.start()]
        citations.append(_citation(match["text"], match["to"], len(plain)))
        plain += match["text"]
        at = match.end()
    article = Article("case.md", "markdown", plain + text[at:])
    return CheckedArticle(article, tuple(references), tuple(citations), tuple(matches))


def _citation(text: str, to: str | None, start: int) -> Citation:
    linked = tuple(int(i) for i in to.split(",") if i) if to else ()
    span = (start, start + len(text))
    if text.startswith("["):
        labels = tuple(_labels(text.strip("[]")))
        return Citation(text, span, linked, "numeric", sentence=f"A sentence {text}.", labels=labels)
    names = tuple(n for n in _NAMES.findall(text) if n[0].isupper())
    year = _YEAR.search(text)
    return Citation(
        text, span, linked, "author-date", f"A sentence {text}.", names, year.group() if year else ""
    )


def _labels(text: str) -> Iterator[str]:
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        yield from map(str, range(int(first), int(last or first) + 1))


def _references(entries: str) -> tuple[list[Reference], list[Match | None]]:
    references: list[Reference] = []
    facts: list[list[str]] = []
    for line in entries.splitlines():
        if line.startswith("says: ") or not line.strip():
            continue
        if line.count(" | ") == 3:
            names, year, label, raw = line.split(" | ")
            authors = [{"family": n.strip()} for n in names.split(";") if n.strip()]
            titled = re.search(r"\(\d{4}\)\. ([^.]+)\.", raw)
            item = Item(
                {"author": authors}
                | ({"title": titled[1]} if titled else {})
                | ({"issued": {"date-parts": [[int(year[:4])]]}} if year[:4].isdigit() else {})
            )
            kind = "comment" if label == "comment" else "article"
            references.append(Reference(raw, label=label if label.isdigit() else "", list=kind, item=item))
            facts.append([])
        else:
            facts[-1].append(line)
    return references, [_match(r, f) if f else None for r, f in zip(references, facts, strict=True)]
