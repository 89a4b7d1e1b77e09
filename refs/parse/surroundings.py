"""What lies around a token: gaps, quotes, chunks, pieces, and the shape of the whole reference.

A chunk is what lies between full stops, quotes, brackets, colons…; a piece also ends at a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count as count_up
from itertools import pairwise

from refs.parse.keeping import kept
from refs.parse.lexicon import load_lexicon
from refs.parse.words import Word

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\x96\x97~", "-")
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
_HALVES = re.compile(r"[\ud800-\udfff]")
"""Half a surrogate pair, as a broken file may hold one between words, cannot be part of a feature."""
_TAGS = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
_STRONG = re.compile(r"[.?!:;\"()\[\]|/=•]|_-_|'_|_'")
_IN_WORDS = frozenset({"in", "dans", "en", "em"})


@kept(20_000)
def outline_of(gap: str) -> str:
    """Return a gap's outline: blanks as "_", quotes and dashes of all kinds as one, at most six signs.

    >>> outline_of(". – "), outline_of("”, "), outline_of("")
    ('._-_', '",_', '')
    """
    plain = _TAGS.sub("", gap).translate(_GAP) if len(gap) < 200 else gap[:8]
    plain = _HALVES.sub("\ufffd", plain)
    return _BLANKS.sub("_", plain.replace("``", '"').replace("''", '"'))[:6]


@kept(20_000)
def brackets_opened(gap: str) -> int:
    """Return how many brackets more a gap opens than it closes."""
    return gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]")


def signature_of(
    words: Sequence[Word],
    outline: Sequence[str],
    quoted: Sequence[str],
    folded: Sequence[str],
    all_flags: Sequence[str],
) -> tuple[str, str, int, int]:
    """Return two short signs of what the reference is like, and where "In" and the first "(Eds.)" stand.

    The first sign: an "In", a role, place or publisher, quotes, links. The second: pages, numbers, when the
    year comes. Positions are 0 for none.
    """
    count = len(words)
    inside = roles = numbers = 0
    pages = place = publisher = link = False
    year = "n"
    if not _IN_WORDS.isdisjoint(folded):
        opening = (
            i for i, word in enumerate(folded) if i > 2 and word in _IN_WORDS and _opens(outline, words, i)
        )
        inside = next(opening, 0)
    for i, flags in enumerate(all_flags):
        if not flags:
            continue
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


_NUMERIC = frozenset("0123456789YRL")
"""How the shapes of numbers, years, Roman numbers and links begin."""


def journals_in(
    folded: Sequence[str],
    all_lengths: Sequence[tuple[int, ...]],
    outline: Sequence[str],
    shapes: Sequence[str],
) -> list[str]:
    """Return for each word whether it begins or is inside a journal's name that the lists hold.

    "B2" begins one of two words, "I2" is inside it; "B2!" if the name is all that stands between
    two signs, or between a sign and a number.
    """
    lexicon = load_lexicon()
    count = len(folded)
    found = ["-"] * count
    free = 0
    for i, lengths in enumerate(all_lengths):
        if not lengths or i < free:
            continue
        length = lexicon.journal_at(folded, i, lengths)
        if length:
            free = i + length
            kind = str(min(length, 3))
            if outline[i] != "_" and (free == count or outline[free] != "_" or shapes[free][0] in _NUMERIC):
                kind += "!"
            found[i] = f"B{kind}"
            found[i + 1 : free] = [f"I{kind}"] * (length - 1)
    return found


def chunks_of(
    words: Sequence[Word],
    outline: Sequence[str],
    containers: Sequence[int],
    cases: Sequence[int],
    sign_a: str,
    sign_b: str,
) -> tuple[list[int], list[tuple[bytes, ...]], list[bytes]]:
    """Return for each word how like a journal its chunk is, the chunk's features, and its place in it.

    A chunk shows which it is, how long, what follows, how like a journal it is, and whether its words have
    capitals, beside those of the chunk before: titles often have few, journals and series many.
    """
    count = len(words)
    borders = [
        i
        for i, gap in enumerate(outline)
        if gap != "_" and 0 < i < count and _is_strong(gap) and not _is_abbreviation(words[i - 1], gap)
    ]
    borders = [0, *borders, count]
    total = len(borders) - 2
    smells: list[int] = []
    rows: list[tuple[bytes, ...]] = []
    places: list[bytes] = []
    case = "^"
    for number, (start, end) in enumerate(pairwise(borders)):
        size = end - start
        smell = _smell(sum(containers[start:end]), size)
        case_before, case = case, _case_of(sum(cases[start:end]))
        follows = words[end].shape[0] if end < count else "$"
        closing = outline[end]
        common = _chunk(
            number if number < 4 else 4,
            size if size < 9 else 9,
            total - number if total - number < 4 else 4,
            smell,
            follows,
            closing,
            sign_a,
            sign_b,
            case_before + case,
        )
        smells += [smell] * size
        rows += [common] * size
        places += _in_chunk(size, smell)
    return smells, rows, places


@kept(20_000)
def _smell(total: int, size: int) -> int:
    """Return how like a journal a chunk is, -2 … 3, by the sum and the number of its words."""
    return max(-2, min(3, round(total / size)))


@kept(20_000)
def _chunk(
    number: int,
    size: int,
    left: int,
    smell: int,
    follows: str,
    closing: str,
    sign_a: str,
    sign_b: str,
    cases: str,
) -> tuple[bytes, ...]:
    """Return the features of a chunk."""
    return (
        f"hn{number}{size // 2}{sign_a}".encode(),
        f"he{left}{smell}{sign_b}".encode(),
        f"hf{follows}|{closing}|{smell}".encode(),
        f"hc{cases}{size // 2}{follows[0]}{closing}".encode(),
    )


@kept(20_000)
def _case_of(counted: int) -> str:
    """Return how a chunk's long words are written: "T" all with capitals, "s" the first at most, "m" mixed.

    "-" if there are none, "t" if one stands alone.

    >>> [_case_of(64 * capitals + small) for capitals, small in ((3, 0), (1, 0), (1, 4), (2, 3), (0, 0))]
    ['T', 't', 's', 'm', '-']
    """
    capitals, small = divmod(counted, 64)
    if not small:
        return "T" if capitals > 1 else "t" if capitals else "-"
    return "s" if capitals < 2 else "m"


@kept(10_000)
def _in_chunk(size: int, smell: int) -> tuple[bytes, ...]:
    """Return the place of each word of a chunk: how far from start and end, in one and how it smells."""
    long = min(size, 9) // 2
    return tuple(f"hi{min(i, 2)}{min(size - 1 - i, 2)}{smell}{long}".encode() for i in range(size))


def pieces_of(
    words: Sequence[Word], outline: Sequence[str], names: Sequence[int], all_flags: Sequence[str]
) -> list[tuple[bytes, ...]]:
    """Return for each word what its piece between commas (or stronger borders) is like, and its neighbours.

    A piece smells of a name or not, and holds a place, a publisher, a number, or none: "25p" is like a name,
    five words or more, with a place.
    """
    count = len(words)
    borders = [
        i
        for i, gap in enumerate(outline)
        if gap != "_" and 0 < i < count and _ends_piece(gap) and len(words[i - 1].folded) > 1
    ]
    starts, ends = [0, *borders], [*borders, count]
    kinds = [
        _piece_kind(sum(names[start:end]), end - start, "".join(all_flags[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]
    rows: list[tuple[bytes, ...]] = []
    for number, start, end, before, kind, after in zip(
        count_up(), starts, ends, ("^", *kinds), kinds, (*kinds[1:], "$"), strict=False
    ):
        common = _piece(number if number < 4 else 4, before, kind, after, outline[start][-1:])
        rows += [common] * (end - start)
    return rows


@kept(20_000)
def _ends_piece(gap: str) -> bool:
    """True for a gap that ends a piece: a comma or what ends a chunk."""
    return "," in gap or _is_strong(gap)


@kept(20_000)
def _piece_kind(names: int, size: int, flags: str) -> str:
    """Return what a piece is like, in a few letters, by the sum of its smells of a name; each flag once."""
    smell = max(-2, min(2, round(names / size)))
    shown = "".join([sign for sign in "ynpbrso" if sign in flags]) if flags else ""
    return f"{smell}{min(size, 5)}{shown}"


@kept(20_000)
def _piece(number: int, before: str, kind: str, after: str, gap: str) -> tuple[bytes, ...]:
    return (
        f"u{number}{kind}".encode(),
        f"u<{before}|{kind}".encode(),
        f"u>{kind}|{after}|{gap}".encode(),
    )


@kept(20_000)
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
