"""What the tagger sees of each token: the word, its lists, the gaps around it, and where it stands.

A feature is a short string, as python-crfsuite takes it. What hangs on a word alone is worked out once a word
and kept (``_word``). A token inside a run of plain words shows little more than itself; one at a border
(punctuation or a number beside it) shows all there is: its chunk, the shape of the whole reference, what
comes before and after. A chunk is what lies between full stops, quotes, brackets, colons…
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from refs.model.folding import fold
from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token, gaps

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
_ROMAN = re.compile(r"(?=.)(?:C{0,3}(?:XC|XL|L?X{0,3}))(?:IX|IV|V?I{0,3})")
_IN_WORDS = frozenset({"in", "dans", "en", "em"})


class Word(NamedTuple):
    """What a word shows wherever it stands."""

    folded: str
    shape: str
    lists: str
    """Its classes in one short string; words of one kind share it."""
    own: tuple[bytes, ...]
    before: tuple[bytes, ...]
    """Its features for the token after it."""
    after: tuple[bytes, ...]
    """Its features for the token before it."""
    before2: bytes
    after2: bytes
    container: int
    """-3 … 3: how much it smells of a journal or proceedings."""
    name: int
    """-3 … 3: how much it smells of a person's name."""
    flags: str
    """"n" number, "y" year, "l" link, "p" place, "b" publisher, "r" editor's role, "g" page word, "v" volume word."""


@lru_cache(maxsize=100_000)
def _word(text: str, is_link: bool) -> Word:
    """Return what is known of one token's text."""
    lexicon = load_lexicon()
    folded = "http" if is_link else (fold(text).replace(" ", "") or text)
    code = lexicon.codes.get(folded, "0000")
    kinds = lexicon.keywords.get(folded, "")
    number = folded.isdigit()
    shape = "L" if is_link else _shape(text)
    year = number and len(folded) == 4 and "1400" < folded < "2035"
    if year:
        shape = "Y" + folded[:2]
    place, publisher = folded in lexicon.places, folded in lexicon.publishers
    known = kinds + ("P" if publisher else "") + ("L" if place else "")
    lists = code + known
    form = "#" * len(folded) if number else folded[:16]
    own = f"w={form} s={shape} l={code}"
    if known:
        own += f" k={known}"
    if not number and len(folded) > 4:
        own += f" e={folded[-3:]}"
    container = 3 if "journal" in kinds or "conference" in kinds else int(code[3]) - int(code[2])
    flags = ("ny" if year else "n") if number else "l" if is_link else ""
    if known:
        flags += _flags(folded, kinds, place=place, publisher=publisher)
    return Word(
        folded,
        shape,
        lists,
        tuple(own.encode().split(b" ")),
        (f"-1w{form}".encode(), f"-1{shape}{lists}".encode()),
        (f"+1w{form}".encode(), f"+1{shape}{lists}".encode()),
        f"-2{shape}{lists}".encode(),
        f"+2{shape}{lists}".encode(),
        container,
        2
        if shape == "A"
        else max(int(code[0]), int(code[1])) - int(code[2])
        if shape[0] in "AR"
        else -2
        if shape == "a"
        else 0,
        flags,
    )


def _flags(folded: str, kinds: str, *, place: bool, publisher: bool) -> str:
    """Return the flags of a word that stands in a list."""
    return (
        ("p" if place else "")
        + ("b" if publisher or "publisher" in kinds else "")
        + ("r" if kinds.startswith("editor") and len(folded) > 1 else "")
        + ("g" if kinds.startswith("page") else "")
        + ("v" if kinds.startswith(("volume", "issue")) else "")
    )


def _shape(text: str) -> str:
    """Return the outline of a word: "Aa", "AA", "a", "A", "AaA", a number's length, "漢".

    >>> [_shape(text) for text in ("Smith", "USA", "J", "von", "McGraw", "XII", "1990", "漢")]
    ['Aa', 'A3', 'A', 'a', 'AaA', 'R', '4', '漢']
    """
    if text.isdigit():
        return str(min(len(text), 7))
    if text.islower():
        return "a" if len(text) > 1 else "a1"
    if text.isupper():
        if len(text) > 1 and _ROMAN.fullmatch(text):
            return "R"
        return "A" if len(text) == 1 else "A2" if len(text) == 2 else "A3" if len(text) == 3 else "AA"
    if text[0].isupper():
        return "Aa" if text[1:].islower() else "AaA"
    if unicodedata.category(text[0]) == "Lo":
        return "漢" if len(text) == 1 else f"한{min(len(text), 4)}"
    return "aA"


