"""Do the record's authors stand at the head of the string, in order, and nobody else with them?"""

from __future__ import annotations

from rapidfuzz import fuzz

from refs.resolve.evidence.title import STOP
from refs.resolve.query import Query
from refs.resolve.record import Author, Record

NAMES = (
    "authors_known", "author_first", "author_first_place", "authors_found_share", "authors_found",
    "initials_agree", "initials_conflict", "head_extra", "head_extra_share", "editors_found",
    "authors_in_order",
)  # fmt: skip

COMPARED = 10
_NOISE = STOP | frozenset(
    "et al and others in ed eds editor editors hrsg jr sr dr prof phd md for the group collaboration "
    "study on behalf".split()
)


def author_evidence(query: Query, record: Record, head: int, title: tuple[int, int]) -> tuple[float, ...]:
    """Return the values of ``NAMES``.

    Args:
        head: words before this one are the head of the string, where authors stand.
        title: the words that the title covers; a surname there is no author.
    """
    authors = record.authors[: COMPARED if not query.cuts_names else 6]
    found = _each_its_place(
        query, authors, [find_author(query, author, head, title) for author in authors], title
    )
    places = [place for place, _ in found if place >= 0]
    agree, conflict = _initials(query, authors, [place for place, _ in found])
    extra = [
        i
        for i in range(min(head, len(query.words)))
        if len(query.words[i]) > 2
        and query.words[i] not in _NOISE
        and not query.words[i][0].isdigit()
        and not _is_explained(query.words[i], record.name_words)
    ]
    heads = sum(1 for i in range(min(head, len(query.words))) if len(query.words[i]) > 2)
    first_place, first_state = found[0] if found else (-1, -1.0)
    return (
        float(min(record.author_count, 12)),
        first_state,
        float(min(first_place, 40)),
        len(places) / len(authors) if authors else -1.0,
        float(len(places)),
        float(agree),
        float(conflict),
        float(min(len(extra), 15)),
        len(extra) / heads if heads else 0.0,
        float(sum(find_author(query, e, len(query.words), title)[0] >= 0 for e in record.editors[:4])),
        float(places == sorted(places)) if len(places) > 1 else -1.0,
    )


def _each_its_place(
    query: Query, authors: tuple[Author, ...], found: list[tuple[int, float]], title: tuple[int, int]
) -> list[tuple[int, float]]:
    """Return what was found, a surname that two bear at two places: "Kim, A.; Berg, B.; Kim, C."."""
    surnames = [author.words[-1] for author in authors]
    if len(set(surnames)) == len(surnames):
        return found
    apart = []
    for index, (surname, (place, state)) in enumerate(zip(surnames, found, strict=True)):
        places = [at for at in query.places.get(surname, ()) if not title[0] <= at < title[1]]
        earlier = surnames[:index].count(surname)
        if earlier and places:
            place, state = (places[earlier], state) if earlier < len(places) else (-1, 0.0)
        apart.append((place, state))
    return apart


def find_author(query: Query, author: Author, head: int, title: tuple[int, int]) -> tuple[int, float]:
    """Return (word index, how well): 2 as written, 1 but for a slip or lost blank, 0 not there (index -1)."""
    places = [
        place
        for place in query.places.get(author.words[-1], ())
        if not title[0] <= place < title[1]
    ]  # fmt: skip
    if places and all(word in query.places for word in author.words):
        return min(places, key=lambda place: (place >= head, place)), 2.0
    compact = "".join(author.words)
    if len(compact) < 4:
        return (places[0], 1.0) if places else (-1, 0.0)
    at = query.compact.find(compact)
    if at >= 0:
        place = query.word_at(at)
        if not title[0] <= place < title[1]:
            return place, 1.0
    return _with_slip(query, author, head)


def _with_slip(query: Query, author: Author, head: int) -> tuple[int, float]:
    """Return where a surname stands with a slip or another transliteration (Mueller, Müller)."""
    wanted = author.words[-1]
    for place in range(min(head, len(query.words))):
        word = query.words[place]
        if abs(len(word) - len(wanted)) <= 2 and len(word) > 3 and fuzz.ratio(word, wanted) >= 80:
            return place, 1.0
    return -1, 0.0


def _initials(query: Query, authors: tuple[Author, ...], places: list[int]) -> tuple[int, int]:
    """Return how many found authors have their first initial beside them, and how many another."""
    agree = conflict = 0
    for author, place in zip(authors, places, strict=True):
        if place < 0 or not author.initials:
            continue
        near = [query.words[i] for i in (place - 1, place + 1) if 0 <= i < len(query.words)]
        letters = [w for w in near if w[0].isalpha() and w not in ("and", "et", "al", "in")]
        if any(w[0] == author.initials[0] for w in letters):
            agree += 1
        elif letters and all(len(w) <= 2 for w in letters):
            conflict += 1
    return agree, conflict


def _is_explained(word: str, names: frozenset[str]) -> bool:
    return word in names or (
        len(word) > 4 and any(abs(len(n) - len(word)) <= 1 and fuzz.ratio(word, n) >= 84 for n in names)
    )
