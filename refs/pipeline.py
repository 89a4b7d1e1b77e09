"""The stages put together: the page to read first. The command line calls it, and so can any other caller.

::

    article file ─read─▶ Article ─extract─▶ References, Citations ─parse─▶ Items
                                                                     │
    Findings, statuses ◀─check─ Matches (Item ↔ Work, evidence) ◀─resolve─┘
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from refs.errors import InputError
from refs.model import (
    Article,
    CheckedArticle,
    CheckResult,
    Citation,
    Doi,
    Item,
    Match,
    Outcome,
    Reference,
    Source,
    Status,
    item_from_work,
)
from refs.steps import Step, Task, batches_of, in_step, result_of

if TYPE_CHECKING:
    from refs.check import Rule
    from refs.check.registry import ByWhere


WHOLE_DOI = 1000
"""In a string of up to so many characters a DOI that is not broken up is found when it is resolved."""


class ExtractedArticle(NamedTuple):
    """An article with its references (items parsed, its own list first) and its citations."""

    article: Article
    references: tuple[Reference, ...]
    citations: tuple[Citation, ...]


def extract_article(
    source: Path | str | bytes, *, name: str = "", format: str = "", items: bool = True
) -> ExtractedArticle:
    """Return what an article file holds; nothing is looked up.

    Args:
        source: a path, a URL, "-" for stdin, or the file's bytes.
        name: what to call it in messages, where ``source`` is bytes.
        format: a reader's name, where the content should not decide.
        items: parse each reference; without, only items that the article carries as data are there.

    Raises:
        InputError: the file cannot be read as an article.
    """
    from refs.extract import extract_citations, extract_references
    from refs.read import read_article

    article = read_article(source, name=name, format=format)
    references = tuple(extract_references(article))
    if items:
        references = tuple(_with_items(references))
    return ExtractedArticle(article, references, tuple(extract_citations(article, references)))


def check_article(
    source: Path | str | bytes,
    *,
    sources: Sequence[Source],
    rules: Sequence[Rule] | None = None,
    all_lists: bool = False,
    style: str = "",
    name: str = "",
    format: str = "",
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> CheckResult:
    """Return an article's references with their status, and the findings: the main job.

    Args:
        sources: where works are looked up, asked in order.
        rules: the rules to run; None runs all of them.
        all_lists: also look up lists that are not the article's own (in comments, boxes…).
        style: the style the list should follow, for rules that depend on it.
        jobs: how many references are resolved at a time.
        progress: told how many questions to a remote source are answered, and how many there are.
    """
    from refs.check import all_rules, run_rules
    from refs.resolve.prefetch import prefetch_references

    extracted = extract_article(source, name=name, format=format)
    wanted = [all_lists or reference.list == "article" for reference in extracted.references]
    looked_up = [r for r, want in zip(extracted.references, wanted, strict=True) if want]
    prefetch_references(looked_up, sources, progress=progress)
    found = (_looked_for_twice(match, sources) for match in resolve(looked_up, sources, jobs=jobs))
    matches = tuple(next(found) if want else None for want in wanted)
    checked = CheckedArticle(*extracted, matches=matches, style=style)
    findings = run_rules(all_rules() if rules is None else rules, checked)
    return CheckResult(checked, _statuses(matches), tuple(findings), notes=_notes(checked))


def check_references(
    references: Iterable[Reference],
    *,
    sources: Sequence[Source],
    rules: Sequence[Rule] | None = None,
    jobs: int = 1,
) -> Iterator[CheckResult]:
    """Yield a result for each reference, in order, as soon as it is known; no article is needed.

    Only rules that judge a single match run; memory does not grow with the number of references. A
    reference without an item is parsed where nothing on record is it: only there its item is asked for.
    """
    from refs.check import all_rules, by_where
    from refs.resolve import resolvable_batches

    single = by_where(all_rules() if rules is None else rules)
    if jobs <= 1:
        for batch in resolvable_batches(references, sources):
            yield from in_step(_checking(reference, sources, single) for reference in batch)
        return
    given: deque[Reference] = deque()
    for match in resolve(_prepared(references, given), sources, jobs=jobs):
        yield result_of(_judging(given.popleft(), match, sources, single))


def _checking(reference: Reference, sources: Sequence[Source], rules: ByWhere) -> Task[CheckResult]:
    """Return what is said of a reference, as a task that others can go in step with."""
    from refs.resolve import resolving

    match = yield from resolving(_with_whole_doi(reference), sources, compare=True)
    return (yield from _judging(reference, match, sources, rules))


def _judging(
    reference: Reference, match: Match, sources: Sequence[Source], rules: ByWhere
) -> Task[CheckResult]:
    """Return what is said of a reference by its match; it is parsed where nothing on record is it."""
    from refs.check import judge_matches
    from refs.parse import parsing

    if match.outcome is Outcome.NONE and reference.item is None:
        parsed = yield from parsing(reference.raw)
        reference = reference.with_item(parsed.item)
    if match.reference is not reference:
        match = replace(match, reference=reference)
    yield Step.SEARCH_AGAIN
    match = _looked_for_twice(match, sources)
    yield Step.JUDGE
    checked = CheckedArticle(Article(name="", format="", text=""), (reference,), matches=(match,))
    return CheckResult(checked, _statuses(checked.matches), tuple(judge_matches(rules, checked)))


def _looked_for_twice(match: Match, sources: Sequence[Source]) -> Match:
    """Return a match; before a work is called not found its title is looked for alone."""
    from refs.check import status_of
    from refs.resolve import look_again

    missed = match.outcome is Outcome.NONE and status_of(match) is Status.NOT_FOUND
    return look_again(match, sources) if missed else match


def _prepared(references: Iterable[Reference], given: deque[Reference]) -> Iterator[Reference]:
    """Yield references to be looked up; note them as they came."""
    for reference in references:
        given.append(reference)
        yield _with_whole_doi(reference)


def _with_whole_doi(reference: Reference) -> Reference:
    """Return a reference to be looked up: with its DOI where that may be broken up."""
    from refs.parse import find_doi

    raw = reference.raw
    is_record = reference.item is not None or raw.lstrip().startswith("@")
    is_whole = len(raw) <= WHOLE_DOI and ("10." not in raw or Doi.find(raw) is not None)
    doi = None if is_record or is_whole else find_doi(raw)
    return reference if doi is None else reference.with_item(Item({"DOI": doi.value}))


def resolve(references: Iterable[Reference], sources: Sequence[Source], *, jobs: int = 1) -> Iterator[Match]:
    """Yield each reference's match, in order, with the fields compared."""
    from refs.resolve import resolve_references

    return iter(resolve_references(references, sources, jobs=jobs, compare=True))


