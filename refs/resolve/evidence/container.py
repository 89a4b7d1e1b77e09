"""Does the journal or book stand in the string, in full, abbreviated word by word, or as an acronym?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from refs.resolve.evidence.title import STOP, TitlePlace
from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES = (
    "container_score", "container_words", "container_letters", "container_place", "container_kind",
    "container_bounded",
)  # fmt: skip

SLIPS_ALLOWED = 86
"""How many in a hundred letters of a container with slips agree."""
SLIPS_FROM = 10
"""A shorter container is not looked for with slips: too much resembles it."""
CHUNK = 3
MINOR = STOP | frozenset("journal the de la".split()) - frozenset({"journal"})


@dataclass(frozen=True, slots=True)
class ContainerPlace:
    """Where a container stands: words from ``start`` to ``end`` (exclusive), how well it fits, and how.

    ``kind``: 3 in full, 2 abbreviated word by word, 1 an acronym or a known short form, 0 not found.
    """

    start: int
    end: int
    score: float
    kind: int
    words: int = 0
    letters: int = 0


NOWHERE = ContainerPlace(0, 0, 0.0, 0)


def find_container(query: Query, record: Record, title: TitlePlace) -> ContainerPlace:
    """Return the best place of the record's container in the string, outside the title if it can."""
    best = NOWHERE
    for name in record.containers:
        for found in (
            _in_full(query, name, title),
            _abbreviated(query, name, title),
            _short_form(query, name, title),
        ):
            if found.score > best.score:
                best = found
        if best.score >= 0.99:
            break
    if best.score < 0.5 and record.containers:
        best = max(best, _with_slips(query, record.containers[0], title), key=lambda place: place.score)
    return best


def container_evidence(
    query: Query, record: Record, title: TitlePlace, place: ContainerPlace
) -> tuple[float, ...]:
    """Return the values of ``NAMES``."""
    if not record.containers:
        return (-1.0, 0.0, 0.0, 0.0, 0.0, -1.0)
    if not place.kind:
        words = [w for w in record.containers[0] if w not in MINOR]
        return (0.0, float(min(len(words), 12)), float(min(sum(map(len, words)), 60)), 0.0, 0.0, -1.0)
    after = 1.0 if title.ratio <= 0.6 or place.start >= title.end - 1 else -1.0
    bounded = float(bool(place.start == 0 or query.gap_after(place.start - 1).strip()))
    return (
        place.score,
        float(min(place.words, 12)),
        float(min(place.letters, 60)),
        after,
        float(place.kind),
        bounded,
    )


def is_abbreviation(short: str, word: str) -> bool:
    """True where a printed word may stand for a word of the container: itself, its beginning, its skeleton.

    >>> pairs = ("psychol", "psychology"), ("natl", "national"), ("dtsch", "deutsche"), ("j", "journal")
    >>> [is_abbreviation(short, word) for short, word in pairs]
    [True, True, True, True]
    >>> is_abbreviation("chem", "physics")
    False
    """
    if word.startswith(short):
        return True
    if short.startswith(word) and len(short) - len(word) <= 2 and len(word) > 3:
        return True  # NOTE: "sciences" printed, "science" on record
    if len(short) < 2 or short[0] != word[0] or len(short) > len(word):
        return False
    if len(short) == 2 and short[-1] != word[-1]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in short)


def _in_full(query: Query, name: Sequence[str], title: TitlePlace) -> ContainerPlace:
    """Return where the whole name stands, blanks set aside."""
    compact = "".join(name)
    start = 0
    best = NOWHERE
    while len(compact) >= 3 and (found := query.compact.find(compact, start)) >= 0:
        first, last = query.word_at(found), query.word_at(found + len(compact) - 1)
        inside = title.ratio > 0.6 and first >= title.start and last < title.end
        starts = query.offsets[first] == found or len(compact) > 12
        if starts and (not inside or not best.kind):
            words = sum(w not in MINOR for w in name)
            best = ContainerPlace(first, last + 1, 0.3 if inside else 1.0, 3, words, len(compact))
            if not inside:
                break
        start = found + 1
    return best


