"""What stands behind a title and is no part of it: its extent, state, year, place, publisher, series."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token
from refs.parse.words import word_of

Ending = tuple[int, list[str]]
"""Where an ending begins, and the labels of its tokens."""


def endings_of_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "121 S." behind a title is its extent, "Unpublished" its state, a lone ", 2002" its year."""
    if "I-title" not in labels:
        return labels
    last = len(labels) - labels[::-1].index("I-title")
    made = labels
    for ending in _ENDINGS:
        if last < 4 or labels[last - 3][2:] != "title":
            return made
        if found := ending(raw, tokens, made, last):
            first, shown = found
            made = [*made[:first], *shown, *made[last:]]
            last = first
    return made


def _lead(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The In of "On Trust In: Review"."""
    if (
        tokens[last - 1].text not in ("In", "in")
        or raw[tokens[last - 1].end : tokens[last - 1].end + 1] != ":"
    ):
        return None
    return last - 1, ["other"]


def _mark(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "[C]" behind a Chinese title, which says what kind of work it is."""
    if tokens[last - 1].text not in _MARKS or not _gap(raw, tokens, last - 1).endswith("["):
        return None
    return (last - 1, ["other"]) if raw[tokens[last - 1].end :][:1] == "]" else None


_MARKS = frozenset("JMCDNRPS")


def _extent(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "121 S." and "2 Bde." behind a title."""
    number, word = tokens[last - 2].text, tokens[last - 1].text
    if not number.isdecimal() or not {*".,;("} & {*_gap(raw, tokens, last - 2)}:
        return None
    if _gap(raw, tokens, last - 1) != " " or not (
        (len(number) > 1 and word in _PAGES) or (len(number) < 3 and word in _VOLUMES)
    ):
        return None
    return last - 2, ["other", "other"]


_PAGES = frozenset("S p pp Seiten pages pag págs".split())
_VOLUMES = frozenset("Bände Bde Bd vols vol volumes tomes Teile Tle Teilbde Teilbände tom".split())


def _date(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The ", 2002" that is the only year, and a ". 13.06.2006"."""
    year, before = tokens[last - 1].text, tokens[last - 2].text
    if len(year) != 4 or not year.isdecimal() or not "1500" < year < "2050":
        return None
    label = "other" if "date" in labels else "date"
    day = tokens[last - 3].text
    gap = _gap(raw, tokens, last - 1)
    if day.isdecimal() and before.isdecimal() and len(day) < 3 and len(before) < 3 and gap.strip() == ".":
        opened = _gap(raw, tokens, last - 3) in (". ", ", ") or tokens[last - 4].text[0].isupper()
        return (last - 3, [label] * 3) if opened and last > 6 else None
    if label == "date" and gap == " " and labels[last : last + 1] == ["B-container-title"]:
        return last - 1, [label]  # "pattern classification 2001 Int. J. of Minds"
    if label == "other" or gap != ", " or "month" in load_lexicon().kinds(day.lower()):
        return None
    if last < len(tokens) and tokens[last].text.lower() in ("in", "dans"):
        return None
    return (last - 1, [label]) if raw[tokens[last - 1].end :][:1] in (".", ",", "") else None


def _number(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "No. 44.3" behind "On Trust?"."""
    first = last
    while first > last - 3 and tokens[first - 1].text.isdecimal():
        first -= 1
    if (
        first == last
        or tokens[first - 1].text.lower() not in _NUMBER_WORDS
        or labels[first - 2][2:] != "title"
    ):
        return None
    if not {*".,?!("} & {*_gap(raw, tokens, first - 1)}:
        return None
    label = "other" if "issue" in labels or "volume" in labels else "issue"
    return first - 1, ["other", *[label] * (last - first)]


_NUMBER_WORDS = frozenset("no nr heft".split())


def _state(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "Unpublished manuscript" behind a title."""
    first = last
    while first > 2 and labels[first - 1] == "I-title" and tokens[first - 1].text.lower() in _STATES:
        first -= 1
    if first == last or not {*".,;:(["} & {*_gap(raw, tokens, first)}:
        return None
    return first, ["genre"] * (last - first)


_STATES = frozenset(
    "unpublished unveröff unveröffentlicht unveröffentlichtes manuskript manuscript ms mimeo typescript "
    "zur veröffentlichung eingereichtes eingereicht forthcoming submitted".split()
)


def _series(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "(Old Things 4)" behind a title."""
    number = tokens[last - 1].text
    closed = raw[tokens[last - 1].end : tokens[last - 1].end + 1] == ")"
    if _gap(raw, tokens, last - 1) not in (" ", ", ", ". ") or (
        len(number) == 4 and number[:2] in ("19", "20")
    ):
        return None
    if not closed or not number.isdecimal() or not {"B-container-title", "volume"}.isdisjoint(labels):
        return None
    first = last - 1
    while first > last - _SERIES and labels[first] == "I-title" and "(" not in _gap(raw, tokens, first):
        first -= 1
    if labels[first] != "I-title" or not _gap(raw, tokens, first).endswith(" (") or last - first < 3:
        return None
    words = [word_of(token.text, False) for token in tokens[first : last - 1]]
    if any({*"vgn"} & {*word.flags} for word in words[:-1]) or not tokens[first].text[0].isupper():
        return None
    kinds = load_lexicon().kinds
    if any("month" in kinds(word.folded) or "edition" in kinds(word.folded) for word in words):
        return None
    word = words[-1].folded in ("bd", "band", "nr", "no", "vol", "heft")
    inside = ["I-container-title"] * (last - first - 2 - word)
    return first, ["B-container-title", *inside, *["other"] * word, "volume"]


def _open_series(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "(Old Things" behind a title whose "Bd. 4)" is known to be a volume."""
    if "B-container-title" in labels or "volume" not in labels[last : last + 2]:
        return None
    first = last - 1
    while first > last - _SERIES and labels[first] == "I-title" and "(" not in _gap(raw, tokens, first):
        first -= 1
    opened = labels[first] == "I-title" and _gap(raw, tokens, first).endswith(" (")
    if not opened or ")" in raw[tokens[first].start : tokens[last].start] or last - first < 2:
        return None
    return first, ["B-container-title", *["I-container-title"] * (last - first - 1)]


_SERIES = 12
"""So many words at most has the name of a series."""


def _place(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The Bonn of "On Trust. Bonn.", where nothing else says where it was printed."""
    if not _PRINTED.isdisjoint(labels):
        return None
    first = last
    while first > last - 4 and "p" in word_of(tokens[first - 1].text, False).flags:
        first -= 1
        if {*".,"} & {*_gap(raw, tokens, first)}:
            break
    if first == last or labels[first - 1][2:] != "title" or labels[first - 2][2:] != "title":
        return None
    gap = _gap(raw, tokens, first)
    ends = raw[tokens[last - 1].end :][:2] in ("", ".", ". ", " (")
    if gap not in (". ", "? ", "! ") and not (gap == ", " and ends):
        return None
    return first, ["location"] * (last - first)


_PRINTED = frozenset("location publisher B-container-title volume page issue".split())


def _publisher(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The BMWA of "On Trust. BMWA. Wien" and the "edition sigma" of "On Trust, edition sigma, Bonn"."""
    if "publisher" in labels or labels[last : last + 1] != ["location"]:
        return None
    word = tokens[last - 1].text
    gap = _gap(raw, tokens, last - 1)
    if word.isupper() and 2 < len(word) < 7 and gap in (". ", "? ", "“. ", ".“ ", "”. ", ".” "):
        return last - 1, ["publisher"]
    first = last - 1
    while first > last - 4 and not {*".,"} & {*_gap(raw, tokens, first)}:
        first -= 1
    kinds = load_lexicon().kinds
    words = [word_of(token.text, False).folded for token in tokens[first:last]]
    if _gap(raw, tokens, first) not in (", ", ". ") or labels[first - 1][2:] != "title":
        return None
    if not any("publisher" in kinds(word) for word in words) or not _SMALL.isdisjoint(words):
        return None
    return first, ["publisher"] * (last - first)


_SMALL = frozenset("of the der die das des in on und and et de la le".split())


def _gap(raw: str, tokens: Sequence[Token], i: int) -> str:
    """Return what stands before a token."""
    return raw[tokens[i - 1].end : tokens[i].start]


def _thesis(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "2007 Ph.D. Thesis Graduate School of Media" behind a title is its year, kind and publisher."""
    if "hesis" not in raw and "issertation" not in raw and "THESIS" not in raw:
        return None
    for i in range(last - 2, max(3, last - _LONGEST_SCHOOL), -1):
        count = _words_of_thesis([token.text.lower() for token in tokens[i : min(i + 3, last)]])
        if not count:
            continue
        if labels[i - 3][2:] != "title":
            return None
        dated = "date" not in labels and tokens[i - 1].text.isdecimal() and len(tokens[i - 1].text) == 4
        school = (
            "publisher" if labels[last : last + 1] == ["publisher"] or "publisher" not in labels else "other"
        )
        shown = [*["date"] * dated, *["genre"] * count, *[school] * (last - i - count)]
        return i - dated, shown
    return None


def _words_of_thesis(words: Sequence[str]) -> int:
    """Return how many of these words say "Ph.D. thesis"; 0 where they do not begin so.

    >>> _words_of_thesis(["phd", "thesis", "leeds"]), _words_of_thesis(["ph", "d", "dissertation"])
    (2, 3)
    """
    before = 1 if words[0] == "phd" else 2 if words[:2] == ["ph", "d"] else 0
    return before + 1 if before and words[before : before + 1] in _THESES else 0


_THESES = (["thesis"], ["dissertation"])
_LONGEST_SCHOOL = 14


def _in_series(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "volume 82 of Old Things" behind a title, as BibTeX's plain style prints a series."""
    if ", volume " not in raw:
        return None
    if not {"B-container-title", "volume"}.isdisjoint(labels):
        return None
    for i in range(last - 4, max(1, last - _SERIES), -1):
        if tokens[i].text != "volume" or _gap(raw, tokens, i) != ", " or tokens[i + 2].text != "of":
            continue
        if not tokens[i + 1].text.isdecimal() or labels[i - 1][2:] != "title":
            return None
        return i, ["other", "volume", "other", "B-container-title", *["I-container-title"] * (last - i - 4)]
    return None


def _first_printed(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "Zuerst veröffentlicht" before "in: Die Zeit"."""
    word = tokens[last - 1].text
    if (
        word[-1:] not in "tnd"
        or f"{tokens[last - 2].text} {word}".lower() not in _FIRST_PRINTED
        or not {*".,;("} & {*_gap(raw, tokens, last - 2)}
    ):
        return None
    return last - 2, ["other", "other"]


_FIRST_PRINTED = frozenset(
    {"zuerst veröffentlicht", "zuerst erschienen", "first published", "originally published"}
)


def _report_number(raw: str, tokens: Sequence[Token], labels: Sequence[str], last: int) -> Ending | None:
    """The "ATLAS-TDR-19" of "Technical Design Report, ATLAS-TDR-19"."""
    if not tokens[last - 1].text.isdecimal() or _gap(raw, tokens, last - 1) != "-":
        return None
    first = last - 1
    while first > 1 and _gap(raw, tokens, first) == "-" and labels[first] == "I-title":
        first -= 1
    parts = [token.text for token in tokens[first:last]]
    if len(parts) < 3 or not parts[0].isupper() or not parts[1].isupper():
        return None
    return (first, ["identifier"] * len(parts)) if _gap(raw, tokens, first) == ", " else None


_ENDINGS: tuple[Callable[[str, Sequence[Token], Sequence[str], int], Ending | None], ...] = (
    _lead,
    _thesis,
    _in_series,
    _first_printed,
    _report_number,
    _mark,
    _extent,
    _date,
    _number,
    _state,
    _series,
    _open_series,
    _place,
    _publisher,
)


def years_that_end_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 2012 of "Cancer statistics, 2012. CA Cancer J Clin 2014; 62" is no date.

    Nor is that of "Jemal, A. Cancer statistics, 2012. CA Cancer J Clin 2014", where the title was taken for
    a name, and of "outbreaks, Kuwait, 2012. CA Cancer J Clin 2014".
    """
    if labels.count("date") < 2:
        return labels
    date = labels.index("date")
    year, behind = tokens[date].text, raw[tokens[date].end :][:2]
    if labels[date + 1 : date + 2] != ["B-container-title"] or len(year) != 4 or not year.isdecimal():
        return labels
    if (
        behind not in (". ", ".\n")
        or "date" not in labels[date + 2 :]
        or _gap(raw, tokens, date).strip() != ","
    ):
        return labels
    first = date - (labels[date - 1] == "location" and _gap(raw, tokens, date - 1).strip() == ",")
    if labels[first - 1] in ("B-title", "I-title"):
        return [*labels[:first], *["I-title"] * (date + 1 - first), *labels[date + 1 :]]
    if first < date or labels[date - 1] != "author" or "B-title" in labels:
        return labels
    while first > 2 and labels[first - 1] == "author" and len(tokens[first - 1].text) > 1:
        first -= 1
        if _gap(raw, tokens, first) != " ":
            break
    initial = tokens[first - 1].text.isupper() and len(tokens[first - 1].text) == 1
    if date - first < 2 or not initial or _gap(raw, tokens, first).strip() != ".":
        return labels
    return [*labels[:first], "B-title", *["I-title"] * (date - first), *labels[date + 1 :]]
