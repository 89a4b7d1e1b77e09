"""What checking works on and what it returns."""

from __future__ import annotations

from dataclasses import dataclass

from refs.model.article import Article
from refs.model.finding import Finding
from refs.model.match import Match, Status
from refs.model.reference import Citation, Reference


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article with its references, citations and matches: what the rules see.

    ``matches[i]`` belongs to ``references[i]``; None where a reference was not looked up
    (entries of other lists, unless asked for).
    """

    article: Article
    references: tuple[Reference, ...]
    citations: tuple[Citation, ...] = ()
    matches: tuple[Match | None, ...] = ()
    style: str = ""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A checked article, the status of each reference (None: not looked up), and the findings in order."""

    checked: CheckedArticle
    statuses: tuple[Status | None, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    """Sentences about the run as a whole: a source that did not answer, a list left out."""
