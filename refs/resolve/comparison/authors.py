"""Are the people on record the ones that are printed? Surnames are looked for where authors stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from refs.model import FieldEvidence, Span, Work, fold, fold_compact
from refs.resolve.comparison.author_doubts import why_unsure
from refs.resolve.comparison.cues import Cue, blanks
from refs.resolve.comparison.raw_text import RawText, Token, tokens_of
from refs.resolve.comparison.strangers import is_foreign, is_given_name, is_nickname, who_is
from refs.resolve.comparison.surnames import (
    NOT_NAMES,
    PARTICLES,
    Chunk,
    Person,
    Printed,
    as_blurred,
    as_letters,
    is_in,
    is_swapped,
    misprint_of,
    runs_of,
    without_umlauts,
)
from refs.resolve.comparison.titles import TitlePlace

# "et al.", "et. al", "and others", "u. a.", "и др.", "等", "…", "and 12 more"
ET_AL = re.compile(
    r"\bet\.?\s*al\b|\b(?:and|&|,)\s*(?:colleagues|coll|co-?workers)\b|\bothers\b|\bu\.\s?a\.|\bи др\b|等"
    r"|\.\.\.|…|\b\d+ (?:more|other|additional)\b|\by otros\b|\be altri\b|\bet coll\b",
    re.I,
)
_CUT_SHORT = Cue(
    ET_AL,
    ("coll", "workers", "other", "u.", "и др", "等", "...", "…", "more", "additional", "otros", "altri"),
)
"""The letters are those without which, and without "et" and "al", no list of names is cut short."""
_AND_OTHERS = re.compile(r"\bet\.?\s?al\b", re.I)
_SEPARATOR = re.compile(
    r"[,;:&|/*†‡•()\[\]]|\s(?:and|und|et|y|e|with|mit|och|og|en|i)\s|(?<=\.)(?:und|et|y|e)\s|\band\b"
)
# "“Title” by Sylvie Bradesi"
_AROUND_NAMES = " ,.;:([“\"‘'"
# What tells that a year is no name's: "(2017)", ". 2023", ", 1999b", "[2001]"
_YEAR_BEHIND = re.compile(r"(?:[.,;:]\s?|\s?[(\[])(?:1[5-9]|20)\d\d[a-z]?[)\]]?$")
# "R", "Ch. R", "J.-P": its full stop belongs to the name
_INITIALS_BEHIND = re.compile(r"(?<![^\W\d_])[^\W\d_a-z]$")
_BY = re.compile(r"\W*(?:by\s)?", re.I)
# "Chen, Chun-Fu (Richard)", "Neff, K. (Ed.)", "(1997 Oct)": what stands in brackets is no author of its own
_IN_BRACKETS = re.compile(r"\([^()]{1,30}\)")
_NO_NAME = re.compile(r"[(\[]|\d")


_JOINING = frozenset("and und et y e".split())
_SUFFIXES = frozenset("jr sr ii iii iv phd md".split())
_GROUPS = frozenset(
    "group team consortium collaboration collaborators investigators committee network initiative trialists "
    "taskforce subcommittee panel workgroup".split()
)

_ADDRESSES = frozenset("university faculty department hospital institute college school".split())
_MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
    "september october november december januar februar marz mai juni juli oktober dezember "
    "spring summer autumn fall winter".split()
)
"""Words beside a year before the title that are no strangers: "2018 Oct", "(1997, October)"."""


def compare_authors(
    raw: RawText, work: Work, place: TitlePlace | None, container: Span | None = None
) -> FieldEvidence:
    """Return the evidence on the authors (the editors where the record has none)."""
    key = "author" if work.data.get("author") else "editor"
    names = tuple([person for name in work.names(key) if (person := Person.of(name)).forms])
    record = "; ".join([n.surname for n in names])
    if not names:
        return FieldEvidence("author", "", "", None, "no authors on record")
    zone = author_zone(raw, place, container)
    cited = names_alone(raw.text[slice(*zone)]) if zone else ""
    chunks = _chunks(raw, _until_others(raw, zone)) if zone else ()
    found = _assign(names, chunks, raw)
    if not chunks or (not found.order and _may_be_container(raw, place, zone)):
        printed = Printed([token.word for token in raw.tokens])
        named = all(is_in(n, printed) for n in names)
        note = "" if named else "no authors printed apart from the title"
        return FieldEvidence("author", "", record, named or None, note)
    shortened = zone is not None and is_cut_short(raw.body[zone[0] : zone[1] + 40])
    judged = _judge(names, found, cited, record, shortened)
    if (
        judged.agrees is False
        and zone is not None
        and (doubt := why_unsure(raw.body[slice(*zone)], names[0].surname))
    ):
        return FieldEvidence("author", cited, record, None, doubt, "unsure")
    return judged


def names_alone(printed: str) -> str:
    """Return a printed list of names without the year and the signs behind it.

    >>> names_alone("Yeh, S., Kim, J., & Raich, R. (2017). “"), names_alone("Xie, Y., and A. Li. 2023. ")
    ('Yeh, S., Kim, J., & Raich, R.', 'Xie, Y., and A. Li')
    >>> names_alone("Li F et al (2020b)"), names_alone("Group of 2000")
    ('Li F et al', 'Group of 2000')
    """
    text = " ".join(printed.split()).strip(_AROUND_NAMES)
    text = _YEAR_BEHIND.sub("", text).rstrip(_AROUND_NAMES)
    return f"{text}." if _INITIALS_BEHIND.search(text) and f"{text}." in printed else text


def _until_others(raw: RawText, zone: Span) -> Span:
    """Return a zone up to "et al.", behind which no author stands, though a group may."""
    if "al" not in raw.body[zone[0] : zone[1]]:
        return zone
    others = _AND_OTHERS.search(raw.body, *zone)
    return (zone[0], others.end()) if others else zone


def is_cut_short(names: str) -> bool:
    """True where a list of names ends in "et al." or the like.

    >>> is_cut_short("Neff K, Germer C, et al."), is_cut_short("Alvarez M, Betancourt P")
    (True, False)
    """
    lowered = names.lower()
    if not ("et" in lowered and "al" in lowered) and not _CUT_SHORT.may_stand_in(lowered):
        return False
    return ET_AL.search(names) is not None


def _may_be_container(raw: RawText, place: TitlePlace | None, zone: Span | None) -> bool:
    """True for a zone behind the title that no "by" begins: without authors the container stands there."""
    if zone is None or place is None or zone[0] < place.span[1]:
        return False
    return "by " not in raw.body[place.span[1] : zone[0]].lower()


def author_zone(raw: RawText, place: TitlePlace | None, container: Span | None) -> Span | None:
    """Return where the authors stand: before the title, or after it where the title comes first."""
    if place is None:
        return None
    start, end = place.span
    if any(len(t.word) > 1 and t.word.isalpha() for t in raw.tokens[: raw.index_at(start)]):
        return 0, start
    by = _BY.match(raw.body, end)
    begin = by.end() if by else end
    stop = _NO_NAME.search(raw.body, begin)
    ends = [stop.start() if stop else len(raw.body)]
    ends += [m.end() for m in [ET_AL.search(raw.body, begin)] if m]
    ends += [container[0]] if container is not None and container[0] > begin else []
    return begin, min(ends)


FULL_LIST = 2
"""Names from which a record holds all authors; older records often hold the first alone."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Printed names joined to those on record, by index in the order in which they are printed."""

    order: tuple[int, ...]
    rivals: tuple[str, ...]
    misspelt: tuple[str, ...]