def bibliography_items(
    references: Iterable[Reference],
    sources: Sequence[Source] = (),
    *,
    jobs: int = 1,
    unanswered: list[Match] | None = None,
) -> Iterator[Item]:
    """Yield an item for each reference: on record where it was found for sure, else as parsed.

    Without ``sources`` nothing is looked up. The item keeps the reference's own id or label.

    Args:
        unanswered: takes the matches of references for which a source did not answer, or only a sample did.
    """
    prepared = _with_items(references)
    if not sources:
        yield from (r.item or Item() for r in prepared)
        return
    for match in resolve(prepared, sources, jobs=jobs):
        parsed = match.reference.item or Item()
        if unanswered is not None and match.outcome in (Outcome.UNREACHABLE, Outcome.NOT_COVERED):
            unanswered.append(match)
        if match.outcome is Outcome.FOUND and match.work is not None:
            yield item_from_work(match.work).with_fields({"id": parsed.get("id") or str(match.work.doi)})
        else:
            yield parsed


def _with_items(references: Iterable[Reference]) -> Iterator[Reference]:
    """Yield references with their items, parsed where they carry none."""
    from refs.parse import parsing

    def prepared(reference: Reference) -> Task[Reference]:
        if reference.item is not None:
            return reference
        parsed = yield from parsing(reference.raw)
        return reference.with_item(parsed.item)

    for batch in batches_of(references, lambda reference: len(reference.raw)):
        yield from in_step(map(prepared, batch))


def default_sources() -> list[Source]:
    """Return the sources that the user's settings name; else the sample index and then Crossref."""
    from refs.resolve import sources as known
    from refs.settings import load_settings

    settings = load_settings()
    if settings.sources:
        return [known.open_source(spec, settings) for spec in settings.sources]
    return known.default_sources(settings)


def look_up_doi(doi: Doi, sources: Sequence[Source]) -> Item:
    """Return the item of a DOI from the first source that has it.

    Raises:
        SourceError: no source has it, and at least one could not be asked, or holds only a sample.
        InputError: every source answered, and none has it.
    """
    from refs.errors import SourceError, SourceUnavailable

    failure: SourceError | None = None
    for source in sources:
        try:
            work = source.get_work(doi)
        except SourceError as error:
            failure = error
            continue
        if work is not None:
            return item_from_work(work)
    if failure is not None:
        raise failure
    asked = ", ".join(source.name for source in sources) or "no source"
    if all(source.is_partial for source in sources):
        raise SourceUnavailable(
            f"{doi}: not in {asked}, which holds a sample; ask Crossref: --source crossref"
        )
    raise InputError(f"{doi}: not found in {asked}; check the DOI, or ask another --source")


def _statuses(matches: Sequence[Match | None]) -> tuple[Status | None, ...]:
    from refs.check import status_of

    return tuple(None if match is None else status_of(match) for match in matches)


def _notes(checked: CheckedArticle) -> tuple[str, ...]:
    """Return sentences about the run as a whole: sources that failed, lists left out."""
    notes = list(checked.article.warnings)
    if not any(reference.list == "article" for reference in checked.references):
        notes.append("no list of references of the article's own was found, so nothing could be checked")
    failed = {
        answer.name: answer.detail
        for match in checked.matches
        if match is not None
        for answer in match.answers
        if answer.state == "unreachable"
    }
    notes += [detail or f"{name} could not be reached; run again later" for name, detail in failed.items()]
    aside: dict[str, int] = {}
    for reference, match in zip(checked.references, checked.matches, strict=True):
        if match is None:
            kind = f"{reference.list} ({reference.list_name})" if reference.list_name else reference.list
            aside[kind] = aside.get(kind, 0) + 1
    notes += [
        f"{count} further reference{'s' if count > 1 else ''} in another list, {kind}, not looked up "
        "(--all-lists looks them up)"
        for kind, count in aside.items()
    ]
    return tuple(notes)