def _with_slips(query: Query, name: Sequence[str], title: TitlePlace) -> ContainerPlace:
    """Return where the whole name stands with a slip here and there: "ConciseOrthopaedic AnFtomy"."""
    compact = "".join(name)
    if not SLIPS_FROM <= len(compact) <= len(query.compact) or not _shares_chunks(compact, query.compact):
        return NOWHERE
    found = fuzz.partial_ratio_alignment(compact, query.compact, score_cutoff=SLIPS_ALLOWED)
    if found is None or found.dest_end <= found.dest_start:
        return NOWHERE
    first, last = query.word_at(found.dest_start), query.word_at(found.dest_end - 1)
    inside = title.ratio > 0.6 and first >= title.start and last < title.end
    words = sum(word not in MINOR for word in name)
    score = 0.3 if inside else found.score / 100
    return ContainerPlace(first, last + 1, score, 2, words, len(compact))


def _shares_chunks(one: str, other: str) -> bool:
    """True where a third of the three-letter pieces of one stand in the other.

    >>> [_shares_chunks("gutandliver", string) for string in ("neff2003gutanflivor12", "neff2003brain12")]
    [True, False]
    """
    starts = range(0, len(one) - CHUNK + 1, CHUNK)
    return 3 * sum(one[i : i + CHUNK] in other for i in starts) >= len(starts)


def _abbreviated(query: Query, name: Sequence[str], title: TitlePlace) -> ContainerPlace:
    """Return the longest run of the string's words that abbreviates the name word by word."""
    wanted = [w for w in name if w not in MINOR]
    if not wanted:
        return NOWHERE
    best = NOWHERE
    letters = sum(map(len, wanted))
    initial = wanted[0][0]
    for start, word in enumerate(query.words):
        if word[0] != initial or (title.ratio > 0.6 and title.start <= start < title.end):
            continue
        if not is_abbreviation(word, wanted[0]):
            continue
        matched, end = _run(query.words, start, wanted)
        if len(wanted) > 1 and matched < 2:
            continue
        score = matched / len(wanted)
        if len(wanted) == 1 and len(word) < 3:
            continue
        if score > best.score:
            best = ContainerPlace(start, end, score, 2, matched, letters)
    return best


def _run(words: Sequence[str], start: int, wanted: Sequence[str]) -> tuple[int, int]:
    """Return how many wanted words a run from ``start`` abbreviates, and where it ends."""
    position, at, matched = start, 0, 0
    while position < len(words) and at < len(wanted):
        word = words[position]
        if word in MINOR and word != wanted[at]:
            position += 1
            continue
        if word[0].isdigit() and not wanted[at][0].isdigit():
            break
        step = next(
            (i for i in range(at, min(at + 3, len(wanted))) if is_abbreviation(word, wanted[i])), None
        )
        if step is None:
            break
        matched, at, position = matched + 1, step + 1, position + 1
    return matched, position


def _short_form(query: Query, name: Sequence[str], title: TitlePlace) -> ContainerPlace:
    """Return where an acronym of the name or a known short form stands."""
    initials = "".join(w[0] for w in name if w not in MINOR)
    forms = set(known_short_forms().get(" ".join(name), ()))
    if len(initials) >= 3:
        forms.add(initials)
    for form in sorted(forms):
        for place in query.places.get(form.replace(" ", ""), ()) if " " not in form else ():
            if not (title.ratio > 0.6 and title.start <= place < title.end):
                return ContainerPlace(place, place + 1, 0.9, 1, len(initials), len(form))
        if " " in form:
            found = query.compact.find(form.replace(" ", ""))
            if found >= 0:
                first, last = query.word_at(found), query.word_at(found + len(form.replace(" ", "")) - 1)
                return ContainerPlace(first, last + 1, 0.9, 1, len(initials), len(form))
    return NOWHERE


@lru_cache(maxsize=1)
def known_short_forms() -> dict[str, tuple[str, ...]]:
    """Return the short forms that no rule gives, by the folded name they stand for."""
    text = (files("refs.data") / "match" / "journals.tsv").read_text(encoding="utf-8")
    forms: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, _, shorts = line.partition("\t")
            forms[name] = tuple(part.strip() for part in shorts.split(";"))
    return forms