@lru_cache(maxsize=20_000)
def _outline(gap: str) -> str:
    """Return a gap's outline: blanks as "_", quotes and dashes of all kinds as one, at most six signs.

    >>> _outline(". – "), _outline("”, "), _outline("")
    ('._-_', '",_', '')
    """
    plain = _TAGS.sub("", gap).translate(_GAP) if len(gap) < 200 else gap[:8]
    return _BLANKS.sub("_", plain.replace("``", '"').replace("''", '"'))[:6]


def features(raw: str, tokens: list[Token]) -> list[list[bytes | str]]:
    """Return the features of each token of a reference string."""
    if not tokens:
        return []
    words = [_word(token.text, token.is_link) for token in tokens]
    between = gaps(raw, tokens)
    outline = [_outline(gap) for gap in between]
    outline[0], outline[-1] = f"^{outline[0]}", f"{outline[-1]}$"
    quoted = _quoted(between, outline)
    sign_a, sign_b, inside, roles = _signature(words, outline, quoted)
    journals = _journals(words)
    chunks = _chunks(words, outline, sign_a, sign_b)
    pieces = _pieces(words, outline)
    count = len(words)
    rows: list[list[bytes | str]] = []
    depth = years = numbers = 0
    for i, word in enumerate(words):
        before, after = outline[i], outline[i + 1]
        if before != "_":
            depth = max(
                0, depth + before.count("(") + before.count("[") - before.count(")") - before.count("]")
            )
        shape = word.shape
        is_number = "n" in word.flags
        row: list[bytes | str] = [*word.own]
        if i:
            row += words[i - 1].before
        if i + 1 < count:
            row += words[i + 1].after
        if before == after == "_" and not is_number and i > 1 and "n" not in words[i - 1].flags:
            row.append("_" + chunks[i][0])
            if journals[i] != "-":
                row.append(f"j{journals[i]}")
            if inside != "0":
                row.append(f"i{'a' if i > int(inside) else 'b'}{shape}")
            rows.append(row)
            continue
        row += _around(before, shape, after)
        place = min(i, 3) if i < 6 else 4 + 4 * i // count
        if i:
            previous = words[i - 1]
            row += (f"<<{outline[i - 1]}|{before}|{shape}", f"-l{previous.lists}|{before}|{word.lists}")
            if i > 1:
                row.append(words[i - 2].before2)
        if i + 1 < count:
            following = words[i + 1]
            row += (
                f">>{after}|{outline[i + 2]}|{following.shape}",
                f"+l{word.lists}|{after}|{following.lists}",
            )
            if i + 2 < count:
                row.append(words[i + 2].after2)
        state = f"{quoted[i]}{'(' if depth else ''}"
        where = "" if inside == "0" else "a" if i > int(inside) else "b"
        role = "" if roles == "0" else "a" if i > int(roles) else "b"
        row += (
            f"p{place}{shape}<{before}",
            f"q{state}{where}{role}{shape}",
            f"y{min(years, 2)}{where}{shape}<{before}",
            f"j{journals[i]}{shape}<{before}",
            f"i{where}{role}{sign_a}|{before}",
            *chunks[i],
            *pieces[i],
        )
        if is_number:
            row.append(f"#{min(numbers, 3)}{min(years, 1)}{shape}{before}|{after}")
            row.append(f"#{min(numbers, 3)}{sign_b}{_rise(words, outline, i)}")
            numbers += 1
            years += shape[0] == "Y"
        rows.append(row)
    return rows


@lru_cache(maxsize=20_000)
def _around(before: str, shape: str, after: str) -> tuple[bytes, ...]:
    """Return the features of the gaps on both sides of a word of this shape."""
    return (f"<{before}{shape}".encode(), f">{after}{shape}".encode(), f"<>{before}|{shape}|{after}".encode())


@lru_cache(maxsize=20_000)
def _depth(gap: str) -> int:
    """Return how many brackets more a gap opens than it closes."""
    return gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]")


def _rise(words: Sequence[Word], outline: Sequence[str], i: int) -> str:
    """Return how a number stands to the next one: "r" a range that rises, "d" only a dash, "" neither."""
    if i + 1 < len(words) and outline[i + 1].strip("_") in ("-", "--"):
        one, two = words[i].folded, words[i + 1].folded
        if one.isdigit() and two.isdigit():
            return (
                "r"
                if len(two) < len(one) or (len(two) == len(one) and two > one)
                else "R"
                if len(two) > len(one)
                else "d"
            )
    return "2" if i and outline[i].strip("_") in ("-", "--") and "n" in words[i - 1].flags else ""


