"""Repairs of what "In" opens: the container, and before it those who edited it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of

_IN = frozenset({"in", "dans"})


def containers_after_in(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What "In" opens is a container, no publisher or second title: "In: ders. et al.: Schriften, Bonn"."""
    if "B-container-title" in labels or "B-title" not in labels:
        return labels
    title = labels.index("B-title")
    opening = next(
        (i for i in range(title + 1, len(labels)) if labels[i] == "other" and tokens[i].text.lower() in _IN),
        0,
    )
    if not opening:
        return labels
    first = opening + 1
    while first < len(labels) and labels[first] in ("other", "editor"):
        first += 1
    label = labels[first] if first < len(labels) else ""
    if label not in ("publisher", "B-title") or (label == "publisher" and first == opening + 1):
        return labels
    last = run_end(labels, first + 1, "publisher" if label == "publisher" else "I-title")
    words = [word_of(token.text, False) for token in tokens[first:last]]
    if label == "publisher" and ("p" in words[0].flags or any("b" in word.flags for word in words)):
        return labels
    return [*labels[:first], "B-container-title", *["I-container-title"] * (last - first - 1), *labels[last:]]


def journals_after_in(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Gallia of "« Les maisons », dans Gallia, n° 12" is a container, though the tagger sees nothing."""
    title = labels.index("B-title")
    places = (i for i in range(title + 1, len(labels)) if labels[i] == "other")
    first = next((i + 1 for i in places if tokens[i].text.lower() in _IN), 0)
    last = first
    while (
        first and last < len(labels) and labels[last] == "other" and tokens[last].text.lower() not in _NUMBER
    ):
        last += 1
    if first == last or last == len(labels) or not tokens[first].text[0].isupper():
        return labels
    if labels[last] not in ("volume", "issue") and tokens[last].text.lower() not in _NUMBER:
        return labels
    if not all(token.text.isalpha() for token in tokens[first:last]):
        return labels
    return [*labels[:first], "B-container-title", *["I-container-title"] * (last - first - 1), *labels[last:]]


_NUMBER = frozenset("n no nr num vol t tome bd heft jg jahrgang h".split())
"""Words before the number of a volume or an issue."""


def owners_of_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The WHO of "In: WHO, Health Atlas" and of "In: WHO (2001): Atlas" is no part of the name.

    Nor are those whom "(Eds.)" parts from it: "In: R. Bell, A. Dorn (Eds.): Old Things".
    """
    if "B-container-title" not in labels:
        return labels
    first = labels.index("B-container-title")
    last = run_end(labels, first + 1, "I-container-title")
    start = _behind_role(raw, tokens, first, last)
    role = start > 0
    if not role and first and tokens[first - 1].text.lower() in _IN:
        start = _behind_owner(raw, tokens, first, last)
    if not first < start < last:
        return labels
    return [
        *labels[:first],
        *["editor"] * (start - first - role),
        *["other"] * role,
        "B-container-title",
        *["I-container-title"] * (last - start - 1),
        *labels[last:],
    ]


def containers_that_edit(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What stands before "(Eds.)" and a second container edited it: "in: Trust Group (Eds.), Old Things"."""
    if labels.count("B-container-title") != 2:
        return labels
    first = labels.index("B-container-title")
    last = run_end(labels, first + 1, "I-container-title")
    second = labels.index("B-container-title", last)
    if not 0 < second - last < 4 or not first or tokens[first - 1].text.lower() not in _IN:
        return labels
    if set(labels[last:second]) == {"date"}:  # "In: Trust Group Leeds (2000): Old Things"
        dated = raw[tokens[last - 1].end : tokens[last].start] == " (" and (
            raw[tokens[second - 1].end : tokens[second].start] == "): "
        )
        return [*labels[:first], *["editor"] * (last - first), *labels[last:]] if dated else labels
    role = second - 1
    gap = raw[tokens[role - 1].end : tokens[role].start]
    opened = gap in (" (", " [", ") (") or (gap == ". (" and len(tokens[role - 1].text) == 1)  # "e. V. (Hg.)"
    if labels[last:second] != ["other"] * (second - last) or not opened:
        return labels
    if "r" not in word_of(tokens[role].text, False).flags:
        return labels
    return [*labels[:first], *["editor"] * (role - first), *labels[role:]]


def _behind_role(raw: str, tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the name begins behind an "(Eds.)"; 0 if there is none."""
    if raw.find(" (", tokens[first].end, tokens[last - 1].start) < 0:
        return 0
    for i in range(first + 1, min(last - 1, first + _LONGEST)):
        if raw[tokens[i].start - 1] == "(" and ")" in raw[tokens[i].end : tokens[i + 1].start]:
            return i + 1 if "r" in word_of(tokens[i].text, False).flags else 0
    return 0


def _behind_owner(raw: str, tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where the name begins behind those it belongs to; 0 if there are none."""
    same = 0
    while first + same < last and tokens[same].text == tokens[first + same].text:
        same += 1
    end = first + same
    if 0 < same < last - first and {*",:."} & {*raw[tokens[end - 1].end : tokens[end].start]}:
        return end  # the authors again
    for i in range(first + 1, min(last, first + _LONGEST)):
        gap = raw[tokens[i - 1].end : tokens[i].start]
        if gap.strip() in ("", ".") and gap[-1:] == " " and len(tokens[i - 1].text) > 1:
            if gap[0] == ".":
                return 0
            continue
        text = raw[tokens[first].start : tokens[i - 1].end]
        if ":" in gap:
            return i if _is_owner(tokens[first:i], text + gap) else 0
    return 0


_LONGEST = 14
_BODY = 9
"""So many words less one has a body's name at most."""
_BODIES = pattern(
    r"\b(?:\w{0,20}(?:[Ii]nstitut|[Ss]tiftung|[Mm]inisterium|[Zz]entrum|[Bb]undesamt|[Vv]erband)|Institute|"
    r"Foundation|Ministry|Department|Kommission|Commission|Council|Bank|Universit(?:y|ät|é)|Organi[sz]ation)\b"
)
_PERSON = pattern(r"[^\W\d_][\w'’-]+,\s(?:[^\W\d_][\w'’-]*\.?[\s-]?){1,3}\s?:\s?")  # "Walker, Joachim:"


def _is_owner(tokens: Sequence[Token], text: str) -> bool:
    """True for who may own a book: a body, or one person."""
    year = tokens[-1].text
    if len(year) == 4 and year.isdecimal() and ")" in text[-4:] and len(tokens) > 1:
        return True
    if "(" in text or "/" in text:
        return False
    if _BODIES.search(text):
        return len(tokens) < _BODY and not any({*"sr"} & {*word_of(t.text, False).flags} for t in tokens)
    codes = [load_lexicon().code(word_of(token.text, False).folded) for token in tokens]
    if _PERSON.fullmatch(text):
        return codes[0][2] < "2" or codes[1][1] > "1" or len(tokens[1].text) == 1
    family, title = codes[-1][0], codes[-1][2]
    if len(tokens) == 1:
        return family == "3" and title < "2"
    given = len(tokens) < 4 and "," not in text and codes[0][1] > "1" and codes[0][2] < "2"
    return given and (codes[-1] == "0000" or (family > "1" and family >= title))


def starts_of_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 2004 of "(Hg.), 2004, Old Things" is a year, the S of "40 S. (Schriften, 3)" no part of the series.

    And what stands before the bracket of a series belongs to the title: "Zur Rede (Studien, Bd. 53)".
    """
    if "I-container-title" not in labels or "B-container-title" not in labels:
        return labels
    first = labels.index("B-container-title")
    last = run_end(labels, first + 1, "I-container-title")
    if last - first < 2:
        return labels
    word = tokens[first].text
    gap = raw[tokens[first].end : tokens[first + 1].start]
    rest = ["B-container-title", *labels[first + 2 :]]
    if len(word) == 4 and word.isdecimal() and "1500" < word < "2050" and gap == ", ":
        return [*labels[:first], "date" if "date" not in labels else "other", *rest]
    if word in ("S", "p", "pp") and "(" in gap:
        return [*labels[:first], "other", *rest]
    titled = first and labels[first - 1] in ("B-title", "I-title")
    if not titled or labels[last : last + 1] not in (["volume"], ["other"]):
        return labels
    if ")" in raw[tokens[first].start : tokens[last].start] or ")" not in raw[tokens[last].end :]:
        return labels
    for i in range(first + 2, last - 1):
        if raw[tokens[i - 1].end : tokens[i].start] == " (":
            inside = ["B-container-title", *["I-container-title"] * (last - i - 1)]
            return [*labels[:first], *["I-title"] * (i - first), *inside, *labels[last:]]
    return labels


def ends_of_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "(im Druck)" behind a journal is no part of its name, the 9 of "ZKM report 9" is a volume."""
    if "I-container-title" not in labels:
        return labels
    last = len(labels) - labels[::-1].index("I-container-title")
    first = last
    while (
        first > 2 and labels[first - 1] == "I-container-title" and tokens[first - 1].text.lower() in _PRINTING
    ):
        first -= 1
    text = raw[tokens[first - 1].end : tokens[last - 1].end]
    if first < last and labels[first - 1][2:] == "container-title" and _STATE.fullmatch(text):
        return [*labels[:first], *["other"] * (last - first), *labels[last:]]
    if "volume" not in labels and _is_volume(raw, tokens, labels, last - 1):
        return [*labels[: last - 1], "volume", *labels[last:]]
    return labels


def _is_volume(raw: str, tokens: Sequence[Token], labels: Sequence[str], i: int) -> bool:
    """True for the number that ends a container's name and is a volume most likely."""
    number, before = tokens[i].text, word_of(tokens[i - 1].text, False)
    gap = raw[tokens[i - 1].end : tokens[i].start]
    if not number.isdecimal() or len(number) > 3 or before.folded in _PARTS:
        return False
    if gap == "":
        return len(before.folded) == 1 and before.shape == "A"  # "Phys. Rev. C93"
    if gap != " " or before.shape in ("A2", "A3", "AA"):
        return False
    numbered = not {"issue", "page"}.isdisjoint(labels[i + 1 : i + 4])
    return numbered or ("s" in before.flags and "issue" not in labels)


_PARTS = frozenset(
    "teil part chapter chap kapitel kap chapitre capitulo section trip building level version phase agenda "
    "horizon web und and".split()
)
"""Words before a number that is part of a name or leads to a part of a book."""


_PRINTING = frozenset("im in druck press erscheinen i e o j forthcoming submitted accepted".split())
_STATE = pattern(
    r"[ ,.]{0,2}[(\[]?(?:im Druck|im Erscheinen|in press|i\. ?E|forthcoming|submitted|accepted|o\. ?J)", re.I
)


_NUMBER_WORDS = frozenset("nr no nos vol vols heft h bd band jg nummer number numéro".split())


def dates_in_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Aug. 21-24" and the "Januar 2012" behind a container are dates."""
    if "I-container-title" not in labels:
        return labels
    last = len(labels) - labels[::-1].index("I-container-title")
    first = last - 1
    while (
        first > max(0, last - 4) and labels[first] == "I-container-title" and tokens[first].text.isdecimal()
    ):
        first -= 1
    if not first or first == last - 1 or labels[first] != "I-container-title":
        return labels
    month = "month" in load_lexicon().kinds(word_of(tokens[first].text, False).folded)
    day = tokens[first - 1].text
    if month and day.isdecimal() and len(day) < 3 and labels[first - 1] == "I-container-title":
        first -= 1
    if not month or not raw[tokens[first - 1].end : tokens[first].start].startswith((",", ".", " (")):
        return labels
    year = len(tokens[last - 1].text) == 4 and "date" not in labels
    return [*labels[:first], *["date" if year else "other"] * (last - first), *labels[last:]]
