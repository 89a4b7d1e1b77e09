"""What lies around a token: gaps, quotes, chunks, pieces, and the shape of the whole reference.

A chunk is what lies between full stops, quotes, brackets, colons…; a piece also ends at a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from refs.parse.lexicon import load_lexicon
from refs.parse.words import BYTES, Word

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad~", "-")
_DOUBLE = dict.fromkeys("“”„«»‟〝〞＂《》「」『』", '"')
_SINGLE = dict.fromkeys("‘’‛`´ʻʼ", "'")
_EAST = {
    "，": ",",
    "、": ",",
    "。": ".",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "．": ".",
}
_GAP = str.maketrans(_DASHES | _DOUBLE | _SINGLE | _EAST | {"‚": ","})
_BLANKS = re.compile(r"\s+")
_TAGS = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
_STRONG = re.compile(r"[.?!:;\"()\[\]|/=•]|_-_|'_|_'")
_IN_WORDS = frozenset({"in", "dans", "en", "em"})


@lru_cache(maxsize=20_000)
def outline_of(gap: str) -> str:
    """Return a gap's outline: blanks as "_", quotes and dashes of all kinds as one, at most six signs.

    >>> outline_of(". – "), outline_of("”, "), outline_of("")
    ('._-_', '",_', '')
    """
    plain = _TAGS.sub("", gap).translate(_GAP) if len(gap) < 200 else gap[:8]
    return _BLANKS.sub("_", plain.replace("``", '"').replace("''", '"'))[:6]


@lru_cache(maxsize=20_000)
def brackets_opened(gap: str) -> int:
    """Return how many brackets more a gap opens than it closes."""
    return gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]")


def signature_of(
    words: Sequence[Word], outline: Sequence[str], quoted: Sequence[str]
) -> tuple[str, str, int, int]:
    """Return two short signs of what the reference is like, and where "In" and the first "(Eds.)" stand.

    The first sign: an "In", a role, place or publisher, quotes, links. The second: pages, numbers, when the
    year comes. Positions are 0 for none.
    """
    count = len(words)
    inside = roles = 0
    numbers = 0
    pages = place = publisher = link = False
    year = "n"
    for i, word in enumerate(words):
        folded = word.folded
        if i > 2 and not inside and folded in _IN_WORDS and _opens(outline, words, i):
            inside = i
        if not word.flags:
            continue
        flags = word.flags
        if "n" in flags:
            if "y" in flags:
                if year == "n":
                    year = "e" if i < 3 or 3 * i < count else "l"
            else:
                numbers += 1
            pages = pages or (
                outline[i + 1].strip("_") in ("-", "--") and i + 1 < count and "n" in words[i + 1].flags
            )
        if "r" in flags and not roles and ("(" in outline[i] or "[" in outline[i] or outline[i] == ",_"):
            roles = i
        link = link or "l" in flags
        if 2 * i > count:
            place = place or "p" in flags
            publisher = publisher or "b" in flags
        if "g" in flags and i + 1 < count and "n" in words[i + 1].flags:
            pages = True
    role = "0" if not roles else "1" if 3 * roles < count or roles < 8 else "2"
    site = "b" if publisher else "p" if place else ""
    sign_a = f"{'I' if inside else ''}{role}{site}{'q' if 'i' in quoted else ''}{'u' if link else ''}"
    sign_b = f"{'P' if pages else ''}{min(numbers, 4)}{year}{site}"
    return sign_a, sign_b, inside, roles


def _opens(outline: Sequence[str], words: Sequence[Word], i: int) -> bool:
    """True for the "In" that opens a container: "…. In: Smith", "…, in Proceedings", not "in" of a title."""
    before, after = outline[i], outline[i + 1]
    if ":" in after:
        return True
    if before in ("_", "") or i + 1 >= len(words):
        return False
    return words[i].shape != "a" or (
        before.endswith(('"_', '",_', ",_", ")_", "'_", "._")) and words[i + 1].shape[0] in "AL"
    )


def journals_in(words: Sequence[Word]) -> list[str]:
    """Return for each word whether it begins or is inside a journal's name that the lists hold."""
    lexicon = load_lexicon()
    found = ["-"] * len(words)
    folded = [word.folded for word in words]
    free = 0
    for i, word in enumerate(words):
        if not word.journals or i < free:
            continue
        length = lexicon.journal_at(folded, i, word.journals)
        if length:
            kind = str(min(length, 3))
            found[i] = f"B{kind}"
            found[i + 1 : i + length] = [f"I{kind}"] * (length - 1)
            free = i + length
    return found


