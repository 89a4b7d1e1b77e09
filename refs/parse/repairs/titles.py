"""Repairs of titles that were cut short or run on, and titles where none was found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refs.model.patterns import pattern
from refs.parse.fields.names import names_organisation
from refs.parse.lexicon import load_lexicon
from refs.parse.runs import run_end
from refs.parse.tokens import Token
from refs.parse.words import Word, word_of

_TITLE = frozenset({"B-title", "I-title"})
_NUMBERED = frozenset({"B-container-title", "volume", "issue", "page"})
_RELATIONS = frozenset(
    "in zum zur im uber ueber gegen zwischen from on toward towards about against without between "
    "beyond into within through as sur sobre sulla sulle tra entre".split()
)
"""Small words that are in what something is about, not in the names of publishers."""
_FORMS = frozenset(
    "autobiographie biographie briefe einfuhrung erzahlungen essay essays familienroman gedichte interviews "
    "kommentar lehrbuch memoiren novel novela nouvelles poems poesie recits roman romanzo tagebucher "
    "textbook".split()
)
"""What a book calls itself after its title."""


def subtitles_taken_for_containers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """What follows the title of a book after a full stop is its subtitle, if nothing makes it a container."""
    if labels.count("B-container-title") != 1 or not _OF_PARTS.isdisjoint(labels):
        return labels
    first = labels.index("B-container-title")
    if not first or labels[first - 1] not in _TITLE:
        return labels
    gap = raw[tokens[first - 1].end : tokens[first].start]
    if "," in gap or (_IMPRINT.isdisjoint(labels) and gap.strip() != ":"):
        return labels
    title = labels.index("B-title") if "B-title" in labels else 0
    if not {*gap}.isdisjoint('”"') and title and raw[tokens[title].start - 1] in '“"':
        return labels  # "“On trust.” Paths of Mind, Leeds"
    last = run_end(labels, first + 1, "I-container-title")
    words = [word_of(token.text, False) for token in tokens[first:last]]
    lexicon = load_lexicon()
    kinds = [{*lexicon.keywords.get(word.folded, "").split(",")} for word in words]
    if "in" in kinds[0] or any(_CONTAINERS & found for found in kinds):
        return labels
    if lexicon.journal_at([word.folded for word in words], 0, words[0].journals) == len(words):
        return labels
    return [*labels[:first], *["I-title"] * (last - first), *labels[last:]]


_OF_PARTS = frozenset({"volume", "issue", "page", "editor", "link"})
_IMPRINT = frozenset({"publisher", "location"})
_CONTAINERS = frozenset("journal conference report book thesis".split())


def subtitles_taken_for_publishers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Film, Race and Power" of "Open Minds. Film, Race and Power, Bonn" is a subtitle."""
    if "publisher" not in labels or "B-title" not in labels or not _NUMBERED.isdisjoint(labels):
        return labels
    first = labels.index("publisher")
    if not first or labels[first - 1] not in _TITLE:
        return labels
    last = run_end(labels, first, labels[first])
    gap = raw[tokens[first - 1].end : tokens[first].start].strip()
    if last < len(labels) and labels[last] not in ("location", "date"):
        return labels
    words = [word_of(token.text, False) for token in tokens[first:last]]
    text = raw[tokens[first].start : tokens[last - 1].end]
    if gap == "." and words[0].folded in _OPENERS and not any("b" in word.flags for word in words):
        return [*labels[:first], *["I-title"] * (last - first), *labels[last:]]
    lists_topics = (
        gap in (".", ",") and labels[last : last + 1] == ["location"] and _lists_topics(words, text)
    )
    if lists_topics or (gap in (".", "?", "!") and _opens_subtitle(words)):
        return [*labels[:first], *["I-title"] * (last - first), *labels[last:]]
    if _holds_imprint(words) or ":" in text or names_organisation(text):
        return labels
    if not _is_subtitle(words, gap, text):
        return labels
    if "p" in word_of(tokens[first - 1].text, False).flags and gap == ":":
        return labels  # "Trust in Boston: Walker"
    return [*labels[:first], *["I-title"] * (last - first), *labels[last:]]


def _opens_subtitle(words: Sequence[Word]) -> bool:
    """True for "Ein Neuentwurf" and "Das Buch"."""
    if words[0].folded not in _ARTICLES or words[0].shape != "Aa" or not 1 < len(words) < 7:
        return False
    return not any({*"bnops"} & {*word.flags} for word in words[1:])


