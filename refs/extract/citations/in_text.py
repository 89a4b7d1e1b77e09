"""The citations of an article: which stretches of it are body text, and what points to the list there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from refs.extract.citations.author_date import author_date_citations
from refs.extract.citations.eastern import eastern_citations
from refs.extract.citations.keys import key_citations, note_citations
from refs.extract.citations.labels import label_citations
from refs.extract.citations.numbers import numeric_citations
from refs.extract.citations.sentences import Sentences
from refs.extract.citations.titles import title_citations
from refs.extract.marked import marked_citations
from refs.model import Article, BlockKind, Citation, Reference
from refs.model.article import NOT_THE_ARTICLE

_MOST, _THIRD = 0.6, 0.34
"""Shares of a list that citations of one form reach where the article cites in this form."""
_WIDEST_MARK = 12
"""Brackets, points and blanks around a label."""
_WIDEST_GAP = 400
"""Characters between two entries of one list, at most: a running head, a footnote."""
_FEWEST = 3
"""References that numbers must reach in a list that prints none."""


def find_citations(article: Article, references: Sequence[Reference]) -> list[Citation]:
    """Return the citations in an article's text, in order, each with its sentence and references.

    Where the source marks citations, what it marks counts, unless reading the text finds more links.
    """
    body = body_text(article, references)
    marked = marked_citations(article, references)
    keyed = key_citations(article, references, body) + note_citations(article, references, body)
    if article.format == "latex":
        found = marked or _read_citations(article, references, body)
    else:
        read = _read_citations(article, references, body)
        found = marked if _links(marked) > 0.9 * _links(read) and marked else read
        found = found + keyed
    found.sort(key=lambda citation: citation.span or (0, 0))
    return list(_with_sentences(article.text, found))


def _read_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations that the text shows to be some, by number or by author and year.

    Where the list prints no numbers, those in the text are likely of equations, outputs and footnotes: they
    count only where they reach most of the list, and names with years do not reach a third of it. Names and
    titles without years count where nothing else reaches a third of it, and they do.
    """
    found = _by_number_or_year(article, references, body)
    if _reach(found, references) >= _THIRD:
        return found
    titled = title_citations(article, references, body)
    return titled if _reach(titled, references) >= _THIRD and len(titled) >= _FEWEST else found


def _by_number_or_year(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by number, or by author and year."""
    if any(r.label for r in references if r.list == "article"):
        marked = numeric_citations(article, references, body) or label_citations(article, references, body)
        reach = _reach(marked, references)
        if reach > _MOST:
            return marked
        dated = _dated_citations(article, references, body)
        return marked if reach >= max(1e-9, _reach(dated, references)) else dated
    dated = _dated_citations(article, references, body)
    if _reach(dated, references) >= _THIRD:
        return dated
    numbered = numeric_citations(article, references, body)
    cited = {index for citation in numbered for index in citation.references}
    return numbered if _reach(numbered, references) > _MOST and len(cited) >= _FEWEST else dated


def _dated_citations(
    article: Article, references: Sequence[Reference], body: Sequence[tuple[int, int]]
) -> list[Citation]:
    """Return the citations by author and year, in whatever signs the names are written."""
    dated = author_date_citations(article, references, body)
    eastern = eastern_citations(article, references, body)
    taken = {place for citation in eastern if citation.span for place in range(*citation.span)}
    return [citation for citation in dated if not citation.span or citation.span[0] not in taken] + eastern


def _reach(citations: Sequence[Citation], references: Sequence[Reference]) -> float:
    """Return the share of an article's own list that citations point to."""
    own = {index for index, reference in enumerate(references) if reference.list == "article"}
    cited = {index for citation in citations for index in citation.references}
    return len(own & cited) / len(own) if own else 0.0


def body_text(article: Article, references: Sequence[Reference]) -> list[tuple[int, int]]:
    """Return the stretches of an article that are its own prose: no list, comment, navigation or code."""
    excluded = list_spans(references, article.text)
    excluded += [
        (block.start, block.end)
        for block in article.marked_blocks
        if block.region in NOT_THE_ARTICLE or block.kind in (BlockKind.REFERENCE, BlockKind.CODE)
    ]
    excluded += [span for block in article.marked_blocks for span in block.attributes.get("code", ())]
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


def list_spans(references: Sequence[Reference], text: str) -> list[tuple[int, int]]:
    """Return the stretches that lists take up, marks included; entries that follow each other are joined.

    Between the last entry of a chapter's list and the first of the next one stands a chapter.
    """
    spans = sorted(
        (_mark_start(text, reference.span[0], reference.label), reference.span[1], reference.label == "1")
        for reference in references
        if reference.span
    )
    joined: list[tuple[int, int]] = []
    for start, end, begins in spans:
        if joined and start - joined[-1][1] < (1 if begins else _WIDEST_GAP):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _mark_start(text: str, start: int, label: str) -> int:
    """Return where the mark of an entry begins, "[12] ": it is no citation of the entry."""
    if not label:
        return start
    line = max(text.rfind("\n", 0, start) + 1, start - len(label) - _WIDEST_MARK)
    place = text.rfind(label, line, start)
    return line if place >= 0 else start


def _links(citations: Sequence[Citation]) -> int:
    return sum(len(citation.references) for citation in citations)


def _with_sentences(text: str, citations: Iterable[Citation]) -> Iterator[Citation]:
    """Yield citations, in the order of the text, those without a sentence with theirs."""
    sentences = Sentences(text)
    for citation in citations:
        if citation.span is None or citation.sentence:
            yield citation
            continue
        # NOTE: dataclasses.replace() takes longer than to find the sentence.
        yield Citation(
            citation.text,
            citation.span,
            citation.references,
            citation.kind,
            sentences.around(*citation.span),
            citation.names,
            citation.year,
            citation.labels,
            citation.narrative,
            citation.locator,
        )