def _judge(
    names: Sequence[Person], found: Assignment, cited: str, record: str, shortened: bool
) -> FieldEvidence:
    """Return the evidence: who is missing, invented, misspelt or out of order."""
    shown = len(found.order) + len(found.rivals)
    expected = range(min(shown, len(names))) if shortened else range(len(names))
    absent = [names[i].surname for i in expected if i not in found.order and _is_listed(names[i])]
    absent = absent if found.rivals or not shortened else []
    strangers = ", ".join(found.rivals[:3])
    agrees, note, kind = None, "", ""
    if absent and found.rivals:
        note = f"{strangers} printed; not printed: {', '.join(absent[:3])}"
        agrees, kind = False, "replaced" if found.order else "replaced-all"
    elif found.rivals:
        agrees = False if len(names) >= FULL_LIST and _are_people(names, found.rivals) else None
        note, kind = f"not on record: {strangers}", "invented"
    elif absent and found.order:
        note, kind = f"left out: {', '.join(absent[:5])}", "missing"
    elif absent:
        note, kind = "no name on record is printed", "unknown"
    elif found.misspelt:
        agrees, note, kind = True, found.misspelt[0], "spelling"
    elif found.order[:1] and found.order[0] != 0:
        agrees = shortened or len(found.order) < len(names)
        note, kind = f"{names[found.order[0]].surname} stands first", "order"
    else:
        agrees, note = True, "shortened" if shortened else ""
    return FieldEvidence("author", cited, record, agrees, note, kind)