_ARTICLES = frozenset("ein eine das fur an une".split())


def _lists_topics(words: Sequence[Word], text: str) -> bool:
    """True for "Film, Stars and Society": no names, and some words of titles."""
    other = text.replace("Society", "")
    if "," not in text or any({*"bns"} & {*word.flags} for word in words) or names_organisation(other):
        return False
    code = load_lexicon().code
    codes = [code(word.folded) for word in words if len(word.folded) > 3]
    topics = sum(found[2] > "1" for found in codes)
    return topics > 1 and all(found[0] == found[1] == "0" for found in codes)


_OPENERS = frozenset(
    "uber zur zum wie warum vom eine how why what towards from on sur pour essai une".split()
)
"""What begins a title, and no publisher's name."""


def _holds_imprint(words: Sequence[Word]) -> bool:
    """True for words that hold a publisher, a number, a report, a month, or a place that is not "in" it."""
    kinds = load_lexicon().kinds
    for i, word in enumerate(words):
        if {*"bns"} & {*word.flags} or "month" in kinds(word.folded):
            return True
        if "p" in word.flags and not (i and words[i - 1].folded in _IN_PLACES):
            return True
    return words[0].folded.endswith(_BODIES)


_IN_PLACES = frozenset("in of und and fur aus von from the".split())
_BODIES = ("zentrale", "amt", "bund", "werk", "haus", "anstalt", "stelle", "verband", "dienst")


def _is_subtitle(words: Sequence[Word], gap: str, text: str) -> bool:
    """True for what says what a book is about or what form it has."""
    if words[-1].folded in _FORMS and gap in (".", "?", "!"):
        return True
    if all(word.name > 0 for word in words):
        return False
    if words[0].folded == "im" and words[1:2] and words[1].folded == "auftrag":
        return False
    if gap == ":" or not _RELATIONS.isdisjoint(word.folded for word in words):
        return True
    if gap not in (".", "?", "!"):
        return False
    if any(word.folded.endswith(_ABSTRACT) and len(word.folded) > _ABSTRACT_WORD for word in words):
        return True
    codes = [load_lexicon().code(word.folded) for word in words]
    about = sum(int(code[2]) - int(code[0]) for code in codes)
    return "," in text and len(words) > 2 and about > 2


_ABSTRACT = (
    "ung", "ungen", "heit", "keit", "ismus", "tat", "schaft", "schaften", "ischen", "lichen", "logie",
    "ation", "ations",
)  # fmt: skip
_ABSTRACT_WORD = 6


