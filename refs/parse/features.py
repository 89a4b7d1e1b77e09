"""What the tagger sees of each token: the word, its lists, the gaps around it, and where it stands.

A feature is a short byte string, as python-crfsuite takes it. What depends on a word alone is worked out once a
word and kept (``_word``); the rest is one pass over the tokens. Nothing looks further than two tokens but
for the chunk a token stands in (a chunk is what lies between full stops, quotes, brackets, colons…).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from refs.model.folding import fold
from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token, gaps

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad~", "-")
_DOUBLE = dict.fromkeys("“”„«»‟〝〞＂《》「」『』", '"')
_SINGLE = dict.fromkeys("‘’‚‛`´ʻʼ", "'")
_OTHER = {
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
_GAP = str.maketrans(_DASHES | _DOUBLE | _SINGLE | _OTHER)
_BLANKS = re.compile(r"\s+")
_TAGS = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,12}>")
_YEAR = re.compile(r"1[4-9]\d\d|20[0-4]\d")
_OPENING = re.compile(r"(?:^|[\s(\[])[\"']+$")


@dataclass(frozen=True, slots=True)
class Word:
    """What a word shows wherever it stands."""

    folded: str
    shape: str
    lists: str
    """Its classes in one short string; words of one kind share it."""
    own: tuple[bytes, ...]
    """Its features as the token itself."""
    before: tuple[bytes, ...]
    """Its features for the token after it."""
    after: tuple[bytes, ...]
    """Its features for the token before it."""
    before2: tuple[bytes, ...]
    after2: tuple[bytes, ...]
    container: int
    """-1 … 2: how much it smells of a journal or proceedings."""


@lru_cache(maxsize=100_000)
def _word(text: str, is_link: bool) -> Word:
    folded = "http" if is_link else (fold(text) or text)
    shape = "L" if is_link else _shape(text)
    lexicon = load_lexicon()
    code = lexicon.codes.get(folded, "0000")
    keywords = lexicon.keywords.get(folded, "")
    extra = ("P" if folded in lexicon.publishers else "") + ("L" if folded in lexicon.places else "")
    if is_link:
        extra += "doi" if "10." in text[:40] and "/" in text else "url"
    lists = f"{code}{keywords}{extra}"
    form = "0" * len(folded) if folded.isdigit() else folded[:20]
    if folded.isdigit() and _YEAR.fullmatch(folded):
        shape = "Y" + folded[:2] if int(folded) <= 2030 else "4"
    own = [f"w={form}", f"s={shape}", f"l={lists}"]
    own += [f"c{i}={c}" for i, c in enumerate(code) if c != "0"]
    own += [f"k={keyword}" for keyword in keywords.split(",") if keyword]
    own += [f"x={extra}"] if extra else []
    if folded.isalpha() and len(folded) > 4:
        own += [f"e={folded[-3:]}", f"b={folded[:4]}"]
    near = [f"w={form}", f"s={shape}", f"l={lists}"]
    far = [f"s={shape}", f"l={lists}"]
    container = int(code[3]) - int(code[2]) if code != "0000" else 0
    if "journal" in keywords or "conference" in keywords:
        container = 2
    return Word(
        folded,
        shape,
        lists,
        tuple(_bytes(own)),
        tuple(_bytes(near, "-1")),
        tuple(_bytes(near, "+1")),
        tuple(_bytes(far, "-2")),
        tuple(_bytes(far, "+2")),
        container,
    )


def _bytes(features: list[str], place: str = "") -> list[bytes]:
    return [(place + feature).encode() for feature in features]


def _shape(text: str) -> str:
    """Return the outline of a word: "Aa", "AA", "a", "A", "AaA", "7" with its length, "漢".

    >>> [_shape(text) for text in ("Smith", "USA", "J", "von", "McGraw", "1990", "漢")]
    ['Aa', 'AA', 'A', 'a', 'AaA', '4', '漢']
    """
    if text.isdigit():
        return str(min(len(text), 7))
    if text.islower():
        return "a" if len(text) > 1 else "a1"
    if text.isupper():
        return "A" if len(text) == 1 else "A2" if len(text) == 2 else "AA"
    if text[0].isupper():
        return "Aa" if text[1:].islower() else "AaA"
    if unicodedata.category(text[0]) == "Lo":
        return "漢" if len(text) == 1 else f"한{min(len(text), 4)}"
    return "aA"


@lru_cache(maxsize=20_000)
def _gap(text: str, edge: str) -> str:
    """Return a gap's outline: blanks as "_", quotes and dashes of all kinds as one, at most six signs.

    >>> _gap(". – ", ""), _gap("”, ", ""), _gap("", "")
    ('._-_', '",_', '')
    """
    plain = _TAGS.sub("", text).translate(_GAP) if len(text) < 200 else text[:8]
    plain = _BLANKS.sub("_", plain.replace("``", '"').replace("''", '"'))
    return edge + plain[:6]


_STRONG = re.compile(r"[.?!:;\"()\[\]|/]|_-_|'_|_'")


def features(raw: str, tokens: list[Token]) -> list[list[bytes]]:
    """Return the features of each token of a reference string."""
    if not tokens:
        return []
    words = [_word(token.text, token.is_link) for token in tokens]
    between = gaps(raw, tokens)
    last = len(tokens)
    outline = [_gap(gap, "^" if i == 0 else "$" if i == last else "") for i, gap in enumerate(between)]
    journals = _journals(words)
    chunks = _chunks(words, outline)
    quoted = _quoted(between, outline)
    rows: list[list[bytes]] = []
    depth = years = 0
    has_quotes = "q" if any('"' in gap for gap in outline) else "n"
    size = "s" if last < 12 else "m" if last < 45 else "l"
    for i, word in enumerate(words):
        before, after = outline[i], outline[i + 1]
        depth = max(0, depth + before.count("(") + before.count("[") - before.count(")") - before.count("]"))
        place = min(i, 4) if i < 8 else 5 + min(4, 4 * i // last)
        to_end = min(last - 1 - i, 5)
        shape = word.shape
        row = [
            *word.own,
            f"<{before}".encode(),
            f">{after}".encode(),
            f"<>{before}|{shape}|{after}".encode(),
            f"ws>{word.folded[:12]}|{after}".encode() if not word.folded.isdigit() else b"d",
            f"p{place}".encode(),
            f"n{to_end}".encode(),
            f"ps{place}{shape}".encode(),
            f"ns{to_end}{shape}".encode(),
            f"q{quoted[i]}{depth and 1}{has_quotes}".encode(),
            f"qs{quoted[i]}{depth and 1}{shape}".encode(),
            f"y{min(years, 2)}".encode(),
            f"ys{min(years, 2)}{shape}<{before}".encode(),
            f"j{journals[i]}".encode(),
            f"js{journals[i]}{shape}<{before}".encode(),
            f"z{size}{has_quotes}{place}".encode(),
            *chunks[i],
        ]
        if i:
            previous = words[i - 1]
            row += previous.before
            row.append(f"<<{outline[i - 1]}|{before}".encode())
            row.append(f"-s{previous.shape}|{before}|{shape}".encode())
            row.append(f"-l{previous.lists}|{word.lists}".encode())
            if i > 1:
                row += words[i - 2].before2
        if i + 1 < last:
            following = words[i + 1]
            row += following.after
            row.append(f">>{after}|{outline[i + 2]}".encode())
            row.append(f"+s{shape}|{after}|{following.shape}".encode())
            row.append(f"+l{word.lists}|{following.lists}".encode())
            if i + 2 < last:
                row += words[i + 2].after2
        if shape[0] == "Y":
            years += 1
        rows.append(row)
    return rows


def _journals(words: list[Word]) -> list[str]:
    """Return for each word whether it begins or is inside a journal's name that the lists hold."""
    lexicon = load_lexicon()
    folded = [word.folded for word in words]
    found = ["-"] * len(words)
    i = 0
    while i < len(words):
        length = lexicon.journal_at(folded, i)
        if length:
            kind = str(min(length, 3))
            found[i] = f"B{kind}"
            found[i + 1 : i + length] = [f"I{kind}"] * (length - 1)
        i += max(length, 1)
    return found