def _is_listed(person: Person) -> bool:
    """False for a group or an address beside the people, and for a surname that is one letter on record."""
    words = set(fold(person.surname).split())
    return len(person.surname) > 1 and not words & _GROUPS and not (len(words) > 3 and words & _ADDRESSES)


def _are_people(names: Sequence[Person], rivals: Sequence[str]) -> bool:
    """True where record and strangers are persons, of whom none is left off a record; groups often are."""
    return all(n.name.given for n in names) and all(len(rival.split()) <= 3 for rival in rivals)


def _assign(names: Sequence[Person], chunks: Sequence[Chunk], raw: RawText) -> Assignment:
    """Return which names on record are printed, which printed ones are strangers."""
    order: list[int] = []
    rivals: list[Chunk] = []
    misspelt: list[str] = []
    owner: int | None = None
    printed_as = _by_form(names)
    givens: set[str] = set()
    shortest = 0
    for place, chunk in enumerate(chunks):
        if owner is not None and _is_given_of(chunk, names[owner]):
            owner = None
            continue
        if chunk.letters < shortest and chunk.letters == len(chunk.words):
            owner = None  # NOTE: initials that are nobody's name: most of what stands between surnames
            continue
        runs = runs_of(chunk.words)
        exact = _indexes(runs, printed_as, order)
        if len(exact) == 1:
            order.append(exact[0])
            owner = exact[0] if _is_surname_only(chunk, names[exact[0]]) else None
            continue
        hits = [(i, "") for i in exact] or _misprints(chunk, runs, names, order)
        if hits:
            new = _one_each(_likeliest(hits, names, chunk), names) if len(hits) > 1 else hits
            order += [i for i, _ in new]
            misspelt += [f"{word} for {names[i].surname}" for i, word in new if word]
            owner = new[-1][0] if _is_surname_only(chunk, names[new[-1][0]]) else None
            continue
        turned: list[int] = []
        if not shortest:
            givens = {as_blurred(given) for n in names if len(given := fold_compact(n.name.given)) > 1}
            shortest = min(map(len, (*givens, *printed_as)))
        if not givens.isdisjoint(map(as_blurred, runs)):
            behind = chunks[place + 1].words[:1] if place + 1 < len(chunks) else ()
            printed = Printed((*chunk.words, *behind))
            turned = [i for i, n in enumerate(names) if is_swapped(n, printed)]
        left = [i for i in turned if i not in order]
        if len(left) == 1:
            order += left
            owner = None
        elif chunk.surnames and not _is_prose(chunk, raw) and not _is_group(chunk):
            if not turned and not _is_known(chunk, names, owner, raw):
                rivals.append(chunk)
            owner = None
        elif not chunk.surnames and _SUFFIXES.isdisjoint(chunk.words):
            owner = None  # NOTE: "Zhuang, S., Sayre": the initials were the given name
    if len(order) < len(names):
        printed = Printed([word for chunk in chunks for word in chunk.words])
        for i in [i for i in range(len(names)) if i not in order]:
            if not _is_latin(names[i]) or _stands_elsewhere(names[i], names, order, printed):
                order.insert(0 if i == 0 else len(order), i)  # NOTE: where it stands is not known
    for chunk in tuple(rivals):
        if is_foreign(chunk):
            rivals.remove(chunk)
        elif (person := who_is(chunk, [n for i, n in enumerate(names) if i not in order], raw)) is not None:
            rivals.remove(chunk)
            at = names.index(person)
            order.insert(0 if at == 0 else len(order), at)
            misspelt.append(f"{_printed_name(chunk, raw)} for {person.surname}")
    return Assignment(tuple(order), tuple([_printed_name(c, raw) for c in rivals]), tuple(misspelt))


