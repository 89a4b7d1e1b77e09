"""Are the people on record the ones that are printed? Surnames are looked for where authors stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from refs.model import FieldEvidence, Name, Span, Work, fold, fold_compact
from refs.resolve.comparison.raw_text import RawText, Token, tokens_of
from refs.resolve.comparison.titles import TitlePlace, as_misread

# "et al.", "et. al", "and others", "u. a.", "и др.", "等", "…", "and 12 more"
ET_AL = re.compile(
    r"\bet\.?\s*al\b|\b(?:and|&|,)\s*(?:colleagues|coll|co-?workers)\b|\bothers\b|\bu\.\s?a\.|\bи др\b|等"
    r"|\.\.\.|…|\b\d+ (?:more|other|additional)\b|\by otros\b|\be altri\b|\bet coll\b",
    re.I,
)
_SEPARATOR = re.compile(r"[,;:&|/*†‡•]|\s(?:and|und|et|y|e|with|mit|och|og|en|i|und)\s|\band\b|\(|\)|\[|\]")
# "“Title” by Sylvie Bradesi"
_BY = re.compile(r"\W*(?:by\s)?", re.I)
_NO_NAME = re.compile(r"[(\[]|\d")
_NOT_NAMES = frozenset(
    "and und et al eds ed editor editors hrsg in by jr sr ii iii iv phd md the of for on behalf group "
    "team study consortium collaboration investigators committee others with from vol no pp doi http "
    "https available online anonymous anon dr prof van von der den de la le du del della di da dos "
    "das ten ter el bin ibn st".split()
)
_PARTICLES = frozenset(
    "van von der den de la le du del della di da dos das do ten ter el al bin ibn st zu af y e".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the author list between two separators."""

    tokens: tuple[Token, ...]
    surnames: tuple[str, ...]
    """Words that could be a surname: not initials, not "and" or "eds"."""


def compare_authors(
    raw: RawText, work: Work, place: TitlePlace | None, container: Span | None = None
) -> FieldEvidence:
    """Return the evidence on the authors (the editors where the record has none)."""
    key = "author" if work.names("author") else "editor"
    names = tuple(n for n in work.names(key) if n.surname)
    record = "; ".join(n.surname for n in names)
    if not names:
        return FieldEvidence("author", "", "", None, "no authors on record")
    zone = author_zone(raw, place, container)
    cited = " ".join(raw.text[slice(*zone)].split()).strip(" ,.;:([“\"‘'") if zone else ""
    chunks = _chunks(raw.body, zone) if zone else ()
    if not chunks:
        found = [n for n in names if _is_in(n, raw.tokens)]
        agrees = True if len(found) == len(names) else None
        return FieldEvidence(
            "author", "", record, agrees, "" if agrees else "no authors printed apart from the title"
        )
    return _judge(names, chunks, raw, cited, record)


def author_zone(raw: RawText, place: TitlePlace | None, container: Span | None) -> Span | None:
    """Return where the authors stand: before the title, or after it where the title comes first."""
    if place is None:
        return None
    start, end = place.span
    if any(len(t.word) > 1 and t.word.isalpha() for t in raw.tokens_in(0, start)):
        return 0, start
    by = _BY.match(raw.body, end)
    begin = by.end() if by else end
    stop = _NO_NAME.search(raw.body, begin)
    ends = [stop.start() if stop else len(raw.body)]
    ends += [m.end() for m in [ET_AL.search(raw.body, begin)] if m]
    ends += [container[0]] if container is not None and container[0] > begin else []
    return begin, min(ends)


def _judge(
    names: Sequence[Name], chunks: Sequence[Chunk], raw: RawText, cited: str, record: str
) -> FieldEvidence:
    """Join the printed names to those on record; say which are missing, invented or out of order."""
    order: list[int] = []
    rivals: list[str] = []
    misspelt: list[str] = []
    owner: int | None = None
    tokens = [t for c in chunks for t in c.tokens]
    for chunk in chunks:
        hits = [(i, how) for i, n in enumerate(names) if i not in order and (how := _match(n, chunk.tokens))]
        if hits:
            exact = _one_each([h for h in hits if h[1] == "exact"] or hits, names)
            order += [i for i, _ in exact]
            misspelt += [f"{how} for {names[i].surname}" for i, how in exact if how != "exact"]
            owner = exact[-1][0]
            continue
        if not chunk.surnames:
            continue
        if any(_match(n, chunk.tokens) == "exact" for n in names) and owner is None:
            continue
        if owner is not None and _is_given(chunk, names[owner]):
            owner = None
            continue
        owner = None
        if any(_is_given(chunk, n) for n in names) and any(_swapped(n, chunk.tokens) for n in names):
            continue
        rivals.append(" ".join(raw.text[t.start : t.end] for t in chunk.tokens if t.word in chunk.surnames))
    for i, name in enumerate(names):
        namesake = any(_forms(names[k])[0] == _forms(name)[0] for k in order)
        if (i not in order and not namesake and (_is_in(name, tokens) or _swapped(name, tokens))) or (
            i not in order and not _is_latin(name)
        ):
            order.append(i)
    shortened = bool(ET_AL.search(cited)) or bool(ET_AL.search(raw.body[: len(cited) + 40]))
    shown = len(order) + len(rivals)
    expected = range(min(shown, len(names))) if shortened else range(len(names))
    absent = [names[i].surname for i in expected if i not in order]
    if absent and rivals:
        note = f"{', '.join(rivals[:3])} printed; not printed: {', '.join(absent[:3])}"
        return FieldEvidence("author", cited, record, False, note, "replaced" if order else "replaced-all")
    if rivals:
        return FieldEvidence(
            "author", cited, record, None, f"not on record: {', '.join(rivals[:3])}", "invented"
        )
    if absent and order:
        return FieldEvidence("author", cited, record, None, f"left out: {', '.join(absent[:5])}", "missing")
    if absent:
        return FieldEvidence("author", cited, record, None, "no name on record is printed", "unknown")
    if misspelt:
        return FieldEvidence("author", cited, record, True, misspelt[0], "spelling")
    if order[: len(chunks)] != sorted(order) and order and order[0] != 0:
        return FieldEvidence(
            "author", cited, record, True, f"{names[order[0]].surname} stands first", "order"
        )
    return FieldEvidence("author", cited, record, True, "shortened" if shortened else "")


