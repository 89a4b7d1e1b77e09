"""A reference string → an item: tokens, labels, segments, fields. The page to read first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from refs.model.item import Item
from refs.model.reference import Span
from refs.parse.assembly import Draft, assemble
from refs.parse.confidence import calibrated
from refs.parse.entities import decoded
from refs.parse.leads import without_lead
from refs.parse.segments import segments_of
from refs.parse.tagger import tagging
from refs.parse.tokens import tokenise
from refs.steps import Step, Task, batches_of, in_step, result_of


@dataclass(frozen=True, slots=True)
class ParsedReference:
    """An item, and for each of its CSL keys how sure refs is and which characters it came from."""

    item: Item
    confidence: dict[str, float]
    spans: dict[str, Span]


def drafting(raw: str) -> Task[Draft]:
    """Return the item in the making: fields, spans and the tagger's own probabilities."""
    raw = decoded(raw)
    shown = without_lead(raw)
    tokens = tokenise(shown)
    tagged = yield from tagging(shown, tokens)
    yield Step.FIELDS
    return assemble(raw, segments_of(shown, tokens, tagged))


def parsing(raw: str) -> Task[ParsedReference]:
    """Return what ``parse_with_confidence`` does, as a task that others can go in step with."""
    draft = yield from drafting(raw)
    confidence = {key: calibrated(key, value) for key, value in draft.confidence.items()}
    data = {"type": draft.data.pop("type"), **draft.data}
    about = {"confidence": confidence, "spans": {key: list(span) for key, span in draft.spans.items()}}
    data["custom"] = {"refs": {**about, **draft.facts}}
    return ParsedReference(Item(data), confidence, dict(draft.spans))


def parse_with_confidence(raw: str) -> ParsedReference:
    """Return the item of a reference string with a confidence (0 … 1) and a span for each field.

    Never raises, whatever the string holds. A field's text is always in the string; only its form is
    settled (dates, page ranges, dashes, names split).

    >>> raw = "Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101."
    >>> parsed = parse_with_confidence(raw)
    >>> parsed.item.volume, parsed.spans["volume"]
    ('2', (56, 57))
    """
    return result_of(parsing(raw))


def parse_reference(raw: str) -> Item:
    """Return the CSL-JSON item that a reference string is.

    The item's ``custom.refs`` holds ``confidence`` and ``spans`` by CSL key, and what CSL has no place
    for: ``et-al`` (name variables whose list goes on), ``year-suffix``, ``arxiv``.

    >>> item = parse_reference("Neff, K. D. (2003). Self-compassion. Self and Identity, 2(2), 85-101.")
    >>> item.author[0].surname, item.title, item.page
    ('Neff', 'Self-compassion', '85-101')
    """
    return parse_with_confidence(raw).item


def parse_references(raws: Iterable[str], jobs: int = 1) -> Iterator[Item]:
    """Yield the item of each string, in order.

    Strings of a sequence are parsed many at a time, which is faster; those of an iterator as they come, each
    item as soon as it is ready. ``jobs`` is a number of processes.
    """
    if jobs <= 1:
        for batch in batches_of(raws, len):
            yield from (parsed.item for parsed in in_step(map(parsing, batch)))
        return
    from refs.parse.processes import in_processes

    yield from in_processes(_items, raws, jobs)


def _items(raws: list[str]) -> list[Item]:
    return list(parse_references(raws))
