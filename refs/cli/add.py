"""``refs add``: works into the library, with what was found and why."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from refs.cli.items import own_references, read_bibliography, read_content
from refs.cli.library import library_option, open_library, summary
from refs.cli.options import SourceChoice, source_option
from refs.errors import InputError

if TYPE_CHECKING:
    from refs.model import Item, Match, Reference, Source, Work

CERTAIN = 0.9
"""From this probability on a work is added without being asked for."""
_WORTH_SHOWING = 0.1
_TELLING_WORDS = 5


@dataclass(frozen=True, slots=True)
class Found:
    """An item that could be added: how it was found, and whether that is sure."""

    item: Item
    why: str
    provenance: str
    """What the entry says of how it was found."""
    is_sure: bool = True
    cited: str = ""
    """The string it was found for, "" where the item was named outright."""
    is_answered: bool = True
    """False where a source did not answer, or only a sample did."""


@click.command("add")
@click.argument("what", nargs=-1, required=True, metavar="WHAT…")
@library_option
@click.option("--key", metavar="KEY", default="", help="The citekey, for a single work.")
@click.option("--as-cited", is_flag=True, help="Add what no record was found for too, as it is cited.")
@click.option("--again", is_flag=True, help="Add a work although its DOI is in the library.")
@click.option("--dry-run", "-n", is_flag=True, help="Only show what would be added.")
@click.option("--json", "as_json", is_flag=True, help="Print key, reason and item of each work as JSON.")
@source_option
@click.pass_context
def add_command(
    ctx: click.Context,
    what: tuple[str, ...],
    library_path: str,
    key: str,
    as_cited: bool,
    again: bool,
    dry_run: bool,
    as_json: bool,
    choice: SourceChoice,
) -> None:
    """Add works: WHAT is a DOI, a title, a whole reference, an article, or a bibliography file.

    \b
    refs add 10.1080/15298860309032
    refs add "Neff, K. D. (2003). Self-compassion. Self and Identity, 2, 85–101."
    refs add paper.pdf             # what its reference list cites
    refs add export.bib zotero.ris

    What was found is shown with the reason. A work that is in the library already is not added again.
    Exit status: 0 all added or there, 1 something was not found for sure, 3 a source did not answer.
    """
    ask = cache(choice.open)
    found = [work for text in what for work in _find(text, ask)]
    wanted = [work for work in found if work.is_sure or as_cited]
    if key and len(wanted) != 1:
        raise InputError(f"--key names one work, and {len(wanted)} were found; leave it out")
    lines = _add(wanted, library_path, key, again, dry_run)
    for work, (state, citekey) in zip(wanted, lines, strict=True):
        _print(work, state, citekey, as_json)
    missing = [work for work in found if not work.is_sure and not as_cited]
    for work in missing:
        click.echo(f"not added  {work.cited or summary(work.item)}\n           why: {work.why}", err=True)
    if missing:
        click.echo(f"refs: {len(missing)} not added; --as-cited adds them as they are cited", err=True)
        ctx.exit(1 if all(work.is_answered for work in missing) else 3)


def _add(
    works: list[Found], library_path: str, key: str, again: bool, dry_run: bool
) -> list[tuple[str, str]]:
    """Add the works, those with one reason in one write; return each one's state and citekey."""
    library = open_library(library_path, is_new=True)
    if dry_run:
        plan = library.would_add([work.item for work in works], key=key, allow_double=again)
        return [("would add" if outcome.is_new else "present", outcome.key) for outcome in plan]
    states: list[tuple[str, str]] = [("", "")] * len(works)
    for provenance in dict.fromkeys(work.provenance for work in works):
        places = [place for place, work in enumerate(works) if work.provenance == provenance]
        wanted = [works[place].item for place in places]
        added = library.add(wanted, provenance=provenance, key=key, allow_double=again)
        for place, outcome in zip(places, added, strict=True):
            states[place] = ("added" if outcome.is_new else "present", outcome.key)
    return states


def _print(work: Found, state: str, key: str, as_json: bool) -> None:
    if as_json:
        answer = {"key": key, "state": state, "why": work.why, "item": work.item.to_csl()}
        click.echo(json.dumps(answer, ensure_ascii=False))
        return
    click.echo(f"{state}  {summary(work.item.with_fields({'id': key}))}")
    if work.cited:
        click.echo(f"       for: {work.cited}")
    click.echo(f"       why: {work.why}")


