"""The fields of a raw reference string against those of a work."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.fuzz import partial_ratio

from refs.model import FieldEvidence, Span, Work, fold_compact
from refs.resolve.comparison.author_doubts import LOST_LIGATURE
from refs.resolve.comparison.authors import compare_authors
from refs.resolve.comparison.containers import ContainerPlace, compare_container
from refs.resolve.comparison.cues import Cue, blanks
from refs.resolve.comparison.dates import compare_year
from refs.resolve.comparison.dois import compare_doi
from refs.resolve.comparison.locators import compare_locators
from refs.resolve.comparison.numbers import Number, Part, read_numbers, read_plainly
from refs.resolve.comparison.on_record import NumbersOnRecord
from refs.resolve.comparison.publication import BOOKS, WHOLE_BOOKS, compare_edition, compare_publisher
from refs.resolve.comparison.raw_text import RawText, Reading
from refs.resolve.comparison.titles import (
    TitlePlace,
    are_both_english,
    compare_title,
    is_translated,
    words_replaced,
)
from refs.steps import Step, Task, result_of

_PARTS = re.compile(r"[,;:&(\[]|\.\s")
# What stands before a container and is no title: a group, an institution, another form of the container
_NO_TITLE = re.compile(
    r"\b(?:proc|conf|symp|journal|workshop|congress|meeting|transactions|group|team|investigators?|initiative"
    r"|collaborat|consorti|committee|societ|associat|institut|universit|department|press\b|council|network|panel"
    r"|ministry|bureau|agency|office|edited|editors?\b|in press|vol\b|volume)",
    re.I,
)
_INITIAL = re.compile(r"(?<![^\W_])[A-Z]\.?\s$")
_DIGIT = re.compile(r"\d")
_CLOSING_QUOTE = re.compile(r"[.,?!]?[”’»\"']")
_SENTENCES = re.compile(r"[.?!;“”\"\[\]()]\s?")
# "[in German]", "(in Japanese)", a title in brackets: the record may have it in another language
_TRANSLATED = re.compile(r"[\[(](?:in\s)?[A-Z][a-z]+(?:\)|\])|\[[A-Z][^\]]{15,}\]|\(in [A-Z]")
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d\s$")
# "…Photocatalysis<sup>1</sup>": a note's mark, no number of the reference
_NOTE_MARK = re.compile(r"\s?<sup>[\d\s,*†‡]{1,8}</sup>", re.I)
# "20l7", "2O17", "51l": letters read for digits
_MISREAD = re.compile(r"\d[lIoO]")
_ONE, _NOUGHT = re.compile(r"(?<=\d)[lI](?=\d|\b)"), re.compile(r"(?<=\d)[oO](?=\d|\b)")
# "[Erratum in: 2009;12(4):88]", "Comment in: JAMA. 2011;7:301-3.": published elsewhere
AFTERTHOUGHT = Cue(
    re.compile(
        r"\b(?:errat(?:um|a)|corrigend(?:um|a)|comments?|discussion|repl(?:y|ies)|addendum)\b"
        r"(?:\s(?:in|on|appears? in|published in))?[:,]?[^\[\]()]{0,60}?\d[\d\s;:,()S.–-]*",
        re.I,
    ),
    ("errat", "corrigend", "comment", "discussion", "repl", "addendum"),
)
# "34 refs.", "12 figs., 3 tabs": how much is in it
_COUNTED = re.compile(
    r"\d(?<!\w\d)\d{0,3}\s(?:refs?|references|figs?|figures|tabs?|tables|plates?|pl|ill(?:us)?|abb|tab"
    r"|(?:pages?|pp)\b(?!\.?\s?\d))\b",
    re.I,
)
# "(reprinted 2011)", "Reprinted from", "Nachdruck": two publications in one reference
REPRINT = Cue(
    re.compile(
        r"\brepr(?:int(?:ed)?)?\b|\breissued?\b|\b(?:re|first |originally )published\b|\borig\.|\bnachdruck"
        r"|\bréimpr",
        re.I,
    ),
    ("repr", "reissue", "published", "orig.", "nachdruck", "réimpr"),
)
OF_PUBLICATION = frozenset({"container-title", "issued", "volume", "issue", "page", "publisher", "edition"})
"""Fields in which a reprint differs from the first publication."""
SOME_LETTERS = 60
"""Percent of letters alike, in order, from which prose may be the title on record, badly printed."""
WHOLE_NAME = 3
"""Words of a container with which no title begins by chance."""
PROSE = 5
"""Words in a row, without comma or stop, that are no list of names."""


def compare_fields(raw: str | Reading, work: Work) -> tuple[FieldEvidence, ...]:
    """Return the evidence on each field that reference or record has, in the order a reference prints them.

    Args:
        raw: the string, or its reading where it is compared with several works.

    >>> work = Work({"DOI": "10.1080/15298860309032", "title": ["Self-Compassion"], "volume": "2",
    ...              "page": "85-101", "author": [{"family": "Neff"}], "issued": {"date-parts": [[2003]]}})
    >>> raw = "Neff, K. (2003). Self-compassion. Self and Identity, 3(2), 85–101."
    >>> evidence = compare_fields(raw, work)
    >>> [(e.field, e.agrees) for e in evidence if e.agrees is not None]
    [('author', True), ('title', True), ('issued', True), ('volume', False), ('page', True)]
    """
    return result_of(comparing(Reading(raw) if isinstance(raw, str) else raw, work))


def comparing(reading: Reading, work: Work) -> Task[tuple[FieldEvidence, ...]]:
    """Return what ``compare_fields`` does, as a task that others can go in step with."""
    own_doi = work.doi
    text = reading.beside(own_doi)
    yield Step.TITLES
    title, place = compare_title(text, work)
    if place is not None and place.replaced and _is_container(text, work, place):
        place, title = None, FieldEvidence("title", "", title.record, None, "no title is printed", "absent")
    if place is not None and _stands_as_container(text, work, place):
        title = replace(title, agrees=None, note="stands where a container does", kind="container")
    yield Step.CONTAINERS
    container, found = compare_container(text, work, place)
    if container.agrees is False and place is not None and _may_be_subtitle(text, place.span[1]):
        container = replace(
            container, agrees=None, note="without numbers it may be of the title", kind="unsure"
        )
    if container.agrees is False and LOST_LIGATURE.search(container.cited):  # "TraYc" for Traffic
        container = replace(container, agrees=None, note="its letters are misread", kind="unsure")
    yield Step.PEOPLE
    author = compare_authors(text, work, place, found.span if found is not None else None)
    yield Step.NUMBERS
    before, behind = _without(text, place, found)
    earlier = [_as_year(n, before) for n in read_plainly(before)]
    numbers = read_numbers(behind, dated=any(n.part is Part.YEAR for n in earlier))
    own = NumbersOnRecord.of(work)
    issued = compare_year([*earlier, *numbers], own)
    volume, issue, page = compare_locators(_unsure_without(place, numbers), own)
    doi = compare_doi(reading.raw, own_doi)
    title = _settle_title(title, place, (author, issued, volume, page, doi))
    if place is None and title.kind == "other" and found is not None:
        title = _other_title(text, title, found)
    book = (compare_publisher(text, work), compare_edition(text, work)) if work.type in BOOKS else ()
    if book and issued.agrees is False and work.type in WHOLE_BOOKS:
        issued = replace(issued, agrees=None, note="another edition or printing may be cited", kind="edition")
    evidence = (author, title, container, issued, volume, issue, page, *book, doi)
    if place is not None and REPRINT.search(text.body, text.lowered, place.span[1]):
        evidence = tuple(_of_reprint(e) for e in evidence)
    return tuple([e for e in evidence if e.cited or e.record])


def _may_be_subtitle(text: RawText, end: int) -> bool:
    """True where neither a number nor a closing quotation mark tells what stands behind a title from it."""
    return not _DIGIT.search(text.body, end) and not _CLOSING_QUOTE.match(text.body, end)


def _of_reprint(evidence: FieldEvidence) -> FieldEvidence:
    """Return evidence that accuses of nothing in which one printing of a work differs from another."""
    if evidence.agrees is not False or evidence.field not in OF_PUBLICATION:
        return evidence
    return replace(evidence, agrees=None, note="another printing is cited beside", kind="reprint")


def _is_container(text: RawText, work: Work, place: TitlePlace) -> bool:
    """True where what looks like a faulty title is the container, in a reference that prints no title."""
    _, found = compare_container(text, work, None)
    if found is None:
        return False
    shared = min(found.span[1], place.span[1]) - max(found.span[0], place.span[0])
    if found.span[0] == place.span[0] and len(text.tokens_in(*found.span)) >= WHOLE_NAME:
        return True  # NOTE: "IEEE Transactions on Components" on record, cut before ", Hybrids, and …"
    return 2 * shared > place.span[1] - place.span[0]


def _other_title(text: RawText, title: FieldEvidence, container: ContainerPlace) -> FieldEvidence:
    """Return a title as wrong where prose, and none of the title on record, stands before the container."""
    before = text.body[: container.span[0]]
    if _TRANSLATED.search(text.body):
        return title
    prose = [part.strip() for part in _SENTENCES.split(before) if len(part.split()) > PROSE]
    telling = [p for p in prose if sum(w.islower() and len(w) > 2 for w in p.split()) >= 3]
    telling = telling or [p for p in prose if _is_in_capitals(p, title.record)]
    letters = fold_compact(title.record)
    if not telling or any(partial_ratio(letters, fold_compact(p)) > SOME_LETTERS for p in telling):
        return title
    return replace(
        title, cited=telling[0], agrees=False, note="another title is printed", kind="replaced-all"
    )


def _is_in_capitals(part: str, record: str) -> bool:
    """True for a title in English whose words have capitals, beside a record's in English: no list of names.

    >>> _is_in_capitals("Learning Consistent Depth from Street Scenes", "On the coloring of random graphs")
    True
    >>> _is_in_capitals("Writing Group for the Women's Health Initiative", "On the coloring of random graphs")
    False
    """
    part = part.strip(" ,")
    if "," in part or _NO_TITLE.search(part) or len(record.split()) <= PROSE:
        return False
    return are_both_english(part, record) and sum(len(w) > 3 for w in part.split()) >= PROSE - 1


def _stands_as_container(text: RawText, work: Work, place: TitlePlace) -> bool:
    """True where a title without authors on record comes after another one: proceedings, a journal."""
    if work.data.get("author") or work.data.get("editor"):
        return False
    return any(len(part.split()) >= PROSE for part in _PARTS.split(text.body[: place.span[0]]))


def _settle_title(
    title: FieldEvidence, place: TitlePlace | None, others: tuple[FieldEvidence, ...]
) -> FieldEvidence:
    """Return a title that is mostly other words as wrong, where all else says that it is this work's."""
    author, issued, volume, page, doi = (e.agrees for e in others)
    same_work = author is True and (doi is True or (issued is True and True in (volume, page)))
    if title.kind != "other" or not same_work or place is None or not place.replaced:
        return title
    if is_translated(title.cited, title.record):
        return title
    return replace(title, agrees=False, note=words_replaced(place), kind="replaced")


