"""Repairs of the labels around the names of a reference: names that were missed, and what is no name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.parse.fields.names import PARTICLES
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import word_of

_ROLE_NEAR = pattern(
    r"\b(?:eds?(?!;)|hrsg|hgg?|hrg|éds?|dirs?|coords?|orgs?|comps?|cur|red|publ|bearb|trad|trans|transl|herausgegeben|herausgeber\w*|"
    r"edited|editors?|édit\w*|a\s+cura|sous\s+la|in)\b",
    re.I,
)
_PROCEEDINGS = re.compile(r"PoS(?:[A-Z]\w*)?")


def editors_without_role(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Editors are authors where there are no authors and no word makes them editors."""
    if "editor" not in labels or "author" in labels:
        return labels
    first = labels.index("editor")
    last = first
    while last < len(labels) and labels[last] in ("editor", "other"):
        last += 1
    start = tokens[first].start
    if _ROLE_NEAR.search(raw[max(0, start - 14) : tokens[last - 1].end + 16]):
        return labels
    return ["author" if first <= i < last and label == "editor" else label for i, label in enumerate(labels)]


def colons_end_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What follows a colon within the authors is the title: "Wolfgang Jantzen: A.N. Leontjew und …"."""
    if "author" not in labels:
        return labels
    first = labels.index("author")
    for i in range(first + 1, len(labels)):
        if labels[i] != "author":
            return labels
        if ":" in raw[tokens[i - 1].end : tokens[i].start]:
            if i - first == 1 and not _may_follow_one(raw, tokens, labels, i):
                return labels
            break
    else:
        return labels
    last = run_end(labels, i, "author")
    before, after = tokens[first:i], tokens[i:last]
    if not all(token.text.isalpha() for token in before):
        return labels
    if all(len(token.text) < 3 for token in after):  # "Wolfgang Jantzen: A.N. Leontjew und …"
        plain = "," not in raw[tokens[first].start : before[-1].end] and all(len(t.text) > 3 for t in before)
        if not plain or len(before) != 2 or labels[last : last + 1] != ["B-title"]:
            return labels
    if after[0].text.isupper() and len(after[0].text) > 1 and before[0].text.isupper():
        return labels  # "CURRAT, DAMIEN : PICHONNAZ CLAUDE, BASSIN JEAN"
    if _ROLE_NEAR.search(raw, tokens[first].start, tokens[i].start):
        return labels
    made = [*labels[:i], "B-title", *["I-title"] * (last - i - 1), *labels[last:]]
    if last < len(made) and made[last] == "B-title":
        made[last] = "I-title"
    return made


def _may_follow_one(raw: str, tokens: Sequence[Token], labels: Sequence[str], start: int) -> bool:
    """True for the "Super Mario Galaxy" behind "Nintendo: ", where nothing else is a title."""
    if "B-title" in labels or "B-container-title" in labels:
        return False
    last = run_end(labels, start, "author")
    text = raw[tokens[start].start : tokens[last - 1].end]
    return last - start > 2 and all(len(token.text) > 2 for token in tokens[start:last]) and "," not in text


def titles_end_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What opens a quote, or is an article before the title, is no name: "Cooper, Ian, »A ›Virtual …"."""
    if "author" not in labels:
        return labels
    first = labels.index("author")
    last = run_end(labels, first + 1, "author")
    start = last
    if "“" in raw or "„" in raw or "»" in raw or "«" in raw or " ‘" in raw:
        gaps = ((i, raw[tokens[i - 1].end : tokens[i].start]) for i in range(first + 1, last))
        opening = _OPENING if _CLOSED.search(raw) else _OPENING - {"‘"}  # not "‘Umar, Khaled"
        start = next((i for i, gap in gaps if gap[-1:] in opening and gap[:1] in ",.:"), last)
    if (
        start == last
        and tokens[last - 1].text in _ARTICLES
        and last - first > 2
        and "title" in "".join(labels[last : last + 1])
    ):
        start = last - 1
        if "," not in raw[tokens[start - 1].end : tokens[start].start]:
            return labels
    if start == last or last - start > 3:
        return labels
    made = [*labels[:start], "B-title", *["I-title"] * (last - start - 1), *labels[last:]]
    if last < len(made) and made[last] == "B-title":
        made[last] = "I-title"
    return made


_OPENING = frozenset("»“„«‘")
_CLOSED = pattern(r"’[.,;:]|[.,?!]’")
_ARTICLES = frozenset({"Der", "Die", "Das", "The", "Les", "Zur", "Zum"})