def _find(text: str, ask: Callable[[], Sequence[Source]]) -> Iterator[Found]:
    """Yield what an argument means."""
    from refs.model import Doi, Reference

    path = Path(text)
    if text == "-" or _is_file(path):
        yield from _from_file(text, path, ask)
        return
    doi = Doi.parse(text)
    if doi is not None:
        from refs.pipeline import look_up_doi

        yield Found(look_up_doi(doi, ask()), "its DOI was given", "by its DOI")
        return
    if path.suffix and " " not in text and not text.startswith("http"):
        raise InputError(f"{text}: no such file; give a file, a DOI, a title or a reference")
    yield from _resolved([Reference(text)], ask)


def _is_file(path: Path) -> bool:
    """Return True for a file that is there; a reference may be longer than any file's name."""
    try:
        return path.is_file()
    except OSError:
        return False


def _from_file(text: str, path: Path, ask: Callable[[], Sequence[Source]]) -> Iterator[Found]:
    from refs.pipeline import extract_article

    name = "standard input" if text == "-" else path.name
    data = read_content(text, path)
    items = read_bibliography(data, name) if data is not None else None
    if items is not None:
        yield from (Found(item, f"from {name}", f"from {name}") for item in items)
        return
    article = extract_article(data if data is not None and text == "-" else path, name=name)
    yield from _resolved(own_references(article, name), ask)


def _resolved(references: list[Reference], ask: Callable[[], Sequence[Source]]) -> Iterator[Found]:
    from refs.pipeline import resolve

    for match in resolve(references, ask()):
        yield _of_match(match)


def _of_match(match: Match) -> Found:
    from refs.model import Item, Outcome, item_from_work
    from refs.parse import parse_reference

    raw = match.reference.raw
    if match.outcome is Outcome.FOUND and match.work is not None:
        arguments = match.candidates[0].arguments if match.candidates else ()
        why = "; ".join(arguments) or match.reason
        source = f"{match.work.source.partition(':')[0]}, " if match.work.source else ""
        found = f"{source}probability {match.probability:.2f}"
        if match.probability >= CERTAIN:
            return Found(item_from_work(match.work), f"{found}: {why}", f"by a reference: {found}", True, raw)
        if is_title_of_one(match):
            why = f"{found}: the string is the title, and no other work found has it"
            return Found(item_from_work(match.work), why, f"by its title: {found}", True, raw)
    item = match.reference.item or parse_reference(raw) or Item()
    is_answered = match.outcome not in (Outcome.UNREACHABLE, Outcome.NOT_COVERED)
    return Found(item, doubt(match), "as cited", False, raw, is_answered)


def is_title_of_one(match: Match) -> bool:
    """Return True where the string is the whole title of the work found, and of no other candidate.

    Short titles ("Editorial", "Book review") are many works' and say nothing.
    """
    from refs.model.folding import fold

    cited = fold(match.reference.raw)
    if match.work is None or len(cited.split()) < _TELLING_WORDS:
        return False
    others = [candidate.work for candidate in match.candidates if candidate.work.doi != match.work.doi]
    return cited in _titles(match.work) and not any(cited in _titles(work) for work in others)


def _titles(work: Work) -> set[str]:
    from refs.model.folding import fold
    from refs.model.markup import clean_markup

    title, subtitle = clean_markup(work.title), clean_markup(work.subtitle)
    return {fold(title), fold(f"{title} {subtitle}")}


def doubt(match: Match) -> str:
    """Return why a match is not sure enough, with the works that it may mean and how to add them."""
    lines = [match.reason or "no record is certain"]
    near = [c for c in match.candidates if c.probability >= _WORTH_SHOWING]
    for candidate in near:
        doi = f"  refs add {candidate.work.doi}" if candidate.work.doi else ""
        lines.append(f"probability {candidate.probability:.2f}: {_named(candidate.work)}{doi}")
    return "\n           perhaps: ".join(lines)


def _named(work: Work) -> str:
    from refs.model import item_from_work

    return summary(item_from_work(work).with_fields({"id": None})).strip()