def _with_year_before(text: RawText, span: Span) -> Span:
    """Return a container's span with the year right before it: "2021 IEEE/CVF Conference on …"."""
    year = _YEAR_BEFORE.search(text.body, max(0, span[0] - 6), span[0])
    return (year.start(), span[1]) if year else span


def _without(text: RawText, title: TitlePlace | None, container: ContainerPlace | None) -> tuple[str, str]:
    """Return what stands before the title and what stands behind it, the container blank."""
    body = text.body
    if container is not None:
        start, end = _with_year_before(text, container.span)
        body = body[:start] + " " * (end - start) + body[end:]
    if _MISREAD.search(body):
        body = _NOUGHT.sub("0", _ONE.sub("1", body))
    if title is None:
        return "", body
    mark = _NOTE_MARK.match(text.text, title.span[1])
    behind = body[mark.end() if mark else title.span[1] :]
    behind = AFTERTHOUGHT.blank(behind, text.lowered)
    return body[: title.span[0]], _COUNTED.sub(blanks, behind)


def _as_year(number: Number, before: str) -> Number:
    """Return a number before the title as a year where an initial was taken for a label: "Ray, P. 1985"."""
    initial = number.is_year and not number.last and number.part is not Part.YEAR
    if initial and _INITIAL.search(before[max(0, number.start - 4) : number.start]):
        return number.playing(Part.YEAR)
    return number


def _unsure_without(place: TitlePlace | None, numbers: list[Number]) -> list[Number]:
    """Where the title was not found the parts of numbers are guesses."""
    return numbers if place is not None else [n._replace(sure=False) for n in numbers]
