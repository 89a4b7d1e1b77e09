"""Names that the tagger missed, inside a title or a container."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.parse.fields.names import PARTICLES
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of

# "Bereni et alii, ", "Neff and Germer et al. "
_WITH_OTHERS = pattern(
    r"[^\W\d_a-z][\w’'-]{1,30}(?:,?\s(?:&\s|and\s|et\s|und\s)?[^\W\d_a-z][\w.’'-]{0,30}){0,4},?\set\sal(?:ii)?\b\.?[,:.]"
)
# "Volker Schönwiese: ", "Jane Haggis, ‘"
_GIVEN_FIRST = pattern(
    r"[^\W\d_a-z][\w-]{2,20}(?:\s[^\W\d_a-z]\.){0,2}\s[^\W\d_a-z][\w’'-]{2,30}(?::(?=\s)|,?(?=\s[“‘«„\"]))"
)
# "Vgl. auch Peter Novak: „", "See also Ann Bell, “"
_SEE_ALSO = pattern(
    r"[.;]\s(?:[Vv]gl\.|[Ss]iehe|[Ss]ee|[Cc]f\.|[Vv]oir|[Cc]fr\.)\s(?:(?:auch|also|aussi|anche)\s)?"
    r"(?P<name>(?:[^\W\d_a-z][\w.’'-]{0,20}\s){1,3}[^\W\d_a-z][\w’'-]{1,30})[:,]\s?[“„«\"]"
)
# Dashes stand for the authors of the entry above
_REPEATED = re.compile(r"[—–_-]{2}|—")


def names_inside_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Names that begin a title are authors where "et al." or, after a year, a colon or a quote ends them.

    "Bereni et alii, Introduction aux Gender Studies", "2005: Volker Schönwiese: The Painting",
    "2004 Jane Haggis ‘Thoughts on the politics'"; and where a note names another work before theirs:
    "Bell 1995 (s. Anm. 3). Vgl. auch Peter Novak: „Die Einfuhr von Holz“".
    """
    if "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    if set(labels[:first]) - {"other", "date"}:
        return labels
    start = tokens[first].start
    if match := _WITH_OTHERS.match(raw, start):
        return _named(tokens, labels, first, match.end())
    if match := _SEE_ALSO.search(raw, start):
        name = next(i for i, token in enumerate(tokens) if token.end > match.start("name"))
        if labels[name] == "I-title":
            made = [*labels[:first], *["other"] * (name - first), *labels[name:]]
            return _named(tokens, made, name, match.end("name"))
    dated = set(labels[:first]) == {"date"} and not _REPEATED.search(raw, 0, tokens[0].start)
    if dated and (match := _GIVEN_FIRST.match(raw, start)):
        words = match.group().split()
        codes = [load_lexicon().code(word_of(word.strip(":,"), False).folded) for word in words]
        if codes[0][1] > "1" and codes[-1][2] < "3" and all(code[3] < "3" for code in codes):
            return _named(tokens, labels, first, match.end())
    return labels


def initials_like_roles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The HG of "Boman HG (1995)" and the ED of "Hall ED: On trust" are initials, no "Hg." and "ed."."""
    if "ED" not in raw and "HG" not in raw:
        return labels
    made = list(labels)
    for i in range(1, len(labels)):
        if labels[i] == "other" and labels[i - 1] == "author" and tokens[i].text in ("ED", "HG"):
            before = tokens[i - 1]
            if before.text[1:2].islower() and raw[before.end : tokens[i].start].isspace():
                made[i] = "author"
    return made


def families_behind_initials(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Armas of "K. Lorig, F. J. Villa, J. Armas Community-based" is a name, not the title's begin."""
    first = labels.index("author")
    last = run_end(labels, first, "author")
    if last - first < _TWO_NAMES or last == len(labels) or labels[last][:2] != "B-":
        return labels
    start = last
    while start > first and _is_initial(tokens[start - 1].text) and _follows(raw, tokens, start):
        start -= 1
    border = raw[tokens[start - 1].end : tokens[start].start] if start < last else ""
    conjunction = tokens[start - 1].text in _AND
    before = start - 1 - conjunction
    if not (conjunction or border.strip(". ") in (",", "&", ", &")) or before - first < 1:
        return labels
    direct = _is_initial(tokens[first].text) and raw[tokens[first].end] in ". "
    direct = direct and ";" not in raw[tokens[first].start : tokens[last].start]
    if not direct or _is_initial(tokens[before].text):
        return labels
    end = last
    while (
        end < len(labels) - 1
        and tokens[end].text.lower() in PARTICLES
        and raw[tokens[end].end : tokens[end + 1].start] == " "
        and (tokens[end + 1].text[0].isupper() or tokens[end + 1].text in PARTICLES)
    ):
        end += 1
    while end < len(labels) - 1 and raw[tokens[end].end : tokens[end + 1].start].strip() in ("-", "‐"):
        end += 1
    end += 1
    if not tokens[last].text[0].isupper() or any(label[:1] not in "BI" for label in labels[last:end]):
        return labels
    made = [*labels[:last], *["author"] * (end - last), *labels[end:]]
    if made[end : end + 1] == [f"I-{labels[last][2:]}"]:
        made[end] = labels[last]
    return made


_TWO_NAMES = 3
"""Tokens that a name and the initials of another have at least, initials first."""
_AND = frozenset("and und et y e".split())


def _is_initial(text: str) -> bool:
    return len(text) == 1 and text.isupper()


def _follows(raw: str, tokens: Sequence[Token], i: int) -> bool:
    """True where nothing but a full stop, a blank or a hyphen parts an initial from what follows it."""
    return raw[tokens[i - 1].end : tokens[i].start].strip(" -") in ("", ".")


def _named(tokens: Sequence[Token], labels: list[str], first: int, end: int) -> list[str]:
    """Return the labels with "author" from a token to a place; a title begins behind it."""
    last = first
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    made = [*labels[:first], *["author"] * (last - first), *labels[last:]]
    if last < len(made) and made[last] == "I-title":
        made[last] = "B-title"
    return made
