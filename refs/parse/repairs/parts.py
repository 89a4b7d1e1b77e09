"""What the parts of a reference cannot be, whatever the tagger says.

A publisher has no number, a title no "In:".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refs.model.patterns import pattern
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import Word, word_of


def settle_parts(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Return the labels with the parts settled that cannot be what they were taken for."""
    if "publisher" in labels:
        labels = _places_of_publishers(raw, tokens, _numbered_publishers(raw, tokens, labels))
    if "author" in labels:
        labels = _titles_after_authors(raw, tokens, labels)
    if "I-title" in labels and (":" in raw or "In" in raw or ", “" in raw or ", in " in raw):
        labels = _containers_in_titles(raw, tokens, labels)
    if "location" in labels:
        labels = _titles_before_places(raw, tokens, labels)
    if "I-container-title" in labels and "volume" in labels:
        labels = _codes_of_reports(raw, tokens, labels)
    if "genre" in labels and "issue" not in labels:
        labels = [
            "issue" if label == "genre" and tokens[i].text.isdecimal() else label
            for i, label in enumerate(labels)
        ]
    if "B-title" not in labels and labels.count("B-container-title") == 2 and "date" in labels:
        labels = _titles_before_dates(labels)
    if "(re" in raw or "(ri" in raw or "(Nachdr" in raw:
        labels = _reprints(raw, tokens, labels)
    if "note" in labels and "rXiv" in raw:
        labels = _identified_notes(raw, tokens, labels)
    return labels


def _numbered_publishers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "GIGA Working Papers 57" in brackets is a series with its number, not a publisher."""
    made = labels
    for first, last in list(_runs(labels, "publisher")):
        linked = first and (
            labels[first - 1] == "link" or "doi" in raw[: tokens[first].start][-_DOI:].lower()
        )
        if linked and any(token.text.isdecimal() for token in tokens[first:last]):
            made = [*made[:first], *["other"] * (last - first), *made[last:]]  # "doi:10.1007/ BF02294825"
            continue
        number = next((i for i in range(first + 1, last) if tokens[i].text.isdecimal()), None)
        if number is None or (number == first + 1 and len(tokens[first].text) < 3):
            continue
        made = list(made)
        start = _piece_start(raw, tokens, first, number)
        end = number
        while end > start and "v" in word_of(tokens[end - 1].text, False).flags:
            end -= 1
        if end == start > first:  # "Soziale Welt, Sonderheft 12"
            start = _piece_start(raw, tokens, first, start - 1)
        words = [word_of(token.text, token.is_link) for token in tokens[start:end]]
        if end < number and {*"bo"} & {*"".join(word.flags for word in words)}:
            start, words = end, []  # "Suhrkamp, Bd. 3"
        made[start:last] = ["other"] * (last - start)
        year = len(tokens[number].text) == 4 and tokens[number].text[:2] in ("18", "19", "20")
        if "B-container-title" in labels or not _names_series(words):
            continue
        made[start:end] = ["B-container-title", *["I-container-title"] * (end - start - 1)]
        if "volume" not in labels and not year:
            made[number] = "volume"
    return made


_DOI = 24
"""So many signs at most has the begin of a DOI that a blank cut off."""


def _places_of_publishers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The New York of "Wiley: New York" and of "New York: Wiley" is a place."""
    if "location" in labels:
        return labels
    for first, last in _runs(labels, "publisher"):
        colon = first + 1
        while colon < last and raw[tokens[colon - 1].end : tokens[colon].start].strip() != ":":
            colon += 1
        if colon >= last:
            continue
        flags = [word_of(token.text, token.is_link).flags for token in tokens[first:last]]
        before, after = "".join(flags[: colon - first]), "".join(flags[colon - first :])
        if "p" in after and "b" not in after and "b" in before:
            return [*labels[:colon], *["location"] * (last - colon), *labels[last:]]
        if "p" in before and "b" not in before:
            return [*labels[:first], *["location"] * (colon - first), *labels[colon:]]
    return labels