def _printed_name(chunk: Chunk, raw: RawText) -> str:
    """Return the words of a stretch that could be a surname, as printed."""
    return " ".join([raw.text[t.start : t.end] for t in chunk.tokens if t.word in chunk.surnames])


def _likeliest(
    hits: Sequence[tuple[int, str]], names: Sequence[Person], chunk: Chunk
) -> list[tuple[int, str]]:
    """Return the hits whose given names fit and whose surname is printed most fully.

    "Liang Li" is Li, Liang and not Liang, Di; "Tur" is Tur, not Hakkani-Tur.
    """
    joined = "".join(chunk.words)

    def rank(hit: tuple[int, str]) -> tuple[bool, int]:
        forms = names[hit[0]].forms
        return _fits_given(names[hit[0]], chunk), len(forms[0]) if forms[0] in joined else 0

    best = max(rank(hit) for hit in hits)
    return [hit for hit in hits if rank(hit) == best]


def _fits_given(person: Person, chunk: Chunk) -> bool:
    """True where what stands beside a surname begins as the given names do, or nothing stands there."""
    initials = {word[0] for word in fold(person.name.given).split()}
    rest = [word for word in chunk.words if word not in person.forms and word not in NOT_NAMES]
    return not rest or not initials or any(word[0] in initials for word in rest)


def _is_given_of(chunk: Chunk, person: Person) -> bool:
    """True where a stretch is the given names of the person before it, letter by letter: "Chen, Xu"."""
    given = person.name.given
    return bool(given) and "".join(chunk.words) == fold_compact(given)


def _is_known(chunk: Chunk, names: Sequence[Person], owner: int | None, raw: RawText) -> bool:
    """True where a stretch without a new surname is explained: given names, a name turned round."""
    if owner is not None and (_is_given(chunk, names[owner]) or is_given_name(chunk, raw)):
        return True
    if _MONTHS.issuperset(chunk.surnames):
        return True
    return any(set(chunk.surnames) <= set(name.forms) for name in names)


def _is_group(chunk: Chunk) -> bool:
    """True for "for the NORTHERN Study Group": a group beside the people."""
    return not _GROUPS.isdisjoint(chunk.words)


def _is_prose(chunk: Chunk, raw: RawText) -> bool:
    """True where words in small letters stand: a title in its own language before a translated one."""
    words = [t.word for t in chunk.tokens if raw.text[t.start].islower() and raw.text[t.start - 1].isspace()]
    return any(len(w) > 2 and w.isalpha() and w not in NOT_NAMES and w not in PARTICLES for w in words)


def _is_surname_only(chunk: Chunk, person: Person) -> bool:
    """True where a stretch is a surname alone, so that given names may follow it: "Payan, Hanna"."""
    words = [word for word in chunk.words if word not in _JOINING]
    return len(words) == 1 or "".join(words) in person.forms


