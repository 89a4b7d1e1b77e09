"""A work made ready to be compared with strings: everything folded once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from refs.model import Name, Work, fold
from refs.model.markup import TAG
from refs.resolve.numbers import filled_up, plain_number

NAMES_COMPARED = 30
"""Of thousands of authors a string prints a few; the first thirty are compared."""
EDITORS_COMPARED = 8

PARTICLES = frozenset(
    "de del della der den di do dos du da das la le les van von vom zu zur ter ten el al bin y e".split()
)

_LETTERED_PAGE = re.compile(r"(?!no\b|n/?a\b)([ivxlc]{2,8}|[A-Z]{3})\b")
_PAGES = re.compile(
    r"([A-Za-z]{0,3}\d+[A-Za-z]?)(?:\s?[-\u2010-\u2015\u2212,/]{1,3}\s?([A-Za-z]{0,3}\d+[A-Za-z]?))?"
)


@dataclass(frozen=True, slots=True)
class Author:
    """A contributor's folded surname words (particles set aside) and first initial."""

    words: tuple[str, ...]
    initials: str
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What of a work is compared."""

    work: Work
    authors: tuple[Author, ...]
    author_count: int
    editors: tuple[Author, ...]
    name_words: frozenset[str]
    """Every word of the names, given names included."""
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    containers: tuple[tuple[str, ...], ...]
    years: tuple[int, ...]
    volume: str
    issue: str
    first_page: str
    last_page: str
    lettered_page: str
    """A first page without digits: ``viii``, ``ifc``."""
    publisher: tuple[str, ...]
    type: str


def read_record(work: Work) -> Record:
    """Return a work ready to be compared.

    >>> berg = {"family": "van der Berg", "given": "Anna M."}
    >>> data = {"DOI": "10.1/a", "title": ["On <i>Gut</i>"], "page": "85–101", "author": [berg]}
    >>> record = read_record(Work(data | {"volume": "02"}))
    >>> record.authors, record.title, record.first_page, record.last_page, record.volume
    ((Author(words=('berg',), initials='am', is_organisation=False),), ('on', 'gut'), '85', '101', '2')
    """
    authors, editors = work.names("author"), work.names("editor")[:EDITORS_COMPARED]
    first, last = read_pages(work.page or work.article_number)
    title = work.title or next(iter(work.texts("original-title")), "")
    return Record(
        work=work,
        authors=_people(authors),
        author_count=len(authors),
        editors=_people(editors),
        name_words=_name_words((*authors[:NAMES_COMPARED], *editors)),
        title=plain_words(title),
        subtitle=plain_words(work.subtitle),
        containers=_containers(work),
        years=work.years,
        volume=plain_number(work.volume),
        issue=plain_number(work.issue),
        first_page=first,
        last_page=last,
        lettered_page="" if first else read_lettered_page(work.page),
        publisher=plain_words(work.publisher),
        type=work.type,
    )


def _containers(work: Work) -> tuple[tuple[str, ...], ...]:
    """Return the words of each form of the container's title; a bare year is none."""
    forms = dict.fromkeys(plain_words(title) for title in work.container_titles[:4])
    return tuple(form for form in forms if form and not (len(form) == 1 and form[0].isdigit()))


@lru_cache(maxsize=16384)
def plain_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a title, markup and entities left out."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = TAG.sub("", text)
    return tuple(fold(text).split())


def _people(names: Iterable[Name]) -> tuple[Author, ...]:
    return tuple(person for name in list(names)[:NAMES_COMPARED] if (person := _author(name)).words)


def _name_words(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(
        word for name in names for word in fold(f"{name.given} {name.family or name.literal}").split()
    )


def _author(name: Name) -> Author:
    words = fold(name.family or name.literal).split()
    if not name.given and not name.literal and len(words) > 1 and len(words[-1]) <= 2:
        return Author(tuple(words[:-1]), words[-1])  # NOTE: "Classen M" as a family name
    kept = tuple(word for word in words if word not in PARTICLES) or tuple(words)
    given = fold(name.given)
    return Author(kept, "".join(part[0] for part in given.split()), bool(name.literal) and not name.family)


def read_lettered_page(text: str) -> str:
    """Return a first page in Roman numerals or of three capitals; "" for other words.

    >>> [read_lettered_page(page) for page in ("viii-xv", "IFC", "no-no", "n/a", "passim")]
    ['viii', 'ifc', '', '', '']
    """
    match = _LETTERED_PAGE.match(text)
    return match.group().lower() if match else ""


def read_pages(text: str) -> tuple[str, str]:
    """Return first and last page as they are compared; ("", "") where there is no number.

    >>> read_pages("1234-8"), read_pages("no-no"), read_pages("e371–e375")
    (('1234', '1238'), ('', ''), ('e371', 'e375'))
    """
    match = _PAGES.search(text)
    if match is None:
        return "", ""
    first, last = plain_number(match.group(1)), plain_number(match.group(2) or "")
    return first, filled_up(first, last)
