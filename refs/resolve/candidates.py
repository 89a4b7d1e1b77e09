"""Where works that might be meant come from: the identifiers in the string first, then one search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from refs.model import ArxivId, Doi, Isbn, Pmid, Reference, Source, Work
from refs.resolve.query import Query

TITLE_WORDS = 4
"""Words of a title that can be looked for alone."""
SEARCHED = 20
"""How many works a source is asked for."""


def query_text(reference: Reference) -> str:
    """Return the string to compare: as printed, or made from the item where nothing was printed.

    >>> from refs.model import Item
    >>> query_text(Reference("", item=Item({"title": "Gut", "author": [{"family": "Neff"}], "volume": 2})))
    'Neff. Gut. 2'
    """
    raw, item = reference.raw.strip(), reference.item
    if item is None or (raw and not raw.startswith("@")):
        return raw
    names = ", ".join(str(name).strip(", ") for name in item.author)
    year = str(item.issued.year) if item.issued is not None and item.issued.year is not None else ""
    doi = f"doi:{item.doi}" if item.doi is not None else ""
    numbers = f"{item.volume}({item.issue})" if item.volume and item.issue else item.volume
    located = f"{numbers}:{item.page}" if numbers and item.page else numbers or item.page
    parts = (names, year, item.title, item.container_title, located, item.publisher, doi)
    return ". ".join(part for part in parts if part) or raw


def title_of(reference: Reference) -> str:
    """Return the title as parsed with the first author, "" where it is too short to look for.

    >>> from refs.model import Item
    >>> item = Item({"title": "Walls of grasses and their uses", "author": [{"family": "Neff"}]})
    >>> title_of(Reference("…", item=item)), title_of(Reference("…"))
    ('Neff Walls of grasses and their uses', '')
    """
    item = reference.item
    if item is None or len(item.title.split()) < TITLE_WORDS:
        return ""
    return " ".join([*(name.surname for name in item.author[:1]), item.title])


def find_by_identifiers(query: Query, source: Source, doi: Doi | None) -> Mapping[Doi, Work]:
    """Return the works that the string's own identifiers lead to; they are still to be verified.

    Raises:
        SourceError: the source did not answer.
    """
    found: dict[Doi, Work] = {}
    for named in (doi, query.page_doi):
        if named is not None and (work := source.get_work(named)) is not None:
            found[work.doi] = work
    look_up = getattr(source, "get_work_by", None)
    if look_up is not None:
        identifiers: tuple[Pmid | ArxivId | Isbn | None, ...] = (query.pmid, query.arxiv, query.isbn)
        for identifier in identifiers:
            if identifier is not None and (work := look_up(identifier)) is not None:
                found.setdefault(work.doi, work)
    return found


def find_by_words(query: Query, source: Source) -> Iterable[Work]:
    """Return the works that share words with the string, best first; nothing for a string without words.

    A source that can reads them only as they are taken: most strings need the first few.

    Raises:
        SourceError: the source did not answer.
    """
    if not any(len(word) > 1 for word in query.words):
        return ()
    search = getattr(source, "iter_works", source.search_works)
    found: Iterable[Work] = search(query.text, limit=SEARCHED)
    return found
