"""A reference resolved: sources asked in order, candidates weighed, one work named or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from refs.errors import SourceError
from refs.model import (
    Candidate,
    Doi,
    Match,
    Outcome,
    Reference,
    Source,
    SourceAnswer,
    Venue,
    Work,
    fold_compact,
)
from refs.resolve.arguments import argue
from refs.resolve.candidates import find_by_identifiers, find_by_words, query_text, title_of
from refs.resolve.decision import Decision, candidate_probability, decide
from refs.resolve.model_file import shipped_model
from refs.resolve.query import Query, read_query
from refs.resolve.scoring import Weighed, weigh_works, without_doubles
from refs.resolve.trees import Model
from refs.resolve.venue import find_venue, read_venue
from refs.resolve.vetoes import bears_title_and_author, is_at_its_place, may_bear_title
from refs.steps import BATCH, Step, Task, result_of

LETTERS_BEGUN = 16
"""Letters of a title from which it tells the work that it begins."""
AGAIN = 5
"""How many works of a title are asked for when nothing was found."""
LISTED = 3
"""How many candidates a match carries: the chosen one and the two next best."""

_read_lately = lru_cache(maxsize=BATCH)(read_query)
"""A string that is looked for twice is read once."""


@dataclass(slots=True)
class _Search:
    """What is known of one reference while the sources are asked."""

    query: Query
    cited: Doi | None
    cited_work: Work | None = None
    agency: str | None = None
    answers: list[SourceAnswer] = field(default_factory=list)
    decision: Decision | None = None
    weighed: list[Weighed] = field(default_factory=list)


def resolve_reference(reference: Reference, sources: Sequence[Source], *, compare: bool = False) -> Match:
    """Return the match of one reference: the work it means, or none, and why.

    Sources are asked in order; the first that has the work ends the search. A source that fails is noted,
    and then a miss elsewhere is ``UNREACHABLE``, never ``NONE``.

    Args:
        compare: also compare field by field (``Match.evidence``), and settle the match by it.
    """
    return result_of(resolving(reference, sources, compare=compare))


def resolving(reference: Reference, sources: Sequence[Source], *, compare: bool = False) -> Task[Match]:
    """Return what ``resolve_reference`` does, as a task that others can go in step with."""
    model = shipped_model()
    query = _read_lately(query_text(reference))
    cited = query.doi or (reference.item.doi if reference.item is not None else None)
    search = _Search(query, cited)
    for source in sources:
        try:
            yield from _asking(search, source, model)
        except SourceError as error:
            search.answers.append(SourceAnswer(source.name, "unreachable", str(error)))
            continue
        search.answers.append(SourceAnswer(source.name, "partial" if source.is_partial else "answered"))
        if search.decision is not None and search.decision.outcome in (Outcome.FOUND, Outcome.AMBIGUOUS):
            match = yield from _matching(reference, search, compare)
            if match.outcome in (Outcome.FOUND, Outcome.AMBIGUOUS):
                return match
            search.decision = replace(
                search.decision, outcome=Outcome.NONE, reason=match.reason, probability=match.probability
            )
    return (yield from _matching(reference, search, compare))


def look_again(match: Match, sources: Sequence[Source]) -> Match:
    """Return the match of a reference that nothing was found for, its title looked for alone.

    The words of a long container can bring its other papers before the work. Where there is none, the match
    says whether its journal is on record at all. A source that does not answer now leaves it unreachable.
    """
    if match.outcome is not Outcome.NONE:
        return match
    query = _read_lately(query_text(match.reference))
    try:
        again = _titled(match, query, sources)
        if again.outcome is not Outcome.NONE or again.venue is not Venue.NOT_ASKED:
            return again
        return replace(again, venue=find_venue(query, match.reference, sources))
    except SourceError as error:
        return replace(match, outcome=Outcome.UNREACHABLE, reason=str(error))


def _titled(match: Match, query: Query, sources: Sequence[Source]) -> Match:
    """Return the match with the works that bear its title, if the title alone finds some."""
    from refs.resolve.comparison import settle_match

    title, model = title_of(match.reference), shipped_model()
    for source in sources if title else ():
        works = source.search_works(title, limit=AGAIN)
        begun = [w for w in works if _begins_so(w, match.reference)]
        works = [w for w in works if w in begun or may_bear_title(query, w)]
        weighed = [
            w
            for w in weigh_works(query, works, model)
            if bears_title_and_author(w) or (w.work in begun and w.value("author_first") >= 1)
        ]
        if weighed:
            found = [Candidate(w.work, min(candidate_probability(w), 0.5), argue(w)) for w in weighed]
            known = {candidate.work.doi for candidate in found}
            others = [c for c in match.candidates if c.work.doi not in known]
            return settle_match(replace(match, candidates=(*found, *others)[:LISTED]), query)
    return match


def _begins_so(work: Work, reference: Reference) -> bool:
    """True for a work whose title begins as the one parsed, and goes on."""
    printed = fold_compact(reference.item.title) if reference.item is not None else ""
    return len(printed) >= LETTERS_BEGUN and fold_compact(work.title).startswith(printed)


def _matching(reference: Reference, search: _Search, compare: bool) -> Task[Match]:
    """Return the match that a search ended in, its fields compared if they are to be."""
    yield Step.MATCH
    match = _match(reference, search)
    if not compare:
        return match
    from refs.resolve.comparison import settling

    return (yield from settling(match, search.query))


def _asking(search: _Search, source: Source, model: Model) -> Task[None]:
    """Ask one source, and keep what it gave if it is better than what is known."""
    yield Step.IDENTIFY
    named = find_by_identifiers(search.query, source, search.cited)
    if search.cited is not None and search.cited_work is None:
        search.cited_work = named.get(search.cited)
    weighed = weigh_works(search.query, named.values(), model, named=named)
    decision = decide(search.query, weighed, search.cited, model)
    if decision.outcome is not Outcome.FOUND or decision.probability < 0.9:
        yield Step.SEARCH
        works = find_by_words(search.query, source)
        yield Step.WEIGH
        if named:
            works = without_doubles((*named.values(), *works))
        weighed = weigh_works(search.query, works, model, named=named)
        decision = decide(search.query, weighed, search.cited, model)
    if search.decision is None or decision.probability > search.decision.probability:
        search.decision, search.weighed = decision, weighed
    if search.cited is not None and search.cited_work is None and getattr(source, "knows_agencies", True):
        search.agency = source.get_agency(search.cited) or ""


def _match(reference: Reference, search: _Search) -> Match:
    decision = search.decision
    outcome, reason = _outcome(search)
    found = decision is not None and outcome is Outcome.FOUND
    return Match(
        reference=reference,
        outcome=outcome,
        work=decision.chosen.work if found and decision is not None and decision.chosen is not None else None,
        probability=decision.probability if decision is not None else 0.0,
        candidates=_candidates(decision, search.weighed),
        answers=tuple(search.answers),
        cited_doi=search.cited,
        cited_doi_work=search.cited_work,
        cited_doi_agency=search.agency if search.cited_work is None else None,
        reason=reason,
        venue=read_venue(search.query, search.weighed) if outcome is Outcome.NONE else Venue.NOT_ASKED,
    )


def _outcome(search: _Search) -> tuple[Outcome, str]:
    """Return how the search ended over all sources, and a sentence why."""
    states = {answer.state for answer in search.answers}
    decision = search.decision
    if decision is not None and decision.outcome in (Outcome.FOUND, Outcome.AMBIGUOUS):
        return decision.outcome, decision.reason
    if "unreachable" in states:
        silent = [a for a in search.answers if a.state == "unreachable"]
        said = "; ".join(dict.fromkeys(a.detail for a in silent if a.detail))
        return Outcome.UNREACHABLE, said or f"{', '.join(a.name for a in silent)} did not answer; run again"
    if decision is None:
        return Outcome.NOT_COVERED, "no source was asked"
    if "answered" not in states:
        return (
            Outcome.NOT_COVERED,
            "only a sample was asked, and it does not hold this work; ask Crossref too",
        )
    return Outcome.NONE, decision.reason


def _candidates(decision: Decision | None, weighed: Sequence[Weighed]) -> tuple[Candidate, ...]:
    if decision is None:
        return ()
    chosen = decision.chosen
    others = [w for w in weighed if w is not chosen]
    if decision.outcome is Outcome.NONE:
        others.sort(key=lambda w: (not bears_title_and_author(w), not is_at_its_place(w)))
    ordered = [w for w in weighed if w is chosen] + others
    return tuple(
        Candidate(
            w.work,
            decision.probability if w is chosen else min(candidate_probability(w), decision.probability),
            argue(w),
        )
        for w in ordered[:LISTED]
    )