def titles_of_one_word(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Adam of "Kingma DP, Ba J. Adam: A method for …" begins the title: initials end the last name."""
    if "author" not in labels or "B-title" not in labels:
        return labels
    first, title = labels.index("author"), labels.index("B-title")
    last = title - 1
    if last < first + 4 or labels[last] != "author" or not _initials(tokens[last - 1].text):
        return labels
    ends = raw[tokens[last - 1].end : tokens[last].start].startswith(". ")
    ends = ends and raw[tokens[last - 2].end : tokens[last - 1].start] == " "  # not "Smith, V. Nair: The"
    names = _initials(tokens[first + 1].text) and not _initials(tokens[first].text)
    blank = raw[tokens[first].end : tokens[first + 1].start] == " "
    colon = raw[tokens[last].end : tokens[title].start].rstrip().endswith(":")
    if not (ends and names and blank and colon):
        return labels
    return [*labels[:last], "B-title", "I-title", *labels[title + 1 :]]


def _initials(text: str) -> bool:
    """True for "KD", not for "Kd"."""
    return text.isupper() and len(text) < 4


def names_begun_as_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Malbon CC" of "Shumay E, Malbon CC: Kinase anchoring proteins" is a name, and the group of
    "Hermanek P, German Stroke Study Group: Predictors of mortality".
    """
    if "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    if not first or labels[first - 1] != "author":
        return labels
    gap = raw[tokens[first - 1].end : tokens[first].start]
    behind = _initials(tokens[first].text) and tokens[first - 1].text.istitle() and gap == " "
    if behind and labels[first + 1 : first + 2] == ["I-title"] and raw[tokens[first].end] == ":":
        return [*labels[:first], "author", "B-title", *labels[first + 2 :]]  # "Bell EM: On trust"
    spoken_for = tokens[first].text.lower() in _SPOKEN_FOR
    if not spoken_for and (":" not in raw or "," not in gap):
        return labels
    signs = ":." if spoken_for else ":"
    end = next(
        (
            i + 1
            for i in range(first, min(len(labels) - 1, first + _LONGEST_TRIAL))
            if raw[tokens[i].end] in signs and (not spoken_for or _is_group(tokens[i].text))
        ),
        0,
    )
    if not end or labels[end] != "I-title":
        return labels
    start = first
    while start < end - 2 and tokens[start].text.lower() in PARTICLES:
        start += 1  # "Van Sluis EM: "
    family, last = tokens[start].text, tokens[end - 1].text
    initial = end - 1 - (last in ("Jr", "Sr"))  # "Neff HH Jr: "
    short = initial == start + 1 and _initials(tokens[initial].text) and family.istitle() and len(family) > 2
    if (short and _initials(tokens[first - 1].text)) or (_is_group(last) and last.istitle()):
        return [*labels[:first], *["author"] * (end - first), "B-title", *labels[end + 1 :]]
    return labels


_SPOKEN_FOR = frozenset({"for", "on"})
"""What leads to a group for which people write: "et al. for the Trial Group", "on behalf of"."""
_LONGEST_TRIAL = 18
"""So many words at most have the trials that a group of investigators is named after."""


def groups_beside_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The (Particle Data Group) after "M. Tanabashi et al." begins no title, nor a group before names."""
    named = "ollaboration" in raw or "roup" in raw or "onsortium" in raw or "eam" in raw
    if not named or "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    last = run_end(labels, first + 1, "I-title")
    end = next((i + 1 for i in range(first, min(last, first + _LONGEST)) if _is_group(tokens[i].text)), 0)
    if not end:
        return labels
    if end == last and labels[last : last + 1] == ["author"] and first == 0:
        return [*["author"] * last, *labels[last:]]  # "Geant4 collaboration, S. Agostinelli et al."
    opened = raw[: tokens[first].start].rstrip()[-1:]
    if opened not in ("(", "[") or raw[tokens[end - 1].end : tokens[end - 1].end + 1] not in (")", "]"):
        return labels
    rest = ["B-title", *labels[end + 1 :]] if end < last else labels[end:]
    return [*labels[:first], *["other"] * (end - first), *rest]


_GROUP = pattern(r"\b(?:Investigators|[Cc]ollaborations?|[Gg]roup|[Cc]onsortium|[Tt]eam)\b")
_LONGEST = 9
"""So many words at most has a group's name."""


def _is_group(text: str) -> bool:
    return _GROUP.fullmatch(text) is not None


def journals_after_names(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The journal that follows the names without a title is none of them.

    "S. Ejiri, PoSLATTICE 2008", "… Koropalov V.M., Nature, 1991", "L. Volkova Yad. Fiz. 31".
    """
    if "author" not in labels:
        return labels
    first = labels.index("author")
    last = run_end(labels, first, "author")
    following = labels[last] if last < len(labels) else ""
    if "title" in following or last - first < 2:
        return labels
    start = last - 1
    while (
        start > first + 1 and tokens[start].text.isupper() and not _PROCEEDINGS.fullmatch(tokens[start].text)
    ):
        start -= 1
    if _PROCEEDINGS.fullmatch(tokens[start].text) and start > first:
        made = [
            *labels[:start],
            "B-container-title",
            *["I-container-title"] * (last - start - 1),
            *labels[last:],
        ]
        if following == "B-container-title":
            made[last] = "I-container-title"
        return made
    if (
        "B-container-title" in labels
        or "B-title" in labels
        or "," not in raw[tokens[last - 2].end : tokens[last - 1].start]
    ):
        return labels
    word = word_of(tokens[last - 1].text, False)
    if len(word.folded) < 4 or word.folded not in load_lexicon().journal_names:
        return labels
    return [*labels[: last - 1], "B-container-title", *labels[last:]]
