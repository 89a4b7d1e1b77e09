"""Citations that the text may have though no style of citing told them: names with a year behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from refs.check.names import same_name
from refs.check.text.listed import Entry
from refs.check.text.mentions import Mentions
from refs.check.text.pairs import are_near
from refs.check.text.people import says_et_al
from refs.model import CheckedArticle, Citation, Span, fold


def unlinked_citations(
    article: CheckedArticle,
    mentions: Mentions,
    left: Sequence[Entry],
    entries: Sequence[Entry],
    known: Sequence[Citation],
) -> list[Citation]:
    """Return citations that uncited references may answer: their people with another year, or nearly them."""
    if not any(c.kind == "author-date" for c in article.citations):
        return []
    taken = _Spans(c.span for c in (*article.citations, *known) if c.span is not None)
    found = []
    for entry in left:
        years = {e.year for e in entries if e.surnames[:1] == entry.surnames[:1]}
        for citation in mentions.with_year(entry.surnames[0]) if entry.surnames else ():
            if citation.year[:4] not in years and taken.add(citation.span):
                found.append(citation)
        for citation in mentions.with_second(entry.surnames, entry.year):
            if _is_misspelt(citation.names[0], entry.surnames[0]) and taken.add(citation.span):
                found.append(citation)
        for citation in mentions.dated_names if entry.surnames and entry.year else ():
            is_near = citation.year[:4] == entry.year and _is_misspelt(citation.names[0], entry.surnames[0])
            if is_near and taken.add(citation.span):
                found.append(citation)
    heads = " ".join(fold(article.references[e.index].raw[:400]) for e in entries)
    found += _loosely_dated(mentions, [e for e in entries if e.surnames], taken, f" {heads} ")
    return found


def _loosely_dated(
    mentions: Mentions, entries: Sequence[Entry], taken: _Spans, heads: str
) -> Iterator[Citation]:
    """Yield "Neff (2004)", "(Neff 2004)" where the list has a near year, "Neff et al., 2004" anywhere.

    No one whose name stands in ``heads``, how the entries begin, is called missing by that.
    """
    listed: dict[str, set[str]] = {}
    for entry in entries:
        listed.setdefault(fold(entry.surnames[0]).split()[-1], set()).add(entry.year)
    for citation in mentions.dated_names if entries else ():
        years = listed.get(fold(citation.names[0]))
        is_et_al = says_et_al(citation) and mentions.begins_a_citation(citation)
        if years is None:
            is_listed = f" {fold(citation.names[0])} " in heads
            if is_et_al and not is_listed and taken.add(citation.span):
                yield citation
            continue
        near = any(year.isdigit() and are_near(citation.year[:4], year) for year in years)
        may_be_slip = near and citation.year[:4] not in years
        is_cited = "(" in citation.text or is_et_al or mentions.fills_a_bracket(citation)
        if may_be_slip and is_cited and taken.add(citation.span):
            yield citation


class _Spans:
    """Stretches of text that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))

    def add(self, span: Span | None) -> bool:
        """Return True, and keep a stretch, unless it overlaps another."""
        if span is None:
            return False
        at = bisect_left(self._spans, span)
        near = self._spans[max(0, at - 1) : at + 1]
        if any(start < span[1] and span[0] < end for start, end in near):
            return False
        self._spans.insert(at, span)
        return True


def _is_misspelt(cited: str, listed: str) -> bool:
    return same_name(cited, listed, exact=False) and not same_name(cited, listed, exact=True)