def _stands_elsewhere(
    person: Person, names: Sequence[Person], order: Sequence[int], printed: Printed
) -> bool:
    """True where a surname not yet joined is printed after all, and is not a namesake's."""
    if person.forms[0] in [names[k].forms[0] for k in order]:
        return False
    return is_in(person, printed) or is_swapped(person, printed)


def _one_each(hits: Sequence[tuple[int, str]], names: Sequence[Person]) -> list[tuple[int, str]]:
    """Return one hit for each surname: a printed "Wang" is one of three Wangs, not all of them."""
    first = {names[i].forms[0]: (i, how) for i, how in reversed(hits)}
    return sorted(first.values())


def _chunks(raw: RawText, zone: Span) -> tuple[Chunk, ...]:
    """Return the stretches of an author list that hold a word.

    >>> [c.surnames for c in _chunks(RawText.of("Li, C., Zhu, Q. & de Vries HM"), (0, 29))]
    [('li',), (), ('zhu',), (), ('vries',)]
    """
    start, end = zone
    body = raw.body[:end]
    if "(" in body:
        body = _IN_BRACKETS.sub(blanks, body)
    tokens = _tokens_in(raw, body, start, end)
    starts = [token.start for token in tokens]
    found = []
    at = 0
    for separator in _SEPARATOR.finditer(body, start, end):
        first, at = at, bisect_left(starts, separator.start(), at)
        if first < at:
            found.append(Chunk(tokens[first:at], body))
        at = bisect_left(starts, separator.end(), at)
    return (*found, Chunk(tokens[at:], body)) if at < len(tokens) else tuple(found)


def _tokens_in(raw: RawText, body: str, start: int, end: int) -> tuple[Token, ...]:
    """Return the words of a stretch whose brackets are blank in ``body``; one that goes on is cut."""
    tokens = raw.tokens[raw.index_at(start) : raw.index_at(end)]
    if "(" in raw.body[:end]:
        tokens = tuple([t for t in tokens if not body[t.start].isspace()])
    if tokens and tokens[-1].end > end:
        at = tokens[-1].start
        rest = [Token(t.word, t.start + at, t.end + at) for t in tokens_of(body[at:end])]
        tokens = (*tokens[:-1], *rest)
    return tokens


def _by_form(names: Sequence[Person]) -> dict[str, list[int]]:
    """Return the indexes of the names that each form, umlauts as one letter, can stand for."""
    found: dict[str, list[int]] = {}
    for index, person in enumerate(names):
        for form in person.plain:
            found.setdefault(form, []).append(index)
    return found


def _indexes(runs: Iterable[str], printed_as: dict[str, list[int]], taken: Sequence[int]) -> list[int]:
    """Return the indexes of names, none of them taken, that words stand for, letter by letter."""
    found: set[int] = set()
    for run in runs:
        form = run if "e" not in run and run.isalpha() else without_umlauts(as_letters(run))
        found.update(printed_as.get(form, ()))
    found.difference_update(taken)
    return sorted(found)


def _misprints(
    chunk: Chunk, runs: set[str], names: Sequence[Person], taken: Sequence[int]
) -> list[tuple[int, str]]:
    """Return the names, none of them taken, that a stretch misspells, by index, with the printed word."""
    if not chunk.surnames:
        return []
    left = [(i, person) for i, person in enumerate(names) if i not in taken]
    return [(i, word) for i, person in left if (word := misprint_of(person, runs))]


def _is_given(chunk: Chunk, person: Person) -> bool:
    """True where a stretch can be the given names of a person."""
    given = fold(person.name.given).split()
    if not given:
        return True
    first = chunk.words[0]
    return first[0] == given[0][0] or any(word in given for word in chunk.words) or is_nickname(first, person)


def _is_latin(person: Person) -> bool:
    return fold_compact(person.surname).isascii()
