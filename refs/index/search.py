"""A local index as a source of works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from refs.errors import DamagedFile
from refs.index.folder import IndexInfo, read_manifest
from refs.index.slips import MENDED, is_mendable, joined_words, split_words
from refs.index.store import RecordReader
from refs.model import ArxivId, Doi, Isbn, Pmid, Work, words

FIRST_WORDS, LAST_WORDS = 20, 45
"""A longer string is searched by its first and last words: the middle of it is a hundred authors."""
MANY_UNKNOWN = 4
"""From one unknown word in four on (and two at least) a string counts as noisy."""
COMMON, FEW_RECORDS = 20, 2000
"""A word that more than one record in twenty has tells little, and costs most of a search."""
LEAST_WORDS = 8
"""The rarest words are searched for however common they are."""
REMEMBERED = 200_000
WORD_LETTERS = 40
"""tantivy's default tokenizer leaves out longer words."""


class LocalIndex:
    """An index on disk that answers like Crossref; safe in many threads, and it can be pickled.

    Implements ``refs.model.match.Source``. Works come with ``source`` set to the index's name.
    """

    is_local = True
    """Asking it costs no network, so many processes may."""
    knows_agencies = False
    """It cannot say that a DOI is registered nowhere."""

    def __init__(self, path: Path) -> None:
        import tantivy

        self.path = path
        self.info, folder = _settled_generation(path)
        self.name = f"index:{path}"
        self.is_partial = self.info.partial
        try:
            self._index = tantivy.Index.open(str(folder))
            self._records = RecordReader(folder)
        except (ValueError, OSError) as error:
            raise DamagedFile(f"{path}: the index cannot be opened ({error}); build it again") from error
        self._schema = self._index.schema
        self._searcher = self._index.searcher()
        self._counts: dict[str, int] = {}
        self._many = max(self._searcher.num_docs // COMMON, FEW_RECORDS)

    def __reduce__(self) -> tuple[Any, ...]:
        return LocalIndex, (self.path,)

    def get_work(self, doi: Doi) -> Work | None:
        """Return the work that has this DOI, as it came last."""
        return self._get(f"doi:{doi.value}")

    def get_works(self, dois: Iterable[Doi]) -> Mapping[Doi, Work]:
        """Return the works among these DOIs that the index holds."""
        return {doi: work for doi in dois if (work := self.get_work(doi)) is not None}

    def get_agency(self, doi: Doi) -> str | None:
        """Return "crossref" for a DOI of the index, None for any other."""
        return None if self.get_work(doi) is None else "crossref"

    def get_work_by(self, identifier: Pmid | ArxivId | Isbn) -> Work | None:
        """Return the work that has this PMID, arXiv id or ISBN, where records carry them."""
        kind = {Pmid: "pmid", ArxivId: "arxiv", Isbn: "isbn"}[type(identifier)]
        return self._get(f"{kind}:{identifier.value}")

    def search_works(self, query: str, *, limit: int = 20) -> Sequence[Work]:
        """Return works that share words with a string, best first (BM25, no double DOIs)."""
        return list(self.iter_works(query, limit=limit))

    def iter_works(self, query: str, *, limit: int = 20) -> Iterator[Work]:
        """Yield what ``search_works`` returns, each record read when it is taken; the search runs at once."""
        return self._works(self._places(self._tolerant(query), limit))

    def _tolerant(self, query: str) -> Any:
        """Return the query for a string's telling words, those of a noisy string mended."""
        printed = words(query)
        found = list(dict.fromkeys(w for w in _ends(printed) if len(w) < WORD_LETTERS))
        unknown = [word for word in found if not self._count(word)]
        clauses = [self._term(word) for word in self._telling(found)]
        if len(unknown) >= max(2, len(found) // MANY_UNKNOWN):
            clauses += self._mended(printed, unknown)
        return self._any_of(clauses)

    def _telling(self, found: Sequence[str]) -> list[str]:
        """Return the words that few records have, and of the others the rarest up to ``LEAST_WORDS``."""
        counts = {word: count for word in found if (count := self._count(word))}
        telling = [word for word, count in counts.items() if count <= self._many]
        if len(telling) < LEAST_WORDS:
            return sorted(counts, key=counts.__getitem__)[:LEAST_WORDS]
        return telling

    def search_places(self, query: str, *, limit: int = 20) -> list[int]:
        """Return where the records that share words with a string stand: tantivy's bare answer."""
        found = list(dict.fromkeys(words(query)))
        return self._places(self._any_of([self._term(word) for word in found]), limit) if found else []

    def _count(self, word: str) -> int:
        """Return how many records have this word (remembered, for most words come again)."""
        count = self._counts.get(word)
        if count is None:
            if len(self._counts) >= REMEMBERED:
                self._counts.clear()
            count = self._counts[word] = self._searcher.doc_freq("text", word)
        return count

    def _is_known(self, word: str) -> bool:
        """True where a record has this word."""
        return self._count(word) > 0

    def _mended(self, printed: Sequence[str], unknown: Sequence[str]) -> list[Any]:
        """Return clauses for what unknown words may have been: split, joined, or one letter off."""
        import tantivy

        mended: dict[str, None] = dict.fromkeys(joined_words(printed, self._is_known))
        off: list[Any] = []
        for word in [w for w in unknown if is_mendable(w)][:MENDED]:
            halves = split_words(word, self._is_known)
            mended |= dict.fromkeys(halves)
            if not halves:
                off.append(tantivy.Query.fuzzy_term_query(self._schema, "text", word, 1, True))
        telling = [word for word in mended if self._count(word) <= self._many]
        return [self._term(word) for word in telling] + off

    def _term(self, word: str) -> Any:
        import tantivy

        return tantivy.Query.term_query(self._schema, "text", word, "freq")

    def _any_of(self, clauses: Sequence[Any]) -> Any:
        import tantivy

        return tantivy.Query.boolean_query([(tantivy.Occur.Should, clause) for clause in clauses])

    def __iter__(self) -> Iterator[Work]:
        """Yield every record as a work, in the order they were indexed."""
        return (Work(record, self.name) for record in self._records)

    def __len__(self) -> int:
        return self.info.records

    def _get(self, key: str) -> Work | None:
        import tantivy

        places = self._places(tantivy.Query.term_query(self._schema, "key", key, "basic"), 5)
        return Work(self._records.read(max(places)), self.name) if places else None

    def _works(self, places: Iterable[int]) -> Iterator[Work]:
        """Yield the works at some places, a DOI that comes twice only once."""
        seen: set[str] = set()
        for place in places:
            record = self._records.read(place)
            if record["DOI"] not in seen:
                seen.add(record["DOI"])
                yield Work(record, self.name)

    def _places(self, query: Any, limit: int) -> list[int]:
        hits = [address for _, address in self._searcher.search(query, limit, count=False).hits]
        if not hits:
            return []
        return [place for place in self._searcher.fast_field_values("place", hits) if isinstance(place, int)]


def _ends(found: list[str]) -> list[str]:
    """Return the words that a string is searched by.

    >>> len(_ends(["a"] * 300)), _ends(["a", "b"])
    (65, ['a', 'b'])
    """
    return found if len(found) <= FIRST_WORDS + LAST_WORDS else found[:FIRST_WORDS] + found[-LAST_WORDS:]


def _settled_generation(path: Path) -> tuple[IndexInfo, Path]:
    """Return the manifest and its generation's folder; read again if a rebuild switched meanwhile."""
    for _ in range(3):
        info = read_manifest(path)
        folder = path / info.generation
        if (folder / "records.bin").exists():
            return info, folder
    raise DamagedFile(f"{path}: its records are gone; build the index again")