def _one_each(hits: Sequence[tuple[int, str]], names: Sequence[Name]) -> list[tuple[int, str]]:
    """Return one hit for each surname: a printed "Wang" is one of three Wangs, not all of them."""
    first = {names[i].surname: (i, how) for i, how in reversed(hits)}
    return sorted(first.values())


def _chunks(body: str, zone: Span) -> tuple[Chunk, ...]:
    """Return the stretches of an author list that hold a word.

    >>> [c.surnames for c in _chunks("Li, C., Zhu, Q. & de Vries HM", (0, 29))]
    [('li',), (), ('zhu',), (), ('vries',)]
    """
    start, end = zone
    found, at = [], start
    for separator in [*_SEPARATOR.finditer(body, start, end), None]:
        stop = separator.start() if separator else end
        tokens = tuple(Token(t.word, t.start + at, t.end + at) for t in tokens_of(body[at:stop]))
        if tokens:
            names = tuple(t.word for t in tokens if _could_be_surname(t, body))
            found.append(Chunk(tokens, names))
        at = separator.end() if separator else end
    return tuple(found)


def _could_be_surname(token: Token, body: str) -> bool:
    printed = body[token.start : token.end]
    if token.word in _NOT_NAMES or not token.word.isalpha() or len(printed) < 2:
        return False
    return printed[:1].isupper() and not (printed.isupper() and len(printed) <= 3)


@lru_cache(maxsize=8192)
def _forms(name: Name) -> tuple[str, ...]:
    """Return what may stand for a surname, folded without blanks: whole, without particles, its parts."""
    family = name.family or name.literal
    whole = fold_compact(name.surname)
    parts = [p for p in fold(family).split() if p not in _PARTICLES]
    forms = [whole, fold_compact(family), "".join(parts)]
    forms += [p for p in parts if len(p) >= 3]
    return tuple(dict.fromkeys(f for f in forms if f))


def _match(name: Name, tokens: Sequence[Token]) -> str:
    """Return "exact" where the name is printed there, the printed word where it is misspelt, else ""."""
    words = [t.word for t in tokens]
    forms = _forms(name)
    runs = {"".join(words[i : i + k]) for k in (1, 2, 3) for i in range(len(words) - k + 1)}
    if not runs.isdisjoint(forms):
        return "exact"
    plain = {_without_umlauts(r) for r in runs}
    if not plain.isdisjoint(_without_umlauts(f) for f in forms):
        return "exact"
    near = [r for r in runs for f in {*forms[:1], *forms[-1:]} if _is_misspelt(r, f)]
    return min(near, default="")


def _is_misspelt(printed: str, surname: str) -> bool:
    """True where a printed word is a surname with a letter or two wrong, as scanners and typists do it.

    >>> _is_misspelt("jansen", "janssen"), _is_misspelt("bumett", "burnett"), _is_misspelt("wang", "yang")
    (True, True, False)
    """
    shorter = min(len(printed), len(surname))
    allowed = 0 if shorter < 5 else 1 if shorter < 8 else 2
    if allowed and DamerauLevenshtein.distance(printed, surname, score_cutoff=allowed) <= allowed:
        return True
    return shorter >= 3 and as_misread(printed) == as_misread(surname)


def _is_in(name: Name, tokens: Sequence[Token]) -> bool:
    """True where the surname is printed among these words, letter by letter."""
    joined = "".join(t.word for t in tokens)
    return any(len(f) >= 5 and f in joined for f in _forms(name)[:3]) or _match(name, tokens) == "exact"


def _is_given(chunk: Chunk, name: Name) -> bool:
    """True where a stretch can be the given names of a person."""
    given = fold(name.given).split()
    if not given:
        return True
    return chunk.tokens[0].word[0] == given[0][0] or any(t.word in given for t in chunk.tokens)


def _swapped(name: Name, tokens: Sequence[Token]) -> bool:
    """True where given and family name have changed places: "Wei L." for Li, Wei."""
    given, family = fold_compact(name.given), fold_compact(name.family)
    if len(given) < 2 or not family:
        return False
    words = [t.word for t in tokens]
    return any(
        w == given and family[0] in (words[i + 1 : i + 2] + words[max(0, i - 1) : i])
        for i, w in enumerate(words)
    )


def _is_latin(name: Name) -> bool:
    return fold_compact(name.surname).isascii()


def _without_umlauts(word: str) -> str:
    """Return a folded word with ae, oe, ue as a, o, u: Mueller and Müller are one."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
