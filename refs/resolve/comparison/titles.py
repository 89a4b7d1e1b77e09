"""Is the title on record the one that is printed? Word by word, in the place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import islice, pairwise

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from refs.model import FieldEvidence, Span, Work
from refs.model.markup import clean_markup
from refs.resolve.comparison.cues import Cue
from refs.resolve.comparison.raw_text import IDENTIFIERS, RawText, Token, as_meant, compact_of, tokens_of

# "RETRACTED: …", "[Retracted] …", "WITHDRAWN: …", "Retracted Article: …": set before a title by publishers
NOTICE_PREFIX = Cue(
    re.compile(
        r"\W*(?:retracted|withdrawn|removed|retraction|expression of concern|temporary removal)"
        r"(?: article| paper| chapter)?\s*[:\]–—-]+\s*",
        re.I,
    ),
    ("retract", "withdrawn", "remov", "expression of concern"),
)
_FACE = re.compile(r"<[^<>]{1,60}>")
_SUBTITLE = re.compile(r"[:?!.]\s|\s[–—-]\s")
# What ends or begins a title in print: a stop, a quotation mark, a bracket, a dash between blanks
_BOUNDARY = re.compile(r"[.:;?!“”\"„‘’«»()\[\]{}]|\s[–—-]\s|'(?!\w)|(?<!\w)'|//")
_COMMA = re.compile(_BOUNDARY.pattern + r"|,")

SAME_WORD = 0.74
"""Share of letters from which two words are one, misread or respelled: behavior/behaviour, modem/modern."""
SAME_TITLE = 0.6
"""Share of a title's words, weighed by length, from which it is that title with faults, not another."""

TITLE_WORDS = 3
"""A string of fewer words, links and numbers set aside, prints no title: ``Neff 2003. doi:10.1000/a``."""

STRAY = 4
"""Letters up to which words behind a title's end are in it by chance."""
SOME_TITLE = 0.3
"""Share below which nothing of a title can be said to stand there."""


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where a record's title stands in a raw string and how well."""

    span: Span
    share: float
    """Share of the title's letters that stand there, 0 to 1."""
    replaced: tuple[str, ...] = ()
    """Words on record in whose place others stand."""
    rivals: tuple[str, ...] = ()
    """The words in their place."""
    cut: bool = False
    """The printed title ends before the one on record does."""


def titles_on_record(work: Work) -> tuple[str, ...]:
    """Return the forms of a work's title, fullest first: with subtitle, alone, original, short."""
    plain = [_plain(t) for t in work.texts("title")]
    subtitles = [_plain(t) for t in work.texts("subtitle")]
    forms = [f"{plain[0]}: {subtitles[0]}"] if plain and subtitles and subtitles[0] not in plain[0] else []
    forms += plain + [_plain(t) for t in work.texts("original-title")]
    if len(plain[:1]) == 1 and " / " in plain[0]:
        forms += plain[0].split(" / ")
    return tuple(dict.fromkeys(form for form in forms if form))


def find_title(raw: RawText, title: str) -> TitlePlace | None:
    """Return where a title stands in a raw string, None where next to nothing of it does."""
    compact = compact_of(title)
    if not compact or not raw.compact:
        return None
    if span := raw.find_compact(compact):
        return TitlePlace(span, 1.0)
    tokens = tokens_of(title)
    window = _window(raw, compact)
    if not window:
        return None
    return _align(raw, title, tokens, window)


def compare_title(raw: RawText, work: Work) -> tuple[FieldEvidence, TitlePlace | None]:
    """Return the evidence on the title, and the place of the form on record that fits best."""
    forms = titles_on_record(work)
    record = forms[0] if forms else ""
    if not record:
        return FieldEvidence("title", "", "", None, "no title on record"), None
    if span := raw.find_compact(compact_of(record)):
        return FieldEvidence("title", raw.text[slice(*span)], record, True), TitlePlace(span, 1.0)
    if not _has_title(raw):
        return FieldEvidence("title", "", record, None, "no title is printed"), None
    found = [(place, form) for form in forms if (place := find_title(raw, form)) is not None]
    places = [(place, form) for place, form in found if place.share >= SOME_TITLE]
    if not places:
        return FieldEvidence("title", "", record, None, "another title, or none, is cited", "other"), None
    place, form = max(places, key=lambda found: (not found[0].replaced, found[0].share))
    cited = raw.text[slice(*place.span)]
    if place.share < SAME_TITLE and not place.cut:
        return FieldEvidence("title", cited, form, None, "another title, or none, is cited", "other"), place
    if place.replaced and is_translated(cited, form):
        return FieldEvidence("title", cited, form, None, "seems to be translated", "translated"), place
    if place.replaced:
        return FieldEvidence("title", cited, form, False, words_replaced(place), "replaced"), place
    if place.cut:
        return FieldEvidence("title", cited, form, True, "cut short", "cut"), place
    if place.share < 0.97:
        return FieldEvidence("title", cited, form, True, "spelled differently", "spelling"), place
    return FieldEvidence("title", cited, form, True), place


