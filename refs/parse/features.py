"""What the tagger sees of each token: the word, its lists, the gaps around it, and where it stands.

A feature is a short string, as python-crfsuite takes it. A token inside a run of plain words shows little
more than itself; one at a border (punctuation or a number beside it) shows all there is: its chunk, the shape
of the whole reference, what comes before and after. Whatever hangs on a few values is made once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from refs.parse.keeping import kept, make_room
from refs.parse.surroundings import (
    brackets_opened,
    chunks_of,
    journals_in,
    outline_of,
    pieces_of,
    quoted_words,
    signature_of,
)
from refs.parse.tokens import Token, gaps
from refs.parse.words import Word, word_of


def features(raw: str, tokens: list[Token]) -> list[list[bytes]]:
    """Return the features of each token of a reference string.

    The loop is one long function because it is the hottest of the whole parser: some 25 turns a reference.
    """
    if not tokens:
        return []
    make_room()
    words = [word_of(token[0], token[3]) for token in tokens]
    between = gaps(raw, tokens)
    between[0], between[-1] = between[0].lstrip(), between[-1].rstrip()
    outline = list(map(outline_of, between))
    outline[0], outline[-1] = f"^{outline[0]}", f"{outline[-1]}$"
    quoted = quoted_words(between, outline)
    (
        folded,
        shapes,
        lists,
        owns,
        befores,
        afters,
        befores2,
        afters2,
        containers,
        names,
        cases,
        flags,
        lengths,
    ) = zip(*words, strict=True)
    sign_a, sign_b, inside, roles = signature_of(words, outline, quoted, folded, flags)
    journals = journals_in(folded, lengths, outline, shapes)
    smells, chunks, places = chunks_of(words, outline, containers, cases, sign_a, sign_b)
    pieces = pieces_of(words, outline, names, flags)
    count = len(words)
    rows: list[list[bytes]] = []
    depth = years = numbers = 0
    after_number = False
    where, role = "b" if inside else "", "b" if roles else ""
    before, gap2, lists1 = outline[0], "", ""
    for i, shape, own, word1, word2, far1, far2, after, gap3, shape2, lists2, smell, journal in zip(
        range(count),
        shapes,
        owns,
        (_NONE, *befores),
        (*afters[1:], _NONE),
        (_NONE, _NONE, *befores2),
        (*afters2[2:], _NONE, _NONE),
        outline[1:],
        (*outline[2:], ""),
        (*shapes[1:], ""),
        (*lists[1:], ""),
        smells,
        journals,
        strict=False,
    ):
        if before != "_" and (change := brackets_opened(before)):
            depth = max(0, depth + change)
        if inside and i == inside + 1:
            where = "a"
        if roles and i == roles + 1:
            role = "a"
        is_number = flags[i][:1] == "n"
        if before == "_" == after and not is_number and not after_number and i > 1:
            rows.append([*own, *word1, *word2, *_inner(smell, journal, where, shape)])
        else:
            row = [
                *own,
                *word1,
                *word2,
                *_around(gap2, before, shape, after, i > 0),
                *(_lists_before(lists1, before, lists[i]) if i else _NONE),
                *far1,
                *(_after(after, gap3, shape2, lists[i], lists2) if shape2 else _NONE),
                *far2,
                *_standing(i if i < 3 else 3 if i < 6 else 4 + 4 * i // count, shape, before, journal),
                *_state(quoted[i], depth > 0, where, role, shape),
                *_past(years if years < 2 else 2, where, role, shape, before, sign_a),
                *chunks[i],
                places[i],
                *pieces[i],
            ]
            if is_number:
                row += _number(min(numbers, 3), min(years, 1), shape, before, after)
                row.append(f"#{min(numbers, 3)}{sign_b}{_rise(words, outline, i)}".encode())
                numbers += 1
                years += shape[0] == "Y"
            rows.append(row)
        after_number = is_number
        gap2, before, lists1 = before, after, lists[i]
    return rows


_NONE: tuple[bytes, ...] = ()


@kept(20_000)
def _inner(smell: int, journal: str, where: str, shape: str) -> tuple[bytes, ...]:
    """Return what a word inside a run of plain words shows of its surroundings."""
    made = [f"_h{smell}"]
    if journal != "-":
        made.append(f"j{journal}")
    if where:
        made.append(f"i{where}{shape}")
    return tuple(feature.encode() for feature in made)


@kept(50_000)
def _around(gap2: str, before: str, shape: str, after: str, follows: bool) -> tuple[bytes, ...]:
    """Return the features of the gaps on both sides of a word of this shape, and of the gap before those."""
    around = (
        f"<{before}{shape}".encode(),
        f">{after}{shape}".encode(),
    )
    return (*around, f"<<{gap2}|{before}|{shape}".encode()) if follows else around


@kept(50_000)
def _lists_before(lists1: str, before: str, lists: str) -> tuple[bytes, ...]:
    """Return the feature of a word's lists with those of the word before."""
    return (f"-l{lists1}|{before}|{lists}".encode(),)


@kept(50_000)
def _after(after: str, gap: str, shape2: str, lists: str, lists2: str) -> tuple[bytes, ...]:
    """Return the features of the word that follows, and of the gap behind it."""
    return (
        f">>{after}|{gap}|{shape2}".encode(),
        f"+l{lists}|{after}|{lists2}".encode(),
    )


@kept(20_000)
def _standing(place: int, shape: str, before: str, journal: str) -> tuple[bytes, ...]:
    """Return where a word stands in the string, and whether a journal's name is there."""
    return (f"p{place}{shape}<{before}".encode(), f"j{journal}{shape}<{before}".encode())


@kept(20_000)
def _state(quoted: str, bracketed: bool, where: str, role: str, shape: str) -> tuple[bytes, ...]:
    """Return whether a word stands in quotes or brackets, after "In", after "(Eds.)"."""
    return (f"q{quoted}{'(' if bracketed else ''}{where}{role}{shape}".encode(),)


@kept(50_000)
def _past(years: int, where: str, role: str, shape: str, before: str, sign: str) -> tuple[bytes, ...]:
    """Return what came before a word: years, "In", "(Eds.)", in a reference of this signature."""
    return (
        f"y{years}{where}{shape}<{before}".encode(),
        f"i{where}{role}{sign}|{before}".encode(),
    )


@kept(20_000)
def _number(numbers: int, years: int, shape: str, before: str, after: str) -> tuple[bytes, ...]:
    """Return the feature of a number between its gaps, after so many numbers and years."""
    return (f"#{numbers}{years}{shape}{before}|{after}".encode(),)


def _rise(words: Sequence[Word], outline: Sequence[str], i: int) -> str:
    """Return how a number stands to the next: "r", "R" a range that rises, "d" only a dash, "2" its end."""
    if i + 1 < len(words) and outline[i + 1].strip("_") in ("-", "--"):
        one, two = words[i].folded, words[i + 1].folded
        if one.isdigit() and two.isdigit():
            if len(two) != len(one):
                return "r" if len(two) < len(one) else "R"
            return "r" if two > one else "d"
    return "2" if i and outline[i].strip("_") in ("-", "--") and words[i - 1].flags[:1] == "n" else ""
