"""What the parts of a reference cannot be, whatever the tagger says.

A publisher has no number, a title no "In:".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refs.parse.lexicon import load_lexicon
from refs.parse.tokens import Token
from refs.parse.words import Word, word_of


def settle_parts(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Return the labels with the parts settled that cannot be what they were taken for."""
    if "publisher" in labels:
        labels = _numbered_publishers(raw, tokens, labels)
    if "I-title" in labels and ":" in raw:
        labels = _containers_in_titles(raw, tokens, labels)
    return labels


def _numbered_publishers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "GIGA Working Papers 57" in brackets is a series with its number, not a publisher."""
    made = labels
    for first, last in list(_runs(labels, "publisher")):
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
            colon = token.text in ("In", "in") and raw[token.end : token.end + 1] == ":"
            if colon and raw[tokens[i - 1].end : token.start].strip():
                inside = ["other", "B-container-title", *["I-container-title"] * (last - i - 2)]
                rest = ["I-container-title", *labels[last + 1 :]] if goes_on else labels[last:]
                return [*labels[:i], *inside, *rest]
    return labels


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