_ENGLISH = frozenset("the of and in for with on to from by at under between through using".split())
_ENGLISH_ENDINGS = ("ing", "ed", "ness", "ity", "ful", "ly")
_OTHER = frozenset(
    "der die das und des von zur zum im et les des du une au aux dans sur el los las y del della delle dei "
    "gli il per nel het een van voor och av til og i na w z do o em dos das".split()
)


def is_translated(cited: str, record: str) -> bool:
    """True where one title is in English by its small words, and the other in another language.

    >>> is_translated("and the social sciences: the longue durée", "Histoire et sciences sociales")
    True
    >>> is_translated("The role of stars in sleep", "The role of stairs in sleep")
    False
    """
    mine, theirs = ({token.word for token in tokens_of(text)} for text in (cited, record))
    return _are_apart(mine, theirs) or _are_apart(theirs, mine)


def are_both_english(one: str, other: str) -> bool:
    """True where the small words and endings of both titles are English ones only, and there are some."""
    sets = [{token.word for token in tokens_of(text)} for text in (one, other)]
    return all(
        _OTHER.isdisjoint(words)
        and (not _ENGLISH.isdisjoint(words) or any(word.endswith(_ENGLISH_ENDINGS) for word in words))
        for words in sets
    )


def _are_apart(english: set[str], other: set[str]) -> bool:
    return (
        not _ENGLISH.isdisjoint(english)
        and _OTHER.isdisjoint(english)
        and not _OTHER.isdisjoint(other)
        and _ENGLISH.isdisjoint(other)
    )


def _has_title(raw: RawText) -> bool:
    """True where enough words are printed for some title to be among them."""
    found = (token for token in raw.tokens if len(token.word) > 2 and token.word.isalpha())
    return next(islice(found, TITLE_WORDS - 1, None), None) is not None


def words_replaced(place: TitlePlace) -> str:
    """Return which words stand for which, as a phrase."""
    return f"“{' '.join(place.rivals)}” for “{' '.join(place.replaced)}”"


def _plain(title: str) -> str:
    bare = clean_markup(title if title.isascii() else as_meant(title))
    if "<" in bare:
        bare = _FACE.sub("", bare)
    lowered = bare.lower()
    if "isbn" in lowered:  # NOTE: titles of reviews hold the ISBN; in the string it is blanked
        bare = IDENTIFIERS.sub("", bare)
    marked = NOTICE_PREFIX.search(bare, lowered)
    return bare[: marked.start()] + bare[marked.end() :] or bare if marked else bare


def _window(raw: RawText, compact: str) -> range | None:
    """Return the indexes of the words where a title's letters fit best."""
    found = partial_ratio_alignment(compact, raw.compact, score_cutoff=45)
    if found is None:
        return None
    start, end = found.dest_start, found.dest_end
    if len(compact) > len(raw.compact):
        start, end = 0, len(raw.compact)
    if start >= end:
        return None
    first, last = bisect_right(raw.offsets, start) - 1, bisect_left(raw.offsets, end) - 1
    return range(max(0, first - 4), min(len(raw.tokens), last + 5))


def _align(raw: RawText, title: str, tokens: Sequence[Token], window: range) -> TitlePlace | None:
    """Lay the record's words against the window's and judge what differs."""
    printed = [raw.tokens[i] for i in window]
    matcher = SequenceMatcher(None, [t.word for t in tokens], [t.word for t in printed], autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size]
    while len(blocks) > 1 and _strayed(raw, tokens, printed, blocks[-2], blocks[-1]):
        blocks.pop()
    if not blocks:
        return None
    total = sum(len(t.word) for t in tokens)
    same = sum(len(t.word) for b in blocks for t in tokens[b.a : b.a + b.size])
    first, last = blocks[0], blocks[-1]
    start, end = first.b, last.b + last.size
    replaced: list[str] = []
    rivals: list[str] = []
    cut = False
    for before, after in pairwise(blocks):
        gained = _judge(
            tokens[before.a + before.size : after.a],
            printed[before.b + before.size : after.b],
            replaced,
            rivals,
        )
        same += gained
    lead = tokens[: first.a]
    if lead:
        apart = title[lead[-1].end : tokens[first.a].start]
        front = _until_boundary(raw, printed[:start], printed[start], len(lead), backwards=True, apart=apart)
        same += _judge(lead, front, replaced, rivals)
        start -= len(front)
    tail = tokens[last.a + last.size :]
    if tail:
        back = _until_boundary(raw, printed[end:], printed[end - 1], len(tail), backwards=False)
        if _at_subtitle(title, tail[0]) and _is_all_else(tail, back):
            back = ()  # NOTE: "exosomes Br J Pharmacol": the subtitle is left out, and no stop printed
        same += _judge(tail, back, replaced, rivals)
        end += len(back)
        cut = not back
        if cut:
            kept = sum(len(t.word) for t in tokens[: last.a + last.size])
            same = round(same * total / max(kept, 1)) if kept >= 12 and _at_subtitle(title, tail[0]) else same
    span = printed[start].start, printed[end - 1].end
    return TitlePlace(span, min(1.0, same / total), tuple(replaced), tuple(rivals), cut)


