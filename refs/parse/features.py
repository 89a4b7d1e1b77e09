"""What the tagger sees of each token: the word, its lists, the gaps around it, and where it stands.

A feature is a short string, as python-crfsuite takes it. A token inside a run of plain words shows little
more than itself; one at a border (punctuation or a number beside it) shows all there is: its chunk, the shape
of the whole reference, what comes before and after. Whatever hangs on a few values is made once and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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


def features(raw: str, tokens: list[Token]) -> list[list[bytes | str]]:
    """Return the features of each token of a reference string."""
    if not tokens:
        return []
    words = [word_of(token.text, token.is_link) for token in tokens]
    between = gaps(raw, tokens)
    outline = [outline_of(gap) for gap in between]
    outline[0], outline[-1] = f"^{outline[0]}", f"{outline[-1]}$"
    quoted = quoted_words(between, outline)
    sign_a, sign_b, inside, roles = signature_of(words, outline, quoted)
    journals = journals_in(words)
    chunks = chunks_of(words, outline, sign_a, sign_b)
    pieces = pieces_of(words, outline)
    count = len(words)
    rows: list[list[bytes | str]] = []
    depth = years = numbers = 0
    after_number = False
    for i, word in enumerate(words):
        before, after = outline[i], outline[i + 1]
        if before != "_" and (change := brackets_opened(before)):
            depth = max(0, depth + change)
        shape = word.shape
        is_number = word.flags[:1] == "n"
        row: list[bytes | str] = [*word.own]
        if i:
            row += words[i - 1].before
        if i + 1 < count:
            row += words[i + 1].after
        where = "" if not inside else "a" if i > inside else "b"
        if before == "_" == after and not is_number and not after_number and i > 1:
            row += _inner(chunks[i][0], journals[i], where, shape)
            rows.append(row)
            continue
        row += _around(before, shape, after)
        if i:
            previous = words[i - 1]
            row.append(f"<<{outline[i - 1]}|{before}|{shape}")
            row.append(f"-l{previous.lists}|{before}|{word.lists}")
            if i > 1:
                row.append(words[i - 2].before2)
        if i + 1 < count:
            following = words[i + 1]
            row.append(f">>{after}|{outline[i + 2]}|{following.shape}")
            row.append(f"+l{word.lists}|{after}|{following.lists}")
            if i + 2 < count:
                row.append(words[i + 2].after2)
        role = "" if not roles else "a" if i > roles else "b"
        place = min(i, 3) if i < 6 else 4 + 4 * i // count
        row += _standing(place, shape, before, journals[i])
        row += _state(quoted[i], depth > 0, where, role, shape)
        row.append(f"y{min(years, 2)}{where}{shape}<{before}")
        row.append(f"i{where}{role}{sign_a}|{before}")
        row += chunks[i][1]
        row.append(chunks[i][2])
        row += pieces[i]
        if is_number:
            row.append(f"#{min(numbers, 3)}{min(years, 1)}{shape}{before}|{after}")
            row.append(f"#{min(numbers, 3)}{sign_b}{_rise(words, outline, i)}")
            numbers += 1
            years += shape[0] == "Y"
        after_number = is_number
        rows.append(row)
    return rows


@lru_cache(maxsize=20_000)
def _inner(smell: int, journal: str, where: str, shape: str) -> tuple[bytes, ...]:
    """Return what a word inside a run of plain words shows of its surroundings."""
    made = [f"_h{smell}"]
    if journal != "-":
        made.append(f"j{journal}")
    if where:
        made.append(f"i{where}{shape}")
    return tuple(feature.encode() for feature in made)


@lru_cache(maxsize=20_000)
def _around(before: str, shape: str, after: str) -> tuple[bytes, ...]:
    """Return the features of the gaps on both sides of a word of this shape."""
    return (f"<{before}{shape}".encode(), f">{after}{shape}".encode(), f"<>{before}|{shape}|{after}".encode())


@lru_cache(maxsize=20_000)
def _standing(place: int, shape: str, before: str, journal: str) -> tuple[bytes, ...]:
    """Return where a word stands in the string, and whether a journal's name is there."""
    return (f"p{place}{shape}<{before}".encode(), f"j{journal}{shape}<{before}".encode())


@lru_cache(maxsize=20_000)
def _state(quoted: str, bracketed: bool, where: str, role: str, shape: str) -> tuple[bytes, ...]:
    """Return whether a word stands in quotes or brackets, after "In", after "(Eds.)"."""
    return (f"q{quoted}{'(' if bracketed else ''}{where}{role}{shape}".encode(),)


def _rise(words: Sequence[Word], outline: Sequence[str], i: int) -> str:
    """Return how a number stands to the next: "r", "R" a range that rises, "d" only a dash, "2" its end."""
    if i + 1 < len(words) and outline[i + 1].strip("_") in ("-", "--"):
        one, two = words[i].folded, words[i + 1].folded
        if one.isdigit() and two.isdigit():
            if len(two) != len(one):
                return "r" if len(two) < len(one) else "R"
            return "r" if two > one else "d"
    return "2" if i and outline[i].strip("_") in ("-", "--") and words[i - 1].flags[:1] == "n" else ""
