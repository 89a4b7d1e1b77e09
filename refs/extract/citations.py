"""The citations of an article: which stretches of it are body text, and what points to the list there."""

from __future__ import annotations

from collections.abc import Sequence

from refs.extract.author_date_citations import author_date_citations
from refs.extract.key_citations import key_citations
from refs.extract.marked import marked_citations
from refs.extract.numeric_citations import numeric_citations
from refs.extract.sentences import sentence_around
from refs.model import Article, BlockKind, Citation, Reference

_NOT_BODY = frozenset("navigation comment sidebar footer furniture metadata".split())


def find_citations(article: Article, references: Sequence[Reference]) -> list[Citation]:
    """Return the citations in an article's text, in order, each with its sentence and references.

    Where the source marks citations, what it marks counts, unless reading the text finds more links.
    """
    body = body_text(article, references)
    marked = marked_citations(article, references)
    keyed = key_citations(article, references, body)
    if article.format == "latex":
        found = marked
    else:
        read = numeric_citations(article, references, body)
        if not _reaches_the_list(read, references):
            dated = author_date_citations(article, references, body)
            read = read if _links(read) >= max(1, _links(dated)) else dated
        found = marked if _links(marked) > 0.9 * _links(read) and marked else read
        found = found + keyed
    found.sort(key=lambda citation: citation.span or (0, 0))
    return [_with_sentence(article.text, citation) for citation in found]


def _reaches_the_list(citations: Sequence[Citation], references: Sequence[Reference]) -> bool:
    """Return True if citations point to most of an article's own list: it cites in this form only."""
    own = {index for index, reference in enumerate(references) if reference.list == "article"}
    cited = {index for citation in citations for index in citation.references}
    return len(own & cited) > 0.6 * len(own)


def body_text(article: Article, references: Sequence[Reference]) -> list[tuple[int, int]]:
    """Return the stretches of an article's text that are its own prose: no list, comment or navigation."""
    excluded = list_spans(references)
    excluded += [
        (block.start, block.end)
        for block in article.blocks
        if block.region in _NOT_BODY or block.kind in (BlockKind.REFERENCE, BlockKind.CODE)
    ]
    excluded.sort()
    body: list[tuple[int, int]] = []
    done = 0
    for start, end in excluded:
        if start > done:
            body.append((done, start))
        done = max(done, end)
    if done < len(article.text):
        body.append((done, len(article.text)))
    return body


def list_spans(references: Sequence[Reference]) -> list[tuple[int, int]]:
    """Return the stretches that lists take up, entries that follow each other closely joined."""
    spans = sorted(reference.span for reference in references if reference.span)
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] < 400:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _links(citations: Sequence[Citation]) -> int:
    return sum(len(citation.references) for citation in citations)


def _with_sentence(text: str, citation: Citation) -> Citation:
    if citation.span is None or citation.sentence:
        return citation
    sentence = sentence_around(text, *citation.span)
    # NOTE: dataclasses.replace() takes longer than to find the sentence.
    return Citation(
        citation.text,
        citation.span,
        citation.references,
        citation.kind,
        sentence,
        citation.names,
        citation.year,
        citation.labels,
        citation.narrative,
        citation.locator,
    )