def chunks_of(
    words: Sequence[Word], outline: Sequence[str], sign_a: str, sign_b: str
) -> tuple[list[int], list[tuple[bytes, ...]], list[bytes]]:
    """Return for each word how like a journal its chunk is, the chunk's features, and its place in it.

    A chunk shows which it is, how long, what follows, and how like a journal it is.
    """
    count = len(words)
    borders = [0]
    for i in range(1, count):
        gap = outline[i]
        if gap != "_" and _is_strong(gap) and not _is_abbreviation(words[i - 1], gap):
            borders.append(i)
    borders.append(count)
    total = len(borders) - 2
    containers = [word.container for word in words]
    smells: list[int] = []
    rows: list[tuple[bytes, ...]] = []
    places: list[bytes] = []
    for number, (start, end) in enumerate(pairwise(borders)):
        size = end - start
        smell = max(-2, min(3, round(sum(containers[start:end]) / size)))
        follows = words[end].shape[0] if end < count else "$"
        opening, closing = outline[start], outline[end]
        common = (
            f"hn{min(number, 4)}{min(size, 9) // 2}{sign_a}".encode(*BYTES),
            f"he{min(total - number, 4)}{smell}{sign_b}".encode(*BYTES),
            f"hf{follows}|{closing}|{smell}".encode(*BYTES),
            f"ho{opening}{words[start].shape[0]}{closing}{sign_b}".encode(*BYTES),
        )
        smells += [smell] * size
        rows += [common] * size
        places += _in_chunk(size, smell)
    return smells, rows, places


@lru_cache(maxsize=1000)
def _in_chunk(size: int, smell: int) -> tuple[bytes, ...]:
    """Return the place of each word of a chunk: how far from start and end, in one and how it smells."""
    long = min(size, 9) // 2
    return tuple(f"hi{min(i, 2)}{min(size - 1 - i, 2)}{smell}{long}".encode() for i in range(size))


def pieces_of(words: Sequence[Word], outline: Sequence[str]) -> list[tuple[bytes, ...]]:
    """Return for each word what its piece between commas (or stronger borders) is like, and its neighbours.

    A piece smells of a name or not, and holds a place, a publisher, a number, or none: "25p" is like a name,
    five words or more, with a place.
    """
    count = len(words)
    borders = [0]
    for i in range(1, count):
        gap = outline[i]
        if (
            gap != "_"
            and gap
            and (gap == ",_" or "," in gap or _is_strong(gap))
            and len(words[i - 1].folded) > 1
        ):
            borders.append(i)
    borders.append(count)
    kinds = ["^"]
    names = [word.name for word in words]
    all_flags = [word.flags for word in words]
    for start, end in pairwise(borders):
        smell = max(-2, min(2, round(sum(names[start:end]) / (end - start))))
        flags = "".join(all_flags[start:end])
        if flags:
            flags = "".join([sign for sign in "ynpbr" if sign in flags])
        kinds.append(f"{smell}{min(end - start, 5)}{flags}")
    kinds.append("$")
    rows: list[tuple[bytes, ...]] = []
    for number, (start, end) in enumerate(pairwise(borders)):
        before, kind, after = kinds[number : number + 3]
        common = _piece(number if number < 4 else 4, before, kind, after, outline[start][-1:])
        rows += [common] * (end - start)
    return rows


@lru_cache(maxsize=20_000)
def _piece(number: int, before: str, kind: str, after: str, gap: str) -> tuple[bytes, ...]:
    return (
        f"u{number}{kind}".encode(*BYTES),
        f"u<{before}|{kind}".encode(*BYTES),
        f"u>{kind}|{after}|{gap}".encode(*BYTES),
    )


@lru_cache(maxsize=20_000)
def _is_strong(gap: str) -> bool:
    """True for a gap that ends a chunk: full stop, quote, bracket, colon…, not a comma."""
    return _STRONG.search(gap) is not None


def _is_abbreviation(word: Word, gap: str) -> bool:
    """True for "J." and the "Phys." of "Phys. Rev.": a full stop that most likely ends no sentence."""
    if gap[0] != ".":
        return False
    return len(word.folded) == 1 or (gap in ("._", ".") and len(word.folded) < 7 and word.container > 0)


def quoted_words(between: Sequence[str], outline: Sequence[str]) -> list[str]:
    """Return for each word whether it stands inside quotation marks ("i") or not ("o")."""
    if '"' not in "".join(outline):
        return ["o"] * len(outline)
    states: list[str] = []
    inside = False
    for gap, shape in zip(between, outline, strict=True):
        if '"' in shape:
            if "“" in gap or "„" in gap or "«" in gap or "»" in gap or "”" in gap:
                last = max(gap.rfind(sign) for sign in "“„«»”")
                inside = gap[last] in "“„«" or (gap[last] == "»" and not inside and gap[last + 1 :] == "")
                if gap[last] == "“" and gap[:last].strip() == "" and states and states[-1] == "i":
                    inside = False  # German „…“
                if gap[last] == "«" and inside and states and states[-1] == "i":
                    inside = False  # German »…«
            elif shape.count('"') % 2:
                inside = not inside
        states.append("i" if inside else "o")
    return states
