"""Does the record's title stand in the string, whole, as one piece, and not as a part of a longer one?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from refs.resolve.query import Query
from refs.resolve.record import Record

NAMES = (
    "title_ratio", "title_cover", "title_words", "title_letters", "title_missing",
    "title_distinct_missing", "title_extra", "title_distinct_extra", "title_opens", "title_closes",
    "subtitle_cover", "title_region_share", "title_place", "title_number_swapped",
)  # fmt: skip

STOP = frozenset(
    "a an the of in on for with and or to from by at as is are its into via using der die das und von zur "
    "zum im den des ein eine fur auf mit le la les et de du des en sur une un pour par dans el los las y "
    "del para con il lo gli e di".split()
)
ROMAN = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
DISTINCT = ROMAN | frozenset(
    "one two three four five six seven eight nine ten first second third fourth fifth part teil partie "
    "polish czech german french spanish russian english italian portuguese japanese chinese dutch swedish "
    "greek hungarian turkish steering program programme committee erratum corrigendum correction reply "
    "comment response retraction addendum index preface introduction review abstract abstracts editorial "
    "summary discussion".split()
)
"""Words that tell near-identical titles apart: numerals, ordinals, languages, kinds of piece."""


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where the title stands: first and last word of the string (last exclusive); (0, 0) if nowhere."""

    start: int
    end: int
    ratio: float


ALL_BUT_A_NUMBER = 0.8
"""A title that stands so surely in the string differs in its number, and is not another altogether."""
NOWHERE = TitlePlace(0, 0, 0.0)


def find_title(query: Query, title: Sequence[str]) -> TitlePlace:
    """Return where a title stands in a string, blanks and small slips set aside; ratio from 0 to 1."""
    compact = "".join(title)
    if not compact or not query.words:
        return NOWHERE
    found = query.compact.find(compact)
    if found >= 0:
        return TitlePlace(query.word_at(found), query.word_at(found + len(compact) - 1) + 1, 1.0)
    if len(compact) < 8 or _cover(query, title) < 0.2:
        return NOWHERE
    if len(compact) > len(query.compact):
        return TitlePlace(0, len(query.words), fuzz.ratio(compact, query.compact) / 100)
    best = fuzz.partial_ratio_alignment(compact, query.compact)
    if best is None or best.dest_end <= best.dest_start:
        return NOWHERE
    return TitlePlace(query.word_at(best.dest_start), query.word_at(best.dest_end - 1) + 1, best.score / 100)


def stands_within(query: Query, title: Sequence[str], place: TitlePlace, start: int, end: int) -> bool:
    """True where all that was found of a title are words of the container, from ``start`` to ``end``."""
    if not place.start < end or not start < place.end:
        return False
    found = [at for word in title if word not in STOP for at in query.places.get(word, ())]
    return all(start <= at < end for at in found)


def title_evidence(query: Query, record: Record, place: TitlePlace) -> tuple[float, ...]:
    """Return the values of ``NAMES`` for a title found at ``place``."""
    content = [w for w in record.title if w not in STOP]
    if not content:
        return (-1.0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -1.0, 0.0, -1.0, 0.0)
    region = query.words[place.start : place.end]
    missing = _missing(query, content, region)
    title = frozenset(record.title) | frozenset(record.subtitle)
    extra = [w for w in region[1:-1] if w not in title] if place.ratio > 0.6 else []
    closes = _closes(query, place)
    goes_on = closes == 0.0 and place.end < len(query.words)
    around = (*region[-2:], query.words[place.end]) if goes_on else region[-2:]
    return (
        place.ratio,
        1 - len(missing) / len(content),
        float(min(len(content), 20)),
        float(min(sum(map(len, content)), 120)),
        float(len(missing)),
        float(sum(_is_distinct(w) for w in missing)),
        float(len([w for w in extra if w not in STOP])),
        float(sum(_is_distinct(w) for w in (*extra, *around) if w not in title))
        if place.ratio > 0.6
        else 0.0,
        _opens(query, place),
        closes,
        -1.0 if not record.subtitle else _cover(query, record.subtitle),
        len(region) / len(query.words) if place.ratio > 0.6 else 0.0,
        place.start / len(query.words) if place.ratio > 0.6 else -1.0,
        float(swapped_number(query, record.title, place) is not None),
    )


def swapped_number(query: Query, title: Sequence[str], place: TitlePlace) -> tuple[str, str] | None:
    """Return a number of the cited title and the one that the record has instead, None if there is none.

    >>> from refs.resolve.query import read_query
    >>> cited = read_query("Quiz case 2. Arch 1990;116:220")
    >>> swapped_number(cited, ("quiz", "case", "1"), find_title(cited, ("quiz", "case", "1")))
    ('2', '1')
    """
    on_record = [w for w in title if w.isdigit() and w not in query.places]
    if not on_record or place.ratio < ALL_BUT_A_NUMBER:
        return None
    inside = query.words[place.start : place.end + 1]
    cited = [w for w in inside if w.isdigit() and len(w) == len(on_record[0]) and w not in title]
    return (cited[0], on_record[0]) if cited else None


def _missing(query: Query, content: Sequence[str], region: Sequence[str]) -> list[str]:
    """Return the content words of a title that the string lacks, slips and lost blanks forgiven."""
    absent = [w for w in content if w not in query.places]
    if not absent:
        return []
    compact = "".join(region)
    return [
        w
        for w in absent
        if not (len(w) > 3 and w in compact)
        and not (len(w) > 4 and not w.isdigit() and any(fuzz.ratio(w, r) >= 82 for r in region))
    ]


def _cover(query: Query, title: Sequence[str]) -> float:
    content = [w for w in title if w not in STOP] or title
    return sum(w in query.places for w in content) / len(content)


def _is_distinct(word: str) -> bool:
    return word in DISTINCT or not word.isalpha()


def _opens(query: Query, place: TitlePlace) -> float:
    """1 where a title begins after a stop, quote or number, or at the start; 0 in mid-phrase; -1 unknown."""
    if place.ratio <= 0.6:
        return -1.0
    if place.start == 0:
        return 1.0
    gap = query.gap_after(place.start - 1)
    return 1.0 if gap.strip(" -'’&/") else 0.0


def _closes(query: Query, place: TitlePlace) -> float:
    """1 where punctuation follows a title (0.5: a colon or hyphen), 0 where words follow, -1 unknown."""
    if place.ratio <= 0.6:
        return -1.0
    gap = query.gap_after(place.end - 1).strip(" '’&/")
    if not gap:
        return 1.0 if place.end >= len(query.words) else 0.0
    return 0.5 if gap[0] in ":-" else 1.0