def _strayed(
    raw: RawText, record: Sequence[Token], printed: Sequence[Token], before: Match, last: Match
) -> bool:
    """True for last words that stand behind the title's end, in the name of a journal: "la", "markets"."""
    words = printed[last.b : last.b + last.size]
    skipped = sum(len(t.word) for t in record[before.a + before.size : last.a])
    passed = sum(len(t.word) for t in printed[before.b + before.size : last.b])
    letters = sum(len(t.word) for t in words)
    if letters > max(STRAY, skipped) and (skipped or letters > passed):
        return False
    gap = raw.body[printed[before.b + before.size - 1].end : words[0].start]
    return _COMMA.search(gap) is not None


def _until_boundary(
    raw: RawText, others: Sequence[Token], edge: Token, count: int, *, backwards: bool, apart: str = ""
) -> Sequence[Token]:
    """Return the printed words next to ``edge`` that still belong to the title: up to what ends a title.

    Args:
        apart: what the record's title has between its words there; what it has itself ends no title.
    """
    taken: list[Token] = []
    inner = edge
    for token in reversed(others) if backwards else others:
        if len(taken) >= count + 1:
            break
        gap = raw.body[token.end : inner.start] if backwards else raw.body[inner.end : token.start]
        ends = _BOUNDARY if 0 < len(taken) < count else _COMMA
        if ends.search(gap) and (taken or gap.strip() != apart.strip()):
            break
        taken.append(token)
        inner = token
    return taken[::-1] if backwards else taken


def _is_all_else(record: Sequence[Token], printed: Sequence[Token]) -> bool:
    """True where no word on record is one of those printed."""
    return not any(same_word(one.word, other.word) for one in record for other in printed)


def _at_subtitle(title: str, token: Token) -> bool:
    """True where a word of the title begins what stands after a colon, dash or question mark."""
    return bool(_SUBTITLE.search(title[max(0, token.start - 3) : token.start]))


def _judge(record: Sequence[Token], printed: Sequence[Token], replaced: list[str], rivals: list[str]) -> int:
    """Return how many letters of the record's words are there after all; note the words that are replaced."""
    if not record:
        return 0
    ours, theirs = "".join(t.word for t in record), "".join(t.word for t in printed)
    if not printed:
        return 0
    if Levenshtein.normalized_similarity(ours, theirs) >= SAME_WORD:
        return len(ours)
    gained = 0
    left = [t for t in printed if len(t.word) >= 4]
    missing = []
    for token in record:
        twin = next((t for t in left if same_word(token.word, t.word)), None)
        if twin is not None:
            left.remove(twin)
            gained += len(token.word)
        elif token.word in theirs or (len(token.word) >= 4 and theirs in ours):
            gained += len(token.word)
        elif _is_content(token):
            missing.append(token.word)
    strangers = [
        t.word for t in left if _is_content(t) and t.word not in ours and not _is_acronym(t.word, missing)
    ]
    if missing and strangers:
        replaced += missing
        rivals += strangers
    return gained


_RE = ("re", "res")


def same_word(one: str, other: str) -> bool:
    """True where two folded words are one word, misread or respelled.

    >>> same_word("behaviour", "behavior"), same_word("centre", "center"), same_word("modern", "modem")
    (True, True, True)
    >>> same_word("adult", "infant")
    False
    """
    if one == other or Levenshtein.normalized_similarity(one, other, score_cutoff=SAME_WORD) >= SAME_WORD:
        return True
    if (one.endswith(_RE) or other.endswith(_RE)) and _as_in_america(one) == _as_in_america(other):
        return True
    first, second = as_misread(one), as_misread(other)
    if first == one and second == other:
        return False
    return Levenshtein.normalized_similarity(first, second, score_cutoff=SAME_WORD) >= SAME_WORD


def _as_in_america(word: str) -> str:
    """Return "center" for "centre", "fibers" for "fibres"."""
    if word.endswith("re"):
        return f"{word[:-2]}er"
    return f"{word[:-3]}ers" if word.endswith("res") else word


@lru_cache(maxsize=16384)
def as_misread(word: str) -> str:
    """Return a word with the letters joined that scanners take for one another."""
    word = word.replace("rn", "m").replace("1", "l").replace("0", "o")
    return word.replace("cl", "d").replace("el", "d")


def _is_content(token: Token) -> bool:
    """True for a word that tells titles apart; a Greek letter, which fonts lose, is none."""
    word = token.word
    return len(word) >= 4 and word.isascii() and word.isalpha() and token.end - token.start > 1


def _is_acronym(word: str, of: Sequence[str]) -> bool:
    return len(word) <= 6 and word == "".join(w[0] for w in of)[: len(word)] and len(of) >= 2
