"""What stands behind a container and is no part of it: publisher, volume, series; and the year that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refs.parse.fields.names import names_organisation
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of

Ending = tuple[int, list[str]]
"""Where an ending begins, and the labels of its tokens."""


def endings_of_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The IEEE of "open systems (ICOS). IEEE" is a publisher, the 75 of "J Asian Econ 75(C)" a volume."""
    if "I-container-title" not in labels:
        return labels
    last = len(labels) - labels[::-1].index("I-container-title")
    endings = _BEFORE_VOLUMES if labels[last : last + 1] == ["volume"] else _ENDINGS
    for ending in endings:
        if last < 3 or labels[last - 2][2:] != "container-title":
            return labels
        if found := ending(raw, tokens, labels, last):
            first, shown = found
            return [*labels[:first], *shown, *labels[first + len(shown) :]]
    return labels


def _volume_and_letter(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "75(C)" that ends a journal's name, as some data bases print volume and issue."""
    number, letter = tokens[last - 2], tokens[last - 1]
    if not number.text.isdecimal() or len(number.text) > 3 or len(letter.text) > 1 or "volume" in labels:
        return None
    return (last - 2, ["volume", "issue"]) if raw[number.end : letter.start] == "(" else None


def _days(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "Aug. 21-24" of "Computing, Aug. 21-24" is when they met, no pages."""
    word = tokens[last - 1]
    if labels[last : last + 2] != ["page", "page"] or "," not in raw[tokens[last - 2].end : word.start]:
        return None
    days = all(t.text.isdecimal() and int(t.text) < 32 for t in tokens[last : last + 2])
    kinds = load_lexicon().kinds(word_of(word.text, False).folded).split(",")
    return (last - 1, ["other"] * 3) if days and "month" in kinds else None


def _subseries(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "10299 LNCS" behind "Lecture Notes in Computer Science", the name once more and the volume."""
    number, word = tokens[last - 2].text, tokens[last - 1].text
    if not number.isdecimal() or word not in _SUBSERIES or "volume" in labels:
        return None
    return (
        (last - 2, ["volume", "other"]) if "," in raw[tokens[last - 3].end : tokens[last - 2].start] else None
    )


_SUBSERIES = frozenset("LNCS LNAI LNBI LNICST LNBIP LNEE CCIS AISC IFIP".split())


def _article(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The 379832 of "J Electr Comput Eng. Article ID 379832" is what stands for pages."""
    if not tokens[last - 1].text.isdecimal() or "page" in labels:
        return None
    first = last - 1
    while first > max(0, last - 4) and tokens[first - 1].text.lower() in _ARTICLE:
        first -= 1
    if first == last - 1 or tokens[first].text.lower() not in ("article", "art", "paper"):
        return None
    return first, [*["other"] * (last - 1 - first), "page"]


def _article_word(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "Article ID" of "J Electr Comput Eng. Article ID 379832" is no part of the name."""
    if labels[last : last + 1] != ["page"]:
        return None
    first = last
    while first > max(1, last - 3) and tokens[first - 1].text.lower() in _ARTICLE:
        first -= 1
    if first == last or tokens[first].text.lower() not in ("article", "art"):
        return None
    return (
        (first, ["other"] * (last - first))
        if "." in raw[tokens[first - 1].end : tokens[first].start]
        else None
    )


_ARTICLE = frozenset("article art paper id no number".split())


def _month(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The Jun of "Lancet Glob Health. Jun;8(6)"."""
    word = tokens[last - 1]
    if raw[word.end : word.end + 1] != ";" or not raw[tokens[last - 2].end : word.start].startswith("."):
        return None
    kinds = load_lexicon().kinds(word_of(word.text, False).folded).split(",")
    return (last - 1, ["date"]) if "month" in kinds else None


def _publisher(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The IEEE of "open systems (ICOS). IEEE" and the Walker Press of "(Walker Press, Leeds, 2009)".

    The ACM of "Commun. ACM, vol. 15" is not: a volume follows the name of a journal.
    """
    behind = next((label for label in labels[last:] if label != "other"), "")
    if "publisher" in labels or behind == "volume":
        return None
    first = last - 1
    while first > max(0, last - _LONGEST) and labels[first] == "I-container-title":
        gap = raw[tokens[first - 1].end : tokens[first].start]
        if gap == " (" and ")" not in raw[tokens[first].start : tokens[last - 1].end]:
            return (
                (first, ["publisher"] * (last - first))
                if _imprint(raw, tokens, labels, first, last)
                else None
            )
        if gap in (". ", "). ", "? "):
            before = word_of(tokens[first - 1].text, False)
            ends = gap == "). " or (len(before.folded) > 4 and not before.flags)
            known = all(
                "b" in word_of(t.text, False).flags or t.text in _PRINTERS for t in tokens[first:last]
            )
            return (first, ["publisher"] * (last - first)) if ends and known and last - first < 3 else None
        first -= 1
    return None


_PRINTERS = frozenset("IEEE ACM USENIX AAAI".split())
_LONGEST = 8
"""So many words at most has the name of a publisher."""


def _imprint(raw: str, tokens: Sequence[Token], labels: Sequence[str], first: int, last: int) -> bool:
    """True for the "Walker Press" of "(Walker Press, Leeds, 2009)": a place and a year follow."""
    end = run_end(labels, last, "location")
    if end == last or labels[end : end + 1] != ["date"]:
        return False
    prints = any("b" in word_of(token.text, False).flags for token in tokens[first:last])
    return prints or names_organisation(raw[tokens[first].start : tokens[last - 1].end])


def _year(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The 2019 of "(2019). … Conference on Control, CSCS 2019, 131" is part of the meeting's name."""
    if labels[last : last + 1] not in (["date"], ["volume"]) or labels[last + 1 : last + 2] == ["date"]:
        return None
    year, before = tokens[last].text, tokens[last - 1]
    if len(year) != 4 or not year.isdecimal() or raw[before.end : tokens[last].start] != " ":
        return None
    first = last - 1
    while first and labels[first] == "I-container-title":
        first -= 1
    if "date" not in labels[:first]:
        return None
    if labels[last] == "volume" and (
        tokens[labels.index("date")].text != year or raw[tokens[last].end :][:1] != ","
    ):
        return None
    named = before.text.isupper() and len(before.text) > 2
    named = named or "conference" in load_lexicon().kinds(word_of(before.text, False).folded).split(",")
    return (last, ["I-container-title"]) if named else None


def _bracket(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The ICST of "technology (ICST). IEEE", taken for the begin of the publisher, is part of the name."""
    if labels[last : last + 1] != ["publisher"] or raw[tokens[last - 1].end : tokens[last].start] != " (":
        return None
    if "month" in load_lexicon().kinds(word_of(tokens[last].text, False).folded):
        return None
    end = last + 1
    while end < len(labels) and labels[end] == "publisher":
        if ")" in raw[tokens[end - 1].end : tokens[end].start]:
            return last, ["I-container-title"] * (end - last)
        end += 1
    return None


def _first_year(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The 1976 of "Spine (Phila Pa 1976) 2004, 29" is when the journal began, part of its name."""
    if labels[last : last + 2] != ["date", "date"] or raw[tokens[last].end : tokens[last].end + 1] != ")":
        return None
    start = last - 1
    while start and labels[start] == "I-container-title":
        start -= 1
    name = raw[tokens[start].start : tokens[last].start]
    years = [t.text for t in tokens[last : last + 2]]
    opened = name.count("(") == name.count(")") + 1
    dated = opened and all(year.isdecimal() and len(year) == 4 for year in years) and years[0] < years[1]
    return (last, ["I-container-title"]) if dated else None


def _own_year(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The 2005 of "Acta 2005, 1744:76" is the year, where no other is."""
    year = tokens[last - 1].text
    if "date" in labels or len(year) != 4 or not year.isdecimal() or not "1700" < year < "2050":
        return None
    gaps = raw[tokens[last - 2].end : tokens[last - 1].start], raw[tokens[last - 1].end : tokens[last].start]
    return (last - 1, ["date"]) if gaps[0] == " " and gaps[1] in (", ", ";", "; ") else None


def _numbered(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "n°1, Barcelone, Museu" of "dans Cypsela, n°1, Barcelone, Museu", and a "Hors série n°16"."""
    first = last - 1
    while first > 2 and labels[first] == "I-container-title":
        gap = raw[tokens[first - 1].end : tokens[first].start]
        if gap == ", " and (found := _number_behind(raw, tokens, first, last)):
            number = "issue" if "issue" not in labels else "other"
            shown = [*["other"] * (found - first), number]
            rest = found + 1
            while rest < last and "p" in word_of(tokens[rest].text, False).flags:
                rest += 1
            shown += ["location"] * (rest - found - 1)
            behind = "publisher" if rest > found + 1 and "publisher" not in labels else "other"
            return first, shown + [behind] * (last - rest)
        first -= 1
    return None


def _number_behind(raw: str, tokens: Sequence[Token], first: int, last: int) -> int:
    """Return which token is the number of "n° 1" or "Hors série n° 16" that begins at a token, or 0."""
    at = first
    if (
        at + 1 < last
        and tokens[at].text.lower() == "hors"
        and tokens[at + 1].text.lower() in ("série", "serie")
    ):
        at += 2
    if at + 1 < last and tokens[at].text == "n" and raw[tokens[at].end] in "°º":
        at += 1
    elif at == first:
        return 0
    return at if at < last and tokens[at].text.isdecimal() else 0


def _code(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The 20122071 of "Proceedings of the Royal Society B, 20122071" is what stands for pages."""
    number = tokens[last - 1]
    if not number.text.isdecimal() or len(number.text) < _ARTICLE_DIGITS:
        return None
    if raw[tokens[last - 2].end : number.start] != ", ":
        return None
    return last - 1, ["other" if "page" in labels else "page"]


_ARTICLE_DIGITS = 6
"""So many digits has a number that can be no year, volume or number of a conference."""
_BEFORE_VOLUMES = (_month, _own_year, _year)
_ENDINGS: tuple[Callable[[str, Sequence[Token], Sequence[str], int], Ending | None], ...] = (
    _volume_and_letter,
    _subseries,
    _article,
    _article_word,
    _code,
    _numbered,
    _month,
    _days,
    _bracket,
    _first_year,
    _publisher,
    _year,
)