def _titles_after_authors(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Raumsoziologie of "M. Löw, Raumsoziologie. Zur Moderne" is no author: authors have initials."""
    first, last = next(_runs(labels, "author"))
    alone = (
        last - first > 2
        and labels[last : last + 1] == ["B-title"]
        and "." in raw[tokens[last - 1].end : tokens[last].start]
        and raw[tokens[last - 2].end : tokens[last - 1].start].strip() == ","
        and len(tokens[last - 1].text) > 7
    )
    if not alone or len(tokens[first].text) > 1 or len(tokens[last - 2].text) < 3:
        return labels
    return [*labels[: last - 1], "B-title", "I-title", *labels[last + 1 :]]


def _names_series(words: Sequence[Word]) -> bool:
    """True for words that may be the name of a series: more than one, or one that says so."""
    if not words or words[0].shape == "a" or (len(words) == 1 and "s" not in words[0].flags):
        return False
    lexicon = load_lexicon()
    return not any(lexicon.kinds(word.folded).startswith(("month", "access")) for word in words)


def _piece_start(raw: str, tokens: Sequence[Token], first: int, end: int) -> int:
    """Return where the piece begins that ends before a token: after the last comma, bracket or full stop."""
    start = end
    while start > first:
        gap = raw[tokens[start - 1].end : tokens[start].start]
        if any(sign in gap for sign in ",(;:[") or (". " in gap and len(tokens[start - 1].text) > 3):
            return start
        start -= 1
    return start


def _containers_in_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "In:" inside a title begins the container, which may run on in what follows the title."""
    for first, last in _runs(labels, "I-title"):
        goes_on = labels[last : last + 1] == ["B-container-title"]
        if "B-container-title" in labels and not goes_on:
            continue
        for i in range(first + 1, last - 1):
            token = tokens[i]
            if token.text not in ("In", "in"):
                continue
            glued = token.end == tokens[i + 1].start and "." in raw[tokens[i - 1].end : token.start]
            opens = raw[token.end : token.end + 1] == ":" or glued  # "temporal imaging.InSPIE LASE"
            if raw[tokens[i - 1].end : token.start] in (", ", ". ", ",” ", ".” "):
                opens = opens or tokens[i + 1].text.lower() in _PROCEEDINGS
            quoted = raw[token.end : tokens[i + 1].start] == ", “"  # "Quoted in, “Old Things”"
            if quoted or (opens and raw[tokens[i - 1].end : token.start].strip()):
                inside = ["other", "B-container-title", *["I-container-title"] * (last - i - 2)]
                rest = ["I-container-title", *labels[last + 1 :]] if goes_on else labels[last:]
                return [*labels[:i], *inside, *rest]
    return labels


_PROCEEDINGS = frozenset("proceedings proc".split())


def _titles_before_places(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Raumsoziologie of "(2001), Raumsoziologie, Frankfurt" is the title.

    And the last word of "… des 19. Jahrhunderts, Stuttgart" stays with the title.
    """
    for first, last in _runs(labels, "location"):
        comma = first + 1
        while comma < last and "," not in raw[tokens[comma - 1].end : tokens[comma].start]:
            comma += 1
        if not first or comma >= last:
            continue
        words = [word_of(token.text, token.is_link) for token in tokens[first : comma + 1]]
        if "p" not in words[-1].flags or any(word.flags or word.shape == "a1" for word in words[:-1]):
            continue
        before = labels[first - 1]
        if "B-title" not in labels and before in ("date", "author", "other"):
            return [*labels[:first], "B-title", *["I-title"] * (comma - first - 1), *labels[comma:]]
        glued = not raw[tokens[first - 1].end : tokens[first].start].strip()
        if glued and before in ("B-title", "I-title", "I-container-title"):
            return [*labels[:first], *[f"I-{before[2:]}"] * (comma - first), *labels[comma:]]
    return labels


def _codes_of_reports(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The 9526 of "Technical Report CS-R9526" is part of the report's code, not a volume."""
    i = labels.index("volume")
    last = run_end(labels, i, "volume")
    first = i if last > i + 1 and tokens[i].text.isalpha() else max(0, i - 2)  # "CS" a volume or not
    code = raw[tokens[first].start : tokens[last - 1].end]
    if first and labels[first - 1][2:] == "container-title" and _CODE.fullmatch(code):
        return [*labels[:i], *["I-container-title"] * (last - i), *labels[last:]]
    return labels


_CODE = pattern(r"[A-Z]{1,5}-[A-Z]{1,2}\d{1,6}")


def _titles_before_dates(labels: list[str]) -> list[str]:
    """The first of "On Trust and Minds 2003 J. of Minds 38" is a title: no work stands in two others."""
    first = labels.index("B-container-title")
    end = run_end(labels, first + 1, "I-container-title")
    if end - first < _TITLE or labels[end : end + 2] != ["date", "B-container-title"]:
        return labels
    return [*labels[:first], "B-title", *["I-title"] * (end - first - 1), *labels[end:]]


_TITLE = 4
"""So many words at least has a title that stands without quotes."""


def _reprints(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "(repr. Oxford 2002)" behind a year is a note: the work is of the year before."""
    match = _REPRINT.search(raw)
    if match is None or "date" not in labels:
        return labels
    inside = [i for i, token in enumerate(tokens) if match.start() < token.start < match.end()]
    if not inside or labels.index("date") >= inside[0]:
        return labels
    return [*labels[: inside[0]], *["note"] * len(inside), *labels[inside[-1] + 1 :]]


_REPRINT = pattern(r"\((?:repr(?:int(?:ed)?)?|rist|réimpr|Nachdr(?:uck)?)\b\.?[^()]{2,40}\)")


def _identified_notes(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The note of "(2012) 1 [arXiv:1207.7214 [hep-ex]]" holds a page and an identifier."""
    made = list(labels)
    for first, last in _runs(labels, "note"):
        if tokens[first].text.isdecimal() and "page" not in made and labels[first - 1 : first] == ["date"]:
            made[first] = "page"
        for i in range(first, last):
            if tokens[i].text == "arXiv":  # three tokens: "arXiv", "1207", "7214"
                made[i : i + 3] = ["identifier" if label == "note" else label for label in made[i : i + 3]]
    return made


def _runs(labels: Sequence[str], label: str) -> Iterator[tuple[int, int]]:
    """Yield where each run of a label begins and ends."""
    first = None
    for i, found in enumerate(labels):
        if found == label and first is None:
            first = i
        elif found != label and first is not None:
            yield first, i
            first = None
    if first is not None:
        yield first, len(labels)