def _signature(
    words: Sequence[Word], outline: Sequence[str], quoted: Sequence[str]
) -> tuple[str, str, str, str]:
    """Return two short signs of what the whole reference is like, and where "In" and the first "(Eds.)" stand.

    The first sign: an "In", a role, place or publisher, quotes, links. The second: pages, numbers, when the year
    comes. Positions are strings, "0" for none.
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
    return sign_a, sign_b, str(inside), str(roles)


def _opens(outline: Sequence[str], words: Sequence[Word], i: int) -> bool:
    """True for the "In" that opens a container: "…. In: Smith", "…, in Proceedings", not "in" of a title."""
    before, after = outline[i], outline[i + 1]
    if ":" in after:
        return True
    if before in ("_", "") or i + 1 >= len(words):
        return False
    return (
        words[i].shape != "a"
        or before.endswith(('"_', '",_', ",_", ")_", "'_", "._"))
        and words[i + 1].shape[0] in "AL"
    )


def _journals(words: Sequence[Word]) -> list[str]:
    """Return for each word whether it begins or is inside a journal's name that the lists hold."""
    lexicon = load_lexicon()
    lengths = lexicon.journal_lengths
    found = ["-"] * len(words)
    folded = [word.folded for word in words]
    i = 0
    while i < len(words):
        length = lexicon.journal_at(folded, i) if folded[i] in lengths else 0
        if length:
            kind = str(min(length, 3))
            found[i] = f"B{kind}"
            found[i + 1 : i + length] = [f"I{kind}"] * (length - 1)
        i += max(length, 1)
    return found


def _chunks(words: Sequence[Word], outline: Sequence[str], sign_a: str, sign_b: str) -> list[tuple[str, ...]]:
    """Return for each word what its chunk is like: which, how long, what follows, how like a journal."""
    count = len(words)
    borders = [0]
    for i in range(1, count):
        gap = outline[i]
        if gap != "_" and _is_strong(gap) and not _is_abbreviation(words[i - 1], gap):
            borders.append(i)
    borders.append(count)
    total = len(borders) - 2
    rows: list[tuple[str, ...]] = []
    smell_before = "^"
    for number, (start, end) in enumerate(pairwise(borders)):
        size = end - start
        smell = max(-2, min(3, round(sum(word.container for word in words[start:end]) / size)))
        follows = words[end].shape[0] if end < count else "$"
        opening, closing = outline[start], outline[end]
        long = min(size, 9) // 2
        common = (
            f"h{smell}{long}",
            f"hn{min(number, 4)}{long}{sign_a}",
            f"he{min(total - number, 4)}{smell}{sign_b}",
            f"hf{follows}|{closing}|{smell}",
            f"hs{smell_before}{smell}{opening}",
            f"ho{opening}{words[start].shape[0]}{closing}{sign_b}",
        )
        rows += [(*common, f"hi{min(i - start, 2)}{min(end - 1 - i, 2)}{smell}") for i in range(start, end)]
        smell_before = str(smell)
    return rows


def _pieces(words: Sequence[Word], outline: Sequence[str]) -> list[tuple[str, ...]]:
    """Return for each word what its piece between commas (or stronger borders) is like, and its neighbours.

    A piece smells of a name or not, and holds a place, a publisher, a number, or none: "N3" is like a name,
    "p" a place.
    """
    count = len(words)
    borders = [0]
    for i in range(1, count):
        gap = outline[i]
        if gap != "_" and gap and ("," in gap or _is_strong(gap)) and len(words[i - 1].folded) > 1:
            borders.append(i)
    borders.append(count)
    kinds = ["^"]
    for start, end in pairwise(borders):
        size = end - start
        piece = words[start:end]
        smell = max(-2, min(2, round(sum(word.name for word in piece) / size)))
        flags = "".join(sign for sign in "ynpbr" if any(sign in word.flags for word in piece))
        kinds.append(f"{smell}{min(size, 5)}{flags}")
    kinds.append("$")
    rows: list[tuple[str, ...]] = []
    for number, (start, end) in enumerate(pairwise(borders)):
        before, kind, after = kinds[number : number + 3]
        common = (f"u{min(number, 4)}{kind}", f"u<{before}|{kind}", f"u>{kind}|{after}|{outline[start][-1:]}")
        rows += [common] * (end - start)
    return rows


@lru_cache(maxsize=20_000)
def _is_strong(gap: str) -> bool:
    """True for a gap that ends a chunk: full stop, quote, bracket, colon…, not a comma."""
    return _STRONG.search(gap) is not None


def _is_abbreviation(word: Word, gap: str) -> bool:
    """True for "J." and the "Phys." of "Phys. Rev.": a full stop that most likely ends no sentence."""
    if gap[0] != ".":
        return False
    return len(word.folded) == 1 or (gap in ("._", ".") and len(word.folded) < 7 and word.container > 0)


def _quoted(between: Sequence[str], outline: Sequence[str]) -> list[str]:
    """Return for each word whether it stands inside quotation marks ("i") or not ("o")."""
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