def subtitles_taken_for_places(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The Familienroman of "Ein weites Feld. Familienroman. Bonn" is no place: Bonn is."""
    if "location" not in labels or "B-title" not in labels:
        return labels
    first = labels.index("location")
    if not first or labels[first - 1] not in _TITLE:
        return labels
    if raw[tokens[first - 1].end : tokens[first].start].strip() not in (".", "?", "!", ":"):
        return labels
    last = run_end(labels, first, labels[first])
    for i in range(first + 1, last):
        if "p" in word_of(tokens[i - 1].text, False).flags or len(tokens[i - 1].text) < 4:
            return labels
        if raw[tokens[i - 1].end : tokens[i].start] == ". ":
            if "p" not in word_of(tokens[i].text, False).flags:
                return labels
            return [*labels[:first], *["I-title"] * (i - first), *labels[i:]]
    return labels


def titles_after_makers(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "place" and "publisher" of "Konira: Silent Bay, 1999" are who made it and what it is called."""
    if labels[:1] != ["location"] or "B-title" in labels or "author" in labels or "editor" in labels:
        return labels
    end = run_end(labels, 0, labels[0])
    if labels[end : end + 1] != ["publisher"] or "B-container-title" in labels:
        return labels
    if raw[tokens[end - 1].end : tokens[end].start].strip() != ":":
        return labels
    last = run_end(labels, end, labels[end])
    flags = [word_of(token.text, False).flags for token in tokens[:last]]
    if any("p" in found for found in flags[:end]) or any("b" in found for found in flags[end:]):
        return labels
    return [*["author"] * end, "B-title", *["I-title"] * (last - end - 1), *labels[last:]]


_PROCEEDINGS = frozenset({"Proceedings", "Proc"})


def roles_in_titles(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "Edited by Jo Neff" at the end of a title names editors, "Übersetzt von …" translators."""
    if "I-title" not in labels or not (" by " in raw or " von " in raw or " v. " in raw):
        return labels
    first = labels.index("B-title") if "B-title" in labels else labels.index("I-title")
    last = run_end(labels, first + 1, "I-title")
    for i in range(first + 1, last - 2):
        role = _ROLES.get(tokens[i].text.lower())
        if role is None or not {*".,;:(["} & {*raw[tokens[i - 1].end : tokens[i].start]}:
            continue
        by = next((j for j in range(i + 1, min(i + 4, last)) if tokens[j].text.lower() in _BY), 0)
        if by and 0 < last - by - 1 <= _NAMES and tokens[by + 1].text[0].isupper():
            return [*labels[:i], *["other"] * (by + 1 - i), *[role] * (last - by - 1), *labels[last:]]
    return labels


_ROLES = {
    **dict.fromkeys("herausgegeben hrsg hg edited ed".split(), "editor"),
    **dict.fromkeys("übersetzt übers translated transl trans".split(), "translator"),
    **dict.fromkeys("prepared eingeleitet bearbeitet revised".split(), "other"),
}
_BY = frozenset({"by", "von", "v"})
_NAMES = 8
"""So many words at most are the names behind a role."""


def titles_of_last_resort(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """Where nothing was taken for a title or journal, the first words behind names and date are the title.

    "Neff (2006), Leute und Netze, Bonn", "Neff (2005) Kurz vorher brannte Licht, www.bonn.de".
    """
    if not _NAMED_OR_THESIS.isdisjoint(labels) or not tokens:
        return labels
    for kinds in (("publisher",), ("other", "note", "genre")):
        first = 0
        while first < len(labels):
            if labels[first] not in kinds:
                first += 1
                continue
            last = run_end(labels, first, labels[first])
            if _may_be_title(raw, tokens, labels, first, last):
                return [*labels[:first], "B-title", *["I-title"] * (last - first - 1), *labels[last:]]
            first = last
    return labels


def _may_be_title(raw: str, tokens: Sequence[Token], labels: Sequence[str], first: int, last: int) -> bool:
    words = [word_of(token.text, False) for token in tokens[first:last]]
    if any("b" in word.flags for word in words) or not _IN_FRONT.issuperset(labels[:first]):
        return False
    if labels[first] == "publisher":
        return sum(len(word.folded) > 3 for word in words) > 1
    long = sum(len(word.folded) > 3 and not word.flags for word in words)
    text = raw[tokens[first].start : tokens[last - 1].end]
    if last - first == 1 and first and labels[first - 1] == "date" and words[0].shape == "Aa":
        # "(1998): Eherecht, 3. Auflage"
        return (
            ":" in raw[tokens[first - 1].end : tokens[first].start] and len(words[0].folded) > 4 and long == 1
        )
    if long < 3 or not tokens[first].text[0].isupper():
        return False
    led = (
        first
        and labels[first - 1] == "date"
        and raw[tokens[first - 1].end : tokens[first].start].strip() == "):"
    )
    return bool(led) or not any(sign in text for sign in ".;:[]")


_NAMED_OR_THESIS = frozenset({"B-title", "I-title", "B-container-title", "I-container-title", "genre"})
_IN_FRONT = frozenset({"author", "editor", "date", "citation-number", "other"})


def preprints(raw: str, tokens: Sequence[Token], labels: list[str]) -> list[str]:
    """The "ArXiv e-prints" of "et al. 2017, ArXiv e-prints [arXiv:1705.04329]" is no title."""
    if "rint" not in raw or "B-title" not in labels:
        return labels
    first = labels.index("B-title")
    last = first + 1
    while last < len(labels) and labels[last] == "I-title":
        last += 1
    if not _PREPRINT.fullmatch(raw, tokens[first].start, tokens[last - 1].end):
        return labels
    return [*labels[:first], *["other"] * (last - first), *labels[last:]]


_PREPRINT = pattern(r"arxiv\s?(?:e\s?-?\s?prints?|preprints?)|(?:e\s?-?\s?|pre)prints?", re.I)