def _chunks(words: list[Word], outline: list[str]) -> list[list[bytes]]:
    """Return for each word what its chunk is like: which, how long, what follows, how like a journal."""
    ends = [0]
    ends += [
        i
        for i in range(1, len(words))
        if _STRONG.search(outline[i]) and not _is_initial(words[i - 1], outline[i])
    ]
    ends.append(len(words))
    rows: list[list[bytes]] = []
    for number, (start, end) in enumerate(zip(ends, ends[1:], strict=False)):
        size = end - start
        score = sum(word.container for word in words[start:end])
        smell = max(-2, min(2, round(2 * score / size)))
        follows = words[end].shape if end < len(words) else "$"
        opening = outline[start][-1:] if start else "^"
        row = [
            f"hn{min(number, 5)}|{min(size, 9) // 2}".encode(),
            f"hc{smell}|{min(size, 9) // 2}".encode(),
            f"hf{follows[0]}|{outline[end]}".encode(),
            f"ho{opening}{words[start].shape}|{outline[end][:2]}".encode(),
            f"hx{smell}{min(number, 3)}{follows[0]}".encode(),
        ]
        rows += [[*row, f"hi{min(i - start, 2)}{min(end - 1 - i, 2)}".encode()] for i in range(start, end)]
    return rows


def _is_initial(word: Word, after: str) -> bool:
    """True for "J." and for "Phys. Rev": a full stop that most likely ends no sentence."""
    return after[:1] == "." and (
        len(word.folded) == 1 or (after == "._" and len(word.folded) < 6 and word.container > 0)
    )


def _quoted(between: list[str], outline: list[str]) -> list[str]:
    """Return for each word whether it stands inside quotation marks ("i") or not ("o")."""
    states: list[str] = []
    inside = False
    for gap, shape in zip(between, outline, strict=True):
        if '"' in shape:
            count = shape.count('"')
            if "“" in gap or "„" in gap or "«" in gap:
                inside = True
                if gap.rstrip().endswith(("”", "»")) and "„" not in gap:
                    inside = False
            elif "”" in gap or "»" in gap:
                inside = False
            elif count % 2:
                inside = not inside
        states.append("i" if inside else "o")
    return states
